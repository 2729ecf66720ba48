/// What a part of a package is for (DP section 4.1).
public enum Rolle: String, Sendable, Hashable, Codable, CaseIterable {
    /// One Leistung in XZuFi.
    case leistungsbeschreibung
    /// One Onlinedienst or Organisationseinheit in XZuFi.
    case onlinedienst
    /// The data schema of a form, in XDatenfelder.
    case datenschema
    /// A code list in a fixed version, in genericode.
    case codeliste
    /// A process, in BPMN or XProzess.
    case prozess
    /// A message or a sample of one.
    case nachricht
    /// An XML schema, JSON schema or Schematron.
    case schema
    /// A form of a form server, often in a closed format.
    case formular
    /// A mapping between formats.
    case abbildung
    /// A text for citizens.
    case text
    /// A picture.
    case bild
    /// Documentation for operators and editors.
    case dokumentation
}

/// One file of a package.
public struct Bestandteil: Sendable, Hashable {
    /// Its identifier in the package.
    public var id: String
    /// What it is for.
    public var rolle: Rolle
    /// Its path, relative to `dienstpaket.xml`.
    public var pfad: String
    /// Its media type (RFC 6838).
    public var medientyp: String
    /// The standard it follows, without a version.
    public var standard: String?
    /// The version of the standard.
    public var standardVersion: String?
    /// SHA-256 of its bytes, 64 hexadecimal digits in lower case.
    public var sha256: String
    /// How many bytes it has.
    public var groesse: Int
    /// The vendor of a form in a closed format.
    public var hersteller: String?
    /// The product that reads it.
    public var produkt: String?

    /// A part from what is said of it.
    public init(
        id: String, rolle: Rolle, pfad: String, medientyp: String, standard: String? = nil,
        standardVersion: String? = nil, sha256: String, groesse: Int, hersteller: String? = nil, produkt: String? = nil
    ) {
        self.id = id
        self.rolle = rolle
        self.pfad = pfad
        self.medientyp = medientyp
        self.standard = standard
        self.standardVersion = standardVersion
        self.sha256 = sha256
        self.groesse = groesse
        self.hersteller = hersteller
        self.produkt = produkt
    }

    /// Whether the part says it is XML: `application/xml`, `text/xml` or a type that ends in `+xml` (RFC 7303), or a
    /// file of BPMN or XML Schema by its name.
    public var istXML: Bool {
        let type = medientyp.prefix { $0 != ";" }.lowercased()
        return type == "application/xml" || type == "text/xml" || type.hasSuffix("+xml")
    }
}

/// What a link points from or to (DP section 5).
public enum Verweis: Sendable, Hashable, CustomStringConvertible {
    /// A part, or a piece of it by the part's own identifiers.
    case bestandteil(id: String, teil: String?)
    /// A service by its key.
    case leistung(schluessel: String)
    /// A code list by its canonical version URI, `URN_VERSION`.
    case codeliste(uri: String)

    /// A reference from its text.
    public init(_ text: String) {
        if text.hasPrefix("leistung:") {
            self = .leistung(schluessel: String(text.dropFirst("leistung:".count)))
        } else if text.hasPrefix("codeliste:") {
            self = .codeliste(uri: String(text.dropFirst("codeliste:".count)))
        } else if let hash = text.firstIndex(of: "#") {
            self = .bestandteil(id: String(text[..<hash]), teil: String(text[text.index(after: hash)...]))
        } else {
            self = .bestandteil(id: text, teil: nil)
        }
    }

    /// The reference as it is written.
    public var description: String {
        switch self {
        case .bestandteil(let id, let teil): id + (teil.map { "#" + $0 } ?? "")
        case .leistung(let schluessel): "leistung:" + schluessel
        case .codeliste(let uri): "codeliste:" + uri
        }
    }
}

/// A link between two things of a package.
public struct Verknuepfung: Sendable, Hashable {
    /// The kind, such as `formular-leistung`.
    public var art: String
    /// Where it starts.
    public var von: Verweis
    /// Where it leads.
    public var nach: Verweis

    /// A link from its parts.
    public init(art: String, von: Verweis, nach: Verweis) {
        self.art = art
        self.von = von
        self.nach = nach
    }
}

/// What the target portal must or should offer.
public struct Voraussetzung: Sendable, Hashable {
    /// A kind of capability.
    public enum Art: String, Sendable, Hashable, Codable, CaseIterable {
        /// At least this trust level.
        case vertrauensniveau
        /// A means of identification.
        case identifizierungsmittel
        /// A payment service.
        case bezahldienst
        /// A mailbox for decisions.
        case postfach
        /// A channel on which applications are delivered.
        case zustellkanal
    }

    /// The kind.
    public var art: Art
    /// The value, such as `epaybl`.
    public var wert: String
    /// Whether the service cannot do without.
    public var pflicht: Bool

    /// A requirement from its parts.
    public init(art: Art, wert: String, pflicht: Bool) {
        self.art = art
        self.wert = wert
        self.pflicht = pflicht
    }
}

/// A code list that must be at hand in the target.
public struct CodelisteAbhaengigkeit: Sendable, Hashable {
    /// The list's URN, without a version.
    public var uri: String
    /// The version.
    public var version: String

    /// A dependency from its parts.
    public init(uri: String, version: String) {
        self.uri = uri
        self.version = version
    }

    /// The canonical version URI, `URN_VERSION`.
    public var canonicalVersionURI: String { uri + "_" + version }
}

/// Another package that must be installed in the target.
public struct PaketAbhaengigkeit: Sendable, Hashable {
    /// The other package's identifier.
    public var kennung: String
    /// The versions that will do.
    public var versionen: VersionRange

    /// A dependency from its parts.
    public init(kennung: String, versionen: VersionRange) {
        self.kennung = kennung
        self.versionen = versionen
    }
}
