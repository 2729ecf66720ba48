import Findings

/// What a resolver found: one version for every package that is needed, and every code list.
public struct Resolution: Sendable, Hashable {
    /// The packages whose dependencies were resolved, in the order given.
    public let roots: [PackageCandidate]
    /// The packages they need, directly or through others, in the order in which they can be installed: what a package
    /// needs stands before it; among packages without that relation the identifier decides.
    public let packages: [PackageCandidate]
    /// The code lists that any of them needs from outside, by URN and version.
    public let codeLists: [CodeListPin]

    /// What was resolved, for a lock file.
    public var lock: Festlegung {
        Festlegung(
            wurzeln: roots.map { .init(kennung: $0.kennung, version: $0.version) },
            pakete: packages.map {
                .init(kennung: $0.kennung, version: $0.version, sha256: $0.digest, braucht: $0.pakete)
            },
            codelisten: codeLists.map { .init(uri: $0.uri, version: $0.version, sha256: $0.sha256) })
    }
}

/// A way from a root to the package that needs something.
struct DependencyChain: Hashable {
    var names: [String]

    /// `a 1.0.0 → b 2.1.0`
    var text: String { names.joined(separator: " → ") }
}

/// Why a choice of versions cannot be.
struct DependencyConflict: Hashable {
    /// What a chosen package asks of another.
    struct Demand: Hashable {
        /// The way to the package that asks.
        var chain: DependencyChain
        /// The versions that will do.
        var range: VersionRange
    }

    enum Kind: Hashable {
        /// There is no package of the identifier.
        case missing
        /// There is none in a version that suits all.
        case noVersion(available: [String])
        /// Two packages of the same identifier and version differ.
        case ambiguous(version: String, origins: [String])
        /// The package is needed by one that it needs.
        case cycle(DependencyChain)
        /// A version is pinned whose content is another now.
        case digestChanged(version: String, origin: String)
    }

    var kennung: String
    var kind: Kind
    var demands: [Demand]

    /// The conflict as a finding. `others` says why other versions would not do either.
    func finding(others: [DependencyConflict]) -> Finding {
        var finding = plainFinding
        let texts = others.filter { $0 != self }.prefix(5).map(\.plainFinding.message)
        for text in texts {
            finding.message.de = "\(text: finding.message.de)\n  Auch nicht möglich: \(text: text.de)"
            finding.message.en = "\(text: finding.message.en)\n  Not possible either: \(text: text.en)"
        }
        return finding
    }

    private var plainFinding: Finding {
        let wantedDE = demands.map { "\n  \($0.chain.text) braucht \(kennung) \($0.range)" }.joined()
        let wantedEN = demands.map { "\n  \($0.chain.text) needs \(kennung) \($0.range)" }.joined()
        switch kind {
        case .missing:
            return Finding(
                "dependency.missing", .error,
                Message(
                    de: "Das Paket \(kennung) liegt nicht vor.\(wantedDE)",
                    en: "The package \(kennung) is not at hand.\(wantedEN)"),
                hint: Message(
                    de: "Beschaffen Sie es und nennen Sie den Ordner mit --from; aus dem Netz wird nichts geladen.",
                    en: "Get it and name its folder with --from; nothing is fetched from a network."))
        case .noVersion(let available):
            let versions = available.joined(separator: ", ")
            let hint = Message(
                de: """
                    Beschaffen Sie eine passende Version, oder bitten Sie den Herausgeber eines der Pakete, seinen \
                    Bereich zu erweitern.
                    """,
                en: "Get a version that suits, or ask the publisher of one of the packages to widen its range.")
            if demands.count > 1 {
                return Finding(
                    "dependency.conflict", .error,
                    Message(
                        de:
                            "Keine Version von \(kennung) genügt allen, die es brauchen.\(wantedDE)\n  Vorhanden: \(versions)",
                        en: "No version of \(kennung) suits all that need it.\(wantedEN)\n  At hand: \(versions)"),
                    hint: hint)
            }
            return Finding(
                "dependency.no-version", .error,
                Message(
                    de: "Keine vorhandene Version von \(kennung) genügt.\(wantedDE)\n  Vorhanden: \(versions)",
                    en: "No version of \(kennung) at hand will do.\(wantedEN)\n  At hand: \(versions)"),
                hint: hint)
        case .ambiguous(let version, let origins):
            let places = origins.joined(separator: ", ")
            return Finding(
                "dependency.ambiguous-version", .error,
                Message(
                    de: "\(kennung) \(version) liegt mit verschiedenem Inhalt vor: \(places).\(wantedDE)",
                    en: "\(kennung) \(version) is at hand with different contents: \(places).\(wantedEN)"),
                hint: Message(
                    de: """
                        Eine veröffentlichte Version ändert sich nicht (DP-13). Fragen Sie den Herausgeber, welche die \
                        richtige ist, und entfernen Sie die andere.
                        """,
                    en: """
                        A published version never changes (DP-13). Ask the publisher which is the right one and \
                        remove the other.
                        """))
        case .cycle(let chain):
            return Finding(
                "dependency.cycle", .error,
                Message(
                    de: "Die Abhängigkeiten bilden einen Kreis: \(chain.text).",
                    en: "The dependencies form a circle: \(chain.text)."),
                hint: Message(
                    de: """
                        Ein Paket darf nicht von sich selbst abhängen, auch nicht über andere (DP-61). Eines der Pakete \
                        muss seine Abhängigkeit aufgeben; das Gemeinsame gehört in ein drittes.
                        """,
                    en: """
                        A package must not depend on itself, not even through others (DP-61). One of the packages must \
                        give up its dependency; what they share belongs in a third.
                        """))
        case .digestChanged(let version, let origin):
            return Finding(
                "dependency.digest-changed", at: Location(file: origin),
                Message(
                    de: "\(kennung) \(version) hat einen anderen Inhalt, als die Festlegung nennt.",
                    en: "\(kennung) \(version) has another content than the lock file says."),
                hint: Message(
                    de: """
                        Eine veröffentlichte Version ändert sich nicht: Fragen Sie den Herausgeber. Ist der neue Inhalt \
                        gewollt, lösen Sie neu auf (--update).
                        """,
                    en: """
                        A published version never changes: ask the publisher. If the new content is meant, resolve \
                        again (--update).
                        """))
        }
    }
}
