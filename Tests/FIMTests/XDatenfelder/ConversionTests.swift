import Foundation
import TestSupport
import Testing
import XMLCore

@testable import FIM

@Suite("Conversion 2.0 to 3.0.0 and back", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct ConversionCorpusTests {
    static let names = ["data-field-rule", "data-group-rule", "label", "minimal", "rule", "select", "simple"]

    /// Both made comparable. What differs on purpose: white space in descriptions; the notices that the editors'
    /// converter puts into descriptions (`ACHTUNG`: ours are in the report); the stand-in field's own texts; and an
    /// unreachable code list stays a reference instead of becoming a value that says it could not be reached.
    static func comparable(_ message: XDF3.Nachricht) -> XDF3.Nachricht {
        func plain(_ text: String?) -> String? {
            guard let text else { return nil }
            let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
            return words.components(separatedBy: " ACHTUNG:")[0]
        }
        func common(_ angaben: inout XDF3.Angaben) { angaben.beschreibung = plain(angaben.beschreibung) }
        func rules(_ rules: inout [XDF3.Regel]) {
            for index in rules.indices { rules[index].beschreibung = plain(rules[index].beschreibung) }
        }
        func simplify(_ places: inout [XDF3.Struktur]) {
            for index in places.indices {
                switch places[index].element {
                case .datenfeldgruppe(var group):
                    common(&group.angaben)
                    rules(&group.regel)
                    simplify(&group.struktur)
                    places[index].element = .datenfeldgruppe(group)
                case .datenfeld(var field):
                    if field.angaben.identifikation.id == XDFDefaultField.id { field = XDFDefaultField.field }
                    common(&field.angaben)
                    rules(&field.regel)
                    if field.werte?.first?.name.contains("ACHTUNG") == true || field.codelisteReferenz != nil {
                        field.werte = nil
                        field.codelisteReferenz = nil
                    }
                    places[index].element = .datenfeld(field)
                }
            }
        }
        var result = message
        guard case .stammdatenschema(var schema) = message.inhalt else { return message }
        common(&schema.angaben)
        rules(&schema.regel)
        simplify(&schema.struktur)
        result.inhalt = .stammdatenschema(schema)
        return result
    }

    @Test("2 to 3 gives what the FIM editors' converter gives, but for what is listed", arguments: names)
    func asTheEditors(_ name: String) throws {
        let source = try #require(
            XDFReader.read(bytes: FIMFixtures.corpus("xdatenfelder/2.0/messages/\(name).xml")).xdf2)
        let expected = try #require(
            XDFReader.read(bytes: FIMFixtures.corpus("xdatenfelder/3.0.0/derived-from-2.0/\(name)_xdf3.xml")).xdf3)
        let ours = XDF2To3.convert(source).nachricht
        let left = String(decoding: try XDF3Writer.write(Self.comparable(ours)), as: UTF8.self)
        let right = String(decoding: try XDF3Writer.write(Self.comparable(expected)), as: UTF8.self)
        let difference = right.split(separator: "\n").difference(from: left.split(separator: "\n"))
        #expect(difference.isEmpty, "\(difference)")
    }

    @Test("2 to 3 to 2 restores everything that the report does not list", arguments: names)
    func thereAndBack(_ name: String) throws {
        let source = try #require(
            XDFReader.read(bytes: FIMFixtures.corpus("xdatenfelder/2.0/messages/\(name).xml")).xdf2)
        let there = XDF2To3.convert(source)
        let back = try XDF3To2.convert(there.nachricht).nachricht
        let listed = Set(there.report.entries.map(\.field).flatMap { $0.split(separator: "/").map(String.init) })
        let before = String(decoding: try XDF2Writer.write(source), as: UTF8.self)
        let after = String(decoding: try XDF2Writer.write(back), as: UTF8.self)
        for change in after.split(separator: "\n").difference(from: before.split(separator: "\n")) {
            let line =
                switch change {
                case .insert(_, let line, _), .remove(_, let line, _): String(line)
                }
            let element = line.split(whereSeparator: { "<>:/ ".contains($0) }).dropFirst().first.map(String.init) ?? ""
            #expect(listed.contains(element), "not listed: \(line)")
        }
    }

    @Test("the result is read strictly without a finding", arguments: names)
    func strict(_ name: String) throws {
        let source = try #require(
            XDFReader.read(bytes: FIMFixtures.corpus("xdatenfelder/2.0/messages/\(name).xml")).xdf2)
        let bytes = try XDF3Writer.write(XDF2To3.convert(source).nachricht)
        #expect(try XDFReader.read(bytes: bytes).findings.isEmpty)
    }

    @Test("3 to 2: own values become genericode, what 2.0 does not know is reported")
    func down() throws {
        let source = try #require(XDFReader.read(bytes: FIMFixtures.corpus("xdatenfelder/derived/form.xml")).xdf3)
        let result = try XDF3To2.convert(source)
        #expect(try XDFReader.read(bytes: XDF2Writer.write(result.nachricht)).xdf2 != nil)
        #expect(result.lists.map(\.fileName) == ["C05000003_genericode.xml"])
        let list = try XMLTree(bytes: try #require(result.lists.first).bytes)
        #expect(list.root.first(local: "SimpleCodeList")?.all(local: "Row").count == 3)
        let fields = Set(result.report.entries.map(\.field))
        #expect(
            fields == ["bezug/@link", "dokumentsteckbrief", "werte", "art", "typ", "maxSize", "mediaType", "datentyp"])
    }
}

