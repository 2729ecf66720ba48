import FIM
import Findings
import Foundation
import TestSupport
import Testing

@Suite("The example services")
struct ExampleServicesTests {
    static let folders = ["hundesteuer", "bewohnerparkausweis", "beteiligung/vorlage"]

    static func files(_ path: String) throws -> [URL] {
        let folder = TestFiles.projectRoot.appending(path: "Documentation/Examples").appending(path: path)
        return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
            .filter { $0.pathExtension == "xml" }
    }

    @Test("their XZuFi parts hold one object each and give no finding", arguments: folders)
    func xzufi(folder: String) throws {
        let files = try Self.files(folder + "/xzufi")
        #expect(files.count == 3)
        for file in files {
            let document = try XZuFi.Document(bytes: [UInt8](Data(contentsOf: file)), name: file.lastPathComponent)
            #expect(document.objekte.count == 1)
            let findings = XZuFi.Pruefung.check(document)
            #expect(findings.isEmpty, "\(findings.map { "\($0)" }.joined(separator: "\n"))")
        }
    }

    @Test("their forms are read strictly", arguments: ["hundesteuer", "bewohnerparkausweis"])
    func forms(folder: String) throws {
        for file in try Self.files(folder + "/formular") {
            _ = try XDFReader.read(bytes: [UInt8](Data(contentsOf: file)), name: file.lastPathComponent)
        }
    }
}
