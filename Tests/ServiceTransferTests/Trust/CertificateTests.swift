import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Signatures with certificates", .enabled(if: OpenSSL.isAvailable, "needs openssl"))
struct CertificateTests {
    private func withChain(
        from start: String = "20260101000000Z", to end: String = "20270101000000Z", usage: String = "digitalSignature",
        trusting anchor: String? = "root",
        _ body: (LoadedPackage, TrustStore, URL) async throws -> Void
    ) async throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-test-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try OpenSSL.makeChain(in: folder, from: start, to: end, usage: usage)
        let key = try SigningKey.read(folder.appending(path: "leaf-key.pem").path, environment: [:]).key
        let chain = try text("chain.pem", folder)
        let signed = try Signed.sign(try Signed.small(), key, certificates: chain)
        let anchors = try anchor.map { [($0, try text("\($0).pem", folder))] } ?? []
        try await body(signed, try Signed.trust(anchors, in: folder), folder)
    }

    private func text(_ name: String, _ folder: URL) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    @Test(
        "a chain to a trusted root, issuer or the certificate itself is trusted", arguments: ["root", "issuer", "leaf"])
    func trusted(_ anchor: String) async throws {
        try await withChain(trusting: anchor) { signed, store, _ in
            let outcome = await Signed.verify(signed, store)
            #expect(outcome.findings.isEmpty)
            #expect(outcome.trust == .trusted)
            #expect(outcome.signers.first?.entry?.name == anchor)
        }
    }

    @Test("an expired certificate is refused, whatever moment the signature claims", arguments: ["root", "leaf"])
    func expired(_ anchor: String) async throws {
        try await withChain(trusting: anchor) { signed, store, _ in
            let late = await Signed.verify(signed, store, requires: false, at: "2027-06-01T00:00:00Z")
            #expect(Signed.ids(late) == ["signature.certificate-expired"])
            #expect(late.trust == .refused)
            #expect(late.findings.first?.message.rendered(.en).contains("2027-01-01T00:00:00Z") == true)
            let early = await Signed.verify(signed, store, requires: false, at: "2025-06-01T00:00:00Z")
            #expect(Signed.ids(early).first == "signature.certificate-not-yet-valid")
        }
    }

    @Test("an issuer that nobody knows is not trusted; it is an error where a signature is required")
    func untrusted() async throws {
        try await withChain(trusting: nil) { signed, store, folder in
            let outcome = await Signed.verify(signed, store)
            #expect(Signed.ids(outcome).first == "signature.certificate-untrusted")
            #expect(outcome.layer.outcome == .failed)
            let unasked = await Signed.verify(signed, store, requires: false)
            #expect(unasked.trust == .unknown)
            #expect(unasked.findings.allSatisfy { $0.severity == .warning })
            // Another root of the same name does not help.
            let other = folder.appending(path: "other")
            try FileManager.default.createDirectory(at: other, withIntermediateDirectories: true)
            try OpenSSL.makeChain(in: other, from: "20260101000000Z", to: "20270101000000Z")
            let wrong = try Signed.trust([("root", try text("root.pem", other))], in: other)
            #expect(await Signed.verify(signed, wrong).trust != .trusted)
        }
    }

    @Test("a key that is trusted by itself needs no issuer")
    func pinned() async throws {
        try await withChain(trusting: nil) { signed, _, folder in
            let key = try SigningKey.read(folder.appending(path: "leaf-key.pem").path, environment: [:]).key
            let store = try Signed.trust([("stadt", key.publicKey.pem)], in: folder)
            let outcome = await Signed.verify(signed, store)
            #expect(outcome.findings.isEmpty)
            #expect(outcome.trust == .trusted)
        }
    }

    @Test("a certificate that is not for signatures is refused")
    func usage() async throws {
        try await withChain(usage: "keyAgreement") { signed, store, _ in
            #expect(Signed.ids(await Signed.verify(signed, store)) == ["signature.certificate-not-for-signing"])
        }
    }

    @Test("the certificate is signed along: it cannot be exchanged for another of the same key")
    func exchanged() async throws {
        try await withChain { signed, store, folder in
            try OpenSSL.run(
                [
                    "ca", "-batch", "-notext", "-config", "openssl.cnf", "-name", "myca", "-in", "leaf.csr", "-keyfile",
                    "issuer-key.pem", "-cert", "issuer.pem", "-out", "leaf2.pem", "-startdate", "20260101000000Z",
                    "-enddate", "20360101000000Z", "-extensions", "leaf",
                ], in: folder)
            func base64(_ name: String) throws -> String {
                try text(name, folder).split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
            }
            let (old, new) = (try base64("leaf.pem"), try base64("leaf2.pem"))
            let exchanged = try Signed.changed(signed) { files in
                files[Signatur.path] = files[Signatur.path]?.replacing(old, new)
            }
            #expect(Signed.ids(await Signed.verify(exchanged, store)) == ["signature.invalid"])
        }
    }

    @Test("a certificate of another key is refused, when signing and when checking")
    func mismatch() async throws {
        try await withChain { _, store, folder in
            let chain = try text("chain.pem", folder)
            let other = SigningKey(generating: .ecdsaP256)
            let error = #expect(throws: TransferError.self) {
                try Signed.sign(try Signed.small(), other, certificates: chain)
            }
            #expect(error?.finding.id == "signature.key-mismatch")
            let plain = try Signed.sign(try Signed.small(), other)
            let base64 = try text("leaf.pem", folder).split(separator: "\n").filter { !$0.hasPrefix("-----") }.joined()
            let forged = try Signed.changed(plain) { files in
                files[Signatur.path] = files[Signatur.path]?
                    .replacing("    <wert>", "    <zertifikat>\(base64)</zertifikat>\n    <wert>")
            }
            #expect(Signed.ids(await Signed.verify(forged, store)).contains("signature.key-mismatch"))
        }
    }
}
