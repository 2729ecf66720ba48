import Findings
import SchemaModel
import XMLCore

/// Checks the schemas of standards by the rules of the XÖV handbook that a program can check (`HandbookRule.all`).
///
///     let components = try SchemaLoader().loadComponents([SchemaSource(path: "xwasser")])
///     for result in SchemaLint().check(components) { print(result.standard.name, result.findings.count) }
///
/// Only the files of the standards that were named are checked, not what they import.
public struct SchemaLint: Sendable {
    /// What is checked.
    public struct Options: Sendable, Hashable {
        /// Rules that are left out.
        public var ignored: Set<FindingID>
        /// Only rules that are at least this sure: `gesichert` leaves out what was inferred.
        public var certainty: HandbookRule.Certainty

        /// Options from their parts.
        public init(ignored: Set<FindingID> = [], certainty: HandbookRule.Certainty = .erschlossen) {
            self.ignored = ignored
            self.certainty = certainty
        }

        /// Whether a rule is checked.
        public func includes(_ rule: HandbookRule) -> Bool {
            !ignored.contains(rule.id) && (certainty == .erschlossen || rule.certainty == .gesichert)
        }
    }

    /// What the check of one standard came to.
    public struct Result: Sendable, Hashable {
        /// The standard.
        public var standard: XOEVStandard
        /// What was found, by file and line; findings on the whole standard first.
        public var findings: [Finding]

        /// How often each rule is broken, without those that are kept.
        public var counts: [FindingID: Int] { findings.reduce(into: [:]) { $0[$1.id, default: 0] += 1 } }

        /// The result for a report, with at most so many findings per rule; the others are counted.
        public func checkResult(maxPerRule: Int = 10) -> CheckResult {
            var seen: [FindingID: Int] = [:]
            let shown = findings.filter { finding in
                seen[finding.id, default: 0] += 1
                return seen[finding.id, default: 0] <= maxPerRule
            }
            let failed = findings.contains { $0.severity == .error }
            var facts = [CheckResult.Fact("standard", standard.name)]
            if let version = standard.version { facts.append(.init("version", version)) }
            return CheckResult(
                subject: [standard.name, standard.version ?? ""].filter { !$0.isEmpty }.joined(separator: " "),
                facts: facts, layers: [Layer(name: "handbook", outcome: failed ? .failed : .passed)], findings: shown,
                suppressedFindings: findings.count - shown.count)
        }
    }

    private let options: Options

    /// A check with options.
    public init(_ options: Options = Options()) { self.options = options }

    /// Checks every standard that was named. One result per standard, ordered by name.
    public func check(_ components: SchemaComponents) -> [Result] {
        let collector = CodeListCollector(components)
        return StandardReader().read(components).standards.map { standard in
            var check = LintCase(standard, components, collector)
            check.checkMetadata()
            check.checkNamespaces()
            check.checkFiles()
            check.checkNames()
            check.checkMessages()
            check.checkCodes()
            check.checkConstructs()
            let wanted = Set(HandbookRule.all.filter(options.includes).map(\.id))
            return Result(
                standard: standard,
                findings: check.findings.filter { wanted.contains($0.id) }.enumerated().sorted { left, right in
                    let (a, b) = (left.element.location, right.element.location)
                    return (a.file ?? "", a.line ?? 0, a.column ?? 0, left.offset)
                        < (b.file ?? "", b.line ?? 0, b.column ?? 0, right.offset)
                }.map(\.element))
        }
    }
}
