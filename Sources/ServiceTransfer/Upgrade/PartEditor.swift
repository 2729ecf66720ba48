import Archives
import FIM
import Findings
import GRDB
import XMLCore

/// Edits the parts of an installed service: fields of parts in XZuFi, all other parts as a whole. What comes out is
/// checked as a part of a package is; an edit that brings a new fault is refused.
struct PartEditor {
    let service: InstalledService

    func apply(_ edits: [TransferEditor.Edit], to state: inout ServiceState, _ db: Database) throws {
        var order: [String] = []
        var byPart: [String: [(path: FieldPath, value: TransferEditor.Edit.Value)]] = [:]
        for edit in edits {
            guard let path = FieldPath(edit.path) else { throw Self.noPath(edit.path) }
            if byPart[path.part] == nil { order.append(path.part) }
            byPart[path.part, default: []].append((path, edit.value))
        }
        for id in order {
            guard let index = state.teile.firstIndex(where: { $0.id == id }) else { throw unknownPart(id, state) }
            let part = state.teile[index]
            let before = try db.requiredBlob(part.lebend)
            let after = try edited(part, before, byPart[id] ?? [])
            guard after != before else { continue }
            try check(part, before: before, after: after)
            let digest = try db.storeBlob(after)
            state.teile[index].lokal = digest == part.gebunden ? nil : digest
        }
    }

    private func edited(
        _ part: ServiceState.Part, _ bytes: [UInt8], _ edits: [(path: FieldPath, value: TransferEditor.Edit.Value)]
    ) throws -> [UInt8] {
        var bytes = bytes
        for edit in edits where edit.path.steps.isEmpty {
            switch edit.value {
            case .bytes(let new): bytes = new
            case .text(let text): bytes = Array(text.utf8)
            case .packageValue: bytes = try service.db.requiredBlob(part.gebunden)
            case .removed:
                throw TransferError(
                    .editInvalid, at: Location(path: part.id),
                    Message(
                        de: "Ein Bestandteil des Pakets kann nicht entfernt werden.",
                        en: "A part of the package cannot be removed."),
                    hint: Message(
                        de: "Ersetzen Sie seinen Inhalt oder bearbeiten Sie einzelne Felder.",
                        en: "Replace its content or edit single fields."))
            }
        }
        let fields = edits.filter { !$0.path.steps.isEmpty }
        guard !fields.isEmpty else { return bytes }
        guard part.rolle == Rolle.leistungsbeschreibung.rawValue || part.rolle == Rolle.onlinedienst.rawValue else {
            throw TransferError(
                .unknownField, at: Location(path: fields[0].path.description),
                Message(
                    de: "Der Bestandteil „\(part.id)“ (\(part.rolle)) hat keine einzelnen Felder.",
                    en: "The part “\(part.id)” (\(part.rolle)) has no single fields."),
                hint: Message(
                    de: "Ersetzen Sie ihn ganz: --set-file \(part.id)=DATEI.",
                    en: "Replace it as a whole: --set-file \(part.id)=FILE."))
        }
        var tree = try Self.tree(bytes, part.id)
        let package = FieldTree(root: try Self.tree(service.db.requiredBlob(part.gebunden), part.id).root)
        var fieldTree = FieldTree(root: tree.root)
        for field in fields { try set(field.path, field.value, in: &fieldTree, package: package) }
        tree.root = fieldTree.root
        do throws(XMLError) { return try tree.serialized() } catch { throw TransferError(error) }
    }

    private static func tree(_ bytes: [UInt8], _ name: String) throws(TransferError) -> XMLTree {
        do throws(XMLError) { return try XMLTree(bytes: bytes, name: name) } catch { throw TransferError(error) }
    }

    // MARK: Fields

