import Foundation
import TestSupport
import Testing
import XMLCore

@testable import FIM

/// Runs a program of the system, for oracles.
enum Oracle {
    static func find(_ name: String) -> String? {
        let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
        return path.split(separator: ":").map { "\($0)/\(name)" }
            .first { FileManager.default.isExecutableFile(atPath: $0) }
    }

    static func run(_ program: String, _ arguments: [String]) throws -> (status: Int32, output: String) {
        let process = Process()
        process.executableURL = URL(filePath: program)
        process.arguments = arguments
        let pipe = Pipe()
        process.standardOutput = pipe
        process.standardError = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return (process.terminationStatus, String(decoding: data, as: UTF8.self))
    }

    static let hasXmllint = find("xmllint") != nil
    /// Python with the package jsonschema.
    static let python: String? = {
        guard let python = find("python3"), (try? run(python, ["-c", "import jsonschema"]))?.status == 0 else {
            return nil
        }
        return python
    }()
    /// Python with the package pyshacl, its own or that of `Scripts/prove-shacl`; nil without the corpus, too.
    static let shacl: String? = {
        let own = TestFiles.projectRoot.appending(path: ".build-shacl/bin/python").path
        let candidates = [find("python3"), own].compactMap(\.self)
        guard TestFiles.hasCorpus else { return nil }
        return candidates.first { (try? run($0, ["-c", "import pyshacl"]))?.status == 0 }
    }()
}

/// Data for the form of the corpus: each is a change of valid data, with the verdict that follows from the form.
enum FormDataSets {
    struct DataSet: Sendable {
        let name: String
        let isValid: Bool
        let json: String
        /// JSON Schema cannot tell: it does not compare dates.
        var isBeyondJSONSchema = false
        /// The form's rule (a telephone number or an address) is broken; the XSD does not know it.
        var breaksRule = false
    }

    static let valid = """
        {"G05000000001V1.0.0":[{"F05000000001V1.0.0":"Rex","F05000000002V1.0.0":"2020-05-01",\
        "F05000000003V1.0.0":"002","F05000000004V1.0.0":2,"F05000000005V1.0.0":12.5}],\
        "G05000000002V1.0.0":{"F05000000006V1.0.0":"0521 123"},"F05000000008V1.0.0":96.00,\
        "F05000000009V1.0.0":["JVBERi0="],"F05000000011V1.0.0":false,"F05000000012V1.0.0":"2026-01-01T10:00:00"}
        """

    static func change(_ name: String, _ isValid: Bool, _ from: String, _ to: String, beyond: Bool = false) -> DataSet {
        precondition(valid.contains(from), "\(name): \(from)")
        return DataSet(name: name, isValid: isValid, json: valid.replacing(from, with: to), isBeyondJSONSchema: beyond)
    }

    static let all: [DataSet] = [
        DataSet(name: "valid", isValid: true, json: valid),
        change("without optional", true, ",\"F05000000004V1.0.0\":2,\"F05000000005V1.0.0\":12.5", ""),
        change("other choice", true, "\"F05000000006V1.0.0\":\"0521 123\"", "\"F05000000007V1.0.0\":\"a@b.example\""),
        DataSet(
            name: "empty choice", isValid: true,
            json: valid.replacing("\"F05000000006V1.0.0\":\"0521 123\"", with: ""), breaksRule: true),
        change("both choices", false, "\"0521 123\"", "\"0521 123\",\"F05000000007V1.0.0\":\"a@b.example\""),
        change("name missing", false, "\"F05000000001V1.0.0\":\"Rex\",", ""),
        change("name empty", false, "\"Rex\"", "\"\""),
        change("name too long", false, "Rex", String(repeating: "x", count: 41)),
        change("name as long as allowed", true, "Rex", String(repeating: "ä", count: 40)),
        change("no date", false, "2020-05-01", "2020-02-30"),
        change("date too early", false, "2020-05-01", "1989-12-31", beyond: true),
        change("unknown code", false, "\"002\"", "\"009\""),
        change("too many", false, "\"F05000000004V1.0.0\":2", "\"F05000000004V1.0.0\":21"),
        change("no integer", false, "\"F05000000004V1.0.0\":2", "\"F05000000004V1.0.0\":2.5"),
        change("too light", false, "12.5", "0.4"),
        change("pattern broken", false, "0521 123", "0521-123"),
        change("amount too high", false, "96.00", "2000.01"),
        change("no truth value", false, ":false", ":\"vielleicht\""),
        change("time wrong", false, "T10:00:00", "T25:00:00"),
        change("time too late", false, "2026-01-01T10:00:00", "2091-01-01T00:00:00", beyond: true),
        change("label filled", false, "\"F05000000008V1.0.0\":96.00", "\"F05000000010V1.0.0\":\"x\""),
        change("no dog", false, "\"G05000000001V1.0.0\":[{", "\"G05000000003V1.0.0\":[{"),
        change("truth value missing", false, "\"F05000000011V1.0.0\":false,", ""),
        change("several files", true, "[\"JVBERi0=\"]", "[\"JVBERi0=\",\"JVBERi0=\"]"),
    ]
}

