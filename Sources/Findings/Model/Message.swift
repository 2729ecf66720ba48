/// Text in one language in which the values that came from an instance document are marked, so that they can be hidden:
/// instance values are personal data.
///
///     let text: MessageText = "\(value: found) is not a code of list \(list)"
///     text.rendered(showingValues: false)   // "••• is not a code of list urn:…"
public struct MessageText: Sendable, Hashable, ExpressibleByStringInterpolation {
    enum Segment: Sendable, Hashable {
        case literal(String)
        case instanceValue(String)
    }

    var segments: [Segment]

    /// What stands in place of a hidden value.
    public static let hiddenValue = "•••"

    /// Text without instance values.
    public init(_ literal: String) { segments = [.literal(literal)] }

    /// Text without instance values, from a literal.
    public init(stringLiteral value: String) { self.init(value) }

    /// Text from an interpolated literal.
    public init(stringInterpolation: Interpolation) { segments = stringInterpolation.segments }

    /// The text as a reader sees it: with the instance values, or with `hiddenValue` in their place.
    public func rendered(showingValues: Bool) -> String {
        var result = ""
        for segment in segments {
            switch segment {
            case .literal(let text): result += text
            case .instanceValue(let value): result += showingValues ? value : Self.hiddenValue
            }
        }
        return result
    }

    /// Collects the segments of an interpolated text.
    public struct Interpolation: StringInterpolationProtocol {
        var segments: [Segment] = []

        /// An empty collection; the capacities are not needed.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Adds the literal text between two interpolations.
        public mutating func appendLiteral(_ literal: String) {
            if !literal.isEmpty { segments.append(.literal(literal)) }
        }

        /// Adds something that is not personal data: a name from a schema, a number, a path.
        public mutating func appendInterpolation(_ part: some CustomStringConvertible) {
            segments.append(.literal(part.description))
        }

        /// Adds a value from an instance document, shown only on request.
        public mutating func appendInterpolation(value: String) {
            segments.append(.instanceValue(value))
        }

        /// Adds another text with its hidden values kept hidden.
        public mutating func appendInterpolation(text: MessageText) {
            segments += text.segments
        }
    }
}

/// A message in German and English.
public struct Message: Sendable, Hashable {
    /// The German text.
    public var de: MessageText
    /// The English text.
    public var en: MessageText

    /// A message from its two texts.
    public init(de: MessageText, en: MessageText) {
        self.de = de
        self.en = en
    }

    /// The text in a language.
    public subscript(language: Language) -> MessageText {
        switch language {
        case .de: de
        case .en: en
        }
    }

    /// The message as a reader sees it.
    public func rendered(_ language: Language, showingValues: Bool = false) -> String {
        self[language].rendered(showingValues: showingValues)
    }
}
