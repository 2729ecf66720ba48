import Archives
import Findings
import Foundation

/// Whose signatures are trusted here: a folder with one PEM file per public key or certificate.
public struct TrustStore: Sendable {
    /// The entries, by name.
    public private(set) var entries: [TrustedEntry]
    /// Files of the folder that are no entries: warnings. What cannot be read is not trusted.
    public private(set) var findings: [Finding] = []

    /// A trust store in memory.
    public init(_ entries: [TrustedEntry] = []) {
        self.entries = entries.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
    }

    /// Where the trust store is unless another is named: `xoev/trust` in `$XDG_CONFIG_HOME`, else in `~/.config` (XDG Base
    /// Directory Specification). Nil when neither variable is set.
    public static func defaultFolder(environment: [String: String]) -> String? {
        // The specification: relative paths are invalid and ignored.
        if let config = environment["XDG_CONFIG_HOME"], config.hasPrefix("/") { return config + "/xoev/trust" }
        guard let home = environment["HOME"], !home.isEmpty else { return nil }
        return home + "/.config/xoev/trust"
    }

    /// Reads a folder. A folder that does not exist is an empty trust store.
    public static func read(_ folder: String) throws(TransferError) -> TrustStore {
        let manager = FileManager.default
        guard manager.fileExists(atPath: folder) else { return TrustStore() }
        guard let names = try? manager.contentsOfDirectory(atPath: folder) else {
            throw TransferError(
                .init(id: "trust.unreadable"), at: Location(file: folder),
                Message(
                    de: "Der Vertrauensspeicher kann nicht gelesen werden.", en: "The trust store cannot be read."),
                hint: Message(
                    de: "Nennen Sie einen Ordner mit Leserecht.", en: "Name a folder that you may read."))
        }
        var entries: [TrustedEntry] = []
        var findings: [Finding] = []
        for name in names.sorted() where name.hasSuffix(".pem") && !name.hasPrefix(".") {
            let file = path(of: String(name.dropLast(4)), in: folder)
            do throws(TransferError) {
                let text = try contents(file)
                entries.append(try TrustedEntry.read(text, name: String(name.dropLast(4)), file: file))
            } catch {
                var finding = error.finding
                finding.severity = .warning
                findings.append(finding)
            }
        }
        var store = TrustStore(entries)
        store.findings = findings
        return store
    }

    /// Adds the public key or certificate of a PEM file to a folder.
    ///
    /// - Parameters:
    ///   - file: The PEM file.
    ///   - name: The name of the entry.
    ///   - packages: The packages it may sign, each with everything below it; empty for all.
    ///   - folder: The trust store. It is made if need be, readable by its owner only.
    @discardableResult
    public static func add(
        _ file: String, name: String, packages: [String], to folder: String
    ) throws(TransferError) -> TrustedEntry {
        let entry = try TrustedEntry.read(try contents(file), name: name, packages: packages, file: file)
        let store = try read(folder)
        if let known = store.entries.first(where: { $0.name.lowercased() == name.lowercased() || $0.id == entry.id }) {
            throw TransferError(
                .init(id: "trust.already-known"), at: Location(file: path(of: known.name, in: folder)),
                known.id == entry.id
                    ? Message(
                        de: "Diesen Schlüssel gibt es hier schon unter dem Namen „\(known.name)“.",
                        en: "This key is already known here as “\(known.name)”.")
                    : Message(
                        de: "Den Namen „\(known.name)“ trägt schon ein anderer Schlüssel.",
                        en: "Another key already has the name “\(known.name)”."),
                hint: Message(
                    de: """
                        Wählen Sie einen anderen Namen, oder entfernen Sie den Eintrag zuerst: xoev trust remove \
                        \(known.name)
                        """,
                    en: "Choose another name or remove the entry first: xoev trust remove \(known.name)"))
        }
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw TransferError(
                .init(id: "archive.not-writable"), at: Location(file: folder),
                Message(de: "Der Ordner kann nicht angelegt werden.", en: "The folder cannot be made."),
                hint: Message(
                    de: "Nennen Sie mit --trust einen anderen Ordner.", en: "Name another folder with --trust."))
        }
        try OutputFile.write(Array(entry.fileText.utf8), to: path(of: name, in: folder), overwrites: false)
        return entry
    }

    /// Removes an entry from a folder.
    public static func remove(_ name: String, from folder: String) throws(TransferError) {
        // The name becomes part of a path.
        if TrustedEntry.isName(name), (try? FileManager.default.removeItem(atPath: path(of: name, in: folder))) != nil {
            return
        }
        let names = try read(folder).entries.map(\.name).joined(separator: ", ")
        throw TransferError(
            .init(id: "trust.not-found"), at: Location(file: folder),
            Message(de: "Den Eintrag „\(name)“ gibt es nicht.", en: "There is no entry “\(name)”."),
            hint: Message(
                de: "Vorhanden: \(names.isEmpty ? "–" : names)", en: "At hand: \(names.isEmpty ? "–" : names)"))
    }

    private static func path(of name: String, in folder: String) -> String {
        (folder.hasSuffix("/") ? folder : folder + "/") + name + ".pem"
    }

    private static func contents(_ file: String) throws(TransferError) -> String {
        let bytes: [UInt8]
        do throws(ArchiveError) { bytes = try FileBytes.read(file, limit: 1 << 20) } catch {
            throw TransferError(error)
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
