// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// names.xsd sha256:674bed08724acb7f97e67a2c1b1953c7a0fad2efc0675337fcd9ea3f53672d2c
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `names`
public struct Names: XMLComplex {
    public var groesste: GroesseGroesste {
        get { _groesste.value }
        _modify { yield &_groesste.value }
    }
    var _groesste: XMLIndirect<GroesseGroesste>
    public var string: StringWert
    public init(groesste: GroesseGroesste, string: StringWert) {
        self._groesste = XMLIndirect(groesste)
        self.string = string
    }
    public static let rootNames = [nsK.name("names")]
    public static let xml = XMLTable(Self.self, in: nsK) {
        $0.element("größte", \._groesste)
        $0.element("string", \.string)
    }
}

/// Schema: Typ `Größe.größteType`
public struct GroesseGroesste: XMLComplex {
    public var `class`: String
    public var groesse1: String
    public var initElement: String
    public var selfElement: String
    public var _2fach: String
    public var uuid: String
    public var idNummer: String
    public var `inout`: String
    public var hashValueElement: String
    public var x: String
    public var xAttribut: String?
    public init(
        `class`: String,
        groesse1: String,
        initElement: String,
        selfElement: String,
        _2fach: String,
        uuid: String,
        idNummer: String,
        `inout`: String,
        hashValueElement: String,
        x: String,
        xAttribut: String? = nil
    ) {
        self.`class` = `class`
        self.groesse1 = groesse1
        self.initElement = initElement
        self.selfElement = selfElement
        self._2fach = _2fach
        self.uuid = uuid
        self.idNummer = idNummer
        self.`inout` = `inout`
        self.hashValueElement = hashValueElement
        self.x = x
        self.xAttribut = xAttribut
    }
    public static let xml = XMLTable(Self.self, "Größe.größteType", in: nsK) {
        $0.element("class", \.`class`)
        $0.element("Größe-1", \.groesse1)
        $0.element("init", \.initElement)
        $0.element("self", \.selfElement)
        $0.element("_2fach", \._2fach)
        $0.element("UUID", \.uuid)
        $0.element("IDNummer", \.idNummer)
        $0.element("inout", \.`inout`)
        $0.element("hashValue", \.hashValueElement)
        $0.element("x", \.x)
        $0.attribute("x", \.xAttribut)
    }
}

/// Schema: Typ `String`
public struct StringWert: XMLComplex {
    public var array: ArrayWert
    public init(array: ArrayWert) {
        self.array = array
    }
    public static let xml = XMLTable(Self.self, "String", in: nsK) {
        $0.element("array", \.array)
    }
}

/// Schema: Typ `Array`
public struct ArrayWert: XMLComplex {
    public var optional: String?
    public init(optional: String? = nil) {
        self.optional = optional
    }
    public static let xml = XMLTable(Self.self, "Array", in: nsK) {
        $0.element("optional", \.optional)
    }
}
