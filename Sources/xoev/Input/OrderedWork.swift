/// Work on many things at once whose results come in the order of the things, in bounded memory: no more than a few
/// results wait for a slow one before them.
struct OrderedWork: Sendable {
    /// How many things are worked on at once.
    let jobs: Int

    /// How many things may have been started beyond the first whose result is still to come.
    private var window: Int { jobs * 8 }

    /// Runs `work` on every item and hands the results to `consume` in the order of the items.
    ///
    /// - Returns: How many results were consumed: fewer than items when `consume` said false, which ends the run.
    func run<Item: Sendable, Result: Sendable>(
        _ items: [Item], work: @escaping @Sendable (Item) -> Result,
        consume: (Int, Result) throws -> Bool
    ) async rethrows -> Int {
        try await withThrowingTaskGroup(of: (Int, Result).self) { group in
            var waiting: [Int: Result] = [:]
            var next = 0
            var consumed = 0
            var running = 0
            func start() {
                while next < items.count, running < jobs, next < consumed + window {
                    let (index, item) = (next, items[next])
                    group.addTask { (index, work(item)) }
                    next += 1
                    running += 1
                }
            }
            start()
            while let (index, result) = try await group.next() {
                running -= 1
                waiting[index] = result
                while let ready = waiting.removeValue(forKey: consumed) {
                    consumed += 1
                    guard try consume(consumed - 1, ready) else {
                        group.cancelAll()
                        return consumed
                    }
                }
                start()
            }
            return consumed
        }
    }
}
