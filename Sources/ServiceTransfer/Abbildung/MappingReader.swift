import Archives
import Findings
import XMLCore

extension Nachrichtenabbildung {
    /// Reads a mapping.
    ///
    /// - Throws: `TransferError` with all faults in `findings`.
    public static func read(_ path: String) throws(TransferError) -> Nachrichtenabbildung {
        let bytes: [UInt8]
        do throws(ArchiveError) {
            bytes = try FileBytes.read(path, limit: 64 << 20)
        } catch {
            throw TransferError(error)
        }
        return try read(bytes, name: path)
    }

    /// Reads the bytes of a mapping; `name` is what findings call it.
    ///
    /// - Throws: `TransferError` with all faults in `findings`.
    public static func read(_ bytes: [UInt8], name: String) throws(TransferError) -> Nachrichtenabbildung {
        let tree: XMLTree
        do throws(XMLError) { tree = try XMLTree(bytes: bytes, name: name) } catch { throw TransferError(error) }
        var reader = MappingReader(file: name)
        let mapping = reader.read(tree.root)
        var findings = reader.decoder.findings
        switch OwnSchemas.checkMapping(bytes, file: name) {
        case .ran(let found): findings += OwnSchemas.beyond(findings, found)
        case .couldNotRun(let why): throw TransferError(.mappingInvalid, at: Location(file: name), why, hint: nil)
        }
        if let first = findings.first(where: { $0.severity == .error }) {
            throw TransferError(
                .init(id: first.id), at: first.location, first.message, hint: first.hint, findings: findings)
        }
        return mapping
    }
}

/// Reads the tree of a mapping and notes every fault with its line.
private struct MappingReader {
    typealias Regel = Nachrichtenabbildung.Regel

    var decoder: DocumentDecoder
    /// The prefixes in force, innermost last.
    private var scopes: [[XMLNamespaceDeclaration]] = []

    init(file: String) {
        decoder = DocumentDecoder(
            file: file, namespace: Nachrichtenabbildung.namespace, invalid: "mapping.invalid")
    }

    mutating func read(_ root: XMLTree.Element) -> Nachrichtenabbildung {
        var result = Nachrichtenabbildung(
            kennung: "", version: "", bezeichnung: MehrsprachigerText([]), formular: "", formularVersion: nil,
            nachricht: XMLName(""), uebersetzungen: [], regeln: [], praefixe: [], datei: decoder.file)
        let isKnown = decoder.checkRoot(
            root, name: "abbildung", urnPrefix: "urn:swift-xoev:abbildung:",
            formatVersion: Nachrichtenabbildung.formatVersion, unknownVersion: "mapping.unknown-format-version")
        guard isKnown else { return result }
        scopes.append(root.namespaces)
        result.praefixe = root.namespaces.filter { $0.prefix != nil && $0.uri != Nachrichtenabbildung.namespace }
        result.kennung = decoder.attribute(root, "kennung")
        result.version = decoder.attribute(root, "version")
        result.bezeichnung = decoder.texts(root, "bezeichnung")
        if let source = decoder.child(root, "quelle") {
            result.formular = decoder.attribute(source, "formular")
            result.formularVersion = source["version"]
        } else {
            decoder.missing("quelle", in: root)
        }
        if let target = decoder.child(root, "ziel") {
            result.nachricht =
                name(decoder.attribute(target, "nachricht"), target, isAttribute: false) ?? XMLName("")
        } else {
            decoder.missing("ziel", in: root)
        }
        result.uebersetzungen = decoder.children(root, "uebersetzung").map { table($0) }
        if let rules = decoder.child(root, "regeln") {
            result.regeln = self.rules(in: rules)
        } else {
            decoder.missing("regeln", in: root)
        }
        return result
    }

    private mutating func table(_ element: XMLTree.Element) -> Nachrichtenabbildung.Uebersetzung {
        var entries: [Nachrichtenabbildung.Uebersetzung.Eintrag] = []
        for entry in decoder.children(element, "eintrag") {
            let from = entry["von"] ?? ""
            if entries.contains(where: { $0.von == from }) {
                decoder.note(
                    "mapping.translation-twice", at: entry,
                    Message(
                        de: "„\(from)“ wird zweimal übersetzt.", en: "“\(from)” is translated twice."),
                    hint: Message(de: "Entfernen Sie eine der Zeilen.", en: "Remove one of the rows."))
            }
            entries.append(.init(von: from, nach: entry["nach"] ?? "", ort: decoder.location(entry)))
        }
        let isIdentical = element["identisch"].map { $0 == "true" || $0 == "1" } ?? false
        return Nachrichtenabbildung.Uebersetzung(
            id: decoder.attribute(element, "id"), eintraege: entries, sonst: element["sonst"],
            istIdentisch: isIdentical, ort: decoder.location(element))
    }

    private mutating func rules(in element: XMLTree.Element) -> [Regel] {
        scopes.append(element.namespaces)
        defer { scopes.removeLast() }
        var rules: [Regel] = []
        for child in element.elements where child.name.namespace == decoder.namespace {
            scopes.append(child.namespaces)
            if let rule = rule(child) { rules.append(rule) }
            scopes.removeLast()
        }
        return rules
    }

