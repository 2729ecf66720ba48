import ArgumentParser
import CodeLists
import Findings

/// `xoev codelist diff`: what changed between two versions of a list.
struct CodelistDiffCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what changed between two versions of a code list.",
        discussion: """
            + new, - gone, ~ renamed, > moved to another code, * another value changed. The exit code is 0 whether or \
            not something changed.

            EXAMPLE
              xoev codelist diff erreichbarkeit_3.xml erreichbarkeit_4.xml
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The older list.", completion: .file())
    var old: String

    @Argument(help: "The newer list.", completion: .file())
    var new: String

    func run(in session: Session) async throws -> Findings.ExitCode {
        let before = try GenericodeReader().read(.file(old))
        let after = try GenericodeReader().read(.file(new))
        let diff = try CodeListDiff(from: before, to: after)
        if before.id.uri != after.id.uri {
            session.say(
                Message(
                    de: "Achtung: Das sind zwei verschiedene Listen, \(before.id.uri) und \(after.id.uri).",
                    en: "Note: these are two different lists, \(before.id.uri) and \(after.id.uri)."))
        }
        if global.format == .json {
            session.write(json(diff, before, after).rendered() + "\n")
        } else if diff.isEmpty {
            session.writeLine(Message(de: "Keine Unterschiede.", en: "No differences."))
        } else {
            session.write(text(diff))
        }
        return .fine
    }

    private func text(_ diff: CodeListDiff) -> String {
        var rows: [[String]] = []
        rows += diff.addedColumns.map { ["+", "[\($0)]"] }
        rows += diff.removedColumns.map { ["-", "[\($0)]"] }
        rows += diff.added.map { ["+", $0.code, $0.name ?? ""] }
        rows += diff.removed.map { ["-", $0.code, $0.name ?? ""] }
        rows += diff.renamed.map { ["~", $0.code, "\($0.oldName ?? "–") → \($0.newName ?? "–")"] }
        rows += diff.moved.map { [">", "\($0.oldCode) → \($0.newCode)", $0.name] }
        rows += diff.changed.map { ["*", $0.code, "\($0.column): \($0.oldValue ?? "–") → \($0.newValue ?? "–")"] }
        return TextTable(rows).text
    }

    private func json(_ diff: CodeListDiff, _ before: CodeList, _ after: CodeList) -> JSONText {
        func item(_ item: CodeListDiff.Item) -> JSONText {
            .object([("code", .string(item.code)), ("name", text(item.name))])
        }
        return .object([
            ("schemaVersion", .string("1.0")),
            ("old", .string(before.id.description)),
            ("new", .string(after.id.description)),
            ("added", .array(diff.added.map(item))),
            ("removed", .array(diff.removed.map(item))),
            (
                "renamed",
                .array(
                    diff.renamed.map {
                        .object([
                            ("code", .string($0.code)), ("oldName", text($0.oldName)), ("newName", text($0.newName)),
                        ])
                    })
            ),
            (
                "moved",
                .array(
                    diff.moved.map {
                        .object([
                            ("name", .string($0.name)), ("oldCode", .string($0.oldCode)),
                            ("newCode", .string($0.newCode)),
                        ])
                    })
            ),
            (
                "changed",
                .array(
                    diff.changed.map {
                        .object([
                            ("code", .string($0.code)), ("column", .string($0.column)),
                            ("oldValue", text($0.oldValue)), ("newValue", text($0.newValue)),
                        ])
                    })
            ),
            ("addedColumns", .array(diff.addedColumns.map { .string($0) })),
            ("removedColumns", .array(diff.removedColumns.map { .string($0) })),
        ])
    }

    private func text(_ value: String?) -> JSONText? { value.map { .string($0) } }
}
