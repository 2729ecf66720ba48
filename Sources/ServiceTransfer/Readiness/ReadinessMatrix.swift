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

    /// CSV (RFC 4180), safe for spreadsheets.
    public func csv(_ language: Language) -> String { TablePage.csv(rows(language)) }

    /// One self-contained page: the matrix, and below it what is missing where. Readable without script.
    public func html(_ language: Language) -> String {
        func text(_ de: String, _ en: String) -> String { language == .de ? de : en }
        let escaped = TablePage.escaped
        let page = TablePage(
            title: text("Bereitschaft für \(paket)", "Readiness for \(paket)"),
            explanation: text(
                "0 neu, 2 unvollständig, 9 vollständig, 10 bestätigt; ! steht dem Betrieb im Weg.",
                "0 new, 2 incomplete, 9 complete, 10 confirmed; ! stands in the way of going live."),
            rows: rows(language)
        ) { index, cell in
            if index < 4 || cell.isEmpty { return nil }
            if cell.hasSuffix("!") { return .open }
            return cell.hasPrefix("9") || cell == "10" ? .done : nil
        }
        var details = ""
        for town in kommunen where !town.istBereit {
            details += "<h2>\(escaped(town.kommune ?? town.datei))</h2>\n<ul>\n"
            for open in town.offen {
                let missing = open.fehlt.map { $0[language] }.joined(separator: "; ")
                details +=
                    "<li><strong>\(escaped(open.id))</strong>: \(escaped(missing)) (\(escaped(open.ansprechpartner.line(language))))</li>\n"
            }
            details += "</ul>\n"
        }
        return page.html(language, details: details)
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
