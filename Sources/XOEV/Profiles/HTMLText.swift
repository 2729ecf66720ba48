import Foundation

/// HTML as service texts carry it, with the few elements that PVOG allows: `p br h1–h6 b strong i em sup sub ul ol li`
/// and `a href` (PVOG rules for texts of XZuFi 2.2).
public struct HTMLText: Sendable, Hashable {
    /// The source.
    public let source: String

    /// HTML from its source; nothing is checked.
    public init(_ source: String) { self.source = source }

    static let allowed: Set<String> = [
        "p", "br", "h1", "h2", "h3", "h4", "h5", "h6", "b", "strong", "i", "em", "sup", "sub", "ul", "ol", "li", "a",
    ]

    /// Elements whose content is no text for readers and goes with them.
    private static let opaque: Set<String> = ["script", "style", "iframe", "object", "embed", "noscript", "template"]

    /// The HTML with only what is allowed: other elements lose their tags, scripts their content, links every
    /// attribute but a safe `href`. What is left open is closed.
    public var sanitized: String {
        var result = ""
        var open: [String] = []
        for token in tokens {
            switch token {
            case .text(let text): result += text
            case .start(let name, let attributes):
                guard Self.allowed.contains(name) else { continue }
                if name == "br" {
                    result += "<br>"
                } else {
                    let href = name == "a" ? Self.safeAddress(attributes["href"]) : nil
                    result += "<\(name)" + (href.map { " href=\"\($0)\"" } ?? "") + ">"
                    open.append(name)
                }
            case .end(let name):
                guard let index = open.lastIndex(of: name) else { continue }
                for element in open[index...].reversed() { result += "</\(element)>" }
                open.removeSubrange(index...)
            }
        }
        for element in open.reversed() { result += "</\(element)>" }
        return result
    }

    /// The text without markup; the five predefined entities and `&nbsp;` are resolved.
    public var plainText: String {
        var result = ""
        for token in tokens {
            switch token {
            case .text(let text): result += Self.unescaped(text)
            case .start(let name, _) where ["br", "p", "li", "h1", "h2", "h3", "h4", "h5", "h6"].contains(name):
                if !result.isEmpty, result.last != "\n" { result += "\n" }
            default: break
            }
        }
        return result.trimmingCharacters(in: CharacterSet(charactersIn: " \t\r\n"))
    }

    /// The names of elements that are not allowed, and `a[href]` for a link whose address is not safe; sorted.
    public var forbiddenParts: [String] {
        var found: Set<String> = []
        for case .start(let name, let attributes) in tokens {
            if !Self.allowed.contains(name) {
                found.insert(name)
            } else if name == "a" {
                if let href = attributes["href"], Self.safeAddress(href) == nil { found.insert("a[href]") }
                for other in attributes.keys where other != "href" && other.hasPrefix("on") {
                    found.insert("a[\(other)]")
                }
            } else {
                for other in attributes.keys where other.hasPrefix("on") { found.insert("\(name)[\(other)]") }
            }
        }
        return found.sorted()
    }

    private static func safeAddress(_ address: String?) -> String? {
        guard let address else { return nil }
        let compact = unescaped(address).filter { !$0.isWhitespace && !$0.isNewline }
        let lower = compact.lowercased()
        let safe = ["http://", "https://", "mailto:", "tel:"].contains { lower.hasPrefix($0) }
        guard safe else { return nil }
        return compact.replacing("&", with: "&amp;").replacing("\"", with: "%22").replacing("<", with: "%3C")
    }

    private static func unescaped(_ text: String) -> String {
        guard text.contains("&") else { return text }
        return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
            .replacing("&apos;", with: "'").replacing("&#39;", with: "'").replacing("&nbsp;", with: "\u{A0}")
            .replacing("&#58;", with: ":").replacing("&colon;", with: ":").replacing("&amp;", with: "&")
    }

