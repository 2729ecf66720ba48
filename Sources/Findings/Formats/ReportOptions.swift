/// What a report shows and in which language.
public struct ReportOptions: Sendable, Hashable {
    /// The language of messages.
    public var language: Language
    /// Whether instance values are shown. They are personal data; the default hides them.
    public var showsValues: Bool
    /// Whether durations are shown. Golden files and reproducible reports leave them out.
    public var showsDurations: Bool
    /// Whether ANSI colours and source lines with markers may be used: on a terminal only.
    public var isTerminal: Bool

    /// Options from their parts.
    public init(
        language: Language = .en, showsValues: Bool = false, showsDurations: Bool = true, isTerminal: Bool = false
    ) {
        self.language = language
        self.showsValues = showsValues
        self.showsDurations = showsDurations
        self.isTerminal = isTerminal
    }
}
