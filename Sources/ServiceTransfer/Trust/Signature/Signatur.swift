import Archives

/// The signatures of a package: `META-INF/signatur.xml` (`Documentation/Formate/Signatur.md`).
public struct Signatur: Sendable, Hashable {
    /// The namespace of format 1.0.
    public static let namespace = "urn:swift-xoev:signatur:1.0"
    /// The version of the format that is read and written.
    public static let formatVersion = "1.0"
    /// Where the file is in a package. It is the only file that is no part.
    public static let path = "META-INF/signatur.xml"
    /// The folder that is kept free for it.
    static let folder = "META-INF/"
    /// How many signatures a package may bear.
    static let maxSignatures = 64
    /// How many certificates a signature may bring; building chains from many is work for an attacker to give.
    static let maxCertificates = 8

    /// The identifier of the signed package.
    public var kennung: String
    /// The version of the signed package.
    public var version: SemanticVersion
    /// The digest of the signed package (DP section 4.2).
    public var sha256: String
    /// The signatures, in the order in which they were given.
    public var unterschriften: [Unterschrift]

    /// Signatures from their parts.
    public init(kennung: String, version: SemanticVersion, sha256: String, unterschriften: [Unterschrift] = []) {
        self.kennung = kennung
        self.version = version
        self.sha256 = sha256
        self.unterschriften = unterschriften
    }

    /// One signature.
    public struct Unterschrift: Sendable, Hashable {
        /// The algorithm.
        public var algorithmus: SignatureAlgorithm
        /// The identifier of the key that signed (`VerificationKey.id`).
        public var schluessel: String
        /// When it was signed, as the signer says: `YYYY-MM-DDThh:mm:ssZ`.
        public var zeitpunkt: String
        /// How the package came to be, as the signer says.
        public var entstehung: Entstehung
        /// The certificate of the key and those between it and a root, in DER; empty when the key stands for itself.
        public var zertifikate: [[UInt8]]
        /// The signature value.
        public var wert: [UInt8]

        /// A signature from its parts.
        public init(
            algorithmus: SignatureAlgorithm, schluessel: String, zeitpunkt: String,
            entstehung: Entstehung = Entstehung(), zertifikate: [[UInt8]] = [], wert: [UInt8] = []
        ) {
            self.algorithmus = algorithmus
            self.schluessel = schluessel
            self.zeitpunkt = zeitpunkt
            self.entstehung = entstehung
            self.zertifikate = zertifikate
            self.wert = wert
        }
    }

    /// How a package came to be: what a signer vouches for beside the content.
    public struct Entstehung: Sendable, Hashable {
        /// The program that built the package, such as `xoev 0.1.0`.
        public var werkzeug: String?
        /// The address of the sources.
        public var quelle: String?
        /// The commit of the sources.
        public var commit: String?

        /// Provenance from its parts.
        public init(werkzeug: String? = nil, quelle: String? = nil, commit: String? = nil) {
            self.werkzeug = werkzeug
            self.quelle = quelle
            self.commit = commit
        }
    }

    /// Removes the signature file when it speaks of other content than the files have now: who packs a changed package
    /// anew has to have it signed anew.
    static func removeStale(from files: inout [String: [UInt8]]) {
        guard let bytes = files[path] else { return }
        let signed = (try? read(bytes, name: path))?.sha256
        if signed != SHA256Text.digest(files[Dienstpaket.fileName] ?? []) { files[path] = nil }
    }

    /// The bytes that are signed: one line per statement, each value with its length in bytes before it, so that no two
    /// different statements have the same bytes (Signatur, section 3).
    func statement(_ unterschrift: Unterschrift) -> [UInt8] {
        var text = "swift-xoev-signatur-\(Self.formatVersion)\n"
        func line(_ name: String, _ value: String?) {
            guard let value else { return }
            text += "\(name) \(value.utf8.count) \(value)\n"
        }
        line("kennung", kennung)
        line("version", version.description)
        line("sha256", sha256)
        line("algorithmus", unterschrift.algorithmus.rawValue)
        line("schluessel", unterschrift.schluessel)
        line("zeitpunkt", unterschrift.zeitpunkt)
        line("werkzeug", unterschrift.entstehung.werkzeug)
        line("quelle", unterschrift.entstehung.quelle)
        line("commit", unterschrift.entstehung.commit)
        for certificate in unterschrift.zertifikate { line("zertifikat", SHA256Text.digest(certificate)) }
        return Array(text.utf8)
    }
}
