// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-module.xsd sha256:87d0470140668b70af96fc96e1732b328ef44434163c94d89b7836e275fbf4cd
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Text zu einem Thema. Gewissheit: beobachtet.
///
/// Schema: Typ `Textmodul`
public struct Textmodul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Das Thema. Gewissheit: beobachtet.
    public var leikaTextmodul: CodeLeistungstextmodul
    /// Überschrift, wenn sie abweicht. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var leikaTextmodulAbweichendeBezeichnung: [StringLocalizedAuspraegung]
    /// Der Text, je Sprache einmal. Gewissheit: beobachtet.
    public var inhalt: [HtmlStringLocalized]
    /// Weiterführender Link. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var weiterfuehrenderLink: [HyperlinkErweitert]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        leikaTextmodul: CodeLeistungstextmodul,
        leikaTextmodulAbweichendeBezeichnung: [StringLocalizedAuspraegung] = [],
        inhalt: [HtmlStringLocalized] = [],
        weiterfuehrenderLink: [HyperlinkErweitert] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.leikaTextmodul = leikaTextmodul
        self.leikaTextmodulAbweichendeBezeichnung = leikaTextmodulAbweichendeBezeichnung
        self.inhalt = inhalt
        self.weiterfuehrenderLink = weiterfuehrenderLink
    }
    public static let xml = XMLTable(Self.self, "Textmodul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("leikaTextmodul", \.leikaTextmodul)
        $0.element("leikaTextmodulAbweichendeBezeichnung", \.leikaTextmodulAbweichendeBezeichnung)
        $0.element("inhalt", \.inhalt)
        $0.element("weiterfuehrenderLink", \.weiterfuehrenderLink)
    }
}

/// Text zu einem eigenen Thema. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `TextmodulIndividuell`
public struct TextmodulIndividuell: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Das Thema aus einer eigenen Liste. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var individuellesTextmodultyp: CodeMitListe
    /// Der Text, je Sprache einmal. Gewissheit: beobachtet.
    public var inhalt: [HtmlStringLocalized]
    /// Weiterführender Link. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var weiterfuehrenderLink: [HyperlinkErweitert]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        individuellesTextmodultyp: CodeMitListe,
        inhalt: [HtmlStringLocalized] = [],
        weiterfuehrenderLink: [HyperlinkErweitert] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.individuellesTextmodultyp = individuellesTextmodultyp
        self.inhalt = inhalt
        self.weiterfuehrenderLink = weiterfuehrenderLink
    }
    public static let xml = XMLTable(Self.self, "TextmodulIndividuell", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("individuellesTextmodultyp", \.individuellesTextmodultyp)
        $0.element("inhalt", \.inhalt)
        $0.element("weiterfuehrenderLink", \.weiterfuehrenderLink)
    }
}

/// Fristen. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Fristmodul`
public struct Fristmodul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Eine Frist. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var frist: [FristMitTyp]
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [HtmlStringLocalized]
    /// Weiterführender Link. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var weiterfuehrenderLink: [HyperlinkErweitert]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        frist: [FristMitTyp] = [],
        beschreibung: [HtmlStringLocalized] = [],
        weiterfuehrenderLink: [HyperlinkErweitert] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.frist = frist
        self.beschreibung = beschreibung
        self.weiterfuehrenderLink = weiterfuehrenderLink
    }
    public static let xml = XMLTable(Self.self, "Fristmodul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("frist", \.frist)
        $0.element("beschreibung", \.beschreibung)
        $0.element("weiterfuehrenderLink", \.weiterfuehrenderLink)
    }
}