    private func set(
        _ path: FieldPath, _ value: TransferEditor.Edit.Value, in tree: inout FieldTree, package: FieldTree
    ) throws(TransferError) {
        switch value {
        case .text(let text): try set(path, text, in: &tree)
        case .removed:
            let field = try found(path, in: tree)
            _ = tree.update(field.steps) { _ in nil }
        case .packageValue: try reset(path, in: &tree, package: package)
        case .bytes:
            throw TransferError(
                .editInvalid, at: Location(path: path.description),
                Message(de: "Ein Feld ist ein Text, keine Datei.", en: "A field is a text, not a file."), hint: nil)
        }
    }

    private func set(_ path: FieldPath, _ text: String, in tree: inout FieldTree) throws(TransferError) {
        let matches = matches(path, in: tree)
        if matches.isEmpty, addLanguage(path, text, in: &tree) { return }
        let field = try single(path, matches, in: tree)
        guard field.isLeaf else {
            let inner = tree.fields().filter { $0.isLeaf && $0.steps.starts(with: field.steps) }
            throw TransferError(
                .unknownField, at: Location(path: path.description),
                Message(
                    de: "„\(path)“ ist eine Gruppe von Feldern.", en: "“\(path)” is a group of fields."),
                hint: list(inner.prefix(8), path.part))
        }
        _ = tree.update(field.steps) { element in
            var element = element
            element?.setFieldValue(text)
            return element
        }
    }

    /// A text in a language that the field does not have yet goes behind those that it has.
    private func addLanguage(_ path: FieldPath, _ text: String, in tree: inout FieldTree) -> Bool {
        guard let last = path.steps.last, let language = last.key, Self.isLanguage(language) else { return false }
        let groups =
            path.steps.count == 1
            ? [[]]
            : tree.fields().map(\.steps).filter { steps in
                FieldPath(part: "", steps: path.steps.dropLast()).covers(FieldPath(part: "", steps: steps))
            }
        guard groups.count == 1, let parent = groups.first, let items = tree.items(parent),
            let sibling = items.last(where: { $0.key.name.local == last.name }), sibling.element["languageCode"] != nil
        else { return false }
        var element = sibling.element
        element["languageCode"] = language
        element.setFieldValue(text)
        let key = FieldAlignment.Key(name: sibling.key.name, discriminator: language, ordinal: 1)
        return tree.update(parent + [last], after: [sibling.key], as: key) { _ in element }
    }

    private static func isLanguage(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return (2...3).contains(parts[0].utf8.count) && parts[0].utf8.allSatisfy { (0x61...0x7A).contains($0) }
            && parts.dropFirst().allSatisfy { part in
                (1...8).contains(part.utf8.count) && part.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
            }
    }

    private func reset(_ path: FieldPath, in tree: inout FieldTree, package: FieldTree) throws(TransferError) {
        let original = matches(path, in: package)
        guard let source = original.first, original.count == 1 else {
            // The package has no such field: the municipality added it.
            let field = try found(path, in: original.isEmpty ? tree : package)
            _ = tree.update(field.steps) { _ in nil }
            return
        }
        let siblings = package.items(source.steps.dropLast()) ?? []
        let position = siblings.firstIndex { $0.key.step == source.steps.last } ?? 0
        let isDone = tree.update(
            source.steps, after: siblings[..<position].map(\.key), as: siblings[position].key
        ) { _ in source.element }
        guard isDone else { throw unknown(path, in: tree) }
    }

    // MARK: Finding fields

    private func matches(_ path: FieldPath, in tree: FieldTree) -> [FieldTree.Field] {
        let fields = tree.fields()
        if let exact = fields.first(where: { $0.steps == path.steps }) { return [exact] }
        return fields.filter { path.covers(FieldPath(part: path.part, steps: $0.steps)) }
    }

    private func found(_ path: FieldPath, in tree: FieldTree) throws(TransferError) -> FieldTree.Field {
        try single(path, matches(path, in: tree), in: tree)
    }

