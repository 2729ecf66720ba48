import Findings
import Testing
import XMLCore

@testable import SchemaBinding

private let ns = XMLNamespace("urn:t", prefix: "t")

private struct Postleitzahl: XMLRefined {
    let value: String
    init(unchecked value: String) { self.value = value }
    static let facets = XMLFacets(patterns: [["[0-9]{5}"]], collapses: true)
}

private enum Art: String, XMLEnumeration { case privat, beruflich = "beruflich genutzt" }

private enum Auswahl: XMLChoice {
    case telefon(String)
    case mail([String])
    static let xml = XMLChoiceTable(Self.self, in: ns) {
        $0.element("telefon", { .telefon($0) }) { if case .telefon(let value) = $0 { value } else { nil } }
        $0.element("mail", { .mail($0) }, min: 1) { if case .mail(let value) = $0 { value } else { nil } }
    }
}

/// With a type that contains itself, a repeated choice, attributes, a list, foreign content and a group.
private struct Person: XMLComplex {
    struct Ort: XMLComplex {
        var plz: Postleitzahl
        var name: String?
        static let xml = XMLTable(Self.self, in: ns, group: true) {
            $0.element("plz", \.plz)
            $0.element("ort", \.name)
        }
    }
    var name: String
    var geboren: XSDDate?
    var ort: Ort?
    var kontakt: [Auswahl]
    var chef: Person? { _chef?.value }
    var _chef: XMLIndirect<Person>?
    var fremd: [XMLAnyElement]
    var art: Art
    var nummern: XMLList<Int>?
    static let rootNames = [ns.name("person")]
    static let xml = XMLTable(Self.self, "Person", in: ns) {
        $0.element("name", \.name)
        $0.element("geboren", \.geboren, in: .unqualified)
        $0.group(\.ort)
        $0.group(\.kontakt, max: 3)
        $0.element("chef", \._chef)
        $0.any(\.fremd, .other(than: "urn:t"))
        $0.attribute("art", \.art)
        $0.attribute("nummern", \.nummern)
    }
}

@Suite struct BindingTests {
    static let text = """
        <?xml version="1.0"?>
        <t:person xmlns:t="urn:t" xmlns:o="urn:o" art="beruflich genutzt" nummern=" 1  2 3 ">
          <t:name>Müller &amp; Söhne</t:name><!-- hier --><geboren>2000-02-29</geboren>
          <t:plz> 33098 </t:plz><t:ort>Paderborn</t:ort>
          <t:mail>a@b</t:mail><t:mail>c@d</t:mail><t:telefon>1</t:telefon><t:mail>e@f</t:mail>
          <t:chef art="privat"><t:name>X</t:name></t:chef>
          <o:fremd typ="o:T"><o:x/></o:fremd>
        </t:person>
        """

    private func decode(_ text: String, lenient: Bool = false) throws -> XMLValueDecoder.Result<Person> {
        try XMLValueDecoder(.init(isLenient: lenient)).decode(
            Person.self, from: .bytes(Array(text.utf8), name: "a.xml"))
    }

    @Test("bounds at the ends of 64 bits are bounds like others")
    func extremeBounds() {
        let facets = XMLFacets(minInclusive: String(Int64.min), maxInclusive: String(Int64.max))
        #expect(facets.broken(by: "-9223372036854775808", value: Int.min) == nil)
        #expect(facets.broken(by: "9223372036854775807", value: Int.max) == nil)
        let outside = "-9223372036854775809"
        #expect(XSDInteger(xmlText: outside).map { facets.broken(by: outside, value: $0) != nil } == true)
    }

    @Test("a document becomes a value, in the order of its choices")
    func decodes() throws {
        let person = try decode(Self.text).value
        #expect(person.name == "Müller & Söhne")
        #expect(person.geboren == XSDDate(year: 2000, month: 2, day: 29))
        #expect(person.ort?.plz.value == "33098" && person.ort?.name == "Paderborn")
        #expect(person.kontakt == [.mail(["a@b", "c@d"]), .telefon("1"), .mail(["e@f"])])
        #expect(person.chef?.name == "X" && person.chef?.art == .privat)
        #expect(person.nummern == [1, 2, 3])
        #expect(person.fremd.first?.element.name == XMLName("fremd", in: "urn:o"))
    }

