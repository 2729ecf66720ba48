/// Replaces `{{name}}` in texts by the values of parameters (DP section 6.1). A value is data: it is escaped by where it
/// stands and never searched for placeholders again; one that holds `{{name}}` itself is refused, so that a text that was
/// exported from here cannot be made to expand it elsewhere.
struct PlaceholderText {
    /// What kind of text a placeholder stands in.
    enum Context: Hashable {
        /// Text for people, without markup.
        case text(language: String)
        /// Text for people with HTML in it.
        case html(language: String)
        /// Text for people in Markdown (CommonMark).
        case markdown(language: String)
        /// The address of a link, and nothing else.
        case link
        /// A value for programs.
        case technical
    }

    /// What stands against a placeholder.
    enum Problem: Hashable {
        /// No parameter of this name is declared.
        case unknown
        /// The parameter is a secret.
        case secret
        /// The parameter has no value.
        case empty
        /// Something like a placeholder that is none, such as `{{ name }}`.
        case malformed
        /// A place in HTML where a value could become markup.
        case misplaced
        /// A link would begin with a value that is not of type url.
        case notALink
        /// The value holds a placeholder.
        case nested
    }

    struct Note: Hashable {
        var problem: Problem
        var name: String
    }

    let values: [String: PlaceholderValue]
    /// What is known of parameters without a value.
    let declarations: [String: ParameterDeklaration]
    /// What stands against placeholders of the texts since the last `takeNotes`.
    private var notes: [Note] = []

    init(values: [String: PlaceholderValue], declarations: [ParameterDeklaration]) {
        self.values = values
        self.declarations = Dictionary(declarations.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    }

    mutating func takeNotes() -> [Note] {
        defer { notes = [] }
        return notes
    }

    /// Whether a text could have a placeholder.
    static func mayHavePlaceholder(_ bytes: some Sequence<UInt8>) -> Bool {
        var isOpen = false
        for byte in bytes {
            if byte == brace, isOpen { return true }
            isOpen = byte == brace
        }
        return false
    }

    /// The text with values. `position` goes from one piece of a text to the next.
    mutating func replaced(_ text: String, _ context: Context, _ position: inout HTMLPosition) -> String {
        let isHTML = if case .html = context { true } else { false }
        guard isHTML || Self.mayHavePlaceholder(text.utf8) else { return text }
        let bytes = Array(text.utf8)
        var result: [UInt8] = []
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            guard byte == Self.brace, index + 1 < bytes.count, bytes[index + 1] == Self.brace,
                let (name, end) = Self.placeholder(bytes, from: index)
            else {
                noteMalformed(bytes, from: index)
                if isHTML { position.advance(byte) }
                result.append(byte)
                index += 1
                continue
            }
            let before = String(decoding: result, as: UTF8.self)
            let value = value(name, context, position, before: before) ?? "{{\(name)}}"
            if isHTML { position.advance(over: value) }
            result += Array(value.utf8)
            index = end
        }
        return String(decoding: result, as: UTF8.self)
    }

    private mutating func value(
        _ name: String, _ context: Context, _ position: HTMLPosition, before: String
    ) -> String? {
        guard let value = values[name] else {
            let declaration = declarations[name]
            return note(declaration == nil ? .unknown : declaration?.geheim == true ? .secret : .empty, name)
        }
        guard !Self.hasPlaceholder(value.text) else { return note(.nested, name) }
        switch context {
        case .technical: return value.text
        case .text(let language): return value.formatted(in: language)
        case .markdown(let language): return TextEscaping.markdown(value.formatted(in: language))
        case .link: return address(value, name, after: before)
        case .html(let language):
            switch position.place {
            case .text: return TextEscaping.html(value.formatted(in: language))
            case .attribute("href", let before), .attribute("src", let before):
                return address(value, name, after: before).map(TextEscaping.html)
            // A program or a look must not be made of values.
            case .attribute(let attribute, _) where attribute == "style" || attribute.hasPrefix("on"):
                return note(.misplaced, name)
            case .attribute: return TextEscaping.html(value.formatted(in: language))
            case .forbidden: return note(.misplaced, name)
            }
        }
    }

    /// A value in an address: the whole beginning of one where the parameter is an address, else one piece of it.
    private mutating func address(_ value: PlaceholderValue, _ name: String, after before: String) -> String? {
        let start = before.drop { $0.isWhitespace }.lowercased()
        if start.isEmpty {
            guard value.typ == .url else { return note(.notALink, name) }
            return TextEscaping.address(value.text)
        }
        // In front of “:” a value would choose what the link does (javascript:, data:).
        guard start.contains(where: { ":/?#".contains($0) }) else { return note(.notALink, name) }
        if start == "mailto:", value.typ == .email { return TextEscaping.percent(value.text, keeping: "@") }
        return TextEscaping.percent(value.text)
    }

