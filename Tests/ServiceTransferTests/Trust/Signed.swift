import Findings
import Foundation
import ServiceTransfer

/// Signed packages and trust stores for tests.
enum Signed {
    static let moment = "2026-11-23T12:00:00Z"

    static func sign(
        _ package: LoadedPackage, _ key: SigningKey, entstehung: Signatur.Entstehung = .init(),
        certificates: String? = nil
    ) throws -> LoadedPackage {
        let options = PackageSigner.Options(moment: moment, entstehung: entstehung, certificates: certificates)
        return try PackageReader().load(PackageSigner(key, options: options).sign(package))
    }

    /// A trust store with the public keys of keys, through the folder as a user would do it.
    static func trust(_ keys: [(String, String)], for packages: [String] = [], in folder: URL) throws -> TrustStore {
        let store = folder.appending(path: "trust").path
        for (name, pem) in keys {
            let file = folder.appending(path: "\(name)-public.pem")
            try Data(pem.utf8).write(to: file)
            try TrustStore.add(file.path, name: name, packages: packages, to: store)
        }
        return try TrustStore.read(store)
    }

    static func verify(
        _ package: LoadedPackage, _ store: TrustStore, requires: Bool = true, at moment: String = moment
    ) async -> SignatureVerifier.Outcome {
        await SignatureVerifier(store, options: .init(moment: moment, requiresSignature: requires)).verify(package)
    }

    static func ids(_ outcome: SignatureVerifier.Outcome) -> [String] { outcome.findings.map(\.id.rawValue) }

    /// A package with one part, whose files a test can change.
    static func small(_ kennung: String = "de.test.klein", _ version: String = "1.0.0") throws -> LoadedPackage {
        let options = PackageInitializer.Options(
            kennung: kennung, bezeichnung: "Klein",
            herausgeber: Herausgeber(name: "Test", ars: "057740032032", kontakt: Kontakt()),
            leistungsschluessel: "99102013070000", erstellt: "2026-01-01T00:00:00Z")
        let contents = try PackageInitializer(options: options).contents(name: "klein")
        var files = contents.files
        files[Dienstpaket.fileName] = files[Dienstpaket.fileName]?.replacing("0.1.0", version)
        return try PackageBuilder().pack(PackageContents(name: "klein", isArchive: false, files: files)).package
    }

    static func changed(
        _ package: LoadedPackage, _ change: (inout [String: [UInt8]]) -> Void
    ) throws -> LoadedPackage {
        var files = package.contents.files
        change(&files)
        return try PackageReader().load(PackageContents(name: "klein", isArchive: false, files: files))
    }
}
