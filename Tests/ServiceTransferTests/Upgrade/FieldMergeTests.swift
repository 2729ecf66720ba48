import TestSupport
import Testing
import XMLCore

@testable import ServiceTransfer

@Suite("Merging three versions field by field")
struct FieldMergeTests {
    private func tree(_ text: String) throws -> XMLTree { try XMLTree(bytes: Array(text.utf8), name: "t") }

    private func merge(
        _ base: String, _ theirs: String, _ ours: String,
        _ decide: @escaping (String) -> FieldMerge.Decision = { _ in .open }
    ) throws -> (text: String, outcomes: [String: TransferPlan.Field.Outcome]) {
        var merge = FieldMerge { steps, _, _, _ in decide(FieldPath(part: "p", steps: steps).description) }
        let result = merge.merge(base: try tree(base), theirs: try tree(theirs), ours: try tree(ours))
        let outcomes = merge.changes.map { (FieldPath(part: "p", steps: $0.steps).description, $0.outcome) }
        return (try result.serialized().text, Dictionary(outcomes, uniquingKeysWith: { first, _ in first }))
    }

    private func document(_ body: String) -> String { "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<l>\(body)</l>\n" }

    @Test("each side's own changes are taken, equal ones once, different ones are a conflict that keeps ours")
    func table() throws {
        func text(_ a: String, _ b: String, _ c: String, _ d: String, _ e: String) -> String {
            document("<a>\(a)</a><b>\(b)</b><c>\(c)</c><d>\(d)</d><e>\(e)</e>")
        }
        let merged = try merge(
            text("1", "1", "1", "1", "1"), text("1", "2", "1", "2", "2"), text("1", "1", "3", "2", "3"))
        #expect(merged.text == text("1", "2", "3", "2", "3"))
        #expect(merged.outcomes == ["p/b": .theirs, "p/c": .ours, "p/d": .same, "p/e": .conflict])
        let chosen = try merge(
            text("1", "1", "1", "1", "1"), text("1", "2", "1", "2", "2"), text("1", "1", "3", "2", "3")
        ) { $0 == "p/e" ? .value("9") : .open }
        #expect(chosen.text == text("1", "2", "3", "2", "9"))
        #expect(chosen.outcomes["p/e"] == .choseValue)
    }

