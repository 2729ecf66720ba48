import Findings
import XMLCore

/// A value that is to stand in a header: an element by its local name.
struct Kopfwert {
    var name: String
    var text: String?
    var attributes: [String: String] = [:]
    var children: [Kopfwert] = []

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    init(_ name: String, _ children: [Kopfwert?]) {
        self.name = name
        self.children = children.compactMap { $0 }
    }

    init(_ name: String, _ code: Nachrichtenkopf.Codewert) {
        self.name = name
        children = [Kopfwert("code", code.code)] + (code.name.map { [Kopfwert("name", $0)] } ?? [])
        attributes["listURI"] = code.listURI
        attributes["listVersionID"] = code.listVersionID
    }
}

extension Kopfform {
    /// The header as an element, in the order and the namespaces of the schema. What the schema has no place for is left
    /// out: the product of a header that does not name one, the address of an authority where none is asked for.
    ///
    /// - Throws: `NachrichtenkopfError` when the schema demands more, fixes something else, or a text has characters that
    ///   its type does not allow.
    public func element(for kopf: Nachrichtenkopf) throws(NachrichtenkopfError) -> XMLTree.Element {
        guard kopf.erstellungszeitpunkt.hasZone, art == .xjustiz || kopf.erstellungszeitpunkt.hasMilliseconds else {
            throw NachrichtenkopfError(
                .time,
                Message(
                    de: "Dem Erstellungszeitpunkt fehlen Millisekunden oder Zeitzone.",
                    en: "The time of creation lacks milliseconds or a zone."),
                hint: Message(
                    de: "Erwartet wird etwa 2026-01-02T03:04:05.678+01:00.",
                    en: "Expected is something like 2026-01-02T03:04:05.678+01:00."))
        }
        return try element(head, Kopfwert(head.name.local, kopf.values(for: self)), path: head.name.local)
    }

    /// Puts the header and the attributes of the root into a message, in place of those that it has.
    ///
    /// - Throws: `NachrichtenkopfError`, as `element(for:)` does; the message is then left as it was.
    public func insert(
        _ kopf: Nachrichtenkopf, into message: inout XMLTree.Element
    ) throws(NachrichtenkopfError) {
        let header = try element(for: kopf)
        let attributes = try attributes(
            rootAttributes,
            [
                "produkt": kopf.produkt.name, "produkthersteller": kopf.produkt.hersteller,
                "produktversion": kopf.produkt.version, "standard": kopf.standard, "version": kopf.version,
                "test": kopf.test,
            ].compactMapValues { $0 }, path: self.message.local)
        // Of the root only what belongs to the header is set anew.
        for declared in rootAttributes where Self.rootNames.contains(declared.name.local) {
            message.setAttribute(declared.name, to: attributes.first { $0.name == declared.name }?.value)
        }
        message.children.removeAll { node in
            if case .element(let element) = node { return element.name == header.name }
            return false
        }
        message.children.insert(.element(header), at: 0)
    }

    private static let rootNames: Set<String> = [
        "produkt", "produkthersteller", "produktversion", "standard", "version", "test",
    ]

    private func element(
        _ node: Node, _ value: Kopfwert, path: String
    ) throws(NachrichtenkopfError) -> XMLTree.Element {
        var element = XMLTree.Element(node.name)
        element.attributes = try attributes(node.attributes, value.attributes, path: path)
        if let text = value.text {
            try check(text, node.characterSet, path: path)
            element.setText(text)
        }
        for child in node.children {
            let values = value.children.filter { $0.name == child.name.local }
            let inner = path + "/" + child.name.local
            if values.isEmpty, child.isRequired { throw .missing(inner, in: art) }
            for value in values { element.append(try self.element(child, value, path: inner)) }
        }
        return element
    }

    private func attributes(
        _ declared: [Attribute], _ values: [String: String], path: String
    ) throws(NachrichtenkopfError) -> [XMLAttribute] {
        var result: [XMLAttribute] = []
        for attribute in declared {
            let value = values[attribute.name.local]
            if let fixed = attribute.fixed {
                if let value, value != fixed, !Self.isPreset(value, path: path) {
                    throw Self.contradiction(path, attribute.name.local, value, fixed)
                }
                if attribute.isRequired { result.append(XMLAttribute(attribute.name, value: fixed)) }
            } else if let value {
                try check(value, attribute.characterSet, path: "\(path)/@\(attribute.name.local)")
                result.append(XMLAttribute(attribute.name, value: value))
            } else if attribute.isRequired {
                throw .missing("\(path)/@\(attribute.name.local)", in: art)
            }
        }
        return result
    }

    /// Whether a value is only what this library presets for channels: the schema may fix another list.
    private static func isPreset(_ value: String, path: String) -> Bool {
        let preset = Nachrichtenkopf.Erreichbarkeit.vorgabe
        return path.hasSuffix("/kanal") && (value == preset.listURI || value == preset.listVersionID)
    }

    private static func contradiction(
        _ path: String, _ name: String, _ value: String, _ fixed: String
    ) -> NachrichtenkopfError {
        NachrichtenkopfError(
            .contradictory,
            Message(
                de: "„\(path)/@\(name)“ ist \(value: value), das Schema legt „\(fixed)“ fest.",
                en: "“\(path)/@\(name)” is \(value: value), the schema fixes “\(fixed)”."),
            hint: Message(
                de: "Lassen Sie die Angabe weg; dann gilt die des Schemas.",
                en: "Leave it out; then the schema's holds."))
    }

    private func check(
        _ text: String, _ set: NormedCharacterSet?, path: String
    ) throws(NachrichtenkopfError) {
        guard let violation = set?.firstViolation(in: text) else { return }
        let found = violation.finding()
        throw NachrichtenkopfError(
            .characters,
            Message(
                de: "„\(path)“: \(text: found.message.de)", en: "“\(path)”: \(text: found.message.en)"),
            hint: found.hint)
    }
}
