import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XMLCore
import XOEV

@Suite("Destination profiles")
struct DestinationProfileTests {
    private static let xzufi = "http://xoev.de/schemata/xzufi/2_2_0"

    /// A schema for the namespace of XZuFi 2.2.0 with texts in languages.
    private func catalogue() throws -> SchemaCatalogue {
        let schema = """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:z="\(Self.xzufi)" targetNamespace="\(Self.xzufi)"
              elementFormDefault="qualified">
              <xs:element name="leistung"><xs:complexType><xs:sequence>
                <xs:element name="inhalt" maxOccurs="unbounded"><xs:complexType><xs:simpleContent>
                  <xs:extension base="xs:string"><xs:attribute name="languageCode" type="xs:string"/></xs:extension>
                </xs:simpleContent></xs:complexType></xs:element>
              </xs:sequence></xs:complexType></xs:element>
            </xs:schema>
            """
        return try SchemaCatalogue([.bytes(Array(schema.utf8), name: "z.xsd")])
    }

    private func document(_ contents: String...) -> String {
        "<z:leistung xmlns:z=\"\(Self.xzufi)\">\n" + contents.joined(separator: "\n") + "\n</z:leistung>"
    }

    private func check(
        _ document: String, _ profile: DestinationProfile, _ delivery: Delivery = Delivery(), file: String? = nil
    ) throws -> CheckResult {
        let validator = MessageValidator(
            try catalogue(), options: MessageValidator.Options(profile: profile, delivery: delivery))
        guard let file else { return validator.validate(.bytes(Array(document.utf8), name: "d.xml")) }
        try Data(document.utf8).write(to: URL(filePath: file))
        return validator.validate(.file(file))
    }

    private func layer(_ result: CheckResult) -> Layer.Outcome? {
        result.layers.first { $0.name == "profile" }?.outcome
    }

    @Test("The profiles that are built in can be read", arguments: DestinationProfile.builtinNames)
    func builtin(name: String) throws {
        let profile = try DestinationProfile.builtin(name)
        #expect(profile.kennung == name)
        #expect(!profile.rules.isEmpty && !profile.unknown.isEmpty)
        for rule in profile.rules {
            if case .unknown(let kind) = rule.kind { Issue.record("\(kind)") }
            #expect(!rule.text.rendered(.de).isEmpty && !rule.text.rendered(.en).isEmpty)
        }
    }

    @Test("A name that is no profile, and a file that is none, are told")
    func faulty() throws {
        #expect(throws: ProfileError.self) { try DestinationProfile.builtin("pvogg") }
        #expect(throws: ProfileError.self) { try DestinationProfile(.bytes(Array("<a/>".utf8), name: "a.xml")) }
        #expect(throws: ProfileError.self) { try DestinationProfile(.bytes(Array("<a".utf8), name: "a.xml")) }
        #expect(throws: ProfileError.self) { try DestinationProfile(.file("/nonexistent/p.xml")) }
    }

