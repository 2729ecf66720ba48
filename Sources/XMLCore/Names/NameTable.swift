import CXMLEvents

/// What a reader knows by number: the names and strings of its tape, each made once. The elements that it reads share
/// it as it was then; entries are only ever added.
package struct NameTable: Sendable {
    /// A name as it is written, and the number of its namespace among the strings, 0 for none.
    struct Entry: Sendable {
        var name: XMLName
        var prefix: String?
        var namespace: UInt32
    }

    private(set) var names = Blocks(Entry(name: XMLName(""), prefix: nil, namespace: 0))
    private(set) var strings = Blocks("")

    package init() {}

    /// Adds what the tape knows by now and the table does not.
    package mutating func complete(_ tape: xev_tape) {
        while strings.count < tape.string_count {
            let raw = tape.strings[strings.count]
            strings.append(
                String(decoding: UnsafeRawBufferPointer(start: raw.bytes, count: Int(raw.length)), as: UTF8.self))
        }
        while names.count < tape.name_count {
            let raw = tape.names[names.count]
            names.append(
                Entry(
                    name: XMLName(strings[raw.local], in: raw.uri == 0 ? nil : strings[raw.uri]),
                    prefix: raw.prefix == 0 ? nil : strings[raw.prefix], namespace: raw.uri))
        }
    }

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
