// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// ohne-namensraum.xsd sha256:76e4273c79edf56ac75335696bc65dfde6e371868a02be47b247548d81e710ed
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Typ `Inhalt`
public struct Inhalt: XMLComplex {
    public var y: Int32
    public var ohneNamensraum: Inhalt? {
        get { _ohneNamensraum?.value }
        set { _ohneNamensraum = newValue.map { XMLIndirect($0) } }
    }
    var _ohneNamensraum: XMLIndirect<Inhalt>?
    public var q: Int32?
    public init(y: Int32, ohneNamensraum: Inhalt? = nil, q: Int32? = nil) {
        self.y = y
        self._ohneNamensraum = ohneNamensraum.map { XMLIndirect($0) }
        self.q = q
    }
    public static let rootNames = [XMLName("ohne-namensraum")]
    public static let xml = XMLTable(Self.self, "Inhalt", in: .unqualified) {
        $0.element("y", \.y)
        $0.element("ohne-namensraum", \._ohneNamensraum)
        $0.attribute("q", \.q)
    }
}
