import Findings

/// Municipalities × requirements of one service: who is how far.
public struct ReadinessMatrix: Sendable {
    /// The package's identifier and version.
    public let paket: String
    /// The municipalities, in the order in which they were checked.
    public let kommunen: [Readiness]
    /// The requirements of all of them, in the order of the first that has each: identifiers.
    public let anforderungen: [String]

    /// A matrix.
    public init(_ package: LoadedPackage, _ kommunen: [Readiness]) {
        paket = "\(package.manifest.kennung) \(package.manifest.version)"
        self.kommunen = kommunen
        var seen: Set<String> = []
        anforderungen = kommunen.flatMap { $0.anforderungen.map(\.id) }.filter { seen.insert($0).inserted }
            .sorted { left, right in Self.rank(left) < Self.rank(right) }
    }

    /// Parts, then capabilities, then parameters; the sort is stable.
    private static func rank(_ id: String) -> Int {
        id.hasPrefix("teil/") ? 0 : id.hasPrefix("faehigkeit/") ? 1 : 2
    }

    /// The status of a requirement in a municipality: 0, 2, 9 or 10, with `!` where it stands in the way; empty where it
    /// does not apply.
    public func cell(_ id: String, _ readiness: Readiness) -> String {
        guard let found = readiness.anforderungen.first(where: { $0.id == id }) else { return "" }
        return "\(found.status.rawValue)\(found.blockiert ? "!" : "")"
    }

    /// The table with its head: a row per municipality.
    public func rows(_ language: Language) -> [[String]] {
        let head =
            language == .de ? ["Kommune", "ARS", "bereit", "offen"] : ["Municipality", "ARS", "ready", "open"]
        return [head + anforderungen]
            + kommunen.map { town in
                let ready = town.istBereit ? (language == .de ? "ja" : "yes") : (language == .de ? "nein" : "no")
                return [town.kommune ?? town.datei, town.ars ?? "", ready, String(town.offen.count)]
                    + anforderungen.map { cell($0, town) }
            }
    }

    /// CSV (RFC 4180): comma, CRLF, quotes where needed. A cell that a spreadsheet would take for a formula is led by an
    /// apostrophe.
    public func csv(_ language: Language) -> String {
        rows(language).map { row in row.map(Self.field).joined(separator: ",") + "\r\n" }.joined()
    }

    private static func field(_ text: String) -> String {
        var text = text
        if let first = text.first, "=+-@\t\r".contains(first) { text = "'" + text }
        guard text.contains(where: { ",\"\r\n".contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }

    /// One self-contained page: the matrix, and below it what is missing where. Readable without script.
    public func html(_ language: Language) -> String {
        func text(_ de: String, _ en: String) -> String { language == .de ? de : en }
        func escaped(_ text: String) -> String { Escaping.markup(text, inAttribute: true) }
        let title = text("Bereitschaft für \(paket)", "Readiness for \(paket)")
        let table = rows(language)
        var page = """
            <!DOCTYPE html>
            <html lang="\(language == .de ? "de" : "en")">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>\(escaped(title))</title>
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
            <h1>\(escaped(title))</h1>
            <p>\(text("0 neu, 2 unvollständig, 9 vollständig, 10 bestätigt; ! steht dem Betrieb im Weg.", "0 new, 2 incomplete, 9 complete, 10 confirmed; ! stands in the way of going live."))</p>
            <div class="wide" tabindex="0" role="region" aria-label="\(escaped(title))">
            <table>
            <thead><tr>
            """
        page +=
            (table.first ?? []).map { "<th scope=\"col\">\(escaped($0))</th>" }.joined() + "</tr></thead>\n<tbody>\n"
        for row in table.dropFirst() {
            page += "<tr><th scope=\"row\">\(escaped(row[0]))</th>"
            for (index, cell) in row.enumerated().dropFirst() {
                let kind =
                    index < 4 || cell.isEmpty
                    ? ""
                    : cell.hasSuffix("!")
                        ? " class=\"open\"" : cell.hasPrefix("9") || cell == "10" ? " class=\"done\"" : ""
                page += "<td\(kind)>\(escaped(cell))</td>"
            }
            page += "</tr>\n"
        }
        page += "</tbody>\n</table>\n</div>\n"
        for town in kommunen where !town.istBereit {
            page += "<h2>\(escaped(town.kommune ?? town.datei))</h2>\n<ul>\n"
            for open in town.offen {
                let missing = open.fehlt.map { $0[language] }.joined(separator: "; ")
                page +=
                    "<li><strong>\(escaped(open.id))</strong>: \(escaped(missing)) (\(escaped(open.ansprechpartner.line(language))))</li>\n"
            }
            page += "</ul>\n"
        }
        return page + "</body>\n</html>\n"
    }
}

extension Readiness.Ansprechpartner {
    /// Role and, where the profile names one, name and mailbox.
    public func line(_ language: Language) -> String {
        let who = [name, email].compactMap { $0 }
        guard !who.isEmpty else {
            return language == .de ? "\(rolle): im Profil nicht genannt" : "\(rolle): not in the profile"
        }
        return "\(rolle): \(who.joined(separator: ", "))"
    }
}