/// Kosten. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Kostenmodul`
public struct Kostenmodul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Kosten. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var kosten: [Kosten]
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [HtmlStringLocalized]
    /// Weiterführender Link. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var weiterfuehrenderLink: [HyperlinkErweitert]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        kosten: [Kosten] = [],
        beschreibung: [HtmlStringLocalized] = [],
        weiterfuehrenderLink: [HyperlinkErweitert] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.kosten = kosten
        self.beschreibung = beschreibung
        self.weiterfuehrenderLink = weiterfuehrenderLink
    }
    public static let xml = XMLTable(Self.self, "Kostenmodul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("kosten", \.kosten)
        $0.element("beschreibung", \.beschreibung)
        $0.element("weiterfuehrenderLink", \.weiterfuehrenderLink)
    }
}

/// Bearbeitungsdauer. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Bearbeitungsdauermodul`
public struct Bearbeitungsdauermodul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Eine Dauer. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var bearbeitungsdauer: [FristOhneTyp]
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [HtmlStringLocalized]
    /// Weiterführender Link. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var weiterfuehrenderLink: [HyperlinkErweitert]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        bearbeitungsdauer: [FristOhneTyp] = [],
        beschreibung: [HtmlStringLocalized] = [],
        weiterfuehrenderLink: [HyperlinkErweitert] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.bearbeitungsdauer = bearbeitungsdauer
        self.beschreibung = beschreibung
        self.weiterfuehrenderLink = weiterfuehrenderLink
    }
    public static let xml = XMLTable(Self.self, "Bearbeitungsdauermodul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("bearbeitungsdauer", \.bearbeitungsdauer)
        $0.element("beschreibung", \.beschreibung)
        $0.element("weiterfuehrenderLink", \.weiterfuehrenderLink)
    }
}

/// Begriffe zur Suche. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `BegriffImKontextModul`
public struct BegriffImKontextModul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Ein Begriff. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var begriffImKontext: [BegriffImKontext]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        begriffImKontext: [BegriffImKontext] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.begriffImKontext = begriffImKontext
    }
    public static let xml = XMLTable(Self.self, "BegriffImKontextModul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("begriffImKontext", \.begriffImKontext)
    }
}

/// Fachliche Freigabe. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `FachlicheFreigabeModul`
public struct FachlicheFreigabeModul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Wann freigegeben. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var fachlichFreigegebenAm: XSDDate?
    /// Von wem freigegeben. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var fachlichFreigegebenDurch: [StringLocalizedAuspraegung]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        fachlichFreigegebenAm: XSDDate? = nil,
        fachlichFreigegebenDurch: [StringLocalizedAuspraegung] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.fachlichFreigegebenAm = fachlichFreigegebenAm
        self.fachlichFreigegebenDurch = fachlichFreigegebenDurch
    }
    public static let xml = XMLTable(Self.self, "FachlicheFreigabeModul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("fachlichFreigegebenAm", \.fachlichFreigegebenAm)
        $0.element("fachlichFreigegebenDurch", \.fachlichFreigegebenDurch)
    }
}

/// Hinweise für die Auskunft. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Auskunftshinweismodul`
public struct Auskunftshinweismodul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Der Text, je Sprache einmal. Gewissheit: beobachtet.
    public var inhalt: [HtmlStringLocalized]
    /// Weiterführender Link. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var weiterfuehrenderLink: [HyperlinkErweitert]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        inhalt: [HtmlStringLocalized] = [],
        weiterfuehrenderLink: [HyperlinkErweitert] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.inhalt = inhalt
        self.weiterfuehrenderLink = weiterfuehrenderLink
    }
    public static let xml = XMLTable(Self.self, "Auskunftshinweismodul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("inhalt", \.inhalt)
        $0.element("weiterfuehrenderLink", \.weiterfuehrenderLink)
    }
}

