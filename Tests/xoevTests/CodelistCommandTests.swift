import Foundation
import TestSupport
import Testing

@Suite("Code lists on the command line")
struct CodelistCommandTests {
    private let lists = TestFiles.fixtures.appending(path: "xoev/input/listen")

    @Test("A list is converted to CSV with its metadata and back, byte for byte as it is written anew")
    func roundTrip() throws {
        try TestFiles.withTemporaryFolder { folder in
            func path(_ name: String) -> String { folder.appending(path: name).path }
            let original = lists.appending(path: "farbe_1.xml").path
            let csv = try Tool.run(
                ["codelist", "convert", original, "--to", "csv", "--metadata", path("m.json"), "-o", path("l.csv")])
            #expect(csv.exitCode == 0)
            let back = try Tool.run(
                ["codelist", "convert", path("l.csv"), "--to", "genericode", "--metadata", path("m.json")])
            let direct = try Tool.run(["codelist", "convert", original, "--to", "genericode"])
            #expect(back.exitCode == 0)
            #expect(back.output == direct.output)
            let json = try Tool.run(["codelist", "convert", original, "--to", "json", "-o", path("l.json")])
            #expect(json.exitCode == 0)
            let fromJSON = try Tool.run(["codelist", "convert", path("l.json"), "--to", "genericode"])
            #expect(fromJSON.output == direct.output)
        }
    }

    @Test("A named list that cannot be read ends the run with 3 before anything is checked")
    func unreadable() throws {
        try TestFiles.withTemporaryFolder { folder in
            try Data([0, 1, 2, 255]).write(to: folder.appending(path: "binary.xml"))
            try Data().write(to: folder.appending(path: "empty.xml"))
            for list in ["binary.xml", "empty.xml"] {
                for command in [["codelist", "list", list], ["validate", "empty.xml", "--code-lists", list]] {
                    let outcome = try Tool.run(command, in: folder)
                    #expect(outcome.exitCode == 3)
                    #expect(outcome.output.isEmpty)
                    #expect(outcome.errors.contains("[codelist.unreadable]"))
                }
            }
        }
    }