    @Test("a text is known by its language, wherever it stands")
    func languages() throws {
        let base = document("<t languageCode=\"de\">A</t><t languageCode=\"en\">B</t>")
        let theirs = document("<t languageCode=\"en\">B2</t><t languageCode=\"de\">A</t>")
        let ours = document("<t languageCode=\"de\">A3</t><t languageCode=\"en\">B</t><t languageCode=\"fr\">C3</t>")
        let merged = try merge(base, theirs, ours)
        // Theirs changed the order, ours did not; French follows English, as it did in ours.
        #expect(
            merged.text
                == document(
                    "<t languageCode=\"en\">B2</t><t languageCode=\"fr\">C3</t><t languageCode=\"de\">A3</t>"))
        #expect(merged.outcomes == ["p/t[en]": .theirs, "p/t[de]": .ours, "p/t[fr]": .ours])
    }

    @Test("items that only their content tells apart find each other: a removed one does not shift the rest")
    func unkeyed() throws {
        let base = document("<k>eins</k><k>zwei</k><k>drei</k>")
        let merged = try merge(base, document("<k>zwei</k><k>drei</k>"), document("<k>eins</k><k>zwei</k><k>DREI</k>"))
        #expect(merged.text == document("<k>zwei</k><k>DREI</k>"))
        #expect(merged.outcomes == ["p/k": .theirs, "p/k[#3]": .ours])
    }

    @Test("both sides add an item: equal ones are one, different ones are two")
    func additions() throws {
        let base = document("<k>eins</k>")
        let equal = try merge(base, document("<k>eins</k><k>neu</k>"), document("<k>eins</k><k>neu</k>"))
        #expect(equal.text == document("<k>eins</k><k>neu</k>"))
        let different = try merge(base, document("<k>eins</k><k>hier</k>"), document("<k>eins</k><k>dort</k>"))
        #expect(
            different.text == document("<k>eins</k><k>dort</k><k>hier</k>")
                || different.text == document("<k>eins</k><k>hier</k><k>dort</k>"))
        #expect(different.outcomes.values.allSatisfy { $0 == .theirs || $0 == .ours })
    }

    @Test("one side removes what the other changes: a conflict, never a silent loss")
    func removed() throws {
        let base = document("<a>1</a><b>1</b>")
        let gone = try merge(base, document("<a>1</a>"), document("<a>1</a><b>2</b>"))
        #expect(gone.text == document("<a>1</a><b>2</b>"))
        #expect(gone.outcomes == ["p/b": .conflict])
        let taken = try merge(base, document("<a>1</a>"), document("<a>1</a><b>2</b>")) { _ in .theirs }
        #expect(taken.text == document("<a>1</a>"))
        let plain = try merge(base, document("<a>1</a>"), document("<a>2</a><b>1</b>"))
        #expect(plain.text == document("<a>2</a>"))
    }

    @Test("what ours added stands behind what it followed, and never among elements of another name")
    func order() throws {
        let base = document("<m><typ><code>1</code></typ></m><z>1</z>")
        let theirs = document("<m><typ><code>1</code></typ></m><m><typ><code>2</code></typ></m><z>1</z>")
        let ours = document("<m><typ><code>1</code></typ></m><n>neu</n><z>1</z>")
        #expect(
            try merge(base, theirs, ours).text
                == document("<m><typ><code>1</code></typ></m><m><typ><code>2</code></typ></m><n>neu</n><z>1</z>"))
    }

    @Test("another xsi:type makes the whole group one field")
    func types() throws {
        let xsi = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\""
        func fee(_ type: String, _ inner: String) -> String {
            document("<f \(xsi) xsi:type=\"\(type)\">\(inner)</f>")
        }
        let merged = try merge(
            fee("Fix", "<betrag>1</betrag><w>E</w>"), fee("Frei", "<text>frei</text><w>E</w>"),
            fee("Fix", "<betrag>2</betrag><w>E</w>"))
        #expect(merged.outcomes == ["p/f": .conflict])
    }

    @Test("comments, prefixes, CDATA and white space are no changes")
    func formatting() throws {
        let base = "<x:l xmlns:x=\"u\"><x:a>1</x:a><x:b><![CDATA[<p>]]></x:b></x:l>"
        let theirs = "<l xmlns=\"u\">\n  <!-- neu -->\n  <a>1</a>\n  <b>&lt;p&gt;</b>\n</l>"
        let merged = try merge(base, theirs, base)
        #expect(merged.outcomes.isEmpty)
    }

    @Test(
        "paths are read as they are written",
        arguments: [
            "leistung/modulText[06]/inhalt[de]", "parameter:frist", "merkblatt",
            "l/k[X05|kosten|1%2F2%5D]/b[#3]", "l/m[ä%25]/x",
        ])
    func paths(_ text: String) throws {
        #expect(try #require(FieldPath(text)).description == text)
    }

    @Test(
        "what is no path is none", arguments: ["", "/a", "a//b", "a/b[", "a/b]", "a/[x]", "parameter:a/b", "a/b[x[y]]"])
    func noPaths(_ text: String) { #expect(FieldPath(text) == nil) }

    @Test("patterns cover what they say")
    func patterns() throws {
        let path = try #require(FieldPath("leistung/modulKosten[A|s|1]/kosten[001]/betrag"))
        for (pattern, covers) in [
            ("*", true), ("leistung/*", true), ("*/betrag", true), ("leistung/modulKosten[1]/kosten/betrag", true),
            ("leistung/modulKosten/kosten/betrag", true), ("leistung/modulKosten/kosten", false),
            ("leistung/modulKosten[2]/kosten/betrag", false), ("*kosten*", true), ("x*", false), ("*betrag*x", false),
        ] {
            #expect(FieldPattern(pattern).matches(path) == covers, "\(pattern)")
        }
        // Many stars do not take for ever.
        #expect(!FieldPattern(String(repeating: "*a", count: 40)).matches(path))
    }
}
