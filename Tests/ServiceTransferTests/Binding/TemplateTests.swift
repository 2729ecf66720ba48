import FIM
import Foundation
import TestSupport
import Testing
import XMLCore

@testable import ServiceTransfer

@Suite("Placeholders in texts")
struct TemplateTests {
    private static func declaration(_ name: String, _ typ: ParameterTyp) -> ParameterDeklaration {
        ParameterDeklaration(
            name: name, typ: typ, ebene: .kommune, pflicht: true, geheim: typ == .secret,
            bezeichnung: MehrsprachigerText())
    }

    private static let values: [String: PlaceholderValue] = [
        "ort": .init(typ: .text, text: "Soest & <b>Umland</b>", codeName: nil),
        "betrag": .init(typ: .amount, text: "1234567.50", codeName: nil),
        "minus": .init(typ: .amount, text: "-0.75", codeName: nil),
        "tag": .init(typ: .date, text: "2026-03-01", codeName: nil),
        "zahl": .init(typ: .integer, text: "12000", codeName: nil),
        "frei": .init(typ: .boolean, text: "true", codeName: nil),
        "kanal": .init(typ: .code, text: "email", codeName: "E-Mail"),
        "seite": .init(typ: .url, text: "https://soest.example.org/a b?x=\"1\"", codeName: nil),
        "post": .init(typ: .email, text: "amt+hund@soest.example.org", codeName: nil),
        "boese": .init(typ: .text, text: "javascript:alert(1)", codeName: nil),
        "falle": .init(typ: .text, text: "x {{iban}} y", codeName: nil),
    ]

    private func filled(
        _ text: String, _ context: PlaceholderText.Context
    ) -> (text: String, problems: [PlaceholderText.Problem]) {
        var texts = PlaceholderText(
            values: Self.values,
            declarations: Self.values.map { Self.declaration($0.key, $0.value.typ) } + [
                Self.declaration("passwort", .secret), Self.declaration("leer", .text),
            ])
        var position = HTMLPosition()
        let result = texts.replaced(text, context, &position)
        return (result, texts.takeNotes().map(\.problem))
    }

    @Test(
        "a value is written by its type and the language of the text",
        arguments: [
            ("betrag", "de", "1.234.567,50"), ("betrag", "en", "1,234,567.50"), ("betrag", "fr", "1234567.50"),
            ("minus", "de", "\u{2212}0,75"), ("tag", "de", "1. März 2026"), ("tag", "en-GB", "1 March 2026"),
            ("tag", "pl", "2026-03-01"), ("zahl", "de", "12000"), ("frei", "de", "ja"), ("frei", "en", "yes"),
            ("kanal", "de", "E-Mail"), ("post", "de", "amt+hund@soest.example.org"),
        ])
    func formatting(name: String, language: String, expected: String) {
        #expect(filled("{{\(name)}}", .text(language: language)).text == expected)
    }

    @Test("a value for programs is the value itself")
    func technical() {
        #expect(filled("{{betrag}} {{tag}} {{kanal}}", .technical).text == "1234567.50 2026-03-01 email")
    }

    @Test("in HTML a value is text, never markup")
    func html() {
        let result = filled("<p title=\"{{ort}}\">{{ort}}</p>", .html(language: "de"))
        let escaped = "Soest &amp; &lt;b&gt;Umland&lt;/b&gt;"
        #expect(result.text == "<p title=\"\(escaped)\">\(escaped)</p>")
        #expect(result.problems.isEmpty)
    }

    @Test(
        "in links a value is one piece of the address; a whole address only where the type says so",
        arguments: [
            ("https://a.example/{{ort}}", "https://a.example/Soest%20%26%20%3Cb%3EUmland%3C%2Fb%3E"),
            ("{{seite}}", "https://soest.example.org/a%20b?x=%221%22"),
            ("mailto:{{post}}", "mailto:amt%2Bhund@soest.example.org"),
            (
                "https://a.example/?weiter={{seite}}",
                "https://a.example/?weiter=https%3A%2F%2Fsoest.example.org%2Fa%20b%3Fx%3D%221%22"
            ),
        ])
    func links(text: String, expected: String) {
        #expect(filled(text, .link).text == expected)
        let html = filled("<a href=\"\(text)\">x</a>", .html(language: "de"))
        #expect(html.text == "<a href=\"\(expected.replacingOccurrences(of: "&", with: "&amp;"))\">x</a>")
        #expect(html.problems.isEmpty)
    }

