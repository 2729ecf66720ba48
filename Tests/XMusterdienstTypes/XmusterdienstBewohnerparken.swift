// Made by `xoev generate swift --schema xmusterdienst.xsd`. Do not edit: make it again instead.
// xmusterdienst-bewohnerparken.xsd sha256:a99d62bab8a78c49a9310f2d027cfcfbeff921355fd0a6aaebb39f80ddc263c5
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Beantragt einen oder mehrere Bewohnerparkausweise.
///
/// Schema: Element `bewohnerparken.antrag.0201`
public struct BewohnerparkenAntrag0201: XMLComplex {
    /// Angaben zu Nachricht, Leser und Autor.
    public var nachrichtenkopfG2g: NachrichtenkopfG2G
    /// Aktenzeichen des Autors.
    public var aktenzeichen: Aktenzeichen?
    /// Person, die den Ausweis beantragt.
    public var antragsteller: Person
    /// Parkzone.
    public var zone: CodeBewohnerparkzone
    /// Gewünschte Gültigkeit.
    public var zeitraum: Zeitraum
    /// Fahrzeug, für das der Ausweis gilt.
    public var fahrzeug: [Fahrzeug]
    /// Zahlung der Gebühr.
    public var zahlung: Gebuehrenzahlung? {
        get { _zahlung?.value }
        set { _zahlung = newValue.map { XMLIndirect($0) } }
    }
    var _zahlung: XMLIndirect<Gebuehrenzahlung>?
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
        antragsteller: Person,
        zone: CodeBewohnerparkzone,
        zeitraum: Zeitraum,
        fahrzeug: [Fahrzeug],
        zahlung: Gebuehrenzahlung? = nil,
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
        self.antragsteller = antragsteller
        self.zone = zone
        self.zeitraum = zeitraum
        self.fahrzeug = fahrzeug
        self._zahlung = zahlung.map { XMLIndirect($0) }
        self.nachweis = nachweis
        self.bemerkung = bemerkung
        self.produkt = produkt
        self.produkthersteller = produkthersteller
        self.produktversion = produktversion
        self.standard = standard
        self.test = test
        self.version = version
    }
    public static let rootNames = [nsXmd.name("bewohnerparken.antrag.0201")]
    public static let xml = XMLTable(Self.self, in: nsXmd) {
        $0.element("nachrichtenkopf.g2g", \.nachrichtenkopfG2g)
        $0.element("aktenzeichen", \.aktenzeichen, token: true)
        $0.element("antragsteller", \.antragsteller)
        $0.element("zone", \.zone)
        $0.element("zeitraum", \.zeitraum)
        $0.element("fahrzeug", \.fahrzeug, min: 1, max: 3)
        $0.element("zahlung", \._zahlung)
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

/// Teilt die Entscheidung über einen Antrag mit.
///
/// Schema: Element `bewohnerparken.entscheidung.0211`
public struct BewohnerparkenEntscheidung0211: XMLComplex {
    /// Angaben zu Nachricht, Leser und Autor.
    public var nachrichtenkopfG2g: NachrichtenkopfG2G
    /// Entscheidung.
    public var entscheidung: CodeEntscheidung
    /// Begründung; bei Ablehnung und fehlenden Angaben nötig.
    public var begruendung: Freitext?
    /// Erteilter Ausweis.
    public var ausweis: [Ausweis]
    /// Festgesetzte Gebühr in Euro.
    public var gebuehr: Betrag?
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
        entscheidung: CodeEntscheidung,
        begruendung: Freitext? = nil,
        ausweis: [Ausweis] = [],
        gebuehr: Betrag? = nil,
        produkt: Lateinisch,
        produkthersteller: Lateinisch,
        produktversion: Lateinisch? = nil,
        standard: Lateinisch,
        test: Lateinisch? = nil,
        version: Lateinisch
    ) {
        self.nachrichtenkopfG2g = nachrichtenkopfG2g
        self.entscheidung = entscheidung
        self.begruendung = begruendung
        self.ausweis = ausweis
        self.gebuehr = gebuehr
        self.produkt = produkt
        self.produkthersteller = produkthersteller
        self.produktversion = produktversion
        self.standard = standard
        self.test = test
        self.version = version
    }
    public static let rootNames = [nsXmd.name("bewohnerparken.entscheidung.0211")]
    public static let xml = XMLTable(Self.self, in: nsXmd) {
        $0.element("nachrichtenkopf.g2g", \.nachrichtenkopfG2g)
        $0.element("entscheidung", \.entscheidung)
        $0.element("begruendung", \.begruendung)
        $0.element("ausweis", \.ausweis, max: 3)
        $0.element("gebuehr", \.gebuehr)
        $0.attribute("produkt", \.produkt, token: true)
        $0.attribute("produkthersteller", \.produkthersteller, token: true)
        $0.attribute("produktversion", \.produktversion, token: true)
        $0.attribute("standard", \.standard, token: true, fixed: "XMusterdienst")
        $0.attribute("test", \.test, token: true)
        $0.attribute("version", \.version, token: true, fixed: "1.0")
    }
}

