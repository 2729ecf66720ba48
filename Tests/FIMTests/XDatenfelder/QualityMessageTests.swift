import Testing

@testable import FIM

/// One planted fault per message, named after its number. The form without it raises nothing.
@Suite("Quality check: every message")
struct QualityMessageTests {
    typealias Schema = XDF3.Stammdatenschema

    struct Plant: Sendable, CustomTestStringConvertible {
        let number: Int
        let change: @Sendable (inout Schema) -> Void
        init(_ number: Int, _ change: @escaping @Sendable (inout Schema) -> Void) {
            self.number = number
            self.change = change
        }
        var testDescription: String { String(number) }
    }

    static func bounds(_ min: String?, _ max: String?) -> XDF3.Praezisierung {
        XDF3.Praezisierung(minValue: min, maxValue: max)
    }

    static func reference(_ urn: String, _ version: String? = nil) -> XDF3.CodelisteReferenz {
        XDF3.CodelisteReferenz(urn, version: version)
    }

    static let plants: [Plant] =
        structure + lists + values + states + [
            Plant(1001) { $0.regel[0].freitextRegel = "F17000000099 fehlt." },
            Plant(1019) { $0.regel[0].freitextRegel = "F17000000001V1.2.0 fehlt." },
            Plant(1024) { $0.regel[0].freitextRegel = nil },
            Plant(1041) { $0.regel[0].freitextRegel = "F17000001 fehlt." },
            Plant(1029) { $0.angaben.relation = [.init(praedikat: "XXX", objekt: .init("S17000000002"))] },
            Plant(1087) { $0.angaben.relation = [.init(praedikat: "ABL", objekt: .init("F17000000002"))] },
            Plant(1088) { $0.angaben.relation = [.init(praedikat: "VKN", objekt: .init("S17000000002"))] },
            Plant(1091) { $0.angaben.relation = [.init(praedikat: "ABL", objekt: .init(""))] },
        ]

    static let structure: [Plant] = [
        Plant(1002) { $0.angaben.name = " " },
        Plant(1003) { $0.change(3) { $0.angaben.identifikation = .init("F17000000001", version: "2.0.0") } },
        Plant(1004) { $0.changeGroup(0) { $0.struktur[1] = $0.struktur[0] } },
        Plant(1006) { $0.change(1) { $0.angaben.bezug = [] } },
        Plant(1007) { $0.dokumentsteckbrief = nil },
        Plant(1009) { $0.change(1) { $0.element.bezeichnungEingabe = "" } },
        Plant(1010) { $0.change(1) { $0.element.bezeichnungAusgabe = nil } },
        Plant(1013) { $0.changeGroup(0) { $0.element.schemaelementart = "ABS" } },
        Plant(1014) { $0.change(1) { $0.element.schemaelementart = "ABS" } },
        Plant(1021) { $0.struktur[2].anzahl = nil },
        Plant(1022) {
            $0.changeGroup(0) {
                $0.struktur[0].bezug = []
                guard case .datenfeld(var field) = $0.struktur[0].element else { return }
                field.element.schemaelementart = "HAR"
                $0.struktur[0].element = .datenfeld(field)
            }
        },
        Plant(1023) { $0.changeGroup(0) { $0.struktur = [] } },
        Plant(1025) { $0.struktur.append($0.struktur[2]) },
        Plant(1026) { $0.changeGroup(0) { $0.struktur.append(.init("1:1", .datenfeldgruppe($0))) } },
        Plant(1031) { $0.change(1) { $0.element.schemaelementart = "XYZ" } },
        Plant(1033) { $0.ableitungsmodifikationenStruktur = nil },
        Plant(1034) { $0.ableitungsmodifikationenRepraesentation = "7" },
        Plant(1038) { $0.change(1) { $0.angaben.identifikation.id = "" } },
        Plant(1039) { $0.angaben.identifikation.id = "S1700001" },
        Plant(1042) { $0.changeGroup(0) { $0.art = "Y" } },
        Plant(1043) { $0.changeGroup(1) { $0.struktur.removeLast() } },
        Plant(1046) { $0.struktur[2].anzahl = "eins" },
        Plant(1047) { $0.struktur[2].anzahl = "3:1" },
        Plant(1050) { $0.bezeichnung = "" },
        Plant(1051) { $0.angaben.bezug = [] },
        Plant(1078) { $0.struktur = [] },
        Plant(1094) { $0.change(1) { $0.angaben.identifikation.id = "F60000000001" } },
        Plant(1095) {
            $0.change(1) { $0.angaben.identifikation.id = "F60000000001" }
            $0.changeGroup(0) { $0.struktur.removeLast() }
        },
        Plant(1096) {
            $0.dokumentsteckbrief = .init("D99000000001")
            $0.angaben.freigabestatus = "2"
        },
        Plant(1097) { $0.dokumentsteckbrief = .init("D99000000001") },
        Plant(1098) { $0.hilfetext = $0.bezeichnung },
        Plant(1101) {
            $0.change(1) {
                $0.element.schemaelementart = "HAR"
                $0.angaben.bezug = []
            }
        },
        Plant(1106) { $0.changeGroup(0) { $0.struktur.removeLast() } },
        Plant(1118) { $0.changeGroup(1) { $0.struktur[0].anzahl = "1:1" } },
        Plant(1124) { $0.dokumentsteckbrief = .init("D17000000001") },
        Plant(1131) { $0.angaben.definition = "Ж" },
        Plant(1132) { $0.angaben.bezug = [.init("§ 1; § 2")] },
        Plant(1133) { $0.angaben.bezug = [.init("§ 1", link: "kein link")] },
        Plant(1136) { $0.angaben.name = String(repeating: "n", count: 256) },
        Plant(1137) { $0.angaben.stichwort = [.init("s", uri: "urn:" + String(repeating: "n", count: 256))] },
        Plant(1138) { $0.angaben.bezug = [.init("§", link: "https://" + String(repeating: "n", count: 256))] },
        Plant(1139) { $0.struktur[6].anzahl = "0:1" },
    ]

