import Findings

extension XMLSource {
    /// A source of the same bytes that can be read any number of times: the same one for files and bytes, and one in
    /// memory for what can be read only once.
    ///
    /// - Throws: `XMLError` when reading fails, or with `limitTotal` when there are more bytes than the limit.
    package func repeatable(limits: XMLLimits) throws(XMLError) -> XMLSource {
        switch origin {
        case .bytes, .file: return self
        case .standardInput, .chunks:
            var reader = try ChunkReader(self)
            var bytes: [UInt8] = []
            while true {
                let piece = try reader.next { Array($0) }
                if piece.isEmpty { return .bytes(bytes, name: name) }
                bytes += piece
                guard bytes.count <= limits.maxTotalBytes else {
                    throw XMLError(
                        .limitTotal, at: Location(file: name),
                        Message(
                            de: "Das Dokument hat mehr als \(limits.maxTotalBytes) Bytes (Grenze maxTotalBytes).",
                            en: "The document has more than \(limits.maxTotalBytes) bytes (limit maxTotalBytes)."))
                }
            }
        }
    }

    /// The first bytes of a source that can be repeated, at most about 64 kB.
    package func beginning() throws(XMLError) -> [UInt8] {
        var reader = try ChunkReader(self)
        return try reader.next { Array($0) }
    }
}
