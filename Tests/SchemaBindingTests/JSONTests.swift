import Foundation
import Testing
import XMLCore

@testable import SchemaBinding

private let ns = XMLNamespace("urn:t", prefix: "t")

private struct Betrag: XMLComplex {
    var value: XSDDecimal
    var waehrung: String?
    static let xml = XMLTable(Self.self, "Betrag", in: ns) {
        $0.value(\.value)
        $0.attribute("waehrung", \.waehrung)
    }
}

private struct Person: XMLComplex {
    var name: String
    static let xml = XMLTable(Self.self, "Person", in: ns) { $0.element("name", \.name) }
}

private struct Firma: XMLComplex {
    var name: String
    var sitz: String
    static let xml = XMLTable(Self.self, "Firma", in: ns) {
        $0.element("name", \.name)
        $0.element("sitz", \.sitz)
    }
}

private enum PersonAuspraegung: XMLVariants {
    case person(Person)
    case firma(Firma)
    static let xml = XMLVariantTable(Self.self) {
        $0.type("Person", in: ns, declared: true, { .person($0) }) {
            if case .person(let value) = $0 { value } else { nil }
        }
        $0.type("Firma", in: ns, { .firma($0) }) { if case .firma(let value) = $0 { value } else { nil } }
    }
}

private struct Hinweis: XMLComplex {
    var content: XMLMixedContent
    static let xml = XMLTable(Self.self, in: ns) { $0.mixed(\.content) }
}

private enum Kontakt: XMLChoice {
    case telefon(String)
    case mail([String])
    static let xml = XMLChoiceTable(Self.self, in: ns) {
        $0.element("telefon", { .telefon($0) }) { if case .telefon(let value) = $0 { value } else { nil } }
        $0.element("mail", { .mail($0) }, min: 1) { if case .mail(let value) = $0 { value } else { nil } }
    }
}

private enum Ziel: XMLChoice {
    case bis(XSDDate)
    case dauer(XSDInteger)
    static let xml = XMLChoiceTable(Self.self, in: ns) {
        $0.element("bis", { .bis($0) }) { if case .bis(let value) = $0 { value } else { nil } }
        $0.element("dauer", { .dauer($0) }) { if case .dauer(let value) = $0 { value } else { nil } }
    }
}

private struct Antrag: XMLComplex {
    var name: String
    var anzahl: XSDPositiveInteger
    var betrag: [Betrag]
    var storniert: XMLNillable<XSDDate>?
    var ziel: Ziel
    var kontakt: [Kontakt]
    var halter: PersonAuspraegung
    var hinweis: Hinweis?
    var zahlen: XMLList<Int>?
    var endgueltig: Bool
    var fremd: [XMLAnyElement]
    var art: XSDQName?
    var testfall: Bool
    static let rootNames = [ns.name("antrag")]
    static let xml = XMLTable(Self.self, "Antrag", in: ns) {
        $0.element("name", \.name)
        $0.element("anzahl", \.anzahl)
        $0.element("betrag", \.betrag)
        $0.element("storniert", \.storniert)
        $0.group(\.ziel)
        $0.group(\.kontakt)
        $0.element("halter", \.halter)
        $0.element("hinweis", \.hinweis)
        $0.element("zahlen", \.zahlen)
        $0.element("endgueltig", \.endgueltig, fixed: "1")
        $0.any(\.fremd, .other(than: "urn:t"))
        $0.attribute("art", \.art)
        $0.attribute("testfall", \.testfall, fixed: "0")
    }
}

/// A part that occurs at two places: only the order tells which one is meant.
private struct Strecke: XMLComplex {
    var von: String
    var ueber: String?
    var nach: String
    static let xml = XMLTable(Self.self, in: ns) {
        $0.element("ort", \.von)
        $0.element("halt", \.ueber)
        $0.element("ort", \.nach)
    }
}

@Suite struct JSONTests {
    static let text = """
        <t:antrag xmlns:t="urn:t" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" art="t:neu" testfall="0">\
        <t:name>A &amp; B</t:name><t:anzahl>123456789012345678901234567890</t:anzahl>\
        <t:betrag waehrung="EUR">1.50</t:betrag><t:betrag>2.5</t:betrag><t:storniert xsi:nil="true"/>\
        <t:dauer>7</t:dauer><t:mail>a@b</t:mail><t:mail>c@d</t:mail><t:telefon>1</t:telefon><t:mail>e@f</t:mail>\
        <t:halter xsi:type="t:Firma"><t:name>X</t:name><t:sitz>Y</t:sitz></t:halter>\
        <t:hinweis>Bitte <t:fett>bald</t:fett>!</t:hinweis><t:zahlen>1 2 3</t:zahlen><t:endgueltig>1</t:endgueltig>\
        <o:x xmlns:o="urn:o" a="1"/></t:antrag>
        """

