import XMLCore

/// Who sent a message to whom, as far as its header tells. The values are the message's own: personal data may be among
/// them.
public struct MessageHeader: Hashable, Sendable {
    /// The message's identifier.
    public var messageID: String?
    /// The code of the message's type, such as `0401`.
    public var messageType: String?
    /// When the message was made, as it stands there (`xs:dateTime`).
    public var created: String?
    /// Who sent it.
    public var sender: Party?
    /// To whom it goes.
    public var receiver: Party?

    /// A header of which nothing is known.
    public init() {}

    /// One end of a message.
    public struct Party: Hashable, Sendable {
        /// The name.
        public var name: String?
        /// The identifier in the directory, such as `ags:05774032`.
        public var kennung: String?
        /// The code of the directory, such as `DVDV`.
        public var verzeichnisdienst: String?

        /// A party from what is known of it.
        public init(name: String? = nil, kennung: String? = nil, verzeichnisdienst: String? = nil) {
            self.name = name
            self.kennung = kennung
            self.verzeichnisdienst = verzeichnisdienst
        }
    }

    /// The names of header elements: XÖV basic message (`nachrichtenkopf.g2g`), XZuFi and XJustiz (`nachrichtenkopf`),
    /// xdomea (`Kopf`), XDatenfelder (`header`).
    static let elementNames: Set<String> = ["nachrichtenkopf.g2g", "nachrichtenkopf", "Kopf", "header"]

    /// Reads a header element.
    init(_ element: XMLTree.Element) {
        let identification = element.first(local: "identifikation.nachricht") ?? element
        messageID = identification.text(
            of: "nachrichtenUUID", "nachrichtUUID", "ProzessID", "nachrichtID", "eigeneNachrichtenID")
        messageType = identification.child("nachrichtentyp", "Nachrichtentyp")?.text(of: "code")
        created = identification.text(of: "erstellungszeitpunkt", "Erstellungszeitpunkt", "erstelltDatumZeit")
        sender = element.child("autor", "Absender", "auswahl_absender", "sender").map(Party.init)
        receiver = element.child("leser", "Empfaenger", "auswahl_empfaenger", "empfaenger").map(Party.init)
    }
}

extension MessageHeader.Party {
    /// Reads a `BehoerdeType` (XÖV basic message), a `Behoerde` (XInneres), a `KontaktType` (xdomea), a choice (XJustiz)
    /// or plain text (XZuFi).
    init(_ element: XMLTree.Element) {
        guard element.elements.contains(where: { _ in true }) else {
            self.init(name: element.text.trimmed)
            return
        }
        if let parts = element.child("behoerdenkennung", "Behoerdenkennung"),
            let key = parts.child("kennung", "Behoerdenschluessel")?.text(of: "code")
        {
            let praefix = parts.child("praefix", "Praefix")?.text(of: "code")
            self.init(
                name: element.text(of: "behoerdenname")
                    ?? element.child("Institution", "Organisationseinheit")?.text(of: "Name"),
                kennung: [praefix, key].compactMap { $0 }.joined(separator: ":"), verzeichnisdienst: "DVDV")
        } else if let kennung = element.text(of: "kennung") {
            self.init(
                name: element.text(of: "name"), kennung: kennung,
                verzeichnisdienst: element.child("verzeichnisdienst")?.text(of: "code"))
        } else if let institution = element.child("Institution", "Organisationseinheit", "Person") {
            self.init(name: institution.text(of: "Name"), kennung: institution.text(of: "Kurzbezeichnung"))
        } else if let choice = element.elements.first(where: { _ in true }) {
            let code = choice.text(of: "code")
            self.init(name: code == nil ? choice.text.trimmed : nil, kennung: code)
        } else {
            self.init()
        }
    }
}

extension XMLTree.Element {
    /// The first child with one of the names, in any namespace.
    func child(_ names: String...) -> XMLTree.Element? {
        elements.first { names.contains($0.name.local) }
    }

    /// The text of the first child with one of the names; nil where it is missing or empty.
    func text(of names: String...) -> String? {
        elements.first { names.contains($0.name.local) }?.text.trimmed
    }
}

extension String {
    /// Without white space at both ends; nil where nothing is left.
    var trimmed: String? {
        let scalars = unicodeScalars.drop { $0.properties.isWhitespace }
        guard let last = scalars.lastIndex(where: { !$0.properties.isWhitespace }) else { return nil }
        return String(scalars[...last])
    }
}
