import Findings

/// Binds the references and values of a rule to the elements of a form.
struct RegelBindung {
    typealias Verweis = Regelform.Verweis

    /// Why a rule is not evaluated.
    struct Hindernis: Error {
        let message: Message
        init(_ message: Message) { self.message = message }
    }

    /// A statement with the place in the data at which it is evaluated.
    struct Aussage: Sendable, Hashable {
        /// The steps from the holder to what is evaluated each time it is there: repeated and optional groups that
        /// everything the statement names stands in.
        let kontext: [RegelFormular.Schritt]
        let aussage: Regelform.Aussage
        /// The elements by their way from the holder, with which they are named.
        let elemente: [[String]: Element]
    }

    /// What evaluation needs to know of an element.
    struct Element: Sendable, Hashable {
        let steps: [RegelFormular.Schritt]
        let bezeichnung: String
        /// The field's data type, or nil for a group.
        let type: String?
        /// Whether the field has a list of values.
        let hasValues: Bool
    }

    let form: RegelFormular
    let values: (XDF3.Datenfeld) -> [XDF3.Wert]?
    /// What holds the rule, or the top where a rule of a group names elements outside of it.
    let holder: RegelFormular.Traeger
    private var elemente: [[String]: Element] = [:]

    init(
        _ form: RegelFormular, _ values: @escaping (XDF3.Datenfeld) -> [XDF3.Wert]?, holder: RegelFormular.Traeger
    ) {
        self.form = form
        self.values = values
        self.holder = holder
    }

    /// Binds a statement.
    mutating func bind(_ statement: Regelform.Aussage) throws(Hindernis) -> Aussage {
        elemente = [:]
        var result = statement
        if let condition = statement.bedingung { result.bedingung = try bind(condition) }
        result.folge = try bind(statement.folge)
        let context = try kontext(result)
        return Aussage(kontext: context, aussage: result, elemente: elemente)
    }

    // MARK: Where it is evaluated

    private func kontext(_ statement: Regelform.Aussage) throws(Hindernis) -> [RegelFormular.Schritt] {
        let ways = statement.verweise.compactMap { elemente[$0.pfad]?.steps }
        guard var shared = ways.first?.dropLast().map(\.self) else { return [] }
        for way in ways.dropFirst() {
            let parents = way.dropLast()
            shared = zip(shared, parents).prefix { $0 == $1 }.map(\.0)
        }
        let depth = shared.lastIndex { $0.isRepeated || $0.isOptional }.map { $0 + 1 } ?? 0
        let context = Array(shared.prefix(depth))
        for reference in statement.verweise {
            guard let element = elemente[reference.pfad] else { continue }
            if element.steps.dropFirst(depth).dropLast().contains(where: \.isRepeated) {
                throw Hindernis(
                    Message(
                        de:
                            "\(reference.beschreibung) steht in einer Wiederholung; der Text sagt nicht, welche gemeint ist.",
                        en: "\(reference.beschreibung) stands in a repetition; the text does not say which is meant."))
            }
        }
        return context
    }

    // MARK: References

    private mutating func bind(_ reference: Verweis) throws(Hindernis) -> (Verweis, XDF3.Struktur.Element) {
        var found = form.matches(reference.ids, below: holder)
        // A rule may name the group that has it.
        if found.isEmpty, reference.ids.count == 1, reference.ids.last == holder.ids.last {
            found = form.orte.filter { $0.steps == holder.steps && $0.ids == holder.ids }
        }
        guard let place = found.first else {
            let isElsewhere = form.nachID[reference.ids.last ?? ""] != nil
            throw Hindernis(
                isElsewhere
                    ? Message(
                        de: "\(reference.beschreibung) steht nicht unter dem Element, an dem die Regel steht.",
                        en: "\(reference.beschreibung) does not stand below the element that has the rule.")
                    : Message(
                        de: "\(reference.beschreibung) gibt es im Formular nicht.",
                        en: "There is no \(reference.beschreibung) in the form."))
        }
        guard found.count == 1 else {
            throw Hindernis(
                Message(
                    de: "\(reference.beschreibung) steht hier \(found.count)-mal im Formular.",
                    en: "\(reference.beschreibung) stands in the form \(found.count) times here."))
        }
        try check(reference, place.element)
        var result = reference
        let steps = Array(place.steps.dropFirst(holder.steps.count))
        result.pfad = steps.map(\.name)
        elemente[result.pfad] = Element(steps, place.element, values)
        return (result, place.element)
    }

