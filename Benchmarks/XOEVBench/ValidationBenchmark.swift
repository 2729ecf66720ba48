import Foundation

/// `xoev validate` against `xmllint --stream` as whole processes: large messages, many small ones, one small one cold. Needs
/// the corpus and `xmllint`; both verdicts are checked on a valid and an invalid twin before anything is timed.
struct ValidationBenchmark {
    private let xoev: String
    private let schema: String
    private let folder: URL

    /// Runs all parts, or says why not.
    static func run() {
        let corpus = ProcessInfo.processInfo.environment["XOEV_CORPUS"] ?? "../shared/corpus"
        let schema = corpus + "/xdomea/3.0.0/schemas/3.0.0/xdomea-Nachrichten-AussonderungDurchfuehren.xsd"
        let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let xoev = ProcessInfo.processInfo.environment["XOEV"] ?? own.appending(path: "xoev").path
        guard FileManager.default.fileExists(atPath: schema), ChildProcess(["xmllint", "--version"])?.status == 0,
            ChildProcess([xoev, "--version"])?.status == 0
        else {
            print("\n## Validation: left out, needs the corpus, xmllint and \(xoev)")
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            let benchmark = ValidationBenchmark(xoev: xoev, schema: schema, folder: folder)
            try benchmark.large(megabytes: 10)
            try benchmark.large(megabytes: 50)
            try benchmark.small()
        } catch {
            print("\n## Validation: \(error)")
        }
    }

    private func xoevCommand(_ inputs: [String], jobs: Int = 1) -> [String] {
        [xoev, "validate", "--jobs", String(jobs), "--schema", schema] + inputs
    }

    private func xmllintCommand(_ inputs: [String]) -> [String] {
        ["xmllint", "--nonet", "--stream", "--noout", "--schema", schema] + inputs
    }

    private func write(_ document: Document, as name: String) throws -> String {
        let url = folder.appending(path: name)
        try Data(document.bytes).write(to: url)
        return url.path
    }

    /// The same document with one element renamed near its end.
    private func spoilt(_ document: Document) -> Document {
        let text = String(decoding: document.bytes, as: UTF8.self)
        guard let range = text.range(of: "<xdomea:ID>", options: .backwards),
            let close = text.range(of: "</xdomea:ID>", options: .backwards)
        else { return document }
        let whole = text[..<range.upperBound] + "keine UUID" + text[close.lowerBound...]
        return Document(name: document.name, bytes: Array(whole.utf8))
    }

    private func large(megabytes: Int) throws {
        guard let document = Document.xdomea(megabytes: megabytes) else { return }
        let file = try write(document, as: "\(megabytes).xml")
        let twin = try write(spoilt(document), as: "\(megabytes)-invalid.xml")
        check(ChildProcess(xoevCommand([file]))?.status == 0, "xoev: valid")
        check(ChildProcess(xoevCommand([twin]))?.status == 1, "xoev: invalid")
        check(ChildProcess(xmllintCommand([file]))?.status == 0, "xmllint: valid")
        check(ChildProcess(xmllintCommand([twin]))?.status == 3, "xmllint: invalid")
        compare(
            "Validation, xdomea 0503, \(document.bytes.count / 1_000_000) MB, whole process",
            goal: ("xoev validate", 0.85),
            [time(xmllintCommand([file]), "xmllint --stream"), time(xoevCommand([file]))])
        let peak = ChildProcess.peakKilobytes(of: xoevCommand([file])) ?? 0
        check(peak > 1_000, "resident memory")
        print("resident memory: \(peak / 1024) MB" + (peak <= 30 * 1024 ? " (goal 30: reached)" : " (goal 30: MISSED)"))
    }

    private func small() throws {
        guard let document = Document.xdomea(megabytes: 0) else { return }
        // With --stream, xmllint compiles the schema anew for every file.
        let inbox = folder.appending(path: "small")
        try FileManager.default.createDirectory(at: inbox, withIntermediateDirectories: true)
        let files = try (0..<1_000).map { try write(document, as: "small/\($0).xml") }
        compare(
            "Validation, 1,000 files of \(document.bytes.count / 1_000) kB, whole process",
            goal: ("xoev validate, 2 jobs", 0.65),
            [
                time(xmllintCommand(files).filter { $0 != "--stream" }, "xmllint"),
                time(xoevCommand([inbox.path]), "xoev validate, 1 job"),
                time(xoevCommand([inbox.path], jobs: 2), "xoev validate, 2 jobs"),
            ])
        compare(
            "Validation, one file of \(document.bytes.count / 1_000) kB, cold process", runs: 15,
            goal: ("xoev validate", 1.4),
            [
                time(xmllintCommand([files[0]]), "xmllint --stream"), time(xoevCommand([files[0]])),
                time([xoev, "--version"], "xoev --version (start of the process)"),
            ])
    }

    private func time(_ command: [String], _ name: String = "xoev validate") -> (name: String, body: () -> Void) {
        (name, { check(ChildProcess(command)?.status == 0, name) })
    }
}
