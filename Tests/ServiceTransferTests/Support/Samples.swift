import Foundation
import ServiceTransfer
import TestSupport

/// The example services and profiles of the project, and small packages made for one test.
enum Samples {
    static let examples = TestFiles.projectRoot.appending(path: "Documentation/Examples")

    static func example(_ name: String) throws -> LoadedPackage {
        try PackageBuilder().pack(folder: examples.appending(path: name).path).package
    }

    static func profile(_ name: String) throws -> Portalprofil {
        try ProfileReader().read(path: examples.appending(path: "profile/\(name).xml").path)
    }

    /// A profile as text with something replaced, read again.
    static func profile(_ name: String, replacing changes: [(String, String)]) throws -> Portalprofil {
        var text = try String(contentsOf: examples.appending(path: "profile/\(name).xml"), encoding: .utf8)
        for (old, new) in changes {
            precondition(text.contains(old), "\(old) is not in the profile")
            text = text.replacingOccurrences(of: old, with: new)
        }
        let outcome = try ProfileReader().read(Array(text.utf8), file: "profil.xml")
        return try unwrapped(outcome.profile)
    }

    /// A package whose files are changed before it is packed anew.
    static func example(
        _ name: String, _ change: (inout [String: [UInt8]]) -> Void
    ) throws -> LoadedPackage {
        let contents = try PackageContents.read(examples.appending(path: name).path)
        var files = contents.files
        change(&files)
        return try PackageBuilder().pack(PackageContents(name: name, isArchive: false, files: files)).package
    }

    /// A store with the municipality of a profile.
    static func store(in folder: URL, _ profiles: Portalprofil..., name: String = "portal.sqlite") throws -> PortalStore
    {
        let store = try PortalStore.create(path: folder.appending(path: name).path)
        for profile in profiles {
            _ = try PortalInitializer(options: .init(actor: "test", moment: "2026-11-23T10:00:00Z"))
                .run(profile, in: store)
        }
        return store
    }

    static let applier = TransferApplier(options: .init(actor: "test", moment: "2026-11-23T12:00:00Z"))

    @discardableResult
    static func install(
        _ package: LoadedPackage, for profile: Portalprofil, in store: PortalStore,
        options: TransferPlanner.Options = .init()
    ) throws -> TransferApplier.Outcome {
        let plan = try TransferPlanner(options: options).plan(package, for: profile, in: store)
        return try applier.apply(plan, package, for: profile, in: store)
    }

    struct Missing: Error {}

    static func unwrapped<T>(_ value: T?) throws -> T {
        guard let value else { throw Missing() }
        return value
    }
}

extension [UInt8] {
    var text: String { String(decoding: self, as: UTF8.self) }

    func replacing(_ old: String, _ new: String) -> [UInt8] {
        Array(text.replacingOccurrences(of: old, with: new).utf8)
    }
}

extension PortalStore {
    /// Everything the store says of itself, to compare before and after.
    func everything() throws -> TransferStatus {
        try StatusReporter(options: .init(journalLimit: 10_000)).status(of: self)
    }
}
