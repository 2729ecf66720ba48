import Findings
import XMLCore

/// Data that were filled into a form: between JSON and XML, and checked against the form.
public struct XDF3FormData {
    /// What a check of data came to.
    public struct Ergebnis: Sendable {
        /// What is wrong; the path of a finding is a JSON pointer. Values are not shown.
        public var findings: [Finding]
        /// The form's rules: which were evaluated, and why the others were not.
        public var regeln: XDF3Regeln
    }

    let model: FormModel
    private var findings: [Finding] = []
    /// The rules that are evaluated, by the name of the group that has them; those of the form under the empty name.
    private var rules: [String: [XDF3Regeln.Eintrag]] = [:]

    private init(_ schema: XDF3.Stammdatenschema, _ codeList: ((XDF3.CodelisteReferenz) -> QualityCodeList?)?)
        throws(XDFError)
    {
        model = try FormModel(schema, naming: .versioned, codeList: codeList)
    }

    /// Checks JSON data: by the structure of the form, as the derived JSON Schema does, by the bounds of dates, and by
    /// those rules that are understood.
    ///
    /// - Throws: `XDFError` when the form cannot be derived.
    public static func check(
        _ data: JSONValue, _ schema: XDF3.Stammdatenschema,
        codeList: ((XDF3.CodelisteReferenz) -> QualityCodeList?)? = nil
    ) throws(XDFError) -> Ergebnis {
        var run = try XDF3FormData(schema, codeList)
        let rules = XDF3Regeln(schema, values: run.model.values)
        run.rules = Dictionary(grouping: rules.eintraege.filter { $0.form != nil }) { $0.ort ?? "" }
        run.object(data, run.model.children(schema.struktur), isChoice: false, holder: "", path: "")
        return Ergebnis(findings: run.findings, regeln: rules)
    }

    /// What is wrong with JSON data; the path of a finding is a JSON pointer. Values are not shown.
    ///
    /// - Parameter rules: whether the form's rules are evaluated, too.
    /// - Throws: `XDFError` when the form cannot be derived.
    public static func validate(
        _ data: JSONValue, _ schema: XDF3.Stammdatenschema,
        codeList: ((XDF3.CodelisteReferenz) -> QualityCodeList?)? = nil, rules: Bool = true
    ) throws(XDFError) -> [Finding] {
        guard !rules else { return try check(data, schema, codeList: codeList).findings }
        var run = try XDF3FormData(schema, codeList)
        run.object(data, run.model.children(schema.struktur), isChoice: false, holder: "", path: "")
        return run.findings
    }

    // MARK: Checking

    private mutating func add(_ id: FindingID, _ path: String, _ message: Message) {
        findings.append(Finding(id, .error, at: Location(path: path.isEmpty ? "/" : path), message))
    }

    private mutating func evaluate(_ data: JSONValue, holder: String, path: String) {
        for entry in rules[holder] ?? [] {
            for statement in entry.aussagen {
                for violation in RegelAuswertung(statement).verletzungen(data, path: path) {
                    let sentence = RegelSprache(statement).satz
                    add(
                        "xdf.rule-violated", violation.path,
                        Message(
                            de: "Regel \(entry.regel.identifikation) ist verletzt: \(sentence.de)",
                            en: "Rule \(entry.regel.identifikation) is violated: \(sentence.en)"))
                }
            }
        }
    }

    private mutating func object(
        _ data: JSONValue, _ children: [FormModel.Child], isChoice: Bool, holder: String, path: String
    ) {
        guard case .object(let members) = data else {
            add("xdf.data-type", path, Message(de: "Hier wird ein Objekt erwartet.", en: "An object is expected here."))
            return
        }
        let fillable = children.filter { !$0.isLabel && $0.max != 0 }
        let known = Set(fillable.map(\.name))
        for (name, _) in members where !known.contains(name) {
            add(
                "xdf.data-unknown", path + "/" + name,
                Message(de: "\(name) gibt es hier nicht.", en: "There is no \(name) here."))
        }
        if isChoice {
            let count = members.filter { known.contains($0.0) }.count
            if count > 1 || (count == 0 && !fillable.contains { $0.min == 0 }) {
                add(
                    "xdf.data-choice", path,
                    Message(
                        de: "Genau eine der Angaben ist zu machen, es sind \(count).",
                        en: "Exactly one of the entries is to be given; there are \(count)."))
            }
        }
        for child in fillable {
            guard let value = data[child.name] else {
                if child.min > 0, !isChoice {
                    add(
                        "xdf.data-required", path + "/" + child.name,
                        Message(de: "\(child.name) fehlt.", en: "\(child.name) is missing."))
                }
                continue
            }
            let childPath = path + "/" + child.name
            guard child.isRepeated else {
                element(value, child.place.element, childPath)
                continue
            }
            guard case .array(let values) = value else {
                add(
                    "xdf.data-type", childPath,
                    Message(de: "Hier wird eine Liste erwartet.", en: "A list is expected here."))
                continue
            }
            if values.count < child.min || values.count > child.max ?? Int.max {
                add(
                    "xdf.data-count", childPath,
                    Message(
                        de: "Erlaubt ist \(child.place.anzahl ?? "1:1")-mal, es sind \(values.count).",
                        en: "\(child.place.anzahl ?? "1:1") are allowed; there are \(values.count)."))
            }
            for (index, value) in values.enumerated() { element(value, child.place.element, "\(childPath)/\(index)") }
        }
        evaluate(data, holder: holder, path: path)
    }

