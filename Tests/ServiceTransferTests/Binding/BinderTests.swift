import FIM
import Foundation
import ServiceTransfer
import TestSupport
import Testing
import XMLCore

@Suite("Binding to a municipality")
struct BinderTests {
    /// The bound parts of a package in Soest, by path.
    private func bound(
        _ name: String = "hundesteuer", profile: Portalprofil? = nil, check: OutputCheck? = nil,
        _ change: (inout [String: [UInt8]]) -> Void = { _ in }
    ) throws -> [String: [UInt8]] {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example(name, change)
            let soest = try profile ?? Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            try Samples.install(package, for: soest, in: store)
            let options = PackageExporter.Options(
                ars: "059740040040", kennung: package.manifest.kennung, isBound: true, moment: "2026-11-23T12:00:00Z")
            return try PackageExporter(options: options, check: check).export(from: store).files
        }
    }

    private func object(_ bytes: [UInt8]?) throws -> XZuFi.Objekt {
        let tree = try XMLTree(bytes: bytes ?? [], name: "part.xml")
        return try #require(XZuFi.Objekt(object: tree.root))
    }

    @Test("the service has Soest's publisher and an identity of Soest, and keeps Paderborn's as idSekundaer")
    func leistung() throws {
        let service = try object(bound()["xzufi/leistung.xml"])
        #expect(service.id?.schemeAgencyID == "X05974040")
        #expect(service.id?.schemeID == "leistung")
        #expect(service.idSekundaer.map(\.value) == ["hundesteuer-anmeldung", "100200"])
        #expect(service.herausgeber?.id?.value == "05974040")
        #expect(service.herausgeber?.bezeichnung.map(\.value) == ["Stadt Soest", "City of Soest"])
        let text = String(decoding: try XMLTree(root: service.element).serialized(), as: UTF8.self)
        #expect(!text.contains("{{"))
        #expect(text.contains("Wenn Sie in Soest einen Hund halten"))
        #expect(text.contains("<strong>30 Tagen</strong>"))
    }

    @Test("the online service points to Soest's portal, area and service")
    func onlinedienst() throws {
        let files = try bound()
        let service = try #require(try object(files["xzufi/onlinedienst.xml"]).onlinedienst)
        #expect(service.link.first?.link == "https://soest.portal.example.org/hundesteuer")
        #expect(service.zustaendigkeit.first?.gebietID.map(\.value) == ["059740040040"])
        let leistung = try object(files["xzufi/leistung.xml"])
        #expect(service.zustaendigkeit.first?.leistungID?.value == leistung.id?.value)
        #expect(
            service.parameter.first { $0.parameterName == "kontaktEmail" }?.parameterWert == "steuern@soest.example.org"
        )
    }

    @Test("the unit is Soest's: identity, names, addresses, channels; nothing of Paderborn's office stays")
    func organisationseinheit() throws {
        let bytes = try #require(try bound()["xzufi/organisationseinheit.xml"])
        let unit = try #require(try object(bytes).organisationseinheit)
        #expect(unit.id?.value == "OE-2100")
        #expect(unit.idSekundaer.contains { $0.schemeAgencyID == "X05774032" })
        #expect(
            unit.name.map(\.value) == [
                "Fachbereich Finanzen, Steuern und Abgaben", "Finance department, taxes and charges",
            ])
        #expect(unit.anschrift.map(\.ort) == ["Soest"])
        #expect(unit.anschrift.first?.strasse == "Musterplatz")
        #expect(unit.erreichbarkeit.map(\.kennung) == ["steuern@soest.example.org", "02921 5550-200"])
        let text = bytes.text
        #expect(!text.contains("057740032032"))
        #expect(!text.contains("paderborn.example.org"))
        #expect(!text.contains("Paderborn</"))
    }

    @Test("what the binder does not know survives: comments, foreign elements, order")
    func unknownSurvives() throws {
        let extra = "<!-- bleibt --><fremd:neu xmlns:fremd=\"urn:fremd\" a=\"1\">Wert &amp; mehr</fremd:neu>"
        let bytes = try bound("hundesteuer") { files in
            files["xzufi/leistung.xml"] = files["xzufi/leistung.xml"]?.replacing(
                "<xzufi:herausgeber>", extra + "<xzufi:herausgeber>")
        }["xzufi/leistung.xml"]
        #expect(bytes?.text.contains(extra) == true)
    }

    @Test(
        "what leaves bound is valid against its schema, or does not leave",
        arguments: ["hundesteuer", "bewohnerparkausweis"])
    func outputIsChecked(_ name: String) throws {
        let check = try OutputCheck()
        #expect(try bound(name, check: check).keys.contains("xzufi/leistung.xml"))
        let error = try #require(throws: TransferError.self) {
            try bound(name, check: check) { files in
                files["xzufi/leistung.xml"] = files["xzufi/leistung.xml"]?.replacing(
                    "<xzufi:herausgeber>", "<xzufi:neu/><xzufi:herausgeber>")
            }
        }
        #expect(error.code.id == "fim.output-invalid")
        #expect(error.location.file == "xzufi/leistung.xml")
        #expect(error.findings.contains { $0.id == "xsd.element-unexpected" })
    }

    @Test("parts without texts to fill and heads to rewrite are carried over byte for byte")
    func otherParts() throws {
        let files = try bound()
        let original = try Samples.example("hundesteuer").contents.files
        for (path, bytes) in original
        where !path.hasPrefix("xzufi/") && !path.hasPrefix("nachricht/") && path != "dienstpaket.xml" {
            #expect(files[path] == bytes, "\(path)")
        }
    }

    @Test("the origin's FIT-Connect destination never stays; the target's own takes its place")
    func destination() throws {
        let scheme = "urn:de:fitko:fit-connect:xzufi:destination"
        let old =
            "<xzufi:idSekundaer schemeID=\"\(scheme)\" schemeAgencyID=\"urn:de:fitko\">"
            + "paderborn-jwt</xzufi:idSekundaer>"
        func change(_ files: inout [String: [UInt8]]) {
            files["xzufi/organisationseinheit.xml"] = files["xzufi/organisationseinheit.xml"]?
                .replacing("20-z01</xzufi:id>", "20-z01</xzufi:id>" + old)
        }
        let without = try bound("hundesteuer", change)["xzufi/organisationseinheit.xml"]
        #expect(without?.text.contains("paderborn-jwt") == false)
        let anchor = "<parameterwert name=\"kommuneName\" ebene=\"kommune\">"
        let own =
            "<parameterwert name=\"DestinationSignature\" ebene=\"organisationseinheit\" "
            + "organisationseinheit=\"steueramt\"><wert>soest-jwt</wert></parameterwert>"
        let profile = try Samples.profile("soest", replacing: [(anchor, own + anchor)])
        let unit = try #require(
            try object(bound("hundesteuer", profile: profile, change)["xzufi/organisationseinheit.xml"])
                .organisationseinheit)
        #expect(unit.zustaendigkeit.first?.zustellkanal?.value == "soest-jwt")
    }

    @Test("areas beyond the origin stay: the state is Soest's, too")
    func widerAreas() throws {
        let bytes = try bound { files in
            files["xzufi/onlinedienst.xml"] = files["xzufi/onlinedienst.xml"]?
                .replacing(">057740032032</xzufi:gebietID>", ">05</xzufi:gebietID>")
        }["xzufi/onlinedienst.xml"]
        let service = try #require(try object(bytes).onlinedienst)
        #expect(service.zustaendigkeit.first?.gebietID.map(\.value) == ["05"])
    }

    @Test("a placeholder that the package does not declare stands against the plan")
    func unknownPlaceholder() throws {
        try TestFiles.withTemporaryFolder { folder in
            let package = try Samples.example("hundesteuer") { files in
                files["xzufi/leistung.xml"] = files["xzufi/leistung.xml"]?.replacing("{{satzungUrl}}", "{{unbekannt}}")
            }
            let soest = try Samples.profile("soest")
            let store = try Samples.store(in: folder, soest)
            let plan = try TransferPlanner().plan(package, for: soest, in: store)
            #expect(plan.missing.contains { $0.id == "transfer.unknown-placeholder" && $0.name == "unbekannt" })
            #expect(!plan.isApplicable)
        }
    }

    @Test("binding is a function of package and profile: twice gives the same bytes")
    func deterministic() throws {
        let (first, second) = (try bound(), try bound())
        #expect(first == second)
    }
}
