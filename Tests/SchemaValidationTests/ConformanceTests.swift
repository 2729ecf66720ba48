import Findings
import Foundation
import SchemaModel
import SchemaValidation
import TestSupport
import Testing

/// Our verdict on every instance of the corpus against the verdict of Xerces, which is the specification's where libxml2
/// differs. Deviations are listed, each with its reason, in `known-deviations.tsv`.
@Suite(.enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct ConformanceTests {
    struct Instance: Sendable {
        var file: String
        var schema: String
        var xerces: String
    }

    static let corpus = TestFiles.corpus?.path ?? ""

    static let instances: [Instance] = rows(corpus + "/verdicts.tsv").compactMap { row in
        row.count >= 4 && row[1] != "-" ? Instance(file: row[0], schema: row[1], xerces: row[3]) : nil
    }

    static let deviations: [String: String] = {
        let path = TestFiles.projectRoot.appending(path: "Tests/SchemaValidationTests/known-deviations.tsv").path
        return Dictionary(uniqueKeysWithValues: rows(path).filter { $0.count >= 4 }.map { ($0[0], $0[2]) })
    }()

    static let schemas: [String] = Set(instances.map(\.schema)).sorted()

    static func rows(_ path: String) -> [[String]] {
        ((try? String(contentsOfFile: path, encoding: .utf8)) ?? "")
            .split(separator: "\n")
            .filter { !$0.hasPrefix("#") && !$0.hasPrefix("file\t") }
            .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }

    static func validator(_ schema: String) throws -> DocumentValidator {
        let catalogue = try SchemaCatalogue(
            [.file(corpus + "/" + schema)], options: .init(catalogs: [corpus + "/catalog.xml"]))
        return DocumentValidator(catalogue)
    }

    @Test("the corpus has instances with verdicts")
    func hasInstances() {
        #expect(Self.instances.count == 904)
    }

    @Test("verdicts equal Xerces' but for the listed deviations", arguments: schemas)
    func verdicts(schema: String) throws {
        let validator: DocumentValidator
        do {
            validator = try Self.validator(schema)
        } catch let error as SchemaError {
            for instance in Self.instances where instance.schema == schema {
                #expect(Self.deviations[instance.file] == "no-schema", "\(instance.file): \(error.findings)")
            }
            return
        }
        for instance in Self.instances where instance.schema == schema {
            let result = validator.validate(.file(Self.corpus + "/" + instance.file))
            let expected = Self.deviations[instance.file] ?? instance.xerces
            #expect(
                result.verdict.rawValue == expected,
                "\(instance.file): \(result.findings.prefix(3).map { "\($0.location) \($0.message.rendered(.en, showingValues: true))" })"
            )
            if result.verdict == .invalid {
                #expect(result.findings.allSatisfy { $0.location.line != nil && $0.location.path != nil })
            }
        }
    }

    @Test("one catalogue over the folders of all standards chooses the schemas that give the same verdicts")
    func catalogue() throws {
        let folders = [
            "xwasser/1.0.0/schemas", "xbeteiligung/1.2/schemas", "xdomea/3.0.0/schemas", "xjustiz/3.2.1/schemas",
            "xjustiz/3.5.1/schemas", "genericode/1.0/schemas", "ubl/2.1-bis/schemas", "xberufsbildung/0.6/schemas",
            "en16931/1.3/schemas/cii_uncoupled",
        ]
        let catalogue = try SchemaCatalogue(
            folders.map { SchemaSource(path: Self.corpus + "/" + $0) },
            options: .init(catalogs: [Self.corpus + "/catalog.xml"]))
        let validator = DocumentValidator(catalogue)
        for instance in Self.instances where !instance.schema.contains("xberufsbildung/0.5") {
            let result = validator.validate(.file(Self.corpus + "/" + instance.file))
            #expect(
                result.verdict.rawValue == Self.deviations[instance.file] ?? instance.xerces,
                "\(instance.file): \(result.facts) \(result.findings.prefix(3).map { "\($0.location) \($0.message.rendered(.en, showingValues: true)) \($0.hint?.rendered(.en) ?? "")" })"
            )
            if instance.file.hasPrefix("xjustiz/3.2.1") {
                #expect(result.facts.contains(.init("version", "3.2.1")), "\(instance.file): \(result.facts)")
            }
        }
    }

    @Test("eight tasks check eight standards at once")
    func concurrently() async throws {
        let byValidator = try Self.schemas.compactMap { schema -> (DocumentValidator, [Instance])? in
            guard !schema.contains("xberufsbildung/0.5") else { return nil }
            return (try Self.validator(schema), Self.instances.filter { $0.schema == schema })
        }
        let rounds = ProcessInfo.processInfo.environment["XOEV_THREAD_ROUNDS"].flatMap(Int.init) ?? 10
        await withTaskGroup(of: [String].self) { group in
            for task in 0..<8 {
                group.addTask {
                    var wrong: [String] = []
                    for round in 0..<rounds {
                        let (validator, instances) = byValidator[(task + round) % byValidator.count]
                        for instance in instances.prefix(8) {
                            let verdict = validator.validate(.file(Self.corpus + "/" + instance.file)).verdict
                            if verdict.rawValue != Self.deviations[instance.file] ?? instance.xerces {
                                wrong.append(instance.file)
                            }
                        }
                    }
                    return wrong
                }
            }
            for await wrong in group { #expect(wrong.isEmpty) }
        }
    }
}
