/// Compares two versions of a form. Elements are the same when their ids are, whatever their versions.
public enum XDF3Compare {
    /// What changed from `old` to `new`.
    public static func compare(_ old: XDF3.Nachricht, _ new: XDF3.Nachricht) -> FIMComparison {
        var run = Run()
        let before = Index(old)
        let after = Index(new)
        run.top(old, new)
        for id in after.order {
            guard let place = after.places[id] else { continue }
            if let other = before.places[id] {
                run.place(other, place)
            } else {
                let isRequired = place.place.haeufigkeit.min > 0 && !place.isLabel
                run.result.add(
                    id, place.name, .added, nil, place.place.anzahl, isRequired ? .breaking : .compatible)
            }
        }
        for id in before.order where after.places[id] == nil {
            guard let place = before.places[id] else { continue }
            run.result.add(id, place.name, .removed, place.place.anzahl, nil, place.isLabel ? .compatible : .breaking)
        }
        run.rules(old.alleRegeln, new.alleRegeln)
        return run.result
    }

    private struct Placed {
        let place: XDF3.Struktur
        let parent: String
        var name: String { place.angaben.name.trimmedXML }
        var isLabel: Bool {
            if case .datenfeld(let field) = place.element { field.feldart?.code == "label" } else { false }
        }
    }

    private struct Index {
        var places: [String: Placed] = [:]
        var order: [String] = []

        init(_ message: XDF3.Nachricht) { add(message.struktur, parent: message.angaben.identifikation.id) }

        private mutating func add(_ list: [XDF3.Struktur], parent: String) {
            for place in list {
                let id = place.angaben.identifikation.id
                if places[id] == nil {
                    places[id] = Placed(place: place, parent: parent)
                    order.append(id)
                }
                if case .datenfeldgruppe(let group) = place.element { add(group.struktur, parent: id) }
            }
        }
    }

    private struct Run {
        var result = FIMComparison()

        mutating func top(_ old: XDF3.Nachricht, _ new: XDF3.Nachricht) {
            let id = new.angaben.identifikation.id
            let name = new.angaben.name.trimmedXML
            result.compare(id, name, "id", old.angaben.identifikation.id, id, .breaking)
            common(old.angaben, new.angaben, id, name)
            guard let before = old.stammdatenschema, let after = new.stammdatenschema else { return }
            result.compare(id, name, "bezeichnung", before.bezeichnung, after.bezeichnung, .compatible)
            result.compare(id, name, "hilfetext", before.hilfetext, after.hilfetext, .compatible)
            result.compare(
                id, name, "dokumentsteckbrief", before.dokumentsteckbrief?.description,
                after.dokumentsteckbrief?.description, .compatible)
        }

        mutating func place(_ old: Placed, _ new: Placed) {
            let id = new.place.angaben.identifikation.id
            let name = new.name
            if old.parent != new.parent { result.add(id, name, .moved, old.parent, new.parent, .breaking) }
            if old.place.anzahl != new.place.anzahl {
                let before = old.place.haeufigkeit
                let after = new.place.haeufigkeit
                let isWider = after.min <= before.min && after.max ?? .max >= before.max ?? .max
                // Once against several times is another form of the data: a value here, a list there.
                let isSameForm = (before.max == 1) == (after.max == 1)
                let isCompatible = isWider && isSameForm
                result.compare(
                    id, name, "anzahl", old.place.anzahl, new.place.anzahl, isCompatible ? .compatible : .breaking)
            }
            common(old.place.angaben, new.place.angaben, id, name)
            labels(old.place.elementangaben, new.place.elementangaben, id, name)
            switch (old.place.element, new.place.element) {
            case (.datenfeld(let before), .datenfeld(let after)): field(before, after, id, name)
            case (.datenfeldgruppe(let before), .datenfeldgruppe(let after)):
                result.compare(id, name, "art", before.art?.code, after.art?.code, .breaking)
            default: result.add(id, name, field: "art", .changed, nil, nil, .breaking)
            }
        }

        private mutating func common(_ old: XDF3.Angaben, _ new: XDF3.Angaben, _ id: String, _ name: String) {
            let values: [(String, String?, String?)] = [
                ("version", old.identifikation.version, new.identifikation.version), ("name", old.name, new.name),
                ("beschreibung", old.beschreibung, new.beschreibung), ("definition", old.definition, new.definition),
                ("bezug", Self.text(old.bezug), Self.text(new.bezug)),
                ("freigabestatus", old.freigabestatus?.code, new.freigabestatus?.code),
                ("gueltigAb", old.gueltigAb, new.gueltigAb), ("gueltigBis", old.gueltigBis, new.gueltigBis),
            ]
            for (field, before, after) in values { result.compare(id, name, field, before, after, .compatible) }
        }

        private static func text(_ references: [XDF3.Bezug]) -> String? {
            references.isEmpty ? nil : references.map(\.text.trimmedXML).joined(separator: "; ")
        }

        private mutating func labels(
            _ old: XDF3.Elementangaben, _ new: XDF3.Elementangaben, _ id: String, _ name: String
        ) {
            let values: [(String, String?, String?)] = [
                ("bezeichnungEingabe", old.bezeichnungEingabe, new.bezeichnungEingabe),
                ("bezeichnungAusgabe", old.bezeichnungAusgabe, new.bezeichnungAusgabe),
                ("schemaelementart", old.schemaelementart?.code, new.schemaelementart?.code),
                ("hilfetextEingabe", old.hilfetextEingabe, new.hilfetextEingabe),
                ("hilfetextAusgabe", old.hilfetextAusgabe, new.hilfetextAusgabe),
            ]
            for (field, before, after) in values { result.compare(id, name, field, before, after, .compatible) }
        }

