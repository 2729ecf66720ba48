import Findings
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import XOEV

@Suite("Character sets")
struct CharacterSetTests {
    @Test(
        "Texts belong to the sets of the published types",
        arguments: [
            ("Müller-Lüdenscheidt", true, true, true), ("O'Brien", true, true, true), ("Straße 5", false, true, true),
            ("Zeile\nzwei", false, false, true), ("C\u{328}\u{306}", true, true, true), ("K\u{35F}h", true, true, true),
            ("L\u{325}\u{304}a", true, true, true), ("Привет", false, false, false), ("5 €", false, true, true),
            ("", true, true, true), ("A\u{308}", false, false, false), ("\u{301}", false, false, false),
            ("x\u{AD}y", false, false, false), ("😀", false, false, false), ("\u{A0}", false, false, true),
        ])
    func membership(text: String, inA: Bool, inB: Bool, inC: Bool) {
        #expect(NormedCharacterSet.din91379A.contains(text) == inA)
        #expect(NormedCharacterSet.din91379B.contains(text) == inB)
        #expect(NormedCharacterSet.din91379C.contains(text) == inC)
    }

    @Test("Greek belongs to D and E, Cyrillic to E only")
    func scripts() {
        #expect(NormedCharacterSet.din91379D.contains("Αθήνα"))
        #expect(NormedCharacterSet.din91379E.contains("Αθήνα София"))
        #expect(!NormedCharacterSet.din91379D.contains("София"))
        #expect(!NormedCharacterSet.stringLatin11.contains("Αθήνα"))
    }

    @Test("The editions differ where the norm added characters")
    func editions() {
        // DIN 91379:2022-08 added ḗ and the prime signs.
        #expect(NormedCharacterSet.din91379A.contains("\u{1E17}"))
        #expect(!NormedCharacterSet.dinSpec91379A.contains("\u{1E17}"))
        #expect(NormedCharacterSet.din91379D.contains("\u{2032}"))
        #expect(!NormedCharacterSet.dinSpec91379D.contains("\u{2032}"))
    }

    @Test("A violation names character, code point and position")
    func violation() throws {
        let violation = try #require(NormedCharacterSet.din91379C.firstViolation(in: "Größe Ж"))
        #expect(violation.position == 7)
        #expect(violation.codePoint == "U+0416 CYRILLIC CAPITAL LETTER ZHE")
        #expect(violation.text == "Ж")
        let finding = violation.finding(at: Location(file: "a.xml", line: 3))
        #expect(finding.id == "charset.not-allowed")
        #expect(finding.location.line == 3)
        #expect(!finding.message.rendered(.de).contains("Ж"))
        #expect(finding.message.rendered(.de, showingValues: true).contains("„Ж“ (U+0416"))
        #expect(NormedCharacterSet.din91379C.violations(in: "aЖbЖ").map(\.position) == [2, 4])
        #expect(NormedCharacterSet.din91379C.violations(in: "aЖbЖ", limit: 1).count == 1)
    }

    @Test("A decomposed letter is a violation that normalisation mends")
    func decomposed() throws {
        let violation = try #require(NormedCharacterSet.din91379A.firstViolation(in: "Mu\u{308}ller"))
        #expect(violation.position == 3)
        #expect(violation.text.unicodeScalars.elementsEqual("u\u{308}".unicodeScalars))
        #expect(violation.isMendedByNormalisation)
        #expect(!CharacterNormalisation.isNFC("Mu\u{308}ller"))
        #expect(CharacterNormalisation.isNFC("Müller"))
        #expect(NormedCharacterSet.din91379A.contains(CharacterNormalisation.nfc("Mu\u{308}ller")))
        let other = try #require(NormedCharacterSet.din91379A.firstViolation(in: "q\u{308}"))
        #expect(!other.isMendedByNormalisation)
    }

    @Test("Refined types hold only what belongs to their set")
    func refined() throws {
        #expect(try DINNorm91379.DatatypeA("Müller").text == "Müller")
        #expect(try DINNorm91379.DatatypeA(normalising: "Mu\u{308}ller").text.unicodeScalars.count == 6)
        #expect(throws: CharacterSetError.self) { try DINNorm91379.DatatypeA("Müller 5") }
        #expect(try DINNorm91379.DatatypeB("Hauptstraße 5").description == "Hauptstraße 5")
        #expect(try DINNorm91379.DatatypeC("a\nb") < DINNorm91379.DatatypeC("b"))
    }

