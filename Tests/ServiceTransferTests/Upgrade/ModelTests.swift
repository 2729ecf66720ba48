import Archives
import Foundation
import TestSupport
import Testing

@testable import ServiceTransfer

/// Random sequences of installations, edits, upgrades, roll-outs, rollbacks, removals, crashes and restarts against a
/// simple model.
@Suite("The store against a simple model", .serialized)
struct ModelTests {
    private static let isLong = ProcessInfo.processInfo.environment["XOEV_LONG"] != nil

    @Test("no difference, no lost edit", arguments: isLong ? [1, 2, 3, 4] as [UInt64] : [1, 2])
    func random(seed: UInt64) throws {
        let steps = Self.isLong ? 2_500 : 150
        try TestFiles.withTemporaryFolder { folder in
            var run = try ModelRun(folder: folder, seed: seed)
            for step in 0..<steps {
                try run.step(step)
                if step % 100 == 99 { try run.compareAll() }
            }
            try run.compareAll()
            #expect(run.counts.values.allSatisfy { $0 > 0 }, "\(run.counts)")
            #expect(run.counts.count == ModelRun.Operation.allCases.count)
        }
    }
}

/// A run of the model test.
struct ModelRun {
    enum Operation: CaseIterable {
        case install, edit, reset, rollBack, remove, crash, restart, refused, rollOut, interrupted
    }

    private struct Key: Hashable {
        var town: Int
        var service: Int
    }

    private var random: SeededGenerator
    private let folder: URL
    private var store: PortalStore
    private let profiles: [Portalprofil]
    private let packages: [[LoadedPackage]]
    private let archives: [[String]]
    private var model: [Key: ServiceModel] = [:]
    /// The states after each entry of the journal, by its number.
    private var past: [Key: [(number: Int64, state: ServiceModel?)]] = [:]
    private(set) var counts: [Operation: Int] = [:]

    init(folder: URL, seed: UInt64) throws {
        random = SeededGenerator(state: seed)
        self.folder = folder
        profiles = [try Samples.profile("paderborn"), try Samples.profile("soest")]
        store = try Samples.store(in: folder, profiles[0], profiles[1])
        let services = [("de.nrw.paderborn.klein", "99102901104000"), ("de.nrw.paderborn.zweiter", "99108901001000")]
        packages = try services.map { kennung, key in
            try (0..<4).map { version in
                var small = ServiceModel.small(version)
                small.kennung = kennung
                small.leistung = key
                return try small.package()
            }
        }
        var archives: [[String]] = []
        for (service, versions) in packages.enumerated() {
            archives.append([])
            for (version, package) in versions.enumerated() {
                let path = folder.appending(path: "\(service)-\(version).dienst").path
                try Data(PackageSigner.archive(package.contents)).write(to: URL(filePath: path))
                archives[service].append(path)
            }
        }
        self.archives = archives
    }

    private func town(_ key: Key) -> Town {
        Town(store: store, profile: profiles[key.town], kennung: packages[key.service][0].manifest.kennung)
    }

    private mutating func count(_ operation: Operation) { counts[operation, default: 0] += 1 }

