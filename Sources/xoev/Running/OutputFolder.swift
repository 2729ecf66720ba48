import Foundation

/// A folder for results.
enum OutputFolder {
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
