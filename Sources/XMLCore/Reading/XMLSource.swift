import Foundation

/// Where the bytes of a document come from. A source is read once, front to back.
public struct XMLSource: Sendable {
    enum Origin: Sendable {
        case bytes([UInt8])
        case file(String)
        case standardInput
        case chunks(@Sendable () throws -> [UInt8]?)
    }

    let origin: Origin

    /// The name that errors and findings show, or nil.
    public let name: String?

    /// Whether the same bytes come when it is read once more.
    package var isRepeatable: Bool {
        switch origin {
        case .bytes, .file: true
        case .standardInput, .chunks: false
        }
    }

    /// The path of a source that is a file.
    package var path: String? {
        if case .file(let path) = origin { path } else { nil }
    }

    /// Bytes in memory.
    public static func bytes(_ bytes: [UInt8], name: String? = nil) -> XMLSource {
        XMLSource(origin: .bytes(bytes), name: name)
    }

    /// A file, read in pieces. It need not fit in memory.
    public static func file(_ path: String) -> XMLSource { XMLSource(origin: .file(path), name: path) }

    /// Standard input, read in pieces.
    public static let standardInput = XMLSource(origin: .standardInput, name: "-")

    /// Pieces as `next` gives them, until it gives nil. Empty pieces are allowed. An error that is thrown ends the
    /// reading as `unreadable`.
    public static func chunks(name: String? = nil, _ next: @escaping @Sendable () throws -> [UInt8]?) -> XMLSource {
        XMLSource(origin: .chunks(next), name: name)
    }
}

/// Reads a source piece by piece.
package struct ChunkReader: ~Copyable {
    /// A piece that fits in the second-level cache together with the events it becomes.
    static let chunkSize = 64 * 1024

    private enum State {
        case bytes([UInt8], offset: Int)
        case descriptor(Int32, owned: Bool)
        case closure(@Sendable () throws -> [UInt8]?)
    }

    private var state: State
    private var buffer: UnsafeMutableRawBufferPointer
    package let name: String?

    package init(_ source: XMLSource) throws(XMLError) {
        name = source.name
        buffer = UnsafeMutableRawBufferPointer(start: nil, count: 0)
        switch source.origin {
        case .bytes(let bytes): state = .bytes(bytes, offset: 0)
        case .chunks(let next): state = .closure(next)
        case .standardInput: state = .descriptor(0, owned: false)
        case .file(let path):
            let descriptor = open(path, O_RDONLY | O_CLOEXEC)
            guard descriptor >= 0 else { throw XMLError.unreadable(name: path, errno: errno) }
            state = .descriptor(descriptor, owned: true)
        }
        if case .descriptor = state {
            buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: Self.chunkSize, alignment: 16)
        }
    }

    deinit {
        if case .descriptor(let descriptor, owned: true) = state { close(descriptor) }
        buffer.deallocate()
    }

    /// Hands the next piece to `body`; an empty piece means the end.
    package mutating func next<R>(_ body: (UnsafeRawBufferPointer) -> R) throws(XMLError) -> R {
        switch state {
        case .bytes(let bytes, let offset):
            let end = min(bytes.count, offset + Self.chunkSize)
            state = .bytes(bytes, offset: end)
            return bytes.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[offset..<end])) }
        case .descriptor(let descriptor, _):
            var count: Int
            repeat {
                count = read(descriptor, buffer.baseAddress, buffer.count)
            } while count < 0
                && errno == EINTR
            guard count >= 0 else { throw XMLError.unreadable(name: name, errno: errno) }
            return body(UnsafeRawBufferPointer(rebasing: buffer[0..<count]))
        case .closure(let next):
            var piece: [UInt8]? = []
            do {
                while piece?.isEmpty == true { piece = try next() }
            } catch {
                throw XMLError.unreadable(name: name, reason: "\(error)")
            }
            return (piece ?? []).withUnsafeBytes { body($0) }
        }
    }
}
