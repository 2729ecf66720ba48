import Foundation
import TestSupport
import Testing

@Suite("Signing, trusting and locking on the command line")
struct SignatureCommandTests {
    /// Runs commands in a folder with the packed example `hundesteuer.dienst`.
    private func withPackage(_ body: (URL, ([String]) throws -> Tool.Outcome) throws -> Void) throws {
        try TestFiles.withTemporaryFolder { folder in
            let example = TestFiles.projectRoot.appending(path: "Documentation/Examples/hundesteuer").path
            let environment = [
                "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1795435200",
                "XDG_CONFIG_HOME": folder.appending(path: "config").path,
            ]
            func run(_ arguments: [String]) throws -> Tool.Outcome {
                try Tool.run(arguments, in: folder, environment: environment)
            }
            #expect(try run(["package", "pack", example, "--output", "hundesteuer.dienst"]).exitCode == 0)
            try body(folder, run)
        }
    }

    private func text(_ folder: URL, _ name: String) throws -> String {
        try String(contentsOf: folder.appending(path: name), encoding: .utf8)
    }

    @Test("keygen writes two files, tells the identifier and never the private key, and overwrites nothing")
    func keygen() throws {
        try withPackage { folder, run in
            for algorithm in ["ed25519", "p256"] {
                let outcome = try run(["package", "keygen", "--algorithm", algorithm, "--output", algorithm])
                #expect(outcome.exitCode == 0)
                let secret = try text(folder, "\(algorithm).pem").split(separator: "\n").dropFirst().first ?? ""
                #expect(secret.count > 40)
                #expect(!outcome.output.contains(secret))
                #expect(try text(folder, "\(algorithm).pub.pem").hasPrefix("-----BEGIN PUBLIC KEY-----\n"))
                let before = try text(folder, "\(algorithm).pem")
                #expect(try run(["package", "keygen", "--output", algorithm]).exitCode != 0)
                #expect(try text(folder, "\(algorithm).pem") == before)
            }
        }
    }

    @Test("a signature is added in place or to a new archive; the same key and moment give the same bytes")
    func sign() throws {
        try withPackage { folder, run in
            #expect(try run(["package", "keygen", "--output", "stadt"]).exitCode == 0)
            let first = try run([
                "package", "sign", "hundesteuer.dienst", "--key", "stadt.pem", "--output", "neu.dienst",
            ])
            #expect(first.exitCode == 0)
            #expect(first.output.hasPrefix("Signed: neu.dienst with the key "))
            #expect(try run(["package", "sign", "hundesteuer.dienst", "--key", "stadt.pem"]).exitCode == 0)
            let files = try ["neu.dienst", "hundesteuer.dienst"].map {
                try Data(contentsOf: folder.appending(path: $0))
            }
            #expect(files[0] == files[1])
            let again = try run([
                "package", "sign", "hundesteuer.dienst", "--key", "stadt.pem", "--output", "neu.dienst",
            ])
            #expect(again.errors.contains("[cli.exists]"))
            let missing = try run(["package", "sign", "hundesteuer.dienst", "--key", "env:NIRGENDS"])
            #expect(missing.errors.contains("[signature.key-unreadable]"))
            // Nothing of the key is in the package.
            let secret = try text(folder, "stadt.pem").split(separator: "\n").dropFirst().first ?? ""
            #expect(files[0].range(of: Data(secret.utf8)) == nil)
        }
    }

