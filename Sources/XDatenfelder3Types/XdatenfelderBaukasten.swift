// Made by `xoev generate swift --schema xdatenfelder.xsd`. Do not edit: make it again instead.
// xdatenfelder-baukasten.xsd sha256:8c06d3d2f194c5b5a07731bfe9d3bddda46038c2ae371682420bf32116a6862f
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Kopf der Nachricht. Gewissheit: beobachtet.
///
/// Schema: Typ `HeaderType`
public struct Header: XMLComplex {
    /// Kennung der Nachricht. Gewissheit: beobachtet.
    public var nachrichtID: String
    /// Wann sie erstellt wurde. Gewissheit: beobachtet.
    public var erstellungszeitpunkt: XSDDateTime
    /// Kennung der Nachricht, auf die sie sich bezieht. Gewissheit: beobachtet.
    public var referenzID: String?
    public init(nachrichtID: String, erstellungszeitpunkt: XSDDateTime, referenzID: String? = nil) {
        self.nachrichtID = nachrichtID
        self.erstellungszeitpunkt = erstellungszeitpunkt
        self.referenzID = referenzID
    }
    public static let xml = XMLTable(Self.self, "HeaderType", in: nsXdf) {
        $0.element("nachrichtID", \.nachrichtID, token: true)
        $0.element("erstellungszeitpunkt", \.erstellungszeitpunkt)
        $0.element("referenzID", \.referenzID, token: true)
    }
}

