import FIM
import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing
import XMLCore

@Suite("Exporting a portal's stock")
struct StockExporterTests {
    /// A portal of Soest with both examples, of which one unit of the profile does all.
    private struct Portal {
        let store: PortalStore
        let folder: URL
        let hundesteuer: Town
        let parken: Town

        init(_ folder: URL, superior: Bool = false) throws {
            var changes = [
                (
                    "<zustaendigkeit leistungsschluessel=\"99102901104000\" gebiet=\"059740040040\" rolle=\"01\"/>",
                    "<zustaendigkeit leistungsschluessel=\"99102901104000\" gebiet=\"059740040040\" rolle=\"01\"/>"
                        + "<zustaendigkeit leistungsschluessel=\"99108901001000\" gebiet=\"059740040040\" rolle=\"02\"/>"
                ),
                (
                    "<zustaendigkeit leistungsschluessel=\"99108901001000\" gebiet=\"059740040040\" rolle=\"01\"/>",
                    ""
                ),
                ("gebiet=\"059740040040\" rolle=\"02\"/>", "gebiet=\"059740040040\" rolle=\"01\"/>"),
            ]
            if superior {
                changes.append(
                    (
                        "<organisationseinheit id=\"steueramt\">",
                        "<organisationseinheit id=\"steueramt\" uebergeordnet=\"stadtentwicklung\">"
                    ))
            }
            let profile = try Samples.profile("soest", replacing: changes)
            store = try Samples.store(in: folder, profile)
            self.folder = folder
            hundesteuer = Town(store: store, profile: profile, kennung: "de.nrw.paderborn.hundesteuer")
            parken = Town(store: store, profile: profile, kennung: "de.nrw.paderborn.bewohnerparkausweis")
            try hundesteuer.install(try Samples.example("hundesteuer"))
            try parken.install(try Samples.example("bewohnerparkausweis"))
        }

        func export(
            _ name: String, _ change: (inout StockExporter.Options) -> Void = { _ in }
        ) throws -> StockExporter.Outcome {
            var options = try StockExporter.Options()
            change(&options)
            return try StockExporter(options: options).export(from: store, to: path(name))
        }

        func path(_ name: String) -> String { folder.appending(path: name).path }

        func names(_ name: String) -> [String] {
            ((try? FileManager.default.contentsOfDirectory(atPath: path(name))) ?? []).sorted()
        }

        func text(_ file: String) throws -> String { try String(contentsOfFile: path(file), encoding: .utf8) }

        func stock(_ name: String) -> XZuFi.Bestand { XZuFi.Bestandspruefung().read(folder: path(name)).bestand }
    }

