import FIM
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import ServiceTransfer

@Suite("Upgrades over three versions")
struct ThreeVersionsTests {
    private func fixture(_ name: String) throws -> XMLTree {
        try XMLTree(.file(TestFiles.fixtures.appending(path: "transfer/upgrade/\(name).xml").path))
    }

    @Test("texts, languages, links, fees, terms, addressees, modules, order: the results are those fixed by hand")
    func fixedByHand() throws {
        var second = FieldMerge { _, _, _, _ in .open }
        let afterSecond = second.merge(
            base: try fixture("paket-1"), theirs: try fixture("paket-2"), ours: try fixture("stadt-1"))
        #expect(!second.changes.contains { $0.outcome == .conflict })
        #expect(try afterSecond.serialized().text == fixture("erwartet-2").serialized().text)

        let base = try fixture("paket-2")
        let theirs = try fixture("paket-3")
        var open = FieldMerge { _, _, _, _ in .open }
        _ = open.merge(base: base, theirs: theirs, ours: afterSecond)
        let conflicts = open.changes.filter { $0.outcome == .conflict }
            .map { FieldPath(part: "l", steps: $0.steps).description }
        #expect(
            conflicts == [
                "l/modulText[02]/inhalt[de]", "l/modulKosten[X1|kostenmodul|k1]/kosten[001]/kostenauswahl/betrag",
            ])
        var third = FieldMerge { steps, _, _, _ in steps.first?.name == "modulText" ? .ours : .theirs }
        let afterThird = third.merge(base: base, theirs: theirs, ours: afterSecond)
        #expect(try afterThird.serialized().text == fixture("erwartet-3").serialized().text)
    }

    /// What becomes of a field: by its number, six fates.
    private enum Fate: Int, CaseIterable {
        case untouched, packageOnly, townOnly, bothAlike, conflictValue, conflictTheirs
    }

    /// A text of a document that is a field of its own and identifies nothing.
    private struct Leaf {
        var path: String
        var value: String
        var fate: Fate
    }

    @Test(
        "the example services, each field with one of six fates: every field ends as the table says",
        arguments: [
            ("hundesteuer", "leistung"), ("hundesteuer", "onlinedienst"), ("bewohnerparkausweis", "leistung"),
            ("bewohnerparkausweis", "onlinedienst"),
        ])
    func everyField(_ service: String, _ part: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let kennung = "de.nrw.paderborn.\(service)"
            let town = Town(store: try Samples.store(in: folder, soest), profile: soest, kennung: kennung)
            try town.install(Samples.example(service))
            let leaves = try self.leaves(town, part)
            #expect(leaves.count > 20)
            let edits = leaves.filter { $0.fate.rawValue >= Fate.townOnly.rawValue }
            try town.edit(edits.map { ($0.path, .text(Self.other($0.value, 1))) })

            let paths = { (fate: Fate) in leaves.filter { $0.fate == fate }.map(\.path) }
            let second = try version("2.1.0", of: service, part) { leaf in
                switch leaf.fate {
                case .packageOnly: Self.other(leaf.value, 2)
                case .conflictValue, .conflictTheirs: Self.other(leaf.value, 3)
                default: nil
                }
            }
            let plan = try town.plan(second)
            #expect(Set(plan.conflicts.map(\.path.description)) == Set(paths(.conflictValue) + paths(.conflictTheirs)))
            let decided = try town.plan(second, rules(ours: paths(.conflictValue), theirs: paths(.conflictTheirs)))
            #expect(decided.findings.filter { $0.severity == .error }.map(\.location.path) == [])
            try town.install(second, rules(ours: paths(.conflictValue), theirs: paths(.conflictTheirs)))
            try expect(town, part, leaves) { leaf in
                switch leaf.fate {
                case .untouched: leaf.value
                case .packageOnly: Self.other(leaf.value, 2)
                case .townOnly, .bothAlike, .conflictValue: Self.other(leaf.value, 1)
                case .conflictTheirs: Self.other(leaf.value, 3)
                }
            }

            let third = try version("2.2.0", of: service, part) { leaf in
                switch leaf.fate {
                case .packageOnly: Self.other(leaf.value, 4)
                case .bothAlike: Self.other(leaf.value, 1)
                case .conflictValue: Self.other(leaf.value, 5)
                case .conflictTheirs: Self.other(leaf.value, 3)
                case .untouched, .townOnly: nil
                }
            }
            let own = leaves.filter { $0.fate == .conflictValue }.map { leaf in
                Entscheidung(feld: FieldPattern(leaf.path), wahl: .wert(Self.other(leaf.value, 6)))
            }
            try town.install(third, MergeRules(decisions: own))
            try expect(town, part, leaves) { leaf in
                switch leaf.fate {
                case .untouched: leaf.value
                case .packageOnly: Self.other(leaf.value, 4)
                case .townOnly, .bothAlike: Self.other(leaf.value, 1)
                case .conflictValue: Self.other(leaf.value, 6)
                case .conflictTheirs: Self.other(leaf.value, 3)
                }
            }
            // And all the way back.
            for _ in 0..<3 { try town.rollBack(to: 2) }
            try expect(town, part, leaves) { $0.value }
            let problem = try town.store.integrityProblem()
            #expect(problem == nil)
        }
    }

    private func rules(ours: [String], theirs: [String]) -> MergeRules {
        MergeRules(
            rules: ours.map { .init(FieldPattern($0), .ours) } + theirs.map { .init(FieldPattern($0), .theirs) })
    }

    private func expect(_ town: Town, _ part: String, _ leaves: [Leaf], _ value: (Leaf) -> String) throws {
        let fields = try FieldReporter(options: .init(service: town.address, pattern: FieldPattern("\(part)/*")))
            .fields(in: town.store)
        let found = Dictionary(fields.map { ($0.path.description, $0.value) }, uniquingKeysWith: { first, _ in first })
        for leaf in leaves { #expect(found[leaf.path] == value(leaf), "\(leaf.path) \(leaf.fate)") }
    }

    private func leaves(_ town: Town, _ part: String) throws -> [Leaf] {
        let fields = try FieldReporter(options: .init(service: town.address, pattern: FieldPattern("\(part)/*")))
            .fields(in: town.store)
        return fields.filter { Self.isText($0.path) }.enumerated().map { number, field in
            Leaf(
                path: field.path.description, value: field.value ?? "",
                fate: Fate(rawValue: number % Fate.allCases.count) ?? .untouched)
        }
    }

    /// What identifies, is a code, or is bound to the town, is left alone.
    private static func isText(_ path: FieldPath) -> Bool {
        let last = path.steps.last?.name ?? ""
        let texts: Set = [
            "inhalt", "titel", "uri", "beschreibung", "betrag", "beschreibungVariabilitaet",
            "beschreibungKostenfreiheit", "fachlichFreigegebenAm", "fachlichFreigegebenDurch", "bezeichnung",
            "kurzbezeichnung", "alternativeBeschreibung", "positionDarstellung", "geaendertDurch", "erstelltDurch",
            "parameterWert", "sprachbezeichnungNativ", "dauer", "link",
        ]
        return texts.contains(last) && path.steps.first?.name != "herausgeber"
    }

    /// Another value of the same kind.
    private static func other(_ value: String, _ number: Int) -> String {
        if Int(value) != nil { return "\(100 + number)" }
        if Double(value) != nil { return "\(100 + number).00" }
        if value.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil { return "2027-03-0\(number)" }
        if value.hasPrefix("http") { return "https://t\(number).example.org/seite" }
        return "Text \(number) <b>&amp;</b> „ß“"
    }

    /// A version of the example whose part has other texts: changed in the unbound file, found there by the same paths.
    private func version(
        _ version: String, of service: String, _ part: String, _ change: (Leaf) -> String?
    ) throws -> LoadedPackage {
        try Samples.example(service) { files in
            let manifest = (files["dienstpaket.xml"] ?? []).text
            files["dienstpaket.xml"] = Array(
                manifest.replacing(/<version>[^<]*</, with: "<version>\(version)<", maxReplacements: 1).utf8)
            let file = "xzufi/\(part).xml"
            guard var tree = try? XMLTree(bytes: files[file] ?? [], name: file) else { return }
            var fields = FieldTree(root: tree.root)
            let leaves = fields.fields().filter { $0.isLeaf && Self.isText(FieldPath(part: part, steps: $0.steps)) }
            for (number, leaf) in leaves.enumerated() {
                let fate = Fate(rawValue: number % Fate.allCases.count) ?? .untouched
                // The value before binding: where it is a parameter's, the kind of value is another.
                let value = Self.bound(FieldKeys.value(of: leaf.element))
                let path = FieldPath(part: part, steps: leaf.steps).description
                guard let new = change(Leaf(path: path, value: value, fate: fate)) else { continue }
                _ = fields.update(leaf.steps) { element in
                    var element = element
                    element?.setFieldValue(new)
                    return element
                }
            }
            tree.root = fields.root
            files[file] = try? tree.serialized()
        }
    }

    private static func bound(_ value: String) -> String {
        if value.hasSuffix("Url}}") && value.hasPrefix("{{") { return "https://" }
        return value == "{{anmeldefristTage}}" ? "30" : value
    }
}
