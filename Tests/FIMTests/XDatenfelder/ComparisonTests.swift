import TestSupport
import Testing

@testable import FIM

@Suite("Comparison of forms and services")
struct ComparisonTests {
    typealias Schema = XDF3.Stammdatenschema

    struct Edit: Sendable, CustomTestStringConvertible {
        let expected: String
        let change: @Sendable (inout Schema) -> Void
        init(_ expected: String, _ change: @escaping @Sendable (inout Schema) -> Void) {
            self.expected = expected
            self.change = change
        }
        var testDescription: String { expected }
    }

    /// What is changed, and the line that tells it: `!` breaking, `?` unclear.
    static let edits: [Edit] = [
        Edit("! F17000000002 Geburt anzahl geändert: »0:1« → »1:1«") {
            $0.changeGroup(0) { $0.struktur[1].anzahl = "1:1" }
        },
        Edit("  F17000000001 Name anzahl geändert: »1:1« → »0:1«") {
            $0.changeGroup(0) { $0.struktur[0].anzahl = "0:1" }
        },
        Edit("! G17000000001 Person anzahl geändert: »1:3« → »1:1«") { $0.struktur[0].anzahl = "1:1" },
        Edit("! F17000000099 Neu neu: »1:1«") { $0.struktur.append(FIMForms.place("1:1", FIMForms.field(99, "Neu"))) },
        Edit("  F17000000099 Neu neu: »0:1«") { $0.struktur.append(FIMForms.place("0:1", FIMForms.field(99, "Neu"))) },
        Edit("! F17000000013 Uhrzeit entfallen: »0:1«") { $0.struktur.removeLast() },
        Edit("! F17000000001 Name datentyp geändert: »text« → »date«") { $0.change(1) { $0.datentyp = "date" } },
        Edit("! F17000000001 Name maxLength geändert: »40« → »20«") {
            $0.change(1) { $0.praezisierung.maxLength = "20" }
        },
        Edit("  F17000000001 Name maxLength geändert: »40« → »60«") {
            $0.change(1) { $0.praezisierung.maxLength = "60" }
        },
        Edit("! F17000000006 Anzahl minValue geändert: »0« → »1«") { $0.change(6) { $0.praezisierung.minValue = "1" } },
        Edit("! F17000000001 Name pattern neu: »[a-z]+«") { $0.change(1) { $0.praezisierung.pattern = "[a-z]+" } },
        Edit("! F17000000005 Art werte/2 entfallen: »zwei«") { $0.change(5) { $0.werte?.removeLast() } },
        Edit("  F17000000005 Art werte/3 neu: »drei«") {
            $0.change(5) { $0.werte?.append(.init(code: "3", name: "drei")) }
        },
        Edit("  F17000000001 Name hilfetextEingabe geändert: »Hilfe zu Name.« → »Neu.«") {
            $0.change(1) { $0.element.hilfetextEingabe = "Neu." }
        },
        Edit("! G17000000002 Wahl art entfallen: »X«") { $0.changeGroup(1) { $0.art = nil } },
        Edit("? R17000000001 Regel freitextRegel geändert: »F17000000001 oder F17000000002 ist anzugeben.« → »Nie.«") {
            $0.regel[0].freitextRegel = "Nie."
        },
        Edit("! F17000000003 Telefon verschoben: »G17000000002« → »G17000000001«") {
            var field: XDF3.Struktur?
            $0.changeGroup(1) { field = $0.struktur.removeFirst() }
            if let field { $0.changeGroup(0) { $0.struktur.append(field) } }
        },
    ]

    @Test("a change of a form is told in one line with what it means", arguments: edits)
    func form(_ edit: Edit) {
        var changed = FIMForms.schema()
        edit.change(&changed)
        let result = XDF3Compare.compare(FIMForms.message(FIMForms.schema()), FIMForms.message(changed))
        #expect(result.text(.de) == edit.expected + "\n")
        #expect(result.isBreaking == edit.expected.hasPrefix("!"))
    }

    @Test("another version of a code list is told, another list is breaking")
    func lists() {
        func schema(_ urn: String, _ version: String) -> XDF3.Nachricht {
            var schema = FIMForms.schema()
            schema.change(5) {
                $0.werte = nil
                $0.codelisteReferenz = .init(urn, version: version)
            }
            return FIMForms.message(schema)
        }
        let version = XDF3Compare.compare(schema("urn:de:a", "1"), schema("urn:de:a", "2"))
        #expect(version.text(.en) == "? F17000000005 Art codeliste/version changed: »1« → »2«\n")
        #expect(XDF3Compare.compare(schema("urn:de:a", "1"), schema("urn:de:b", "1")).isBreaking)
    }

    @Test("the same form has no changes")
    func same() {
        let message = FIMForms.message(FIMForms.schema())
        #expect(XDF3Compare.compare(message, message).isEmpty)
    }

    @Test("services: texts by module and language, all else by element, unknown content included")
    func service() throws {
        let old = try #require(FIMFixtures.document("xzufi/leistung.xml").objekte.first)
        #expect(XZuFi.Vergleich.compare(old, old).isEmpty)
        var service = try #require(old.leistung)
        service.setText(.volltext, "<p>neu</p>")
        service.setText(.leistungsbezeichnung, "Dog tax", languageCode: "en")
        service.setGueltigkeitGebietID([])
        service.element.updateElements { if $0.name.local == "nochUnbekannt" { $0.setText("anders") } }
        let new = try #require(XZuFi.Objekt(object: service.element))
        let changes = XZuFi.Vergleich.compare(old, new).changes
        #expect(changes.map(\.field) == ["modulText/02/en", "modulText/06/de", "gueltigkeitGebietID", "nochUnbekannt"])
        #expect(changes.map(\.impact) == [.compatible, .compatible, .unclear, .compatible])
    }
}
