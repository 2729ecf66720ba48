import Archives
import Foundation
import TestSupport
import Testing

@Suite("Attacks through every entry of a transfer")
struct TransferAttackTests {
    private static let entityBomb = """
        <?xml version="1.0"?><!DOCTYPE d [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">\
        <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]><d>&d;</d>
        """
    private static let externalEntity = """
        <?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>
        """

    /// The example's files with one attack in them, as an archive or folder named `angriff`.
    private func plant(_ attack: String, in folder: URL) throws -> String {
        let example = TestFiles.projectRoot.appending(path: "Documentation/Examples/hundesteuer")
        let target = folder.appending(path: "angriff")
        try FileManager.default.copyItem(at: example, to: target)
        func write(_ path: String, _ text: String) throws {
            try Data(text.utf8).write(to: target.appending(path: path))
        }
        switch attack {
        case "entity-bomb-manifest": try write("dienstpaket.xml", Self.entityBomb)
        case "entity-bomb-part": try write("xzufi/leistung.xml", Self.entityBomb)
        case "external-entity-part": try write("formular/S05999000100V1.0.0_xdf3.xml", Self.externalEntity)
        case "deep-part": try write("prozess/hundesteuer-anmeldung.bpmn", String(repeating: "<a>", count: 200_000))
        case "symbolic-link":
            try FileManager.default.removeItem(at: target.appending(path: "text/merkblatt.md"))
            try FileManager.default.createSymbolicLink(
                atPath: target.appending(path: "text/merkblatt.md").path, withDestinationPath: "/etc/hostname")
        case "undeclared-file": try write("text/mehr.md", "mehr")
        case "zip-slip":
            // The writer refuses such a name: it is put in afterwards, of the same length.
            let archive = try ArchiveWriter().archive([("dienstpaket.xml", [0x3C]), ("aa/aa/bb.txt", [0x78])])
            var bytes = archive
            let (old, new) = (Array("aa/aa/bb.txt".utf8), Array("../../bb.txt".utf8))
            for start in bytes.indices.dropLast(old.count - 1) where Array(bytes[start..<start + old.count]) == old {
                bytes.replaceSubrange(start..<start + old.count, with: new)
            }
            try Data(bytes).write(to: folder.appending(path: "angriff.dienst"))
            return "angriff.dienst"
        case "zip-bomb":
            let archive = try ArchiveWriter().archive([("dienstpaket.xml", [UInt8](repeating: 0x20, count: 32 << 20))])
            try Data(archive).write(to: folder.appending(path: "angriff.dienst"))
            return "angriff.dienst"
        case "truncated":
            let archive = try ArchiveWriter().archive([("dienstpaket.xml", Array("<a/>".utf8))])
            try Data(archive.dropLast(30)).write(to: folder.appending(path: "angriff.dienst"))
            return "angriff.dienst"
        default: preconditionFailure(attack)
        }
        return "angriff"
    }

