/// Reads the text of a rule. Every word has to be understood: a text with one word too many is none of the common
/// forms, so a qualification that is not known cannot be overlooked.
struct RegelGrammatik {
    typealias Verweis = Regelform.Verweis
    typealias Bedingung = Regelform.Bedingung
    typealias Folge = Regelform.Folge

    /// What came of a text.
    enum Ergebnis {
        case form(Regelform)
        /// The word at which understanding ended.
        case unverstanden(String)
    }

    let words: [RegelWort]
    var index = 0
    /// The farthest word that was looked at in vain, to tell where understanding ended.
    private(set) var farthest = 0
    /// The subject of the statement before, for `mache es zu einer Pflichtangabe`.
    var subject: [Verweis] = []
    /// The longest text that is read, in bytes: rules of the common forms are short.
    static let maxLength = 4_000

    private init(_ words: [RegelWort]) { self.words = words }

    /// Reads a text.
    static func lies(_ text: String) -> Ergebnis {
        guard text.utf8.count <= maxLength, let words = RegelWort.lies(text) else {
            return .unverstanden(String(text.trimmedXML.prefix(40)))
        }
        var grammar = RegelGrammatik(words)
        guard let statements = grammar.sentences() else {
            return .unverstanden(
                grammar.farthest < words.count ? words[grammar.farthest].text : words.last?.text ?? "")
        }
        return .form(Regelform(aussagen: statements))
    }

    // MARK: Words

    /// Takes one of these words.
    @discardableResult
    mutating func take(_ expected: String...) -> Bool { takeAny(expected) }

    /// Takes one of these words.
    @discardableResult
    mutating func takeAny(_ expected: some Collection<String>) -> Bool {
        if index < words.count, case .wort(let word) = words[index], expected.contains(word) {
            index += 1
            return true
        }
        farthest = max(farthest, index)
        return false
    }

    /// Takes these words, one after another, or none.
    mutating func takeAll(_ expected: String...) -> Bool {
        let start = index
        for word in expected where !takeAny([word]) {
            index = start
            return false
        }
        return true
    }

    mutating func sign(_ expected: String) -> Bool {
        if index < words.count, words[index] == .zeichen(expected) {
            index += 1
            return true
        }
        farthest = max(farthest, index)
        return false
    }

    /// What a part reads, or nil and nothing read.
    mutating func attempt<T>(_ part: (inout RegelGrammatik) -> T?) -> T? {
        let start = index
        if let result = part(&self) { return result }
        index = start
        return nil
    }

    /// Whether a part was read; if not, nothing is.
    mutating func reads(_ part: (inout RegelGrammatik) -> Bool) -> Bool {
        let start = index
        if part(&self) { return true }
        index = start
        return false
    }

    var isAtEnd: Bool { index >= words.count }

    // MARK: Sentences

    private mutating func sentences() -> [Regelform.Aussage]? {
        var result: [Regelform.Aussage] = []
        var condition: Bedingung?
        while !isAtEnd {
            if sign(".") || sign(";") || sign("!") { continue }
            guard let (read, lastCondition) = sentence(after: condition) else { return nil }
            result += read
            condition = lastCondition
            // `…, sonst …` goes on in the same sentence.
            let goesOn = condition != nil && reads { $0.sign(",") && $0.isElse }
            guard goesOn || isAtEnd || sign(".") || sign(";") || sign("!") else { return nil }
        }
        return result.isEmpty ? nil : result
    }

    static let otherwise: Set = ["sonst", "andernfalls", "ansonsten"]
    static let conditional: Set = ["wenn", "falls", "sofern"]

    private var isElse: Bool {
        if index < words.count, case .wort(let word) = words[index] { Self.otherwise.contains(word) } else { false }
    }

    private mutating func sentence(after previous: Bedingung?) -> ([Regelform.Aussage], Bedingung?)? {
        if takeAny(Self.otherwise) {
            guard let previous else { return nil }
            _ = sign(",")
            guard let results = consequences() else { return nil }
            let condition = Bedingung.nichtErfuellt(previous)
            return (results.map { .init(bedingung: condition, folge: $0) }, nil)
        }
        if takeAll("nur", "wenn") {
            guard let condition = condition() else { return nil }
            _ = sign(",")
            take("dann")
            guard case .darf(let elements)? = consequence() else { return nil }
            return ([.init(folge: .nurWenn(elements, condition))], nil)
        }
        if takeAny(Self.conditional) {
            guard let condition = condition(), sign(",") || isThen else { return nil }
            take("dann", "so")
            guard let results = consequences() else { return nil }
            return (results.map { .init(bedingung: condition, folge: $0) }, condition)
        }
        return trailing()
    }

    private var isThen: Bool { index < words.count && words[index] == .wort("dann") }

