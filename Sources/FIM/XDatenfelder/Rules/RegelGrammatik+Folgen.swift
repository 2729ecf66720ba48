/// What a rule asks for: `muss angegeben werden`, `darf nicht befüllt sein`, `muss vor F2 liegen`.
extension RegelGrammatik {
    /// A consequence, or what becomes one with a condition behind it.
    enum Aussicht {
        case folge(Folge)
        /// `darf nur angegeben werden`: asks for `wenn`.
        case darfNur([Verweis])
        /// `darf angegeben werden`: binds nothing, but with `nur wenn` before it.
        case darf([Verweis])

        /// The consequence as it stands without a condition behind it.
        var folge: Folge? {
            switch self {
            case .folge(let folge): folge
            case .darf(let elements): .zulaessig(elements)
            case .darfNur: nil
            }
        }
    }

    /// The elements that a statement is about, and how many of them.
    struct Subjekt {
        enum Menge { case liste, entweder, genauEines, mindestensEines, hoechstensEines, keines }

        var elements: [Verweis]
        /// How a list is joined: `oder` is true; nil for one element.
        var isOr: Bool?
        var amount: Menge
    }

    private enum Modal { case muss, ist, darf, wird, liegt }

    mutating func consequence() -> Aussicht? {
        if let command = attempt({ $0.command() }) { return .folge(command) }
        if let result = attempt({ $0.ofThese() }) { return .folge(result) }
        if let result = attempt({ grammar -> Aussicht? in
            grammar.take("es")
            guard let modal = grammar.modal(), let subjekt = grammar.subjekt() else { return nil }
            return grammar.predicate(modal, subjekt)
        }) {
            return result
        }
        return attempt { grammar in
            guard let subjekt = grammar.subjekt() else { return nil }
            if let comparison = grammar.attempt({ $0.bareComparison(subjekt) }) { return .folge(comparison) }
            guard let modal = grammar.modal() else { return nil }
            return grammar.predicate(modal, subjekt)
        }
    }

    /// `von F1 und F2 muss genau eine Angabe gemacht sein`
    private mutating func ofThese() -> Folge? {
        guard take("von", "aus"), let (elements, _) = references(commasSuffice: true), elements.count > 1 else {
            return nil
        }
        let isMust = take("muss", "ist")
        guard isMust || take("darf") else { return nil }
        let folge: Folge
        if isMust, take("genau") {
            folge = .genauEines(elements)
        } else if isMust, take("mindestens", "wenigstens") {
            folge = .mindestensEines(elements)
        } else if !isMust, take("höchstens", "maximal", "nur") {
            folge = .hoechstensEines(elements)
        } else {
            return nil
        }
        guard takeAny(Self.one) else { return nil }
        take("angabe")
        subject = elements
        if filledIn() || reads({ $0.take("anzugeben", "auszufüllen") || ($0.take("zu") && $0.take("machen")) }) {
            return folge
        }
        return nil
    }

    private mutating func modal() -> Modal? {
        if take("muss", "müssen") { return .muss }
        if take("ist", "sind") { return .ist }
        if take("darf", "dürfen") { return .darf }
        if take("wird", "werden") { return .wird }
        if take("liegt", "liegen") { return .liegt }
        return nil
    }

    /// `aktiviere F1`, `mache es zu einer Pflichtangabe`, `blende F1 aus`.
    private mutating func command() -> Folge? {
        if take("aktiviere") {
            guard let (elements, _) = references() else { return nil }
            subject = elements
            return .zulaessig(elements)
        }
        if take("deaktiviere") {
            guard let (elements, isOr) = references(), isOr != true else { return nil }
            subject = elements
            return .unzulaessig(elements)
        }
        if take("blende") {
            guard let (elements, isOr) = references(), isOr != true else { return nil }
            subject = elements
            if take("aus") { return .unzulaessig(elements) }
            return take("ein") ? .zulaessig(elements) : nil
        }
        guard take("mache") else { return nil }
        if !take("es", "sie", "dieses", "diese") {
            guard let (elements, isOr) = references(), isOr != true else { return nil }
            subject = elements
        }
        guard !subject.isEmpty, take("zu"), take("einer", "einem"), take("pflichtangabe", "pflichtfeld") else {
            return nil
        }
        return .erforderlich(subject)
    }

    private static let one: Set = ["ein", "eine", "einer", "eines", "einem"]

