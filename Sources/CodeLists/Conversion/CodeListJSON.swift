import Findings

/// Turns lists into JSON and back without loss: `{"format", "metadata", "rows"}`. A row is an object of column ids and
/// values; an undefined value is `null`, a missing one has no member.
public enum CodeListJSON {
    /// The form of the document.
    public static let format = "xoev-codelist 1"

    private struct Document: Decodable {
        var format: String
        var metadata: CodeListSidecar
        var rows: [[String: String?]]?
    }

    /// A list as JSON in UTF-8.
    ///
    /// - Throws: `CodeListError` with code `notWritable` for what XML cannot carry.
    public static func write(_ list: CodeList) throws(CodeListError) -> [UInt8] {
        var sidecar = try CodeListSidecar(list)
        sidecar.undefined = [:]
        let ids = list.columns.map(\.id)
        let rows = list.rows.map { rows in
            JSONText.array(
                rows.map { row in
                    JSONText.object(
                        zip(ids, row).compactMap { id, cell in
                            switch cell {
                            case .missing: nil
                            case .undefined: (id, .null)
                            case .text(let text): (id, .string(text))
                            case .complex: (id, .string(cell.text ?? ""))
                            }
                        })
                })
        }
        let document: JSONText = .object([
            ("format", .string(format)), ("metadata", sidecar.json),
            ("rows", rows),
        ])
        return Array((document.rendered() + "\n").utf8)
    }

    /// The list that JSON tells.
    ///
    /// - Throws: `CodeListError` with code `json` for what is not the document that `write` makes.
    public static func read(_ bytes: [UInt8], name: String? = nil) throws(CodeListError) -> CodeList {
        let document = try CodeListSidecar.decode(Document.self, from: bytes, name: name)
        guard document.format == format else {
            throw CodeListError(
                .json, at: Location(file: name),
                Message(
                    de: "Die Datei hat die Form „\(document.format)“, erwartet wird „\(format)“.",
                    en: "The file has the form “\(document.format)”, expected is “\(format)”."))
        }
        let ids = document.metadata.columns.map(\.id)
        let known = Set(ids)
        var rows: [[CodeListRows.Cell]] = []
        for (index, row) in (document.rows ?? []).enumerated() {
            if let unknown = row.keys.sorted().first(where: { !known.contains($0) }) {
                throw CodeListError(
                    .unknownColumn, at: Location(file: name, path: "rows.\(index)"),
                    Message(
                        de: "Die Zeile \(index + 1) nennt die Spalte „\(unknown)“, die die Liste nicht hat.",
                        en: "Row \(index + 1) names the column “\(unknown)”, which the list does not have."))
            }
            rows.append(
                ids.map { id in
                    switch row[id] {
                    case nil: .missing
                    case .some(nil): .undefined
                    case .some(.some(let text)): .text(text)
                    }
                })
        }
        return try document.metadata.list(rows: rows)
    }
}