    /// What stands in the HTML beyond elements and attributes that are allowed: names of elements, and `element[attribute]`;
    /// sorted.
    func parts(beyond allowed: [String: Set<String>]) -> [String] {
        var found: Set<String> = []
        for case .start(let name, let attributes) in tokens {
            guard let known = allowed[name] else {
                found.insert(name)
                continue
            }
            for attribute in attributes.keys where !known.contains(attribute) { found.insert("\(name)[\(attribute)]") }
            if known.contains("href"), let href = attributes["href"], Self.safeAddress(href) == nil {
                found.insert("\(name)[href]")
            }
        }
        return found.sorted()
    }

    enum Token {
        case text(String)
        case start(String, [String: String])
        case end(String)
    }

    /// The source cut into text and tags. A `<` that opens no tag is text and comes out escaped.
    var tokens: [Token] {
        var result: [Token] = []
        var rest = Substring(source)
        while !rest.isEmpty {
            guard let start = rest.firstIndex(of: "<") else {
                result.append(.text(String(rest)))
                break
            }
            if start > rest.startIndex { result.append(.text(String(rest[..<start]))) }
            rest = rest[start...]
            if rest.hasPrefix("<!--") {
                rest = rest.range(of: "-->").map { rest[$0.upperBound...] } ?? ""
                continue
            }
            let body = rest.dropFirst()
            guard let first = body.first, first.isLetter || first == "/" || first == "!" || first == "?" else {
                result.append(.text("&lt;"))
                rest = body
                continue
            }
            guard let end = Self.endOfTag(body) else {
                result.append(.text("&lt;"))
                rest = body
                continue
            }
            let tag = body[..<end]
            rest = body[body.index(after: end)...]
            if first == "!" || first == "?" { continue }
            if first == "/" {
                result.append(.end(Self.name(of: tag.dropFirst())))
                continue
            }
            let name = Self.name(of: tag)
            result.append(.start(name, Self.attributes(of: tag.dropFirst(name.count))))
            if Self.opaque.contains(name), !tag.hasSuffix("/") {
                rest = rest.lowercasedRange(of: "</\(name)").map { rest[$0...] } ?? ""
            }
        }
        return result
    }

    private static func name(of tag: Substring) -> String {
        tag.prefix { $0.isLetter || $0.isNumber || $0 == "-" || $0 == ":" }.lowercased()
    }

    /// The `>` that ends a tag; one inside a quoted attribute value does not.
    private static func endOfTag(_ body: Substring) -> Substring.Index? {
        var quote: Character?
        for index in body.indices {
            let character = body[index]
            if let open = quote {
                if character == open { quote = nil }
            } else if character == "\"" || character == "'" {
                quote = character
            } else if character == ">" {
                return index
            }
        }
        return body.firstIndex(of: ">")
    }

    private static func attributes(of tag: Substring) -> [String: String] {
        var result: [String: String] = [:]
        var rest = tag
        while true {
            rest = rest.drop { $0.isWhitespace || $0 == "/" }
            guard !rest.isEmpty else { return result }
            let name = rest.prefix { !$0.isWhitespace && $0 != "=" && $0 != "/" }
            rest = rest.dropFirst(max(name.count, 1)).drop(while: \.isWhitespace)
            guard rest.first == "=" else {
                if !name.isEmpty { result[name.lowercased()] = "" }
                continue
            }
            rest = rest.dropFirst().drop(while: \.isWhitespace)
            let value: Substring
            if let quote = rest.first, quote == "\"" || quote == "'" {
                rest = rest.dropFirst()
                value = rest.prefix { $0 != quote }
                rest = rest.dropFirst(value.count + 1)
            } else {
                value = rest.prefix { !$0.isWhitespace }
                rest = rest.dropFirst(value.count)
            }
            result[name.lowercased()] = String(value)
        }
    }
}

extension Substring {
    fileprivate func range(of other: String) -> Range<Index>? { self.ranges(of: other).first }

    /// Where `other` (lower case) begins, letters compared without regard to case.
    fileprivate func lowercasedRange(of other: String) -> Index? {
        let count = other.count
        var index = startIndex
        while index < endIndex {
            if self[index] == "<", self[index...].prefix(count).lowercased() == other { return index }
            index = self.index(after: index)
        }
        return nil
    }
}
