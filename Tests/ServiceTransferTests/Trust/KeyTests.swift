import Archives
import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Keys")
struct KeyTests {
    /// RFC 8410, section 10.1 and 10.3: a public key and its private key.
    static let rfcPublic = """
        -----BEGIN PUBLIC KEY-----
        MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lshQhqowtrbLDFw4rXAxZuE=
        -----END PUBLIC KEY-----

        """
    static let rfcPrivate = """
        -----BEGIN PRIVATE KEY-----
        MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
        -----END PRIVATE KEY-----

        """

    @Test("the example key of RFC 8410 is read and belongs to its public key")
    func rfc8410() throws {
        let key = try SigningKey(pem: Self.rfcPrivate, name: "rfc")
        #expect(key.algorithm == .ed25519)
        #expect(key.publicKey.pem == Self.rfcPublic)
    }

    @Test("nothing that can be printed of a private key shows it")
    func silent() throws {
        let key = try SigningKey(pem: Self.rfcPrivate, name: "rfc")
        var dumped = ""
        dump(key, to: &dumped)
        for text in ["\(key)", String(reflecting: key), dumped, "\([key])"] {
            #expect(!text.contains("1NRy2"))
            #expect(!text.lowercased().contains("d4ee72dbf913584ad5b6d8f1f769f8ad"))
            #expect(!text.contains("212, 238"))
        }
    }

    @Test(
        "keys of openssl are read, in PKCS #8 and SEC 1; others are refused with what to do",
        .enabled(if: OpenSSL.isAvailable, "needs openssl"))
    func openSSL() throws {
        try TestFiles.withTemporaryFolder { folder in
            func make(_ name: String, _ arguments: [String]) throws -> String {
                try OpenSSL.run(arguments + ["-out", name], in: folder)
                return folder.appending(path: name).path
            }
            func read(_ path: String) throws -> SigningKey { try SigningKey.read(path, environment: [:]).key }
            let ed = try make("ed.pem", ["genpkey", "-algorithm", "ED25519"])
            #expect(try read(ed).algorithm == .ed25519)
            let pkcs8 = try make("p256.pem", ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"])
            let sec1 = try make("sec1.pem", ["ec", "-in", "p256.pem"])
            #expect(try String(contentsOfFile: sec1, encoding: .utf8).contains("EC PRIVATE KEY"))
            #expect(try read(pkcs8).publicKey == read(sec1).publicKey)
            // The identifier is SHA-256 of what openssl writes as the public key.
            let der = try make("public.der", ["pkey", "-in", "p256.pem", "-pubout", "-outform", "DER"])
            #expect(
                SHA256Text.digest([UInt8](try Data(contentsOf: URL(filePath: der)))) == (try read(pkcs8).publicKey.id))

            let refused = [
                try make("rsa.pem", ["genpkey", "-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"]),
                try make("p384.pem", ["genpkey", "-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"]),
                try make("locked.pem", ["pkcs8", "-topk8", "-in", "p256.pem", "-passout", "pass:geheim"]),
                try make("public.pem", ["pkey", "-in", "p256.pem", "-pubout"]),
                folder.appending(path: "none.pem").path, "env:NIRGENDS",
            ]
            for path in refused {
                let error = #expect(throws: TransferError.self, "\(path)") { try read(path) }
                #expect(error?.finding.id == "signature.key-unreadable")
                #expect(error?.finding.hint != nil)
            }
        }
    }

    @Test("a key is written for its owner only and never over another; a key that others may read is told")
    func written() throws {
        try TestFiles.withTemporaryFolder { folder in
            for algorithm in SignatureAlgorithm.allCases {
                let path = folder.appending(path: "\(algorithm.rawValue).pem").path
                let key = SigningKey(generating: algorithm)
                try key.write(to: path)
                let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
                #expect(mode == 0o600)
                let read = try SigningKey.read(path, environment: [:])
                #expect(read.key.publicKey == key.publicKey)
                #expect(read.findings.isEmpty)
                #expect(throws: TransferError.self) { try SigningKey(generating: algorithm).write(to: path) }
                try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: path)
                #expect(
                    try SigningKey.read(path, environment: [:]).findings.map(\.id) == [
                        "signature.key-readable-by-others"
                    ])
                let text = try String(contentsOfFile: path, encoding: .utf8)
                #expect(try SigningKey.read("env:KEY", environment: ["KEY": text]).key.publicKey == key.publicKey)
            }
        }
    }
}

