import Archives
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("A real participation service", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct BeteiligungTests {
    /// The service that `Scripts/build-beteiligung` makes of XBeteiligung 1.2, its real messages, a form and code lists.
    private func build(in folder: URL) throws -> String {
        let target = folder.appending(path: "beteiligung").path
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = [
            "python3", TestFiles.projectRoot.appending(path: "Scripts/build-beteiligung").path, target, "--corpus",
            TestFiles.corpus?.path ?? "",
        ]
        process.standardOutput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return target
    }

    @Test("it moves from Paderborn to Soest and comes out again with every part's digest the original's")
    func moves() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try PackageBuilder().pack(folder: build(in: folder)).package
            let outcome = PackageVerifier().verify(package.contents)
            #expect(
                outcome.result.findings.filter { $0.severity == .error }.isEmpty, "\(outcome.result.findings.prefix(5))"
            )
            #expect(outcome.result.verdict == .valid, "\(outcome.result.layers)")

            // Two portals, each with a store of its own.
            let (paderborn, soest) = (try Samples.profile("paderborn"), try Samples.profile("soest"))
            let first = try Samples.store(in: folder, paderborn, name: "paderborn.sqlite")
            let second = try Samples.store(in: folder, soest, name: "soest.sqlite")
            try Samples.install(package, for: paderborn, in: first)
            func export(_ store: PortalStore, _ ars: String) throws -> LoadedPackage {
                let options = PackageExporter.Options(ars: ars, kennung: package.manifest.kennung, moment: "")
                return try PackageReader().load(PackageExporter(options: options).export(from: store))
            }
            try Samples.install(export(first, "057740032032"), for: soest, in: second)
            let moved = try export(second, "059740040040")
            #expect(moved.digest == package.digest)
            for part in package.manifest.bestandteile {
                #expect(SHA256Text.digest(moved.bytes(of: part) ?? []) == part.sha256, "\(part.id)")
            }
        }
    }
}
