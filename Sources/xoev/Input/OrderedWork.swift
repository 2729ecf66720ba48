import Foundation

/// Work on many things at once whose results come in the order of the things, in bounded memory: no more than a few
/// results wait for a slow one before them.
///
/// The calling thread works, too, and takes the results: one job, or one item, starts no thread at all. Threads and not
/// tasks, because the work is blocking C code and the start of the cooperative pool alone costs a command that checks one
/// small file a tenth of its time.
struct OrderedWork: Sendable {
    /// How many things are worked on at once.
    let jobs: Int

    /// Runs `work` on every item and hands the results to `consume` in the order of the items, on the calling thread.
    ///
    /// - Returns: How many results were consumed: fewer than items when `consume` said false, which ends the run.
    func run<Item: Sendable, Result: Sendable>(
        _ items: [Item], work: @escaping @Sendable (Item) -> Result, consume: (Int, Result) throws -> Bool
    ) rethrows -> Int {
        let helpers = min(jobs, items.count) - 1
        guard helpers > 0 else {
            for (index, item) in items.enumerated() {
                guard try consume(index, work(item)) else { return index + 1 }
            }
            return items.count
        }
        let queue = ResultQueue<Result>(count: items.count, window: jobs * 8)
        defer { queue.stop() }
        for _ in 0..<helpers {
            let thread = Thread {
                while let index = queue.next(waits: true) { queue.put(work(items[index]), at: index) }
            }
            // As much as a main thread has: libxml2 compiles schemas recursively.
            thread.stackSize = 8 << 20
            thread.start()
        }
        for consumed in items.indices {
            var ready = queue.take(consumed, waits: false)
            while ready == nil {
                if let index = queue.next(waits: false) {
                    queue.put(work(items[index]), at: index)
                    ready = queue.take(consumed, waits: false)
                } else {
                    ready = queue.take(consumed, waits: true)
                }
            }
            guard let ready, try consume(consumed, ready) else { return consumed + 1 }
        }
        return items.count
    }
}

/// What the threads of one run share.
///
/// Unchecked: everything that changes is touched with the condition locked only.
private final class ResultQueue<Result: Sendable>: @unchecked Sendable {
    private let condition = NSCondition()
    private let count: Int
    /// How many things may have been started beyond the first whose result is still to come.
    private let window: Int
    private var waiting: [Int: Result] = [:]
    private var started = 0
    private var taken = 0
    private var isStopped = false

    init(count: Int, window: Int) {
        self.count = count
        self.window = window
    }

    /// The number of the next thing to work on; nil when there is none, or, without waiting, none yet.
    func next(waits: Bool) -> Int? {
        condition.lock()
        defer { condition.unlock() }
        while waits, !isStopped, started < count, started >= taken + window { condition.wait() }
        guard !isStopped, started < count, started < taken + window else { return nil }
        defer { started += 1 }
        return started
    }

    /// Keeps a result until it is its turn.
    func put(_ result: Result, at index: Int) {
        condition.lock()
        defer { condition.unlock() }
        waiting[index] = result
        if index == taken { condition.broadcast() }
    }

    /// Takes a result whose turn it is; nil without waiting when it is not there yet.
    func take(_ index: Int, waits: Bool) -> Result? {
        condition.lock()
        defer { condition.unlock() }
        while waits, waiting[index] == nil { condition.wait() }
        guard let result = waiting.removeValue(forKey: index) else { return nil }
        taken = index + 1
        condition.broadcast()
        return result
    }

    /// Lets the threads end that wait for more.
    func stop() {
        condition.lock()
        defer { condition.unlock() }
        isStopped = true
        condition.broadcast()
    }
}
