import Crypto
import Findings
import Foundation
import SwiftASN1
// A moment that is injected: checks must give the same result whenever they run again.
@_spi(FixedExpiryValidationTime) import X509

/// Judges the certificates of a signature: whether they lead to a trusted one and are valid at a moment (RFC 5280).
///
/// There is no revocation check: it would need a network. Who must revoke a key removes it, or its issuer, from the trust
/// store.
struct CertificateChain {
    enum Verdict {
        /// The trusted certificate to which the chain leads.
        case trusted(TrustedEntry)
        /// What stands against the chain.
        case refused(Finding)
    }

    let trust: TrustStore
    let moment: Date
    let file: String

    /// The public key of a certificate in DER, if it is of a supported algorithm.
    static func key(of der: [UInt8]) -> VerificationKey? {
        guard let key = (try? Certificate(derEncoded: der))?.publicKey else { return nil }
        if let p256 = P256.Signing.PublicKey(key) { return VerificationKey(p256) }
        return Curve25519.Signing.PublicKey(key).map { VerificationKey($0) }
    }

    /// Judges certificates, the key's own first.
    func judge(_ certificates: [[UInt8]]) async -> Verdict {
        let parsed = certificates.compactMap { try? Certificate(derEncoded: $0) }
        guard let leaf = parsed.first, parsed.count == certificates.count else { return .refused(unreadable) }
        if let usage = try? leaf.extensions.keyUsage, !usage.digitalSignature, !usage.nonRepudiation {
            return .refused(notForSigning(leaf))
        }
        // Who trusts this very certificate needs no issuer; the calendar counts all the same.
        if let entry = trust.entries.first(where: { $0.kind == .certificate(certificates[0]) }) {
            if moment > leaf.notValidAfter { return .refused(expired(leaf)) }
            if moment < leaf.notValidBefore { return .refused(notYetValid(leaf)) }
            return .trusted(entry)
        }
        let anchors = trust.entries.compactMap { entry -> (TrustedEntry, Certificate)? in
            guard case .certificate(let der) = entry.kind else { return nil }
            return (try? Certificate(derEncoded: der)).map { (entry, $0) }
        }
        var verifier = Verifier(rootCertificates: CertificateStore(anchors.map(\.1))) {
            RFC5280Policy(fixedExpiryValidationTime: moment)
        }
        let result = await verifier.validate(
            leaf: leaf, intermediates: CertificateStore(parsed.dropFirst()))
        switch result {
        case .validCertificate(let chain):
            guard let root = chain.last, let entry = anchors.first(where: { $0.1 == root })?.0 else {
                return .refused(untrusted(leaf))
            }
            return .trusted(entry)
        case .couldNotValidate(let failures):
            // A chain to a trusted root that only the calendar stands against deserves to be named as such.
            for certificate in failures.flatMap({ $0.chain }) {
                if moment > certificate.notValidAfter { return .refused(expired(certificate)) }
                if moment < certificate.notValidBefore { return .refused(notYetValid(certificate)) }
            }
            return .refused(failures.isEmpty ? untrusted(leaf) : faulty(leaf))
        }
    }

    private var unreadable: Finding {
        finding(
            "signature.certificate-unreadable",
            Message(
                de: "Ein Zertifikat der Signatur ist unlesbar.",
                en: "A certificate of the signature is unreadable."),
            Message(de: "Fordern Sie das Paket neu an.", en: "Request the package anew."))
    }

    private func notForSigning(_ leaf: Certificate) -> Finding {
        finding(
            "signature.certificate-not-for-signing",
            Message(
                de: "Das Zertifikat „\(leaf.subject)“ erlaubt keine Signaturen (keyUsage).",
                en: "The certificate “\(leaf.subject)” does not allow signatures (keyUsage)."),
            Message(
                de: "Der Unterzeichner braucht ein Zertifikat mit digitalSignature.",
                en: "The signer needs a certificate with digitalSignature."))
    }

    private func expired(_ certificate: Certificate) -> Finding {
        finding(
            "signature.certificate-expired",
            Message(
                de: """
                    Das Zertifikat „\(certificate.subject)“ ist seit \
                    \(SignatureTime.text(certificate.notValidAfter)) abgelaufen.
                    """,
                en: """
                    The certificate “\(certificate.subject)” expired on \
                    \(SignatureTime.text(certificate.notValidAfter)).
                    """),
            Message(
                de: """
                    Bitten Sie den Herausgeber, das Paket mit einem gültigen Zertifikat neu zu signieren; der \
                    Zeitpunkt in der Signatur ist nur behauptet und genügt nicht.
                    """,
                en: """
                    Ask the publisher to sign the package again with a valid certificate; the moment in the \
                    signature is only claimed and does not suffice.
                    """
            ))
    }

    private func notYetValid(_ certificate: Certificate) -> Finding {
        finding(
            "signature.certificate-not-yet-valid",
            Message(
                de: """
                    Das Zertifikat „\(certificate.subject)“ gilt erst ab \
                    \(SignatureTime.text(certificate.notValidBefore)).
                    """,
                en: """
                    The certificate “\(certificate.subject)” is valid from \
                    \(SignatureTime.text(certificate.notValidBefore)) only.
                    """
            ),
            Message(
                de: "Prüfen Sie die Uhr dieses Rechners; geht sie richtig, warten Sie oder fragen den Herausgeber.",
                en: "Check this machine's clock; if it is right, wait or ask the publisher."))
    }

    private func untrusted(_ leaf: Certificate) -> Finding {
        finding(
            "signature.certificate-untrusted",
            Message(
                de: "Die Zertifikate von „\(leaf.subject)“ führen zu keinem Aussteller, dem hier vertraut wird.",
                en: "The certificates of “\(leaf.subject)” lead to no issuer that is trusted here."),
            Message(
                de: """
                    Prüfen Sie den Aussteller auf einem zweiten Weg und nehmen Sie sein Zertifikat auf: xoev \
                    trust add NAME DATEI
                    """,
                en: "Verify the issuer by a second way and add its certificate: xoev trust add NAME FILE"))
    }

    private func faulty(_ leaf: Certificate) -> Finding {
        finding(
            "signature.certificate-invalid",
            Message(
                de: """
                    Die Zertifikate von „\(leaf.subject)“ verstoßen gegen die Regeln für Zertifikatsketten (RFC \
                    5280).
                    """,
                en: "The certificates of “\(leaf.subject)” break the rules for chains of certificates (RFC 5280)."),
            Message(
                de: """
                    Der Herausgeber muss sich von seinem Zertifizierungsdienst ein gültiges Zertifikat \
                    ausstellen lassen.
                    """,
                en: "The publisher must have a valid certificate issued by its certification service."))
    }

    private func finding(_ id: FindingID, _ message: Message, _ hint: Message) -> Finding {
        Finding(id, .error, at: Location(file: file), message, hint: hint)
    }
}