    private mutating func subjekt() -> Subjekt? {
        if take("weder") {
            guard let first = reference(), take("noch"), let second = reference() else { return nil }
            return named(Subjekt(elements: [first, second], isOr: nil, amount: .keines))
        }
        if take("entweder") {
            guard let (elements, isOr) = references(), isOr == true else { return nil }
            return named(Subjekt(elements: elements, isOr: true, amount: .entweder))
        }
        for (words, amount) in [
            (["genau"], Subjekt.Menge.genauEines), (["mindestens", "wenigstens"], .mindestensEines),
            (["höchstens", "maximal", "nur"], .hoechstensEines),
        ] {
            let found = attempt { grammar -> ([Verweis], Bool?)? in
                guard grammar.takeAny(words), grammar.takeAny(Self.one) else { return nil }
                grammar.take("von", "aus")
                while grammar.takeAny(Self.articles) || grammar.takeAny(Self.kinds)
                    || grammar.take("beiden", "folgenden", "drei", "vier")
                {}
                _ = grammar.sign(":")
                return grammar.references(commasSuffice: true)
            }
            if let (elements, isOr) = found {
                guard elements.count > 1 else { return nil }
                return named(Subjekt(elements: elements, isOr: isOr, amount: amount))
            }
        }
        // `nur F1 oder F2 darf …`
        if take("nur") {
            take("entweder")
            guard let (elements, isOr) = references(), isOr == true else { return nil }
            return named(Subjekt(elements: elements, isOr: true, amount: .hoechstensEines))
        }
        guard let (elements, isOr) = references() else { return nil }
        return named(Subjekt(elements: elements, isOr: isOr, amount: .liste))
    }

    private mutating func named(_ subjekt: Subjekt) -> Subjekt {
        subject = subjekt.elements
        return subjekt
    }

    /// `F1 ≤ F2`.
    private mutating func bareComparison(_ subjekt: Subjekt) -> Folge? {
        guard subjekt.elements.count == 1 else { return nil }
        for comparison in [Regelform.Vergleich.ungleich, .kleinerGleich, .groesserGleich, .kleiner, .groesser]
        where sign(comparison.rawValue) {
            return operand().map { .vergleich(subjekt.elements[0], comparison, $0) }
        }
        return nil
    }

    // MARK: Predicates

    private mutating func predicate(_ modal: Modal, _ subjekt: Subjekt) -> Aussicht? {
        switch modal {
        case .muss: must(subjekt).map { .folge($0) }
        case .ist: isToBe(subjekt).map { .folge($0) }
        case .darf: may(subjekt)
        case .wird: shown(subjekt).map { .folge($0) }
        case .liegt: lies(subjekt).map { .folge($0) }
        }
    }

    private static let strongly: Set = ["zwingend", "immer", "auch", "verpflichtend", "stets"]

    /// A participle with what closes it: `angegeben werden`, `befüllt sein`.
    private mutating func filledIn() -> Bool {
        reads { $0.takeAny(Self.filled) && $0.take("werden", "sein") }
    }

    private mutating func leftEmpty() -> Bool {
        reads { $0.take("leer") && ($0.take("sein", "bleiben") || $0.takeAll("gelassen", "werden")) }
    }

    /// What is asked for when a subject is to be filled in.
    private func required(_ subjekt: Subjekt) -> Folge? {
        switch subjekt.amount {
        case .liste: subjekt.isOr == true ? .mindestensEines(subjekt.elements) : .erforderlich(subjekt.elements)
        case .entweder, .genauEines: .genauEines(subjekt.elements)
        case .mindestensEines: .mindestensEines(subjekt.elements)
        case .hoechstensEines, .keines: nil
        }
    }

    /// What is asked for when a subject is not to be filled in.
    private func forbidden(_ subjekt: Subjekt) -> Folge? {
        switch subjekt.amount {
        // `F1 und F2 dürfen nicht …`: each of them, or not both? That is not decided here.
        case .liste: subjekt.elements.count == 1 ? .unzulaessig(subjekt.elements) : nil
        case .entweder, .genauEines, .mindestensEines, .hoechstensEines, .keines: nil
        }
    }

    private mutating func must(_ subjekt: Subjekt) -> Folge? {
        takeAny(Self.strongly)
        if filledIn() { return required(subjekt) }
        if leftEmpty() {
            let isEach = subjekt.amount == .liste && subjekt.isOr != true
            return isEach ? .unzulaessig(subjekt.elements) : nil
        }
        if reads({ $0.takeAll("nicht") && $0.filledIn() }) { return .zulaessig(subjekt.elements) }
        return comparison(subjekt, isNegated: false)
    }