    /// `F1 ist anzugeben, wenn …`, or without a condition.
    private mutating func trailing() -> ([Regelform.Aussage], Bedingung?)? {
        guard let first = consequence() else { return nil }
        let condition: Bedingung? = attempt {
            _ = $0.sign(",")
            return $0.takeAny(Self.conditional) ? $0.condition() : nil
        }
        if case .darfNur(let elements) = first {
            guard let condition else { return nil }
            return ([.init(folge: .nurWenn(elements, condition))], nil)
        }
        guard let folge = first.folge else { return nil }
        var results = [folge]
        if condition == nil {
            while let next = next() { results.append(next) }
        }
        return (results.map { .init(bedingung: condition, folge: $0) }, condition)
    }

    /// Consequences, joined by `und`.
    private mutating func consequences() -> [Folge]? {
        guard let first = consequence()?.folge else { return nil }
        var results = [first]
        while let next = next() { results.append(next) }
        return results
    }

    private mutating func next() -> Folge? {
        attempt {
            _ = $0.sign(",")
            return $0.take("und", "sowie") ? $0.consequence()?.folge : nil
        }
    }

    // MARK: Conditions

    mutating func condition() -> Bedingung? {
        guard let first = term() else { return nil }
        var parts = [first]
        var joined: Bool?
        while let (isOr, part) = attempt({ grammar -> (Bool, Bedingung)? in
            _ = grammar.sign(",")
            guard let isOr = grammar.connector(), let part = grammar.term() else { return nil }
            return (isOr, part)
        }) {
            // `und` and `oder` in one condition would need brackets.
            guard joined == nil || joined == isOr else { return nil }
            joined = isOr
            parts.append(part)
        }
        guard let joined else { return first }
        return joined ? .eine(parts) : .alle(parts)
    }

    /// `und`: false, `oder`: true, `und/oder`: true.
    mutating func connector() -> Bool? {
        if take("und", "sowie", "bzw") {
            if reads({ $0.sign("/") && $0.take("oder") }) { return true }
            return words[index - 1] == .wort("bzw") ? nil : false
        }
        return take("oder") ? true : nil
    }

    private mutating func term() -> Bedingung? {
        take("in", "im", "bei", "beim", "für")
        guard let (elements, isOr) = references() else { return nil }
        if let isFilled = attempt({ $0.state() }) {
            let parts = elements.map { isFilled ? Bedingung.befuellt($0) : .leer($0) }
            if parts.count == 1 { return parts[0] }
            guard let isOr else { return nil }
            return isOr ? .eine(parts) : .alle(parts)
        }
        guard elements.count == 1 else { return nil }
        return comparison(elements[0])
    }

    static let filled: Set = [
        "befüllt", "ausgefüllt", "angegeben", "gefüllt", "eingegeben", "eingetragen", "erfasst", "vorhanden",
        "ausgewählt", "gewählt", "gemacht",
    ]
    static let being: Set = ["ist", "sind", "wird", "werden", "wurde", "wurden"]

    /// Whether a state says that something is filled in.
    private mutating func state() -> Bool? {
        takeAny(Self.being)
        let isNegated = take("nicht")
        let result: Bool
        if takeAny(Self.filled) {
            result = !isNegated
        } else if take("leer") {
            result = isNegated
        } else if !isNegated, take("unbefüllt") {
            result = false
        } else if !isNegated, take("einen"), take("wert"), take("hat", "enthält", "besitzt") {
            return true
        } else if !isNegated, take("keinen"), take("wert"), take("hat", "enthält", "besitzt") {
            return false
        } else {
            return nil
        }
        takeAny(Self.being)
        return result
    }

    private static let after: Set = [
        "ist", "sind", "wird", "wurde", "hat", "enthält", "besitzt", "aufweist", "lautet", "beträgt", "liegt",
        "ausgewählt", "gewählt", "angegeben", "eingetragen",
    ]

    private mutating func comparison(_ element: Verweis) -> Bedingung? {
        take("ist", "lautet", "hat")
        guard let comparison = comparisonSign(allowsBare: true) else { return nil }
        guard let first = operand() ?? bareCode() else { return nil }
        var parts = [Bedingung.vergleich(element, comparison, first)]
        while let next = attempt({ grammar -> Regelform.Operand? in
            guard grammar.take("oder") || grammar.sign(",") else { return nil }
            grammar.take("oder")
            _ = grammar.sign("=")
            guard case .wert(let value)? = grammar.operand() else { return nil }
            return .wert(value)
        }) {
            // `F1 ≠ 1 oder 2` says one thing and means another.
            guard comparison == .gleich else { return nil }
            parts.append(.vergleich(element, .gleich, next))
        }
        while takeAny(Self.after) {}
        return parts.count == 1 ? parts[0] : .eine(parts)
    }

