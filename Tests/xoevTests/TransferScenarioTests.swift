import Foundation
import TestSupport
import Testing

/// Whole stories told by several commands, against golden files in `Tests/Fixtures/xoev/golden/`. Each runs in a fresh
/// copy of `Tests/Fixtures/xoev/scenario/`.
@Suite("Transfer scenarios")
struct TransferScenarioTests {
    private func tell(_ commands: [String], _ language: String) throws -> String {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let work = folder.appending(path: "work")
            try FileManager.default.copyItem(at: TestFiles.fixtures.appending(path: "xoev/scenario"), to: work)
            var story = ""
            for command in commands {
                story += "$ xoev \(command)\n"
                let arguments = command.split(separator: " ").map(String.init) + ["--language", language]
                let environment = ["LC_ALL": "C", "SOURCE_DATE_EPOCH": "1767323045", "LOGNAME": "erika"]
                story += try Tool.run(arguments, in: work, environment: environment).transcript
            }
            return story
        }
    }

    private static let archive = "anwohnerfest-1.0.0.dienst"
    private static let target = "--profile soest.xml --store portal.sqlite"

    static let stories: [String: [String]] = [
        "story-package": [
            "package init neu --kennung de.nrw.soest.neu --bezeichnung Neu --leistung 99102901104000 --herausgeber Soest --ars 059740040040 --kontakt-email a@soest.example",
            "package pack neu",
            "package init neu --kennung de.nrw.soest.neu --bezeichnung Neu --leistung 99102901104000 --herausgeber Soest --ars 059740040040 --kontakt-email a@soest.example",
            "package init falsch --kennung de.nrw.soest.neu --bezeichnung Neu --leistung 99102901104000 --herausgeber Soest --ars 05974",
            "package pack paket",
            "package pack paket",
            "package pack paket --force --format json",
            "package verify \(archive)",
            "package verify paket",
            "package verify soest.xml no-such.dienst",
            "package inspect \(archive)",
            "package inspect \(archive) --format json",
            "package pack soest.xml",
            "package inspect no-such.dienst",
            "package inspect soest.xml",
        ],
        "story-transfer": [
            "package pack paket --quiet",
            "transfer plan \(archive) \(target)",
            "portal init --store portal.sqlite --profile soest.xml",
            "portal init --store portal.sqlite --profile soest.xml",
            "transfer plan \(archive) --profile soest-leer.xml --store portal.sqlite",
            "transfer apply \(archive) --profile soest-leer.xml --store portal.sqlite",
            "transfer plan \(archive) \(target) --save-plan plan.json",
            "transfer apply \(archive) \(target) --plan plan.json",
            "transfer apply \(archive) \(target)",
            "transfer apply \(archive) --profile soest-leer.xml --store portal.sqlite --plan plan.json",
            "transfer status --store portal.sqlite",
            "transfer status --store portal.sqlite --ars 057740032032",
            "transfer export de.nrw.paderborn.anwohnerfest --ars 059740040040 --store portal.sqlite --output zurueck.dienst",
            "transfer export de.nrw.paderborn.anwohnerfest --ars 059740040040 --store portal.sqlite --output zurueck.dienst",
            "transfer export de.nrw.paderborn.fehlt --ars 059740040040 --store portal.sqlite",
            "transfer plan \(archive) --profile defekt.xml --store portal.sqlite",
            "transfer status --store soest.xml",
            "transfer apply \(archive) \(target) --plan soest.xml",
            "transfer plan paket \(target)",
        ],
    ]

    @Test("stories come out as their golden files tell", arguments: stories.keys.sorted(), ["de", "en"])
    func story(_ name: String, _ language: String) throws {
        let commands = try #require(Self.stories[name])
        let story = try tell(commands, language)
        #expect(Golden.difference(story, from: "xoev/golden/\(name).\(language).txt") == nil)
    }

    @Test("what should be looked at in a profile is told on standard error and stops nothing")
    func profileWarning() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let work = folder.appending(path: "work")
            try FileManager.default.copyItem(at: TestFiles.fixtures.appending(path: "xoev/scenario"), to: work)
            let soest = try String(contentsOf: work.appending(path: "soest.xml"), encoding: .utf8)
            try Data(soest.replacingOccurrences(of: "<ags>05974040", with: "<ags>05774032").utf8)
                .write(to: work.appending(path: "andere.xml"))
            #expect(try Tool.run(["package", "pack", "paket"], in: work).exitCode == 0)
            let options = ["--profile", "andere.xml", "--store", "p.sqlite"]
            for command in [
                ["portal", "init"], ["transfer", "plan", Self.archive], ["transfer", "apply", Self.archive],
            ] {
                let outcome = try Tool.run(command + options, in: work)
                #expect(outcome.exitCode == 0, "\(outcome.transcript)")
                #expect(outcome.errors.contains("profile.ags-mismatch"))
                #expect(!outcome.output.contains("profile.ags-mismatch"))
            }
        }
    }

    @Test(
        "the example services move to Soest, a second run changes nothing, the export is the package, byte for byte",
        arguments: ["hundesteuer", "bewohnerparkausweis"])
    func examples(_ service: String) throws {
        let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples").path
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            func run(_ arguments: String...) throws -> Tool.Outcome { try Tool.run(arguments, in: folder) }
            #expect(try run("package", "pack", "\(examples)/\(service)", "--output", "in.dienst").exitCode == 0)
            let verified = try run("package", "verify", "in.dienst")
            #expect(verified.exitCode == 0, "\(verified.transcript)")
            let profile = "\(examples)/profile/soest.xml"
            let store = ["--profile", profile, "--store", "p.sqlite"]
            #expect(try run("portal", "init", "--profile", profile, "--store", "p.sqlite").exitCode == 0)
            let first = try Tool.run(["transfer", "apply", "in.dienst"] + store, in: folder)
            #expect(first.exitCode == 0, "\(first.transcript)")
            let second = try Tool.run(["transfer", "apply", "in.dienst"] + store, in: folder)
            #expect(second.exitCode == 0)
            #expect(second.output.contains("Nothing to change: "))
            let export = try run(
                "transfer", "export", "de.nrw.paderborn.\(service)", "--ars", "059740040040", "--store", "p.sqlite",
                "--output", "out.dienst")
            #expect(export.exitCode == 0, "\(export.transcript)")
            let before = try Data(contentsOf: folder.appending(path: "in.dienst"))
            #expect(try Data(contentsOf: folder.appending(path: "out.dienst")) == before)
        }
    }
}
