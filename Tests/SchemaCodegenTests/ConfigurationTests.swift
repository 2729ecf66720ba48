import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing

@testable import SchemaCodegen

/// `xoev-generate.json`: settings, places of mistakes, modules that are reused, the folder that is replaced.
@Suite struct ConfigurationTests {
    static func schema(_ namespace: String, _ body: String) -> String {
        """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b" xmlns:t="\(namespace)" \
        targetNamespace="\(namespace)" elementFormDefault="qualified">\(body)</xs:schema>
        """
    }

    static let base = schema(
        "urn:b",
        """
        <xs:complexType name="Person"><xs:sequence><xs:element name="name" type="xs:string"/></xs:sequence></xs:complexType>
        <xs:complexType name="Kind"><xs:complexContent><xs:extension base="b:Person"/></xs:complexContent></xs:complexType>
        <xs:simpleType name="Farbe"><xs:restriction base="xs:string"><xs:enumeration value="rot"/></xs:restriction></xs:simpleType>
        <xs:simpleType name="PLZ"><xs:restriction base="xs:token"><xs:pattern value="[0-9]{5}"/></xs:restriction></xs:simpleType>
        <xs:element name="kopf" type="xs:string"/>
        """)
    static let message = schema(
        "urn:m",
        """
        <xs:import namespace="urn:b" schemaLocation="../Basis/basis.xsd"/>
        <xs:element name="antrag"><xs:complexType><xs:sequence><xs:element name="person" type="b:Person"/>
        <xs:element name="farbe" type="b:Farbe"/><xs:element name="plz" type="b:PLZ" minOccurs="0"/>
        <xs:element name="eigenes" type="t:Eigenes"/></xs:sequence></xs:complexType></xs:element>
        <xs:complexType name="Eigenes"><xs:sequence><xs:element name="kind" type="b:Kind"/></xs:sequence></xs:complexType>
        """)

