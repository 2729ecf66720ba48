import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer diff`: what differs between two states of a service.
struct TransferDiffCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract:
            "Tells field by field what was changed in the portal, or what differs between two entries of the history.",
        discussion: """
            Without --entry and --from: what the municipality changed against package and profile.

            EXAMPLES
              xoev transfer diff de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite
              xoev transfer diff de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite --entry 7
              xoev transfer diff de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite --from 3 --to 7
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var service: ServiceOptions

    @Option(help: ArgumentHelp("What this entry of the history changed.", valueName: "number"))
    var entry: Int64?

    @Option(help: ArgumentHelp("From the state after this entry …", valueName: "number"))
    var from: Int64?

    @Option(help: ArgumentHelp("… to the state after this one. Default: the present state.", valueName: "number"))
    var to: Int64?

    @Flag(help: "Shows values in full.")
    var full = false

    func validate() throws {
        if entry != nil, from != nil || to != nil {
            throw ValidationError("--entry cannot be combined with --from or --to.")
        }
        if to != nil, from == nil { throw ValidationError("--to needs --from.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let portal = try service.store.open(isReadOnly: true)
        defer { try? portal.close() }
        let range: StateComparer.Range =
            if let entry { .entry(entry) } else if let from { .between(from, to) } else { .localChanges }
        let diff = try StateComparer(service: service.address).compare(range, in: portal)
        if global.format == .json {
            session.write(try SortedJSON.text(diff))
            return .fine
        }
        let absent = session.language == .de ? "–" : "–"
        session.writeLine(
            Message(
                de: "\(diff.kennung): \(diff.fromVersion ?? absent) → \(diff.toVersion ?? absent)",
                en: "\(diff.kennung): \(diff.fromVersion ?? absent) → \(diff.toVersion ?? absent)"))
        if full {
            for change in diff.changes {
                session.write("  \(SafeText.line(change.path.description))\n")
                for (sign, value) in [("-", change.before), ("+", change.after)] {
                    if let value { session.write("    \(sign) \(SafeText.line(value))\n") }
                }
            }
        } else {
            session.write(
                TextTable(
                    diff.changes.map { [$0.path.description, FieldText.change($0.before, $0.after)] }, indent: "  "
                ).text)
        }
        session.writeLine(
            diff.changes.isEmpty
                ? Message(de: "Keine Unterschiede.", en: "No differences.")
                : Message(de: "Verschieden: \(diff.changes.count)", en: "Different: \(diff.changes.count)"))
        return .fine
    }
}
