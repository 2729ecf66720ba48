import Archives
import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Importing what should not be imported")
struct ImportBadInputTests {
    /// A copy of the sources with something changed, and the error that importing it gives.
    private func errorAfter(
        _ leistungen: [String] = ["7"], _ change: (URL) throws -> Void
    ) throws -> TransferError? {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let copy = folder.appending(path: "quelle")
            try FileManager.default.copyItem(at: PackageImporterTests.sources, to: copy)
            try change(copy)
            do {
                _ = try PackageImporter(options: PackageImporterTests.options(leistungen)).run([copy.path])
            } catch let error as TransferError {
                return error
            }
            return nil
        }
    }

    /// The identifier of the error that importing a source gives.
    private func refusal(of path: String, _ importer: PackageImporter) -> FindingID? {
        do { _ = try importer.run([path]) } catch { return error.code.id }
        return nil
    }

    private func replace(_ file: URL, _ old: String, _ new: String) throws {
        let text = try String(contentsOf: file, encoding: .utf8)
        try #require(text.contains(old))
        try Data(text.replacingOccurrences(of: old, with: new).utf8).write(to: file)
    }

    @Test("an index that names a file that is not there, or one elsewhere, stops the import")
    func index() throws {
        let missing = try errorAfter {
            try FileManager.default.removeItem(at: $0.appending(path: "bestand/R0001_2.xml"))
        }
        #expect(missing?.code.id == "import.index-file-missing")
        let outside = try errorAfter { folder in
            try Data("R0001_1.xml\n../fest_xdf3.xml\n".utf8).write(to: folder.appending(path: "bestand/index.txt"))
        }
        #expect(outside?.code.id == "import.index-file-missing")
        let empty = try errorAfter { try Data().write(to: $0.appending(path: "bestand/index.txt")) }
        #expect(empty?.code.id == "xzufi.index-empty")
    }

    @Test("a transfer file that the index does not name is not read, and that is told")
    func notInIndex() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let copy = folder.appending(path: "quelle")
            try FileManager.default.copyItem(at: PackageImporterTests.sources, to: copy)
            try Data("R0001_1.xml\r\n".utf8).write(to: copy.appending(path: "bestand/index.txt"))
            let outcome = try PackageImporter(options: PackageImporterTests.options([])).run([copy.path])
            #expect(outcome.notes.map(\.id).contains("import.not-in-index"))
            #expect(outcome.manifest.bestandteil("onlinedienst") == nil)
        }
    }

    @Test("two versions of XZuFi in one import are refused")
    func mixedVersions() throws {
        let error = try errorAfter { folder in
            try replace(folder.appending(path: "bestand/R0001_2.xml"), "xzufi/2_2_0", "xzufi/2_1_0")
            try replace(
                folder.appending(path: "bestand/R0001_2.xml"), "xzufiVersion=\"2.2.0\"", "xzufiVersion=\"2.1.0\"")
        }
        #expect(error?.code.id == "xzufi.mixed-versions")
    }

    @Test("the same id twice is refused where the content differs, and is one object where it does not")
    func duplicates() throws {
        let same = try errorAfter { folder in
            let file = folder.appending(path: "bestand/R0001_1.xml")
            try FileManager.default.copyItem(at: file, to: folder.appending(path: "kopie.xml"))
        }
        #expect(same == nil)
        let different = try errorAfter { folder in
            let copy = folder.appending(path: "kopie.xml")
            try FileManager.default.copyItem(at: folder.appending(path: "bestand/R0001_1.xml"), to: copy)
            try replace(copy, "Straßenfest Anzeige", "Straßenfest Genehmigung")
        }
        #expect(different?.code.id == "import.duplicate-object")
    }

    @Test("a broken form is an error where it was named and a note where it was found")
    func brokenForm() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let copy = folder.appending(path: "quelle")
            try FileManager.default.copyItem(at: PackageImporterTests.sources, to: copy)
            let form = copy.appending(path: "fest_xdf3.xml")
            try replace(form, "<xdf:anzahl>1:1</xdf:anzahl>", "")
            let importer = PackageImporter(options: try PackageImporterTests.options(["7"]))
            let outcome = try importer.run([copy.path])
            #expect(outcome.notes.contains { $0.id == "xdf.missing-element" })
            #expect(outcome.todos.contains { $0.id == "todo.form-missing" })
            #expect(throws: TransferError.self) { try importer.run([copy.path, form.path].reversed()) }
        }
    }

    @Test("a file that is cut off, one with a DTD and one that is something else are told for what they are")
    func unreadable() throws {
        let cut = try errorAfter { folder in
            let file = folder.appending(path: "bestand/R0001_1.xml")
            try Data(try Data(contentsOf: file).prefix(3_000)).write(to: file)
        }
        #expect(cut?.code.id == "xzufi.unreadable")
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let importer = PackageImporter(options: try PackageImporterTests.options([]))
            for (name, text) in [
                ("dtd.xml", "<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>"),
                ("fremd.xml", "<a xmlns=\"urn:fremd\"/>"), ("text.txt", "Hallo"), ("leer.xml", ""),
            ] {
                let file = folder.appending(path: name)
                try Data(text.utf8).write(to: file)
                #expect(refusal(of: file.path, importer) == "import.source-unreadable")
            }
            let empty = folder.appending(path: "leer")
            try FileManager.default.createDirectory(at: empty, withIntermediateDirectories: true)
            #expect(refusal(of: empty.path, importer) == "import.service-not-found")
        }
    }

    @Test("archives that lead out of their folder or blow up are refused by the reader of archives")
    func archives() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let importer = PackageImporter(options: try PackageImporterTests.options([]))
            // A path that climbs, written by hand.
            let archive = try ArchiveWriter(compression: .stored).archive([("aa/bb.xml", Array("<a/>".utf8))])
            var climbing = archive
            for index in climbing.indices.dropLast(2) where climbing[index...].starts(with: "aa/".utf8) {
                climbing.replaceSubrange(index..<index + 2, with: "..".utf8)
            }
            let path = folder.appending(path: "slip.zip")
            try Data(climbing).write(to: path)
            #expect(refusal(of: path.path, importer) == "archive.path-traversal")
            let bomb = try ArchiveWriter().archive([("a.xml", [UInt8](repeating: 0x20, count: 64 << 20))])
            try Data(bomb).write(to: path)
            #expect(refusal(of: path.path, importer) == "archive.compression-ratio")
        }
    }

    @Test("a target that holds something is not touched; one that cannot be made leaves nothing behind")
    func target() throws {
        try TestFiles.withTemporaryFolder { (folder: URL) throws in
            let outcome = try PackageImporterTests.run()
            let taken = folder.appending(path: "da")
            try FileManager.default.createDirectory(at: taken, withIntermediateDirectories: true)
            try Data("x".utf8).write(to: taken.appending(path: "datei"))
            #expect(throws: TransferError.self) { try outcome.write(to: taken.path) }
            #expect(throws: TransferError.self) { try outcome.write(to: taken.path + "/datei/unter") }
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["da"])
            #expect(try FileManager.default.contentsOfDirectory(atPath: taken.path) == ["datei"])
            try outcome.write(to: folder.path + "/neu")
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() == ["da", "neu"])
        }
    }
}