    static let lists: [Plant] = [
        Plant(1005) {
            $0.change(5) {
                $0.werte = nil
                $0.codelisteReferenz = reference("http://x.example")
            }
        },
        Plant(1017) { $0.change(1) { $0.werte = [.init(code: "1", name: "a"), .init(code: "2", name: "b")] } },
        Plant(1018) { $0.change(5) { $0.werte = nil } },
        Plant(1037) {
            $0.change(5) { $0.codelisteReferenz = reference("urn:de:x", "1") }
            $0.change(1) { $0.codelisteReferenz = reference("urn:de:x", "2") }
        },
        Plant(1040) { $0.change(5) { $0.codelisteReferenz = reference("") } },
        Plant(1044) { $0.change(5) { $0.werte?.removeLast() } },
        Plant(1045) { $0.change(5) { $0.werte?[1].code = "1" } },
        Plant(1048) { $0.change(5) { $0.codelisteReferenz = reference("urn:de:zuständig") } },
        Plant(1058) { $0.change(5) { $0.codeKey = "Code" } },
        Plant(1076) {
            $0.change(5) {
                $0.codelisteReferenz = reference("urn:de:liste", "2026-01-01")
                $0.inhalt = "9"
            }
        },
        Plant(1085) { $0.change(5) { $0.inhalt = "9" } },
        Plant(1093) { $0.change(5) { $0.werte?[1].name = "eins" } },
        Plant(1099) { $0.change(5) { $0.werte?[1].hilfe = "zwei" } },
        Plant(1105) { $0.change(5) { $0.codelisteReferenz = reference("urn:de:liste", "drei") } },
        Plant(1122) {
            $0.change(5) {
                $0.codelisteReferenz = reference("urn:de:liste", "2026-01-01")
                $0.helpKey = "Hilfe"
            }
        },
    ]

