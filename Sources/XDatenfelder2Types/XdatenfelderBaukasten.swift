// Made by `xoev generate swift --schema xdatenfelder.xsd`. Do not edit: make it again instead.
// xdatenfelder-baukasten.xsd sha256:29cc29dec75d08b9ce459e79f38cc94c7e0e9d41a49e608bdd98e04a142bbbec
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
    /// Name für die Redaktion. Gewissheit: beobachtet.
    public var name: String
    /// Bezeichnung bei der Eingabe. Gewissheit: beobachtet.
    public var bezeichnungEingabe: String
    /// Bezeichnung bei der Ausgabe. Gewissheit: beobachtet.
    public var bezeichnungAusgabe: String?
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung; bei Regeln der Text der Regel. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild; mehrere durch Semikolon getrennt. Gewissheit: beobachtet.
    public var bezug: String?
    /// Status. Gewissheit: beobachtet.
    public var status: CodeStatus
    public var auswahl: Datenfeld.Auswahl {
        get { _auswahl.value }
        _modify { yield &_auswahl.value }
    }
    var _auswahl: XMLIndirect<Datenfeld.Auswahl>
    /// Abstrakt, harmonisiert oder rechtsnormgebunden. Gewissheit: beobachtet.
    public var schemaelementart: CodeSchemaelementart
    /// Hilfe bei der Eingabe. Gewissheit: beobachtet.
    public var hilfetextEingabe: String?
    /// Hilfe bei der Ausgabe. Gewissheit: beobachtet.
    public var hilfetextAusgabe: String?
    /// Eingabe, Auswahl oder statischer Text. Gewissheit: beobachtet.
    public var feldart: CodeFeldart
    /// Datentyp. Gewissheit: beobachtet.
    public var datentyp: CodeDatentyp
    /// Grenzen als JSON-Text mit minLength, maxLength, minValue, maxValue, pattern; alle Werte sind Zeichenketten.
    /// Gewissheit: beobachtet.
    public var praezisierung: String?
    /// Vorgabe oder Text eines statischen Feldes. Gewissheit: beobachtet.
    public var inhalt: String?
    /// Codeliste einer Auswahl. Gewissheit: beobachtet.
    public var codelisteReferenz: CodelisteReferenz? {
        get { _codelisteReferenz?.value }
        set { _codelisteReferenz = newValue.map { XMLIndirect($0) } }
    }
    var _codelisteReferenz: XMLIndirect<CodelisteReferenz>?
    /// Regeln des Feldes. Gewissheit: beobachtet.
    public var regel: [Regel]
    public init(
        identifikation: Identifikation,
        name: String,
        bezeichnungEingabe: String,
        bezeichnungAusgabe: String? = nil,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: String? = nil,
        status: CodeStatus,
        auswahl: Datenfeld.Auswahl,
        schemaelementart: CodeSchemaelementart,
        hilfetextEingabe: String? = nil,
        hilfetextAusgabe: String? = nil,
        feldart: CodeFeldart,
        datentyp: CodeDatentyp,
        praezisierung: String? = nil,
        inhalt: String? = nil,
        codelisteReferenz: CodelisteReferenz? = nil,
        regel: [Regel] = []
    ) {
        self.identifikation = identifikation
        self.name = name
        self.bezeichnungEingabe = bezeichnungEingabe
        self.bezeichnungAusgabe = bezeichnungAusgabe
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.status = status
        self._auswahl = XMLIndirect(auswahl)
        self.schemaelementart = schemaelementart
        self.hilfetextEingabe = hilfetextEingabe
        self.hilfetextAusgabe = hilfetextAusgabe
        self.feldart = feldart
        self.datentyp = datentyp
        self.praezisierung = praezisierung
        self.inhalt = inhalt
        self._codelisteReferenz = codelisteReferenz.map { XMLIndirect($0) }
        self.regel = regel
    }
    public static let xml = XMLTable(Self.self, "DatenfeldType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("bezeichnungEingabe", \.bezeichnungEingabe)
        $0.element("bezeichnungAusgabe", \.bezeichnungAusgabe)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("status", \.status)
        $0.group(\._auswahl)
        $0.element("schemaelementart", \.schemaelementart)
        $0.element("hilfetextEingabe", \.hilfetextEingabe)
        $0.element("hilfetextAusgabe", \.hilfetextAusgabe)
        $0.element("feldart", \.feldart)
        $0.element("datentyp", \.datentyp)
        $0.element("praezisierung", \.praezisierung)
        $0.element("inhalt", \.inhalt)
        $0.element("codelisteReferenz", \._codelisteReferenz)
        $0.element("regel", \.regel)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gruppe(Datenfeld.Auswahl.Gruppe)
        case fachlicherErstellerGruppe(Datenfeld.Auswahl.FachlicherErstellerGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gruppe($0) }) { if case .gruppe(let value) = $0 { value } else { nil } }
            $0.group({ .fachlicherErstellerGruppe($0) }) { if case .fachlicherErstellerGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct Gruppe: XMLComplex {
            public var auswahl2: Datenfeld.Auswahl.Gruppe.Auswahl2
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            public init(
                auswahl2: Datenfeld.Auswahl.Gruppe.Auswahl2,
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil
            ) {
                self.auswahl2 = auswahl2
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.group(\.auswahl2)
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
            }

            /// Schema: Auswahl
            public enum Auswahl2: XMLChoice {
                case gueltigAbGruppe(Datenfeld.Auswahl.Gruppe.Auswahl2.GueltigAbGruppe)
                /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                case gueltigBis(DatumOderLeer)
                public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
                    $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
                    $0.element("gueltigBis", { .gueltigBis($0) }) { if case .gueltigBis(let value) = $0 { value } else { nil } }
                }

                /// Schema: Gruppe
                public struct GueltigAbGruppe: XMLComplex {
                    /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet.
                    /// Gewissheit: beobachtet.
                    public var gueltigAb: DatumOderLeer
                    /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                    public var gueltigBis: DatumOderLeer? {
                        get { _gueltigBis?.value }
                        set { _gueltigBis = newValue.map { XMLIndirect($0) } }
                    }
                    var _gueltigBis: XMLIndirect<DatumOderLeer>?
                    public init(gueltigAb: DatumOderLeer, gueltigBis: DatumOderLeer? = nil) {
                        self.gueltigAb = gueltigAb
                        self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
                    }
                    public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                        $0.element("gueltigAb", \.gueltigAb)
                        $0.element("gueltigBis", \._gueltigBis)
                    }
                }
            }
        }

        /// Schema: Gruppe
        public struct FachlicherErstellerGruppe: XMLComplex {
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet. Gewissheit:
            /// beobachtet.
            public var gueltigAb: DatumOderLeer? {
                get { _gueltigAb?.value }
                set { _gueltigAb = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigAb: XMLIndirect<DatumOderLeer>?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: DatumOderLeer? {
                get { _gueltigBis?.value }
                set { _gueltigBis = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigBis: XMLIndirect<DatumOderLeer>?
            public init(
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil,
                gueltigAb: DatumOderLeer? = nil,
                gueltigBis: DatumOderLeer? = nil
            ) {
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
                self._gueltigAb = gueltigAb.map { XMLIndirect($0) }
                self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
                $0.element("gueltigAb", \._gueltigAb)
                $0.element("gueltigBis", \._gueltigBis)
            }
        }
    }
}

/// Gruppe von Feldern. Gewissheit: beobachtet.
///
/// Schema: Typ `DatenfeldgruppeType`
public struct Datenfeldgruppe: XMLComplex {
    /// Kennung und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name für die Redaktion. Gewissheit: beobachtet.
    public var name: String
    /// Bezeichnung bei der Eingabe. Gewissheit: beobachtet.
    public var bezeichnungEingabe: String
    /// Bezeichnung bei der Ausgabe. Gewissheit: beobachtet.
    public var bezeichnungAusgabe: String?
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung; bei Regeln der Text der Regel. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild; mehrere durch Semikolon getrennt. Gewissheit: beobachtet.
    public var bezug: String?
    /// Status. Gewissheit: beobachtet.
    public var status: CodeStatus
    public var auswahl: Datenfeldgruppe.Auswahl {
        get { _auswahl.value }
        _modify { yield &_auswahl.value }
    }
    var _auswahl: XMLIndirect<Datenfeldgruppe.Auswahl>
    /// Abstrakt, harmonisiert oder rechtsnormgebunden. Gewissheit: beobachtet.
    public var schemaelementart: CodeSchemaelementart
    /// Hilfe bei der Eingabe. Gewissheit: beobachtet.
    public var hilfetextEingabe: String?
    /// Hilfe bei der Ausgabe. Gewissheit: beobachtet.
    public var hilfetextAusgabe: String?
    /// Regeln der Gruppe. Gewissheit: beobachtet.
    public var regel: [Regel]
    /// Die Felder und Gruppen darin. Gewissheit: beobachtet.
    public var struktur: [Struktur]
    public init(
        identifikation: Identifikation,
        name: String,
        bezeichnungEingabe: String,
        bezeichnungAusgabe: String? = nil,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: String? = nil,
        status: CodeStatus,
        auswahl: Datenfeldgruppe.Auswahl,
        schemaelementart: CodeSchemaelementart,
        hilfetextEingabe: String? = nil,
        hilfetextAusgabe: String? = nil,
        regel: [Regel] = [],
        struktur: [Struktur] = []
    ) {
        self.identifikation = identifikation
        self.name = name
        self.bezeichnungEingabe = bezeichnungEingabe
        self.bezeichnungAusgabe = bezeichnungAusgabe
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.status = status
        self._auswahl = XMLIndirect(auswahl)
        self.schemaelementart = schemaelementart
        self.hilfetextEingabe = hilfetextEingabe
        self.hilfetextAusgabe = hilfetextAusgabe
        self.regel = regel
        self.struktur = struktur
    }
    public static let xml = XMLTable(Self.self, "DatenfeldgruppeType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("bezeichnungEingabe", \.bezeichnungEingabe)
        $0.element("bezeichnungAusgabe", \.bezeichnungAusgabe)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("status", \.status)
        $0.group(\._auswahl)
        $0.element("schemaelementart", \.schemaelementart)
        $0.element("hilfetextEingabe", \.hilfetextEingabe)
        $0.element("hilfetextAusgabe", \.hilfetextAusgabe)
        $0.element("regel", \.regel)
        $0.element("struktur", \.struktur)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gruppe(Datenfeldgruppe.Auswahl.Gruppe)
        case fachlicherErstellerGruppe(Datenfeldgruppe.Auswahl.FachlicherErstellerGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gruppe($0) }) { if case .gruppe(let value) = $0 { value } else { nil } }
            $0.group({ .fachlicherErstellerGruppe($0) }) { if case .fachlicherErstellerGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct Gruppe: XMLComplex {
            public var auswahl2: Datenfeldgruppe.Auswahl.Gruppe.Auswahl2
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            public init(
                auswahl2: Datenfeldgruppe.Auswahl.Gruppe.Auswahl2,
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil
            ) {
                self.auswahl2 = auswahl2
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.group(\.auswahl2)
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
            }

            /// Schema: Auswahl
            public enum Auswahl2: XMLChoice {
                case gueltigAbGruppe(Datenfeldgruppe.Auswahl.Gruppe.Auswahl2.GueltigAbGruppe)
                /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                case gueltigBis(DatumOderLeer)
                public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
                    $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
                    $0.element("gueltigBis", { .gueltigBis($0) }) { if case .gueltigBis(let value) = $0 { value } else { nil } }
                }

                /// Schema: Gruppe
                public struct GueltigAbGruppe: XMLComplex {
                    /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet.
                    /// Gewissheit: beobachtet.
                    public var gueltigAb: DatumOderLeer
                    /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                    public var gueltigBis: DatumOderLeer? {
                        get { _gueltigBis?.value }
                        set { _gueltigBis = newValue.map { XMLIndirect($0) } }
                    }
                    var _gueltigBis: XMLIndirect<DatumOderLeer>?
                    public init(gueltigAb: DatumOderLeer, gueltigBis: DatumOderLeer? = nil) {
                        self.gueltigAb = gueltigAb
                        self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
                    }
                    public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                        $0.element("gueltigAb", \.gueltigAb)
                        $0.element("gueltigBis", \._gueltigBis)
                    }
                }
            }
        }

        /// Schema: Gruppe
        public struct FachlicherErstellerGruppe: XMLComplex {
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet. Gewissheit:
            /// beobachtet.
            public var gueltigAb: DatumOderLeer? {
                get { _gueltigAb?.value }
                set { _gueltigAb = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigAb: XMLIndirect<DatumOderLeer>?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: DatumOderLeer? {
                get { _gueltigBis?.value }
                set { _gueltigBis = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigBis: XMLIndirect<DatumOderLeer>?
            public init(
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil,
                gueltigAb: DatumOderLeer? = nil,
                gueltigBis: DatumOderLeer? = nil
            ) {
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
                self._gueltigAb = gueltigAb.map { XMLIndirect($0) }
                self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
                $0.element("gueltigAb", \._gueltigAb)
                $0.element("gueltigBis", \._gueltigBis)
            }
        }
    }
}

/// Steckbrief eines Dokuments. Keine Datei lag vor; die Reihenfolge der eigenen Elemente ist daher frei, und Fremdes
/// wird geduldet. Gewissheit: vermutet.
///
/// Schema: Typ `DokumentensteckbriefType`
public struct Dokumentensteckbrief: XMLComplex {
    /// Kennung und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name für die Redaktion. Gewissheit: beobachtet.
    public var name: String
    /// Bezeichnung bei der Eingabe. Gewissheit: beobachtet.
    public var bezeichnungEingabe: String
    /// Bezeichnung bei der Ausgabe. Gewissheit: beobachtet.
    public var bezeichnungAusgabe: String?
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung; bei Regeln der Text der Regel. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild; mehrere durch Semikolon getrennt. Gewissheit: beobachtet.
    public var bezug: String?
    /// Status. Gewissheit: beobachtet.
    public var status: CodeStatus
    public var auswahl: Dokumentensteckbrief.Auswahl {
        get { _auswahl.value }
        _modify { yield &_auswahl.value }
    }
    var _auswahl: XMLIndirect<Dokumentensteckbrief.Auswahl>
    public var auswahl2: [Dokumentensteckbrief.Auswahl2]
    public init(
        identifikation: Identifikation,
        name: String,
        bezeichnungEingabe: String,
        bezeichnungAusgabe: String? = nil,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: String? = nil,
        status: CodeStatus,
        auswahl: Dokumentensteckbrief.Auswahl,
        auswahl2: [Dokumentensteckbrief.Auswahl2] = []
    ) {
        self.identifikation = identifikation
        self.name = name
        self.bezeichnungEingabe = bezeichnungEingabe
        self.bezeichnungAusgabe = bezeichnungAusgabe
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.status = status
        self._auswahl = XMLIndirect(auswahl)
        self.auswahl2 = auswahl2
    }
    public static let xml = XMLTable(Self.self, "DokumentensteckbriefType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("bezeichnungEingabe", \.bezeichnungEingabe)
        $0.element("bezeichnungAusgabe", \.bezeichnungAusgabe)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("status", \.status)
        $0.group(\._auswahl)
        $0.group(\.auswahl2)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gruppe(Dokumentensteckbrief.Auswahl.Gruppe)
        case fachlicherErstellerGruppe(Dokumentensteckbrief.Auswahl.FachlicherErstellerGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gruppe($0) }) { if case .gruppe(let value) = $0 { value } else { nil } }
            $0.group({ .fachlicherErstellerGruppe($0) }) { if case .fachlicherErstellerGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct Gruppe: XMLComplex {
            public var auswahl2: Dokumentensteckbrief.Auswahl.Gruppe.Auswahl2
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            public init(
                auswahl2: Dokumentensteckbrief.Auswahl.Gruppe.Auswahl2,
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil
            ) {
                self.auswahl2 = auswahl2
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.group(\.auswahl2)
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
            }

            /// Schema: Auswahl
            public enum Auswahl2: XMLChoice {
                case gueltigAbGruppe(Dokumentensteckbrief.Auswahl.Gruppe.Auswahl2.GueltigAbGruppe)
                /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                case gueltigBis(DatumOderLeer)
                public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
                    $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
                    $0.element("gueltigBis", { .gueltigBis($0) }) { if case .gueltigBis(let value) = $0 { value } else { nil } }
                }

                /// Schema: Gruppe
                public struct GueltigAbGruppe: XMLComplex {
                    /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet.
                    /// Gewissheit: beobachtet.
                    public var gueltigAb: DatumOderLeer
                    /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                    public var gueltigBis: DatumOderLeer? {
                        get { _gueltigBis?.value }
                        set { _gueltigBis = newValue.map { XMLIndirect($0) } }
                    }
                    var _gueltigBis: XMLIndirect<DatumOderLeer>?
                    public init(gueltigAb: DatumOderLeer, gueltigBis: DatumOderLeer? = nil) {
                        self.gueltigAb = gueltigAb
                        self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
                    }
                    public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                        $0.element("gueltigAb", \.gueltigAb)
                        $0.element("gueltigBis", \._gueltigBis)
                    }
                }
            }
        }

        /// Schema: Gruppe
        public struct FachlicherErstellerGruppe: XMLComplex {
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet. Gewissheit:
            /// beobachtet.
            public var gueltigAb: DatumOderLeer? {
                get { _gueltigAb?.value }
                set { _gueltigAb = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigAb: XMLIndirect<DatumOderLeer>?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: DatumOderLeer? {
                get { _gueltigBis?.value }
                set { _gueltigBis = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigBis: XMLIndirect<DatumOderLeer>?
            public init(
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil,
                gueltigAb: DatumOderLeer? = nil,
                gueltigBis: DatumOderLeer? = nil
            ) {
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
                self._gueltigAb = gueltigAb.map { XMLIndirect($0) }
                self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
                $0.element("gueltigAb", \._gueltigAb)
                $0.element("gueltigBis", \._gueltigBis)
            }
        }
    }

    /// Schema: Auswahl
    public enum Auswahl2: XMLChoice {
        /// Ob der Steckbrief eine Referenz ist. Gewissheit: vermutet.
        case isReferenz(Bool)
        /// Art des Dokuments. Gewissheit: abgeleitet.
        case dokumentart(CodeDokumentart)
        /// Hilfe zum Dokument. Gewissheit: abgeleitet.
        case hilfetext(String)
        case weiteresElement(XMLAnyElement)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.element("isReferenz", { .isReferenz($0) }) { if case .isReferenz(let value) = $0 { value } else { nil } }
            $0.element("dokumentart", { .dokumentart($0) }) { if case .dokumentart(let value) = $0 { value } else { nil } }
            $0.element("hilfetext", { .hilfetext($0) }) { if case .hilfetext(let value) = $0 { value } else { nil } }
            $0.any({ .weiteresElement($0) }, .other(than: "urn:xoev-de:fim:standard:xdatenfelder_2")) { if case .weiteresElement(let value) = $0 { value } else { nil } }
        }
    }
}

/// Datenschema eines Formulars. Gewissheit: beobachtet.
///
/// Schema: Typ `StammdatenschemaType`
public struct Stammdatenschema: XMLComplex {
    /// Kennung und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name für die Redaktion. Gewissheit: beobachtet.
    public var name: String
    /// Bezeichnung bei der Eingabe. Gewissheit: beobachtet.
    public var bezeichnungEingabe: String
    /// Bezeichnung bei der Ausgabe. Gewissheit: beobachtet.
    public var bezeichnungAusgabe: String?
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung; bei Regeln der Text der Regel. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild; mehrere durch Semikolon getrennt. Gewissheit: beobachtet.
    public var bezug: String?
    /// Status. Gewissheit: beobachtet.
    public var status: CodeStatus
    public var auswahl: Stammdatenschema.Auswahl {
        get { _auswahl.value }
        _modify { yield &_auswahl.value }
    }
    var _auswahl: XMLIndirect<Stammdatenschema.Auswahl>
    /// Hilfe zum ganzen Formular. Gewissheit: beobachtet.
    public var hilfetext: String?
    /// Was Ableitungen am Bau ändern dürfen. Gewissheit: beobachtet.
    public var ableitungsmodifikationenStruktur: CodeAbleitungsmodifikationenStruktur
    /// Was Ableitungen an der Darstellung ändern dürfen. Gewissheit: beobachtet.
    public var ableitungsmodifikationenRepraesentation: CodeAbleitungsmodifikationenRepraesentation
    /// Regeln auf der Ebene des Formulars. Gewissheit: beobachtet.
    public var regel: [Regel]
    /// Die Felder und Gruppen; in 2.0 darf keine vorkommen. Gewissheit: beobachtet.
    public var struktur: [Struktur]
    public init(
        identifikation: Identifikation,
        name: String,
        bezeichnungEingabe: String,
        bezeichnungAusgabe: String? = nil,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: String? = nil,
        status: CodeStatus,
        auswahl: Stammdatenschema.Auswahl,
        hilfetext: String? = nil,
        ableitungsmodifikationenStruktur: CodeAbleitungsmodifikationenStruktur,
        ableitungsmodifikationenRepraesentation: CodeAbleitungsmodifikationenRepraesentation,
        regel: [Regel] = [],
        struktur: [Struktur] = []
    ) {
        self.identifikation = identifikation
        self.name = name
        self.bezeichnungEingabe = bezeichnungEingabe
        self.bezeichnungAusgabe = bezeichnungAusgabe
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.status = status
        self._auswahl = XMLIndirect(auswahl)
        self.hilfetext = hilfetext
        self.ableitungsmodifikationenStruktur = ableitungsmodifikationenStruktur
        self.ableitungsmodifikationenRepraesentation = ableitungsmodifikationenRepraesentation
        self.regel = regel
        self.struktur = struktur
    }
    public static let xml = XMLTable(Self.self, "StammdatenschemaType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("bezeichnungEingabe", \.bezeichnungEingabe)
        $0.element("bezeichnungAusgabe", \.bezeichnungAusgabe)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("status", \.status)
        $0.group(\._auswahl)
        $0.element("hilfetext", \.hilfetext)
        $0.element("ableitungsmodifikationenStruktur", \.ableitungsmodifikationenStruktur)
        $0.element("ableitungsmodifikationenRepraesentation", \.ableitungsmodifikationenRepraesentation)
        $0.element("regel", \.regel)
        $0.element("struktur", \.struktur)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gruppe(Stammdatenschema.Auswahl.Gruppe)
        case fachlicherErstellerGruppe(Stammdatenschema.Auswahl.FachlicherErstellerGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gruppe($0) }) { if case .gruppe(let value) = $0 { value } else { nil } }
            $0.group({ .fachlicherErstellerGruppe($0) }) { if case .fachlicherErstellerGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct Gruppe: XMLComplex {
            public var auswahl2: Stammdatenschema.Auswahl.Gruppe.Auswahl2
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            public init(
                auswahl2: Stammdatenschema.Auswahl.Gruppe.Auswahl2,
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil
            ) {
                self.auswahl2 = auswahl2
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.group(\.auswahl2)
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
            }

            /// Schema: Auswahl
            public enum Auswahl2: XMLChoice {
                case gueltigAbGruppe(Stammdatenschema.Auswahl.Gruppe.Auswahl2.GueltigAbGruppe)
                /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                case gueltigBis(DatumOderLeer)
                public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
                    $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
                    $0.element("gueltigBis", { .gueltigBis($0) }) { if case .gueltigBis(let value) = $0 { value } else { nil } }
                }

                /// Schema: Gruppe
                public struct GueltigAbGruppe: XMLComplex {
                    /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet.
                    /// Gewissheit: beobachtet.
                    public var gueltigAb: DatumOderLeer
                    /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                    public var gueltigBis: DatumOderLeer? {
                        get { _gueltigBis?.value }
                        set { _gueltigBis = newValue.map { XMLIndirect($0) } }
                    }
                    var _gueltigBis: XMLIndirect<DatumOderLeer>?
                    public init(gueltigAb: DatumOderLeer, gueltigBis: DatumOderLeer? = nil) {
                        self.gueltigAb = gueltigAb
                        self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
                    }
                    public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                        $0.element("gueltigAb", \.gueltigAb)
                        $0.element("gueltigBis", \._gueltigBis)
                    }
                }
            }
        }

        /// Schema: Gruppe
        public struct FachlicherErstellerGruppe: XMLComplex {
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet. Gewissheit:
            /// beobachtet.
            public var gueltigAb: DatumOderLeer? {
                get { _gueltigAb?.value }
                set { _gueltigAb = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigAb: XMLIndirect<DatumOderLeer>?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: DatumOderLeer? {
                get { _gueltigBis?.value }
                set { _gueltigBis = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigBis: XMLIndirect<DatumOderLeer>?
            public init(
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil,
                gueltigAb: DatumOderLeer? = nil,
                gueltigBis: DatumOderLeer? = nil
            ) {
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
                self._gueltigAb = gueltigAb.map { XMLIndirect($0) }
                self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
                $0.element("gueltigAb", \._gueltigAb)
                $0.element("gueltigBis", \._gueltigBis)
            }
        }
    }
}

/// Kennung und Version eines Elements. Beides zusammen ist seine Identität. Gewissheit: beobachtet.
///
/// Schema: Typ `IdentifikationType`
public struct Identifikation: XMLComplex {
    /// Kennung: ein Buchstabe und Ziffern, nach der Regel des Bausteins acht (zwei für den Nummernkreis). Die Form ist
    /// hier nicht festgelegt, weil Dateien mit kürzeren Kennungen verbreitet sind. Gewissheit: beobachtet.
    public var id: NichtLeer
    /// Version x.y; fehlt sie, ist es eine Arbeitskopie. Gewissheit: beobachtet.
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

/// Verweis auf eine Codeliste; sie liegt als eigene Datei bei. Gewissheit: beobachtet.
///
/// Schema: Typ `CodelisteReferenzType`
public struct CodelisteReferenz: XMLComplex {
    /// Kennung im Baustein, C und Ziffern. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Kennung der Liste nach genericode. Gewissheit: beobachtet.
    public var genericodeIdentification: GenericodeIdentification? {
        get { _genericodeIdentification?.value }
        set { _genericodeIdentification = newValue.map { XMLIndirect($0) } }
    }
    var _genericodeIdentification: XMLIndirect<GenericodeIdentification>?
    public init(
        identifikation: Identifikation,
        genericodeIdentification: GenericodeIdentification? = nil
    ) {
        self.identifikation = identifikation
        self._genericodeIdentification = genericodeIdentification.map { XMLIndirect($0) }
    }
    public static let xml = XMLTable(Self.self, "CodelisteReferenzType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("genericodeIdentification", \._genericodeIdentification)
    }
}

/// Regel über Felder und Gruppen. Gewissheit: beobachtet.
///
/// Schema: Typ `RegelType`
public struct Regel: XMLComplex {
    /// Kennung und Version. Gewissheit: beobachtet.
    public var identifikation: Identifikation
    /// Name für die Redaktion. Gewissheit: beobachtet.
    public var name: String
    /// Bezeichnung bei der Eingabe. Gewissheit: beobachtet.
    public var bezeichnungEingabe: String
    /// Bezeichnung bei der Ausgabe. Gewissheit: beobachtet.
    public var bezeichnungAusgabe: String?
    /// Beschreibung für die Redaktion. Gewissheit: beobachtet.
    public var beschreibung: String?
    /// Begriffsbestimmung; bei Regeln der Text der Regel. Gewissheit: beobachtet.
    public var definition: String?
    /// Rechtsgrundlage oder Vorbild; mehrere durch Semikolon getrennt. Gewissheit: beobachtet.
    public var bezug: String?
    /// Status. Gewissheit: beobachtet.
    public var status: CodeStatus
    public var auswahl: Regel.Auswahl {
        get { _auswahl.value }
        _modify { yield &_auswahl.value }
    }
    var _auswahl: XMLIndirect<Regel.Auswahl>
    /// Skript der Regel; meist die leere Vorlage. Gewissheit: beobachtet.
    public var script: String?
    public init(
        identifikation: Identifikation,
        name: String,
        bezeichnungEingabe: String,
        bezeichnungAusgabe: String? = nil,
        beschreibung: String? = nil,
        definition: String? = nil,
        bezug: String? = nil,
        status: CodeStatus,
        auswahl: Regel.Auswahl,
        script: String? = nil
    ) {
        self.identifikation = identifikation
        self.name = name
        self.bezeichnungEingabe = bezeichnungEingabe
        self.bezeichnungAusgabe = bezeichnungAusgabe
        self.beschreibung = beschreibung
        self.definition = definition
        self.bezug = bezug
        self.status = status
        self._auswahl = XMLIndirect(auswahl)
        self.script = script
    }
    public static let xml = XMLTable(Self.self, "RegelType", in: nsXdf) {
        $0.element("identifikation", \.identifikation)
        $0.element("name", \.name)
        $0.element("bezeichnungEingabe", \.bezeichnungEingabe)
        $0.element("bezeichnungAusgabe", \.bezeichnungAusgabe)
        $0.element("beschreibung", \.beschreibung)
        $0.element("definition", \.definition)
        $0.element("bezug", \.bezug)
        $0.element("status", \.status)
        $0.group(\._auswahl)
        $0.element("script", \.script)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        indirect case gruppe(Regel.Auswahl.Gruppe)
        case fachlicherErstellerGruppe(Regel.Auswahl.FachlicherErstellerGruppe)
        public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
            $0.group({ .gruppe($0) }) { if case .gruppe(let value) = $0 { value } else { nil } }
            $0.group({ .fachlicherErstellerGruppe($0) }) { if case .fachlicherErstellerGruppe(let value) = $0 { value } else { nil } }
        }

        /// Schema: Gruppe
        public struct Gruppe: XMLComplex {
            public var auswahl2: Regel.Auswahl.Gruppe.Auswahl2
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            public init(
                auswahl2: Regel.Auswahl.Gruppe.Auswahl2,
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil
            ) {
                self.auswahl2 = auswahl2
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.group(\.auswahl2)
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
            }

            /// Schema: Auswahl
            public enum Auswahl2: XMLChoice {
                case gueltigAbGruppe(Regel.Auswahl.Gruppe.Auswahl2.GueltigAbGruppe)
                /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                case gueltigBis(DatumOderLeer)
                public static let xml = XMLChoiceTable(Self.self, in: nsXdf) {
                    $0.group({ .gueltigAbGruppe($0) }) { if case .gueltigAbGruppe(let value) = $0 { value } else { nil } }
                    $0.element("gueltigBis", { .gueltigBis($0) }) { if case .gueltigBis(let value) = $0 { value } else { nil } }
                }

                /// Schema: Gruppe
                public struct GueltigAbGruppe: XMLComplex {
                    /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet.
                    /// Gewissheit: beobachtet.
                    public var gueltigAb: DatumOderLeer
                    /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
                    public var gueltigBis: DatumOderLeer? {
                        get { _gueltigBis?.value }
                        set { _gueltigBis = newValue.map { XMLIndirect($0) } }
                    }
                    var _gueltigBis: XMLIndirect<DatumOderLeer>?
                    public init(gueltigAb: DatumOderLeer, gueltigBis: DatumOderLeer? = nil) {
                        self.gueltigAb = gueltigAb
                        self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
                    }
                    public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                        $0.element("gueltigAb", \.gueltigAb)
                        $0.element("gueltigBis", \._gueltigBis)
                    }
                }
            }
        }

        /// Schema: Gruppe
        public struct FachlicherErstellerGruppe: XMLComplex {
            /// Wer das Element fachlich verantwortet; kann leer sein. Gewissheit: beobachtet.
            public var fachlicherErsteller: String
            /// Was sich in dieser Version geändert hat. Gewissheit: beobachtet.
            public var versionshinweis: String?
            /// Tag der fachlichen Freigabe. Gewissheit: beobachtet.
            public var freigabedatum: DatumOderLeer? {
                get { _freigabedatum?.value }
                set { _freigabedatum = newValue.map { XMLIndirect($0) } }
            }
            var _freigabedatum: XMLIndirect<DatumOderLeer>?
            /// Tag der Veröffentlichung. Gewissheit: beobachtet.
            public var veroeffentlichungsdatum: DatumOderLeer? {
                get { _veroeffentlichungsdatum?.value }
                set { _veroeffentlichungsdatum = newValue.map { XMLIndirect($0) } }
            }
            var _veroeffentlichungsdatum: XMLIndirect<DatumOderLeer>?
            /// Gültig ab diesem Tag. Vor fachlicherErsteller oder nach veroeffentlichungsdatum beobachtet. Gewissheit:
            /// beobachtet.
            public var gueltigAb: DatumOderLeer? {
                get { _gueltigAb?.value }
                set { _gueltigAb = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigAb: XMLIndirect<DatumOderLeer>?
            /// Gültig bis zu diesem Tag. Gewissheit: beobachtet.
            public var gueltigBis: DatumOderLeer? {
                get { _gueltigBis?.value }
                set { _gueltigBis = newValue.map { XMLIndirect($0) } }
            }
            var _gueltigBis: XMLIndirect<DatumOderLeer>?
            public init(
                fachlicherErsteller: String,
                versionshinweis: String? = nil,
                freigabedatum: DatumOderLeer? = nil,
                veroeffentlichungsdatum: DatumOderLeer? = nil,
                gueltigAb: DatumOderLeer? = nil,
                gueltigBis: DatumOderLeer? = nil
            ) {
                self.fachlicherErsteller = fachlicherErsteller
                self.versionshinweis = versionshinweis
                self._freigabedatum = freigabedatum.map { XMLIndirect($0) }
                self._veroeffentlichungsdatum = veroeffentlichungsdatum.map { XMLIndirect($0) }
                self._gueltigAb = gueltigAb.map { XMLIndirect($0) }
                self._gueltigBis = gueltigBis.map { XMLIndirect($0) }
            }
            public static let xml = XMLTable(Self.self, in: nsXdf, group: true) {
                $0.element("fachlicherErsteller", \.fachlicherErsteller)
                $0.element("versionshinweis", \.versionshinweis)
                $0.element("freigabedatum", \._freigabedatum)
                $0.element("veroeffentlichungsdatum", \._veroeffentlichungsdatum)
                $0.element("gueltigAb", \._gueltigAb)
                $0.element("gueltigBis", \._gueltigBis)
            }
        }
    }
}

/// Stelle, an der ein Element steht. Gewissheit: beobachtet.
///
/// Schema: Typ `StrukturType`
public struct Struktur: XMLComplex {
    /// Wie oft es vorkommt, min:max; max kann * sein. Die Form prüft die Qualitätsprüfung. Gewissheit: beobachtet.
    public var anzahl: String
    /// Rechtsgrundlage für diese Verwendung. Gewissheit: beobachtet.
    public var bezug: String?
    /// Das Element. Gewissheit: beobachtet.
    public var enthaelt: Enthaelt
    public init(anzahl: String, bezug: String? = nil, enthaelt: Enthaelt) {
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

/// Kennung einer Liste nach genericode. Gewissheit: beobachtet.
///
/// Schema: Typ `GenericodeIdentificationType`
public struct GenericodeIdentification: XMLComplex {
    /// Kennung der Liste ohne Version. Gewissheit: beobachtet.
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
    public static let xml = XMLTable(Self.self, "GenericodeIdentificationType", in: nsXdf) {
        $0.element("canonicalIdentification", \.canonicalIdentification, token: true)
        $0.element("version", \.version, token: true)
        $0.element("canonicalVersionUri", \.canonicalVersionUri, token: true)
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
