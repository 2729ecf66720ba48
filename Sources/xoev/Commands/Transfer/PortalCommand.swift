import Archives
import ArgumentParser
import Findings
import ServiceTransfer

/// `xoev portal`: the group of commands for portal stores.
struct PortalCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "portal",
        abstract: "Makes portal stores.",
        subcommands: [PortalInitCommand.self])
}

/// `xoev portal init`: makes a store and enters municipalities.
struct PortalInitCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "init",
        abstract: "Makes a portal store, or enters further municipalities into one.",
        discussion: """
            The municipality and its portal come from a portal profile. One that is in the store already is left as it \
            is.

            EXAMPLE
              xoev portal init --store portal.sqlite --profile soest.xml --profile paderborn.xml
              xoev portal init --store nrw.sqlite --profile profiles/
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var store: PortalStoreOptions
    @OptionGroup var journal: JournalOptions

    @Option(
        help: ArgumentHelp("A portal profile, or a folder of them (*.xml). May be repeated.", valueName: "file|folder"),
        completion: .file())
    var profile: [String]

    func run(in session: Session) async throws -> Findings.ExitCode {
        let profiles = try InputList(profile).files().map { try session.readProfile($0) }
        let portal: PortalStore
        if AtomicFile(store.store).exists {
            portal = try store.open()
        } else {
            portal = try PortalStore.create(path: store.store)
            session.writeLine(
                Message(de: "Portalspeicher angelegt: \(store.store)", en: "Portal store made: \(store.store)"))
        }
        defer { try? portal.close() }
        let initializer = PortalInitializer(
            options: PortalInitializer.Options(actor: journal.name(in: session), moment: session.now))
        for profile in profiles {
            let outcome = try initializer.run(profile, in: portal)
            let name = "\(outcome.municipality.name) (ARS \(outcome.municipality.ars))"
            let place = outcome.municipality.portal
            session.writeLine(
                outcome.existed
                    ? Message(
                        de: "Schon eingetragen: \(name) im Portal \(place)",
                        en: "Entered already: \(name) in the portal \(place)")
                    : Message(
                        de: "Eingetragen: \(name) im Portal \(place)", en: "Entered: \(name) in the portal \(place)"))
        }
        return .fine
    }
}

/// Where the store is.
struct PortalStoreOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The portal store, a file.", valueName: "file"), completion: .file())
    var store: String

    /// Opens the store.
    func open(isReadOnly: Bool = false) throws -> PortalStore {
        try PortalStore.open(path: store, options: PortalStore.Options(isReadOnly: isReadOnly))
    }
}

/// Who acts, for the journal.
struct JournalOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Who acts, for the journal. Default: the user's login name.", valueName: "name"))
    var actor: String?

    /// The name for the journal.
    func name(in session: Session) -> String {
        actor ?? session.context.environment["LOGNAME"] ?? session.context.environment["USER"] ?? "xoev"
    }
}
