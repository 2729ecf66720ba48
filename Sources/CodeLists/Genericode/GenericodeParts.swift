import Findings
import XMLCore

/// What the `ColumnSet` or `ColumnSetRef` of a list comes to.
struct ColumnSetPart {
    var columns: [CodeListColumn] = []
    var keys: [CodeListKey] = []
    var datatypeLibrary: String?
    var reference: CodeListReference?
}

/// Turns the parts of a list before its rows from trees into the model.
struct GenericodeParts {
    /// The namespace of the list's root. Children may have it or none.
    var namespace: String?

    /// Whether a name is one of genericode's own: in no namespace or in that of the root.
    func isOwn(_ name: XMLName) -> Bool { name.namespace == nil || name.namespace == namespace }

    // MARK: Annotations

    /// The annotation in an element.
    func annotation(_ element: XMLTree.Element) -> CodeListAnnotation {
        var result = CodeListAnnotation()
        for child in element.elements where isOwn(child.name) {
            switch child.name.local {
            case "Description":
                result.descriptions.append(
                    CodeListAnnotation.Description(language: Self.language(child), content: Self.content(child)))
            case "AppInfo": result.appInfo = Self.content(child)
            default: break
            }
        }
        return result
    }

    /// The content of an element without the white space between elements.
    static func content(_ element: XMLTree.Element) -> [XMLTree.Node] { tidied(element.children) }

    private static func tidied(_ nodes: [XMLTree.Node]) -> [XMLTree.Node] {
        // A comment beside white space is no text either: only what stands beside words keeps its white space.
        let hasStructure = nodes.contains {
            if case .text = $0 { return false }
            return true
        }
        return nodes.compactMap { node in
            switch node {
            case .element(var element):
                element.children = tidied(element.children)
                element.position = nil
                return .element(element)
            case .text(let text) where hasStructure && text.allSatisfy(\.isWhitespace): return nil
            default: return node
            }
        }
    }

    private func annotation(in element: XMLTree.Element) -> CodeListAnnotation? {
        child("Annotation", of: element).map { annotation($0) }
    }

    // MARK: Identification

    /// The identification in an element.
    func identification(_ element: XMLTree.Element) throws(CodeListError) -> CodeListIdentification {
        var agency: CodeListIdentification.Agency?
        if let part = child("Agency", of: element) {
            agency = CodeListIdentification.Agency(
                shortName: child("ShortName", of: part).map(shortName), longNames: texts("LongName", of: part),
                identifiers: texts("Identifier", of: part))
        }
        return CodeListIdentification(
            shortName: Self.shortName(try required("ShortName", of: element)),
            longNames: texts("LongName", of: element),
            version: Self.token(try required("Version", of: element)),
            canonicalURI: Self.token(try required("CanonicalUri", of: element)),
            canonicalVersionURI: Self.token(try required("CanonicalVersionUri", of: element)),
            locationURIs: tokens("LocationUri", of: element),
            alternateFormats: children("AlternateFormatLocationUri", of: element).map {
                CodeListIdentification.AlternateFormat(uri: Self.token($0), mimeType: $0["MimeType"])
            }, agency: agency)
    }

    // MARK: Columns and keys

    /// The columns and keys in an element.
    func columnSet(_ element: XMLTree.Element) throws(CodeListError) -> ColumnSetPart {
        var result = ColumnSetPart(datatypeLibrary: element["DatatypeLibrary"])
        var ids: Set<String> = []
        for part in element.elements where isOwn(part.name) {
            switch part.name.local {
            case "Column", "ColumnRef":
                let column = try column(part)
                guard ids.insert(column.id).inserted else {
                    throw CodeListError(
                        .structure, at: Self.location(part),
                        Message(
                            de: "Zwei Spalten haben die Id „\(column.id)“.",
                            en: "Two columns have the id “\(column.id)”."),
                        hint: Message(de: "Benennen Sie eine davon um.", en: "Rename one of them."))
                }
                result.columns.append(column)
            case "Key", "KeyRef": result.keys.append(try key(part, columns: ids))
            default:
                throw CodeListError(
                    .structure, at: Self.location(part),
                    Message(
                        de: "Das Element \(part.name) darf in „ColumnSet“ nicht stehen.",
                        en: "The element \(part.name) may not stand in “ColumnSet”."))
            }
        }
        return result
    }

    /// The reference to a column set elsewhere.
    func columnSetReference(_ element: XMLTree.Element) throws(CodeListError) -> ColumnSetPart {
        var reference = try self.reference(element)
        reference.annotation = annotation(in: element)
        return ColumnSetPart(reference: reference)
    }

    private func column(_ element: XMLTree.Element) throws(CodeListError) -> CodeListColumn {
        let isReference = element.name.local == "ColumnRef"
        let use = element["Use"]
        var result = CodeListColumn(
            id: try id(element), use: use.flatMap(CodeListColumn.Use.init(rawValue:)),
            shortName: child("ShortName", of: element).map(Self.shortName), longNames: texts("LongName", of: element),
            data: child("Data", of: element).map(data), annotation: annotation(in: element))
        if isReference {
            result.reference = try reference(element)
        } else {
            result.canonicalURI = child("CanonicalUri", of: element).map(Self.token)
            result.canonicalVersionURI = child("CanonicalVersionUri", of: element).map(Self.token)
        }
        guard use == nil || result.use != nil, isReference || (use != nil && result.shortName != nil) else {
            throw CodeListError(
                .structure, at: Self.location(element),
                Message(
                    de: "Die Spalte „\(result.id)“ braucht „ShortName“ und „Use“ mit required oder optional.",
                    en: "The column “\(result.id)” needs “ShortName” and “Use” with required or optional."))
        }
        return result
    }

