import Archives
import Findings
import Foundation
import TestSupport
import Testing

@testable import CodeLists

@Suite("The registry of code lists")
struct RegistryTests {
    private let uri = "urn:test:codeliste:farben"

    /// The sample as another version.
    private func text(version: String, validFrom: String? = nil, _ more: (String, String)...) -> String {
        var replacements = [
            ("<Version>2<", "<Version>\(version)<"),
            ("urn:test:codeliste:farben_2", "urn:test:codeliste:farben_\(version)"),
        ]
        if let validFrom {
            replacements.append(("validFrom>2026-01-01<", "validFrom>\(validFrom)<"))
        } else {
            replacements.append(("validFrom>2026-01-01<", "validFrom><"))
        }
        return Samples.farbenText(replacements + more)
    }

    private func registry(_ texts: String...) throws -> CodeListRegistry {
        var registry = CodeListRegistry()
        for (index, text) in texts.enumerated() {
            try registry.add(bytes: Array(text.utf8), name: "liste\(index)")
        }
        return registry
    }

    @Test("A list is found by URI and version and looked up by code")
    func lookup() throws {
        let registry = try registry(Samples.farben)
        let id = CodeListID(uri: uri, version: "2")
        let entry = try #require(registry.entry(id))
        #expect(entry.displayName == "Farben")
        #expect(entry.agency == "Testbehörde")
        #expect(entry.rowCount == 3)
        #expect(registry.entry(canonicalVersionURI: "urn:test:codeliste:farben_2") == entry)
        #expect(registry.contains(uri))
        let lookup = try registry.lookup(id)
        #expect(lookup.contains("g"))
        #expect(!lookup.contains("G"))
        #expect(lookup.name(of: "g") == "Grün")
        #expect(lookup["b"] == 2)
        #expect(try registry.lookup(id, column: "name")["Rot"] == 0)
        #expect(registry.search("farb test").count == 1)
        #expect(registry.search("farb nix").isEmpty)
    }

    @Test("What is not at hand is said, with the versions that are")
    func notFound() throws {
        let registry = try registry(Samples.farben)
        func error(_ uri: String, _ version: String) -> CodeListError? {
            do {
                _ = try registry.list(CodeListID(uri: uri, version: version))
                return nil
            } catch { return error }
        }
        #expect(error("urn:x", "1")?.code == .notFound)
        #expect(error(uri, "3")?.hint?.rendered(.en) == "Versions at hand: 2")
        #expect(throws: CodeListError.self) { try registry.lookup(CodeListID(uri: uri, version: "2"), column: "x") }
    }

    @Test("The version in force is that of the latest day that has come")
    func asOf() throws {
        let registry = try registry(
            text(version: "9", validFrom: "2024-01-01"), text(version: "10", validFrom: "2025-06-01"),
            text(version: "11", validFrom: "2027-01-01"), text(version: "8"))
        func inForce(_ day: String) throws -> String? {
            registry.inForce(uri, on: try #require(CalendarDate(day)))?.id.version
        }
        #expect(try inForce("2023-12-31") == nil)
        #expect(try inForce("2024-01-01") == "9")
        #expect(try inForce("2025-05-31") == "9")
        #expect(try inForce("2025-06-01") == "10")
        #expect(try inForce("2026-11-23") == "10")
        #expect(try inForce("2027-01-01") == "11")
        #expect(registry.newest(of: uri)?.id.version == "11")
        #expect(registry.versions(of: uri).map(\.id.version) == ["8", "9", "10", "11"])
        let today = try #require(CalendarDate("2026-11-23"))
        func successor(_ version: String) -> String? {
            registry.successor(of: CodeListID(uri: uri, version: version), on: today)?.id.version
        }
        #expect(successor("9") == "10")
        #expect(successor("10") == nil)
        #expect(successor("11") == nil)
        #expect(successor("7") == "10")
    }

    @Test("Versions that say nothing of their validity follow their order; a version that is a date says it")
    func undated() throws {
        let undated = try registry(text(version: "2"), text(version: "10"))
        #expect(undated.inForce(uri, on: try #require(CalendarDate("2000-01-01")))?.id.version == "10")
        let dates = try registry(text(version: "2020-01-01"), text(version: "2021-01-01"))
        #expect(dates.inForce(uri, on: try #require(CalendarDate("2020-12-31")))?.id.version == "2020-01-01")
    }

    @Test("Two contents under one URI and version are a conflict, two layouts are not")
    func conflicts() throws {
        var registry = try registry(Samples.farben)
        try registry.add(bytes: Array(Samples.farben.replacingOccurrences(of: "\n      ", with: "\n").utf8), name: "b")
        #expect(registry.entries.count == 1)
        #expect {
            try registry.add(bytes: Array(Samples.farbenText([("Rot", "Rosa")]).utf8), name: "c")
        } throws: { ($0 as? CodeListError)?.code == .conflict }
        #expect(registry.entries.count == 1)
        #expect(registry.entries[0].origin == .memory("liste0"))
    }