    mutating func step(_ number: Int) throws {
        let key = Key(town: Int.random(in: 0..<2, using: &random), service: Int.random(in: 0..<2, using: &random))
        let preference: ServiceModel.Preference = [nil, nil, .ours, .theirs].randomElement(using: &random) ?? nil
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<20: try install(key, preference)
        case 20..<28: try rollOut(key.service, preference)
        case 28..<30: try interruptedRollOut(key.service)
        case 30..<62: try edit(key, preference)
        case 62..<70: try reset(key, preference)
        case 70..<86: try rollBack(key)
        case 86..<92: try remove(key)
        case 92..<95: try crash(key)
        default:
            count(.restart)
            let path = store.path
            try store.close()
            store = try PortalStore.open(path: path)
        }
        try compare(key)
    }

    // MARK: Operations

    private mutating func install(_ key: Key, _ preference: ServiceModel.Preference) throws {
        let version = Int.random(in: 0..<4, using: &random)
        let package = packages[key.service][version]
        let town = town(key)
        let rules = Self.rules(preference)
        guard let installed = model[key] else {
            try town.install(package, rules)
            try done(key, .install, Self.fresh(version))
            return
        }
        if version < installed.version, Bool.random(using: &random) {
            return try refused(key, "transfer.refused") { _ = try town.install(package, rules) }
        }
        guard let next = installed.upgraded(to: version, preference) else {
            return try refused(key, "transfer.refused") {
                _ = try town.install(package, rules, allowsDowngrade: true)
            }
        }
        let outcome = try town.install(package, rules, allowsDowngrade: true)
        #expect(outcome.isChanged == (version != installed.version))
        if outcome.isChanged { try done(key, .install, next) }
    }

    private func targets() -> [RolloutTarget] {
        profiles.enumerated().map { RolloutTarget($1, file: Self.profilePath($0)) }
    }

    private static func profilePath(_ town: Int) -> String {
        Samples.examples.appending(path: "profile/\(["paderborn", "soest"][town]).xml").path
    }

    /// One service to both towns, one after the other: a conflict in the first keeps the second from being started.
    private mutating func rollOut(_ service: Int, _ preference: ServiceModel.Preference) throws {
        let version = Int.random(in: 0..<4, using: &random)
        let inWaves = Bool.random(using: &random)
        let before = try store.everything()
        let report = try TransferRollout(
            options: .init(
                planning: .init(allowsDowngrade: true, merge: Self.rules(preference)),
                waves: inWaves ? RolloutWaves("1,rest") : nil, actor: "test", moment: "2026-11-23T12:00:00Z")
        ).run(packages[service][version], to: targets(), in: store)
        var hasFailed = false
        for town in 0..<2 {
            let key = Key(town: town, service: service)
            let found = report.municipalities[town].result
            if hasFailed, inWaves {
                #expect(found == .notStarted)
            } else if model[key] == nil {
                #expect(found == .installed)
                try done(key, .rollOut, Self.fresh(version))
            } else if model[key]?.version == version {
                #expect(found == .unchanged)
            } else if let next = model[key]?.upgraded(to: version, preference) {
                #expect(found == .upgraded)
                try done(key, .rollOut, next)
            } else {
                #expect(found == .conflict)
                hasFailed = true
            }
            try compare(key)
        }
        if report.results.allSatisfy({ $0 == .unchanged || $0 == .conflict || $0 == .notStarted }) {
            #expect(try store.everything() == before)
        }
    }

    /// A roll-out that is killed somewhere and then goes on, where nothing can conflict: nobody is done twice.
    private mutating func interruptedRollOut(_ service: Int) throws {
        let keys = (0..<2).map { Key(town: $0, service: service) }
        let newest = keys.compactMap { model[$0]?.version }.max() ?? 0
        guard newest < 3 || keys.contains(where: { model[$0] == nil }) else { return }
        let next = keys.map { key in model[key].map { $0.upgraded(to: 3, nil) } ?? Self.fresh(3) }
        guard !next.contains(nil) else { return }
        let arguments = [
            "rollout", store.path, String(Int.random(in: 2...21, using: &random)), archives[service][3],
            (0..<2).map(Self.profilePath).joined(separator: ","),
        ]
        try runCrash(arguments)
        let report = try TransferRollout(
            options: .init(resumes: true, actor: "test", moment: "2026-11-23T12:00:00Z")
        ).run(packages[service][3], to: targets(), in: store)
        #expect(report.isDone)
        for (key, state) in zip(keys, next) where report.municipalities[key.town].result != .unchanged {
            try done(key, .interrupted, state)
        }
        for key in keys { try compare(key) }
    }

    private static func fresh(_ version: Int) -> ServiceModel {
        let frist = ServiceModel.base(version, frist: "")[SmallField.frist] ?? ""
        return ServiceModel(version: version, base: ServiceModel.base(version, frist: frist))
    }

    private mutating func edit(_ key: Key, _ preference: ServiceModel.Preference) throws {
        let field = SmallField.all.randomElement(using: &random) ?? SmallField.kurztext
        let number = Int.random(in: 1...6, using: &random)
        let text: String =
            switch field {
            case SmallField.frist: "\(number * 7)"
            case SmallField.betrag: "\(number).00"
            default:
                ["Hier \(number)", "Kurz neu", "M 1", "Frist 14 Tage", "ö<&>\"\n'\(number)", "Short 2"][number - 1]
            }
        try apply(key, .edit, field, text, preference)
    }

    private mutating func reset(_ key: Key, _ preference: ServiceModel.Preference) throws {
        try apply(key, .reset, SmallField.all.randomElement(using: &random) ?? SmallField.kurztext, nil, preference)
    }

    private mutating func apply(
        _ key: Key, _ operation: Operation, _ field: String, _ text: String?, _ preference: ServiceModel.Preference
    ) throws {
        let town = town(key)
        let value: TransferEditor.Edit.Value = text.map { .text($0) } ?? .packageValue
        guard let installed = model[key] else {
            return try refused(key, "store.unknown-service") { _ = try town.edit([(field, value)]) }
        }
        guard let next = installed.edited(field, text, preference) else {
            return try refused(key, "transfer.refused") {
                _ = try town.edit([(field, value)], Self.rules(preference))
            }
        }
        let outcome = try town.edit([(field, value)], Self.rules(preference))
        // Where nothing changed for people, the note that a value is the town's own may still have changed.
        if outcome.isChanged || next != installed { try done(key, operation, next) }
    }

    private mutating func rollBack(_ key: Key) throws {
        let town = town(key)
        guard let states = past[key], let chosen = states.randomElement(using: &random) else {
            return try refused(key, "store.unknown-service") { _ = try town.rollBack() }
        }
        let latest = Bool.random(using: &random)
        let target = latest ? (states.count > 1 ? states[states.count - 2].state : nil) : chosen.state
        let outcome = try town.rollBack(to: latest ? nil : chosen.number)
        if outcome.isChanged { try done(key, .rollBack, target) } else { #expect(target == model[key]) }
    }

    private mutating func remove(_ key: Key) throws {
        let town = town(key)
        guard model[key] != nil else {
            return try refused(key, "store.unknown-service") { _ = try town.remove() }
        }
        try town.remove()
        try done(key, .remove, nil)
    }

    /// A process that is killed somewhere in the middle: nothing has happened.
    private mutating func crash(_ key: Key) throws {
        let town = town(key)
        let point = String(Int.random(in: 1...5, using: &random))
        let service = [town.kennung, town.address.ars]
        let arguments: [String] =
            if let installed = model[key] {
                [
                    ["edit", store.path, point] + service + [SmallField.kurztext, "verloren \(point)"],
                    ["rollback", store.path, String(min(Int(point) ?? 1, 3))] + service,
                    ["remove", store.path, "2"] + service,
                    [
                        "apply", store.path, point, archives[key.service][min(installed.version + 1, 3)],
                        Self.profilePath(key.town),
                    ],
                ].randomElement(using: &random) ?? []
            } else {
                [
                    "apply", store.path, point, archives[key.service][0],
                    Self.profilePath(key.town),
                ]
            }
        let process = try runCrash(arguments)
        // Killed, or refused before anything was written; or, at the newest version already, nothing to do.
        let isDone = process.terminationReason == .exit && process.terminationStatus == 0
        #expect(!isDone || arguments[0] == "apply", "\(arguments)")
        count(.crash)
    }

    @discardableResult
    private func runCrash(_ arguments: [String]) throws -> Process {
        let process = Process()
        process.executableURL = Tool.binary.deletingLastPathComponent().appending(path: "TransferCrash")
        process.arguments = arguments
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process
    }

    private mutating func refused(_ key: Key, _ code: String, _ body: () throws -> Void) throws {
        let before = try store.everything()
        do {
            try body()
            Issue.record("not refused: \(code)")
        } catch let error as TransferError {
            #expect(error.code.id.rawValue == code, "\(error)")
        }
        #expect(try store.everything() == before)
        count(.refused)
    }

    private mutating func done(_ key: Key, _ operation: Operation, _ state: ServiceModel?) throws {
        model[key] = state
        let latest = try HistoryReporter(
            options: .init(ars: profiles[key.town].kommune.ars.text, kennung: town(key).kennung, limit: 1)
        ).history(of: store)
        #expect(latest.brokenAt == nil)
        let number = try #require(latest.entries.first?.journal.nummer)
        past[key, default: []].append((number, state))
        count(operation)
    }

    private static func rules(_ preference: ServiceModel.Preference) -> MergeRules {
        switch preference {
        case .ours?: .ours
        case .theirs?: .theirs
        case nil: MergeRules()
        }
    }

    // MARK: Comparing

    private func compare(_ key: Key) throws {
        let town = town(key)
        let status = try StatusReporter(options: .init(ars: town.address.ars, journalLimit: 0)).status(of: store)
        let found = status.municipalities.flatMap(\.services).first { $0.kennung == town.kennung }
        guard let expected = model[key] else {
            #expect(found == nil)
            return
        }
        #expect(found?.version == "1.\(expected.version).0")
        let fields = try FieldReporter(options: .init(service: town.address)).fields(in: store)
        for path in SmallField.all {
            let pattern = FieldPattern(path)
            let field = try #require(fields.first { pattern.matches($0.path) }, "\(path)")
            if path == SmallField.merkblatt {
                #expect(field.value == expected.value(path).map { "sha256:" + SHA256Text.digest(Array($0.utf8)) })
            } else {
                #expect(field.value == expected.value(path), "\(path)")
                #expect(field.packageValue == expected.base[path], "\(path)")
            }
            #expect(field.isEdited == (expected.own[path] != nil), "\(path)")
        }
    }

    func compareAll() throws {
        for town in 0..<2 {
            for service in 0..<2 { try compare(Key(town: town, service: service)) }
        }
        let problem = try store.integrityProblem()
        #expect(problem == nil)
    }
}
