import Foundation
import XMLCore

extension Nachrichtenkopf {
    /// The list of the prefixes of DVDV keys, in the newest version known when this was written.
    static let praefixliste = (uri: "urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix", version: "51")

    /// What the header says, under the names of a family.
    func values(for form: Kopfform) -> [Kopfwert?] {
        switch form.art {
        case .basisnachricht, .xinneres: basic(form)
        case .xjustiz: xjustiz
        case .xdomea: xdomea
        }
    }

    private var uuid: String { nachrichtenUUID.uuidString.lowercased() }

    private func basic(_ form: Kopfform) -> [Kopfwert?] {
        let identification = Kopfwert(
            "identifikation.nachricht",
            [
                Kopfwert("nachrichtenUUID", uuid), nachrichtentyp.map { Kopfwert("nachrichtentyp", $0) },
                Kopfwert("erstellungszeitpunkt", erstellungszeitpunkt.text),
            ])
        return [
            identification,
            Kopfwert("leser", form.art == .xinneres ? leser.xinneres : leser.basic),
            Kopfwert("autor", form.art == .xinneres ? autor.xinneres : autor.basic),
            referenzUUID.map { Kopfwert("referenzUUID", $0.uuidString.lowercased()) },
            dvdvDienstkennung.map { Kopfwert("dvdvDienstkennung", $0) },
        ]
    }

    private var xjustiz: [Kopfwert?] {
        [
            Kopfwert("erstellungszeitpunkt", erstellungszeitpunkt.text),
            Kopfwert("auswahl_absender", [autor.xjustiz("absender")]),
            Kopfwert("auswahl_empfaenger", [leser.xjustiz("empfaenger")]),
            Kopfwert("eigeneNachrichtenID", uuid),
            referenzUUID.map { Kopfwert("fremdeNachrichtenID", $0.uuidString.lowercased()) },
            Kopfwert(
                "herstellerinformation",
                [
                    Kopfwert("nameDesProdukts", produkt.name), Kopfwert("herstellerDesProdukts", produkt.hersteller),
                    produkt.version.map { Kopfwert("version", $0) },
                ]),
        ]
    }

    private var xdomea: [Kopfwert?] {
        [
            Kopfwert("ProzessID", uuid), nachrichtentyp.map { Kopfwert("Nachrichtentyp", $0) },
            Kopfwert("Erstellungszeitpunkt", erstellungszeitpunkt.text),
            Kopfwert("Absender", autor.xdomea), Kopfwert("Empfaenger", leser.xdomea),
            Kopfwert(
                "SendendesSystem",
                [Kopfwert("Produktname", produkt.name), produkt.version.map { Kopfwert("Version", $0) }]),
        ]
    }
}

extension Nachrichtenkopf.Behoerde {
    /// Prefix and key of `prefix:key`; nil where there is no colon.
    var dvdvTeile: (praefix: String, kennung: String)? {
        guard let colon = kennung.firstIndex(of: ":") else { return nil }
        return (String(kennung[..<colon]), String(kennung[kennung.index(after: colon)...]))
    }

    private var ways: [Kopfwert] {
        erreichbarkeiten.map { way in
            Kopfwert(
                "erreichbarkeit",
                [
                    Kopfwert("kanal", way.kanal), Kopfwert("kennung", way.kennung),
                    way.zusatz.map { Kopfwert("zusatz", $0) },
                ])
        }
    }

    fileprivate var basic: [Kopfwert?] {
        [Kopfwert("verzeichnisdienst", verzeichnisdienst), Kopfwert("kennung", kennung), Kopfwert("name", name)] + ways
    }

    fileprivate var xinneres: [Kopfwert?] {
        var values: [Kopfwert?] = [kennungTeile("behoerdenkennung", "praefix", "kennung")]
        // The list of channels is fixed in an older version: the schema says which.
        values += ways.map { way in
            var copy = way
            for index in copy.children.indices where copy.children[index].name == "kanal" {
                copy.children[index].attributes = [:]
            }
            return copy
        }
        values.append(
            anschrift.map { place in
                Kopfwert(
                    "anschrift",
                    [
                        Kopfwert(
                            "gebaeude",
                            [
                                place.hausnummer.map { Kopfwert("hausnummer", $0) },
                                Kopfwert("postleitzahl", place.postleitzahl), Kopfwert("strasse", place.strasse),
                                Kopfwert("wohnort", place.ort),
                            ])
                    ])
            })
        values.append(Kopfwert("behoerdenname", name))
        return values
    }

    fileprivate func xjustiz(_ role: String) -> Kopfwert {
        gericht.map { Kopfwert("\(role).gericht", $0) } ?? Kopfwert("\(role).sonstige", name)
    }

    fileprivate var xdomea: [Kopfwert?] {
        [
            kennungTeile("Behoerdenkennung", "Praefix", "Behoerdenschluessel"),
            Kopfwert("Institution", [Kopfwert("Name", name)]),
        ]
    }

    private func kennungTeile(_ name: String, _ praefixName: String, _ kennungName: String) -> Kopfwert? {
        guard let parts = dvdvTeile else { return nil }
        let praefix = Nachrichtenkopf.Codewert(
            parts.praefix, listURI: Nachrichtenkopf.praefixliste.uri,
            listVersionID: Nachrichtenkopf.praefixliste.version)
        let kennung = Nachrichtenkopf.Codewert(
            parts.kennung, listURI: kennungsliste?.listURI, listVersionID: kennungsliste?.listVersionID)
        return Kopfwert(name, [Kopfwert(praefixName, praefix), Kopfwert(kennungName, kennung)])
    }
}
