// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// einschraenkung.xsd sha256:0e345f6ab73a749e15de819cf22423e69baae8e527a51e29b557def8da257f79
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `einschraenkung`
public struct Einschraenkung: XMLComplex {
    public var angabe: [XMLNillable<Angabe>]
    public var wert: [Wert]
    public init(angabe: [XMLNillable<Angabe>], wert: [Wert]) {
        self.angabe = angabe
        self.wert = wert
    }
    public static let rootNames = [nsK.name("einschraenkung")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("angabe", \.angabe, min: 1)
        $0.element("wert", \.wert, min: 1)
    }
}

/// Schema: Typ `Angabe`
public struct Angabe: XMLComplex {
    public var art: String
    public var auswahl: [Angabe.Auswahl]
    public var betrag: [XSDDecimal]
    public var unter: Angabe? {
        get { _unter?.value }
        set { _unter = newValue.map { XMLIndirect($0) } }
    }
    var _unter: XMLIndirect<Angabe>?
    public var stand: String?
    public var land: String?
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `AngabeKuerzer`, `AngabeKurz`, `AngabeWort`
    public var schemaType: XMLTypeName?
    public init(
        art: String,
        auswahl: [Angabe.Auswahl] = [],
        betrag: [XSDDecimal] = [],
        unter: Angabe? = nil,
        stand: String? = nil,
        land: String? = nil,
        schemaType: XMLTypeName? = nil
    ) {
        self.art = art
        self.auswahl = auswahl
        self.betrag = betrag
        self._unter = unter.map { XMLIndirect($0) }
        self.stand = stand
        self.land = land
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "Angabe", in: nsK) {
        $0.element("art", \.art)
        $0.group(\.auswahl)
        $0.element("betrag", \.betrag, max: 3)
        $0.element("unter", \._unter)
        $0.attribute("stand", \.stand)
        $0.attribute("land", \.land)
        $0.typeName(\.schemaType, [nsK.name("AngabeKuerzer"), nsK.name("AngabeKurz"), nsK.name("AngabeWort")], [AngabeKuerzer.self, AngabeKurz.self, AngabeWort.self])
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        case a(String)
        case b(String)
        public static let xml = XMLChoiceTable(Self.self, in: nsK) {
            $0.element("a", { .a($0) }) { if case .a(let value) = $0 { value } else { nil } }
            $0.element("b", { .b($0) }) { if case .b(let value) = $0 { value } else { nil } }
        }
    }
}

/// Schema: Typ `Wert`
public struct Wert: XMLComplex {
    /// Der Wert des Elements.
    public var value: XSDDecimal
    public var einheit: String?
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `WertInEuro`
    public var schemaType: XMLTypeName?
    public init(value: XSDDecimal, einheit: String? = nil, schemaType: XMLTypeName? = nil) {
        self.value = value
        self.einheit = einheit
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "Wert", in: nsK) {
        $0.value(\.value)
        $0.attribute("einheit", \.einheit)
        $0.typeName(\.schemaType, [nsK.name("WertInEuro")], [WertInEuro.self])
    }
}

/// Schema: Typ `AngabeKuerzer`
public struct AngabeKuerzer: XMLComplex {
    public var art: Artkuerzel
    public var betrag: Kleinbetrag
    public var stand: String
    public init(art: Artkuerzel, betrag: Kleinbetrag, stand: String) {
        self.art = art
        self.betrag = betrag
        self.stand = stand
    }
    public static let xml = XMLTable(Self.self, "AngabeKuerzer", in: nsK) {
        $0.element("art", \.art)
        $0.element("betrag", \.betrag)
        $0.attribute("stand", \.stand)
    }
}

