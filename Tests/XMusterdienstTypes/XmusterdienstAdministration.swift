// Made by `xoev generate swift --schema xmusterdienst.xsd`. Do not edit: make it again instead.
// xmusterdienst-administration.xsd sha256:f51bfceba36703e2303d5b4944e8e7bac8d9b1bf28366416d23b1b6bbd1d1a82
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Weist eine empfangene Nachricht zurück; referenzUUID im Nachrichtenkopf nennt sie.
///
/// Schema: Element `administration.rueckweisung.0001`
public struct AdministrationRueckweisung0001: XMLComplex {
    /// Angaben zu Nachricht, Leser und Autor.
    public var nachrichtenkopfG2g: NachrichtenkopfG2G
    /// Grund.
    public var grund: CodeRueckweisungsgrund
    /// Erläuterung für Menschen.
    public var erlaeuterung: Freitext?
    /// Pfad der beanstandeten Angabe.
    public var fundstelle: [Lateinisch]
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
        grund: CodeRueckweisungsgrund,
        erlaeuterung: Freitext? = nil,
        fundstelle: [Lateinisch] = [],
        produkt: Lateinisch,
        produkthersteller: Lateinisch,
        produktversion: Lateinisch? = nil,
        standard: Lateinisch,
        test: Lateinisch? = nil,
        version: Lateinisch
    ) {
        self.nachrichtenkopfG2g = nachrichtenkopfG2g
        self.grund = grund
        self.erlaeuterung = erlaeuterung
        self.fundstelle = fundstelle
        self.produkt = produkt
        self.produkthersteller = produkthersteller
        self.produktversion = produktversion
        self.standard = standard
        self.test = test
        self.version = version
    }
    public static let rootNames = [nsXmd.name("administration.rueckweisung.0001")]
    public static let xml = XMLTable(Self.self, in: nsXmd) {
        $0.element("nachrichtenkopf.g2g", \.nachrichtenkopfG2g)
        $0.element("grund", \.grund)
        $0.element("erlaeuterung", \.erlaeuterung)
        $0.element("fundstelle", \.fundstelle, token: true)
        $0.attribute("produkt", \.produkt, token: true)
        $0.attribute("produkthersteller", \.produkthersteller, token: true)
        $0.attribute("produktversion", \.produktversion, token: true)
        $0.attribute("standard", \.standard, token: true, fixed: "XMusterdienst")
        $0.attribute("test", \.test, token: true)
        $0.attribute("version", \.version, token: true, fixed: "1.0")
    }
}
