import ArgumentParser

/// The root of the command line.
struct XOEVCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "xoev",
        abstract: "Checks German XÖV messages and moves online services between municipal portals.",
        discussion: """
            Results go to standard output, everything else to standard error. Messages are German or English, \
            after --language or the locale. Values from documents are personal data and hidden unless --show-values \
            is given. Nothing is ever fetched from a network.

            EXIT CODES
              0  fine                        4  something that was named does not exist
              1  errors were found           5  a check could not run
              2  the command line is wrong  70  a fault of this program
              3  an input is unreadable or not XML, or an output cannot be written

            EXAMPLES
              xoev validate --schema xsd/ messages/
              xoev inspect message.xml
              xoev package verify service.dienst
            """,
        version: Version.description,
        subcommands: [
            ValidateCommand.self, InspectCommand.self, ConvertCommand.self, SchemasCommand.self, GenerateCommand.self,
            CodelistCommand.self, FIMCommand.self, MappingCommand.self, PackageCommand.self, PortalCommand.self,
            TransferCommand.self, TrustCommand.self,
        ]
    )
}
