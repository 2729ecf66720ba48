import Findings
import XMLCore

/// Reads values out of the tree of a manifest or profile and notes what is missing or wrong, with its line, instead of
/// stopping at the first fault.
struct DocumentDecoder {
    private(set) var findings: [Finding] = []
    let file: String
    let namespace: String
    let invalid: FindingID

    init(file: String, namespace: String, invalid: FindingID) {
        self.file = file
        self.namespace = namespace
        self.invalid = invalid
    }

    var hasErrors: Bool { findings.contains { $0.severity == .error } }

    func location(_ element: XMLTree.Element) -> Location {
        Location(file: file, line: element.position?.line, column: element.position?.column, path: nil)
    }

    mutating func note(
        _ id: FindingID? = nil, _ severity: Severity = .error, at element: XMLTree.Element, _ message: Message,
        hint: Message?
    ) {
        findings.append(Finding(id ?? invalid, severity, at: location(element), message, hint: hint))
    }

    /// The text of an element as `xs:token` has it: blanks collapsed.
    func token(_ element: XMLTree.Element) -> String {
        element.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    func child(_ element: XMLTree.Element, _ name: String) -> XMLTree.Element? {
        element.first(XMLName(name, in: namespace))
    }

    func children(_ element: XMLTree.Element, _ name: String) -> [XMLTree.Element] {
        element.all(XMLName(name, in: namespace))
    }

    func optionalText(_ element: XMLTree.Element, _ name: String) -> String? { child(element, name).map(token) }

    mutating func text(_ element: XMLTree.Element, _ name: String) -> String {
        guard let child = child(element, name) else {
            missing(name, in: element)
            return ""
        }
        let text = token(child)
        if text.isEmpty {
            note(
                at: child,
                Message(de: "„\(name)“ ist leer.", en: "“\(name)” is empty."),
                hint: Message(de: "Tragen Sie einen Wert ein.", en: "Enter a value."))
        }
        return text
    }

    mutating func missing(_ name: String, in element: XMLTree.Element) {
        note(
            at: element,
            Message(
                de: "In „\(element.name.local)“ fehlt das Element „\(name)“.",
                en: "“\(element.name.local)” lacks the element “\(name)”."),
            hint: Message(de: "Ergänzen Sie „\(name)“.", en: "Add “\(name)”."))
    }

    mutating func attribute(_ element: XMLTree.Element, _ name: String) -> String {
        if let value = element[name] { return value.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        note(
            at: element,
            Message(
                de: "In „\(element.name.local)“ fehlt das Attribut „\(name)“.",
                en: "“\(element.name.local)” lacks the attribute “\(name)”."),
            hint: Message(de: "Ergänzen Sie „\(name)“.", en: "Add “\(name)”."))
        return ""
    }

    mutating func boolean(_ element: XMLTree.Element, _ name: String) -> Bool {
        switch attribute(element, name) {
        case "true", "1": return true
        case "false", "0", "": return false
        case let other:
            note(
                at: element,
                Message(
                    de: "„\(name)“ ist „\(other)“ statt true oder false.",
                    en: "“\(name)” is “\(other)” instead of true or false."),
                hint: Message(de: "Schreiben Sie true oder false.", en: "Write true or false."))
            return false
        }
    }

    /// A value of an enumeration, or nil after a finding that lists what is allowed.
    mutating func value<V: RawRepresentable & CaseIterable>(
        _ element: XMLTree.Element, _ name: String, of type: V.Type, unknown: FindingID? = nil
    ) -> V? where V.RawValue == String {
        guard element[name] != nil else {
            _ = attribute(element, name)
            return nil
        }
        let text = attribute(element, name)
        if let value = V(rawValue: text) { return value }
        let allowed = V.allCases.map(\.rawValue).joined(separator: ", ")
        note(
            unknown, at: element,
            Message(
                de: "„\(text)“ ist kein bekannter Wert für „\(name)“.",
                en: "“\(text)” is not a known value of “\(name)”."),
            hint: Message(de: "Erlaubt sind: \(allowed).", en: "Allowed are: \(allowed)."))
        return nil
    }

    mutating func texts(_ element: XMLTree.Element, _ name: String) -> MehrsprachigerText {
        var entries: [MehrsprachigerText.Eintrag] = []
        for child in children(element, name) {
            let language = attribute(child, "sprache")
            if entries.contains(where: { $0.sprache == language }) {
                note(
                    at: child,
                    Message(
                        de: "„\(name)“ steht für die Sprache „\(language)“ zweimal.",
                        en: "“\(name)” stands twice for the language “\(language)”."),
                    hint: Message(de: "Entfernen Sie eines der beiden.", en: "Remove one of the two."))
            }
            entries.append(.init(language, child.text))
        }
        return MehrsprachigerText(entries)
    }

    mutating func kontakt(_ element: XMLTree.Element) -> Kontakt {
        Kontakt(
            name: optionalText(element, "name"), email: optionalText(element, "email"),
            telefon: optionalText(element, "telefon"))
    }

    /// Says that a document is of another kind or of a version that is not known, or nothing.
    mutating func checkRoot(
        _ root: XMLTree.Element, name: String, urnPrefix: String, formatVersion: String, unknownVersion: FindingID
    ) -> Bool {
        let known = Message(
            de: "Dieses Programm kennt Version \(formatVersion) (Namensraum \(namespace)).",
            en: "This program knows version \(formatVersion) (namespace \(namespace)).")
        if root.name.local == name, let found = root.name.namespace, found != namespace, found.hasPrefix(urnPrefix) {
            let version = String(found.dropFirst(urnPrefix.count))
            note(
                unknownVersion, at: root,
                Message(
                    de: "Die Formatversion „\(version)“ ist unbekannt.",
                    en: "The format version “\(version)” is unknown."),
                hint: known)
            return false
        }
        guard root.name == XMLName(name, in: namespace) else {
            note(
                at: root,
                Message(
                    de: "Das Wurzelelement ist „\(root.name)“ statt „{\(namespace)}\(name)“.",
                    en: "The root element is “\(root.name)” instead of “{\(namespace)}\(name)”."),
                hint: known)
            return false
        }
        let version = attribute(root, "formatVersion")
        guard version == formatVersion || version.isEmpty else {
            note(
                unknownVersion, at: root,
                Message(
                    de: "Die Formatversion „\(version)“ ist unbekannt.",
                    en: "The format version “\(version)” is unknown."),
                hint: known)
            return false
        }
        return true
    }
}
