import Archives
import Findings
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import SchemaModel

/// Schemas in memory: `files` by name, the first one is loaded.
private func load(_ files: (String, String)..., pool: [(String, String)] = []) throws(SchemaError) -> SchemaSet {
    // Everything named joins the pool, so the others are offered as pool in order to be no entries.
    let others = files.dropFirst().map { SchemaSource.bytes(Array($0.1.utf8), name: $0.0) }
    let extra = pool.map { SchemaSource.bytes(Array($0.1.utf8), name: $0.0) }
    let loader = SchemaLoader(.init(pool: others + extra))
    return try loader.load([.bytes(Array(files[0].1.utf8), name: files[0].0)])
}

private func schema(_ namespace: String?, _ body: String, extra: String = "") -> String {
    let target = namespace.map { " targetNamespace=\"\($0)\" xmlns:t=\"\($0)\"" } ?? ""
    return """
        <?xml version="1.0" encoding="UTF-8"?>
        <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema"\(target) \(extra) elementFormDefault="qualified">
        \(body)
        </xs:schema>
        """
}

@Suite("Loading schemas")
struct LoadingTests {
    @Test("a missing include names the including file, its line and the chain that led there")
    func missingInclude() throws {
        let error = #expect(throws: SchemaError.self) {
            _ = try load(
                ("a.xsd", schema("urn:t", "<xs:include schemaLocation='b.xsd'/>")),
                ("b.xsd", schema("urn:t", "\n\n<xs:include schemaLocation='sub/c.xsd'/>")))
        }
        #expect(error?.code == .missingInclude)
        #expect(error?.finding.location == Location(file: "b.xsd", line: 5))
        let text = error?.finding.message.rendered(.en) ?? ""
        #expect(text.contains("sub/c.xsd"))
        #expect(text.contains("a.xsd:3 → b.xsd:5"))
    }

    @Test("a namespace that is used and cannot be found is an error with file, line and namespace")
    func missingImport() throws {
        let error = #expect(throws: SchemaError.self) {
            _ = try load(
                (
                    "a.xsd",
                    schema(
                        "urn:t",
                        "<xs:import namespace='urn:gone' schemaLocation='http://example.org/gone.xsd'/>\n<xs:element name='e' type='g:T'/>",
                        extra: "xmlns:g='urn:gone'")
                ))
        }
        #expect(error?.code == .missingImport)
        #expect(error?.finding.location == Location(file: "a.xsd", line: 3))
        #expect(error?.finding.message.rendered(.de).contains("urn:gone") == true)
        #expect(error?.finding.hint != nil)
    }

    @Test("an import of which nothing is used may be missing; a remark tells it")
    func unusedImport() throws {
        let set = try load(
            (
                "a.xsd",
                schema(
                    "urn:t",
                    "<xs:import namespace='urn:gone' schemaLocation='http://example.org/gone.xsd'/><xs:element name='e' type='xs:int'/>"
                )
            ))
        #expect(set.remarks.map(\.id) == ["schema.missing-import"])
        #expect(set.remarks.map(\.severity) == [.warning])
    }

    @Test("an http location without catalog is looked for by namespace among the files at hand")
    func byNamespace() throws {
        let set = try load(
            (
                "a.xsd",
                schema(
                    "urn:t",
                    "<xs:import namespace='urn:o' schemaLocation='http://example.org/far.xsd'/><xs:element name='e' type='o:T'/>",
                    extra: "xmlns:o='urn:o'")
            ),
            pool: [
                ("x/unrelated.xsd", schema("urn:u", "<xs:element name='u'/>")),
                (
                    "y/near.xsd",
                    schema("urn:o", "<xs:simpleType name='T'><xs:restriction base='xs:token'/></xs:simpleType>")
                ),
            ])
        #expect(set.documents.map(\.name) == ["a.xsd", "y/near.xsd"])
    }

    @Test("one namespace imported from two files is used whole, not skipped after the first")
    func severalFilesOfOneNamespace() throws {
        let set = try load(
            (
                "a.xsd",
                schema(
                    "urn:t",
                    "<xs:import namespace='urn:o' schemaLocation='o1.xsd'/><xs:import namespace='urn:o' schemaLocation='o2.xsd'/><xs:element name='e'><xs:complexType><xs:sequence><xs:element name='x' type='o:T1'/><xs:element name='y' type='o:T2'/></xs:sequence></xs:complexType></xs:element>",
                    extra: "xmlns:o='urn:o'")
            ),
            ("o1.xsd", schema("urn:o", "<xs:simpleType name='T1'><xs:restriction base='xs:int'/></xs:simpleType>")),
            ("o2.xsd", schema("urn:o", "<xs:simpleType name='T2'><xs:restriction base='xs:int'/></xs:simpleType>")))
        #expect(set.remarks.isEmpty)
        #expect(set.documents.count == 3)
    }

    @Test("a second version of the same components is left out with a remark")
    func secondVersion() throws {
        let type = "<xs:simpleType name='T'><xs:restriction base='xs:int'/></xs:simpleType>"
        let set = try load(
            (
                "a.xsd",
                schema(
                    "urn:t",
                    "<xs:import namespace='urn:o' schemaLocation='o1.xsd'/><xs:import namespace='urn:o' schemaLocation='o2.xsd'/><xs:element name='e' type='o:T'/>",
                    extra: "xmlns:o='urn:o'")
            ),
            ("o1.xsd", schema("urn:o", type)), ("o2.xsd", schema("urn:o", type + "<!-- other bytes -->")))
        #expect(set.remarks.map(\.id) == ["schema.duplicate-definition"])
    }

    @Test("an internal DOCTYPE is tolerated, an external entity is not fetched")
    func doctype() throws {
        let plain = schema("urn:t", "<xs:element name='e' type='xs:int'/>")
        let body = plain.split(separator: "\n").dropFirst().joined(separator: "\n")
        let set = try load(
            ("a.xsd", "<!DOCTYPE xs:schema [<!ENTITY % p ''><!ATTLIST xs:schema id ID #IMPLIED>]>\n" + body))
        #expect(set.rootElements == [XMLName("e", in: "urn:t")])
        let stolen =
            "<!DOCTYPE xs:schema [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>\n"
            + body.replacingOccurrences(of: "name='e'", with: "name='e' default='&x;'")
        #expect(throws: SchemaError.self) { _ = try load(("a.xsd", stolen)) }
    }

    @Test("file: and absolute locations in a schema are not followed")
    func absoluteLocations() throws {
        try TestFiles.withTemporaryFolder { folder in
            let other = folder.appending(path: "o.xsd")
            try schema("urn:o", "<xs:element name='o'/>").write(to: other, atomically: true, encoding: .utf8)
            for location in ["file://" + other.path, other.path] {
                let error = #expect(throws: SchemaError.self) {
                    _ = try load(
                        (
                            "a.xsd",
                            schema(
                                "urn:t",
                                "<xs:import namespace='urn:o' schemaLocation='\(location)'/><xs:element name='e' substitutionGroup='o:o'/>",
                                extra: "xmlns:o='urn:o'")
                        ))
                }
                #expect(error?.code == .missingImport)
            }
        }
    }

    @Test("schemas that include themselves or import one another in circles compile")
    func circles() throws {
        let own = try load(
            ("a.xsd", schema("urn:t", "<xs:include schemaLocation='a.xsd'/><xs:element name='e' type='xs:int'/>")))
        #expect(own.documents.count == 1)
        let circle = try load(
            (
                "a.xsd",
                schema(
                    "urn:t",
                    "<xs:import namespace='urn:o' schemaLocation='o.xsd'/><xs:element name='e' type='o:T'/><xs:simpleType name='S'><xs:restriction base='xs:int'/></xs:simpleType>",
                    extra: "xmlns:o='urn:o'")
            ),
            (
                "o.xsd",
                schema(
                    "urn:o",
                    "<xs:import namespace='urn:t' schemaLocation='a.xsd'/><xs:complexType name='T'><xs:sequence><xs:element name='s' type='b:S'/></xs:sequence></xs:complexType>",
                    extra: "xmlns:b='urn:t'")
            ))
        #expect(circle.documents.count == 2)
    }

    @Test("a fault of the schema is reported with its own file and line, annotations and comments before it or not")
    func invalidSchema() throws {
        let error = #expect(throws: SchemaError.self) {
            _ = try load(
                ("a.xsd", schema("urn:t", "<xs:include schemaLocation='b.xsd'/>")),
                (
                    "b.xsd",
                    schema(
                        "urn:t",
                        """
                        <!-- a comment
                             of two lines -->
                        <xs:annotation><xs:documentation>and
                        documentation</xs:documentation></xs:annotation>
                        <xs:element name="e"
                                    type="t:Missing"/>
                        """)
                ))
        }
        #expect(error?.code == .invalid)
        #expect(error?.finding.location == Location(file: "b.xsd", line: 7))
        #expect(error?.finding.message.rendered(.en).contains("Missing") == true)
    }

    @Test("what is no schema is said to be none")
    func notASchema() throws {
        let other = #expect(throws: SchemaError.self) { _ = try load(("a.xsd", "<html/>")) }
        #expect(other?.code == .notASchema)
        let broken = #expect(throws: SchemaError.self) { _ = try load(("a.xsd", "<xs:schema>\n<a")) }
        #expect(broken?.code == .notWellFormed)
        let missing = #expect(throws: SchemaError.self) {
            _ = try SchemaLoader().load([.file("/nowhere/at/all.xsd")])
        }
        #expect(missing?.code == .unreadable)
    }

    @Test("an include without a namespace takes on that of its includer; a wrong one is refused")
    func chameleon() throws {
        let set = try load(
            ("a.xsd", schema("urn:t", "<xs:include schemaLocation='c.xsd'/><xs:element name='e' type='t:C'/>")),
            (
                "c.xsd",
                schema(
                    nil,
                    "<xs:simpleType name='C'><xs:restriction base='D'/></xs:simpleType><xs:simpleType name='D'><xs:restriction base='xs:int'/></xs:simpleType>"
                )
            ))
        #expect(set.rootElements == [XMLName("e", in: "urn:t")])
        let error = #expect(throws: SchemaError.self) {
            _ = try load(
                ("a.xsd", schema("urn:t", "<xs:include schemaLocation='c.xsd'/>")), ("c.xsd", schema("urn:c", "")))
        }
        #expect(error?.code == .namespaceMismatch)
    }

    @Test("the XML namespace is built in")
    func xmlNamespace() throws {
        let set = try load(
            (
                "a.xsd",
                schema(
                    "urn:t",
                    "<xs:import namespace='http://www.w3.org/XML/1998/namespace'/><xs:element name='e'><xs:complexType><xs:attribute ref='xml:lang'/><xs:attributeGroup ref='xml:specialAttrs'/></xs:complexType></xs:element>"
                        .replacingOccurrences(of: "<xs:attribute ref='xml:lang'/>", with: ""))
            ))
        #expect(set.rootElements.count == 1)
    }

    @Test("a folder and a ZIP archive give their entries, and members refer to one another")
    func folderAndArchive() throws {
        let files: [(path: String, bytes: [UInt8])] = [
            (
                "xsd/main.xsd",
                Array(
                    schema("urn:t", "<xs:include schemaLocation='parts/p%20art.xsd'/><xs:element name='e' type='t:P'/>")
                        .utf8)
            ),
            (
                "xsd/parts/p art.xsd",
                Array(schema("urn:t", "<xs:simpleType name='P'><xs:restriction base='xs:int'/></xs:simpleType>").utf8)
            ),
            ("liesmich.txt", Array("text".utf8)),
        ]
        try TestFiles.withTemporaryFolder { folder in
            for file in files {
                let url = folder.appending(path: file.path)
                try FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(file.bytes).write(to: url)
            }
            let source = SchemaSource(path: folder.path)
            #expect(source == .folder(folder.path))
            let set = try SchemaLoader().load([source])
            #expect(set.rootElements == [XMLName("e", in: "urn:t")])

            let zip = folder.appending(path: "schemas.zip").path
            try ArchiveWriter().write(files, to: zip)
            #expect(SchemaSource(path: zip) == .archive(zip))
            let packed = try SchemaLoader().load([SchemaSource(path: zip)])
            #expect(packed.documents.map(\.name) == ["\(zip)!/xsd/main.xsd", "\(zip)!/xsd/parts/p art.xsd"])
        }
    }

    @Test("documentation comes in German where there is a choice, and metadata from appinfo")
    func documentation() throws {
        let set = try load(
            (
                "a.xsd",
                schema(
                    "urn:t",
                    """
                    <xs:annotation><xs:appinfo>
                      <standard><nameKurz>XTest</nameKurz><kennung>urn:xoev-de:test:standard:xtest</kennung></standard>
                      <versionStandard><version>2.1</version><versionXOEVHandbuch>3.0.2</versionXOEVHandbuch></versionStandard>
                    </xs:appinfo></xs:annotation>
                    <xs:element name="e" type="xs:int"><xs:annotation>
                      <xs:documentation xml:lang="en">An element.</xs:documentation>
                      <xs:documentation xml:lang="de">Ein <b>Element</b>.</xs:documentation>
                    </xs:annotation></xs:element>
                    """)
            ))
        #expect(set.documentation(of: XMLName("e", in: "urn:t")) == "Ein Element.")
        #expect(set.metadata.first?.shortName == "XTest")
        #expect(set.metadata.first?.version == "2.1")
        #expect(set.metadata.first?.kennung == "urn:xoev-de:test:standard:xtest")
    }
}