    /// The name and version of a reference are those of the element, and the element can be filled in.
    private func check(_ reference: Verweis, _ element: XDF3.Struktur.Element) throws(Hindernis) {
        let angaben: XDF3.Angaben
        let labels: XDF3.Elementangaben
        switch element {
        case .datenfeld(let field):
            (angaben, labels) = (field.angaben, field.element)
            if field.feldart?.code == "label" {
                throw Hindernis(
                    Message(
                        de: "\(reference.beschreibung) ist ein Hinweistext.",
                        en: "\(reference.beschreibung) is a label."))
            }
        case .datenfeldgruppe(let group): (angaben, labels) = (group.angaben, group.element)
        }
        if let version = reference.version, version != angaben.identifikation.version {
            throw Hindernis(
                Message(
                    de:
                        "\(reference.beschreibung) nennt Version \(version), im Formular steht \(angaben.identifikation.version ?? "-").",
                    en:
                        "\(reference.beschreibung) names version \(version); the form has \(angaben.identifikation.version ?? "-")."
                ))
        }
        func plain(_ text: String) -> String {
            text.lowercased().split { !$0.isLetter && !$0.isNumber }.joined(separator: " ")
        }
        guard let name = reference.name.map(plain) else { return }
        let names = [angaben.name, labels.bezeichnungEingabe, labels.bezeichnungAusgabe ?? ""].map(plain)
        if !names.contains(name) {
            throw Hindernis(
                Message(
                    de: "\(reference.beschreibung) heißt im Formular „\(angaben.name)“, in der Regel anders.",
                    en: "\(reference.beschreibung) is called “\(angaben.name)” in the form, otherwise in the rule."))
        }
    }

    private mutating func bindAll(_ references: [Verweis]) throws(Hindernis) -> [Verweis] {
        var result: [Verweis] = []
        for reference in references { result.append(try bind(reference).0) }
        guard Set(result.map(\.pfad)).count == result.count else {
            throw Hindernis(
                Message(
                    de: "Die Regel nennt dasselbe Element zweimal.", en: "The rule names the same element twice."))
        }
        return result
    }

    // MARK: Conditions and consequences

    private mutating func bind(_ condition: Regelform.Bedingung) throws(Hindernis) -> Regelform.Bedingung {
        switch condition {
        case .befuellt(let element): return .befuellt(try bind(element).0)
        case .leer(let element): return .leer(try bind(element).0)
        case .vergleich(let element, let comparison, let operand):
            let (reference, bound) = try bind(element, comparison, operand)
            return .vergleich(reference, comparison, bound)
        case .alle(let parts):
            var result: [Regelform.Bedingung] = []
            for part in parts { result.append(try bind(part)) }
            return .alle(result)
        case .eine(let parts):
            var result: [Regelform.Bedingung] = []
            for part in parts { result.append(try bind(part)) }
            return .eine(result)
        case .nichtErfuellt(let inner): return .nichtErfuellt(try bind(inner))
        }
    }

    private mutating func bind(_ folge: Regelform.Folge) throws(Hindernis) -> Regelform.Folge {
        switch folge {
        case .erforderlich(let elements): return .erforderlich(try bindAll(elements))
        case .unzulaessig(let elements): return .unzulaessig(try bindAll(elements))
        case .genauEines(let elements): return .genauEines(try bindAll(elements))
        case .mindestensEines(let elements): return .mindestensEines(try bindAll(elements))
        case .hoechstensEines(let elements): return .hoechstensEines(try bindAll(elements))
        case .zulaessig(let elements): return .zulaessig(try bindAll(elements))
        case .nurWenn(let elements, let condition): return .nurWenn(try bindAll(elements), try bind(condition))
        case .vergleich(let element, let comparison, let operand):
            let (reference, bound) = try bind(element, comparison, operand)
            return .vergleich(reference, comparison, bound)
        }
    }

