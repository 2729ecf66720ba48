// Made by `xoev generate swift --schema xzufi.xsd`. Do not edit: make it again instead.
// xzufi-nachrichten.xsd sha256:53e580d136d4e019f9ee92408a084e556f5ffe69d5bcde4bca4de1792a219844
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Nachricht, von der nur Name und Kopf bekannt sind. Objekte darin werden geprüft, wo sie mit ihrem Namen stehen.
/// Gewissheit: vermutet.
///
/// Schema: Typ `NachrichtOffen`
public struct NachrichtOffen: XMLComplex {
    /// Kopf der Nachricht. Gewissheit: beobachtet.
    public var nachrichtenkopf: Nachrichtenkopf {
        get { _nachrichtenkopf.value }
        _modify { yield &_nachrichtenkopf.value }
    }
    var _nachrichtenkopf: XMLIndirect<Nachrichtenkopf>
    public var weitereElemente: [XMLAnyElement]
    /// Erzeugendes Programm. Gewissheit: beobachtet.
    public var produktbezeichnung: String?
    /// Hersteller des Programms. Gewissheit: beobachtet.
    public var produkthersteller: String?
    /// Version des Programms. Gewissheit: beobachtet.
    public var produktversion: String?
    /// Version von XZuFi. Gewissheit: beobachtet.
    public var xzufiVersion: XzufiVersion?
    public init(
        nachrichtenkopf: Nachrichtenkopf,
        weitereElemente: [XMLAnyElement] = [],
        produktbezeichnung: String? = nil,
        produkthersteller: String? = nil,
        produktversion: String? = nil,
        xzufiVersion: XzufiVersion? = nil
    ) {
        self._nachrichtenkopf = XMLIndirect(nachrichtenkopf)
        self.weitereElemente = weitereElemente
        self.produktbezeichnung = produktbezeichnung
        self.produkthersteller = produkthersteller
        self.produktversion = produktversion
        self.xzufiVersion = xzufiVersion
    }
    public static let rootNames = [nsXzufi.name("leistungen.antwort.leistung.040104"), nsXzufi.name("zustaendigkeiten.anfrage.organisationseinheit.040402"), nsXzufi.name("zustaendigkeiten.antwort.organisationseinheit.040406")]
    public static let xml = XMLTable(Self.self, "NachrichtOffen", in: nsXzufi) {
        $0.element("nachrichtenkopf", \._nachrichtenkopf)
        $0.any(\.weitereElemente)
        $0.attribute("produktbezeichnung", \.produktbezeichnung)
        $0.attribute("produkthersteller", \.produkthersteller)
        $0.attribute("produktversion", \.produktversion)
        $0.attribute("xzufiVersion", \.xzufiVersion, token: true)
    }
}

/// Übertragung an den Sammlerdienst des PVOG: Kopf, Stelle in der Transaktion, dann beliebig viele Aufträge.
/// Gewissheit: beobachtet.
///
/// Schema: Typ `TransferNachricht`
public struct TransferNachricht: XMLComplex {
    /// Kopf der Nachricht. Gewissheit: beobachtet.
    public var nachrichtenkopf: Nachrichtenkopf {
        get { _nachrichtenkopf.value }
        _modify { yield &_nachrichtenkopf.value }
    }
    var _nachrichtenkopf: XMLIndirect<Nachrichtenkopf>
    /// Kennung der Transaktion. Gewissheit: beobachtet.
    public var transaktionID: String
    /// Platz der Nachricht darin. Gewissheit: beobachtet.
    public var transaktionPosition: String
    public var auswahl: [TransferNachricht.Auswahl]
    /// Erzeugendes Programm. Gewissheit: beobachtet.
    public var produktbezeichnung: String?
    /// Hersteller des Programms. Gewissheit: beobachtet.
    public var produkthersteller: String?
    /// Version des Programms. Gewissheit: beobachtet.
    public var produktversion: String?
    /// Version von XZuFi. Gewissheit: beobachtet.
    public var xzufiVersion: XzufiVersion?
    public init(
        nachrichtenkopf: Nachrichtenkopf,
        transaktionID: String,
        transaktionPosition: String,
        auswahl: [TransferNachricht.Auswahl] = [],
        produktbezeichnung: String? = nil,
        produkthersteller: String? = nil,
        produktversion: String? = nil,
        xzufiVersion: XzufiVersion? = nil
    ) {
        self._nachrichtenkopf = XMLIndirect(nachrichtenkopf)
        self.transaktionID = transaktionID
        self.transaktionPosition = transaktionPosition
        self.auswahl = auswahl
        self.produktbezeichnung = produktbezeichnung
        self.produkthersteller = produkthersteller
        self.produktversion = produktversion
        self.xzufiVersion = xzufiVersion
    }
    public static let rootNames = [nsXzufi.name("transfer.operation.objekt.040501")]
    public static let xml = XMLTable(Self.self, "TransferNachricht", in: nsXzufi) {
        $0.element("nachrichtenkopf", \._nachrichtenkopf)
        $0.element("transaktionID", \.transaktionID, token: true)
        $0.element("transaktionPosition", \.transaktionPosition, token: true)
        $0.group(\.auswahl)
        $0.attribute("produktbezeichnung", \.produktbezeichnung)
        $0.attribute("produkthersteller", \.produkthersteller)
        $0.attribute("produktversion", \.produktversion)
        $0.attribute("xzufiVersion", \.xzufiVersion, token: true)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Ein Objekt schreiben. Gewissheit: beobachtet.
        case schreibe(Schreibe)
        /// Ein Objekt löschen. Gewissheit: vermutet.
        case loesche(Loesche)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("schreibe", { .schreibe($0) }) { if case .schreibe(let value) = $0 { value } else { nil } }
            $0.element("loesche", { .loesche($0) }) { if case .loesche(let value) = $0 { value } else { nil } }
        }
    }
}

