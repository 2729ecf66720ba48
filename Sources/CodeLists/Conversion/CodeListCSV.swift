import Findings

/// Turns the table of a list into CSV (RFC 4180) and back. With the sidecar nothing is lost.
///
/// The first line names the columns by their ids. A missing or undefined value is an empty field, an empty text is `""`.
public struct CodeListCSV: Sendable, Hashable {
    /// What stands between fields.
    public var separator: Character
    /// Whether the table begins with a byte-order mark, without which some spreadsheets take UTF-8 for something else.
    public var writesByteOrderMark: Bool

    /// A form of CSV. The separator is a comma, a semicolon or a tab.
    public init(separator: Character = ",", writesByteOrderMark: Bool = false) {
        self.separator = separator
        self.writesByteOrderMark = writesByteOrderMark
    }

    // MARK: Writing

    /// The table of a list, in UTF-8 with CRLF at the ends of lines.
    public func table(_ list: CodeList) -> [UInt8] {
        var result: [UInt8] = writesByteOrderMark ? [0xEF, 0xBB, 0xBF] : []
        let separator = Array(String(self.separator).utf8)
        func line(_ fields: some Sequence<String?>) {
            for (index, field) in fields.enumerated() {
                if index > 0 { result += separator }
                guard let field else { continue }
                append(field, to: &result)
            }
            result += [0x0D, 0x0A]
        }
        line(list.columns.map { Optional($0.id) })
        for row in list.rows ?? CodeListRows(columnCount: 1) { line(row.map(\.text)) }
        return result
    }

    /// What the table does not tell of a list, as JSON.
    ///
    /// - Throws: `CodeListError` with code `notWritable` for what XML cannot carry.
    public func sidecar(_ list: CodeList) throws(CodeListError) -> [UInt8] {
        Array((try CodeListSidecar(list).json.rendered() + "\n").utf8)
    }

    private func append(_ field: String, to result: inout [UInt8]) {
        let needsQuotes =
            field.isEmpty
            || field.unicodeScalars.contains {
                $0 == "\"" || $0 == "\r" || $0 == "\n" || $0 == "," || $0 == ";" || $0 == "\t"
            } || field.first?.isWhitespace == true || field.last?.isWhitespace == true
        guard needsQuotes else {
            result += field.utf8
            return
        }
        result.append(0x22)
        for byte in field.utf8 {
            if byte == 0x22 { result.append(0x22) }
            result.append(byte)
        }
        result.append(0x22)
    }

    // MARK: Reading

    /// The list from its table and its sidecar.
    ///
    /// - Throws: `CodeListError` with code `csv` or `json` for what is wrong with either.
    public func list(table: [UInt8], sidecar: [UInt8], name: String? = nil) throws(CodeListError) -> CodeList {
        let sidecar = try CodeListSidecar.read(sidecar, name: name.map { $0 + " (metadata)" })
        let parsed = try parse(table, name: name)
        let ids = sidecar.columns.map(\.id)
        guard parsed.header == ids else {
            let expected = ids.joined(separator: String(separator))
            throw CodeListError(
                .csv, at: Location(file: name, line: 1),
                Message(
                    de: "Die erste Zeile nennt nicht die Spalten der Metadaten: erwartet wird \(expected).",
                    en: "The first line does not name the columns of the metadata: expected is \(expected)."),
                hint: Message(
                    de: "Stellen Sie die Überschriften wieder her oder passen Sie die Metadaten an.",
                    en: "Restore the headings or adapt the metadata."))
        }
        var list = try sidecar.list(rows: parsed.rows)
        list.rows?.lines = parsed.lines
        return list
    }

