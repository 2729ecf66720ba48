import CodeLists
import FIM
import Findings
import SchemaModel

/// Whether what a rule writes can be a value of its target.
struct MappingTypeCheck {
    typealias Regel = Nachrichtenabbildung.Regel

    /// Where a value comes from.
    enum Value {
        case field(XDF3.Datenfeld, table: Nachrichtenabbildung.Uebersetzung?, preset: String?)
        case constant(String)
        case parameter(ParameterTyp?, preset: String?)
        case made(Nachrichtenabbildung.Laufwert, prefix: String)
        case text
    }

    let shape: MessageShape
    let lists: CodeListRegistry?

    // MARK: Codes

    /// The codes that a field may have, in their order; nil when it has no list or the list is not at hand.
    func codes(of field: XDF3.Datenfeld) -> [String]? {
        if let values = field.werte { return values.map(\.code) }
        guard let reference = field.codelisteReferenz, let list = list(reference) else { return nil }
        return list
    }

    private func list(_ reference: XDF3.CodelisteReferenz) -> [String]? {
        guard let version = reference.version else { return nil }
        return codes(uri: reference.canonicalIdentification, version: version)
    }

    private func codes(uri: String, version: String) -> [String]? {
        guard let lookup = try? lists?.lookup(CodeListID(uri: uri, version: version)), let rows = lookup.list.rows
        else {
            return nil
        }
        return rows.indices.compactMap { rows[$0, lookup.column].text }
    }

    /// The list that the codes of a value come from, where its rule translates nothing.
    func listURI(of value: Value) -> String? {
        guard case .field(let field, nil, _) = value else { return nil }
        return field.codelisteReferenz?.canonicalIdentification
    }

    /// The version of that list.
    func listVersion(of value: Value) -> String? {
        guard case .field(let field, nil, _) = value else { return nil }
        return field.codelisteReferenz?.version
    }

    /// The codes that reach the target, nil when they are not known.
    private func outcome(_ value: Value) -> [String]? {
        switch value {
        case .constant(let text): return [text]
        case .field(let field, let table?, let preset):
            guard let codes = codes(of: field) else {
                return table.eintraege.map(\.nach) + [table.sonst, preset].compactMap { $0 }
            }
            return codes.compactMap { table.ziel($0) } + [preset].compactMap { $0 }
        case .field(let field, nil, let preset): return codes(of: field).map { $0 + [preset].compactMap { $0 } }
        case .parameter, .made, .text: return nil
        }
    }

    /// Codes that are not in the list that the target names.
    func codes(_ value: Value, listURI: String?, version: String?, at rule: Regel, _ path: String) -> [Finding] {
        guard let listURI, let version, let allowed = codes(uri: listURI, version: version).map({ Set($0) }),
            let found = outcome(value)
        else { return [] }
        let unknown = unique(found.filter { !allowed.contains($0) })
        guard !unknown.isEmpty else { return [] }
        let near = NearestWords.nearest(to: unknown[0], among: allowed.sorted(), count: 3).joined(separator: ", ")
        return [
            Finding(
                "mapping.unknown-code", .error, at: rule.ort,
                Message(
                    de: "\(path): \(listed(unknown)) gibt es nicht in \(listURI) \(version).",
                    en: "\(path): \(listed(unknown)) is not in \(listURI) \(version)."),
                hint: Message(de: "Ähnliche Codes: \(near).", en: "Similar codes: \(near)."))
        ]
    }

    /// Values of a condition that the field cannot have.
    func condition(_ values: [String], _ field: XDF3.Datenfeld, _ rule: Regel) -> [Finding] {
        let allowed = field.datentyp?.code == "bool" ? ["true", "false"] : codes(of: field)
        guard let allowed else { return [] }
        let unknown = values.filter { !allowed.contains($0) }
        guard !unknown.isEmpty else { return [] }
        return [
            Finding(
                "mapping.unknown-code", .error, at: rule.ort,
                Message(
                    de: "Das Feld \(field.angaben.identifikation.id) kann nie \(listed(unknown)) sein.",
                    en: "The field \(field.angaben.identifikation.id) can never be \(listed(unknown))."),
                hint: Message(de: "Es kann sein: \(listed(allowed)).", en: "It can be: \(listed(allowed))."))
        ]
    }

