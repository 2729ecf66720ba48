import Archives
import ArgumentParser
import Findings
import Foundation
import ServiceTransfer

/// `xoev package sign`: signs a package.
struct PackageSignCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "sign",
        abstract: "Signs a service package.",
        discussion: """
            The signature goes into META-INF/signatur.xml of the archive or folder itself, or of a new archive with \
            --output; the package's digest stays. Signatures of others over the same content stay, too. What was changed \
            after packing is not signed: pack it first.

            The key is a PEM file, or env:NAME for an environment variable that holds the PEM text.

            EXAMPLES
              xoev package sign hundesteuer-1.0.0.dienst --key signatur.pem
              xoev package sign hundesteuer-1.0.0.dienst --key env:SIGNATUR --certificates chain.pem \\
                --source https://git.example/hundesteuer --commit 9f86d08
            """)

    static let formats: [ReportFormat] = [.text, .json]
    static let outputIsArtifact = true

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A package: an archive or a folder.", completion: .file())
    var package: String

    @Option(help: ArgumentHelp("The private key.", valueName: "file|env:NAME"), completion: .file())
    var key: String

    @Option(
        help: ArgumentHelp("The key's certificate and those of its issuers, in PEM.", valueName: "file"),
        completion: .file())
    var certificates: String?

    @Option(help: ArgumentHelp("Where the package's sources are, to be signed along.", valueName: "address"))
    var source: String?

    @Option(help: ArgumentHelp("The commit of the sources, to be signed along.", valueName: "id"))
    var commit: String?

    @Flag(help: "Overwrites the archive that --output names.")
    var force = false

    func run(in session: Session) async throws -> Findings.ExitCode {
        let (signingKey, warnings) = try SigningKey.read(key, environment: session.context.environment)
        for warning in warnings { session.tell(warning) }
        let loaded = try PackageReader().read(package)
        let origin = Signatur.Entstehung(werkzeug: Version.description, quelle: source, commit: commit)
        let signer = PackageSigner(
            signingKey,
            options: .init(moment: session.now, entstehung: origin, certificates: try certificates.map(text)))
        let signed = try signer.sign(loaded)
        let target = try write(signed)
        if global.format == .json {
            let result: JSONText = .object([
                ("schemaVersion", .string("1.0")), ("package", .string(target)), ("digest", .string(loaded.digest)),
                ("key", .string(signingKey.publicKey.id)), ("algorithm", .string(signingKey.algorithm.rawValue)),
            ])
            session.write(result.rendered() + "\n")
        } else {
            session.writeLine(
                Message(
                    de: "Signiert: \(target) mit dem Schlüssel \(signingKey.publicKey.id)",
                    en: "Signed: \(target) with the key \(signingKey.publicKey.id)"))
        }
        return .fine
    }

    /// Writes the signed package; the path that was written.
    private func write(_ signed: PackageContents) throws -> String {
        if let output = global.output {
            if !force, AtomicFile(output).exists { throw CLIError.exists(output) }
            try AtomicFile(output).write(PackageSigner.archive(signed))
            return output
        }
        if signed.isArchive {
            try AtomicFile(package).write(PackageSigner.archive(signed))
            return package
        }
        let file = URL(filePath: package).appending(path: Signatur.path)
        try? FileManager.default.createDirectory(
            at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try AtomicFile(file.path).write(signed.files[Signatur.path] ?? [])
        return package
    }

    private func text(_ path: String) throws -> String {
        String(decoding: try NamedFile.bytes(path), as: UTF8.self)
    }
}