    @Test("what is written reads back equal, with all prefixes at the root")
    func encodes() throws {
        let person = try decode(Self.text).value
        let written = try XMLValueEncoder().encode(person)
        let again = try XMLValueDecoder().decode(Person.self, from: .bytes(written)).value
        #expect(again == person && again.hashValue == person.hashValue)
        let text = String(decoding: written, as: UTF8.self)
        #expect(text.hasPrefix("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<t:person xmlns:t=\"urn:t\" art="))
        #expect(text.contains("<t:name>Müller &amp; Söhne</t:name><geboren>2000-02-29</geboren>"))
        #expect(text.contains("typ=\"o:T\""))
    }

    @Test(
        "faults end the strict reading with their place",
        arguments: [
            ("<t:name>X</t:name>", "<t:nama>X</t:nama>", "binding.unexpected-element", "/person/chef[1]/nama[1]"),
            ("art=\"privat\"", "", "binding.missing-attribute", "/person/chef[1]"),
            ("art=\"privat\"", "art=\"privat\" b=\"\"", "binding.unexpected-attribute", "/person/chef[1]"),
            ("art=\"privat\"", "art=\"anders\"", "binding.bad-value", "/person/chef[1]"),
            ("2000-02-29", "2001-02-29", "binding.bad-value", "/person/geboren[1]"),
            (" 33098 ", "3309", "binding.bad-value", "/person/plz[1]"),
            ("<t:mail>c@d</t:mail>", "<t:telefon>2</t:telefon>", "binding.unexpected-element", "/person/mail[2]"),
            ("<t:ort>Paderborn</t:ort>", "Paderborn", "binding.unexpected-text", nil),
            ("<t:name>X</t:name>", "", "binding.missing-element", "/person/chef[1]"),
            (
                "<o:x/></o:fremd>", "</o:fremd><t:name>zu spät</t:name>", "binding.unexpected-element",
                "/person/name[2]"
            ),
            (
                "<o:fremd typ=\"o:T\"><o:x/></o:fremd>", "<t:nirgends-bekannt/>", "binding.unexpected-element",
                "/person/nirgends-bekannt[1]"
            ),
            ("</t:ort>", "</t:ord>", "xml.not-well-formed", nil),
        ] as [(String, String, String, String?)])
    func faults(old: String, new: String, id: String, path: String?) throws {
        #expect(Self.text.contains(old))
        let error = #expect(throws: XMLBindingError.self) { try decode(Self.text.replacing(old, with: new)) }
        #expect(error?.code.id.rawValue == id)
        if let path { #expect(error?.location.path == path) }
        #expect(error?.location.file == "a.xml" && error?.location.line != nil)
    }

    @Test("a lenient decoder keeps what it does not know and warns")
    func lenient() throws {
        let text = Self.text.replacing("<t:ort>", with: "<t:neu><t:name/></t:neu><t:ort>")
            .replacing("art=\"privat\"", with: "art=\"privat\" neu=\"1\"")
        let result = try decode(text, lenient: true)
        #expect(result.unknown.map(\.name) == [XMLName("neu", in: "urn:t")])
        #expect(result.warnings.map(\.id.rawValue) == ["binding.unexpected-element", "binding.unexpected-attribute"])
        #expect(result.warnings.allSatisfy { $0.severity == .warning })
        #expect(result.value.ort?.name == "Paderborn")
    }

    @Test("refined values are checked when they are made")
    func refined() throws {
        #expect(try Postleitzahl("33098").value == "33098")
        #expect(throws: XMLBindingError.self) { try Postleitzahl("3309") }
    }

    @Test("what the schema does not allow is refused with the path of the element, and nothing is written")
    func refusedWriting() throws {
        let person = try decode(Self.text).value
        func refused(_ change: (inout Person) -> Void) throws -> String {
            var changed = person
            change(&changed)
            let error = try #require(throws: XMLBindingError.self) { try XMLValueEncoder().encode(changed) }
            return "\(error.code.id.rawValue) \(error.location.path ?? "-")"
        }
        #expect(try refused { $0.name = "a\u{1}" } == "binding.bad-value /person/name[1]")
        #expect(try refused { $0._chef?.value.name = "\u{FFFE}" } == "binding.bad-value /person/chef[1]/name[1]")
        #expect(try refused { $0.kontakt += [.telefon("2")] } == "binding.unexpected-element /person")
        #expect(try refused { $0.kontakt[2] = .mail([]) } == "binding.missing-element /person")
        #expect(
            try refused { $0._chef?.value.kontakt = .init(repeating: .telefon("1"), count: 4) }
                == "binding.unexpected-element /person/chef[1]")
    }

