import Foundation
import Konstrukte
import SchemaBinding
import SchemaJSON
import SchemaModel
import Testing
import XMLCore
import XMusterdienstTypes

/// JSON of one document on two ways: by the schema alone (`xoev convert`), and by `Codable` of generated types. Both follow
/// Documentation/Formate/JSON.md; what differs is named there in section 7.
@Suite("JSON by schema and by generated types") struct JSONAgreementTests {
    /// The differences that are named, by the path of the member.
    static let known: [String: String] = [
        "builtins/wert.boolean": "spelling", "builtins/wert.float": "spelling",
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