    /// Rows of a table that no code of the field needs, and codes of the field that no row translates.
    func table(_ field: XDF3.Datenfeld, _ table: Nachrichtenabbildung.Uebersetzung, _ rule: Regel) -> [Finding] {
        guard let codes = codes(of: field) else { return [] }
        var findings: [Finding] = []
        let known = Set(codes)
        for entry in table.eintraege where !known.contains(entry.von) {
            findings.append(
                Finding(
                    "mapping.unknown-code", .error, at: entry.ort,
                    Message(
                        de: "Das Feld \(field.angaben.identifikation.id) hat keinen Code „\(entry.von)“.",
                        en: "The field \(field.angaben.identifikation.id) has no code “\(entry.von)”."),
                    hint: Message(de: "Es hat: \(listed(codes)).", en: "It has: \(listed(codes)).")))
        }
        let missing = codes.filter { table.ziel($0) == nil }
        if !missing.isEmpty {
            findings.append(
                Finding(
                    "mapping.untranslated-code", .error, at: table.ort,
                    Message(
                        de: "Die Übersetzung „\(table.id)“ sagt nicht, was aus \(listed(missing)) wird.",
                        en: "The translation “\(table.id)” does not say what becomes of \(listed(missing))."),
                    hint: Message(
                        de: "Ergänzen Sie Zeilen, sonst=\"…\" oder identisch=\"true\".",
                        en: "Add rows, sonst=\"…\", or identisch=\"true\".")))
        }
        return findings
    }

    // MARK: Types

    /// What is wrong with a value for a simple type.
    func check(_ value: Value, _ type: TypeID, fixed: String?, at rule: Regel, _ path: String) -> [Finding] {
        var findings: [Finding] = []
        if case .field(let field, let table?, _) = value { findings += self.table(field, table, rule) }
        guard let simple = shape.simple(type) else { return findings }
        if let fixed {
            if case .constant(let text) = value, text == fixed { return findings }
            findings.append(
                Finding(
                    "mapping.type", .warning, at: rule.ort,
                    Message(
                        de: "\(path) hat im Schema den festen Wert „\(fixed)“.",
                        en: "\(path) has the fixed value “\(fixed)” in the schema."),
                    hint: Message(de: "Schreiben Sie ihn als konstante.", en: "Write it as a konstante.")))
            return findings
        }
        if let allowed = simple.facets.enumeration?.map(\.value) {
            findings += enumeration(value, Set(allowed), at: rule, path)
            return findings
        }
        findings += kind(value, simple, at: rule, path)
        findings += length(value, simple.facets, at: rule, path)
        return findings
    }

    private func enumeration(_ value: Value, _ allowed: Set<String>, at rule: Regel, _ path: String) -> [Finding] {
        let hint = Message(
            de: "Erlaubt sind: \(listed(allowed.sorted())).", en: "Allowed are: \(listed(allowed.sorted())).")
        guard let found = outcome(value) else {
            return [
                Finding(
                    "mapping.may-not-fit", .warning, at: rule.ort,
                    Message(
                        de: "\(path) nimmt nur bestimmte Werte; ob die Quelle sie hält, ist nicht bekannt.",
                        en: "\(path) takes certain values only; whether the source holds them is not known."),
                    hint: hint)
            ]
        }
        let unknown = unique(found.filter { !allowed.contains($0) })
        guard !unknown.isEmpty else { return [] }
        return [
            Finding(
                "mapping.unknown-code", .error, at: rule.ort,
                Message(
                    de: "\(path) lässt \(listed(unknown)) nicht zu.", en: "\(path) does not allow \(listed(unknown))."),
                hint: hint)
        ]
    }

    private enum Fit { case yes, perhaps, no }

    private func kind(_ value: Value, _ simple: SimpleType, at rule: Regel, _ path: String) -> [Finding] {
        guard case .atomic(let builtin) = simple.variety else { return [] }
        let fit: Fit
        let source: String
        switch value {
        case .constant(let text):
            source = "„\(text)“"
            fit = Self.isLexical(text, builtin) ? .yes : .no
        case .field(let field, let table, _):
            let type = field.datentyp?.code ?? "text"
            source = "\(field.angaben.identifikation.id) (\(type))"
            if field.feldart?.code == "select" || table != nil {
                guard let codes = outcome(value) else { return [] }
                fit = codes.allSatisfy { Self.isLexical($0, builtin) } ? .yes : .no
            } else {
                fit = Self.fit(type, builtin, hasPattern: field.praezisierung.pattern != nil)
            }
        case .parameter(let type?, _):
            source = type.rawValue
            fit = Self.fit(Self.fieldType(type), builtin, hasPattern: false)
        case .made(let kind, let prefix):
            source = kind.rawValue
            fit = Self.isLexical(Self.example(kind, prefix), builtin) ? .yes : .no
        case .parameter, .text:
            source = "text"
            fit = Self.fit("text", builtin, hasPattern: true)
        }
        guard fit != .yes else { return [] }
        return [
            Finding(
                fit == .no ? "mapping.type" : "mapping.may-not-fit", fit == .no ? .error : .warning, at: rule.ort,
                Message(
                    de: "\(path) ist vom Typ xs:\(builtin.rawValue), die Quelle \(source) nicht immer.",
                    en: "\(path) is of type xs:\(builtin.rawValue), the source \(source) not always."),
                hint: fit == .no
                    ? Message(
                        de: "Wählen Sie eine andere Quelle oder ein anderes Ziel.",
                        en: "Choose another source or another target.")
                    : Message(
                        de: "Geben Sie dem Feld ein Muster oder einen passenden Datentyp.",
                        en: "Give the field a pattern or a fitting data type."))
        ]
    }

