import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Readiness tells what is missing, and who supplies it")
struct ReadinessTests {
    private let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")

    private func package(_ name: String = "hundesteuer") throws -> LoadedPackage {
        try PackageReader().read(examples.appending(path: name).path)
    }

    /// The profile of Soest after changes to its text.
    private func readiness(
        _ changes: [(String, String)] = [], of package: String = "hundesteuer", now: String = "2026-11-23T00:00:00Z"
    ) throws -> Readiness {
        var text = try String(contentsOf: examples.appending(path: "profile/soest.xml"), encoding: .utf8)
        for (old, new) in changes {
            try #require(text.contains(old))
            text = text.replacing(old, with: new)
        }
        return try TestFiles.withTemporaryFolder { folder in
            try FileManager.default.copyItem(
                at: examples.appending(path: "profile/logo"), to: folder.appending(path: "logo"))
            let path = folder.appending(path: "profil.xml")
            try Data(text.utf8).write(to: path)
            let date = try Date(now, strategy: .iso8601)
            return try ReadinessCheck(try self.package(package), options: .init(now: date)).run(profile: path.path)
        }
    }

    @Test("The example municipalities are ready for the example services")
    func ready() throws {
        for service in ["hundesteuer", "bewohnerparkausweis"] {
            for town in ["soest", "paderborn"] {
                let check = ReadinessCheck(try package(service))
                let readiness = try check.run(profile: examples.appending(path: "profile/\(town).xml").path)
                #expect(readiness.istBereit, "\(service) \(town): \(readiness.offen.map(\.id))")
                #expect(readiness.anforderungen.contains { $0.id == "parameter/iban" && $0.status == .vollstaendig })
            }
        }
    }

    @Test("A required parameter without a value is open, with the one who sets it")
    func parameter() throws {
        let readiness = try readiness([(#"name="iban""#, #"name="ibann""#)])
        #expect(readiness.offen.map(\.id) == ["parameter/iban"])
        let open = try #require(readiness.offen.first)
        #expect(open.status == .neu)
        #expect(open.ansprechpartner.rolle == "portaladministration")
        #expect(open.ansprechpartner.email != nil)
    }

    @Test("A part that says it is complete and is not counts as incomplete")
    func untruePart() throws {
        let text = try String(contentsOf: examples.appending(path: "profile/soest.xml"), encoding: .utf8)
        let imprint = try #require(text.firstMatch(of: /<impressum status="(9|10)">(?s:.*?)<\/impressum>/))
        let readiness = try readiness([(String(imprint.0), #"<impressum status="10"/>"#)])
        let part = try #require(readiness.anforderungen.first { $0.id == "teil/impressum" })
        #expect(part.status == .unvollstaendig)
        #expect(part.blockiert)
        #expect(part.fehlt.map(\.de) == ["text auf Deutsch oder adresse"])
        #expect(part.ansprechpartner.rolle == "sachbearbeitung")
    }

    @Test("A capability that the portal does not offer stands in the way only where it is required")
    func capability() throws {
        let readiness = try readiness([(#"<faehigkeit art="zustellkanal" wert="email"/>"#, "")])
        let ids = readiness.offen.map(\.id)
        #expect(ids.contains("faehigkeit/zustellkanal/email"))
        #expect(!ids.contains("faehigkeit/zustellkanal/fit-connect"))
    }

    @Test("The matrix has a row per municipality and one column per requirement; cells are safe for spreadsheets")
    func matrix() throws {
        let package = try package()
        var open = try readiness([(#"name="iban""#, #"name="ibann""#)])
        open.kommune = "=HYPERLINK(\"x\"), Stadt"
        let matrix = ReadinessMatrix(package, [try readiness(), open])
        let lines = matrix.csv(.de).split(separator: "\r\n", omittingEmptySubsequences: false)
        #expect(lines.count == 4)
        #expect(lines[0].hasPrefix("Kommune,ARS,bereit,offen,teil/kommune,teil/portal,"))
        #expect(lines[1].hasPrefix("\"Soest, Stadt\",059740040040,ja,0,"))
        #expect(lines[2].hasPrefix("\"'=HYPERLINK(\"\"x\"\"), Stadt\",059740040040,nein,1,"))
        #expect(matrix.cell("parameter/iban", matrix.kommunen[0]) == "9")
        #expect(matrix.cell("parameter/iban", matrix.kommunen[1]) == "0!")
        let page = matrix.html(.en)
        #expect(page.contains("&quot;x&quot;") && !page.contains("HYPERLINK(\"x\")"))
    }

    @Test("A file that is no profile is an error, not a row")
    func noProfile() throws {
        let check = ReadinessCheck(try package())
        #expect(throws: TransferError.self) {
            try check.run(profile: examples.appending(path: "hundesteuer/dienstpaket.xml").path)
        }
        #expect(throws: TransferError.self) { try check.run(profile: "/no/such/profile.xml") }
    }
}
