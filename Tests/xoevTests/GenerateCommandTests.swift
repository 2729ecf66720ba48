import Foundation
import TestSupport
import Testing

@Suite("xoev generate swift, xoev schemas diff")
struct GenerateCommandTests {
    private static let schema = TestFiles.projectRoot.appending(path: "Schemas/xmusterdienst/1.0/xmusterdienst.xsd")
        .path

    @Test("files are made, replaced together, and made the same again; files of somebody's own are left alone")
    func generates() throws {
        try TestFiles.withTemporaryFolder { folder in
            let into = folder.appending(path: "Typen").path
            let first = try Tool.run(["generate", "swift", "--schema", Self.schema, "--into", into])
            #expect(first.exitCode == 0 && first.output.contains("8 files"), "\(first.transcript)")
            let file = into + "/XmusterdienstHundesteuer.swift"
            let text = try String(contentsOfFile: file, encoding: .utf8)
            #expect(text.hasPrefix("// Made by `xoev generate swift --schema xmusterdienst.xsd`."))
            try "// eigen\n".write(toFile: into + "/Eigenes.swift", atomically: true, encoding: .utf8)
            let second = try Tool.run([
                "generate", "swift", "--schema", Self.schema, "--into", into, "--message", "hundesteuer.abmeldung.0102",
            ])
            #expect(second.exitCode == 0, "\(second.transcript)")
            let names = try FileManager.default.contentsOfDirectory(atPath: into)
            #expect(names.contains("Eigenes.swift") && !names.contains("XmusterdienstBewohnerparken.swift"))
            #expect(try !String(contentsOfFile: file, encoding: .utf8).contains("HundesteuerAnmeldung0101"))
            _ = try Tool.run(["generate", "swift", "--schema", Self.schema, "--into", into])
            #expect(try String(contentsOfFile: file, encoding: .utf8) == text)
            // A file that is in the way and was not made by the tool.
            try "// eigen\n".write(toFile: file, atomically: true, encoding: .utf8)
            let third = try Tool.run(["generate", "swift", "--schema", Self.schema, "--into", into])
            #expect(third.exitCode == 2 && third.errors.contains("codegen.foreign-file"), "\(third.transcript)")
            #expect(try String(contentsOfFile: file, encoding: .utf8) == "// eigen\n")
        }
    }

    @Test(
        "an unknown message, a configuration that names unknown types and a schema that does not compile leave nothing")
    func badInput() throws {
        try TestFiles.withTemporaryFolder { folder in
            let into = folder.appending(path: "Typen").path
            let message = try Tool.run([
                "generate", "swift", "--schema", Self.schema, "--into", into, "--messages", "hundesteuer.fehlt",
            ])
            #expect(
                message.exitCode == 4 && message.errors.contains("hundesteuer.anmeldung.0101"), "\(message.transcript)")
            let config = folder.appending(path: "c.json").path
            try #"{"names": {"GibtEsNicht": "X"}}"#.write(toFile: config, atomically: true, encoding: .utf8)
            let names = try Tool.run(["generate", "swift", "--schema", Self.schema, "--into", into, "--config", config])
            #expect(names.exitCode == 1 && names.errors.contains("codegen.unknown-name"), "\(names.transcript)")
            let schema = folder.appending(path: "s.xsd").path
            try """
            <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="a" type="fehlt"/></xs:schema>
            """.write(toFile: schema, atomically: true, encoding: .utf8)
            let broken = try Tool.run(["generate", "swift", "--schema", schema, "--into", into])
            #expect(broken.exitCode == 5 && broken.errors.contains("s.xsd:1"), "\(broken.transcript)")
            #expect(!FileManager.default.fileExists(atPath: into))
            // The place of the code is a file of somebody's own: it is kept.
            let file = try Tool.run(["generate", "swift", "--schema", Self.schema, "--into", config])
            #expect(file.exitCode == 2 && file.errors.contains("codegen.not-a-folder"), "\(file.transcript)")
            #expect(try String(contentsOfFile: config, encoding: .utf8).contains("GibtEsNicht"))
            // What was made before stays when a later run fails.
            _ = try Tool.run(["generate", "swift", "--schema", Self.schema, "--into", into])
            let before = try FileManager.default.contentsOfDirectory(atPath: into).sorted()
            for arguments in [
                ["--schema", schema], ["--schema", Self.schema, "--config", config], ["--schema", "nichts"],
            ] {
                let failed = try Tool.run(["generate", "swift", "--into", into] + arguments)
                #expect(failed.exitCode != 0)
                #expect(try FileManager.default.contentsOfDirectory(atPath: into).sorted() == before)
            }
            let left = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
            #expect(left == ["Typen", "c.json", "s.xsd"])
        }
    }

    @Test("a diff tells what breaks, as text, Markdown and JSON, and its exit code says so")
    func diff() throws {
        try TestFiles.withTemporaryFolder { folder in
            func schema(_ name: String, _ element: String) throws -> String {
                let path = folder.appending(path: name).path
                try """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"><xs:element name="m"><xs:complexType><xs:sequence>
                <xs:element name="a" type="xs:string"/>\(element)</xs:sequence></xs:complexType></xs:element></xs:schema>
                """.write(toFile: path, atomically: true, encoding: .utf8)
                return path
            }
            let old = try schema("alt.xsd", "")
            let optional = try schema("neu1.xsd", "<xs:element name='b' type='xs:string' minOccurs='0'/>")
            let required = try schema("neu2.xsd", "<xs:element name='b' type='xs:string'/>")
            let added = try Tool.run(["schemas", "diff", old, optional])
            #expect(
                added.exitCode == 0
                    && added.output.hasPrefix(
                        "Breaking (0)\n\nAdded or widened (1)\n  added m/b: 0…1\n\nMessages in both versions: 1, ")
            )
            let markdown = try Tool.run(["schemas", "diff", old, required, "--markdown"])
            #expect(markdown.exitCode == 1 && markdown.output.contains("- **required** `m/b`: `1…1`\n"))
            let json = try Tool.run(["schemas", "diff", old, required, "--format", "json"])
            let unknown = try Tool.run(["schemas", "diff", old, required, "--message", "n"])
            #expect(unknown.exitCode == 4 && unknown.transcript.contains("sample.message-not-found"))
            #expect(json.output.contains("\"isBreaking\" : true") && json.output.contains("\"kind\" : \"required\""))
        }
    }
}
