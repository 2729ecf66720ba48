// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// ersetzung.xsd sha256:db99ded3e80d6182c6aaea71138014984645c56fb47deb00dc48d6f49005d6cd
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Element `ersetzung`
public struct Ersetzung: XMLComplex {
    public var kopf: [KopfElement]
    public var voll: [VollElement]
    public var zu: String?
    public var stufe: Stufe
    public init(kopf: [KopfElement], voll: [VollElement] = [], zu: String? = nil, stufe: Stufe) {
        self.kopf = kopf
        self.voll = voll
        self.zu = zu
        self.stufe = stufe
    }
    public static let rootNames = [nsE.name("ersetzung")]
    public static let xml = XMLTable(Self.self, in: nsE) {
        $0.group(\.kopf, min: 1)
        $0.group(\.voll, max: 2)
        $0.element("zu", \.zu)
        $0.element("stufe", \.stufe, in: nsK2)
    }
}

/// Schema: Ersetzungsgruppe von `kopf`
public enum KopfElement: XMLChoice {
    case einfach(Int32)
    case mitte(XMLNillable<XSDInteger>)
    case unten(Int32)
    case fremd(Fremd)
    case mitte2(XSDDate)
    public static let xml = XMLChoiceTable(Self.self, in: nsE) {
        $0.element("einfach", { .einfach($0) }) { if case .einfach(let value) = $0 { value } else { nil } }
        $0.element("mitte", { .mitte($0) }) { if case .mitte(let value) = $0 { value } else { nil } }
        $0.element("unten", { .unten($0) }) { if case .unten(let value) = $0 { value } else { nil } }
        $0.element("fremd", { .fremd($0) }, in: nsK2) { if case .fremd(let value) = $0 { value } else { nil } }
        $0.element("mitte", { .mitte2($0) }, in: nsK2) { if case .mitte2(let value) = $0 { value } else { nil } }
    }
}

/// Schema: Ersetzungsgruppe von `voll`
public enum VollElement: XMLChoice {
    case voll(String)
    case vollMit(String)
    public static let xml = XMLChoiceTable(Self.self, in: nsE) {
        $0.element("voll", { .voll($0) }) { if case .voll(let value) = $0 { value } else { nil } }
        $0.element("vollMit", { .vollMit($0) }, token: true) { if case .vollMit(let value) = $0 { value } else { nil } }
    }
}
