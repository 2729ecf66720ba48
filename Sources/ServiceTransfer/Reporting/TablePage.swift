import Findings

/// A table of municipalities for people: as one self-contained page that needs no script, and as CSV.
struct TablePage {
    /// What a cell means, for its colour.
    enum Mark: String {
        /// Something stands in the way.
        case open
        /// All is well.
        case done
    }

    var title: String
    var explanation: String
    /// The head, then the rows; the first cell of each names it.
    var rows: [[String]]
    /// What the cell of a column means.
    var mark: (_ column: Int, _ cell: String) -> Mark?

    static func escaped(_ text: String) -> String { Escaping.markup(text, inAttribute: true) }

    /// The page; `details` is markup below the table.
    func html(_ language: Language, details: String) -> String {
        let title = Self.escaped(title)
        var page = """
            <!DOCTYPE html>
            <html lang="\(language == .de ? "de" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(title)</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; margin: 2rem; color: #111; background: #fff; }
            .wide { overflow-x: auto; }
            table { border-collapse: collapse; }
            th, td { border: 1px solid #999; padding: .2rem .5rem; text-align: left; }
            thead th { vertical-align: bottom; }
            td.open { background: #fbd5d5; font-weight: bold; }
            td.done { background: #d9f2d9; }
            </style>
            </head>
            <body>
            <h1>\(title)</h1>
            <p>\(Self.escaped(explanation))</p>
            <div class="wide" tabindex="0" role="region" aria-label="\(title)">
            <table>
            <thead><tr>
            """
        page += (rows.first ?? []).map { "<th scope=\"col\">\(Self.escaped($0))</th>" }.joined()
        page += "</tr></thead>\n<tbody>\n"
        for row in rows.dropFirst() {
            page += "<tr><th scope=\"row\">\(Self.escaped(row[0]))</th>"
            for (index, cell) in row.enumerated().dropFirst() {
                let kind = mark(index, cell).map { " class=\"\($0.rawValue)\"" } ?? ""
                page += "<td\(kind)>\(Self.escaped(cell))</td>"
            }
            page += "</tr>\n"
        }
        return page + "</tbody>\n</table>\n</div>\n" + details + "</body>\n</html>\n"
    }

    /// CSV (RFC 4180): comma, CRLF, quotes where needed. A cell that a spreadsheet would take for a formula is led by an
    /// apostrophe.
    static func csv(_ rows: [[String]]) -> String {
        rows.map { row in row.map(field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
