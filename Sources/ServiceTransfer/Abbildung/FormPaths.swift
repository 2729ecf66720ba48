import FIM
import SchemaModel

/// What must be so in the form's data for a value to be there.
enum FormGuard: Hashable, Sendable {
    /// An optional field or group is filled in. `alternatives` are the branches of the required choice it belongs to.
    case present(String, alternatives: [String])
    /// It is not.
    case absent(String)
    /// Its value is one of these.
    case equals(String, [String])
}

/// A place in the form, seen from an occurrence around it.
struct FormPlace {
    /// The field or group; nil for the form itself.
    var element: XDF3.Struktur.Element?
    /// What stands below it.
    var children: [XDF3.Struktur]
    /// Whether exactly one of the children is filled in.
    var isChoice: Bool
    /// Its absolute path by ids, for messages and guards.
    var path: String
    /// The names of the JSON members that lead there from where the search began.
    var steps: [String]
    /// How often it may occur below where the search began; nil for any number.
    var maximum: Int?
    /// What must be so that it is there, once where the search began is there.
    var guards: [FormGuard]

    var isRepeated: Bool { maximum.map { $0 > 1 } ?? true }

    var field: XDF3.Datenfeld? {
        if case .datenfeld(let field)? = element { field } else { nil }
    }
}

/// Finds the places that paths of a mapping name.
struct FormPaths {
    let form: XDF3.Stammdatenschema
    /// The absolute paths of every id.
    private(set) var known: [String: [String]] = [:]
    /// The fields to fill in, by absolute path, in the order of the form.
    private(set) var fields: [(path: String, field: XDF3.Datenfeld)] = []

    init(_ form: XDF3.Stammdatenschema) {
        self.form = form
        collect(form.struktur, "")
    }

    private mutating func collect(_ places: [XDF3.Struktur], _ parent: String) {
        for place in places {
            let id = place.angaben.identifikation.id
            let path = "\(parent)/\(id)"
            known[id, default: []].append(path)
            switch place.element {
            case .datenfeld(let field): if field.feldart?.code != "label" { fields.append((path, field)) }
            case .datenfeldgruppe(let group): collect(group.struktur, path)
            }
        }
    }

    /// The form as a place.
    var root: FormPlace {
        FormPlace(
            element: nil, children: form.struktur, isChoice: false, path: "", steps: [], maximum: 1, guards: [])
    }

    /// The place that a path names; nil when there is none. Paths from the form's root begin anew.
    func place(_ path: Nachrichtenabbildung.Quellpfad, from scope: FormPlace) -> FormPlace? {
        var place = path.istAbsolut ? root : scope
        place.steps = []
        place.maximum = 1
        place.guards = []
        for id in path.ids {
            guard let next = place.children.first(where: { $0.angaben.identifikation.id == id }) else { return nil }
            place = step(to: next, from: place)
        }
        return place
    }

    private func step(to next: XDF3.Struktur, from place: FormPlace) -> FormPlace {
        let count = next.haeufigkeit
        let path = "\(place.path)/\(next.angaben.identifikation.id)"
        var result = FormPlace(
            element: next.element, children: [], isChoice: false, path: path,
            steps: place.steps + [next.angaben.identifikation.description],
            maximum: count.max.flatMap { max in place.maximum.map { $0 * max } }, guards: place.guards)
        if case .datenfeldgruppe(let group) = next.element {
            result.children = group.struktur
            result.isChoice = group.istAuswahlgruppe
        }
        if place.isChoice {
            let isRequired = !place.children.contains { $0.haeufigkeit.min == 0 }
            let branches = place.children.map { "\(place.path)/\($0.angaben.identifikation.id)" }
            result.guards.append(.present(path, alternatives: isRequired ? branches : []))
        } else if count.min == 0 {
            result.guards.append(.present(path, alternatives: []))
        }
        return result
    }

    /// Where a path may have meant to lead: places of its last id, else ids that look like it.
    func suggestions(for path: Nachrichtenabbildung.Quellpfad) -> [String] {
        guard let last = path.ids.last else { return [] }
        if let paths = known[last] { return Array(paths.prefix(3)) }
        return NearestWords.nearest(to: last, among: known.keys.sorted(), count: 3)
    }
}

/// Whether something is written whenever something else is, from the guards under which it is written.
struct Coverage {
    /// The guards under which it is surely written.
    private(set) var certain: Set<[FormGuard]> = []
    /// The guards under which it may be written.
    private(set) var contexts: Set<[FormGuard]> = []

    mutating func add(_ guards: [FormGuard], isCertain: Bool) {
        contexts.insert(guards)
        if isCertain { certain.insert(guards) }
    }

    /// Whether it is surely written under these guards: under no more than these, or in each of the cases that leave
    /// nothing out.
    func holds(under guards: [FormGuard]) -> Bool {
        let closed = closure
        return (0...guards.count).contains { closed.contains(Array(guards.prefix($0))) }
            || closed.contains { Set($0).isSubset(of: Set(guards)) }
    }

    /// The certain guards, with those that follow: present and absent of one source together are always.
    private var closure: Set<[FormGuard]> {
        var result = certain
        var grew = true
        while grew {
            grew = false
            for guards in result {
                guard let last = guards.last else { continue }
                let outer = Array(guards.dropLast())
                guard !result.contains(outer) else { continue }
                let isClosed =
                    switch last {
                    case .present(let path, let branches):
                        result.contains { $0.dropLast().elementsEqual(outer) && $0.last == .absent(path) }
                            || (!branches.isEmpty
                                && branches.allSatisfy { branch in
                                    result.contains { $0 == outer + [.present(branch, alternatives: branches)] }
                                })
                    case .absent, .equals: false
                    }
                if isClosed {
                    result.insert(outer)
                    grew = true
                }
            }
        }
        return result
    }

    /// What holds of any of several things together.
    static func union(_ parts: some Sequence<Coverage>) -> Coverage {
        var result = Coverage()
        for part in parts {
            result.certain.formUnion(part.certain)
            result.contexts.formUnion(part.contexts)
        }
        return result
    }
}
