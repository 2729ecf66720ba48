import ArgumentParser
import Findings
import Foundation
import SchemaComparison
import SchemaModel
import SchemaSamples

/// `xoev schemas diff`: tells what a new version of schemas breaks, and what it only adds.
struct SchemasDiffCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what a new version of schemas breaks, and what it only adds.",
        discussion: """
            Messages are matched by name. Breaking is what may make a valid document invalid: removed, narrowed, newly \
            required, reordered, changed. Content that is not allowed any more stands in round brackets. The exit code \
            is 1 when anything breaks. Schemas without messages are compared type by type.

            EXAMPLES
              xoev schemas diff xjustiz-3.2.1/ xjustiz-3.5.1/ --catalog catalog.xml
              xoev schemas diff old.xsd new.xsd --markdown --output changes.md
              xoev schemas diff old.xsd new.xsd --message vorgang.transportieren.2010 --format json
            """)

    static var formats: [ReportFormat] { [.text, .json] }

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The old version: a schema file, or a folder or ZIP archive of schemas.", completion: .file())
    var old: String

    @Argument(help: "The new version.", completion: .file())
    var new: String

    @Option(
        help: ArgumentHelp("An OASIS XML catalog for schema locations. May be repeated.", valueName: "file"),
        completion: .file())
    var catalog: [String] = []

    @Option(help: ArgumentHelp("Only what shows in this message. May be repeated.", valueName: "element"))
    var message: [String] = []

    @Flag(help: "Writes Markdown.")
    var markdown = false

    func validate() throws {
        if markdown, global.format != .text { throw ValidationError("--markdown and --format exclude each other.") }
    }

    private struct Output: Encodable {
        var schemaVersion = "1.0"
        var old: String
        var new: String
        var isBreaking: Bool
        var messages: [String]
        var brokenMessages: [String]
        var changes: [SchemaDiff.Change]
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let loader = SchemaLoader(.init(catalogs: catalog))
        let diff = SchemaDiff(
            old: try loader.loadComponents([SchemaSource(path: old)]),
            new: try loader.loadComponents([SchemaSource(path: new)]))
        let known = Set(diff.messages).union(diff.changes.flatMap(\.messages))
        for name in message where !known.contains(name) {
            throw SampleGenerator.notFound(name, among: known.sorted())
        }
        let changes = diff.changes.filter { change in
            message.isEmpty || change.messages.isEmpty || change.messages.contains { message.contains($0) }
        }
        if global.format == .json {
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            let output = Output(
                old: old, new: new, isBreaking: changes.contains(where: \.isBreaking), messages: diff.messages,
                brokenMessages: diff.brokenMessages, changes: changes)
            session.write(String(decoding: try encoder.encode(output), as: UTF8.self) + "\n")
        } else {
            write(changes, of: diff, to: session)
        }
        return changes.contains(where: \.isBreaking) ? .findings : .fine
    }

    private func write(_ changes: [SchemaDiff.Change], of diff: SchemaDiff, to session: Session) {
        let isGerman = session.language == .de
        let breaking = changes.filter(\.isBreaking)
        let other = changes.filter { !$0.isBreaking }
        for (title, list) in [
            (isGerman ? "Bricht" : "Breaking", breaking), (isGerman ? "Ergänzt" : "Added or widened", other),
        ] {
            session.write(markdown ? "## \(title) (\(list.count))\n\n" : "\(title) (\(list.count))\n")
            for change in list { session.write(line(change, of: diff, isGerman) + "\n") }
            session.write("\n")
        }
        let broken = diff.brokenMessages
        let summary = Message(
            de:
                "Nachrichten in beiden Fassungen: \(diff.messages.count), davon können ungültig werden: \(broken.count)",
            en: "Messages in both versions: \(diff.messages.count), of which may become invalid: \(broken.count)")
        let names =
            broken.count == diff.messages.count || broken.isEmpty ? "" : " (" + broken.joined(separator: ", ") + ")"
        session.write(summary.rendered(session.language) + names + "\n")
    }

    private func line(_ change: SchemaDiff.Change, of diff: SchemaDiff, _ isGerman: Bool) -> String {
        let word = isGerman ? Self.german[change.kind] ?? "" : change.kind.rawValue
        let values = [change.old, change.new].map { $0.map(Self.line).map { markdown ? Self.code($0) : $0 } }
        var text = ""
        switch (values[0], values[1]) {
        case (let old?, let new?): text = ": \(old) → \(new)"
        case (let old?, nil): text = ": \(old)"
        case (nil, let new?): text = ": \(new)"
        default: break
        }
        var place = ""
        if !change.messages.isEmpty {
            let names = change.messages.prefix(3).joined(separator: ", ")
            let more = change.messages.count - 3
            place = change.messages.count == diff.messages.count ? "" : " [\(names)\(more > 0 ? " +\(more)" : "")]"
        }
        return markdown
            ? "- **\(word)** \(Self.code(change.component))\(text)\(place)"
            : "  \(word) \(change.component)\(text)\(place)"
    }

    /// A text on one line: patterns may hold line breaks.
    private static func line(_ text: String) -> String {
        text.replacing("\n", with: "\\n").replacing("\r", with: "\\r").replacing("\t", with: "\\t")
    }

    /// A code span of Markdown around a text that may have backticks itself.
    private static func code(_ text: String) -> String {
        text.contains("`") ? "`` \(text) ``" : "`\(text)`"
    }

    private static let german: [SchemaDiff.Kind: String] = [
        .removed: "entfernt", .narrowed: "verengt", .required: "neu verlangt", .reordered: "umgestellt",
        .changed: "geändert", .added: "neu", .widened: "erweitert",
    ]
}
