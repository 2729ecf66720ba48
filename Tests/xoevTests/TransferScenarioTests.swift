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
        "story-rollout": [
            "package pack flohmarkt-1 --quiet",
            "package pack flohmarkt-2 --quiet",
            "portal init --store kreis.sqlite --profile kreis/1-soest.xml --profile kreis/2-lippetal.xml",
            "portal init --store kreis.sqlite --profile kreis",
            "transfer rollout flohmarkt-1.0.0.dienst \(district) --waves 1,10,rest --plan",
            "transfer rollout flohmarkt-1.0.0.dienst --profiles defekt-kreis --store kreis.sqlite --waves 2,rest",
            "transfer rollout flohmarkt-1.0.0.dienst \(district) --resume --waves 4,rest",
            "transfer rollout flohmarkt-1.0.0.dienst \(district) --resume --last-wave 1 --format json",
            "transfer rollout flohmarkt-1.0.0.dienst \(district) --resume",
            "transfer rollout flohmarkt-1.0.0.dienst \(district) --quiet",
            "transfer edit de.nrw.paderborn.flohmarkt --ars 059740024024 --store kreis.sqlite --set leistung/modulKosten/kosten/kostenauswahl/betrag=20.00",
            "transfer rollout flohmarkt-1.1.0.dienst \(district) --resume",
            "transfer rollout flohmarkt-1.1.0.dienst \(district) --stop-after 1 --matrix bericht.csv",
            "transfer rollout flohmarkt-1.1.0.dienst \(district) --resume --prefer */betrag=ours --matrix bericht.csv",
            "transfer rollout flohmarkt-1.0.0.dienst \(district) --stop-after 9 --format html",
            "transfer rollout flohmarkt-1.0.0.dienst --profiles paket/text --store kreis.sqlite",
            "transfer rollout flohmarkt-1.0.0.dienst --profiles fehlt --store kreis.sqlite",
            "transfer rollout flohmarkt-1.0.0.dienst \(district) --waves 1,0",
            "transfer rollout flohmarkt-1.0.0.dienst --profiles kreis --store fehlt.sqlite",
            "transfer history --ars 059740024024 --store kreis.sqlite",
            "transfer rollouts --store kreis.sqlite",
            "transfer rollouts 2 --store kreis.sqlite --open",
            "transfer rollouts 3 --store kreis.sqlite --format json",
            "transfer rollouts --kennung de.nrw.fehlt --store kreis.sqlite",
            "transfer rollouts 99 --store kreis.sqlite",
        ],
        "story-lock": [
            "package pack flohmarkt-1 --quiet",
            "package pack stand --quiet",
            "portal init --store kreis.sqlite --profile kreis --quiet",
            "transfer rollout marktstand-1.0.0.dienst \(district) --from .",
            "package lock marktstand-1.0.0.dienst --from flohmarkt-1.0.0.dienst",
            "transfer plan marktstand-1.0.0.dienst --profile kreis/1-soest.xml --store kreis.sqlite",
            "transfer plan marktstand-1.0.0.dienst --profile kreis/1-soest.xml --store kreis.sqlite --from . --save-plan plan.json",
            "transfer apply marktstand-1.0.0.dienst --profile kreis/1-soest.xml --store kreis.sqlite --plan plan.json",
            "transfer apply marktstand-1.0.0.dienst --profile kreis/1-soest.xml --store kreis.sqlite --plan plan.json --from .",
            "transfer plan flohmarkt-1.0.0.dienst --profile kreis/1-soest.xml --store kreis.sqlite --from fehlt",
            "transfer rollout marktstand-1.0.0.dienst \(district) --lock dienstpaket.lock",
            "transfer rollout marktstand-1.0.0.dienst \(district) --lock dienstpaket.lock --from . --plan",
            "transfer rollout marktstand-1.0.0.dienst \(district) --lock dienstpaket.lock --from .",
            "transfer rollout marktstand-1.0.0.dienst \(district) --no-lock --from .",
            "transfer history --ars 059740024024 --store kreis.sqlite",
            "transfer status --ars 059740024024 --store kreis.sqlite",
        ],
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
        "story-import": [
            "package import quelle/bestand --list",
            "package import quelle/bestand --into fest",
            "package import quelle/bestand --into fest --leistung 99012340000000",
            "package import quelle --leistung 99012345000000 --into fest",
            "package verify fest",
            "package inspect fest",
            "package import quelle --leistung 99012345000000 --into fest",
            "package import quelle/bestand quelle/fest_xdf3.xml --leistung R0001/leistung/8 --into markt --kennung de.nrw.talheim.markt --herausgeber Talheim --ars 059740040040 --lizenz EUPL-1.2 --portal Talheim --adresse https://talheim.portal.example --format json",
            "package import quelle/ozg-hub --leistung 99012345000000 --into vorlage",
            "package json vorlage",
            "package import quelle/ozg-hub --into vorlage-2",
            "package import quelle/bestand --leistung 7 --formular S99000000778 --into x",
            "package import soest.xml --into x",
            "package import fehlt --into x",
            "package import quelle/bestand",
            "package json soest.xml",
        ],
        "story-stock": [
            "package pack flohmarkt-1 --quiet",
            "portal init --store portal.sqlite --profile soest-markt.xml --quiet",
            "transfer export-stock --store portal.sqlite --into bestand",
            "transfer apply flohmarkt-1.0.0.dienst \(marketTarget) --quiet",
            "transfer export-stock --store portal.sqlite --into bestand",
            "fim stock check bestand",
            "transfer export-stock --store portal.sqlite --into bestand",
            "transfer export-stock --store portal.sqlite --into delta --since 2",
            "transfer edit \(market) --set-file leistung/modulText[05]/inhalt=lage.md --quiet",
            "transfer export-stock --store portal.sqlite --into delta --since 2",
            "fim stock diff delta --against bestand --delta",
            "transfer remove \(market) --quiet",
            "transfer export-stock --store portal.sqlite --into weg --since 2026-01-03",
            "transfer export-stock --store portal.sqlite --into weg --since 2",
            "transfer export-stock --store portal.sqlite --into weg --since 2 --allow-deletes --format json",
            "transfer export-stock --store portal.sqlite --into weg-2 --since gestern",
            "transfer export-stock --store portal.sqlite --into weg-2 --allow-deletes",
            "transfer export-stock --store portal.sqlite --into weg-2 --ars 057740032032",
            "package import bestand --into markt",
        ],
        "story-upgrade": [
            "package pack flohmarkt-1 --quiet",
            "package pack flohmarkt-2 --quiet",
            "portal init --store portal.sqlite --profile soest-markt.xml --quiet",
            "transfer plan flohmarkt-1.0.0.dienst \(marketTarget) --show-binding",
            "transfer plan flohmarkt-1.0.0.dienst \(marketTarget) --show-binding --format json",
            "transfer apply flohmarkt-1.0.0.dienst \(marketTarget) --quiet",
            "transfer edit \(market) --show",
            "transfer edit \(market)",
            "transfer edit \(market) --set leistung/modulText[05]/inhalt=Melden_Sie_Märkte_an. --set-file hinweis=lage.md",
            "transfer edit \(market) --from werte.xml",
            "transfer edit \(market) --set leistung/modulKosten/kosten/kostenauswahl/betrag=20.00 --set parameter:frist=bald",
            "transfer edit \(market) --set leistung/modulKosten/kosten/kostenauswahl/betrag=20.00",
            "transfer edit \(market) --set leistung/modulText/inhalt=x",
            "transfer edit \(market) --set leistung/modulText[07]/inhalt[de]=x",
            "transfer edit \(market) --show --edited",
            "transfer edit \(market) --show --only parameter:* --format json",
            "transfer diff \(market)",
            "transfer plan flohmarkt-1.1.0.dienst \(marketTarget) --write-resolutions konflikte.xml",
            "transfer apply flohmarkt-1.1.0.dienst \(marketTarget)",
            "transfer apply flohmarkt-1.1.0.dienst \(marketTarget) --interactive",
            "transfer plan flohmarkt-1.1.0.dienst \(marketTarget) --prefer beide",
            "transfer plan flohmarkt-1.1.0.dienst \(marketTarget) --resolutions konflikte.xml --prefer */betrag=ours",
            "transfer apply flohmarkt-1.1.0.dienst \(marketTarget) --prefer */betrag=ours --prefer theirs",
            "transfer plan flohmarkt-1.1.0.dienst \(marketTarget) --prefer theirs --format json",
            "transfer status --store portal.sqlite",
            "transfer history --ars 059740040040 --store portal.sqlite",
            "transfer diff \(market) --entry 6 --full",
            "transfer diff \(market) --from 2 --format json",
            "transfer diff \(market) --to 2",
            "transfer diff \(market) --entry 99",
            "transfer ids --store portal.sqlite",
            "transfer ids de.nrw.paderborn.flohmarkt --store portal.sqlite --csv",
            "transfer ids --ars 059740040040 --store portal.sqlite --format json",
            "transfer export \(market) --output dort.dienst",
            "transfer export \(market) --bound --output hier.dienst",
            "package verify hier.dienst",
            "transfer rollback \(market)",
            "transfer rollback \(market) --to 2",
            "transfer rollback \(market) --to 2",
            "transfer rollback \(market) --to 1",
            "transfer remove \(market)",
            "transfer remove \(market)",
            "transfer rollback \(market)",
            "transfer history de.nrw.paderborn.flohmarkt --ars 059740040040 --store portal.sqlite --limit 3",
            "transfer history --ars 057740032032 --store portal.sqlite",
            "transfer apply flohmarkt-1.1.0.dienst \(marketTarget) --resolutions soest.xml",
        ],
    ]

    private static let district = "--profiles kreis --store kreis.sqlite"
    private static let marketTarget = "--profile soest-markt.xml --store portal.sqlite"
    private static let market = "de.nrw.paderborn.flohmarkt --ars 059740040040 --store portal.sqlite"

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
