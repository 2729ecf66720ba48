import CZlib

/// Deflate (RFC 1951) without a header of its own, as ZIP archives hold it, and the checksum that goes with it.
enum Deflate {
    /// zlib's sign for a stream without header and trailer and with the largest window.
    private static let rawWindow = -MAX_WBITS

    /// CRC-32 of bytes.
    static func crc32(_ bytes: UnsafeRawBufferPointer) -> UInt32 {
        var crc = CZlib.crc32(0, nil, 0)
        forEachPart(of: bytes) {
            crc = CZlib.crc32(crc, $0.baseAddress?.assumingMemoryBound(to: UInt8.self), uInt($0.count))
        }
        return UInt32(truncatingIfNeeded: crc)
    }

    /// Packs bytes at a level from 1 (fast) to 9 (small); nil when there is not enough memory.
    static func packed(_ bytes: [UInt8], level: Int) -> [UInt8]? {
        var stream = z_stream()
        let started = deflateInit2_(
            &stream, Int32(level), Z_DEFLATED, rawWindow, MAX_MEM_LEVEL, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
            Int32(MemoryLayout<z_stream>.size))
        guard started == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        var result: [UInt8] = []
        var status = Z_OK
        var piece = [UInt8](repeating: 0, count: 64 * 1024)
        func run(_ input: UnsafeRawBufferPointer, _ flush: Int32) {
            stream.next_in = UnsafeMutablePointer(mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.avail_in = uInt(input.count)
            repeat {
                let made = piece.withUnsafeMutableBufferPointer { buffer in
                    stream.next_out = buffer.baseAddress
                    stream.avail_out = uInt(buffer.count)
                    status = deflate(&stream, flush)
                    return buffer.count - Int(stream.avail_out)
                }
                result += piece[..<made]
            } while stream.avail_out == 0
        }
        bytes.withUnsafeBytes { whole in forEachPart(of: whole) { run($0, Z_NO_FLUSH) } }
        run(UnsafeRawBufferPointer(start: nil, count: 0), Z_FINISH)
        return status == Z_STREAM_END ? result : nil
    }

    /// Unpacks into a buffer; the number of bytes that came, at most as many as there is room for. Nil when the packed
    /// bytes are damaged or end too early.
    static func unpack(_ packed: UnsafeRawBufferPointer, into output: UnsafeMutableBufferPointer<UInt8>) -> Int? {
        var stream = z_stream()
        let started = inflateInit2_(&stream, rawWindow, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard started == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        var status = Z_OK
        var written = 0
        forEachPart(of: packed) { part in
            stream.next_in = UnsafeMutablePointer(mutating: part.baseAddress?.assumingMemoryBound(to: UInt8.self))
            stream.avail_in = uInt(part.count)
            while status == Z_OK, written < output.count, let base = output.baseAddress {
                let room = min(output.count - written, maximumPart)
                stream.next_out = base + written
                stream.avail_out = uInt(room)
                status = inflate(&stream, Z_NO_FLUSH)
                written += room - Int(stream.avail_out)
                if stream.avail_in == 0, stream.avail_out > 0 { break }
            }
        }
        return status == Z_STREAM_END || (status == Z_OK && written == output.count) ? written : nil
    }

    /// zlib counts in 32 bits.
    private static let maximumPart = 1 << 30

    private static func forEachPart(of bytes: UnsafeRawBufferPointer, _ body: (UnsafeRawBufferPointer) -> Void) {
        var rest = bytes[...]
        while !rest.isEmpty {
            body(UnsafeRawBufferPointer(rebasing: rest.prefix(maximumPart)))
            rest = rest.dropFirst(maximumPart)
        }
    }
}