/// Dokumente. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Dokumentmodul`
public struct Dokumentmodul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Was vorzulegen ist. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var dokumentEingehend: [Dokument]
    /// Was ausgestellt wird. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var dokumentAusgehend: [Dokument]
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [HtmlStringLocalized]
    /// Weiterführender Link. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var weiterfuehrenderLink: [HyperlinkErweitert]
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        dokumentEingehend: [Dokument] = [],
        dokumentAusgehend: [Dokument] = [],
        beschreibung: [HtmlStringLocalized] = [],
        weiterfuehrenderLink: [HyperlinkErweitert] = []
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.dokumentEingehend = dokumentEingehend
        self.dokumentAusgehend = dokumentAusgehend
        self.beschreibung = beschreibung
        self.weiterfuehrenderLink = weiterfuehrenderLink
    }
    public static let xml = XMLTable(Self.self, "Dokumentmodul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("dokumentEingehend", \.dokumentEingehend)
        $0.element("dokumentAusgehend", \.dokumentAusgehend)
        $0.element("beschreibung", \.beschreibung)
        $0.element("weiterfuehrenderLink", \.weiterfuehrenderLink)
    }
}

/// Wo die Leistung herkommt. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `UrsprungsportalModul`
public struct UrsprungsportalModul: XMLComplex {
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Kennung; eindeutig mit schemeID und schemeAgencyID, nie allein. Gewissheit: beobachtet.
    public var id: Identifikator? {
        get { _id?.value }
        set { _id = newValue.map { XMLIndirect($0) } }
    }
    var _id: XMLIndirect<Identifikator>?
    /// Weitere Kennungen, etwa aus dem Herkunftssystem. Gewissheit: beobachtet.
    public var idSekundaer: [Identifikator]
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    /// Sprache des Portals. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var languageCode: XSDLanguage
    /// Adresse. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var uri: String
    /// Titel. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var titel: String?
    public init(
        positionDarstellung: XSDInteger? = nil,
        id: Identifikator? = nil,
        idSekundaer: [Identifikator] = [],
        gueltigkeit: [Zeitraum] = [],
        languageCode: XSDLanguage,
        uri: String,
        titel: String? = nil
    ) {
        self.positionDarstellung = positionDarstellung
        self._id = id.map { XMLIndirect($0) }
        self.idSekundaer = idSekundaer
        self.gueltigkeit = gueltigkeit
        self.languageCode = languageCode
        self.uri = uri
        self.titel = titel
    }
    public static let xml = XMLTable(Self.self, "UrsprungsportalModul", in: nsXzufi) {
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("id", \._id)
        $0.element("idSekundaer", \.idSekundaer)
        $0.element("gueltigkeit", \.gueltigkeit)
        $0.element("languageCode", \.languageCode)
        $0.element("uri", \.uri, token: true)
        $0.element("titel", \.titel)
    }
}

/// Frist. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `FristMitTyp`
public struct FristMitTyp: XMLComplex {
    /// Art der Frist: 001, 002, 003, 005, 006, 009 oder ein eigener Wert. Gewissheit: abgeleitet (Modell des
    /// FIM-Portals).
    public var typ: CodeErweiterbar {
        get { _typ.value }
        _modify { yield &_typ.value }
    }
    var _typ: XMLIndirect<CodeErweiterbar>
    /// Dauer oder Stichtag. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var fristauswahl: Fristauswahl
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [HtmlStringLocalized]
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public init(
        typ: CodeErweiterbar,
        fristauswahl: Fristauswahl,
        beschreibung: [HtmlStringLocalized] = [],
        positionDarstellung: XSDInteger? = nil,
        gueltigkeit: [Zeitraum] = []
    ) {
        self._typ = XMLIndirect(typ)
        self.fristauswahl = fristauswahl
        self.beschreibung = beschreibung
        self.positionDarstellung = positionDarstellung
        self.gueltigkeit = gueltigkeit
    }
    public static let xml = XMLTable(Self.self, "FristMitTyp", in: nsXzufi) {
        $0.element("typ", \._typ)
        $0.element("fristauswahl", \.fristauswahl)
        $0.element("beschreibung", \.beschreibung)
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("gueltigkeit", \.gueltigkeit)
    }
}

