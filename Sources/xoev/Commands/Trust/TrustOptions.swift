import ArgumentParser
import Findings
import ServiceTransfer

/// Where the trust store is.
struct TrustOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "The trust store. Default: xoev/trust in $XDG_CONFIG_HOME or ~/.config.", valueName: "folder"),
        completion: .directory)
    var trust: String?

    /// The folder of the trust store.
    func folder(_ session: Session) throws -> String {
        if let folder = trust ?? TrustStore.defaultFolder(environment: session.context.environment) { return folder }
        throw CLIError(
            "cli.no-trust-store", .usage,
            Message(
                de: "Weder HOME noch XDG_CONFIG_HOME ist gesetzt; der Vertrauensspeicher ist unbekannt.",
                en: "Neither HOME nor XDG_CONFIG_HOME is set; the trust store is unknown."),
            hint: Message(de: "Nennen Sie ihn mit --trust ORDNER.", en: "Name it with --trust FOLDER."))
    }
}
