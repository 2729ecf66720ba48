import Crypto
import Findings
import Foundation

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A private key. It can sign and be written to a file of its owner; it never appears in a package, a report, a log or a
/// debugger's description.
public struct SigningKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    private enum Key: Sendable {
        case ed25519(Curve25519.Signing.PrivateKey)
        case p256(P256.Signing.PrivateKey)
    }

    private let key: Key
    /// The public key that belongs to it.
    public let publicKey: VerificationKey

    /// The algorithm.
    public var algorithm: SignatureAlgorithm { publicKey.algorithm }

    private init(_ key: Curve25519.Signing.PrivateKey) {
        self.key = .ed25519(key)
        publicKey = VerificationKey(key.publicKey)
    }

    private init(_ key: P256.Signing.PrivateKey) {
        self.key = .p256(key)
        publicKey = VerificationKey(key.publicKey)
    }

    /// A new key from the system's random numbers.
    public init(generating algorithm: SignatureAlgorithm) {
        switch algorithm {
        case .ed25519: self.init(Curve25519.Signing.PrivateKey())
        case .ecdsaP256: self.init(P256.Signing.PrivateKey())
        }
    }

    /// PKCS #8 of an Ed25519 key up to its 32 bytes (RFC 8410, section 7).
    private static let ed25519Prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]

    /// A key from PEM: `PRIVATE KEY` (PKCS #8) of Ed25519 or P-256, or `EC PRIVATE KEY` (SEC 1) of P-256. `name` is where
    /// it comes from; the text itself is never part of an error.
    public init(pem text: String, name: String) throws(TransferError) {
        guard let pem = PEM(text), let block = pem.blocks.first(where: { $0.label.hasSuffix("PRIVATE KEY") }) else {
            throw Self.unreadable(
                name, de: "Darin ist kein privater Schlüssel in PEM.", en: "There is no private key in PEM in it.")
        }
        guard block.label != "ENCRYPTED PRIVATE KEY", !text.contains("Proc-Type: 4,ENCRYPTED") else {
            throw Self.unreadable(
                name, de: "Der private Schlüssel ist mit einem Kennwort verschlüsselt.",
                en: "The private key is encrypted with a passphrase.",
                hint: Message(
                    de: """
                        Entschlüsseln Sie ihn nur für diesen Aufruf und ohne Datei, etwa \
                        SIGNATUR="$(openssl pkey -in key.pem)" xoev package sign … --key env:SIGNATUR
                        """,
                    en: """
                        Decrypt it for this call only and without a file, such as \
                        SIGNATUR="$(openssl pkey -in key.pem)" xoev package sign … --key env:SIGNATUR
                        """))
        }
        let prefix = Self.ed25519Prefix
        if block.bytes.count == prefix.count + 32, block.bytes.starts(with: prefix),
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: block.bytes.dropFirst(prefix.count))
        {
            self.init(key)
        } else if let key = try? P256.Signing.PrivateKey(pemRepresentation: PEM.text(block.label, block.bytes)) {
            self.init(key)
        } else {
            throw Self.unreadable(
                name, de: "Der private Schlüssel ist weder Ed25519 noch ECDSA P-256.",
                en: "The private key is neither Ed25519 nor ECDSA P-256.")
        }
    }

    /// A key by reference: the path of a PEM file, or `env:NAME` for an environment variable that holds the PEM text.
    ///
    /// - Returns: The key, and a warning when others may read its file.
    public static func read(
        _ reference: String, environment: [String: String]
    ) throws(TransferError) -> (key: SigningKey, findings: [Finding]) {
        if reference.hasPrefix("env:") {
            guard let text = environment[String(reference.dropFirst(4))], !text.isEmpty else {
                throw unreadable(
                    reference, de: "Die Umgebungsvariable ist nicht gesetzt.",
                    en: "The environment variable is not set.")
            }
            return (try SigningKey(pem: text, name: reference), [])
        }
        guard let data = FileManager.default.contents(atPath: reference), data.count <= 1 << 16 else {
            throw unreadable(
                reference, de: "Die Datei gibt es nicht, sie ist nicht lesbar oder zu groß.",
                en: "The file does not exist, cannot be read or is too large.")
        }
        let key = try SigningKey(pem: String(decoding: data, as: UTF8.self), name: reference)
        var status = stat()
        let isOpen = stat(reference, &status) == 0 && status.st_mode & 0o077 != 0
        return (key, isOpen ? [readableByOthers(reference)] : [])
    }

    /// The signature over a message. With Ed25519 the same message gives the same signature; with ECDSA it does not.
    func sign(_ message: [UInt8]) throws(TransferError) -> [UInt8] {
        do {
            switch key {
            case .ed25519(let key): return [UInt8](try key.signature(for: message))
            case .p256(let key): return [UInt8](try key.signature(for: message).derRepresentation)
            }
        } catch {
            throw Self.unreadable("-", de: "Der Schlüssel kann nicht signieren.", en: "The key cannot sign.")
        }
    }

    /// Writes the private key as PEM (PKCS #8) into a new file that only its owner may read. A file that is there is
    /// never overwritten: with a lost key nobody can sign under its name again.
    public func write(to path: String) throws(TransferError) {
        let text =
            switch key {
            case .ed25519(let key): PEM.text("PRIVATE KEY", Self.ed25519Prefix + [UInt8](key.rawRepresentation))
            case .p256(let key): key.pemRepresentation + "\n"
            }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL, 0o600)
        guard descriptor >= 0 else {
            if errno == EEXIST { throw OutputFile.alreadyExists(path) }
            throw Self.unwritable(path)
        }
        let data = Data(text.utf8)
        let file = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        do {
            try file.write(contentsOf: data)
            try file.synchronize()
        } catch {
            unlink(path)
            throw Self.unwritable(path)
        }
    }

    /// The algorithm and the public key's identifier, never the key.
    public var description: String { "private key \(algorithm.rawValue) \(publicKey.id)" }
    /// The same as `description`.
    public var debugDescription: String { description }
    /// Shows nothing of the key, so that `dump` and debuggers cannot either.
    public var customMirror: Mirror { Mirror(self, children: ["publicKey": publicKey.id]) }

    private static func unreadable(
        _ name: String, de: MessageText, en: MessageText, hint: Message? = nil
    ) -> TransferError {
        TransferError(
            .init(id: "signature.key-unreadable"), at: Location(file: name), Message(de: de, en: en),
            hint: hint
                ?? Message(
                    de: """
                        Nennen Sie eine PEM-Datei oder env:NAME mit einem Schlüssel Ed25519 oder P-256. Einen neuen \
                        erzeugt „xoev package keygen“.
                        """,
                    en: """
                        Name a PEM file or env:NAME with a key of Ed25519 or P-256. “xoev package keygen” makes a new \
                        one.
                        """))
    }

    private static func unwritable(_ path: String) -> TransferError {
        TransferError(
            .init(id: "archive.not-writable"), at: Location(file: path),
            Message(de: "Die Datei kann nicht geschrieben werden.", en: "The file cannot be written."),
            hint: Message(
                de: "Prüfen Sie, ob der Ordner besteht und Sie darin schreiben dürfen.",
                en: "Check that the folder exists and that you may write in it."))
    }

    private static func readableByOthers(_ path: String) -> Finding {
        Finding(
            "signature.key-readable-by-others", .warning, at: Location(file: path),
            Message(
                de: "Andere Benutzer dieses Rechners dürfen den privaten Schlüssel lesen.",
                en: "Other users of this machine may read the private key."),
            hint: Message(
                de: "Nehmen Sie ihnen das Recht: chmod 600 \(path)",
                en: "Take the permission away: chmod 600 \(path)"))
    }
}
