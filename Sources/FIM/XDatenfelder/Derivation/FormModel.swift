/// A form as derived forms need it: every field and group once, by name, with resolved values.
struct FormModel {
    /// How elements are named in derived schemas.
    enum Naming: Sendable {
        /// Id and version, `F05000000001V1.0.0`.
        case versioned
        /// Id alone.
        case plain
    }

    /// A child of a group or of the form.
    struct Child {
        let name: String
        let min: Int
        let max: Int?
        let place: XDF3.Struktur
        /// Static text: nothing to fill in.
        let isLabel: Bool

        var isRepeated: Bool { max.map { $0 > 1 } ?? true }
    }

    let schema: XDF3.Stammdatenschema
    let naming: Naming
    /// Fields and groups by name, in the order in which they first stand in the form.
    private(set) var elements: [(name: String, element: XDF3.Struktur.Element)] = []
    private var names: Set<String> = []
    let values: (XDF3.Datenfeld) -> [XDF3.Wert]?

    /// - Throws: `XDFError.Code.notConvertible` for an element without id, or, with plain names, for two versions of
    ///   one element.
    init(
        _ schema: XDF3.Stammdatenschema, naming: Naming, codeList: ((XDF3.CodelisteReferenz) -> QualityCodeList?)?
    ) throws(XDFError) {
        self.schema = schema
        self.naming = naming
        var cache: [XDF3.CodelisteReferenz: [XDF3.Wert]] = [:]
        schema.struktur.visit { place in
            guard case .datenfeld(let field) = place.element, let reference = field.codelisteReferenz,
                cache[reference] == nil, let list = codeList?(reference)
            else { return }
            cache[reference] = list.rows.map { XDF3.Wert(code: $0.code, name: $0.name ?? $0.code) }
        }
        let lists = cache
        values = { field in field.werte ?? field.codelisteReferenz.flatMap { lists[$0] } }
        var versions: [String: XDFIdentifikation] = [:]
        try collect(schema.struktur, &versions)
    }

    private mutating func collect(
        _ places: [XDF3.Struktur], _ versions: inout [String: XDFIdentifikation]
    ) throws(XDFError) {
        for place in places {
            let id = place.angaben.identifikation
            guard !id.id.isEmpty else {
                throw XDFError(
                    .notConvertible, at: .init(path: place.angaben.quelle.path),
                    .init(
                        de: "Ein Element ohne ID kann nicht abgeleitet werden.",
                        en: "An element without an id cannot be derived."),
                    hint: .init(de: "xoev fim check nennt die Stelle.", en: "xoev fim check names the place."))
            }
            let name = name(id)
            if let other = versions[name], other != id {
                throw XDFError(
                    .notConvertible, at: .init(path: place.angaben.quelle.path),
                    .init(
                        de:
                            "\(id.id) steht in den Versionen \(other.version ?? "-") und \(id.version ?? "-") im Formular; ohne Versionen im Namen fallen sie zusammen.",
                        en:
                            "\(id.id) stands in the form in versions \(other.version ?? "-") and \(id.version ?? "-"); without versions in the names they fall together."
                    ),
                    hint: .init(de: "Namen mit Versionen wählen.", en: "Choose names with versions."))
            }
            versions[name] = id
            if names.insert(name).inserted {
                elements.append((name, place.element))
                if case .datenfeldgruppe(let group) = place.element { try collect(group.struktur, &versions) }
            }
        }
    }

    func name(_ id: XDFIdentifikation) -> String {
        switch naming {
        case .versioned: id.description
        case .plain: id.id
        }
    }

    func children(_ places: [XDF3.Struktur]) -> [Child] {
        places.map { place in
            let count = place.haeufigkeit
            let isLabel =
                if case .datenfeld(let field) = place.element { field.feldart?.code == "label" } else { false }
            return Child(
                name: name(place.angaben.identifikation), min: isLabel ? 0 : count.min, max: isLabel ? 0 : count.max,
                place: place, isLabel: isLabel)
        }
    }

    /// A bound, if it is a value of the field's type; what is none is left out, the check reports it.
    static func bound(_ text: String?, _ type: String) -> String? {
        guard let text, QualityValues.value(text, type: type) != nil else { return nil }
        return text
    }

    static func length(_ text: String?) -> Int? { text.flatMap { QualityValues.length($0) } }
}