    private mutating func element(_ value: JSONValue, _ element: XDF3.Struktur.Element, _ path: String) {
        switch element {
        case .datenfeldgruppe(let group):
            object(
                value, model.children(group.struktur), isChoice: group.istAuswahlgruppe,
                holder: model.name(group.angaben.identifikation), path: path)
        case .datenfeld(let field): self.field(value, field, path)
        }
    }

    private mutating func field(_ value: JSONValue, _ field: XDF3.Datenfeld, _ path: String) {
        let type = field.datentyp?.code ?? "text"
        let wrongType = Message(
            de: "Der Wert passt nicht zum Datentyp \(type).", en: "The value does not fit data type \(type).")
        if let values = model.values(field) {
            guard case .string(let text) = value, values.contains(where: { $0.code == text }) else {
                add(
                    "xdf.data-code", path,
                    Message(de: "Der Wert ist kein Code der Liste.", en: "The value is no code of the list."))
                return
            }
            return
        }
        switch (type, value) {
        case ("bool", .bool): return
        case ("num", .number(let text)), ("num_int", .number(let text)), ("num_currency", .number(let text)):
            guard let number = Double(text), type != "num_int" || number == number.rounded() else {
                add("xdf.data-type", path, wrongType)
                return
            }
            range(number, field, type, path)
        case ("date", .string(let text)), ("time", .string(let text)), ("datetime", .string(let text)):
            // A date as JSON Schema's format has it: four digits of the year, no zone.
            let isPlain = type != "date" || (text.utf8.count == 10 && !text.hasPrefix("0000"))
            guard isPlain, let point = QualityValues.value(text, type: type) else {
                add("xdf.data-type", path, wrongType)
                return
            }
            range(point, field, type, path)
        case ("text", .string(let text)), ("text_latin", .string(let text)), ("obj", .string(let text)):
            length(text, field, path)
        case ("file", .string): return
        default: add("xdf.data-type", path, wrongType)
        }
    }

    private mutating func range(_ value: Double, _ field: XDF3.Datenfeld, _ type: String, _ path: String) {
        let bounds = field.praezisierung
        let lower = bounds.minValue.flatMap { QualityValues.value($0, type: type) }
        let upper = bounds.maxValue.flatMap { QualityValues.value($0, type: type) }
        if let lower, value < lower {
            add(
                "xdf.data-range", path,
                Message(
                    de: "Der Wert ist kleiner als \(bounds.minValue ?? "").",
                    en: "The value is less than \(bounds.minValue ?? "")."))
        }
        if let upper, value > upper {
            add(
                "xdf.data-range", path,
                Message(
                    de: "Der Wert ist größer als \(bounds.maxValue ?? "").",
                    en: "The value is greater than \(bounds.maxValue ?? "")."))
        }
    }

    private mutating func length(_ text: String, _ field: XDF3.Datenfeld, _ path: String) {
        let count = text.unicodeScalars.count
        let bounds = field.praezisierung
        if let min = FormModel.length(bounds.minLength), count < min {
            add(
                "xdf.data-length", path,
                Message(
                    de: "Der Text hat \(count) Zeichen, mindestens \(min) sind nötig.",
                    en: "The text has \(count) characters; at least \(min) are needed."))
        }
        if let max = FormModel.length(bounds.maxLength), count > max {
            add(
                "xdf.data-length", path,
                Message(
                    de: "Der Text hat \(count) Zeichen, höchstens \(max) sind erlaubt.",
                    en: "The text has \(count) characters; at most \(max) are allowed."))
        }
        guard let pattern = bounds.pattern, let plain = RegexTranslation.plain(pattern),
            let regex = try? Regex(plain), (try? regex.wholeMatch(in: text)) == nil
        else { return }
        add(
            "xdf.data-pattern", path,
            Message(
                de: "Der Text entspricht nicht dem Muster \(pattern).",
                en: "The text does not match pattern \(pattern)."))
    }
}
