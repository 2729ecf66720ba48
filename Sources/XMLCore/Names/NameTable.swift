/// What a reader knows by number: the names and strings of its tape, each made once. The elements that it reads share
/// it as it was then; entries are only ever added.
struct NameTable: Sendable {
    /// A name as it is written, and the number of its namespace among the strings, 0 for none.
    struct Entry: Sendable {
        var name: XMLName
        var prefix: String?
        var namespace: UInt32
    }

    private(set) var names = Blocks(Entry(name: XMLName(""), prefix: nil, namespace: 0))
    private(set) var strings = Blocks("")

    mutating func add(_ name: Entry) { names.append(name) }
    mutating func add(_ string: String) { strings.append(string) }

    /// A list in blocks: adding to one that others hold copies a block and not the whole, so that a document in which
    /// every record brings new names costs no more than its size.
    struct Blocks<Entry: Sendable>: Sendable {
        private static var bits: Int { 8 }
        private var blocks: [[Entry]]
        private(set) var count: Int

        init(_ first: Entry) {
            blocks = [[first]]
            count = 1
        }

        @inline(__always)
        subscript(_ index: UInt32) -> Entry {
            _read { yield blocks[Int(index) >> Self.bits][Int(index) & (1 << Self.bits - 1)] }
        }

        mutating func append(_ entry: Entry) {
            if count & (1 << Self.bits - 1) == 0 {
                blocks.append([entry])
            } else {
                blocks[blocks.count - 1].append(entry)
            }
            count += 1
        }
    }
}
