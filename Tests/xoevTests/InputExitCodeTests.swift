import ArgumentParser
import Foundation
import TestSupport
import Testing

@testable import xoev

/// Every command that reads something, with everything in place of it that is not what it should be. The rule: what was
/// named and is not there is not found (4); what is there and cannot be read, or is no XML, is unreadable (3).
@Suite("Exit codes for inputs that cannot be used")
struct InputExitCodeTests {
    /// What stands in place of the input.
    enum Stand: String, CaseIterable {
        case missing, folder, unreadable, empty, garbage

        var rule: Int32 { self == .missing ? 4 : 3 }
    }

    struct Case {
        let line: String
        /// Whether the result is a report, which has what is wrong with inputs in it.
        var isReport = false
        /// Exit codes other than those of the rule, each with its reason in the table.
        var otherwise: [Stand: Int32] = [:]

        init(_ line: String, isReport: Bool = false, otherwise: [Stand: Int32] = [:]) {
            (self.line, self.isReport, self.otherwise) = (line, isReport, otherwise)
        }

        func expected(_ stand: Stand) -> Int32 { otherwise[stand] ?? stand.rule }
    }

    private static let isRoot = geteuid() == 0
    private static let service = "KENNUNG --ars 059740040040"
    private static let target = "--profile PROFILE --store STORE"

    /// `@` is the input; words in capitals are files that are as they should be.
    static let cases: [Case] = [
        Case("validate @", isReport: true),
        Case("validate @ --schema SCHEMA --jobs 2", isReport: true),
        // A folder without schemas keeps a check from running.
        Case("validate PROFILE --schema @", otherwise: [.folder: 5]),
        // A folder may hold no list.
        Case("validate PROFILE --code-lists @", isReport: true, otherwise: [.folder: 5]),
        Case("validate PROFILE --profile @"),
        Case("inspect @"),
        // Here the schemas are what is checked.
        Case("schemas add @ --store NEW", otherwise: [.folder: 1]),
        Case("schemas show @", otherwise: [.folder: 5]),
        Case("schemas messages @", otherwise: [.folder: 5]),
        Case("schemas codelists @", otherwise: [.folder: 5]),
        Case("schemas lint @", isReport: true, otherwise: [.folder: 1]),
        Case("schemas diff @ SCHEMA", otherwise: [.folder: 5]),
        Case("schemas diff SCHEMA @", otherwise: [.folder: 5]),
        Case("schemas sample --schema @ --message x", otherwise: [.folder: 5]),
        Case("convert @ --to json"),
        Case("generate swift --schema @ --into NEW", otherwise: [.folder: 5]),
        Case("generate swift --schema SCHEMA --into NEW --config @"),
        Case("codelist list @", otherwise: [.folder: 0]),
        // Nothing is found in an empty folder.
        Case("codelist search a --in @", otherwise: [.folder: 4]),
        Case("codelist show @"),
        Case("codelist show urn:x --in @", otherwise: [.folder: 4]),
        Case("codelist lookup @ 1"),
        Case("codelist lookup urn:x 1 --in @", otherwise: [.folder: 4]),
        Case("codelist check @", isReport: true),
        Case("codelist diff @ LIST"),
        Case("codelist diff LIST @"),
        Case("codelist add @ --to WORK"),
        Case("codelist convert @ --to csv"),
        Case("fim show @"),
        Case("fim check @", isReport: true),
        Case("fim check FORM --messages @"),
        Case("fim convert @ --to 3.0.0"),
        Case("fim diff @ FORM"),
        Case("fim diff FORM @"),
        Case("fim export @ --as json-schema"),
        Case("fim data @ FORM"),
        Case("fim data FORM @", isReport: true),
        // A stock is a folder: a file is a wrong command line.
        Case("fim stock check @", isReport: true, otherwise: [.empty: 2, .garbage: 2, .unreadable: 2]),
        Case("fim stock diff @ --against STOCK", otherwise: [.empty: 2, .garbage: 2, .unreadable: 2]),
        // A file is an index, which is any text with names.
        Case(
            "fim stock diff STOCK --against @", isReport: true,
            otherwise: [.empty: 1, .garbage: 1, .unreadable: isRoot ? 1 : 3]),
        Case("mapping check @"),
        Case("mapping run @ --data PROFILE"),
        Case("mapping run MAPPED --data @"),
        Case("package pack @"),
        Case("package verify @", isReport: true),
        Case("package inspect @"),
        Case("package json @"),
        Case("package lock @"),
        Case("package lock PACKAGE --from @ --output NEW", otherwise: [.folder: 0]),
        Case("package lock PACKAGE --lists @ --output NEW", otherwise: [.folder: 0]),
        // An empty folder describes no service.
        Case("package import @ --into NEW", otherwise: [.folder: 4]),
        Case("package sign @ --key KEY"),
        Case("package sign PACKAGE --key @ --output NEW"),
        Case("trust add n @ --trust NEW"),
        Case("portal init --store NEW --profile @"),
        Case("transfer check @ --profile PROFILE"),
        Case("transfer check PACKAGE --profile @", isReport: true),
        Case("transfer plan @ \(target)"),
        Case("transfer plan PACKAGE --profile @ --store STORE"),
        Case("transfer plan PACKAGE --profile PROFILE --store @"),
        Case("transfer plan PACKAGE \(target) --lock @"),
        Case("transfer plan PACKAGE \(target) --resolutions @"),
        Case("transfer apply @ \(target)"),
        Case("transfer apply PACKAGE \(target) --plan @"),
        Case("transfer rollout @ --profiles PROFILE --store STORE --plan"),
        Case("transfer rollout PACKAGE --profiles @ --store STORE --plan", isReport: true),
        Case("transfer rollouts --store @"),
        Case("transfer status --store @"),
        Case("transfer ids --store @"),
        Case("transfer edit \(service) --store @ --show"),
        Case("transfer edit \(service) --store STORE --from @"),
        // Any text may be a value; the field is not there.
        Case(
            "transfer edit \(service) --store STORE --set-file leistung/x=@",
            otherwise: [.empty: 4, .garbage: 4, .unreadable: isRoot ? 4 : 3]),
        Case("transfer history --ars 059740040040 --store @"),
        Case("transfer diff \(service) --store @"),
        Case("transfer rollback \(service) --store @"),
        Case("transfer remove \(service) --store @"),
        Case("transfer export \(service) --store @ --output NEW"),
        Case("transfer export-stock --store @ --into NEW"),
    ]