    @Test(
        "every attack is refused by every command that takes a package, with a finding, and the store stays as it was",
        arguments: [
            "entity-bomb-manifest", "entity-bomb-part", "external-entity-part", "deep-part", "symbolic-link",
            "undeclared-file", "zip-slip", "zip-bomb", "truncated",
        ])
    func packages(attack: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try plant(attack, in: folder)
            let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")
            let profile = examples.appending(path: "profile/soest.xml").path
            let environment = ["LC_ALL": "C", "SOURCE_DATE_EPOCH": "1795435200"]
            func run(_ arguments: [String]) throws -> Tool.Outcome {
                try Tool.run(arguments, in: folder, environment: environment)
            }
            #expect(try run(["portal", "init", "--store", "p.sqlite", "--profile", profile]).exitCode == 0)
            let install = ["transfer", "apply", examples.appending(path: "hundesteuer").path]
            let place = ["--profile", profile, "--store", "p.sqlite"]
            // One run on the sound package: the upgrade is attacked, too.
            #expect(try run(install + place).exitCode == 0)
            let before = try run(["transfer", "status", "--store", "p.sqlite", "--format", "json"]).output
            for command in [
                ["package", "verify", package], ["package", "lock", package], ["transfer", "plan", package] + place,
                ["transfer", "plan", package, "--show-binding"] + place,
                ["transfer", "apply", package, "--allow-downgrade"] + place,
                ["transfer", "check", package, "--profile", profile],
            ] {
                // What only reads the table of contents need not look into parts; it must not fall over them.
                let readsParts = command[1] != "check" && !(command[1] == "lock" && attack == "undeclared-file")
                let outcome = try run(command)
                #expect(outcome.exitCode != 70, "\(command) \(outcome.errors)")
                guard readsParts || attack == "entity-bomb-manifest" || attack.hasPrefix("zip") else { continue }
                #expect([1, 3].contains(outcome.exitCode), "\(command) \(outcome.exitCode) \(outcome.errors)")
                #expect((outcome.output + outcome.errors).contains("["), "\(command)")
                #expect(!outcome.output.contains("aaaaaaaaaaaaaaaaaaaaaaaa"))
            }
            #expect(try run(["transfer", "status", "--store", "p.sqlite", "--format", "json"]).output == before)
            #expect(
                !FileManager.default.fileExists(
                    atPath: folder.deletingLastPathComponent().appending(path: "bb.txt").path))
        }
    }

    @Test(
        "an entity bomb as profile, lock file, plan or resolutions is refused",
        arguments: [
            "--profile", "--lock", "--plan", "--resolutions",
        ])
    func otherFiles(option: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            try Data(Self.entityBomb.utf8).write(to: folder.appending(path: "bombe.xml"))
            let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")
            let profile = examples.appending(path: "profile/soest.xml").path
            func run(_ arguments: [String]) throws -> Tool.Outcome {
                try Tool.run(arguments, in: folder, environment: ["LC_ALL": "C"])
            }
            #expect(try run(["portal", "init", "--store", "p.sqlite", "--profile", profile]).exitCode == 0)
            var arguments = ["transfer", "apply", examples.appending(path: "hundesteuer").path, "--store", "p.sqlite"]
            if option != "--profile" { arguments += ["--profile", profile] }
            let outcome = try run(arguments + [option, "bombe.xml"])
            #expect([1, 3].contains(outcome.exitCode), "\(outcome.errors)")
            #expect(outcome.errors.contains("["))
        }
    }

    @Test("another municipality's profile does not carry out a plan, and neither lands in the other's services")
    func otherProfile() throws {
        try TestFiles.withTemporaryFolder { folder in
            let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")
            let (soest, paderborn) = (
                examples.appending(path: "profile/soest.xml").path,
                examples.appending(path: "profile/paderborn.xml").path
            )
            let package = examples.appending(path: "hundesteuer").path
            func run(_ arguments: [String]) throws -> Tool.Outcome {
                try Tool.run(arguments, in: folder, environment: ["LC_ALL": "C", "SOURCE_DATE_EPOCH": "1795435200"])
            }
            let store = ["--store", "p.sqlite"]
            #expect(try run(["portal", "init", "--profile", soest] + store).exitCode == 0)
            let plan = ["transfer", "plan", package] + store
            #expect(try run(plan + ["--profile", soest, "--save-plan", "plan.json"]).exitCode == 0)
            let unknown = try run(plan + ["--profile", paderborn])
            #expect(unknown.exitCode == 4)
            #expect(unknown.errors.contains("[store.unknown-municipality]"))
            #expect(try run(["portal", "init", "--profile", paderborn] + store).exitCode == 0)
            let other = try run(
                ["transfer", "apply", package, "--profile", paderborn, "--plan", "plan.json"] + store)
            #expect(other.exitCode == 1)
            #expect(other.errors.contains("[transfer.plan-mismatch]"))
            #expect(try run(["transfer", "ids"] + store).output.isEmpty)
        }
    }

    @Test("a lock file at hand is kept to, one of another package is not; --no-lock passes it over")
    func lock() throws {
        try TestFiles.withTemporaryFolder { folder in
            let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")
            let profile = examples.appending(path: "profile/soest.xml").path
            func run(_ arguments: [String]) throws -> Tool.Outcome {
                try Tool.run(arguments, in: folder, environment: ["LC_ALL": "C", "SOURCE_DATE_EPOCH": "1795435200"])
            }
            #expect(try run(["portal", "init", "--store", "p.sqlite", "--profile", profile]).exitCode == 0)
            #expect(try run(["package", "lock", examples.appending(path: "hundesteuer").path]).exitCode == 0)
            let file = folder.appending(path: "dienstpaket.lock")
            let text = try String(contentsOf: file, encoding: .utf8)
            func plan(_ name: String, _ more: String...) throws -> Tool.Outcome {
                try run(
                    [
                        "transfer", "plan", examples.appending(path: name).path, "--profile", profile, "--store",
                        "p.sqlite",
                    ]
                        + more)
            }
            #expect(try plan("hundesteuer").exitCode == 0)
            try Data(text.replacingOccurrences(of: "version=\"1.0.0\"", with: "version=\"0.9.0\"").utf8).write(to: file)
            let outdated = try plan("hundesteuer")
            #expect(outdated.exitCode == 1)
            #expect(outdated.output.contains("[dependency.lock-outdated]"))
            #expect(try plan("hundesteuer", "--no-lock").exitCode == 0)
            #expect(try plan("bewohnerparkausweis").exitCode == 0)
            #expect(try plan("bewohnerparkausweis", "--lock", "dienstpaket.lock").exitCode == 1)
            #expect(try plan("hundesteuer", "--lock", "fehlt.lock").exitCode == 4)
        }
    }
}
