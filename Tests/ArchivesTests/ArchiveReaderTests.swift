import Archives
import Foundation
import TestSupport
import Testing

@Suite("Reading archives")
struct ArchiveReaderTests {
    /// The code with which opening or reading the archive fails, or nil.
    private func refusal(
        of bytes: [UInt8], limits: ArchiveLimits = .standard
    ) -> ArchiveError.Code? {
        do {
            var reader = try ArchiveReader(bytes: bytes, name: "a.zip", limits: limits)
            for entry in reader.entries { _ = try reader.read(entry) }
            return nil
        } catch {
            return error.code
        }
    }

    @Test("entries come in the order of the directory, with their bytes")
    func readsEntries() throws {
        let bytes = RawZip.archive([.init("b.xml", "<b/>"), .init("ä/ö.txt", "Grüße"), .init("leer", "")])
        var reader = try ArchiveReader(bytes: bytes, name: "a.zip")
        #expect(reader.entries.map(\.path) == ["b.xml", "ä/ö.txt", "leer"])
        var texts: [String] = []
        for entry in reader.entries { texts.append(String(decoding: try reader.read(entry), as: UTF8.self)) }
        #expect(texts == ["<b/>", "Grüße", ""])
        #expect(reader.entry(at: "ä/ö.txt")?.size == 7)
        #expect(reader.entry(at: "c") == nil)
    }

    @Test("folders are not listed, an archive without entries is one")
    func foldersAndNothing() throws {
        let reader = try ArchiveReader(bytes: RawZip.archive([.init("ordner/", ""), .init("ordner/a")]), name: "a.zip")
        #expect(reader.entries.map(\.path) == ["ordner/a"])
        let empty = try ArchiveReader(bytes: RawZip.archive([]), name: "a.zip")
        #expect(empty.entries.isEmpty)
    }

    @Test("what is no ZIP archive is said to be none", arguments: ["", "PK", "<dienstpaket/>", "PK\u{3}x"])
    func notAnArchive(text: String) {
        #expect(refusal(of: Array(text.utf8)) == .notAnArchive)
    }

    @Test("bytes before the archive are refused: such a file is two things at once")
    func polyglot() {
        #expect(refusal(of: Array("#!/bin/sh\n".utf8) + RawZip.archive([.init("a")])) == .notAnArchive)
    }

    @Test("an archive cut anywhere is refused")
    func truncated() {
        let bytes = RawZip.archive([.init("a.txt", "hello"), .init("b.txt", "world")])
        for length in 4..<bytes.count {
            #expect(refusal(of: Array(bytes[..<length])) != nil, "cut after \(length) bytes")
        }
        #expect(refusal(of: Array(bytes[..<(bytes.count - 10)])) == .truncated)
    }

    @Test("bytes after the archive are refused")
    func trailingBytes() {
        #expect(refusal(of: RawZip.archive([.init("a")]) + [0]) == .truncated)
    }

    @Test(
        "paths that leave the archive or mean something to some file system are refused",
        arguments: [
            ("../a", ArchiveError.Code.pathTraversal), ("a/../../b", .pathTraversal), ("..", .pathTraversal),
            ("/etc/passwd", .absolutePath), ("a\\b", .backslash), ("..\\a", .backslash), ("C:/a", .driveLetter),
            ("a:stream", .driveLetter), ("", .invalidPath), ("a//b", .invalidPath), ("./a", .invalidPath),
            ("a\nb", .invalidPath), ("a\u{7F}", .invalidPath), ("a\u{0}.txt", .invalidPath),
        ])
    func unsafePath(path: String, code: ArchiveError.Code) {
        #expect(refusal(of: RawZip.archive([.init(path)])) == code)
    }

    @Test("a name that is not UTF-8 is refused")
    func notUTF8() {
        #expect(refusal(of: RawZip.archive([.init(rawName: [0x81, 0x61])])) == .invalidPath)
    }

    @Test(
        "two entries that are one file somewhere are refused",
        arguments: [
            ["a", "a"], ["A.xml", "a.XML"], ["ä", "a\u{308}"], ["straße", "STRASSE"], ["a", "a/b"], ["a/b", "A"],
            ["a/", "a/"],
        ])
    func duplicates(paths: [String]) {
        #expect(refusal(of: RawZip.archive(paths.map { .init($0, $0.hasSuffix("/") ? "" : "x") })) == .duplicateEntry)
    }

