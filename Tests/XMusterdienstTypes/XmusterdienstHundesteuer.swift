// Made by `xoev generate swift --schema xmusterdienst.xsd`. Do not edit: make it again instead.
// xmusterdienst-hundesteuer.xsd sha256:89d78096e97f4f3c21b2e717dd21003812404ab896f86caef6e5ef24a8dd678d
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Meldet einen Hund von der Hundesteuer ab.
///
/// Schema: Element `hundesteuer.abmeldung.0102`
public struct HundesteuerAbmeldung0102: XMLComplex {
    /// Angaben zu Nachricht, Leser und Autor.
    public var nachrichtenkopfG2g: NachrichtenkopfG2G
    /// Kassenzeichen der Hundesteuer.
    public var kassenzeichen: Kassenzeichen
    /// Person, die den Hund gehalten hat.
    public var halter: Person
    /// Abzumeldender Hund.
    public var hund: Hund {
        get { _hund.value }
        _modify { yield &_hund.value }
    }
    var _hund: XMLIndirect<Hund>
    /// Grund der Abmeldung.
    public var grund: CodeAbmeldegrund
    /// Letzter Tag der Haltung.
    public var haltungsende: XSDDate
    /// Nachweis.
    public var nachweis: [Nachweis]
    /// Name des Produkts, das die Nachricht erstellt hat.
    public var produkt: Lateinisch
    /// Hersteller des Produkts.
    public var produkthersteller: Lateinisch
    /// Version des Produkts.
    public var produktversion: Lateinisch?
    /// Name des Standards.
    public var standard: Lateinisch
    /// Wenn vorhanden, ist dies eine Testnachricht.
    public var test: Lateinisch?
    /// Version des Standards.
    public var version: Lateinisch
    public init(
        nachrichtenkopfG2g: NachrichtenkopfG2G,
        kassenzeichen: Kassenzeichen,
        halter: Person,
        hund: Hund,
        grund: CodeAbmeldegrund,
        haltungsende: XSDDate,
        nachweis: [Nachweis] = [],
        produkt: Lateinisch,
        produkthersteller: Lateinisch,
        produktversion: Lateinisch? = nil,
        standard: Lateinisch,
        test: Lateinisch? = nil,
        version: Lateinisch
    ) {
        self.nachrichtenkopfG2g = nachrichtenkopfG2g
        self.kassenzeichen = kassenzeichen
        self.halter = halter
        self._hund = XMLIndirect(hund)
        self.grund = grund
        self.haltungsende = haltungsende
        self.nachweis = nachweis
        self.produkt = produkt
        self.produkthersteller = produkthersteller
        self.produktversion = produktversion
        self.standard = standard
        self.test = test
        self.version = version
    }
    public static let rootNames = [nsXmd.name("hundesteuer.abmeldung.0102")]
    public static let xml = XMLTable(Self.self, in: nsXmd) {
        $0.element("nachrichtenkopf.g2g", \.nachrichtenkopfG2g)
        $0.element("kassenzeichen", \.kassenzeichen, token: true)
        $0.element("halter", \.halter)
        $0.element("hund", \._hund)
        $0.element("grund", \.grund)
        $0.element("haltungsende", \.haltungsende)
        $0.element("nachweis", \.nachweis)
        $0.attribute("produkt", \.produkt, token: true)
        $0.attribute("produkthersteller", \.produkthersteller, token: true)
        $0.attribute("produktversion", \.produktversion, token: true)
        $0.attribute("standard", \.standard, token: true, fixed: "XMusterdienst")
        $0.attribute("test", \.test, token: true)
        $0.attribute("version", \.version, token: true, fixed: "1.0")
    }
}

