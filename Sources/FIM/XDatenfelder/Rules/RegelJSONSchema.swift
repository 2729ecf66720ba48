/// Rules in JSON Schema: what JSON Schema can say exactly as the rule means it, and nothing else.
enum RegelJSONSchema {
    /// The definition that says whether something is filled in.
    static let definition: (String, JSONValue) = (
        "xdf-befuellt",
        .object([
            ("if", .object([("type", .string("object"))])),
            (
                "then",
                .object([
                    (
                        "not",
                        .object([
                            ("additionalProperties", .object([("not", .object([("$ref", reference)]))]))
                        ])
                    )
                ])
            ),
            (
                "else",
                .object([
                    ("if", .object([("type", .string("array"))])),
                    ("then", .object([("contains", .object([("$ref", reference)]))])),
                    ("else", .object([("not", .object([("enum", .array([.string(""), .null]))]))])),
                ])
            ),
        ])
    )

    private static let reference = JSONValue.string("#/$defs/xdf-befuellt")

    /// The constraints of a rule on the data of its holder, or nil when one of its statements cannot be said exactly.
    static func constraints(_ entry: XDF3Regeln.Eintrag) -> [JSONValue]? {
        var result: [JSONValue] = []
        for statement in entry.aussagen where statement.aussage.folge.bindet {
            guard let constraint = Translation(statement: statement).constraint else { return nil }
            var members: [(String, JSONValue)] = []
            members.append(("title", .string(entry.regel.identifikation.description)))
            members.append(("description", .string(RegelSprache(statement).satz.de)))
            guard case .object(let inner) = wrapped(constraint, statement.kontext[...]) else { return nil }
            result.append(.object(members + inner))
        }
        return result
    }

    /// The constraint at its place: it binds wherever the groups around it are there.
    private static func wrapped(_ constraint: JSONValue, _ steps: ArraySlice<RegelFormular.Schritt>) -> JSONValue {
        guard let step = steps.first else { return constraint }
        let inner = wrapped(constraint, steps.dropFirst())
        let value = step.isRepeated ? JSONValue.object([("items", inner)]) : inner
        return .object([("properties", .object([(step.name, value)]))])
    }

    private struct Translation {
        let statement: RegelBindung.Aussage

        var constraint: JSONValue? {
            guard let folge = folge(statement.aussage.folge) else { return nil }
            guard let condition = statement.aussage.bedingung else { return folge }
            guard let condition = bedingung(condition) else { return nil }
            return .object([("if", condition), ("then", folge)])
        }

        private func way(_ element: Regelform.Verweis) -> ArraySlice<String> {
            element.pfad.dropFirst(statement.kontext.count)
        }

        /// The element is there, and its value is so.
        private func there(_ way: ArraySlice<String>, _ value: JSONValue) -> JSONValue {
            guard let name = way.first else { return value }
            return .object([
                ("properties", .object([(name, there(way.dropFirst(), value))])), ("required", .array([.string(name)])),
            ])
        }

        private func filled(_ element: Regelform.Verweis) -> JSONValue {
            there(way(element), .object([("$ref", RegelJSONSchema.reference)]))
        }

        private func not(_ value: JSONValue) -> JSONValue { .object([("not", value)]) }

        private func any(_ values: [JSONValue]) -> JSONValue {
            values.count == 1 ? values[0] : .object([("anyOf", .array(values))])
        }

        private func all(_ values: [JSONValue]) -> JSONValue {
            values.count == 1 ? values[0] : .object([("allOf", .array(values))])
        }

        private func folge(_ folge: Regelform.Folge) -> JSONValue? {
            switch folge {
            case .erforderlich(let elements): return all(elements.map(filled))
            case .unzulaessig(let elements): return not(any(elements.map(filled)))
            case .genauEines(let elements): return .object([("oneOf", .array(elements.map(filled)))])
            case .mindestensEines(let elements): return any(elements.map(filled))
            case .hoechstensEines(let elements):
                let none = not(any(elements.map(filled)))
                return .object([("oneOf", .array(elements.map(filled) + [none]))])
            case .vergleich(let element, let comparison, let operand):
                // Broken only where the element is filled in and compares otherwise.
                guard let broken = compare(element, comparison.umkehrung, operand) else { return nil }
                return not(broken)
            case .nurWenn(let elements, let condition):
                guard let condition = bedingung(condition) else { return nil }
                return any([not(any(elements.map(filled))), condition])
            case .zulaessig: return .bool(true)
            }
        }

        private func bedingung(_ condition: Regelform.Bedingung) -> JSONValue? {
            switch condition {
            case .befuellt(let element): return filled(element)
            case .leer(let element): return not(filled(element))
            case .vergleich(let element, let comparison, let operand): return compare(element, comparison, operand)
            case .alle(let parts):
                let translated = parts.compactMap(bedingung)
                return translated.count == parts.count ? all(translated) : nil
            case .eine(let parts):
                let translated = parts.compactMap(bedingung)
                return translated.count == parts.count ? any(translated) : nil
            case .nichtErfuellt(let inner): return bedingung(inner).map(not)
            }
        }

        /// The element is filled in and compares so; nil for dates and for the values of other elements, which JSON
        /// Schema cannot compare.
        private func compare(
            _ element: Regelform.Verweis, _ comparison: Regelform.Vergleich, _ operand: Regelform.Operand
        ) -> JSONValue? {
            guard case .wert(let value) = operand else { return nil }
            let literal: JSONValue
            switch value {
            case .code(let text, _), .text(let text): literal = .string(text)
            case .wahrheit(let flag): literal = .bool(flag)
            case .zahl(let text):
                guard let number = XDF3JSONSchema.number(text) else { return nil }
                literal = number
            case .zeit: return nil
            }
            let test: JSONValue
            switch comparison {
            case .gleich: test = .object([("const", literal)])
            case .ungleich:
                let excluded: [JSONValue] = if case .string = literal { [literal, .string("")] } else { [literal] }
                test = not(.object([("enum", .array(excluded))]))
            case .kleiner: test = bound("exclusiveMaximum", literal)
            case .kleinerGleich: test = bound("maximum", literal)
            case .groesser: test = bound("exclusiveMinimum", literal)
            case .groesserGleich: test = bound("minimum", literal)
            }
            return there(way(element), test)
        }

        private func bound(_ keyword: String, _ literal: JSONValue) -> JSONValue {
            .object([("type", .string("number")), (keyword, literal)])
        }
    }
}
