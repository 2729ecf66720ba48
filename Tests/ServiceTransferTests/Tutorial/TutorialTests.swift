import Foundation
import ServiceTransfer
import TestSupport
import Testing

/// The code of the DocC tutorial is `moveYourFirstService`, cut at its `// step N` lines: it compiles, runs, and stands in
/// the catalog word for word. `XOEV_RECORD_GOLDEN=1` writes it there.
@Suite("The tutorial “Move your first service”")
struct TutorialTests {
    private static let catalog = TestFiles.projectRoot.appending(path: "Sources/ServiceTransfer/ServiceTransfer.docc")

    /// The file of each step: all lines up to the next step, without the marks.
    private static func steps() throws -> [String] {
        let source = TestFiles.projectRoot.appending(
            path: "Tests/ServiceTransferTests/Tutorial/MoveYourFirstService.swift")
        var steps: [String] = []
        var text = ""
        for line in try String(contentsOf: source, encoding: .utf8).split(
            separator: "\n", omittingEmptySubsequences: false)
        {
            if line.hasPrefix("    // step ") {
                steps.append(text.trimmingCharacters(in: .newlines) + "\n}\n")
            } else {
                text += line + "\n"
            }
        }
        return steps + [text.trimmingCharacters(in: .newlines) + "\n"]
    }

    private static func file(_ step: Int) -> URL { catalog.appending(path: "Resources/move-\(step).swift") }

    @Test("its code is this test's, step by step")
    func sameText() throws {
        let steps = try Self.steps()
        for (index, step) in steps.enumerated() {
            let file = Self.file(index + 1)
            if ProcessInfo.processInfo.environment["XOEV_RECORD_GOLDEN"] != nil {
                try Data(step.utf8).write(to: file)
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == step, "\(file.lastPathComponent)")
        }
        let tutorial = try String(
            contentsOf: Self.catalog.appending(path: "MoveYourFirstService.tutorial"), encoding: .utf8)
        for index in steps.indices { #expect(tutorial.contains("file: \"move-\(index + 1).swift\"")) }
        #expect(!tutorial.contains("move-\(steps.count + 1).swift"))
    }

    @Test("its code does what it tells")
    func runs() async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.copyItem(
            at: Samples.examples.appending(path: "profile"), to: folder.appending(path: "profile"))
        let first = folder.appending(path: "hundesteuer-1.0.0.dienst").path
        _ = try PackageBuilder().pack(folder: Samples.examples.appending(path: "hundesteuer").path, to: first)
        let second = try Samples.example("hundesteuer") { files in
            files["dienstpaket.xml"] = files["dienstpaket.xml"]?.replacing("<version>1.0.0<", "<version>1.1.0<")
            files["xzufi/leistung.xml"] = files["xzufi/leistung.xml"]?.replacing("Wer einen Hund", "Wer Hunde")
        }
        let bytes = try PackageSigner.archive(second.contents)
        try Data(bytes).write(to: folder.appending(path: "hundesteuer-1.1.0.dienst"))
        var lines: [String] = []
        try await moveYourFirstService(in: folder.path) { lines.append($0) }
        #expect(lines.contains("create leistungsbeschreibung leistung") || lines.contains("create leistung leistung"))
        #expect(lines.contains("writing 18 of 18"))
        #expect(lines.contains("parameter:anmeldefristTage"))
        #expect(lines.contains("parameter:anmeldefristTage: ours"))
        #expect(lines.contains("1.1.0 back to 1.0.0"))
        #expect(lines.last == "Municipalities: 2 (1 installed, 1 upgraded).")
        let store = try PortalStore.open(path: folder.appending(path: "portal.sqlite").path)
        let services = try store.everything().municipalities.flatMap(\.services)
        #expect(services.map(\.version) == ["1.1.0", "1.1.0"])
        // By portal: Paderborn's service is as published, Soest kept its own value.
        #expect(services.map(\.localParameters) == [[], ["anmeldefristTage"]])
        #expect(try Data(contentsOf: folder.appending(path: "export.dienst")) == Data(bytes))
    }
}
