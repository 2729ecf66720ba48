import Findings

/// A version after Semantic Versioning 2.0.0 (semver.org), at most 64 characters (DP `SemVerType`).
///
/// Versions are ordered by precedence (rule 11); build metadata does not count for the order, but does for equality.
public struct SemanticVersion: Sendable, Hashable, CustomStringConvertible {
    /// The first number: changes that break.
    public let major: Int
    /// The second number: additions.
    public let minor: Int
    /// The third number: corrections.
    public let patch: Int
    /// The identifiers after `-`; empty for a release.
    public let prerelease: [String]
    /// The identifiers after `+`.
    public let build: [String]

    /// A version from its text, such as `1.4.0-rc.1+2026`. Throws `version.invalid` with the rule that is broken.
    public init(_ text: String) throws(TransferError) {
        guard let version = Self.parse(text) else {
            throw TransferError(
                .invalidVersion,
                Message(
                    de: "„\(text)“ ist keine Version nach Semantic Versioning 2.0.0.",
                    en: "“\(text)” is not a version after Semantic Versioning 2.0.0."),
                hint: Message(
                    de: "Schreiben Sie drei Zahlen ohne führende Nullen, etwa 1.4.0 oder 1.4.0-rc.1.",
                    en: "Write three numbers without leading zeros, such as 1.4.0 or 1.4.0-rc.1."))
        }
        self = version
    }

    private init(_ numbers: [Int], _ prerelease: [String], _ build: [String]) {
        (major, minor, patch) = (numbers[0], numbers[1], numbers[2])
        self.prerelease = prerelease
        self.build = build
    }

    private static func parse(_ text: String) -> SemanticVersion? {
        guard text.utf8.count <= 64 else { return nil }
        var core = text[...]
        var build: [String] = []
        var prerelease: [String] = []
        if let plus = core.firstIndex(of: "+") {
            guard let found = identifiers(core[core.index(after: plus)...], allowsLeadingZeros: true) else {
                return nil
            }
            build = found
            core = core[..<plus]
        }
        if let hyphen = core.firstIndex(of: "-") {
            guard let found = identifiers(core[core.index(after: hyphen)...], allowsLeadingZeros: false) else {
                return nil
            }
            prerelease = found
            core = core[..<hyphen]
        }
        let numbers = core.split(separator: ".", omittingEmptySubsequences: false).compactMap(number)
        guard numbers.count == 3, core.utf8.filter({ $0 == 0x2E }).count == 2 else { return nil }
        return SemanticVersion(numbers, prerelease, build)
    }

    private static func number(_ text: Substring) -> Int? {
        guard isNumeric(text), text == "0" || !text.hasPrefix("0") else { return nil }
        return Int(text)
    }

    private static func isNumeric(_ text: some StringProtocol) -> Bool {
        !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func identifiers(_ text: Substring, allowsLeadingZeros: Bool) -> [String]? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        for part in parts {
            let isValid = part.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == 0x2D
            }
            guard !part.isEmpty, isValid else { return nil }
            if !allowsLeadingZeros, isNumeric(part), part.count > 1, part.hasPrefix("0") { return nil }
        }
        return parts.map(String.init)
    }

    /// The version as it is written.
    public var description: String {
        var text = "\(major).\(minor).\(patch)"
        if !prerelease.isEmpty { text += "-" + prerelease.joined(separator: ".") }
        if !build.isEmpty { text += "+" + build.joined(separator: ".") }
        return text
    }

    /// Whether both have the same precedence: all but build metadata is equal.
    public func hasSamePrecedence(as other: SemanticVersion) -> Bool { !(self < other) && !(other < self) }
}

extension SemanticVersion: Comparable {
    /// Precedence (Semantic Versioning 2.0.0, rule 11).
    public static func < (left: SemanticVersion, right: SemanticVersion) -> Bool {
        let (a, b) = ([left.major, left.minor, left.patch], [right.major, right.minor, right.patch])
        if a != b { return a.lexicographicallyPrecedes(b) }
        // A release has precedence over its prereleases (rule 11.3).
        if left.prerelease.isEmpty || right.prerelease.isEmpty {
            return !left.prerelease.isEmpty && right.prerelease.isEmpty
        }
        for (one, other) in zip(left.prerelease, right.prerelease) where one != other {
            switch (isNumeric(one), isNumeric(other)) {
            case (true, true):
                // Numbers of any length: without leading zeros the longer one is the larger.
                return one.count == other.count ? one < other : one.count < other.count
            case (true, false): return true
            case (false, true): return false
            case (false, false): return one.utf8.lexicographicallyPrecedes(other.utf8)
            }
        }
        return left.prerelease.count < right.prerelease.count
    }
}

/// A range of versions: comparisons that must all hold, such as `>=1.2.0 <2.0.0` (DP section 7.2).
///
/// A prerelease is in the range only when one of the comparisons names a prerelease of the same three numbers, as npm
/// and Helm have it: who asks for `>=1.0.0` does not want `2.0.0-alpha`.
public struct VersionRange: Sendable, Hashable, CustomStringConvertible {
    /// How a version is compared.
    public enum Comparison: String, Sendable, Hashable {
        /// `=` or no sign.
        case equal = "="
        /// `>`
        case greater = ">"
        /// `>=`
        case greaterOrEqual = ">="
        /// `<`
        case less = "<"
        /// `<=`
        case lessOrEqual = "<="
    }

    /// The comparisons; all must hold.
    public let comparisons: [(comparison: Comparison, version: SemanticVersion)]

    /// A range from its text. Throws `version.invalid-range`.
    public init(_ text: String) throws(TransferError) {
        var comparisons: [(Comparison, SemanticVersion)] = []
        for part in text.split(separator: " ", omittingEmptySubsequences: false) {
            let sign = part.prefix { "<>=".contains($0) }
            guard let comparison = sign.isEmpty ? .equal : Comparison(rawValue: String(sign)),
                let version = try? SemanticVersion(String(part.dropFirst(sign.count))), version.build.isEmpty
            else {
                throw TransferError(
                    .invalidRange,
                    Message(
                        de: "„\(text)“ ist kein Versionsbereich.", en: "“\(text)” is not a range of versions."),
                    hint: Message(
                        de: "Schreiben Sie Vergleiche mit je einem Leerzeichen dazwischen, etwa >=1.2.0 <2.0.0.",
                        en: "Write comparisons with one space between them, such as >=1.2.0 <2.0.0."))
            }
            comparisons.append((comparison, version))
        }
        self.comparisons = comparisons
    }

    /// Whether a version is in the range.
    public func contains(_ version: SemanticVersion) -> Bool {
        if !version.prerelease.isEmpty {
            let isNamed = comparisons.contains {
                !$0.version.prerelease.isEmpty && $0.version.major == version.major
                    && $0.version.minor == version.minor && $0.version.patch == version.patch
            }
            guard isNamed else { return false }
        }
        return comparisons.allSatisfy { comparison, bound in
            switch comparison {
            case .equal: version.hasSamePrecedence(as: bound)
            case .greater: version > bound
            case .greaterOrEqual: !(version < bound)
            case .less: version < bound
            case .lessOrEqual: !(version > bound)
            }
        }
    }

    /// The range as it is written.
    public var description: String {
        comparisons.map { ($0.comparison == .equal ? "" : $0.comparison.rawValue) + "\($0.version)" }
            .joined(separator: " ")
    }

    /// Whether both ranges are written alike.
    public static func == (left: VersionRange, right: VersionRange) -> Bool { left.description == right.description }

    /// Hashes what the range says.
    public func hash(into hasher: inout Hasher) { hasher.combine(description) }
}