    private func data(_ element: XMLTree.Element) -> CodeListColumn.DataType {
        CodeListColumn.DataType(
            type: element["Type"], library: element["DatatypeLibrary"],
            language: element["Lang"] ?? Self.language(element),
            parameters: children("Parameter", of: element).map {
                CodeListColumn.DataType.Parameter(
                    shortName: $0["ShortName"] ?? "", longName: $0["LongName"], value: $0.text)
            }, annotation: annotation(in: element))
    }

    private func key(_ element: XMLTree.Element, columns known: Set<String>) throws(CodeListError) -> CodeListKey {
        let isReference = element.name.local == "KeyRef"
        var columns: [CodeListKey.ColumnReference] = []
        for part in children("ColumnRef", of: element) {
            guard let id = part["Ref"] else {
                throw CodeListError(
                    .structure, at: Self.location(part),
                    Message(de: "„ColumnRef“ nennt keine Spalte.", en: "“ColumnRef” names no column."))
            }
            guard known.contains(id) else {
                throw CodeListError(
                    .unknownColumn, at: Self.location(part),
                    Message(
                        de: "Ein Schlüssel nennt die Spalte „\(id)“, die es nicht gibt.",
                        en: "A key names the column “\(id)”, which does not exist."),
                    hint: Message(
                        de: "Definieren Sie die Spalte davor oder berichtigen Sie den Verweis.",
                        en: "Define the column before it or correct the reference."))
            }
            columns.append(CodeListKey.ColumnReference(id, annotation: annotation(in: part)))
        }
        var result = CodeListKey(
            id: try id(element), shortName: child("ShortName", of: element).map(Self.shortName),
            longNames: texts("LongName", of: element), columns: columns, annotation: annotation(in: element))
        if isReference {
            result.reference = try reference(element)
        } else {
            result.canonicalURI = child("CanonicalUri", of: element).map(Self.token)
            result.canonicalVersionURI = child("CanonicalVersionUri", of: element).map(Self.token)
        }
        guard isReference || (!columns.isEmpty && result.shortName != nil) else {
            throw CodeListError(
                .structure, at: Self.location(element),
                Message(
                    de: "Der Schlüssel „\(result.id)“ braucht „ShortName“ und mindestens eine Spalte.",
                    en: "The key “\(result.id)” needs “ShortName” and at least one column."))
        }
        return result
    }

    private func reference(_ element: XMLTree.Element) throws(CodeListError) -> CodeListReference {
        CodeListReference(
            externalID: element["ExternalRef"],
            canonicalVersionURI: Self.token(try required("CanonicalVersionUri", of: element)),
            locationURIs: tokens("LocationUri", of: element),
            base: element.attribute(XMLName("base", in: XMLName.xmlNamespace)))
    }

    // MARK: Pieces

    private func children(_ local: String, of element: XMLTree.Element) -> [XMLTree.Element] {
        element.elements.filter { $0.name.local == local && isOwn($0.name) }
    }

    private func child(_ local: String, of element: XMLTree.Element) -> XMLTree.Element? {
        element.elements.first { $0.name.local == local && isOwn($0.name) }
    }

    private func required(_ local: String, of element: XMLTree.Element) throws(CodeListError) -> XMLTree.Element {
        guard let found = child(local, of: element) else {
            throw CodeListError(
                .structure, at: Self.location(element),
                Message(
                    de: "In „\(element.name.local)“ fehlt „\(local)“.",
                    en: "“\(element.name.local)” lacks “\(local)”."))
        }
        return found
    }

    private func id(_ element: XMLTree.Element) throws(CodeListError) -> String {
        guard let id = element["Id"], !id.isEmpty else {
            throw CodeListError(
                .structure, at: Self.location(element),
                Message(
                    de: "„\(element.name.local)“ hat keine Id.", en: "“\(element.name.local)” has no id."))
        }
        return id
    }

    private func texts(_ local: String, of element: XMLTree.Element) -> [CodeListText] {
        children(local, of: element).map {
            CodeListText($0.text, language: Self.language($0), identifier: $0["Identifier"])
        }
    }

    private func tokens(_ local: String, of element: XMLTree.Element) -> [String] {
        children(local, of: element).map(Self.token)
    }

    private func shortName(_ element: XMLTree.Element) -> CodeListText { Self.shortName(element) }

    private static func shortName(_ element: XMLTree.Element) -> CodeListText {
        CodeListText(token(element), language: language(element))
    }

    /// The text with white space collapsed (XML Schema 1.0 part 2, 4.3.6: `xs:token` and `xs:anyURI`).
    private static func token(_ element: XMLTree.Element) -> String {
        element.text.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" || $0 == "\r\n" }
            .joined(separator: " ")
    }

    private static func language(_ element: XMLTree.Element) -> String? {
        element.attribute(XMLName("lang", in: XMLName.xmlNamespace))
    }

    private static func location(_ element: XMLTree.Element) -> Location {
        element.position.map { Location($0) } ?? Location()
    }
}