/// Schema: Typ `AngabeKurz`
public struct AngabeKurz: XMLComplex {
    public var art: Artkuerzel
    public var betrag: [Kleinbetrag]
    public var unter: Angabe? {
        get { _unter?.value }
        set { _unter = newValue.map { XMLIndirect($0) } }
    }
    var _unter: XMLIndirect<Angabe>?
    public var stand: String
    public var land: String?
    /// Der einschränkende Typ, dem der Inhalt folgt (`xsi:type`): `AngabeKuerzer`
    public var schemaType: XMLTypeName?
    public init(
        art: Artkuerzel,
        betrag: [Kleinbetrag],
        unter: Angabe? = nil,
        stand: String,
        land: String? = "DE",
        schemaType: XMLTypeName? = nil
    ) {
        self.art = art
        self.betrag = betrag
        self._unter = unter.map { XMLIndirect($0) }
        self.stand = stand
        self.land = land
        self.schemaType = schemaType
    }
    public static let xml = XMLTable(Self.self, "AngabeKurz", in: nsK) {
        $0.element("art", \.art)
        $0.element("betrag", \.betrag, min: 1, max: 2)
        $0.element("unter", \._unter)
        $0.attribute("stand", \.stand)
        $0.attribute("land", \.land, fixed: "DE")
        $0.typeName(\.schemaType, [nsK.name("AngabeKuerzer")], [AngabeKuerzer.self])
    }
}

/// Schema: Typ `AngabeWort`
public struct AngabeWort: XMLComplex {
    public var art: Artwort
    public var auswahl: [AngabeWort.Auswahl]
    public var unter: Angabe? {
        get { _unter?.value }
        set { _unter = newValue.map { XMLIndirect($0) } }
    }
    var _unter: XMLIndirect<Angabe>?
    public var stand: String?
    public var land: String?
    public init(
        art: Artwort,
        auswahl: [AngabeWort.Auswahl] = [],
        unter: Angabe? = nil,
        stand: String? = nil,
        land: String? = nil
    ) {
        self.art = art
        self.auswahl = auswahl
        self._unter = unter.map { XMLIndirect($0) }
        self.stand = stand
        self.land = land
    }
    public static let xml = XMLTable(Self.self, "AngabeWort", in: nsK) {
        $0.element("art", \.art)
        $0.group(\.auswahl, max: 2)
        $0.element("unter", \._unter)
        $0.attribute("stand", \.stand)
        $0.attribute("land", \.land)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        case a(String)
        case b(Artkuerzel)
        public static let xml = XMLChoiceTable(Self.self, in: nsK) {
            $0.element("a", { .a($0) }) { if case .a(let value) = $0 { value } else { nil } }
            $0.element("b", { .b($0) }) { if case .b(let value) = $0 { value } else { nil } }
        }
    }
}

/// Schema: Typ `WertInEuro`
public struct WertInEuro: XMLComplex {
    /// Der Wert des Elements.
    public var value: WertInEuro.Value
    public var einheit: String
    public init(value: WertInEuro.Value, einheit: String = "EUR") {
        self.value = value
        self.einheit = einheit
    }
    public static let xml = XMLTable(Self.self, "WertInEuro", in: nsK) {
        $0.value(\.value)
        $0.attribute("einheit", \.einheit, fixed: "EUR")
    }

    /// Schema: Wert von `value`
    public struct Value: XMLRefined {
        public let value: XSDDecimal
        public init(unchecked value: XSDDecimal) { self.value = value }
        public static let facets = XMLFacets(maxInclusive: "100", collapses: true)
    }
}

/// Schema: Typ `Artkuerzel`
public struct Artkuerzel: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[A-Z]{2}"]])
}

/// Schema: Typ `Kleinbetrag`
public struct Kleinbetrag: XMLRefined {
    public let value: XSDDecimal
    public init(unchecked value: XSDDecimal) { self.value = value }
    public static let facets = XMLFacets(maxInclusive: "10", collapses: true)
}

/// Schema: Typ `Artwort`
public enum Artwort: String, XMLEnumeration {
    case neu = "neu"
    case alt = "alt"
}
