// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// feindlich.xsd sha256:41934a064313064b0d546bc0628683c9fc3bd26a1f0bfe097c69fe8b24be2e8b
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `feindlich`
public struct Feindlich2: XMLComplex {
    public var t0: TypeWert
    public var t1: ProtocolWert
    public var t2: Element
    public var t3: CodableWert
    public var t4: SelfWert
    public var t5: AnyWert
    public var t6: XMLTableWert
    public var t7: XMLComplexWert
    public var t8: XMLRefinedWert
    public var t9: XSDDateWert
    public var t10: XMLChoiceWert
    public var t11: CaseIterableWert
    public var t12: Schema
    public var t13: Feindlich
    public var felder: Feindlich2.Felder {
        get { _felder.value }
        _modify { yield &_felder.value }
    }
    var _felder: XMLIndirect<Feindlich2.Felder>
    public var wahl: Feindlich2.Wahl
    public var i: IntWert
    public var b: BoolWert
    public init(
        t0: TypeWert,
        t1: ProtocolWert,
        t2: Element,
        t3: CodableWert,
        t4: SelfWert,
        t5: AnyWert,
        t6: XMLTableWert,
        t7: XMLComplexWert,
        t8: XMLRefinedWert,
        t9: XSDDateWert,
        t10: XMLChoiceWert,
        t11: CaseIterableWert,
        t12: Schema,
        t13: Feindlich,
        felder: Feindlich2.Felder,
        wahl: Feindlich2.Wahl,
        i: IntWert,
        b: BoolWert
    ) {
        self.t0 = t0
        self.t1 = t1
        self.t2 = t2
        self.t3 = t3
        self.t4 = t4
        self.t5 = t5
        self.t6 = t6
        self.t7 = t7
        self.t8 = t8
        self.t9 = t9
        self.t10 = t10
        self.t11 = t11
        self.t12 = t12
        self.t13 = t13
        self._felder = XMLIndirect(felder)
        self.wahl = wahl
        self.i = i
        self.b = b
    }
    public static let rootNames = [nsFeindlich.name("feindlich")]
    public static let xml = XMLTable(Self.self, in: nsFeindlich) {
        $0.element("t0", \.t0)
        $0.element("t1", \.t1)
        $0.element("t2", \.t2)
        $0.element("t3", \.t3)
        $0.element("t4", \.t4)
        $0.element("t5", \.t5)
        $0.element("t6", \.t6)
        $0.element("t7", \.t7)
        $0.element("t8", \.t8)
        $0.element("t9", \.t9)
        $0.element("t10", \.t10)
        $0.element("t11", \.t11)
        $0.element("t12", \.t12)
        $0.element("t13", \.t13)
        $0.element("felder", \._felder)
        $0.element("wahl", \.wahl)
        $0.element("i", \.i, token: true)
        $0.element("b", \.b)
    }

