import Findings
import XMLCore

/// Reads code lists in genericode 1.0 and 0.4, in all generations of XÖV annotations, with children with and without
/// namespace. The rows are read as a stream.
///
///     let list = try GenericodeReader().read(.file("staat.xml"))
public struct GenericodeReader: Sendable {
    /// The bounds of reading.
    public var limits: XMLLimits

    /// A reader.
    public init(limits: XMLLimits = .standard) { self.limits = limits }

    /// Reads a list.
    ///
    /// - Throws: `CodeListError`: `unreadable` for what is not XML, `repositoryError` for an error message of
    ///   XRepository, `notGenericode` for other documents, `structure` and `unknownColumn` for faults in the list.
    public func read(_ source: XMLSource) throws(CodeListError) -> CodeList {
        do {
            var reading = try GenericodeReading(source, limits: limits)
            return try reading.list()
        } catch let error as XMLError {
            throw CodeListError(error).inFile(source.name)
        } catch let error as CodeListError {
            throw error.inFile(source.name)
        } catch {
            throw CodeListError(
                .unreadable, at: Location(file: source.name),
                Message(de: "Die Liste ist nicht lesbar.", en: "The list cannot be read."))
        }
    }

    /// Reads a list from memory.
    public func read(bytes: [UInt8], name: String? = nil) throws(CodeListError) -> CodeList {
        try read(.bytes(bytes, name: name))
    }
}

/// One reading of one list.
private struct GenericodeReading: ~Copyable {
    private var reader: XMLEventReader

    init(_ source: XMLSource, limits: XMLLimits) throws(XMLError) {
        reader = try XMLEventReader(source, limits: limits)
    }

