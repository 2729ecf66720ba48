import Archives
import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Verifying packages")
struct PackageVerifierTests {
    /// The ids of the errors of a package, without repetitions, in order.
    private func errors(_ contents: PackageContents) -> [String] {
        var ids: [String] = []
        for finding in PackageVerifier().verify(contents).result.findings where finding.severity == .error {
            if !ids.contains(finding.id.rawValue) { ids.append(finding.id.rawValue) }
        }
        return ids
    }

    private func packed(_ change: (inout [String: [UInt8]]) -> Void) throws -> PackageContents {
        try Samples.example("hundesteuer", change).contents
    }

    /// A package whose files are changed after it was packed.
    private func tampered(_ change: (inout [String: [UInt8]]) -> Void) throws -> PackageContents {
        var files = try Samples.example("hundesteuer").contents.files
        change(&files)
        return PackageContents(name: "hundesteuer.dienst", isArchive: true, files: files)
    }

    @Test("the examples are valid, as folder and as archive", arguments: ["hundesteuer", "bewohnerparkausweis"])
    func examples(name: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            let source = Samples.examples.appending(path: name).path
            let outcome = PackageVerifier().verify(source)
            #expect(outcome.result.verdict == .valid, "\(outcome.result.findings) \(outcome.result.layers)")
            let archive = folder.appending(path: "a.dienst").path
            _ = try PackageBuilder().pack(folder: source, to: archive)
            let packed = PackageVerifier().verify(archive)
            #expect(packed.result.verdict == .valid)
            #expect(
                packed.result.layers.map(\.name) == [
                    "container", "manifest", "files", "parts", "messages", "mappings", "links",
                ])
        }
    }

    @Test("packing twice gives the same bytes; packing refuses to overwrite")
    func reproducible() throws {
        try TestFiles.withTemporaryFolder { folder in
            let source = Samples.examples.appending(path: "hundesteuer").path
            let first = try PackageBuilder().pack(folder: source)
            #expect(try PackageBuilder().pack(folder: source).archive == first.archive)
            #expect(first.recommendedFileName == "hundesteuer-1.0.0.dienst")
            let target = folder.appending(path: "a.dienst").path
            _ = try PackageBuilder().pack(folder: source, to: target)
            let error = #expect(throws: TransferError.self) { try PackageBuilder().pack(folder: source, to: target) }
            #expect(error?.code.id == "package.already-exists")
            // What an archive holds can be packed again to the same archive.
            #expect(try PackageBuilder().pack(PackageContents.read(target)).archive == first.archive)
        }
    }

    @Test("an altered, a missing and an undeclared file are told apart, each with its name")
    func files() throws {
        let contents = try tampered { files in
            files["text/merkblatt.md"]?.append(0x0A)
            files["bild/hund.svg"] = nil
            files["fremd.txt"] = [1]
        }
        #expect(
            errors(contents) == ["package.part-altered", "package.part-missing", "package.part-undeclared"].sorted()
                || Set(errors(contents)).isSuperset(of: [
                    "package.part-altered", "package.part-missing", "package.part-undeclared",
                ]))
        let findings = PackageVerifier().verify(contents).result.findings
        #expect(
            findings.first { $0.id == "package.part-altered" }?.location.file == "hundesteuer.dienst!/text/merkblatt.md"
        )
        #expect(findings.first { $0.id == "package.part-undeclared" }?.location.file == "hundesteuer.dienst!/fremd.txt")
        #expect(findings.allSatisfy { $0.severity != .error || $0.hint != nil })
    }

    @Test("one changed byte anywhere is found")
    func everyFile() throws {
        let paths = try Samples.example("hundesteuer").contents.files.keys.sorted()
        for path in paths where path != "dienstpaket.xml" {
            let contents = try tampered { files in
                guard let bytes = files[path], !bytes.isEmpty else { return }
                files[path]?[bytes.count / 2] ^= 1
            }
            #expect(errors(contents).contains("package.part-altered"), "\(path)")
        }
    }

    @Test(
        "faults of the table of contents have findings with a line",
        arguments: [
            ("rolle=\"datenschema\"", "rolle=\"formularschema\"", "package.unknown-role"),
            ("formatVersion=\"1.0\"", "formatVersion=\"1.1\"", "package.unknown-format-version"),
            ("urn:swift-xoev:dienstpaket:1.0", "urn:swift-xoev:dienstpaket:2.0", "package.unknown-format-version"),
            ("<version>1.0.0</version>", "<version>1.0</version>", "version.invalid"),
            ("typ=\"amount\"", "typ=\"money\"", "package.unknown-parameter-type"),
            ("<bestandteil id=\"zustellkanal\"", "<bestandteil id=\"formular\"", "package.duplicate-part"),
            ("</bestandteile>", "</bestandteil>", "xml.not-well-formed"),
            ("<dienstpaket ", "<!DOCTYPE dienstpaket><dienstpaket ", "xml.doctype-forbidden"),
        ])
    func manifest(old: String, new: String, id: String) throws {
        let contents = try tampered { files in
            files["dienstpaket.xml"] = files["dienstpaket.xml"]?.replacing(old, new)
        }
        let outcome = PackageVerifier().verify(contents)
        #expect(outcome.result.verdict == .invalid)
        let finding = try #require(
            outcome.result.findings.first { $0.id.rawValue == id }, "\(outcome.result.findings.map(\.id))")
        #expect(finding.location.line != nil)
        #expect(finding.location.file == "hundesteuer.dienst!/dienstpaket.xml")
        #expect(finding.hint != nil)
    }

    @Test("without dienstpaket.xml there is no package")
    func noManifest() throws {
        let contents = try tampered { $0["dienstpaket.xml"] = nil }
        #expect(errors(contents) == ["package.manifest-missing"])
    }

    @Test(
        "parts that are not what they say are found",
        arguments: [
            ("xzufi/leistung.xml", "</xzufi:leistung>", "", "xml.not-well-formed"),
            ("xzufi/leistung.xml", "http://xoev.de/schemata/xzufi/2_2_0", "urn:fremd", "xzufi.unknown-namespace"),
            ("xzufi/leistung.xml", "99102901104000", "99102901104999", "package.service-mismatch"),
            (
                "formular/S05999000100V1.0.0_xdf3.xml", "urn:xoev-de:fim:standard:xdatenfelder_3.0.0", "urn:fremd",
                "xdf.unknown-namespace"
            ),
            (
                "codelisten/zustellkanal_2026-01-01.xml", "http://docs.oasis-open.org/codelist/ns/genericode/1.0/",
                "urn:fremd", "codelist.not-genericode"
            ),
            ("nachricht/hundesteuer.anmeldung.0101.xml", "</xmd:leser>", "</xmd:autor>", "xml.not-well-formed"),
            (
                "prozess/hundesteuer-anmeldung.bpmn", "id=\"Aufgabe_Zustellen\"", "id=\"Aufgabe_Anders\"",
                "package.link-unresolved"
            ),
        ])
    func parts(path: String, old: String, new: String, id: String) throws {
        let contents = try packed { files in files[path] = files[path]?.replacing(old, new) }
        #expect(errors(contents).contains(id), "\(errors(contents))")
    }

    @Test("a message that is not valid by its schema is found, with its line")
    func message() throws {
        let path = "nachricht/hundesteuer.anmeldung.0101.xml"
        let contents = try packed { files in
            let text = files[path]?.text ?? ""
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
            let cut = lines.firstIndex { $0.contains("nachrichtenUUID") } ?? 0
            files[path] = Array((lines[..<cut] + lines[(cut + 1)...]).joined(separator: "\n").utf8)
        }
        let result = PackageVerifier().verify(contents).result
        #expect(result.verdict == .invalid)
        let finding = try #require(result.findings.first { $0.location.file?.hasSuffix(path) == true })
        #expect(finding.location.line != nil)
        #expect(result.layers.first { $0.name == "messages" }?.outcome == .failed)
    }

    @Test("a message without a linked schema leaves the check incomplete, never valid")
    func messageWithoutSchema() throws {
        let contents = try packed { files in
            let text = files["dienstpaket.xml"]?.text ?? ""
            let lines = text.split(separator: "\n", omittingEmptySubsequences: false).filter {
                !$0.contains("nachricht-schema")
            }
            files["dienstpaket.xml"] = Array(lines.joined(separator: "\n").utf8)
        }
        #expect(PackageVerifier().verify(contents).result.verdict == .incomplete)
    }

    @Test(
        "links that lead nowhere or to the wrong thing are found",
        arguments: [
            ("von=\"formular#F05999000111\"", "von=\"formular#F99\"", "package.link-unresolved"),
            ("von=\"prozess\" nach=", "von=\"prozessor\" nach=", "package.link-unresolved"),
            ("nach=\"schema-hundesteuer\"", "nach=\"formular\"", "package.link-role"),
            ("anmeldegrund-hund_2026-01-01\"/>", "anmeldegrund-hund_2027-01-01\"/>", "package.link-unresolved"),
            (
                "von=\"formular#F05999000111\" nach=\"codeliste:urn:swift-xoev:codeliste:anmeldegrund-hund_2026-01-01\"",
                "von=\"formular#F05999000111\" nach=\"codeliste:urn:swift-xoev:codeliste:xmusterdienst-hunderasse_2026-01-01\"",
                "package.link-contradiction"
            ),
            ("<vorgabe>email</vorgabe>", "<vorgabe>brieftaube</vorgabe>", "package.default-not-in-list"),
            ("typ=\"code\"", "typ=\"text\"", "package.parameter-codelist"),
            ("leika=\"true\"", "leika=\"false\"", nil),
        ] as [(String, String, String?)])
    func links(old: String, new: String, id: String?) throws {
        let contents = try packed { files in
            precondition(files["dienstpaket.xml"]?.text.contains(old) == true, old)
            files["dienstpaket.xml"] = files["dienstpaket.xml"]?.replacing(old, new)
        }
        let found = errors(contents)
        if let id { #expect(found.contains(id), "\(found)") } else { #expect(found.isEmpty, "\(found)") }
    }

    @Test("what is no package at all is unreadable or refused with the archive's finding")
    func notAPackage() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "a.dienst").path
            #expect(PackageVerifier().verify(path).result.verdict == .error)
            try Data("kein ZIP".utf8).write(to: URL(filePath: path))
            #expect(PackageVerifier().verify(path).result.findings.map(\.id) == ["archive.not-a-zip"])
            let whole = try PackageBuilder().pack(folder: Samples.examples.appending(path: "hundesteuer").path).archive
            try Data(whole.dropLast(100)).write(to: URL(filePath: path))
            #expect(PackageVerifier().verify(path).result.findings.map(\.id) == ["archive.truncated"])
            #expect(PackageVerifier().verify(path).result.verdict == .error)
        }
    }

    @Test("a folder with a symbolic link is refused")
    func symlink() throws {
        try TestFiles.withTemporaryFolder { folder in
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "dienstpaket.xml").path, withDestinationPath: "/etc/passwd")
            #expect(PackageVerifier().verify(folder.path).result.findings.map(\.id) == ["package.special-file"])
        }
    }
}

