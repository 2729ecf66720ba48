import Foundation
import JSONCore
import Konstrukte
import SchemaBinding
import SchemaJSON
import SchemaModel
import SchemaSamples
import SchemaValidation
import Testing
import XMLCore
import XMusterdienstTypes

/// JSON of one document on two ways: by the schema alone (`xoev convert`), and by `Codable` of generated types. Both follow
/// Documentation/Formate/JSON.md; what differs is named there in section 7.
@Suite("JSON by schema and by generated types") struct JSONAgreementTests {
    /// The differences that are named, by the path of the member.
    static let known: [String: String] = [
        "builtins/wert.boolean": "spelling", "builtins/wert.float": "spelling", "all/#order": "order of xs:all",
        "werte/ganz": "spelling", "werte/bruch": "spelling",
    ]

    @Test(
        "both ways give the same but for the differences that the format names", arguments: PlantedFaultTests.materials)
    func agreement(material: PlantedFaultTests.Material) throws {
        let converter = MessageConverter(try SchemaLoader().loadComponents([material.source]))
        var met = Set<String>()
        for file in material.files {
            let root = try XMLTree(bytes: Array(try Data(contentsOf: URL(filePath: file)))).root.name
            let type = try #require(material.roots.first { $0.rootNames.contains(root) })
            let converted = try JSONSerialization.jsonObject(
                with: Data(try converter.json(from: .file(file)).bytes))
            let encoded = try JSONSerialization.jsonObject(with: try Self.encoded(type, file))
            for difference in Self.differences(converted, encoded, root.local) {
                met.insert(difference.path)
                #expect(Self.known[difference.path] != nil, "\(file) \(difference)")
            }
        }
        if material.name.contains("construct") { #expect(met == Set(Self.known.keys)) } else { #expect(met.isEmpty) }
    }

    @Test(
        "JSON of either way is read by the other, and is the same document", arguments: PlantedFaultTests.materials)
    func interchange(material: PlantedFaultTests.Material) throws {
        let components = try SchemaLoader().loadComponents([material.source])
        let converter = MessageConverter(components)
        let validator = DocumentValidator(try SchemaLoader().load([material.source]))
        var documents = try material.files.map { Array(try Data(contentsOf: URL(filePath: $0))) }
        for root in material.roots.flatMap({ $0.rootNames }) where components.elementsByName[root] != nil {
            for extent in SampleGenerator.Options.Extent.allCases {
                let generator = try SampleGenerator(
                    components, message: root.description, options: .init(extent: extent))
                for seed in 1...5 as ClosedRange<UInt64> {
                    documents.append(try generator.sample(seed: seed).serialized())
                }
            }
        }
        #expect(documents.count > material.files.count + 60)
        for document in documents {
            let root = try XMLTree(bytes: document).root
            // A root of another type than the declared one is read by an enum, which is not Codable by itself.
            if root.attribute(XMLName("type", in: XMLName.schemaInstanceNamespace)) != nil { continue }
            let type = try #require(material.roots.first { $0.rootNames.contains(root.name) })
            let message = try Self.interchange(document, type, converter, validator)
            #expect(message == nil, "\(message ?? ""): \(String(decoding: document, as: UTF8.self))")
        }
    }

    /// What goes wrong on the four ways between XML, a value and JSON; nil when nothing does.
    private static func interchange<T: XMLComplex>(
        _ document: [UInt8], _ type: T.Type, _ converter: MessageConverter, _ validator: DocumentValidator
    ) throws -> String? {
        let value = try XMLValueDecoder().decode(type, from: .bytes(document)).value
        do {
            let converted = Data(try converter.json(from: .bytes(document)).bytes)
            let read = try JSONDecoder().decode(type, from: converted)
            if read != value {
                let one = try JSONSerialization.jsonObject(with: JSONEncoder().encode(value))
                let other = try JSONSerialization.jsonObject(with: JSONEncoder().encode(read))
                return "Codable reads another value \(differences(one, other, ""))"
            }
        } catch {
            return "Codable does not read the JSON of convert: \(error)"
        }
        do {
            let encoded = Array(try JSONEncoder().encode(value))
            let written = try converter.xml(from: try JSONDocument(encoded))
            let result = validator.validate(.bytes(written))
            if result.verdict != .valid { return "convert makes what is not valid: \(result.findings)" }
            if try XMLValueDecoder().decode(type, from: .bytes(written)).value != value {
                return "convert makes another document"
            }
        } catch {
            return "convert does not read the JSON of Codable: \(error)"
        }
        return nil
    }

    private static func encoded<T: XMLComplex>(_ type: T.Type, _ file: String) throws -> Data {
        try JSONEncoder().encode(try XMLValueDecoder().decode(type, from: .file(file)).value)
    }

    private static func differences(_ left: Any, _ right: Any, _ path: String) -> [(path: String, text: String)] {
        switch (left, right) {
        case (let left as [String: Any], let right as [String: Any]):
            return Set(left.keys).union(right.keys).sorted().flatMap { key -> [(path: String, text: String)] in
                guard let one = left[key], let other = right[key] else {
                    return [(path + "/" + key, left[key] == nil ? "only by type" : "only by schema")]
                }
                return differences(one, other, path + "/" + key)
            }
        case (let left as [Any], let right as [Any]):
            guard left.count == right.count else { return [(path, "\(left.count) and \(right.count) items")] }
            return zip(left, right).flatMap { differences($0, $1, path) }
        default:
            let one = "\(left)"
            let other = "\(right)"
            return one == other && (left is String) == (right is String) ? [] : [(path, "\(one) and \(other)")]
        }
    }
}
