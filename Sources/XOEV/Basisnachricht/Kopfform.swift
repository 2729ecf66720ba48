import Findings
import SchemaModel
import XMLCore

/// How a message writes its header: names, namespaces, order, fixed values and code lists, taken from the message's schema.
///
///     let form = try Kopfform(for: XMLName("vorgang.nachricht.2020", in: namespace), in: components)
///     try form.insert(kopf, into: &message)
public struct Kopfform: Sendable {
    /// The families of headers.
    public enum Art: String, Sendable, Hashable, CaseIterable {
        /// XÖV basic message G2G (`nachrichtenkopf.g2g`).
        case basisnachricht
        /// XInneres base module (`nachrichtenkopf` with `identifikation.nachricht`).
        case xinneres
        /// XJustiz (`nachrichtenkopf` with `eigeneNachrichtenID`).
        case xjustiz
        /// xdomea (`Kopf`).
        case xdomea
    }

    /// An element of the header.
    struct Node: Sendable {
        var name: XMLName
        var isRequired: Bool
        var attributes: [Attribute]
        var children: [Node]
        /// The set that the type of the text belongs to, where it is one of the norms.
        var characterSet: NormedCharacterSet?

        func child(_ local: String) -> Node? { children.first { $0.name.local == local } }
    }

    /// An attribute of the header or of the message's root.
    struct Attribute: Sendable {
        var name: XMLName
        var isRequired: Bool
        var fixed: String?
        var characterSet: NormedCharacterSet?
    }

    /// The message's root element.
    public let message: XMLName
    /// The family.
    public let art: Art
    /// The header with everything in it.
    let head: Node
    /// The attributes of the root element.
    let rootAttributes: [Attribute]

    /// How deep headers are looked into.
    private static let maximumDepth = 7

    /// The form of a message's header.
    ///
    /// - Throws: `NachrichtenkopfError` when the schema does not have the message, or it begins with no known header.
    public init(for message: XMLName, in components: SchemaComponents) throws(NachrichtenkopfError) {
        guard let id = components.elementsByName[message] else {
            throw NachrichtenkopfError(
                .unknownMessage,
                Message(
                    de: "Das Schema hat keine Nachricht „\(message.local)“.",
                    en: "The schema has no message “\(message.local)”."),
                hint: Message(
                    de: "„xoev schemas messages“ zählt die Nachrichten auf.",
                    en: "“xoev schemas messages” lists the messages."))
        }
        let type = components[id].type
        guard let first = MessageFinder(components).firstChild(of: type) else {
            throw Self.noHeader(message)
        }
        let head = Self.node(first, isRequired: true, components, depth: 0)
        let inner = Set(head.children.map(\.name.local))
        switch head.name.local {
        case "nachrichtenkopf.g2g" where inner.contains("identifikation.nachricht"): art = .basisnachricht
        case "nachrichtenkopf" where inner.contains("identifikation.nachricht"): art = .xinneres
        case "nachrichtenkopf" where inner.contains("eigeneNachrichtenID"): art = .xjustiz
        case "Kopf" where inner.contains("ProzessID"): art = .xdomea
        default: throw Self.noHeader(message)
        }
        self.message = message
        self.head = head
        rootAttributes = Self.attributes(type, components)
    }

    private static func noHeader(_ message: XMLName) -> NachrichtenkopfError {
        NachrichtenkopfError(
            .noHeader,
            Message(
                de: "„\(message.local)“ beginnt mit keinem bekannten Nachrichtenkopf.",
                en: "“\(message.local)” begins with no known message header."),
            hint: Message(
                de: "Bekannt sind die XÖV-Basisnachricht und die Köpfe von XInneres, XJustiz und xdomea.",
                en: "Known are the XÖV basic message and the headers of XInneres, XJustiz and xdomea."))
    }

    private static func node(
        _ id: ElementID, isRequired: Bool, _ components: SchemaComponents, depth: Int
    ) -> Node {
        let element = components[id]
        // An abstract type stands for what is derived from it; a header has one such type per standard.
        let type =
            components[element.type].complex?.isAbstract == true
            ? components.descendants(of: element.type).first { components[$0].complex?.isAbstract == false }
                ?? element.type : element.type
        var children: [Node] = []
        if depth < maximumDepth, case .elements(let particle)? = components[type].complex?.content {
            collect(particle, isRequired: true, components, depth: depth + 1, into: &children)
        }
        return Node(
            name: element.name, isRequired: isRequired, attributes: attributes(type, components), children: children,
            characterSet: characterSet(type, components))
    }

    private static func collect(
        _ particle: Particle, isRequired: Bool, _ components: SchemaComponents, depth: Int, into children: inout [Node]
    ) {
        let isRequired = isRequired && particle.minimum > 0
        switch particle.term {
        case .element(let id):
            children.append(node(id, isRequired: isRequired, components, depth: depth))
        case .group(let group):
            for part in group.particles {
                collect(
                    part, isRequired: isRequired && group.compositor != .choice, components, depth: depth,
                    into: &children)
            }
        case .wildcard: break
        }
    }

    private static func attributes(_ type: TypeID, _ components: SchemaComponents) -> [Attribute] {
        (components[type].complex?.attributes ?? []).filter { !$0.isProhibited }.map { use in
            Attribute(
                name: use.name, isRequired: use.isRequired, fixed: use.fixedValue,
                characterSet: characterSet(use.type, components))
        }
    }

    private static func characterSet(_ type: TypeID, _ components: SchemaComponents) -> NormedCharacterSet? {
        var current: TypeID? = type
        while let id = current {
            if let name = components[id].name,
                let set = NormedCharacterSet(namespace: name.namespace, typeName: name.local)
            {
                return set
            }
            current = components[id].base
        }
        return nil
    }
}
