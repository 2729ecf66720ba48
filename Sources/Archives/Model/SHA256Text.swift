import Crypto

/// SHA-256 (FIPS 180-4) as hexadecimal text in lower case, 64 digits.
public enum SHA256Text {
    /// The digest of bytes.
    public static func digest(_ bytes: [UInt8]) -> String { hex(SHA256.hash(data: bytes)) }

    /// The digest of texts, each ended by a NUL so that no two lists of texts run together.
    public static func digest(of texts: [String]) -> String {
        var hash = SHA256()
        for text in texts {
            hash.update(data: Array(text.utf8))
            hash.update(data: [0])
        }
        return hex(hash.finalize())
    }

    fileprivate static func hex(_ bytes: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var text: [UInt8] = []
        for byte in bytes {
            text.append(digits[Int(byte >> 4)])
            text.append(digits[Int(byte & 15)])
        }
        return String(decoding: text, as: UTF8.self)
    }
}

/// SHA-512 (FIPS 180-4) as hexadecimal text in lower case, 128 digits.
public enum SHA512Text {
    /// The digest of bytes.
    public static func digest(_ bytes: [UInt8]) -> String { SHA256Text.hex(SHA512.hash(data: bytes)) }
}