    /// Two folders, as two targets of a package would be.
    static func withPackage(_ body: (URL) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            for (name, schema) in [("Basis/basis.xsd", base), ("Antrag/antrag.xsd", message)] {
                let file = folder.appending(path: name)
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try schema.write(to: file, atomically: true, encoding: .utf8)
            }
            try #"{"schemas": ["basis.xsd"], "types": ["*"]}"#.write(
                to: folder.appending(path: "Basis/xoev-generate.json"), atomically: true, encoding: .utf8)
            try body(folder)
        }
    }

    static func configuration(_ folder: URL, _ text: String) throws -> GeneratorConfiguration {
        let file = folder.appending(path: "Antrag/xoev-generate.json")
        try text.write(to: file, atomically: true, encoding: .utf8)
        return try GeneratorConfiguration(file: file.path)
    }

    @Test("types of a module that was made earlier are used, by its configuration or its manifest, not made again")
    func reuse() throws {
        try Self.withPackage { folder in
            let base = try GeneratorConfiguration(file: folder.appending(path: "Basis/xoev-generate.json").path)
            let made = try SourceGeneration(base).run()
            #expect(made.manifest.types.map(\.swift) == ["Farbe", "Kind", "PLZ", "Person"])
            #expect(made.manifest.families.map(\.swift) == ["PersonAuspraegung"])
            try GeneratedFolder(path: folder.appending(path: "Basis/Typen").path).replace(with: made)
            var texts: [String] = []
            for source in [#""config": "../Basis/xoev-generate.json""#, #""manifest": "../Basis/Typen""#] {
                let configuration = try Self.configuration(
                    folder, "{\"schemas\": [\"antrag.xsd\"], \"reuse\": [{\"module\": \"Basis\", \(source)}]}")
                let output = try SourceGeneration(configuration).run()
                let text = try #require(output.files.first { $0.name == "Antrag.swift" }?.text)
                #expect(output.files.map(\.name) == ["Antrag.swift", "Schema.swift"])
                #expect(text.contains("\nimport Basis\nimport SchemaBinding\n"))
                #expect(text.contains("public var person: Basis.PersonAuspraegung"))
                #expect(text.contains("public var farbe: Basis.Farbe\n") && text.contains("plz: Basis.PLZ?"))
                #expect(text.contains("$0.element(\"farbe\", \\.farbe)"))
                #expect(text.contains("$0.element(\"plz\", \\.plz, token: true)"))
                // A struct of another module may be large: it lives elsewhere.
                #expect(text.contains("public var kind: Basis.Kind {") && text.contains("XMLIndirect<Basis.Kind>"))
                #expect(output.typeCount == 2 && output.findings.isEmpty)
                #expect(output.manifest.types.map(\.swift) == ["Eigenes"])
                texts.append(text)
            }
            #expect(texts[0] == texts[1])
        }
    }

    @Test("a module made from another version of a schema is refused; derived types that it does not know are told")
    func reuseOfOther() throws {
        try Self.withPackage { folder in
            let basis = folder.appending(path: "Basis")
            let made = try SourceGeneration(GeneratorConfiguration(file: basis.path + "/xoev-generate.json")).run()
            try GeneratedFolder(path: basis.path + "/Typen").replace(with: made)
            let text = """
                {"schemas": ["antrag.xsd"],
                 "reuse": [{"module": "Basis", "manifest": "../Basis/Typen"}]}
                """
            // Another derived type in the message.
            let more = Self.message.replacingOccurrences(
                of: "</xs:schema>",
                with:
                    "<xs:complexType name=\"Greis\"><xs:complexContent><xs:extension base=\"b:Person\"/></xs:complexContent></xs:complexType></xs:schema>"
            )
            let file = folder.appending(path: "Antrag/antrag.xsd")
            try more.write(to: file, atomically: true, encoding: .utf8)
            let output = try SourceGeneration(Self.configuration(folder, text)).run()
            #expect(output.findings.map(\.id.rawValue) == ["codegen.reuse-extended"])
            #expect(
                output.findings[0].severity == .warning
                    && output.findings[0].location.file?.hasSuffix("basis.xsd") == true)
            let code = try #require(output.files.first { $0.name == "Basis.swift" }?.text)
            #expect(code.contains("case kind(Basis.Kind)") && code.contains("case greis(Greis)"))
            // Another version of the schema that is reused.
            try Self.base.replacingOccurrences(of: "rot", with: "blau").write(
                to: basis.appending(path: "basis.xsd"), atomically: true, encoding: .utf8)
            let error = #expect(throws: GeneratorError.self) {
                try SourceGeneration(Self.configuration(folder, text)).run()
            }
            #expect(error?.finding.id == "codegen.reuse-differs" && error?.finding.location.line == 2)
        }
    }

    @Test(
        "what a configuration names and the schemas do not have is told with file, line and what was meant",
        arguments: [
            (#""messages": ["antrak"]"#, "codegen.message-not-found", "antrag"),
            (#""types": ["Eignes"]"#, "codegen.type-not-found", "Eigenes"),
            (#""names": {"Eigen": "X"}"#, "codegen.unknown-name", "Eigenes"),
            (#""names": {"Eigenes/kint": "X"}"#, "codegen.unknown-name", "Eigenes/kind"),
            (#""names": {"Eigenes/kind": "self"}"#, "codegen.name-taken", ""),
            (#""imports": ["gibtsnicht"]"#, "codegen.schema-missing", ""),
            (#""module": "2 x""#, "codegen.bad-configuration", ""),
            (#""names": {"Eigenes": "String"}"#, "codegen.name-taken", ""),
            (#""names": {"Eigenes": "2x"}"#, "codegen.not-a-name", ""),
            (#""openEnumerations": ["Farben"]"#, "codegen.unknown-enumeration", "Farbe"),
            (#""mesages": []"#, "codegen.unknown-setting", "messages"),
            (#""access": "privat""#, "codegen.bad-configuration", ""),
            (#""files": 0"#, "codegen.bad-configuration", ""),
            (#""reuse": [{"module": "A", "config": "xoev-generate.json"}]"#, "codegen.circular-reuse", ""),
            (#""reuse": [{"module": "A"}]"#, "codegen.bad-configuration", ""),
            (#""files": }"#, "codegen.bad-configuration", ""), (#""files": "x""#, "codegen.bad-configuration", ""),
            (#""names": {"A": 1}"#, "codegen.bad-configuration", ""),
        ])
    func mistakes(setting: String, id: String, proposal: String) throws {
        try Self.withPackage { folder in
            let error = #expect(throws: GeneratorError.self) {
                let configuration = try Self.configuration(folder, "{\"schemas\": [\"antrag.xsd\"],\n  \(setting)}")
                _ = try SourceGeneration(configuration).run()
            }
            #expect(error?.finding.id.rawValue == id)
            #expect(error?.finding.location.file?.hasSuffix("Antrag/xoev-generate.json") == true)
            #expect(error?.finding.location.line == 2, "\(String(describing: error?.finding))")
            if !proposal.isEmpty {
                #expect(error?.finding.hint?.rendered(.en, showingValues: false).contains(proposal) == true)
            }
        }
    }

    @Test(
        "what is no configuration at all is told with its line",
        arguments: ["", "[1]", "\n\n{", "7", "{\"schemas\": 1}"])
    func noConfiguration(text: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "c.json")
            try text.write(to: file, atomically: true, encoding: .utf8)
            let error = #expect(throws: GeneratorError.self) { try GeneratorConfiguration(file: file.path) }
            #expect(error?.finding.id == "codegen.bad-configuration")
            #expect(error?.finding.location.line == (text.hasPrefix("\n") ? 3 : 1), "\(String(describing: error))")
        }
    }

    @Test("the configuration names types, fields, attributes, choices and cases, by namespace where need be")
    func names() throws {
        let schema =
            """
            <xs:simpleType name="Farbe"><xs:restriction base="xs:string"><xs:enumeration value="a-b"/>
            <xs:enumeration value="aB"/></xs:restriction></xs:simpleType>
            """
            + SnippetTests.element(
                """
                <xs:sequence><xs:choice><xs:element name="x" type="t:Farbe"/><xs:element name="y" type="xs:int"/></xs:choice>
                <xs:choice><xs:element name="z" type="xs:string"/><xs:element name="X" type="xs:string"/></xs:choice>
                </xs:sequence><xs:attribute name="a"/>
                """)
        let plain = try SnippetTests.generate(schema)
        #expect(plain.findings.map(\.id.rawValue) == ["codegen.name-collision"])
        #expect(plain.findings[0].hint?.rendered(.en, showingValues: false).contains(#""Farbe=aB""#) == true)
        let code = try SnippetTests.code(
            schema,
            .init(names: [
                "{urn:t}r": "Wurzel", "r/Auswahl": "Erst", "r/Auswahl2": "Dann", "r/y": "ypsilon", "r/@a": "alpha",
                "Farbe=a-b": "strich",
            ]))
        #expect(code.contains("public struct Wurzel: XMLComplex {") && code.contains("public var alpha: String?"))
        #expect(code.contains("public var erst: Wurzel.Erst") && code.contains("public var dann: Wurzel.Dann"))
        #expect(code.contains("case ypsilon(Int32)") && code.contains("case strich = \"a-b\""))
        #expect(try SnippetTests.code(schema).contains("public var auswahl2: R.Auswahl2"))
    }

    @Test(
        "a folder is replaced whole, stays as it is when nothing changed, and is left alone when something is in the way"
    )
    func folder() throws {
        try TestFiles.withTemporaryFolder { root in
            let path = root.appending(path: "Typen").path
            func names() -> [String] {
                ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).sorted()
            }
            func number(_ name: String) throws -> Int {
                try #require(
                    FileManager.default.attributesOfItem(atPath: path + "/" + name)[.systemFileNumber] as? Int)
            }
            let first = try SnippetTests.generate(SnippetTests.element(""))
            var second = first
            second.files[1].text += "// mehr\n"
            try GeneratedFolder(path: path).replace(with: first)
            #expect(names() == [".xoev-manifest.json", "Schema.swift", "Snippet.swift"])
            let before = (try number("Schema.swift"), try number("Snippet.swift"))
            try GeneratedFolder(path: path).replace(with: second)
            #expect(try number("Schema.swift") == before.0, "an unchanged file is not written")
            #expect(try number("Snippet.swift") != before.1)
            // Something of somebody's own.
            try "// eigen".write(toFile: path + "/Eigen.swift", atomically: true, encoding: .utf8)
            try GeneratedFolder(path: path + "/").replace(with: first)
            #expect(names() == [".xoev-manifest.json", "Eigen.swift", "Schema.swift", "Snippet.swift"])
            try FileManager.default.removeItem(atPath: path + "/Snippet.swift")
            try "// eigen".write(toFile: path + "/Snippet.swift", atomically: true, encoding: .utf8)
            let error = #expect(throws: GeneratorError.self) { try GeneratedFolder(path: path).replace(with: first) }
            #expect(error?.finding.id == "codegen.foreign-file")
            // A file is no folder, and stays what it is; below it nothing can be made.
            for place in [path + "/Eigen.swift", path + "/Eigen.swift/Unter"] {
                let error = #expect(throws: GeneratorError.self) {
                    try GeneratedFolder(path: place).replace(with: first)
                }
                #expect(error?.finding.id == (place.hasSuffix("r") ? "codegen.unwritable" : "codegen.not-a-folder"))
                #expect(try String(contentsOfFile: path + "/Eigen.swift", encoding: .utf8) == "// eigen")
            }
            #expect(try String(contentsOfFile: path + "/Snippet.swift", encoding: .utf8) == "// eigen")
            #expect(try FileManager.default.contentsOfDirectory(atPath: root.path) == ["Typen"])
        }
    }

    @Test("types are spread over a fixed number of files whose names do not depend on the schema")
    func files() throws {
        let schema = "<xs:complexType name='A'/><xs:complexType name='B'/><xs:complexType name='C'/>"
        let output = try SnippetTests.generate(schema, .init(fileCount: 4))
        #expect(
            output.files.map(\.name) == [
                "Schema.swift", "Types1.swift", "Types2.swift", "Types3.swift", "Types4.swift",
            ])
        #expect(output.typeCount == 3)
        for name in ["A", "B", "C"] {
            #expect(output.files.count { $0.text.contains("public struct \(name):") } == 1)
        }
    }
}