    private mutating func bind(
        _ reference: Verweis, _ comparison: Regelform.Vergleich, _ operand: Regelform.Operand
    ) throws(Hindernis) -> (Verweis, Regelform.Operand) {
        let (left, element) = try bind(reference)
        let field = try single(left, element)
        let type = field.datentyp?.code ?? "text"
        let known = values(field)
        let isCoded = known != nil || field.codelisteReferenz != nil
        let unfit = Hindernis(
            Message(
                de: "Der Vergleich passt nicht zu \(left.beschreibung) (\(type)).",
                en: "The comparison does not fit \(left.beschreibung) (\(type))."))
        let isOrdered = QualityRun.rangeTypes.contains(type) && !isCoded
        if comparison.istOrdnung, !isOrdered { throw unfit }
        switch operand {
        case .element(let other):
            let (right, otherElement) = try bind(other)
            let otherField = try single(right, otherElement)
            let otherType = otherField.datentyp?.code ?? "text"
            let otherIsCoded = values(otherField) != nil || otherField.codelisteReferenz != nil
            let bothNumbers = Self.numbers.contains(type) && Self.numbers.contains(otherType)
            guard right.pfad != left.pfad, type == otherType || bothNumbers, isCoded == otherIsCoded, type != "file",
                type != "obj"
            else { throw unfit }
            return (left, .element(right))
        case .wert(let value):
            guard let bound = Self.value(value, type: type, known: known, isCoded: isCoded) else { throw unfit }
            return (left, .wert(bound))
        }
    }

    static let numbers: Set = ["num", "num_int", "num_currency"]

    /// The field of a comparison: a group or a repeated field has no single value.
    private func single(_ reference: Verweis, _ element: XDF3.Struktur.Element) throws(Hindernis) -> XDF3.Datenfeld {
        guard case .datenfeld(let field) = element, elemente[reference.pfad]?.steps.last?.isRepeated == false else {
            throw Hindernis(
                Message(
                    de: "\(reference.beschreibung) hat keinen einzelnen Wert, mit dem verglichen werden könnte.",
                    en: "\(reference.beschreibung) has no single value to compare with."))
        }
        return field
    }

    /// A value as the field has it, or nil when it is none of the field's.
    static func value(
        _ value: Regelform.Wert, type: String, known: [XDF3.Wert]?, isCoded: Bool
    ) -> Regelform.Wert? {
        if isCoded {
            switch value {
            case .code(let code, let name):
                guard let known else {
                    // Of a word only digits are sure: its case is lost.
                    return code.allSatisfy(\.isASCIIDigit) ? .code(code, bezeichnung: name) : nil
                }
                var fitting = known.filter { $0.code == code }
                if fitting.isEmpty, name == nil { fitting = known.filter { $0.code.lowercased() == code } }
                guard fitting.count == 1, let entry = fitting.first,
                    name == nil || entry.name.trimmedXML.lowercased() == name?.lowercased()
                else { return nil }
                return .code(entry.code, bezeichnung: entry.name)
            case .zahl(let code):
                return Self.value(.code(code, bezeichnung: nil), type: type, known: known, isCoded: true)
            case .text(let text):
                let fitting = known?.filter { $0.code == text || $0.name.trimmedXML.lowercased() == text.lowercased() }
                guard let fitting, fitting.count == 1 else { return nil }
                return .code(fitting[0].code, bezeichnung: fitting[0].name)
            case .zeit, .wahrheit: return nil
            }
        }
        switch (type, value) {
        case ("bool", .wahrheit): return value
        case ("bool", .text(let text)):
            switch text.lowercased() {
            case "ja", "wahr", "true": return .wahrheit(true)
            case "nein", "falsch", "false": return .wahrheit(false)
            default: return nil
            }
        case ("num", .zahl(let text)), ("num_int", .zahl(let text)), ("num_currency", .zahl(let text)):
            return QualityValues.value(text, type: type) == nil ? nil : value
        case ("date", .zeit(let text)), ("time", .zeit(let text)):
            return QualityValues.value(text, type: type) == nil ? nil : value
        case ("text", .text), ("text_latin", .text): return value
        default: return nil
        }
    }
}

extension RegelBindung.Element {
    init(
        _ steps: [RegelFormular.Schritt], _ element: XDF3.Struktur.Element, _ values: (XDF3.Datenfeld) -> [XDF3.Wert]?
    ) {
        self.steps = steps
        switch element {
        case .datenfeld(let field):
            let label = field.element.bezeichnungEingabe.trimmedXML
            bezeichnung = label.isEmpty ? field.angaben.name : label
            type = field.datentyp?.code ?? "text"
            hasValues = values(field) != nil || field.codelisteReferenz != nil
        case .datenfeldgruppe(let group):
            let label = group.element.bezeichnungEingabe.trimmedXML
            bezeichnung = label.isEmpty ? group.angaben.name : label
            type = nil
            hasValues = false
        }
    }
}

extension Regelform.Verweis {
    /// The ids as they stand.
    var beschreibung: String { ids.joined(separator: ".") }
}