@Suite("Choosing schemas")
struct CatalogueTests {
    @Test(
        "where one namespace serves two versions, the one the document names is chosen, else the newest with a remark")
    func versions() throws {
        func version(_ number: String) -> SchemaSource {
            .bytes(
                Array(
                    schema(
                        "urn:t",
                        "<xs:annotation><xs:appinfo><standard><nameKurz>T</nameKurz></standard><versionStandard><version>\(number)</version></versionStandard></xs:appinfo></xs:annotation><xs:element name='m' type='xs:string'/>"
                    ).utf8), name: "v\(number)/t.xsd")
        }
        let catalogue = try SchemaCatalogue([version("3.2.1"), version("3.10"), version("2.0")])
        func chosen(_ head: DocumentHead) -> (String?, FindingID?) {
            guard case .schemas(let set, let remark) = catalogue.choice(for: head) else { return (nil, nil) }
            return (set.metadata.first?.version, remark?.id)
        }
        let name = XMLName("m", in: "urn:t")
        let header = DocumentHead(
            name: name, firstChildAttributes: [XMLAttribute(XMLName("xjustizVersion"), value: "3.2.1")])
        #expect(chosen(header) == ("3.2.1", nil))
        let short = DocumentHead(name: name, attributes: [XMLAttribute(XMLName("version"), value: "2.0.0")])
        #expect(chosen(short) == ("2.0", nil))
        #expect(chosen(DocumentHead(name: name)) == ("3.10", "schema.version-assumed"))
    }