/// Kopf einer Nachricht. XZuFi benutzt die XÖV-Basisnachricht nicht. Gewissheit: beobachtet.
///
/// Schema: Typ `Nachrichtenkopf`
public struct Nachrichtenkopf: XMLComplex {
    /// Kennung der Nachricht. Gewissheit: beobachtet.
    public var nachrichtUUID: String
    /// Wann sie erstellt wurde. Gewissheit: beobachtet.
    public var erstelltDatumZeit: XSDDateTime
    /// Für wen. Gewissheit: beobachtet.
    public var empfaenger: String?
    /// Von wem. Gewissheit: beobachtet.
    public var sender: String?
    public init(
        nachrichtUUID: String,
        erstelltDatumZeit: XSDDateTime,
        empfaenger: String? = nil,
        sender: String? = nil
    ) {
        self.nachrichtUUID = nachrichtUUID
        self.erstelltDatumZeit = erstelltDatumZeit
        self.empfaenger = empfaenger
        self.sender = sender
    }
    public static let xml = XMLTable(Self.self, "Nachrichtenkopf", in: nsXzufi) {
        $0.element("nachrichtUUID", \.nachrichtUUID, token: true)
        $0.element("erstelltDatumZeit", \.erstelltDatumZeit)
        $0.element("empfaenger", \.empfaenger)
        $0.element("sender", \.sender)
    }
}

/// Auftrag, ein Objekt zu schreiben. Gewissheit: beobachtet.
///
/// Schema: Typ `Schreibe`
public struct Schreibe: XMLComplex {
    public var auswahl: Schreibe.Auswahl
    public init(auswahl: Schreibe.Auswahl) {
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "Schreibe", in: nsXzufi) {
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Eine Leistung. Als Wurzel einer Datei mit genau einem Objekt: so liefert das FIM-Portal Objekte aus, so
        /// stehen sie im Dienstpaket. Gewissheit: abgeleitet.
        indirect case leistung(Leistung)
        /// Eine Spezialisierung. Als Wurzel einer Datei mit genau einem Objekt: so liefert das FIM-Portal Objekte aus,
        /// so stehen sie im Dienstpaket. Gewissheit: abgeleitet.
        case spezialisierung(Spezialisierung)
        /// Eine Organisationseinheit. Als Wurzel einer Datei mit genau einem Objekt: so liefert das FIM-Portal Objekte
        /// aus, so stehen sie im Dienstpaket. Gewissheit: abgeleitet.
        case organisationseinheit(OrganisationseinheitAuspraegung)
        /// Ein Onlinedienst. Als Wurzel einer Datei mit genau einem Objekt: so liefert das FIM-Portal Objekte aus, so
        /// stehen sie im Dienstpaket. Gewissheit: abgeleitet.
        case onlinedienst(OnlinedienstAuspraegung)
        /// Eine Zuständigkeit für sich. Als Wurzel nicht beobachtet. Gewissheit: vermutet.
        indirect case zustaendigkeitTransferObjekt(ZustaendigkeitTransferObjekt)
        /// Ein Formular. Als Wurzel nicht beobachtet. Gewissheit: vermutet.
        case formular(Formular)
        /// Eine Kategorie. Als Wurzel nicht beobachtet. Gewissheit: vermutet.
        case kategorie(Kategorie)
        /// Ein Herausgeber. Als Wurzel nicht beobachtet. Gewissheit: vermutet.
        case herausgeber(Herausgeber)
        /// Ein Gebiet. Als Wurzel nicht beobachtet. Gewissheit: vermutet.
        indirect case gebiet(Gebiet)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("leistung", { .leistung($0) }) { if case .leistung(let value) = $0 { value } else { nil } }
            $0.element("spezialisierung", { .spezialisierung($0) }) { if case .spezialisierung(let value) = $0 { value } else { nil } }
            $0.element("organisationseinheit", { .organisationseinheit($0) }) { if case .organisationseinheit(let value) = $0 { value } else { nil } }
            $0.element("onlinedienst", { .onlinedienst($0) }) { if case .onlinedienst(let value) = $0 { value } else { nil } }
            $0.element("zustaendigkeitTransferObjekt", { .zustaendigkeitTransferObjekt($0) }) { if case .zustaendigkeitTransferObjekt(let value) = $0 { value } else { nil } }
            $0.element("formular", { .formular($0) }) { if case .formular(let value) = $0 { value } else { nil } }
            $0.element("kategorie", { .kategorie($0) }) { if case .kategorie(let value) = $0 { value } else { nil } }
            $0.element("herausgeber", { .herausgeber($0) }) { if case .herausgeber(let value) = $0 { value } else { nil } }
            $0.element("gebiet", { .gebiet($0) }) { if case .gebiet(let value) = $0 { value } else { nil } }
        }
    }
}

