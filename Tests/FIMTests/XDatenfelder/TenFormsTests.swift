import CodeLists
import Findings
import Foundation
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore

@testable import FIM

/// Ten forms with differing constructs, each with data sets that say themselves whether they are valid: judged by our own
/// validation and by the derived XSD here, by jsonschema and xmllint in `Scripts/prove-forms`.
@Suite("Ten forms")
struct TenFormsTests {
    /// A data set and what each judge is to say of it.
    struct DataSet {
        let name: String
        let isValid: Bool
        /// What the XSD says: it knows no types of JSON and no rules.
        let xsd: Bool
        /// What our own validation says: it does not know patterns that only XSD has.
        let own: Bool
        let data: JSONValue
    }

    static let names = [
        "01-texte", "02-zahlen", "03-zeiten", "04-werte", "05-codeliste", "06-auswahl", "07-verschachtelt",
        "08-wiederholt", "09-muster", "10-regeln",
    ]

    static func schema(_ name: String) throws -> XDF3.Stammdatenschema {
        let reading = try XDFReader.read(bytes: FIMFixtures.bytes("formulare/\(name).xml"), name: name)
        #expect(reading.findings.isEmpty)
        return try #require(reading.xdf3?.stammdatenschema)
    }

    static func sets(_ name: String) throws -> [DataSet] {
        guard case .array(let entries)? = JSONValue(parsing: try FIMFixtures.text("formulare/\(name).json")) else {
            throw XDFError(.notReadable, Message(de: "\(name)", en: "\(name)"))
        }
        return try entries.map { entry in
            guard case .string(let name)? = entry["name"], case .bool(let isValid)? = entry["valid"] else {
                throw XDFError(.notReadable, Message(de: "Satz", en: "data set"))
            }
            func flag(_ key: String) -> Bool { if case .bool(let flag)? = entry[key] { flag } else { isValid } }
            return DataSet(
                name: name, isValid: isValid, xsd: flag("xsd"), own: flag("own"), data: try #require(entry["data"]))
        }
    }

    static func lists() throws -> @Sendable (XDF3.CodelisteReferenz) -> QualityCodeList? {
        var registry = CodeListRegistry()
        _ = try registry.add(bytes: FIMFixtures.bytes("formulare/ampel_2026-01-01.xml"), name: "ampel.xml")
        let lists = registry
        return { QualityCodeList($0, in: lists) }
    }

    @Test("our own validation says of every data set what it says of itself", arguments: names)
    func own(_ name: String) throws {
        let schema = try Self.schema(name)
        let lists = try Self.lists()
        for set in try Self.sets(name) {
            let findings = try XDF3FormData.validate(set.data, schema, codeList: lists)
            #expect(findings.isEmpty == set.own, "\(set.name): \(findings.map(\.id))")
        }
    }

    @Test("the derived XSD says of every data set what it says of itself, in both styles", arguments: names)
    func xsd(_ name: String) throws {
        let schema = try Self.schema(name)
        let lists = try Self.lists()
        for style in XDF3XMLSchema.Style.allCases {
            let tree = try XDF3XMLSchema.derive(schema, options: .init(style: style, codeList: lists))
            let validator = DocumentValidator(
                try SchemaLoader().load([.bytes(try tree.serialized(), name: "form.xsd")]))
            for set in try Self.sets(name) {
                let bytes = try XDF3FormData.xml(set.data, schema, style: style).serialized()
                let result = validator.validate(.bytes(bytes, name: "data.xml"))
                #expect((result.verdict == .valid) == set.xsd, "\(set.name), \(style): \(result.findings.map(\.id))")
                guard set.isValid else { continue }
                let back = try XDF3FormData.json(try XMLTree(bytes: bytes), schema)
                #expect(try XDF3FormData.validate(back, schema, codeList: lists).isEmpty, "\(set.name), \(style)")
            }
        }
    }

    @Test("there are ten forms, each with valid and at least four invalid data sets")
    func complete() throws {
        #expect(Self.names.count == 10)
        for name in Self.names {
            let sets = try Self.sets(name)
            #expect(sets.count { $0.isValid } >= 2 && sets.count { !$0.isValid } >= 4, "\(name)")
        }
    }

    @Test(
        "numbers of JSON become numbers of XSD",
        arguments: [
            ("7.0", "num_int", "7"), ("2e1", "num_int", "20"), ("-1.0001E2", "num_currency", "-100.01"),
            ("-5E-3", "num_currency", "-0.005"), ("0.00", "num_currency", "0.00"), ("12.5e0", "num_currency", "12.5"),
            ("2.5", "num_int", "2.5"), ("1e999999999", "num_int", "1e999999999"), ("1e5", "num", "1e5"),
        ])
    func numbers(_ json: String, _ type: String, _ expected: String) {
        #expect(XDF3FormXML.lexical(json, type: type) == expected)
    }

    @Test("data of another form are refused")
    func foreign() throws {
        let schema = try Self.schema("01-texte")
        let error = #expect(throws: XDFError.self) {
            try XDF3FormData.json(XMLTree(bytes: FIMFixtures.bytes("formulare/daten-gut.xml")), schema)
        }
        #expect(error?.code == .unknownRoot)
    }
}