    private func with(superior: Bool = false, _ body: (Portal) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let portal = try Portal(folder, superior: superior)
            try body(portal)
            // Whatever happened: no staging folder stays.
            #expect(try !FileManager.default.contentsOfDirectory(atPath: folder.path).contains { $0.hasPrefix(".") })
        }
    }

    @Test("the whole stock: both services, both online services, and the unit of both once, with both responsibilities")
    func whole() throws {
        try with { portal in
            let outcome = try portal.export("bestand")
            #expect(outcome.isWritten)
            #expect(portal.names("bestand") == ["X05974040_000001.xml", "index.txt"])
            #expect(try portal.text("bestand/index.txt") == "X05974040_000001.xml\r\n")
            let keys = portal.stock("bestand").eintraege.keys.sorted()
            #expect(
                keys.map(\.art.rawValue) == [
                    "leistung", "leistung", "onlinedienst", "onlinedienst", "organisationseinheit",
                ])
            #expect(keys.last?.identitaet.value == "OE-2100")
            let text = try portal.text("bestand/X05974040_000001.xml")
            #expect(text.components(separatedBy: "ZustaendigkeitOrganisationseinheit").count == 3)
            // The two packages describe the unit differently, which is told and does not stop anything.
            #expect(outcome.results.flatMap(\.findings).contains { $0.id == "stock.object-differs" })
            #expect(!text.contains("{{"))
        }
    }

    @Test("the same store gives the same bytes; a bound on objects or bytes cuts files, in one transaction")
    func deterministicAndSplit() throws {
        try with { portal in
            _ = try portal.export("a")
            _ = try portal.export("b")
            #expect(try portal.text("a/X05974040_000001.xml") == portal.text("b/X05974040_000001.xml"))
            let cut = try portal.export("c") { $0.maxObjects = 2 }
            #expect(cut.deliveries.first?.files.map(\.objects) == [2, 2, 1])
            #expect(try portal.text("c/index.txt").split(separator: "\r\n").count == 3)
            #expect(try portal.text("c/X05974040_000003.xml").contains("transaktionPosition>3<"))
            let small = try portal.export("d") { $0.maxBytes = 1 }
            #expect(small.deliveries.first?.files.map(\.objects) == [1, 1, 1, 1, 1])
            #expect(portal.stock("c").digests == portal.stock("a").digests)
        }
    }

    @Test("a superior unit that only the profile knows is written, so that no reference leads nowhere")
    func superior() throws {
        try with(superior: true) { portal in
            #expect(try portal.export("bestand").isWritten)
            let units = portal.stock("bestand").eintraege.keys.filter { $0.art == .organisationseinheit }
            #expect(Set(units.map(\.identitaet.value)) == ["OE-2100", "OE-6100"])
            let text = try portal.text("bestand/X05974040_000001.xml")
            #expect(text.contains("Abteilung Stadtentwicklung und Bauordnung"))
        }
    }

    @Test("a delta has what changed since an entry or a moment, and nothing where nothing changed")
    func delta() throws {
        try with { portal in
            let last = try #require(try portal.parken.history().entries.first).journal.nummer
            let none = try portal.export("keins") { $0.since = .entry(last) }
            #expect(!none.isWritten && none.deliveries.isEmpty && portal.names("keins").isEmpty)
            try portal.hundesteuer.set(SmallField.kurztext, "Melden Sie Ihren Hund an.")
            let outcome = try portal.export("delta") { $0.since = .entry(last) }
            let delivery = try #require(outcome.deliveries.first)
            #expect((delivery.created, delivery.changed, delivery.deleted) == (0, 1, 0))
            #expect(portal.stock("delta").eintraege.keys.map(\.art) == [.leistung])
            // Installed at 12:00, edited at 13:00 (`Samples`, `Town`).
            let byMoment = try portal.export("zeit") { $0.since = .moment("2026-11-23T14:30:00+02:00") }
            #expect(byMoment.deliveries.first?.changed == 1)
            let day = try portal.export("tag") { $0.since = .moment("2026-11-23") }
            #expect(day.deliveries.first?.created == 5)
            #expect(throws: TransferError.self) { try portal.export("x") { $0.since = .moment("gestern") } }
            // After the way back the old stock is the new one.
            try portal.hundesteuer.rollBack()
            #expect(try portal.export("zurueck") { $0.since = .entry(last) }.deliveries.isEmpty)
        }
    }

    @Test("a delta deletes only when asked; the unit that still serves another service is changed, not deleted")
    func deletes() throws {
        try with { portal in
            let last = try #require(try portal.parken.history().entries.first).journal.nummer
            _ = try portal.export("vorher")
            try portal.parken.remove()
            do {
                _ = try portal.export("weg") { $0.since = .entry(last) }
                Issue.record("deleted without being asked")
            } catch let error as TransferError {
                #expect(error.code.id == "xzufi.deletes-refused")
            }
            #expect(portal.names("weg").isEmpty)
            let outcome = try portal.export("weg") {
                $0.since = .entry(last)
                $0.allowsDeletes = true
            }
            #expect(outcome.isWritten)
            let stock = portal.stock("weg")
            #expect(stock.loeschungen.keys.map(\.art.rawValue).sorted() == ["leistung", "onlinedienst"])
            #expect(stock.eintraege.keys.map(\.identitaet.value) == ["OE-2100"])
            // What is deleted and written, on the stock before, gives the stock after.
            _ = try portal.export("nachher")
            var applied = portal.stock("vorher").digests.merging(stock.digests) { _, new in new }
            for key in stock.loeschungen.keys { applied[key] = nil }
            #expect(applied == portal.stock("nachher").digests)
        }
    }

    @Test("what breaks the rules of the PVOG is not written: HTML, languages, placeholders")
    func refused() throws {
        try with { portal in
            try portal.hundesteuer.set(SmallField.kurztext, "<p>Bild: <img src=\"hund.png\"></p>")
            let html = try portal.export("html")
            #expect(!html.isWritten && portal.names("html").isEmpty)
            let findings = html.results.flatMap(\.findings)
            #expect(findings.contains { $0.id == "profil.pvog.html" })
            // Findings name the file as it would be called.
            #expect(findings.contains { $0.location.file == portal.path("html") + "/X05974040_000001.xml" })
            try portal.hundesteuer.set(SmallField.kurztext, "Für {{stadt}}.")
            let left = try portal.export("platzhalter")
            #expect(left.results.flatMap(\.findings).contains { $0.id == "stock.placeholder-left" })
            #expect(!left.isWritten)
        }
    }

    @Test("several publishers get a folder each; a municipality that is not there and two portals are told")
    func publishers() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let soest = try Samples.profile("soest")
            let paderborn = try Samples.profile(
                "paderborn", replacing: [("<kennung>paderborn</kennung>", "<kennung>soest</kennung>")])
            let store = try Samples.store(in: folder, soest, paderborn)
            for profile in [soest, paderborn] {
                try Samples.install(try Samples.example("hundesteuer"), for: profile, in: store)
            }
            let target = folder.appending(path: "alle").path
            let outcome = try StockExporter(options: try .init()).export(from: store, to: target)
            #expect(outcome.isWritten, "\(outcome.results.flatMap(\.findings))")
            #expect(outcome.deliveries.map(\.folder) == ["X05774032", "X05974040"])
            for name in ["X05774032", "X05974040"] {
                let (_, results) = XZuFi.Bestandspruefung().read(folder: target + "/" + name)
                #expect(results.allSatisfy { $0.verdict == .valid })
            }
            let only = try StockExporter(options: try .init(ars: "059740040040"))
                .export(from: store, to: folder.appending(path: "soest").path)
            #expect(only.deliveries.map(\.publisher) == ["X05974040"])
            for options in [
                try StockExporter.Options(ars: "091620000000"), try StockExporter.Options(portal: "fehlt"),
            ] {
                #expect(throws: TransferError.self) {
                    try StockExporter(options: options).export(from: store, to: folder.appending(path: "x").path)
                }
            }
        }
    }

    @Test("round trip: a service that was exported and imported again has the same objects")
    func roundTrip() throws {
        try with { portal in
            _ = try portal.export("bestand")
            let options = try PackageImporter.Options(
                leistungen: ["99102901104000"], ars: "059740040040", erstellt: "2026-11-23T10:00:00Z")
            let outcome = try PackageImporter(options: options).run([portal.path("bestand")])
            #expect(outcome.verification.verdict == .valid, "\(outcome.verification.findings)")
            let stock = portal.stock("bestand")
            let service = try #require(
                stock.eintraege.values.first { $0.schluessel.art == .leistung && $0.name == "Hundesteuer Anmeldung" })
            // The service is the same; unit and online service lost what is not for it or belongs to the town.
            try outcome.write(to: portal.path("paket"))
            let folder = portal.folder.appending(path: "einzeln")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let tree = try XMLTree(.file(portal.path("paket/xzufi/leistung.xml")))
            let file = folder.appending(path: "leistung.xml").path
            var message = XMLTree.Element(XMLName("uebertragung", in: XZuFi.Version.v220.namespace))
            var record = XMLTree.Element(XMLName("schreibe", in: XZuFi.Version.v220.namespace))
            record.append(tree.root)
            message.append(record)
            try Data(try XMLTree(root: message).serialized()).write(to: URL(filePath: file))
            try Data("leistung.xml\n".utf8).write(to: folder.appending(path: "index.txt"))
            let again = portal.stock("einzeln")
            #expect(again.digests[service.schluessel] == service.digest)
            let imported = Set(outcome.origins.filter { !["codeliste"].contains($0.kind) }.map(\.identity))
            #expect(imported.contains(service.schluessel.identitaet.description))
            #expect(imported.contains("X05974040/organisationseinheit/OE-2100"))
        }
    }
}