    /// Commands that read no file that a user names.
    private static let without: Set<String> = [
        "schemas list", "schemas remove", "schemas verify", "fim stock generate", "package init", "package keygen",
        "trust list", "trust remove",
    ]

    @Test("every command that there is stands in the table")
    func complete() {
        func names(_ command: any ParsableCommand.Type, _ path: [String]) -> [String] {
            let below = command.configuration.subcommands
            if below.isEmpty { return [path.joined(separator: " ")] }
            return below.flatMap { names($0, path + [$0._commandName]) }
        }
        let all = Set(names(XOEVCommand.self, []))
        let told = Set(Self.cases.compactMap { item in all.first { item.line.hasPrefix($0 + " ") } })
        #expect(all.subtracting(told) == Self.without)
    }

    @Test("the exit code follows the rule, the reason is told in both languages, and there is no result")
    func codes() async throws {
        try await TestFiles.withTemporaryFolder { folder in
            let place = try Place(folder)
            for item in Self.cases {
                for stand in Stand.allCases {
                    let input = try place.input(stand)
                    let english = await place.run(item.line, input, "en")
                    let name = Comment(rawValue: "\(item.line), \(stand.rawValue): \(english.notices)")
                    #expect(english.code == item.expected(stand), name)
                    if english.code == 0 { continue }
                    if !item.isReport { #expect(english.results.isEmpty, name) }
                    let told = item.isReport ? english.results + english.notices : english.notices
                    #expect(!told.isEmpty, name)
                    guard stand == .missing else { continue }
                    let german = await place.run(item.line, input, "de")
                    #expect(german.code == english.code, name)
                    let germanTold = item.isReport ? german.results + german.notices : german.notices
                    #expect(told.contains("error") && germanTold.contains("Fehler"), name)
                }
            }
        }
    }
}

/// A folder with what commands need besides the input.
private struct Place {
    private let folder: URL
    private let words: [(String, String)]

