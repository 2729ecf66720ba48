import Foundation
import TestSupport
import Testing

@Suite("xoev schemas")
struct SchemasCommandTests {
    private static let schemas = TestFiles.projectRoot.appending(path: "Schemas/xmusterdienst/1.0").path
    private static let message = TestFiles.projectRoot
        .appending(path: "Documentation/Examples/Nachrichten/hundesteuer.anmeldung.0101.xml").path

    @Test("a set that was added is found by validate without further ado, and gone after remove")
    func journey() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = folder.appending(path: "store").path
            func run(_ arguments: String...) throws -> Tool.Outcome { try Tool.run(arguments + ["--store", store]) }
            #expect(try run("validate", Self.message).exitCode == 5)
            let added = try run("schemas", "add", Self.schemas)
            #expect(added.output == "xmusterdienst-1.0: added, 8 files\n")
            #expect(added.exitCode == 0)
            #expect(try run("schemas", "add", Self.schemas).output == "xmusterdienst-1.0: there already, unchanged\n")
            let listed = try run("schemas", "list")
            #expect(listed.output.hasPrefix("xmusterdienst-1.0  XMusterdienst 1.0  8  "))
            #expect(try run("schemas", "list", "--format", "json").output.contains("\"schemaVersion\": \"1.0\""))
            #expect(try run("validate", Self.message).exitCode == 0)
            #expect(try run("schemas", "verify").exitCode == 0)
            #expect(try run("schemas", "remove", "xmusterdienst-1.0").output == "xmusterdienst-1.0: removed\n")
            #expect(try run("validate", Self.message).exitCode == 5)
        }
    }

    @Test("an altered set is a finding; an unknown one and a path that is not there are told")
    func faults() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = folder.appending(path: "store").path
            _ = try Tool.run(["schemas", "add", Self.schemas, "--store", store])
            let file = store + "/xmusterdienst-1.0/xmusterdienst.xsd"
            try (String(contentsOfFile: file, encoding: .utf8) + " ")
                .write(toFile: file, atomically: true, encoding: .utf8)
            let verified = try Tool.run(["schemas", "verify", "--store", store])
            #expect(verified.exitCode == 1)
            #expect(verified.output.contains("[schema-store.file-altered]"))
            let removed = try Tool.run(["schemas", "remove", "fehlt", "--store", store])
            #expect(removed.exitCode == 4)
            #expect(removed.errors.contains("xmusterdienst-1.0"))
            let broken = folder.appending(path: "a.xsd")
            try "<a/>".write(to: broken, atomically: true, encoding: .utf8)
            let refused = try Tool.run(["schemas", "add", broken.path, "--store", store])
            #expect(refused.exitCode == 1)
            #expect(refused.errors.contains("[schema.not-a-schema]"))
            #expect(try Tool.run(["schemas", "add", "/nirgends", "--store", store]).exitCode == 4)
            #expect(try Tool.run(["schemas", "verify", "fehlt", "--store", store]).exitCode == 4)
        }
    }

    @Test("forms are checked against the built-in schemas")
    func builtIn() throws {
        let form = TestFiles.projectRoot.appending(path: "Documentation/Examples/hundesteuer/formular")
        let outcome = try Tool.run(["validate", form.path])
        #expect(outcome.exitCode == 0)
    }
}

@Suite("xoev schemas show and lint")
struct SchemasStandardTests {
    private static let xsd = """
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:bsp"><xs:annotation><xs:appinfo>
        <standard><nameKurz>XBsp</nameKurz><nameTechnisch>xbsp</nameTechnisch><kennung>urn:bsp:standard:xbsp</kennung>
        </standard><versionStandard><version>VERSION</version></versionStandard></xs:appinfo></xs:annotation>
        <xs:element name="a.b.000VERSION" type="xs:token"/></xs:schema>
        """

    private static func write(_ version: String, _ folder: URL) throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try xsd.replacingOccurrences(of: "VERSION", with: version)
            .write(to: folder.appending(path: "xbsp.xsd"), atomically: true, encoding: .utf8)
    }

    @Test("a standard of the store is found by its name, its kennung and the version; two versions are told apart")
    func store() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = folder.appending(path: "store").path
            for version in ["1", "2"] {
                let set = folder.appending(path: version)
                try Self.write(version, set)
                #expect(try Tool.run(["schemas", "add", set.path, "--store", store]).exitCode == 0)
            }
            func numbers(_ name: String) throws -> Tool.Outcome {
                try Tool.run(["schemas", "messages", name, "--store", store])
            }
            for name in ["xbsp-2", "XBSP_2", "urn:bsp:standard:xbsp_2"] {
                #expect(try numbers(name).output.hasPrefix("0002  a.b.0002"))
            }
            let both = try numbers("urn:bsp:standard:xbsp")
            #expect(both.exitCode == 2)
            #expect(both.errors.contains("xbsp-1, xbsp-2"))
        }
    }

    @Test("two standards of one namespace in one folder are refused: nothing is said of either")
    func mixed() throws {
        try TestFiles.withTemporaryFolder { folder in
            for version in ["1", "2"] { try Self.write(version, folder.appending(path: version)) }
            for command in ["show", "messages", "codelists", "lint"] {
                let outcome = try Tool.run(["schemas", command, folder.path])
                #expect(outcome.exitCode == 5)
                #expect(outcome.errors.contains("[cli.schemas-mixed]"))
                #expect(outcome.output.isEmpty)
            }
        }
    }

    @Test("lint says which of the files that were named belong to no standard and were not checked")
    func unchecked() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Self.write("1", folder)
            let plain = "<xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:fremd'/>"
            try Data(plain.utf8).write(to: folder.appending(path: "fremd.xsd"))
            let outcome = try Tool.run(["schemas", "lint", folder.path, "--language", "en"])
            #expect(outcome.errors.contains("therefore not checked: fremd.xsd"))
            #expect(outcome.output.contains("xbsp"))
        }
    }
}
