import Archives
import Findings
import Foundation
import XMLCore

/// PP-21: the files that a profile names are there and are what it says.
extension ProfileRules {
    /// The most bytes of a file beside the profile (Documentation/Formate/Portalprofil.md, section 3.3).
    private static let fileLimit = 10 << 20

    func files() -> [Finding] {
        guard let folder else { return [] }
        let named = [
            child(child(root, "logo"), "datei"), child(child(root, "formularserver"), "logo"),
            child(child(root, "dvdvXta"), "zertifikat"),
        ]
        return named.compactMap(\.self).compactMap { problem(of: $0, in: folder) }
    }

    private func problem(of element: XMLTree.Element, in folder: String) -> Finding? {
        guard let path = attribute(element, "pfad") else { return nil }
        let root = URL(filePath: folder, directoryHint: .isDirectory).resolvingSymlinksInPath()
        let place = root.appending(path: path).resolvingSymlinksInPath()
        guard FileManager.default.fileExists(atPath: place.path) else {
            return finding(
                "profile.file-missing", at: element,
                de: "Die Datei „\(path)“ liegt nicht neben dem Profil (PP-21).",
                en: "The file “\(path)” is not beside the profile (PP-21).",
                hintDE: "Legen Sie die Datei dorthin oder berichtigen Sie „pfad“; er zählt ab dem Ordner des Profils.",
                hintEN: "Put the file there or correct “pfad”; it counts from the folder of the profile.")
        }
        // A link could lead out of the folder, and opening a pipe could wait for ever.
        let type = (try? FileManager.default.attributesOfItem(atPath: place.path))?[.type] as? FileAttributeType
        guard place.path.hasPrefix(root.path + "/"), type == .typeRegular else {
            return unreadable(
                path, at: element,
                Message(
                    de: "Sie ist keine gewöhnliche Datei im Ordner des Profils.",
                    en: "It is no regular file in the folder of the profile."))
        }
        let bytes: [UInt8]
        do throws(ArchiveError) { bytes = try FileBytes.read(place.path, limit: Self.fileLimit) } catch {
            return unreadable(path, at: element, error.finding.message)
        }
        let isIntact =
            attribute(element, "groesse").flatMap { Int($0) } == bytes.count
            && attribute(element, "sha256") == SHA256Text.digest(bytes)
        guard !isIntact else { return nil }
        return finding(
            "profile.file-altered", at: element,
            de: "Die Datei „\(path)“ stimmt nicht mit Größe und SHA-256 im Profil überein (PP-21).",
            en: "The file “\(path)” does not fit the size and the SHA-256 in the profile (PP-21).",
            hintDE:
                "Ist die Datei die richtige, tragen Sie groesse=\"\(bytes.count)\" und sha256=\"\(SHA256Text.digest(bytes))\" ein.",
            hintEN:
                "If the file is the right one, enter groesse=\"\(bytes.count)\" and sha256=\"\(SHA256Text.digest(bytes))\"."
        )
    }

    private func unreadable(_ path: String, at element: XMLTree.Element, _ why: Message) -> Finding {
        finding(
            "profile.file-unreadable", at: element,
            de: "Die Datei „\(path)“ kann nicht geprüft werden (PP-21): \(text: why.de)",
            en: "The file “\(path)” cannot be checked (PP-21): \(text: why.en)",
            hintDE: "Legen Sie eine gewöhnliche, lesbare Datei von höchstens 10 MiB neben das Profil.",
            hintEN: "Put a regular, readable file of at most 10 MiB beside the profile.")
    }
}
