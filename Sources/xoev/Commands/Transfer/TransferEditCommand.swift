import Archives
import ArgumentParser
import Findings
import Foundation
import ServiceTransfer

/// `xoev transfer edit`: changes an installed service in the portal.
struct TransferEditCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "edit",
        abstract: "Changes texts, fees, units and parameters of an installed service, or shows its fields.",
        discussion: """
            A field is named by its path: leistung/modulText[06]/inhalt[de] is the full text in German, \
            parameter:NAME the value of a parameter, merkblatt a whole part. --show lists all paths. What is changed \
            here stays through every upgrade; where an upgrade changes the same field, its plan asks.

            EXAMPLES
              xoev transfer edit de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite --show
              xoev transfer edit de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite \\
                --set 'parameter:anmeldefristTage=21' --set 'steueramt/erreichbarkeit[02]/kennung=02921 103-0'
              xoev transfer edit de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite \\
                --set-file merkblatt=merkblatt.md --reset 'leistung/modulText[06]/inhalt[de]'
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var service: ServiceOptions
    @OptionGroup var journal: JournalOptions

    @Flag(help: "Shows the fields with their values instead of changing any.")
    var show = false

    @Option(
        help: ArgumentHelp(
            "With --show: only the fields that this covers; * stands for anything.", valueName: "pattern"))
    var only: String?

    @Flag(help: "With --show: only the fields that were changed here.")
    var edited = false

    @Option(help: ArgumentHelp("Sets a field. May be repeated.", valueName: "field=value"))
    var set: [FieldAssignment] = []

    @Option(help: ArgumentHelp("Sets a field to the content of a file. May be repeated.", valueName: "field=file"))
    var setFile: [FieldAssignment] = []

    @Option(help: ArgumentHelp("Takes back what was changed here. May be repeated.", valueName: "field"))
    var reset: [String] = []

    @Option(help: ArgumentHelp("Removes a field. May be repeated.", valueName: "field"))
    var remove: [String] = []

    @Option(
        help: ArgumentHelp("Sets the fields that a file of decisions names.", valueName: "file"), completion: .file())
    var from: String?

    @Option(
        help: ArgumentHelp(
            "When a parameter stands in a text that was changed here, too: ours keeps the text, theirs writes it anew; "
                + "also FIELD-PATTERN=ours|theirs.",
            valueName: "rule"))
    var prefer: [PreferRule] = []

    @Option(
        help: ArgumentHelp("The profile, for services of stores that did not keep it.", valueName: "file"),
        completion: .file())
    var profile: String?

    func validate() throws {
        let changes = set.count + setFile.count + reset.count + remove.count + (from == nil ? 0 : 1)
        if show, changes > 0 { throw ValidationError("--show cannot be combined with changes.") }
        if !show, changes == 0 {
            throw ValidationError("Nothing to do: name --show, --set, --set-file, --reset, --remove or --from.")
        }
        if !show, only != nil || edited { throw ValidationError("--only and --edited need --show.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        show ? try tell(session) : try change(session)
    }

    private func tell(_ session: Session) throws -> Findings.ExitCode {
        let portal = try service.store.open(isReadOnly: true)
        defer { try? portal.close() }
        let fields = try FieldReporter(
            options: .init(service: service.address, pattern: only.map { FieldPattern($0) }, onlyEdited: edited)
        ).fields(in: portal)
        if global.format == .json {
            session.write(try SortedJSON.text(fields))
            return .fine
        }
        for field in fields {
            let note = field.isEdited ? FieldText.short(field.packageValue) + " → " : ""
            let mark = field.isEdited ? "*" : " "
            session.write(SafeText.line("\(mark) \(field.path)  \(note)\(FieldText.short(field.value))") + "\n")
        }
        let count = fields.count { $0.isEdited }
        session.writeLine(
            Message(
                de: "Felder: \(fields.count), hier geändert: \(count)",
                en: "fields: \(fields.count), changed here: \(count)"))
        return .fine
    }

    private func change(_ session: Session) throws -> Findings.ExitCode {
        var edits: [TransferEditor.Edit] =
            try from.map {
                TransferEditor.Edit.edits(try Entscheidungen.read(path: $0))
            } ?? []
        edits += set.map { TransferEditor.Edit($0.field, .text($0.value)) }
        for assignment in setFile { edits.append(try edit(assignment)) }
        edits += reset.map { TransferEditor.Edit($0, .packageValue) }
        edits += remove.map { TransferEditor.Edit($0, .removed) }
        let profile = try profile.map { try session.readProfile($0) }
        let portal = try service.store.open()
        defer { try? portal.close() }
        let outcome = try TransferEditor(
            options: .init(
                service: service.address, actor: journal.name(in: session), moment: session.now,
                merge: MergeRules(rules: prefer.map(\.rule)), profile: profile)
        ).edit(edits, in: portal)
        if global.format == .json {
            session.write(try SortedJSON.text(outcome.changes))
            return .fine
        }
        session.write(
            TextTable(
                outcome.changes.map { [$0.path.description, FieldText.change($0.before, $0.after)] }, indent: "  "
            ).text)
        session.writeLine(
            outcome.isChanged
                ? Message(
                    de: "Geänderte Felder: \(outcome.changes.count).", en: "Fields changed: \(outcome.changes.count).")
                : Message(de: "Nichts zu ändern.", en: "Nothing to change."))
        return .fine
    }

    /// Whole parts take the bytes, fields and parameters the text without the line end that editors add.
    private func edit(_ assignment: FieldAssignment) throws -> TransferEditor.Edit {
        let bytes = try FileBytes.read(assignment.value, limit: 64 << 20)
        guard let path = FieldPath(assignment.field), !path.steps.isEmpty || path.parameterName != nil else {
            return TransferEditor.Edit(assignment.field, .bytes(bytes))
        }
        var text = String(decoding: bytes, as: UTF8.self)
        if text.hasSuffix("\r\n") || text.hasSuffix("\n") { text.removeLast() }
        return TransferEditor.Edit(assignment.field, .text(text))
    }
}

/// `FIELD=VALUE`; the field ends at the first equals sign.
struct FieldAssignment: ExpressibleByArgument {
    let field: String
    let value: String

    init?(argument: String) {
        guard let equals = argument.firstIndex(of: "="), equals != argument.startIndex else { return nil }
        field = String(argument[..<equals])
        value = String(argument[argument.index(after: equals)...])
    }
}

/// Values as JSON with sorted keys.
enum SortedJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self) + "\n"
    }
}
