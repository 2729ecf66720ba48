import FIM
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import ServiceTransfer

@Suite("Binding as data")
struct BindingDiffTests {
    private func preview(
        _ name: String = "hundesteuer", profile: Portalprofil? = nil,
        _ change: (inout [String: [UInt8]]) -> Void = { _ in }
    ) throws -> TransferPlanner.Preview {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try profile ?? Samples.profile("soest")
            return try TransferPlanner().preview(
                Samples.example(name, change), for: soest, in: Samples.store(in: folder, soest))
        }
    }

    private func change(_ diff: BindingDiff, _ path: String, _ rule: BindingDiff.Rule) throws -> BindingDiff.Change {
        try #require(diff.parts.joined.first { $0.path.description == path && $0.rule == rule }, "\(path)")
    }

    @Test("each place says where it is, what was and will be there, and why")
    func places() throws {
        let diff = try preview().binding
        let text = try change(diff, "leistung/modulText[22]/inhalt[de]", .platzhalter)
        #expect(text.parameters == ["zustaendigeStelle"])
        #expect(text.before == "<p>{{zustaendigeStelle}}</p>")
        #expect(text.after == "<p>Stadt Soest, Fachbereich Finanzen, Steuern und Abgaben</p>")
        #expect(text.line == 148)
        let link = try change(diff, "leistung/modulUrsprungsportal[de]/uri", .adresse)
        #expect(link.before == "https://paderborn.portal.example.org/hundesteuer")
        #expect(link.after == "https://soest.portal.example.org/hundesteuer")
        let id = try change(diff, "steueramt/id", .kennung)
        #expect(id.before == "X05774032|organisationseinheit|20")
        #expect(id.after == "X05974040|organisationseinheit|OE-2100")
        #expect(try change(diff, "steueramt/anschrift[001]/ort", .stelle).after == "Soest")
        let kept = try change(diff, "leistung/idSekundaer[X05774032|leistung|100200]", .kennung)
        #expect(kept.before == nil)
        let head = try change(diff, "nachricht-0101/nachrichtenkopf.g2g/leser/kennung", .nachrichtenkopf)
        #expect(head.before == "kka:05774032")
        #expect(head.after == "kka:05974040")
    }

    /// The changes, put into the original, give what is installed: the diff neither invents nor leaves out.
    @Test(
        "the changes are all there is: every leaf that differs after binding has a change, and no other",
        arguments: [
            "hundesteuer", "bewohnerparkausweis",
        ])
    func complete(name: String) throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let package = try Samples.example(name)
            let store = try Samples.store(in: folder, soest)
            let diff = try TransferPlanner().preview(package, for: soest, in: store).binding
            try Samples.install(package, for: soest, in: store)
            let service = try #require(try store.everything().municipalities.first?.services.first)
            let changed = service.parts.filter { $0.original != $0.bound }
            #expect(changed.map(\.id) == diff.parts.map(\.id))
            #expect(changed.map(\.bound) == diff.parts.map(\.after))
            let bound = try PackageExporter(
                options: .init(
                    ars: "059740040040", kennung: package.manifest.kennung, isBound: true,
                    moment: "2026-11-23T12:00:00Z")
            ).export(from: store).files
            for part in diff.parts {
                let last = Dictionary(part.changes.map { ($0.path, $0.after) }, uniquingKeysWith: { $1 })
                func leaves(_ bytes: [UInt8]?) throws -> [FieldPath: String] {
                    var result: [FieldPath: String] = [:]
                    func visit(_ element: XMLTree.Element, _ steps: [FieldPath.Step]) {
                        let children = Array(element.elements)
                        if children.isEmpty { result[FieldPath(part: part.id, steps: steps)] = element.text }
                        for (child, step) in zip(children, TreeSteps.steps(children)) { visit(child, steps + [step]) }
                    }
                    visit(try XMLTree(bytes: bytes ?? [], name: part.file).root, [])
                    return result
                }
                let (before, after) = (
                    try leaves(package.contents.files[part.file]), try leaves(bound[part.file])
                )
                for (path, text) in after where before[path] != text {
                    // A new identity renames the paths below it; a whole element that is new is one change.
                    let known = last.keys.contains {
                        path == $0 || path.steps.starts(with: $0.steps) && !$0.steps.isEmpty
                    }
                    let isRenamed = before.contains {
                        $0.value == text && $0.key.steps.map(\.name) == path.steps.map(\.name)
                    }
                    #expect(known || isRenamed, "\(path)")
                }
                for (path, text) in last where after[path] != nil && path.steps.last?.name != "id" {
                    if let text, !text.contains("|") { #expect(after[path]?.contains(text) == true, "\(path)") }
                }
            }
        }
    }

    @Test("in its own town nothing but placeholders changes")
    func ownTown() throws {
        let diff = try preview(profile: Samples.profile("paderborn")).binding
        let rules = Set(diff.parts.flatMap(\.changes).map(\.rule))
        #expect(!rules.contains(.gebiet) && !rules.contains(.adresse) && !rules.contains(.nachrichtenkopf))
        #expect(!rules.contains(.herausgeber) && !rules.contains(.kennung))
    }

    @Test("parameters say where their values come from; secrets have no value")
    func parameters() throws {
        let diff = try preview().binding
        func parameter(_ name: String) -> BindingDiff.Parameter? { diff.parameters.first { $0.name == name } }
        #expect(parameter("kommuneName")?.source?.text.de == "Profil, kommune, Zeile 232")
        #expect(parameter("zustellkanal")?.source?.kind == .vorgabe)
        #expect(parameter("kontaktEmail")?.source?.organisationseinheit == "steueramt")
        #expect(parameter("xtaSchluesselPasswort")?.isSecret == true)
        #expect(parameter("xtaSchluesselPasswort")?.value == nil)
        #expect(parameter("anmeldefristTage")?.uses == 4)
        #expect(try !diff.json().text.contains("secretRef"))
    }

    @Test("the preview's plan is the plan; JSON has both, and the plan in it can be read")
    func samePlan() throws {
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let (package, store) = (try Samples.example("hundesteuer"), try Samples.store(in: folder, soest))
            let preview = try TransferPlanner().preview(package, for: soest, in: store)
            #expect(try TransferPlanner().plan(package, for: soest, in: store) == preview.plan)
            #expect(try TransferPlan(json: preview.json(), name: "plan.json") == preview.plan)
            #expect(try JSONDecoder().decode(BindingDiff.self, from: Data(preview.binding.json())) == preview.binding)
            #expect(try preview.json() == TransferPlanner().preview(package, for: soest, in: store).json())
        }
    }

    @Test("links of the origin's portal inside HTML lead to the target's; others stay")
    func htmlLinks() throws {
        let diff = try preview { files in
            files["xzufi/leistung.xml"] = files["xzufi/leistung.xml"]?.replacing(
                "<ul><li>Sie halten einen Hund in Ihrem Haushalt.</li>",
                "<ul><li><a href=\"https://paderborn.portal.example.org/hund?a=1\">hier</a> "
                    + "<a href=\"https://paderborn.portal.example.org.boese.example/\">dort</a></li>")
        }.binding
        let after = try #require(try change(diff, "leistung/modulText[09]/inhalt[de]", .adresse).after)
        #expect(after.contains("<a href=\"https://soest.portal.example.org/hund?a=1\">"))
        #expect(after.contains("<a href=\"https://paderborn.portal.example.org.boese.example/\">"))
    }

    @Test("an authority in a message head that the target has no counterpart for stays, and the plan tells")
    func unknownAuthority() throws {
        let preview = try preview { files in
            let path = "nachricht/hundesteuer.anmeldung.0101.xml"
            files[path] = files[path]?.replacing("kka:05774032", "bab:05774032")
        }
        let kept = try #require(preview.plan.missing.first { $0.id == "transfer.message-head-kept" })
        #expect(!kept.isRequired)
        #expect(kept.place?.path.description == "nachricht-0101/nachrichtenkopf.g2g/leser")
    }

    // MARK: FIT-Connect destination

    /// A token as FIT-Connect issues them, for these areas and services; the signature is made up.
    private static func token(areas: [String], services: [String]) throws -> String {
        func encoded(_ value: Any) throws -> String {
            try JSONSerialization.data(withJSONObject: value).base64EncodedString()
                .replacingOccurrences(of: "+", with: "-").replacingOccurrences(of: "/", with: "_")
                .replacingOccurrences(of: "=", with: "")
        }
        let scheme = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs:"
        let payload: [String: Any] = [
            "destinationId": "7d4d1c52-3a0f-4d38-8b62-51a1b7f00101", "submissionHost": "fit-connect.example",
            "services": [
                [
                    "gebietIDs": areas.map { scheme + $0 },
                    "leistungIDs": services.map { "urn:de:fim:leika:leistung:" + $0 },
                ]
            ],
        ]
        return try encoded(["alg": "PS512"]) + "." + encoded(payload) + ".c2ln"
    }

    private func destination(_ token: String) throws -> TransferPlanner.Preview {
        let own =
            "<parameterwert name=\"DestinationSignature\" ebene=\"organisationseinheit\" "
            + "organisationseinheit=\"steueramt\"><wert>\(token)</wert></parameterwert>"
        let anchor = "<parameterwert name=\"kommuneName\" ebene=\"kommune\">"
        return try preview(profile: Samples.profile("soest", replacing: [(anchor, own + anchor)]))
    }

    @Test(
        "the destination stands where the EfA guide wants it, and its areas may be prefixes",
        arguments: [
            "059740040040", "05974", "05",
        ])
    func placed(area: String) throws {
        let token = try Self.token(areas: [area], services: ["99102901104000"])
        let preview = try destination(token)
        let place = try #require(preview.binding.parts.joined.first { $0.rule == .zustellpunkt })
        #expect(
            place.path.steps.map(\.name) == ["zustaendigkeit", "idSekundaer"] && place.before == nil
                && place.after == "urn:de:fitko|urn:de:fitko:fit-connect:xzufi:destination|\(token)")
        #expect(!preview.plan.missing.contains { $0.name == "DestinationSignature" })
    }

    @Test("a destination of another municipality is refused, one without the service and one that is no token are told")
    func wrongDestination() throws {
        func problems(_ token: String) throws -> [String] {
            try destination(token).plan.missing.filter { $0.name == "DestinationSignature" }
                .map { "\($0.id) \($0.isRequired)" }
        }
        #expect(
            try problems(Self.token(areas: ["057740032032"], services: ["99102901104000"]))
                == ["transfer.destination-of-other-area true"])
        #expect(
            try problems(Self.token(areas: ["05974"], services: ["99000000000000"]))
                == ["transfer.destination-of-other-service false"])
        #expect(try problems("soest-jwt") == ["transfer.destination-unreadable false"])
    }
}

extension [BindingDiff.Part] {
    fileprivate var joined: [BindingDiff.Change] { flatMap(\.changes) }
}
