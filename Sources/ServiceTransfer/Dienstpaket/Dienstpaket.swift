/// What `dienstpaket.xml` says: the table of contents of a service package, format 1.0
/// (`Documentation/Formate/Dienstpaket.md`).
public struct Dienstpaket: Sendable, Hashable {
    /// The namespace of format 1.0.
    public static let namespace = "urn:swift-xoev:dienstpaket:1.0"
    /// The version of the format that is read and written.
    public static let formatVersion = "1.0"
    /// The name of the table of contents in folder and archive.
    public static let fileName = "dienstpaket.xml"

    /// The lasting identifier of the service, such as `de.nrw.paderborn.hundesteuer`.
    public var kennung: String
    /// The version of this package.
    public var version: SemanticVersion
    /// The service's name per language.
    public var bezeichnung: MehrsprachigerText
    /// A short description per language.
    public var beschreibung: MehrsprachigerText
    /// Who publishes the package.
    public var herausgeber: Herausgeber
    /// The licence as an SPDX expression.
    public var lizenz: String
    /// When this version was made: `xs:dateTime` with a zone, as written.
    public var erstellt: String
    /// The portal the service comes from.
    public var herkunft: Herkunft?
    /// Terms and contact for municipalities that want to use the service.
    public var nachnutzung: Nachnutzung?
    /// The services of the administration that the online service provides; at least one.
    public var leistungen: [LeistungVerweis]
    /// Every file of the package but `dienstpaket.xml`.
    public var bestandteile: [Bestandteil]
    /// Links between parts, services and code lists.
    public var verknuepfungen: [Verknuepfung]
    /// What a municipality sets.
    public var parameter: [ParameterDeklaration]
    /// What the target portal must or should offer.
    public var voraussetzungen: [Voraussetzung]
    /// Code lists that must be at hand.
    public var codelisten: [CodelisteAbhaengigkeit]
    /// Other packages that must be installed.
    public var pakete: [PaketAbhaengigkeit]

    /// A table of contents from its parts.
    public init(
        kennung: String, version: SemanticVersion, bezeichnung: MehrsprachigerText,
        beschreibung: MehrsprachigerText = MehrsprachigerText(), herausgeber: Herausgeber, lizenz: String,
        erstellt: String, herkunft: Herkunft? = nil, nachnutzung: Nachnutzung? = nil, leistungen: [LeistungVerweis],
        bestandteile: [Bestandteil], verknuepfungen: [Verknuepfung] = [], parameter: [ParameterDeklaration] = [],
        voraussetzungen: [Voraussetzung] = [], codelisten: [CodelisteAbhaengigkeit] = [],
        pakete: [PaketAbhaengigkeit] = []
    ) {
        self.kennung = kennung
        self.version = version
        self.bezeichnung = bezeichnung
        self.beschreibung = beschreibung
        self.herausgeber = herausgeber
        self.lizenz = lizenz
        self.erstellt = erstellt
        self.herkunft = herkunft
        self.nachnutzung = nachnutzung
        self.leistungen = leistungen
        self.bestandteile = bestandteile
        self.verknuepfungen = verknuepfungen
        self.parameter = parameter
        self.voraussetzungen = voraussetzungen
        self.codelisten = codelisten
        self.pakete = pakete
    }

    /// The part of an identifier, or nil.
    public func bestandteil(_ id: String) -> Bestandteil? { bestandteile.first { $0.id == id } }
}

/// Text in several languages, in the order in which it stands.
public struct MehrsprachigerText: Sendable, Hashable {
    /// Text in one language.
    public struct Eintrag: Sendable, Hashable {
        /// The language (BCP 47), such as `de`.
        public var sprache: String
        /// The text.
        public var text: String

        /// Text in one language.
        public init(_ sprache: String, _ text: String) {
            self.sprache = sprache
            self.text = text
        }
    }

    /// The texts in their order.
    public var eintraege: [Eintrag]

    /// Text from its entries.
    public init(_ eintraege: [Eintrag] = []) { self.eintraege = eintraege }

    /// The text of a language, or nil.
    public subscript(sprache: String) -> String? { eintraege.first { $0.sprache == sprache }?.text }

    /// The text for a reader: in the language asked for, else German, else the first; empty where there is none.
    public func best(_ sprache: String) -> String { self[sprache] ?? self["de"] ?? eintraege.first?.text ?? "" }
}

/// How somebody is reached. Preferably a function's mailbox, not a person.
public struct Kontakt: Sendable, Hashable {
    /// The name.
    public var name: String?
    /// The e-mail address.
    public var email: String?
    /// The telephone number.
    public var telefon: String?

    /// A contact from its parts.
    public init(name: String? = nil, email: String? = nil, telefon: String? = nil) {
        self.name = name
        self.email = email
        self.telefon = telefon
    }
}

/// Who publishes a package.
public struct Herausgeber: Sendable, Hashable {
    /// The official name.
    public var name: String
    /// The key of the area it acts for, twelve digits.
    public var ars: String
    /// How it is reached.
    public var kontakt: Kontakt

    /// A publisher from its parts.
    public init(name: String, ars: String, kontakt: Kontakt) {
        self.name = name
        self.ars = ars
        self.kontakt = kontakt
    }
}

/// The portal a service comes from.
public struct Herkunft: Sendable, Hashable {
    /// Its name or identifier.
    public var portal: String
    /// Its address or the service's.
    public var adresse: String
    /// The key of the municipality whose service it was.
    public var ars: String?

    /// An origin from its parts.
    public init(portal: String, adresse: String, ars: String? = nil) {
        self.portal = portal
        self.adresse = adresse
        self.ars = ars
    }
}

/// Terms and contact for municipalities that want to use the service.
public struct Nachnutzung: Sendable, Hashable {
    /// The terms per language.
    public var bedingungen: MehrsprachigerText
    /// Whom to ask.
    public var kontakt: Kontakt

    /// Terms from their parts.
    public init(bedingungen: MehrsprachigerText, kontakt: Kontakt) {
        self.bedingungen = bedingungen
        self.kontakt = kontakt
    }
}

/// A service of the administration that the online service provides.
public struct LeistungVerweis: Sendable, Hashable {
    /// The Leistungsschlüssel: fourteen digits of the LeiKa, or a key of a state or municipality.
    public var schluessel: String
    /// Whether the key is one of the LeiKa.
    public var istLeiKa: Bool
    /// The service's name per language.
    public var bezeichnung: MehrsprachigerText

    /// A service from its parts.
    public init(schluessel: String, istLeiKa: Bool, bezeichnung: MehrsprachigerText = MehrsprachigerText()) {
        self.schluessel = schluessel
        self.istLeiKa = istLeiKa
        self.bezeichnung = bezeichnung
    }
}
