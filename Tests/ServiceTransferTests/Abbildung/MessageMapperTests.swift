import FIM
import Findings
import Foundation
import SchemaModel
import ServiceTransfer
import TestSupport
import Testing
import XMLCore

enum SchemaLoaderForTests {
    static func components() throws -> SchemaComponents {
        try SchemaLoader().loadComponents(MappingFixtures.sources())
    }
}

@Suite("Mappings make messages from the data of forms")
struct MessageMapperTests {
    private func data(_ text: String) throws -> JSONValue { try #require(JSONValue(parsing: text)) }

    private static let full = """
        {"F05999000001V1.0.0": "Ümit", "F05999000002V1.0.0": "2001-02-03", "F05999000003V1.0.0": "a",
         "G05999000004V1.0.0": [{"F05999000005V1.0.0": "Ada"}, {"F05999000005V1.0.0": "Bo", "F05999000006V1.0.0": "Li"}],
         "G05999000007V1.0.0": {"F05999000009V1.0.0": "DE & Co"}}
        """

    @Test(
        "Children stand in the order of the schema, whatever the order of the rules; codes are translated; groups repeat"
    )
    func order() throws {
        let reversed = MappingFixtures.rules.split(separator: "\n").reversed().joined(separator: "\n")
        for rules in [MappingFixtures.rules, reversed] {
            let outcome = try MappingFixtures.mapper(rules).run(try data(Self.full))
            #expect(outcome.findings.isEmpty)
            let message = try #require(outcome.message)
            #expect(
                String(decoding: message, as: UTF8.self) == """
                    <?xml version="1.0" encoding="UTF-8"?>
                    <t:antrag xmlns:t="urn:test" version="1.0">
                      <t:name>Ümit</t:name>
                      <t:geburt>2001-02-03</t:geburt>
                      <t:art>alt</t:art>
                      <t:kind nr="1">
                        <t:vorname>Ada </t:vorname>
                      </t:kind>
                      <t:kind nr="2">
                        <t:vorname>Bo Li</t:vorname>
                      </t:kind>
                      <t:konto>DE &amp; Co</t:konto>
                    </t:antrag>

                    """)
        }
    }

