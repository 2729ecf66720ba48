import Findings

/// Finds lists that claim one URI and version but differ in content, among any number of them.
public struct CodeListConflicts: Sendable {
    private struct Claim {
        var digest: String
        var name: String
    }

    private var claims: [CodeListID: Claim] = [:]
    /// What more than one list claims to be, with different content.
    public private(set) var contested: Set<CodeListID> = []

    /// No lists yet.
    public init() {}

    /// Takes note of a list in a file; the finding when an earlier one claims the same with different content.
    public mutating func note(_ list: CodeList, file: String) -> Finding? {
        // What cannot be written has no digest; it is not registered anyway.
        guard let digest = try? CodeListDigest.ofContent(list) else { return nil }
        guard let earlier = claims[list.id] else {
            claims[list.id] = Claim(digest: digest, name: file)
            return nil
        }
        guard earlier.digest != digest else { return nil }
        contested.insert(list.id)
        return Self.finding(list.id, file, earlier.name)
    }

    /// The finding about a list whose identity is contested; nil for others.
    public func finding(for id: CodeListID, file: String) -> Finding? {
        guard contested.contains(id), let claim = claims[id] else { return nil }
        return Self.finding(id, file, claim.name)
    }

    private static func finding(_ id: CodeListID, _ file: String, _ other: String) -> Finding {
        Finding(
            CodeListError.Code.conflict.id, .error, at: Location(file: file),
            other == file
                ? Message(
                    de: "Weitere Dateien geben sich als Liste \(id) aus, mit anderem Inhalt.",
                    en: "Other files claim to be the list \(id) as well, with different content.")
                : Message(
                    de: "Auch \(other) gibt sich als Liste \(id) aus, mit anderem Inhalt.",
                    en: "\(other) claims to be the list \(id) as well, with different content."),
            hint: Message(
                de: """
                    Eine Version einer Liste ist unveränderlich. Vergleichen Sie die Dateien mit „xoev codelist diff“ und \
                    behalten Sie die aus dem XRepository.
                    """,
                en: """
                    A version of a list never changes. Compare the files with “xoev codelist diff” and keep the one from \
                    XRepository.
                    """))
    }
}