        private mutating func field(_ old: XDF3.Datenfeld, _ new: XDF3.Datenfeld, _ id: String, _ name: String) {
            result.compare(id, name, "datentyp", old.datentyp?.code, new.datentyp?.code, .breaking)
            result.compare(id, name, "feldart", old.feldart?.code, new.feldart?.code, .breaking)
            result.compare(id, name, "inhalt", old.inhalt, new.inhalt, .compatible)
            result.compare(id, name, "vorbefuellung", old.vorbefuellung?.code, new.vorbefuellung?.code, .unclear)
            bounds(old, new, id, name)
            values(old, new, id, name)
            let size: FIMComparison.Impact =
                narrower(old.maxSize, new.maxSize, isUpper: true) ? .breaking : .compatible
            result.compare(id, name, "maxSize", old.maxSize, new.maxSize, size)
            let types = Set(new.mediaType)
            let lostTypes = !types.isEmpty && (old.mediaType.isEmpty || old.mediaType.contains { !types.contains($0) })
            result.compare(
                id, name, "mediaType", old.mediaType.isEmpty ? nil : old.mediaType.joined(separator: ", "),
                new.mediaType.isEmpty ? nil : new.mediaType.joined(separator: ", "), lostTypes ? .breaking : .compatible
            )
        }

        private mutating func bounds(_ old: XDF3.Datenfeld, _ new: XDF3.Datenfeld, _ id: String, _ name: String) {
            let before = old.praezisierung
            let after = new.praezisierung
            let type = new.datentyp?.code ?? ""
            func impact(_ old: String?, _ new: String?, isUpper: Bool, _ type: String) -> FIMComparison.Impact {
                narrower(old, new, isUpper: isUpper, type: type) ? .breaking : .compatible
            }
            result.compare(
                id, name, "minLength", before.minLength, after.minLength,
                impact(before.minLength, after.minLength, isUpper: false, "num_int"))
            result.compare(
                id, name, "maxLength", before.maxLength, after.maxLength,
                impact(before.maxLength, after.maxLength, isUpper: true, "num_int"))
            result.compare(
                id, name, "minValue", before.minValue, after.minValue,
                impact(before.minValue, after.minValue, isUpper: false, type))
            result.compare(
                id, name, "maxValue", before.maxValue, after.maxValue,
                impact(before.maxValue, after.maxValue, isUpper: true, type))
            result.compare(
                id, name, "pattern", before.pattern, after.pattern, after.pattern == nil ? .compatible : .breaking)
        }

        /// Whether a new bound takes less than the old one. What cannot be compared counts as narrower.
        private func narrower(_ old: String?, _ new: String?, isUpper: Bool, type: String = "num_int") -> Bool {
            guard let new else { return false }
            guard let old else { return true }
            guard let before = QualityValues.value(old, type: type), let after = QualityValues.value(new, type: type)
            else { return old != new }
            return isUpper ? after < before : after > before
        }

        private mutating func values(_ old: XDF3.Datenfeld, _ new: XDF3.Datenfeld, _ id: String, _ name: String) {
            if let before = old.werte, let after = new.werte {
                let oldNames = Dictionary(before.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
                let newNames = Dictionary(after.map { ($0.code, $0.name) }, uniquingKeysWith: { first, _ in first })
                for value in after {
                    if let oldName = oldNames[value.code] {
                        result.compare(id, name, "werte/\(value.code)", oldName, value.name, .compatible)
                    } else {
                        result.add(id, name, field: "werte/\(value.code)", .added, nil, value.name, .compatible)
                    }
                }
                for value in before where newNames[value.code] == nil {
                    result.add(id, name, field: "werte/\(value.code)", .removed, value.name, nil, .breaking)
                }
            } else if old.werte != nil || new.werte != nil {
                result.add(id, name, field: "werte", old.werte == nil ? .added : .removed, nil, nil, .breaking)
            }
            let before = old.codelisteReferenz
            let after = new.codelisteReferenz
            if before?.canonicalIdentification == after?.canonicalIdentification {
                result.compare(id, name, "codeliste/version", before?.version, after?.version, .unclear)
            } else {
                result.compare(
                    id, name, "codeliste", before?.canonicalIdentification, after?.canonicalIdentification, .breaking)
            }
        }

        mutating func rules(_ old: [XDF3.Regel], _ new: [XDF3.Regel]) {
            let before = Dictionary(old.map { ($0.identifikation.id, $0) }, uniquingKeysWith: { first, _ in first })
            let after = Dictionary(new.map { ($0.identifikation.id, $0) }, uniquingKeysWith: { first, _ in first })
            var seen: Set<String> = []
            for rule in new where seen.insert(rule.identifikation.id).inserted {
                let id = rule.identifikation.id
                let name = rule.name.trimmedXML
                guard let other = before[id] else {
                    result.add(id, name, .added, nil, rule.freitextRegel, .unclear)
                    continue
                }
                result.compare(
                    id, name, "version", other.identifikation.version, rule.identifikation.version, .compatible)
                result.compare(id, name, "freitextRegel", other.freitextRegel, rule.freitextRegel, .unclear)
                result.compare(id, name, "skript", other.skript, rule.skript, .unclear)
                result.compare(id, name, "typ", other.typ?.code, rule.typ?.code, .unclear)
            }
            for rule in old where after[rule.identifikation.id] == nil && seen.insert(rule.identifikation.id).inserted {
                result.add(
                    rule.identifikation.id, rule.name.trimmedXML, .removed, rule.freitextRegel, nil, .compatible)
            }
        }
    }
}