/// Kosten. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Kosten`
public struct Kosten: XMLComplex {
    /// Art der Kosten: 001 bis 018 oder ein eigener Wert. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var typ: CodeErweiterbar {
        get { _typ.value }
        _modify { yield &_typ.value }
    }
    var _typ: XMLIndirect<CodeErweiterbar>
    /// Fest, frei oder veränderlich. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var kostenauswahl: Kostenauswahl
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [HtmlStringLocalized]
    /// Ob vorher zu zahlen ist. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var vorkasse: Bool?
    /// Wie die Kosten entstehen. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var linkKostenbildung: String?
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public init(
        typ: CodeErweiterbar,
        kostenauswahl: Kostenauswahl,
        beschreibung: [HtmlStringLocalized] = [],
        vorkasse: Bool? = nil,
        linkKostenbildung: String? = nil,
        positionDarstellung: XSDInteger? = nil,
        gueltigkeit: [Zeitraum] = []
    ) {
        self._typ = XMLIndirect(typ)
        self.kostenauswahl = kostenauswahl
        self.beschreibung = beschreibung
        self.vorkasse = vorkasse
        self.linkKostenbildung = linkKostenbildung
        self.positionDarstellung = positionDarstellung
        self.gueltigkeit = gueltigkeit
    }
    public static let xml = XMLTable(Self.self, "Kosten", in: nsXzufi) {
        $0.element("typ", \._typ)
        $0.element("kostenauswahl", \.kostenauswahl)
        $0.element("beschreibung", \.beschreibung)
        $0.element("vorkasse", \.vorkasse)
        $0.element("linkKostenbildung", \.linkKostenbildung, token: true)
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("gueltigkeit", \.gueltigkeit)
    }
}

/// Dauer der Bearbeitung. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `FristOhneTyp`
public struct FristOhneTyp: XMLComplex {
    /// Dauer oder Stichtag. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var fristauswahl: Fristauswahl
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [StringLocalizedAuspraegung]
    /// Platz bei der Darstellung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var positionDarstellung: XSDInteger?
    /// Wann es gilt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var gueltigkeit: [Zeitraum]
    public init(
        fristauswahl: Fristauswahl,
        beschreibung: [StringLocalizedAuspraegung] = [],
        positionDarstellung: XSDInteger? = nil,
        gueltigkeit: [Zeitraum] = []
    ) {
        self.fristauswahl = fristauswahl
        self.beschreibung = beschreibung
        self.positionDarstellung = positionDarstellung
        self.gueltigkeit = gueltigkeit
    }
    public static let xml = XMLTable(Self.self, "FristOhneTyp", in: nsXzufi) {
        $0.element("fristauswahl", \.fristauswahl)
        $0.element("beschreibung", \.beschreibung)
        $0.element("positionDarstellung", \.positionDarstellung)
        $0.element("gueltigkeit", \.gueltigkeit)
    }
}

/// Begriff. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `BegriffImKontext`
public struct BegriffImKontext: XMLComplex {
    /// Der Begriff. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var begriff: StringLocalizedAuspraegung
    /// Art des Begriffs. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var typ: CodeBegriffImKontextTyp? {
        get { _typ?.value }
        set { _typ = newValue.map { XMLIndirect($0) } }
    }
    var _typ: XMLIndirect<CodeBegriffImKontextTyp>?
    public init(begriff: StringLocalizedAuspraegung, typ: CodeBegriffImKontextTyp? = nil) {
        self.begriff = begriff
        self._typ = typ.map { XMLIndirect($0) }
    }
    public static let xml = XMLTable(Self.self, "BegriffImKontext", in: nsXzufi) {
        $0.element("begriff", \.begriff)
        $0.element("typ", \._typ)
    }
}

