import Findings

/// Writes a form as an accessible HTML page that works without a script: labels, help tied to the field, groups as
/// fieldsets, choices, repeated groups, bounds as attributes.
public struct XDF3HTMLForm {
    /// How to write.
    public struct Options: Sendable {
        /// The language of what is not in the form itself.
        public var language: Language
        /// Where the form is sent; by default nowhere.
        public var action: String
        /// How many places a group or field that may be repeated without bound, or more often, gets at most.
        public var repetitions: Int
        /// Lists up to this length are radio buttons, longer ones a select.
        public var maxRadioButtons: Int
        /// Finds code lists; without it a field with a list is a text field.
        public var codeList: (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)?

        /// Options from their parts.
        public init(
            language: Language = .de, action: String = "", repetitions: Int = 3, maxRadioButtons: Int = 5,
            codeList: (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)? = nil
        ) {
            self.language = language
            self.action = action
            self.repetitions = repetitions
            self.maxRadioButtons = maxRadioButtons
            self.codeList = codeList
        }
    }

    private let options: Options
    private let model: FormModel
    /// The rules that are understood, by the name of the group that has them; those of the form under the empty name.
    private let rules: [String: [XDF3Regeln.Eintrag]]
    private var html = ""

    /// The page of a form.
    ///
    /// - Throws: `XDFError.Code.notConvertible` when an element has no id.
    public static func write(
        _ schema: XDF3.Stammdatenschema, options: Options = Options()
    ) throws(XDFError) -> String {
        let model = try FormModel(schema, naming: .versioned, codeList: options.codeList)
        var form = XDF3HTMLForm(options: options, model: model)
        form.page(schema)
        return form.html
    }

    private init(options: Options, model: FormModel) {
        self.options = options
        self.model = model
        let entries = XDF3Regeln(model.schema, values: model.values).eintraege.filter { $0.form != nil }
        rules = Dictionary(grouping: entries) { $0.ort ?? "" }
    }

    /// What rules ask for, in words: people are told what a check will ask, with a script or without.
    private mutating func rules(of holder: String) {
        for entry in rules[holder] ?? [] {
            guard let words = entry.inWorten?.rendered(options.language, showingValues: true) else { continue }
            html += "<p class=\"help\">\(esc(words))</p>\n"
        }
    }

    private func say(_ de: String, _ en: String) -> String { options.language == .de ? de : en }

    private func esc(_ text: String) -> String { HTMLEscape.text(text.trimmedXML) }

