/// A language in which messages are written.
public enum Language: String, Sendable, Hashable, Codable, CaseIterable {
    /// German.
    case de
    /// English.
    case en

    /// The language of a POSIX locale such as `de_DE.UTF-8`, taken from `LC_ALL`, `LC_MESSAGES` or `LANG`, the first
    /// that is set and not empty (POSIX.1-2017, 8.2). Anything but German gives English.
    public init(environment: [String: String]) {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy
            .compactMap { environment[$0] }
            .first { !$0.isEmpty }
        self = locale?.lowercased().hasPrefix("de") == true ? .de : .en
    }
}