    @Test("Types of the published schemas are recognised")
    func types() {
        let norm = "urn:xoev-de:kosit:xoev:datentyp:din-91379_2022-08"
        #expect(NormedCharacterSet(namespace: norm, typeName: "datatypeC") == .din91379C)
        #expect(NormedCharacterSet(namespace: norm, typeName: "datatypeF") == nil)
        #expect(
            NormedCharacterSet(
                namespace: "urn:xoev-de:kosit:xoev:datentyp:din-spec-91379_2019-03", typeName: "datatypeE")
                == .dinSpec91379E)
        #expect(
            NormedCharacterSet(namespace: "http://xoev.de/latinchars/1_1/datatypes", typeName: "String.Latin")
                == .stringLatin11)
        #expect(NormedCharacterSet(namespace: nil, typeName: "datatypeA") == nil)
        #expect(NormedCharacterSet.stringLatin12 == .dinSpec91379C)
    }

    @Test(
        "The search form has the letters A to Z",
        arguments: [
            ("Müller", "MUELLER"), ("Đặng-Thị", "DANG THI"), ("Ångström", "AANGSTROEM"), ("Straße", "STRASSE"),
            ("Łódź", "LODZ"), ("Þór", "THOR"), ("D'Arc", "DARC"), ("Œuvre Æ Ø", "OEUVRE AE OE"), ("Ñandú 5", "NANDU 5"),
            ("Mu\u{308}ller", "MUELLER"), ("C\u{328}\u{306}a", "CA"), ("  a  b ", "A B"),
            ("Ǟ ȫ Ǜ A\u{323}\u{308} Ǻ Ǿ Ǣ", "AE OE UE AE AA OE AE"),
            ("Ə ə Ʒ ǯ Ǥ Ɨ Ƈ ĸ ŉ Ŀ Ŋ ı Ů", "E E Z Z G I C K N L N I U"), ("K\u{35F}h Ĳ ẞ ð", "KH IJ SS D"),
        ])
    func searchForm(text: String, expected: String) {
        #expect(SearchForm(text).text == expected)
        #expect(SearchForm(text).unknown.isEmpty)
    }

    @Test("Every letter for names of natural persons has a search form")
    func searchFormIsComplete() {
        var unknown: [Unicode.Scalar] = []
        for code in UInt32(0x20)...0x2FFF {
            guard let scalar = Unicode.Scalar(code), NormedCharacterSet.din91379A.contains(String(scalar)) else {
                continue
            }
            unknown += SearchForm(String(scalar)).unknown
        }
        #expect(unknown.isEmpty)
    }

    @Test("Letters without a rule are told")
    func unknownLetters() { #expect(SearchForm("Ωmega").unknown == ["Ω"]) }

    @Test("The table is in order, and the longest match is the only one")
    func table() {
        let ranges = CharacterSetTable.ranges
        #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.last < $1.first })
        func isSingle(_ code: UInt32) -> Bool { ranges.contains { $0.first <= code && code <= $0.last } }
        for sequence in CharacterSetTable.sequences {
            #expect((0x300...0x36F).contains(sequence.scalars[1]))
            // Every code point after the first is no member itself, unless it ends the sequence and what is before it
            // is no member.
            for (index, scalar) in sequence.scalars.enumerated().dropFirst() where isSingle(scalar) {
                #expect(index == sequence.scalars.count - 1)
                let before = Array(sequence.scalars[..<index])
                #expect(!CharacterSetTable.sequences.contains { $0.scalars == before })
            }
        }
    }
}