@Suite("Conversion: code lists become values")
struct InlineTests {
    private func converted(
        _ inlines: XDF2To3.Options.Inlining, _ change: (inout XDF2To3.Options) -> Void = { _ in }
    ) throws -> XDF2To3.Result {
        var registry = CodeListRegistry()
        _ = try registry.add(bytes: FIMFixtures.bytes("formulare/ampel_2026-01-01.xml"), name: "ampel.xml")
        var options = XDF2To3.Options()
        options.inlines = inlines
        options.findValues(in: registry)
        change(&options)
        let source = try #require(XDFReader.read(bytes: FIMFixtures.bytes("formulare/codeliste-2.0.xml")).xdf2)
        return XDF2To3.convert(source, options: options)
    }

    @Test("all lists at hand become values, with the first further column as help; others stay references")
    func all() throws {
        let result = try converted(.all)
        let fields = result.nachricht.alleFelder
        #expect(
            fields[0].werte == [
                .init(code: "rot", name: "Rot", hilfe: "halten"), .init(code: "gelb", name: "Gelb"),
                .init(code: "gruen", name: "Grün"),
            ])
        #expect(fields[0].codelisteReferenz == nil)
        #expect(fields[1].werte == nil && fields[1].codelisteReferenz?.version == "2026-01-01")
        #expect(
            result.report.entries.contains {
                $0.field == "codelisteReferenz" && $0.element == "F17000001V1.0" && $0.after == "werte"
            })
    }

    @Test("lists of others stay references by default, and all do when none is asked for")
    func some() throws {
        for inlining in [XDF2To3.Options.Inlining.fimOnly, .none] {
            let fields = try converted(inlining).nachricht.alleFelder
            #expect(fields.allSatisfy { $0.werte == nil && $0.codelisteReferenz != nil })
        }
    }

    @Test("a Hauptnummernkreis has its own Unternummernkreis, references are cut, originals kept, as asked for")
    func parameters() throws {
        let plain = try #require(converted(.none).nachricht.stammdatenschema)
        #expect(plain.identifikation.id == "S17000000005")
        #expect(plain.angaben.bezug.map(\.text) == ["§ 1 MustG", "§ 2 MustG"])
        #expect(plain.angaben.beschreibung?.contains("ID: S17000005") == true)
        #expect(plain.dokumentsteckbrief?.id == "D99000000001")
        let other = try converted(.none) {
            $0.unternummernkreis = "001"
            $0.unternummernkreise = ["17": "042"]
            $0.splitsReferences = false
            $0.documentsOriginalValues = false
            $0.dokumentsteckbriefID = "D17000000007"
        }
        let schema = try #require(other.nachricht.stammdatenschema)
        #expect(schema.identifikation.id == "S17042000005")
        #expect(schema.angaben.bezug.map(\.text) == ["§ 1 MustG; § 2 MustG"])
        #expect(schema.angaben.beschreibung == nil)
        #expect(schema.dokumentsteckbrief?.id == "D17000000007")
    }
}
