import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev trust add`: trusts a key or a certificate.
struct TrustAddCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Trusts the signatures of a public key, or of all keys that a certificate vouches for.",
        discussion: """
            EXAMPLES
              xoev trust add paderborn paderborn.pub.pem --for de.nrw.paderborn
              xoev trust add doi-ca root.pem
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var trustOptions: TrustOptions

    @Argument(help: "The name under which it is known here.")
    var name: String

    @Argument(help: "A PEM file with one public key (Ed25519, P-256) or one certificate.", completion: .file())
    var file: String

    @Option(
        name: .customLong("for"),
        help: ArgumentHelp(
            "Trusts it only for packages whose identifier is this or begins with it. May be repeated.",
            valueName: "kennung"))
    var packages: [String] = []

    func run(in session: Session) async throws -> Findings.ExitCode {
        let entry = try TrustStore.add(file, name: name, packages: packages, to: try trustOptions.folder(session))
        session.writeLine(
            Message(
                de: "Aufgenommen: \(entry.name), Kennung \(entry.id)",
                en: "Added: \(entry.name), identifier \(entry.id)"))
        if packages.isEmpty {
            session.say(
                Message(
                    de: "Hinweis: Der Eintrag gilt für alle Pakete; mit --for lässt er sich beschränken.",
                    en: "Note: the entry counts for all packages; --for restricts it."))
        }
        return .fine
    }
}
