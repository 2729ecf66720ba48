import FIM
import Foundation
import TestSupport
import Testing

@testable import ServiceTransfer

@Suite("Table of identities")
struct IdentityTableTests {
    private func table(_ store: PortalStore, _ options: IdentityReporter.Options = .init()) throws -> IdentityTable {
        try IdentityReporter(options: options).table(of: store)
    }

    @Test("each object has a row: where it comes from and what it is here; code lists have none")
    func rows() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            try Samples.install(Samples.example("hundesteuer"), for: soest, in: store)
            let table = try table(store)
            #expect(table.rows.map(\.art) == ["leistung", "onlinedienst", "organisationseinheit"])
            #expect(table.rows.map(\.quelle.value) == ["100200", "500200", "20"])
            #expect(table.rows.map(\.ziel.schemeAgencyID) == ["X05974040", "X05974040", "X05974040"])
            let unit = ObjektKennung(schemeAgencyID: "X05774032", schemeID: "organisationseinheit", value: "20")
            #expect(table.target(of: unit, ars: "059740040040")?.value == "OE-2100")
            let lines = table.csv().split(separator: "\r\n", omittingEmptySubsequences: false)
            #expect(lines.count == 5)
            #expect(
                lines[3]
                    == "soest,059740040040,de.nrw.paderborn.hundesteuer,1.0.0,steueramt,organisationseinheit,"
                    + "99102901104000,X05774032,organisationseinheit,20,X05974040,organisationseinheit,OE-2100")
        }
    }

    @Test("identities stay through upgrade, edit, rollback, and removal with a new installation")
    func stays() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let town = Town(
                store: try Samples.store(in: folder, soest), profile: soest, kennung: SmallService().kennung)
            func identities() throws -> [[ObjektKennung]] { try table(town.store).rows.map { [$0.quelle, $0.ziel] } }
            try town.install(SmallService().package())
            let first = try identities()
            #expect(first.count == 1)
            try town.install(SmallService(version: "1.1.0", kurztext: "Neu").package())
            #expect(try identities() == first)
            try town.set(SmallField.kurztext, "Hier")
            #expect(try identities() == first)
            try town.rollBack(to: 2)
            #expect(try identities() == first)
            try town.remove()
            #expect(try identities().isEmpty)
            try town.install(SmallService(version: "2.0.0").package())
            #expect(try identities() == first)
        }
    }

    @Test("an unknown municipality and a service that is not set up are errors")
    func unknown() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = try Samples.store(in: folder, try Samples.profile("soest"))
            let town = #expect(throws: TransferError.self) { try table(store, .init(ars: "000000000000")) }
            #expect(town?.code.id == "store.unknown-municipality")
            let service = #expect(throws: TransferError.self) { try table(store, .init(kennung: "de.fehlt")) }
            #expect(service?.code.id == "store.unknown-service")
        }
    }
}
