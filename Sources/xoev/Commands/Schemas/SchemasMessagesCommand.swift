import ArgumentParser
import Findings
import SchemaModel
import XOEV

/// `xoev schemas messages`: which messages a standard has.
struct SchemasMessagesCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "messages",
        abstract: "Lists the messages of a standard: number, name, title or documentation, legal basis.",
        discussion: """
            EXAMPLES
              xoev schemas messages xwasser-1.0.0.zip --catalog catalog.xml
              xoev schemas messages xbeteiligung --search kommunal
              xoev schemas messages xdomea-3.0.0 --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var selection: SchemaSelectionOptions
    @OptionGroup var storeOptions: StoreOptions

    @Option(help: ArgumentHelp("Only messages with these words in number, name or title.", valueName: "words"))
    var search: String?

    func run(in session: Session) async throws -> Findings.ExitCode {
        let found = try selection.standards(storeOptions, session: session)
        var results: [JSONText] = []
        for standard in found.standards {
            let messages = standard.messages.filter(isWanted)
            if global.format == .json {
                results.append(
                    .object([("standard", standard.identityJSON), ("messages", .array(messages.map(\.json)))]))
            } else {
                if found.standards.count > 1 {
                    session.write(
                        SafeText.line([standard.name, standard.version ?? ""].joined(separator: " ")) + "\n")
                }
                session.write(Self.table(messages))
            }
        }
        if global.format == .json {
            let result: JSONText = .object([("schemaVersion", .string("1.0")), ("results", .array(results))])
            session.write(result.rendered() + "\n")
        } else if found.standards.allSatisfy({ !$0.messages.contains(where: isWanted) }) {
            session.say(Message(de: "Keine Nachricht gefunden.", en: "No message found."))
        }
        return .fine
    }

    private func isWanted(_ message: XOEVStandard.Message) -> Bool {
        guard let search else { return true }
        let text = [message.name.local, message.title ?? ""].joined(separator: " ").lowercased()
        return search.lowercased().split(whereSeparator: \.isWhitespace).allSatisfy { text.contains($0) }
    }

    private static func table(_ messages: [XOEVStandard.Message]) -> String {
        TextTable(
            messages.map { message in
                [
                    message.number ?? "–", message.name.local,
                    message.title ?? message.documentation.map(shortened) ?? "–",
                    shortened(message.legalBases.joined(separator: "; ")),
                ]
            }
        ).text
    }

    /// The first eighty characters; JSON has all of them.
    private static func shortened(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard line.count > 80 else { return line }
        return line.prefix(79).trimmingSuffix(while: \.isWhitespace) + "…"
    }
}

extension StringProtocol {
    /// Without the characters at the end that fulfil a condition.
    fileprivate func trimmingSuffix(while condition: (Character) -> Bool) -> String {
        var copy = String(self)
        while let last = copy.last, condition(last) { copy.removeLast() }
        return copy
    }
}
