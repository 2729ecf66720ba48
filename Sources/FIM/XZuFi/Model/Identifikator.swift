import XMLCore

extension XZuFi {
    /// What makes an object the same object: never the bare value, always who gave it and in which scheme
    /// (DOMAIN: every object of a publisher is known by publisher and id).
    public struct Identitaet: Sendable, Hashable, Comparable, CustomStringConvertible {
        /// The agency that gave the value, such as `L100042`.
        public var schemeAgencyID: String?
        /// The scheme the value is from, such as `urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs`.
        public var schemeID: String?
        /// The value.
        public var value: String

        /// An identity from its parts.
        public init(schemeAgencyID: String?, schemeID: String?, value: String) {
            self.schemeAgencyID = schemeAgencyID
            self.schemeID = schemeID
            self.value = value
        }

        /// `agency/scheme/value`, with `-` for what is not given.
        public var description: String { "\(schemeAgencyID ?? "-")/\(schemeID ?? "-")/\(value)" }

        /// The order for lists.
        public static func < (left: Self, right: Self) -> Bool {
            (left.schemeAgencyID ?? "", left.schemeID ?? "", left.value)
                < (right.schemeAgencyID ?? "", right.schemeID ?? "", right.value)
        }
    }

    /// An identifier in the style of UN/CEFACT: a value and where it comes from.
    public struct Identifikator: Sendable, Hashable {
        /// The value.
        public var value: String
        /// The scheme the value is from.
        public var schemeID: String?
        /// The scheme's name.
        public var schemeName: String?
        /// The agency that gave the value.
        public var schemeAgencyID: String?
        /// The agency's name.
        public var schemeAgencyName: String?
        /// The scheme's version.
        public var schemeVersionID: String?
        /// Where the scheme is found.
        public var schemeURI: String?
        /// Where the scheme's data are found.
        public var schemeDataURI: String?

        /// An identifier from its parts.
        public init(
            _ value: String, schemeID: String? = nil, schemeAgencyID: String? = nil, schemeName: String? = nil,
            schemeAgencyName: String? = nil, schemeVersionID: String? = nil, schemeURI: String? = nil,
            schemeDataURI: String? = nil
        ) {
            self.value = value
            self.schemeID = schemeID
            self.schemeName = schemeName
            self.schemeAgencyID = schemeAgencyID
            self.schemeAgencyName = schemeAgencyName
            self.schemeVersionID = schemeVersionID
            self.schemeURI = schemeURI
            self.schemeDataURI = schemeDataURI
        }

        /// The identifier that an element holds.
        public init(_ element: XMLTree.Element) {
            self.init(element.text.trimmedXML)
            // One walk along the attributes, where most identifiers of a stock are read.
            for attribute in element.attributes where attribute.name.namespace == nil {
                switch attribute.name.local {
                case "schemeID": schemeID = attribute.value
                case "schemeAgencyID": schemeAgencyID = attribute.value
                case "schemeName": schemeName = attribute.value
                case "schemeAgencyName": schemeAgencyName = attribute.value
                case "schemeVersionID": schemeVersionID = attribute.value
                case "schemeURI": schemeURI = attribute.value
                case "schemeDataURI": schemeDataURI = attribute.value
                default: break
                }
            }
        }

        /// What makes it the same identifier.
        public var identity: Identitaet {
            Identitaet(schemeAgencyID: schemeAgencyID, schemeID: schemeID, value: value)
        }

        /// The identifier as an element of this name, written beside `sibling` (same namespace and prefix).
        public func element(named local: String, like sibling: XMLTree.Element) -> XMLTree.Element {
            var result = XMLTree.Element(XMLName(local, in: sibling.name.namespace), prefix: sibling.prefix)
            write(to: &result)
            return result
        }

        /// Writes value and scheme attributes into an element; attributes it does not know stay.
        func write(to element: inout XMLTree.Element) {
            element["schemeID"] = schemeID
            element["schemeName"] = schemeName
            element["schemeAgencyID"] = schemeAgencyID
            element["schemeAgencyName"] = schemeAgencyName
            element["schemeVersionID"] = schemeVersionID
            element["schemeURI"] = schemeURI
            element["schemeDataURI"] = schemeDataURI
            element.setText(value)
        }
    }

    /// A code: its value, its name and the list it is from. In instances of 2.2 the element `code` has no namespace, in
    /// hand-made ones of 2.1 it has; both are read, and what is written is unqualified.
    public struct Code: Sendable, Hashable {
        /// The code's value.
        public var code: String
        /// The name that stands beside it.
        public var name: String?
        /// The list's URI.
        public var listURI: String?
        /// The list's version.
        public var listVersionID: String?

        /// A code from its parts.
        public init(_ code: String, name: String? = nil, listURI: String? = nil, listVersionID: String? = nil) {
            self.code = code
            self.name = name
            self.listURI = listURI
            self.listVersionID = listVersionID
        }

        /// The code that an element holds, in a child `code` or as its own text.
        public init(_ element: XMLTree.Element) {
            let code = element.first(local: "code")?.text
            let name = element.first(local: "name")?.text
            self.init(
                (code ?? (name == nil ? element.text : "")).trimmedXML, name: name?.trimmedXML,
                listURI: element["listURI"], listVersionID: element["listVersionID"])
        }

        /// The code as an element of this name, written beside `sibling`.
        public func element(named local: String, like sibling: XMLTree.Element) -> XMLTree.Element {
            var result = XMLTree.Element(XMLName(local, in: sibling.name.namespace), prefix: sibling.prefix)
            result["listURI"] = listURI
            result["listVersionID"] = listVersionID
            result.append(XMLTree.Element(XMLName("code"), children: [.text(code)]))
            if let name { result.append(XMLTree.Element(XMLName("name"), children: [.text(name)])) }
            return result
        }
    }
}
