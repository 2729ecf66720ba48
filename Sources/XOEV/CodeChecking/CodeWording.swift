import CodeLists
import Findings

/// What the check of codes says.
enum CodeWording {
    static func emptyCode(at location: Location) -> Finding {
        Finding(
            "codelist.empty-code", .warning, at: location,
            Message(
                de: "Der Code ist leer; es gibt nichts zu prüfen.",
                en: "The code is empty; there is nothing to check."),
            hint: Message(
                de: "Tragen Sie einen Code der Liste ein oder lassen Sie das Element weg, wo das Schema es erlaubt.",
                en: "Enter a code of the list, or leave the element out where the schema allows it."))
    }

    static func noList(at location: Location) -> Finding {
        Finding(
            "codelist.no-list", .warning, at: location,
            Message(
                de: "Weder Nachricht noch Schema sagen, aus welcher Codeliste der Code stammt.",
                en: "Neither message nor schema say from which code list the code is."),
            hint: Message(
                de: "Ergänzen Sie listURI und listVersionID.", en: "Add listURI and listVersionID."))
    }

    static func noVersion(_ uri: String, assumed: String?, at location: Location) -> Finding {
        Finding(
            "codelist.no-version", .warning, at: location,
            assumed.map {
                Message(
                    de: "Die Version der Codeliste \(uri) ist nicht genannt; geprüft wird gegen \($0).",
                    en: "The version of the code list \(uri) is not said; it is checked against \($0).")
            }
                ?? Message(
                    de: "Die Version der Codeliste \(uri) ist nicht genannt, und keine liegt vor.",
                    en: "The version of the code list \(uri) is not said, and none is at hand."),
            hint: Message(de: "Ergänzen Sie listVersionID.", en: "Add listVersionID."))
    }

    static func notAtHand(_ id: CodeListID, known: [String], at location: Location) -> Finding {
        let versions = known.joined(separator: ", ")
        return Finding(
            "codelist.not-at-hand", .warning, at: location,
            Message(
                de:
                    "Die Codeliste \(id.uri) liegt nicht in Version \(id.version) vor; ihre Codes sind ungeprüft.",
                en: "The code list \(id.uri) is not at hand in version \(id.version); its codes are not checked."
            ),
            hint: known.isEmpty
                ? Message(
                    de: "Laden Sie die Liste aus dem XRepository und nennen Sie ihren Ordner.",
                    en: "Download the list from XRepository and name its folder.")
                : Message(
                    de: "Vorhandene Versionen: \(versions). Prüfen Sie listVersionID oder laden Sie die Version.",
                    en: "Versions at hand: \(versions). Check listVersionID or download the version."))
    }

    static func outdated(
        _ id: CodeListID, successor: CodeListEntry, on day: CalendarDate, at location: Location
    ) -> Finding {
        let since = successor.validFrom?.description ?? "–"
        return Finding(
            "codelist.version-outdated", .warning, at: location,
            Message(
                de: """
                    Version \(id.version) der Codeliste \(id.uri) war am \(day) nicht mehr in Kraft: seit \(since) gilt \
                    \(successor.id.version).
                    """,
                en: """
                    Version \(id.version) of the code list \(id.uri) was no longer in force on \(day): since \(since) it \
                    is \(successor.id.version).
                    """),
            hint: Message(
                de: "Verwenden Sie Version \(successor.id.version).", en: "Use version \(successor.id.version)."))
    }

    static func notYetInForce(
        _ id: CodeListID, from start: CalendarDate, on day: CalendarDate, current: String?, at location: Location
    ) -> Finding {
        Finding(
            "codelist.version-not-in-force", .warning, at: location,
            Message(
                de: "Version \(id.version) der Codeliste \(id.uri) gilt erst ab \(start), nicht schon am \(day).",
                en:
                    "Version \(id.version) of the code list \(id.uri) is in force from \(start) only, not yet on \(day)."
            ),
            hint: current.map {
                Message(de: "An diesem Tag gilt \($0).", en: "On that day \($0) is in force.")
            })
    }

    static func unknownCode(_ code: String, _ lookup: CodeListLookup, at location: Location) -> Finding {
        let id = lookup.list.id
        let nearest = lookup.nearest(to: code).map { code in
            lookup.name(of: code).map { "\(code) (\($0))" } ?? code
        }.joined(separator: ", ")
        let hint: Message
        if let (column, right) = elsewhere(code, lookup) {
            hint = Message(
                de: "Der Wert steht in der Spalte „\(column)“; der Code dieser Zeile ist „\(value: right)“.",
                en: "The value stands in the column “\(column)”; the code of that row is “\(value: right)”.")
        } else if !nearest.isEmpty {
            hint = Message(de: "Ähnlich sind: \(value: nearest)", en: "Similar are: \(value: nearest)")
        } else {
            hint = Message(
                de: "Kein Code der Liste ist ähnlich; prüfen Sie Liste und Version.",
                en: "No code of the list is similar; check list and version.")
        }
        return Finding(
            "codelist.unknown-code", .error, at: location,
            Message(
                de: "„\(value: code)“ ist kein Code der Liste \(id.uri) in Version \(id.version).",
                en: "“\(value: code)” is not a code of the list \(id.uri) in version \(id.version)."), hint: hint)
    }

    /// The column in which a value stands that is no code, and the code of the one row that has it.
    private static func elsewhere(_ value: String, _ lookup: CodeListLookup) -> (column: String, code: String)? {
        guard let rows = lookup.list.rows else { return nil }
        for (index, column) in lookup.list.columns.enumerated() where index != lookup.column {
            let found = rows.indices.lazy.filter { rows[$0, index].text == value }.prefix(2)
            if found.count == 1, let row = found.first, let code = rows[row, lookup.column].text {
                return (column.id, code)
            }
        }
        return nil
    }

    static func wrongName(
        _ name: String, code: String, expected: String?, _ id: CodeListID, at location: Location
    ) -> Finding {
        Finding(
            "codelist.name-differs", .warning, at: location,
            Message(
                de: "Zum Code „\(value: code)“ der Liste \(id) gehört nicht der Name „\(value: name)“.",
                en: "The name “\(value: name)” does not belong to the code “\(value: code)” of the list \(id)."),
            hint: expected.map {
                Message(de: "In der Liste heißt er „\(value: $0)“.", en: "In the list it is called “\(value: $0)”.")
            })
    }

    static func listsMissing(_ ids: [CodeListID]) -> Message {
        let names = ids.prefix(5).map { $0.uri == "?" ? "?" : $0.description }.joined(separator: ", ")
        let more = ids.count > 5 ? " …" : ""
        if ids.count == 1 {
            return Message(de: "Eine Codeliste liegt nicht vor: \(names)", en: "One code list is not at hand: \(names)")
        }
        return Message(
            de: "\(ids.count) Codelisten liegen nicht vor: \(names)\(more)",
            en: "\(ids.count) code lists are not at hand: \(names)\(more)")
    }
}