/// Ein Kraftfahrzeug.
///
/// Schema: Typ `FahrzeugType`
public struct Fahrzeug: XMLComplex {
    /// Amtliches Kennzeichen.
    public var kennzeichen: KfzKennzeichen
    /// Halterin oder Halter, wenn nicht die antragstellende Person.
    public var halter: Lateinisch?
    /// true, wenn das Fahrzeug zur dauernden Nutzung überlassen ist.
    public var ueberlassen: Bool
    /// Kennung innerhalb der Nachricht, auf die Nachweise verweisen.
    public var id: XSDNCName?
    public init(
        kennzeichen: KfzKennzeichen,
        halter: Lateinisch? = nil,
        ueberlassen: Bool,
        id: XSDNCName? = nil
    ) {
        self.kennzeichen = kennzeichen
        self.halter = halter
        self.ueberlassen = ueberlassen
        self.id = id
    }
    public static let xml = XMLTable(Self.self, "FahrzeugType", in: nsXmd) {
        $0.element("kennzeichen", \.kennzeichen, token: true)
        $0.element("halter", \.halter, token: true)
        $0.element("ueberlassen", \.ueberlassen)
        $0.attribute("id", \.id)
    }
}

/// Zahlung der Gebühr.
///
/// Schema: Typ `GebuehrenzahlungType`
public struct Gebuehrenzahlung: XMLComplex {
    /// Gezahlter Betrag in Euro.
    public var betrag: Betrag
    /// Kennung der Zahlung beim Bezahldienst.
    public var transaktion: Aktenzeichen
    /// Zeitpunkt der Zahlung.
    public var zeitpunkt: Zeitpunkt
    public init(betrag: Betrag, transaktion: Aktenzeichen, zeitpunkt: Zeitpunkt) {
        self.betrag = betrag
        self.transaktion = transaktion
        self.zeitpunkt = zeitpunkt
    }
    public static let xml = XMLTable(Self.self, "GebuehrenzahlungType", in: nsXmd) {
        $0.element("betrag", \.betrag)
        $0.element("transaktion", \.transaktion, token: true)
        $0.element("zeitpunkt", \.zeitpunkt)
    }
}

/// Ein erteilter Ausweis.
///
/// Schema: Typ `AusweisType`
public struct Ausweis: XMLComplex {
    /// Nummer des Ausweises.
    public var nummer: Aktenzeichen
    /// Amtliches Kennzeichen.
    public var kennzeichen: KfzKennzeichen
    /// Parkzone.
    public var zone: CodeBewohnerparkzone
    /// Gültigkeit.
    public var gueltigkeit: Zeitraum
    public init(
        nummer: Aktenzeichen,
        kennzeichen: KfzKennzeichen,
        zone: CodeBewohnerparkzone,
        gueltigkeit: Zeitraum
    ) {
        self.nummer = nummer
        self.kennzeichen = kennzeichen
        self.zone = zone
        self.gueltigkeit = gueltigkeit
    }
    public static let xml = XMLTable(Self.self, "AusweisType", in: nsXmd) {
        $0.element("nummer", \.nummer, token: true)
        $0.element("kennzeichen", \.kennzeichen, token: true)
        $0.element("zone", \.zone)
        $0.element("gueltigkeit", \.gueltigkeit)
    }
}
