import Foundation

/// Where tests find the files they need, and where they may write.
public enum TestFiles {
    /// The root folder of the project's checkout.
    public static let projectRoot = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The folder with the tests' own fixtures.
    public static let fixtures = projectRoot.appending(path: "Tests/Fixtures")

    /// The corpus of real schemas and messages beside the project (`$XOEV_CORPUS`, else `../shared/corpus`), or nil
    /// where there is none: suites that need it carry `.enabled(if: TestFiles.hasCorpus, "needs the corpus")`.
    public static let corpus: URL? = {
        let fromEnvironment = ProcessInfo.processInfo.environment["XOEV_CORPUS"].map { URL(filePath: $0) }
        let candidate = fromEnvironment ?? projectRoot.deletingLastPathComponent().appending(path: "shared/corpus")
        return FileManager.default.fileExists(atPath: candidate.appending(path: "verdicts.tsv").path)
            ? candidate : nil
    }()

    /// Whether the corpus is at hand.
    public static var hasCorpus: Bool { corpus != nil }

    /// Runs `body` with a fresh folder that is removed afterwards, whatever happens.
    public static func withTemporaryFolder<R>(_ body: (URL) throws -> R) rethrows -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-test-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try body(folder)
    }

    /// The same for a body that waits.
    public static func withTemporaryFolder<R>(_ body: (URL) async throws -> R) async rethrows -> R {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-test-\(UUID().uuidString)")
        try? FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        return try await body(folder)
    }
}