    @Test("a user's schema that states no version comes before a built-in one of the document's version, with a remark")
    func noVersion() throws {
        func schema(_ version: String?) -> [UInt8] {
            let stated = version.map { " version='\($0)'" } ?? ""
            return Array(
                """
                <xs:schema xmlns:xs='http://www.w3.org/2001/XMLSchema' targetNamespace='urn:t'\(stated)>
                <xs:element name='m' type='xs:string'/></xs:schema>
                """.utf8)
        }
        func chosen(_ sources: SchemaSource...) throws -> (String?, FindingID?) {
            let head = DocumentHead(
                name: XMLName("m", in: "urn:t"), attributes: [XMLAttribute(XMLName("version"), value: "2.0")])
            guard case .schemas(let set, let remark) = try SchemaCatalogue(sources).choice(for: head) else {
                return (nil, nil)
            }
            return (set.documents.first?.name, remark?.id)
        }
        let builtIn = SchemaSource.memory(["t.xsd": schema("2.0")], name: "builtin")
        let own = SchemaSource.bytes(schema(nil), name: "own.xsd")
        #expect(try chosen(own, builtIn) == ("own.xsd", "schema.version-not-stated"))
        // One of the right version needs no guess, and one of another is not that of the document.
        #expect(try chosen(own, .bytes(schema("2.0"), name: "two.xsd"), builtIn) == ("two.xsd", nil))
        #expect(try chosen(.bytes(schema("1.0"), name: "one.xsd"), builtIn).0?.contains("builtin") == true)
    }

