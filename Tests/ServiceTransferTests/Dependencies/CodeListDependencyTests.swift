import CodeLists
import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Code lists as dependencies")
struct CodeListDependencyTests {
    private func pin(_ uri: String, _ version: String, content: String = "") -> CodeListPin {
        CodeListPin(
            uri: uri, version: version, sha256: Packages.digest("\(uri)\(version)\(content)"), origin: "\(version).xml")
    }

    @Test("a list comes from the packages that are needed, else from the folders; two versions stand side by side")
    func chosen() throws {
        var catalog = PackageCatalog()
        catalog.add(pin("urn:l", "2"))
        catalog.add(pin("urn:m", "1", content: "elsewhere"))
        catalog.add(try Packages.package("b 1.0.0", lists: [("urn:l", "2")], brings: [pin("urn:m", "1")]))
        catalog.add(pin("urn:l", "1"))
        let root = try Packages.package("a 1.0.0 -> b 1.0.0", lists: [("urn:l", "1"), ("urn:m", "1")])
        let outcome = DependencyResolver().resolve([root], in: catalog)
        #expect(outcome.resolution?.codeLists == [pin("urn:l", "1"), pin("urn:l", "2"), pin("urn:m", "1")])
    }

    @Test("a list that a package brings itself is not needed from outside: it may change with the package")
    func own() throws {
        let root = try Packages.package("a 1.0.0", lists: [("urn:l", "1")], brings: [pin("urn:l", "1")])
        let outcome = DependencyResolver().resolve([root], in: PackageCatalog())
        #expect(outcome.resolution?.codeLists.isEmpty == true)
    }

    @Test("a missing list is named with the chain that needs it and the versions at hand")
    func missing() throws {
        var catalog = PackageCatalog()
        catalog.add(pin("urn:l", "2"))
        catalog.add(try Packages.package("b 1.0.0", lists: [("urn:l", "3")]))
        let outcome = DependencyResolver().resolve([try Packages.package("a 1.0.0 -> b 1.0.0")], in: catalog)
        let finding = try #require(outcome.findings.first)
        #expect(outcome.resolution == nil)
        #expect(finding.id == "dependency.codelist-missing")
        let text = finding.message.rendered(.en)
        #expect(text.contains("test.a 1.0.0 → test.b 1.0.0 needs it"))
        #expect(text.contains("Versions at hand: 2"))
    }

    @Test("a list with another content than the lock file says is refused; of two the locked one is taken")
    func locked() throws {
        let root = try Packages.package("a 1.0.0", lists: [("urn:l", "1")])
        let lock = Festlegung(
            wurzeln: [.init(kennung: root.kennung, version: root.version)], pakete: [],
            codelisten: [.init(uri: "urn:l", version: "1", sha256: pin("urn:l", "1").sha256)])
        let resolver = DependencyResolver(options: .init(lock: lock, lockUse: .require))
        var catalog = PackageCatalog()
        catalog.add(pin("urn:l", "1", content: "changed"))
        #expect(Packages.summary(resolver.resolve([root], in: catalog)) == "dependency.digest-changed")
        catalog.add(pin("urn:l", "1"))
        #expect(resolver.resolve([root], in: catalog).resolution?.codeLists == [pin("urn:l", "1")])
    }
}

@Suite("Packages at hand")
struct PackageCatalogTests {
    @Test("folders are searched for archives and package folders; the digests of all parts are checked")
    func folders() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try PackageBuilder().pack(folder: Samples.examples.appending(path: "hundesteuer").path)
            let deep = folder.appending(path: "eins/zwei")
            try FileManager.default.createDirectory(at: deep, withIntermediateDirectories: true)
            try Data(package.archive).write(to: deep.appending(path: "hundesteuer.dienst"))
            try FolderWriter().write(
                Samples.example("bewohnerparkausweis").contents, to: folder.appending(path: "parken").path)
            var catalog = PackageCatalog()
            try catalog.add(packagesAt: folder.path)
            #expect(
                catalog.candidates.map(\.kennung) == [
                    "de.nrw.paderborn.bewohnerparkausweis", "de.nrw.paderborn.hundesteuer",
                ])
            #expect(catalog.candidates.last?.digest == package.package.digest)
            #expect(catalog.versions(ofCodeList: "urn:swift-xoev:codeliste:xmusterdienst-hunderasse") == ["2026-01-01"])
            #expect(catalog.findings.isEmpty)

            try Data("changed".utf8).write(to: folder.appending(path: "parken/bild/parken.svg"))
            try Data("no zip".utf8).write(to: folder.appending(path: "kaputt.dienst"))
            catalog = PackageCatalog()
            try catalog.add(packagesAt: folder.path)
            #expect(catalog.candidates.map(\.kennung) == ["de.nrw.paderborn.hundesteuer"])
            #expect(
                catalog.findings.map(\.id.rawValue).sorted() == ["archive.not-a-zip", "dependency.package-damaged"])
            #expect(catalog.findings.allSatisfy { $0.severity == .warning })
        }
    }

    @Test("what a municipality has installed is at hand for what is installed next")
    func store() throws {
        try TestFiles.withTemporaryFolder { folder in
            let profile = try Samples.profile("soest")
            let store = try Samples.store(in: folder, profile)
            let package = try Samples.example("hundesteuer")
            try Samples.install(package, for: profile, in: store)
            var catalog = PackageCatalog()
            try catalog.add(store, portal: profile.portal.kennung, ars: profile.kommune.ars.text)
            let candidate = try #require(catalog.candidates.first)
            #expect(candidate.kennung == package.manifest.kennung)
            #expect(candidate.digest == package.digest)
            #expect(candidate.bringt.count == package.manifest.bestandteile.filter { $0.rolle == .codeliste }.count)
            #expect(throws: TransferError.self) {
                try catalog.add(store, portal: profile.portal.kennung, ars: "000000000000")
            }
        }
    }
}
