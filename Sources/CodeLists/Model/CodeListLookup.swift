import Findings
import XMLCore

/// Finds rows by the values of one column, at once however long the list is.
public struct CodeListLookup: Sendable {
    /// The list that is looked up.
    public let list: CodeList
    /// The index of the column by whose values rows are found.
    public let column: Int
    private let index: Index

    /// What is found out once about a list.
    private final class Index: Sendable {
        let rows: [String: Int]
        let nameColumn: Int?

        init(rows: [String: Int], nameColumn: Int?) {
            self.rows = rows
            self.nameColumn = nameColumn
        }
    }

    /// A look-up over a column; without one over the code column.
    ///
    /// - Throws: `CodeListError`: `unknownColumn`, or `missingKeyColumn` when the list has no code column.
    public init(_ list: CodeList, column id: String? = nil) throws(CodeListError) {
        if let id {
            guard let column = list.columnIndex(id) else {
                throw CodeListError(
                    .unknownColumn,
                    Message(
                        de: "Die Liste \(list.id) hat keine Spalte „\(id)“.",
                        en: "The list \(list.id) has no column “\(id)”."),
                    hint: Message(
                        de: "Ihre Spalten: \(list.columns.map(\.id).joined(separator: ", "))",
                        en: "Its columns: \(list.columns.map(\.id).joined(separator: ", "))"))
            }
            self.column = column
        } else {
            guard let column = list.codeColumn else {
                throw CodeListError(
                    .missingKeyColumn,
                    Message(
                        de: "Die Liste \(list.id) hat keine Spalte für die Codes.",
                        en: "The list \(list.id) has no column for the codes."),
                    hint: Message(
                        de: "Nennen Sie die Spalte: \(list.columns.map(\.id).joined(separator: ", "))",
                        en: "Name the column: \(list.columns.map(\.id).joined(separator: ", "))"))
            }
            self.column = column
        }
        self.list = list
        var found: [String: Int] = [:]
        if let rows = list.rows {
            found.reserveCapacity(rows.count)
            for row in rows.indices {
                guard let text = rows[row, self.column].text, found[text] == nil else { continue }
                found[text] = row
            }
        }
        index = Index(rows: found, nameColumn: list.nameColumn)
    }

    /// The row with a value, the first where there are several; nil when there is none. The comparison is exact.
    public subscript(_ value: String) -> Int? { index.rows[value] }

    /// Whether the list has the value.
    public func contains(_ value: String) -> Bool { index.rows[value] != nil }

    /// The name in the row with a code; nil when there is no such row or no name.
    public func name(of code: String) -> String? {
        guard let nameColumn = index.nameColumn, let row = index.rows[code] else { return nil }
        return list.rows?[row, nameColumn].text
    }

    /// Whether a text is what a row calls its code: its name, or what stands in another of its columns. White space counts
    /// as XML Schema's `token` takes it; that of `name` is collapsed already.
    public func isName(_ name: String, ofRow row: Int) -> Bool {
        guard let rows = list.rows, rows.indices.contains(row) else { return false }
        if let nameColumn = index.nameColumn, case .text(let text) = rows[row, nameColumn], text == name { return true }
        return rows[row].contains { $0.text?.collapsedXML == name }
    }

    /// The values nearest to one that the list does not have: by edit distance (with neighbours swapped), at most a
    /// third of the length, those that differ in case or leading zeros first; then by value.
    public func nearest(to value: String, limit: Int = 3) -> [String] {
        let wanted = Array(value.unicodeScalars)
        let folded = Self.folded(value)
        let bound = max(1, wanted.count / 3)
        var candidates: [(distance: Int, value: String)] = []
        for candidate in index.rows.keys {
            if Self.folded(candidate) == folded {
                candidates.append((0, candidate))
                continue
            }
            let scalars = Array(candidate.unicodeScalars)
            guard abs(scalars.count - wanted.count) <= bound else { continue }
            let distance = EditDistance.between(wanted, scalars)
            if distance <= bound { candidates.append((distance, candidate)) }
        }
        candidates.sort { ($0.distance, $0.value) < ($1.distance, $1.value) }
        return candidates.prefix(limit).map(\.value)
    }

    private static func folded(_ value: String) -> Substring { value.lowercased()[...].drop { $0 == "0" } }
}
