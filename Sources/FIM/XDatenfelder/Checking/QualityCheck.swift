import Findings
import XMLCore

/// What a check needs to know of a code list.
public struct QualityCodeList: Sendable, Hashable {
    /// The rows, code and name each, in the order of the list.
    public var rows: [Row]
    /// The names of the list's columns.
    public var columns: [String]

    /// A row.
    public struct Row: Sendable, Hashable {
        /// The code.
        public var code: String
        /// The name.
        public var name: String?

        /// A row from its parts.
        public init(code: String, name: String?) {
            self.code = code
            self.name = name
        }
    }

    /// A list from its parts.
    public init(rows: [Row], columns: [String]) {
        self.rows = rows
        self.columns = columns
    }
}

/// The quality check of a form: the official messages, with exactly their numbers.
public enum QualityCheck {
    /// What to check with.
    public struct Options: Sendable {
        /// The official texts; without them the findings carry this library's own.
        public var messages: QualityMessageList?
        /// Finds a code list, or nil where it is not at hand. Messages about its content need it.
        public var codeList: (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)?
        /// The file's name, for findings.
        public var file: String?

        /// Options from their parts.
        public init(
            messages: QualityMessageList? = nil, file: String? = nil,
            codeList: (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)? = nil
        ) {
            self.messages = messages
            self.file = file
            self.codeList = codeList
        }
    }

    /// What a check came to.
    public struct Result: Sendable, Hashable {
        /// What was raised, in the order of the form; each message once per place.
        public var findings: [Finding]
        /// The numbers that were raised, sorted, each once.
        public var numbers: [Int]
        /// The lists that were not at hand, so that messages about their content could not be raised.
        public var missingCodeLists: [XDF3.CodelisteReferenz]
        /// The messages that were not checked as they need the network.
        public var skipped: [QualityMessage]
    }

    /// Checks a message.
    public static func check(_ message: XDF3.Nachricht, options: Options = Options()) -> Result {
        let run = QualityRun(message, options: options)
        run.checkTop()
        return Result(
            findings: run.findings, numbers: Set(run.raised.map(\.number)).sorted(),
            missingCodeLists: run.missingLists,
            skipped: QualityMessage.catalogue.filter { $0.coverage == .needsNetwork })
    }
}

/// One run of the check: walks the form and collects.
final class QualityRun {
    let message: XDF3.Nachricht
    let options: QualityCheck.Options
    private(set) var findings: [Finding] = []
    private(set) var missingLists: [XDF3.CodelisteReferenz] = []

    struct Raised: Hashable {
        let number: Int
        let path: String
    }

    private(set) var raised: Set<Raised> = []
    /// The ids of all fields and groups in the file.
    private(set) var allIDs: Set<String> = []
    private var lists: [XDF3.CodelisteReferenz: QualityCodeList?] = [:]

    init(_ message: XDF3.Nachricht, options: QualityCheck.Options) {
        self.message = message
        self.options = options
    }

    /// Raises a message at a place: `what` names the element (`F05… Name`), `detail` what was found there.
    func raise(_ number: Int, _ what: String, _ place: XDFPosition, detail: String? = nil) {
        guard raised.insert(Raised(number: number, path: place.path)).inserted,
            let entry = QualityMessage.byNumber[number]
        else { return }
        let official = options.messages?.entries[number]
        let weight = official.flatMap { QualityMessage.Gewicht(rawValue: $0.typ) } ?? entry.gewicht
        guard weight != .deaktiviert else { return }
        var german = official?.text ?? entry.text.de.rendered(showingValues: true)
        if detail != nil, german.hasSuffix(".") { german.removeLast() }
        let english = entry.text.en.rendered(showingValues: true)
        let suffix = detail.map { ": " + $0 } ?? ""
        findings.append(
            Finding(
                FindingID(rawValue: "xdf.\(number)"), weight.severity,
                at: Location(file: options.file, place.position, path: place.path),
                Message(de: "\(what): \(german)\(suffix)", en: "\(what): \(english)\(suffix)"),
                hint: official?.hilfe.map { Message(de: MessageText($0), en: MessageText($0)) }))
    }

    /// A text holds HTML that would run something: none of the official messages. Derived forms show it as text.
    func addActiveContent(_ attribute: String, _ parts: [String], _ what: String, _ place: XDFPosition) {
        let names = parts.joined(separator: ", ")
        findings.append(
            Finding(
                "xdf.active-content", .warning,
                at: Location(file: options.file, place.position, path: place.path),
                Message(
                    de: "\(what): \(attribute) enthält HTML, das etwas ausführen würde: \(names)",
                    en: "\(what): \(attribute) holds HTML that would run something: \(names)"),
                hint: Message(
                    de: "Texte in Formularen sind reiner Text; entfernen Sie das HTML.",
                    en: "Texts in forms are plain text; remove the HTML.")))
    }

    /// The list that a field refers to, where it is at hand.
    func list(_ reference: XDF3.CodelisteReferenz) -> QualityCodeList? {
        if let known = lists[reference] { return known }
        let found = options.codeList?(reference)
        lists[reference] = .some(found)
        if found == nil { missingLists.append(reference) }
        return found
    }

    func checkTop() {
        message.struktur.visit { allIDs.insert($0.angaben.identifikation.id) }
        allIDs.insert(message.angaben.identifikation.id)
        switch message.inhalt {
        case .stammdatenschema(let schema): check(schema)
        case .datenfeldgruppe(let group): check(group, ancestors: [])
        case .datenfeld(let field): check(field)
        case .dokumentsteckbrief(let profile): check(profile)
        }
        checkWhole()
    }

    /// What to call an element in a message.
    static func name(_ angaben: XDF3.Angaben) -> String {
        let id = angaben.identifikation.description
        let name = angaben.name.trimmedXML
        if id.isEmpty { return name.isEmpty ? "(ohne ID)" : name }
        return name.isEmpty ? id : "\(id) \(name.prefix(60))"
    }
}
