import Foundation
import SchemaComparison
import SchemaModel
import SchemaSamples
import SchemaValidation
import TestSupport
import Testing
import XMLCore

/// The promise of the diff: a message for which nothing breaking is told stays valid. Its opposite is looked for with sample
/// messages of the old version, judged by the new one. `XOEV_LONG` takes all pairs instead of some.
@Suite("Schema diff: what is not told as breaking breaks nothing")
struct DiffProofTests {
    private static let isLong = ProcessInfo.processInfo.environment["XOEV_LONG"] != nil

    /// A compiled version.
    struct Version {
        var text: String
        var components: SchemaComponents
        var validator: DocumentValidator

        /// Nil where a variant is no schema.
        init?(_ text: String) {
            let source = SchemaSource.bytes(Array(text.utf8), name: "s.xsd")
            guard let schemas = try? SchemaLoader().load([source]),
                let components = try? SchemaLoader().loadComponents([source])
            else { return nil }
            self.text = text
            self.components = components
            validator = DocumentValidator(schemas)
        }
    }

    /// Samples of a version: their texts by message.
    static func samples(of version: Version, seeds: ClosedRange<UInt64>) -> [(message: String, bytes: [UInt8])] {
        var result: [(message: String, bytes: [UInt8])] = []
        for id in version.components.rootElements {
            let message = version.components[id].name.local
            for extent in SampleGenerator.Options.Extent.allCases {
                guard
                    let generator = try? SampleGenerator(
                        version.components, message: message, options: .init(extent: extent))
                else { continue }
                for seed in seeds {
                    guard let bytes = try? generator.sample(seed: seed).serialized() else { continue }
                    if version.validator.validate(.bytes(bytes)).verdict == .valid { result.append((message, bytes)) }
                }
            }
        }
        return result
    }

    /// What is broken though the diff does not tell it, and whether anything is broken.
    static func surprises(
        _ old: Version, _ samples: [(message: String, bytes: [UInt8])], _ new: Version
    ) -> (surprises: [String], isBroken: Bool) {
        let diff = SchemaDiff(old: old.components, new: new.components)
        let renames = diff.changes.filter { $0.component == "targetNamespace" }
        var found: [String] = []
        var isBroken = false
        for (message, bytes) in samples where diff.messages.contains(message) {
            var text = String(decoding: bytes, as: UTF8.self)
            for rename in renames {
                text = text.replacing("\"\(rename.old ?? "")\"", with: "\"\(rename.new ?? "")\"")
            }
            let result = new.validator.validate(.bytes(Array(text.utf8)))
            if result.verdict == .valid { continue }
            isBroken = true
            let isTold = diff.changes.contains {
                $0.isBreaking && $0.component != "targetNamespace" && $0.messages.contains(message)
            }
            if !isTold {
                found.append(
                    """
                    \(result.findings.first?.message.en.rendered(showingValues: true) ?? "") in
                    \(text)
                    from
                    \(old.text)
                    to
                    \(new.text)
                    \(diff.changes)
                    """)
            }
        }
        return (found, isBroken)
    }

    @Test("small changes to schemas of every construct, forth and back", arguments: SampleSchemas.all.keys.sorted())
    func variants(_ name: String) throws {
        let base = try #require(Version(SampleSchemas.all[name] ?? ""))
        let samples = Self.samples(of: base, seeds: 1...(Self.isLong ? 12 : 4))
        #expect(!samples.isEmpty)
        var all = try SchemaVariants.of(base.text)
        // Some of them, spread over the schema.
        let step = Self.isLong ? 1 : max(1, all.count / 24)
        all = stride(from: 1, to: all.count, by: step).map { all[$0] }
        let start = ContinuousClock.now
        var count = (pairs: 0, broken: 0, told: 0)
        for text in all {
            guard let variant = Version(text) else { continue }
            let back = Self.samples(of: variant, seeds: 1...(Self.isLong ? 6 : 2))
            for (old, samples, new) in [(base, samples, variant), (variant, back, base)] {
                let result = Self.surprises(old, samples, new)
                count.pairs += 1
                count.broken += result.isBroken ? 1 : 0
                if SchemaDiff(old: old.components, new: new.components).isBreaking { count.told += 1 }
                if let first = result.surprises.first {
                    Issue.record("\(first)")
                    return
                }
            }
        }
        #expect(count.pairs > 4)
        if Self.isLong {
            print(
                "\(name): \(count.pairs) pairs, \(count.told) told as breaking, \(count.broken) seen to break, \(ContinuousClock.now - start)"
            )
        }
    }
}
