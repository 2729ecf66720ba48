import Foundation
import TestSupport
import Testing

@testable import ServiceTransfer

@Suite("Local changes and upgrades")
struct UpgradeTests {
    private func withTown(_ body: (Town) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let town = Town(
                store: try Samples.store(in: folder, soest), profile: soest, kennung: SmallService().kennung)
            try body(town)
            let problem = try town.store.integrityProblem()
            #expect(problem == nil)
            #expect(try town.history().brokenAt == nil)
        }
    }

    private func refusal(_ body: () throws -> Void) -> String? {
        do {
            try body()
            return nil
        } catch let error as TransferError {
            return error.code.id.rawValue
        } catch {
            return "\(error)"
        }
    }

    @Test("an edit stays through two upgrades that leave its field alone, and the rest is new")
    func editStays() throws {
        try withTown { town in
            try town.install(SmallService().package())
            try town.set(SmallField.kurztext, "Hier")
            try town.set(SmallField.betrag, "7.50")
            try town.install(SmallService(version: "1.1.0", volltext: "Neu {{frist}}").package())
            try town.install(SmallService(version: "1.2.0", volltext: "Neu {{frist}}", merkblatt: "M2").package())
            #expect(try town.value(SmallField.kurztext) == "Hier")
            #expect(try town.value(SmallField.betrag) == "7.50")
            #expect(try town.value(SmallField.volltext) == "Neu 14")
            #expect(try town.value(SmallField.merkblatt) == "M2")
        }
    }

    @Test("both change a field: nothing happens until someone decides; each way to decide does what it says")
    func conflict() throws {
        let new = try SmallService(version: "1.1.0", kurztext: "Dort", betrag: "6.00").package()
        func prepared(_ town: Town) throws {
            try town.install(SmallService().package())
            try town.set(SmallField.kurztext, "Hier")
        }
        try withTown { town in
            try prepared(town)
            let plan = try town.plan(new)
            #expect(!plan.isApplicable)
            #expect(plan.conflicts.map(\.path.description) == [SmallField.kurztext])
            #expect(plan.conflicts.first?.base == "Kurz")
            #expect(plan.conflicts.first?.theirs == "Dort")
            #expect(plan.conflicts.first?.ours == "Hier")
            #expect(
                plan.findings.filter { $0.severity == .error }.map(\.id.rawValue) == ["transfer.merge-conflict"])
            let before = try town.store.everything()
            #expect(refusal { _ = try town.install(new) } == "transfer.refused")
            #expect(try town.store.everything() == before)
        }
        for (rules, expected) in [
            (MergeRules.ours, "Hier"), (.theirs, "Dort"),
            (MergeRules(rules: [.init(FieldPattern("leistung/modulText[05]/*"), .ours)]), "Hier"),
            (
                MergeRules(
                    rules: MergeRules.ours.rules,
                    decisions: [Entscheidung(feld: FieldPattern(SmallField.kurztext), wahl: .wert("Beides"))]), "Beides"
            ),
        ] {
            try withTown { town in
                try prepared(town)
                try town.install(new, rules)
                #expect(try town.value(SmallField.kurztext) == expected)
                #expect(try town.value(SmallField.betrag) == "6.00")
                // What was decided stays decided: the next version asks only where it changes the field again.
                let next = try SmallService(version: "1.2.0", kurztext: "Dort", betrag: "6.00").package()
                #expect(try town.plan(next).isApplicable)
            }
        }
    }

    @Test("decisions go to a file, are valid by its schema, and come back; other values than decided about ask again")
    func decisionFile() throws {
        try withTown { town in
            try town.install(SmallService().package())
            try town.edit([(SmallField.kurztext, .text("Hier")), (SmallField.frist, .text("21"))])
            let new = try SmallService(version: "1.1.0", kurztext: "Dort <&>\n\t\"x\"", frist: "28").package()
            var file = Entscheidungen(try town.plan(new))
            #expect(file.felder.map(\.feld.text) == [SmallField.frist, SmallField.kurztext])
            #expect(file.felder.allSatisfy { $0.wahl == .offen })
            for index in file.felder.indices { file.felder[index].wahl = .unsere }
            let read = try Entscheidungen.read(file.bytes(), name: "e.xml")
            #expect(read == file)
            if Xmllint.isAvailable {
                try TestFiles.withTemporaryFolder { folder in
                    let path = folder.appending(path: "e.xml")
                    try Data(file.bytes()).write(to: path)
                    #expect(try Xmllint.accepts(path, schema: "Schemas/entscheidungen/1.0/entscheidungen.xsd"))
                }
            }
            let rules = MergeRules(decisions: read.felder)
            #expect(try town.plan(new, rules).isApplicable)
            let other = try SmallService(version: "1.1.0", kurztext: "Anders", frist: "28").package()
            let plan = try town.plan(other, rules)
            #expect(plan.conflicts.map(\.path.description) == [SmallField.kurztext])
            #expect(plan.conflicts.first?.isDecisionOutdated == true)
        }
    }

    @Test(
        "a file that holds no decisions is refused with its line",
        arguments: [
            ("<x/>", "decisions.invalid"),
            (
                "<entscheidungen xmlns=\"urn:swift-xoev:entscheidungen:2.0\" formatVersion=\"2.0\"/>",
                "decisions.unknown-format-version"
            ),
            (
                "<entscheidungen xmlns=\"urn:swift-xoev:entscheidungen:1.0\" formatVersion=\"1.0\"><feld pfad=\"a/b[\" nimm=\"ihre\"/></entscheidungen>",
                "decisions.invalid"
            ),
            (
                "<entscheidungen xmlns=\"urn:swift-xoev:entscheidungen:1.0\" formatVersion=\"1.0\"><feld pfad=\"a\" nimm=\"beide\"/></entscheidungen>",
                "decisions.invalid"
            ),
            (
                "<entscheidungen xmlns=\"urn:swift-xoev:entscheidungen:1.0\" formatVersion=\"1.0\"><feld pfad=\"a\" nimm=\"wert\"/></entscheidungen>",
                "decisions.invalid"
            ),
            ("<entscheidungen", "xml.not-well-formed"),
        ])
    func badFile(_ text: String, _ code: String) {
        #expect(refusal { _ = try Entscheidungen.read(Array(text.utf8), name: "e.xml") } == code)
    }

    @Test("a parameter that is edited changes the texts it stands in; an edited text is asked about")
    func parameter() throws {
        try withTown { town in
            try town.install(SmallService().package())
            try town.set(SmallField.frist, "21")
            #expect(try town.value(SmallField.volltext) == "Frist 21 Tage")
            try town.set(SmallField.volltext, "Drei Wochen")
            #expect(refusal { _ = try town.set(SmallField.frist, "28") } == "transfer.refused")
            #expect(try town.value(SmallField.frist) == "21")
            try town.set(SmallField.frist, "28", .ours)
            #expect(try town.value(SmallField.volltext) == "Drei Wochen")
            try town.edit([(SmallField.volltext, .packageValue)])
            #expect(try town.value(SmallField.volltext) == "Frist 28 Tage")
            // The default of the next version does not take the town's value.
            try town.install(SmallService(version: "1.1.0", kurztext: "Neu").package())
            #expect(try town.value(SmallField.frist) == "28")
            try town.edit([(SmallField.frist, .packageValue)])
            #expect(try town.value(SmallField.volltext) == "Frist 14 Tage")
            #expect(refusal { _ = try town.set(SmallField.frist, "bald") } == "transfer.edit-invalid")
            #expect(refusal { _ = try town.set("parameter:fehlt", "1") } == "transfer.unknown-field")
        }
    }

    @Test("what cannot be edited is refused, and the store is as it was")
    func badEdits() throws {
        try withTown { town in
            try town.install(SmallService().package())
            let before = try town.store.everything()
            for (path, value, code) in [
                ("leistung/modulText[99]/inhalt[de]", "x", "transfer.unknown-field"),
                ("leistung/modulText/inhalt", "x", "transfer.unknown-field"),
                ("leistung/modulText[05]", "x", "transfer.unknown-field"),
                ("leistung/id", "x", "transfer.edit-invalid"), ("fehlt", "x", "transfer.unknown-field"),
                ("merkblatt/a", "x", "transfer.unknown-field"), ("leistung", "kein XML", "transfer.edit-invalid"),
                ("a//b", "x", "transfer.unknown-field"),
                (SmallField.kurztext, "a\u{0}b", "xml.not-writable"),
            ] {
                let found = refusal { _ = try town.edit([(SmallField.betrag, .text("9.00")), (path, .text(value))]) }
                #expect(found == code || (found?.hasPrefix("xml.") ?? false), "\(path): \(found ?? "nothing")")
                #expect(try town.store.everything() == before, "\(path)")
            }
        }
    }

    @Test("a language can be added, survives an upgrade, and is removed by taking the edit back")
    func language() throws {
        try withTown { town in
            try town.install(SmallService().package())
            let path = "leistung/modulText[05]/inhalt[uk]"
            try town.set(path, "Коротко")
            try town.install(SmallService(version: "1.1.0", kurztext: "Neu").package())
            #expect(try town.value(path) == "Коротко")
            #expect(try town.value(SmallField.kurztext) == "Neu")
            try town.edit([(path, .packageValue)])
            #expect(
                try FieldReporter(options: .init(service: town.address, pattern: FieldPattern(path))).fields(
                    in: town.store
                ).isEmpty)
        }
    }

    @Test("the new package drops a part that was edited: that must be accepted, and ours cannot keep it")
    func partGone() throws {
        try withTown { town in
            let old = try SmallService().package()
            try town.install(old)
            try town.set(SmallField.merkblatt, "Unser Merkblatt")
            var files = try SmallService(version: "1.1.0").package().contents.files
            files["merkblatt.md"] = nil
            let manifest = (files["dienstpaket.xml"] ?? []).text
            files["dienstpaket.xml"] = Array(
                manifest.replacing(/\s*<bestandteil id="merkblatt"[^>]*>/, with: "").utf8)
            let new = try PackageBuilder().pack(PackageContents(name: "k", isArchive: false, files: files)).package
            #expect(try !town.plan(new).isApplicable)
            #expect(try !town.plan(new, .ours).isApplicable)
            try town.install(new, .theirs)
            try town.rollBack()
            #expect(try town.value(SmallField.merkblatt) == "Unser Merkblatt")
        }
    }

    @Test("a form that breaks with the old one needs to be confirmed")
    func breakingForm() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let town = Town(
                store: try Samples.store(in: folder, soest), profile: soest, kennung: "de.nrw.paderborn.hundesteuer")
            try town.install(Samples.example("hundesteuer"))
            let path = "formular/S05999000100V1.0.0_xdf3.xml"
            let new = try Samples.example("hundesteuer") { files in
                files["dienstpaket.xml"] = files["dienstpaket.xml"]?.replacing("<version>1.0.0<", "<version>1.1.0<")
                // Every place that was optional becomes required.
                files[path] = files[path]?.replacing("<xdf:anzahl>0:1</xdf:anzahl>", "<xdf:anzahl>1:1</xdf:anzahl>")
            }
            #expect(new.contents.files[path] != (try Samples.example("hundesteuer").contents.files[path]))
            let plan = try town.plan(new)
            #expect(plan.findings.map(\.id.rawValue).contains("transfer.breaking-form-change"))
            #expect(!plan.isApplicable)
            try town.install(new, confirmsBreaking: true)
        }
    }
}
