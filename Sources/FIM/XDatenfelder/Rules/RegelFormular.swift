/// The elements of a form as rules find them: every place by id, with the way to it.
struct RegelFormular {
    /// A step on the way to an element.
    struct Schritt: Sendable, Hashable {
        /// The element's name, as derived schemas have it.
        let name: String
        /// Whether it may stand several times.
        let isRepeated: Bool
        /// Whether it may be missing: its number, or a choice around it.
        let isOptional: Bool
    }

    /// A place in the form.
    struct Ort: Sendable {
        /// The ids from the top down, the element's own last.
        let ids: [String]
        /// The steps from the top down, the element's own last.
        let steps: [Schritt]
        let element: XDF3.Struktur.Element
    }

    /// What holds rules: the form, a group, or the group around a field.
    struct Traeger: Sendable {
        let identifikation: XDFIdentifikation
        /// The way to it from the top; of a group that stands several times, the first.
        let steps: [Schritt]
        let ids: [String]
        /// How often it stands in the form.
        var count = 1
    }

    private(set) var orte: [Ort] = []
    private(set) var nachID: [String: [Int]] = [:]
    /// The rules with their holders, in the order of the form; a group that stands several times is listed once.
    private(set) var regeln: [(regel: XDF3.Regel, traeger: Int)] = []
    private(set) var traeger: [Traeger] = []
    private var bekannt: [XDFIdentifikation: Int] = [:]

    init(_ message: XDF3.Nachricht) {
        let top = Traeger(identifikation: message.angaben.identifikation, steps: [], ids: [])
        traeger.append(top)
        bekannt[top.identifikation] = 0
        var own: [XDF3.Regel] = []
        var isChoice = false
        switch message.inhalt {
        case .stammdatenschema(let schema): own = schema.regel
        case .datenfeldgruppe(let group):
            own = group.regel
            isChoice = group.istAuswahlgruppe
        case .datenfeld(let field):
            own = field.regel
            add(Ort(ids: [field.angaben.identifikation.id], steps: [], element: .datenfeld(field)))
        case .dokumentsteckbrief: break
        }
        regeln += own.map { ($0, 0) }
        collect(message.struktur, in: 0, isNew: true, steps: [], ids: [], isChoice: isChoice)
    }

    private mutating func add(_ place: Ort) {
        guard let id = place.ids.last else { return }
        nachID[id, default: []].append(orte.count)
        orte.append(place)
    }

    private mutating func collect(
        _ places: [XDF3.Struktur], in holder: Int, isNew: Bool, steps: [Schritt], ids: [String], isChoice: Bool
    ) {
        for place in places {
            let count = place.haeufigkeit
            let id = place.angaben.identifikation
            let step = Schritt(
                name: id.description, isRepeated: count.max.map { $0 > 1 } ?? true,
                isOptional: count.min == 0 || isChoice)
            let ownSteps = steps + [step]
            let ownIDs = ids + [id.id]
            add(Ort(ids: ownIDs, steps: ownSteps, element: place.element))
            switch place.element {
            case .datenfeld(let field):
                if isNew { regeln += field.regel.map { ($0, holder) } }
            case .datenfeldgruppe(let group):
                let inner: Int
                let isFirst = bekannt[id] == nil
                if let known = bekannt[id] {
                    inner = known
                    traeger[known].count += 1
                } else {
                    inner = traeger.count
                    traeger.append(Traeger(identifikation: id, steps: ownSteps, ids: ownIDs))
                    bekannt[id] = inner
                    regeln += group.regel.map { ($0, inner) }
                }
                collect(
                    group.struktur, in: inner, isNew: isFirst, steps: ownSteps, ids: ownIDs,
                    isChoice: group.istAuswahlgruppe)
            }
        }
    }

    /// The places below a holder that a reference can mean: the last ids of their way are those of the reference.
    func matches(_ ids: [String], below holder: Traeger) -> [Ort] {
        guard let last = ids.last else { return [] }
        return (nachID[last] ?? []).lazy.map { orte[$0] }.filter { place in
            place.steps.count > holder.steps.count && place.ids.starts(with: holder.ids)
                && place.ids.suffix(ids.count).elementsEqual(ids)
        }
    }
}
