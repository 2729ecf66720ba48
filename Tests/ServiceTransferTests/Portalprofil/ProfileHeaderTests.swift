import Foundation
import ServiceTransfer
import TestSupport
import Testing
import XOEV

@Suite("Message headers from portal profiles")
struct ProfileHeaderTests {
    private func profile() throws -> Portalprofil {
        try ProfileReader().read(
            path: TestFiles.projectRoot.appending(path: "Documentation/Examples/profile/paderborn.xml").path)
    }

    @Test("the package's parameter gives the key, dvdvXta stands in for it, the responsible unit name and addresses")
    func authority() throws {
        let profile = try profile()
        let plain = try profile.behoerde()
        #expect(plain.kennung == "kop:05774032")
        #expect(plain.name == profile.kommune.name)
        #expect(plain.verzeichnisdienst.code == "DVDV")
        #expect(try profile.behoerde(paket: "de.nrw.paderborn.hundesteuer").kennung == "kka:05774032")
        #expect(try profile.behoerde(paket: "de.nrw.fremd").kennung == "kop:05774032")
        let unit = try #require(profile.organisationseinheiten.first { !$0.zustaendigkeiten.isEmpty })
        let key = unit.zustaendigkeiten[0].leistungsschluessel
        let responsible = try #require(profile.zustaendigeStelle(fuer: key))
        let authority = try profile.behoerde(fuer: key)
        #expect(authority.name == "\(profile.kommune.name), \(responsible.name.best("de"))")
        #expect(authority.erreichbarkeiten.map(\.kennung) == responsible.erreichbarkeiten.map(\.kennung))
        #expect(authority.anschrift?.ort == responsible.anschriften.first { $0.strasse != nil }?.ort)
    }

    @Test("a profile without any key is told with what to do")
    func noKey() throws {
        var profile = try profile()
        profile.organisationsschluessel = nil
        profile.parameterwerte = []
        let error = #expect(throws: TransferError.self) { try profile.behoerde() }
        #expect(error?.finding.id == "profile.dvdv-missing")
    }

    @Test("a header is filled from the profile; identifier and moment are those that were given")
    func header() throws {
        let uuid = try #require(UUID(uuidString: "693C64D6-456F-4D14-ABE7-FE9681C74AAF"))
        let zone = try #require(TimeZone(identifier: "Europe/Berlin"))
        let head = try Nachrichtenkopf(
            autor: try profile(), leser: .init(kennung: "psw:05974040", name: "Soest"), nachrichtentyp: .init("0101"),
            nachrichtenUUID: uuid, erstellungszeitpunkt: .init(Date(timeIntervalSince1970: 0), in: zone),
            produkt: .init(name: "P", hersteller: "H"), paket: "de.nrw.paderborn.hundesteuer", test: "1")
        #expect(head.autor.kennung == "kka:05774032")
        #expect(head.leser.name == "Soest")
        #expect(head.nachrichtenUUID == uuid)
        #expect(head.erstellungszeitpunkt.text == "1970-01-01T01:00:00.000+01:00")
        #expect(head.test == "1")
    }
}
