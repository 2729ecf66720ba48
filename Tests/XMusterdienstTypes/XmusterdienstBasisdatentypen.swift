// Made by `xoev generate swift --schema xmusterdienst.xsd`. Do not edit: make it again instead.
// xmusterdienst-basisdatentypen.xsd sha256:b9286aad42deb5b5c35076fde7044eb129472d8ba83bc54b8355de7361463a72
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Nicht leerer, auch mehrzeiliger Text.
///
/// Schema: Typ `FreitextType`
public struct Freitext: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(minLength: 1, maxLength: 4000)
}

/// Nicht leerer, einzeiliger Text in lateinischer Schrift. Näherung an DIN 91379; die genaue Prüfung ist Sache der
/// Zeichensatzprüfung.
///
/// Schema: Typ `LateinischType`
public struct Lateinisch: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[\\p{IsBasicLatin}\\p{IsLatin-1Supplement}\\p{IsLatinExtended-A}\\p{IsLatinExtended-B}\\p{IsLatinExtendedAdditional}\\p{IsCombiningDiacriticalMarks}\\p{IsSpacingModifierLetters}\\p{IsGeneralPunctuation}\\p{IsCurrencySymbols}]+"]], maxLength: 250, collapses: true)
}

/// Aktenzeichen oder Vorgangsnummer.
///
/// Schema: Typ `AktenzeichenType`
public struct Aktenzeichen: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[A-Za-z0-9]+([ ./\\-][A-Za-z0-9]+)*"]], maxLength: 80, collapses: true)
}

/// Betrag in Euro, nicht negativ, mit höchstens zwei Nachkommastellen.
///
/// Schema: Typ `BetragType`
public struct Betrag: XMLRefined {
    public let value: XSDDecimal
    public init(unchecked value: XSDDecimal) { self.value = value }
    public static let facets = XMLFacets(minInclusive: "0", totalDigits: 10, fractionDigits: 2, collapses: true)
}

/// Kassenzeichen der Kommune.
///
/// Schema: Typ `KassenzeichenType`
public struct Kassenzeichen: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[A-Za-z0-9]+([ ./\\-][A-Za-z0-9]+)*"]], maxLength: 40, collapses: true)
}

/// UUID nach RFC 4122.
///
/// Schema: Typ `UuidType`
public struct Uuid: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"]], collapses: true)
}

/// Amtliches Kennzeichen eines Kraftfahrzeugs, zum Beispiel SO-XY 123.
///
/// Schema: Typ `KfzKennzeichenType`
public struct KfzKennzeichen: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} [1-9][0-9]{0,3}[EH]?"]], collapses: true)
}

/// Zeitpunkt mit Millisekunden und Zeitzone.
///
/// Schema: Typ `ZeitpunktType`
public struct Zeitpunkt: XMLRefined {
    public let value: XSDDateTime
    public init(unchecked value: XSDDateTime) { self.value = value }
    public static let facets = XMLFacets(patterns: [[".+\\.[0-9]{3}(Z|[+\\-][0-9]{2}:[0-9]{2})"]], collapses: true)
}

/// Nummer eines Transponders nach ISO 11784: 15 Ziffern.
///
/// Schema: Typ `ChipnummerType`
public struct Chipnummer: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[0-9]{15}"]], collapses: true)
}

/// Deutsche Postleitzahl.
///
/// Schema: Typ `PostleitzahlType`
public struct Postleitzahl: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[0-9]{5}"]], collapses: true)
}

/// IBAN ohne Leerzeichen; die Prüfziffer prüft das Schema nicht.
///
/// Schema: Typ `IbanType`
public struct Iban: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(patterns: [["[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}"]], collapses: true)
}
