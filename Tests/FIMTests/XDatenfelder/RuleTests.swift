import Foundation
import TestSupport
import Testing

@testable import FIM

/// A form for rules, and data for it: `F1` stands for `F17000000001V1.0.0`, `G1` for `G17000000001V1.0.0`.
enum RuleForm {
    static func schema(_ text: String?, script: String? = nil) -> XDF3.Stammdatenschema {
        var schema = FIMForms.schema()
        schema.regel = [rule(text, script: script)]
        var proxy = FIMForms.field(1, "Vertretung", kind: "select")
        proxy.werte = [
            .init(code: "001", name: "Ja"), .init(code: "002", name: "Nein"), .init(code: "003", name: "Offen"),
        ]
        var label = FIMForms.field(14, "Hinweis", "text", kind: "label")
        label.inhalt = "Bitte beachten."
        schema.struktur = [
            FIMForms.place("0:1", proxy), FIMForms.place("0:1", FIMForms.field(2, "Zahlung")),
            FIMForms.place("0:1", FIMForms.field(3, "Telefon")), FIMForms.place("0:1", FIMForms.field(4, "E-Mail")),
            FIMForms.place("0:1", FIMForms.field(5, "Beginn", "date")),
            FIMForms.place("0:1", FIMForms.field(6, "Ende", "date")),
            FIMForms.place("0:1", FIMForms.field(7, "Anzahl", "num_int")),
            FIMForms.place("0:1", FIMForms.field(8, "Bestätigt", "bool")),
            FIMForms.place(
                "0:*",
                FIMForms.group(
                    1, "Kind",
                    [
                        FIMForms.place("0:1", FIMForms.field(9, "Einzug", "date")),
                        FIMForms.place("0:1", FIMForms.field(10, "Auszug", "date")),
                        FIMForms.place("0:1", FIMForms.field(11, "Name")),
                    ])),
            FIMForms.place(
                "0:1",
                FIMForms.group(
                    2, "Anschrift",
                    [
                        FIMForms.place("0:1", FIMForms.field(12, "Straße")),
                        FIMForms.place("0:1", FIMForms.field(13, "Postfach")),
                    ])),
            FIMForms.place("1:1", label), FIMForms.place("0:3", FIMForms.field(15, "Vorname")),
        ]
        return schema
    }

    static func rule(_ text: String?, script: String? = nil) -> XDF3.Regel {
        var rule = XDF3.Regel(
            XDFIdentifikation("R17000000001", version: "1.0.0"), name: "Regel", letzteAenderung: "2026-01-01T00:00:00Z")
        rule.freitextRegel = text.map(ids)
        rule.skript = script
        rule.typ = "V"
        return rule
    }

    /// `F1` to `F17000000001`.
    static func ids(_ text: String) -> String { expand(text, suffix: "") }

    static func data(_ text: String) -> JSONValue? { JSONValue(parsing: expand(text, suffix: "V1.0.0")) }

    private static func expand(_ text: String, suffix: String) -> String {
        text.replacing(#/\b([FG])(\d{1,2})\b/#) { match in
            let digits = String(String(1_000_000 + (Int(match.2) ?? 0)).dropFirst())
            return "\(match.1)17000\(digits)\(suffix)"
        }
    }
}

@Suite("Rules of forms")
struct RuleTests {
    struct Example: Sendable, CustomTestStringConvertible {
        let text: String
        let kept: [String]
        /// Data that break the rule, each with the places where.
        let broken: [(String, [String])]
        /// JSON Schema cannot compare dates or two values.
        var isInJSONSchema = true
        var testDescription: String { text }
    }

