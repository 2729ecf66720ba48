import Findings
import Foundation
import ServiceTransfer
import TestSupport
import Testing

@Suite("Lock file")
struct FestlegungTests {
    static let texts = ["b 1.0.0 -> c >=1.0.0", "c 1.0.0", "c 1.1.0"]

    private func lock() throws -> Festlegung {
        let outcome = DependencyResolver().resolve(
            [try Packages.package("a 1.0.0 -> b 1.0.0")], in: try Packages.catalog(["b 1.0.0 -> c >=1.0.0", "c 1.0.0"]))
        return try #require(outcome.resolution).lock
    }

    @Test("its bytes are these, whatever the order in which it was made, and read back")
    func bytes() throws {
        let lock = try lock()
        let (b, c) = (Packages.digest("b 1.0.0"), Packages.digest("c 1.0.0"))
        let expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <festlegung xmlns="urn:swift-xoev:festlegung:1.0" formatVersion="1.0">
              <wurzel kennung="test.a" version="1.0.0"/>
              <paket kennung="test.b" version="1.0.0" sha256="\(b)">
                <braucht kennung="test.c" versionen="&gt;=1.0.0"/>
              </paket>
              <paket kennung="test.c" version="1.0.0" sha256="\(c)"/>
            </festlegung>

            """
        #expect(lock.bytes().text == expected)
        #expect(try Festlegung.read(lock.bytes(), name: "dienstpaket.lock") == lock)
        let shuffled = Festlegung(wurzeln: lock.wurzeln, pakete: lock.pakete.reversed(), codelisten: [])
        #expect(shuffled.bytes() == lock.bytes())
    }

    @Test("it is valid by its schema (xmllint)", .enabled(if: Xmllint.isAvailable, "needs xmllint"))
    func schema() throws {
        var lock = try lock()
        lock = Festlegung(
            wurzeln: lock.wurzeln, pakete: lock.pakete,
            codelisten: [.init(uri: "urn:test:liste", version: "2026-01-01", sha256: Packages.digest("list"))])
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "dienstpaket.lock")
            try Data(lock.bytes()).write(to: file)
            #expect(try Xmllint.accepts(file, schema: "Schemas/festlegung/1.0/festlegung.xsd"))
        }
    }

    @Test("what is locked stays, though something newer is there; without a lock the newer is taken")
    func prefer() throws {
        let root = try Packages.package("a 1.0.0 -> b 1.0.0")
        let catalog = try Packages.catalog(Self.texts)
        #expect(Packages.summary(DependencyResolver().resolve([root], in: catalog)) == "c 1.1.0, b 1.0.0")
        let resolver = DependencyResolver(options: .init(lock: try lock()))
        #expect(Packages.summary(resolver.resolve([root], in: catalog)) == "c 1.0.0, b 1.0.0")
        // The need has grown: the lock gives way.
        let grown = try Packages.package("a 1.0.0 -> b 1.0.0, c >=1.1.0")
        #expect(Packages.summary(resolver.resolve([grown], in: catalog)) == "c 1.1.0, b 1.0.0")
    }

    @Test("--locked: exactly the lock or a finding")
    func require() throws {
        let catalog = try Packages.catalog(Self.texts)
        let resolver = DependencyResolver(options: .init(lock: try lock(), lockUse: .require))
        func ids(_ root: String) throws -> String {
            Packages.summary(resolver.resolve([try Packages.package(root)], in: catalog))
        }
        #expect(try ids("a 1.0.0 -> b 1.0.0") == "c 1.0.0, b 1.0.0")
        #expect(try ids("a 1.0.0 -> b 1.0.0, c >=1.1.0").hasSuffix("dependency.lock-outdated"))
        #expect(try ids("a 1.0.0 -> c 1.0.0") == "dependency.lock-outdated")
        #expect(try ids("a 1.0.1 -> b 1.0.0") == "dependency.lock-outdated")
    }

    @Test("another content under a locked version is never taken silently")
    func changed() throws {
        var catalog = PackageCatalog()
        catalog.add(try Packages.package("b 1.0.0 -> c >=1.0.0"))
        let c = try Packages.package("c 1.0.0")
        catalog.add(
            PackageCandidate(
                kennung: c.kennung, version: c.version, digest: Packages.digest("evil"), origin: "evil.dienst"))
        let root = try Packages.package("a 1.0.0 -> b 1.0.0")
        for use in [DependencyResolver.LockUse.prefer, .require] {
            let resolver = DependencyResolver(options: .init(lock: try lock(), lockUse: use))
            let outcome = resolver.resolve([root], in: catalog)
            #expect(Packages.summary(outcome) == "dependency.digest-changed")
            #expect(outcome.findings.first?.location.file == "evil.dienst")
        }
    }

    @Test(
        "what is no lock file says so, with its line",
        arguments: [
            ("<festlegung/>", "dependency.lock-invalid"),
            (
                #"<festlegung xmlns="urn:swift-xoev:festlegung:9.0" formatVersion="9.0"/>"#,
                "dependency.lock-unknown-format-version"
            ),
            (
                #"<festlegung xmlns="urn:swift-xoev:festlegung:1.0" formatVersion="1.0"><wurzel kennung="a.b" version="x"/></festlegung>"#,
                "version.invalid"
            ),
            (
                #"<festlegung xmlns="urn:swift-xoev:festlegung:1.0" formatVersion="1.0"><codeliste uri="u:v" version="1" sha256="ABC"/></festlegung>"#,
                "dependency.lock-invalid"
            ),
            ("<a><b></a>", "xml.not-well-formed"),
            ("<!DOCTYPE a [<!ENTITY x 'y'>]><a>&x;</a>", "xml.doctype-forbidden"),
        ])
    func refused(_ text: String, _ id: String) {
        let error = #expect(throws: TransferError.self) { try Festlegung.read(Array(text.utf8), name: "x.lock") }
        #expect(error?.finding.id.rawValue == id)
        #expect(error?.finding.location.file == "x.lock")
    }

    @Test("a merge that left two versions of one package is found")
    func merged() throws {
        let text = """
            <festlegung xmlns="urn:swift-xoev:festlegung:1.0" formatVersion="1.0">
            <paket kennung="a.b" version="1.0.0" sha256="\(Packages.digest("1"))"/>
            <paket kennung="a.b" version="2.0.0" sha256="\(Packages.digest("2"))"/>
            </festlegung>
            """
        let error = #expect(throws: TransferError.self) { try Festlegung.read(Array(text.utf8), name: "x.lock") }
        #expect(error?.finding.location.line == 3)
    }
}