    /// `vor F2 liegen`, `größer als 3 sein`, `den Wert "x" haben`.
    private mutating func comparison(_ subjekt: Subjekt, isNegated: Bool) -> Folge? {
        guard subjekt.elements.count == 1, subjekt.amount == .liste else { return nil }
        take("zeitlich")
        guard let sign = beforeOrAfter() ?? comparisonSign(allowsBare: false), let operand = operand() else {
            return nil
        }
        guard take("sein", "liegen", "haben", "enthalten", "besitzen", "aufweisen", "betragen") else { return nil }
        return .vergleich(subjekt.elements[0], isNegated ? sign.umkehrung : sign, operand)
    }

    private mutating func beforeOrAfter() -> Regelform.Vergleich? {
        let isBefore: Bool
        if take("vor") {
            isBefore = true
        } else if take("nach") {
            isBefore = false
        } else {
            return nil
        }
        let isOrEqual = takeAll("oder", "gleich")
        return isBefore ? (isOrEqual ? .kleinerGleich : .kleiner) : (isOrEqual ? .groesserGleich : .groesser)
    }

    private mutating func isToBe(_ subjekt: Subjekt) -> Folge? {
        if take("unzulässig") || reads({ $0.takeAll("nicht") && $0.take("zulässig", "erlaubt") }) {
            return forbidden(subjekt)
        }
        if takeAll("leer", "zu", "lassen") {
            let isEach = subjekt.amount == .liste && subjekt.isOr != true
            return isEach ? .unzulaessig(subjekt.elements) : nil
        }
        take("zwingend", "immer", "auch", "stets")
        if take("anzugeben", "auszufüllen", "einzugeben", "einzutragen", "auszuwählen", "erforderlich", "notwendig") {
            return required(subjekt)
        }
        if take("verpflichtend", "pflicht", "pflichtfeld", "pflichtangabe", "pflichtfelder", "pflichtangaben") {
            return required(subjekt)
        }
        if reads({ $0.take("eine", "ein") && $0.take("pflichtangabe", "pflichtfeld") }) { return required(subjekt) }
        return reads { $0.take("zu") && $0.take("befüllen", "machen", "erfassen") } ? required(subjekt) : nil
    }

    private mutating func may(_ subjekt: Subjekt) -> Aussicht? {
        if take("nicht") {
            if take("gleichzeitig", "zusammen", "zugleich", "beide", "gemeinsam") {
                guard subjekt.elements.count > 1, subjekt.amount == .liste, subjekt.isOr == false, filledIn() else {
                    return nil
                }
                return .folge(.hoechstensEines(subjekt.elements))
            }
            if filledIn() { return forbidden(subjekt).map { .folge($0) } }
            if leftEmpty() {
                let isEach = subjekt.amount == .liste && subjekt.isOr != true
                return isEach ? .folge(.erforderlich(subjekt.elements)) : nil
            }
            return comparison(subjekt, isNegated: true).map { .folge($0) }
        }
        if subjekt.amount == .keines { return filledIn() ? .folge(.unzulaessig(subjekt.elements)) : nil }
        if subjekt.amount == .hoechstensEines { return filledIn() ? .folge(.hoechstensEines(subjekt.elements)) : nil }
        guard subjekt.amount == .liste, subjekt.isOr != true else { return nil }
        if take("nur") {
            take("dann")
            return filledIn() ? .darfNur(subjekt.elements) : nil
        }
        return filledIn() ? .darf(subjekt.elements) : nil
    }

    private mutating func shown(_ subjekt: Subjekt) -> Folge? {
        let isEach = subjekt.amount == .liste && subjekt.isOr != true
        guard isEach else { return nil }
        if take("ausgeblendet", "deaktiviert") { return .unzulaessig(subjekt.elements) }
        if reads({ $0.take("nicht") && $0.take("angezeigt", "eingeblendet") }) {
            return .unzulaessig(subjekt.elements)
        }
        if take("angezeigt", "eingeblendet", "aktiviert") { return .zulaessig(subjekt.elements) }
        return reads { $0.take("zu") && $0.take("einem", "einer") && $0.take("pflichtfeld", "pflichtangabe") }
            ? .erforderlich(subjekt.elements) : nil
    }

    private mutating func lies(_ subjekt: Subjekt) -> Folge? {
        guard subjekt.elements.count == 1, subjekt.amount == .liste else { return nil }
        let isNegated = take("nicht")
        take("zeitlich")
        guard let comparison = beforeOrAfter(), let operand = operand() else { return nil }
        return .vergleich(subjekt.elements[0], isNegated ? comparison.umkehrung : comparison, operand)
    }
}
