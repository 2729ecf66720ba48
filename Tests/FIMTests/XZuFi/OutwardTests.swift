import CodeLists
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import FIM

/// Checks a graph against the property shapes of a SHACL file in JSON-LD: counts, classes, datatypes. This is a small
/// part of SHACL, but all that the shapes of CPSV-AP use.
struct ShapeCheck {
    let shapes: JSONValue

    func violations(_ graph: RDFGraph) -> [String] {
        guard case .array(let list)? = shapes["shapes"] ?? shapes["@graph"] else { return ["no shapes"] }
        var result: [String] = []
        for shape in list {
            guard case .string(let target)? = shape["sh:targetClass"],
                case .array(let properties)? = shape["sh:property"]
            else { continue }
            for node in graph.nodes where node.types.contains(where: { RDFGraph.expand($0) == target }) {
                for property in properties { result += check(property, node, graph) }
            }
        }
        return result
    }

    /// The shapes write counts as strings.
    private static func count(_ value: JSONValue?) -> Int? {
        switch value {
        case .number(let text)?, .string(let text)?: Int(text)
        default: nil
        }
    }

    private func check(_ property: JSONValue, _ node: RDFGraph.Node, _ graph: RDFGraph) -> [String] {
        guard case .string(let path)? = property["sh:path"] else { return [] }
        let objects = node.statements.filter { RDFGraph.expand($0.predicate) == path }.map(\.object)
        var result: [String] = []
        if let min = Self.count(property["sh:minCount"]), objects.count < min {
            result.append("\(node.iri): \(path) min \(min)")
        }
        if let max = Self.count(property["sh:maxCount"]), objects.count > max {
            result.append("\(node.iri): \(path) max \(max)")
        }
        for object in objects {
            if case .string(let type)? = property["sh:class"] {
                guard case .iri(let iri) = object,
                    graph.nodes.contains(where: { $0.iri == iri && $0.types.contains { RDFGraph.expand($0) == type } })
                else {
                    result.append("\(node.iri): \(path) not of class \(type)")
                    continue
                }
            }
            if case .string(let type)? = property["sh:datatype"] {
                let actual =
                    switch object {
                    case .iri: ""
                    case .text: RDFGraph.expand("rdf:langString")
                    case .literal(_, let datatype): RDFGraph.expand(datatype ?? "xsd:string")
                    }
                if actual != type { result.append("\(node.iri): \(path) is \(actual), not \(type)") }
            }
        }
        return result
    }
}

@Suite("Outward: CPSV-AP, schema.org, DCAT-AP.de")
struct OutwardTests {
    static func objects() throws -> [XZuFi.Objekt] {
        try FIMFixtures.document("xzufi/leistung.xml").objekte + FIMFixtures.document("xzufi/transfer.xml").objekte
    }