    @Test("an unknown namespace lists the nearest known ones")
    func unknown() throws {
        let catalogue = try SchemaCatalogue([
            .bytes(Array(schema("urn:xoev:meldung:1", "<xs:element name='m'/>").utf8), name: "a.xsd"),
            .bytes(Array(schema("http://other", "<xs:element name='m'/>").utf8), name: "b.xsd"),
        ])
        guard
            case .unknown(let nearest) = catalogue.choice(
                for: DocumentHead(name: XMLName("m", in: "urn:xoev:meldung:2")))
        else {
            Issue.record("should be unknown")
            return
        }
        #expect(nearest.first == "urn:xoev:meldung:1")
    }

    @Test("one bad schema in a folder does not take the others with it")
    func badFile() throws {
        try TestFiles.withTemporaryFolder { folder in
            try schema("urn:t", "<xs:element name='m' type='xs:int'/>").write(
                to: folder.appending(path: "good.xsd"), atomically: true, encoding: .utf8)
            try "<broken".write(to: folder.appending(path: "bad.xsd"), atomically: true, encoding: .utf8)
            let catalogue = try SchemaCatalogue([.folder(folder.path)])
            #expect(catalogue.entries.map(\.namespace) == ["urn:t"])
            #expect(catalogue.remarks.map(\.id) == ["schema.not-well-formed"])
            guard case .schemas = catalogue.choice(for: DocumentHead(name: XMLName("m", in: "urn:t"))) else {
                Issue.record("the good one should be chosen")
                return
            }
        }
    }
}