/// Dokument. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `Dokument`
public struct Dokument: XMLComplex {
    /// Art des Dokuments: 001 bis 028, 999 (urn:de:fim:codeliste:dokumenttyp) oder ein eigener Wert. Gewissheit:
    /// abgeleitet (Modell des FIM-Portals).
    public var typ: CodeErweiterbar {
        get { _typ.value }
        _modify { yield &_typ.value }
    }
    var _typ: XMLIndirect<CodeErweiterbar>
    /// Bezeichnung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var bezeichnung: [StringLocalizedAuspraegung]
    /// Beschreibung. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibung: [HtmlStringLocalized]
    /// Kennung des Formulars. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var referenzFormularID: [Identifikator]
    /// Art der Unterschrift. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var angabeSignatur: CodeSignatur? {
        get { _angabeSignatur?.value }
        set { _angabeSignatur = newValue.map { XMLIndirect($0) } }
    }
    var _angabeSignatur: XMLIndirect<CodeSignatur>?
    public init(
        typ: CodeErweiterbar,
        bezeichnung: [StringLocalizedAuspraegung] = [],
        beschreibung: [HtmlStringLocalized] = [],
        referenzFormularID: [Identifikator] = [],
        angabeSignatur: CodeSignatur? = nil
    ) {
        self._typ = XMLIndirect(typ)
        self.bezeichnung = bezeichnung
        self.beschreibung = beschreibung
        self.referenzFormularID = referenzFormularID
        self._angabeSignatur = angabeSignatur.map { XMLIndirect($0) }
    }
    public static let xml = XMLTable(Self.self, "Dokument", in: nsXzufi) {
        $0.element("typ", \._typ)
        $0.element("bezeichnung", \.bezeichnung)
        $0.element("beschreibung", \.beschreibung)
        $0.element("referenzFormularID", \.referenzFormularID)
        $0.element("angabeSignatur", \._angabeSignatur)
    }
}

/// Dauer oder Stichtag; welche, sagt xsi:type. Ob der Standard stattdessen ein inneres Element benutzt, ist unbekannt,
/// daher ist der Inhalt ohne xsi:type offen. Gewissheit: abgeleitet.
///
/// Schema: Typ `Fristauswahl`
public struct Fristauswahl: XMLComplex {
    public var weitereElemente: [XMLAnyElement]
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `FristDauer`, `FristStichtag`
    public var schemaType: XMLTypeName?
    public init(weitereElemente: [XMLAnyElement] = [], schemaType: XMLTypeName? = nil) {
        self.weitereElemente = weitereElemente
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "Fristauswahl", in: nsXzufi) {
        $0.any(\.weitereElemente)
        $0.typeName(\.schemaType, [nsXzufi.name("FristDauer"), nsXzufi.name("FristStichtag")], [FristDauer.self, FristStichtag.self])
    }
}

/// Fest, frei oder veränderlich; was, sagt xsi:type. Ohne xsi:type ist der Inhalt offen, siehe Fristauswahl.
/// Gewissheit: abgeleitet.
///
/// Schema: Typ `Kostenauswahl`
public struct Kostenauswahl: XMLComplex {
    public var weitereElemente: [XMLAnyElement]
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `KostenFix`, `KostenFrei`, `KostenVariabel`
    public var schemaType: XMLTypeName?
    public init(weitereElemente: [XMLAnyElement] = [], schemaType: XMLTypeName? = nil) {
        self.weitereElemente = weitereElemente
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "Kostenauswahl", in: nsXzufi) {
        $0.any(\.weitereElemente)
        $0.typeName(\.schemaType, [nsXzufi.name("KostenFix"), nsXzufi.name("KostenFrei"), nsXzufi.name("KostenVariabel")], [KostenFix.self, KostenFrei.self, KostenVariabel.self])
    }
}