    /// A sign or words of comparison.
    mutating func comparisonSign(allowsBare: Bool) -> Regelform.Vergleich? {
        for comparison in [Regelform.Vergleich.gleich, .ungleich, .kleiner, .kleinerGleich, .groesser, .groesserGleich]
        where sign(comparison.rawValue) {
            return comparison
        }
        if takeAll("nicht", "gleich") || take("ungleich") { return .ungleich }
        if take("gleich") { return .gleich }
        if let order = order() { return order }
        if reads({ $0.take("den") && $0.take("wert", "code", "eintrag") }) { return .gleich }
        if reads({ $0.takeAll("nicht", "den") && $0.take("wert", "code", "eintrag") }) {
            return .ungleich
        }
        if reads({ $0.take("der", "die") && $0.take("wert", "code", "eintrag", "option") }) {
            return .gleich
        }
        guard allowsBare else { return nil }
        let start = index
        defer { index = start }
        return value() == nil ? nil : .gleich
    }

    /// `größer als`, `kleiner oder gleich`, `früher als`.
    mutating func order() -> Regelform.Vergleich? {
        let start = index
        let isLess: Bool
        if take("kleiner", "früher", "geringer", "niedriger") {
            isLess = true
        } else if take("größer", "später", "höher") {
            isLess = false
        } else {
            return nil
        }
        let isOrEqual = takeAll("oder", "gleich")
        let hasThan = take("als")
        guard hasThan || isOrEqual else {
            index = start
            return nil
        }
        return isLess ? (isOrEqual ? .kleinerGleich : .kleiner) : (isOrEqual ? .groesserGleich : .groesser)
    }

    // MARK: Values and elements

    mutating func operand() -> Regelform.Operand? {
        if let value = attempt({ $0.value() }) { return .wert(value) }
        return attempt { $0.reference() }.map { .element($0) }
    }

    /// A code without quotation marks: `den Wert digital hat`.
    private mutating func bareCode() -> Regelform.Operand? {
        guard index > 1, words[index - 1] == .wort("wert") || words[index - 1] == .wort("code"),
            index + 1 < words.count,
            words[index - 2] == .wort("den"), case .wort(let word) = words[index], words[index + 1] == .wort("hat")
        else { return nil }
        index += 1
        return .wert(.code(word, bezeichnung: nil))
    }

    private mutating func value() -> Regelform.Wert? {
        guard index < words.count else { return nil }
        switch words[index] {
        case .zahl(let text):
            index += 1
            if index < words.count, case .zitat(let name) = words[index] {
                index += 1
                return .code(text, bezeichnung: name)
            }
            return .zahl(text)
        case .zeit(let text):
            index += 1
            return .zeit(text)
        case .zitat(let text):
            index += 1
            return .text(text)
        case .wort("wahr"), .wort("ja"), .wort("true"):
            index += 1
            return .wahrheit(true)
        case .wort("falsch"), .wort("nein"), .wort("false"):
            index += 1
            return .wahrheit(false)
        default:
            farthest = max(farthest, index)
            return nil
        }
    }

    static let articles: Set = ["das", "die", "der", "den", "dem", "des", "beim", "im", "vom", "zum", "ein", "eine"]
    static let kinds: Set = [
        "feld", "felder", "feldes", "feldern", "datenfeld", "datenfelder", "datenfeldes", "datenfelds",
        "datenfeldern", "feldgruppe", "feldgruppen", "datenfeldgruppe", "datenfeldgruppen", "gruppe", "gruppen",
        "datengruppe", "datengruppen", "angabe", "angaben", "wert", "wertes", "werte", "element", "elemente",
        "elementen", "datum",
    ]

    /// One element: articles and kinds may stand before, its name behind.
    mutating func reference() -> Verweis? {
        attempt { grammar in
            while grammar.takeAny(Self.articles) || grammar.takeAny(Self.kinds) {}
            guard grammar.index < grammar.words.count,
                case .verweis(let ids, let version) = grammar.words[grammar.index]
            else {
                grammar.farthest = max(grammar.farthest, grammar.index)
                return nil
            }
            grammar.index += 1
            var result = Verweis(ids: ids, version: version)
            if grammar.index < grammar.words.count, case .zitat(let name) = grammar.words[grammar.index] {
                grammar.index += 1
                result.name = name
            }
            return result
        }
    }

    /// Elements, joined by commas and `und` or `oder`; the joint is nil for a single one.
    ///
    /// - Parameter commasSuffice: whether several may be joined by commas alone.
    mutating func references(commasSuffice: Bool = false) -> ([Verweis], Bool?)? {
        guard let first = reference() else { return nil }
        var result = [first]
        var joined: Bool?
        while true {
            let next = attempt { grammar -> (Bool?, Verweis)? in
                if grammar.sign(",") {
                    let isOr = grammar.connector()
                    return grammar.reference().map { (isOr, $0) }
                }
                guard let isOr = grammar.connector() else { return nil }
                return grammar.reference().map { (isOr, $0) }
            }
            guard let (isOr, element) = next else { break }
            if let isOr {
                guard joined == nil || joined == isOr else { return nil }
                joined = isOr
            }
            result.append(element)
        }
        guard result.count == 1 || joined != nil || commasSuffice else { return nil }
        return (result, joined)
    }
}