    @Test(
        "a value cannot choose what a link does, nor become markup or a program",
        arguments: [
            ("<a href=\"{{boese}}\">x</a>", PlaceholderText.Problem.notALink),
            ("<a href='{{ort}}://a.example'>x</a>", .notALink), ("<{{ort}}>", .misplaced),
            ("<p {{ort}}>x</p>", .misplaced), ("<p class={{ort}}>x</p>", .misplaced), ("<!-- {{ort}} -->", .misplaced),
            ("<script>var a = \"{{ort}}\";</script>", .misplaced), ("<p onclick=\"{{ort}}\">x</p>", .misplaced),
            ("<p style=\"{{ort}}\">x</p>", .misplaced),
        ])
    func misplaced(text: String, problem: PlaceholderText.Problem) {
        let result = filled(text, .html(language: "de"))
        #expect(result.problems == [problem])
        #expect(result.text == text)
    }

    @Test("after a comment, a tag or a program text is text again")
    func resumed() {
        for text in ["<!-- <a --> {{zahl}}", "<script>a</script>{{zahl}}", "3 < 4 {{zahl}}", "<br/>{{zahl}}"] {
            let result = filled(text, .html(language: "de"))
            #expect(result.text == text.replacingOccurrences(of: "{{zahl}}", with: "12000"), "\(text)")
            #expect(result.problems.isEmpty, "\(text)")
        }
    }

    @Test("a value that holds a placeholder is refused and not expanded, here or elsewhere")
    func nested() {
        let result = filled("<p>{{falle}}</p>", .html(language: "de"))
        #expect(result.problems == [.nested])
        #expect(result.text == "<p>{{falle}}</p>")
    }