    private mutating func page(_ schema: XDF3.Stammdatenschema) {
        html = """
            <!DOCTYPE html>
            <html lang="\(options.language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(esc(schema.bezeichnung))</title>
            <style>
            body{font:1rem/1.5 system-ui,sans-serif;max-width:44rem;margin:2rem auto;padding:0 1rem}
            fieldset{margin:1.5rem 0;padding:1rem;border:1px solid #767676}
            label,legend{font-weight:600}.help{color:#444;margin:.1rem 0 .3rem}
            .field{margin:1rem 0}.req{color:#a00}input,select,textarea{font:inherit;max-width:100%}
            </style>
            </head>
            <body>
            <main>
            <h1>\(esc(schema.bezeichnung))</h1>

            """
        if let help = schema.hilfetext { html += "<p>\(esc(help))</p>\n" }
        html +=
            "<p>\(say("Mit <span class=\"req\">*</span> bezeichnete Angaben sind erforderlich.", "Entries marked <span class=\"req\">*</span> are required."))</p>\n"
        rules(of: "")
        let target = options.action.isEmpty ? "" : " action=\"\(esc(options.action))\""
        html += "<form method=\"post\" enctype=\"multipart/form-data\"\(target)>\n"
        places(schema.struktur, path: "", required: true)
        html +=
            "<p><button type=\"submit\">\(say("Absenden", "Submit"))</button></p>\n</form>\n</main>\n</body>\n</html>\n"
    }

    private mutating func places(_ places: [XDF3.Struktur], path: String, required: Bool) {
        for child in model.children(places) {
            if case .datenfeld(let field) = child.place.element, field.feldart?.code == "label" {
                note(field)
                continue
            }
            let bound = child.max ?? Int.max
            let count = min(bound, max(child.min, child.isRepeated ? options.repetitions : 1))
            for index in 0..<max(count, 0) {
                let name = path + child.name + (child.isRepeated ? "[\(index)]" : "")
                let isRequired = required && index < child.min
                switch child.place.element {
                case .datenfeldgruppe(let group):
                    let number = child.isRepeated ? " \(index + 1)" : ""
                    self.group(group, name: name, number: number, max: child.isRepeated ? child.max : 1, isRequired)
                case .datenfeld(let field):
                    // Of repeated files one control takes them all.
                    if field.datentyp?.code == "file", child.isRepeated {
                        if index == 0 {
                            self.field(field, name: path + child.name, number: "", isRequired, multiple: true)
                        }
                    } else {
                        self.field(
                            field, name: name, number: child.isRepeated ? " \(index + 1)" : "", isRequired,
                            multiple: false)
                    }
                }
            }
        }
    }

    private mutating func group(
        _ group: XDF3.Datenfeldgruppe, name: String, number: String, max: Int?, _ required: Bool
    ) {
        let id = identifier(name)
        let help = group.element.hilfetextEingabe
        let described = help == nil ? "" : " aria-describedby=\"\(id)-h\""
        html += "<fieldset id=\"\(id)\"\(described)>\n<legend>\(esc(group.element.bezeichnungEingabe))\(number)"
        html += max == 1 ? "" : " (\(say("mehrfach möglich", "can be repeated")))"
        html += "</legend>\n"
        if let help { html += "<p class=\"help\" id=\"\(id)-h\">\(esc(help))</p>\n" }
        if group.istAuswahlgruppe {
            html +=
                "<p>\(say("Bitte nur eine der folgenden Angaben machen.", "Please fill in only one of the following."))</p>\n"
        }
        rules(of: model.name(group.angaben.identifikation))
        places(group.struktur, path: name + ".", required: required && !group.istAuswahlgruppe)
        html += "</fieldset>\n"
    }

    private mutating func note(_ field: XDF3.Datenfeld) {
        html += "<p>\(esc(field.inhalt ?? field.element.bezeichnungEingabe))</p>\n"
    }

    private func identifier(_ name: String) -> String {
        "e-" + name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? String($0) : "-" }.joined()
    }

    private mutating func field(
        _ field: XDF3.Datenfeld, name: String, number: String, _ required: Bool, multiple: Bool
    ) {
        let id = identifier(name)
        let kind = field.feldart?.code ?? "input"
        let value = field.inhalt?.trimmedXML ?? ""
        if kind == "hidden" {
            html += "<input type=\"hidden\" name=\"\(esc(name))\" value=\"\(esc(value))\">\n"
            return
        }
        let help = field.element.hilfetextEingabe
        let label = esc(field.element.bezeichnungEingabe) + number
        let mark = required ? " <span class=\"req\" aria-hidden=\"true\">*</span>" : ""
        let described = help == nil ? "" : " aria-describedby=\"\(id)-h\""
        let hint = help.map { "<p class=\"help\" id=\"\(id)-h\">\(esc($0))</p>\n" } ?? ""
        let values = model.values(field)
        let isBoolean = field.datentyp?.code == "bool" && values == nil
        if let choices = isBoolean ? truthValues : values, isBoolean || choices.count <= options.maxRadioButtons {
            html += "<fieldset class=\"field\" id=\"\(id)\"\(described)>\n<legend>\(label)\(mark)</legend>\n\(hint)"
            for (index, choice) in choices.enumerated() {
                let checked = choice.code == value ? " checked" : ""
                html +=
                    "<div><input type=\"radio\" id=\"\(id)-\(index)\" name=\"\(esc(name))\" value=\"\(esc(choice.code))\"\(required ? " required" : "")\(checked)> "
                html += "<label for=\"\(id)-\(index)\">\(esc(choice.name))</label></div>\n"
            }
            html += "</fieldset>\n"
            return
        }
        html += "<div class=\"field\">\n<label for=\"\(id)\">\(label)\(mark)</label>\n\(hint)"
        var common = " id=\"\(id)\" name=\"\(esc(name))\"\(described)\(required ? " required" : "")"
        if kind == "locked" { common += " readonly" }
        if let values {
            html += "<select\(common)>\n<option value=\"\"></option>\n"
            for choice in values {
                let selected = choice.code == value ? " selected" : ""
                html += "<option value=\"\(esc(choice.code))\"\(selected)>\(esc(choice.name))</option>\n"
            }
            html += "</select>\n"
        } else {
            html += control(field, common, value, multiple: multiple)
        }
        html += "</div>\n"
    }

    private var truthValues: [XDF3.Wert] {
        [XDF3.Wert(code: "true", name: say("Ja", "Yes")), XDF3.Wert(code: "false", name: say("Nein", "No"))]
    }

    private func control(_ field: XDF3.Datenfeld, _ common: String, _ value: String, multiple: Bool) -> String {
        let bounds = field.praezisierung
        let code = field.datentyp?.code ?? "text"
        func attribute(_ name: String, _ value: String?) -> String { value.map { " \(name)=\"\(esc($0))\"" } ?? "" }
        if code == "file" {
            let accept = field.mediaType.isEmpty ? "" : " accept=\"\(esc(field.mediaType.joined(separator: ",")))\""
            return "<input type=\"file\"\(common)\(accept)\(multiple ? " multiple" : "")>\n"
        }
        let minLength = attribute("minlength", FormModel.length(bounds.minLength).map(String.init))
        let maxLength = attribute("maxlength", FormModel.length(bounds.maxLength).map(String.init))
        if QualityRun.textTypes.contains(code), bounds.pattern == nil,
            let max = FormModel.length(bounds.maxLength), max > 200
        {
            return "<textarea rows=\"5\" cols=\"60\"\(common)\(minLength)\(maxLength)>\(esc(value))</textarea>\n"
        }
        let range =
            attribute("min", FormModel.bound(bounds.minValue, code))
            + attribute("max", FormModel.bound(bounds.maxValue, code))
        let rest =
            switch code {
            case "date": " type=\"date\"" + range
            case "time": " type=\"time\" step=\"1\"" + range
            case "datetime": " type=\"datetime-local\" step=\"1\"" + range
            case "num": " type=\"number\" step=\"any\"" + range
            case "num_int": " type=\"number\" step=\"1\"" + range
            case "num_currency": " type=\"number\" step=\"0.01\"" + range
            default:
                " type=\"text\"\(minLength)\(maxLength)"
                    + attribute("pattern", bounds.pattern.flatMap(RegexTranslation.plain))
            }
        return "<input\(rest)\(common)\(value.isEmpty ? "" : " value=\"\(esc(value))\"")>\n"
    }
}
