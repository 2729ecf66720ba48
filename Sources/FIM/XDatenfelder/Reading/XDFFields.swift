import Findings
import XMLCore

/// What is shared while one file is read: findings, limits, and the groups that are open.
final class XDFContext {
    let options: XDFReader.Options
    let version: XDFVersion
    let file: String?
    var findings: [Finding] = []
    /// The groups around the place being read, by identification.
    var openGroups: [XDFIdentifikation] = []
    var elementCount = 0

    init(options: XDFReader.Options, version: XDFVersion, file: String?) {
        self.options = options
        self.version = version
        self.file = file
    }

    /// What a breach of the standard weighs: an error when reading strictly, else a warning.
    var breach: Severity { options.mode == .strict ? .error : .warning }

    func add(
        _ code: XDFError.Code, _ severity: Severity, _ element: XMLTree.Element, path: String, _ message: Message,
        hint: Message? = nil
    ) {
        guard findings.count < options.maxFindings else { return }
        findings.append(
            Finding(
                FindingID(rawValue: code.id), severity, at: Location(file: file, element.position, path: path), message,
                hint: hint))
    }
}

/// The children of one element by name, checked against its shape.
struct XDFFields {
    let element: XMLTree.Element
    let path: String
    let context: XDFContext
    private var byName: [String: [XMLTree.Element]] = [:]

    init(_ element: XMLTree.Element, path: String, _ shape: XDFShape, _ context: XDFContext) {
        self.element = element
        self.path = path
        self.context = context
        var highest = 0
        for child in element.elements {
            let local = child.name.local
            if child.name.namespace != context.version.namespace {
                foreign(child)
                continue
            }
            guard let rank = shape.rank[local] else {
                context.add(
                    .unknownElement, context.breach, child, path: "\(path)/\(local)",
                    Message(
                        de: "\(local) ist in \(element.name.local) nicht erlaubt.",
                        en: "\(local) is not allowed in \(element.name.local)."),
                    hint: Message(
                        de:
                            "XDatenfelder \(context.version.rawValue) kennt hier: \(shape.children.map(\.name).joined(separator: ", ")).",
                        en:
                            "XDatenfelder \(context.version.rawValue) knows here: \(shape.children.map(\.name).joined(separator: ", "))."
                    ))
                continue
            }
            if rank < highest, context.options.mode == .strict {
                context.add(
                    .elementOrder, .warning, child, path: "\(path)/\(local)",
                    Message(
                        de: "\(local) steht hinter \(shape.children[highest].name), gehört aber davor.",
                        en: "\(local) stands behind \(shape.children[highest].name) but belongs before it."))
            }
            highest = max(highest, rank)
            byName[local, default: []].append(child)
        }
        for child in shape.children {
            let count = byName[child.name]?.count ?? 0
            if count < child.min {
                context.add(
                    .missingElement, context.breach, element, path: path,
                    Message(
                        de: "In \(element.name.local) fehlt \(child.name).",
                        en: "\(child.name) is missing from \(element.name.local)."))
            } else if count > child.max, let second = byName[child.name]?[1] {
                context.add(
                    .duplicateElement, context.breach, second, path: "\(path)/\(child.name)[2]",
                    Message(
                        de: "\(child.name) kommt in \(element.name.local) \(count)-mal vor, erlaubt ist einmal.",
                        en: "\(child.name) occurs \(count) times in \(element.name.local); once is allowed."))
            }
        }
    }

    private func foreign(_ child: XMLTree.Element) {
        let isOther = XDFVersion.allCases.contains { $0.namespace == child.name.namespace }
        context.add(
            isOther ? .mixedVersions : .unknownElement, context.breach, child, path: "\(path)/\(child.name.local)",
            isOther
                ? Message(
                    de:
                        "\(child.name.local) ist ein Element einer anderen Version von XDatenfelder; die Datei ist in \(context.version.rawValue).",
                    en:
                        "\(child.name.local) is an element of another version of XDatenfelder; the file is in \(context.version.rawValue)."
                )
                : Message(
                    de: "\(child.name.local) liegt in einem fremden Namensraum: \(child.name.namespace ?? "(keiner)").",
                    en: "\(child.name.local) is in a foreign namespace: \(child.name.namespace ?? "(none)")."))
    }

    /// Where the element stood.
    var quelle: XDFPosition { XDFPosition(element.position, path: path) }

    /// Children of a name with their paths.
    func all(_ name: String) -> [(element: XMLTree.Element, path: String)] {
        (byName[name] ?? []).enumerated().map { ($1, "\(path)/\(name)[\($0 + 1)]") }
    }

    /// The child of a name; of several the first that is not empty.
    func first(_ name: String) -> XMLTree.Element? {
        guard let list = byName[name] else { return nil }
        return list.count == 1 ? list[0] : list.first { !$0.text.trimmedXML.isEmpty } ?? list[0]
    }

    /// The text of an optional child, or nil where it is missing or blank.
    func text(_ name: String) -> String? {
        guard let text = first(name)?.text, !text.trimmedXML.isEmpty else { return nil }
        return text
    }

    /// The text of an optional child without white space around it, or nil where it is missing or blank.
    func token(_ name: String) -> String? { text(name)?.trimmedXML }

    /// The text of a required child; empty where it is missing.
    func required(_ name: String) -> String { first(name)?.text ?? "" }

    /// The text of a required child without white space around it. An empty one is a breach.
    func requiredToken(_ name: String) -> String {
        guard let child = first(name) else { return "" }
        let token = child.text.trimmedXML
        if token.isEmpty {
            context.add(
                .emptyElement, context.breach, child, path: "\(path)/\(name)",
                Message(
                    de: "\(name) in \(element.name.local) ist leer.", en: "\(name) in \(element.name.local) is empty."))
        }
        return token
    }

    /// The code of a child; one that the list does not have is a breach.
    func code(_ name: String, _ list: XDFCodelist) -> XDFCode? {
        guard let child = first(name) else { return nil }
        let inner = child.elements.first { $0.name.local == "code" }
        let code = (inner ?? child).text.trimmedXML
        if !list.codes.contains(code) {
            context.add(
                .unknownCode, context.breach, inner ?? child, path: "\(path)/\(name)/code",
                Message(
                    de: "\(name) hat den Code »\(code)«, den die Liste \(list.uri) nicht kennt.",
                    en: "\(name) has code \"\(code)\", which list \(list.uri) does not have."),
                hint: Message(
                    de: "Bekannt sind \(list.codes.joined(separator: ", ")).",
                    en: "Known are \(list.codes.joined(separator: ", "))."))
        }
        return XDFCode(code, listURI: child["listURI"], listVersionID: child["listVersionID"])
    }

    /// The id and version that a child holds.
    func identifikation(_ name: String = "identifikation") -> XDFIdentifikation {
        guard let child = first(name) else { return XDFIdentifikation("") }
        let fields = XDFFields(child, path: "\(path)/\(name)", .identifikation, context)
        return XDFIdentifikation(fields.requiredToken("id"), version: fields.token("version"))
    }
}
