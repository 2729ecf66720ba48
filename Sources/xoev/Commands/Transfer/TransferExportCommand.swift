import Archives
import ArgumentParser
import FIM
import Findings
import SchemaModel
import ServiceTransfer

/// `xoev transfer export`: writes an installed service back out as a package.
struct TransferExportCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Writes an installed service back out as a package.",
        discussion: """
            By default the package is the one that was installed, byte for byte, with its publisher's signature; with \
            --bound the parts are those of the portal, bound to the municipality and with its changes, and the \
            publisher's signature no longer holds; its services and forms have to be valid against their schemas (those of the \
            schema store, else the built-in ones). A name that ends in .dienst or .zip gives an archive, another one a folder.

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

    @Flag(help: "Writes the parts as they are in the portal.")
    var bound = false

    @Flag(
        name: .customLong("validate"), inversion: .prefixedNo,
        help: "With --bound: checks services and forms against their schemas before they are written.")
    var isChecked = true

    @Flag(help: "Overwrites the archive if it exists.")
    var force = false

    func run(in session: Session) async throws -> Findings.ExitCode {
        let version = try packageVersion.map { try SemanticVersion($0) }
        let opened = try store.open(isReadOnly: true)
        defer { try? opened.close() }
        let check =
            bound && isChecked ? try OutputCheck(SchemaStore(path: nil, session: session).sourcesAtHand()) : nil
        let exporter = PackageExporter(
            options: PackageExporter.Options(
                ars: ars, portal: portal, kennung: kennung, version: version, isBound: bound, moment: session.now),
            check: check)
        let name = kennung.split(separator: ".").last.map(String.init) ?? kennung
        let target = global.output ?? "\(name).dienst"
        if !force, AtomicFile(target).exists { throw CLIError.exists(target) }
        try exporter.export(from: opened, to: target, overwrites: force)
        session.writeLine(Message(de: "Geschrieben: \(target)", en: "Written: \(target)"))
        try tellSignature(opened, session)
        return .fine
    }

    /// The signature of the publisher is over the package as it was installed; what a town made of it is its own.
    private func tellSignature(_ store: PortalStore, _ session: Session) throws {
        let status = try StatusReporter(options: .init(ars: ars, journalLimit: 0)).status(of: store)
        let service = status.municipalities.filter { portal == nil || $0.portal == portal }
            .flatMap(\.services).first { $0.kennung == kennung }
        guard let service else { return }
        if bound {
            guard service.isSigned else { return }
            session.say(
                Message(
                    de: "Es ist nicht mehr das Paket des Herausgebers: Seine Unterschrift ist nicht dabei.",
                    en: "It is no longer the publisher's package: the publisher's signature is left out."))
        } else if packageVersion == nil, service.parts.contains(where: { $0.local != $0.bound }) {
            session.say(
                Message(
                    de: "Ausgegeben ist das Paket des Herausgebers; die Änderungen von hier gibt --bound mit aus.",
                    en: "Written is the publisher's package; --bound includes the changes made here."))
        }
    }
}
