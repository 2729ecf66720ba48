import Findings

/// The rules of a form: what of them was understood and can be evaluated, and why the others are not.
///
/// Only texts of the common forms are understood, and only when every word of them is; then the ids, versions, quoted
/// names and values are compared with the form. What does not fit is not evaluated: a rule is never guessed. Scripts are
/// shown and kept, never run.
public struct XDF3Regeln: Sendable {
    /// A rule of the form.
    public struct Eintrag: Sendable {
        /// The rule as it stands.
        public let regel: XDF3.Regel
        /// The form, group or field's group that has the rule.
        public let traeger: XDFIdentifikation
        /// What the text says, or nil when it is not evaluated.
        public let form: Regelform?
        /// Why it is not evaluated; nil when it is.
        public let grund: Message?
        /// Its statements with the places at which they are evaluated.
        let aussagen: [RegelBindung.Aussage]
        /// The holder's name in data, or nil for the form itself.
        let ort: String?

        /// Whether the rule has a script that is more than the empty stub which editors put there.
        public var hatSkript: Bool { regel.skript.map { !XDF3Regeln.istLeer($0) } ?? false }

        /// What the rule asks for, with the labels of the form; nil when it is not evaluated.
        public var inWorten: Message? {
            guard form != nil else { return nil }
            let sentences = aussagen.filter(\.aussage.folge.bindet).map { RegelSprache($0).satz }
            return Message(
                de: MessageText(stringLiteral: sentences.map(\.de).joined(separator: " ")),
                en: MessageText(stringLiteral: sentences.map(\.en).joined(separator: " ")))
        }
    }

    /// The rules, in the order of the form; a rule of a group that stands several times is listed once.
    public let eintraege: [Eintrag]

    /// How many rules are evaluated.
    public var ausgewertet: Int { eintraege.count { $0.form != nil } }

    /// The rules that are not evaluated.
    public var nichtAusgewertet: [Eintrag] { eintraege.filter { $0.form == nil } }

    /// The rules of a form, group or field.
    ///
    /// - Parameter codeList: finds code lists, so that codes and names in rules can be compared with them.
    public init(_ message: XDF3.Nachricht, codeList: ((XDF3.CodelisteReferenz) -> QualityCodeList?)? = nil) {
        var cache: [XDF3.CodelisteReferenz: [XDF3.Wert]?] = [:]
        for reference in message.codelisten {
            cache[reference] = codeList?(reference)?.rows.map { XDF3.Wert(code: $0.code, name: $0.name ?? $0.code) }
        }
        let lists = cache
        self.init(message) { field in field.werte ?? field.codelisteReferenz.flatMap { lists[$0] ?? nil } }
    }

    /// The rules of a form.
    public init(_ schema: XDF3.Stammdatenschema, codeList: ((XDF3.CodelisteReferenz) -> QualityCodeList?)? = nil) {
        self.init(Self.message(schema), codeList: codeList)
    }

    init(_ schema: XDF3.Stammdatenschema, values: @escaping (XDF3.Datenfeld) -> [XDF3.Wert]?) {
        self.init(Self.message(schema), values: values)
    }

    private static func message(_ schema: XDF3.Stammdatenschema) -> XDF3.Nachricht {
        XDF3.Nachricht(
            header: XDFHeader(nachrichtID: "", erstellungszeitpunkt: ""), inhalt: .stammdatenschema(schema))
    }

    init(_ message: XDF3.Nachricht, values: @escaping (XDF3.Datenfeld) -> [XDF3.Wert]?) {
        let form = RegelFormular(message)
        eintraege = form.regeln.map { rule, index in Self.entry(rule, form.traeger[index], form, values) }
    }

    private static func entry(
        _ rule: XDF3.Regel, _ holder: RegelFormular.Traeger, _ form: RegelFormular,
        _ values: @escaping (XDF3.Datenfeld) -> [XDF3.Wert]?
    ) -> Eintrag {
        func refused(_ why: Message) -> Eintrag {
            Eintrag(
                regel: rule, traeger: holder.identifikation, form: nil, grund: why, aussagen: [], ort: nil)
        }
        guard let text = rule.freitextRegel?.trimmedXML, !text.isEmpty else {
            return refused(
                Message(
                    de: "Sie hat keinen Text, nur ein Skript oder einen Namen.",
                    en: "It has no text, only a script or a name."))
        }
        let statements: [Regelform.Aussage]
        switch RegelGrammatik.lies(text) {
        case .unverstanden(let word):
            return refused(
                Message(
                    de: "Der Text hat keine der bekannten Formen; verstanden bis „\(word)“.",
                    en: "The text has none of the known forms; understood up to “\(word)”."))
        case .form(let read): statements = read.aussagen
        }
        guard statements.contains(where: \.folge.bindet) else {
            return refused(
                Message(
                    de: "Sie sagt nur, was angezeigt wird oder angegeben werden darf.",
                    en: "It tells only what is shown or may be given."))
        }
        // A rule may name elements around the group it stands at, where that group is there exactly once.
        let top = form.traeger[0]
        let isFixed = holder.count == 1 && !holder.steps.contains { $0.isRepeated || $0.isOptional }
        do throws(RegelBindung.Hindernis) {
            return try bound(rule, statements, holder, form, values)
        } catch {
            guard isFixed, !holder.steps.isEmpty,
                let lifted = try? bound(rule, statements, top, form, values)
            else { return refused(error.message) }
            return lifted
        }
    }

    private static func bound(
        _ rule: XDF3.Regel, _ statements: [Regelform.Aussage], _ holder: RegelFormular.Traeger, _ form: RegelFormular,
        _ values: @escaping (XDF3.Datenfeld) -> [XDF3.Wert]?
    ) throws(RegelBindung.Hindernis) -> Eintrag {
        var binding = RegelBindung(form, values, holder: holder)
        var result: [RegelBindung.Aussage] = []
        for statement in statements { result.append(try binding.bind(statement)) }
        return Eintrag(
            regel: rule, traeger: holder.identifikation, form: Regelform(aussagen: result.map(\.aussage)), grund: nil,
            aussagen: result, ort: holder.steps.last?.name)
    }

    /// Whether a script is the empty function that editors put there.
    static func istLeer(_ script: String) -> Bool {
        let bare = script.filter { !$0.isWhitespace }
        return bare.isEmpty || bare == "functionscript(){}"
    }
}

extension XDF3Regeln.Eintrag {
    /// That the rule was not evaluated, as a note; nil when it was.
    public var hinweis: Finding? {
        grund.map { why in
            let what = [regel.identifikation.description, regel.name].filter { !$0.isEmpty }.joined(separator: " ")
            return Finding(
                "xdf.rule-not-evaluated", .hint, at: Location(path: regel.quelle.path),
                Message(
                    de: "Regel \(what) ist nicht ausgewertet: \(text: why.de)",
                    en: "Rule \(what) is not evaluated: \(text: why.en)"))
        }
    }
}
