import Findings
import Foundation

/// Checks who signed a package and whether anything was changed since.
///
/// A package is `trusted` only when every byte is the one that was signed, every signature on it is valid, and at least one
/// is by somebody the trust store names for this package.
public struct SignatureVerifier: Sendable {
    /// How signatures are checked.
    public struct Options: Sendable {
        /// The moment at which certificates must be valid: `YYYY-MM-DDThh:mm:ssZ`. There is no clock inside.
        public var moment: String
        /// Whether a package without a trusted signature is an error.
        public var requiresSignature: Bool

        /// Options from their parts.
        public init(moment: String, requiresSignature: Bool = false) {
            self.moment = moment
            self.requiresSignature = requiresSignature
        }
    }

    /// One signature and what became of it.
    public struct Signer: Sendable, Hashable {
        /// The signature as it stands in the file.
        public let unterschrift: Signatur.Unterschrift
        /// The entry of the trust store that vouches for it; nil when there is none.
        public let entry: TrustedEntry?
        /// Whether the value is right for key and content; nil when the key is not at hand.
        public let isValid: Bool?
    }

    /// What the package is worth.
    public enum Trust: String, Sendable, Hashable, Codable {
        /// It bears no signature.
        case unsigned
        /// It is signed by nobody known here; nothing speaks against it.
        case unknown
        /// It is unaltered and signed by somebody trusted.
        case trusted
        /// Something is wrong: altered, forged, expired.
        case refused
    }

    /// What checking came to.
    public struct Outcome: Sendable {
        /// What the package is worth.
        public let trust: Trust
        /// The signatures in their order.
        public let signers: [Signer]
        /// What was found.
        public let findings: [Finding]

        /// The check as a layer of a report, named `signature`.
        public var layer: Layer {
            let outcome: Layer.Outcome =
                if findings.contains(where: { $0.severity == .error }) {
                    .failed
                } else {
                    switch trust {
                    case .trusted: .passed
                    case .unsigned:
                        .skipped(Message(de: "nicht signiert", en: "not signed"))
                    case .unknown, .refused:
                        .skipped(Message(de: "kein bekannter Unterzeichner", en: "no known signer"))
                    }
                }
            return Layer(name: "signature", outcome: outcome)
        }
    }

    private let store: TrustStore
    private let options: Options

    /// A verifier with a trust store.
    public init(_ store: TrustStore, options: Options) {
        self.store = store
        self.options = options
    }

    /// Checks a package. Its files must be all of the package: what is not there was not checked.
    public func verify(_ package: LoadedPackage) async -> Outcome {
        let file = package.contents.displayName(Signatur.path)
        guard let moment = SignatureTime.date(options.moment) else {
            return Outcome(trust: .refused, signers: [], findings: [Self.noMoment(options.moment)])
        }
        guard let bytes = package.contents.files[Signatur.path] else {
            let findings = options.requiresSignature ? [missing(package)] : []
            return Outcome(trust: .unsigned, signers: [], findings: findings)
        }
        let signatur: Signatur
        do throws(TransferError) {
            signatur = try Signatur.read(bytes, name: file)
        } catch {
            return Outcome(trust: .refused, signers: [], findings: [error.finding])
        }
        var findings = FileCheck(package: package).run().check.findings
        if let other = other(signatur, package, file) { findings.append(other) }
        var signers: [Signer] = []
        for unterschrift in signatur.unterschriften {
            let (signer, found) = await judge(unterschrift, of: signatur, at: moment, file: file)
            signers.append(signer)
            findings += found
        }
        let hasErrors = findings.contains { $0.severity == .error }
        let isTrusted = signers.contains { $0.entry != nil && $0.isValid == true }
        if !hasErrors, !isTrusted { findings.append(unknown(signers, file)) }
        findings += store.findings
        return Outcome(
            trust: hasErrors ? .refused : isTrusted ? .trusted : .unknown, signers: signers, findings: findings)
    }

