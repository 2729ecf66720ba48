import Archives
import ArgumentParser
import CodeLists
import Findings
import Foundation
import ServiceTransfer

/// `xoev package lock`: resolves what packages need.
struct PackageLockCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "lock",
        abstract: "Resolves the dependencies of packages and writes dienstpaket.lock.",
        discussion: """
            For every package that is needed, directly or through others, one version is chosen among those in the folders \
            of --from and in the store; code lists are sought in the packages and in --lists. What the lock file names \
            stays, unless it suits no longer. Nothing is fetched from a network. See Documentation/Formate/Festlegung.md.

            EXAMPLES
              xoev package lock hundesteuer --from pakete/ --lists codelisten/
              xoev package lock hundesteuer --from pakete/ --locked
              xoev package lock hundesteuer --from pakete/ --update --output neu.lock
            """)

    static let formats: [ReportFormat] = [.text, .json]
    static let outputIsArtifact = true

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Packages: archives or folders.", completion: .file())
    var packages: [String]

    @Option(
        help: ArgumentHelp("An archive, or a folder with packages below it. May be repeated.", valueName: "path"),
        completion: .file())
    var from: [String] = []

    @Option(
        help: ArgumentHelp("A code list, or a folder or archive of code lists. May be repeated.", valueName: "path"),
        completion: .file())
    var lists: [String] = []

    @Option(
        help: ArgumentHelp("A portal store whose installed packages are at hand.", valueName: "file"),
        completion: .file())
    var store: String?

    @Option(help: ArgumentHelp("The portal in the store.", valueName: "kennung"))
    var portal: String?

    @Option(help: ArgumentHelp("The municipality in the store.", valueName: "ars"))
    var ars: String?

    @Flag(help: "Writes nothing and fails unless the lock file fits exactly.")
    var locked = false

    @Flag(help: "Takes the newest versions, whatever the lock file names.")
    var update = false

    func validate() throws {
        if packages.isEmpty { throw ValidationError("Name at least one package.") }
        if locked, update { throw ValidationError("--locked and --update exclude each other.") }
        let place = [store, portal, ars].compactMap { $0 }.count
        if place != 0, place != 3 { throw ValidationError("--store, --portal and --ars belong together.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let path = global.output ?? Festlegung.fileName
        var catalog = try catalog(session)
        for finding in catalog.findings { session.tell(finding) }
        let roots = try packages.map { path in
            let package = try PackageReader().read(path)
            guard let root = catalog.add(package) else {
                throw CLIError(.findings, catalog.findings.last ?? CLIError.noSuchPath(path).finding)
            }
            return root
        }
        let known = AtomicFile(path).exists && !update ? try Festlegung.read(path) : nil
        if locked, known == nil { throw CLIError.noSuchPath(path) }
        let outcome = DependencyResolver(options: .init(lock: known, lockUse: locked ? .require : .prefer))
            .resolve(roots, in: catalog)
        guard let resolution = outcome.resolution else {
            for finding in outcome.findings where finding.severity == .error { session.tell(finding) }
            return .findings
        }
        if !locked { try AtomicFile(path).write(resolution.lock.bytes()) }
        if global.format == .json {
            session.write(json(resolution, path).rendered() + "\n")
        } else {
            session.write(text(resolution))
        }
        return .fine
    }

    private func catalog(_ session: Session) throws -> PackageCatalog {
        var catalog = PackageCatalog()
        for path in from { try catalog.add(packagesAt: path) }
        if let store, let portal, let ars {
            try catalog.add(PortalStore.open(path: store, options: .init(isReadOnly: true)), portal: portal, ars: ars)
        }
        catalog.add(try CodeListRegistry(paths: lists, session: session))
        return catalog
    }

    private func text(_ resolution: Resolution) -> String {
        let rows =
            resolution.packages.map { [$0.kennung, "\($0.version)", String($0.digest.prefix(12)), $0.origin] }
            + resolution.codeLists.map { [$0.uri, $0.version, String($0.sha256.prefix(12)), $0.origin] }
        return TextTable(rows).text
    }

    private func json(_ resolution: Resolution, _ path: String) -> JSONText {
        .object([
            ("schemaVersion", .string("1.0")), ("lock", .string(path)),
            (
                "packages",
                .array(
                    resolution.packages.map {
                        .object([
                            ("kennung", .string($0.kennung)), ("version", .string("\($0.version)")),
                            ("sha256", .string($0.digest)), ("origin", .string($0.origin)),
                        ])
                    })
            ),
            (
                "codeLists",
                .array(
                    resolution.codeLists.map {
                        .object([
                            ("uri", .string($0.uri)), ("version", .string($0.version)), ("sha256", .string($0.sha256)),
                            ("origin", .string($0.origin)),
                        ])
                    })
            ),
        ])
    }
}
