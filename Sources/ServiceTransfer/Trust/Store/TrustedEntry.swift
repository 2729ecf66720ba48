import Archives
import Findings
import Foundation
import SwiftASN1
import X509

/// Somebody whose signatures are trusted: a public key, or a certificate that vouches for keys.
public struct TrustedEntry: Sendable, Hashable {
    /// What is trusted.
    public enum Kind: Sendable, Hashable {
        /// A public key: its own signatures.
        case key(VerificationKey)
        /// A certificate (DER): signatures of its key, and of keys that it certifies, directly or through others.
        case certificate([UInt8])
    }

    /// The name under which it is known here: letters, digits, `.`, `_`, `-`, at most 64.
    public let name: String
    /// What is trusted.
    public let kind: Kind
    /// The packages it may sign: identifiers of packages, each with everything below it, such as `de.nrw.paderborn`;
    /// empty for all.
    public let packages: [String]
    /// For certificates whose it is, for people.
    public let subject: String?
    /// For certificates until when it is valid: `YYYY-MM-DDThh:mm:ssZ`.
    public let validUntil: String?

    /// The identifier: that of the key, or SHA-256 of the certificate.
    public var id: String {
        switch kind {
        case .key(let key): key.id
        case .certificate(let der): SHA256Text.digest(der)
        }
    }

    /// Whether it may sign a package.
    public func covers(_ kennung: String) -> Bool {
        packages.isEmpty || packages.contains { kennung == $0 || kennung.hasPrefix($0 + ".") }
    }

    init(name: String, key: VerificationKey, packages: [String]) {
        self.name = name
        kind = .key(key)
        self.packages = packages
        subject = nil
        validUntil = nil
    }

    init?(name: String, certificate der: [UInt8], packages: [String]) {
        guard let certificate = try? Certificate(derEncoded: der) else { return nil }
        self.name = name
        kind = .certificate(der)
        self.packages = packages
        subject = certificate.subject.description
        validUntil = SignatureTime.text(certificate.notValidAfter)
    }

    /// The file of the entry: lines for people and for the packages it may sign, then PEM.
    var fileText: String {
        var text = "# xoev trust: \(name)\n"
        for package in packages { text += "Kennung: \(package)\n" }
        switch kind {
        case .key(let key): text += key.pem
        case .certificate(let der): text += PEM.text("CERTIFICATE", der)
        }
        return text
    }

    /// An entry from a PEM text with one public key or one certificate. Throws what is wrong with it.
    static func read(
        _ text: String, name: String, packages: [String]? = nil, file: String
    ) throws(TransferError) -> TrustedEntry {
        guard isName(name) else {
            throw TransferError(
                .init(id: "trust.invalid-name"), at: Location(file: file),
                Message(
                    de: "„\(name)“ ist kein Name für einen Eintrag.", en: "“\(name)” is not a name for an entry."),
                hint: Message(
                    de: """
                        Erlaubt sind bis zu 64 Buchstaben ohne Umlaute, Ziffern, „.“, „_“ und „-“; das erste \
                        Zeichen ist ein Buchstabe oder eine Ziffer.
                        """,
                    en: """
                        Allowed are up to 64 unaccented letters, digits, “.”, “_” and “-”; the first is a letter \
                        or digit.
                        """
                ))
        }
        let pem = PEM(text)
        if pem?.blocks.contains(where: { $0.label.contains("PRIVATE") }) ?? false {
            throw TransferError(
                .init(id: "trust.private-key"), at: Location(file: file),
                Message(
                    de: """
                        Die Datei enthält einen privaten Schlüssel; in den Vertrauensspeicher gehört nur der \
                        öffentliche.
                        """,
                    en: "The file holds a private key; only the public one belongs in the trust store."),
                hint: Message(
                    de: """
                        Nehmen Sie die Datei mit dem öffentlichen Schlüssel. Hat jemand den privaten \
                        weitergegeben, ist er verbrannt: Erzeugen Sie einen neuen.
                        """,
                    en: """
                        Take the file with the public key. If somebody passed on the private one, it is burnt: \
                        make a new one.
                        """
                ))
        }
        let declared =
            packages
            ?? (pem?.preamble ?? []).filter { $0.hasPrefix("Kennung:") }
            .map { $0.dropFirst("Kennung:".count).trimmingCharacters(in: .whitespaces) }
        if let wrong = declared.first(where: { !isPackagePrefix($0) }) {
            throw TransferError(
                .init(id: "trust.invalid-scope"), at: Location(file: file),
                Message(
                    de: "„\(wrong)“ ist nicht die Kennung eines Pakets oder ihr Anfang.",
                    en: "“\(wrong)” is not the identifier of a package or the beginning of one."),
                hint: Message(
                    de: "Schreiben Sie sie wie de.nrw.paderborn.", en: "Write it like de.nrw.paderborn."))
        }
        if let block = pem?.blocks.first, pem?.blocks.count == 1 {
            if block.label == "PUBLIC KEY", let key = VerificationKey(der: block.bytes) {
                return TrustedEntry(name: name, key: key, packages: declared.sorted())
            }
            if block.label == "CERTIFICATE",
                let entry = TrustedEntry(name: name, certificate: block.bytes, packages: declared.sorted())
            {
                return entry
            }
        }
        throw TransferError(
            .init(id: "trust.unreadable-entry"), at: Location(file: file),
            Message(
                de: """
                    Die Datei enthält nicht genau einen öffentlichen Schlüssel (Ed25519, P-256) oder ein \
                    Zertifikat in PEM.
                    """,
                en: "The file does not hold exactly one public key (Ed25519, P-256) or certificate in PEM."),
            hint: Message(
                de: "Fordern Sie die Datei neu an; einen öffentlichen Schlüssel schreibt „xoev package keygen“.",
                en: "Request the file anew; “xoev package keygen” writes a public key."))
    }

    static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, text.utf8.count <= 64 else { return false }
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
        }
        return isAlphanumeric(first) && text.utf8.allSatisfy { isAlphanumeric($0) || ".-_".utf8.contains($0) }
    }

    private static func isPackagePrefix(_ text: String) -> Bool {
        let labels = text.split(separator: ".", omittingEmptySubsequences: false)
        return text.utf8.count <= 128
            && labels.allSatisfy { label in
                !label.isEmpty
                    && label.utf8.allSatisfy {
                        (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x2D
                    }
            }
    }
}