    static let values: [Plant] = [
        Plant(1011) { $0.change(5) { $0.datentyp = "bool" } },
        Plant(1012) { $0.change(5) { $0.praezisierung.maxLength = "3" } },
        Plant(1015) { $0.change(6) { $0.praezisierung.minLength = "1" } },
        Plant(1016) { $0.change(1) { $0.praezisierung.minValue = "1" } },
        Plant(1027) { $0.change(1) { $0.feldart = nil } },
        Plant(1028) { $0.change(1) { $0.datentyp = nil } },
        Plant(1030) { $0.change(1) { $0.vorbefuellung = nil } },
        Plant(1056) { $0.change(1) { $0.maxSize = "1" } },
        Plant(1057) { $0.change(1) { $0.mediaType = ["text/plain"] } },
        Plant(1059) { $0.change(1) { $0.praezisierung.minLength = "1.5" } },
        Plant(1060) { $0.change(1) { $0.praezisierung.maxLength = "0" } },
        Plant(1061) { $0.change(1) { $0.praezisierung.minLength = "41" } },
        Plant(1062) { $0.change(7) { $0.praezisierung = bounds("1,5", nil) } },
        Plant(1063) { $0.change(8) { $0.praezisierung = bounds(nil, "x") } },
        Plant(1064) { $0.change(2) { $0.praezisierung = bounds("2030-01-01", "2029-12-31") } },
        Plant(1065) { $0.change(6) { $0.praezisierung = bounds("0.5", nil) } },
        Plant(1066) { $0.change(6) { $0.praezisierung = bounds(nil, "9.5") } },
        Plant(1067) { $0.change(2) { $0.praezisierung = bounds("2026-02-30", nil) } },
        Plant(1068) { $0.change(2) { $0.praezisierung = bounds(nil, "31.12.2026") } },
        Plant(1069) { $0.change(7) { $0.inhalt = "schwer" } },
        Plant(1070) { $0.change(6) { $0.inhalt = "1.0" } },
        Plant(1071) { $0.change(2) { $0.inhalt = "2026-13-01" } },
        Plant(1072) { $0.change(6) { $0.inhalt = "-1" } },
        Plant(1073) { $0.change(13) { $0.inhalt = "18:00:01" } },
        Plant(1074) {
            $0.change(1) {
                $0.praezisierung.minLength = "5"; $0.inhalt = "vier"
            }
        },
        Plant(1075) { $0.change(1) { $0.inhalt = String(repeating: "x", count: 41) } },
        Plant(1077) { $0.change(11) { $0.inhalt = "ja" } },
        Plant(1079) { $0.change(12) { $0.praezisierung = bounds("2026-01-01", nil) } },
        Plant(1080) { $0.change(12) { $0.praezisierung = bounds(nil, "2026-01-01T24:00:00") } },
        Plant(1081) { $0.change(13) { $0.praezisierung = bounds("8:00", nil) } },
        Plant(1082) { $0.change(13) { $0.praezisierung = bounds(nil, "18 Uhr") } },
        Plant(1083) { $0.change(12) { $0.inhalt = "jetzt" } },
        Plant(1084) { $0.change(13) { $0.inhalt = "25:00:00" } },
        Plant(1090) { $0.change(10) { $0.datentyp = "date" } },
        Plant(1100) { $0.change(9) { $0.inhalt = "x" } },
        Plant(1102) { $0.change(1) { $0.praezisierung = .init() } },
        Plant(1103) { $0.change(7) { $0.praezisierung = .init() } },
        Plant(1109) { $0.change(10) { $0.inhalt = nil } },
        Plant(1120) { $0.change(9) { $0.praezisierung.pattern = "x" } },
    ]

    static let states: [Plant] = [
        Plant(1032) { $0.angaben.freigabestatus = nil },
        Plant(1116) { $0.change(1) { $0.angaben.freigabestatus = "7" } },
        Plant(1117) { $0.angaben.statusGesetztDurch = nil },
        Plant(1127) { $0.change(1) { $0.angaben.veroeffentlichungsdatum = nil } },
        Plant(1129) { $0.change(1) { $0.angaben.freigabestatus = "1" } },
        Plant(1134) { $0.angaben.identifikation.version = nil },
        Plant(1135) { $0.change(1) { $0.angaben.identifikation.version = nil } },
        Plant(1140) { $0.change(1) { $0.angaben.statusGesetztDurch = "FIM-Baustein Datenfelder" } },
        Plant(1141) { $0.angaben.statusGesetztDurch = "FIM Baustein Datenfelder" },
        Plant(1142) { $0.change(1) { $0.angaben.statusGesetztAm = nil } },
        Plant(1143) { $0.angaben.statusGesetztAm = nil },
    ]

    static let options = QualityCheck.Options(codeList: { reference in
        guard reference.canonicalIdentification == "urn:de:liste" else { return nil }
        return QualityCodeList(
            rows: [.init(code: "1", name: "eins"), .init(code: "2", name: "zwei")], columns: ["Code", "Name"])
    })

    @Test("the form without faults raises nothing")
    func clean() {
        #expect(QualityCheck.check(FIMForms.message(FIMForms.schema())).numbers.isEmpty)
    }

