import Findings
import SchemaModel
import XMLCore

/// Words a validity problem: what was found, what the schema expects in its own terms, how to mend it.
struct ValidityWording {
    let problem: ValidityProblem
    let schemas: SchemaSet?
    let location: Location
    /// Whether the check goes on behind an element that must not stand there.
    let goesOn: Bool

    /// The finding.
    var finding: Finding { Finding(id, .error, at: location, message, hint: hint) }

    private var id: FindingID {
        switch problem.kind {
        case .elementUnexpected: "xsd.element-unexpected"
        case .elementMissing: "xsd.element-missing"
        case .contentNotAllowed: "xsd.content-unexpected"
        case .textNotAllowed: "xsd.text-unexpected"
        case .elementNotEmpty: "xsd.not-empty"
        case .attributeMissing: "xsd.attribute-missing"
        case .attributeUnexpected: "xsd.attribute-unexpected"
        case .value: "xsd.type"
        case .enumeration: "xsd.enumeration"
        case .pattern: "xsd.pattern"
        case .length: "xsd.length"
        case .range: "xsd.range"
        case .digits: "xsd.digits"
        case .fixedValue: "xsd.fixed-value"
        case .notDeclared: "xsd.no-declaration"
        case .abstractElement: "xsd.abstract"
        case .nilled: "xsd.nil"
        case .xsiType: "xsd.xsi-type"
        case .identityConstraint: "xsd.identity-constraint"
        case .wildcard: "xsd.wildcard"
        case .processor: "xsd.processor"
        case .other: "xsd.invalid"
        }
    }

    // MARK: What was found

    private var element: String { problem.element?.local ?? "" }
    private var attribute: String { problem.attribute?.local ?? "" }
    private var value: String { Self.shortened(problem.value ?? "") }
    private var expected: String { problem.expected ?? "" }

    private var isAttribute: Bool { problem.attribute != nil }
    private var place: String { isAttribute ? "Attribut „\(attribute)“ von „\(element)“" : "Element „\(element)“" }
    private var placeEn: String { isAttribute ? "attribute “\(attribute)” of “\(element)”" : "element “\(element)”" }

    private var message: Message {
        switch problem.kind {
        case .elementUnexpected:
            Message(
                de: "Das Element „\(element)“ darf hier nicht stehen.",
                en: "The element “\(element)” must not stand here.")
        case .elementMissing:
            Message(
                de: "Das Element „\(element)“ ist unvollständig: Ein weiteres Element fehlt.",
                en: "The element “\(element)” is incomplete: a further element is missing.")
        case .contentNotAllowed:
            Message(
                de: "Das Element „\(element)“ darf keine Elemente enthalten, nur Text.",
                en: "The element “\(element)” must not hold elements, only text.")
        case .textNotAllowed:
            Message(
                de: "Das Element „\(element)“ darf keinen Text enthalten, nur Elemente.",
                en: "The element “\(element)” must not hold text, only elements.")
        case .elementNotEmpty:
            Message(
                de: "Das Element „\(element)“ muss leer sein.", en: "The element “\(element)” must be empty.")
        case .attributeMissing:
            Message(
                de: "Dem Element „\(element)“ fehlt das Attribut „\(attribute)“.",
                en: "The element “\(element)” lacks the attribute “\(attribute)”.")
        case .attributeUnexpected:
            Message(
                de: "Das Attribut „\(attribute)“ ist am Element „\(element)“ nicht erlaubt.",
                en: "The attribute “\(attribute)” is not allowed on the element “\(element)”.")
        case .enumeration:
            Message(
                de: "„\(value: value)“ gehört nicht zu den erlaubten Werten (\(place)).",
                en: "“\(value: value)” is none of the allowed values (\(placeEn)).")
        case .pattern:
            Message(
                de: "„\(value: value)“ hat nicht die vorgeschriebene Form (\(place)).",
                en: "“\(value: value)” does not have the prescribed form (\(placeEn)).")
        case .length:
            Message(
                de: "„\(value: value)“ hat nicht die vorgeschriebene Länge (\(place)).",
                en: "“\(value: value)” does not have the prescribed length (\(placeEn)).")
        case .range:
            Message(
                de: "„\(value: value)“ liegt außerhalb der Grenzen (\(place)).",
                en: "“\(value: value)” is out of bounds (\(placeEn)).")
        case .digits:
            Message(
                de: "„\(value: value)“ hat zu viele Stellen (\(place)).",
                en: "“\(value: value)” has too many digits (\(placeEn)).")
        case .value:
            Message(
                de: "„\(value: value)“ ist kein gültiger Wert (\(place)).",
                en: "“\(value: value)” is no valid value (\(placeEn)).")
        case .fixedValue:
            Message(
                de: "„\(value: value)“ ist nicht der Wert, den das Schema festlegt (\(place)).",
                en: "“\(value: value)” is not the value that the schema fixes (\(placeEn)).")
        case .notDeclared:
            Message(
                de: "Das Schema kennt das Element „\(element)“ an dieser Stelle nicht.",
                en: "The schema does not know the element “\(element)” in this place.")
        case .abstractElement:
            Message(
                de: "„\(element)“ ist abstrakt und darf nicht selbst verwendet werden.",
                en: "“\(element)” is abstract and must not be used itself.")
        case .nilled:
            Message(
                de: "xsi:nil ist am Element „\(element)“ nicht erlaubt oder das Element ist nicht leer.",
                en: "xsi:nil is not allowed on the element “\(element)”, or the element is not empty.")
        case .xsiType:
            Message(
                de: "Der Typ in xsi:type passt nicht zum Element „\(element)“: \(value: problem.text)",
                en: "The type in xsi:type does not fit the element “\(element)”: \(value: problem.text)")
        case .identityConstraint:
            Message(
                de: "Eine Eindeutigkeits- oder Verweisregel ist verletzt (\(place)): \(value: problem.text)",
                en: "A rule of uniqueness or reference is broken (\(placeEn)): \(value: problem.text)")
        case .wildcard:
            Message(
                de: "Für „\(element)“ gibt es keine Deklaration, die an dieser freien Stelle verlangt ist.",
                en: "For “\(element)” there is no declaration, which this open place demands.")
        case .processor:
            Message(
                de: "Die Prüfung konnte nicht zu Ende geführt werden (Fehler in libxml2).",
                en: "The check could not be finished (a fault in libxml2).")
        case .other:
            Message(
                de: "Das Dokument verstößt gegen das Schema (\(place)): \(value: problem.text)",
                en: "The document breaks the schema (\(placeEn)): \(value: problem.text)")
        }
    }

