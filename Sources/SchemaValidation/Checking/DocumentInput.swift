import XMLCore

/// Hands the bytes of a source to libxml2 in whatever pieces it asks for.
final class DocumentInput {
    private static let beginningSize = 64 * 1024

    private var reader: ChunkReader
    private var piece: [UInt8] = []
    private var offset = 0
    private var isAtEnd = false
    /// Why reading failed, once it has.
    private(set) var error: XMLError?

    init(_ source: XMLSource) throws(XMLError) { reader = try ChunkReader(source) }

    /// The beginning of the document, which stays to be read.
    func beginning() -> [UInt8] {
        while piece.count - offset < Self.beginningSize, !isAtEnd { more() }
        return Array(piece[offset...])
    }

    /// Fills a buffer: the number of bytes, 0 at the end, -1 after an error.
    func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
        while offset == piece.count, !isAtEnd {
            piece.removeAll(keepingCapacity: true)
            offset = 0
            more()
        }
        if error != nil, offset == piece.count { return -1 }
        let count = min(buffer.count, piece.count - offset)
        piece.withUnsafeBytes { buffer.copyMemory(from: UnsafeRawBufferPointer(rebasing: $0[offset..<offset + count])) }
        offset += count
        return count
    }

    private func more() {
        do throws(XMLError) {
            let before = piece.count
            try reader.next { self.piece.append(contentsOf: $0) }
            if piece.count == before { isAtEnd = true }
        } catch {
            self.error = error
            isAtEnd = true
        }
    }
}