    @Test("PVOG: language, characters and HTML are found in their element, in the pass of the schema check")
    func texts() throws {
        let text = document(
            "<z:inhalt languageCode=\"de\"><![CDATA[<p>gut <a href=\"https://e.de\">hier</a><br/></p>]]></z:inhalt>",
            "<z:inhalt languageCode=\"deu\">x</z:inhalt>", "<z:inhalt languageCode=\"tr\">x</z:inhalt>",
            "<z:inhalt languageCode=\"de\">&lt;table>x&lt;/table></z:inhalt>",
            "<z:inhalt languageCode=\"de\"><![CDATA[<p style='x'>y</p>]]></z:inhalt>",
            "<z:inhalt languageCode=\"de\"><![CDATA[<a href=\"javascript:x\">y</a>]]></z:inhalt>",
            "<z:inhalt languageCode=\"de\">Ж</z:inhalt>")
        let result = try check(text, .builtin("pvog"))
        let told = result.findings.filter { $0.id.rawValue.hasPrefix("profil.pvog") }
        #expect(
            told.map { "\($0.location.line ?? 0) \($0.id) \($0.severity)" } == [
                "3 profil.pvog.sprachcode error", "4 profil.pvog.sprachcode hint", "5 profil.pvog.html error",
                "6 profil.pvog.html error", "7 profil.pvog.html error", "8 profil.pvog.zeichensatz error",
            ])
        #expect(told[0].location.path == "/leistung/inhalt[2]/@languageCode")
        #expect(told[3].message.rendered(.en).contains("p[style]"))
        #expect(layer(result) == .failed)
        #expect(result.verdict == .invalid)
    }

    @Test("PVOG: the index has to name the document, and all it names has to be there")
    func index() throws {
        try TestFiles.withTemporaryFolder { folder in
            let good = document("<z:inhalt languageCode=\"de\">x</z:inhalt>")
            let file = folder.appending(path: "a.xml").path
            func indexed(_ text: String?) throws -> CheckResult {
                let index = folder.appending(path: "index.txt")
                try? FileManager.default.removeItem(at: index)
                if let text { try Data(text.utf8).write(to: index) }
                return try check(good, .builtin("pvog"), file: file)
            }
            #expect(try indexed("a.xml\r\n").verdict == .valid)
            #expect(try indexed("b.xml\na.xml\n").findings.map(\.id) == ["profil.pvog.index"])
            #expect(try indexed("b.xml\n").findings.map(\.id) == ["profil.pvog.index", "profil.pvog.index"])
            #expect(try indexed("\r\n\r\n").verdict == .invalid)
            let none = try indexed(nil)
            #expect(none.verdict == .incomplete)
            #expect(none.findings.map(\.id) == ["profil.not-checked"])
        }
    }

    @Test(
        "A document that is not valid by its schema breaks the rule that demands it; without schema it is not checked")
    func schema() throws {
        let invalid = try check(document("<z:falsch/>"), .builtin("pvog"))
        #expect(invalid.findings.contains { $0.id == "profil.pvog.schema" })
        let validator = MessageValidator(
            try SchemaCatalogue([
                .bytes(Array("<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"/>".utf8), name: "n")
            ]),
            options: MessageValidator.Options(profile: try .builtin("pvog")))
        let unknown = validator.validate(.bytes(Array(document("<z:inhalt/>").utf8)))
        #expect(unknown.findings.filter { $0.id == "profil.not-checked" }.count == 2)
        #expect(unknown.verdict == .incomplete)
    }

    @Test("A profile for another standard is skipped, and that is told")
    func notApplicable() throws {
        let result = try check("<a/>", .builtin("pvog"))
        #expect(result.findings.contains { $0.id == "profil.not-applicable" })
        guard case .skipped = layer(result) else {
            Issue.record("\(String(describing: layer(result)))")
            return
        }
    }

    @Test("What is not well-formed was not checked by the profile")
    func malformed() throws {
        let result = try check("<a", .builtin("fit-connect"))
        #expect(result.verdict == .error)
        #expect(layer(result) != .passed && layer(result) != .failed)
    }

    // MARK: FIT-Connect

    private static let good = """
        {"$schema": "https://schema.fitko.de/fit-connect/metadata/1.0.0/metadata.schema.json",
         "contentStructure": {
          "data": {"hash": {"type": "sha512", "content": "DIGEST"},
           "submissionSchema": {"schemaUri": "https://e.de/s", "mimeType": "application/xml"}},
          "attachments": [{"hash": {"type": "sha512", "content": "OTHER"}, "purpose": "attachment",
           "mimeType": "text/plain", "attachmentId": "5e08e073-4e06-438d-9444-1275f6cbf061"}]},
         "publicServiceType": {"name": "x", "identifier": "urn:de:fim:leika:leistung:99102901104000"}}
        """

    /// SHA-512 of `abc` and of the document, by `sha512sum`.
    private static let abc =
        "ddaf35a193617abacc417349ae20413112e6fa4e89a97ea20a9eeee64b55d39a2192992a274fc1a836ba3c23a3feebbd454d4423643ce80e2a9ac94fa54ca49f"

    private func submission(_ change: (String) -> String) throws -> CheckResult {
        var result: CheckResult?
        try TestFiles.withTemporaryFolder { folder in
            func path(_ name: String) -> String { folder.appending(path: name).path }
            // The document is no schema's business here: the bytes `abc` stand for an attachment.
            try Data("abc".utf8).write(to: URL(filePath: path("anlage.txt")))
            let address =
                "{\"services\": [{\"gebietIDs\": [\"urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:05774\"]}]}"
            try Data(address.utf8).write(to: URL(filePath: path("adresse.json")))
            let text = document("<z:inhalt languageCode=\"de\">x</z:inhalt>")
            let metadata = change(
                Self.good.replacingOccurrences(of: "OTHER", with: Self.abc)
                    .replacingOccurrences(of: "DIGEST", with: Self.documentDigest))
            try Data(metadata.utf8).write(to: URL(filePath: path("metadaten.json")))
            result = try check(
                text, .builtin("fit-connect"),
                Delivery(
                    metadata: path("metadaten.json"), destination: path("adresse.json"),
                    attachments: [path("anlage.txt")]),
                file: path("d.xml"))
        }
        return try #require(result)
    }

    private static let documentDigest =
        "9c789968f2e71e3b90d7860b9932d9c0c2f64599a8c05637db0f189d064fb030e62bff7a8e1f263bf374ccde7bfe9e515e68db56e7dfff565e24682fa4f50f36"

    @Test("FIT-Connect: a submission with all its parts is valid")
    func submissionIsValid() throws {
        let result = try submission { $0 }
        #expect(result.findings.isEmpty)
        #expect(result.verdict == .valid)
    }

    @Test(
        "FIT-Connect: each broken rule is found",
        arguments: [
            ("application/xml", "text/html", "profil.fit-connect.fachdaten-medientyp"),
            ("\"schemaUri\": \"https://e.de/s\", ", "", "profil.fit-connect.fachdaten-schema"),
            ("ddaf35", "ddaf36", "profil.fit-connect.anlage-pruefsumme"),
            ("ddaf35", "ddaf3", "profil.fit-connect.anlage-pruefsumme"),
            ("-438d-", "-138d-", "profil.fit-connect.anlage-kennung"),
            ("\"purpose\": \"attachment\"", "\"purpose\": \"spam\"", "profil.fit-connect.anlage-zweck"),
            ("\"mimeType\": \"text/plain\", ", "", "profil.fit-connect.anlage-medientyp"),
            ("leistung:99102901104000", "leistung:991029", "profil.fit-connect.leistung"),
            ("metadata/1.0.0/", "metadata/7.0.0/", "profil.fit-connect.metadaten-version"),
        ])
    func broken(old: String, new: String, id: String) throws {
        let result = try submission { $0.replacingOccurrences(of: old, with: new) }
        #expect(Set(result.findings.map(\.id.rawValue)) == [id])
    }

    @Test("FIT-Connect: without its parts a submission is not completely checked, and each rule left out is named")
    func incomplete() throws {
        let result = try check(document("<z:inhalt>x</z:inhalt>"), .builtin("fit-connect"))
        #expect(result.verdict == .incomplete)
        #expect(result.findings.allSatisfy { $0.id == "profil.not-checked" })
        // Of ten rules only the media type is known without metadata: the document is XML.
        #expect(result.findings.count == 9)
        let broken = try submission { _ in "{" }
        #expect(broken.verdict == .incomplete)
        #expect(broken.findings.contains { $0.message.rendered(.en).contains("not valid JSON") })
    }

    @Test("A size beyond the limit and a rule of an unknown character set are told")
    func ownProfile() throws {
        let text = """
            <profil xmlns="urn:swift-xoev:profil:1.0" formatVersion="1.0" kennung="stadt"><version>1.0.0</version>
              <bezeichnung sprache="de">Stadt</bezeichnung><stand>2026-11-23</stand>
              <quellen><quelle id="q">Q</quelle></quellen><gilt/>
              <regeln>
                <groesse id="klein" schwere="fehler" wirkung="unbekannt" gewissheit="belegt" quelle="q" gegenstand="fachdaten" hoechstens="20">
                  <beschreibung sprache="de">Klein.</beschreibung></groesse>
                <zeichensatz id="zeichen" schwere="fehler" wirkung="unbekannt" gewissheit="belegt" quelle="q" name="String.Latin" version="9.9">
                  <beschreibung sprache="de">Latein.</beschreibung></zeichensatz>
              </regeln>
            </profil>
            """
        let profile = try DestinationProfile(.bytes(Array(text.utf8), name: "stadt.xml"))
        let result = try check(document("<z:inhalt>x</z:inhalt>"), profile)
        #expect(result.findings.map(\.id) == ["profil.stadt.klein", "profil.not-checked"])
        #expect(result.findings.last?.message.rendered(.en).contains("String.Latin 9.9") == true)
    }

    // MARK: Rules of the standard

    private struct Rules: StandardRules {
        var findings: [Finding] = []
        var notChecked: Message?
        func apply(to root: XMLName) -> Bool { root.local == "leistung" }
        func check(_ source: XMLSource, limits: XMLLimits) -> StandardRulesOutcome {
            StandardRulesOutcome(findings: findings, notChecked: notChecked)
        }
    }

    private func outcome(_ rules: [any StandardRules]?, schematron: [SchematronFile] = [], root: String? = nil) throws
        -> CheckResult
    {
        let validator = MessageValidator(
            try catalogue(), options: MessageValidator.Options(rules: rules, schematronFiles: schematron))
        return validator.validate(.bytes(Array((root ?? document("<z:inhalt>x</z:inhalt>")).utf8), name: "d.xml"))
    }

    @Test("Rules of a standard are a layer: passed, failed, not at hand, or cut short")
    func rules() throws {
        let why = Message(de: "weil", en: "because")
        #expect(try outcome(nil).layers.count == 2)
        #expect(try outcome([Rules()]).verdict == .valid)
        let failed = try outcome([Rules(findings: [Finding("r.x", .error, why)])])
        #expect(failed.layers.last?.outcome == .failed && failed.verdict == .invalid)
        #expect(try outcome([Rules(notChecked: why)]).layers.last?.outcome == .couldNotRun(why))
        #expect(try outcome([]).verdict == .incomplete)
        #expect(try outcome([Rules()], root: "<a").verdict == .error)
    }

    @Test("Schematron is never taken for checked")
    func schematron() throws {
        let file = SchematronFile(name: "r.sch")
        let asked = try outcome([Rules()], schematron: [file])
        #expect(asked.verdict == .incomplete)
        let notAsked = try outcome(nil, schematron: [file])
        #expect(notAsked.verdict == .valid)
        guard case .skipped(let why) = notAsked.layers.last?.outcome else {
            Issue.record("not skipped")
            return
        }
        #expect(why.rendered(.en) == "Schematron is not supported; not evaluated: r.sch")
        // Rules about another namespace are nothing to this message.
        let foreign = SchematronFile(name: "r.sch", namespaces: ["urn:fremd"])
        #expect(try outcome([Rules()], schematron: [foreign]).verdict == .valid)
        #expect(try outcome(nil, schematron: [foreign]).layers.count == 2)
    }
}