    private func length(_ value: Value, _ facets: Facets, at rule: Regel, _ path: String) -> [Finding] {
        guard let maximum = facets.length ?? facets.maxLength else { return [] }
        let isTooLong: Bool
        switch value {
        case .constant(let text): isTooLong = text.unicodeScalars.count > maximum
        case .field(let field, nil, _):
            guard ["text", "text_latin"].contains(field.datentyp?.code ?? "text"), codes(of: field) == nil else {
                return []
            }
            isTooLong = field.praezisierung.maxLength.flatMap(Int.init).map { $0 > maximum } ?? true
        default: return []
        }
        guard isTooLong else { return [] }
        let isConstant = if case .constant = value { true } else { false }
        return [
            Finding(
                isConstant ? "mapping.type" : "mapping.may-not-fit", isConstant ? .error : .warning, at: rule.ort,
                Message(
                    de: "\(path) fasst höchstens \(maximum) Zeichen, die Quelle kann länger sein.",
                    en: "\(path) holds at most \(maximum) characters; the source may be longer."),
                hint: Message(
                    de: "Begrenzen Sie das Feld im Formular auf \(maximum) Zeichen.",
                    en: "Limit the field of the form to \(maximum) characters."))
        ]
    }

    /// The data type of XDatenfelder that has the same values as a parameter's type.
    private static func fieldType(_ type: ParameterTyp) -> String {
        switch type {
        case .integer: "num_int"
        case .boolean: "bool"
        case .date: "date"
        case .amount: "num"
        default: "text"
        }
    }

    private static func example(_ kind: Nachrichtenabbildung.Laufwert, _ prefix: String) -> String {
        switch kind {
        case .uuid: prefix + "5f0c2f1e-6f6a-4c2b-9a51-0d2f6c7a1b01"
        case .zeitpunkt: prefix + "2026-01-01T00:00:00+01:00"
        case .datum: prefix + "2026-01-01"
        case .nummer: prefix + "1"
        }
    }

    /// Whether the values of a data type of XDatenfelder are values of a type of XML Schema.
    private static func fit(_ type: String, _ builtin: BuiltinType, hasPattern: Bool) -> Fit {
        switch builtin.primitive {
        case .string, .anySimpleType, .anyType:
            if [.id, .idref, .ncName, .name, .nmtoken, .language].contains(builtin) {
                return ["bool"].contains(type) ? .yes : .perhaps
            }
            return .yes
        case .anyURI: return type.hasPrefix("text") ? (hasPattern ? .yes : .perhaps) : .no
        case .boolean: return type == "bool" ? .yes : .no
        case .decimal:
            if type == "num_int" { return .yes }
            let takesFractions = builtin == .decimal
            if type == "num" || type == "num_currency" { return takesFractions ? .yes : .perhaps }
            return type.hasPrefix("text") && hasPattern ? .perhaps : .no
        case .float, .double: return type.hasPrefix("num") ? .yes : .no
        case .date: return type == "date" ? .yes : type.hasPrefix("text") && hasPattern ? .perhaps : .no
        case .dateTime: return type == "datetime" ? .yes : .no
        case .time: return type == "time" ? .yes : .no
        case .base64Binary: return type == "file" ? .yes : .no
        default: return type.hasPrefix("text") ? .perhaps : .no
        }
    }

    /// Whether a text is written like a value of a type, as far as it can be told without a schema processor.
    private static func isLexical(_ text: String, _ builtin: BuiltinType) -> Bool {
        switch builtin.primitive {
        case .boolean: ["true", "false", "0", "1"].contains(text)
        case .decimal:
            builtin == .decimal
                ? text.wholeMatch(of: /[+\-]?([0-9]+(\.[0-9]*)?|\.[0-9]+)/) != nil
                : text.wholeMatch(of: /[+\-]?[0-9]+/) != nil
        case .date: text.wholeMatch(of: /-?[0-9]{4,}-[0-9]{2}-[0-9]{2}(Z|[+\-][0-9]{2}:[0-9]{2})?/) != nil
        case .dateTime: text.wholeMatch(of: /-?[0-9]{4,}-[0-9]{2}-[0-9]{2}T[0-9:.]+(Z|[+\-][0-9]{2}:[0-9]{2})?/) != nil
        default: true
        }
    }

    private func unique(_ texts: [String]) -> [String] {
        var seen: Set<String> = []
        return texts.filter { seen.insert($0).inserted }
    }

    private func listed(_ texts: [String]) -> String {
        let shown = texts.prefix(10).joined(separator: ", ")
        return texts.count > 10 ? "\(shown), … (\(texts.count))" : shown
    }
}
