import XMLCore

/// The rows of a code list, cell by cell in the order of the columns.
public struct CodeListRows: Sendable {
    /// One cell.
    public enum Cell: Sendable, Hashable {
        /// The row has no `Value` for the column.
        case missing
        /// The row has a `Value` without content: the value is undefined, as with `missing`.
        case undefined
        /// A text, possibly empty.
        case text(String)
        /// XML from another namespace.
        case complex([XMLTree.Node])

        /// The text of the cell; nil when the value is undefined.
        public var text: String? {
            switch self {
            case .missing, .undefined: nil
            case .text(let text): text
            case .complex(let nodes): nodes.compactMap(\.element?.text).joined()
            }
        }
    }

    /// The number of columns.
    public let columnCount: Int
    /// All cells, row after row.
    public private(set) var cells: [Cell]
    /// The annotations of rows, by the row's index.
    public var annotations: [Int: CodeListAnnotation]
    /// The annotations of cells, by the cell's index in `cells`.
    public var cellAnnotations: [Int: CodeListAnnotation]
    /// The lines on which the rows begin, counted from 1; empty when the rows were not read from a file with lines. Not
    /// part of equality.
    public var lines: [Int32]

    /// No rows yet.
    public init(columnCount: Int) {
        precondition(columnCount > 0)
        self.columnCount = columnCount
        cells = []
        annotations = [:]
        cellAnnotations = [:]
        lines = []
    }

    /// Adds a row. Cells that are not given are missing; more cells than columns are cut off.
    public mutating func append(_ row: some Collection<Cell>) {
        cells.append(contentsOf: row.prefix(columnCount))
        for _ in 0..<Swift.max(0, columnCount - row.count) { cells.append(.missing) }
    }

    /// Removes all rows, keeping the memory.
    mutating func reserve(rows: Int) { cells.reserveCapacity(rows * columnCount) }

    /// The cell in a row and a column, both counted from 0.
    public subscript(row: Int, column: Int) -> Cell {
        get { cells[row * columnCount + column] }
        set { cells[row * columnCount + column] = newValue }
    }

    /// The line on which a row begins, where it is known.
    public func line(ofRow row: Int) -> Int? { lines.indices.contains(row) ? Int(lines[row]) : nil }
}

extension CodeListRows: RandomAccessCollection {
    /// The index of the first row.
    public var startIndex: Int { 0 }
    /// The number of rows.
    public var endIndex: Int { cells.count / columnCount }
    /// The cells of a row in the order of the columns.
    public subscript(row: Int) -> ArraySlice<Cell> { cells[row * columnCount..<(row + 1) * columnCount] }
}

extension CodeListRows: Hashable {
    /// Whether both have the same cells and annotations.
    public static func == (left: CodeListRows, right: CodeListRows) -> Bool {
        left.columnCount == right.columnCount && left.cells == right.cells && left.annotations == right.annotations
            && left.cellAnnotations == right.cellAnnotations
    }

    /// Feeds what equality looks at into the hasher.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(columnCount)
        hasher.combine(cells)
        hasher.combine(annotations)
        hasher.combine(cellAnnotations)
    }
}
