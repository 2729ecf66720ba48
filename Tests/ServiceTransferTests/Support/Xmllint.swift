import Foundation
import TestSupport

/// `xmllint` as a second opinion on what this project writes.
enum Xmllint {
    static let isAvailable = ["/usr/bin/xmllint", "/usr/local/bin/xmllint", "/opt/homebrew/bin/xmllint"]
        .contains { FileManager.default.isExecutableFile(atPath: $0) }

    static func accepts(_ file: URL, schema: String) throws -> Bool {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "xmllint", "--noout", "--nonet", "--schema", TestFiles.projectRoot.appending(path: schema).path, file.path,
        ]
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationStatus == 0
    }
}
