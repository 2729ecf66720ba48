import XMLCore

/// XZuFi, the German standard for descriptions of public services (`urn:xoev-de:fim:standard:xzufi`).
///
/// The types in here are views: each wraps the XML element it reads, so that whatever it does not know (unknown
/// elements, comments, foreign attributes) stays where it was. The official schemas are not public; which parts are
/// certain and which are inferred is written in `Documentation/Formate/XZuFi.md`.
public enum XZuFi {
    /// A version of the standard that this library knows.
    public enum Version: String, Sendable, Hashable, CaseIterable {
        /// XZuFi 2.1.0.
        case v210 = "2.1.0"
        /// XZuFi 2.2.0, which PVOG files carry.
        case v220 = "2.2.0"
        /// XZuFi 2.3.1, known from the FIM portal's models only. Experimental: its namespace is inferred.
        case v231 = "2.3.1"

        /// The namespace of the version's elements.
        public var namespace: String {
            "http://xoev.de/schemata/xzufi/" + rawValue.replacing(".", with: "_")
        }

        /// The version whose elements live in `namespace`, or nil.
        public init?(namespace: String?) {
            guard let version = Self.allCases.first(where: { $0.namespace == namespace }) else { return nil }
            self = version
        }

        /// The values of the root attribute `xzufiVersion` that files of this version carry: PVOG files of 2.2.0 say
        /// `2.2` or `2.2.0`.
        public var acceptedVersionAttributes: [String] {
            [rawValue, String(rawValue.split(separator: ".").prefix(2).joined(separator: "."))]
        }
    }

    /// The namespace of `xsi:type`.
    static let schemaInstance = "http://www.w3.org/2001/XMLSchema-instance"

    /// A kind of object that a file or a message can hold.
    public enum Objektart: String, Sendable, Hashable, CaseIterable {
        /// A public service.
        case leistung
        /// A regional refinement of a service.
        case spezialisierung
        /// An organisation unit.
        case organisationseinheit
        /// An online service.
        case onlinedienst
        /// Who is responsible for a service, and where, as an object of its own.
        case zustaendigkeit
        /// A form.
        case formular
        /// A category.
        case kategorie
        /// A publisher.
        case herausgeber
        /// An area.
        case gebiet

        /// The kind that an element of this local name holds: the bare name (`leistung`), the one of 2.1 answers
        /// (`ergebnisLeistung`) or the transfer object of a responsibility.
        public init?(elementName: String) {
            if let kind = Self(rawValue: elementName) {
                self = kind
                return
            }
            if elementName == "zustaendigkeitTransferObjekt" {
                self = .zustaendigkeit
                return
            }
            guard elementName.hasPrefix("ergebnis") else { return nil }
            let rest = elementName.dropFirst("ergebnis".count)
            guard let kind = Self(rawValue: rest.prefix(1).lowercased() + rest.dropFirst()) else { return nil }
            self = kind
        }
    }
}

/// A typed view of an XZuFi element.
public protocol XZuFiView: Sendable, Hashable {
    /// The element that is viewed. Everything the view does not name is still in it.
    var element: XMLTree.Element { get set }

    /// A view of `element`; nothing is checked.
    init(_ element: XMLTree.Element)
}

extension XZuFiView {
    /// The first child of this name in the element's own namespace or, as `code` is written, in none.
    func child(_ local: String) -> XMLTree.Element? { element.first(own: local) }

    /// All children of this name in the element's own namespace or in none.
    func children(_ local: String) -> [XMLTree.Element] { element.all(own: local) }

    /// The trimmed text of a child, or nil where there is none or it is empty.
    func value(_ local: String) -> String? {
        guard let text = child(local)?.text.trimmedXML, !text.isEmpty else { return nil }
        return text
    }

    /// The integer that a child holds.
    func integer(_ local: String) -> Int? { value(local).flatMap { Int($0) } }

    /// The truth value that a child holds (`true`, `false`, `1`, `0`).
    func boolean(_ local: String) -> Bool? {
        switch value(local) {
        case "true", "1": true
        case "false", "0": false
        default: nil
        }
    }

    /// The children of a name, each as a view.
    func views<V: XZuFiView>(_ local: String, as type: V.Type = V.self) -> [V] {
        children(local).map { V($0) }
    }

    /// The first child of a name as a view.
    func view<V: XZuFiView>(_ local: String, as type: V.Type = V.self) -> V? {
        child(local).map { V($0) }
    }

    func identifikatoren(_ local: String) -> [XZuFi.Identifikator] {
        children(local).map { XZuFi.Identifikator($0) }
    }

    func identifikator(_ local: String) -> XZuFi.Identifikator? {
        child(local).map { XZuFi.Identifikator($0) }
    }

    func texts(_ local: String) -> [XZuFi.LocalizedString] {
        children(local).map { XZuFi.LocalizedString($0) }
    }

    func htmlTexts(_ local: String) -> [XZuFi.LocalizedHTML] {
        children(local).map { XZuFi.LocalizedHTML($0) }
    }

    func code(_ local: String) -> XZuFi.Code? { child(local).map { XZuFi.Code($0) } }

    func codes(_ local: String) -> [XZuFi.Code] { children(local).map { XZuFi.Code($0) } }
}

extension String {
    /// The text without white space of XML (space, tab, CR, LF) at its ends.
    var trimmedXML: String {
        // By bytes: the four are ASCII, and walking characters costs more than all else about short values.
        func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x0A || byte == 0x09 || byte == 0x0D }
        guard let first = utf8.first, let last = utf8.last else { return self }
        guard isSpace(first) || isSpace(last) else { return self }
        guard let start = utf8.firstIndex(where: { !isSpace($0) }),
            let end = utf8.lastIndex(where: { !isSpace($0) })
        else { return "" }
        return String(Substring(utf8[start...end]))
    }
}
