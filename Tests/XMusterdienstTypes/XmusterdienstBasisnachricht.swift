// Made by `xoev generate swift --schema xmusterdienst.xsd`. Do not edit: make it again instead.
// xmusterdienst-basisnachricht.xsd sha256:c73756ed89a954e1b24eb584f22163b51f876e20ee65f74012b87d5cecf92598
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Nachrichtenkopf für Nachrichten zwischen Behörden.
///
/// Schema: Typ `Nachrichtenkopf.G2GType`
public struct NachrichtenkopfG2G: XMLComplex {
    /// Angaben, die die Nachricht eindeutig bestimmen.
    public var identifikationNachricht: IdentifikationNachricht {
        get { _identifikationNachricht.value }
        _modify { yield &_identifikationNachricht.value }
    }
    var _identifikationNachricht: XMLIndirect<IdentifikationNachricht>
    /// Behörde, an die die Nachricht gerichtet ist.
    public var leser: Behoerde {
        get { _leser.value }
        _modify { yield &_leser.value }
    }
    var _leser: XMLIndirect<Behoerde>
    /// Behörde, die die Nachricht erstellt hat.
    public var autor: Behoerde {
        get { _autor.value }
        _modify { yield &_autor.value }
    }
    var _autor: XMLIndirect<Behoerde>
    /// Nachricht, auf die geantwortet wird.
    public var referenzUUID: Uuid?
    public init(
        identifikationNachricht: IdentifikationNachricht,
        leser: Behoerde,
        autor: Behoerde,
        referenzUUID: Uuid? = nil
    ) {
        self._identifikationNachricht = XMLIndirect(identifikationNachricht)
        self._leser = XMLIndirect(leser)
        self._autor = XMLIndirect(autor)
        self.referenzUUID = referenzUUID
    }
    public static let xml = XMLTable(Self.self, "Nachrichtenkopf.G2GType", in: nsXmd) {
        $0.element("identifikation.nachricht", \._identifikationNachricht)
        $0.element("leser", \._leser)
        $0.element("autor", \._autor)
        $0.element("referenzUUID", \.referenzUUID, token: true)
    }
}

/// Angaben, die eine Nachricht eindeutig bestimmen.
///
/// Schema: Typ `Identifikation.NachrichtType`
public struct IdentifikationNachricht: XMLComplex {
    /// UUID der Nachricht; jede neue Nachricht erhält eine neue, eine erneut gesendete behält ihre.
    public var nachrichtenUUID: Uuid
    /// Typ der Nachricht; stimmt mit der Nummer im Namen des Wurzelelements überein.
    public var nachrichtentyp: CodeNachrichtentyp
    /// Zeitpunkt, zu dem die Nachricht erstellt wurde.
    public var erstellungszeitpunkt: Zeitpunkt
    public init(
        nachrichtenUUID: Uuid,
        nachrichtentyp: CodeNachrichtentyp,
        erstellungszeitpunkt: Zeitpunkt
    ) {
        self.nachrichtenUUID = nachrichtenUUID
        self.nachrichtentyp = nachrichtentyp
        self.erstellungszeitpunkt = erstellungszeitpunkt
    }
    public static let xml = XMLTable(Self.self, "Identifikation.NachrichtType", in: nsXmd) {
        $0.element("nachrichtenUUID", \.nachrichtenUUID, token: true)
        $0.element("nachrichtentyp", \.nachrichtentyp)
        $0.element("erstellungszeitpunkt", \.erstellungszeitpunkt)
    }
}

/// Eine Behörde.
///
/// Schema: Typ `BehoerdeType`
public struct Behoerde: XMLComplex {
    /// Verzeichnis, in dem die Behörde geführt wird.
    public var verzeichnisdienst: CodeVerzeichnisdienst
    /// Kennung der Behörde im Verzeichnis.
    public var kennung: Behoerdenkennung
    /// Name der Behörde.
    public var name: Lateinisch
    /// Weg, auf dem die Behörde zu erreichen ist.
    public var erreichbarkeit: [Erreichbarkeit]
    public init(
        verzeichnisdienst: CodeVerzeichnisdienst,
        kennung: Behoerdenkennung,
        name: Lateinisch,
        erreichbarkeit: [Erreichbarkeit] = []
    ) {
        self.verzeichnisdienst = verzeichnisdienst
        self.kennung = kennung
        self.name = name
        self.erreichbarkeit = erreichbarkeit
    }
    public static let xml = XMLTable(Self.self, "BehoerdeType", in: nsXmd) {
        $0.element("verzeichnisdienst", \.verzeichnisdienst)
        $0.element("kennung", \.kennung, token: true)
        $0.element("name", \.name, token: true)
        $0.element("erreichbarkeit", \.erreichbarkeit)
    }
}

/// Ein Kommunikationsweg.
///
/// Schema: Typ `ErreichbarkeitType`
public struct Erreichbarkeit: XMLComplex {
    /// Art des Wegs.
    public var kanal: CodeErreichbarkeit
    /// Nummer oder Adresse.
    public var kennung: Lateinisch
    /// Hinweis.
    public var zusatz: Lateinisch?
    public init(kanal: CodeErreichbarkeit, kennung: Lateinisch, zusatz: Lateinisch? = nil) {
        self.kanal = kanal
        self.kennung = kennung
        self.zusatz = zusatz
    }
    public static let xml = XMLTable(Self.self, "ErreichbarkeitType", in: nsXmd) {
        $0.element("kanal", \.kanal)
        $0.element("kennung", \.kennung, token: true)
        $0.element("zusatz", \.zusatz, token: true)
    }
}

/// Kennung einer Behörde, im DVDV Präfix, Doppelpunkt und Kennung.
///
/// Schema: Typ `BehoerdenkennungType`
public struct Behoerdenkennung: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[a-z]{2,8}:[A-Za-z0-9._\\-]+"]], maxLength: 80, collapses: true)
}