    // MARK: What is expected

    /// A pattern as long as people can read; those of character sets have thousands of characters.
    private var shownPattern: String { expected.count > 300 ? expected.prefix(300) + " …" : expected }

    private var hint: Message? {
        switch problem.kind {
        case .elementUnexpected: unexpectedElementHint
        case .elementMissing, .wildcard: expectedElements
        case .attributeUnexpected, .attributeMissing: documentationHint
        case .enumeration: enumerationHint
        case .pattern:
            Message(de: "Erwartetes Muster: \(shownPattern)", en: "Expected pattern: \(shownPattern)")
        case .length, .range, .digits:
            Message(
                de: "Erwartet: \(problem.facet ?? "") = \(expected)",
                en: "Expected: \(problem.facet ?? "") = \(expected)")
        case .value:
            Message(de: "Erwarteter Typ: \(expected)", en: "Expected type: \(expected)")
        case .fixedValue:
            Message(de: "Festgelegt ist „\(expected)“.", en: "Fixed is “\(expected)”.")
        case .notDeclared: rootHint
        default: nil
        }
    }

    private var unexpectedElementHint: Message? {
        let unchecked = (goesOn ? nil : parent).map {
            Message(
                de: " Der weitere Inhalt von „\($0)“ wurde nicht geprüft.",
                en: " The rest of the content of “\($0)” was not checked.")
        }
        var first = expectedElements
        if let same = problem.candidates.first(where: {
            $0.local == problem.element?.local && $0.namespace != problem.element?.namespace
        }) {
            let space = same.namespace ?? ""
            first =
                same.namespace == nil
                ? Message(
                    de: "Erwartet wird „\(same.local)“ ohne Namensraum.",
                    en: "“\(same.local)” in no namespace is expected.")
                : Message(
                    de: "Erwartet wird „\(same.local)“ im Namensraum „\(space)“.",
                    en: "“\(same.local)” in the namespace “\(space)” is expected.")
        } else if let likely = NearestWords.likely(element, among: problem.candidates.map(\.local)) {
            first = Message(de: "Meinten Sie „\(likely)“?", en: "Did you mean “\(likely)”?")
        } else if problem.candidates.isEmpty, problem.wildcards.isEmpty {
            first = Message(
                de: "An dieser Stelle darf kein weiteres Element stehen.",
                en: "No further element must stand in this place.")
        }
        guard let first else { return unchecked }
        guard let unchecked else { return first }
        return Message(de: "\(text: first.de)\(text: unchecked.de)", en: "\(text: first.en)\(text: unchecked.en)")
    }

