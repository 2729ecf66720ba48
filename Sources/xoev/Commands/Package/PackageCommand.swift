import ArgumentParser

/// `xoev package`: the group of commands for service packages.
struct PackageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "package",
        abstract: "Makes, packs, verifies, signs and shows service packages (Dienstpakete).",
        discussion: """
            A package is a folder with dienstpaket.xml at its top, or one archive (.dienst). See \
            Documentation/Formate/Dienstpaket.md.

            EXAMPLES
              xoev package init hundesteuer --kennung de.nrw.soest.hundesteuer --bezeichnung 'Hundesteuer anmelden' …
              xoev package import bestand/ --leistung 99102901104000 --into hundesteuer
              xoev package pack hundesteuer
              xoev package verify hundesteuer-0.1.0.dienst
              xoev package sign hundesteuer-0.1.0.dienst --key signatur.pem
            """,
        subcommands: [
            PackageInitCommand.self, PackageImportCommand.self, PackagePackCommand.self, PackageVerifyCommand.self,
            PackageInspectCommand.self, PackageJSONCommand.self, PackageKeygenCommand.self, PackageSignCommand.self,
            PackageLockCommand.self,
        ])
}