    private mutating func rule(_ element: XMLTree.Element) -> Regel? {
        let art: Regel.Art
        switch element.name.local {
        case "feld":
            guard let source = source(element["quelle"]) else { return nil }
            art = .feld(
                source, vorgabe: element["vorgabe"], uebersetzung: element["uebersetzung"],
                umwandlung: element["umwandlung"].flatMap { .init(rawValue: $0) }, trenner: element["trenner"])
        case "konstante": art = .konstante(element["wert"] ?? "")
        case "parameter": art = .parameter(decoder.attribute(element, "name"), vorgabe: element["vorgabe"])
        case "laufwert":
            guard let kind = decoder.value(element, "art", of: Nachrichtenabbildung.Laufwert.self) else { return nil }
            art = .laufwert(kind, vorsatz: element["vorsatz"] ?? "")
        case "text": art = .text(template(element))
        case "gruppe":
            art = .gruppe(
                source(element["quelle"]),
                typ: element["typ"].flatMap { name($0, element, isAttribute: false) }, rules(in: element))
        case "wenn":
            guard let source = source(element["quelle"]) else { return nil }
            let condition: Nachrichtenabbildung.Bedingung =
                if let equal = element["gleich"] {
                    .gleich(equal.split(separator: " ").map(String.init))
                } else if let present = element["vorhanden"], present == "false" || present == "0" {
                    .fehlt
                } else {
                    .vorhanden
                }
            art = .wenn(source, condition, rules(in: element))
        // What is not known here the schema reports.
        default: return nil
        }
        return Regel(
            art: art, ziel: element["ziel"].flatMap { target($0, element) },
            code: .init(
                liste: element["liste"], version: element["listenversion"], parameter: element["listenparameter"]),
            ort: decoder.location(element))
    }

    private func source(_ text: String?) -> Nachrichtenabbildung.Quellpfad? {
        guard let text, !text.isEmpty else { return nil }
        if text == "." { return .init(istAbsolut: false, ids: []) }
        return .init(istAbsolut: text.hasPrefix("/"), ids: text.split(separator: "/").map(String.init))
    }

    private mutating func target(_ text: String, _ element: XMLTree.Element) -> Nachrichtenabbildung.Zielpfad? {
        var path = Nachrichtenabbildung.Zielpfad(elemente: [], attribut: nil, description: text)
        if text == "." { return path }
        for step in text.split(separator: "/").map(String.init) {
            if step.hasPrefix("@") {
                path.attribut = name(String(step.dropFirst()), element, isAttribute: true)
            } else if let name = name(step, element, isAttribute: false) {
                path.elemente.append(name)
            } else {
                return nil
            }
        }
        return path
    }

    private mutating func name(_ text: String, _ element: XMLTree.Element, isAttribute: Bool) -> XMLName? {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else { return XMLName(text) }
        for scope in scopes.reversed() {
            if let found = scope.first(where: { $0.prefix == parts[0] }) { return XMLName(parts[1], in: found.uri) }
        }
        decoder.note(
            "mapping.unknown-prefix", at: element,
            Message(
                de: "Das Präfix „\(parts[0])“ in „\(text)“ ist nicht erklärt.",
                en: "The prefix “\(parts[0])” in “\(text)” is not declared."),
            hint: Message(
                de: "Erklären Sie es am Wurzelelement: xmlns:\(parts[0])=\"…\".",
                en: "Declare it at the root element: xmlns:\(parts[0])=\"…\"."))
        return nil
    }

    /// The parts of a template: `{path}`, `{$parameter}`, and text in between.
    private mutating func template(_ element: XMLTree.Element) -> [Nachrichtenabbildung.Textteil] {
        let text = element["vorlage"] ?? ""
        var parts: [Nachrichtenabbildung.Textteil] = []
        var plain = ""
        var rest = text[...]
        while let character = rest.popFirst() {
            if (character == "{" || character == "}") && rest.first == character {
                plain.append(character)
                rest.removeFirst()
            } else if character == "{", let end = rest.firstIndex(of: "}") {
                if !plain.isEmpty { parts.append(.text(plain)) }
                plain = ""
                let inner = String(rest[..<end])
                rest = rest[rest.index(after: end)...]
                if inner.hasPrefix("$") {
                    parts.append(.parameter(String(inner.dropFirst())))
                } else if inner.wholeMatch(of: /\.|\/?[GF][0-9]{11}(\/[GF][0-9]{11})*/) != nil,
                    let path = source(inner)
                {
                    parts.append(.feld(path))
                } else {
                    badTemplate(element, inner)
                }
            } else if character == "{" || character == "}" {
                badTemplate(element, String(character))
            } else {
                plain.append(character)
            }
        }
        if !plain.isEmpty { parts.append(.text(plain)) }
        return parts
    }

    private mutating func badTemplate(_ element: XMLTree.Element, _ piece: String) {
        decoder.note(
            "mapping.template", at: element,
            Message(
                de: "In der Vorlage ist „\(piece)“ weder ein Feldpfad noch ein Parameter.",
                en: "“\(piece)” in the template is neither a path of fields nor a parameter."),
            hint: Message(
                de: "Schreiben Sie {F05000000001}, {$name} oder {{ für die Klammer selbst.",
                en: "Write {F05000000001}, {$name}, or {{ for the brace itself."))
    }
}