    @Test("trust is added, listed and removed")
    func trust() throws {
        try withPackage { folder, run in
            #expect(try run(["package", "keygen", "--output", "stadt"]).exitCode == 0)
            let added = try run(["trust", "add", "paderborn", "stadt.pub.pem", "--for", "de.nrw.paderborn"])
            #expect(added.exitCode == 0)
            #expect(added.output.hasPrefix("Added: paderborn, identifier "))
            let list = try run(["trust", "list"])
            #expect(list.output.hasPrefix("paderborn  Ed25519  "))
            #expect(list.output.contains("de.nrw.paderborn"))
            #expect(try run(["trust", "list", "--format", "json"]).output.contains(#""name": "paderborn""#))
            #expect(
                FileManager.default.fileExists(atPath: folder.appending(path: "config/xoev/trust/paderborn.pem").path))
            #expect(try run(["trust", "add", "boese", "stadt.pem"]).errors.contains("[trust.private-key]"))
            #expect(try run(["trust", "remove", "paderborn"]).exitCode == 0)
            #expect(try run(["trust", "remove", "paderborn"]).exitCode == 4)
            #expect(try run(["trust", "list"]).output.isEmpty)
        }
    }

    @Test("verify judges the signature: required, unknown, trusted, forged")
    func verify() throws {
        try withPackage { folder, run in
            let plain = try run(["package", "verify", "hundesteuer.dienst"])
            #expect(!plain.output.contains("signature"))
            let unsigned = try run(["package", "verify", "hundesteuer.dienst", "--require-signature"])
            #expect(unsigned.exitCode == 1)
            #expect(unsigned.output.contains("[signature.missing]"))
            #expect(try run(["package", "keygen", "--output", "stadt"]).exitCode == 0)
            #expect(try run(["package", "sign", "hundesteuer.dienst", "--key", "stadt.pem"]).exitCode == 0)
            let unknown = try run(["package", "verify", "hundesteuer.dienst", "--require-signature"])
            #expect(unknown.exitCode == 1)
            #expect(unknown.output.contains("[signature.unknown-key]"))
            #expect(try run(["package", "verify", "hundesteuer.dienst"]).exitCode == plain.exitCode)
            #expect(try run(["trust", "add", "paderborn", "stadt.pub.pem", "--trust", "keys"]).exitCode == 0)
            let trusted = try run(
                [
                    "package", "verify", "hundesteuer.dienst", "--require-signature", "--trust", "keys", "--format",
                    "json",
                ])
            #expect(trusted.exitCode == plain.exitCode)
            #expect(trusted.output.contains("paderborn 2026-11-23T12:00:00Z "))
            #expect(!trusted.output.contains("signature."))
        }
    }

    @Test("a transfer refuses a forged signature always, and an unknown signer where a signature is required")
    func transfer() throws {
        try withPackage { folder, run in
            let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")
            try FileManager.default.copyItem(
                at: examples.appending(path: "hundesteuer"), to: folder.appending(path: "paket"))
            let profile = examples.appending(path: "profile/soest.xml").path
            #expect(try run(["portal", "init", "--store", "portal.sqlite", "--profile", profile]).exitCode == 0)
            let plan = ["transfer", "plan", "paket", "--profile", profile, "--store", "portal.sqlite"]
            let plain = try run(plan)
            let unsigned = try run(plan + ["--require-signature"])
            #expect(unsigned.exitCode == 1)
            #expect(unsigned.errors.contains("[signature.missing]"))

            #expect(try run(["package", "keygen", "--output", "stadt"]).exitCode == 0)
            let sign = ["package", "sign", "paket", "--key", "stadt.pem", "--commit", "abc"]
            #expect(try run(sign).exitCode == 0)
            #expect(try run(plan + ["--require-signature"]).errors.contains("[signature.unknown-key]"))
            #expect(try run(["trust", "add", "paderborn", "stadt.pub.pem"]).exitCode == 0)
            let trusted = try run(plan + ["--require-signature"])
            #expect(trusted.exitCode == plain.exitCode)
            #expect(trusted.output == plain.output)

            let file = folder.appending(path: "paket/META-INF/signatur.xml")
            let text = try String(contentsOf: file, encoding: .utf8)
            try Data(text.replacingOccurrences(of: "\"abc\"", with: "\"abd\"").utf8).write(to: file)
            for command in ["plan", "apply"] {
                let forged = try run(["transfer", command] + plan.dropFirst(2))
                #expect(forged.exitCode == 1)
                #expect(forged.errors.contains("[signature.invalid]"))
                #expect(forged.errors.contains("[cli.package-not-valid]"))
            }
        }
    }

    @Test("a lock file is written, kept and required")
    func lock() throws {
        try withPackage { folder, run in
            let outcome = try run(["package", "lock", "hundesteuer.dienst"])
            #expect(outcome.exitCode == 0, "\(outcome.errors)")
            #expect(try text(folder, "dienstpaket.lock").contains(#"<wurzel kennung="de.nrw.paderborn.hundesteuer""#))
            #expect(try run(["package", "lock", "hundesteuer.dienst", "--locked"]).exitCode == 0)
            let other = TestFiles.projectRoot.appending(path: "Documentation/Examples/bewohnerparkausweis").path
            #expect(try run(["package", "pack", other, "--output", "parken.dienst"]).exitCode == 0)
            let outdated = try run(["package", "lock", "parken.dienst", "--locked"])
            #expect(outdated.exitCode == 1)
            #expect(outdated.errors.contains("[dependency.lock-outdated]"))
            #expect(try run(["package", "lock", "hundesteuer.dienst", "--locked", "--update"]).exitCode == 2)
        }
    }
}