    @Test("a service has name, text, authority, area, cost and channel in CPSV-AP")
    func cpsv() throws {
        let graph = CPSVExport.graph(try Self.objects(), options: .init(base: "https://muster.example"))
        let service = try #require(graph.nodes.first { $0.types == ["cpsv:PublicService"] })
        #expect(service.iri == "https://muster.example/leistung/L100001/101234")
        func objects(_ predicate: String) -> [RDFGraph.Object] {
            service.statements.filter { $0.predicate == predicate }.map(\.object)
        }
        #expect(
            objects("dct:title") == [
                .text("Hundesteuer Anmeldung", language: "de"), .text("Registering for dog tax", language: "en"),
            ])
        #expect(objects("dct:description") == [.text("Wer einen Hund hält, zahlt Steuer.", language: "de")])
        #expect(objects("dct:spatial") == [.iri("http://dcat-ap.de/def/politicalGeocoding/regionalKey/057740032032")])
        #expect(objects("cv:hasCompetentAuthority") == [.iri("https://muster.example/organisationseinheit/L100001/77")])
        #expect(objects("cv:hasChannel") == [.iri("https://musterstadt.example/hundesteuer")])
        let cost = try #require(graph.nodes.first { $0.types == ["cv:Cost"] })
        #expect(cost.statements.contains { $0.object == .literal("96.00", datatype: "xsd:double") })
    }

    @Test(
        "the graph keeps the shapes of CPSV-AP 3.2",
        .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
    func shapes() throws {
        let text = try FIMFixtures.corpus("cpsv-ap/releases/releases/3.2.0/shacl/cpsv-ap-SHACL.jsonld")
        let check = ShapeCheck(shapes: try #require(JSONValue(parsing: String(decoding: text, as: UTF8.self))))
        #expect(check.violations(CPSVExport.graph(try Self.objects())).isEmpty)
        let alone = CPSVExport.graph(try FIMFixtures.document("xzufi/leistung.xml").objekte)
        #expect(check.violations(alone).isEmpty)
        // The check itself finds what is wrong.
        var broken = RDFGraph()
        broken.add("urn:x", type: "cpsv:PublicService")
        broken.add("urn:x", "dct:title", .literal("ohne Sprache"))
        #expect(check.violations(broken).count >= 4)
    }

    @Test("Turtle and JSON-LD escape what needs it, and say the same")
    func syntax() throws {
        var graph = RDFGraph()
        graph.add("https://x.example/a b", type: "skos:Concept")
        graph.add("https://x.example/a b", "skos:prefLabel", .text("Sagt \"ja\"\\\n", language: "de"))
        #expect(
            graph.turtle.contains(
                "<https://x.example/a\\u0020b>\n  a skos:Concept ;\n  skos:prefLabel \"Sagt \\\"ja\\\"\\\\\\n\"@de .\n")
        )
        let json = try #require(JSONValue(parsing: graph.jsonLD.text))
        guard case .array(let nodes)? = json["@graph"] else {
            Issue.record("no graph")
            return
        }
        #expect(nodes.first?["@id"] == .string("https://x.example/a b"))
    }

    @Test("schema.org: service, provider, area, channel, price")
    func schemaOrg() throws {
        let json = SchemaOrgExport.jsonLD(try Self.objects())
        guard case .array(let services)? = json["@graph"], let service = services.first else {
            Issue.record("no service")
            return
        }
        #expect(service["@type"] == .string("GovernmentService"))
        #expect(service["provider"]?["name"] == .string("Steueramt"))
        #expect(service["provider"]?["address"]?["addressLocality"] == .string("Musterstadt"))
        #expect(service["serviceType"] == .string("99102013001000"))
        #expect(
            service["offers"]
                == .array([
                    .object([
                        ("@type", .string("Offer")), ("price", .string("96.00")), ("priceCurrency", .string("EUR")),
                    ])
                ]))
    }

    @Test("DCAT-AP.de: catalogue, datasets and distributions have what the profile requires")
    func dcat() throws {
        let options = DCATExport.Options(
            base: "https://muster.example/", title: "Muster", description: "Daten.", publisher: "Musterstadt",
            email: "daten@muster.example", modified: "2026-01-01")
        let graph = DCATExport.graph(try Self.objects(), codeLists: [], options: options)
        func node(_ type: String) throws -> RDFGraph.Node {
            try #require(graph.nodes.first { $0.types.contains(type) })
        }
        func predicates(_ type: String) throws -> Set<String> { Set(try node(type).statements.map(\.predicate)) }
        #expect(
            try predicates("dcat:Catalog").isSuperset(of: [
                "dct:title", "dct:description", "dct:publisher", "dcat:dataset",
            ]))
        #expect(
            try predicates("dcat:Dataset").isSuperset(of: [
                "dct:title", "dct:description", "dcatde:contributorID", "dcat:theme", "dct:publisher",
                "dcat:distribution",
            ]))
        #expect(try predicates("dcat:Distribution").isSuperset(of: ["dcat:accessURL", "dct:license"]))
        #expect(graph == DCATExport.graph(try Self.objects(), codeLists: [], options: options))
    }

    @Test("what is no address is no channel and no law")
    func addresses() throws {
        let good = ["https://a.example/x?y=1", "mailto:a@b.example", "urn:de:x"]
        let bad = ["", "{{satzungUrl}}", "www.a.example", "https://a.example/{x}", "https:", "ä:b", "https://a b"]
        #expect(good.allSatisfy(FIMResourceNames.isIRI))
        #expect(!bad.contains(where: FIMResourceNames.isIRI))
    }

    @Test("an online service is a channel of the services it is for, not of all")
    func channels() throws {
        let stock = StockGenerator(.init(services: 3, units: 1, onlineServices: 2))
        let objects = (0..<stock.count).map(stock.objekt)
        let graph = CPSVExport.graph(objects)
        let channels = graph.nodes.filter { $0.types == ["cpsv:PublicService"] }
            .map { $0.statements.count { $0.predicate == "cv:hasChannel" } }
        #expect(channels == [1, 1, 0])
        guard case .array(let services)? = SchemaOrgExport.jsonLD(objects)["@graph"] else {
            Issue.record("no services")
            return
        }
        #expect(services.map { $0["availableChannel"] != nil } == [true, true, false])
        #expect(services.allSatisfy { $0["provider"]?["name"] == .string("Bürgeramt") })
    }
}

