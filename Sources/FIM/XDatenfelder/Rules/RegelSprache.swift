/// Says what a statement asks for, with the labels of the form.
struct RegelSprache {
    /// A sentence in both languages.
    struct Satz {
        var de: String
        var en: String
    }

    let statement: RegelBindung.Aussage

    init(_ statement: RegelBindung.Aussage) { self.statement = statement }

    /// The whole statement.
    var satz: Satz {
        let folge = folge(statement.aussage.folge)
        guard let condition = statement.aussage.bedingung.map(bedingung) else {
            return Satz(de: folge.de.capitalisedFirst + ".", en: folge.en.capitalisedFirst + ".")
        }
        return Satz(de: "Wenn \(condition.de): \(folge.de).", en: "If \(condition.en): \(folge.en).")
    }

    private func name(_ element: Regelform.Verweis) -> Satz {
        let label = statement.elemente[element.pfad]?.bezeichnung ?? element.beschreibung
        return Satz(de: "„\(label)“", en: "“\(label)”")
    }

    private func list(_ elements: [Regelform.Verweis], _ de: String, _ en: String) -> Satz {
        func join(_ names: [String], _ joint: String) -> String {
            guard let last = names.last, names.count > 1 else { return names.first ?? "" }
            return names.dropLast().joined(separator: ", ") + " \(joint) " + last
        }
        let names = elements.map(name)
        return Satz(de: join(names.map(\.de), de), en: join(names.map(\.en), en))
    }

    private func folge(_ folge: Regelform.Folge) -> Satz {
        switch folge {
        case .erforderlich(let elements):
            let names = list(elements, "und", "and")
            return elements.count == 1
                ? Satz(de: "\(names.de) ist anzugeben", en: "\(names.en) is to be given")
                : Satz(de: "\(names.de) sind anzugeben", en: "\(names.en) are to be given")
        case .unzulaessig(let elements):
            let names = list(elements, "und", "and")
            return elements.count == 1
                ? Satz(de: "\(names.de) darf nicht angegeben werden", en: "\(names.en) must not be given")
                : Satz(de: "\(names.de) dürfen nicht angegeben werden", en: "\(names.en) must not be given")
        case .genauEines(let elements):
            let names = list(elements, "oder", "or")
            return Satz(
                de: "genau eine dieser Angaben ist zu machen: \(names.de)",
                en: "exactly one of these is to be given: \(names.en)")
        case .mindestensEines(let elements):
            let names = list(elements, "oder", "or")
            return Satz(
                de: "mindestens eine dieser Angaben ist zu machen: \(names.de)",
                en: "at least one of these is to be given: \(names.en)")
        case .hoechstensEines(let elements):
            let names = list(elements, "oder", "or")
            return Satz(
                de: "höchstens eine dieser Angaben darf gemacht werden: \(names.de)",
                en: "at most one of these may be given: \(names.en)")
        case .vergleich(let element, let comparison, let operand):
            let left = name(element)
            let right = self.operand(operand)
            let words = words(comparison, element)
            return Satz(
                de: "\(left.de) muss \(words.de) \(right.de) sein", en: "\(left.en) must be \(words.en) \(right.en)")
        case .nurWenn(let elements, let condition):
            let names = list(elements, "und", "and")
            let when = bedingung(condition)
            let may = elements.count == 1 ? "darf" : "dürfen"
            return Satz(
                de: "\(names.de) \(may) nur angegeben werden, wenn \(when.de)",
                en: "\(names.en) may be given only if \(when.en)")
        case .zulaessig(let elements):
            let names = list(elements, "und", "and")
            let may = elements.count == 1 ? "kann" : "können"
            return Satz(de: "\(names.de) \(may) angegeben werden", en: "\(names.en) may be given")
        }
    }

    private func bedingung(_ condition: Regelform.Bedingung) -> Satz {
        switch condition {
        case .befuellt(let element):
            return Satz(de: "\(name(element).de) angegeben ist", en: "\(name(element).en) is given")
        case .leer(let element):
            return Satz(de: "\(name(element).de) nicht angegeben ist", en: "\(name(element).en) is not given")
        case .vergleich(let element, let comparison, let operand):
            let right = self.operand(operand)
            let words = words(comparison, element)
            return Satz(
                de: "\(name(element).de) \(words.de) \(right.de) ist",
                en: "\(name(element).en) is \(words.en) \(right.en)")
        case .alle(let parts):
            let sentences = parts.map(bedingung)
            return Satz(
                de: sentences.map(\.de).joined(separator: " und "), en: sentences.map(\.en).joined(separator: " and "))
        case .eine(let parts):
            let sentences = parts.map(bedingung)
            return Satz(
                de: sentences.map(\.de).joined(separator: " oder "), en: sentences.map(\.en).joined(separator: " or "))
        case .nichtErfuellt(let inner):
            let sentence = bedingung(inner)
            return Satz(de: "nicht gilt, dass \(sentence.de)", en: "it is not so that \(sentence.en)")
        }
    }

    private func words(_ comparison: Regelform.Vergleich, _ element: Regelform.Verweis) -> Satz {
        let isTime = ["date", "time", "datetime"].contains(statement.elemente[element.pfad]?.type ?? "")
        return switch comparison {
        case .gleich: Satz(de: "gleich", en: "equal to")
        case .ungleich: Satz(de: "ungleich", en: "other than")
        case .kleiner: isTime ? Satz(de: "früher als", en: "before") : Satz(de: "kleiner als", en: "less than")
        case .kleinerGleich:
            isTime
                ? Satz(de: "nicht später als", en: "not after") : Satz(de: "höchstens gleich", en: "at most")
        case .groesser: isTime ? Satz(de: "später als", en: "after") : Satz(de: "größer als", en: "greater than")
        case .groesserGleich:
            isTime
                ? Satz(de: "nicht früher als", en: "not before") : Satz(de: "mindestens gleich", en: "at least")
        }
    }

    private func operand(_ operand: Regelform.Operand) -> Satz {
        switch operand {
        case .element(let element): return name(element)
        case .wert(.code(let code, let label)): return Satz(de: "„\(label ?? code)“", en: "“\(label ?? code)”")
        case .wert(.text(let text)): return Satz(de: "„\(text)“", en: "“\(text)”")
        case .wert(.zahl(let text)), .wert(.zeit(let text)): return Satz(de: text, en: text)
        case .wert(.wahrheit(let flag)): return flag ? Satz(de: "„Ja“", en: "“Yes”") : Satz(de: "„Nein“", en: "“No”")
        }
    }
}

extension String {
    fileprivate var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
