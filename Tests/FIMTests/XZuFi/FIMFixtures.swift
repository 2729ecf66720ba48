import Foundation
import TestSupport
import Testing
import XMLCore

@testable import FIM

/// The fixtures of this room.
enum FIMFixtures {
    static func bytes(_ path: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: TestFiles.fixtures.appending(path: "fim").appending(path: path)))
    }

    static func text(_ path: String) throws -> String { String(decoding: try bytes(path), as: UTF8.self) }

    static func corpus(_ path: String) throws -> [UInt8] {
        let root = try #require(TestFiles.corpus)
        return [UInt8](try Data(contentsOf: root.appending(path: path)))
    }

    static func document(_ path: String) throws -> XZuFi.Document {
        try XZuFi.Document(bytes: bytes(path), name: path)
    }
}
