import Findings
import Foundation
import ServiceTransfer

/// Asks at a terminal what becomes of each conflict.
struct ConflictDialog {
    private let session: Session
    private let input: () -> String?

    /// A dialog at the terminal. Throws where there is none: answers from a pipe would be guesses.
    init(_ session: Session) throws {
        guard isatty(STDIN_FILENO) == 1, session.context.output.noticeIsTerminal else {
            throw CLIError(
                "cli.no-terminal", .usage,
                Message(de: "--interactive braucht ein Terminal.", en: "--interactive needs a terminal."),
                hint: Message(
                    de: "Entscheiden Sie mit --prefer oder mit einer Datei (--write-resolutions, --resolutions).",
                    en: "Decide with --prefer or with a file (--write-resolutions, --resolutions)."))
        }
        self.session = session
        input = { readLine() }
    }

    /// The decisions; whoever skips a conflict leaves it open, and whoever ends the input all that follow.
    func decisions(_ plan: TransferPlan) -> [Entscheidung] {
        var result: [Entscheidung] = []
        let conflicts = plan.conflicts
        for (index, field) in conflicts.enumerated() {
            show(field, index + 1, of: conflicts.count)
            guard let answer = ask(field) else { return result }
            if let choice = answer { result.append(Entscheidung(field, choice)) }
        }
        return result
    }

    private func show(_ field: TransferPlan.Field, _ number: Int, of count: Int) {
        let absent = pick("(nicht vorhanden)", "(not there)")
        func line(_ label: String, _ value: String?) -> String { "  \(label): \(value.map(SafeText.line) ?? absent)\n" }
        session.prompt(
            "\n[\(number)/\(count)] \(SafeText.line(field.path.description))\n"
                + line(pick("bisher", "before"), field.base) + line(pick("Paket ", "package"), field.theirs)
                + line(pick("hier  ", "here   "), field.ours))
    }

    /// A choice, nil inside where it is left open, nil where the input has ended.
    private func ask(_ field: TransferPlan.Field) -> Entscheidung.Wahl?? {
        while true {
            session.prompt(
                pick(
                    "[h]ier behalten, [p]aket übernehmen, [e]igener Wert, [o]ffen lassen? ",
                    "keep what is [h]ere, take the [p]ackage's, [e]nter a value, leave [o]pen? "))
            guard let line = input() else { return nil }
            switch line.trimmingCharacters(in: .whitespaces).lowercased() {
            case "h" where !field.isGone: return .some(.unsere)
            case "p": return .some(.ihre)
            case "o", "": return .some(nil)
            case "e" where !field.isGone:
                session.prompt(pick("Wert: ", "value: "))
                guard let value = input() else { return nil }
                return .some(.wert(value))
            default: continue
            }
        }
    }

    private func pick(_ de: String, _ en: String) -> String { session.language == .de ? de : en }
}
