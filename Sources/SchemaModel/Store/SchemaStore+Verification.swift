import Archives
import Findings
import Foundation

extension SchemaStore {
    /// Checks the sets of the store, or those that are named: every file there, unaltered, none besides, and all of it
    /// compiles. One result per set.
    public func verify(_ names: [String] = []) throws(SchemaError) -> [CheckResult] {
        let all = try sets()
        for name in names where !all.contains(where: { $0.name == name }) {
            throw Self.notFound(name, all.map(\.name))
        }
        return all.filter { names.isEmpty || names.contains($0.name) }.map(verify)
    }

    private func verify(_ set: StoredSchemaSet) -> CheckResult {
        let folder = "\(path)/\(set.name)"
        var findings = contentFindings(set, folder)
        var layers = [Layer(name: "contents", outcome: findings.isEmpty ? .passed : .failed)]
        do throws(SchemaError) {
            _ = try SchemaLoader().load([.folder(folder)])
            layers.append(Layer(name: "schema", outcome: .passed))
        } catch {
            findings += error.findings
            layers.append(Layer(name: "schema", outcome: .failed))
        }
        return CheckResult(
            subject: set.name, facts: [CheckResult.Fact("digest", set.digest)], layers: layers, findings: findings)
    }

    private func contentFindings(_ set: StoredSchemaSet, _ folder: String) -> [Finding] {
        let hint = Message(
            de: "Fügen Sie den Satz neu hinzu: xoev schemas add --replace.",
            en: "Add the set again: xoev schemas add --replace.")
        var findings: [Finding] = []
        func report(_ id: FindingID, _ file: String, _ message: Message) {
            findings.append(Finding(id, .error, at: Location(file: "\(folder)/\(file)"), message, hint: hint))
        }
        for file in set.files {
            let bytes: [UInt8]
            do throws(ArchiveError) {
                bytes = try FileBytes.read("\(folder)/\(file.path)", limit: SchemaLimits().maxDocumentBytes)
            } catch {
                report(
                    "schema-store.file-missing", file.path,
                    Message(
                        de: "Eine Datei des Schemasatzes fehlt oder ist nicht lesbar.",
                        en: "A file of the schema set is missing or cannot be read."))
                continue
            }
            if SHA256Text.digest(bytes) != file.sha256 {
                report(
                    "schema-store.file-altered", file.path,
                    Message(
                        de: "Die Datei ist nicht mehr die, die hinzugefügt wurde: Ihre Prüfsumme ist eine andere.",
                        en: "The file is no longer the one that was added: its digest differs."))
            }
        }
        let known = Set(set.files.map(\.path) + [SchemaSetFile.name])
        for found in (FileManager.default.subpaths(atPath: folder) ?? []).sorted() where !known.contains(found) {
            var isFolder: ObjCBool = false
            _ = FileManager.default.fileExists(atPath: "\(folder)/\(found)", isDirectory: &isFolder)
            guard !isFolder.boolValue else { continue }
            report(
                "schema-store.file-undeclared", found,
                Message(
                    de: "Die Datei gehört nicht zum Schemasatz.", en: "The file does not belong to the schema set."))
        }
        return findings
    }

    // MARK: Errors

    static func notFound(_ name: String, _ known: [String]) -> SchemaError {
        let list = known.joined(separator: ", ")
        return SchemaError(
            .storeNotFound, at: Location(),
            Message(
                de: "Einen Schemasatz „\(name)“ gibt es in der Ablage nicht.",
                en: "There is no schema set “\(name)” in the store."),
            hint: known.isEmpty
                ? Message(de: "Die Ablage ist leer.", en: "The store is empty.")
                : Message(de: "Vorhanden sind: \(list).", en: "There are: \(list)."))
    }

    static func exists(_ name: String, _ path: String) -> SchemaError {
        SchemaError(
            .storeExists, at: Location(file: "\(path)/\(name)"),
            Message(
                de: "Einen Schemasatz „\(name)“ mit anderem Inhalt gibt es schon.",
                en: "There is a schema set “\(name)” with other contents already."),
            hint: Message(
                de: "Ersetzen Sie ihn mit --replace, oder geben Sie dem neuen mit --name einen anderen Namen.",
                en: "Replace it with --replace, or give the new one another name with --name."))
    }

    static func badName(_ name: String) -> SchemaError {
        SchemaError(
            .storeName, at: Location(),
            Message(
                de: "„\(name)“ kann kein Schemasatz heißen.", en: "A schema set cannot be called “\(name)”."),
            hint: Message(
                de:
                    "Erlaubt sind Buchstaben ohne Umlaute, Ziffern, Punkt, Strich und Unterstrich, nicht am Anfang ein Punkt.",
                en: "Allowed are ASCII letters, digits, dot, hyphen and underscore, no dot in front."))
    }

    static func unwritable(_ path: String, _ reason: some Any) -> SchemaError {
        let words = "\(reason)"
        return SchemaError(
            .storeUnwritable, at: Location(file: path),
            Message(
                de: "Die Schemaablage kann nicht geschrieben werden: \(words)",
                en: "The schema store cannot be written: \(words)"),
            hint: Message(
                de: "Prüfen Sie Schreibrechte und Platz, oder wählen Sie mit --store einen anderen Ordner.",
                en: "Check permission and space, or choose another folder with --store."))
    }
}
