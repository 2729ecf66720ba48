import ArgumentParser
import FIM
import Findings
import Foundation

/// `xoev fim stock diff`: what a delivery would do to the stock that is there.
struct FIMStockDiffCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Tells what a delivery would create, change and delete, and refuses deletes nobody allowed.",
        discussion: """
            Against a folder with an earlier delivery all objects are compared; against an index file alone only the names \
            of files. A full stock deletes what is not in it, a delta (--delta) only what it says. Without \
            --allow-deletes the exit code is 1 when anything would be deleted.

            EXAMPLES
              xoev fim stock diff export/ --against last-week/
              xoev fim stock diff export/ --against last-week/index.txt
              xoev fim stock diff changes/ --against export/ --delta --allow-deletes --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The folder with the new index and files.", completion: .directory)
    var folder: String

    @Option(
        help: ArgumentHelp("The folder of the stock that is there, or its index file.", valueName: "path"),
        completion: .file())
    var against: String

    @Flag(help: "Deletes are intended.")
    var allowDeletes = false

    @OptionGroup var stock: FIMStockOptions

    func run(in session: Session) async throws -> Findings.ExitCode {
        try FIMStockOptions.requireFolder(folder)
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: against, isDirectory: &isFolder) else {
            throw CLIError.noSuchPath(against)
        }
        if !isFolder.boolValue { return try compareNames(session) }
        let lenient = XZuFi.Bestandspruefung(.init(index: stock.index, checksContent: false))
        let (old, oldResults) = lenient.read(folder: against)
        if let result = oldResults.first(where: \.isUnreadable) {
            for finding in result.findings { session.tell(finding) }
            return ExitCode(result)
        }
        let options = try stock.options(session, previous: old)
        let (new, results) = XZuFi.Bestandspruefung(options).read(folder: folder)
        let errors = results.flatMap(\.findings).filter { $0.severity == .error }
        for finding in errors { session.tell(finding) }
        if let result = results.first(where: \.isUnreadable) { return ExitCode(result) }
        let difference = XZuFi.Bestandsabgleich(
            bestand: old.digests, geschrieben: new.digests, geloescht: Set(new.loeschungen.keys),
            lieferart: stock.lieferart)
        let names = { (key: XZuFi.Objektschluessel) in new.eintraege[key] ?? old.eintraege[key] }
        if global.format == .json {
            session.write(json(difference, names).text)
        } else {
            write(difference, names, session)
        }
        try difference.requireDeletesAllowed(allowDeletes)
        return errors.isEmpty ? .fine : .findings
    }

    private typealias Names = (XZuFi.Objektschluessel) -> XZuFi.Bestand.Eintrag?

    private func groups(
        _ difference: XZuFi.Bestandsabgleich
    ) -> [(sign: String, id: String, label: Message, keys: [XZuFi.Objektschluessel])] {
        [
            ("+", "created", Message(de: "neu", en: "created"), difference.neu),
            ("~", "changed", Message(de: "geändert", en: "changed"), difference.geaendert),
            ("-", "deleted", Message(de: "gelöscht", en: "deleted"), difference.geloescht),
        ]
    }

    private func write(_ difference: XZuFi.Bestandsabgleich, _ names: Names, _ session: Session) {
        if !global.quiet {
            var rows = groups(difference).map {
                [$0.label.rendered(session.language, showingValues: true), String($0.keys.count)]
            }
            let same = Message(de: "unverändert", en: "unchanged").rendered(session.language, showingValues: true)
            rows.append([same, String(difference.unveraendert.count)])
            session.write(TextTable(rows).text)
        }
        for group in groups(difference) {
            for key in group.keys {
                let entry = names(key)
                let parts = [group.sign, key.description, entry?.name, entry.map { "(\($0.datei))" }].compactMap { $0 }
                session.write(SafeText.line(parts.joined(separator: "  ")) + "\n")
            }
        }
    }

    private func json(_ difference: XZuFi.Bestandsabgleich, _ names: Names) -> JSONValue {
        var members: [(String, JSONValue)] = [
            ("schemaVersion", .string("1.0")), ("delivery", .string(stock.delta ? "delta" : "full")),
            ("unchanged", .integer(difference.unveraendert.count)),
            ("refused", .bool(!allowDeletes && !difference.geloescht.isEmpty)),
        ]
        for group in groups(difference) {
            let objects = group.keys.map { key -> JSONValue in
                let entry = names(key)
                func text(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }
                return .object([
                    ("kind", .string(key.art.rawValue)), ("agency", text(key.identitaet.schemeAgencyID)),
                    ("scheme", text(key.identitaet.schemeID)), ("id", .string(key.identitaet.value)),
                    ("name", text(entry?.name)), ("file", text(entry?.datei)),
                ])
            }
            members.append((group.id, .array(objects)))
        }
        return .object(members)
    }

    /// Two indexes: which files came and which went.
    private func compareNames(_ session: Session) throws -> Findings.ExitCode {
        let old = try XZuFi.Bestandspruefung.index(against)
        let new = try XZuFi.Bestandspruefung.index(folder + "/" + stock.index)
        let gone = old.dateien.filter { !new.dateien.contains($0) }
        let added = new.dateien.filter { !old.dateien.contains($0) }
        if global.format == .json {
            func list(_ names: [String]) -> JSONValue { .array(names.map { .string($0) }) }
            session.write(
                JSONValue.object([
                    ("schemaVersion", .string("1.0")), ("delivery", .string(stock.delta ? "delta" : "full")),
                    ("refused", .bool(!gone.isEmpty && !allowDeletes && !stock.delta)), ("filesAdded", list(added)),
                    ("filesGone", list(gone)),
                ]).text)
        } else {
            for name in added { session.write(SafeText.line("+ " + name) + "\n") }
            for name in gone { session.write(SafeText.line("- " + name) + "\n") }
            if added.isEmpty, gone.isEmpty {
                session.writeLine(Message(de: "Beide nennen dieselben Dateien.", en: "Both name the same files."))
            }
        }
        guard !gone.isEmpty, !stock.delta, !allowDeletes else { return .fine }
        throw CLIError(
            "xzufi.deletes-refused", .findings, file: folder + "/" + stock.index,
            Message(
                de:
                    "Der neue Index nennt \(gone.count) von \(old.dateien.count) Dateien nicht mehr; was in ihnen stand, könnte gelöscht werden.",
                en:
                    "The new index no longer names \(gone.count) of \(old.dateien.count) files; what was in them may be deleted."
            ),
            hint: Message(
                de:
                    "Mit dem Ordner des alten Bestandes vergleichen sagt, welche Objekte das sind; gewollt: --allow-deletes.",
                en:
                    "Comparing with the folder of the old stock tells which objects those are; if intended: --allow-deletes."
            ))
    }
}
