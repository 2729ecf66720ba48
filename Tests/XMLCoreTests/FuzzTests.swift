import Foundation
import TestSupport
import Testing
import XMLCore

/// Mutates documents with a seed and reads them. Nothing may crash, hang or depend on how the bytes are cut.
///
/// `XOEV_FUZZ_ROUNDS` sets the number of mutations per seed document (default 300, so that CI stays short).
@Suite("Fuzzing of the reader")
struct FuzzTests {
    static let seeds: [String] = [
        "<?xml version=\"1.0\"?><a:r xmlns:a='urn:a' xmlns='urn:d' x='1'><k/>t&amp;u<![CDATA[<c>]]><?pi d?><!--k--></a:r>",
        "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><r ä='ö'>Gr\u{fc}\u{df}e &#x1D11E; &lt;</r>",
        "<!DOCTYPE s [<!ENTITY d 'urn:d'><!ATTLIST s x CDATA 'y'>]><s a='&d;'>&d;<s/></s>",
        "<r>" + String(repeating: "<a b='c'>text</a>\n", count: 40) + "</r>",
        "\u{FEFF}<r><![CDATA[]]]]><![CDATA[>]]>\r\n\t</r>",
    ]

    @Test("mutated documents end in events or an error, the same in pieces of any size", arguments: 0..<5)
    func mutations(seed: Int) throws {
        let rounds = ProcessInfo.processInfo.environment["XOEV_FUZZ_ROUNDS"].flatMap { Int($0) } ?? 300
        var random = SplitMix64(state: UInt64(seed) &+ 0x5EED)
        for round in 0..<rounds {
            var bytes = Array(Self.seeds[seed].utf8)
            for _ in 0...Int(random.next() % 4) { mutate(&bytes, &random) }
            for limits in [XMLLimits.standard, .schema] {
                let whole = outcome(.bytes(bytes), limits)
                let size = Int(random.next() % 7) + 1
                let pieces = Pieces(bytes: bytes, size: size)
                let cut = outcome(.chunks { pieces.next() }, limits)
                #expect(whole.isError == cut.isError, "seed \(seed), round \(round): \(bytes)")
                if !whole.isError {
                    #expect(whole.events == cut.events, "seed \(seed), round \(round): \(bytes)")
                    try rereads(bytes, limits, "seed \(seed), round \(round)")
                }
            }
        }
    }

    private func outcome(_ source: XMLSource, _ limits: XMLLimits) -> (events: [XMLEvent], isError: Bool) {
        var events: [XMLEvent] = []
        do {
            var reader = try XMLEventReader(source, limits: limits)
            while let event = try reader.next() {
                // Where text and end tags are is told at their end, which may differ between cuts.
                events.append(event)
            }
            return (events, false)
        } catch { return (events, true) }
    }

    private func rereads(_ bytes: [UInt8], _ limits: XMLLimits, _ context: String) throws {
        let tree = try XMLTree(bytes: bytes, limits: limits)
        let written = try tree.serialized()
        #expect(try XMLTree(bytes: written).serialized() == written, "\(context)")
    }

    private func mutate(_ bytes: inout [UInt8], _ random: inout SplitMix64) {
        guard !bytes.isEmpty else { return }
        let at = Int(random.next() % UInt64(bytes.count))
        switch random.next() % 6 {
        case 0: bytes[at] = UInt8(truncatingIfNeeded: random.next())
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(UInt8(truncatingIfNeeded: random.next()), at: at)
        case 3: bytes.insert(contentsOf: Array("<&\"'>]]>-->?>".utf8.shuffled(using: &random).prefix(3)), at: at)
        case 4:
            let end = min(bytes.count, at + Int(random.next() % 20))
            bytes.insert(contentsOf: bytes[at..<end], at: Int(random.next() % UInt64(bytes.count)))
        default: bytes.removeSubrange(at..<min(bytes.count, at + Int(random.next() % 10)))
        }
    }
}

/// A small random number generator with a seed (Steele, Lea, Flood: Fast splittable pseudorandom number generators).
struct SplitMix64: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

/// Gives bytes in pieces of one size. Used by one reader at a time, inside of one test.
private final class Pieces: @unchecked Sendable {
    private var rest: ArraySlice<UInt8>
    private let size: Int

    init(bytes: [UInt8], size: Int) {
        rest = bytes[...]
        self.size = size
    }

    func next() -> [UInt8]? {
        guard !rest.isEmpty else { return nil }
        defer { rest = rest.dropFirst(size) }
        return Array(rest.prefix(size))
    }
}
