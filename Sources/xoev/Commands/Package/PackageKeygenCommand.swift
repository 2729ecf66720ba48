import Archives
import ArgumentParser
import Findings
import Foundation
import ServiceTransfer

extension SignatureAlgorithm: ExpressibleByArgument {
    /// `ed25519` or `p256`.
    public init?(argument: String) {
        switch argument.lowercased() {
        case "ed25519": self = .ed25519
        case "p256": self = .ecdsaP256
        default: return nil
        }
    }

    /// The values that are offered in help and completion.
    public static var allValueStrings: [String] { ["ed25519", "p256"] }

    /// How the default is shown in help.
    public var defaultValueDescription: String { self == .ed25519 ? "ed25519" : "p256" }
}

/// `xoev package keygen`: makes a key to sign packages with.
struct PackageKeygenCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "keygen",
        abstract: "Makes a key pair to sign service packages with.",
        discussion: """
            The private key goes into a new file that only its owner may read; it is never printed. The public key goes \
            beside it, into NAME.pub.pem, to be given to those who shall trust it. No file is overwritten.

            EXAMPLE
              xoev package keygen --output signatur
            """)

    static let formats: [ReportFormat] = [.text]
    static let outputIsArtifact = true

    @OptionGroup var global: GlobalOptions

    @Option(help: "The algorithm.")
    var algorithm: SignatureAlgorithm = .ed25519

    func validate() throws {
        if global.output == nil {
            throw ValidationError("Name the files with --output NAME: NAME.pem and NAME.pub.pem.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let name = global.output ?? "signatur"
        let (secret, open) = (name + ".pem", name + ".pub.pem")
        if AtomicFile(open).exists { throw CLIError.exists(open) }
        try AtomicFile(open).check()
        let key = SigningKey(generating: algorithm)
        try key.write(to: secret)
        try AtomicFile(open).write(key.publicKey.pem)
        session.writeLine(
            Message(
                de: """
                    Privater Schlüssel: \(secret) (geheim halten, sichern)
                    Öffentlicher Schlüssel: \(open)
                    Kennung: \(key.publicKey.id)
                    """,
                en: """
                    Private key: \(secret) (keep secret, back up)
                    Public key: \(open)
                    Identifier: \(key.publicKey.id)
                    """))
        return .fine
    }
}
