import CSAXBaseline
import CXMLEvents
import XMLCore

/// The event tape against libxml2's SAX2 with empty callbacks on the same bytes.
enum TapeBenchmark {
    static let chunk = 64 * 1024

    static func run(_ document: Document) {
        let bytes = document.bytes
        var expected = sax_counts()
        let isWellFormed = bytes.withUnsafeBytes { sax_count($0.baseAddress, $0.count, chunk, &expected) }
        check(isWellFormed == 1, "the input is well-formed")
        let counts = Counts(expected)
        check(tape(bytes, drain: look) == counts, "event counts of the tape")
        // The timed run proves by the tape's size that it recorded all that was counted here.
        let sizes = tape(bytes, drain: size)
        check(sizes.elements >= counts.elements * 2 && sizes.textBytes >= counts.textBytes, "size of the tape")
        compare(
            "Event tape, \(document.name), \(bytes.count / 1_000_000) MB", goal: ("event tape", 1.15),
            [
                ("libxml2 SAX2, empty callbacks", { emptySAX(bytes) }),
                ("event tape", { check(tape(bytes, drain: size) == sizes, "size of the tape") }),
                ("event tape, each event looked at", { check(tape(bytes, drain: look) == counts, "its events") }),
                ("XMLEventReader", { check(reader(bytes) == counts, "event counts of the reader") }),
            ])
    }

    struct Counts: Equatable {
        var elements = 0
        var attributes = 0
        var textBytes = 0

        init() {}

        init(_ counts: sax_counts) {
            elements = Int(counts.elements)
            attributes = Int(counts.attributes)
            textBytes = Int(counts.text_bytes)
        }
    }

    private static func emptySAX(_ bytes: [UInt8]) {
        check(bytes.withUnsafeBytes { sax_empty($0.baseAddress, $0.count, chunk) } == 1, "empty SAX run")
    }

    private typealias Tape = UnsafePointer<xev_tape>

    /// Counts what is on the tape, as libxml2's own callbacks count it.
    private static func look(_ tape: Tape, _ complete: Int, _ counts: inout Counts) {
        for index in 0..<complete {
            let event = tape.pointee.events[index]
            switch xev_kind(event.head & 0xFF) {
            case XEV_START: counts.elements += 1
            case XEV_ATTRIBUTE: counts.attributes += 1
            case XEV_TEXT, XEV_CDATA: counts.textBytes += Int(event.b)
            default: break
            }
        }
    }

    /// Adds up events and arena bytes.
    private static func size(_ tape: Tape, _ complete: Int, _ counts: inout Counts) {
        counts.elements += complete
        counts.textBytes += tape.pointee.arena_count
    }

    private static func tape(_ bytes: [UInt8], drain consume: (Tape, Int, inout Counts) -> Void) -> Counts {
        var limits = xev_limits(
            max_total_bytes: 1 << 40, max_text_bytes: 1 << 26, max_depth: 512, max_attributes: 1000,
            max_name_bytes: 4096, allows_doctype: 0)
        var counts = Counts()
        guard let parser = xev_parser_create(&limits), let tape = xev_parser_tape(parser) else { return counts }
        defer { xev_parser_free(parser) }
        func drain() {
            consume(tape, xev_parser_complete_events(parser), &counts)
            xev_parser_reset_tape(parser)
        }
        bytes.withUnsafeBytes { all in
            _ = xev_parser_open(parser, all.baseAddress, min(1024, all.count))
            var offset = 0
            while offset < all.count {
                let size = min(chunk, all.count - offset)
                _ = xev_parser_feed(parser, all.baseAddress! + offset, size, 0)
                offset += size
                drain()
            }
            _ = xev_parser_feed(parser, nil, 0, 1)
            drain()
        }
        return counts
    }

    private static func reader(_ bytes: [UInt8]) -> Counts {
        var counts = Counts()
        do {
            var reader = try XMLEventReader(.bytes(bytes))
            while let event = try reader.next() {
                switch event {
                case .startElement(let start):
                    counts.elements += 1
                    counts.attributes += start.attributes.count
                case .text(let text), .cdata(let text): counts.textBytes += text.utf8.count
                default: break
                }
            }
        } catch { check(false, "\(error)") }
        return counts
    }
}
