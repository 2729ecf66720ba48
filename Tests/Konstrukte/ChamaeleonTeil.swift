// Made by `xoev generate swift --config xoev-generate.json`. Do not edit: make it again instead.
// chamaeleon-teil.xsd sha256:937aabc5fe0a04a785d059293db57f9b7a542f8832c7ee3dff7fabb11070e5de
// swift-format-ignore-file

import SchemaBinding
import XMLCore

/// Schema: Typ `Teilname`
public struct Teilname: XMLRefined {
    public let value: String
    public init(unchecked value: String) { self.value = value }
    public static let facets = XMLFacets(maxLength: 9)
}
