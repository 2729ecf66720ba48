import Findings

/// Something that a person has to add to an imported package, or to decide, because no source says it.
public struct ImportTodo: Sendable, Hashable {
    /// What is to be done.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// No source holds it: it has to be added.
        case add
        /// It was concluded or assumed: it has to be confirmed or corrected.
        case confirm
        /// It is there and has to be looked at.
        case check

        /// The heading of such tasks.
        var heading: Message {
            switch self {
            case .add: Message(de: "Ergänzen", en: "To add")
            case .confirm: Message(de: "Bestätigen", en: "To confirm")
            case .check: Message(de: "Ansehen", en: "To check")
            }
        }
    }

    /// The stable identifier of the task, such as `todo.licence`.
    public let id: FindingID
    /// What is to be done.
    public let kind: Kind
    /// The part that it is about.
    public let part: String?
    /// What is missing or was assumed.
    public let message: Message
    /// What to do.
    public let hint: Message

    init(_ id: FindingID, _ kind: Kind, part: String? = nil, _ message: Message, hint: Message) {
        self.id = id
        self.kind = kind
        self.part = part
        self.message = message
        self.hint = hint
    }
}

/// Where an object of an imported package comes from.
public struct ImportOrigin: Sendable, Hashable {
    /// The part that holds it.
    public let part: String
    /// What it is: `leistung`, `formular`, `codeliste`, ….
    public let kind: String
    /// Its identity in the source: of XZuFi, or id and version.
    public let identity: String
    /// The file it was read from, and the digest of that file.
    public let file: String
    /// What the source says of it besides.
    public let facts: [Fact]

    /// A name and a value.
    public struct Fact: Sendable, Hashable {
        /// What it is.
        public let name: String
        /// What it says.
        public let value: String
    }
}

/// Writes the tasks of an imported package: for people as Markdown in both languages, for programs as JSON
/// (`Schemas/todo/1.0/todo.schema.json`).
struct ImportTodoFiles {
    static let markdownPath = "TODO.md"
    static let jsonPath = "todo.json"

    let kennung: String
    let version: String
    let todos: [ImportTodo]
    let origins: [ImportOrigin]

    /// The tasks for people.
    func markdown() -> [UInt8] {
        var text = "# \(kennung) \(version)\n"
        for language in [Language.de, .en] {
            let title = Message(
                de: "Aufgaben nach der Übernahme", en: "Tasks after the import")
            let explanation = Message(
                de:
                    "Was keine Quelle sagt oder angenommen wurde. Ist alles erledigt, werden diese Datei und todo.json gelöscht und ihre zwei Zeilen aus dienstpaket.xml gestrichen; Größen und Prüfsummen trägt „xoev package pack“ ein.",
                en:
                    "What no source says or was assumed. When all is done, this file and todo.json are deleted and their two lines removed from dienstpaket.xml; “xoev package pack” fills in sizes and digests."
            )
            text += "\n## \(title.rendered(language))\n\n\(explanation.rendered(language))\n"
            for kind in ImportTodo.Kind.allCases {
                let tasks = todos.filter { $0.kind == kind }
                guard !tasks.isEmpty else { continue }
                text += "\n### \(kind.heading.rendered(language))\n\n"
                for task in tasks {
                    let part = task.part.map { " (`\($0)`)" } ?? ""
                    text +=
                        "- [ ] \(Self.line(task.message, language))\(part) \(Self.line(task.hint, language)) `\(task.id)`\n"
                }
            }
        }
        return Array(text.utf8)
    }

    private static func line(_ message: Message, _ language: Language) -> String {
        message.rendered(language).split(whereSeparator: \.isNewline).joined(separator: " ")
    }

    /// The tasks for programs.
    func json() -> [UInt8] {
        func texts(_ message: Message) -> JSONText {
            .object([("de", .string(message.rendered(.de))), ("en", .string(message.rendered(.en)))])
        }
        let value = JSONText.object([
            ("schemaVersion", .string("1.0")), ("kennung", .string(kennung)), ("version", .string(version)),
            (
                "todos",
                .array(
                    todos.map { todo in
                        .object([
                            ("id", .string(todo.id.rawValue)), ("kind", .string(todo.kind.rawValue)),
                            ("part", todo.part.map { .string($0) }), ("message", texts(todo.message)),
                            ("hint", texts(todo.hint)),
                        ])
                    })
            ),
            (
                "origins",
                .array(
                    origins.map { origin in
                        .object([
                            ("part", .string(origin.part)), ("kind", .string(origin.kind)),
                            ("identity", .string(origin.identity)), ("file", .string(origin.file)),
                            (
                                "facts",
                                origin.facts.isEmpty
                                    ? nil : .object(origin.facts.map { ($0.name, .string($0.value)) })
                            ),
                        ])
                    })
            ),
        ])
        return Array((value.rendered() + "\n").utf8)
    }
}
