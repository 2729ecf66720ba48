import Archives
import FIM
import Findings
import XMLCore

/// Builds the skeleton of a package part by part and notes what is left to do.
struct SkeletonBuilder {
    let options: PackageImporter.Options
    let catalogue: ImportCatalogue
    var files: [String: [UInt8]] = [:]
    var parts: [Bestandteil] = []
    var links: [Verknuepfung] = []
    var services: [LeistungVerweis] = []
    var parameters: [ParameterDeklaration] = []
    var requirements: [Voraussetzung] = []
    var dependencies: [CodelisteAbhaengigkeit] = []
    var todos: [ImportTodo] = []
    var origins: [ImportOrigin] = []
    /// The chosen services, their units and online services, as the sources have them.
    var objects: ImportedObjects?
    /// The digests of source files that were used, by their names.
    private var digests: [String: String] = [:]

    init(options: PackageImporter.Options, catalogue: ImportCatalogue) throws(TransferError) {
        self.options = options
        self.catalogue = catalogue
    }

    static let xzufi = "urn:xoev-de:fim:standard:xzufi"
    static let xdatenfelder = "urn:xoev-de:fim:standard:xdatenfelder"
    static let genericode = "http://docs.oasis-open.org/codelist/ns/genericode/1.0/"
    static let bpmn = "http://www.omg.org/spec/BPMN/20100524/MODEL"

    // MARK: Parts

    /// Adds a file under a free id and path, and says where it is from.
    @discardableResult
    mutating func addPart(
        id wanted: String, rolle: Rolle, folder: String, name: String, bytes: [UInt8], medientyp: String,
        standard: String? = nil, standardVersion: String? = nil, hersteller: String? = nil, produkt: String? = nil
    ) -> String {
        let id = Self.free(wanted) { id in parts.contains { $0.id.lowercased() == id.lowercased() } }
        let (stem, ending) = Self.split(name)
        let file = Self.free(Self.fileName(stem)) { candidate in
            let path = "\(folder)/\(candidate)\(ending)".lowercased()
            return files.keys.contains { $0.lowercased() == path }
        }
        let path = "\(folder)/\(file)\(ending)"
        files[path] = bytes
        parts.append(
            Bestandteil(
                id: id, rolle: rolle, pfad: path, medientyp: medientyp, standard: standard,
                standardVersion: standardVersion, sha256: SHA256Text.digest(bytes), groesse: bytes.count,
                hersteller: hersteller, produkt: produkt))
        return id
    }

    mutating func addOrigin(
        _ part: String, _ kind: String, _ identity: String, _ file: ImportFile, facts: [ImportOrigin.Fact] = []
    ) throws(TransferError) {
        let digest: String
        if let known = digests[file.name] {
            digest = known
        } else {
            digest = SHA256Text.digest(try file.bytes(limit: .max))
            digests[file.name] = digest
        }
        origins.append(
            ImportOrigin(
                part: part, kind: kind, identity: identity, file: file.relativePath,
                facts: [ImportOrigin.Fact(name: "sha256", value: digest)] + facts))
    }

    mutating func link(_ art: String, _ von: Verweis, _ nach: Verweis) {
        let link = Verknuepfung(art: art, von: von, nach: nach)
        if !links.contains(link) { links.append(link) }
    }

    mutating func todo(
        _ id: FindingID, _ kind: ImportTodo.Kind, part: String? = nil, de: MessageText, en: MessageText,
        hintDE: MessageText, hintEN: MessageText
    ) {
        todos.append(
            ImportTodo(
                id, kind, part: part, Message(de: de, en: en), hint: Message(de: hintDE, en: hintEN)))
    }

    // MARK: Names

    /// A name that is not taken: itself, or with a number behind it.
    static func free(_ wanted: String, _ isTaken: (String) -> Bool) -> String {
        guard isTaken(wanted) else { return wanted }
        var number = 2
        while isTaken("\(wanted)-\(number)") { number += 1 }
        return "\(wanted)-\(number)"
    }

