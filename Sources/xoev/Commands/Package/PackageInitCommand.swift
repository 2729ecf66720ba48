import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev package init`: makes the folder of a new package.
struct PackageInitCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes the folder of a new service package.",
        discussion: """
            EXAMPLE
              xoev package init hundesteuer --kennung de.nrw.soest.hundesteuer \\
                --bezeichnung 'Hundesteuer anmelden' --leistung 99102005104000 \\
                --herausgeber 'Stadt Soest' --ars 059740040040 --kontakt-email digital@soest.example
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The folder to make. It must not exist or be empty.", completion: .directory)
    var folder: String

    @Option(help: "The lasting identifier, such as de.nrw.soest.hundesteuer.")
    var kennung: String

    @Option(help: "The service's name in German.")
    var bezeichnung: String

    @Option(help: ArgumentHelp("The Leistungsschlüssel.", valueName: "key"))
    var leistung: String

    @Option(help: ArgumentHelp("Who publishes the package.", valueName: "name"))
    var herausgeber: String

    @Option(help: ArgumentHelp("The publisher's Amtlicher Regionalschlüssel.", valueName: "12 digits"))
    var ars: String

    @Option(help: ArgumentHelp("An address for questions.", valueName: "address"))
    var kontaktEmail: String?

    @Option(help: ArgumentHelp("The licence as an SPDX expression.", valueName: "spdx"))
    var lizenz = "EUPL-1.2"

    func run(in session: Session) async throws -> Findings.ExitCode {
        let options = PackageInitializer.Options(
            kennung: kennung, bezeichnung: bezeichnung,
            herausgeber: Herausgeber(name: herausgeber, ars: ars, kontakt: Kontakt(email: kontaktEmail)),
            leistungsschluessel: leistung, lizenz: lizenz, erstellt: session.now)
        do throws(TransferError) {
            try PackageInitializer(options: options).write(to: folder)
        } catch {
            // What is wrong with keys and identifiers is wrong with the command line.
            let isWriting = error.code == .alreadyExists || error.code.id.rawValue.hasPrefix("archive.")
            throw CLIError(isWriting ? CLIError.exitCode(for: error) : .usage, error.finding)
        }
        session.writeLine(
            Message(
                de:
                    "Angelegt: \(folder). Legen Sie die Bestandteile hinein und packen Sie mit: xoev package pack \(folder)",
                en: "Made: \(folder). Put the parts into it and pack it with: xoev package pack \(folder)"))
        return .fine
    }
}
