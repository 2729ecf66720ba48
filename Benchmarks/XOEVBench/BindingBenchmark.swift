import CSAXBaseline
import Foundation
import SchemaBinding
import XMLCore
import XMusterdienstTypes

/// Generated types: reading and writing against libxml2's SAX2 with empty callbacks on the same bytes.
enum BindingBenchmark {
    static func run(megabytes: Int) {
        guard let (bytes, count) = message(megabytes: megabytes) else {
            return print("\n## Typed decoding: the example messages are not beside the working folder")
        }
        let value = decode(bytes)
        check(value.hund.count == count, "number of records")
        check(value.hund.allSatisfy { $0 == value.hund[0] }, "records")
        let written = encode(value)
        check(decode(written) == value, "what was written reads back equal")
        var kept: HundesteuerAnmeldung0101?
        compare(
            "Typed decoding, XMusterdienst 0101, \(bytes.count / 1_000_000) MB", goal: ("typed decoding", 1.6),
            [
                ("libxml2 SAX2, empty callbacks", { check(empty(bytes), "empty SAX run") }),
                // The value of the run before is released here: making and releasing are both in the time.
                (
                    "typed decoding",
                    {
                        kept = decode(bytes)
                        check(kept?.hund.count == count, "number of records")
                    }
                ),
                ("typed encoding", { check(encode(value).count == written.count, "number of bytes") }),
            ])
    }

    /// A registration of very many dogs, from the example message.
    private static func message(megabytes: Int) -> (bytes: [UInt8], count: Int)? {
        guard let parts = parts() else { return nil }
        let count = max(1, megabytes * 1_000_000 / parts.record.utf8.count)
        return (Array((parts.head + String(repeating: parts.record, count: count) + parts.tail).utf8), count)
    }

    /// What comes before the records of the example message, one of them, and what comes after.
    static func parts() -> (head: String, record: String, tail: String)? {
        let path = "Documentation/Examples/Nachrichten/hundesteuer.anmeldung.0101.xml"
        guard let text = try? String(contentsOfFile: path, encoding: .utf8),
            let open = text.range(of: "<xmd:hund id="),
            let first = text.range(of: "</xmd:hund>"),
            let close = text.range(of: "</xmd:hund>", options: .backwards)
        else { return nil }
        return (
            String(text[..<open.lowerBound]), text[open.lowerBound..<first.upperBound] + "\n    ",
            String(text[close.upperBound...])
        )
    }

    private static func empty(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { sax_empty($0.baseAddress, $0.count, TapeBenchmark.chunk) } == 1
    }

    private static func decode(_ bytes: [UInt8]) -> HundesteuerAnmeldung0101 {
        do {
            return try XMLValueDecoder().decode(HundesteuerAnmeldung0101.self, from: .bytes(bytes)).value
        } catch {
            fatalError("the benchmark's document is not valid: \(error.finding)")
        }
    }

    private static func encode(_ value: HundesteuerAnmeldung0101) -> [UInt8] {
        do { return try XMLValueEncoder().encode(value) } catch { fatalError("not written: \(error.finding)") }
    }
}
