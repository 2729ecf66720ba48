import XMLCore

/// What tells the elements of an XZuFi object from their siblings, so that a field keeps its address when others come,
/// go or move: the language of a text, the module's type, an identity, a code.
enum FieldKeys {
    /// Lists of identifiers, each of which is a thing of its own. Others, such as `leistungID`, stand once.
    private static let identifierLists: Set<String> = [
        "idSekundaer", "gebietID", "gueltigkeitGebietID", "idLeistungImKontext", "leistungImKontextID", "idProzess",
        "prozessID", "referenzLeistungsschluessel", "untergeordneteOrganisationseinheitID", "uebergeordnetesGebietID",
        "untergeordnetesGebietID", "untergeordneteKategorieID",
    ]
    /// Lists of codes, each of which is a thing of its own. Others, such as `vertrauensniveau`, stand once.
    private static let codeLists: Set<String> = [
        "identifizierungsmittel", "zahlungsweise", "typisierung", "leistungsadressat", "klassifizierung",
        "informationsbereichSDG", "referenzLeiKa", "relevantFuerWirtschaftszweig", "relevantFuerRechtsform",
        "relevantFuerStaatsangehoerigkeit",
    ]
    /// Lists of plain values, each of which is a thing of its own.
    private static let valueLists: Set<String> = ["durchfuehrungSprache"]

    /// What tells an element from its siblings of the same name; nil where its name is all there is.
    static func key(of element: XMLTree.Element) -> String? {
        let name = element.name.local
        if let language = element["languageCode"] { return language }
        if name == "modulText", let code = element.first(local: "leikaTextmodul").flatMap(self.code) { return code }
        if identifierLists.contains(name) { return identity(element) }
        if codeLists.contains(name) { return code(element) }
        if valueLists.contains(name) { return token(element) }
        if let id = element.first(local: "id"), isText(id) { return identity(id) }
        for child in ["parameterName", "languageCode"] {
            if let value = element.first(local: child).map(token), !value.isEmpty { return value }
        }
        for child in ["kanal", "typ"] {
            if let code = element.first(local: child).flatMap(self.code) { return code }
        }
        return nil
    }

    /// Whether an element is a field of its own: a text, or a code with its name.
    static func isLeaf(_ element: XMLTree.Element) -> Bool {
        var hasElements = false
        var isCode = true
        var hasText = false
        for child in element.children {
            switch child {
            case .element(let inner):
                hasElements = true
                if inner.name.local != "code" && inner.name.local != "name" || !isText(inner) { isCode = false }
            case .text(let text), .cdata(let text):
                if !text.allSatisfy(\.isWhitespace) { hasText = true }
            case .comment, .processingInstruction: break
            }
        }
        if !hasElements { return true }
        // Text between elements cannot be taken apart.
        return hasText || isCode && element.first(local: "code") != nil
    }

    /// The value of a field as a person reads it: the text, or the code.
    static func value(of element: XMLTree.Element) -> String {
        if let code = code(element) { return code }
        return isLeaf(element) ? element.text : outline(element)
    }

    private static func code(_ element: XMLTree.Element) -> String? {
        element.first(local: "code").map(token).flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A group of fields on one line, such as a whole module that was added.
    private static func outline(_ element: XMLTree.Element) -> String {
        element.elements.map { child in
            let value = value(of: child)
            return isLeaf(child) ? value.split(whereSeparator: \.isWhitespace).joined(separator: " ") : value
        }
        .filter { !$0.isEmpty }.joined(separator: " · ")
    }

    private static func isText(_ element: XMLTree.Element) -> Bool {
        element.elements.first { _ in true } == nil
    }

    private static func identity(_ element: XMLTree.Element) -> String {
        let value = token(element)
        guard element["schemeAgencyID"] != nil || element["schemeID"] != nil else { return value }
        return "\(element["schemeAgencyID"] ?? "")|\(element["schemeID"] ?? "")|\(value)"
    }

    private static func token(_ element: XMLTree.Element) -> String {
        element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension XMLTree.Element {
    /// Whether two elements say the same: prefixes, declarations, comments, the form of text and white space between
    /// elements do not count.
    func saysSame(as other: XMLTree.Element) -> Bool {
        guard name == other.name, hasSameAttributes(as: other) else { return false }
        var left = content[...]
        var right = other.content[...]
        while true {
            switch (left.popFirst(), right.popFirst()) {
            case (nil, nil): return true
            case (.element(let a)?, .element(let b)?):
                if !a.saysSame(as: b) { return false }
            case (.text(let a)?, .text(let b)?):
                if a != b { return false }
            default: return false
            }
        }
    }

    func hasSameAttributes(as other: XMLTree.Element) -> Bool {
        attributes.count == other.attributes.count
            && attributes.allSatisfy { own in other.attribute(own.name) == own.value }
    }

    /// Elements and joined text, without white space between elements.
    private var content: [XMLTree.Node] {
        var result: [XMLTree.Node] = []
        var hasElements = false
        for child in children {
            switch child {
            case .element:
                hasElements = true
                result.append(child)
            case .text(let text), .cdata(let text):
                if case .text(let before)? = result.last {
                    result[result.count - 1] = .text(before + text)
                } else if !text.isEmpty {
                    result.append(.text(text))
                }
            case .comment, .processingInstruction: break
            }
        }
        guard hasElements else { return result }
        return result.filter { node in
            if case .text(let text) = node { !text.allSatisfy(\.isWhitespace) } else { true }
        }
    }
}
