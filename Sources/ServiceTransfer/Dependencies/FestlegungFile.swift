import Archives
import Findings
import XMLCore

extension Festlegung {
    /// Reads a lock file.
    ///
    /// - Throws: `TransferError` with all faults in `findings`.
    public static func read(_ path: String) throws(TransferError) -> Festlegung {
        let bytes: [UInt8]
        do throws(ArchiveError) {
            bytes = try FileBytes.read(path, limit: 64 << 20)
        } catch {
            throw TransferError(error)
        }
        return try read(bytes, name: path)
    }

    /// Reads the bytes of a lock file; `name` is what findings call it.
    public static func read(_ bytes: [UInt8], name: String) throws(TransferError) -> Festlegung {
        let tree: XMLTree
        do throws(XMLError) { tree = try XMLTree(bytes: bytes, name: name) } catch { throw TransferError(error) }
        var decoder = DocumentDecoder(file: name, namespace: namespace, invalid: "dependency.lock-invalid")
        let isKnown = decoder.checkRoot(
            tree.root, name: "festlegung", urnPrefix: "urn:swift-xoev:festlegung:", formatVersion: formatVersion,
            unknownVersion: "dependency.lock-unknown-format-version")
        var lock = Festlegung(wurzeln: [], pakete: [], codelisten: [])
        if isKnown { lock = decode(tree.root, &decoder) }
        guard let first = decoder.findings.first(where: { $0.severity == .error }) else { return lock }
        throw TransferError(
            .init(id: first.id), at: first.location, first.message, hint: first.hint, findings: decoder.findings)
    }

    private static func decode(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Festlegung {
        var wurzeln: [Wurzel] = []
        for element in decoder.children(root, "wurzel") {
            let kennung = decoder.attribute(element, "kennung")
            guard let version = version(element, &decoder) else { continue }
            wurzeln.append(Wurzel(kennung: kennung, version: version))
        }
        var pakete: [Paket] = []
        for element in decoder.children(root, "paket") {
            let kennung = decoder.attribute(element, "kennung")
            let sha256 = digest(element, &decoder)
            var needs: [PaketAbhaengigkeit] = []
            for need in decoder.children(element, "braucht") {
                do throws(TransferError) {
                    let range = try VersionRange(decoder.attribute(need, "versionen"))
                    needs.append(PaketAbhaengigkeit(kennung: decoder.attribute(need, "kennung"), versionen: range))
                } catch {
                    decoder.note(error.code.id, at: need, error.message, hint: error.hint)
                }
            }
            guard let version = version(element, &decoder) else { continue }
            if pakete.contains(where: { $0.kennung == kennung }) { twice(kennung, element, &decoder) }
            pakete.append(Paket(kennung: kennung, version: version, sha256: sha256, braucht: needs))
        }
        var lists: [Codeliste] = []
        for element in decoder.children(root, "codeliste") {
            let list = Codeliste(
                uri: decoder.attribute(element, "uri"), version: decoder.attribute(element, "version"),
                sha256: digest(element, &decoder))
            if lists.contains(where: { $0.uri == list.uri && $0.version == list.version }) {
                twice("\(list.uri) \(list.version)", element, &decoder)
            }
            lists.append(list)
        }
        return Festlegung(wurzeln: wurzeln, pakete: pakete, codelisten: lists)
    }

    private static func version(_ element: XMLTree.Element, _ decoder: inout DocumentDecoder) -> SemanticVersion? {
        do throws(TransferError) {
            return try SemanticVersion(decoder.attribute(element, "version"))
        } catch {
            decoder.note(error.code.id, at: element, error.message, hint: error.hint)
            return nil
        }
    }

    private static func digest(_ element: XMLTree.Element, _ decoder: inout DocumentDecoder) -> String {
        let text = decoder.attribute(element, "sha256")
        if text.isEmpty || SHA256Text.isValid(text) { return text }
        decoder.note(
            at: element,
            Message(
                de: "„\(text)“ ist keine Prüfsumme SHA-256: 64 hexadezimale Ziffern in Kleinschreibung.",
                en: "“\(text)” is not a digest SHA-256: 64 hexadecimal digits in lower case."),
            hint: Message(
                de: "Ändern Sie die Datei nicht von Hand; lösen Sie neu auf.",
                en: "Do not edit the file by hand; resolve again."))
        return text
    }

    private static func twice(_ name: String, _ element: XMLTree.Element, _ decoder: inout DocumentDecoder) {
        decoder.note(
            at: element,
            Message(de: "\(name) ist zweimal festgelegt.", en: "\(name) is fixed twice."),
            hint: Message(
                de: "Lösen Sie den Konflikt der Zusammenführung, indem Sie neu auflösen.",
                en: "Resolve the merge conflict by resolving the dependencies again."))
    }

    /// The bytes of the lock file; equal locks have equal bytes.
    public func bytes() -> [UInt8] {
        func element(_ local: String, _ attributes: [(String, String)], _ children: [XMLTree.Element] = [])
            -> XMLTree.Element
        {
            XMLTree.Element(
                XMLName(local, in: Self.namespace),
                attributes: attributes.map { XMLAttribute(XMLName($0.0), value: $0.1) },
                children: children.map { .element($0) })
        }
        var root = element("festlegung", [("formatVersion", Self.formatVersion)])
        root.namespaces = [XMLNamespaceDeclaration(prefix: nil, uri: Self.namespace)]
        for wurzel in wurzeln {
            root.append(element("wurzel", [("kennung", wurzel.kennung), ("version", "\(wurzel.version)")]))
        }
        for paket in pakete {
            root.append(
                element(
                    "paket",
                    [("kennung", paket.kennung), ("version", "\(paket.version)"), ("sha256", paket.sha256)],
                    paket.braucht.map {
                        element("braucht", [("kennung", $0.kennung), ("versionen", "\($0.versionen)")])
                    }))
        }
        for list in codelisten {
            root.append(
                element("codeliste", [("uri", list.uri), ("version", list.version), ("sha256", list.sha256)]))
        }
        return PlainXML.bytes(root)
    }
}

extension Festlegung: Codable {
    /// Reads the lock from the text of its file.
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        self = try Festlegung.read(Array(text.utf8), name: Festlegung.fileName)
    }

