import Archives
import Foundation
import ServiceTransfer

/// Packing, verifying, planning and applying a package with 500 parts.
enum TransferBenchmark {
    static func run() {
        do {
            try measure()
        } catch {
            fatalError("benchmark failed: \(error)")
        }
    }

    private static func measure() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-bench-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }

        let contents = try package(parts: 500)
        let source = folder.appending(path: "paket").path
        try FolderWriter().write(contents, to: source)
        let packed = try PackageBuilder().pack(folder: source)
        check(packed.package.manifest.bestandteile.count == 500, "500 parts are packed")
        check(PackageVerifier().verify(packed.package.contents).result.verdict == .valid, "the package is valid")

        let profile = try profile()
        let store = try PortalStore.create(path: folder.appending(path: "portal.sqlite").path)
        _ = try PortalInitializer(options: .init(actor: "bench", moment: "2026-11-23T10:00:00Z")).run(
            profile, in: store)
        let plan = try TransferPlanner().plan(packed.package, for: profile, in: store)
        check(plan.isApplicable && plan.count(.create) == 501, "the plan creates 500 parts and the package")

        compare(
            "Package with 500 parts, \(packed.archive.count / 1_000) kB packed",
            [
                (
                    "pack the folder",
                    {
                        check(
                            (try? PackageBuilder().pack(folder: source).archive) == packed.archive, "the same archive")
                    }
                ),
                (
                    "verify",
                    { check(PackageVerifier().verify(packed.package.contents).result.verdict == .valid, "valid") }
                ),
                (
                    "plan",
                    {
                        check(
                            (try? TransferPlanner().plan(packed.package, for: profile, in: store)) == plan,
                            "the same plan")
                    }
                ),
            ])
        let applier = TransferApplier(options: .init(actor: "bench", moment: "2026-11-23T11:00:00Z"))
        let clock = ContinuousClock()
        let time = try clock.measure {
            let outcome = try applier.apply(plan, packed.package, for: profile, in: store)
            check(outcome.isChanged, "the plan is applied")
        }
        print("apply, once: \(rounded(seconds(time) * 1_000)) ms")
    }

    private static func package(parts count: Int) throws -> PackageContents {
        var files: [String: [UInt8]] = [:]
        var parts: [Bestandteil] = []
        func add(_ id: String, _ role: Rolle, _ path: String, _ text: String) {
            let bytes = Array(text.utf8)
            files[path] = bytes
            parts.append(
                Bestandteil(
                    id: id, rolle: role, pfad: path, medientyp: "application/xml", sha256: SHA256Text.digest(bytes),
                    groesse: bytes.count))
        }
        add("leistung", .leistungsbeschreibung, "xzufi/leistung.xml", service)
        for number in 1..<count {
            let rows = (1...40).map {
                "  <zeile nummer=\"\($0)\">Eintrag \(number) – \($0), geprüft und freigegeben</zeile>"
            }
            add(
                "teil-\(number)", .prozess, "teile/teil-\(number).xml",
                "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teil id=\"t\(number)\">\n"
                    + rows.joined(separator: "\n") + "\n</teil>\n")
        }
        let manifest = Dienstpaket(
            kennung: "de.nrw.messung", version: try SemanticVersion("1.0.0"),
            bezeichnung: MehrsprachigerText([.init("de", "Messung")]),
            herausgeber: Herausgeber(name: "Stadt", ars: "057740032032", kontakt: Kontakt()), lizenz: "Apache-2.0",
            erstellt: "2026-11-23T10:00:00Z",
            leistungen: [LeistungVerweis(schluessel: "99102901104000", istLeiKa: true)], bestandteile: parts)
        files[Dienstpaket.fileName] = try ManifestWriter().write(manifest)
        return PackageContents(name: "messung", isArchive: false, files: files)
    }

    private static let service = """
        <?xml version="1.0" encoding="UTF-8"?>
        <xzufi:leistung xmlns:xzufi="http://xoev.de/schemata/xzufi/2_2_0">
          <xzufi:id schemeID="leistung" schemeAgencyID="X05774032">1</xzufi:id>
          <xzufi:referenzLeiKa listURI="urn:de:fim:leika:leistung" listVersionID="20260101"><code>99102901104000</code></xzufi:referenzLeiKa>
          <xzufi:modulText>
            <xzufi:leikaTextmodul listURI="urn:de:xzufi:codeliste:leistungstextmodulleika" listVersionID="20240216"><code>02</code></xzufi:leikaTextmodul>
            <xzufi:inhalt languageCode="de">Messung</xzufi:inhalt>
          </xzufi:modulText>
        </xzufi:leistung>
        """

    private static func profile() throws -> Portalprofil {
        let text = """
            <portalprofil xmlns="urn:swift-xoev:portalprofil:1.0" formatVersion="1.0">
              <kommune status="9"><name>Soest, Stadt</name><ars>059740040040</ars><ags>05974040</ags></kommune>
              <portal status="9"><kennung>soest</kennung><name>Portal</name><adresse>https://soest.example</adresse></portal>
              <herausgeber status="9"><identifikator schemeAgencyID="X05974040" schemeID="herausgeber">1</identifikator></herausgeber>
            </portalprofil>
            """
        guard let profile = try ProfileReader().read(Array(text.utf8), file: "profil.xml").profile else {
            fatalError("benchmark failed: the profile is not valid")
        }
        return profile
    }
}
