import FIM
import Findings
import Foundation
import XOEV

extension Portalprofil {
    /// The parameter that holds the DVDV key of an authority for a service.
    public static let dvdvParameter = "dvdvKennung"

    /// The municipality as reader or author of messages on a service: the unit that is responsible for it with its name
    /// and the ways to reach it, else the municipality itself; the DVDV key from the parameter `dvdvKennung` of the
    /// package, of the unit or of the municipality, in this order, else from `dvdvXta`.
    ///
    /// - Throws: `TransferError` with `profile.dvdv-missing` when the profile has no key.
    public func behoerde(
        fuer leistungsschluessel: String? = nil, paket: String? = nil, sprache: String = "de"
    ) throws(TransferError) -> Nachrichtenkopf.Behoerde {
        let unit = leistungsschluessel.flatMap { zustaendigeStelle(fuer: $0) }
        guard let key = dvdvKennung(paket: paket, unit: unit) else {
            throw TransferError(
                .init(id: "profile.dvdv-missing"), at: Location(),
                Message(
                    de: "Das Portalprofil von \(kommune.name) nennt keine Kennung im DVDV.",
                    en: "The portal profile of \(kommune.name) names no key in the DVDV."),
                hint: Message(
                    de: "Setzen Sie den Parameter dvdvKennung oder dvdvXta/organisationsschluessel.",
                    en: "Set the parameter dvdvKennung or dvdvXta/organisationsschluessel."))
        }
        let name = unit.map { "\(kommune.name), \($0.name.best(sprache))" } ?? kommune.name
        let building = unit?.anschriften.first { $0.strasse != nil }
        return Nachrichtenkopf.Behoerde(
            kennung: key.text, name: name,
            erreichbarkeiten: (unit?.erreichbarkeiten ?? []).map {
                Nachrichtenkopf.Erreichbarkeit(kanal: $0.kanal, kennung: $0.kennung, zusatz: $0.zusatz)
            },
            anschrift: building.map {
                Nachrichtenkopf.Anschrift(
                    strasse: $0.strasse ?? "", hausnummer: $0.hausnummer, postleitzahl: $0.postleitzahl, ort: $0.ort)
            })
    }

    private func dvdvKennung(paket: String?, unit: Organisationseinheit?) -> DVDVSchluessel? {
        let values = parameterwerte.filter { $0.name == Self.dvdvParameter }
        let candidates =
            [
                values.first { $0.paket != nil && $0.paket == paket },
                values.first {
                    $0.paket == nil && $0.organisationseinheit != nil && $0.organisationseinheit == unit?.id
                },
                values.first { $0.paket == nil && $0.organisationseinheit == nil },
            ]
        for case let value? in candidates {
            if case .wert(let text) = value.inhalt, let key = try? DVDVSchluessel(text) { return key }
        }
        return organisationsschluessel
    }
}

extension Nachrichtenkopf {
    /// A header for a message from one municipality's service to an authority, filled from the portal profile. Identifier
    /// and moment are given: nothing here asks a clock or makes up a number.
    ///
    /// - Throws: `TransferError` when the profile has no DVDV key.
    public init(
        autor profil: Portalprofil, leser: Behoerde, nachrichtentyp: Codewert?, nachrichtenUUID: UUID,
        erstellungszeitpunkt: Erstellungszeitpunkt, produkt: Produkt, leistungsschluessel: String? = nil,
        paket: String? = nil, test: String? = nil
    ) throws(TransferError) {
        self.init(
            nachrichtenUUID: nachrichtenUUID, nachrichtentyp: nachrichtentyp,
            erstellungszeitpunkt: erstellungszeitpunkt, leser: leser,
            autor: try profil.behoerde(fuer: leistungsschluessel, paket: paket), produkt: produkt, test: test)
    }
}
