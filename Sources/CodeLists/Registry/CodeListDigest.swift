import Crypto

/// SHA-256 digests as 64 hexadecimal digits.
enum CodeListDigest {
    /// The digest of bytes.
    static func of(_ bytes: [UInt8]) -> String { hexadecimal(SHA256.hash(data: bytes)) }

    /// The digest of what a list says, whatever its file looks like: white space, prefixes and comments outside of
    /// annotations do not count.
    static func ofContent(_ list: CodeList) throws(CodeListError) -> String {
        let writer = GenericodeWriter(options: GenericodeWriter.Options(indent: nil, keepsPresentation: false))
        return of(try writer.write(list))
    }

    private static func hexadecimal(_ digest: some Sequence<UInt8>) -> String {
        let digits = Array("0123456789abcdef".utf8)
        var result: [UInt8] = []
        for byte in digest {
            result.append(digits[Int(byte >> 4)])
            result.append(digits[Int(byte & 15)])
        }
        return String(decoding: result, as: UTF8.self)
    }
}
