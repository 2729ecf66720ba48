import ArgumentParser

/// `xoev trust`: the group of commands for the trust store.
struct TrustCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "trust",
        abstract: "Says whose signatures on service packages are trusted here.",
        discussion: """
            The trust store is a folder with one PEM file per public key or certificate. Compare a key's identifier with \
            its owner by a second way, such as telephone, before you add it. See Documentation/Formate/Signatur.md.

            EXAMPLES
              xoev trust add paderborn paderborn.pub.pem --for de.nrw.paderborn
              xoev trust list
              xoev trust remove paderborn
            """,
        subcommands: [TrustAddCommand.self, TrustListCommand.self, TrustRemoveCommand.self])
}
