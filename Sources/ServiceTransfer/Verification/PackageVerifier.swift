import Archives
import Findings
import XMLCore

/// Checks a package from end to end: container, table of contents, every file, every part by its standard, every link.
///
/// All findings are reported at once. The verdict is `valid` only when every layer ran to its end.
public struct PackageVerifier: Sendable {
    /// How a package is checked.
    public struct Options: Sendable {
        /// How much the package may hold.
        public var limits: ArchiveLimits
        /// What a part that is XML may be.
        public var xmlLimits: XMLLimits
        /// The most findings that are listed.
        public var maxFindings: Int

        /// Options from their parts.
        public init(
            limits: ArchiveLimits = .standard, xmlLimits: XMLLimits = .standard, maxFindings: Int = 1_000
        ) {
            self.limits = limits
            self.xmlLimits = xmlLimits
            self.maxFindings = maxFindings
        }
    }

    /// What checking came to.
    public struct Outcome: Sendable {
        /// The findings and the verdict. Layers: `container`, `manifest`, `files`, `parts`, `messages`, `links`.
        public let result: CheckResult
        /// The package, when its table of contents could be understood. It is to be used only when the verdict allows.
        public let package: LoadedPackage?
    }

    private let options: Options

    /// A verifier with options.
    public init(options: Options = Options()) { self.options = options }

    /// Checks the folder or archive at a path.
    public func verify(_ path: String) -> Outcome { verify(path) { _, _ in } }

    /// Checks the folder or archive at a path. `step` is told the number and name of each layer before it is checked.
    func verify<Stop: Error>(_ path: String, step: (Int, String) throws(Stop) -> Void) throws(Stop) -> Outcome {
        let contents: PackageContents
        do throws(TransferError) {
            contents = try PackageContents.read(path, limits: options.limits)
        } catch {
            let layer = Layer(name: "container", outcome: .failed)
            // What cannot be opened, is no archive or is cut off is unreadable; what was opened and refused is invalid.
            let unreadable: [FindingID] = [
                "package.unreadable", "archive.unreadable", "archive.not-a-zip", "archive.truncated",
            ]
            let isUnreadable = unreadable.contains(error.code.id)
            return Outcome(
                result: CheckResult(
                    subject: path, layers: [layer], findings: [error.finding], isUnreadable: isUnreadable),
                package: nil)
        }
        return try verify(contents, step: step)
    }

    /// Checks files that were already read.
    public func verify(_ contents: PackageContents) -> Outcome { verify(contents) { _, _ in } }

    /// The layers of `step`, the container being read before.
    static let layers = ["manifest", "files", "parts", "messages", "mappings", "links"]

    func verify<Stop: Error>(
        _ contents: PackageContents, step: (Int, String) throws(Stop) -> Void
    ) throws(Stop) -> Outcome {
        func begin(_ layer: Int) throws(Stop) { try step(layer, Self.layers[layer]) }
        var layers = [Layer(name: "container", outcome: .passed)]
        var findings: [Finding] = []
        func add(_ name: String, _ check: LayerCheck) {
            layers.append(check.layer(name))
            findings += check.findings
        }

        try begin(0)
        let (check, package) = manifest(contents)
        add("manifest", check)
        guard let package else {
            return Outcome(
                result: CheckResult(
                    subject: contents.name, layers: layers, findings: bounded(findings),
                    isUnreadable: contents.files[Dienstpaket.fileName] == nil), package: nil)
        }
        try begin(1)
        let files = FileCheck(package: package).run()
        add("files", files.check)
        try begin(2)
        var parts = PartCheck(package: package, intact: files.intact, limits: options.xmlLimits)
        add("parts", parts.run())
        try begin(3)
        add("messages", MessageCheck(package: package, intact: files.intact, limits: options.xmlLimits).run())
        try begin(4)
        let mappings = MappingPartCheck(package: package, intact: files.intact)
        if mappings.isNeeded { add("mappings", mappings.run()) }
        try begin(5)
        var links = LinkCheck(package: package, parts: parts.facts).run()
        links.findings +=
            PlaceholderCheck(package: package, intact: files.intact, limits: options.xmlLimits).findings()
        add("links", links)

        let facts = [
            CheckResult.Fact("format", "Dienstpaket \(Dienstpaket.formatVersion)"),
            CheckResult.Fact("kennung", package.manifest.kennung),
            CheckResult.Fact("version", package.manifest.version.description),
            CheckResult.Fact("digest", package.digest),
        ]
        let listed = bounded(findings)
        return Outcome(
            result: CheckResult(
                subject: contents.name, facts: facts, layers: layers, findings: listed,
                suppressedFindings: findings.count - listed.count),
            package: package)
    }

    private func bounded(_ findings: [Finding]) -> [Finding] { Array(findings.prefix(options.maxFindings)) }

    private func manifest(_ contents: PackageContents) -> (LayerCheck, LoadedPackage?) {
        var check = LayerCheck()
        let file = contents.displayName(Dienstpaket.fileName)
        let package: LoadedPackage?
        do throws(TransferError) {
            let loaded = try PackageReader(options: .init(limits: options.limits)).load(contents)
            check.findings += loaded.findings
            package = loaded
        } catch {
            check.findings += error.findings.isEmpty ? [error.finding] : error.findings
            package = nil
        }
        // Without XML or in another format, the schema has nothing to say that would help.
        let hopeless: Set<FindingID> = ["package.manifest-missing", "package.unknown-format-version"]
        let isXML = !check.findings.contains { $0.id.rawValue.hasPrefix("xml.") || hopeless.contains($0.id) }
        guard isXML, let bytes = contents.files[Dienstpaket.fileName] else { return (check, package) }
        switch OwnSchemas.checkManifest(bytes, file: file) {
        case .ran(let found): check.findings += OwnSchemas.beyond(check.findings, found)
        case .couldNotRun(let why): check.couldNotRun = why
        }
        if let package { check.findings += ManifestRules(package: package).findings() }
        return (check, package)
    }
}

/// What a layer found, and why it could not run to its end.
struct LayerCheck {
    var findings: [Finding] = []
    var couldNotRun: Message?
    var skipped: Message?

    var hasErrors: Bool { findings.contains { $0.severity == .error } }

    func layer(_ name: String) -> Layer {
        if hasErrors { return Layer(name: name, outcome: .failed) }
        if let couldNotRun { return Layer(name: name, outcome: .couldNotRun(couldNotRun)) }
        if let skipped { return Layer(name: name, outcome: .skipped(skipped)) }
        return Layer(name: name, outcome: .passed)
    }
}
