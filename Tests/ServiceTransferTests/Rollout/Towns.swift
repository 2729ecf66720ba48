import Findings
import Foundation
import ServiceTransfer

/// Several made-up towns in one store, driven as a user would.
struct Towns {
    let store: PortalStore
    let profiles: [Portalprofil]
    let small: SmallService

    /// A store with so many towns, and the profiles as files beside it.
    init(_ count: Int, in folder: URL, storing: Int? = nil) throws {
        small = SmallService()
        profiles = try (0..<count).map { try Self.profile($0) }
        store = try PortalStore.create(path: folder.appending(path: "portal.sqlite").path)
        for profile in profiles.prefix(storing ?? count) {
            _ = try PortalInitializer(options: .init(actor: "test", moment: "2026-11-23T10:00:00Z"))
                .run(profile, in: store)
        }
    }

    /// The example profile for another town: `Ort 3` with the ARS 059740003003.
    static func changes(_ number: Int) -> [(String, String)] {
        let digits = String(1_000 + number).suffix(3)
        return [
            ("059740040040", "059740\(digits)\(digits)"), ("<ags>05974040", "<ags>05974\(digits)"),
            ("<name>Soest, Stadt<", "<name>Ort \(number)<"),
        ]
    }

    static func profile(_ number: Int) throws -> Portalprofil {
        try Samples.profile("soest", replacing: changes(number))
    }

    /// The profiles as files in a folder of their own, with the logo that they name.
    static func write(_ count: Int, to folder: URL) throws -> [String] {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let example = Samples.examples.appending(path: "profile")
        try FileManager.default.copyItem(at: example.appending(path: "logo"), to: folder.appending(path: "logo"))
        return try (0..<count).map { number in
            var text = try String(contentsOf: example.appending(path: "soest.xml"), encoding: .utf8)
            for (old, new) in changes(number) { text = text.replacingOccurrences(of: old, with: new) }
            let file = folder.appending(path: "ort-\(number).xml")
            try Data(text.utf8).write(to: file)
            return file.path
        }
    }

    func town(_ number: Int) -> Town { Town(store: store, profile: profiles[number], kennung: small.kennung) }

    var targets: [RolloutTarget] { profiles.enumerated().map { RolloutTarget($1, file: "ort-\($0).xml") } }

    func options(_ change: (inout TransferRollout.Options) -> Void = { _ in }) -> TransferRollout.Options {
        var options = TransferRollout.Options(actor: "test", moment: "2026-11-23T12:00:00Z")
        change(&options)
        return options
    }

    func roll(
        _ package: LoadedPackage? = nil, to targets: [RolloutTarget]? = nil,
        _ change: (inout TransferRollout.Options) -> Void = { _ in }
    ) throws -> RolloutReport {
        try TransferRollout(options: options(change)).run(
            package ?? small.package(), to: targets ?? self.targets, in: store)
    }

    /// How many services are installed.
    var installed: Int {
        get throws { try store.everything().municipalities.reduce(0) { $0 + $1.services.count } }
    }

    /// A profile that lacks its publisher: it can be read, but nothing can be installed with it.
    func unfinished(_ number: Int) throws -> RolloutTarget {
        var profile = profiles[number]
        profile.herausgeber = nil
        return RolloutTarget(profile, file: "ort-\(number).xml")
    }
}

extension RolloutReport {
    /// What became of each municipality, in their order.
    var results: [Result] { municipalities.map(\.result) }
    /// The identifiers of the reasons of each municipality.
    var reasons: [[String]] { municipalities.map { $0.reasons.map(\.id) } }
}
