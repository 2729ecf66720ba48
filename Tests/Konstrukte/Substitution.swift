// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// substitution.xsd sha256:dd36ab63054b9534b671564f021d5bcc4bbc37cbf0f8b692775c04e8b5a25131
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Typ `Auto`
public struct Auto: XMLComplex {
    public var farbe: String
    public var kennzeichen: String
    public init(farbe: String, kennzeichen: String) {
        self.farbe = farbe
        self.kennzeichen = kennzeichen
    }
    public static let rootNames = [nsK.name("auto")]
    public static let xml = XMLTable(Self.self, "Auto", in: nsK) {
        $0.element("farbe", \.farbe)
        $0.element("kennzeichen", \.kennzeichen)
    }
}

/// Schema: Typ `Fahrzeug`
public struct Fahrzeug: XMLComplex {
    public var farbe: String
    public init(farbe: String) {
        self.farbe = farbe
    }
    public static let rootNames = [nsK.name("rad")]
    public static let xml = XMLTable(Self.self, "Fahrzeug", in: nsK) {
        $0.element("farbe", \.farbe)
    }
}

/// Schema: Typ `Fahrzeug` und seine Ableitungen
public indirect enum FahrzeugAuspraegung: XMLVariants {
    case fahrzeug(Fahrzeug)
    case auto(Auto)
    public static let xml = XMLVariantTable(Self.self) {
        $0.type("Fahrzeug", in: nsK, declared: true, { .fahrzeug($0) }) { if case .fahrzeug(let value) = $0 { value } else { nil } }
        $0.type("Auto", in: nsK, { .auto($0) }) { if case .auto(let value) = $0 { value } else { nil } }
    }
}

/// Schema: Element `substitution`
public struct Substitution: XMLComplex {
    public var fahrzeug: [FahrzeugElement]
    public init(fahrzeug: [FahrzeugElement]) {
        self.fahrzeug = fahrzeug
    }
    public static let rootNames = [nsK.name("substitution")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.group(\.fahrzeug, min: 1)
    }
}

/// Schema: Ersetzungsgruppe von `fahrzeug`
public enum FahrzeugElement: XMLChoice {
    case auto(Auto)
    case rad(FahrzeugAuspraegung)
    public static let xml = XMLChoiceTable(Self.self, in: nsK) {
        $0.element("auto", { .auto($0) }) { if case .auto(let value) = $0 { value } else { nil } }
        $0.element("rad", { .rad($0) }) { if case .rad(let value) = $0 { value } else { nil } }
    }
}
