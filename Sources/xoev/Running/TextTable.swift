import Findings

/// Columns of text that stand below one another.
struct TextTable {
    private let rows: [[String]]
    private let indent: String

    init(_ rows: [[String]], indent: String = "") {
        self.rows = rows.map { $0.map(SafeText.line) }
        self.indent = indent
    }

    /// The lines of the table; blanks at line ends are left out.
    var text: String {
        var widths: [Int] = []
        for row in rows {
            for (index, cell) in row.enumerated() {
                if index == widths.count { widths.append(0) }
                widths[index] = max(widths[index], cell.count)
            }
        }
        var result = ""
        for row in rows {
            var line = indent
            for (index, cell) in row.enumerated() {
                line += cell
                if index + 1 < row.count { line += String(repeating: " ", count: widths[index] - cell.count + 2) }
            }
            while line.hasSuffix(" ") { line.removeLast() }
            result += line + "\n"
        }
        return result
    }
}

/// Lines of label and value.
struct LabelledLines {
    private let language: Language
    private var rows: [(String, String)] = []

    init(_ language: Language) { self.language = language }

    /// Adds a line; nothing where there is no value.
    mutating func add(_ label: Message, _ value: String?) {
        if let value { rows.append((label.rendered(language), value)) }
    }

    /// The lines.
    var text: String {
        var result = ""
        for (label, value) in rows {
            let padding = String(repeating: " ", count: max(16 - label.count, 1))
            result += "  \(label)\(padding)\(SafeText.line(value))\n"
        }
        return result
    }
}