    @Test("places are those of the document, whatever its encoding, line ends and length of lines")
    func places() throws {
        let bad = Self.text.replacing("art=\"privat\"", with: "art=\"anders\"")
        func place(_ bytes: [UInt8]) throws -> String {
            let error = try #require(throws: XMLBindingError.self) {
                try XMLValueDecoder().decode(Person.self, from: .bytes(bytes, name: "a.xml"))
            }
            let place = error.location
            return "\(place.line ?? 0):\(place.column ?? 0) \(place.path ?? "-")"
        }
        #expect(try place(Array(bad.utf8)) == "6:3 /person/chef[1]")
        #expect(try place(Array(bad.replacing("\n", with: "\r\n").utf8)) == "6:3 /person/chef[1]")
        #expect(try place([0xEF, 0xBB, 0xBF] + Array(bad.utf8)) == "6:3 /person/chef[1]")
        let wide = bad.replacing("version=\"1.0\"", with: "version=\"1.0\" encoding=\"UTF-16\"")
        #expect(
            try place([0xFF, 0xFE] + wide.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }) == "6:3 /person/chef[1]"
        )
        // The column counts characters; lines and columns do not stop at 65,535.
        let long = String(repeating: "ä", count: 70_000)
        #expect(
            try place(Array(bad.replacing("  <t:chef", with: "<!--\(long)--><t:chef").utf8))
                == "6:70008 /person/chef[1]")
        let lines = String(repeating: "\n", count: 70_000)
        #expect(
            try place(Array(bad.replacing("  <t:chef", with: "\(lines)  <t:chef").utf8)) == "70006:3 /person/chef[1]")
        // Broken off: the place is the end.
        #expect(try place(Array(bad.utf8.prefix(120))).hasPrefix("3:"))
    }

    @Test("records before a fault are handed over, and the error has its place", arguments: [7, 40, 4_096])
    func recordsBeforeFault(size: Int) throws {
        let good = "<t:person art='privat'><t:name>A</t:name></t:person>\n"
        let faults = [
            ("<t:person art='privat'><t:nam/></t:person></l>", "binding.unexpected-element", "4:24"),
            ("<t:person art='privat'><t:name>B</t:name>", "xml.", "4:42"),
            ("<t:person art='privat'><t:name>B</t:nam></t:person></l>", "xml.not-well-formed", "4:"),
            ("<t:person art='anders'><t:name>B</t:name></t:person></l>", "binding.bad-value", "4:1"),
        ]
        for (fault, id, place) in faults {
            let pieces = PieceSource(["<l xmlns:t='urn:t'>\n", good, good, fault], size: size)
            var names: [String] = []
            let error = try #require(throws: XMLBindingError.self) {
                try XMLValueDecoder().decodeRecords(
                    Person.self, named: XMLName("person", in: "urn:t"), from: .chunks { pieces.next() }
                ) { names.append($0.name) }
            }
            #expect(names == ["A", "A"])
            let found = "\(error.location.line ?? 0):\(error.location.column ?? 0)"
            #expect(error.code.id.rawValue.hasPrefix(id) && found.hasPrefix(place), "\(fault) \(error)")
        }
    }

    @Test("records are read one by one from pieces of any size")
    func records() throws {
        let record = "<t:person art='privat'><t:name>Nummer</t:name></t:person>\n"
        let pieces = PieceSource(
            ["<l xmlns:t='urn:t'>"] + [String](repeating: record, count: 3_000) + ["</l>"], size: 7)
        var names = 0
        let count = try XMLValueDecoder().decodeRecords(
            Person.self, named: XMLName("person", in: "urn:t"), from: .chunks { pieces.next() }
        ) { if $0.name == "Nummer" { names += 1 } }
        #expect(count == 3_000 && names == 3_000)
    }

    @Test("errors release what was read before: nothing is freed twice")
    func partialValues() throws {
        // Each prefix of the document breaks off at another place.
        let bytes = Array(Self.text.utf8)
        for length in stride(from: 60, to: bytes.count, by: 3) {
            #expect(throws: XMLBindingError.self) {
                try XMLValueDecoder().decode(Person.self, from: .bytes(Array(bytes[..<length])))
            }
        }
    }
}

/// Cuts text into pieces that have nothing to do with its structure.
private final class PieceSource: @unchecked Sendable {
    // Unchecked: used by one reader only.
    private let bytes: [UInt8]
    private let size: Int
    private var offset = 0

    init(_ parts: [String], size: Int) {
        bytes = Array(parts.joined().utf8)
        self.size = size
    }

    func next() -> [UInt8]? {
        guard offset < bytes.count else { return nil }
        defer { offset += size }
        return Array(bytes[offset..<min(bytes.count, offset + size)])
    }
}