@Suite("Conversion: parts")
struct ConversionPartTests {
    @Test("ids get the Unternummernkreis and lose it")
    func ids() {
        #expect(XDFIDs.widen("F60000037", "000") == "F60000000037")
        #expect(XDFIDs.widen("F60000000037", "000") == "F60000000037")
        #expect(XDFIDs.narrow("F60123000037")?.id == "F60000037")
        #expect(XDFIDs.narrow("F60123000037")?.kreis == "123")
        #expect(XDFIDs.widenVersion("1.2") == "1.2.0")
        #expect(
            XDFIDs.rewrite("F60000037, (G60000086) XF60000037 F600000371", digits: 8) { "<\($0)>" }
                == "<F60000037>, (<G60000086>) XF60000037 F600000371")
    }

    @Test(
        "bounds of 2.0 are JSON text",
        arguments: [
            (#"{"minLength":"1","maxLength":"120"}"#, ["minLength=1", "maxLength=120"]),
            (#" { "pattern" : "\\d{5}" , "minValue" : 3 } "#, [#"pattern=\d{5}"#, "minValue=3"]),
            ("{}", []),
        ])
    func bounds(_ text: String, _ members: [String]) throws {
        let parsed = try #require(XDF2Praezisierung(text))
        #expect(parsed.members.map { "\($0.name)=\($0.value)" } == members)
    }

    @Test("what is no JSON object is refused", arguments: ["", "minLength=1", "{\"a\"}", "{\"a\":\"b}", "[1]"])
    func noBounds(_ text: String) { #expect(XDF2Praezisierung(text) == nil) }

    @Test("kept original values are taken back out of a description")
    func original() {
        let values = XDFOriginalwerte(values: [("ID", "F60000037"), ("Version", "1.2")])
        var text: String? = values.appended(to: "Eine Beschreibung")
        #expect(XDFOriginalwerte.take(from: &text)?["ID"] == "F60000037")
        #expect(text == "Eine Beschreibung")
        var alone: String? = values.appended(to: nil)
        #expect(XDFOriginalwerte.take(from: &alone)?["Version"] == "1.2")
        #expect(alone == nil)
    }

    @Test("a report is text, JSON and HTML, values escaped")
    func report() {
        var report = LossReport()
        report.add(
            XDFIdentifikation("F1", version: "1.0"), XDFPosition(), "script", .lost, before: "<b>\"&\n",
            .init(de: "Grund", en: "reason"))
        #expect(report.text(.de) == "F1V1.0\tscript\tverloren »<b>\"&«\tGrund\n")
        #expect(report.json(.en)["entries"] != .array([]))
        #expect(report.json(.en).text.contains(#""before": "<b>\"&\n""#))
        #expect(report.html(.en, title: "T").contains("<td>&lt;b&gt;&quot;&amp;"))
    }
}
