import Archives
import Findings
import Foundation
import SwiftASN1
import X509

/// Signs packages: adds `META-INF/signatur.xml` with a signature over the package digest, which stands for every byte of
/// every part.
public struct PackageSigner: Sendable {
    /// How packages are signed.
    public struct Options: Sendable {
        /// The moment of the signature: `YYYY-MM-DDThh:mm:ssZ`. There is no clock inside.
        public var moment: String
        /// How the package came to be.
        public var entstehung: Signatur.Entstehung
        /// The certificate of the key, then those that lead to a root, in PEM; nil when the key stands for itself.
        public var certificates: String?

        /// Options from their parts.
        public init(
            moment: String, entstehung: Signatur.Entstehung = Signatur.Entstehung(), certificates: String? = nil
        ) {
            self.moment = moment
            self.entstehung = entstehung
            self.certificates = certificates
        }
    }

    private let key: SigningKey
    private let options: Options

    /// A signer with a key.
    public init(_ key: SigningKey, options: Options) {
        self.key = key
        self.options = options
    }

    /// The package with the signature. Signatures of other keys over the same content stay; an older one of the same key
    /// is replaced; signatures over other content are dropped.
    ///
    /// - Throws: `TransferError` when the files are not what `dienstpaket.xml` says — nobody shall sign that — or when key,
    ///   certificates or options do not fit.
    public func sign(_ package: LoadedPackage) throws(TransferError) -> PackageContents {
        let problems = FileCheck(package: package).run().check.findings
        if let first = problems.first {
            throw TransferError(
                .init(id: first.id), at: first.location, first.message, hint: first.hint, findings: problems)
        }
        try checkOptions()
        let manifest = package.manifest
        var signatur = Signatur(kennung: manifest.kennung, version: manifest.version, sha256: package.digest)
        if let bytes = package.contents.files[Signatur.path],
            let earlier = try? Signatur.read(bytes, name: Signatur.path), earlier.sha256 == signatur.sha256
        {
            signatur.unterschriften = earlier.unterschriften.filter { $0.schluessel != key.publicKey.id }
        }
        var unterschrift = Signatur.Unterschrift(
            algorithmus: key.algorithm, schluessel: key.publicKey.id, zeitpunkt: options.moment,
            entstehung: options.entstehung, zertifikate: try certificates())
        unterschrift.wert = try key.sign(signatur.statement(unterschrift))
        signatur.unterschriften.append(unterschrift)
        guard signatur.unterschriften.count <= Signatur.maxSignatures else {
            throw Self.refused(
                de: "Das Paket trägt schon \(Signatur.maxSignatures) Unterschriften.",
                en: "The package already bears \(Signatur.maxSignatures) signatures.",
                hint: Message(de: "Packen Sie es neu.", en: "Pack it again."))
        }
        var files = package.contents.files
        files[Signatur.path] = signatur.bytes()
        return PackageContents(name: package.contents.name, isArchive: package.contents.isArchive, files: files)
    }

    /// The archive of signed files. Like `PackageBuilder`'s, its bytes depend on nothing but the files.
    public static func archive(
        _ contents: PackageContents, compression: ArchiveWriter.Compression = .deflate(level: 9)
    ) throws(TransferError) -> [UInt8] {
        do throws(ArchiveError) {
            return try ArchiveWriter(compression: compression)
                .archive(contents.sortedPaths.map { ($0, contents.files[$0] ?? []) })
        } catch {
            throw TransferError(error)
        }
    }

    private func checkOptions() throws(TransferError) {
        guard SignatureTime.isValid(options.moment) else {
            throw Self.refused(
                de: "„\(options.moment)“ ist kein Zeitpunkt in UTC wie 2026-11-23T12:00:00Z.",
                en: "“\(options.moment)” is not a moment in UTC such as 2026-11-23T12:00:00Z.", hint: nil)
        }
        let origin = options.entstehung
        for value in [origin.werkzeug, origin.quelle, origin.commit].compactMap({ $0 }) {
            let isPlain = value.unicodeScalars.allSatisfy {
                $0.value >= 0x20 && $0.properties.generalCategory != .control
            }
            guard isPlain, !value.isEmpty, value.utf8.count <= 1_000 else {
                throw Self.refused(
                    de: "Eine Angabe zur Entstehung ist leer, länger als 1000 Bytes oder enthält Steuerzeichen.",
                    en: "A statement on the provenance is empty, longer than 1000 bytes or has control characters.",
                    hint: nil)
            }
        }
    }

    private func certificates() throws(TransferError) -> [[UInt8]] {
        guard let text = options.certificates else { return [] }
        let blocks = PEM(text)?.blocks.filter { $0.label == "CERTIFICATE" } ?? []
        guard let first = blocks.first, blocks.count <= Signatur.maxCertificates,
            let leaf = CertificateChain.key(of: first.bytes)
        else {
            throw Self.refused(
                de: """
                    Die Datei der Zertifikate enthält kein lesbares Zertifikat eines Schlüssels Ed25519 oder \
                    P-256, oder mehr als 8.
                    """,
                en: "The certificate file holds no readable certificate of a key Ed25519 or P-256, or more than 8.",
                hint: Message(
                    de: "Nennen Sie eine PEM-Datei: zuerst das Zertifikat des Schlüssels, dann die der Aussteller.",
                    en: "Name a PEM file: the key's certificate first, then those of the issuers."))
        }
        guard leaf == key.publicKey else {
            throw TransferError(
                .init(id: "signature.key-mismatch"),
                Message(
                    de: "Das erste Zertifikat gehört nicht zu diesem Schlüssel.",
                    en: "The first certificate does not belong to this key."),
                hint: Message(
                    de: "Nennen Sie das Zertifikat, das für den Schlüssel ausgestellt ist, an erster Stelle.",
                    en: "Name the certificate that was issued for the key first."))
        }
        return blocks.map(\.bytes)
    }

    private static func refused(de: MessageText, en: MessageText, hint: Message?) -> TransferError {
        TransferError(.init(id: "signature.refused"), Message(de: de, en: en), hint: hint)
    }
}
