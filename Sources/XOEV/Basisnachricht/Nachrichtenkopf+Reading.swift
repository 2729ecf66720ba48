import Findings
import Foundation
import XMLCore

extension Nachrichtenkopf {
    /// Reads the header of a message of one of the families that `Kopfform` knows. Namespaces do not matter: standards
    /// write the header qualified or not.
    ///
    /// - Throws: `NachrichtenkopfError` when there is no such header, or it lacks what every header has.
    public init(message root: XMLTree.Element) throws(NachrichtenkopfError) {
        guard let head = root.elements.first(where: { MessageHeader.elementNames.contains($0.name.local) }) else {
            throw NachrichtenkopfError(
                .noHeader,
                Message(
                    de: "„\(root.name.local)“ hat keinen bekannten Nachrichtenkopf.",
                    en: "“\(root.name.local)” has no known message header."))
        }
        let header = MessageHeader(head)
        let identification = head.first(local: "identifikation.nachricht") ?? head
        guard let uuid = header.messageID.flatMap(UUID.init(uuidString:)) else {
            throw Self.incomplete(head, Message(de: "die UUID der Nachricht", en: "the message's UUID"))
        }
        guard let created = header.created else {
            throw Self.incomplete(head, Message(de: "der Erstellungszeitpunkt", en: "the time of creation"))
        }
        guard
            let leser = head.child("leser", "Empfaenger", "auswahl_empfaenger").map(Behoerde.init(reading:)),
            let autor = head.child("autor", "Absender", "auswahl_absender").map(Behoerde.init(reading:))
        else { throw Self.incomplete(head, Message(de: "Leser oder Autor", en: "reader or author")) }
        let system = head.child("herstellerinformation", "SendendesSystem")
        self.init(
            nachrichtenUUID: uuid,
            nachrichtentyp: identification.child("nachrichtentyp", "Nachrichtentyp").map(Codewert.init(reading:)),
            erstellungszeitpunkt: Erstellungszeitpunkt(asWritten: created), leser: leser, autor: autor,
            produkt: Produkt(
                name: root["produkt"] ?? system?.text(of: "nameDesProdukts", "Produktname") ?? "",
                hersteller: root["produkthersteller"] ?? system?.text(of: "herstellerDesProdukts") ?? "",
                version: root["produktversion"] ?? system?.text(of: "version", "Version")),
            standard: root["standard"], version: root["version"] ?? head["xjustizVersion"], test: root["test"],
            referenzUUID: head.text(of: "referenzUUID", "fremdeNachrichtenID").flatMap(UUID.init(uuidString:)),
            dvdvDienstkennung: head.text(of: "dvdvDienstkennung"))
    }

    private static func incomplete(_ head: XMLTree.Element, _ what: Message) -> NachrichtenkopfError {
        NachrichtenkopfError(
            .incomplete,
            Message(
                de: "Im Nachrichtenkopf „\(head.name.local)“ fehlt oder ist unlesbar: \(text: what.de).",
                en: "In the message header “\(head.name.local)” is missing or unreadable: \(text: what.en)."))
    }
}

extension Nachrichtenkopf.Codewert {
    init(reading element: XMLTree.Element) {
        self.init(
            element.text(of: "code") ?? "", name: element.text(of: "name"), listURI: element["listURI"],
            listVersionID: element["listVersionID"])
    }
}

extension Nachrichtenkopf.Behoerde {
    init(reading element: XMLTree.Element) {
        let party = MessageHeader.Party(element)
        let directory = element.child("verzeichnisdienst").map(Nachrichtenkopf.Codewert.init(reading:))
        self.init(verzeichnisdienst: directory ?? .dvdv, kennung: party.kennung ?? "", name: party.name ?? "")
        erreichbarkeiten = element.all(local: "erreichbarkeit").map { way in
            Nachrichtenkopf.Erreichbarkeit(
                kanal: way.child("kanal").map(Nachrichtenkopf.Codewert.init(reading:)) ?? .init(""),
                kennung: way.text(of: "kennung") ?? "", zusatz: way.text(of: "zusatz"))
        }
        if let key = element.child("behoerdenkennung", "Behoerdenkennung")?.child("kennung", "Behoerdenschluessel"),
            key["listURI"] != nil
        {
            kennungsliste = .init("", listURI: key["listURI"], listVersionID: key["listVersionID"])
        }
        if let place = element.child("anschrift")?.child("gebaeude") {
            anschrift = Nachrichtenkopf.Anschrift(
                strasse: place.text(of: "strasse") ?? "", hausnummer: place.text(of: "hausnummer"),
                postleitzahl: place.text(of: "postleitzahl") ?? "", ort: place.text(of: "wohnort") ?? "")
        }
        if let court = element.child("absender.gericht", "empfaenger.gericht") {
            gericht = Nachrichtenkopf.Codewert(reading: court)
            kennung = ""
        }
    }
}