    init(_ folder: URL) throws {
        self.folder = folder
        let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")
        let service = examples.appending(path: "hundesteuer")
        let scenario = TestFiles.fixtures.appending(path: "xoev/scenario")
        let package = folder.appending(path: "flohmarkt.dienst").path
        let mapped = folder.appending(path: "hundesteuer.dienst").path
        let store = folder.appending(path: "portal.sqlite").path
        let profile = scenario.appending(path: "soest-markt.xml").path
        for arguments in [
            ["package", "pack", service.path, "--output", mapped],
            ["package", "pack", scenario.appending(path: "flohmarkt-1").path, "--output", package],
            ["portal", "init", "--store", store, "--profile", profile],
            ["transfer", "apply", package, "--profile", profile, "--store", store],
            ["package", "keygen", "--output", folder.appending(path: "schluessel").path],
            ["transfer", "export-stock", "--store", store, "--into", folder.appending(path: "bestand").path],
        ] {
            let outcome = try Tool.run(arguments + ["--quiet"])
            try #require(outcome.exitCode == 0, "\(arguments): \(outcome.errors)")
        }
        let key = try FileManager.default.contentsOfDirectory(atPath: folder.path).first {
            $0.hasPrefix("schluessel") && !$0.contains("pub")
        }
        words = [
            ("KENNUNG", "de.nrw.paderborn.flohmarkt"), ("PACKAGE", package), ("MAPPED", mapped), ("STORE", store),
            ("PROFILE", profile),
            ("SCHEMA", TestFiles.projectRoot.appending(path: "Schemas/xmusterdienst/1.0/xmusterdienst.xsd").path),
            ("FORM", service.appending(path: "formular/S05999000100V1.0.0_xdf3.xml").path),
            ("LIST", service.appending(path: "codelisten/zustellkanal_2026-01-01.xml").path),
            ("STOCK", folder.appending(path: "bestand").path), ("KEY", folder.appending(path: try #require(key)).path),
            ("WORK", folder.path), ("NEW", folder.appending(path: "neu").path),
        ]
    }

    private static let garbage = Data((0..<3_000).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 11) })

    /// Something in place of an input.
    func input(_ stand: InputExitCodeTests.Stand) throws -> String {
        let path = folder.appending(path: "eingabe-\(stand.rawValue)").path
        let manager = FileManager.default
        if manager.fileExists(atPath: path) { return path }
        switch stand {
        case .missing: break
        case .folder: try manager.createDirectory(atPath: path, withIntermediateDirectories: false)
        // Who may read everything reads garbage, to which the same rule applies.
        case .unreadable:
            try Self.garbage.write(to: URL(filePath: path))
            try manager.setAttributes([.posixPermissions: 0], ofItemAtPath: path)
        case .empty: try Data().write(to: URL(filePath: path))
        case .garbage: try Self.garbage.write(to: URL(filePath: path))
        }
        return path
    }

    func run(
        _ line: String, _ input: String, _ language: String
    ) async -> (code: Int32, results: String, notices: String) {
        let arguments = line.split(separator: " ").map { word in
            var word = String(word).replacing("@", with: input)
            if let file = words.first(where: { $0.0 == word }) { word = file.1 }
            return word
        }
        let (results, notices) = (Collector(), Collector())
        let context = CommandContext(
            environment: ["LC_ALL": "C", "SOURCE_DATE_EPOCH": "0", "XDG_DATA_HOME": folder.path],
            output: Output(result: results.add, notice: notices.add))
        let code = await CommandRun(context: context).run(arguments + ["--language", language])
        try? FileManager.default.removeItem(at: folder.appending(path: "neu"))
        return (code.rawValue, results.text, notices.text)
    }
}
