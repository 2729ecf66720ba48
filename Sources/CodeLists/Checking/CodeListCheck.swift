import Findings

/// Checks what the schema of genericode cannot say about a list: keys that tell rows apart, required values, URIs that
/// fit together, a column for the codes.
public struct CodeListCheck: Sendable {
    /// A check.
    public init() {}

    /// What is wrong with a list, in the order of the document. Errors keep a list from being registered.
    ///
    /// - Parameter file: the name of the list's file, for the findings.
    public func findings(for list: CodeList, file: String? = nil) -> [Finding] {
        var findings: [Finding] = []
        identification(list, file, &findings)
        codeColumn(list, file, &findings)
        for key in list.keys { duplicates(key, list, file, &findings) }
        requiredValues(list, file, &findings)
        return findings
    }

    private func identification(_ list: CodeList, _ file: String?, _ findings: inout [Finding]) {
        let identification = list.identification
        if identification.canonicalURI.isEmpty || identification.version.isEmpty {
            findings.append(
                Finding(
                    "codelist.no-identity", .error, at: Location(file: file),
                    Message(
                        de: "Die Liste hat keine Kennung oder keine Version.", en: "The list has no URI or no version."),
                    hint: Message(
                        de: "Ergänzen Sie „CanonicalUri“ und „Version“.", en: "Add “CanonicalUri” and “Version”.")))
        } else if list.metadata != nil,
            identification.canonicalVersionURI != identification.canonicalURI + "_" + identification.version
        {
            findings.append(
                Finding(
                    "codelist.version-uri", .warning, at: Location(file: file),
                    Message(
                        de: """
                            „CanonicalVersionUri“ ist \(identification.canonicalVersionURI), aus Kennung und Version \
                            folgt aber \(identification.canonicalURI)_\(identification.version).
                            """,
                        en: """
                            “CanonicalVersionUri” is \(identification.canonicalVersionURI), but from URI and version \
                            follows \(identification.canonicalURI)_\(identification.version).
                            """),
                    hint: Message(
                        de: "Codelisten-Handbuch 1.2: Kennung, Unterstrich, Version.",
                        en: "Codelisten-Handbuch 1.2: URI, underscore, version.")))
        }
    }

    private func codeColumn(_ list: CodeList, _ file: String?, _ findings: inout [Finding]) {
        guard list.codeColumn == nil else { return }
        findings.append(
            Finding(
                CodeListError.Code.missingKeyColumn.id, .error, at: Location(file: file),
                Message(
                    de: "Die Liste hat keinen Schlüssel aus einer Spalte; welche Spalte die Codes enthält, ist offen.",
                    en: "The list has no key of one column; which column holds the codes is open."),
                hint: Message(
                    de: "Definieren Sie in „ColumnSet“ einen Schlüssel („Key“) für die Spalte mit den Codes.",
                    en: "Define a key (“Key”) for the column with the codes in “ColumnSet”.")))
    }

    private func duplicates(_ key: CodeListKey, _ list: CodeList, _ file: String?, _ findings: inout [Finding]) {
        guard let rows = list.rows else { return }
        let columns = key.columns.compactMap { list.columnIndex($0.columnID) }
        guard !columns.isEmpty else { return }
        // A doubled code makes the list ambiguous; a doubled value of another key only breaks its promise.
        let isCode = columns.count == 1 && columns[0] == list.codeColumn
        var first: [[String?]: Int] = [:]
        first.reserveCapacity(rows.count)
        for row in rows.indices {
            let value = columns.map { rows[row, $0].text }
            guard let earlier = first.updateValue(row, forKey: value) else { continue }
            first[value] = earlier
            let isSame = rows[row].elementsEqual(rows[earlier])
            let shown = value.map { $0 ?? "–" }.joined(separator: ", ")
            let place = rows.line(ofRow: earlier).map { String($0) } ?? "#\(earlier + 1)"
            findings.append(
                Finding(
                    isCode ? "codelist.duplicate-key" : "codelist.duplicate-value",
                    isCode && !isSame ? .error : .warning,
                    at: Location(file: file, line: rows.line(ofRow: row)),
                    Message(
                        de: "Der Schlüssel „\(key.id)“ hat den Wert „\(shown)“ schon einmal, zuerst in Zeile \(place).",
                        en: "The key “\(key.id)” has the value “\(shown)” a second time, first in line \(place)."),
                    hint: Message(
                        de: "Werte eines Schlüssels sind eindeutig. Entfernen oder ändern Sie eine der Zeilen.",
                        en: "Values of a key are unique. Remove or change one of the rows.")))
        }
    }

    private func requiredValues(_ list: CodeList, _ file: String?, _ findings: inout [Finding]) {
        guard let rows = list.rows else { return }
        let keyColumns = Set(list.keys.flatMap { $0.columns.map(\.columnID) })
        for column in list.columns.indices where list.columns[column].use == .required {
            let id = list.columns[column].id
            for row in rows.indices where rows[row, column].text == nil {
                findings.append(
                    Finding(
                        "codelist.missing-value", keyColumns.contains(id) ? .error : .warning,
                        at: Location(file: file, line: rows.line(ofRow: row)),
                        Message(
                            de: "Der Zeile fehlt ein Wert in der Pflichtspalte „\(id)“.",
                            en: "The row lacks a value in the required column “\(id)”."),
                        hint: Message(
                            de: "Ergänzen Sie den Wert oder machen Sie die Spalte optional.",
                            en: "Add the value or make the column optional.")))
            }
        }
    }
}