    @Test("A faulty list is not registered")
    func faulty() throws {
        var registry = CodeListRegistry()
        let text = Samples.farbenText([("<SimpleValue>g</SimpleValue>", "<SimpleValue>r</SimpleValue>")])
        #expect {
            try registry.add(bytes: Array(text.utf8), name: "f.xml")
        } throws: { error in
            (error as? CodeListError)?.code == .notRegistrable
                && (error as? CodeListError)?.location == Location(file: "f.xml", line: 57)
        }
        #expect(registry.entries.isEmpty)
    }

    @Test("A folder is read with its subfolders; faults become findings, other files are passed over")
    func folder() throws {
        try TestFiles.withTemporaryFolder { folder in
            let below = folder.appending(path: "sub")
            try FileManager.default.createDirectory(at: below, withIntermediateDirectories: true)
            func write(_ text: String, _ name: String) throws {
                try Data(text.utf8).write(to: folder.appending(path: name))
            }
            try write(text(version: "1"), "a.xml")
            try write(text(version: "2"), "sub/b.gc")
            try write(text(version: "3"), ".hidden.xml")
            try write(Samples.farbenText([("Rot", "Rosa"), ("validFrom>2026-01-01<", "validFrom><")]), "sub/c.xml")
            try write("<nachricht/>", "d.xml")
            try write("no xml", "e.xml")
            try write("<Fehler>404</Fehler>", "f.xml")
            try write(String(text(version: "4").dropLast(40)), "g.xml")
            var registry = CodeListRegistry()
            registry.add(folder: folder.path)
            #expect(registry.entries.map(\.id.version) == ["1", "2"])
            let found = registry.findings.map { "\($0.id) \(URL(filePath: $0.location.file ?? "").lastPathComponent)" }
            #expect(
                found == [
                    "codelist.repository-error f.xml", "codelist.unreadable g.xml", "codelist.conflict c.xml",
                ])
            #expect(try registry.list(CodeListID(uri: uri, version: "2")).count == 3)
        }
    }

    @Test("A missing folder is a finding")
    func missingFolder() {
        var registry = CodeListRegistry()
        registry.add(folder: "/nonexistent/lists")
        #expect(registry.findings.map(\.id.rawValue) == ["codelist.unreadable"])
    }

    @Test("A file that has to be a list and is none is a finding")
    func file() throws {
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "a.xml")
            try Data("<nachricht/>".utf8).write(to: file)
            var registry = CodeListRegistry()
            registry.add(file: file.path)
            #expect(registry.findings.map(\.id.rawValue) == ["codelist.not-genericode"])
            registry.add(file: folder.appending(path: "b.xml").path)
            #expect(registry.findings.last?.id == "codelist.unreadable")
        }
    }

    @Test("An archive is read, and again when a list is asked for")
    func archive() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "paket.dienst").path
            try ArchiveWriter().write(
                [
                    ("codelisten/farben.xml", Array(Samples.farben.utf8)), ("a.xml", Array("<a/>".utf8)),
                ], to: path)
            var registry = CodeListRegistry()
            registry.add(archive: path)
            #expect(registry.findings.isEmpty)
            #expect(registry.entries.map(\.origin) == [.archive(path, member: "codelisten/farben.xml")])
            #expect(try registry.list(registry.entries[0].id) == Samples.farben())
        }
    }

    @Test("The index spares reading: known files are taken from it, changed and new ones are read")
    func index() throws {
        try TestFiles.withTemporaryFolder { folder in
            let index = CodeListIndexFile(folder.appending(path: ".index").path)
            let file = folder.appending(path: "a.xml")
            try Data(text(version: "1", validFrom: "2024-01-01").utf8).write(to: file)
            try Data("<a/>".utf8).write(to: folder.appending(path: "b.xml"))
            let first = CodeListScan(folder: folder.path, index: index)
            #expect(index.records(folder: folder.path).count == 2)
            // The same entries come from the index alone.
            #expect(CodeListScan(folder: folder.path, index: index).entries == first.entries)
            // A changed file is read again: its version changes.
            try Data(text(version: "77", validFrom: "2024-01-01").utf8).write(to: file)
            #expect(CodeListScan(folder: folder.path, index: index).entries.map(\.id.version) == ["77"])
            // A damaged index counts for nothing.
            var bytes = try Data(contentsOf: URL(filePath: index.path))
            bytes[30] ^= 1
            try bytes.write(to: URL(filePath: index.path))
            #expect(index.records(folder: folder.path).isEmpty)
            #expect(CodeListScan(folder: folder.path, index: index).entries.map(\.id.version) == ["77"])
            #expect(index.records(folder: folder.path).count == 2)
            // A file that is gone leaves the index.
            try FileManager.default.removeItem(at: file)
            #expect(CodeListScan(folder: folder.path, index: index).entries.isEmpty)
            #expect(index.records(folder: folder.path).count == 1)
        }
    }

    @Test("A file that changed behind the registry's back is not taken for what it was")
    func changed() throws {
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "a.xml")
            try Data(Samples.farben.utf8).write(to: file)
            var registry = CodeListRegistry()
            registry.add(folder: folder.path)
            try Data(Samples.farbenText([("Rot", "Rosa")]).utf8).write(to: file)
            #expect {
                try registry.list(registry.entries[0].id)
            } throws: { ($0 as? CodeListError)?.code == .changed }
        }
    }

    @Test(
        "The nearest codes come first",
        arguments: [
            ("R", ["r"]), ("057740032O32", ["057740032032"]), ("57740032032", ["057740032032"]),
            ("057740032023", ["057740032032"]), ("xyz", []),
        ])
    func nearest(wrong: String, expected: [String]) throws {
        let list = try Samples.farben(("<SimpleValue>g<", "<SimpleValue>057740032032<"))
        #expect(Array(try CodeListLookup(list).nearest(to: wrong).prefix(1)) == expected)
    }
}