    private var expectedElements: Message? {
        let names = problem.candidates.prefix(10)
        let count = names.count + problem.wildcards.count
        guard count > 0 else { return nil }
        let documentation = names.map { name in
            names.count <= 5 ? schemas?.documentation(of: name).map(Self.firstSentence) : nil
        }
        func list(_ open: String, _ close: String, _ wildcards: [String]) -> String {
            let parts = zip(names, documentation).map { name, text in
                open + name.local + close + (text.map { " (\($0))" } ?? "")
            }
            return (parts + wildcards).joined(separator: ", ") + (problem.hasMoreCandidates ? ", …" : "")
        }
        let de = list("„", "“", problem.wildcards.map(Self.german))
        let en = list("“", "”", problem.wildcards.map(Self.english))
        return Message(
            de: count == 1 ? "Erwartet wird \(de)." : "Erwartet wird eines von: \(de).",
            en: count == 1 ? "Expected is \(en)." : "Expected is one of: \(en).")
    }

    private static func german(_ wildcard: ValidityProblem.Wildcard) -> String {
        switch wildcard {
        case .any: "ein beliebiges Element"
        case .namespace(""): "ein Element ohne Namensraum"
        case .namespace(let space): "ein Element aus dem Namensraum „\(space)“"
        case .otherThan(let space): "ein Element aus einem anderen Namensraum als „\(space)“"
        }
    }

    private static func english(_ wildcard: ValidityProblem.Wildcard) -> String {
        switch wildcard {
        case .any: "any element"
        case .namespace(""): "an element in no namespace"
        case .namespace(let space): "an element of the namespace “\(space)”"
        case .otherThan(let space): "an element of a namespace other than “\(space)”"
        }
    }

    private var enumerationHint: Message? {
        let values = problem.enumeration
        guard !values.isEmpty else { return nil }
        func list(_ open: String, _ close: String) -> String {
            values.prefix(10).map { open + $0 + close }.joined(separator: ", ") + (values.count > 10 ? ", …" : "")
        }
        let shown = list("„", "“")
        let shownEn = list("“", "”")
        let count = values.count
        if let likely = problem.value.flatMap({ NearestWords.likely($0, among: values) }) {
            return Message(
                de: "Meinten Sie „\(likely)“? Erlaubt sind \(count) Werte: \(shown)",
                en: "Did you mean “\(likely)”? Allowed are \(count) values: \(shownEn)")
        }
        return Message(de: "Erlaubt sind \(count) Werte: \(shown)", en: "Allowed are \(count) values: \(shownEn)")
    }

    private var documentationHint: Message? {
        guard let element = problem.element, let text = schemas?.documentation(of: element).map(Self.firstSentence)
        else { return nil }
        return Message(de: "„\(element.local)“: \(text)", en: "“\(element.local)”: \(text)")
    }

    private var rootHint: Message? {
        guard let roots = schemas?.rootElements, !roots.isEmpty,
            (location.path ?? "").dropFirst().contains("/") == false
        else { return nil }
        let names = roots.map(\.local)
        if let likely = NearestWords.likely(element, among: names) {
            return Message(de: "Meinten Sie „\(likely)“?", en: "Did you mean “\(likely)”?")
        }
        let shown = names.prefix(10).joined(separator: ", ") + (names.count > 10 ? ", …" : "")
        return Message(
            de: "Wurzelelemente dieses Schemas sind: \(shown)", en: "Root elements of this schema are: \(shown)")
    }

    /// The parent of the element at hand, from its path.
    private var parent: Substring? {
        guard let parts = location.path?.split(separator: "/"), parts.count > 1 else { return nil }
        return parts[parts.count - 2].split(separator: "[").first
    }

    private static func firstSentence(_ text: String) -> String {
        let words = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        var sentence = words
        if let range = Substring(words).range(of: ". ") { sentence = String(words[..<range.lowerBound]) }
        if sentence.hasSuffix(".") { sentence.removeLast() }
        return sentence.count > 160 ? sentence.prefix(159) + "…" : sentence
    }

    private static func shortened(_ value: String) -> String {
        value.count > 200 ? value.prefix(199) + "…" : value
    }
}
