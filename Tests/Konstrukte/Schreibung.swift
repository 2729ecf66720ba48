// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// schreibung.xsd sha256:6a15a52d848716b018a309499d3ec6e7ded41ff679844ec7a3aa87c3c39ec63c
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `schreibung`
public struct Schreibung: XMLComplex {
    public var eins: Person
    public var zwei: KPerson
    public var drei: KPerson2
    public var vier: Strasse
    public var fuenf: KStrasse
    public var schreibung: Schreibung.SchreibungInhalt
    public var mal: Int32
    public var ωμέγα: String
    public var mal2: Int32?
    public var malAttribut: XSDDate?
    public init(
        eins: Person,
        zwei: KPerson,
        drei: KPerson2,
        vier: Strasse,
        fuenf: KStrasse,
        schreibung: Schreibung.SchreibungInhalt,
        mal: Int32,
        ωμέγα: String,
        mal2: Int32? = nil,
        malAttribut: XSDDate? = nil
    ) {
        self.eins = eins
        self.zwei = zwei
        self.drei = drei
        self.vier = vier
        self.fuenf = fuenf
        self.schreibung = schreibung
        self.mal = mal
        self.ωμέγα = ωμέγα
        self.mal2 = mal2
        self.malAttribut = malAttribut
    }
    public static let rootNames = [nsK7.name("schreibung")]
    public static let xml = XMLTable(Self.self, in: nsK7) {
        $0.element("eins", \.eins)
        $0.element("zwei", \.zwei)
        $0.element("drei", \.drei)
        $0.element("vier", \.vier)
        $0.element("fünf", \.fuenf)
        $0.element("schreibung", \.schreibung)
        $0.element("mal", \.mal)
        $0.element("Ωμέγα", \.ωμέγα)
        $0.element("mal", \.mal2)
        $0.attribute("mal", \.malAttribut)
    }

    /// Schema: Element `schreibung`
    public struct SchreibungInhalt: XMLComplex {
        public var schreibung: Schreibung.SchreibungInhalt.SchreibungInhalt3
        public init(schreibung: Schreibung.SchreibungInhalt.SchreibungInhalt3) {
            self.schreibung = schreibung
        }
        public static let xml = XMLTable(Self.self, in: nsK7) {
            $0.element("schreibung", \.schreibung)
        }

        /// Schema: Element `schreibung`
        public struct SchreibungInhalt3: XMLComplex {
            public var schreibung: Int32
            public init(schreibung: Int32) {
                self.schreibung = schreibung
            }
            public static let xml = XMLTable(Self.self, in: nsK7) {
                $0.element("schreibung", \.schreibung)
            }
        }
    }
}

/// Schema: Typ `Person`
public struct Person: XMLComplex {
    public var a: Int32
    public init(a: Int32) {
        self.a = a
    }
    public static let xml = XMLTable(Self.self, "Person", in: nsK7) {
        $0.element("a", \.a)
    }
}

/// Schema: Typ `person`
public struct KPerson: XMLComplex {
    public var b: Int32
    public init(b: Int32) {
        self.b = b
    }
    public static let xml = XMLTable(Self.self, "person", in: nsK7) {
        $0.element("b", \.b)
    }
}

/// Schema: Typ `PersonType`
public struct KPerson2: XMLComplex {
    public var c: XSDDate
    public init(c: XSDDate) {
        self.c = c
    }
    public static let xml = XMLTable(Self.self, "PersonType", in: nsK7) {
        $0.element("c", \.c)
    }
}

/// Schema: Typ `Straße`
public struct Strasse: XMLComplex {
    public var groesse: Int32
    public var groesse2: Int32
    public var groesse3: Int32
    public init(groesse: Int32, groesse2: Int32, groesse3: Int32) {
        self.groesse = groesse
        self.groesse2 = groesse2
        self.groesse3 = groesse3
    }
    public static let xml = XMLTable(Self.self, "Straße", in: nsK7) {
        $0.element("größe", \.groesse)
        $0.element("groesse", \.groesse2)
        $0.element("Größe", \.groesse3)
    }
}

/// Schema: Typ `Strasse`
public struct KStrasse: XMLComplex {
    public var auswahl: KStrasse.Auswahl
    public var oel: Int32?
    public var oelAttribut: Int32?
    public init(auswahl: KStrasse.Auswahl, oel: Int32? = nil, oelAttribut: Int32? = nil) {
        self.auswahl = auswahl
        self.oel = oel
        self.oelAttribut = oelAttribut
    }
    public static let xml = XMLTable(Self.self, "Strasse", in: nsK7) {
        $0.group(\.auswahl)
        $0.attribute("Öl", \.oel)
        $0.attribute("öl", \.oelAttribut)
    }

    /// Schema: Auswahl
    public enum Auswahl: XMLChoice {
        case oel(Int32)
        case oel2(Int32)
        case oel3(Int32)
        public static let xml = XMLChoiceTable(Self.self, in: nsK7) {
            $0.element("Öl", { .oel($0) }) { if case .oel(let value) = $0 { value } else { nil } }
            $0.element("öl", { .oel2($0) }) { if case .oel2(let value) = $0 { value } else { nil } }
            $0.element("oel", { .oel3($0) }) { if case .oel3(let value) = $0 { value } else { nil } }
        }
    }
}
