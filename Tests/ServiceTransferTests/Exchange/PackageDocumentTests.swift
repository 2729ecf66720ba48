import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("A package as JSON")
struct PackageDocumentTests {
    private func object(_ package: LoadedPackage, maxCodes: Int? = nil) throws -> [String: Any] {
        let text = try PackageDocument(options: .init(maxCodes: maxCodes)).document(package).rendered()
        return try #require(JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    private func items(_ value: Any?, _ name: String) -> [[String: Any]] {
        (value as? [String: Any])?[name] as? [[String: Any]] ?? []
    }

    @Test("it says what stands in the parts: keys, titles, fields, codes, mapping")
    func content() throws {
        let package = try Samples.example("hundesteuer")
        let json = try object(package)
        let manifest = try #require(json["manifest"] as? [String: Any])
        #expect(manifest["digest"] as? String == package.digest)
        #expect(items(manifest, "bestandteile").count == package.manifest.bestandteile.count)
        let service = try #require(items(json, "objects").first)
        #expect(service["keys"] as? [String] == ["99102901104000"])
        #expect((service["titles"] as? [String: String])?["en"] == "Dog tax registration")
        let form = try #require(items(json, "forms").first)
        // The form's first group is the natural person, its first field the form of address (read by hand).
        let group = try #require(items(form, "structure").first)
        #expect(group["id"] as? String == "G05999000010")
        #expect(items(group, "children").first?["label"] as? String == "Anrede")
        let list = try #require(items(json, "codeLists").first { $0["part"] as? String == "zustellkanal" })
        #expect(list["count"] as? Int == 4 && items(list, "codes").count == 4)
        #expect(items(json, "mappings").first?["message"] as? String == "hundesteuer.anmeldung.0101")
        #expect(items(json, "processes").first?["id"] as? String == "Prozess_HundesteuerAnmeldung")
        let short = try object(package, maxCodes: 1)
        #expect(items(short, "codeLists").allSatisfy { items($0, "codes").count <= 1 })
    }

    @Test("a form of XDatenfelder 2.0 is there with its fields")
    func xdf2() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let form = folder.appending(path: "alt.xml")
            try Data(PackageImporterTests.xdf2.utf8).write(to: form)
            let options = try PackageImporterTests.options(["8"])
            let outcome = try PackageImporterTests.run(
                options, PackageImporterTests.sources.appending(path: "bestand").path, form.path)
            let json = try object(try PackageReader().load(outcome.contents))
            let field = try #require(items(items(json, "forms").first, "structure").first)
            #expect(field["id"] as? String == "F99000001" && field["type"] as? String == "text")
            let list = field["codeList"] as? [String: String]
            #expect(list?["versionUri"] == "urn:beispiel:codeliste:art_1")
        }
    }

    @Test("the same package gives the same text; a part that is missing is an error")
    func faults() throws {
        let package = try Samples.example("bewohnerparkausweis")
        let document = PackageDocument()
        #expect(try document.document(package).rendered() == document.document(package).rendered())
        var files = package.contents.files
        files["xzufi/leistung.xml"] = nil
        let contents = PackageContents(name: "p", isArchive: false, files: files)
        #expect(throws: TransferError.self) { try document.document(try PackageReader().load(contents)) }
        files["xzufi/leistung.xml"] = Array("<kaputt".utf8)
        let broken = PackageContents(name: "p", isArchive: false, files: files)
        #expect(throws: TransferError.self) { try document.document(try PackageReader().load(broken)) }
    }

    private static let hasJSONSchema: Bool = {
        (try? python("import jsonschema", [])) == 0
    }()

    private static func python(_ program: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["python3", "-c", program] + arguments
        process.standardError = FileHandle.nullDevice
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus
    }

    @Test(
        "documents and task lists are valid by their published schemas, and the schemas refuse what is none",
        .enabled(if: hasJSONSchema, "needs Python with jsonschema"))
    func schemas() throws {
        let check = """
            import json, sys, jsonschema
            schema = json.load(open(sys.argv[1])); value = json.load(open(sys.argv[2]))
            jsonschema.Draft202012Validator.check_schema(schema)
            sys.exit(0 if jsonschema.Draft202012Validator(schema).is_valid(value) else 3)
            """
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            func status(_ schema: String, _ text: String) throws -> Int32 {
                let file = folder.appending(path: "wert.json")
                try Data(text.utf8).write(to: file)
                let path = TestFiles.projectRoot.appending(path: "Schemas/\(schema)").path
                return try Self.python(check, [path, file.path])
            }
            let paket = "paket/1.0/paket.schema.json"
            let todo = "todo/1.0/todo.schema.json"
            let outcome = try PackageImporterTests.run()
            for package in [
                try Samples.example("hundesteuer"), try Samples.example("bewohnerparkausweis"),
                try PackageReader().load(outcome.contents),
            ] {
                let text = try PackageDocument().document(package).rendered()
                #expect(try status(paket, text) == 0)
                #expect(
                    try status(
                        paket, text.replacingOccurrences(of: "\"rolle\": \"onlinedienst\"", with: "\"rolle\": \"x\""))
                        == 3)
                #expect(
                    try status(paket, text.replacingOccurrences(of: "\"kind\": \"field\"", with: "\"kind\": 1"))
                        == (package.manifest.bestandteil("formular") == nil ? 0 : 3))
            }
            let tasks = try #require(outcome.contents.files["todo.json"]).text
            #expect(try status(todo, tasks) == 0)
            #expect(try status(todo, tasks.replacingOccurrences(of: "\"kind\": \"add\"", with: "\"kind\": \"x\"")) == 3)
        }
    }
}
