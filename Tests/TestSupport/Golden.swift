import Foundation

/// Golden files: output that a person has read and approved, kept under `Tests/Fixtures/`.
///
/// To record them again after an intended change: `XOEV_RECORD_GOLDEN=1 swift test --filter NAME`, then read every change
/// in `git diff` before it is committed.
public enum Golden {
    private static let isRecording = ProcessInfo.processInfo.environment["XOEV_RECORD_GOLDEN"] != nil

    /// Compares text with a golden file.
    ///
    /// - Parameters:
    ///   - actual: The text that was made.
    ///   - path: The golden file, below `Tests/Fixtures/`.
    /// - Returns: Nil when they are equal, else where they differ first.
    public static func difference(_ actual: String, from path: String) -> String? {
        let file = TestFiles.fixtures.appending(path: path)
        if isRecording {
            do {
                try FileManager.default.createDirectory(
                    at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
                try Data(actual.utf8).write(to: file)
                return nil
            } catch {
                return "\(path) cannot be written: \(error)"
            }
        }
        guard let data = try? Data(contentsOf: file) else {
            return "\(path) does not exist; record it with XOEV_RECORD_GOLDEN=1\n\(actual)"
        }
        let expected = String(decoding: data, as: UTF8.self)
        // Comparison by scalars: Swift's == would take different normal forms and CRLF for equal.
        if Array(expected.utf8) == Array(actual.utf8) { return nil }
        let expectedLines = expected.split(separator: "\n", omittingEmptySubsequences: false)
        let actualLines = actual.split(separator: "\n", omittingEmptySubsequences: false)
        let line = zip(expectedLines, actualLines).enumerated().first { $1.0 != $1.1 }?.offset
        let number = line ?? min(expectedLines.count, actualLines.count)
        let want = number < expectedLines.count ? expectedLines[number] : "(end)"
        let have = number < actualLines.count ? actualLines[number] : "(end)"
        return "\(path):\(number + 1): expected «\(want)», got «\(have)»\n--- whole output\n\(actual)"
    }
}