/// Frist als Dauer. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `FristDauer`
public struct FristDauer: XMLComplex {
    /// Dauer. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var dauer: XSDInteger
    /// Einheit. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var einheit: CodeZeiteinheit
    /// Längste Dauer. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var dauerBis: XSDInteger?
    /// Einheit der längsten Dauer. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var einheitBis: CodeZeiteinheit? {
        get { _einheitBis?.value }
        set { _einheitBis = newValue.map { XMLIndirect($0) } }
    }
    var _einheitBis: XMLIndirect<CodeZeiteinheit>?
    public init(
        dauer: XSDInteger,
        einheit: CodeZeiteinheit,
        dauerBis: XSDInteger? = nil,
        einheitBis: CodeZeiteinheit? = nil
    ) {
        self.dauer = dauer
        self.einheit = einheit
        self.dauerBis = dauerBis
        self._einheitBis = einheitBis.map { XMLIndirect($0) }
    }
    public static let xml = XMLTable(Self.self, "FristDauer", in: nsXzufi) {
        $0.element("dauer", \.dauer)
        $0.element("einheit", \.einheit)
        $0.element("dauerBis", \.dauerBis)
        $0.element("einheitBis", \._einheitBis)
    }
}

/// Frist als Stichtag. Wie Tag, Tag im Jahr und Text im XML unterschieden werden, ist unbekannt. Gewissheit:
/// abgeleitet.
///
/// Schema: Typ `FristStichtag`
public struct FristStichtag: XMLComplex {
    /// Von. Gewissheit: abgeleitet.
    public var von: String?
    /// Bis. Gewissheit: abgeleitet.
    public var bis: String?
    public init(von: String? = nil, bis: String? = nil) {
        self.von = von
        self.bis = bis
    }
    public static let xml = XMLTable(Self.self, "FristStichtag", in: nsXzufi) {
        $0.element("von", \.von)
        $0.element("bis", \.bis)
    }
}

/// Fester Betrag. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `KostenFix`
public struct KostenFix: XMLComplex {
    /// Betrag. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var betrag: Amount
    public init(betrag: Amount) {
        self.betrag = betrag
    }
    public static let xml = XMLTable(Self.self, "KostenFix", in: nsXzufi) {
        $0.element("betrag", \.betrag)
    }
}

/// Keine Kosten. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `KostenFrei`
public struct KostenFrei: XMLComplex {
    /// Warum es nichts kostet. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibungKostenfreiheit: [StringLocalizedAuspraegung]
    public init(beschreibungKostenfreiheit: [StringLocalizedAuspraegung] = []) {
        self.beschreibungKostenfreiheit = beschreibungKostenfreiheit
    }
    public static let xml = XMLTable(Self.self, "KostenFrei", in: nsXzufi) {
        $0.element("beschreibungKostenfreiheit", \.beschreibungKostenfreiheit)
    }
}

/// Veränderliche Kosten. Gewissheit: abgeleitet (Modell des FIM-Portals).
///
/// Schema: Typ `KostenVariabel`
public struct KostenVariabel: XMLComplex {
    /// Mindestens. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var betragUntergrenze: Amount?
    /// Höchstens. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var betragObergrenze: Amount?
    /// Wovon es abhängt. Gewissheit: abgeleitet (Modell des FIM-Portals).
    public var beschreibungVariabilitaet: [StringLocalizedAuspraegung]
    public init(
        betragUntergrenze: Amount? = nil,
        betragObergrenze: Amount? = nil,
        beschreibungVariabilitaet: [StringLocalizedAuspraegung] = []
    ) {
        self.betragUntergrenze = betragUntergrenze
        self.betragObergrenze = betragObergrenze
        self.beschreibungVariabilitaet = beschreibungVariabilitaet
    }
    public static let xml = XMLTable(Self.self, "KostenVariabel", in: nsXzufi) {
        $0.element("betragUntergrenze", \.betragUntergrenze)
        $0.element("betragObergrenze", \.betragObergrenze)
        $0.element("beschreibungVariabilitaet", \.beschreibungVariabilitaet)
    }
}