/// Auftrag, ein Objekt zu löschen. Der Bau ist unbekannt. Gewissheit: vermutet.
///
/// Schema: Typ `Loesche`
public struct Loesche: XMLComplex {
    public var auswahl: Loesche.Auswahl
    public init(auswahl: Loesche.Auswahl) {
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "Loesche", in: nsXzufi) {
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Kennung: Eine Leistung. Gewissheit: vermutet.
        indirect case leistungID(Identifikator)
        /// Kennung: Eine Spezialisierung. Gewissheit: vermutet.
        indirect case spezialisierungID(Identifikator)
        /// Kennung: Eine Organisationseinheit. Gewissheit: vermutet.
        indirect case organisationseinheitID(Identifikator)
        /// Kennung: Ein Onlinedienst. Gewissheit: vermutet.
        indirect case onlinedienstID(Identifikator)
        /// Kennung: Ein Formular. Gewissheit: vermutet.
        indirect case formularID(Identifikator)
        /// Kennung: Eine Kategorie. Gewissheit: vermutet.
        indirect case kategorieID(Identifikator)
        /// Kennung: Ein Herausgeber. Gewissheit: vermutet.
        indirect case herausgeberID(Identifikator)
        /// Kennung: Ein Gebiet. Gewissheit: vermutet.
        indirect case gebietID(Identifikator)
        /// Kennung einer Zuständigkeit. Gewissheit: vermutet.
        indirect case zustaendigkeitID(Identifikator)
        /// Kennung ohne Art des Objekts. Gewissheit: vermutet.
        indirect case id(Identifikator)
        public static let xml = XMLChoiceTable(Self.self, in: nsXzufi) {
            $0.element("leistungID", { .leistungID($0) }) { if case .leistungID(let value) = $0 { value } else { nil } }
            $0.element("spezialisierungID", { .spezialisierungID($0) }) { if case .spezialisierungID(let value) = $0 { value } else { nil } }
            $0.element("organisationseinheitID", { .organisationseinheitID($0) }) { if case .organisationseinheitID(let value) = $0 { value } else { nil } }
            $0.element("onlinedienstID", { .onlinedienstID($0) }) { if case .onlinedienstID(let value) = $0 { value } else { nil } }
            $0.element("formularID", { .formularID($0) }) { if case .formularID(let value) = $0 { value } else { nil } }
            $0.element("kategorieID", { .kategorieID($0) }) { if case .kategorieID(let value) = $0 { value } else { nil } }
            $0.element("herausgeberID", { .herausgeberID($0) }) { if case .herausgeberID(let value) = $0 { value } else { nil } }
            $0.element("gebietID", { .gebietID($0) }) { if case .gebietID(let value) = $0 { value } else { nil } }
            $0.element("zustaendigkeitID", { .zustaendigkeitID($0) }) { if case .zustaendigkeitID(let value) = $0 { value } else { nil } }
            $0.element("id", { .id($0) }) { if case .id(let value) = $0 { value } else { nil } }
        }
    }
}
