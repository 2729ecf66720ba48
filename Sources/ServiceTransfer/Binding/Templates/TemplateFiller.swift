import FIM
import XMLCore

/// Puts the values of parameters into the texts of a part, where its standard has texts for people: everywhere in XZuFi,
/// in names and texts of a form (XDatenfelder) and of a process (BPMN 2.0, XProzess), in parts of role `text`. What programs read
/// (identifiers, rules, expressions) is left alone.
struct TemplateFiller {
    /// What a part is, as far as its texts go.
    enum Format {
        case xzufi, xdatenfelder, bpmn, xprozess
        case html, markdown, plain
    }

    private var texts: PlaceholderText
    private var format: Format
    private let part: Bestandteil
    private(set) var problems: [TemplateProblem] = []

    init(_ texts: PlaceholderText, format: Format, part: Bestandteil) {
        self.texts = texts
        self.format = format
        self.part = part
    }

    /// What a part is; nil for one whose texts hold no placeholders.
    static func format(of part: Bestandteil) -> Format? {
        switch part.rolle {
        case .leistungsbeschreibung, .onlinedienst: return .xzufi
        case .datenschema: return part.istXML ? .xdatenfelder : nil
        case .prozess: return part.istXML ? .bpmn : nil
        case .text:
            switch part.medientyp.prefix(while: { $0 != ";" }).lowercased() {
            case "text/html", "application/xhtml+xml": return .html
            case "text/markdown": return .markdown
            case "text/plain": return .plain
            default: return nil
            }
        default: return nil
        }
    }

    // MARK: Trees

    /// Fills the texts of a document.
    mutating func fill(_ root: inout XMLTree.Element) {
        // Both are processes; the root tells which.
        if format == .bpmn, root.name.namespace?.lowercased().contains("xprozess") == true { format = .xprozess }
        let original = root
        _ = fill(&root, language: "de", isText: false, original: original, indices: [])
    }

    /// Fills the texts of an element and below; whether anything changed. What did not is not copied.
    private mutating func fill(
        _ element: inout XMLTree.Element, language: String, isText: Bool, original: XMLTree.Element, indices: [Int]
    ) -> Bool {
        let language = element["languageCode"] ?? language
        let isText = isText || element["languageCode"] != nil
        func report(_ filler: inout TemplateFiller, _ position: XMLPosition?) {
            for note in filler.texts.takeNotes() {
                filler.problems.append(
                    TemplateProblem(
                        note: note,
                        place: TransferPlan.Place(
                            part: filler.part.id, file: filler.part.pfad,
                            path: FieldPath(
                                part: filler.part.id, steps: TreeSteps.steps(to: indices, in: original)),
                            line: position?.line, column: position?.column)))
            }
        }
        var isChanged = false
        var attributes: [XMLAttribute] = []
        for var attribute in element.attributes {
            if let context = context(of: attribute, in: element, language: language) {
                var position = HTMLPosition()
                let filled = texts.replaced(attribute.value, context, &position)
                isChanged = isChanged || filled != attribute.value
                attribute.value = filled
            }
            attributes.append(attribute)
        }
        if isChanged { element.attributes = attributes }
        report(&self, element.position)
        let textContext = context(of: element, language: language, isText: isText)
        var position = HTMLPosition()
        var next = 0
        var nodes: [XMLTree.Node] = []
        var hasNewContent = false
        for node in element.children {
            switch node {
            case .element(var child):
                let isNew = fill(
                    &child, language: language, isText: isText, original: original, indices: indices + [next])
                next += 1
                hasNewContent = hasNewContent || isNew
                nodes.append(.element(child))
            case .text(let text), .cdata(let text):
                let filled = textContext.map { texts.replaced(text, $0, &position) } ?? text
                hasNewContent = hasNewContent || filled != text
                if case .text = node { nodes.append(.text(filled)) } else { nodes.append(.cdata(filled)) }
            case .comment, .processingInstruction: nodes.append(node)
            }
        }
        if hasNewContent { element.children = nodes }
        report(&self, element.position)
        return isChanged || hasNewContent
    }