    /// Writes the lock as the text of its file.
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(String(decoding: bytes(), as: UTF8.self))
    }
}

/// XML of this project's own small formats: elements with attributes, on lines of their own, indented by two blanks. The
/// bytes depend on nothing but the content.
enum PlainXML {
    static func bytes(_ root: XMLTree.Element) -> [UInt8] {
        var text = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        write(root, depth: 0, to: &text)
        return Array(text.utf8)
    }

    private static func write(_ element: XMLTree.Element, depth: Int, to text: inout String) {
        let indent = String(repeating: "  ", count: depth)
        text += "\(indent)<\(element.name.local)"
        for namespace in element.namespaces where namespace.prefix == nil {
            text += " xmlns=\"\(escaped(namespace.uri))\""
        }
        for attribute in element.attributes { text += " \(attribute.name.local)=\"\(escaped(attribute.value))\"" }
        let children = Array(element.elements)
        let content = element.text
        if children.isEmpty, content.isEmpty {
            text += "/>\n"
        } else if children.isEmpty {
            text += ">\(escaped(content))</\(element.name.local)>\n"
        } else {
            text += ">\n"
            for child in children { write(child, depth: depth + 1, to: &text) }
            text += "\(indent)</\(element.name.local)>\n"
        }
    }

    private static func escaped(_ text: String) -> String {
        var result = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "\t", "\n", "\r": result += "&#\(scalar.value);"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension SHA256Text {
    /// Whether a text is a digest as it is written everywhere: 64 hexadecimal digits in lower case.
    static func isValid(_ text: String) -> Bool {
        text.utf8.count == 64 && text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}