@Suite("Outward: under the official SHACL shapes", .enabled(if: Oracle.shacl != nil, "needs Python with pyshacl"))
struct SHACLTests {
    /// How many violations pySHACL finds, and its report.
    static func violations(_ graph: RDFGraph, _ shapes: [String]) throws -> (count: Int, report: String) {
        let python = try #require(Oracle.shacl)
        let corpus = try #require(TestFiles.corpus)
        return try TestFiles.withTemporaryFolder { folder in
            let data = folder.appending(path: "data.ttl")
            try Data(graph.turtle.utf8).write(to: data)
            let all = try shapes.map { try String(contentsOf: corpus.appending(path: $0), encoding: .utf8) }
            let shape = folder.appending(path: "shapes.ttl")
            try Data(all.joined(separator: "\n").utf8).write(to: shape)
            let script = """
                import pyshacl, rdflib, sys
                g, s, o = (rdflib.Graph().parse(p, format="turtle") for p in sys.argv[1:4])
                _, r, t = pyshacl.validate(g + o, shacl_graph=s, advanced=True)
                SH = rdflib.Namespace("http://www.w3.org/ns/shacl#")
                print(sum(v == SH.Violation for v in r.objects(None, SH.resultSeverity)))
                print(t)
                """
            let (status, output) = try Oracle.run(
                python,
                ["-c", script, data.path, shape.path, TestFiles.fixtures.path + "/fim/shacl/vokabulare.ttl"])
            #expect(status == 0, "\(output)")
            return (Int(output.prefix { $0.isNumber }) ?? -1, output)
        }
    }

    static let cpsv = ["cpsv-ap/releases/releases/3.2.0/shacl/cpsv-ap-SHACL.ttl"]
    static let dcat = [
        "dcat-ap_2.1.1_shacl_shapes", "dcat-ap-spec-german-additions", "dcat-ap-spec-german-messages",
        "dcat-ap-konventionen",
    ].map { "dcat-ap.de/2.0/shacl/\($0).ttl" }

    static func objects() throws -> [XZuFi.Objekt] {
        let stock = StockGenerator(.init(services: 12, units: 3, onlineServices: 4))
        return try OutwardTests.objects() + (0..<stock.count).map(stock.objekt)
    }

    @Test("services conform to CPSV-AP 3.2.0, and what is broken does not")
    func services() throws {
        let (count, report) = try Self.violations(CPSVExport.graph(try Self.objects()), Self.cpsv)
        #expect(count == 0, "\(report)")
        var broken = RDFGraph()
        broken.add("https://x.example/1", type: "cpsv:PublicService")
        broken.add("https://x.example/1", "dct:title", .literal("ohne Sprache"))
        #expect(try Self.violations(broken, Self.cpsv).count > 0)
    }

    @Test("the catalogue conforms to DCAT-AP.de 2.0 and the conventions of GovData, and what is broken does not")
    func catalogue() throws {
        let list = CodeListIdentification(
            shortName: CodeListText("hunderasse"), version: "1", canonicalURI: "urn:xoev-de:beispiel:hunderasse")
        let options = DCATExport.Options(
            base: "https://muster.example/", title: "Muster", description: "Daten.", publisher: "Musterstadt",
            email: "daten@muster.example", modified: "2026-01-01")
        let graph = DCATExport.graph(try Self.objects(), codeLists: [list], options: options)
        let (count, report) = try Self.violations(graph, Self.dcat)
        #expect(count == 0, "\(report)")
        var broken = RDFGraph()
        broken.add("https://x.example/1", type: "dcat:Dataset")
        #expect(try Self.violations(broken, Self.dcat).count > 0)
    }
}
