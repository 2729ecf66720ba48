/// A line of an XML document under a finding, with a marker below the column. What stands between the tags and in
/// attributes is hidden unless asked for: it is personal data.
struct SourceExcerpt {
    /// The line as it is shown.
    let text: String
    /// The marker line: blanks and `^`, or nil where there is no column.
    let marker: String?

    /// Lines longer than this are cut around the column.
    static let maximumWidth = 100

    /// Nil when nothing but hidden values or blanks would be seen.
    init?(line: String, column: Int?, showsValues: Bool) {
        // Tabs and control characters would break the alignment of the marker.
        let source = line.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : Character($0) }
        var shown: [Character] = []
        var markerIndex: Int?
        let target = column.map { min(max($0 - 1, 0), source.count) }
        if showsValues {
            shown = source
            markerIndex = target
        } else {
            var isHiding = false
            for (index, visible) in Self.markup(of: source).enumerated() {
                if index == target { markerIndex = isHiding && !visible ? max(shown.count - 1, 0) : shown.count }
                if visible {
                    shown.append(source[index])
                } else if source[index] == " ", !isHiding {
                    shown.append(" ")
                    continue
                } else if !isHiding {
                    shown += Array(MessageText.hiddenValue)
                }
                isHiding = !visible
            }
            if target == source.count { markerIndex = shown.count }
        }
        let isTelling = shown.contains { $0 != " " } && !shown.elementsEqual(MessageText.hiddenValue)
        guard isTelling else { return nil }
        (text, marker) = Self.cut(shown, around: markerIndex)
    }

    /// Which characters of a line are markup: tags with the names of elements and attributes. Where a line begins inside
    /// a value, everything before the first angle bracket counts as value.
    private static func markup(of line: [Character]) -> [Bool] {
        var visible = [Bool](repeating: false, count: line.count)
        let firstBracket = line.firstIndex { $0 == "<" || $0 == ">" } ?? line.count
        var index = firstBracket
        if index < line.count, line[index] == ">" {
            visible[index] = true
            index += 1
        }
        while index < line.count {
            guard line[index] == "<" else {
                index += 1
                continue
            }
            let next = index + 1 < line.count ? line[index + 1] : " "
            guard next.isLetter || next == "/" || next == "_" else {
                index += 1
                continue
            }
            // The tag's name, then attribute names that are followed by "=".
            repeat {
                visible[index] = true
                index += 1
            } while index < line.count && (isNameCharacter(line[index]) || line[index] == "/")
            while index < line.count, line[index] != ">", line[index] != "<" {
                if line[index] == "\"" || line[index] == "'" {
                    let quote = line[index]
                    visible[index] = true
                    index += 1
                    while index < line.count, line[index] != quote { index += 1 }
                    if index < line.count {
                        visible[index] = true
                        index += 1
                    }
                } else if isNameCharacter(line[index]) {
                    let start = index
                    while index < line.count, isNameCharacter(line[index]) { index += 1 }
                    if index < line.count, line[index] == "=" {
                        for position in start...index { visible[position] = true }
                        index += 1
                    }
                } else {
                    visible[index] = line[index] == "/" || line[index] == " "
                    index += 1
                }
            }
            if index < line.count, line[index] == ">" {
                visible[index] = true
                index += 1
            }
        }
        return visible
    }

    private static func isNameCharacter(_ character: Character) -> Bool {
        character.isLetter || character.isNumber || character == ":" || character == "-" || character == "."
            || character == "_"
    }

    private static func cut(_ line: [Character], around marker: Int?) -> (String, String?) {
        var start = 0
        var end = line.count
        if line.count > maximumWidth {
            start = min(max((marker ?? 0) - maximumWidth / 2, 0), line.count - maximumWidth)
            end = start + maximumWidth
        }
        let head = start > 0 ? "…" : ""
        let text = head + String(line[start..<end]) + (end < line.count ? "…" : "")
        return (
            Escaping.line(text),
            marker.map { String(repeating: " ", count: max($0 - start, 0) + head.count) + "^" }
        )
    }
}
