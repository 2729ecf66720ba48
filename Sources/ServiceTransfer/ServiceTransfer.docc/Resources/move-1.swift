import Findings
import ServiceTransfer

/// Moves the dog tax service to Soest and lives with it there.
func moveYourFirstService(in folder: String, tell: (String) -> Void) async throws {
    // A package may come from anywhere. It is used only when everything in it is what it says.
    let verified = try await PackageVerifier().operation("\(folder)/hundesteuer-1.0.0.dienst").run()
    for finding in verified.result.findings { tell(finding.message.rendered(.en)) }
    guard let package = verified.package, verified.result.verdict == .valid else { return }
}