    /// Written by hand from the rules in Documentation/Formate/JSON.md.
    static let json = #"""
        {
          "$message": "antrag", "$namespace": "urn:t", "@art": "{urn:t}neu", "@testfall": "0",
          "name": "A & B", "anzahl": "123456789012345678901234567890",
          "betrag": [{"@waehrung": "EUR", "#text": "1.50"}, {"#text": 2.5}], "storniert": null, "dauer": 7,
          "#content": [{"mail": ["a@b", "c@d"]}, {"telefon": "1"}, {"mail": ["e@f"]}],
          "halter": {"@xsi:type": "{urn:t}Firma", "name": "X", "sitz": "Y"},
          "hinweis": {"#xml": "Bitte <t:fett xmlns:t=\"urn:t\">bald</t:fett>!"},
          "zahlen": [1, 2, 3], "endgueltig": "1", "#any": ["<o:x xmlns:o=\"urn:o\" a=\"1\"/>"]
        }
        """#

    private func value() throws -> Antrag {
        try XMLValueDecoder().decode(Antrag.self, from: .bytes(Array(Self.text.utf8))).value
    }

    @Test("a value becomes the JSON that the mapping describes, and comes back the same")
    func roundTrip() throws {
        let value = try value()
        let data = try JSONEncoder().encode(value)
        let decoder = JSONDecoder()
        let found = try decoder.decode(XMLJSONValue.self, from: data)
        let wanted = try decoder.decode(XMLJSONValue.self, from: Data(Self.json.utf8))
        #expect(found == wanted, "\(String(decoding: data, as: UTF8.self))")
        #expect(try decoder.decode(Antrag.self, from: data) == value)
        #expect(try decoder.decode(Antrag.self, from: Data(Self.json.utf8)) == value)
    }

    @Test("inside of other Codable types there is no $message")
    func nested() throws {
        struct Liste: Codable, Equatable { var antraege: [Antrag] }
        let liste = Liste(antraege: [try value()])
        let data = try JSONEncoder().encode(liste)
        #expect(!String(decoding: data, as: UTF8.self).contains("$message"))
        #expect(try JSONDecoder().decode(Liste.self, from: data) == liste)
    }

    @Test("an element that stands at two places is told by the order")
    func ambiguous() throws {
        let strecke = Strecke(von: "A", ueber: "B", nach: "C")
        let data = try JSONEncoder().encode(strecke)
        let wanted = ##"{"#content": [{"ort": "A"}, {"halt": "B"}, {"ort": "C"}]}"##
        #expect(
            try JSONDecoder().decode(XMLJSONValue.self, from: data)
                == JSONDecoder().decode(XMLJSONValue.self, from: Data(wanted.utf8)))
        #expect(try JSONDecoder().decode(Strecke.self, from: data) == strecke)
    }

    @Test(
        "what does not fit is refused",
        arguments: [
            ("\"name\": \"A & B\",", ""), ("\"dauer\": 7", "\"dauer\": 7.5"), ("\"dauer\": 7", "\"dauer\": true"),
            ("\"dauer\": 7", "\"dauer\": 7, \"bis\": \"2026-11-23\""), ("\"name\": \"A & B\"", "\"name\": 1"),
            ("\"zahlen\"", "\"zahl\""), ("\"$message\": \"antrag\"", "\"$message\": \"anfrage\""),
            ("\"endgueltig\": \"1\"", "\"endgueltig\": false"), ("{\"telefon\": \"1\"}", "{\"fax\": \"1\"}"),
        ])
    func refused(old: String, new: String) {
        #expect(Self.json.contains(old))
        let json = Self.json.replacingOccurrences(of: old, with: new)
        #expect(throws: DecodingError.self) { try JSONDecoder().decode(Antrag.self, from: Data(json.utf8)) }
    }

    @Test("a fixed value is written as the schema spells it")
    func fixedSpelling() throws {
        let written = String(decoding: try XMLValueEncoder().encode(try value()), as: UTF8.self)
        #expect(written.contains("<t:endgueltig>1</t:endgueltig>") && written.contains("testfall=\"0\""))
        let other = Self.text.replacingOccurrences(of: ">1</t:endgueltig>", with: ">true</t:endgueltig>")
        let read = try XMLValueDecoder().decode(Antrag.self, from: .bytes(Array(other.utf8))).value
        #expect(read == (try value()))
    }

    /// By the rule: no exponent, no superfluous digit, at most 15 digits.
    @Test("numbers are JSON numbers only where nothing is lost")
    func numbers() {
        for text in ["0", "7", "-1", "123456789012345", "0.5", "-12.25", "0.0001", "1000"] {
            #expect(XMLJSONNumber.isCanonical(text), "\(text)")
        }
        for text in [
            "", "-", "-0", "007", "+1", "1.50", "1.", ".5", "1e5", "INF", "1234567890123456", "0.00001", "0.0", "1,5",
        ] {
            #expect(!XMLJSONNumber.isCanonical(text), "\(text)")
        }
    }
}

@Suite struct IntegerTests {
    @Test("whole numbers of any length, in canonical form")
    func integers() throws {
        #expect(XSDInteger(xmlText: "+007")?.xmlText == "7" && XSDInteger(xmlText: "-0")?.xmlText == "0")
        for bad in ["", "-", "1.0", "1e3", "0x1", " 1"] { #expect(XSDInteger(xmlText: bad) == nil) }
        let long = try #require(XSDInteger(xmlText: "-99999999999999999999"))
        #expect(long.int == nil && long < -5 && long == long && XSDInteger(12).int == 12)
        #expect(XSDInteger(xmlText: "10") ?? 0 > 9)
    }

    @Test("signs are checked")
    func signs() {
        #expect(XSDPositiveInteger(xmlText: "0") == nil && XSDPositiveInteger(xmlText: "1")?.int == 1)
        #expect(XSDNonNegativeInteger(xmlText: "-1") == nil && XSDNonNegativeInteger(xmlText: "0")?.int == 0)
        #expect(XSDNegativeInteger(xmlText: "0") == nil && XSDNegativeInteger(xmlText: "-3")?.int == -3)
        #expect(XSDNonPositiveInteger(xmlText: "1") == nil && XSDNonPositiveInteger(xmlText: "-0")?.int == 0)
        #expect(throws: XMLBindingError.self) { try XSDPositiveInteger(XSDInteger(0)) }
    }
}