@Suite("Fixtures of the formats")
struct FormatFixtureTests {
    private static func names(_ folder: String, _ prefix: String) -> [String] {
        let path = TestFiles.fixtures.appending(path: folder).path
        return ((try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []).filter { $0.hasPrefix(prefix) }
            .sorted()
    }

    private func manifestLayer(_ name: String) throws -> Layer.Outcome? {
        let bytes = try FileBytes.read(TestFiles.fixtures.appending(path: "dienstpaket/\(name)").path)
        let contents = PackageContents(name: "p", isArchive: false, files: ["dienstpaket.xml": bytes])
        return PackageVerifier().verify(contents).result.layers.first { $0.name == "manifest" }?.outcome
    }

    @Test("valid tables of contents pass", arguments: names("dienstpaket", "gueltig"))
    func validManifest(name: String) throws { #expect(try manifestLayer(name) == .passed) }

    @Test("each faulty table of contents fails", arguments: names("dienstpaket", "ungueltig"))
    func invalidManifest(name: String) throws { #expect(try manifestLayer(name) == .failed) }

    @Test("a table of contents that is read and written says the same", arguments: names("dienstpaket", "gueltig"))
    func roundTrip(name: String) throws {
        let bytes = try FileBytes.read(TestFiles.fixtures.appending(path: "dienstpaket/\(name)").path)
        let manifest = try #require(try ManifestReader().read(bytes, file: name).manifest)
        let written = try ManifestWriter().write(manifest)
        #expect(try ManifestReader().read(written, file: name).manifest == manifest)
        let contents = PackageContents(name: "p", isArchive: false, files: ["dienstpaket.xml": written])
        #expect(PackageVerifier().verify(contents).result.layers[1].outcome == .passed)
    }

    @Test("valid profiles are read", arguments: names("portalprofil", "gueltig"))
    func validProfile(name: String) throws {
        _ = try ProfileReader().read(path: TestFiles.fixtures.appending(path: "portalprofil/\(name)").path)
    }

    @Test(
        "each faulty profile is refused with a place and without a secret in the message",
        arguments: names("portalprofil", "ungueltig"))
    func invalidProfile(name: String) throws {
        let error = #expect(throws: TransferError.self) {
            try ProfileReader().read(path: TestFiles.fixtures.appending(path: "portalprofil/\(name)").path)
        }
        #expect(error?.location.line != nil)
    }

    @Test("a new package is valid from the first moment")
    func newPackage() throws {
        try TestFiles.withTemporaryFolder { folder in
            let target = folder.appending(path: "neu").path
            let initializer = PackageInitializer(
                options: .init(
                    kennung: "de.nrw.soest.baumfaellung", bezeichnung: "Baumfällung beantragen",
                    herausgeber: Herausgeber(
                        name: "Stadt Soest", ars: "059740040040", kontakt: Kontakt(email: "umwelt@soest.example")),
                    leistungsschluessel: "99123456000000", erstellt: "2026-11-23T10:00:00Z"))
            try initializer.write(to: target)
            let result = PackageVerifier().verify(target).result
            #expect(result.verdict == .valid, "\(result.findings)")
            #expect(throws: TransferError.self) { try initializer.write(to: target) }
        }
    }
}