@Suite("Trust store")
struct TrustStoreTests {
    @Test("entries are added, listed and removed; a name or a key stands once")
    func entries() throws {
        try TestFiles.withTemporaryFolder { folder in
            let (one, two) = (SigningKey(generating: .ed25519), SigningKey(generating: .ecdsaP256))
            let store = try Signed.trust(
                [("stadt", one.publicKey.pem), ("land.nrw", two.publicKey.pem)], for: ["de.nrw"], in: folder)
            #expect(store.entries.map(\.name) == ["land.nrw", "stadt"])
            #expect(store.entries.map(\.packages) == [["de.nrw"], ["de.nrw"]])
            #expect(store.entries.map(\.id) == [two.publicKey.id, one.publicKey.id])
            let path = folder.appending(path: "trust").path
            let mode = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(mode == 0o700)
            let file = folder.appending(path: "stadt-public.pem").path
            for name in ["stadt", "STADT", "neu"] {
                let error = #expect(throws: TransferError.self) {
                    try TrustStore.add(file, name: name, packages: [], to: path)
                }
                #expect(error?.finding.id == "trust.already-known")
            }
            try TrustStore.remove("stadt", from: path)
            #expect(try TrustStore.read(path).entries.map(\.name) == ["land.nrw"])
            for name in ["stadt", "../stadt-public", "", "land.nrw.pem"] {
                let error = #expect(throws: TransferError.self) { try TrustStore.remove(name, from: path) }
                #expect(error?.finding.id == "trust.not-found")
            }
            #expect(FileManager.default.fileExists(atPath: file))
        }
    }

    @Test("private keys, names that lead elsewhere and wrong identifiers are refused")
    func refused() throws {
        try TestFiles.withTemporaryFolder { folder in
            let path = folder.appending(path: "trust").path
            let key = SigningKey(generating: .ed25519)
            let secret = folder.appending(path: "key.pem").path
            try key.write(to: secret)
            let open = folder.appending(path: "open.pem").path
            try Data(key.publicKey.pem.utf8).write(to: URL(filePath: open))
            let cases: [(String, String, [String], String)] = [
                (secret, "stadt", [], "trust.private-key"), (open, "../stadt", [], "trust.invalid-name"),
                (open, ".stadt", [], "trust.invalid-name"), (open, "städte", [], "trust.invalid-name"),
                (open, "stadt", ["de..x"], "trust.invalid-scope"),
                (open, "stadt", ["de\nKennung: x"], "trust.invalid-scope"),
                (folder.appending(path: "fehlt").path, "stadt", [], "archive.unreadable"),
            ]
            for (file, name, packages, id) in cases {
                let error = #expect(throws: TransferError.self, "\(id)") {
                    try TrustStore.add(file, name: name, packages: packages, to: path)
                }
                #expect(error?.finding.id.rawValue == id)
            }
            #expect(!FileManager.default.fileExists(atPath: path))
        }
    }

    @Test("what cannot be read is told and not trusted; the rest is")
    func damaged() throws {
        try TestFiles.withTemporaryFolder { folder in
            let store = try Signed.trust([("gut", SigningKey(generating: .ed25519).publicKey.pem)], in: folder)
            #expect(store.findings.isEmpty)
            let path = folder.appending(path: "trust")
            try Data("-----BEGIN PUBLIC KEY-----\nMCow\n-----END PUBLIC KEY-----\n".utf8)
                .write(to: path.appending(path: "kaputt.pem"))
            try Data("Notiz".utf8).write(to: path.appending(path: "notiz.txt"))
            let read = try TrustStore.read(path.path)
            #expect(read.entries.map(\.name) == ["gut"])
            #expect(read.findings.map(\.id) == ["trust.unreadable-entry"])
            #expect(try TrustStore.read(folder.appending(path: "nirgends").path).entries.isEmpty)
        }
    }

    @Test("the folder is where the XDG specification has it")
    func folder() {
        #expect(TrustStore.defaultFolder(environment: ["XDG_CONFIG_HOME": "/c", "HOME": "/h"]) == "/c/xoev/trust")
        #expect(
            TrustStore.defaultFolder(environment: ["XDG_CONFIG_HOME": "c", "HOME": "/h"]) == "/h/.config/xoev/trust")
        #expect(TrustStore.defaultFolder(environment: [:]) == nil)
    }
}