/// The published patterns with libxml2's own engine as the judge.
@Suite("Character sets against the published patterns", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CharacterSetPatternTests {
    /// A compiled pattern of libxml2. Its functions are looked up in the running program: its headers and those of
    /// Foundation cannot be imported together (both bring Unicode's).
    private final class Oracle {
        private typealias Compile = @convention(c) (UnsafePointer<CChar>) -> OpaquePointer?
        private typealias Execute = @convention(c) (OpaquePointer, UnsafePointer<CChar>) -> CInt
        private typealias Free = @convention(c) (OpaquePointer) -> Void

        private let pattern: OpaquePointer
        private let execute: Execute
        private let free: Free

        init(_ text: String) throws {
            let compile = unsafeBitCast(try #require(dlsym(nil, "xmlRegexpCompile")), to: Compile.self)
            execute = unsafeBitCast(try #require(dlsym(nil, "xmlRegexpExec")), to: Execute.self)
            free = unsafeBitCast(try #require(dlsym(nil, "xmlRegFreeRegexp")), to: Free.self)
            pattern = try #require(compile(text))
        }

        deinit { free(pattern) }

        func accepts(_ text: String) -> Bool { execute(pattern, text) == 1 }
    }

    private static func pattern(_ set: NormedCharacterSet) throws -> String {
        let file =
            switch set {
            case .stringLatin11: "latinchars.xsd"
            case .dinSpec91379A, .dinSpec91379B, .dinSpec91379C, .dinSpec91379D, .dinSpec91379E:
                "din-91379-datatypes.xsd"
            default: "din-norm-91379-datatypes.xsd"
            }
        let folder = try #require(TestFiles.corpus).appending(path: "_shared/xoev/schemas")
        let tree = try XMLTree(.file(folder.appending(path: file).path), limits: .schema)
        let name = set == .stringLatin11 ? "String.Latin" : String(set.rawValue.suffix(9))
        let type = try #require(tree.root.all(local: "simpleType").first { $0["name"] == name })
        return try #require(type.first(local: "restriction")?.first(local: "pattern")?["value"])
    }

    /// A generator of its own, so that every run tries the same (SplitMix64).
    private struct Random: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = state
            mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return mixed ^ (mixed >> 31)
        }
    }

    @Test("Every code point is judged as the pattern judges it", arguments: NormedCharacterSet.allCases)
    func codePoints(set: NormedCharacterSet) throws {
        let oracle = try Oracle(try Self.pattern(set))
        var different: [UInt32] = []
        // XML has no other code points below U+3000, and nothing above is in any set but has to be refused.
        for code in Array(UInt32(0x20)...0x2FFF) + [9, 10, 13, 0x3042, 0xFB01, 0xFFFD, 0x1F600] {
            guard let scalar = Unicode.Scalar(code) else { continue }
            let text = String(scalar)
            if oracle.accepts(text) != set.contains(text) { different.append(code) }
        }
        #expect(different.isEmpty)
    }

    @Test("100,000 random sequences are judged as the pattern judges them", arguments: NormedCharacterSet.allCases)
    func randomSequences(set: NormedCharacterSet) throws {
        let oracle = try Oracle(try Self.pattern(set))
        var random = Random(state: UInt64(set.bit))
        let marks = (0x300...0x331).compactMap { Unicode.Scalar($0) } + ["\u{35F}"]
        let bases = Array(
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyzÇÛçûÿČčĒēĪīŌōŽžḲḳṢṣṬṭẠạỌọỤụ".unicodeScalars)
        let singles = CharacterSetTable.ranges.flatMap { [$0.first, $0.last] }.compactMap { Unicode.Scalar($0) }
        var different: [String] = []
        var accepted = 0
        for _ in 0..<100_000 {
            var view = String.UnicodeScalarView()
            for _ in 0..<Int.random(in: 1...3, using: &random) {
                switch UInt8.random(in: 0..<16, using: &random) {
                case 0..<6:
                    let sequence = CharacterSetTable.sequences[
                        Int.random(in: 0..<CharacterSetTable.sequences.count, using: &random)]
                    view.append(contentsOf: sequence.scalars.compactMap { Unicode.Scalar($0) })
                case 6..<8:
                    view.append(bases[Int.random(in: 0..<bases.count, using: &random)])
                    view.append(marks[Int.random(in: 0..<marks.count, using: &random)])
                case 8: view.append(marks[Int.random(in: 0..<marks.count, using: &random)])
                default: view.append(singles[Int.random(in: 0..<singles.count, using: &random)])
                }
            }
            let text = String(view)
            let expected = oracle.accepts(text)
            if expected { accepted += 1 }
            if expected != set.contains(text) { different.append(text) }
        }
        #expect(different.isEmpty)
        // Both verdicts have to occur often, or nothing would be proved.
        #expect(accepted > 10_000 && accepted < 90_000)
    }

    @Test("Every alternative of the pattern is accepted", arguments: NormedCharacterSet.allCases)
    func alternatives(set: NormedCharacterSet) throws {
        let oracle = try Oracle(try Self.pattern(set))
        for sequence in CharacterSetTable.sequences {
            var view = String.UnicodeScalarView()
            view.append(contentsOf: sequence.scalars.compactMap { Unicode.Scalar($0) })
            let text = String(view)
            #expect(set.contains(text) == oracle.accepts(text))
            #expect(set.contains(text) == (sequence.sets & set.bit != 0))
        }
    }
}
