import Archives
import Foundation
import TestSupport
import Testing

@testable import xoev

/// Collects what is printed. Sendable: the text is touched under the lock only.
final class Collector: @unchecked Sendable {
    private let lock = NSLock()
    private var collected = ""

    var text: String { lock.withLock { collected } }

    @Sendable func add(_ more: String) { lock.withLock { collected += more } }
}

/// The golden files lie in `Tests/Fixtures/xoev/golden/`; `Golden` says how to record them again.
@Suite("Command line")
struct CommandLineTests {
    @Test(
        "help goes to standard output and ends with 0",
        arguments: [["--help"], ["validate", "--help"], ["help", "validate"]])
    func help(_ arguments: [String]) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("USAGE: xoev"))
        #expect(outcome.output.contains("EXAMPLES"))
        #expect(outcome.errors.isEmpty)
    }

    @Test("the version is told")
    func version() throws {
        let outcome = try Tool.run(["--version"])
        #expect(outcome.exitCode == 0)
        #expect(outcome.output == "xoev 0.1.0\n")
    }

    @Test(
        "a wrong command line ends with 2, says why on standard error and prints no result",
        arguments: [
            ["nonsense"], ["validate"], ["validate", "--nonsense", "x"], ["validate", "x", "--format", "pdf"],
            ["validate", "x", "--jobs", "0"], ["validate", "x", "--max-findings", "0"],
            ["validate", "x", "--report", "pdf=y"], ["validate", "x", "--report", "json="],
            ["validate", "x", "--language", "fr"], ["validate", "x", "--quiet", "--verbose"], ["validate", "-", "-"],
            ["validate", "x", "--report", "json=a", "--report", "html=a"],
            ["validate", "x", "--output", "a", "--report", "html=a"],
        ])
    func usage(_ arguments: [String]) throws {
        let outcome = try Tool.run(arguments)
        #expect(outcome.exitCode == 2)
        #expect(outcome.output.isEmpty)
        #expect(!outcome.errors.isEmpty)
    }

    @Test(
        "global options may stand before the command",
        arguments: [
            (["--language", "de", "validate", "x"], ["validate", "--language", "de", "x"]),
            (["--quiet", "--format=json", "validate", "x"], ["validate", "--quiet", "--format=json", "x"]),
            (["validate", "--quiet", "x"], ["validate", "--quiet", "x"]),
            (["--help"], ["--help"]),
            (["--language"], ["--language"]),
            ([], []),
        ])
    func globalOptions(_ given: [String], _ expected: [String]) {
        #expect(CommandRun.globalOptionsLast(given) == expected)
    }

    @Test("commands print into the sinks that they are given")
    func seam() async {
        let results = Collector()
        let notices = Collector()
        let output = Output(result: results.add, notice: notices.add)
        let run = CommandRun(context: CommandContext(environment: ["LANG": "de_DE"], output: output))
        #expect(await run.run(["validate", "no-such-folder/*.xml"]) == .notFound)
        #expect(results.text.contains("[cli.no-match]"))
        #expect(notices.text.isEmpty)
        #expect(await run.run(["nonsense"]) == .usage)
        #expect(notices.text.contains("nonsense"))
    }

    @Test("completion scripts are made for bash, zsh and fish", arguments: ["bash", "zsh", "fish"])
    func completions(_ shell: String) throws {
        let outcome = try Tool.run(["--generate-completion-script", shell])
        #expect(outcome.exitCode == 0)
        #expect(outcome.output.contains("validate"))
    }

    @Test("the language comes from the option, else from the locale")
    func language() throws {
        let arguments = ["validate", "no-such-folder/*.xml"]
        let german = try Tool.run(arguments, environment: ["LANG": "de_DE.UTF-8"])
        #expect(german.output.contains("Fehler: Auf das Muster passt keine Datei."))
        let english = try Tool.run(arguments + ["--language", "en"], environment: ["LANG": "de_DE.UTF-8"])
        #expect(english.output.contains("error: No file matches the pattern."))
    }
}