    @Test("Lists are added once, faulty and contradicting ones refused")
    func add() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = folder.appending(path: "store").path
            try FileManager.default.createDirectory(atPath: store, withIntermediateDirectories: true)
            func add(_ file: String) throws -> Tool.Outcome {
                try Tool.run(["codelist", "add", file, "--to", store, "--language", "en"])
            }
            let original = lists.appending(path: "farbe_1.xml").path
            let first = try add(original)
            #expect(first.exitCode == 0)
            #expect(first.output == "added: urn_beispiel_codeliste_farbe_1.xml\n")
            let second = try add(original)
            #expect(second.exitCode == 0)
            #expect(second.output.hasPrefix("already there: "))
            let text = try String(contentsOfFile: original, encoding: .utf8)
            #expect(
                try String(contentsOfFile: store + "/urn_beispiel_codeliste_farbe_1.xml", encoding: .utf8) == text)
            let other = folder.appending(path: "andere.xml")
            try Data(text.replacingOccurrences(of: "<SimpleValue>01<", with: "<SimpleValue>99<").utf8).write(to: other)
            let third = try add(other.path)
            #expect(third.exitCode == 1)
            #expect(third.errors.contains("codelist.conflict") || third.errors.contains("different content"))
            #expect(try add(lists.appending(path: "doppelt.xml").path).exitCode == 1)
            let files = try FileManager.default.contentsOfDirectory(atPath: store).filter { $0.hasSuffix(".xml") }
            #expect(files == ["urn_beispiel_codeliste_farbe_1.xml"])
        }
    }

    @Test("A table with a doubled code is no list: the line is told and nothing is written")
    func doubledCode() throws {
        try TestFiles.withTemporaryFolder { folder in
            let table = folder.appending(path: "tiere.csv")
            try Data("art;name\n1;Hund\n2;Katze\n1;Igel\n".utf8).write(to: table)
            let output = folder.appending(path: "tiere.xml").path
            func convert(to form: String) throws -> Tool.Outcome {
                try Tool.run([
                    "codelist", "convert", table.path, "--separator", "semicolon", "--to", form, "--uri", "urn:t",
                    "--list-version",
                    "1", "--language", "en", "--output", output,
                ])
            }
            let refused = try convert(to: "genericode")
            #expect(refused.exitCode == 1)
            #expect(refused.errors.contains("tiere.csv:4: error: ") && refused.errors.contains("first in line 2"))
            #expect(!FileManager.default.fileExists(atPath: output))
            // To be mended it can be converted.
            #expect(try convert(to: "json").exitCode == 1)
            #expect(FileManager.default.fileExists(atPath: output))
        }
    }

    @Test("Of files that claim one URI and version with different content none is added, and the check tells it")
    func contested() throws {
        try TestFiles.withTemporaryFolder { folder in
            let download = folder.appending(path: "download")
            try FileManager.default.createDirectory(at: download, withIntermediateDirectories: true)
            let original = try String(contentsOf: lists.appending(path: "farbe_1.xml"), encoding: .utf8)
            let twin = original.replacingOccurrences(of: "<SimpleValue>01<", with: "<SimpleValue>99<")
            // The same but for white space is no contradiction.
            let reformatted = original.replacingOccurrences(of: "<Row>", with: "<Row >")
            for (name, text) in [("a.xml", original), ("b.xml", twin), ("c.xml", reformatted)] {
                try Data(text.utf8).write(to: download.appending(path: name))
            }
            let store = folder.appending(path: "store").path
            try FileManager.default.createDirectory(atPath: store, withIntermediateDirectories: true)
            let added = try Tool.run(["codelist", "add", download.path, "--to", store, "--language", "en"])
            #expect(added.exitCode == 1)
            #expect(added.output.isEmpty)
            #expect(added.errors.components(separatedBy: "[codelist.conflict]").count == 4)
            #expect(try FileManager.default.contentsOfDirectory(atPath: store).filter { $0.hasSuffix(".xml") } == [])
            let checked = try Tool.run(["codelist", "check", download.path, "--language", "en"])
            #expect(checked.exitCode == 1)
            #expect(checked.output.components(separatedBy: "[codelist.conflict]").count == 2)
            #expect(checked.output.contains("b.xml: error: "))
            let same = ["a.xml", "c.xml"].map { download.appending(path: $0).path }
            #expect(try Tool.run(["codelist", "check"] + same).exitCode == 0)
            #expect(try Tool.run(["codelist", "add"] + same + ["--to", store]).exitCode == 0)
        }
    }

    @Test(
        "What does not fit together is a wrong command line",
        arguments: [
            ["codelist", "convert", "a.csv", "--to", "json"], ["codelist", "convert", "a.xml"],
            ["codelist", "convert", "a.csv", "--to", "json", "--uri", "urn:a"], ["codelist", "add"],
            ["codelist", "lookup", "urn:a"], ["codelist", "search"],
            ["codelist", "lookup", "urn:a", "1", "--all-versions", "--list-version", "1"],
            ["codelist", "list", "--newest", "--superseded"],
            ["validate", "a.xml", "--layers", "code-lists,profil"], ["validate", "a.xml", "--layers", "profile"],
            ["validate", "a.xml", "--layers", "schema", "--profile", "pvog"],
            ["validate", "a.xml", "--part", "index=i"],
            ["validate", "a.xml", "--profile", "pvog", "--part", "verzeichnis=i"],
            ["validate", "a.xml", "--schema", "s", "--as-of", "2026-01-01"],
            ["validate", "a.xml", "--schema", "s", "--character-set", "latin"],
        ])
    func usage(_ arguments: [String]) throws {
        #expect(try Tool.run(arguments).exitCode == 2)
    }

    @Test("The store is filled by add and read by list, lookup, search, show and the layer code-lists")
    func store() throws {
        try TestFiles.withTemporaryFolder { folder in
            let environment = ["XDG_DATA_HOME": folder.path, "XDG_CACHE_HOME": folder.appending(path: "cache").path]
            func run(_ arguments: String...) throws -> Tool.Outcome {
                try Tool.run(arguments + ["--language", "en"], environment: environment)
            }
            let none = try run("codelist", "list")
            #expect(none.exitCode == 0 && none.output.isEmpty)
            #expect(try run("codelist", "lookup", "urn:beispiel:codeliste:farbe", "01").exitCode == 4)
            let added = try run("codelist", "add", lists.appending(path: "farbe_1.xml").path)
            #expect(added.output == "added: urn_beispiel_codeliste_farbe_1.xml\n")
            #expect(try run("codelist", "list").output.hasPrefix("urn:beispiel:codeliste:farbe  1"))
            // Twice, so that the second time answers from the index.
            for _ in 1...2 {
                let row = try run("codelist", "lookup", "urn:beispiel:codeliste:farbe", "01")
                #expect(row.exitCode == 0)
                #expect(row.output.split(separator: "\n").last?.hasPrefix("01") == true)
            }
            let unknown = try run("codelist", "lookup", "urn:beispiel:codeliste:farbe", "01", "0x")
            #expect(unknown.exitCode == 4)
            #expect(unknown.errors.contains("codelist.unknown-code"))
            #expect(unknown.output.contains("01"))
            #expect(try run("codelist", "search", "FARBE").exitCode == 0)
            #expect(try run("codelist", "search", "nirgends").exitCode == 4)
            #expect(try run("codelist", "show", "urn:beispiel:codeliste:farbe").exitCode == 0)
        }
    }
}
