import Archives
import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev package pack`: packs a folder into one archive.
struct PackagePackCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "pack",
        abstract: "Packs a folder into one archive, with sizes and digests.",
        discussion: """
            The same folder gives the same bytes, wherever and whenever it is packed. Nothing is overwritten without \
            --force.

            EXAMPLES
              xoev package pack hundesteuer
              xoev package pack hundesteuer --output out/hundesteuer.dienst --force
            """)

    static let formats: [ReportFormat] = [.text, .json]
    static let outputIsArtifact = true

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The folder with dienstpaket.xml.", completion: .directory)
    var folder: String

    @Flag(help: "Overwrites the archive if it exists.")
    var force = false

    func run(in session: Session) async throws -> Findings.ExitCode {
        let builder = PackageBuilder()
        let outcome = try builder.pack(folder: folder)
        let target = global.output ?? outcome.recommendedFileName
        if !force, AtomicFile(target).exists { throw CLIError.exists(target) }
        try AtomicFile(target).write(outcome.archive)
        let manifest = outcome.package.manifest
        if global.format == .json {
            let result: JSONText = .object([
                ("schemaVersion", .string("1.0")), ("archive", .string(target)),
                ("size", .integer(outcome.archive.count)), ("kennung", .string(manifest.kennung)),
                ("version", .string(manifest.version.description)), ("digest", .string(outcome.package.digest)),
                ("parts", .integer(manifest.bestandteile.count)),
            ])
            session.write(result.rendered() + "\n")
        } else {
            session.writeLine(
                Message(
                    de: """
                        Gepackt: \(target) (\(outcome.archive.count) Bytes, Bestandteile: \(manifest.bestandteile.count)), \
                        \(manifest.kennung) \(manifest.version)
                        """,
                    en: """
                        Packed: \(target) (\(outcome.archive.count) bytes, parts: \(manifest.bestandteile.count)), \
                        \(manifest.kennung) \(manifest.version)
                        """))
            session.writeLine(
                Message(de: "Prüfsumme: \(outcome.package.digest)", en: "Digest: \(outcome.package.digest)"))
        }
        return .fine
    }
}
