// Made by `xoev generate swift --schema xmusterdienst.xsd`. Do not edit: make it again instead.
// xmusterdienst-baukasten.xsd sha256:94cac187eccfb661eb3969b2636a9a4033debc01ce5e15cd03ccfe28ed6caa81
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Eine natürliche oder juristische Person mit Anschrift.
///
/// Schema: Typ `PersonType`
public struct Person: XMLComplex {
    public var auswahl: Person.Auswahl {
        get { _auswahl.value }
        _modify { yield &_auswahl.value }
    }
    var _auswahl: XMLIndirect<Person.Auswahl>
    /// Anschrift.
    public var anschrift: Anschrift {
        get { _anschrift.value }
        _modify { yield &_anschrift.value }
    }
    var _anschrift: XMLIndirect<Anschrift>
    /// Weg, auf dem die Person zu erreichen ist.
    public var erreichbarkeit: [Erreichbarkeit]
    public init(auswahl: Person.Auswahl, anschrift: Anschrift, erreichbarkeit: [Erreichbarkeit] = []) {
        self._auswahl = XMLIndirect(auswahl)
        self._anschrift = XMLIndirect(anschrift)
        self.erreichbarkeit = erreichbarkeit
    }
    public static let xml = XMLTable(Self.self, "PersonType", in: nsXmd) {
        $0.group(\._auswahl)
        $0.element("anschrift", \._anschrift)
        $0.element("erreichbarkeit", \.erreichbarkeit)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        /// Natürliche Person.
        case natuerlichePerson(NatuerlichePerson)
        /// Juristische Person.
        case juristischePerson(JuristischePerson)
        public static let xml = XMLChoiceTable(Self.self, in: nsXmd) {
            $0.element("natuerlichePerson", { .natuerlichePerson($0) }) { if case .natuerlichePerson(let value) = $0 { value } else { nil } }
            $0.element("juristischePerson", { .juristischePerson($0) }) { if case .juristischePerson(let value) = $0 { value } else { nil } }
        }
    }
}

/// Ein Zeitraum.
///
/// Schema: Typ `ZeitraumType`
public struct Zeitraum: XMLComplex {
    /// Erster Tag.
    public var beginn: XSDDate
    /// Letzter Tag.
    public var ende: XSDDate?
    public init(beginn: XSDDate, ende: XSDDate? = nil) {
        self.beginn = beginn
        self.ende = ende
    }
    public static let xml = XMLTable(Self.self, "ZeitraumType", in: nsXmd) {
        $0.element("beginn", \.beginn)
        $0.element("ende", \.ende)
    }
}

/// Ein Nachweis, der der Nachricht beiliegt oder nachgereicht wird.
///
/// Schema: Typ `NachweisType`
public struct Nachweis: XMLComplex {
    /// Art des Nachweises.
    public var art: CodeNachweisart
    /// Name der beiliegenden Datei.
    public var dateiname: Lateinisch?
    /// Inhalt der Datei.
    public var inhalt: XSDBase64?
    /// Angabe in der Nachricht, die der Nachweis belegt.
    public var bezug: XSDNCName?
    public init(
        art: CodeNachweisart,
        dateiname: Lateinisch? = nil,
        inhalt: XSDBase64? = nil,
        bezug: XSDNCName? = nil
    ) {
        self.art = art
        self.dateiname = dateiname
        self.inhalt = inhalt
        self.bezug = bezug
    }
    public static let xml = XMLTable(Self.self, "NachweisType", in: nsXmd) {
        $0.element("art", \.art)
        $0.element("dateiname", \.dateiname, token: true)
        $0.element("inhalt", \.inhalt)
        $0.attribute("bezug", \.bezug)
    }
}

/// Eine natürliche Person.
///
/// Schema: Typ `NatuerlichePersonType`
public struct NatuerlichePerson: XMLComplex {
    /// Vornamen.
    public var vorname: Lateinisch
    /// Nachname.
    public var nachname: Lateinisch
    /// Geburtsdatum.
    public var geburtsdatum: XSDDate?
    public init(vorname: Lateinisch, nachname: Lateinisch, geburtsdatum: XSDDate? = nil) {
        self.vorname = vorname
        self.nachname = nachname
        self.geburtsdatum = geburtsdatum
    }
    public static let xml = XMLTable(Self.self, "NatuerlichePersonType", in: nsXmd) {
        $0.element("vorname", \.vorname, token: true)
        $0.element("nachname", \.nachname, token: true)
        $0.element("geburtsdatum", \.geburtsdatum)
    }
}

/// Eine juristische Person.
///
/// Schema: Typ `JuristischePersonType`
public struct JuristischePerson: XMLComplex {
    /// Name.
    public var name: Lateinisch
    /// Nummer im Register.
    public var registernummer: Aktenzeichen?
    public init(name: Lateinisch, registernummer: Aktenzeichen? = nil) {
        self.name = name
        self.registernummer = registernummer
    }
    public static let xml = XMLTable(Self.self, "JuristischePersonType", in: nsXmd) {
        $0.element("name", \.name, token: true)
        $0.element("registernummer", \.registernummer, token: true)
    }
}

/// Eine inländische Anschrift.
///
/// Schema: Typ `AnschriftType`
public struct Anschrift: XMLComplex {
    /// Straße.
    public var strasse: Lateinisch
    /// Hausnummer mit Zusatz.
    public var hausnummer: Lateinisch
    /// Postleitzahl.
    public var postleitzahl: Postleitzahl
    /// Ort.
    public var ort: Lateinisch
    /// Gemeinde, in der die Anschrift liegt.
    public var gemeinde: CodeRegionalschluessel? {
        get { _gemeinde?.value }
        set { _gemeinde = newValue.map { XMLIndirect($0) } }
    }
    var _gemeinde: XMLIndirect<CodeRegionalschluessel>?
    public init(
        strasse: Lateinisch,
        hausnummer: Lateinisch,
        postleitzahl: Postleitzahl,
        ort: Lateinisch,
        gemeinde: CodeRegionalschluessel? = nil
    ) {
        self.strasse = strasse
        self.hausnummer = hausnummer
        self.postleitzahl = postleitzahl
        self.ort = ort
        self._gemeinde = gemeinde.map { XMLIndirect($0) }
    }
    public static let xml = XMLTable(Self.self, "AnschriftType", in: nsXmd) {
        $0.element("strasse", \.strasse, token: true)
        $0.element("hausnummer", \.hausnummer, token: true)
        $0.element("postleitzahl", \.postleitzahl, token: true)
        $0.element("ort", \.ort, token: true)
        $0.element("gemeinde", \._gemeinde)
    }
}

/// Konto für den Einzug.
///
/// Schema: Typ `BankverbindungType`
public struct Bankverbindung: XMLComplex {
    /// IBAN.
    public var iban: Iban
    /// Inhaberin oder Inhaber des Kontos.
    public var kontoinhaber: Lateinisch?
    /// Referenz des Lastschriftmandats.
    public var mandatsreferenz: Aktenzeichen?
    public init(iban: Iban, kontoinhaber: Lateinisch? = nil, mandatsreferenz: Aktenzeichen? = nil) {
        self.iban = iban
        self.kontoinhaber = kontoinhaber
        self.mandatsreferenz = mandatsreferenz
    }
    public static let xml = XMLTable(Self.self, "BankverbindungType", in: nsXmd) {
        $0.element("iban", \.iban, token: true)
        $0.element("kontoinhaber", \.kontoinhaber, token: true)
        $0.element("mandatsreferenz", \.mandatsreferenz, token: true)
    }
}
