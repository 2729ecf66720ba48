extension QualityRun {
    static let textTypes: Set = ["text", "text_latin"]
    static let rangeTypes: Set = ["num", "num_int", "num_currency", "date", "time", "datetime"]

    func check(_ field: XDF3.Datenfeld) {
        let what = Self.name(field.angaben)
        let place = field.quelle
        checkCommon(field.angaben, letters: "F", dateMessage: 1142, publisherMessage: 1140)
        checkLabels(field.element, bezug: field.angaben.bezug, what, place)
        checkCode(field.feldart, .feldart, 1027, what, place)
        checkCode(field.datentyp, .datentyp, 1028, what, place)
        checkCode(field.vorbefuellung, .vorbefuellung, 1030, what, place)
        if field.element.schemaelementart?.code == "ABS" { raise(1014, what, place) }
        checkKind(field, what, place)
        checkBounds(field, what, place)
        checkContent(field, what, place)
        checkLists(field, what, place)
        for rule in field.regel { check(rule, scope: [field.angaben.identifikation.id]) }
    }

    /// Kind and type, and what goes with them.
    private func checkKind(_ field: XDF3.Datenfeld, _ what: String, _ place: XDFPosition) {
        let kind = field.feldart?.code ?? ""
        let type = field.datentyp?.code ?? ""
        let bounds = field.praezisierung
        let hasLength = bounds.minLength != nil || bounds.maxLength != nil
        let hasRange = bounds.minValue != nil || bounds.maxValue != nil
        let isKnownType = XDFCodelist.datentyp.codes.contains(type)
        if kind == "select", type != "text", isKnownType { raise(1011, what, place, detail: type) }
        if kind == "select" || kind == "label", hasLength { raise(1012, what, place) }
        if hasLength, !Self.textTypes.contains(type) { raise(1015, what, place, detail: type) }
        if hasRange, !Self.rangeTypes.contains(type) { raise(1016, what, place, detail: type) }
        if kind == "label", isKnownType, type != "obj", !Self.textTypes.contains(type) {
            raise(1090, what, place, detail: type)
        }
        if kind == "label", field.inhalt == nil { raise(1109, what, place) }
        if type == "file" || type == "obj" {
            if field.inhalt != nil { raise(1100, what, place) }
            if bounds.pattern != nil { raise(1120, what, place) }
        }
        if type != "file" {
            if field.maxSize != nil { raise(1056, what, place) }
            if !field.mediaType.isEmpty { raise(1057, what, place) }
        }
        if kind == "input", Self.textTypes.contains(type), !hasLength { raise(1102, what, place) }
        if ["num", "num_int", "num_currency", "date"].contains(type), !hasRange { raise(1103, what, place) }
    }

    /// Lengths and ranges.
    private func checkBounds(_ field: XDF3.Datenfeld, _ what: String, _ place: XDFPosition) {
        let type = field.datentyp?.code ?? ""
        let bounds = field.praezisierung
        if Self.textTypes.contains(type) {
            let min = bounds.minLength.map { QualityValues.length($0) }
            let max = bounds.maxLength.map { QualityValues.length($0) }
            if let min, min == nil { raise(1059, what, place, detail: bounds.minLength) }
            if let max, (max ?? 0) < 1 { raise(1060, what, place, detail: bounds.maxLength) }
            if let min = min ?? nil, let max = max ?? nil, max > 0, min > max { raise(1061, what, place) }
        }
        guard let numbers = Self.boundMessages[type] else { return }
        let lower = bounds.minValue.map { QualityValues.value($0, type: type) }
        let upper = bounds.maxValue.map { QualityValues.value($0, type: type) }
        if let lower, lower == nil { raise(numbers.lower, what, place, detail: bounds.minValue) }
        if let upper, upper == nil { raise(numbers.upper, what, place, detail: bounds.maxValue) }
        if let lower = lower ?? nil, let upper = upper ?? nil, lower > upper { raise(1064, what, place) }
    }

    private struct Numbers: Sendable {
        let lower: Int
        let upper: Int
        let content: Int
    }

    private static let boundMessages: [String: Numbers] = [
        "num": Numbers(lower: 1062, upper: 1063, content: 1069),
        "num_currency": Numbers(lower: 1062, upper: 1063, content: 1069),
        "num_int": Numbers(lower: 1065, upper: 1066, content: 1070),
        "date": Numbers(lower: 1067, upper: 1068, content: 1071),
        "datetime": Numbers(lower: 1079, upper: 1080, content: 1083),
        "time": Numbers(lower: 1081, upper: 1082, content: 1084),
    ]

    /// The content against type and bounds.
    private func checkContent(_ field: XDF3.Datenfeld, _ what: String, _ place: XDFPosition) {
        guard let content = field.inhalt?.trimmedXML, field.feldart?.code != "select" else { return }
        let type = field.datentyp?.code ?? ""
        let bounds = field.praezisierung
        if Self.textTypes.contains(type) {
            if let min = bounds.minLength.flatMap({ QualityValues.length($0) }), content.count < min {
                raise(1074, what, place)
            }
            if let max = bounds.maxLength.flatMap({ QualityValues.length($0) }), max > 0, content.count > max {
                raise(1075, what, place)
            }
        } else if type == "bool" {
            if content != "true", content != "false" { raise(1077, what, place) }
        } else if let numbers = Self.boundMessages[type] {
            guard let value = QualityValues.value(content, type: type) else {
                raise(numbers.content, what, place)
                return
            }
            if let lower = bounds.minValue.flatMap({ QualityValues.value($0, type: type) }), value < lower {
                raise(1072, what, place)
            }
            if let upper = bounds.maxValue.flatMap({ QualityValues.value($0, type: type) }), value > upper {
                raise(1073, what, place)
            }
        }
    }

    /// Own values and code lists.
    private func checkLists(_ field: XDF3.Datenfeld, _ what: String, _ place: XDFPosition) {
        let isSelect = field.feldart?.code == "select"
        if field.werte != nil || field.codelisteReferenz != nil {
            if !isSelect { raise(1017, what, place) }
        } else if isSelect {
            raise(1018, what, place)
        }
        if field.codelisteReferenz == nil, field.codeKey != nil || field.nameKey != nil || field.helpKey != nil {
            raise(1058, what, place)
        }
        let content = field.inhalt?.trimmedXML
        if let values = field.werte {
            checkEntries(values.map { ($0.code, $0.name) }, what, place)
            for value in values {
                if let help = value.hilfe?.trimmedXML, help == value.name.trimmedXML {
                    raise(1099, what, place, detail: value.code)
                }
            }
            if let content, !values.contains(where: { $0.code == content }) { raise(1085, what, place) }
        }
        guard let reference = field.codelisteReferenz else { return }
        let urn = reference.canonicalIdentification
        if urn.isEmpty {
            raise(1040, what, place)
            return
        }
        guard urn.hasPrefix("urn:") else {
            raise(1005, what, place, detail: urn)
            return
        }
        if !QualityValues.isURN(urn) { raise(1048, what, place, detail: urn) }
        guard let list = list(reference) else { return }
        checkEntries(list.rows.map { ($0.code, $0.name) }, what, place)
        if let version = reference.version, QualityValues.value(version, type: "date") == nil {
            raise(1105, what, place, detail: version)
        }
        if let content, !list.rows.contains(where: { $0.code == content }) { raise(1076, what, place) }
        for column in [field.codeKey, field.nameKey, field.helpKey].compactMap({ $0 })
        where !list.columns.contains(column) {
            raise(1122, what, place, detail: column)
        }
    }

    private func checkEntries(_ entries: [(code: String, name: String?)], _ what: String, _ place: XDFPosition) {
        if entries.count < 2 { raise(1044, what, place) }
        var codes: Set<String> = []
        var names: Set<String> = []
        for entry in entries {
            if !codes.insert(entry.code).inserted { raise(1045, what, place, detail: entry.code) }
            if let name = entry.name, !names.insert(name).inserted { raise(1093, what, place, detail: name) }
        }
    }
}