/// Meldet einen oder mehrere Hunde zur Hundesteuer an.
///
/// Schema: Element `hundesteuer.anmeldung.0101`
public struct HundesteuerAnmeldung0101: XMLComplex {
    /// Angaben zu Nachricht, Leser und Autor.
    public var nachrichtenkopfG2g: NachrichtenkopfG2G
    /// Aktenzeichen des Autors.
    public var aktenzeichen: Aktenzeichen?
    /// Person, die die Hunde hält.
    public var halter: Person
    /// Anzumeldender Hund.
    public var hund: [Hund]
    /// Wie die Steuer gezahlt wird.
    public var zahlung: Steuerzahlung {
        get { _zahlung.value }
        _modify { yield &_zahlung.value }
    }
    var _zahlung: XMLIndirect<Steuerzahlung>
    /// Antrag auf Ermäßigung.
    public var ermaessigung: Ermaessigung?
    /// Nachweis.
    public var nachweis: [Nachweis]
    /// Bemerkung.
    public var bemerkung: Freitext?
    /// Name des Produkts, das die Nachricht erstellt hat.
    public var produkt: Lateinisch
    /// Hersteller des Produkts.
    public var produkthersteller: Lateinisch
    /// Version des Produkts.
    public var produktversion: Lateinisch?
    /// Name des Standards.
    public var standard: Lateinisch
    /// Wenn vorhanden, ist dies eine Testnachricht.
    public var test: Lateinisch?
    /// Version des Standards.
    public var version: Lateinisch
    public init(
        nachrichtenkopfG2g: NachrichtenkopfG2G,
        aktenzeichen: Aktenzeichen? = nil,
        halter: Person,
        hund: [Hund],
        zahlung: Steuerzahlung,
        ermaessigung: Ermaessigung? = nil,
        nachweis: [Nachweis] = [],
        bemerkung: Freitext? = nil,
        produkt: Lateinisch,
        produkthersteller: Lateinisch,
        produktversion: Lateinisch? = nil,
        standard: Lateinisch,
        test: Lateinisch? = nil,
        version: Lateinisch
    ) {
        self.nachrichtenkopfG2g = nachrichtenkopfG2g
        self.aktenzeichen = aktenzeichen
        self.halter = halter
        self.hund = hund
        self._zahlung = XMLIndirect(zahlung)
        self.ermaessigung = ermaessigung
        self.nachweis = nachweis
        self.bemerkung = bemerkung
        self.produkt = produkt
        self.produkthersteller = produkthersteller
        self.produktversion = produktversion
        self.standard = standard
        self.test = test
        self.version = version
    }
    public static let rootNames = [nsXmd.name("hundesteuer.anmeldung.0101")]
    public static let xml = XMLTable(Self.self, in: nsXmd) {
        $0.element("nachrichtenkopf.g2g", \.nachrichtenkopfG2g)
        $0.element("aktenzeichen", \.aktenzeichen, token: true)
        $0.element("halter", \.halter)
        $0.element("hund", \.hund, min: 1)
        $0.element("zahlung", \._zahlung)
        $0.element("ermaessigung", \.ermaessigung)
        $0.element("nachweis", \.nachweis)
        $0.element("bemerkung", \.bemerkung)
        $0.attribute("produkt", \.produkt, token: true)
        $0.attribute("produkthersteller", \.produkthersteller, token: true)
        $0.attribute("produktversion", \.produktversion, token: true)
        $0.attribute("standard", \.standard, token: true, fixed: "XMusterdienst")
        $0.attribute("test", \.test, token: true)
        $0.attribute("version", \.version, token: true, fixed: "1.0")
    }
}

/// Bestätigt eine Anmeldung und nennt Kassenzeichen und Steuermarken.
///
/// Schema: Element `hundesteuer.bestaetigung.0111`
public struct HundesteuerBestaetigung0111: XMLComplex {
    /// Angaben zu Nachricht, Leser und Autor.
    public var nachrichtenkopfG2g: NachrichtenkopfG2G
    /// Kassenzeichen der Hundesteuer.
    public var kassenzeichen: Kassenzeichen
    /// Steuer für ein Jahr in Euro.
    public var jahresbetrag: Betrag
    /// Nummer einer Steuermarke.
    public var steuermarke: [Aktenzeichen]
    /// Name des Produkts, das die Nachricht erstellt hat.
    public var produkt: Lateinisch
    /// Hersteller des Produkts.
    public var produkthersteller: Lateinisch
    /// Version des Produkts.
    public var produktversion: Lateinisch?
    /// Name des Standards.
    public var standard: Lateinisch
    /// Wenn vorhanden, ist dies eine Testnachricht.
    public var test: Lateinisch?
    /// Version des Standards.
    public var version: Lateinisch
    public init(
        nachrichtenkopfG2g: NachrichtenkopfG2G,
        kassenzeichen: Kassenzeichen,
        jahresbetrag: Betrag,
        steuermarke: [Aktenzeichen],
        produkt: Lateinisch,
        produkthersteller: Lateinisch,
        produktversion: Lateinisch? = nil,
        standard: Lateinisch,
        test: Lateinisch? = nil,
        version: Lateinisch
    ) {
        self.nachrichtenkopfG2g = nachrichtenkopfG2g
        self.kassenzeichen = kassenzeichen
        self.jahresbetrag = jahresbetrag
        self.steuermarke = steuermarke
        self.produkt = produkt
        self.produkthersteller = produkthersteller
        self.produktversion = produktversion
        self.standard = standard
        self.test = test
        self.version = version
    }
    public static let rootNames = [nsXmd.name("hundesteuer.bestaetigung.0111")]
    public static let xml = XMLTable(Self.self, in: nsXmd) {
        $0.element("nachrichtenkopf.g2g", \.nachrichtenkopfG2g)
        $0.element("kassenzeichen", \.kassenzeichen, token: true)
        $0.element("jahresbetrag", \.jahresbetrag)
        $0.element("steuermarke", \.steuermarke, min: 1, token: true)
        $0.attribute("produkt", \.produkt, token: true)
        $0.attribute("produkthersteller", \.produkthersteller, token: true)
        $0.attribute("produktversion", \.produktversion, token: true)
        $0.attribute("standard", \.standard, token: true, fixed: "XMusterdienst")
        $0.attribute("test", \.test, token: true)
        $0.attribute("version", \.version, token: true, fixed: "1.0")
    }
}