    /// Schema: Element `felder`
    public struct Felder: XMLComplex {
        public var xmlElement: Int32?
        public var rootNamesElement: Int32?
        public var selfElement: Int32?
        public var initElement: Int32?
        public var selfElement2: Int32?
        public var hashElement: Int32?
        public var hashValueElement: Int32?
        public var description: Int32?
        public var encode: Int32?
        public var content: Int32?
        public var value: Int32?
        public var schemaType: Int32?
        public var auswahl: Int32?
        public var weitereElemente: Int32?
        public var aB: Int32?
        public var aB2: Int32?
        public var nsFeindlichElement: Int32?
        public var some: Int32?
        public var none: Int32?
        public var `var`: Int32?
        public var `let`: Int32?
        public var `inout`: Int32?
        public var `await`: Int32?
        public var `consume`: Int32?
        public var `unsafe`: Int32?
        public var `copy`: Int32?
        public var `each`: Int32?
        public var get: Int32?
        public var set: Int32?
        public var xmlText: Int32?
        public var `nil`: Int32?
        public var `protocol`: Int32?
        public var weitereElemente2: [XMLAnyElement]
        public var xmlAttribut: Int32?
        public var rootNamesAttribut: Int32?
        public var selfAttribut: Int32?
        public var initAttribut: Int32?
        public var selfAttribut2: Int32?
        public var hashAttribut: Int32?
        public var hashValueAttribut: Int32?
        public var descriptionAttribut: Int32?
        public var encodeAttribut: Int32?
        public var contentAttribut: Int32?
        public var valueAttribut: Int32?
        public var schemaTypeAttribut: Int32?
        public var auswahlAttribut: Int32?
        public var weitereElementeAttribut: Int32?
        public var aBAttribut: Int32?
        public var aBAttribut2: Int32?
        public var nsFeindlichAttribut: Int32?
        public var someAttribut: Int32?
        public var noneAttribut: Int32?
        public var varAttribut: Int32?
        public var letAttribut: Int32?
        public var inoutAttribut: Int32?
        public var awaitAttribut: Int32?
        public var consumeAttribut: Int32?
        public var unsafeAttribut: Int32?
        public var copyAttribut: Int32?
        public var eachAttribut: Int32?
        public var getAttribut: Int32?
        public var setAttribut: Int32?
        public var xmlTextAttribut: Int32?
        public var nilAttribut: Int32?
        public var protocolAttribut: Int32?
        public init(
            xmlElement: Int32? = nil,
            rootNamesElement: Int32? = nil,
            selfElement: Int32? = nil,
            initElement: Int32? = nil,
            selfElement2: Int32? = nil,
            hashElement: Int32? = nil,
            hashValueElement: Int32? = nil,
            description: Int32? = nil,
            encode: Int32? = nil,
            content: Int32? = nil,
            value: Int32? = nil,
            schemaType: Int32? = nil,
            auswahl: Int32? = nil,
            weitereElemente: Int32? = nil,
            aB: Int32? = nil,
            aB2: Int32? = nil,
            nsFeindlichElement: Int32? = nil,
            some: Int32? = nil,
            none: Int32? = nil,
            `var`: Int32? = nil,
            `let`: Int32? = nil,
            `inout`: Int32? = nil,
            `await`: Int32? = nil,
            `consume`: Int32? = nil,
            `unsafe`: Int32? = nil,
            `copy`: Int32? = nil,
            `each`: Int32? = nil,
            get: Int32? = nil,
            set: Int32? = nil,
            xmlText: Int32? = nil,
            `nil`: Int32? = nil,
            `protocol`: Int32? = nil,
            weitereElemente2: [XMLAnyElement] = [],
            xmlAttribut: Int32? = nil,
            rootNamesAttribut: Int32? = nil,
            selfAttribut: Int32? = nil,
            initAttribut: Int32? = nil,
            selfAttribut2: Int32? = nil,
            hashAttribut: Int32? = nil,
            hashValueAttribut: Int32? = nil,
            descriptionAttribut: Int32? = nil,
            encodeAttribut: Int32? = nil,
            contentAttribut: Int32? = nil,
            valueAttribut: Int32? = nil,
            schemaTypeAttribut: Int32? = nil,
            auswahlAttribut: Int32? = nil,
            weitereElementeAttribut: Int32? = nil,
            aBAttribut: Int32? = nil,
            aBAttribut2: Int32? = nil,
            nsFeindlichAttribut: Int32? = nil,
            someAttribut: Int32? = nil,
            noneAttribut: Int32? = nil,
            varAttribut: Int32? = nil,
            letAttribut: Int32? = nil,
            inoutAttribut: Int32? = nil,
            awaitAttribut: Int32? = nil,
            consumeAttribut: Int32? = nil,
            unsafeAttribut: Int32? = nil,
            copyAttribut: Int32? = nil,
            eachAttribut: Int32? = nil,
            getAttribut: Int32? = nil,
            setAttribut: Int32? = nil,
            xmlTextAttribut: Int32? = nil,
            nilAttribut: Int32? = nil,
            protocolAttribut: Int32? = nil
        ) {
            self.xmlElement = xmlElement
            self.rootNamesElement = rootNamesElement
            self.selfElement = selfElement
            self.initElement = initElement
            self.selfElement2 = selfElement2
            self.hashElement = hashElement
            self.hashValueElement = hashValueElement
            self.description = description
            self.encode = encode
            self.content = content
            self.value = value
            self.schemaType = schemaType
            self.auswahl = auswahl
            self.weitereElemente = weitereElemente
            self.aB = aB
            self.aB2 = aB2
            self.nsFeindlichElement = nsFeindlichElement
            self.some = some
            self.none = none
            self.`var` = `var`
            self.`let` = `let`
            self.`inout` = `inout`
            self.`await` = `await`
            self.`consume` = `consume`
            self.`unsafe` = `unsafe`
            self.`copy` = `copy`
            self.`each` = `each`
            self.get = get
            self.set = set
            self.xmlText = xmlText
            self.`nil` = `nil`
            self.`protocol` = `protocol`
            self.weitereElemente2 = weitereElemente2
            self.xmlAttribut = xmlAttribut
            self.rootNamesAttribut = rootNamesAttribut
            self.selfAttribut = selfAttribut
            self.initAttribut = initAttribut
            self.selfAttribut2 = selfAttribut2
            self.hashAttribut = hashAttribut
            self.hashValueAttribut = hashValueAttribut
            self.descriptionAttribut = descriptionAttribut
            self.encodeAttribut = encodeAttribut
            self.contentAttribut = contentAttribut
            self.valueAttribut = valueAttribut
            self.schemaTypeAttribut = schemaTypeAttribut
            self.auswahlAttribut = auswahlAttribut
            self.weitereElementeAttribut = weitereElementeAttribut
            self.aBAttribut = aBAttribut
            self.aBAttribut2 = aBAttribut2
            self.nsFeindlichAttribut = nsFeindlichAttribut
            self.someAttribut = someAttribut
            self.noneAttribut = noneAttribut
            self.varAttribut = varAttribut
            self.letAttribut = letAttribut
            self.inoutAttribut = inoutAttribut
            self.awaitAttribut = awaitAttribut
            self.consumeAttribut = consumeAttribut
            self.unsafeAttribut = unsafeAttribut
            self.copyAttribut = copyAttribut
            self.eachAttribut = eachAttribut
            self.getAttribut = getAttribut
            self.setAttribut = setAttribut
            self.xmlTextAttribut = xmlTextAttribut
            self.nilAttribut = nilAttribut
            self.protocolAttribut = protocolAttribut
        }
        public static let xml = XMLTable(Self.self, in: nsFeindlich) {
            $0.element("xml", \.xmlElement)
            $0.element("rootNames", \.rootNamesElement)
            $0.element("self", \.selfElement)
            $0.element("init", \.initElement)
            $0.element("Self", \.selfElement2)
            $0.element("hash", \.hashElement)
            $0.element("hashValue", \.hashValueElement)
            $0.element("description", \.description)
            $0.element("encode", \.encode)
            $0.element("content", \.content)
            $0.element("value", \.value)
            $0.element("schemaType", \.schemaType)
            $0.element("auswahl", \.auswahl)
            $0.element("weitereElemente", \.weitereElemente)
            $0.element("a-b", \.aB)
            $0.element("aB", \.aB2)
            $0.element("nsFeindlich", \.nsFeindlichElement)
            $0.element("some", \.some)
            $0.element("none", \.none)
            $0.element("var", \.`var`)
            $0.element("let", \.`let`)
            $0.element("inout", \.`inout`)
            $0.element("await", \.`await`)
            $0.element("consume", \.`consume`)
            $0.element("unsafe", \.`unsafe`)
            $0.element("copy", \.`copy`)
            $0.element("each", \.`each`)
            $0.element("get", \.get)
            $0.element("set", \.set)
            $0.element("xmlText", \.xmlText)
            $0.element("nil", \.`nil`)
            $0.element("Protocol", \.`protocol`)
            $0.any(\.weitereElemente2, .other(than: "urn:swift-xoev:konstrukte:feindlich"))
            $0.attribute("xml", \.xmlAttribut)
            $0.attribute("rootNames", \.rootNamesAttribut)
            $0.attribute("self", \.selfAttribut)
            $0.attribute("init", \.initAttribut)
            $0.attribute("Self", \.selfAttribut2)
            $0.attribute("hash", \.hashAttribut)
            $0.attribute("hashValue", \.hashValueAttribut)
            $0.attribute("description", \.descriptionAttribut)
            $0.attribute("encode", \.encodeAttribut)
            $0.attribute("content", \.contentAttribut)
            $0.attribute("value", \.valueAttribut)
            $0.attribute("schemaType", \.schemaTypeAttribut)
            $0.attribute("auswahl", \.auswahlAttribut)
            $0.attribute("weitereElemente", \.weitereElementeAttribut)
            $0.attribute("a-b", \.aBAttribut)
            $0.attribute("aB", \.aBAttribut2)
            $0.attribute("nsFeindlich", \.nsFeindlichAttribut)
            $0.attribute("some", \.someAttribut)
            $0.attribute("none", \.noneAttribut)
            $0.attribute("var", \.varAttribut)
            $0.attribute("let", \.letAttribut)
            $0.attribute("inout", \.inoutAttribut)
            $0.attribute("await", \.awaitAttribut)
            $0.attribute("consume", \.consumeAttribut)
            $0.attribute("unsafe", \.unsafeAttribut)
            $0.attribute("copy", \.copyAttribut)
            $0.attribute("each", \.eachAttribut)
            $0.attribute("get", \.getAttribut)
            $0.attribute("set", \.setAttribut)
            $0.attribute("xmlText", \.xmlTextAttribut)
            $0.attribute("nil", \.nilAttribut)
            $0.attribute("Protocol", \.protocolAttribut)
        }
    }

