/// How far an operation is.
///
/// Within a phase `done` only grows, and phases follow one another in the order in which the operation goes through them;
/// a roll-out comes back to `planning` and `writing` with each municipality and tells of `municipalities` only.
public struct TransferProgress: Sendable, Hashable {
    /// What is being done.
    public enum Phase: String, Sendable, Hashable, CaseIterable {
        /// Files are read: packages, profiles.
        case reading
        /// A package is checked, layer by layer.
        case verifying
        /// A plan is made: objects, binding, merge.
        case planning
        /// Parts are written inside a transaction that can still be taken back.
        case writing
        /// The municipalities of a roll-out, or of a store.
        case municipalities
    }

    /// What is being done.
    public let phase: Phase
    /// How many things of the phase are done; never more than `total`.
    public let done: Int
    /// How many things the phase has; nil where that is not known before.
    public let total: Int?
    /// What is worked on: a file, a part, a municipality, a layer. Nil when the phase is over.
    public let subject: String?

    /// Progress from its parts.
    public init(_ phase: Phase, done: Int, total: Int? = nil, subject: String? = nil) {
        self.phase = phase
        self.done = done
        self.total = total
        self.subject = subject
    }
}

/// The progress of a run, as it comes. Ends with the run. Whoever reads slowly misses some in the middle, never the last.
public struct TransferProgressSequence: AsyncSequence, Sendable {
    let stream: AsyncStream<TransferProgress>

    /// Gives one progress after the other.
    public struct AsyncIterator: AsyncIteratorProtocol {
        var base: AsyncStream<TransferProgress>.AsyncIterator

        /// The next progress; nil when the run has ended.
        public mutating func next() async -> TransferProgress? { await base.next() }
    }

    /// An iterator. Only one task may read.
    public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(base: stream.makeAsyncIterator()) }
}