@Suite("XML catalogs")
struct XMLCatalogTests {
    @Test("uri, system, prefixes, suffixes, groups, xml:base and next catalogs map to files; the network never")
    func mapping() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.path
            try """
            <!DOCTYPE catalog PUBLIC "-//OASIS//DTD Entity Resolution XML Catalog V1.0//EN" "http://www.oasis-open.org/catalog.dtd">
            <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog" prefer="public">
              <uri name="http://a/1.xsd" uri="one.xsd"/>
              <group xml:base="sub/"><system systemId="http://a/2.xsd" uri="two%20b.xsd"/></group>
              <rewriteURI uriStartString="http://r/" rewritePrefix="r/"/>
              <rewriteURI uriStartString="http://r/deep/" rewritePrefix="deep/"/>
              <uriSuffix uriSuffix="/suffix.xsd" uri="s.xsd"/>
              <uri name="http://a/web.xsd" uri="http://b/web.xsd"/>
              <nextCatalog catalog="next.xml"/>
              <nextCatalog catalog="catalog.xml"/>
            </catalog>
            """.write(toFile: path + "/catalog.xml", atomically: true, encoding: .utf8)
            try """
            <catalog xmlns="urn:oasis:names:tc:entity:xmlns:xml:catalog">
              <uri name="http://a/3.xsd" uri="./x/../three.xsd"/><uri name="http://a/1.xsd" uri="later.xsd"/>
            </catalog>
            """.write(toFile: path + "/next.xml", atomically: true, encoding: .utf8)
            let catalog = try XMLCatalog(paths: [path + "/catalog.xml"])
            #expect(catalog.path(for: "http://a/1.xsd") == path + "/one.xsd")
            #expect(catalog.path(for: "http://a/2.xsd") == path + "/sub/two b.xsd")
            #expect(catalog.path(for: "http://a/3.xsd") == path + "/three.xsd")
            #expect(catalog.path(for: "http://r/x/y.xsd") == path + "/r/x/y.xsd")
            #expect(catalog.path(for: "http://r/deep/y.xsd") == path + "/deep/y.xsd")
            #expect(catalog.path(for: "http://anything/suffix.xsd") == path + "/s.xsd")
            #expect(catalog.path(for: "http://a/web.xsd") == nil)
            #expect(catalog.path(for: "http://unknown") == nil)
        }
    }
}
