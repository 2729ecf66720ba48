import Findings

/// Decides whether the path of an entry is safe on every file system.
enum EntryPath {
    /// The path as text.
    static func check(_ name: [UInt8], archive: Location, limits: ArchiveLimits) throws(ArchiveError) -> String {
        guard !name.contains(0) else {
            throw invalid(archive, shown(name), de: "enthält ein NUL-Zeichen", en: "has a NUL character")
        }
        guard let path = String(validating: name, as: UTF8.self) else {
            throw invalid(archive, shown(name), de: "ist nicht in UTF-8", en: "is not in UTF-8")
        }
        guard name.count <= limits.maxPathBytes else {
            throw invalid(
                archive, String(path.prefix(60)) + "…",
                de: "ist länger als \(limits.maxPathBytes) Bytes (Grenze maxPathBytes)",
                en: "is longer than \(limits.maxPathBytes) bytes (limit maxPathBytes)")
        }
        guard !path.unicodeScalars.contains(where: { $0.value < 0x20 || (0x7F...0x9F).contains($0.value) }) else {
            throw invalid(archive, shown(name), de: "enthält Steuerzeichen", en: "has control characters")
        }
        let location = Location(file: "\(archive.file ?? "-")!/\(path)")
        guard !path.contains("\\") else {
            throw ArchiveError(
                .backslash, at: location,
                Message(
                    de:
                        "Der Pfad „\(path)“ im Archiv enthält einen umgekehrten Schrägstrich; das Trennzeichen ist „/“.",
                    en: "The path “\(path)” in the archive has a backslash; the separator is “/”."),
                hint: rename)
        }
        guard !path.hasPrefix("/") else {
            throw ArchiveError(
                .absolutePath, at: location,
                Message(
                    de: "Der Pfad „\(path)“ im Archiv ist absolut; erlaubt sind nur relative Pfade.",
                    en: "The path “\(path)” in the archive is absolute; only relative paths are allowed."),
                hint: rename)
        }
        guard !path.contains(":") else {
            throw ArchiveError(
                .driveLetter, at: location,
                Message(
                    de: "Der Pfad „\(path)“ im Archiv enthält einen Doppelpunkt; unter Windows wäre das ein Laufwerk.",
                    en: "The path “\(path)” in the archive has a colon; on Windows that would be a drive."),
                hint: rename)
        }
        var components = path.split(separator: "/", omittingEmptySubsequences: false)
        if path.hasSuffix("/") { components.removeLast() }
        guard !components.contains("..") else {
            throw ArchiveError(
                .pathTraversal, at: location,
                Message(
                    de: "Der Pfad „\(path)“ führt mit „..“ aus dem Archiv hinaus.",
                    en: "The path “\(path)” leads out of the archive with “..”."),
                hint: Message(
                    de: "Verwenden Sie das Archiv nicht: Solche Pfade überschreiben fremde Dateien.",
                    en: "Do not use the archive: such paths overwrite files elsewhere."))
        }
        guard !components.isEmpty, !components.contains(where: { $0.isEmpty || $0 == "." }) else {
            throw invalid(archive, path, de: "hat leere Teile oder „.“", en: "has empty parts or “.”")
        }
        return path
    }

    /// The key under which two paths meet that some file system takes for the same: letter case and Unicode
    /// normalisation do not count (APFS, NTFS). Swift compares strings by canonical equivalence.
    static func collisionKey(_ path: String) -> String {
        (path.hasSuffix("/") ? String(path.dropLast()) : path).uppercased().lowercased()
    }

    private static let rename = Message(
        de: "Packen Sie das Archiv mit relativen Pfaden aus Buchstaben, Ziffern, „.“, „-“, „_“ und „/“ neu.",
        en: "Pack the archive again with relative paths of letters, digits, “.”, “-”, “_” and “/”.")

    private static func shown(_ name: [UInt8]) -> String {
        var text = ""
        for byte in name.prefix(60) {
            if (0x20..<0x7F).contains(byte) {
                text.unicodeScalars.append(Unicode.Scalar(byte))
            } else {
                text += "\\x" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }
        return text
    }

    private static func invalid(_ archive: Location, _ path: String, de: String, en: String) -> ArchiveError {
        ArchiveError(
            .invalidPath, at: archive,
            Message(
                de: "Der Pfad „\(path)“ im Archiv ist ungültig: Er \(de).",
                en: "The path “\(path)” in the archive is invalid: it \(en)."),
            hint: rename)
    }
}