    /// Schema: Element `wahl`
    public struct Wahl: XMLComplex {
        public var auswahl: [Feindlich2.Wahl.Auswahl]
        public init(auswahl: [Feindlich2.Wahl.Auswahl]) {
            self.auswahl = auswahl
        }
        public static let xml = XMLTable(Self.self, in: nsFeindlich) {
            $0.group(\.auswahl, min: 1)
        }

        /// Schema: Auswahl
        public enum Auswahl: XMLChoice {
            case xml2(Int32)
            case rootNames2(Int32)
            case self2(Int32)
            case init2(Int32)
            case self3(Int32)
            case hash2(Int32)
            case hashValue2(Int32)
            case description(Int32)
            case encode(Int32)
            case content(Int32)
            case value(Int32)
            case schemaType(Int32)
            case auswahl(Int32)
            case weitereElemente(Int32)
            case aB(Int32)
            case aB2(Int32)
            case nsFeindlich2(Int32)
            case some(Int32)
            case none(Int32)
            case `var`(Int32)
            case `let`(Int32)
            case `inout`(Int32)
            case `await`(Int32)
            case `consume`(Int32)
            case `unsafe`(Int32)
            case `copy`(Int32)
            case `each`(Int32)
            case get(Int32)
            case set(Int32)
            case xmlText(Int32)
            case `nil`(Int32)
            case `protocol`(Int32)
            public static let xml = XMLChoiceTable(Self.self, in: nsFeindlich) {
                $0.element("xml", { .xml2($0) }) { if case .xml2(let value) = $0 { value } else { nil } }
                $0.element("rootNames", { .rootNames2($0) }) { if case .rootNames2(let value) = $0 { value } else { nil } }
                $0.element("self", { .self2($0) }) { if case .self2(let value) = $0 { value } else { nil } }
                $0.element("init", { .init2($0) }) { if case .init2(let value) = $0 { value } else { nil } }
                $0.element("Self", { .self3($0) }) { if case .self3(let value) = $0 { value } else { nil } }
                $0.element("hash", { .hash2($0) }) { if case .hash2(let value) = $0 { value } else { nil } }
                $0.element("hashValue", { .hashValue2($0) }) { if case .hashValue2(let value) = $0 { value } else { nil } }
                $0.element("description", { .description($0) }) { if case .description(let value) = $0 { value } else { nil } }
                $0.element("encode", { .encode($0) }) { if case .encode(let value) = $0 { value } else { nil } }
                $0.element("content", { .content($0) }) { if case .content(let value) = $0 { value } else { nil } }
                $0.element("value", { .value($0) }) { if case .value(let value) = $0 { value } else { nil } }
                $0.element("schemaType", { .schemaType($0) }) { if case .schemaType(let value) = $0 { value } else { nil } }
                $0.element("auswahl", { .auswahl($0) }) { if case .auswahl(let value) = $0 { value } else { nil } }
                $0.element("weitereElemente", { .weitereElemente($0) }) { if case .weitereElemente(let value) = $0 { value } else { nil } }
                $0.element("a-b", { .aB($0) }) { if case .aB(let value) = $0 { value } else { nil } }
                $0.element("aB", { .aB2($0) }) { if case .aB2(let value) = $0 { value } else { nil } }
                $0.element("nsFeindlich", { .nsFeindlich2($0) }) { if case .nsFeindlich2(let value) = $0 { value } else { nil } }
                $0.element("some", { .some($0) }) { if case .some(let value) = $0 { value } else { nil } }
                $0.element("none", { .none($0) }) { if case .none(let value) = $0 { value } else { nil } }
                $0.element("var", { .`var`($0) }) { if case .`var`(let value) = $0 { value } else { nil } }
                $0.element("let", { .`let`($0) }) { if case .`let`(let value) = $0 { value } else { nil } }
                $0.element("inout", { .`inout`($0) }) { if case .`inout`(let value) = $0 { value } else { nil } }
                $0.element("await", { .`await`($0) }) { if case .`await`(let value) = $0 { value } else { nil } }
                $0.element("consume", { .`consume`($0) }) { if case .`consume`(let value) = $0 { value } else { nil } }
                $0.element("unsafe", { .`unsafe`($0) }) { if case .`unsafe`(let value) = $0 { value } else { nil } }
                $0.element("copy", { .`copy`($0) }) { if case .`copy`(let value) = $0 { value } else { nil } }
                $0.element("each", { .`each`($0) }) { if case .`each`(let value) = $0 { value } else { nil } }
                $0.element("get", { .get($0) }) { if case .get(let value) = $0 { value } else { nil } }
                $0.element("set", { .set($0) }) { if case .set(let value) = $0 { value } else { nil } }
                $0.element("xmlText", { .xmlText($0) }) { if case .xmlText(let value) = $0 { value } else { nil } }
                $0.element("nil", { .`nil`($0) }) { if case .`nil`(let value) = $0 { value } else { nil } }
                $0.element("Protocol", { .`protocol`($0) }) { if case .`protocol`(let value) = $0 { value } else { nil } }
            }
        }
    }
}