    /// What kind of text an element's own text is; nil where it is none of people's.
    private func context(
        of element: XMLTree.Element, language: String, isText: Bool
    ) -> PlaceholderText.Context? {
        let name = element.name.local
        switch format {
        case .xzufi:
            if Self.linkNames.contains(name) { return .link }
            if name == "parameterWert" { return .technical }
            let hasMarkup = element.children.contains { node in
                switch node {
                case .text(let text), .cdata(let text): text.contains("<")
                default: false
                }
            }
            if Self.htmlNames.contains(name) || hasMarkup { return .html(language: language) }
            return isText ? .text(language: language) : .technical
        // The schemas of XProzess are not public. Its texts for people are taken to have the names that its sisters
        // XDatenfelder and XZuFi give them.
        case .xdatenfelder, .xprozess: return Self.formTexts.contains(name) ? .text(language: language) : nil
        case .bpmn:
            guard element.name.namespace == Self.bpmnNamespace, name == "documentation" || name == "text" else {
                return nil
            }
            return element["textFormat"] == "text/html" ? .html(language: language) : .text(language: language)
        case .html, .markdown, .plain: return nil
        }
    }

    private func context(
        of attribute: XMLAttribute, in element: XMLTree.Element, language: String
    ) -> PlaceholderText.Context? {
        switch format {
        case .xzufi: .technical
        case .xdatenfelder: element.name.local == "bezug" && attribute.name.local == "link" ? .link : nil
        case .bpmn:
            attribute.name.local == "name" && attribute.name.namespace == nil
                && element.name.namespace == Self.bpmnNamespace ? .text(language: language) : nil
        case .xprozess, .html, .markdown, .plain: nil
        }
    }

    /// Texts in XZuFi that hold HTML (`HtmlStringLocalized`).
    private static let htmlNames: Set<String> = [
        "inhalt", "beschreibung", "infoOeffnungszeitenText", "kurzbeschreibung", "teaser", "beschreibungEingehend",
        "beschreibungAusgehend", "hinweis", "beschreibungVariabilitaet", "beschreibungKostenfreiheit",
    ]
    /// Addresses in XZuFi (`xs:anyURI`).
    private static let linkNames: Set<String> = ["uri", "link", "linkKostenbildung", "dateiURL", "url"]
    /// Texts for people in XDatenfelder 2 and 3. Rules, scripts, patterns and identifiers are none.
    private static let formTexts: Set<String> = [
        "name", "bezeichnung", "bezeichnungEingabe", "bezeichnungAusgabe", "beschreibung", "definition", "bezug",
        "hilfetext", "hilfetextEingabe", "hilfetextAusgabe", "hilfe", "inhalt", "versionshinweis",
    ]
    static let bpmnNamespace = "http://www.omg.org/spec/BPMN/20100524/MODEL"

    // MARK: Plain files

    /// Fills a file that is no XML, line by line; nil when its bytes are no UTF-8.
    mutating func fill(file bytes: [UInt8]) -> [UInt8]? {
        guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
        // A file says its language by its name: `merkblatt.en.md`.
        let names = part.pfad.split(separator: "/").last?.split(separator: ".").dropFirst().map(String.init) ?? []
        let language = names.first { $0.utf8.count == 2 && $0 != "md" } ?? "de"
        let context: PlaceholderText.Context =
            switch format {
            case .html: .html(language: language)
            case .markdown: .markdown(language: language)
            default: .text(language: language)
            }
        var position = HTMLPosition()
        var lines: [String] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            lines.append(texts.replaced(String(line) + "\n", context, &position))
            for note in texts.takeNotes() {
                problems.append(
                    TemplateProblem(
                        note: note,
                        place: TransferPlan.Place(
                            part: part.id, file: part.pfad, path: FieldPath(part: part.id), line: index + 1,
                            column: nil)))
            }
        }
        return Array(lines.joined().utf8.dropLast())
    }
}

/// What stands against a placeholder, and where.
struct TemplateProblem: Hashable {
    var note: PlaceholderText.Note
    var place: TransferPlan.Place
}
