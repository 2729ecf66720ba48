import Findings

/// A lock file, `dienstpaket.lock`: which versions with which content the dependencies of packages were resolved to
/// (`Documentation/Formate/Festlegung.md`).
public struct Festlegung: Sendable, Hashable {
    /// The namespace of format 1.0.
    public static let namespace = "urn:swift-xoev:festlegung:1.0"
    /// The version of the format that is read and written.
    public static let formatVersion = "1.0"
    /// The usual name of the file.
    public static let fileName = "dienstpaket.lock"

    /// A package whose dependencies were resolved.
    public struct Wurzel: Sendable, Hashable {
        /// Its identifier.
        public var kennung: String
        /// Its version.
        public var version: SemanticVersion

        /// A root from its parts.
        public init(kennung: String, version: SemanticVersion) {
            self.kennung = kennung
            self.version = version
        }
    }

    /// A package that is needed.
    public struct Paket: Sendable, Hashable {
        /// Its identifier.
        public var kennung: String
        /// The version.
        public var version: SemanticVersion
        /// The package digest (DP section 4.2).
        public var sha256: String
        /// What it needs itself.
        public var braucht: [PaketAbhaengigkeit]

        /// A package from its parts.
        public init(kennung: String, version: SemanticVersion, sha256: String, braucht: [PaketAbhaengigkeit] = []) {
            self.kennung = kennung
            self.version = version
            self.sha256 = sha256
            self.braucht = braucht
        }
    }

    /// A code list that is needed.
    public struct Codeliste: Sendable, Hashable {
        /// The list's URN, without a version.
        public var uri: String
        /// The version.
        public var version: String
        /// SHA-256 of the genericode file.
        public var sha256: String

        /// A list from its parts.
        public init(uri: String, version: String, sha256: String) {
            self.uri = uri
            self.version = version
            self.sha256 = sha256
        }
    }

    /// The packages whose dependencies were resolved, by identifier.
    public let wurzeln: [Wurzel]
    /// The packages they need, by identifier.
    public let pakete: [Paket]
    /// The code lists they need, by URN and version.
    public let codelisten: [Codeliste]

    /// A lock from its parts, which are put in order so that equal locks have equal bytes.
    public init(wurzeln: [Wurzel], pakete: [Paket], codelisten: [Codeliste]) {
        func precedes(_ left: String, _ right: String) -> Bool { left.utf8.lexicographicallyPrecedes(right.utf8) }
        self.wurzeln = wurzeln.sorted { precedes($0.kennung, $1.kennung) }
        self.pakete = pakete.sorted { precedes($0.kennung, $1.kennung) }
            .map { package in
                var package = package
                package.braucht.sort { precedes($0.kennung, $1.kennung) }
                return package
            }
        self.codelisten = codelisten.sorted { left, right in
            left.uri == right.uri ? precedes(left.version, right.version) : precedes(left.uri, right.uri)
        }
    }

    /// What a new resolution says otherwise, as one finding, or nothing.
    func differences(from new: Festlegung) -> [Finding] {
        var reasons: [(de: String, en: String)] = []
        for root in new.wurzeln where !wurzeln.contains(root) {
            reasons.append(("neu: \(root.kennung) \(root.version)", "new: \(root.kennung) \(root.version)"))
        }
        for root in wurzeln where !new.wurzeln.contains(root) {
            reasons.append(
                ("nicht genannt: \(root.kennung) \(root.version)", "not named: \(root.kennung) \(root.version)"))
        }
        for package in pakete where !new.pakete.contains(where: { $0.kennung == package.kennung }) {
            reasons.append(
                (
                    "nicht mehr gebraucht: \(package.kennung) \(package.version)",
                    "no longer needed: \(package.kennung) \(package.version)"
                ))
        }
        let (old, now) = (Set(codelisten), Set(new.codelisten))
        for list in new.codelisten where !old.contains(list) {
            reasons.append(("neu: \(list.uri) \(list.version)", "new: \(list.uri) \(list.version)"))
        }
        for list in codelisten where !now.contains(list) {
            reasons.append(
                ("nicht mehr gebraucht: \(list.uri) \(list.version)", "no longer needed: \(list.uri) \(list.version)"))
        }
        return reasons.isEmpty ? [] : [Self.outdated(reasons: reasons)]
    }

    static func outdated(reasons: [(de: String, en: String)]) -> Finding {
        Finding(
            "dependency.lock-outdated", .error,
            Message(
                de: "Die Festlegung passt nicht mehr zu den Paketen.\(reasons.map { "\n  " + $0.de }.joined())",
                en: "The lock file does not fit the packages any more.\(reasons.map { "\n  " + $0.en }.joined())"),
            hint: Message(
                de: "Lösen Sie ohne --locked neu auf und prüfen Sie die Änderungen der Datei.",
                en: "Resolve again without --locked and review the changes of the file."))
    }
}