    /// A new list from a table alone. All columns hold text; the code column is required and the recommended key.
    ///
    /// - Parameters:
    ///   - codeColumn: the column of the codes; without one the first.
    ///   - metadata: the metadata of XÖV, where the list shall have some.
    /// - Throws: `CodeListError` with code `csv` for what is wrong with the table, `unknownColumn` for the code column.
    public func list(
        table: [UInt8], identification: CodeListIdentification, codeColumn: String? = nil,
        metadata: XOEVAnnotation? = nil, name: String? = nil
    ) throws(CodeListError) -> CodeList {
        let parsed = try parse(table, name: name)
        let code = codeColumn ?? parsed.header[0]
        guard parsed.header.contains(code) else {
            throw CodeListError(
                .unknownColumn, at: Location(file: name, line: 1),
                Message(de: "Die Tabelle hat keine Spalte „\(code)“.", en: "The table has no column “\(code)”."),
                hint: Message(
                    de: "Ihre Spalten: \(parsed.header.joined(separator: ", "))",
                    en: "Its columns: \(parsed.header.joined(separator: ", "))"))
        }
        for id in parsed.header where !Self.isColumnID(id) {
            throw CodeListError(
                .csv, at: Location(file: name, line: 1),
                Message(
                    de: "„\(id)“ kann keine Id einer Spalte sein.", en: "“\(id)” cannot be the id of a column."),
                hint: Message(
                    de: "Eine Id beginnt mit einem Buchstaben und hat nur Buchstaben, Ziffern, „-“, „_“ und „.“.",
                    en: "An id begins with a letter and has only letters, digits, “-”, “_” and “.”."))
        }
        var rows = CodeListRows(columnCount: parsed.header.count)
        for row in parsed.rows { rows.append(row) }
        rows.lines = parsed.lines
        let columns = parsed.header.enumerated().map { index, id in
            let isFilled = id == code || (rows.count > 0 && rows.allSatisfy { $0[$0.startIndex + index].text != nil })
            return CodeListColumn(
                id: id, use: isFilled ? .required : .optional, shortName: CodeListText(id),
                longNames: [CodeListText(id)])
        }
        let key = CodeListKey(
            id: code + "Key", shortName: CodeListText(code + "Key"), columns: [CodeListKey.ColumnReference(code)],
            annotation: metadata?.codeMarkAnnotation)
        return CodeList(
            identification: identification, annotation: metadata?.annotation, columns: columns, keys: [key], rows: rows)
    }

    private static func isColumnID(_ id: String) -> Bool {
        guard let first = id.unicodeScalars.first, first.properties.isAlphabetic || first == "_" else { return false }
        return id.unicodeScalars.allSatisfy { scalar in
            scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) || "-_.".unicodeScalars.contains(scalar)
        }
    }

    private func parse(
        _ bytes: [UInt8], name: String?
    ) throws(CodeListError) -> (header: [String], rows: [[CodeListRows.Cell]], lines: [Int32]) {
        var parser = CSVParser(bytes, separator: separator, name: name)
        guard let first = try parser.next() else {
            throw CodeListError(
                .csv, at: Location(file: name), Message(de: "Die Tabelle ist leer.", en: "The table is empty."),
                hint: Message(
                    de: "Die erste Zeile nennt die Spalten.", en: "The first line names the columns."))
        }
        let header = first.fields.map { $0.text ?? "" }
        try checkHeader(header, name: name)
        var rows: [[CodeListRows.Cell]] = []
        var lines: [Int32] = []
        while let record = try parser.next() {
            guard record.fields.count == header.count else {
                throw CodeListError(
                    .csv, at: Location(file: name, line: record.line),
                    Message(
                        de: "Die Zeile hat \(record.fields.count) Felder, die Überschrift \(header.count).",
                        en: "The line has \(record.fields.count) fields, the heading \(header.count)."),
                    hint: Message(
                        de: "Felder mit Trennzeichen oder Zeilenumbruch gehören in Anführungszeichen.",
                        en: "Fields with a separator or a line break belong in quotation marks."))
            }
            rows.append(record.fields)
            lines.append(Int32(clamping: record.line))
        }
        return (header, rows, lines)
    }

    private func checkHeader(_ header: [String], name: String?) throws(CodeListError) {
        let others: [Character] = [",", ";", "\t"].filter { $0 != separator }
        if header.count == 1, let other = others.first(where: { header[0].contains($0) }) {
            let shown = other == "\t" ? "Tab" : String(other)
            throw CodeListError(
                .csv, at: Location(file: name, line: 1),
                Message(
                    de: "Die Felder sind anscheinend durch „\(shown)“ getrennt, nicht durch „\(String(separator))“.",
                    en: "The fields seem to be separated by “\(shown)”, not by “\(String(separator))”."),
                hint: Message(de: "Nennen Sie das Trennzeichen.", en: "Name the separator."))
        }
        guard Set(header).count == header.count, !header.contains("") else {
            throw CodeListError(
                .csv, at: Location(file: name, line: 1),
                Message(
                    de: "Eine Überschrift fehlt oder kommt zweimal vor.", en: "A heading is missing or there twice."),
                hint: Message(
                    de: "Jede Spalte braucht eine eigene Id in der ersten Zeile.",
                    en: "Every column needs an id of its own in the first line."))
        }
    }
}