    private func judge(
        _ unterschrift: Signatur.Unterschrift, of signatur: Signatur, at moment: Date, file: String
    ) async -> (Signer, [Finding]) {
        var findings: [Finding] = []
        var entry: TrustedEntry?
        var key: VerificationKey?
        if let certificate = unterschrift.zertifikate.first {
            guard let found = CertificateChain.key(of: certificate), found.id == unterschrift.schluessel else {
                return (
                    Signer(unterschrift: unterschrift, entry: nil, isValid: nil), [keyMismatch(unterschrift, file)]
                )
            }
            key = found
            switch await CertificateChain(trust: store, moment: moment, file: file).judge(unterschrift.zertifikate) {
            case .trusted(let found): entry = found
            case .refused(let finding):
                var finding = finding
                // That an issuer is not known here is no fault of the package; without need for a signature it is told.
                if finding.id == "signature.certificate-untrusted", !options.requiresSignature {
                    finding.severity = .warning
                }
                findings.append(finding)
            }
        }
        // A key that is trusted by itself needs no certificate to be known, but an expired one still counts against it.
        let pinned = store.entries.first { $0.id == unterschrift.schluessel }
        if let pinned, case .key(let known) = pinned.kind {
            key = known
            entry = entry ?? (findings.allSatisfy { $0.id == "signature.certificate-untrusted" } ? pinned : nil)
            if entry != nil { findings.removeAll { $0.id == "signature.certificate-untrusted" } }
        }
        guard let key else {
            return (Signer(unterschrift: unterschrift, entry: nil, isValid: nil), findings)
        }
        guard key.algorithm == unterschrift.algorithmus,
            key.isValid(unterschrift.wert, for: signatur.statement(unterschrift))
        else {
            return (
                Signer(unterschrift: unterschrift, entry: entry, isValid: false),
                findings + [forged(unterschrift, entry, file)]
            )
        }
        if let outside = entry, !outside.covers(signatur.kennung) {
            findings.append(outOfScope(outside, signatur, file))
            entry = nil
        }
        if let signed = SignatureTime.date(unterschrift.zeitpunkt), signed > moment.addingTimeInterval(86_400) {
            findings.append(future(unterschrift, file))
        }
        return (Signer(unterschrift: unterschrift, entry: entry, isValid: true), findings)
    }
}

extension SignatureVerifier {
    private static func noMoment(_ text: String) -> Finding {
        Finding(
            "signature.no-moment", .error,
            Message(
                de: "„\(text)“ ist kein Zeitpunkt in UTC wie 2026-11-23T12:00:00Z.",
                en: "“\(text)” is not a moment in UTC such as 2026-11-23T12:00:00Z."))
    }

    private func missing(_ package: LoadedPackage) -> Finding {
        Finding(
            "signature.missing", .error, at: Location(file: package.contents.name),
            Message(
                de: "Das Paket ist nicht signiert; verlangt ist eine Signatur.",
                en: "The package is not signed; a signature is required."),
            hint: Message(
                de: "Fordern Sie das signierte Paket beim Herausgeber an; Signaturen lassen sich spurlos entfernen.",
                en: "Request the signed package from the publisher; signatures can be removed without a trace."))
    }

    private func other(_ signatur: Signatur, _ package: LoadedPackage, _ file: String) -> Finding? {
        let manifest = package.manifest
        if signatur.sha256 == package.digest, signatur.kennung == manifest.kennung, signatur.version == manifest.version
        {
            return nil
        }
        return Finding(
            "signature.other-content", .error, at: Location(file: file),
            Message(
                de: """
                    Signiert wurde etwas anderes: \(signatur.kennung) \(signatur.version) mit der Prüfsumme \
                    \(signatur.sha256), nicht \(manifest.kennung) \(manifest.version) mit \(package.digest).
                    """,
                en: """
                    Something else was signed: \(signatur.kennung) \(signatur.version) with the digest \
                    \(signatur.sha256), not \(manifest.kennung) \(manifest.version) with \(package.digest).
                    """
            ),
            hint: Message(
                de: """
                    dienstpaket.xml wurde nach dem Signieren verändert, oder die Signatur stammt von einem \
                    anderen Paket. Fordern Sie das Paket neu an; wer es selbst geändert hat, signiert neu.
                    """,
                en: """
                    dienstpaket.xml was changed after signing, or the signature is another package's. Request \
                    the package anew; who changed it signs again.
                    """
            ))
    }