/// Feld. Gewissheit: beobachtet.
///
/// Schema: Typ `DatenfeldType`
public struct Datenfeld: XMLComplex {
    /// Kennung und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name für die Redaktion. Dass er nicht leer ist, prüft die Qualitätsprüfung (1002). Gewissheit: beobachtet.
    public var name: String
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild. Gewissheit: beobachtet.
    public var bezug: [Bezug]
    /// Freigabestatus. Gewissheit: beobachtet.
    public var freigabestatus: CodeFreigabestatus
    /// Wann der Status gesetzt wurde. Gewissheit: beobachtet.
    public var statusGesetztAm: XSDDate?
    /// Wer den Status gesetzt hat. Gewissheit: beobachtet.
    public var statusGesetztDurch: String?
    public var auswahl: Datenfeld.Auswahl? {
        get { _auswahl?.value }
        set { _auswahl = newValue.map { XMLIndirect($0) } }
    }
    var _auswahl: XMLIndirect<Datenfeld.Auswahl>?
    /// Tag der Veröffentlichung. Gewissheit: beobachtet.
    public var veroeffentlichungsdatum: XSDDate?
    /// Letzte Änderung. Gewissheit: beobachtet.
    public var letzteAenderung: XSDDateTime
    public var auswahl2: [Datenfeld.Auswahl2]
    /// Bezeichnung bei der Eingabe. Gewissheit: beobachtet.
    public var bezeichnungEingabe: String
    /// Bezeichnung bei der Ausgabe. Gewissheit: beobachtet.
    public var bezeichnungAusgabe: String?
    /// Abstrakt, harmonisiert oder rechtsnormgebunden. Gewissheit: beobachtet.
    public var schemaelementart: CodeSchemaelementart
    /// Hilfe bei der Eingabe. Gewissheit: beobachtet.
    public var hilfetextEingabe: String?
    /// Hilfe bei der Ausgabe. Gewissheit: beobachtet.
    public var hilfetextAusgabe: String?
    public var auswahl3: [Datenfeld.Auswahl3]
    /// Eingabe, Auswahl, statischer Text, verborgen oder gesperrt. Gewissheit: beobachtet.
    public var feldart: CodeFeldart
    /// Datentyp. Gewissheit: beobachtet.
    public var datentyp: CodeDatentyp
    /// Grenzen. Gewissheit: beobachtet.
    public var praezisierung: Praezisierung? {
        get { _praezisierung?.value }
        set { _praezisierung = newValue.map { XMLIndirect($0) } }
    }
    var _praezisierung: XMLIndirect<Praezisierung>?
    /// Vorgabe oder Text eines statischen Feldes. Gewissheit: beobachtet.
    public var inhalt: String?
    /// Ob das Feld vorbefüllt wird. Gewissheit: beobachtet.
    public var vorbefuellung: CodeVorbefuellung? {
        get { _vorbefuellung?.value }
        set { _vorbefuellung = newValue.map { XMLIndirect($0) } }
    }
    var _vorbefuellung: XMLIndirect<CodeVorbefuellung>?
    /// Die Werte einer Auswahl, wenn sie im Feld stehen. Gewissheit: beobachtet.
    public var werte: Werte?
    /// Die Codeliste einer Auswahl. Gewissheit: beobachtet.
    public var codelisteReferenz: CodelisteReferenz? {
        get { _codelisteReferenz?.value }
        set { _codelisteReferenz = newValue.map { XMLIndirect($0) } }
    }
    var _codelisteReferenz: XMLIndirect<CodelisteReferenz>?
    /// Spalte der Codeliste mit dem Code. Stelle abgeleitet. Gewissheit: beobachtet.
    public var codeKey: String?
    /// Spalte der Codeliste mit dem Namen. Stelle abgeleitet. Gewissheit: beobachtet.
    public var nameKey: String?
    /// Spalte der Codeliste mit der Hilfe. Stelle abgeleitet. Gewissheit: beobachtet.
    public var helpKey: String?
    /// Regeln des Feldes. Gewissheit: beobachtet.
    public var regel: [Regel]
    /// Größte Datei in Byte. Gewissheit: beobachtet.
    public var maxSize: XSDNonNegativeInteger?
    /// Erlaubte Medientypen einer Datei. Gewissheit: beobachtet.
    public var mediaType: [String]
    public init(
        identifikation: Identifikation,
        name: String,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: [Bezug] = [],
        freigabestatus: CodeFreigabestatus,
        statusGesetztAm: XSDDate? = nil,
        statusGesetztDurch: String? = nil,
        auswahl: Datenfeld.Auswahl? = nil,
        veroeffentlichungsdatum: XSDDate? = nil,
        letzteAenderung: XSDDateTime,
        auswahl2: [Datenfeld.Auswahl2] = [],
        bezeichnungEingabe: String,
        bezeichnungAusgabe: String? = nil,
        schemaelementart: CodeSchemaelementart,
        hilfetextEingabe: String? = nil,
        hilfetextAusgabe: String? = nil,
        auswahl3: [Datenfeld.Auswahl3] = [],
        feldart: CodeFeldart,
        datentyp: CodeDatentyp,
        praezisierung: Praezisierung? = nil,
        inhalt: String? = nil,
        vorbefuellung: CodeVorbefuellung? = nil,
        werte: Werte? = nil,
        codelisteReferenz: CodelisteReferenz? = nil,
        codeKey: String? = nil,
        nameKey: String? = nil,
        helpKey: String? = nil,
        regel: [Regel] = [],
        maxSize: XSDNonNegativeInteger? = nil,
        mediaType: [String] = []
    ) {
        self.identifikation = identifikation
        self.name = name
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.freigabestatus = freigabestatus
        self.statusGesetztAm = statusGesetztAm
        self.statusGesetztDurch = statusGesetztDurch
        self._auswahl = auswahl.map { XMLIndirect($0) }
        self.veroeffentlichungsdatum = veroeffentlichungsdatum
        self.letzteAenderung = letzteAenderung
        self.auswahl2 = auswahl2
        self.bezeichnungEingabe = bezeichnungEingabe
        self.bezeichnungAusgabe = bezeichnungAusgabe
        self.schemaelementart = schemaelementart
        self.hilfetextEingabe = hilfetextEingabe
        self.hilfetextAusgabe = hilfetextAusgabe
        self.auswahl3 = auswahl3
        self.feldart = feldart
        self.datentyp = datentyp
        self._praezisierung = praezisierung.map { XMLIndirect($0) }
        self.inhalt = inhalt
        self._vorbefuellung = vorbefuellung.map { XMLIndirect($0) }
        self.werte = werte
        self._codelisteReferenz = codelisteReferenz.map { XMLIndirect($0) }
        self.codeKey = codeKey
        self.nameKey = nameKey
        self.helpKey = helpKey
        self.regel = regel
        self.maxSize = maxSize
        self.mediaType = mediaType
    }
    public static let xml = XMLTable(Self.self, "DatenfeldType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("freigabestatus", \.freigabestatus)
        $0.element("statusGesetztAm", \.statusGesetztAm)
        $0.element("statusGesetztDurch", \.statusGesetztDurch)
        $0.group(\._auswahl)
        $0.element("veroeffentlichungsdatum", \.veroeffentlichungsdatum)
        $0.element("letzteAenderung", \.letzteAenderung)
        $0.group(\.auswahl2)
        $0.element("bezeichnungEingabe", \.bezeichnungEingabe)
        $0.element("bezeichnungAusgabe", \.bezeichnungAusgabe)
        $0.element("schemaelementart", \.schemaelementart)
        $0.element("hilfetextEingabe", \.hilfetextEingabe)
        $0.element("hilfetextAusgabe", \.hilfetextAusgabe)
        $0.group(\.auswahl3)
        $0.element("feldart", \.feldart)
        $0.element("datentyp", \.datentyp)
        $0.element("praezisierung", \._praezisierung)
        $0.element("inhalt", \.inhalt)
        $0.element("vorbefuellung", \._vorbefuellung)
        $0.element("werte", \.werte)
        $0.element("codelisteReferenz", \._codelisteReferenz)
        $0.element("codeKey", \.codeKey, token: true)
        $0.element("nameKey", \.nameKey, token: true)
        $0.element("helpKey", \.helpKey, token: true)
        $0.element("regel", \.regel)
        $0.element("maxSize", \.maxSize)
        $0.element("mediaType", \.mediaType, token: true)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gueltigAbGruppe(Datenfeld.Auswahl.GueltigAbGruppe)
        case gueltigBisGruppe(Datenfeld.Auswahl.GueltigBisGruppe)
        indirect case versionshinweisGruppe(Datenfeld.Auswahl.VersionshinweisGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
            $0.group({ .gueltigBisGruppe($0) }) { if case .gueltigBisGruppe(let value) = $0 { value } else { nil } }
            $0.group({ .versionshinweisGruppe($0) }) { if case .versionshinweisGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct GueltigAbGruppe: XMLComplex {
            /// Gültig ab diesem Tag. Vor oder nach versionshinweis beobachtet. Gewissheit: beobachtet.
            public var gueltigAb: XSDDate
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate?
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            public init(gueltigAb: XSDDate, gueltigBis: XSDDate? = nil, versionshinweis: String? = nil) {
                self.gueltigAb = gueltigAb
                self.gueltigBis = gueltigBis
                self.versionshinweis = versionshinweis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("gueltigAb", \.gueltigAb)
                $0.element("gueltigBis", \.gueltigBis)
                $0.element("versionshinweis", \.versionshinweis)
            }
        }

        /// Schema: Gruppe
        public struct GueltigBisGruppe: XMLComplex {
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            public init(gueltigBis: XSDDate, versionshinweis: String? = nil) {
                self.gueltigBis = gueltigBis
                self.versionshinweis = versionshinweis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("gueltigBis", \.gueltigBis)
                $0.element("versionshinweis", \.versionshinweis)
            }
        }

        /// Schema: Gruppe
        public struct VersionshinweisGruppe: XMLComplex {
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String
            /// Gültig ab diesem Tag. Vor oder nach versionshinweis beobachtet. Gewissheit: beobachtet.
            public var gueltigAb: XSDDate?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate?
            public init(versionshinweis: String, gueltigAb: XSDDate? = nil, gueltigBis: XSDDate? = nil) {
                self.versionshinweis = versionshinweis
                self.gueltigAb = gueltigAb
                self.gueltigBis = gueltigBis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("gueltigAb", \.gueltigAb)
                $0.element("gueltigBis", \.gueltigBis)
            }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl2: XMLChoice {
        /// Beziehung zu einem anderen Element. Gewissheit: beobachtet.
        indirect case relation(Relation)
        /// Stichwort. Gewissheit: beobachtet.
        case stichwort(Stichwort)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("relation", { .relation($0) }) { if case .relation(let value) = $0 { value } else { nil } }
            $0.element("stichwort", { .stichwort($0) }) { if case .stichwort(let value) = $0 { value } else { nil } }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl3: XMLChoice {
        /// Beziehung zu einem anderen Element. Gewissheit: beobachtet.
        indirect case relation(Relation)
        /// Stichwort. Gewissheit: beobachtet.
        case stichwort(Stichwort)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("relation", { .relation($0) }) { if case .relation(let value) = $0 { value } else { nil } }
            $0.element("stichwort", { .stichwort($0) }) { if case .stichwort(let value) = $0 { value } else { nil } }
        }
    }
}

/// Gruppe von Feldern. Gewissheit: beobachtet.
///
/// Schema: Typ `DatenfeldgruppeType`
public struct Datenfeldgruppe: XMLComplex {
    /// Kennung und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name für die Redaktion. Dass er nicht leer ist, prüft die Qualitätsprüfung (1002). Gewissheit: beobachtet.
    public var name: String
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild. Gewissheit: beobachtet.
    public var bezug: [Bezug]
    /// Freigabestatus. Gewissheit: beobachtet.
    public var freigabestatus: CodeFreigabestatus
    /// Wann der Status gesetzt wurde. Gewissheit: beobachtet.
    public var statusGesetztAm: XSDDate?
    /// Wer den Status gesetzt hat. Gewissheit: beobachtet.
    public var statusGesetztDurch: String?
    public var auswahl: Datenfeldgruppe.Auswahl? {
        get { _auswahl?.value }
        set { _auswahl = newValue.map { XMLIndirect($0) } }
    }
    var _auswahl: XMLIndirect<Datenfeldgruppe.Auswahl>?
    /// Tag der Veröffentlichung. Gewissheit: beobachtet.
    public var veroeffentlichungsdatum: XSDDate?
    /// Letzte Änderung. Gewissheit: beobachtet.
    public var letzteAenderung: XSDDateTime
    public var auswahl2: [Datenfeldgruppe.Auswahl2]
    /// Bezeichnung bei der Eingabe. Gewissheit: beobachtet.
    public var bezeichnungEingabe: String
    /// Bezeichnung bei der Ausgabe. Gewissheit: beobachtet.
    public var bezeichnungAusgabe: String?
    /// Abstrakt, harmonisiert oder rechtsnormgebunden. Gewissheit: beobachtet.
    public var schemaelementart: CodeSchemaelementart
    /// Hilfe bei der Eingabe. Gewissheit: beobachtet.
    public var hilfetextEingabe: String?
    /// Hilfe bei der Ausgabe. Gewissheit: beobachtet.
    public var hilfetextAusgabe: String?
    public var auswahl3: [Datenfeldgruppe.Auswahl3]
    /// Art der Gruppe; fehlt sie, gehören alle Elemente zusammen. Gewissheit: beobachtet.
    public var art: CodeGruppenart? {
        get { _art?.value }
        set { _art = newValue.map { XMLIndirect($0) } }
    }
    var _art: XMLIndirect<CodeGruppenart>?
    /// Regeln der Gruppe. Gewissheit: beobachtet.
    public var regel: [Regel]
    /// Die Felder und Gruppen darin; mindestens eines. Gewissheit: beobachtet.
    public var struktur: [Struktur]
    public init(
        identifikation: Identifikation,
        name: String,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: [Bezug] = [],
        freigabestatus: CodeFreigabestatus,
        statusGesetztAm: XSDDate? = nil,
        statusGesetztDurch: String? = nil,
        auswahl: Datenfeldgruppe.Auswahl? = nil,
        veroeffentlichungsdatum: XSDDate? = nil,
        letzteAenderung: XSDDateTime,
        auswahl2: [Datenfeldgruppe.Auswahl2] = [],
        bezeichnungEingabe: String,
        bezeichnungAusgabe: String? = nil,
        schemaelementart: CodeSchemaelementart,
        hilfetextEingabe: String? = nil,
        hilfetextAusgabe: String? = nil,
        auswahl3: [Datenfeldgruppe.Auswahl3] = [],
        art: CodeGruppenart? = nil,
        regel: [Regel] = [],
        struktur: [Struktur]
    ) {
        self.identifikation = identifikation
        self.name = name
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.freigabestatus = freigabestatus
        self.statusGesetztAm = statusGesetztAm
        self.statusGesetztDurch = statusGesetztDurch
        self._auswahl = auswahl.map { XMLIndirect($0) }
        self.veroeffentlichungsdatum = veroeffentlichungsdatum
        self.letzteAenderung = letzteAenderung
        self.auswahl2 = auswahl2
        self.bezeichnungEingabe = bezeichnungEingabe
        self.bezeichnungAusgabe = bezeichnungAusgabe
        self.schemaelementart = schemaelementart
        self.hilfetextEingabe = hilfetextEingabe
        self.hilfetextAusgabe = hilfetextAusgabe
        self.auswahl3 = auswahl3
        self._art = art.map { XMLIndirect($0) }
        self.regel = regel
        self.struktur = struktur
    }
    public static let xml = XMLTable(Self.self, "DatenfeldgruppeType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("freigabestatus", \.freigabestatus)
        $0.element("statusGesetztAm", \.statusGesetztAm)
        $0.element("statusGesetztDurch", \.statusGesetztDurch)
        $0.group(\._auswahl)
        $0.element("veroeffentlichungsdatum", \.veroeffentlichungsdatum)
        $0.element("letzteAenderung", \.letzteAenderung)
        $0.group(\.auswahl2)
        $0.element("bezeichnungEingabe", \.bezeichnungEingabe)
        $0.element("bezeichnungAusgabe", \.bezeichnungAusgabe)
        $0.element("schemaelementart", \.schemaelementart)
        $0.element("hilfetextEingabe", \.hilfetextEingabe)
        $0.element("hilfetextAusgabe", \.hilfetextAusgabe)
        $0.group(\.auswahl3)
        $0.element("art", \._art)
        $0.element("regel", \.regel)
        $0.element("struktur", \.struktur, min: 1)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gueltigAbGruppe(Datenfeldgruppe.Auswahl.GueltigAbGruppe)
        case gueltigBisGruppe(Datenfeldgruppe.Auswahl.GueltigBisGruppe)
        indirect case versionshinweisGruppe(Datenfeldgruppe.Auswahl.VersionshinweisGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
            $0.group({ .gueltigBisGruppe($0) }) { if case .gueltigBisGruppe(let value) = $0 { value } else { nil } }
            $0.group({ .versionshinweisGruppe($0) }) { if case .versionshinweisGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct GueltigAbGruppe: XMLComplex {
            /// Gültig ab diesem Tag. Vor oder nach versionshinweis beobachtet. Gewissheit: beobachtet.
            public var gueltigAb: XSDDate
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate?
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            public init(gueltigAb: XSDDate, gueltigBis: XSDDate? = nil, versionshinweis: String? = nil) {
                self.gueltigAb = gueltigAb
                self.gueltigBis = gueltigBis
                self.versionshinweis = versionshinweis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("gueltigAb", \.gueltigAb)
                $0.element("gueltigBis", \.gueltigBis)
                $0.element("versionshinweis", \.versionshinweis)
            }
        }

        /// Schema: Gruppe
        public struct GueltigBisGruppe: XMLComplex {
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            public init(gueltigBis: XSDDate, versionshinweis: String? = nil) {
                self.gueltigBis = gueltigBis
                self.versionshinweis = versionshinweis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("gueltigBis", \.gueltigBis)
                $0.element("versionshinweis", \.versionshinweis)
            }
        }

        /// Schema: Gruppe
        public struct VersionshinweisGruppe: XMLComplex {
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String
            /// Gültig ab diesem Tag. Vor oder nach versionshinweis beobachtet. Gewissheit: beobachtet.
            public var gueltigAb: XSDDate?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate?
            public init(versionshinweis: String, gueltigAb: XSDDate? = nil, gueltigBis: XSDDate? = nil) {
                self.versionshinweis = versionshinweis
                self.gueltigAb = gueltigAb
                self.gueltigBis = gueltigBis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("gueltigAb", \.gueltigAb)
                $0.element("gueltigBis", \.gueltigBis)
            }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl2: XMLChoice {
        /// Beziehung zu einem anderen Element. Gewissheit: beobachtet.
        indirect case relation(Relation)
        /// Stichwort. Gewissheit: beobachtet.
        case stichwort(Stichwort)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("relation", { .relation($0) }) { if case .relation(let value) = $0 { value } else { nil } }
            $0.element("stichwort", { .stichwort($0) }) { if case .stichwort(let value) = $0 { value } else { nil } }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl3: XMLChoice {
        /// Beziehung zu einem anderen Element. Gewissheit: beobachtet.
        indirect case relation(Relation)
        /// Stichwort. Gewissheit: beobachtet.
        case stichwort(Stichwort)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("relation", { .relation($0) }) { if case .relation(let value) = $0 { value } else { nil } }
            $0.element("stichwort", { .stichwort($0) }) { if case .stichwort(let value) = $0 { value } else { nil } }
        }
    }
}

/// Steckbrief eines Dokuments. Keine Datei lag vor: Die Namen stammen aus den Umwandlern und dem FIM-Portal, die
/// Reihenfolge der eigenen Elemente ist frei. Gewissheit: abgeleitet.
///
/// Schema: Typ `DokumentsteckbriefType`
public struct Dokumentsteckbrief: XMLComplex {
    /// Kennung und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name für die Redaktion. Dass er nicht leer ist, prüft die Qualitätsprüfung (1002). Gewissheit: beobachtet.
    public var name: String
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild. Gewissheit: beobachtet.
    public var bezug: [Bezug]
    /// Freigabestatus. Gewissheit: beobachtet.
    public var freigabestatus: CodeFreigabestatus
    /// Wann der Status gesetzt wurde. Gewissheit: beobachtet.
    public var statusGesetztAm: XSDDate?
    /// Wer den Status gesetzt hat. Gewissheit: beobachtet.
    public var statusGesetztDurch: String?
    public var auswahl: Dokumentsteckbrief.Auswahl? {
        get { _auswahl?.value }
        set { _auswahl = newValue.map { XMLIndirect($0) } }
    }
    var _auswahl: XMLIndirect<Dokumentsteckbrief.Auswahl>?
    /// Tag der Veröffentlichung. Gewissheit: beobachtet.
    public var veroeffentlichungsdatum: XSDDate?
    /// Letzte Änderung. Gewissheit: beobachtet.
    public var letzteAenderung: XSDDateTime
    public var auswahl2: [Dokumentsteckbrief.Auswahl2]
    public var auswahl3: [Dokumentsteckbrief.Auswahl3]
    public init(
        identifikation: Identifikation,
        name: String,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: [Bezug] = [],
        freigabestatus: CodeFreigabestatus,
        statusGesetztAm: XSDDate? = nil,
        statusGesetztDurch: String? = nil,
        auswahl: Dokumentsteckbrief.Auswahl? = nil,
        veroeffentlichungsdatum: XSDDate? = nil,
        letzteAenderung: XSDDateTime,
        auswahl2: [Dokumentsteckbrief.Auswahl2] = [],
        auswahl3: [Dokumentsteckbrief.Auswahl3] = []
    ) {
        self.identifikation = identifikation
        self.name = name
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.freigabestatus = freigabestatus
        self.statusGesetztAm = statusGesetztAm
        self.statusGesetztDurch = statusGesetztDurch
        self._auswahl = auswahl.map { XMLIndirect($0) }
        self.veroeffentlichungsdatum = veroeffentlichungsdatum
        self.letzteAenderung = letzteAenderung
        self.auswahl2 = auswahl2
        self.auswahl3 = auswahl3
    }
    public static let xml = XMLTable(Self.self, "DokumentsteckbriefType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("freigabestatus", \.freigabestatus)
        $0.element("statusGesetztAm", \.statusGesetztAm)
        $0.element("statusGesetztDurch", \.statusGesetztDurch)
        $0.group(\._auswahl)
        $0.element("veroeffentlichungsdatum", \.veroeffentlichungsdatum)
        $0.element("letzteAenderung", \.letzteAenderung)
        $0.group(\.auswahl2)
        $0.group(\.auswahl3)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gueltigAbGruppe(Dokumentsteckbrief.Auswahl.GueltigAbGruppe)
        case gueltigBisGruppe(Dokumentsteckbrief.Auswahl.GueltigBisGruppe)
        indirect case versionshinweisGruppe(Dokumentsteckbrief.Auswahl.VersionshinweisGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
            $0.group({ .gueltigBisGruppe($0) }) { if case .gueltigBisGruppe(let value) = $0 { value } else { nil } }
            $0.group({ .versionshinweisGruppe($0) }) { if case .versionshinweisGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct GueltigAbGruppe: XMLComplex {
            /// Gültig ab diesem Tag. Vor oder nach versionshinweis beobachtet. Gewissheit: beobachtet.
            public var gueltigAb: XSDDate
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate?
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            public init(gueltigAb: XSDDate, gueltigBis: XSDDate? = nil, versionshinweis: String? = nil) {
                self.gueltigAb = gueltigAb
                self.gueltigBis = gueltigBis
                self.versionshinweis = versionshinweis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("gueltigAb", \.gueltigAb)
                $0.element("gueltigBis", \.gueltigBis)
                $0.element("versionshinweis", \.versionshinweis)
            }
        }

        /// Schema: Gruppe
        public struct GueltigBisGruppe: XMLComplex {
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            public init(gueltigBis: XSDDate, versionshinweis: String? = nil) {
                self.gueltigBis = gueltigBis
                self.versionshinweis = versionshinweis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("gueltigBis", \.gueltigBis)
                $0.element("versionshinweis", \.versionshinweis)
            }
        }

        /// Schema: Gruppe
        public struct VersionshinweisGruppe: XMLComplex {
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String
            /// Gültig ab diesem Tag. Vor oder nach versionshinweis beobachtet. Gewissheit: beobachtet.
            public var gueltigAb: XSDDate?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate?
            public init(versionshinweis: String, gueltigAb: XSDDate? = nil, gueltigBis: XSDDate? = nil) {
                self.versionshinweis = versionshinweis
                self.gueltigAb = gueltigAb
                self.gueltigBis = gueltigBis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("gueltigAb", \.gueltigAb)
                $0.element("gueltigBis", \.gueltigBis)
            }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl2: XMLChoice {
        /// Beziehung zu einem anderen Element. Gewissheit: beobachtet.
        indirect case relation(Relation)
        /// Stichwort. Gewissheit: beobachtet.
        case stichwort(Stichwort)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("relation", { .relation($0) }) { if case .relation(let value) = $0 { value } else { nil } }
            $0.element("stichwort", { .stichwort($0) }) { if case .stichwort(let value) = $0 { value } else { nil } }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl3: XMLChoice {
        /// Ob der Steckbrief abstrakt ist. Gewissheit: abgeleitet.
        case istAbstrakt(Bool)
        /// Art des Dokuments. Gewissheit: abgeleitet.
        case dokumentart(CodeDokumentart)
        /// Bezeichnung des Dokuments. Gewissheit: abgeleitet.
        case bezeichnung(String)
        /// Hilfe zum Dokument. Gewissheit: abgeleitet.
        case hilfetext(String)
        case weiteresElement(XMLAnyElement)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("istAbstrakt", { .istAbstrakt($0) }) { if case .istAbstrakt(let value) = $0 { value } else { nil } }
            $0.element("dokumentart", { .dokumentart($0) }) { if case .dokumentart(let value) = $0 { value } else { nil } }
            $0.element("bezeichnung", { .bezeichnung($0) }) { if case .bezeichnung(let value) = $0 { value } else { nil } }
            $0.element("hilfetext", { .hilfetext($0) }) { if case .hilfetext(let value) = $0 { value } else { nil } }
            $0.any({ .weiteresElement($0) }, .other(than: "urn:xoev-de:fim:standard:xdatenfelder_3.0.0")) { if case .weiteresElement(let value) = $0 { value } else { nil } }
        }
    }
}

/// Datenschema eines Formulars. Gewissheit: beobachtet.
///
/// Schema: Typ `StammdatenschemaType`
public struct Stammdatenschema: XMLComplex {
    /// Kennung und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name für die Redaktion. Dass er nicht leer ist, prüft die Qualitätsprüfung (1002). Gewissheit: beobachtet.
    public var name: String
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild. Gewissheit: beobachtet.
    public var bezug: [Bezug]
    /// Freigabestatus. Gewissheit: beobachtet.
    public var freigabestatus: CodeFreigabestatus
    /// Wann der Status gesetzt wurde. Gewissheit: beobachtet.
    public var statusGesetztAm: XSDDate?
    /// Wer den Status gesetzt hat. Gewissheit: beobachtet.
    public var statusGesetztDurch: String?
    public var auswahl: Stammdatenschema.Auswahl? {
        get { _auswahl?.value }
        set { _auswahl = newValue.map { XMLIndirect($0) } }
    }
    var _auswahl: XMLIndirect<Stammdatenschema.Auswahl>?
    /// Tag der Veröffentlichung. Gewissheit: beobachtet.
    public var veroeffentlichungsdatum: XSDDate?
    /// Letzte Änderung. Gewissheit: beobachtet.
    public var letzteAenderung: XSDDateTime
    public var auswahl2: [Stammdatenschema.Auswahl2]
    /// Bezeichnung des Formulars. Gewissheit: beobachtet.
    public var bezeichnung: String
    /// Hilfe zum ganzen Formular. Gewissheit: beobachtet.
    public var hilfetext: String?
    /// Was Ableitungen am Bau ändern dürfen. Gewissheit: beobachtet.
    public var ableitungsmodifikationenStruktur: CodeAbleitungsmodifikationenStruktur
    /// Was Ableitungen an der Darstellung ändern dürfen. Gewissheit: beobachtet.
    public var ableitungsmodifikationenRepraesentation: CodeAbleitungsmodifikationenRepraesentation
    /// Der Steckbrief des Dokuments; D99000000001, wenn keiner feststeht. Gewissheit: beobachtet.
    public var dokumentsteckbrief: Referenz
    /// Regeln auf der Ebene des Formulars. Gewissheit: beobachtet.
    public var regel: [Regel]
    /// Die Felder und Gruppen. Mindestens eines ist nötig: Der Umwandler der FIM-Redaktion setzt in leere Schemata ein
    /// Platzhalterfeld, damit sie dem Schema genügen. Gewissheit: beobachtet.
    public var struktur: [Struktur]
    public init(
        identifikation: Identifikation,
        name: String,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: [Bezug] = [],
        freigabestatus: CodeFreigabestatus,
        statusGesetztAm: XSDDate? = nil,
        statusGesetztDurch: String? = nil,
        auswahl: Stammdatenschema.Auswahl? = nil,
        veroeffentlichungsdatum: XSDDate? = nil,
        letzteAenderung: XSDDateTime,
        auswahl2: [Stammdatenschema.Auswahl2] = [],
        bezeichnung: String,
        hilfetext: String? = nil,
        ableitungsmodifikationenStruktur: CodeAbleitungsmodifikationenStruktur,
        ableitungsmodifikationenRepraesentation: CodeAbleitungsmodifikationenRepraesentation,
        dokumentsteckbrief: Referenz,
        regel: [Regel] = [],
        struktur: [Struktur]
    ) {
        self.identifikation = identifikation
        self.name = name
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.freigabestatus = freigabestatus
        self.statusGesetztAm = statusGesetztAm
        self.statusGesetztDurch = statusGesetztDurch
        self._auswahl = auswahl.map { XMLIndirect($0) }
        self.veroeffentlichungsdatum = veroeffentlichungsdatum
        self.letzteAenderung = letzteAenderung
        self.auswahl2 = auswahl2
        self.bezeichnung = bezeichnung
        self.hilfetext = hilfetext
        self.ableitungsmodifikationenStruktur = ableitungsmodifikationenStruktur
        self.ableitungsmodifikationenRepraesentation = ableitungsmodifikationenRepraesentation
        self.dokumentsteckbrief = dokumentsteckbrief
        self.regel = regel
        self.struktur = struktur
    }
    public static let xml = XMLTable(Self.self, "StammdatenschemaType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("freigabestatus", \.freigabestatus)
        $0.element("statusGesetztAm", \.statusGesetztAm)
        $0.element("statusGesetztDurch", \.statusGesetztDurch)
        $0.group(\._auswahl)
        $0.element("veroeffentlichungsdatum", \.veroeffentlichungsdatum)
        $0.element("letzteAenderung", \.letzteAenderung)
        $0.group(\.auswahl2)
        $0.element("bezeichnung", \.bezeichnung)
        $0.element("hilfetext", \.hilfetext)
        $0.element("ableitungsmodifikationenStruktur", \.ableitungsmodifikationenStruktur)
        $0.element("ableitungsmodifikationenRepraesentation", \.ableitungsmodifikationenRepraesentation)
        $0.element("dokumentsteckbrief", \.dokumentsteckbrief)
        $0.element("regel", \.regel)
        $0.element("struktur", \.struktur, min: 1)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gueltigAbGruppe(Stammdatenschema.Auswahl.GueltigAbGruppe)
        case gueltigBisGruppe(Stammdatenschema.Auswahl.GueltigBisGruppe)
        indirect case versionshinweisGruppe(Stammdatenschema.Auswahl.VersionshinweisGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
            $0.group({ .gueltigBisGruppe($0) }) { if case .gueltigBisGruppe(let value) = $0 { value } else { nil } }
            $0.group({ .versionshinweisGruppe($0) }) { if case .versionshinweisGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct GueltigAbGruppe: XMLComplex {
            /// Gültig ab diesem Tag. Vor oder nach versionshinweis beobachtet. Gewissheit: beobachtet.
            public var gueltigAb: XSDDate
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate?
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            public init(gueltigAb: XSDDate, gueltigBis: XSDDate? = nil, versionshinweis: String? = nil) {
                self.gueltigAb = gueltigAb
                self.gueltigBis = gueltigBis
                self.versionshinweis = versionshinweis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("gueltigAb", \.gueltigAb)
                $0.element("gueltigBis", \.gueltigBis)
                $0.element("versionshinweis", \.versionshinweis)
            }
        }

        /// Schema: Gruppe
        public struct GueltigBisGruppe: XMLComplex {
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            public init(gueltigBis: XSDDate, versionshinweis: String? = nil) {
                self.gueltigBis = gueltigBis
                self.versionshinweis = versionshinweis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("gueltigBis", \.gueltigBis)
                $0.element("versionshinweis", \.versionshinweis)
            }
        }

        /// Schema: Gruppe
        public struct VersionshinweisGruppe: XMLComplex {
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String
            /// Gültig ab diesem Tag. Vor oder nach versionshinweis beobachtet. Gewissheit: beobachtet.
            public var gueltigAb: XSDDate?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: XSDDate?
            public init(versionshinweis: String, gueltigAb: XSDDate? = nil, gueltigBis: XSDDate? = nil) {
                self.versionshinweis = versionshinweis
                self.gueltigAb = gueltigAb
                self.gueltigBis = gueltigBis
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("gueltigAb", \.gueltigAb)
                $0.element("gueltigBis", \.gueltigBis)
            }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl2: XMLChoice {
        /// Beziehung zu einem anderen Element. Gewissheit: beobachtet.
        indirect case relation(Relation)
        /// Stichwort. Gewissheit: beobachtet.
        case stichwort(Stichwort)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("relation", { .relation($0) }) { if case .relation(let value) = $0 { value } else { nil } }
            $0.element("stichwort", { .stichwort($0) }) { if case .stichwort(let value) = $0 { value } else { nil } }
        }
    }
}

/// Kennung und Version eines Elements. Beides zusammen ist seine Identität. Gewissheit: beobachtet.
///
/// Schema: Typ `IdentifikationType`
public struct Identifikation: XMLComplex {
    /// Kennung: Buchstabe und elf Ziffern (zwei Haupt-, drei Unternummernkreis, sechs laufend). Die Form prüft die
    /// Qualitätsprüfung, nicht das Schema; kürzere Kennungen kommen vor. Gewissheit: beobachtet.
    public var id: NichtLeer
    /// Version x.y.z; fehlt sie, ist es eine Arbeitskopie. Gewissheit: beobachtet.
    public var version: String?
    public init(id: NichtLeer, version: String? = nil) {
        self.id = id
        self.version = version
    }
    public static let xml = XMLTable(Self.self, "IdentifikationType", in: nsXdf) {
        $0.element("id", \.id, token: true)
        $0.element("version", \.version, token: true)
    }
}

/// Rechtsgrundlage oder Vorbild. Gewissheit: beobachtet.
///
/// Schema: Typ `BezugType`
public struct Bezug: XMLComplex {
    /// Der Wert des Elements.
    public var value: String
    /// Adresse dazu. Auch Texte, die keine Adresse sind, kommen vor; das meldet die Qualitätsprüfung (1133).
    /// Gewissheit: beobachtet.
    public var link: String?
    public init(value: String, link: String? = nil) {
        self.value = value
        self.link = link
    }
    public static let xml = XMLTable(Self.self, "BezugType", in: nsXdf) {
        $0.value(\.value)
        $0.attribute("link", \.link)
    }
}

/// Beziehung zu einem anderen Element. Gewissheit: beobachtet.
///
/// Schema: Typ `RelationType`
public struct Relation: XMLComplex {
    /// Art der Beziehung. Gewissheit: beobachtet.
    public var praedikat: CodeRelationspraedikat
    /// Das andere Element. Gewissheit: beobachtet.
    public var objekt: Referenz
    public init(praedikat: CodeRelationspraedikat, objekt: Referenz) {
        self.praedikat = praedikat
        self.objekt = objekt
    }
    public static let xml = XMLTable(Self.self, "RelationType", in: nsXdf) {
        $0.element("praedikat", \.praedikat)
        $0.element("objekt", \.objekt)
    }
}

/// Stichwort. Gewissheit: beobachtet.
///
/// Schema: Typ `StichwortType`
public struct Stichwort: XMLComplex {
    /// Der Wert des Elements.
    public var value: String
    /// Kennung des Stichworts. Gewissheit: beobachtet.
    public var uri: String?
    public init(value: String, uri: String? = nil) {
        self.value = value
        self.uri = uri
    }
    public static let xml = XMLTable(Self.self, "StichwortType", in: nsXdf) {
        $0.value(\.value)
        $0.attribute("uri", \.uri)
    }
}

/// Grenzen eines Feldes. Die Werte sind Texte, damit die Qualitätsprüfung falsche melden kann (1059 bis 1063). Inhalt
/// hat das Element nicht, Leerraum darin kommt vor. Gewissheit: beobachtet.
///
/// Schema: Typ `PraezisierungType`
public struct Praezisierung: XMLComplex {
    /// Der Wert des Elements.
    public var value: String
    /// Mindestens so viele Zeichen. Gewissheit: beobachtet.
    public var minLength: String?
    /// Höchstens so viele Zeichen. Gewissheit: beobachtet.
    public var maxLength: String?
    /// Kleinster Wert. Gewissheit: beobachtet.
    public var minValue: String?
    /// Größter Wert. Gewissheit: beobachtet.
    public var maxValue: String?
    /// Regulärer Ausdruck. Gewissheit: beobachtet.
    public var pattern: String?
    public init(
        value: String,
        minLength: String? = nil,
        maxLength: String? = nil,
        minValue: String? = nil,
        maxValue: String? = nil,
        pattern: String? = nil
    ) {
        self.value = value
        self.minLength = minLength
        self.maxLength = maxLength
        self.minValue = minValue
        self.maxValue = maxValue
        self.pattern = pattern
    }
    public static let xml = XMLTable(Self.self, "PraezisierungType", in: nsXdf) {
        $0.value(\.value)
        $0.attribute("minLength", \.minLength)
        $0.attribute("maxLength", \.maxLength)
        $0.attribute("minValue", \.minValue)
        $0.attribute("maxValue", \.maxValue)
        $0.attribute("pattern", \.pattern)
    }
}

/// Die Werte einer Auswahl. Gewissheit: beobachtet.
///
/// Schema: Typ `WerteType`
public struct Werte: XMLComplex {
    /// Ein Wert. Gewissheit: beobachtet.
    public var wert: [Wert]
    public init(wert: [Wert] = []) {
        self.wert = wert
    }
    public static let xml = XMLTable(Self.self, "WerteType", in: nsXdf) {
        $0.element("wert", \.wert)
    }
}

/// Verweis auf eine Codeliste. Gewissheit: beobachtet.
///
/// Schema: Typ `CodelisteReferenzType`
public struct CodelisteReferenz: XMLComplex {
    /// Kennung der Liste ohne Version. Dass sie eine URN ist, prüft die Qualitätsprüfung (1040, 1048). Gewissheit:
    /// beobachtet.
    public var canonicalIdentification: String
    /// Version. Gewissheit: beobachtet.
    public var version: String?
    /// Kennung der Version. Gewissheit: beobachtet.
    public var canonicalVersionUri: String?
    public init(
        canonicalIdentification: String,
        version: String? = nil,
        canonicalVersionUri: String? = nil
    ) {
        self.canonicalIdentification = canonicalIdentification
        self.version = version
        self.canonicalVersionUri = canonicalVersionUri
    }
    public static let xml = XMLTable(Self.self, "CodelisteReferenzType", in: nsXdf) {
        $0.element("canonicalIdentification", \.canonicalIdentification, token: true)
        $0.element("version", \.version, token: true)
        $0.element("canonicalVersionUri", \.canonicalVersionUri, token: true)
    }
}

/// Regel über Felder und Gruppen. Stichwörter stehen nach bezug oder am Ende; beides kommt vor. Gewissheit: beobachtet.
///
/// Schema: Typ `RegelType`
public struct Regel: XMLComplex {
    /// Kennung (R und elf Ziffern) und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name. Gewissheit: beobachtet.
    public var name: String
    /// Beschreibung. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Die Regel in Worten. Gewissheit: beobachtet.
    public var freitextRegel: String?
    /// Rechtsgrundlage oder Vorbild. Gewissheit: beobachtet.
    public var bezug: [Bezug]
    /// Stichwort. Gewissheit: abgeleitet.
    public var stichwort: [Stichwort]
    /// Wer die Regel fachlich verantwortet. Gewissheit: beobachtet.
    public var fachlicherErsteller: String?
    /// Letzte Änderung. Gewissheit: beobachtet.
    public var letzteAenderung: XSDDateTime
    /// Art der Regel. Gewissheit: beobachtet.
    public var typ: CodeRegeltyp
    /// Parameter der Regel; Bau unbekannt. Gewissheit: abgeleitet.
    public var param: [Offen]
    /// Ziel der Regel; Bau unbekannt. Gewissheit: abgeleitet.
    public var ziel: [Offen]
    /// Die Regel als Skript. Gewissheit: beobachtet.
    public var skript: String?
    /// Fehlermeldung der Regel; Bau unbekannt. Gewissheit: abgeleitet.
    public var fehler: [Offen]
    /// Stichwort am Ende der Regel. Gewissheit: beobachtet.
    public var stichwort2: [Stichwort]
    public init(
        identifikation: Identifikation,
        name: String,
        beschreibung: String? = nil,
        freitextRegel: String? = nil,
        bezug: [Bezug] = [],
        stichwort: [Stichwort] = [],
        fachlicherErsteller: String? = nil,
        letzteAenderung: XSDDateTime,
        typ: CodeRegeltyp,
        param: [Offen] = [],
        ziel: [Offen] = [],
        skript: String? = nil,
        fehler: [Offen] = [],
        stichwort2: [Stichwort] = []
    ) {
        self.identifikation = identifikation
        self.name = name
        self.beschreibung = beschreibung
        self.freitextRegel = freitextRegel
        self.bezug = bezug
        self.stichwort = stichwort
        self.fachlicherErsteller = fachlicherErsteller
        self.letzteAenderung = letzteAenderung
        self.typ = typ
        self.param = param
        self.ziel = ziel
        self.skript = skript
        self.fehler = fehler
        self.stichwort2 = stichwort2
    }
    public static let xml = XMLTable(Self.self, "RegelType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("beschreibung", \.beschreibung)
        $0.element("freitextRegel", \.freitextRegel)
        $0.element("bezug", \.bezug)
        $0.element("stichwort", \.stichwort)
        $0.element("fachlicherErsteller", \.fachlicherErsteller)
        $0.element("letzteAenderung", \.letzteAenderung)
        $0.element("typ", \.typ)
        $0.element("param", \.param)
        $0.element("ziel", \.ziel)
        $0.element("skript", \.skript)
        $0.element("fehler", \.fehler)
        $0.element("stichwort", \.stichwort2)
    }
}

/// Stelle, an der ein Element steht. Gewissheit: beobachtet.
///
/// Schema: Typ `StrukturType`
public struct Struktur: XMLComplex {
    /// Wie oft es vorkommt, min:max; max kann * sein. Die Form prüft die Qualitätsprüfung (1046). Gewissheit:
    /// beobachtet.
    public var anzahl: String
    /// Rechtsgrundlage für diese Verwendung. Gewissheit: beobachtet.
    public var bezug: [Bezug]
    /// Das Element. Gewissheit: beobachtet.
    public var enthaelt: Enthaelt
    public init(anzahl: String, bezug: [Bezug] = [], enthaelt: Enthaelt) {
        self.anzahl = anzahl
        self.bezug = bezug
        self.enthaelt = enthaelt
    }
    public static let xml = XMLTable(Self.self, "StrukturType", in: nsXdf) {
        $0.element("anzahl", \.anzahl, token: true)
        $0.element("bezug", \.bezug)
        $0.element("enthaelt", \.enthaelt)
    }
}

/// Verweis auf ein anderes Element. Ein leerer Verweis ist ein Fehler, den die Qualitätsprüfung meldet (1091), nicht
/// das Schema. Gewissheit: beobachtet.
///
/// Schema: Typ `ReferenzType`
public struct Referenz: XMLComplex {
    /// Kennung: Buchstabe und elf Ziffern (zwei Haupt-, drei Unternummernkreis, sechs laufend). Die Form prüft die
    /// Qualitätsprüfung, nicht das Schema; kürzere Kennungen kommen vor. Gewissheit: beobachtet.
    public var id: String
    /// Version x.y.z; fehlt sie, ist es eine Arbeitskopie. Gewissheit: beobachtet.
    public var version: String?
    public init(id: String, version: String? = nil) {
        self.id = id
        self.version = version
    }
    public static let xml = XMLTable(Self.self, "ReferenzType", in: nsXdf) {
        $0.element("id", \.id, token: true)
        $0.element("version", \.version, token: true)
    }
}

/// Ein Wert einer Auswahl. code steht hier, anders als in Codes, im Namensraum von XDatenfelder. Gewissheit:
/// beobachtet.
///
/// Schema: Typ `WertType`
public struct Wert: XMLComplex {
    /// Der Code. Gewissheit: beobachtet.
    public var code: String
    /// Der Name. Gewissheit: beobachtet.
    public var name: String
    /// Hilfe zum Wert. Gewissheit: abgeleitet.
    public var hilfe: String?
    public init(code: String, name: String, hilfe: String? = nil) {
        self.code = code
        self.name = name
        self.hilfe = hilfe
    }
    public static let xml = XMLTable(Self.self, "WertType", in: nsXdf) {
        $0.element("code", \.code)
        $0.element("name", \.name)
        $0.element("hilfe", \.hilfe)
    }
}

/// Inhalt, dessen Bau unbekannt ist; alles wird geduldet. Gewissheit: vermutet.
///
/// Schema: Typ `OffenType`
public struct Offen: XMLComplex {
    public var content: XMLMixedContent
    public var weitereAttribute: XMLForeignAttributes
    public init(
        content: XMLMixedContent = XMLMixedContent(),
        weitereAttribute: XMLForeignAttributes = XMLForeignAttributes()
    ) {
        self.content = content
        self.weitereAttribute = weitereAttribute
    }
    public static let xml = XMLTable(Self.self, "OffenType", in: nsXdf) {
        $0.mixed(\.content, of: Offen.Elemente.self)
        $0.anyAttribute(\.weitereAttribute)
    }

    /// Schema: Elemente zwischen dem Text
    public struct Elemente: XMLComplex {
        public var weitereElemente: [XMLAnyElement]
        public init(weitereElemente: [XMLAnyElement] = []) {
            self.weitereElemente = weitereElemente
        }
        public static let xml = XMLTable(Self.self, in: nsXdf) {
            $0.any(\.weitereElemente)
        }
    }
}

/// Hülle um genau ein Element. Gewissheit: beobachtet.
///
/// Schema: Typ `EnthaeltType`
public struct Enthaelt: XMLComplex {
    public var auswahl: Enthaelt.Auswahl
    public init(auswahl: Enthaelt.Auswahl) {
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "EnthaeltType", in: nsXdf) {
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Eine Gruppe. Gewissheit: beobachtet.
        indirect case datenfeldgruppe(Datenfeldgruppe)
        /// Ein Feld. Gewissheit: beobachtet.
        indirect case datenfeld(Datenfeld)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("datenfeldgruppe", { .datenfeldgruppe($0) }) { if case .datenfeldgruppe(let value) = $0 { value } else { nil } }
            $0.element("datenfeld", { .datenfeld($0) }) { if case .datenfeld(let value) = $0 { value } else { nil } }
        }
    }
}