@Suite("Derived forms", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct DerivedFormTests {
    static func schema() throws -> XDF3.Stammdatenschema {
        let bytes = try FIMFixtures.corpus("xdatenfelder/derived/form.xml")
        return try #require(XDFReader.read(bytes: bytes).xdf3?.stammdatenschema)
    }

    @Test("our own validation judges every data set by the form")
    func own() throws {
        let schema = try Self.schema()
        for data in FormDataSets.all {
            let json = try #require(JSONValue(parsing: data.json))
            let findings = try XDF3FormData.validate(json, schema, rules: false)
            #expect(findings.isEmpty == data.isValid, "\(data.name): \(findings.map(\.id))")
            let all = try XDF3FormData.validate(json, schema)
            #expect(all.isEmpty == (data.isValid && !data.breaksRule), "\(data.name): \(all.map(\.id))")
        }
    }

    @Test(
        "our XSD and the FIM editors' accept and reject the same data (xmllint)",
        .enabled(if: Oracle.hasXmllint, "needs xmllint"))
    func xsd() throws {
        let schema = try Self.schema()
        let xmllint = try #require(Oracle.find("xmllint"))
        let theirs = try #require(TestFiles.corpus).appending(path: "xdatenfelder/derived/xfall.xsd").path
        try TestFiles.withTemporaryFolder { folder in
            let ours = folder.appending(path: "ours.xsd")
            try Data(XDF3XMLSchema.derive(schema).serialized()).write(to: ours)
            for data in FormDataSets.all {
                let json = try #require(JSONValue(parsing: data.json))
                var text = String(decoding: try XDF3FormData.xml(json, schema).serialized(), as: UTF8.self)
                // An element that the form does not have is left out when XML is written.
                if data.name == "no dog" { text = text.replacing("G05000000001V1", with: "G05000000003V1") }
                let file = folder.appending(path: "data.xml")
                try Data(text.utf8).write(to: file)
                let mine = try Oracle.run(xmllint, ["--nonet", "--noout", "--schema", ours.path, file.path])
                let other = try Oracle.run(xmllint, ["--nonet", "--noout", "--schema", theirs, file.path])
                #expect((mine.status == 0) == (other.status == 0), "\(data.name): \(mine.output)")
                #expect((mine.status == 0) == data.isValid, "\(data.name): \(mine.output)")
            }
        }
    }

    @Test(
        "both namespace styles compile (xmllint), of the corpus form and of a form with every type",
        .enabled(if: Oracle.hasXmllint, "needs xmllint"))
    func styles() throws {
        let xmllint = try #require(Oracle.find("xmllint"))
        for schema in [try Self.schema(), FIMForms.schema()] {
            for style in XDF3XMLSchema.Style.allCases {
                try TestFiles.withTemporaryFolder { folder in
                    let file = folder.appending(path: "s.xsd")
                    let tree = try XDF3XMLSchema.derive(schema, options: .init(style: style))
                    try Data(tree.serialized()).write(to: file)
                    let dummy = folder.appending(path: "d.xml")
                    try Data("<x/>".utf8).write(to: dummy)
                    let result = try Oracle.run(xmllint, ["--nonet", "--noout", "--schema", file.path, dummy.path])
                    #expect(result.status == 3, "\(result.output)")
                    #expect(!result.output.contains("failed to compile"), "\(result.output)")
                }
            }
        }
    }

    @Test(
        "the JSON Schema is valid and judges the data as the form does (jsonschema)",
        .enabled(if: Oracle.python != nil, "needs Python with jsonschema"))
    func jsonSchema() throws {
        let schema = try Self.schema()
        let python = try #require(Oracle.python)
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "s.json")
            try Data(XDF3JSONSchema.derive(schema).text.utf8).write(to: file)
            let data = folder.appending(path: "data.json")
            try Data("[\(FormDataSets.all.map(\.json).joined(separator: ","))]".utf8).write(to: data)
            let script = """
                import json,sys,jsonschema
                s=json.load(open(sys.argv[1])); V=jsonschema.Draft202012Validator
                V.check_schema(s); v=V(s,format_checker=V.FORMAT_CHECKER)
                print(' '.join('1' if v.is_valid(d) else '0' for d in json.load(open(sys.argv[2]))))
                """
            let result = try Oracle.run(python, ["-c", script, file.path, data.path])
            let verdicts = result.output.split(whereSeparator: \.isWhitespace).map { $0 == "1" }
            try #require(verdicts.count == FormDataSets.all.count, "\(result.output)")
            for (verdict, data) in zip(verdicts, FormDataSets.all) {
                let isValid = data.isValid && !data.breaksRule
                #expect(verdict == (isValid || data.isBeyondJSONSchema), "\(data.name)")
            }
        }
    }

    @Test("JSON to XML and back gives the same data")
    func roundTrip() throws {
        let schema = try Self.schema()
        for data in FormDataSets.all where data.isValid {
            let json = try #require(JSONValue(parsing: data.json))
            let back = try XDF3FormData.json(XDF3FormData.xml(json, schema), schema)
            #expect(try XDF3FormData.validate(back, schema, rules: false).isEmpty)
            #expect(try XDF3FormData.xml(back, schema) == XDF3FormData.xml(json, schema), "\(data.name)")
        }
    }

    @Test("the HTML form is well-formed, labels every control, and hides nothing")
    func html() throws {
        let html = try XDF3HTMLForm.write(try Self.schema())
        for text in [
            "<h1>Anmeldung eines Hundes zur Hundesteuer</h1>", "type=\"date\"", "min=\"1990-01-01\"", "<legend>Hund",
            "maxlength=\"40\"", "type=\"radio\"", "accept=\"application/pdf\"", "multiple",
        ] {
            #expect(html.contains(text), "\(text)")
        }
        // Void elements closed, it is XML; then its structure can be asked.
        let closed = html.replacing("<!DOCTYPE html>\n", with: "")
            .replacing(#/<(meta|input)([^>]*)>/#) { "<\($0.1)\($0.2)/>" }
            .replacing(#/ (required|multiple|checked|readonly)(?=[ \/>])/#) { " \($0.1)=\"\"" }
        let tree = try XMLTree(bytes: Array(closed.utf8))
        var controls: [String] = []
        var labels: Set<String> = []
        var ids: [String] = []
        func visit(_ element: XMLTree.Element) {
            if ["input", "select", "textarea"].contains(element.name.local), element["type"] != "hidden" {
                controls.append(element["id"] ?? "")
            }
            if element.name.local == "label" { labels.insert(element["for"] ?? "") }
            if let id = element["id"] { ids.append(id) }
            for child in element.elements { visit(child) }
        }
        visit(tree.root)
        #expect(controls.count > 12)
        #expect(Set(ids).count == ids.count, "ids are unique")
        #expect(controls.allSatisfy { labels.contains($0) })
    }

    @Test("what a form says cannot break out of HTML, Markdown or JSON")
    func escaping() throws {
        var schema = FIMForms.schema()
        schema.bezeichnung = "<script>alert(\"1\")</script> | \u{1}"
        schema.change(1) { $0.element.bezeichnungEingabe = "\"><img src=x>" }
        let html = try XDF3HTMLForm.write(schema)
        #expect(!html.contains("<script>"))
        #expect(!html.contains("<img"))
        #expect(!XDF3Markdown.write(schema).contains("<script>"))
        #expect(JSONValue(parsing: try XDF3JSONSchema.derive(schema).text)?["title"] == .string(schema.bezeichnung))
    }

    @Test("the Markdown overview lists every element once, and the rules")
    func markdown() throws {
        let text = XDF3Markdown.write(try Self.schema())
        for number in 1...12 {
            let id = "F050000000\(number < 10 ? "0" : "")\(number)V1.0.0"
            #expect(text.components(separatedBy: "| \(id) |").count == 2)
        }
        #expect(text.contains("- **Regel 001** (R05000000001V1.0.0): F05000000006 oder"))
    }

    @Test("a form without ids is refused, and so are two versions with plain names")
    func refused() throws {
        var schema = FIMForms.schema()
        schema.change(1) { $0.angaben.identifikation.id = "" }
        #expect(throws: XDFError.self) { try XDF3JSONSchema.derive(schema) }
        var two = FIMForms.schema()
        two.change(2) { $0.angaben.identifikation = .init("F17000000001", version: "2.0.0") }
        #expect(throws: Never.self) { try XDF3XMLSchema.derive(two) }
        #expect(throws: XDFError.self) { try XDF3XMLSchema.derive(two, options: .init(style: .perForm)) }
    }

    @Test("patterns are anchored for ECMAScript, and left out where only XSD has them")
    func patterns() {
        #expect(RegexTranslation.ecma("a|b") == "^(?:a|b)$")
        #expect(RegexTranslation.ecma("\\d{5}") == "^(?:\\d{5})$")
        #expect(RegexTranslation.ecma("\\i\\c*") == nil)
        #expect(RegexTranslation.ecma("[a-z-[aeiou]]") == nil)
        #expect(RegexTranslation.ecma("\\p{IsBasicLatin}") == nil)
    }
}

@Suite("JSON values")
struct JSONValueTests {
    @Test(
        "JSON is read and written",
        arguments: [
            #"{"a":[1,-2.5e3,"x\n\u00e4\ud83d\ude00"],"b":{},"c":null,"d":true}"#, "[]", "\"\"", "0",
        ])
    func roundTrip(_ text: String) throws {
        let value = try #require(JSONValue(parsing: text))
        #expect(JSONValue(parsing: value.text) == value)
    }

    @Test(
        "what is no JSON is refused",
        arguments: [
            "", "{", "[1,]", "{\"a\":1,}", "01", "1.", ".5", "+1", "\"\n\"", "nul", "{\"a\":1,\"a\":2}", "[1] 2",
            "\"\\ud83d\"",
            "{'a':1}",
        ])
    func refused(_ text: String) { #expect(JSONValue(parsing: text) == nil) }

    @Test("deep nesting ends without a crash")
    func deep() { #expect(JSONValue(parsing: String(repeating: "[", count: 100_000)) == nil) }
}
