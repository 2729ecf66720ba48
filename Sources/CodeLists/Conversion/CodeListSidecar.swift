import Findings
import Foundation
import XMLCore

/// What a list is beside its table, so that a table in CSV or JSON can become the same list again.
///
/// It is a JSON object: a few members for people and programs, and the member `genericode` with everything before the
/// rows in genericode, together with those rows (`specialRows`, by their number from 0) that hold annotations or XML.
struct CodeListSidecar: Decodable {
    /// The form of the sidecar.
    static let format = "xoev-codelist-sidecar 1"

    struct Column: Decodable {
        var id: String
        var name: String
        var required: Bool
    }

    var format: String
    var uri: String
    var version: String
    var name: String
    var agency: String?
    var validFrom: String?
    var codeColumn: String?
    var columns: [Column]
    /// The rows that `genericode` holds.
    var specialRows: [Int]
    /// By column, the rows whose value is there but undefined, as `0-3,7`. What is empty otherwise is missing.
    var undefined: [String: String]
    var hasRows: Bool
    var genericode: String

    /// The sidecar of a list.
    init(_ list: CodeList) throws(CodeListError) {
        var skeleton = list
        let rows = list.rows ?? CodeListRows(columnCount: max(1, list.columns.count))
        let special = rows.indices.filter { row in
            rows.annotations[row] != nil
                || rows[row].indices.contains { index in
                    if case .complex = rows.cells[index] { return true }
                    return rows.cellAnnotations[index] != nil
                }
        }
        var kept = CodeListRows(columnCount: rows.columnCount)
        for (position, row) in special.enumerated() {
            kept.append(rows[row])
            kept.annotations[position] = rows.annotations[row]
            for column in 0..<rows.columnCount {
                kept.cellAnnotations[position * rows.columnCount + column] =
                    rows.cellAnnotations[row * rows.columnCount + column]
            }
        }
        format = Self.format
        skeleton.rows = list.rows == nil || (special.isEmpty && list.rowsAnnotation == nil) ? nil : kept
        uri = list.id.uri
        version = list.id.version
        name = list.identification.displayName
        agency = (list.identification.agency?.longNames.first ?? list.identification.agency?.shortName)?.value
        validFrom = list.validFrom?.description
        codeColumn = list.codeColumn.map { list.columns[$0].id }
        columns = list.columns.map { Column(id: $0.id, name: $0.displayName, required: $0.use == .required) }
        specialRows = special
        undefined = [:]
        for column in list.columns.indices where list.rows != nil {
            let found = rows.indices.filter { rows[$0, column] == .undefined }
            if !found.isEmpty { undefined[list.columns[column].id] = Self.ranges(found) }
        }
        hasRows = list.rows != nil
        genericode = String(decoding: try GenericodeWriter().write(skeleton), as: UTF8.self)
    }

    /// The list with the rows of a table. `cells` has one cell per column and row; what the sidecar says of undefined
    /// cells and special rows is put in.
    func list(rows cells: [[CodeListRows.Cell]]) throws(CodeListError) -> CodeList {
        guard format == Self.format else {
            throw CodeListError(
                .json,
                Message(
                    de: "Die Metadaten haben die Form „\(format)“, erwartet wird „\(Self.format)“.",
                    en: "The metadata have the form “\(format)”, expected is “\(Self.format)”."))
        }
        var list = try GenericodeReader().read(bytes: Array(genericode.utf8), name: "genericode")
        let special = list.rows
        list.rows = nil
        guard hasRows else { return list }
        var rows = CodeListRows(columnCount: max(1, list.columns.count))
        for row in cells { rows.append(row) }
        for (id, text) in undefined {
            guard let column = list.columnIndex(id) else { continue }
            for row in Self.numbers(text) where row < rows.count && rows[row, column] == .missing {
                rows[row, column] = .undefined
            }
        }
        for (position, row) in specialRows.enumerated() {
            guard let special, position < special.count, row < rows.count else { break }
            for column in 0..<rows.columnCount {
                rows[row, column] = special[position, column]
                rows.cellAnnotations[row * rows.columnCount + column] =
                    special.cellAnnotations[position * rows.columnCount + column]
            }
            rows.annotations[row] = special.annotations[position]
        }
        list.rows = rows
        return list
    }

    /// The sidecar as JSON, from the general to the particular.
    var json: JSONText {
        .object([
            ("format", .string(format)), ("uri", .string(uri)), ("version", .string(version)), ("name", .string(name)),
            ("agency", agency.map { .string($0) }), ("validFrom", validFrom.map { .string($0) }),
            ("codeColumn", codeColumn.map { .string($0) }),
            (
                "columns",
                .array(
                    columns.map {
                        .object([
                            ("id", .string($0.id)), ("name", .string($0.name)), ("required", .boolean($0.required)),
                        ])
                    })
            ),
            ("hasRows", .boolean(hasRows)), ("specialRows", .array(specialRows.map { .integer($0) })),
            (
                "undefined",
                .object(columns.compactMap { column in undefined[column.id].map { (column.id, .string($0)) } })
            ), ("genericode", .string(genericode)),
        ])
    }

    /// Reads a sidecar.
    static func read(_ bytes: [UInt8], name: String?) throws(CodeListError) -> CodeListSidecar {
        try decode(CodeListSidecar.self, from: bytes, name: name)
    }

    /// Reads JSON.
    static func decode<T: Decodable>(
        _ type: T.Type, from bytes: [UInt8], name: String?
    ) throws(CodeListError) -> T {
        do {
            return try JSONDecoder().decode(type, from: Data(bytes))
        } catch {
            var path = ""
            switch error as? DecodingError {
            case .keyNotFound(let key, let context):
                path = (context.codingPath + [key]).map(\.stringValue).joined(separator: ".")
            case .typeMismatch(_, let context), .valueNotFound(_, let context), .dataCorrupted(let context):
                path = context.codingPath.map(\.stringValue).joined(separator: ".")
            default: break
            }
            throw CodeListError(
                .json, at: Location(file: name, path: path.isEmpty ? nil : path),
                path.isEmpty
                    ? Message(de: "Die Datei ist kein gültiges JSON.", en: "The file is not valid JSON.")
                    : Message(
                        de: "In der JSON-Datei fehlt „\(path)“ oder hat die falsche Form.",
                        en: "“\(path)” is missing in the JSON file or has the wrong form."),
                hint: Message(
                    de: "Erwartet wird, was „xoev codelist convert --to json“ schreibt, in UTF-8.",
                    en: "Expected is what “xoev codelist convert --to json” writes, in UTF-8."))
        }
    }

    static func ranges(_ numbers: [Int]) -> String {
        var parts: [String] = []
        var index = 0
        while index < numbers.count {
            var end = index
            while end + 1 < numbers.count, numbers[end + 1] == numbers[end] + 1 { end += 1 }
            parts.append(end == index ? "\(numbers[index])" : "\(numbers[index])-\(numbers[end])")
            index = end + 1
        }
        return parts.joined(separator: ",")
    }

    static func numbers(_ ranges: String) -> [Int] {
        ranges.split(separator: ",").flatMap { part -> [Int] in
            let ends = part.split(separator: "-").compactMap { Int($0) }
            guard let first = ends.first, let last = ends.last, first <= last, last - first < 10_000_000 else {
                return []
            }
            return Array(first...last)
        }
    }
}
