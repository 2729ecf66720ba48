/// What a report shows and in which language.
public struct ReportOptions: Sendable, Hashable {
    /// The language of messages.
    public var language: Language
    /// Whether instance values are shown. They are personal data; the default hides them.
    public var showsValues: Bool
    /// Whether durations are shown. Golden files and reproducible reports leave them out.
    public var showsDurations: Bool
    /// Whether the reader sits at a terminal: source lines with markers are shown.
    public var isTerminal: Bool
    /// Whether ANSI colours are used: on a terminal, unless the user asked for none (`NO_COLOR`).
    public var usesColours: Bool

    /// Options from their parts.
    public init(
        language: Language = .en, showsValues: Bool = false, showsDurations: Bool = true, isTerminal: Bool = false,
        usesColours: Bool? = nil
    ) {
        self.language = language
        self.showsValues = showsValues
        self.showsDurations = showsDurations
        self.isTerminal = isTerminal
        self.usesColours = usesColours ?? isTerminal
    }
}