    @Test("What is not filled in leaves nothing behind")
    func optional() throws {
        let outcome = try MappingFixtures.mapper().run(
            try data(#"{"F05999000001V1.0.0": "A", "G05999000007V1.0.0": {"F05999000008V1.0.0": false}}"#))
        let tree = try XMLTree(bytes: try #require(outcome.message))
        #expect(tree.root.elements.map(\.name.local) == ["name", "bar"])
        #expect(tree.root.first(local: "bar")?.text == "false")
    }

    @Test("Data that the form does not allow are refused, and nothing is made")
    func wrongData() throws {
        let outcome = try MappingFixtures.mapper().run(try data(#"{"F05999000001V1.0.0": "A"}"#))
        #expect(outcome.message == nil)
        #expect(outcome.findings.map(\.id.rawValue) == ["xdf.data-required"])
    }

    @Test("A message that the schema refuses is not made; the finding names the rule")
    func invalidMessage() throws {
        let outcome = try MappingFixtures.mapper(form: MappingFixtures.form(nameLength: "20")).run(
            try data(#"{"F05999000001V1.0.0": "zwölf Zeichen", "G05999000007V1.0.0": {"F05999000008V1.0.0": true}}"#))
        #expect(outcome.message == nil)
        let finding = try #require(outcome.findings.first)
        #expect(finding.id.rawValue == "xsd.length")
        #expect(finding.hint?.rendered(.en) == "Written by the rule in line 7 of the mapping.")
        #expect(!finding.message.rendered(.en).contains("zwölf"))
    }

    @Test("A mapping with errors is not run")
    func refused() {
        #expect(throws: TransferError.self) {
            try MappingFixtures.mapper(MappingFixtures.rules + #"<konstante ziel="t:nix" wert="1"/>"#)
        }
    }

    @Test("Markup in data stays text")
    func injection() throws {
        let outcome = try MappingFixtures.mapper().run(
            try data(
                #"{"F05999000001V1.0.0": "</t:name><", "G05999000007V1.0.0": {"F05999000009V1.0.0": "]]>&x;{$a}"}}"#))
        let tree = try XMLTree(bytes: try #require(outcome.message))
        #expect(tree.root.first(local: "name")?.text == "</t:name><")
        #expect(tree.root.first(local: "konto")?.text == "]]>&x;{$a}")
    }

    @Test("The example services make the messages that were written by hand")
    func examples() throws {
        let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")
        let profile = try ProfileReader().read(path: examples.appending(path: "profile/soest.xml").path)
        for (service, name) in [
            ("hundesteuer", "hundesteuer-antrag"), ("bewohnerparkausweis", "bewohnerparken-antrag"),
        ] {
            let package = try PackageReader().read(examples.appending(path: service).path)
            let mapping = try PackageMapping(package)
            #expect(mapping.check().findings.allSatisfy { $0.severity == .hint })
            let folder = TestFiles.fixtures.appending(path: "abbildung")
            let input = try String(contentsOf: folder.appending(path: "\(name).json"), encoding: .utf8)
            let options = MessageMapper.Options(
                parameters: mapping.parameters(of: profile), now: Date(timeIntervalSince1970: 1_795_425_330.25),
                uuid: { "5f0c2f1e-6f6a-4c2b-9a51-0d2f6c7a1b01" })
            let outcome = try mapping.mapper().run(try data(input), options: options)
            #expect(outcome.findings.isEmpty, "\(outcome.findings)")
            let made = try XMLTree(bytes: try #require(outcome.message))
            let expected = try XMLTree(.file(folder.appending(path: "\(name).xml").path))
            #expect(try made.isCanonicallyEqual(to: expected))
        }
    }
}

@Suite("Mappings reach real standards", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct MappingCorpusTests {
    @Test("A form becomes message 0401 of XBeteiligung 1.2, valid by the published schemas")
    func participation() throws {
        let corpus = try #require(TestFiles.corpus)
        let schemas = SchemaSource.folder(corpus.appending(path: "xbeteiligung/1.2/schemas").path)
        let form = MappingFixtures.form([
            MappingFixtures.group(
                "G05999000001",
                [
                    MappingFixtures.field("F05999000001", maxLength: "100"),
                    MappingFixtures.field("F05999000002", maxLength: "100"),
                    MappingFixtures.field("F05999000003", count: "0:1", maxLength: "100"),
                    MappingFixtures.field("F05999000004", values: ["FNP", "BPlan"]),
                    MappingFixtures.field("F05999000005", maxLength: "500"),
                ])
        ])
        let path = TestFiles.fixtures.appending(path: "abbildung/beteiligung-0401.xml").path
        let mapping = try Nachrichtenabbildung.read(path)
        let loader = SchemaLoader()
        let components = try loader.loadComponents([schemas])
        let check = MappingCheck(mapping, form: form, components: components)
        #expect(check.findings.filter { $0.severity == .error }.isEmpty, "\(check.findings)")
        let mapper = try MessageMapper(
            mapping, form: form, components: components, schemas: try loader.load([schemas]))
        let data = try #require(
            JSONValue(
                parsing: """
                    {"G05999000001V1.0.0": {"F05999000001V1.0.0": "Stadt Soest", "F05999000002V1.0.0": "Am Wall",
                     "F05999000004V1.0.0": "BPlan", "F05999000005V1.0.0": "Zwischen Wall und Bach"}}
                    """))
        let outcome = try mapper.run(data, options: .init(parameters: ["leser": "xyz:0002"]))
        #expect(outcome.findings.isEmpty, "\(outcome.findings)")
        let tree = try XMLTree(bytes: try #require(outcome.message))
        let plan = try tree.select(
            "//b:planartKommunal/code", namespaces: ["b": "https://www.xleitstelle.de/xbeteiligung/12"])
        #expect(plan.first?.element?.text == "6_Bebauungsplan")
    }
}
