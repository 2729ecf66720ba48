/// A rule's text in words, ids, values and signs.
enum RegelWort: Hashable {
    /// A word, in lower case.
    case wort(String)
    /// An element: ids from the outer to the inner, and a version behind the last.
    case verweis([String], version: String?)
    /// What stands in quotation marks, or in brackets behind an id.
    case zitat(String)
    /// Digits, with a point before decimals.
    case zahl(String)
    /// A date or time, in the form of XSD.
    case zeit(String)
    /// A sign: `=`, `≠`, `<`, `≤`, `>`, `≥` or punctuation.
    case zeichen(String)

    /// The words of a text; nil when something in it is none of the above.
    static func lies(_ text: String) -> [RegelWort]? {
        var reader = Reader(text: Array(text))
        return reader.all()
    }

    private struct Reader {
        let text: [Character]
        var index = 0
        var result: [RegelWort] = []

        init(text: [Character]) { self.text = text }

        private func at(_ offset: Int) -> Character? {
            index + offset < text.count ? text[index + offset] : nil
        }

        mutating func all() -> [RegelWort]? {
            while let character = at(0) {
                if character.isWhitespace {
                    index += 1
                } else if (character == "F" || character == "G"), at(1)?.isASCIIDigit == true {
                    guard reference() else { return nil }
                } else if character.isLetter {
                    word()
                } else if character.isASCIIDigit || (character == "-" && at(1)?.isASCIIDigit == true) {
                    guard number() else { return nil }
                } else if let closing = Self.closing[character] {
                    guard quoted(until: closing) else { return nil }
                } else if character == "(", case .verweis = result.last {
                    guard quoted(until: [")"]) else { return nil }
                } else {
                    guard sign() else { return nil }
                }
            }
            return result
        }

        /// The marks that close what a mark opens: texts mix German, English and typewriter quotation marks.
        static let closing: [Character: Set<Character>] = [
            "\"": ["\""], "„": ["“", "”", "\""], "“": ["”", "“"], "”": ["”"], "'": ["'"], "‚": ["‘", "’", "'"],
            "‘": ["’"], "»": ["«"], "«": ["»"],
        ]

        private mutating func quoted(until closing: Set<Character>) -> Bool {
            guard let end = text[(index + 1)...].firstIndex(where: closing.contains), end - index <= 300 else {
                return false
            }
            let content = String(text[(index + 1)..<end]).split(whereSeparator: \.isWhitespace).joined(separator: " ")
            guard !content.isEmpty else { return false }
            result.append(.zitat(content))
            index = end + 1
            return true
        }

        private mutating func word() {
            let start = index
            while let character = at(0),
                character.isLetter || (character == "-" && index > start && at(1)?.isLetter == true)
            {
                index += 1
            }
            result.append(.wort(String(text[start..<index]).lowercased()))
        }

        private mutating func reference() -> Bool {
            var ids: [String] = []
            var version: String?
            while let letter = at(0), letter == "F" || letter == "G" {
                let start = index
                index += 1
                while at(0)?.isASCIIDigit == true { index += 1 }
                guard index - start == 12 else { return false }
                ids.append(String(text[start..<index]))
                if at(0) == "V", at(1)?.isASCIIDigit == true {
                    let begin = index + 1
                    index += 1
                    while at(0)?.isASCIIDigit == true || (at(0) == "." && at(1)?.isASCIIDigit == true) { index += 1 }
                    version = String(text[begin..<index])
                }
                guard at(0) == ".", at(1) == "F" || at(1) == "G", at(2)?.isASCIIDigit == true, version == nil else {
                    break
                }
                index += 1
            }
            guard at(0).map({ !$0.isLetter && !$0.isNumber }) ?? true else { return false }
            result.append(.verweis(ids, version: version))
            return true
        }

        private mutating func number() -> Bool {
            let start = index
            index += 1
            while let character = at(0), character.isASCIIDigit || ".,:-".contains(character) { index += 1 }
            while index > start + 1, !text[index - 1].isASCIIDigit { index -= 1 }
            guard at(0).map({ !$0.isLetter && !$0.isNumber }) ?? true else { return false }
            let raw = String(text[start..<index])
            if raw.wholeMatch(of: #/\d{4}-\d{2}-\d{2}/#) != nil {
                result.append(.zeit(raw))
            } else if let match = raw.wholeMatch(of: #/(\d{1,2})\.(\d{1,2})\.(\d{4})/#) {
                func pad(_ part: Substring) -> String { part.count == 1 ? "0" + part : String(part) }
                result.append(.zeit("\(match.3)-\(pad(match.2))-\(pad(match.1))"))
            } else if let match = raw.wholeMatch(of: #/(\d{2}:\d{2})(:\d{2})?/#) {
                result.append(.zeit("\(match.1)\(match.2 ?? ":00")"))
            } else if raw.wholeMatch(of: #/-?\d+(,\d+)?/#) != nil {
                result.append(.zahl(raw.replacing(",", with: ".")))
            } else if raw.wholeMatch(of: #/-?\d+\.(\d{1,2}|\d{4,})/#) != nil {
                // Three digits behind a point may be thousands: that is not decided here.
                result.append(.zahl(raw))
            } else {
                return false
            }
            return true
        }

        private mutating func sign() -> Bool {
            let pairs = ["<>": "≠", "!=": "≠", "<=": "≤", ">=": "≥", "==": "="]
            if let first = at(0), let second = at(1), let sign = pairs[String([first, second])] {
                result.append(.zeichen(sign))
                index += 2
                return true
            }
            guard let character = at(0), "=<>≠≤≥,;.!:/".contains(character) else { return false }
            result.append(.zeichen(String(character)))
            index += 1
            return true
        }
    }

    /// How it stands in messages.
    var text: String {
        switch self {
        case .wort(let word): word
        case .verweis(let ids, let version): ids.joined(separator: ".") + (version.map { "V" + $0 } ?? "")
        case .zitat(let text): "„\(text)“"
        case .zahl(let text), .zeit(let text), .zeichen(let text): text
        }
    }
}