    private static func split(_ name: String) -> (stem: String, ending: String) {
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return (name, "") }
        let ending = name[dot...].lowercased()
        let isPlain = ending.dropFirst().allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        guard isPlain, (2...6).contains(ending.count) else { return (name, "") }
        return (String(name[..<dot]), ending)
    }

    /// A file name of letters, digits, `-`, `_` and `.` (DP section 4.3 allows more than file systems do).
    static func fileName(_ text: String) -> String {
        let kept = text.unicodeScalars.map { scalar -> Character in
            let isPlain =
                scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            return isPlain || "-_.".unicodeScalars.contains(scalar) ? Character(scalar) : "_"
        }
        let name = String(String(kept).prefix(100)).split(separator: ".").joined(separator: ".")
        return name.isEmpty ? "datei" : name
    }

    /// A label of an identifier (`KennungType`): lower case letters, digits and single hyphens, a letter first.
    static func label(_ text: String, otherwise: String) -> String {
        var result = ""
        for scalar in text.lowercased().unicodeScalars {
            switch scalar {
            case "ä": result += "ae"
            case "ö": result += "oe"
            case "ü": result += "ue"
            case "ß": result += "ss"
            case "a"..."z", "0"..."9": result.unicodeScalars.append(scalar)
            default: if !result.isEmpty, !result.hasSuffix("-") { result += "-" }
            }
        }
        result = String(result.drop { !("a"..."z").contains($0) }.prefix(40))
        while result.hasSuffix("-") { result.removeLast() }
        return result.isEmpty ? otherwise : result
    }

    /// Text that may stand in a manifest (`NameType`): blanks collapsed, at most 250 characters.
    static func token(_ text: String) -> String {
        String(text.split(whereSeparator: \.isWhitespace).joined(separator: " ").prefix(250))
    }

    // MARK: The end

    /// The package with its tasks.
    mutating func finish(name: String) throws(TransferError) -> PackageImporter.Outcome {
        parameters += undeclaredPlaceholders()
        var manifest = manifest()
        noteGaps(&manifest)
        // What the check of the package finds is work as well.
        let draft = try contents(manifest, name)
        for finding in PackageVerifier().verify(draft).result.findings where finding.severity != .hint {
            let place = finding.location.file.map { file in
                file.hasPrefix(name + "/") ? String(file.dropFirst(name.count + 1)) : file
            }
            let id: FindingID = "todo.verify"
            let code = finding.id.rawValue
            todos.append(
                ImportTodo(
                    id, .check, part: parts.first { $0.pfad == place }?.id,
                    Message(
                        de: "Die Prüfung meldet \(code): \(text: finding.message.de)",
                        en: "The check reports \(code): \(text: finding.message.en)"),
                    hint: finding.hint
                        ?? Message(
                            de: "„xoev package verify“ nennt die Stelle.", en: "“xoev package verify” names the place.")
                ))
        }
        let tasks = ImportTodoFiles(
            kennung: manifest.kennung, version: manifest.version.description, todos: todos, origins: origins)
        for (id, path, type, bytes) in [
            ("todo", ImportTodoFiles.markdownPath, "text/markdown; charset=utf-8", tasks.markdown()),
            ("todo-daten", ImportTodoFiles.jsonPath, "application/json", tasks.json()),
        ] {
            files[path] = bytes
            manifest.bestandteile.append(
                Bestandteil(
                    id: Self.free(id) { id in parts.contains { $0.id == id } }, rolle: .dokumentation, pfad: path,
                    medientyp: type, sha256: SHA256Text.digest(bytes), groesse: bytes.count))
        }
        let contents = try contents(manifest, name)
        return PackageImporter.Outcome(
            contents: contents, manifest: manifest, todos: todos, origins: origins, notes: catalogue.notes,
            verification: PackageVerifier().verify(contents).result)
    }

    private func contents(_ manifest: Dienstpaket, _ name: String) throws(TransferError) -> PackageContents {
        var all = files
        all[Dienstpaket.fileName] = try ManifestWriter().write(manifest)
        return PackageContents(name: name, isArchive: false, files: all)
    }
}
