import Archives
import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev transfer export`: writes an installed service back out as a package.
struct TransferExportCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes an installed service back out as a package.",
        discussion: """
            By default the parts are the original ones, byte for byte; with --bound those bound to the municipality. \
            A name that ends in .dienst or .zip gives an archive, another one a folder.

            EXAMPLE
              xoev transfer export de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite \\
                --output hundesteuer.dienst
            """)

    static let formats: [ReportFormat] = [.text]
    static let outputIsArtifact = true

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The package's identifier.")
    var kennung: String

    @Option(help: ArgumentHelp("The municipality's Amtlicher Regionalschlüssel.", valueName: "12 digits"))
    var ars: String

    @OptionGroup var store: PortalStoreOptions

    @Option(help: ArgumentHelp("The portal, where several have the municipality.", valueName: "id"))
    var portal: String?

    @Option(help: ArgumentHelp("An earlier version instead of the installed one.", valueName: "version"))
    var packageVersion: String?

    @Flag(help: "Writes the parts as they are bound to the municipality.")
    var bound = false

    @Flag(help: "Overwrites the archive if it exists.")
    var force = false

    func run(in session: Session) async throws -> Findings.ExitCode {
        let version = try packageVersion.map { try SemanticVersion($0) }
        let opened = try store.open(isReadOnly: true)
        defer { try? opened.close() }
        let exporter = PackageExporter(
            options: PackageExporter.Options(
                ars: ars, portal: portal, kennung: kennung, version: version, isBound: bound, moment: session.now))
        let name = kennung.split(separator: ".").last.map(String.init) ?? kennung
        let target = global.output ?? "\(name).dienst"
        if !force, AtomicFile(target).exists { throw CLIError.exists(target) }
        try exporter.export(from: opened, to: target, overwrites: force)
        session.writeLine(Message(de: "Geschrieben: \(target)", en: "Written: \(target)"))
        return .fine
    }
}
