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
}