/// Schema: Typ `Type`
public struct TypeWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "Type", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `Protocol`
public struct ProtocolWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "Protocol", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `Element`
public struct Element: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "Element", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `Codable`
public struct CodableWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "Codable", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `Self`
public struct SelfWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "Self", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `Any`
public struct AnyWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "Any", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `XMLTable`
public struct XMLTableWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "XMLTable", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `XMLComplex`
public struct XMLComplexWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "XMLComplex", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `XMLRefined`
public struct XMLRefinedWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "XMLRefined", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `XSDDate`
public struct XSDDateWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "XSDDate", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `XMLChoice`
public struct XMLChoiceWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "XMLChoice", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `CaseIterable`
public struct CaseIterableWert: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "CaseIterable", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `Schema`
public struct Schema: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "Schema", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `Feindlich`
public struct Feindlich: XMLComplex {
    public var v: Int32
    public init(v: Int32) {
        self.v = v
    }
    public static let xml = XMLTable(Self.self, "Feindlich", in: nsFeindlich) {
        $0.element("v", \.v)
    }
}

/// Schema: Typ `Int`
public enum IntWert: String, XMLEnumeration {
    case int = "Int"
    case int2 = "int"
}

/// Schema: Typ `Bool`
public enum BoolWert: XMLUnion {
    case int(Int32)
    case boolean(Bool)
    public init?(xmlText: String) {
        if let value = Int32(xmlText: xmlText) { self = .int(value); return }
        if let value = Bool(xmlText: xmlText) { self = .boolean(value); return }
        return nil
    }
    public var xmlText: String {
        switch self {
            case .int(let value): value.xmlText
            case .boolean(let value): value.xmlText
        }
    }
}