/// Ein Hund.
///
/// Schema: Typ `HundType`
public struct Hund: XMLComplex {
    /// Rufname.
    public var name: Lateinisch
    /// Rasse.
    public var rasse: CodeHunderasse
    /// Zweite Rasse bei Mischlingen.
    public var zweiteRasse: CodeHunderasse? {
        get { _zweiteRasse?.value }
        set { _zweiteRasse = newValue.map { XMLIndirect($0) } }
    }
    var _zweiteRasse: XMLIndirect<CodeHunderasse>?
    /// Wurfdatum, wenn bekannt.
    public var wurfdatum: XSDDate?
    /// Nummer des Transponders.
    public var chipnummer: Chipnummer?
    /// Erster Tag der Haltung in der Kommune.
    public var haltungsbeginn: XSDDate
    /// Zweck der Haltung.
    public var zweck: CodeHaltungszweck
    /// Kennung innerhalb der Nachricht, auf die Nachweise verweisen.
    public var id: XSDNCName?
    public init(
        name: Lateinisch,
        rasse: CodeHunderasse,
        zweiteRasse: CodeHunderasse? = nil,
        wurfdatum: XSDDate? = nil,
        chipnummer: Chipnummer? = nil,
        haltungsbeginn: XSDDate,
        zweck: CodeHaltungszweck,
        id: XSDNCName? = nil
    ) {
        self.name = name
        self.rasse = rasse
        self._zweiteRasse = zweiteRasse.map { XMLIndirect($0) }
        self.wurfdatum = wurfdatum
        self.chipnummer = chipnummer
        self.haltungsbeginn = haltungsbeginn
        self.zweck = zweck
        self.id = id
    }
    public static let xml = XMLTable(Self.self, "HundType", in: nsXmd) {
        $0.element("name", \.name, token: true)
        $0.element("rasse", \.rasse)
        $0.element("zweiteRasse", \._zweiteRasse)
        $0.element("wurfdatum", \.wurfdatum)
        $0.element("chipnummer", \.chipnummer, token: true)
        $0.element("haltungsbeginn", \.haltungsbeginn)
        $0.element("zweck", \.zweck)
        $0.attribute("id", \.id)
    }
}

/// Zahlung der Hundesteuer.
///
/// Schema: Typ `SteuerzahlungType`
public struct Steuerzahlung: XMLComplex {
    /// Abstand der Zahlungen.
    public var rhythmus: CodeZahlungsrhythmus
    public var auswahl: Steuerzahlung.Auswahl
    public init(rhythmus: CodeZahlungsrhythmus, auswahl: Steuerzahlung.Auswahl) {
        self.rhythmus = rhythmus
        self.auswahl = auswahl
    }
    public static let xml = XMLTable(Self.self, "SteuerzahlungType", in: nsXmd) {
        $0.element("rhythmus", \.rhythmus)
        $0.group(\.auswahl)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Einzug vom Konto.
        case lastschrift(Bankverbindung)
        /// Zahlung durch Überweisung.
        case ueberweisung(Leer)
        public static let xml = XMLChoiceTable(Self.self, in: nsXmd) {
            $0.element("lastschrift", { .lastschrift($0) }) { if case .lastschrift(let value) = $0 { value } else { nil } }
            $0.element("ueberweisung", { .ueberweisung($0) }) { if case .ueberweisung(let value) = $0 { value } else { nil } }
        }
    }
}

/// Antrag auf Ermäßigung.
///
/// Schema: Typ `ErmaessigungType`
public struct Ermaessigung: XMLComplex {
    /// Begründung.
    public var begruendung: Freitext
    /// Zeitraum.
    public var zeitraum: Zeitraum? {
        get { _zeitraum?.value }
        set { _zeitraum = newValue.map { XMLIndirect($0) } }
    }
    var _zeitraum: XMLIndirect<Zeitraum>?
    public init(begruendung: Freitext, zeitraum: Zeitraum? = nil) {
        self.begruendung = begruendung
        self._zeitraum = zeitraum.map { XMLIndirect($0) }
    }
    public static let xml = XMLTable(Self.self, "ErmaessigungType", in: nsXmd) {
        $0.element("begruendung", \.begruendung)
        $0.element("zeitraum", \._zeitraum)
    }
}

/// Ein Element ohne Inhalt; seine Anwesenheit ist die Angabe.
///
/// Schema: Typ `LeerType`
public struct Leer: XMLComplex {
    public init() {}
    public static let xml = XMLTable(Self.self, "LeerType", in: nsXmd) { _ in }
}
