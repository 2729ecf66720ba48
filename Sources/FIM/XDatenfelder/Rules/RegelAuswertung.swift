import Findings

/// Evaluates a statement on filled data.
struct RegelAuswertung {
    /// What breaks a statement.
    struct Verletzung {
        /// The place in the data (JSON pointer).
        let path: String
    }

    let statement: RegelBindung.Aussage

    init(_ statement: RegelBindung.Aussage) { self.statement = statement }

    /// Where data break the statement.
    ///
    /// - Parameters:
    ///   - data: the data of the rule's holder.
    ///   - path: where they stand (JSON pointer).
    func verletzungen(_ data: JSONValue, path: String) -> [Verletzung] {
        var contexts = [(data, path)]
        for step in statement.kontext {
            contexts = contexts.flatMap { value, path -> [(JSONValue, String)] in
                guard let inner = value[step.name] else { return [] }
                let innerPath = path + "/" + step.name
                guard case .array(let values) = inner else { return [(inner, innerPath)] }
                return values.enumerated().map { ($1, "\(innerPath)/\($0)") }
            }
        }
        return contexts.flatMap { value, path in Lauf(statement: statement, data: value, path: path).verletzungen }
    }

    /// One context.
    private struct Lauf {
        let statement: RegelBindung.Aussage
        let data: JSONValue
        let path: String

        var verletzungen: [Verletzung] {
            if let condition = statement.aussage.bedingung, !gilt(condition) { return [] }
            switch statement.aussage.folge {
            case .erforderlich(let elements): return elements.filter { !isFilled($0) }.map(at)
            case .unzulaessig(let elements): return elements.filter(isFilled).map(at)
            case .genauEines(let elements): return elements.count(where: isFilled) == 1 ? [] : here
            case .mindestensEines(let elements): return elements.contains(where: isFilled) ? [] : here
            case .hoechstensEines(let elements): return elements.count(where: isFilled) <= 1 ? [] : here
            case .vergleich(let element, let comparison, let operand):
                return compare(element, comparison, operand) == false ? [at(element)] : []
            case .nurWenn(let elements, let condition): return gilt(condition) ? [] : elements.filter(isFilled).map(at)
            case .zulaessig: return []
            }
        }

        private var here: [Verletzung] { [Verletzung(path: path)] }

        private func way(_ element: Regelform.Verweis) -> ArraySlice<String> {
            element.pfad.dropFirst(statement.kontext.count)
        }

        private func at(_ element: Regelform.Verweis) -> Verletzung {
            Verletzung(path: path + way(element).map { "/" + $0 }.joined())
        }

        private func value(_ element: Regelform.Verweis) -> JSONValue? {
            var result = data
            for name in way(element) {
                guard let inner = result[name] else { return nil }
                result = inner
            }
            return result
        }

        private func isFilled(_ element: Regelform.Verweis) -> Bool {
            value(element).map(RegelAuswertung.isFilled) ?? false
        }

        /// Whether a condition holds for certain.
        private func gilt(_ condition: Regelform.Bedingung) -> Bool {
            switch condition {
            case .befuellt(let element): isFilled(element)
            case .leer(let element): !isFilled(element)
            case .vergleich(let element, let comparison, let operand): compare(element, comparison, operand) == true
            case .alle(let parts): parts.allSatisfy(gilt)
            case .eine(let parts): parts.contains(where: gilt)
            case .nichtErfuellt(let inner): !gilt(inner)
            }
        }

        /// Whether a comparison holds; nil when a side is not filled in, or is no value of its type.
        private func compare(
            _ element: Regelform.Verweis, _ comparison: Regelform.Vergleich, _ operand: Regelform.Operand
        ) -> Bool? {
            guard let left = value(element), RegelAuswertung.isFilled(left) else { return nil }
            let type = statement.elemente[element.pfad]?.type ?? "text"
            switch operand {
            case .element(let other):
                guard let right = value(other), RegelAuswertung.isFilled(right) else { return nil }
                let otherType = statement.elemente[other.pfad]?.type ?? "text"
                let isCoded = statement.elemente[element.pfad]?.hasValues ?? false
                if !isCoded, let a = RegelAuswertung.point(left, type), let b = RegelAuswertung.point(right, otherType)
                {
                    return comparison.gilt(a, b)
                }
                return plain(left, comparison, right)
            case .wert(.code(let code, _)): return plain(left, comparison, .string(code))
            case .wert(.text(let text)): return plain(left, comparison, .string(text))
            case .wert(.wahrheit(let flag)): return plain(left, comparison, .bool(flag))
            case .wert(.zahl(let text)):
                guard let a = RegelAuswertung.point(left, type), let b = Double(text) else { return nil }
                return comparison.gilt(a, b)
            case .wert(.zeit(let text)):
                guard let a = RegelAuswertung.point(left, type), let b = QualityValues.value(text, type: type) else {
                    return nil
                }
                return comparison.gilt(a, b)
            }
        }

        private func plain(_ left: JSONValue, _ comparison: Regelform.Vergleich, _ right: JSONValue) -> Bool? {
            let isSame: Bool
            switch (left, right) {
            case (.string(let a), .string(let b)): isSame = a == b
            case (.bool(let a), .bool(let b)): isSame = a == b
            default: return nil
            }
            switch comparison {
            case .gleich: return isSame
            case .ungleich: return !isSame
            case .kleiner, .kleinerGleich, .groesser, .groesserGleich: return nil
            }
        }
    }

    /// Whether something is filled in: of a group or repetition, anything in it. An empty text is not.
    static func isFilled(_ value: JSONValue) -> Bool {
        switch value {
        case .object(let members): members.contains { isFilled($0.1) }
        case .array(let values): values.contains(where: isFilled)
        case .string(let text): !text.isEmpty
        case .number, .bool: true
        case .null: false
        }
    }

    /// A number, date or time on a line on which it can be compared.
    static func point(_ value: JSONValue, _ type: String) -> Double? {
        switch (type, value) {
        case ("num", .number(let text)), ("num_int", .number(let text)), ("num_currency", .number(let text)):
            Double(text)
        case ("date", .string(let text)), ("time", .string(let text)), ("datetime", .string(let text)):
            QualityValues.value(text, type: type)
        default: nil
        }
    }
}

extension Regelform.Vergleich {
    func gilt(_ left: Double, _ right: Double) -> Bool {
        switch self {
        case .gleich: left == right
        case .ungleich: left != right
        case .kleiner: left < right
        case .kleinerGleich: left <= right
        case .groesser: left > right
        case .groesserGleich: left >= right
        }
    }
}
