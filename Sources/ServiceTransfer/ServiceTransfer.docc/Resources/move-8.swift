import Findings
import ServiceTransfer

/// Moves the dog tax service to Soest and lives with it there.
func moveYourFirstService(in folder: String, tell: (String) -> Void) async throws {
    // A package may come from anywhere. It is used only when everything in it is what it says.
    let verified = try await PackageVerifier().operation("\(folder)/hundesteuer-1.0.0.dienst").run()
    for finding in verified.result.findings { tell(finding.message.rendered(.en)) }
    guard let package = verified.package, verified.result.verdict == .valid else { return }

    // The profile of a municipality says everything that differs from town to town.
    let soest = try ProfileReader().read(path: "\(folder)/profile/soest.xml")
    let store = try PortalStore.create(path: "\(folder)/portal.sqlite")
    let actor = "erika"
    let moment = "2026-11-23T12:00:00Z"
    let initializer = PortalInitializer(options: .init(actor: actor, moment: moment))
    _ = try initializer.run(soest, in: store)

    // A plan tells what would happen and what is missing. It changes nothing.
    let plan = try await TransferPlanner().operation(package, for: soest, in: store).run()
    for entry in plan.entries { tell("\(entry.action) \(entry.kind) \(entry.id)") }
    for item in plan.missing { tell(item.text.en) }
    guard plan.isApplicable else { return }

    // Exactly this plan is done, or nothing. Whoever wants to, follows how far it is.
    let applier = TransferApplier(options: .init(actor: actor, moment: moment))
    let run = applier.operation(plan, package, for: soest, in: store).start()
    for await progress in run.progress {
        tell("\(progress.phase) \(progress.done) of \(progress.total ?? 0)")
    }
    guard try await run.outcome.isChanged else { return }

    // The town changes what is its own to decide …
    let service = ServiceAddress(ars: soest.kommune.ars.text, kennung: package.manifest.kennung)
    let editor = TransferEditor(options: .init(service: service, actor: actor, moment: moment))
    let edits = [TransferEditor.Edit("parameter:anmeldefristTage", .text("21"))]
    for change in try await editor.operation(edits, in: store).run().changes { tell(change.path.description) }

    // … and keeps it when a new version comes. Where both changed a field, the town's value stays.
    let newer = try PackageReader().read("\(folder)/hundesteuer-1.1.0.dienst")
    let ours = MergeRules(rules: [.init(FieldPattern("*"), .ours)])
    let upgrade = TransferUpgrade(options: .init(planning: .init(merge: ours), actor: actor, moment: moment))
    let upgraded = try await upgrade.operation(newer, for: soest, in: store).run()
    for field in upgraded.plan.fields { tell("\(field.path): \(field.outcome)") }

    // Any earlier state comes back exactly. The rollback is an entry of the history, too.
    let rollback = TransferRollback(options: .init(service: service, actor: actor, moment: moment))
    let before = try await rollback.operation(in: store).run()
    tell("\(before.fromVersion ?? "none") back to \(before.toVersion ?? "none")")

    // The same service for every municipality of the store: one first, then the rest.
    let files = ["soest", "paderborn"].map { "\(folder)/profile/\($0).xml" }
    let targets = try await RolloutTarget.reading(files).run()
    for target in targets { _ = try initializer.run(target.profile.get(), in: store) }
    var options = TransferRollout.Options(actor: actor, moment: moment)
    options.planning.merge = ours
    options.waves = RolloutWaves("1,rest")
    let report = try await TransferRollout(options: options).operation(newer, to: targets, in: store).run()
    tell(report.summary(.en))
}