/// Reads records of CSV.
private struct CSVParser {
    private let bytes: [UInt8]
    private let separator: UInt8
    private let name: String?
    private var position: Int
    private var line = 1

    init(_ bytes: [UInt8], separator: Character, name: String?) {
        self.bytes = bytes
        self.separator = separator.asciiValue ?? 0x2C
        self.name = name
        position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    }

    /// The next record, or nil at the end. Blank lines are passed over.
    mutating func next() throws(CodeListError) -> (fields: [CodeListRows.Cell], line: Int)? {
        while position < bytes.count, bytes[position] == 0x0A || bytes[position] == 0x0D {
            if bytes[position] == 0x0A { line += 1 }
            position += 1
        }
        guard position < bytes.count else { return nil }
        let start = line
        var fields: [CodeListRows.Cell] = []
        while true {
            fields.append(try field())
            guard position < bytes.count else { return (fields, start) }
            let byte = bytes[position]
            position += 1
            if byte == separator { continue }
            if byte == 0x0D, position < bytes.count, bytes[position] == 0x0A { position += 1 }
            line += 1
            return (fields, start)
        }
    }

    private mutating func field() throws(CodeListError) -> CodeListRows.Cell {
        guard position < bytes.count, bytes[position] == 0x22 else {
            let start = position
            while position < bytes.count, bytes[position] != separator, bytes[position] != 0x0A,
                bytes[position] != 0x0D
            {
                position += 1
            }
            return position == start ? .missing : .text(try text(bytes[start..<position]))
        }
        let start = line
        position += 1
        var content: [UInt8] = []
        while position < bytes.count {
            let byte = bytes[position]
            position += 1
            if byte == 0x22 {
                if position < bytes.count, bytes[position] == 0x22 {
                    position += 1
                } else {
                    try checkAfterQuote()
                    return .text(try text(content[...]))
                }
            }
            if byte == 0x0A { line += 1 }
            content.append(byte)
        }
        throw CodeListError(
            .csv, at: Location(file: name, line: start),
            Message(
                de: "Ein Feld beginnt mit einem Anführungszeichen, das nicht geschlossen wird.",
                en: "A field begins with a quotation mark that is not closed."),
            hint: Message(
                de: "Schließen Sie es; ein Anführungszeichen im Feld wird verdoppelt.",
                en: "Close it; a quotation mark within a field is doubled."))
    }

    private func checkAfterQuote() throws(CodeListError) {
        guard position < bytes.count else { return }
        let byte = bytes[position]
        guard byte != separator, byte != 0x0A, byte != 0x0D else { return }
        throw CodeListError(
            .csv, at: Location(file: name, line: line),
            Message(
                de: "Nach einem schließenden Anführungszeichen steht noch Text.",
                en: "There is text after a closing quotation mark."),
            hint: Message(
                de: "Verdoppeln Sie Anführungszeichen, die zum Feld gehören; prüfen Sie das Trennzeichen.",
                en: "Double quotation marks that belong to the field; check the separator."))
    }

    private func text(_ slice: ArraySlice<UInt8>) throws(CodeListError) -> String {
        guard let text = String(validating: slice, as: UTF8.self) else {
            throw CodeListError(
                .csv, at: Location(file: name, line: line),
                Message(
                    de: "Die Zeile ist nicht in UTF-8 geschrieben.", en: "The line is not written in UTF-8."),
                hint: Message(
                    de: "Speichern Sie die Tabelle als „CSV UTF-8“; Windows-1252 und Latin-1 werden nicht erraten.",
                    en: "Save the table as “CSV UTF-8”; Windows-1252 and Latin-1 are not guessed."))
        }
        return text
    }
}
