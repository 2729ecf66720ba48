import Archives
import Crypto
import Findings
import Foundation

/// How packages are signed.
public enum SignatureAlgorithm: String, Sendable, Hashable, Codable, CaseIterable {
    /// Ed25519 (RFC 8032): 64 bytes R ‖ S.
    case ed25519 = "Ed25519"
    /// ECDSA on P-256 with SHA-256 (FIPS 186-5), the signature in DER (RFC 3279, `Ecdsa-Sig-Value`).
    case ecdsaP256 = "ECDSA-P256-SHA256"
}

/// A public key: with it anybody can check who signed, and nobody can sign.
public struct VerificationKey: Sendable, Hashable {
    /// The algorithm.
    public let algorithm: SignatureAlgorithm
    /// The key as `SubjectPublicKeyInfo` in DER (RFC 5280, RFC 8410).
    public let der: [UInt8]
    /// The key's identifier: SHA-256 of `der`, 64 hexadecimal digits in lower case.
    public let id: String

    /// `SubjectPublicKeyInfo` of an Ed25519 key up to its 32 bytes (RFC 8410, section 4).
    private static let ed25519Prefix: [UInt8] = [
        0x30, 0x2A, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x03, 0x21, 0x00,
    ]

    init(_ key: Curve25519.Signing.PublicKey) {
        self.init(.ed25519, Self.ed25519Prefix + [UInt8](key.rawRepresentation))
    }

    init(_ key: P256.Signing.PublicKey) { self.init(.ecdsaP256, [UInt8](key.derRepresentation)) }

    private init(_ algorithm: SignatureAlgorithm, _ der: [UInt8]) {
        self.algorithm = algorithm
        self.der = der
        id = SHA256Text.digest(der)
    }

    /// A key from `SubjectPublicKeyInfo` in DER, or nil when it is no key of a supported algorithm. A P-256 key with a
    /// compressed point gets the identifier of its uncompressed form: one key has one identifier.
    public init?(der: [UInt8]) {
        if der.count == 44, der.starts(with: Self.ed25519Prefix),
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: der.dropFirst(12))
        {
            self.init(key)
        } else if let key = try? P256.Signing.PublicKey(derRepresentation: der) {
            self.init(key)
        } else {
            return nil
        }
    }

    /// The key as PEM (`PUBLIC KEY`, RFC 7468).
    public var pem: String { PEM.text("PUBLIC KEY", der) }

    /// Whether the holder of the private key signed the message.
    public func isValid(_ signature: [UInt8], for message: [UInt8]) -> Bool {
        switch algorithm {
        case .ed25519:
            let key = try? Curve25519.Signing.PublicKey(rawRepresentation: der.dropFirst(Self.ed25519Prefix.count))
            return key?.isValidSignature(signature, for: message) ?? false
        case .ecdsaP256:
            guard let key = try? P256.Signing.PublicKey(derRepresentation: der),
                let parsed = try? P256.Signing.ECDSASignature(derRepresentation: signature),
                // One signature has one form: what could also be written otherwise is refused.
                parsed.derRepresentation == Data(signature)
            else { return false }
            return key.isValidSignature(parsed, for: message)
        }
    }
}
