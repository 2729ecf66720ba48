import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev trust list`: whose signatures are trusted.
struct TrustListCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Tells whose signatures are trusted here, and for which packages.",
        discussion: """
            EXAMPLES
              xoev trust list
              xoev trust list --format json
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var trustOptions: TrustOptions

    func run(in session: Session) async throws -> Findings.ExitCode {
        let store = try TrustStore.read(try trustOptions.folder(session))
        for finding in store.findings { session.tell(finding) }
        if global.format == .json {
            let result: JSONText = .object([
                ("schemaVersion", .string("1.0")), ("entries", .array(store.entries.map(json))),
            ])
            session.write(result.rendered() + "\n")
            return .fine
        }
        session.write(TextTable(store.entries.map(row)).text)
        if store.entries.isEmpty {
            session.say(Message(de: "Der Vertrauensspeicher ist leer.", en: "The trust store is empty."))
        }
        return .fine
    }

    private func kind(_ entry: TrustedEntry) -> String {
        switch entry.kind {
        case .key(let key): key.algorithm.rawValue
        case .certificate: "X.509"
        }
    }

    private func row(_ entry: TrustedEntry) -> [String] {
        let scope = entry.packages.isEmpty ? "*" : entry.packages.joined(separator: ", ")
        let certificate = [entry.subject, entry.validUntil].compactMap { $0 }.joined(separator: ", ")
        return [entry.name, kind(entry), entry.id, scope, certificate]
    }

    private func json(_ entry: TrustedEntry) -> JSONText {
        .object([
            ("name", .string(entry.name)),
            ("kind", .string(kind(entry))),
            ("id", .string(entry.id)),
            ("packages", .array(entry.packages.map { .string($0) })),
            ("subject", entry.subject.map { .string($0) }),
            ("validUntil", entry.validUntil.map { .string($0) }),
        ])
    }
}
