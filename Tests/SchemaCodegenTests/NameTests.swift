import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing

@testable import SchemaCodegen

/// Names: what is taken, what is told, and that what is proposed works.
@Suite struct NameTests {
    static let folder = ConstructTests.folder

    static func configuration() throws -> GeneratorConfiguration {
        try GeneratorConfiguration(file: folder + "/xoev-generate.json")
    }

    /// The proposals of findings, as the configuration would have them.
    static func proposals(_ findings: [Finding]) throws -> [String: String] {
        var result: [String: String] = [:]
        for finding in findings where finding.id == "codegen.name-collision" {
            let text = try #require(finding.hint?.rendered(.en, showingValues: true))
            let start = try #require(text.range(of: "\"names\": "))
            let names = try JSONDecoder().decode([String: String].self, from: Data(text[start.upperBound...].utf8))
            let found = try #require(names.first)
            #expect(names.count == 1 && result[found.key].map { $0 == found.value } != false, "\(text)")
            result[found.key] = found.value
        }
        return result
    }

    @Test(
        "every collision comes with a proposal: all of them in the configuration give the same code, and nothing is told"
    )
    func proposalsWork() throws {
        let plain = try SourceGeneration(Self.configuration()).run()
        let proposals = try Self.proposals(plain.findings)
        #expect(proposals.count > 60)
        #expect(proposals["schreibung/mal#2"] == "mal2" && proposals["Zeichen=a-b"] == "aB2")
        #expect(proposals["PersonType"] == "KPerson2" && proposals["werte/ohneName=xY"] == "xY2")
        var configuration = try Self.configuration()
        configuration.names.merge(proposals) { own, _ in own }
        let again = try SourceGeneration(configuration).run()
        #expect(again.findings.filter { $0.id == "codegen.name-collision" }.map(\.message) == [])
        #expect(again.files == plain.files && again.manifest == plain.manifest)
    }

    @Test(
        "names of one's own take the place of those that collide: elements, attributes, types inside of types, families, values"
    )
    func otherNames() throws {
        var configuration = try Self.configuration()
        let own = [
            "schreibung/mal#2": "nochmal", "schreibung/@mal": "tag", "Straße/Größe": "hoehe", "Zeichen=a-b": "aMinusB",
            "Zeichen=": "nichts", "ohneName=xY": "zusammen", "schreibung/schreibung/Inhalt": "Innen",
            "schreibung/schreibung/schreibung/Inhalt": "GanzInnen", "A/Auspraegung": "Irgendein",
            "kopf/Element": "Kopf",
            "kopf/unten": "ganzUnten", "gruppen/Auswahl": "Weg", "/names": "Wortliste", "U/Wort": "text",
            "Menge/wert": "wort",
        ]
        configuration.names.merge(own) { _, new in new }
        let error = #expect(throws: GeneratorError.self) { try SourceGeneration(configuration).run() }
        // What is not there is told: a case without a name in the schema has no key.
        #expect(error?.findings.map(\.id) == ["codegen.unknown-name"])
        configuration.names["Menge/wert"] = nil
        let output = try SourceGeneration(configuration).run()
        let text = output.files.map(\.text).joined()
        for part in [
            "public var nochmal: Int32?", "public var tag: XSDDate?", "public var hoehe: Int32",
            "case aMinusB = \"a-b\"",
            "case nichts = \"\"", "case zusammen = \"xY\"", "public struct Innen: XMLComplex {",
            "public indirect enum Irgendein: XMLVariants {", "public enum Kopf: XMLChoice {", "case ganzUnten(Int32)",
            "public struct Wortliste: XMLComplex {", "public struct GanzInnen: XMLComplex {", "case text(Wort)",
        ] { #expect(text.contains(part), "\(part)") }
    }

    @Test(
        "a name that is taken, or that generated code uses itself, is refused for every sort of thing",
        arguments: [
            ("schreibung/mal#2", "mal"), ("schreibung/@mal", "eins"), ("Straße/Größe", "groesse"),
            ("Straße/Größe", "init"),
            ("Zeichen=a-b", "aB"), ("Zeichen=a-b", "rawValue"), ("A/Auspraegung", "String"), ("kopf/unten", "einfach"),
            ("schreibung/schreibung/Inhalt", "Person"), ("names", "XMLTable"),
            ("kopf/Element", "XSDDate"), ("Straße/Größe", "nsK"),
        ])
    func taken(key: String, name: String) throws {
        var configuration = try Self.configuration()
        configuration.names[key] = name
        let error = #expect(throws: GeneratorError.self) { try SourceGeneration(configuration).run() }
        #expect(error?.findings.contains { $0.id == "codegen.name-taken" } == true, "\(String(describing: error))")
    }

    @Test("all public types of SchemaBinding and XMLCore are names that no generated type gets")
    func reserved() throws {
        var found = Set<String>()
        for module in ["SchemaBinding", "XMLCore"] {
            let folder = TestFiles.projectRoot.appending(path: "Sources/\(module)")
            let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
            for case let file as URL in try #require(files) where file.pathExtension == "swift" {
                let text = try String(contentsOf: file, encoding: .utf8)
                for match in text.matches(
                    of: /(?m)^public (?:protocol|struct|(?:indirect )?enum|(?:final )?class|typealias) ([A-Za-z0-9]+)/)
                {
                    found.insert(String(match.output.1))
                }
            }
        }
        #expect(found.count > 70)
        #expect(found.subtracting(SwiftNames.reservedTypes).sorted() == [])
    }