@Suite("Inputs")
struct InputListTests {
    private func withTree<R>(_ body: (String) throws -> R) rethrows -> R {
        try TestFiles.withTemporaryFolder { folder in
            let files = [
                "b.xml", "a.xml", "A.XML", "note.txt", "sub/c.xml", "sub/deep/d.xml", ".hidden/e.xml", ".f.xml",
                "odd[1].xml", "empty/readme.md",
            ]
            for file in files {
                let url = folder.appending(path: file)
                try? FileManager.default.createDirectory(
                    at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
                try? Data().write(to: url)
            }
            try? FileManager.default.createSymbolicLink(
                at: folder.appending(path: "loop"), withDestinationURL: folder)
            return try body(folder.path)
        }
    }

    private func names(_ arguments: [String], in folder: String) throws -> [String] {
        try InputList(arguments.map { "\(folder)/\($0)" }).items.map { String($0.name.dropFirst(folder.count + 1)) }
    }

    @Test("a folder gives all XML files below it in the order of their names, without hidden ones and without circles")
    func folder() throws {
        try withTree { (folder: String) throws in
            #expect(
                try InputList([folder]).items.map { String($0.name.dropFirst(folder.count + 1)) } == [
                    "A.XML", "a.xml", "b.xml", "odd[1].xml", "sub/c.xml", "sub/deep/d.xml",
                ])
        }
    }

    @Test("patterns match files, ** any number of folders; a file whose name looks like a pattern is that file")
    func patterns() throws {
        try withTree { (folder: String) throws in
            #expect(try names(["*.xml"], in: folder) == ["a.xml", "b.xml", "odd[1].xml"])
            #expect(try names(["**/*.xml"], in: folder).contains("sub/deep/d.xml"))
            #expect(try names(["**/*.xml"], in: folder).contains("a.xml"))
            #expect(try names(["sub/**/d.xml"], in: folder) == ["sub/deep/d.xml"])
            #expect(try names(["*/c.xml"], in: folder) == ["sub/c.xml"])
            #expect(try names(["[ab].xml"], in: folder) == ["a.xml", "b.xml"])
            #expect(try names(["odd[1].xml"], in: folder) == ["odd[1].xml"])
            #expect(try names(["b.xml", "a.xml"], in: folder) == ["b.xml", "a.xml"])
        }
    }

    @Test("a folder without XML files and a pattern without a match are findings, not silence")
    func nothing() throws {
        try withTree { (folder: String) throws in
            let items = try InputList(["\(folder)/empty", "\(folder)/*.json"]).items
            let ids = items.map { item in
                if case .nothing(_, let finding) = item { finding.id.rawValue } else { "" }
            }
            #expect(ids == ["cli.empty-folder", "cli.no-match"])
        }
    }
}

@Suite("Ordered work")
struct OrderedWorkTests {
    @Test("results come in the order of the items, whoever is done first", arguments: [1, 2, 7])
    func order(_ jobs: Int) {
        var seen: [Int] = []
        let count = OrderedWork(jobs: jobs).run(Array(0..<300)) { item in
            var sum = 0
            for value in 0..<((item * 7919) % 5_000) { sum &+= value }
            return sum == .min ? -1 : item
        } consume: { index, result in
            #expect(index == result)
            seen.append(result)
            return true
        }
        #expect(count == 300)
        #expect(seen == Array(0..<300))
    }

    @Test("the run ends when the consumer has enough")
    func stops() {
        var seen = 0
        let count = OrderedWork(jobs: 4).run(Array(0..<1_000)) {
            $0
        } consume: { _, item in
            seen += 1
            return item < 9
        }
        #expect(count == 10)
        #expect(seen == 10)
    }
}

@Suite("Atomic files")
struct AtomicFileTests {
    @Test("a file is replaced whole and nothing else is left in the folder")
    func replaces() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "report.txt").path
            try AtomicFile(path).write("long old content\n")
            try AtomicFile(path).write("new\n")
            #expect(try String(contentsOfFile: path, encoding: .utf8) == "new\n")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["report.txt"])
        }
    }

    @Test("what cannot be written is told before any work, ends with 3 and leaves nothing behind")
    func refuses() throws {
        try TestFiles.withTemporaryFolder { folder in
            for (target, reason) in [("no/such/folder.json", "no such folder"), (".", "it is a folder")] {
                for arguments in [["--output", target], ["--report", "json=\(target)"]] {
                    let outcome = try Tool.run(["validate", "x.xml"] + arguments, in: folder)
                    #expect(outcome.exitCode == 3)
                    #expect(outcome.output.isEmpty)
                    #expect(outcome.errors.contains(reason))
                    #expect(outcome.errors.contains("[cli.unwritable]"))
                }
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).isEmpty)
        }
    }

    @Test("a device is written in place, never replaced")
    func device() throws {
        let outcome = try Tool.run(["validate", "no-such-folder/*", "--output", "/dev/null"])
        #expect(outcome.exitCode == 4)
        #expect(outcome.output.isEmpty)
        #expect(
            (try FileManager.default.attributesOfItem(atPath: "/dev/null")[.type] as? FileAttributeType)
                == .typeCharacterSpecial)
    }
}
