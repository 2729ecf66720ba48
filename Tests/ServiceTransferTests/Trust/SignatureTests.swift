import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Signatures of packages")
struct SignatureTests {
    /// Like `TestFiles.withTemporaryFolder`, for tests that wait.
    private func withFolder(_ body: (URL) async throws -> Void) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try await body(folder)
    }

    @Test("a signed package is trusted where its key is, and keeps its digest", arguments: SignatureAlgorithm.allCases)
    func trusted(_ algorithm: SignatureAlgorithm) async throws {
        try await withFolder { folder in
            let key = SigningKey(generating: algorithm)
            let package = try Signed.small()
            let origin = Signatur.Entstehung(werkzeug: "xoev 0.1.0", quelle: "https://git.example/x", commit: "abc123")
            let signed = try Signed.sign(package, key, entstehung: origin)
            let store = try Signed.trust([("stadt", key.publicKey.pem)], in: folder)
            let outcome = await Signed.verify(signed, store)
            #expect(outcome.trust == .trusted)
            #expect(outcome.findings.isEmpty)
            #expect(outcome.signers.first?.entry?.name == "stadt")
            #expect(outcome.signers.first?.unterschrift.entstehung == origin)
            #expect(signed.digest == package.digest)
            // Through the archive, too.
            let archive = folder.appending(path: "klein.dienst")
            try Data(PackageSigner.archive(signed.contents)).write(to: archive)
            let read = try PackageReader().read(archive.path)
            #expect(await Signed.verify(read, store).trust == .trusted)
        }
    }

    @Test("one changed byte in any file of the package is found, the signature file included")
    func everyByte() async throws {
        try await withFolder { folder in
            let key = SigningKey(generating: .ed25519)
            let signed = try Signed.sign(
                try Signed.small(), key, entstehung: .init(werkzeug: "xoev", quelle: "q", commit: "c"))
            let store = try Signed.trust([("stadt", key.publicKey.pem)], in: folder)
            var tried = 0
            for (path, bytes) in signed.contents.files {
                for position in bytes.indices {
                    var files = signed.contents.files
                    files[path]?[position] ^= 1
                    tried += 1
                    let contents = PackageContents(name: "klein", isArchive: false, files: files)
                    // A manifest that cannot be read any more is found, too.
                    guard let package = try? PackageReader().load(contents) else { continue }
                    let outcome = await Signed.verify(package, store)
                    // A changed key identifier is that of a key nobody knows; everything else is refused outright.
                    let isKeyChanged = Signed.ids(outcome) == ["signature.unknown-key"]
                    #expect(outcome.trust == .refused || isKeyChanged, "\(path) at \(position)")
                    #expect(outcome.layer.outcome == .failed)
                }
            }
            #expect(tried > 1_000)
        }
    }

    @Test("files that are added, removed or exchanged are found")
    func files() async throws {
        try await withFolder { folder in
            let key = SigningKey(generating: .ecdsaP256)
            let signed = try Signed.sign(try Signed.small(), key)
            let store = try Signed.trust([("stadt", key.publicKey.pem)], in: folder)
            let added = try Signed.changed(signed) { $0["neu.txt"] = [1] }
            #expect(Signed.ids(await Signed.verify(added, store)) == ["package.part-undeclared"])
            let beside = try Signed.changed(signed) { $0["META-INF/mehr.xml"] = [1] }
            #expect(Signed.ids(await Signed.verify(beside, store)) == ["package.part-undeclared"])
            let removed = try Signed.changed(signed) { $0["LIESMICH.md"] = nil }
            #expect(Signed.ids(await Signed.verify(removed, store)) == ["package.part-missing"])
            let stripped = try Signed.changed(signed) { $0[Signatur.path] = nil }
            #expect(Signed.ids(await Signed.verify(stripped, store)) == ["signature.missing"])
            #expect(await Signed.verify(stripped, store, requires: false).trust == .unsigned)
        }
    }

    @Test("the signature of one package does not fit another, nor another version")
    func transplanted() async throws {
        try await withFolder { folder in
            let key = SigningKey(generating: .ed25519)
            let store = try Signed.trust([("stadt", key.publicKey.pem)], in: folder)
            let signed = try Signed.sign(try Signed.small("de.test.klein", "1.0.0"), key)
            for other in [try Signed.small("de.test.anders"), try Signed.small("de.test.klein", "2.0.0")] {
                let mixed = try Signed.changed(other) { $0[Signatur.path] = signed.contents.files[Signatur.path] }
                #expect(Signed.ids(await Signed.verify(mixed, store)) == ["signature.other-content"])
            }
        }
    }

    @Test("a forged signature is refused: the attacker names the trusted key and signs with its own")
    func forged() async throws {
        try await withFolder { folder in
            let (town, evil) = (SigningKey(generating: .ed25519), SigningKey(generating: .ed25519))
            let store = try Signed.trust([("stadt", town.publicKey.pem)], in: folder)
            let byEvil = try Signed.sign(try Signed.small(), evil)
            let forged = try Signed.changed(byEvil) { files in
                files[Signatur.path] = files[Signatur.path]?.replacing(evil.publicKey.id, town.publicKey.id)
            }
            let outcome = await Signed.verify(forged, store, requires: false)
            #expect(Signed.ids(outcome) == ["signature.invalid"])
            #expect(outcome.trust == .refused)
            // Beside a valid one it is refused as well.
            let counter = try Signed.sign(forged, SigningKey(generating: .ecdsaP256))
            #expect(await Signed.verify(counter, store).trust == .refused)
        }
    }

    @Test("the algorithm cannot be exchanged")
    func algorithm() async throws {
        try await withFolder { folder in
            let key = SigningKey(generating: .ecdsaP256)
            let store = try Signed.trust([("stadt", key.publicKey.pem)], in: folder)
            let signed = try Signed.sign(try Signed.small(), key)
            let changed = try Signed.changed(signed) { files in
                files[Signatur.path] = files[Signatur.path]?.replacing("ECDSA-P256-SHA256", "Ed25519")
            }
            #expect(Signed.ids(await Signed.verify(changed, store)) == ["signature.invalid"])
            let unknown = try Signed.changed(signed) { files in
                files[Signatur.path] = files[Signatur.path]?.replacing("ECDSA-P256-SHA256", "none")
            }
            #expect(Signed.ids(await Signed.verify(unknown, store)) == ["signature.unknown-algorithm"])
        }
    }

    @Test("an unknown key is a warning, and an error where a signature is required")
    func unknown() async throws {
        let signed = try Signed.sign(try Signed.small(), SigningKey(generating: .ed25519))
        let asked = await Signed.verify(signed, TrustStore())
        #expect(Signed.ids(asked) == ["signature.unknown-key"])
        #expect(asked.findings.first?.severity == .error)
        #expect(asked.trust == .unknown)
        #expect(asked.layer.outcome == .failed)
        let unasked = await Signed.verify(signed, TrustStore(), requires: false)
        #expect(unasked.findings.map(\.severity) == [.warning])
    }

    @Test("a second signature joins the first; the same key signs once; other content drops both")
    func counterSigned() async throws {
        try await withFolder { folder in
            let (town, state) = (SigningKey(generating: .ed25519), SigningKey(generating: .ecdsaP256))
            let store = try Signed.trust(
                [("stadt", town.publicKey.pem), ("land", state.publicKey.pem)], in: folder)
            let once = try Signed.sign(try Signed.small(), town)
            let twice = try Signed.sign(try Signed.sign(once, state), town)
            let outcome = await Signed.verify(twice, store)
            #expect(outcome.signers.map { $0.entry?.name } == ["land", "stadt"])
            #expect(outcome.trust == .trusted)
            let newer = try Signed.changed(try Signed.small("de.test.klein", "1.1.0")) { files in
                files[Signatur.path] = twice.contents.files[Signatur.path]
            }
            let resigned = await Signed.verify(try Signed.sign(newer, town), store)
            #expect(resigned.signers.map { $0.entry?.name } == ["stadt"])
        }
    }

    @Test("a key may sign the packages it is trusted for, and those below, only")
    func scope() async throws {
        try await withFolder { folder in
            let key = SigningKey(generating: .ed25519)
            let store = try Signed.trust([("stadt", key.publicKey.pem)], for: ["de.nrw.paderborn"], in: folder)
            for (kennung, isTrusted) in [
                ("de.nrw.paderborn.hundesteuer", true), ("de.nrw.paderborner.x", false), ("de.nrw.soest.x", false),
            ] {
                let outcome = await Signed.verify(try Signed.sign(try Signed.small(kennung), key), store)
                #expect((outcome.trust == .trusted) == isTrusted, "\(kennung)")
                if !isTrusted { #expect(Signed.ids(outcome) == ["signature.signer-out-of-scope"]) }
            }
        }
    }

    @Test("a moment in the future is told")
    func future() async throws {
        try await withFolder { folder in
            let key = SigningKey(generating: .ed25519)
            let store = try Signed.trust([("stadt", key.publicKey.pem)], in: folder)
            let signed = try Signed.sign(try Signed.small(), key)
            let outcome = await Signed.verify(signed, store, at: "2026-11-20T12:00:00Z")
            #expect(Signed.ids(outcome) == ["signature.from-the-future"])
            #expect(outcome.trust == .trusted)
        }
    }

    @Test("what is damaged is not signed, nor are parts in META-INF")
    func refusesToSign() throws {
        let key = SigningKey(generating: .ed25519)
        let damaged = try Signed.changed(try Signed.small()) { $0["LIESMICH.md"] = [1, 2] }
        let error = #expect(throws: TransferError.self) { try Signed.sign(damaged, key) }
        #expect(error?.finding.id == "package.part-altered")
        let reserved = try Signed.changed(try Signed.small()) { files in
            files["META-INF/x"] = files["LIESMICH.md"]
            files["LIESMICH.md"] = nil
            files[Dienstpaket.fileName] = files[Dienstpaket.fileName]?.replacing("\"LIESMICH.md\"", "\"META-INF/x\"")
        }
        let second = #expect(throws: TransferError.self) { try Signed.sign(reserved, key) }
        #expect(second?.finding.id == "package.part-reserved")
    }

    @Test("packing keeps a signature that still fits and drops one that does not; the verifier takes it for no part")
    func packing() throws {
        let signed = try Signed.sign(try Signed.small(), SigningKey(generating: .ed25519))
        #expect(PackageVerifier().verify(signed.contents).result.findings.isEmpty)
        let again = try PackageBuilder().pack(signed.contents).package
        #expect(again.contents.files[Signatur.path] == signed.contents.files[Signatur.path])
        let changed = try Signed.changed(signed) { $0["LIESMICH.md"] = [0x41] }
        #expect(try PackageBuilder().pack(changed.contents).package.contents.files[Signatur.path] == nil)
    }

    @Test("with Ed25519 the same package and moment give the same bytes; they are valid by the schema")
    func reproducible() throws {
        let key = SigningKey(generating: .ed25519)
        let package = try Signed.small()
        let origin = Signatur.Entstehung(werkzeug: "a & b <\"c\">", quelle: "q", commit: nil)
        let (one, two) = (
            try Signed.sign(package, key, entstehung: origin), try Signed.sign(package, key, entstehung: origin)
        )
        let bytes = try #require(one.contents.files[Signatur.path])
        #expect(bytes == two.contents.files[Signatur.path])
        #expect(try PackageSigner.archive(one.contents) == PackageSigner.archive(two.contents))
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "signatur.xml")
            try Data(bytes).write(to: file)
            if Xmllint.isAvailable {
                #expect(try Xmllint.accepts(file, schema: "Schemas/signatur/1.0/signatur.xsd"))
            }
        }
        #expect(try Signatur.read(bytes, name: "x").bytes() == bytes)
    }

    @Test(
        "openssl agrees with what is signed (Signatur, section 3)", .enabled(if: OpenSSL.isAvailable, "needs openssl"),
        arguments: SignatureAlgorithm.allCases)
    func openSSLVerifies(_ algorithm: SignatureAlgorithm) throws {
        try TestFiles.withTemporaryFolder { folder in
            let key = SigningKey(generating: algorithm)
            let signed = try Signed.sign(
                try Signed.small(), key,
                entstehung: .init(werkzeug: "xoev 0.1.0", quelle: "https://git.example/ä", commit: "abc"))
            let file = try Signatur.read(signed.contents.files[Signatur.path] ?? [], name: "x")
            let mark = try #require(file.unterschriften.first)
            // By the document, not by the code under test.
            let statement = """
                swift-xoev-signatur-1.0
                kennung 13 de.test.klein
                version 5 1.0.0
                sha256 64 \(signed.digest)
                algorithmus \(algorithm.rawValue.count) \(algorithm.rawValue)
                schluessel 64 \(key.publicKey.id)
                zeitpunkt 20 2026-11-23T12:00:00Z
                werkzeug 10 xoev 0.1.0
                quelle 22 https://git.example/ä
                commit 3 abc

                """
            try Data(statement.utf8).write(to: folder.appending(path: "aussage"))
            try Data(mark.wert).write(to: folder.appending(path: "wert"))
            try Data(key.publicKey.pem.utf8).write(to: folder.appending(path: "key.pem"))
            let digest = algorithm == .ecdsaP256 ? ["-digest", "sha256"] : []
            try OpenSSL.run(
                ["pkeyutl", "-verify", "-pubin", "-inkey", "key.pem", "-rawin", "-in", "aussage", "-sigfile", "wert"]
                    + digest, in: folder)
        }
    }
}
