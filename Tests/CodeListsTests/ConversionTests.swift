import CodeLists
import Findings
import Foundation
import TestSupport
import Testing

@Suite("Converting lists to and from CSV and JSON")
struct ConversionTests {
    @Test("A table is written as RFC 4180 says")
    func table() throws {
        let table = String(decoding: CodeListCSV().table(try Samples.farben()), as: UTF8.self)
        #expect(
            table == "code,name,hinweis\r\nr,Rot,\r\ng,Grün,\r\nb,\"Blau, \"\"hell\"\"; mit\nUmbruch\",\"\"\r\n")
        let marked = CodeListCSV(separator: ";", writesByteOrderMark: true).table(try Samples.farben())
        #expect(marked.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(String(decoding: marked, as: UTF8.self).contains("g;Grün;\r\n"))
    }

    @Test("Table and sidecar make the same list again", arguments: [",", ";", "\t"])
    func roundTrip(separator: Character) throws {
        let list = try Samples.farben()
        let csv = CodeListCSV(separator: separator, writesByteOrderMark: true)
        #expect(try csv.list(table: csv.table(list), sidecar: try csv.sidecar(list)) == list)
    }

    @Test("JSON makes the same list again and tells undefined from missing values")
    func json() throws {
        let list = try Samples.farben()
        let bytes = try CodeListJSON.write(list)
        #expect(try CodeListJSON.read(bytes) == list)
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        let rows = try #require(object["rows"] as? [[String: Any]])
        #expect(rows[0]["hinweis"] is NSNull)
        #expect(rows[1]["hinweis"] == nil)
        #expect(rows[2]["hinweis"] as? String == "")
        #expect((object["metadata"] as? [String: Any])?["codeColumn"] as? String == "code")
    }

    @Test("Annotations and complex values survive in the sidecar")
    func special() throws {
        let list = try Samples.farben(
            (
                "<Value ColumnRef=\"hinweis\"/>",
                """
                <Value ColumnRef="hinweis"><Annotation><AppInfo><x:a xmlns:x="urn:x"/></AppInfo></Annotation>
                <ComplexValue><x:b xmlns:x="urn:x">k</x:b></ComplexValue></Value>
                """
            ),
            (
                "<SimpleCodeList>",
                "<SimpleCodeList><Annotation><AppInfo><x:c xmlns:x=\"urn:x\"/></AppInfo></Annotation>"
            ))
        let csv = CodeListCSV()
        #expect(try csv.list(table: csv.table(list), sidecar: try csv.sidecar(list)) == list)
        #expect(try CodeListJSON.read(try CodeListJSON.write(list)) == list)
    }

    @Test("A new list is made from a table")
    func fromTable() throws {
        var metadata = XOEVAnnotation()
        metadata.validFromText = "2026-01-01"
        let identification = CodeListIdentification(
            shortName: "tiere", longNames: ["Tiere"], version: "1", canonicalURI: "urn:test:tiere")
        let list = try CodeListCSV(separator: ";").list(
            table: Array("code;name;note\nh;Hund;\n\nk;Katze;\"leise; meist\"\n".utf8), identification: identification,
            metadata: metadata)
        #expect(list.count == 2)
        #expect(list.codeColumn == 0)
        #expect(list.columns.map(\.use) == [.required, .required, .optional])
        #expect(list.value(row: 1, column: "note") == "leise; meist")
        #expect(CodeListCheck().findings(for: list).isEmpty)
        let again = try GenericodeReader().read(bytes: try GenericodeWriter().write(list))
        #expect(again == list)
        #expect(again.validFrom?.description == "2026-01-01")
    }

    @Test(
        "Faults of a table are found in their line",
        arguments: [
            ("", nil), ("code;name\nr;Rot\n", 1), ("code,code\nr,Rot\n", 1), ("code,\nr,Rot\n", 1),
            ("code,name\nr,Rot\ng\n", 3), ("code,name\nr,\"Rot\n", 2), ("code,name\nr,\"Rot\"x\n", 2),
            ("code,na me\nr,Rot\n", 1),
        ] as [(String, Int?)])
    func faults(table: String, line: Int?) throws {
        let identification = CodeListIdentification(shortName: "t", version: "1", canonicalURI: "urn:t")
        #expect {
            try CodeListCSV().list(table: Array(table.utf8), identification: identification, name: "t.csv")
        } throws: { error in
            let error = error as? CodeListError
            return error?.code == .csv && error?.location == Location(file: "t.csv", line: line)
        }
    }

    @Test("Another encoding than UTF-8 is said, not guessed")
    func encoding() throws {
        let identification = CodeListIdentification(shortName: "t", version: "1", canonicalURI: "urn:t")
        #expect {
            try CodeListCSV().list(
                table: Array("code,name\ng,Gr".utf8) + [0xFC] + Array("n\n".utf8), identification: identification)
        } throws: { error in
            (error as? CodeListError)?.message.rendered(.en).contains("UTF-8") == true
        }
    }

    @Test("A table that does not fit its sidecar is refused")
    func misfit() throws {
        let list = try Samples.farben()
        let sidecar = try CodeListCSV().sidecar(list)
        #expect(throws: CodeListError.self) {
            try CodeListCSV().list(table: Array("name,code,hinweis\n".utf8), sidecar: sidecar)
        }
        #expect(throws: CodeListError.self) {
            try CodeListCSV().list(table: CodeListCSV().table(list), sidecar: Array("{}".utf8))
        }
    }

    @Test("What is no such JSON is refused", arguments: ["", "[]", "{}", "{\"format\": \"x\"}"])
    func noJSON(text: String) throws {
        #expect {
            try CodeListJSON.read(Array(text.utf8), name: "l.json")
        } throws: { error in
            (error as? CodeListError)?.code == .json && (error as? CodeListError)?.location.file == "l.json"
        }
    }

    @Test("A row with an unknown column is refused")
    func unknownColumn() throws {
        let text = String(decoding: try CodeListJSON.write(try Samples.farben()), as: UTF8.self)
            .replacingOccurrences(of: "\"code\": \"g\"", with: "\"kode\": \"g\"")
        #expect {
            try CodeListJSON.read(Array(text.utf8))
        } throws: { ($0 as? CodeListError)?.code == .unknownColumn }
    }

    @Test("All lists of the corpus survive CSV and JSON", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
    func corpus() throws {
        let csv = CodeListCSV()
        // Every fourth list: all kinds are among them, and the whole corpus would take long without optimisation.
        for (index, file) in CorpusLists.files.enumerated() where index % 4 == 0 {
            let list = try GenericodeReader().read(bytes: try CorpusLists.bytes(file))
            #expect(try CodeListJSON.read(try CodeListJSON.write(list)) == list, "\(file.lastPathComponent)")
            #expect(
                try csv.list(table: csv.table(list), sidecar: try csv.sidecar(list)) == list,
                "\(file.lastPathComponent)")
        }
    }
}