    @Test("values and names of other scripts stay readable; signs, blanks and dots do not get lost")
    func rules() {
        #expect(SwiftNames.member("Ωμέγα") == "ωμέγα" && SwiftNames.type("Łódź-Straße") == "ŁodzStrasse")
        #expect(SwiftNames.member("Løsning") == "løsning" && SwiftNames.type("日本") == "日本")
        #expect(SwiftNames.enumCase("-1") == "minus1" && SwiftNames.enumCase("+1.5") == "plus1_5")
        #expect(SwiftNames.enumCase("") == "leer" && SwiftNames.enumCase("%") == "wert25")
        #expect(SwiftNames.enumCase("-a") == "a" && SwiftNames.enumCase("😀") == "wert1f600")
        #expect(SwiftNames.quoted("await") == "`await`" && SwiftNames.quoted("wert") == "wert")
    }

    @Test("the order in which schemas, messages and types are named does not matter, nor does their folder")
    func order() throws {
        try TestFiles.withTemporaryFolder { folder in
            var outputs: [SwiftGenerator.Output] = []
            for (name, order) in [
                ("eins", ["a", "b", "c"]), ("zwei/drei", ["c", "a", "b"]), ("vier", ["b", "c", "a"]),
            ] {
                let place = folder.appending(path: name)
                try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
                for file in order {
                    try ConfigurationTests.schema(
                        "urn:\(file)",
                        """
                        <xs:complexType name="T"><xs:sequence><xs:element name="x" type="xs:int"/></xs:sequence></xs:complexType>
                        <xs:element name="e-\(file)" type="t:T"/><xs:element name="r"><xs:complexType/></xs:element>
                        """
                    ).write(to: place.appending(path: file + ".xsd"), atomically: true, encoding: .utf8)
                }
                var configuration = GeneratorConfiguration()
                configuration.schemas = order.map { place.appending(path: $0 + ".xsd").path }
                configuration.messages = order.map { "e-" + $0 } + ["r"]
                configuration.types = order.map { "{urn:\($0)}T" }
                let flags = SourceGeneration.flags("--schema", configuration.schemas)
                outputs.append(try SourceGeneration(configuration, flags: flags).run())
            }
            #expect(outputs[0].files == outputs[1].files && outputs[0].files == outputs[2].files)
            #expect(outputs[0].manifest == outputs[1].manifest && outputs[0].manifest == outputs[2].manifest)
            let header = outputs[0].files[0].text.split(separator: "\n").prefix(2)
            #expect(
                header[0]
                    == "// Made by `xoev generate swift --schema a.xsd --schema b.xsd --schema c.xsd`. Do not edit: make it again instead."
            )
            // sha256 of the file, as sha256sum tells it.
            #expect(header[1].hasPrefix("// a.xsd sha256:") && header[1].count == "// a.xsd sha256:".count + 64)
        }
    }
}
