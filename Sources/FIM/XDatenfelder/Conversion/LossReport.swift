import Findings

/// What a conversion could not carry, changed or had to assume: per element and field, for people and machines.
public struct LossReport: Sendable, Hashable {
    /// What became of a value.
    public enum Art: String, Sendable, Hashable, CaseIterable {
        /// It is gone.
        case lost
        /// It stands elsewhere or in another form, and cannot be told back for certain.
        case changed
        /// The target asks for it and the source has it not.
        case assumed
    }

    /// One value.
    public struct Entry: Sendable, Hashable {
        /// The element, as `F60000000001V1.0.0`.
        public var element: String
        /// The element's path in the source file, where it was read from one.
        public var path: String
        /// The field of the element, such as `freigabedatum`.
        public var field: String
        /// What became of it.
        public var art: Art
        /// The value in the source.
        public var before: String?
        /// The value in the target.
        public var after: String?
        /// Why.
        public var reason: Message
    }

    /// The entries, in the order of the source.
    public var entries: [Entry] = []

    /// An empty report.
    public init() {}

    /// Whether nothing was lost, changed or assumed.
    public var isEmpty: Bool { entries.isEmpty }

    /// How many entries there are of a kind.
    public func count(_ art: Art) -> Int { entries.lazy.filter { $0.art == art }.count }

    /// The report as text, one line an entry.
    public func text(_ language: Language) -> String {
        entries.map { entry in
            let kind =
                switch (entry.art, language) {
                case (.lost, .de): "verloren"
                case (.changed, .de): "geändert"
                case (.assumed, .de): "angenommen"
                case (.lost, .en): "lost"
                case (.changed, .en): "changed"
                case (.assumed, .en): "assumed"
                }
            let values = [entry.before.map(Self.short), entry.after.map(Self.short)]
            let change =
                switch (values[0], values[1]) {
                case (let before?, let after?): " \(before) → \(after)"
                case (let before?, nil): " \(before)"
                case (nil, let after?): " → \(after)"
                case (nil, nil): ""
                }
            return
                "\(entry.element)\t\(entry.field)\t\(kind)\(change)\t\(entry.reason.rendered(language, showingValues: true))\n"
        }.joined()
    }

    /// The report as JSON, keys in a fixed order.
    public func json(_ language: Language) -> JSONValue {
        .object([
            ("schemaVersion", .string("1.0")),
            (
                "entries",
                .array(
                    entries.map { entry in
                        .object([
                            ("element", .string(entry.element)), ("path", .string(entry.path)),
                            ("field", .string(entry.field)), ("kind", .string(entry.art.rawValue)),
                            ("before", entry.before.map { .string($0) } ?? .null),
                            ("after", entry.after.map { .string($0) } ?? .null),
                            ("reason", .string(entry.reason.rendered(language, showingValues: true))),
                        ])
                    })
            ),
        ])
    }

    /// The report as an HTML page of its own.
    public func html(_ language: Language, title: String) -> String {
        let heads =
            language == .de
            ? ["Element", "Feld", "Art", "Vorher", "Nachher", "Grund"]
            : ["Element", "Field", "Kind", "Before", "After", "Reason"]
        let rows = entries.map { entry in
            let cells = [
                entry.element, entry.field, entry.art.rawValue, entry.before ?? "", entry.after ?? "",
                entry.reason.rendered(language, showingValues: true),
            ]
            return "<tr>" + cells.map { "<td>\(HTMLEscape.text($0))</td>" }.joined() + "</tr>\n"
        }.joined()
        return """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)"><head><meta charset="utf-8"><title>\(HTMLEscape.text(title))</title></head>
            <body><h1>\(HTMLEscape.text(title))</h1>
            <table><thead><tr>\(heads.map { "<th scope=\"col\">\($0)</th>" }.joined())</tr></thead>
            <tbody>
            \(rows)</tbody></table></body></html>

            """
    }

    private static func short(_ text: String) -> String {
        let line = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return "»" + (line.count > 60 ? String(line.prefix(57)) + "…" : line) + "«"
    }

    mutating func add(
        _ element: XDFIdentifikation, _ place: XDFPosition, _ field: String, _ art: Art, before: String? = nil,
        after: String? = nil, _ reason: Message
    ) {
        entries.append(
            Entry(
                element: element.description, path: place.path, field: field, art: art, before: before, after: after,
                reason: reason))
    }
}

/// Text in HTML.
enum HTMLEscape {
    /// Text between tags or in a quoted attribute.
    static func text(_ text: String) -> String {
        guard text.utf8.contains(where: { $0 == 38 || $0 == 60 || $0 == 62 || $0 == 34 || $0 == 39 }) else {
            return text
        }
        return text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
            .replacing("\"", with: "&quot;").replacing("'", with: "&#39;")
    }
}