    private mutating func note(_ problem: Problem, _ name: String) -> String? {
        let note = Note(problem: problem, name: name)
        if !notes.contains(note) { notes.append(note) }
        return nil
    }

    // MARK: Finding placeholders

    private static let brace = UInt8(ascii: "{")
    private static let closingBrace = UInt8(ascii: "}")

    /// The names of the placeholders in a text, in the order of their first place.
    static func names(in text: String) -> [String] {
        let bytes = Array(text.utf8)
        var names: [String] = []
        var index = 0
        while index < bytes.count {
            guard let (name, end) = placeholder(bytes, from: index) else {
                index += 1
                continue
            }
            if !names.contains(name) { names.append(name) }
            index = end
        }
        return names
    }

    private static func hasPlaceholder(_ text: String) -> Bool { !names(in: text).isEmpty }

    /// The name of the placeholder that begins here, and where it ends.
    private static func placeholder(_ bytes: [UInt8], from start: Int) -> (name: String, end: Int)? {
        guard let (inner, end) = braced(bytes, from: start), let first = inner.first, isLetter(first),
            inner.allSatisfy({ isLetter($0) || (0x30...0x39).contains($0) || [0x2E, 0x5F, 0x2D].contains($0) })
        else { return nil }
        return (String(decoding: inner, as: UTF8.self), end)
    }

    /// What stands between `{{` and the next `}}`, at most 100 bytes.
    private static func braced(_ bytes: [UInt8], from start: Int) -> (inner: ArraySlice<UInt8>, end: Int)? {
        guard start + 4 < bytes.count, bytes[start] == brace, bytes[start + 1] == brace else { return nil }
        var end = start + 2
        while end + 1 < bytes.count, end - start <= 102 {
            if bytes[end] == brace { return nil }
            if bytes[end] == closingBrace {
                return bytes[end + 1] == closingBrace ? (bytes[start + 2..<end], end + 2) : nil
            }
            end += 1
        }
        return nil
    }

    /// `{{ name }}` is surely meant as a placeholder, other braces are not.
    private mutating func noteMalformed(_ bytes: [UInt8], from start: Int) {
        guard let (inner, _) = Self.braced(bytes, from: start) else { return }
        let name = String(decoding: inner, as: UTF8.self).filter { !$0.isWhitespace }
        guard name.utf8.count < inner.count, declarations[name] != nil else { return }
        _ = note(.malformed, name)
    }

    private static func isLetter(_ byte: UInt8) -> Bool {
        (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}

/// How a value is written where it must stay a value.
enum TextEscaping {
    /// In HTML, in running text and in quoted attributes alike.
    static func html(_ value: String) -> String {
        var result = ""
        for character in value.unicodeScalars {
            switch character {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            default: result.unicodeScalars.append(character)
            }
        }
        return result
    }

    /// As one piece of an address: everything but the unreserved characters of RFC 3986, section 2.3, as `%XX`.
    static func percent(_ value: String, keeping others: String = "") -> String {
        let kept = Set("-._~\(others)".utf8)
        return escaped(value) { byte in isAlphanumeric(byte) || kept.contains(byte) }
    }

    /// As a whole address: what RFC 3986 does not allow in one as `%XX`.
    static func address(_ value: String) -> String {
        let kept = Set("-._~:/?#[]@!$&'()*+,;=%".utf8)
        return escaped(value) { byte in isAlphanumeric(byte) || kept.contains(byte) }
    }

    /// In Markdown: HTML as in HTML, and a backslash before what CommonMark would read as its own sign, be it anywhere
    /// or at the beginning of a line.
    static func markdown(_ value: String) -> String {
        let signs = Set("\\`*_{}[]()|~".unicodeScalars)
        var result = ""
        var isStart = true
        for scalar in value.unicodeScalars {
            let isListSign = "+-#=.".unicodeScalars.contains(scalar) && isStart
            if signs.contains(scalar) || isListSign { result += "\\" }
            // A list may be numbered: “1.”
            isStart = isStart && ("0"..."9").contains(scalar)
            result += scalar == "\n" ? " " : html(String(scalar))
        }
        return result
    }

    private static func escaped(_ value: String, keep: (UInt8) -> Bool) -> String {
        var result: [UInt8] = []
        for byte in value.utf8 {
            if keep(byte) {
                result.append(byte)
            } else {
                let digits = Array("0123456789ABCDEF".utf8)
                result += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    private static func isAlphanumeric(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
    }
}
