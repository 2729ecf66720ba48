import Archives
import Foundation
import TestSupport
import Testing

@Suite("Writing archives")
struct ArchiveWriterTests {
    private let files: [(path: String, bytes: [UInt8])] = [
        ("dienstpaket.xml", Array(String(repeating: "<a/>\n", count: 400).utf8)), ("bilder/ä.svg", [1, 2, 3]),
        ("leer", []),
    ]

    @Test(
        "what is written is read back, in the same order",
        arguments: [ArchiveWriter.Compression.stored, .deflate(level: 9)])
    func roundTrip(compression: ArchiveWriter.Compression) throws {
        let bytes = try ArchiveWriter(compression: compression).archive(files)
        var reader = try ArchiveReader(bytes: bytes, name: "a.dienst")
        #expect(reader.entries.map(\.path) == files.map(\.path))
        for (entry, file) in zip(reader.entries, files) {
            let read = try reader.read(entry)
            #expect(read == file.bytes)
        }
    }

    @Test("the same files give the same bytes, without anything of the machine or the moment")
    func deterministic() throws {
        let first = try ArchiveWriter().archive(files)
        #expect(try ArchiveWriter().archive(files) == first)
        // Local header: no flags but UTF-8 (bit 11), time 00:00:00, date 1980-01-01, no extra field.
        #expect(first[10..<14].elementsEqual([0, 0, 0x21, 0]))
        #expect(first[28..<30].elementsEqual([0, 0]))
    }

    @Test("stored archives are the bytes that the format's description gives")
    func storedBytes() throws {
        let bytes = try ArchiveWriter(compression: .stored).archive([("a", Array("hello".utf8))])
        let expected = RawZip.archive([.init("a", "hello")])
        // The version that made it and the version needed are the writer's affair (offsets 4 and 36 + 4 and 6).
        let local = Array(bytes[6..<36])
        #expect(local == Array(expected[6..<36]))
        #expect(bytes.count == expected.count)
    }

    @Test("an archive without files is a correct archive")
    func empty() throws {
        let reader = try ArchiveReader(bytes: ArchiveWriter().archive([]), name: "a.dienst")
        #expect(reader.entries.isEmpty)
    }

    @Test("paths that the reader would refuse are not written")
    func refusesBadPaths() {
        #expect(throws: ArchiveError.self) { try ArchiveWriter().archive([("../a", [])]) }
        #expect(throws: ArchiveError.self) { try ArchiveWriter().archive([("a", []), ("A", [])]) }
    }

    @Test("a write that fails leaves the old file and nothing beside it")
    func atomic() throws {
        try TestFiles.withTemporaryFolder { folder in
            let target = folder.appending(path: "a.dienst").path
            try AtomicFile.write([1], to: target)
            try AtomicFile.write([1, 2], to: target)
            #expect(try FileBytes.read(target) == [1, 2])
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.dienst"])
            let error = #expect(throws: ArchiveError.self) {
                try AtomicFile.write([1], to: folder.appending(path: "fehlt/a.dienst").path)
            }
            #expect(error?.code == .notWritable)
        }
    }
}
