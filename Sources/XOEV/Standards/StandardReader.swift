import SchemaModel
import XMLCore

/// Reads out of a schema set which standards it holds, with their messages and code lists.
///
///     let components = try SchemaLoader().loadComponents([SchemaSource(path: "xwasser")])
///     let found = StandardReader().read(components)
///
/// Files with the same `kennung` and version are one standard. A file without metadata (an umbrella that only includes)
/// belongs to the standard of its namespace. Where no file has metadata, every namespace of an entry counts as a standard
/// without metadata.
public struct StandardReader: Sendable {
    /// A reader.
    public init() {}

    /// Reads a schema set.
    public func read(_ components: SchemaComponents) -> StandardsFound {
        var groups: [Group] = []
        var plain: [Int] = []
        for (index, document) in components.documents.enumerated() {
            guard let metadata = SchemaMetadata(appinfo: document.annotation.appinfo) else {
                plain.append(index)
                continue
            }
            let key = Group.key(metadata, document.targetNamespace)
            if let known = groups.firstIndex(where: { $0.key == key }) {
                groups[known].documents.append(index)
            } else {
                groups.append(Group(key: key, documents: [index]))
            }
        }
        let hasMetadata = !groups.isEmpty
        var others: [Int] = []
        for index in plain {
            let document = components.documents[index]
            let space = document.targetNamespace
            if let known = groups.firstIndex(where: { group in
                group.documents.contains { components.documents[$0].targetNamespace == space }
            }) {
                groups[known].documents.append(index)
            } else if !hasMetadata, document.isEntry {
                groups.append(Group(key: "namespace " + (space ?? ""), documents: [index]))
            } else {
                others.append(index)
            }
        }
        if !hasMetadata {
            // What an entry without metadata includes is met after it, or before it: both belong to its namespace.
            for index in others {
                let space = components.documents[index].targetNamespace
                guard let known = groups.firstIndex(where: { $0.key == "namespace " + (space ?? "") }) else { continue }
                groups[known].documents.append(index)
            }
            let taken = Set(groups.flatMap(\.documents))
            others.removeAll { taken.contains($0) }
        }
        let collector = CodeListCollector(components)
        let found = groups.map { group in
            (
                isNamed: group.documents.contains { components.documents[$0].isEntry },
                standard: standard(group.documents.sorted(), components, collector)
            )
        }.sorted { left, right in
            (left.standard.name, left.standard.version ?? "") < (right.standard.name, right.standard.version ?? "")
        }
        return StandardsFound(
            standards: found.filter(\.isNamed).map(\.standard), imported: found.filter { !$0.isNamed }.map(\.standard),
            others: others.map { Self.document(components.documents[$0]) })
    }

    private struct Group {
        var key: String
        var documents: [Int]

        static func key(_ metadata: SchemaMetadata, _ namespace: String?) -> String {
            guard let kennung = metadata.kennung ?? metadata.technicalName ?? metadata.displayName else {
                return "namespace " + (namespace ?? "")
            }
            return kennung + " " + (metadata.version ?? "")
        }
    }

    private static func document(_ document: SchemaComponents.Document) -> XOEVStandard.Document {
        XOEVStandard.Document(
            name: document.name, targetNamespace: document.targetNamespace, version: document.version,
            metadata: SchemaMetadata(appinfo: document.annotation.appinfo))
    }

    private func standard(
        _ indices: [Int], _ components: SchemaComponents, _ collector: CodeListCollector
    ) -> XOEVStandard {
        let documents = indices.map { Self.document(components.documents[$0]) }
        let namespaces = Set(documents.map { $0.targetNamespace ?? "" }).sorted()
        let roots = MessageFinder(components).messages(in: Set(namespaces))
        let messages = roots.map { message($0, components) }
        return XOEVStandard(
            metadata: documents.lazy.compactMap(\.metadata).first, namespaces: namespaces, documents: documents,
            messages: messages, codeLists: collector.uses(by: roots, orTypesOf: Set(namespaces)))
    }

    private func message(_ id: ElementID, _ components: SchemaComponents) -> XOEVStandard.Message {
        let element = components[id]
        let type = components[element.type]
        // Of an anonymous type the annotations of the element count, else those of the type.
        let annotation = element.annotation.isEmpty ? type.annotation : element.annotation
        func texts(_ name: String) -> [String] {
            annotation.appinfo.filter { $0.name.local == name }.compactMap { $0.text.collapsed }
        }
        let base = type.base.flatMap { components.builtin($0) == nil ? components[$0].name : nil }
        return XOEVStandard.Message(
            name: element.name, number: MessageFinder.number(of: element.name.local), title: texts("title").first,
            legalBases: texts("rechtsgrundlage"),
            documentation: annotation.documentation.isEmpty ? nil : annotation.documentation.joined(separator: "\n"),
            author: texts("autor").first, reader: texts("leser").first, type: type.name ?? base,
            location: element.location)
    }
}

extension String {
    /// Trimmed, inner white space collapsed to single blanks; nil where nothing is left.
    var collapsed: String? {
        let text = split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return text.isEmpty ? nil : text
    }
}
