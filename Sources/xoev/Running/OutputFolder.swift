import Findings
import Foundation

/// A folder for results.
enum OutputFolder {
    /// Refuses, before any work is done, a folder that holds something and a file in its place.
    static func requireFree(_ path: String) throws {
        guard FileManager.default.fileExists(atPath: path) else { return }
        let content = try? FileManager.default.contentsOfDirectory(atPath: path)
        guard content?.isEmpty != true else { return }
        throw CLIError(
            "cli.exists", .usage, file: path,
            Message(
                de: "Das Ziel gibt es schon, und es ist nicht leer.", en: "The target exists already and is not empty."),
            hint: Message(
                de: "Nennen Sie einen neuen oder leeren Ordner.", en: "Name a new or empty folder."))
    }

    /// Makes the folder unless it is there.
    static func make(_ path: String) throws {
        if FileManager.default.fileExists(atPath: path) { return }
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw CLIError.unwritable(path, errno)
        }
    }
}