    private func keyMismatch(_ unterschrift: Signatur.Unterschrift, _ file: String) -> Finding {
        Finding(
            "signature.key-mismatch", .error, at: Location(file: file),
            Message(
                de: "Das Zertifikat gehört nicht zum Schlüssel \(unterschrift.schluessel).",
                en: "The certificate does not belong to the key \(unterschrift.schluessel)."),
            hint: Message(de: "Fordern Sie das Paket neu an.", en: "Request the package anew."))
    }

    private func forged(_ unterschrift: Signatur.Unterschrift, _ entry: TrustedEntry?, _ file: String) -> Finding {
        let name = entry?.name ?? unterschrift.schluessel
        return Finding(
            "signature.invalid", .error, at: Location(file: file),
            Message(
                de: """
                    Die Signatur ist nicht von „\(name)“: Sie ist gefälscht, oder die signierten Angaben wurden \
                    verändert.
                    """,
                en: "The signature is not by “\(name)”: it is forged, or what was signed has been changed."),
            hint: Message(
                de: """
                    Verwenden Sie das Paket nicht. Fordern Sie es auf einem anderen Weg neu an und informieren \
                    Sie den Herausgeber.
                    """,
                en: "Do not use the package. Request it anew by another way and inform the publisher."))
    }

    private func outOfScope(_ entry: TrustedEntry, _ signatur: Signatur, _ file: String) -> Finding {
        let scope = entry.packages.joined(separator: ", ")
        return Finding(
            "signature.signer-out-of-scope", .error, at: Location(file: file),
            Message(
                de: "„\(entry.name)“ darf hier nur \(scope) signieren, nicht \(signatur.kennung).",
                en: "“\(entry.name)” may sign only \(scope) here, not \(signatur.kennung)."),
            hint: Message(
                de: """
                    Ist der Unterzeichner für dieses Paket zuständig, nehmen Sie ihn mit dieser Kennung neu auf \
                    (xoev trust add … --for \(signatur.kennung)).
                    """,
                en: """
                    If the signer is responsible for this package, add it anew with this identifier (xoev trust \
                    add … --for \(signatur.kennung)).
                    """
            ))
    }

    private func future(_ unterschrift: Signatur.Unterschrift, _ file: String) -> Finding {
        Finding(
            "signature.from-the-future", .warning, at: Location(file: file),
            Message(
                de: """
                    Die Signatur nennt einen Zeitpunkt in der Zukunft: \(unterschrift.zeitpunkt), jetzt ist \
                    \(options.moment).
                    """,
                en: """
                    The signature names a moment in the future: \(unterschrift.zeitpunkt), now is \
                    \(options.moment).
                    """),
            hint: Message(
                de: "Prüfen Sie die Uhr dieses Rechners und fragen Sie sonst den Unterzeichner.",
                en: "Check this machine's clock, else ask the signer."))
    }

    private func unknown(_ signers: [Signer], _ file: String) -> Finding {
        let keys = signers.map(\.unterschrift.schluessel).joined(separator: ", ")
        return Finding(
            "signature.unknown-key", options.requiresSignature ? .error : .warning, at: Location(file: file),
            Message(
                de: "Das Paket ist signiert, aber von niemandem, dem hier vertraut wird: \(keys).",
                en: "The package is signed, but by nobody who is trusted here: \(keys)."),
            hint: Message(
                de: """
                    Vergleichen Sie den Schlüssel auf einem zweiten Weg mit dem des Herausgebers und nehmen Sie \
                    ihn auf: xoev trust add NAME DATEI
                    """,
                en: "Compare the key with the publisher's by a second way and add it: xoev trust add NAME FILE"))
    }
}