    @Test("a planted fault raises its message, in German and English, with its own id", arguments: plants)
    func planted(_ plant: Plant) throws {
        var schema = FIMForms.schema()
        plant.change(&schema)
        let result = QualityCheck.check(FIMForms.message(schema), options: Self.options)
        #expect(result.numbers.contains(plant.number), "raised: \(result.numbers)")
        let finding = try #require(result.findings.first { $0.id.rawValue == "xdf.\(plant.number)" })
        #expect(finding.severity == QualityMessage.byNumber[plant.number]?.gewicht.severity)
        #expect(finding.message.rendered(.de) != finding.message.rendered(.en))
    }

    @Test("profiles of documents have messages of their own")
    func profile() {
        let plants: [(Int, (inout XDF3.Dokumentsteckbrief) -> Void)] = [
            (1049, { $0.angaben.definition = nil }), (1052, { $0.angaben.bezug = [] }),
            (1053, { $0.angaben.relation = [.init(praedikat: "VKN", objekt: .init("D99000000002"))] }),
            (1054, { $0.istAbstrakt = "true" }), (1055, { $0.dokumentart = "015" }),
            (1092, { $0.istAbstrakt = nil }), (1107, { $0.hilfetext = nil }),
            (1144, { $0.angaben.statusGesetztAm = nil }),
        ]
        var profile = XDF3.Dokumentsteckbrief(FIMForms.angaben("D99000000001", "Antrag"), bezeichnung: "Antrag")
        profile.istAbstrakt = "false"
        profile.dokumentart = "001"
        profile.hilfetext = "Hilfe."
        func numbers(_ profile: XDF3.Dokumentsteckbrief) -> [Int] {
            let header = XDFHeader(nachrichtID: "1", erstellungszeitpunkt: "2026-01-01T00:00:00Z")
            return QualityCheck.check(.init(header: header, inhalt: .dokumentsteckbrief(profile))).numbers
        }
        #expect(numbers(profile).isEmpty)
        for (number, change) in plants {
            var faulty = profile
            change(&faulty)
            #expect(numbers(faulty) == [number])
        }
    }

    @Test("groups as the object of a message have messages of their own")
    func group() {
        var inner = FIMForms.field(1, "Name")
        inner.angaben.veroeffentlichungsdatum = nil
        inner.angaben.freigabestatus = "2"
        let group = FIMForms.group(
            1, "Person", [FIMForms.place("1:1", inner), FIMForms.place("1:1", FIMForms.field(2, "Geburt", "date"))])
        let header = XDFHeader(nachrichtID: "1", erstellungszeitpunkt: "2026-01-01T00:00:00Z")
        let result = QualityCheck.check(.init(header: header, inhalt: .datenfeldgruppe(group)))
        #expect(result.numbers == [1128, 1130])
    }

    @Test("every implemented message has a fault planted here")
    func complete() {
        let profile = [1049, 1052, 1053, 1054, 1055, 1092, 1107, 1144]
        let tested = Set(Self.plants.map(\.number) + profile + [1128, 1130])
        let implemented = QualityMessage.all.filter { $0.coverage == .implemented || $0.coverage == .needsCodeList }
        #expect(Set(implemented.map(\.number)) == tested)
    }

    @Test("HTML that would run something is told, besides the official messages; other signs are not")
    func activeContent() {
        var schema = FIMForms.schema()
        schema.change(1) { $0.element.hilfetextEingabe = "a <script>alert(1)</script>" }
        schema.change(2) { $0.angaben.definition = "<img src=x onerror=\"alert(1)\">" }
        schema.change(3) { $0.element.hilfetextEingabe = "größer < 3 und <b>fett</b>" }
        let result = QualityCheck.check(FIMForms.message(schema))
        #expect(result.findings.map(\.id) == ["xdf.active-content", "xdf.active-content"])
        #expect(result.numbers.isEmpty)
        #expect(result.findings.map(\.severity) == [.warning, .warning])
    }

    @Test("a form with 1,000 fields and a list of 10,000 values is checked without delay")
    func large() throws {
        var schema = FIMForms.schema()
        var select = FIMForms.field(5, "Art", "text", kind: "select")
        select.werte = (0..<10_000).map { .init(code: "c\($0)", name: "n\($0)") }
        schema.struktur = [FIMForms.place("1:1", select)]
        for number in 100..<1_100 { schema.struktur.append(FIMForms.place("0:1", FIMForms.field(number, "Feld"))) }
        schema.regel = []
        let clock = ContinuousClock()
        var numbers: [Int] = []
        let duration = clock.measure { numbers = QualityCheck.check(FIMForms.message(schema)).numbers }
        #expect(numbers.isEmpty)
        #expect(duration < .seconds(2), "debug build; the benchmark measures the release build")
    }
}