@Suite("Comparing versions")
struct CodeListDiffTests {
    @Test("Added, removed, renamed and moved codes and other changes are told")
    func diff() throws {
        let old = try Samples.farben()
        let new = try Samples.farben(
            ("<SimpleValue>r</SimpleValue>", "<SimpleValue>rot</SimpleValue>"),
            ("<SimpleValue>Grün</SimpleValue>", "<SimpleValue>Dunkelgrün</SimpleValue>"),
            ("<SimpleValue/>", "<SimpleValue>neu</SimpleValue>"),
            (
                "</SimpleCodeList>",
                """
                <Row><Value ColumnRef="code"><SimpleValue>w</SimpleValue></Value>
                <Value ColumnRef="name"><SimpleValue>Weiß</SimpleValue></Value></Row></SimpleCodeList>
                """
            ))
        let diff = try CodeListDiff(from: old, to: new)
        #expect(diff.added == [.init(code: "w", name: "Weiß")])
        #expect(diff.removed.isEmpty)
        #expect(diff.moved == [.init(name: "Rot", oldCode: "r", newCode: "rot")])
        #expect(diff.renamed == [.init(code: "g", oldName: "Grün", newName: "Dunkelgrün")])
        #expect(diff.changed == [.init(code: "b", column: "hinweis", oldValue: "", newValue: "neu")])
        let back = try CodeListDiff(from: new, to: old)
        #expect(back.removed == [.init(code: "w", name: "Weiß")])
        #expect(back.moved == [.init(name: "Rot", oldCode: "rot", newCode: "r")])
        #expect(try CodeListDiff(from: old, to: old).isEmpty)
    }

    @Test("Columns that come and go are told")
    func columns() throws {
        let old = try Samples.farben()
        let new = try Samples.list(Samples.farben.replacingOccurrences(of: "\"hinweis\"", with: "\"note\""))
        let diff = try CodeListDiff(from: old, to: new)
        #expect(diff.addedColumns == ["note"])
        #expect(diff.removedColumns == ["hinweis"])
        #expect(!diff.isEmpty)
    }
}

@Suite("The registry of the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct CorpusRegistryTests {
    @Test("The lists of XRepository are registered, indexed and found by day")
    func corpus() throws {
        let corpus = try #require(TestFiles.corpus)
        try TestFiles.withTemporaryFolder { folder in
            let index = CodeListIndexFile(folder.appending(path: "index").path)
            let lists = corpus.appending(path: "codelists").path
            var registry = CodeListRegistry()
            registry.add(folder: lists, index: index)
            // One list has a code twice with different names (Staat 2011-09-01, 168) and is refused.
            #expect(registry.entries.count == 65)
            #expect(registry.findings.map(\.id.rawValue) == ["codelist.not-registrable"])
            let staat = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:staat"
            let day = try #require(CalendarDate("2020-06-01"))
            #expect(registry.inForce(staat, on: day)?.id.version == "2020-05-11")
            #expect(registry.newest(of: "urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix")?.id.version == "51")
            var again = CodeListRegistry()
            again.add(folder: lists, index: index)
            #expect(again.entries == registry.entries)
            let names = try again.lookup(CodeListID(uri: "urn:de:xoev:codeliste:erreichbarkeit", version: "3"))
            #expect(names.name(of: "01") == "E-Mail")
        }
    }

    @Test("What changed between two versions of the list of DVDV prefixes")
    func diff() throws {
        let corpus = try #require(TestFiles.corpus)
        var registry = CodeListRegistry()
        registry.add(folder: corpus.appending(path: "codelists").path)
        let uri = "urn:xoev-de:bund:bmi:bit:codeliste:dvdv.praefix"
        let old = try registry.list(CodeListID(uri: uri, version: "50"))
        let new = try registry.list(CodeListID(uri: uri, version: "51"))
        let diff = try CodeListDiff(from: old, to: new)
        let codes = { (list: CodeList) in Set((0..<list.count).compactMap { list.value(row: $0, column: "praefix") }) }
        #expect(
            Set(diff.added.map(\.code) + diff.moved.map(\.newCode)) == codes(new).subtracting(codes(old)))
        #expect(
            Set(diff.removed.map(\.code) + diff.moved.map(\.oldCode)) == codes(old).subtracting(codes(new)))
    }
}