    @Test("links and devices are refused", arguments: [0o120777, 0o060600, 0o010644] as [UInt32])
    func specialFile(mode: UInt32) {
        #expect(refusal(of: RawZip.archive([.init("a").with { $0.unixMode = mode }])) == .specialFile)
    }

    @Test("encrypted entries and foreign methods are refused")
    func encryptedAndForeign() {
        #expect(refusal(of: RawZip.archive([.init("a").with { $0.flags = 1 }])) == .encrypted)
        #expect(refusal(of: RawZip.archive([.init("a").with { $0.method = 12 }])) == .unsupportedMethod)
    }

    @Test("limits hold for the number of entries, one entry, all entries, the archive and the path")
    func limits() {
        let two = RawZip.archive([.init("a", "12345"), .init("b", "67890")])
        #expect(refusal(of: two, limits: .init(maxEntries: 1)) == .tooManyEntries)
        #expect(refusal(of: two, limits: .init(maxEntryBytes: 4)) == .entryTooLarge)
        #expect(refusal(of: two, limits: .init(maxTotalBytes: 9)) == .archiveTooLarge)
        #expect(refusal(of: two, limits: .init(maxArchiveBytes: two.count - 1)) == .archiveTooLarge)
        #expect(refusal(of: two, limits: .init(maxPathBytes: 0)) == .invalidPath)
        #expect(refusal(of: two, limits: .init(maxEntries: 2, maxEntryBytes: 5, maxTotalBytes: 10)) == nil)
    }

    @Test("what unpacks to suspiciously much is refused before it is unpacked")
    func bomb() throws {
        // 8 MiB of zeros packed by the project's own writer: about 1,000 times smaller.
        let bomb = try ArchiveWriter().archive([("bombe.xml", [UInt8](repeating: 0, count: 8 << 20))])
        #expect(bomb.count < 64 << 10)
        #expect(refusal(of: bomb) == .ratio)
        #expect(refusal(of: bomb, limits: .init(maxRatio: 2_000)) == nil)
    }

    @Test("entries that share bytes are refused")
    func overlap() {
        let entries = [RawZip.Entry("a", "12345"), .init("b", "12345")]
        #expect(refusal(of: RawZip.archive(entries, sameOffset: true)) == .overlap)
    }

    @Test("a changed byte is found by the checksum")
    func checksum() {
        #expect(refusal(of: RawZip.archive([.init("a").with { $0.announcedCRC = 1 }])) == .checksum)
    }

    @Test("an entry that is longer or shorter than announced is refused")
    func wrongSize() {
        for size in [3, 7] as [UInt32] {
            let code = refusal(of: RawZip.archive([.init("a", "12345").with { $0.announcedSize = size }]))
            #expect(code == .inconsistent || code == .checksum, "\(size)")
        }
    }

    @Test("a file that is missing or a folder is unreadable, and the finding names it")
    func unreadable() {
        let error = #expect(throws: ArchiveError.self) { _ = try ArchiveReader(path: "/nowhere/a.dienst") }
        #expect(error?.code == .unreadable)
        #expect(error?.finding.location.file == "/nowhere/a.dienst")
        #expect(error?.finding.hint != nil)
        #expect(throws: ArchiveError.self) { _ = try ArchiveReader(path: "/tmp") }
    }

    @Test("no change of a single byte makes the reader crash, and none goes unseen in a file's bytes")
    func everyByteChanged() throws {
        let good = RawZip.archive([.init("a.txt", "hello"), .init("b/c.txt", "world")])
        for position in good.indices {
            for change in [0x01, 0x80, 0xFF] as [UInt8] {
                var bytes = good
                bytes[position] ^= change
                guard var reader = try? ArchiveReader(bytes: bytes, name: "a.zip") else { continue }
                for entry in reader.entries {
                    guard let read = try? reader.read(entry) else { continue }
                    #expect(["hello", "world"].contains(String(decoding: read, as: UTF8.self)))
                }
            }
        }
    }
}
