import Findings
import Foundation
import SchemaModel
import TestSupport
import Testing
import XMLCore

private let examples = TestFiles.projectRoot.appending(path: "Schemas/xmusterdienst/1.0").path

private func write(_ text: String, to path: String) throws {
    let parent = URL(filePath: path).deletingLastPathComponent()
    try FileManager.default.createDirectory(at: parent, withIntermediateDirectories: true)
    try text.write(toFile: path, atomically: true, encoding: .utf8)
}

@Suite("The schema store")
struct SchemaStoreTests {
    @Test("adds a folder under the name its schemas tell, lists it, gives it as a source, and removes it")
    func lifeCycle() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = SchemaStore(path: folder.appending(path: "store").path)
            #expect(try store.sets().isEmpty)
            let (set, outcome) = try store.add(.folder(examples))
            #expect(outcome == .added)
            #expect(set.name == "xmusterdienst-1.0")
            #expect(try store.sets() == [set])
            let xsds = try FileManager.default.subpathsOfDirectory(atPath: examples).filter { $0.hasSuffix(".xsd") }
            #expect(set.files.map(\.path) == xsds.sorted())
            #expect(set.standards.contains { $0.kennung == "urn:swift-xoev:standard:xmusterdienst" })
            #expect(try store.add(.folder(examples)).outcome == .unchanged)
            #expect(try SchemaCatalogue(store.sources()).entries.isEmpty == false)
            #expect(try store.verify().map(\.verdict) == [.valid])
            _ = try store.remove(set.name)
            #expect(try store.sets().isEmpty)
            #expect(try FileManager.default.contentsOfDirectory(atPath: store.path).isEmpty)
        }
    }

    @Test("keeps Schematron files with their set, and tells which namespaces they are about")
    func schematron() throws {
        try TestFiles.withTemporaryFolder { folder in
            let own = folder.appending(path: "own").path
            try write(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:a">
                  <xs:element name="a" type="xs:token"/>
                </xs:schema>
                """, to: own + "/a.xsd")
            try write(
                """
                <sch:schema xmlns:sch="http://purl.oclc.org/dsdl/schematron"><sch:ns prefix="a" uri="urn:a"/></sch:schema>
                """, to: own + "/regeln/a.sch")
            try write("kein XML", to: own + "/b.SCH")
            let store = SchemaStore(path: folder.appending(path: "store").path)
            let (set, _) = try store.add(.folder(own))
            #expect(set.files.map(\.path) == ["a.xsd", "b.SCH", "regeln/a.sch"])
            #expect(try store.verify().map(\.verdict) == [.valid])
            let stored = "\(store.path)/\(set.name)"
            let files = SchematronFile.all(of: .folder(stored))
            #expect(files.map(\.name) == [stored + "/b.SCH", stored + "/regeln/a.sch"])
            #expect(files.map(\.namespaces) == [nil, ["urn:a"]])
            #expect(files.map { $0.mayApply(to: XMLName("x", in: "urn:b")) } == [true, false])
            #expect(files.map { $0.mayApply(to: XMLName("x", in: "urn:a")) } == [true, true])
        }
    }

    @Test("keeps what schemas refer to outside of their folder, so that a set works on its own")
    func external() throws {
        try TestFiles.withTemporaryFolder { folder in
            let base = folder.path
            try write(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:b="urn:b" targetNamespace="urn:a">
                  <xs:import namespace="urn:b" schemaLocation="../shared/b.xsd"/>
                  <xs:element name="a" type="b:T"/>
                </xs:schema>
                """, to: base + "/own/a.xsd")
            try write(
                """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="urn:b">
                  <xs:simpleType name="T"><xs:restriction base="xs:token"/></xs:simpleType>
                </xs:schema>
                """, to: base + "/shared/b.xsd")
            let store = SchemaStore(path: base + "/store")
            let (set, _) = try store.add(.folder(base + "/own"))
            #expect(set.name == "own")
            #expect(set.files.map(\.path) == ["a.xsd", "extern/b.xsd"])
            #expect(set.namespaces == ["urn:a"])
            try FileManager.default.removeItem(atPath: base + "/shared")
            #expect(try store.verify().map(\.verdict) == [.valid])
        }
    }

    @Test("refuses another set under a name that is taken, until told to replace it")
    func replacing() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = SchemaStore(path: folder.appending(path: "store").path)
            let file = folder.appending(path: "a.xsd").path
            func schema(_ name: String) -> String {
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"\(name)\"/></xs:schema>"
            }
            try write(schema("eins"), to: file)
            let first = try store.add(.file(file)).set
            try write(schema("zwei"), to: file)
            let error = #expect(throws: SchemaError.self) { try store.add(.file(file)) }
            #expect(error?.code == .storeExists)
            #expect(try store.sets() == [first])
            let second = try store.add(.file(file), SchemaStore.AddOptions(replaces: true))
            #expect(second.outcome == .replaced)
            #expect(try store.sets() == [second.set])
            #expect(second.set.digest != first.digest)
        }
    }

    @Test("leaves nothing behind of schemas that do not compile, and of names that cannot be")
    func refused() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = SchemaStore(path: folder.appending(path: "store").path)
            let file = folder.appending(path: "a.xsd").path
            try write(
                "<xs:schema xmlns:xs=\"http://www.w3.org/2001/XMLSchema\"><xs:element name=\"a\" type=\"Fehlt\"/></xs:schema>",
                to: file)
            #expect(throws: SchemaError.self) { try store.add(.file(file)) }
            let good = SchemaStore.AddOptions(name: "../boese")
            let error = #expect(throws: SchemaError.self) { try store.add(.folder(examples), good) }
            #expect(error?.code == .storeName)
            #expect(!FileManager.default.fileExists(atPath: store.path))
            #expect(throws: SchemaError.self) { try store.remove("fehlt") }
        }
    }

    @Test("finds what was altered, lost or slipped in")
    func damage() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = SchemaStore(path: folder.appending(path: "store").path)
            let set = try store.add(.folder(examples)).set
            let base = "\(store.path)/\(set.name)"
            let altered = base + "/" + set.files[0].path
            try write(String(contentsOfFile: altered, encoding: .utf8) + "<!-- -->", to: altered)
            try write("x", to: base + "/fremd.txt")
            let result = try #require(try store.verify([set.name]).first)
            #expect(result.verdict == .invalid)
            #expect(
                Set(result.findings.map(\.id.rawValue))
                    == ["schema-store.file-altered", "schema-store.file-undeclared"])
            try FileManager.default.removeItem(atPath: altered)
            #expect(try store.verify()[0].findings.contains { $0.id == "schema-store.file-missing" })
        }
    }

    @Test("lies where the XDG specification says")
    func place() {
        #expect(SchemaStore.defaultPath(environment: ["XDG_DATA_HOME": "/d", "HOME": "/h"]) == "/d/xoev/schemas")
        #expect(SchemaStore.defaultPath(environment: ["HOME": "/h"]) == "/h/.local/share/xoev/schemas")
        // The specification: relative paths are to be ignored.
        #expect(
            SchemaStore.defaultPath(environment: ["XDG_DATA_HOME": "d", "HOME": "/h"])
                == "/h/.local/share/xoev/schemas")
    }
}
