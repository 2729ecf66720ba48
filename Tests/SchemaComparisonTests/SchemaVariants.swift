import XMLCore

/// Variants of a schema, each with one small change somewhere: what a new version of a standard does to an old one.
struct SchemaVariants {
    private static let facetSteps = [
        "length", "minLength", "maxLength", "totalDigits", "fractionDigits", "minInclusive", "maxInclusive",
        "minExclusive", "maxExclusive",
    ]
    private static let types = [
        "xs:string", "xs:token", "xs:int", "xs:byte", "xs:decimal", "xs:positiveInteger", "xs:boolean", "xs:date",
        "xs:NCName", "xs:double", "xs:NMTOKENS", "xs:anySimpleType",
    ]

    /// All variants, as texts; many are no schemas at all.
    static func of(_ text: String) throws -> [String] {
        let tree = try XMLTree(bytes: Array(text.utf8), name: "s.xsd")
        var result: [String] = []
        for root in changed(tree.root) {
            var copy = tree
            copy.root = root
            result.append(String(decoding: try copy.serialized(), as: UTF8.self))
        }
        return result
    }

    /// An element with one change at itself or below.
    private static func changed(_ element: XMLTree.Element) -> [XMLTree.Element] {
        var result = itself(element)
        for (index, child) in element.children.enumerated() {
            guard case .element(let inner) = child else { continue }
            for variant in changed(inner) {
                var copy = element
                copy.children[index] = .element(variant)
                result.append(copy)
            }
            var without = element
            without.children.remove(at: index)
            result.append(without)
            let next = element.children[(index + 1)...].firstIndex { if case .element = $0 { true } else { false } }
            if let next {
                var swapped = element
                swapped.children.swapAt(index, next)
                result.append(swapped)
            }
        }
        return result
    }

    private static func itself(_ element: XMLTree.Element) -> [XMLTree.Element] {
        var result: [XMLTree.Element] = []
        func set(_ name: String, _ values: String?...) {
            for value in values where element[name] != value {
                var copy = element
                copy.setAttribute(XMLName(name), to: value)
                result.append(copy)
            }
        }
        func renamed(_ names: String...) {
            for name in names where name != element.name.local {
                var copy = element
                copy.name = XMLName(name, in: element.name.namespace)
                result.append(copy)
            }
        }
        switch element.name.local {
        case "element":
            set("minOccurs", nil, "0", "2")
            set("maxOccurs", nil, "2", "unbounded")
            set("nillable", nil, "true")
            set("abstract", nil, "true")
            set("fixed", nil, "7")
            set("default", nil, "8")
            set("block", nil, "restriction", "#all")
            set("form", "unqualified")
            if element["name"] != nil { set("name", "anders") }
            if element["type"]?.hasPrefix("xs:") == true {
                for type in types { set("type", type) }
            }
            if element["type"] == nil, element["ref"] == nil, Array(element.elements).isEmpty { set("type", "xs:int") }
        case "sequence", "choice", "all":
            renamed("sequence", "choice", "all")
            set("minOccurs", nil, "0")
            set("maxOccurs", nil, "3", "unbounded")
        case "any", "anyAttribute":
            set("namespace", nil, "##any", "##other", "##local", "##targetNamespace")
            set("processContents", nil, "lax", "skip")
            if element.name.local == "any" {
                set("minOccurs", nil, "0")
                set("maxOccurs", nil, "5")
            }
        case "attribute":
            set("use", nil, "required", "prohibited")
            set("fixed", nil, "1")
            if element["type"]?.hasPrefix("xs:") == true {
                for type in types { set("type", type) }
            }
        case "complexType":
            set("mixed", nil, "true")
            set("abstract", nil, "true")
            set("block", nil, "extension")
        case "restriction", "list", "extension":
            renamed("restriction", "extension")
            for name in ["base", "itemType"] where element[name]?.hasPrefix("xs:") == true {
                for type in types { set(name, type) }
            }
        case "enumeration": set("value", "anders", "7")
        case "pattern": set("value", "[a-z]+", ".*", "[0-9]{1,4}", (element["value"] ?? "") + "|[A-Z]")
        case "whiteSpace": set("value", "preserve", "replace", "collapse")
        case "key", "unique": renamed("key", "unique")
        case "selector": set("xpath", ".//*", ".")
        case "field": set("xpath", "@anders", ".")
        case "schema":
            set("targetNamespace", "urn:neu")
            set("elementFormDefault", nil, "qualified")
            if !result.isEmpty, element["targetNamespace"] == "urn:t" {
                // A new namespace that the references follow.
                result[0].namespaces = element.namespaces.map {
                    $0.uri == "urn:t" ? XMLNamespaceDeclaration(prefix: $0.prefix, uri: "urn:neu") : $0
                }
            }
        case let name where facetSteps.contains(name):
            if let value = element["value"].flatMap({ Int($0) }) { set("value", String(value + 1), String(value - 1)) }
        default: break
        }
        return result
    }
}
