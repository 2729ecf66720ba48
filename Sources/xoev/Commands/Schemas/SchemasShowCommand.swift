import ArgumentParser
import Findings
import SchemaModel
import XOEV

/// `xoev schemas show`: which standards schemas describe.
struct SchemasShowCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Tells which standard schemas describe: identity, version, tools, messages, code lists.",
        discussion: """
            What is told is what the schemas say of themselves (xs:appinfo). Schemas without metadata are shown by their \
            namespaces.

            EXAMPLES
              xoev schemas show xwasser-1.0.0.zip --catalog catalog.xml
              xoev schemas show urn:xoev-de:xleitstelle:standard:xbeteiligung
              xoev schemas show xdomea-3.0.0 --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var selection: SchemaSelectionOptions
    @OptionGroup var storeOptions: StoreOptions

    func run(in session: Session) async throws -> Findings.ExitCode {
        let found = try selection.standards(storeOptions, session: session)
        if global.format == .json {
            let result: JSONText = .object([
                ("schemaVersion", .string("1.0")),
                ("standards", .array(found.standards.map(\.json))),
                ("imported", .array(found.imported.map(\.identityJSON))),
                ("others", .array(found.others.map(\.json))),
            ])
            session.write(result.rendered() + "\n")
        } else {
            session.write(StandardText(session.language).render(found))
        }
        for standard in found.standards where standard.metadata == nil {
            session.say(
                Message(
                    de: "\(standard.name): Die Schemas sagen nicht, zu welchem Standard sie gehören (kein appinfo).",
                    en: "\(standard.name): the schemas do not say to which standard they belong (no appinfo)."))
        }
        return .fine
    }
}

/// Standards as lines of label and value.
struct StandardText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func render(_ found: StandardsFound) -> String {
        var text = found.standards.map { render($0, imported: found.imported) }.joined(separator: "\n")
        if !found.others.isEmpty {
            let title = Message(de: "Weitere Schemadateien", en: "Other schema files").rendered(language)
            let rows = found.others.map { [$0.targetNamespace ?? "–", $0.version ?? ""] }.uniqued
            text += "\n\(title)\n" + TextTable(rows, indent: "  ").text
        }
        return text
    }

    private func render(_ standard: XOEVStandard, imported: [XOEVStandard]) -> String {
        var lines = LabelledLines(language)
        let metadata = standard.metadata
        lines.add(Message(de: "Kennung", en: "kennung"), metadata?.kennung)
        lines.add(Message(de: "Name", en: "name"), metadata?.longName)
        lines.add(Message(de: "Beschreibung", en: "description"), metadata?.description)
        lines.add(Message(de: "Version", en: "version"), standard.version)
        lines.add(Message(de: "Zur Version", en: "of the version"), metadata?.versionDescription)
        for namespace in standard.namespaces {
            lines.add(Message(de: "Namensraum", en: "namespace"), namespace.isEmpty ? "–" : namespace)
        }
        lines.add(Message(de: "XÖV-Handbuch", en: "XÖV handbook"), metadata?.handbookVersion)
        lines.add(Message(de: "XÖV-Profil", en: "XÖV profile"), metadata?.profileVersion)
        lines.add(Message(de: "XGenerator", en: "XGenerator"), metadata?.generatorVersion)
        lines.add(
            Message(de: "Werkzeug", en: "tool"),
            [metadata?.modellingTool, metadata?.modellingToolVersion].compactMap { $0 }.joined(separator: " ").nonEmpty)
        lines.add(Message(de: "Schemadateien", en: "schema files"), "\(standard.documents.count)")
        lines.add(Message(de: "Nachrichten", en: "messages"), "\(standard.messages.count)")
        lines.add(Message(de: "Code-Datentypen", en: "code types"), codeTypes(standard))
        for other in imported {
            lines.add(
                Message(de: "Bindet ein", en: "imports"),
                [other.name, other.version ?? ""].joined(separator: " "))
        }
        return SafeText.line([standard.name, standard.version ?? ""].joined(separator: " ")) + "\n" + lines.text
    }

    private func codeTypes(_ standard: XOEVStandard) -> String {
        let kinds = CodeType.Kind.allCases.compactMap { kind in
            let count = standard.codeLists.count { $0.type.kind == kind }
            let word = language == .de ? "Typ" : "type"
            return count == 0 ? nil : "\(word) \(kind.rawValue): \(count)"
        }
        let total = "\(standard.codeLists.count)"
        return kinds.isEmpty ? total : "\(total) (\(kinds.joined(separator: ", ")))"
    }
}

extension String {
    /// Nil where it is empty.
    fileprivate var nonEmpty: String? { isEmpty ? nil : self }
}

extension Array where Element: Hashable {
    /// Without repetitions, in the order of the first.
    fileprivate var uniqued: [Element] {
        var seen = Set<Element>()
        return filter { seen.insert($0).inserted }
    }
}