    @Test("what is no placeholder stays; what was meant as one is told")
    func literals() {
        #expect(
            filled("{ {zahl}} {{}} {{1a}} {{a b}} {{{zahl}}} {{zahl}", .text(language: "de")).text
                == "{ {zahl}} {{}} {{1a}} {{a b}} {12000} {{zahl}")
        #expect(filled("{{ zahl }}", .text(language: "de")).problems == [.malformed])
        #expect(filled("{{fremd}}", .text(language: "de")).problems == [.unknown])
        #expect(filled("{{passwort}}", .text(language: "de")).problems == [.secret])
        #expect(filled("{{leer}}", .text(language: "de")).problems == [.empty])
    }

    @Test("in Markdown a value is text")
    func markdown() {
        let result = filled("Ort: {{ort}}, am {{tag}}", .markdown(language: "de")).text
        #expect(result == "Ort: Soest &amp; &lt;b&gt;Umland&lt;/b&gt;, am 1\\. März 2026")
        #expect(TextEscaping.markdown("[a](b) *c* _d_ #5 - e") == "\\[a\\]\\(b\\) \\*c\\* \\_d\\_ #5 - e")
        #expect(TextEscaping.markdown("# a") == "\\# a")
    }

    // MARK: In parts

    /// The package with placeholders in form, process and leaflet.
    private func package() throws -> LoadedPackage {
        try Samples.example("hundesteuer") { files in
            let form = "formular/S05999000100V1.0.0_xdf3.xml"
            files[form] = files[form]?
                .replacing(
                    "innerhalb der Frist der örtlichen Satzung an",
                    "binnen {{anmeldefristTage}} Tagen in {{kommuneName}} an"
                )
                .replacing("<xdf:bezug link=\"https://recht.nrw.de/\">", "<xdf:bezug link=\"{{satzungUrl}}\">")
                .replacing("<xdf:freitextRegel>Das", "<xdf:freitextRegel>{{kommuneName}} Das")
            let process = "prozess/hundesteuer-anmeldung.bpmn"
            files[process] = files[process]?
                .replacing("name=\"Steueramt\"", "name=\"{{zustaendigeStelle}}\"")
                .replacing("Kanal nach dem Parameter zustellkanal.", "Kanal: {{zustellkanal}}.")
                .replacing("${vollstaendig}", "${{kommuneName}}")
            files["text/merkblatt.md"] = files["text/merkblatt.md"]?
                .replacing(
                    "Die Frist steht in der Satzung Ihrer Stadt.",
                    "Der erste Hund kostet {{hundesteuerErsterHund}} Euro.")
        }
    }

    private func bound(_ package: LoadedPackage, _ profile: Portalprofil) throws -> [String: [UInt8]] {
        try TestFiles.withTemporaryFolder { folder in
            let store = try Samples.store(in: folder, profile)
            try Samples.install(package, for: profile, in: store)
            return try PackageExporter(
                options: .init(
                    ars: profile.kommune.ars.text, kennung: package.manifest.kennung, isBound: true,
                    moment: "2026-11-23T12:00:00Z")
            ).export(from: store).files
        }
    }

    @Test("texts of forms, processes and leaflets are filled; rules and expressions are not")
    func parts() throws {
        let files = try bound(try package(), Samples.profile("soest"))
        let form = try #require(files["formular/S05999000100V1.0.0_xdf3.xml"]).text
        #expect(form.contains("binnen 30 Tagen in Soest an"))
        #expect(form.contains("link=\"https://soest.example.org/satzungen/hundesteuersatzung\""))
        #expect(form.contains("<xdf:freitextRegel>{{kommuneName}} Das"))
        let process = try #require(files["prozess/hundesteuer-anmeldung.bpmn"]).text
        #expect(process.contains("name=\"Stadt Soest, Fachbereich Finanzen, Steuern und Abgaben\""))
        #expect(process.contains("Kanal: E-Mail an ein Funktionspostfach."))
        #expect(process.contains("${{kommuneName}}"))
        #expect(files["text/merkblatt.md"]?.text.contains("Der erste Hund kostet 84,00 Euro.") == true)
    }

    @Test("texts of a process in XProzess are filled where its sisters have texts for people; codes are not")
    func xprozess() throws {
        let process = """
            <xp:prozess xmlns:xp="http://example.org/schemata/xprozess/2_0">
              <xp:name>Anmelden in {{kommuneName}}</xp:name>
              <xp:status>{{kommuneName}}</xp:status>
            </xp:prozess>
            """
        let package = try Samples.example("hundesteuer") { files in
            files["prozess/hundesteuer-anmeldung.bpmn"] = Array(process.utf8)
        }
        let files = try bound(package, Samples.profile("soest"))
        let text = try #require(files["prozess/hundesteuer-anmeldung.bpmn"]).text
        #expect(text.contains("<xp:name>Anmelden in Soest</xp:name>"))
        #expect(text.contains("<xp:status>{{kommuneName}}</xp:status>"))
    }

    @Test("a form that binding makes invalid is refused; one that was so before is not judged here")
    func invalidForm() throws {
        let package = try Samples.example("hundesteuer")
        let part = try #require(package.manifest.bestandteile.first { $0.rolle == .datenschema })
        let form = try #require(package.bytes(of: part))
        // Without the moment of its last change a form is not valid (XDatenfelder 3.0.0: required).
        func broken(_ bytes: [UInt8]) -> [UInt8] {
            bytes.replacing("xdf:letzteAenderung>", "xdf:letzteAenderungen>")
        }
        #expect(broken(form) != form)
        let found = BoundFormCheck.missing(package, bound: [part.id: broken(form)])
        #expect(found.map { "\($0.id) \($0.name) \($0.isRequired)" } == ["transfer.bound-form-invalid \(part.id) true"])
        #expect(found.first?.place?.line != nil)
        #expect(BoundFormCheck.missing(package, bound: [part.id: form]).isEmpty)
        let changed = form.replacing("Hundesteuer", "Steuer für Hunde")
        #expect(BoundFormCheck.missing(package, bound: [part.id: changed]).isEmpty)
        let invalid = try Samples.example("hundesteuer") { $0[part.pfad] = $0[part.pfad].map(broken) }
        #expect(BoundFormCheck.missing(invalid, bound: [part.id: broken(changed)]).isEmpty)
    }

    @Test("an unknown placeholder is told with file, line and field, by plan and by verify")
    func position() throws {
        let package = try Samples.example("hundesteuer") { files in
            files["xzufi/leistung.xml"] = files["xzufi/leistung.xml"]?.replacing(
                "<p>{{zustaendigeStelle}}</p>", "<p>{{unbekannt}}</p>")
            files["text/merkblatt.md"] = files["text/merkblatt.md"]?.replacing("- Zieht der Hund", "- {{fremd}} Zieht")
        }
        let plan = try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            return try TransferPlanner().plan(package, for: soest, in: Samples.store(in: folder, soest))
        }
        #expect(!plan.isApplicable)
        let places = plan.missing.filter { $0.id == "transfer.unknown-placeholder" }.compactMap(\.place)
        // grep -n gives lines 148 and 149 of leistung.xml and line 5 of merkblatt.md.
        #expect(
            places.map { "\($0.file):\($0.line ?? 0) \($0.path)" } == [
                "xzufi/leistung.xml:148 leistung/modulText[22]/inhalt[de]",
                "xzufi/leistung.xml:149 leistung/modulText[22]/inhalt[en]", "text/merkblatt.md:5 merkblatt",
            ])
        let findings = PackageVerifier().verify(package.contents).result.findings
            .filter { $0.id == "package.unknown-placeholder" }
        #expect(findings.map(\.location.line) == [148, 149, 5])
    }

    @Test("a secret cannot be shown by a placeholder")
    func secret() throws {
        let package = try Samples.example("hundesteuer") { files in
            files["xzufi/leistung.xml"] = files["xzufi/leistung.xml"]?.replacing(
                "{{satzungUrl}}", "{{xtaSchluesselPasswort}}")
        }
        try TestFiles.withTemporaryFolder { folder in
            let soest = try Samples.profile("soest")
            let preview = try TransferPlanner().preview(package, for: soest, in: Samples.store(in: folder, soest))
            #expect(preview.plan.missing.contains { $0.id == "transfer.secret-placeholder" && $0.isRequired })
            #expect(!(try preview.json().text.contains("vault:")))
        }
    }

    // MARK: Which value holds

    private func plan(_ replacing: [(String, String)]) throws -> TransferPlan {
        try TestFiles.withTemporaryFolder { folder in
            let profile = try Samples.profile("soest", replacing: replacing)
            return try TransferPlanner().plan(
                Samples.example("hundesteuer"), for: profile, in: Samples.store(in: folder, profile))
        }
    }

    private static let own = "<parameterwert name=\"kommuneName\" ebene=\"kommune\">"

    @Test("a value for the package comes before one that is narrower (PP section 4)")
    func packageFirst() throws {
        let value =
            "<parameterwert name=\"kommuneName\" ebene=\"kommune\" paket=\"de.nrw.paderborn.hundesteuer\">"
            + "<wert>Hunde-Soest</wert></parameterwert><parameterwert name=\"kommuneName\" "
            + "ebene=\"organisationseinheit\" organisationseinheit=\"steueramt\"><wert>Amt</wert></parameterwert>"
        try TestFiles.withTemporaryFolder { folder in
            let profile = try Samples.profile("soest", replacing: [(Self.own, value + Self.own)])
            let preview = try TransferPlanner().preview(
                Samples.example("hundesteuer"), for: profile, in: Samples.store(in: folder, profile))
            #expect(preview.binding.parameters.first { $0.name == "kommuneName" }?.value == "Hunde-Soest")
        }
    }

    @Test("a value on a level above the declared one does not hold, and the plan says so")
    func wrongLevel() throws {
        let plan = try plan([(Self.own, "<parameterwert name=\"kommuneName\" ebene=\"land\">")])
        let missing = try #require(plan.missing.first { $0.name == "kommuneName" })
        #expect(missing.id == "transfer.parameter-missing")
        #expect(missing.text.de.contains("Profil, land, Zeile 232"))
    }

    @Test("two values of the same rank that differ are refused with both places; equal ones are not")
    func ambiguous() throws {
        // Two units are responsible: the second service of the package is the Bürgerbüro's.
        func plan(_ second: String) throws -> TransferPlan {
            let package = try Samples.example("hundesteuer") { files in
                files["dienstpaket.xml"] = files["dienstpaket.xml"]?.replacing(
                    "</leistungen>", "<leistung schluessel=\"99108901001000\" leika=\"true\"/></leistungen>")
            }
            let anchor = "<parameterwert name=\"kommuneName\" ebene=\"kommune\">"
            return try TestFiles.withTemporaryFolder { folder in
                var profile = try Samples.profile("soest", replacing: [(anchor, anchor)])
                for index in profile.parameterwerte.indices
                where profile.parameterwerte[index].organisationseinheit == "buergerbuero" {
                    let name = profile.parameterwerte[index].name
                    let own = profile.parameterwerte.first {
                        $0.name == name && $0.organisationseinheit == "steueramt"
                    }
                    if second == "equal", let own { profile.parameterwerte[index].inhalt = own.inhalt }
                }
                return try TransferPlanner().plan(
                    package, for: profile, in: Samples.store(in: folder, profile))
            }
        }
        let refused = try plan("different").missing.filter { $0.id == "transfer.parameter-ambiguous" }
        #expect(refused.map(\.name) == ["zustaendigeStelle", "kontaktEmail"])
        #expect(refused.allSatisfy { $0.text.de.contains("steueramt") && $0.text.de.contains("buergerbuero") })
        #expect(try !plan("equal").missing.contains { $0.id == "transfer.parameter-ambiguous" })
    }
}