    static let presence: [Example] = [
        Example(
            text: "F3 muss angegeben werden.", kept: [#"{"F3":"0521"}"#],
            broken: [("{}", ["/F3"]), (#"{"F3":""}"#, ["/F3"])]),
        Example(
            text: "F3 und F4 sind anzugeben.", kept: [#"{"F3":"1","F4":"a"}"#],
            broken: [(#"{"F4":"a"}"#, ["/F3"]), ("{}", ["/F3", "/F4"])]),
        Example(
            text: "F3 oder F4 muss angegeben sein.", kept: [#"{"F3":"1"}"#, #"{"F3":"1","F4":"a"}"#],
            broken: [("{}", [""]), (#"{"F3":"","F1":"001"}"#, [""])]),
        Example(
            text: "Es muss entweder Feld F3 „Telefon“ oder Feld F4 \"E-Mail\" befüllt werden.",
            kept: [#"{"F3":"1"}"#, #"{"F4":"1"}"#], broken: [("{}", [""]), (#"{"F3":"1","F4":"a"}"#, [""])]),
        Example(
            text: "Genau eines der Felder F2, F3 und F4 ist auszufüllen!", kept: [#"{"F2":"1"}"#],
            broken: [("{}", [""]), (#"{"F2":"1","F3":"1","F4":"a"}"#, [""])]),
        Example(
            text: "Von F2, F3 und G2 muss genau eine Angabe gemacht sein.", kept: [#"{"G2":{"F12":"Weg 1"}}"#],
            broken: [("{}", [""]), (#"{"F2":"1","G2":{"F13":"2"}}"#, [""])]),
        Example(
            text: "Mindestens eine der folgenden Angaben: F2, F3, F4 muss ausgefüllt sein.", kept: [#"{"F4":"1"}"#],
            broken: [(#"{"F1":"001"}"#, [""])]),
        Example(
            text: "Es darf nur F3 oder F4 angegeben werden.", kept: ["{}", #"{"F4":"1"}"#],
            broken: [(#"{"F3":"1","F4":"1"}"#, [""])]),
        Example(
            text: "F3 und F4 dürfen nicht gleichzeitig befüllt sein", kept: ["{}", #"{"F3":"1"}"#],
            broken: [(#"{"F3":"1","F4":"1"}"#, [""])]),
        Example(
            text: "Die Gruppe G2 (Anschrift) darf nicht leer sein.", kept: [#"{"G2":{"F12":"Weg 1"}}"#],
            broken: [("{}", ["/G2"]), (#"{"G2":{}}"#, ["/G2"]), (#"{"G2":{"F12":""}}"#, ["/G2"])]),
        Example(
            text: "Das Feld F15 ist eine Pflichtangabe.", kept: [#"{"F15":["A"]}"#, #"{"F15":["","A"]}"#],
            broken: [(#"{"F15":[]}"#, ["/F15"]), (#"{"F15":[""]}"#, ["/F15"])]),
        Example(
            text: "Entweder F12 oder F13 ist anzugeben.",
            kept: ["{}", #"{"G2":{"F12":"Weg 1"}}"#],
            broken: [(#"{"G2":{}}"#, ["/G2"]), (#"{"G2":{"F12":"Weg 1","F13":"2"}}"#, ["/G2"])]),
    ]

    static let conditional: [Example] = [
        Example(
            text: """
                Wenn das Feld F1 "Vertretung" = 001 "Ja" ist, dann muss das Feld F2 "Zahlung" befüllt sein. Wenn das \
                Feld F1 "Vertretung" <> 001 "Ja", dann darf das Feld F2 "Zahlung" nicht befüllt sein.
                """,
            kept: ["{}", #"{"F2":"x"}"#, #"{"F1":"001","F2":"x"}"#, #"{"F1":"002"}"#],
            broken: [(#"{"F1":"001"}"#, ["/F2"]), (#"{"F1":"003","F2":"x"}"#, ["/F2"])]),
        Example(
            text: """
                WENN F1 'Vertretung' = 001 'Ja', DANN aktiviere F2 'Zahlung' UND mache es zu einer Pflichtangabe. WENN \
                F1 'Vertretung' = 002 'Nein', DANN deaktiviere F2 'Zahlung'.
                """,
            kept: ["{}", #"{"F1":"003","F2":"x"}"#, #"{"F1":"001","F2":"x"}"#],
            broken: [(#"{"F1":"001"}"#, ["/F2"]), (#"{"F1":"002","F2":"x"}"#, ["/F2"])]),
        Example(
            text: "Wenn F1 = \"Ja\", dann ist F2 anzugeben, sonst darf F2 nicht angegeben werden.",
            kept: ["{}", #"{"F1":"001","F2":"x"}"#, #"{"F1":"002"}"#],
            broken: [(#"{"F1":"001"}"#, ["/F2"]), (#"{"F2":"x"}"#, ["/F2"]), (#"{"F1":"002","F2":"x"}"#, ["/F2"])]),
        Example(
            text: "Falls F1 = 002 oder = 003 ist, müssen F3 und F4 angegeben werden.",
            kept: [#"{"F1":"001"}"#, #"{"F1":"003","F3":"1","F4":"a"}"#],
            broken: [(#"{"F1":"003","F4":"a"}"#, ["/F3"])]),
        Example(
            text: "F2 ist anzugeben, wenn F8 = wahr und F7 größer als 3 ist.",
            kept: [#"{"F8":true,"F7":3}"#, #"{"F8":false,"F7":4}"#, #"{"F8":true,"F7":4,"F2":"x"}"#],
            broken: [(#"{"F8":true,"F7":4}"#, ["/F2"])]),
        Example(
            text: "Wenn F1 den Wert 001 oder 003 hat, muss die Angabe F2 angegeben sein.", kept: [#"{"F1":"002"}"#],
            broken: [(#"{"F1":"003"}"#, ["/F2"])]),
        Example(
            text: "F2 darf nur befüllt werden, wenn F1 nicht leer ist.", kept: ["{}", #"{"F1":"002","F2":"x"}"#],
            broken: [(#"{"F2":"x"}"#, ["/F2"])]),
        Example(
            text: "Wenn F3 und F4 nicht angegeben sind, ist die Gruppe G2 auszufüllen.",
            kept: [#"{"F3":"1"}"#, #"{"G2":{"F13":"7"}}"#],
            broken: [("{}", ["/G2"])]),
        Example(
            text: "Wenn F7 > 2 ist, muss F15 angegeben werden und F3 darf nicht angegeben werden.",
            kept: [#"{"F7":2}"#, #"{"F7":3,"F15":["A"]}"#], broken: [(#"{"F7":3,"F3":"1"}"#, ["/F15", "/F3"])]),
        Example(
            text: "Die Angabe F11 muss befüllt werden, wenn F9 befüllt ist.",
            kept: ["{}", #"{"G1":[{"F11":"A"},{"F9":"2020-01-01","F11":"B"}]}"#],
            broken: [
                (#"{"G1":[{"F9":"2020-01-01"},{"F11":"B"},{"F9":"2020-01-02"}]}"#, ["/G1/0/F11", "/G1/2/F11"])
            ]),
    ]

    static let comparisons: [Example] = [
        Example(
            text: "F5 muss zeitlich vor F6 liegen.",
            kept: ["{}", #"{"F5":"2020-01-01"}"#, #"{"F5":"2020-01-01","F6":"2020-01-02"}"#],
            broken: [(#"{"F5":"2020-01-02","F6":"2020-01-02"}"#, ["/F5"])], isInJSONSchema: false),
        Example(
            text: "Das Datum F6 darf nicht vor dem Datum F5 liegen.",
            kept: [#"{"F5":"2020-01-02","F6":"2020-01-02"}"#],
            broken: [(#"{"F5":"2020-01-03","F6":"2020-01-02"}"#, ["/F6"])], isInJSONSchema: false),
        Example(
            text: "F10 ≥ F9", kept: [#"{"G1":[{"F9":"2020-01-01","F10":"2020-01-01"}]}"#],
            broken: [(#"{"G1":[{},{"F9":"2020-01-02","F10":"2020-01-01"}]}"#, ["/G1/1/F10"])], isInJSONSchema: false),
        Example(
            text: "F5 liegt nach 31.12.2009.", kept: [#"{"F5":"2010-01-01"}"#],
            broken: [(#"{"F5":"2009-12-31"}"#, ["/F5"])], isInJSONSchema: false),
        Example(
            text: "F7 muss größer oder gleich 3 sein.", kept: ["{}", #"{"F7":3}"#], broken: [(#"{"F7":2}"#, ["/F7"])]),
        Example(
            text: "F1 muss ungleich 003 sein.", kept: ["{}", #"{"F1":"001"}"#], broken: [(#"{"F1":"003"}"#, ["/F1"])]),
    ]

    static let all = presence + conditional + comparisons

    static func short(_ path: String?) -> String {
        (path ?? "").replacing(#/([FG])170000*(\d+)V1\.0\.0/#) { "\($0.1)\($0.2)" }
    }

    @Test("a rule of a common form is understood and evaluated", arguments: all)
    func evaluated(_ example: Example) throws {
        let schema = RuleForm.schema(example.text)
        let entry = try #require(XDF3Regeln(schema).eintraege.first)
        try #require(entry.form != nil, "\(entry.grund?.rendered(.en, showingValues: true) ?? "")")
        for data in example.kept {
            let findings = try XDF3FormData.validate(try #require(RuleForm.data(data)), schema)
                .filter { $0.id == "xdf.rule-violated" }
            #expect(findings.isEmpty, "\(data): \(findings.map { Self.short($0.location.path) })")
        }
        for (data, paths) in example.broken {
            let findings = try XDF3FormData.validate(try #require(RuleForm.data(data)), schema)
                .filter { $0.id == "xdf.rule-violated" }
            #expect(findings.map { Self.short($0.location.path) } == paths.map { $0.isEmpty ? "/" : $0 }, "\(data)")
        }
    }

    @Test(
        "what is in the JSON Schema judges as the rule does, and what cannot be there is named (jsonschema)",
        .enabled(if: Oracle.python != nil, "needs Python with jsonschema"))
    func jsonSchema() throws {
        var cases: [String] = []
        var expected: [Bool] = []
        for example in Self.all {
            let schema = RuleForm.schema(example.text)
            let derived = try XDF3JSONSchema.derive(schema)
            let names = #"Regeln, die dieses Schema nicht prüft: R17000000001V1.0.0"#
            #expect((derived["$comment"] == .string(names)) != example.isInJSONSchema, "\(example.text)")
            guard example.isInJSONSchema else { continue }
            for data in example.kept + example.broken.map(\.0) {
                let value = try #require(RuleForm.data(data))
                cases.append("[\(derived.text),\(value.text)]")
                expected.append(try XDF3FormData.validate(value, schema).isEmpty)
            }
        }
        let python = try #require(Oracle.python)
        try TestFiles.withTemporaryFolder { folder in
            let file = folder.appending(path: "cases.json")
            try Data("[\(cases.joined(separator: ","))]".utf8).write(to: file)
            let script = """
                import json,sys,jsonschema
                V=jsonschema.Draft202012Validator
                def judge(s,d):
                    V.check_schema(s); return V(s).is_valid(d)
                print(' '.join('1' if judge(s,d) else '0' for s,d in json.load(open(sys.argv[1]))))
                """
            let result = try Oracle.run(python, ["-c", script, file.path])
            let verdicts = result.output.split(whereSeparator: \.isWhitespace).map { $0 == "1" }
            try #require(verdicts.count == expected.count, "\(result.output)")
            for (index, verdict) in verdicts.enumerated() { #expect(verdict == expected[index], "\(cases[index])") }
        }
    }

    @Test(
        "a text that is not understood to its last word is not evaluated",
        arguments: [
            "F3 muss angegeben werden, sofern dies bekannt ist.", "F3 muss in der Regel angegeben werden.",
            "F3 und F4 oder F2 ist anzugeben.", "Wenn F1 = 001 und F8 = wahr oder F7 = 3, dann ist F2 anzugeben.",
            "F3 und F4 dürfen nicht angegeben werden.", "Wenn F1 <> 001 oder 002, dann ist F2 anzugeben.",
            "Für die Länder NW, SL gilt: F3 muss angegeben werden.", "F3 soll angegeben werden.",
            "F3 muss angegeben werden. Das gilt nicht für Vereine.", "F7 ergibt sich aus F5 und F6.",
            "F5 muss in der Vergangenheit liegen.", "F7 muss größer als 1.000 sein.", "Das Feld muss befüllt werden.",
            "Wenn F1 = 001, dann muss F2 angegeben werden, es sei denn F8 = wahr.", "sonst ist F2 anzugeben.", "",
            "F2 ist nicht anzugeben.", "F2 darf nur befüllt werden.", "F3 oder F4 darf nicht angegeben werden.",
            "Eine Definition", "F3 muss angegeben werden (nur bei Vereinen).", "3 muss angegeben werden",
            "Wenn F3, dann muss F2 angegeben werden.", "F2 muss \"x angegeben werden.",
        ])
    func notUnderstood(_ text: String) throws {
        let entry = try #require(XDF3Regeln(RuleForm.schema(text)).eintraege.first)
        #expect(entry.form == nil, "\(entry.inWorten?.rendered(.de, showingValues: true) ?? "")")
        #expect(entry.hinweis?.id == "xdf.rule-not-evaluated")
    }

    @Test(
        "a text that is understood but does not fit the form is not evaluated, and the reason told",
        arguments: [
            ("F99 muss angegeben werden.", "There is no F17000000099"),
            ("F3 \"Fax\" muss angegeben werden.", "is called “Telefon”"),
            ("F17000000003V2.0.0 muss angegeben werden.", "names version 2.0.0"),
            ("Wenn F1 = 009, dann ist F2 anzugeben.", "comparison does not fit"),
            ("Wenn F1 = 001 \"Nein\", dann ist F2 anzugeben.", "comparison does not fit"),
            ("Wenn F7 = wahr, dann ist F2 anzugeben.", "comparison does not fit"),
            ("F3 muss vor F4 liegen.", "comparison does not fit"),
            ("F5 muss vor F7 liegen.", "comparison does not fit"),
            ("F7 muss größer als 2,5 sein.", "comparison does not fit"),
            ("Wenn F15 = \"x\", dann ist F2 anzugeben.", "no single value"),
            ("Wenn G2 = 1, dann ist F2 anzugeben.", "no single value"),
            ("F14 muss angegeben werden.", "is a label"),
            ("Wenn F11 befüllt ist, dann ist F2 anzugeben.", "stands in a repetition"),
            ("Wenn F1 = 001, DANN aktiviere F2.", "only what is shown"),
            ("F3 und F3 sind anzugeben.", "same element twice"),
        ])
    func doesNotFit(_ text: String, _ why: String) throws {
        let entry = try #require(XDF3Regeln(RuleForm.schema(text)).eintraege.first)
        #expect(entry.form == nil)
        #expect(
            entry.grund?.rendered(.en, showingValues: true).contains(why) == true, "\(String(describing: entry.grund))")
    }

    @Test("a rule of a group is about that group, of a field about the group around it, wherever the group stands")
    func holders() throws {
        var schema = RuleForm.schema(nil)
        schema.regel = []
        schema.changeGroup(8) { $0.regel = [RuleForm.rule("F11 muss angegeben werden.")] }
        schema.change(12) { $0.regel = [RuleForm.rule("Wenn F12 leer ist, ist F13 anzugeben.")] }
        let data = try #require(RuleForm.data(#"{"G1":[{"F11":"A"},{}],"G2":{}}"#))
        #expect(
            try XDF3FormData.validate(data, schema).map { Self.short($0.location.path) } == ["/G1/1/F11", "/G2/F13"])
        // From inside a repetition nothing outside of it can be meant.
        schema.changeGroup(8) { $0.regel = [RuleForm.rule("Wenn F11 befüllt ist, ist F3 anzugeben.")] }
        #expect(XDF3Regeln(schema).eintraege.first?.form == nil)
    }

    @Test("a rule may name the group that has it, and codes without quotation marks")
    func own() throws {
        var schema = RuleForm.schema("Wenn F1 den Wert offen hat, ist F2 anzugeben.")
        #expect(XDF3Regeln(schema).eintraege.first?.form == nil, "`offen` is a name, not a code")
        schema.change(1) { $0.werte?[2].code = "Offen" }
        schema.changeGroup(9) {
            $0.regel = [RuleForm.rule("Wenn die Gruppe G2 ausgefüllt ist, muss F12 angegeben sein.")]
        }
        let data = try #require(RuleForm.data(#"{"F1":"Offen","G2":{"F13":"7"}}"#))
        #expect(try XDF3FormData.validate(data, schema).map { Self.short($0.location.path) } == ["/G2/F12", "/F2"])
        let empty = try #require(RuleForm.data(#"{"G2":{}}"#))
        #expect(try XDF3FormData.validate(empty, schema).isEmpty)
    }

    @Test("an id that stands in two places is not guessed, the way to it tells which")
    func ambiguous() throws {
        func schema(_ text: String) -> XDF3.Stammdatenschema {
            var schema = RuleForm.schema(text)
            schema.changeGroup(9) { $0.struktur.append(FIMForms.place("0:1", FIMForms.field(2, "Zahlung"))) }
            return schema
        }
        #expect(XDF3Regeln(schema("F2 ist anzugeben.")).eintraege.first?.form == nil)
        let named = schema("Wenn F1 = 001, ist G2.F2 anzugeben.")
        let data = try #require(RuleForm.data(#"{"F1":"001","F2":"x"}"#))
        #expect(try XDF3FormData.validate(data, named).map { Self.short($0.location.path) } == ["/G2/F2"])
    }

    @Test("scripts are shown and never run; the empty stub is none")
    func scripts() throws {
        let stub = try #require(
            XDF3Regeln(RuleForm.schema("F3 ist anzugeben.", script: "function script() {\n\t}")).eintraege.first)
        #expect(!stub.hatSkript && stub.form != nil)
        let only = try #require(
            XDF3Regeln(RuleForm.schema(nil, script: "function script() { return false; }")).eintraege.first)
        #expect(only.hatSkript && only.form == nil)
        let markdown = XDF3Markdown.write(RuleForm.schema("Frei.", script: "a < b\n```\nc"), language: .en)
        #expect(markdown.contains("        a < b\n        ```\n        c\n"))
        #expect(markdown.contains("not evaluated: The text has none of the known forms"))
    }

    @Test("what a rule asks for is told in words, with the labels of the form, in HTML too")
    func words() throws {
        let schema = RuleForm.schema("Wenn F1 = 001, ist F2 anzugeben.")
        let words = try #require(XDF3Regeln(schema).eintraege.first?.inWorten)
        #expect(words.rendered(.de) == "Wenn „Vertretung“ gleich „Ja“ ist: „Zahlung“ ist anzugeben.")
        #expect(words.rendered(.en) == "If “Vertretung” is equal to “Ja”: “Zahlung” is to be given.")
        #expect(try XDF3HTMLForm.write(schema).contains("<p class=\"help\">\(words.rendered(.de))</p>"))
    }
}

@Suite("Rules of forms: the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct RuleCorpusTests {
    @Test("of the rules of the corpus, those that say something about elements at hand are understood")
    func counted() throws {
        let root = try #require(TestFiles.corpus).appending(path: "xdatenfelder")
        var texts: [String: [Bool]] = [:]
        for folder in ["2.0/messages", "3.0.0/messages", "3.0.0/derived-from-2.0", "derived", "quality/cases"] {
            let files = try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
            for file in files where file.pathExtension == "xml" {
                let bytes = [UInt8](try Data(contentsOf: file))
                guard let reading = try? XDFReader.read(bytes: bytes, options: .lenient) else { continue }
                let message =
                    switch reading.nachricht {
                    case .xdf3(let message): message
                    case .xdf2(let message): XDF2To3.convert(message).nachricht
                    }
                for entry in XDF3Regeln(message).eintraege {
                    let text = (entry.regel.freitextRegel ?? "").split(whereSeparator: \.isWhitespace)
                        .joined(separator: " ")
                    texts[text, default: []].append(entry.form != nil)
                }
            }
        }
        // What is evaluated names elements of its form; `Eine Definition`, ids of the old form, and fields that a case
        // has under another id are not.
        let evaluated = texts.filter { $0.value.contains(true) }.keys.sorted()
        #expect(
            evaluated == [
                "F05000000006 oder F05000000007 muss angegeben sein.", "F05000000006V1.0.0 muss angegeben sein.",
            ])
        #expect(texts.values.joined().count { $0 } == 58)
        #expect(texts.values.joined().count == 73)
    }
}
