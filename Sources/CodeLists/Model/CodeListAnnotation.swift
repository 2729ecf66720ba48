import XMLCore

/// What an annotation carries (genericode 1.0, `Annotation`): descriptions for people and information for programs, both
/// as XML from other namespaces. White space between elements is not part of it.
public struct CodeListAnnotation: Sendable, Hashable {
    /// A description in one language.
    public struct Description: Sendable, Hashable {
        /// The language (`xml:lang`), where it is said.
        public var language: String?
        /// The content.
        public var content: [XMLTree.Node]

        /// A description from its parts.
        public init(language: String? = nil, content: [XMLTree.Node]) {
            self.language = language
            self.content = content
        }
    }

    /// The descriptions.
    public var descriptions: [Description]
    /// The information for programs; nil when there is no `AppInfo`.
    public var appInfo: [XMLTree.Node]?

    /// An annotation from its parts.
    public init(descriptions: [Description] = [], appInfo: [XMLTree.Node]? = nil) {
        self.descriptions = descriptions
        self.appInfo = appInfo
    }

    /// The local names of the elements for programs.
    var appInfoNames: [String] { appInfo?.compactMap { $0.element?.name.local } ?? [] }

    /// All elements of descriptions and program information, to collect their namespaces.
    var elements: [XMLTree.Element] {
        (descriptions.flatMap(\.content) + (appInfo ?? [])).compactMap(\.element)
    }
}

/// The metadata that XÖV puts into the annotation of a list, whatever its generation calls them.
public struct XOEVAnnotation: Sendable, Hashable {
    /// How XÖV wrote the annotation over the years.
    public enum Generation: String, Sendable, Hashable, CaseIterable {
        /// `xoev-cl`, the draft (2009).
        case firstDraft = "http://www.xoev.de/schemata/xoev-gc-codelist-1_0_draft"
        /// `xoev-cl`, first published form.
        case first = "http://www.xoev.de/schemata/xoev-gc-codelist-1_0"
        /// `xoev-cl`, first form under the coordination office's namespace.
        case firstOfKoordination = "http://www.xoev-koordination.de/xoev"
        /// `xoev-cl`, first form under the later namespace.
        case firstRenamed = "http://xoev.de/schemata/genericode/1_0"
        /// `xoev-cl-2` (XÖV-Handbuch 2.0 and 2.1).
        case second = "http://xoev.de/schemata/genericode/2"
        /// `xoev-cl-3` (Codelisten-Handbuch 1.0 and 1.1).
        case third = "http://xoev.de/schemata/genericode/3"
        /// `xoev-cl-4` (Codelisten-Handbuch 1.2).
        case fourth = "http://xoev.de/schemata/genericode/4"

        /// The prefix that XRepository uses.
        public var prefix: String {
            switch self {
            case .firstDraft, .first, .firstOfKoordination, .firstRenamed: "xoev-cl"
            case .second: "xoev-cl-2"
            case .third: "xoev-cl-3"
            case .fourth: "xoev-cl-4"
            }
        }

        /// What the elements are called, in the order in which they are written.
        var names: [(field: WritableKeyPath<XOEVAnnotation, String?>, local: String)] {
            switch self {
            case .firstDraft, .first, .firstOfKoordination, .firstRenamed:
                [(\.description, "beschreibung"), (\.validFromText, "datumgueltigkeitab")]
            case .second:
                [
                    (\.shortName, "nameKurz"), (\.description, "beschreibung-codeliste"),
                    (\.agencyShortName, "herausgebernameKurz"), (\.versionDescription, "beschreibung-versionCodeliste"),
                    (\.validFromText, "datumGueltigkeitAb"), (\.changes, "aenderungZurVorversion"),
                    (\.handbookVersion, "versionXOEVHandbuch"),
                ]
            case .third:
                [
                    (\.shortName, "nameKurz"), (\.description, "beschreibung-codeliste"),
                    (\.agencyShortName, "herausgebernameKurz"), (\.versionDescription, "beschreibung-versionCodeliste"),
                    (\.validFromText, "datumGueltigkeitAb"), (\.changes, "aenderungZurVorversion"),
                    (\.handbookVersion, "versionCodelistenHandbuch"),
                ]
            case .fourth:
                [
                    (\.shortName, "shortName"), (\.description, "codelistDescription"),
                    (\.agencyShortName, "agencyShortName"), (\.versionDescription, "versionDescription"),
                    (\.validFromText, "validFrom"), (\.changes, "changes"), (\.handbookVersion, "versionHandbook"),
                ]
            }
        }

        /// The element that marks the recommended key.
        public var codeMark: String {
            switch self {
            case .firstDraft, .first, .firstOfKoordination, .firstRenamed, .second: "xoev-code"
            case .third: "empfohleneCodeSpalte"
            case .fourth: "recommendedKeyColumn"
            }
        }
    }

    static let codeMarks: Set<String> = ["xoev-code", "empfohleneCodeSpalte", "recommendedKeyColumn"]

    /// The generation that the list was written in.
    public var generation: Generation
    /// The short name for people.
    public var shortName: String?
    /// What the list is about.
    public var description: String?
    /// The short name of the agency.
    public var agencyShortName: String?
    /// What is special about this version.
    public var versionDescription: String?
    /// The first day of validity as it stands in the list.
    public var validFromText: String?
    /// What changed against the version before.
    public var changes: String?
    /// The version of the handbook that the list follows: from generation 3 the Codelisten-Handbuch, before the
    /// XÖV-Handbuch.
    public var handbookVersion: String?

    /// The first day of validity; nil where the list does not say or what it says is no date.
    public var validFrom: CalendarDate? { validFromText.flatMap { CalendarDate($0) } }

    /// Metadata without content.
    public init(generation: Generation = .fourth) { self.generation = generation }

    /// The metadata in an annotation; nil when it holds no element of XÖV.
    public init?(_ annotation: CodeListAnnotation) {
        let elements = annotation.descriptions.flatMap(\.content).compactMap(\.element)
        // Lists of the transition carry two generations side by side: the newer one says more.
        let namespaces = Set(elements.compactMap(\.name.namespace))
        guard let generation = Generation.allCases.last(where: { namespaces.contains($0.rawValue) }) else { return nil }
        self.init(generation: generation)
        for (field, local) in generation.names {
            self[keyPath: field] =
                elements.first { $0.name == XMLName(local, in: generation.rawValue) }?.text
        }
    }

    /// The annotation that carries the metadata.
    public var annotation: CodeListAnnotation {
        let content = generation.names.compactMap { field, local -> XMLTree.Node? in
            guard let text = self[keyPath: field] else { return nil }
            return .element(
                XMLTree.Element(
                    XMLName(local, in: generation.rawValue), prefix: generation.prefix,
                    children: text.isEmpty ? [] : [.text(text)]))
        }
        return CodeListAnnotation(descriptions: [CodeListAnnotation.Description(content: content)])
    }

    /// The annotation of a key that is recommended for codes.
    public var codeMarkAnnotation: CodeListAnnotation {
        CodeListAnnotation(appInfo: [
            .element(XMLTree.Element(XMLName(generation.codeMark, in: generation.rawValue), prefix: generation.prefix))
        ])
    }
}
