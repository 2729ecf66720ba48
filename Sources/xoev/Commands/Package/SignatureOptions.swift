import ArgumentParser
import Findings
import ServiceTransfer

/// How signatures are checked along with a package.
struct SignatureOptions: ParsableArguments {
    @OptionGroup var trustOptions: TrustOptions

    @Flag(help: "A package without a signature that is trusted here is invalid.")
    var requireSignature = false

    /// The result of a check with what its signatures are worth. A package that bears none gains no layer, unless one is
    /// required.
    func judged(_ outcome: PackageVerifier.Outcome, _ session: Session) async throws -> CheckResult {
        var result = outcome.result
        guard let package = outcome.package else { return result }
        let isSigned = package.contents.files[Signatur.path] != nil
        guard isSigned || requireSignature else { return result }
        let verifier = SignatureVerifier(
            try trustStore(session), options: .init(moment: session.now, requiresSignature: requireSignature))
        let judgement = await verifier.verify(package)
        // Files that are not what they should be have been told before.
        let known = Set(result.findings.map(\.id))
        result.findings += judgement.findings.filter {
            !known.contains($0.id) || $0.id.rawValue.hasPrefix("signature.")
        }
        result.layers.append(judgement.layer)
        let signers = judgement.signers.map { signer in
            "\(signer.entry?.name ?? "?") \(signer.unterschrift.zeitpunkt) \(signer.unterschrift.schluessel)"
        }
        if !signers.isEmpty { result.facts.append(.init("signature", signers.joined(separator: "; "))) }
        return result
    }

    private func trustStore(_ session: Session) throws -> TrustStore {
        let hasPlace = TrustStore.defaultFolder(environment: session.context.environment) != nil
        if trustOptions.trust == nil, !hasPlace, !requireSignature { return TrustStore() }
        return try TrustStore.read(try trustOptions.folder(session))
    }
}