    mutating func list() throws -> CodeList {
        let root = try self.root()
        var presentation = CodeList.Presentation(namespaces: root.namespaces, attributes: root.attributes)
        var annotation: CodeListAnnotation?
        var identification: CodeListIdentification?
        var columnSet: ColumnSetPart?
        var rows: CodeListRows?
        var rowsAnnotation: CodeListAnnotation?
        reading: while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                let parts = GenericodeParts(namespace: root.name.namespace)
                guard parts.isOwn(start.name) else { throw Self.misplaced(start) }
                switch start.name.local {
                case "Annotation": annotation = parts.annotation(try reader.readElement(start))
                case "Identification": identification = try parts.identification(try reader.readElement(start))
                case "ColumnSet": columnSet = try parts.columnSet(try reader.readElement(start))
                case "ColumnSetRef": columnSet = try parts.columnSetReference(try reader.readElement(start))
                case "SimpleCodeList":
                    guard let columnSet, !columnSet.columns.isEmpty else {
                        throw CodeListError(
                            .structure, at: Location(start.position),
                            Message(
                                de: "Vor den Zeilen der Liste sind keine Spalten definiert.",
                                en: "No columns are defined before the rows of the list."),
                            hint: Message(
                                de: "Ergänzen Sie „ColumnSet“ mit allen Spalten in dieser Datei.",
                                en: "Add “ColumnSet” with all columns to this file."))
                    }
                    (rows, rowsAnnotation) = try simpleCodeList(columns: columnSet.columns, parts: parts)
                default: throw Self.misplaced(start)
                }
            case .comment(let text): presentation.comments.append(text)
            case .endElement: if reader.depth == 0 { break reading }
            case .text, .cdata, .processingInstruction: break
            }
        }
        while try reader.next() != nil {}
        guard let identification else { throw Self.missing("Identification", in: root) }
        guard let columnSet else { throw Self.missing("ColumnSet", in: root) }
        var list = CodeList(
            identification: identification, annotation: annotation, columns: columnSet.columns, keys: columnSet.keys,
            rows: rows)
        list.columnSetReference = columnSet.reference
        list.datatypeLibrary = columnSet.datatypeLibrary
        list.rowsAnnotation = rowsAnnotation
        list.presentation = presentation
        return list
    }

    /// Finds the root and makes sure that it is that of a list.
    private mutating func root() throws -> XMLStartElement {
        while let event = try reader.next() {
            guard case .startElement(let start) = event else { continue }
            let name = start.name
            if name.local == "CodeList" && Genericode.isKnown(name.namespace) { return start }
            if name.local == "Fehler" {
                let text = try reader.readElement(start).text.split { $0.isWhitespace }.joined(separator: " ")
                throw CodeListError(
                    .repositoryError, at: Location(start.position),
                    Message(
                        de: "Die Datei ist keine Codeliste, sondern eine Fehlermeldung des XRepository: \(text)",
                        en: "The file is no code list but an error message of XRepository: \(text)"),
                    hint: Message(
                        de: "Laden Sie die Liste noch einmal und prüfen Sie dabei Kennung und Version.",
                        en: "Download the list again and check its URI and version."))
            }
            let what: Message
            switch name.local {
            case "CodeListSet" where Genericode.isKnown(name.namespace),
                "ColumnSet" where Genericode.isKnown(name.namespace):
                what = Message(
                    de: "Das Dokument ist ein \(name.local) von genericode, keine einzelne Codeliste.",
                    en: "The document is a \(name.local) of genericode, not a single code list.")
            case "html":
                what = Message(
                    de: "Die Datei ist eine Webseite, keine Codeliste.", en: "The file is a web page, no code list.")
            default:
                what = Message(
                    de: "Das Dokument ist keine Codeliste: die Wurzel ist \(name).",
                    en: "The document is no code list: the root is \(name).")
            }
            throw CodeListError(
                .notGenericode, at: Location(start.position), what,
                hint: Message(
                    de: "Erwartet wird „CodeList“ im Namensraum \(Genericode.namespace10).",
                    en: "Expected is “CodeList” in the namespace \(Genericode.namespace10)."))
        }
        throw CodeListError(
            .notGenericode, Message(de: "Das Dokument ist leer.", en: "The document is empty."))
    }

    private mutating func simpleCodeList(
        columns: [CodeListColumn], parts: GenericodeParts
    ) throws -> (CodeListRows, CodeListAnnotation?) {
        let indices = Dictionary(columns.enumerated().map { ($1.id, $0) }) { first, _ in first }
        var rows = CodeListRows(columnCount: columns.count)
        var annotation: CodeListAnnotation?
        var cells = [CodeListRows.Cell](repeating: .missing, count: columns.count)
        while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                switch start.name.local {
                case "Row":
                    try row(start, indices: indices, cells: &cells, rows: &rows, parts: parts)
                case "Annotation": annotation = parts.annotation(try reader.readElement(start))
                default: throw Self.misplaced(start)
                }
            case .endElement: return (rows, annotation)
            case .text, .cdata, .comment, .processingInstruction: break
            }
        }
        return (rows, annotation)
    }

    private mutating func row(
        _ row: XMLStartElement, indices: [String: Int], cells: inout [CodeListRows.Cell], rows: inout CodeListRows,
        parts: GenericodeParts
    ) throws {
        for index in cells.indices { cells[index] = .missing }
        // A value without ColumnRef belongs to the column after that of the value before (genericode 1.0, Value).
        var next = 0
        while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                if start.name.local == "Annotation" {
                    rows.annotations[rows.count] = parts.annotation(try reader.readElement(start))
                    continue
                }
                guard start.name.local == "Value" else { throw Self.misplaced(start) }
                var column = next
                if let id = start.attributes.first(where: { $0.name.local == "ColumnRef" })?.value {
                    guard let index = indices[id] else { throw Self.unknownColumn(id, at: start.position) }
                    column = index
                }
                guard column < cells.count else { throw Self.unknownColumn("#\(column + 1)", at: start.position) }
                guard cells[column] == .missing else {
                    throw CodeListError(
                        .structure, at: Location(start.position),
                        Message(
                            de: "Die Zeile hat für eine Spalte zwei Werte.",
                            en: "The row has two values for one column."),
                        hint: Message(de: "Entfernen Sie einen davon.", en: "Remove one of them."))
                }
                cells[column] = try value(cell: rows.cells.count + column, rows: &rows, parts: parts)
                next = column + 1
            case .endElement:
                rows.append(cells)
                rows.lines.append(Int32(clamping: row.position.line))
                return
            case .text, .cdata, .comment, .processingInstruction: break
            }
        }
    }

    private mutating func value(
        cell: Int, rows: inout CodeListRows, parts: GenericodeParts
    ) throws -> CodeListRows.Cell {
        var result = CodeListRows.Cell.undefined
        while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                switch start.name.local {
                case "SimpleValue": result = .text(try reader.readText())
                case "ComplexValue": result = .complex(GenericodeParts.content(try reader.readElement(start)))
                case "Annotation": rows.cellAnnotations[cell] = parts.annotation(try reader.readElement(start))
                default: throw Self.misplaced(start)
                }
            case .endElement: return result
            case .text, .cdata, .comment, .processingInstruction: break
            }
        }
        return result
    }

    private static func misplaced(_ start: XMLStartElement) -> CodeListError {
        CodeListError(
            .structure, at: Location(start.position),
            Message(
                de: "Das Element \(start.name) darf hier in einer Codeliste nicht stehen.",
                en: "The element \(start.name) may not stand here in a code list."),
            hint: Message(
                de: "Prüfen Sie die Datei gegen das Schema von genericode 1.0.",
                en: "Check the file against the schema of genericode 1.0."))
    }

    private static func missing(_ local: String, in root: XMLStartElement) -> CodeListError {
        CodeListError(
            .structure, at: Location(root.position),
            Message(de: "Der Codeliste fehlt „\(local)“.", en: "The code list lacks “\(local)”."),
            hint: Message(
                de: "Die Datei ist wohl unvollständig; laden Sie sie noch einmal.",
                en: "The file seems incomplete; download it again."))
    }

    private static func unknownColumn(_ id: String, at position: XMLPosition) -> CodeListError {
        CodeListError(
            .unknownColumn, at: Location(position),
            Message(
                de: "Ein Wert nennt die Spalte „\(id)“, die die Liste nicht hat.",
                en: "A value names the column “\(id)”, which the list does not have."),
            hint: Message(
                de: "Definieren Sie die Spalte in „ColumnSet“ oder berichtigen Sie den Verweis.",
                en: "Define the column in “ColumnSet” or correct the reference."))
    }
}

extension Location {
    init(_ position: XMLPosition) { self.init(line: position.line, column: position.column) }
}