    private func single(
        _ path: FieldPath, _ matches: [FieldTree.Field], in tree: FieldTree
    ) throws(TransferError) -> FieldTree.Field {
        guard let field = matches.first else { throw unknown(path, in: tree) }
        guard matches.count == 1 else {
            throw TransferError(
                .unknownField, at: Location(path: path.description),
                Message(
                    de: "„\(path)“ passt auf \(matches.count) Felder.", en: "“\(path)” fits \(matches.count) fields."),
                hint: list(matches.prefix(8), path.part))
        }
        return field
    }

    private func unknown(_ path: FieldPath, in tree: FieldTree) -> TransferError {
        let name = path.steps.last?.name
        let similar = tree.fields().filter { $0.isLeaf && $0.steps.last?.name == name }
        return TransferError(
            .unknownField, at: Location(path: path.description),
            Message(
                de: "Der Dienst hat kein Feld „\(path)“.", en: "The service has no field “\(path)”."),
            hint: similar.isEmpty
                ? Message(
                    de: "„xoev transfer edit --show“ zeigt alle Felder.",
                    en: "“xoev transfer edit --show” shows all fields.") : list(similar.prefix(8), path.part))
    }

    private func list(_ fields: some Sequence<FieldTree.Field>, _ part: String) -> Message {
        let paths = fields.map { FieldPath(part: part, steps: $0.steps).description }.joined(separator: ", ")
        return Message(de: "Gemeint sein kann: \(paths).", en: "It may be: \(paths).")
    }

    private static func noPath(_ text: String) -> TransferError {
        TransferError(
            .unknownField,
            Message(de: "„\(text)“ ist kein Pfad eines Feldes.", en: "“\(text)” is not the path of a field."),
            hint: Message(
                de: "Ein Pfad sieht aus wie leistung/modulText[06]/inhalt[de] oder parameter:NAME.",
                en: "A path looks like leistung/modulText[06]/inhalt[de] or parameter:NAME."))
    }

    private func unknownPart(_ id: String, _ state: ServiceState) -> TransferError {
        let known = state.teile.map(\.id).joined(separator: ", ")
        return TransferError(
            .unknownField, at: Location(path: id),
            Message(de: "Der Dienst hat keinen Bestandteil „\(id)“.", en: "The service has no part “\(id)”."),
            hint: Message(
                de: "Es gibt: \(known); Parameter heißen parameter:NAME.",
                en: "There are: \(known); parameters are called parameter:NAME."))
    }

    // MARK: Checking

    private func check(_ part: ServiceState.Part, before: [UInt8], after: [UInt8]) throws {
        let old = Set(try findings(part, before).map(\.id))
        let new = try findings(part, after).filter { $0.severity == .error && !old.contains($0.id) }
        if let first = new.first {
            throw TransferError(
                .editInvalid, at: Location(path: part.id),
                Message(
                    de: "So bearbeitet wäre „\(part.id)“ fehlerhaft: \(text: first.message.de)",
                    en: "Edited like this, “\(part.id)” would be faulty: \(text: first.message.en)"),
                hint: first.hint, findings: new)
        }
        guard identity(before) == identity(after) else {
            throw TransferError(
                .editInvalid, at: Location(path: part.id),
                Message(
                    de: "Art und Kennung des Objekts in „\(part.id)“ dürfen sich nicht ändern.",
                    en: "Kind and identity of the object in “\(part.id)” must not change."),
                hint: Message(
                    de: "Andere Dienste und Redaktionen verweisen darauf; bearbeiten Sie die übrigen Felder.",
                    en: "Other services and editors refer to it; edit the other fields."))
        }
    }

    private func findings(_ part: ServiceState.Part, _ bytes: [UInt8]) throws -> [Finding] {
        var check = PartCheck(
            package: try service.package(parts: [part.id]) { _ in bytes }, intact: [part.id], limits: .standard)
        return check.run().findings
    }

    private func identity(_ bytes: [UInt8]) -> String? {
        guard let tree = try? XMLTree(bytes: bytes, name: ""), let object = XZuFi.Objekt(object: tree.root) else {
            return nil
        }
        return "\(object.art.rawValue) \(object.id?.identity.description ?? "")"
    }
}
