import ArgumentParser
import FIM
import Findings

/// `xoev fim export`: derived forms.
struct FIMExportCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Derives JSON Schema, XSD, an HTML form or Markdown from a form.",
        discussion: """
            EXAMPLES
              xoev fim export form.xml --as json-schema --codelists lists/
              xoev fim export form.xml --as xsd --style per-form --output form.xsd
              xoev fim export form.xml --as html --output form.html
            """)

    static let formats: [ReportFormat] = [.text]

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case jsonSchema = "json-schema"
        case xsd
        case html
        case markdown
    }

    enum Style: String, ExpressibleByArgument, CaseIterable {
        case versioned
        case perForm = "per-form"
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The file, or - for standard input.", completion: .file())
    var file: String

    @Option(name: .customLong("as"), help: "What to derive.")
    var kind: Kind

    @Option(help: "XSD: one namespace and names with versions, or a namespace per form.")
    var style: Style = .versioned

    @Option(name: .customLong("id"), help: ArgumentHelp("JSON Schema: the schema's $id.", valueName: "uri"))
    var schemaID: String?

    @OptionGroup var lists: FIMListOptions

    func run(in session: Session) async throws -> Findings.ExitCode {
        let message = try FIMFile(named: file).form()
        guard let schema = message.stammdatenschema else {
            throw CLIError(
                "fim.not-a-form", .usage, file: file,
                Message(
                    de: "Abgeleitet wird aus einem Datenschema (Nachricht 0102), das ist \(message.art.rawValue).",
                    en: "A form (message 0102) is what is derived from; this is \(message.art.rawValue)."))
        }
        let finder = try lists.finder()
        switch kind {
        case .jsonSchema:
            session.write(try XDF3JSONSchema.derive(schema, options: .init(id: schemaID, codeList: finder)).text)
        case .xsd:
            let style: XDF3XMLSchema.Style = style == .versioned ? .versioned : .perForm
            let tree = try XDF3XMLSchema.derive(schema, options: .init(style: style, codeList: finder))
            session.write(String(decoding: try tree.serialized(.init(indent: 2)), as: UTF8.self))
        case .html:
            session.write(
                try XDF3HTMLForm.write(schema, options: .init(language: session.language, codeList: finder)))
        case .markdown: session.write(XDF3Markdown.write(schema, language: session.language))
        }
        return .fine
    }
}
