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
}
