import ArgumentParser

/// `xoev transfer`: the group of commands that move services between portals.
struct TransferCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "transfer",
        abstract: "Moves services between portals and keeps them: check, plan, apply, edit, upgrade, roll back.",
        discussion: """
            A plan tells what would happen and changes nothing; apply does exactly the plan in one transaction, or \
            nothing.

            EXAMPLES
              xoev transfer check hundesteuer-1.0.0.dienst --profile soest.xml
              xoev transfer plan hundesteuer-1.0.0.dienst --profile soest.xml --store portal.sqlite
              xoev transfer apply hundesteuer-1.0.0.dienst --profile soest.xml --store portal.sqlite
              xoev transfer rollout hundesteuer-1.0.0.dienst --profiles profiles/ --store portal.sqlite --waves 1,10,rest
              xoev transfer rollouts --store portal.sqlite
              xoev transfer status --store portal.sqlite
              xoev transfer edit de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite --show
              xoev transfer rollback de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite
              xoev transfer export de.nrw.paderborn.hundesteuer --ars 059740040040 --store portal.sqlite \\
                --output hundesteuer.dienst
            """,
        subcommands: [
            TransferCheckCommand.self, TransferPlanCommand.self, TransferApplyCommand.self,
            TransferRolloutCommand.self, TransferRolloutsCommand.self, TransferStatusCommand.self,
            TransferIdentitiesCommand.self,
            TransferEditCommand.self, TransferHistoryCommand.self, TransferDiffCommand.self,
            TransferRollbackCommand.self, TransferRemoveCommand.self, TransferExportCommand.self,
            TransferExportStockCommand.self,
        ])
}

/// What a transfer needs: package, profile, store, and what is allowed.
struct TransferOptions: ParsableArguments {
    @Argument(help: "The package: an archive or a folder.", completion: .file())
    var package: String

    @Option(help: ArgumentHelp("The portal profile of the target.", valueName: "file"), completion: .file())
    var profile: String

    @OptionGroup var store: PortalStoreOptions

    @Flag(help: "Takes over a service that is there under another identity, instead of refusing.")
    var adopt = false

    @Flag(help: "Lets an older version replace a newer one.")
    var allowDowngrade = false

    @Flag(help: "Lets the profile have another name for the municipality than the store.")
    var allowRenaming = false

    @OptionGroup(title: "Local changes and upgrades") var merge: MergeOptions

    @OptionGroup(title: "Dependencies") var dependencies: LockOptions

    @OptionGroup(title: "Signatures") var signature: SignatureOptions
}
