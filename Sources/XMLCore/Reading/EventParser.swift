import CXMLEvents
import Findings

/// Feeds a source into the C parser, piece by piece. The one way in which this package reads XML.
package struct EventParser: ~Copyable {
    /// The C parser, for rooms that plug something into its stream.
    package let raw: OpaquePointer
    private var chunks: ChunkReader
    private let limits: XMLLimits
    private var start: [UInt8] = []
    private var isOpen = false

    /// Whether the document has been read to its end.
    package private(set) var isAtEnd = false

    private static let isInitialized: Bool = {
        xev_initialize()
        return true
    }()

    /// A parser over a source. Nothing is read yet.
    package init(_ source: XMLSource, limits: XMLLimits) throws(XMLError) {
        precondition(Self.isInitialized)
        var bounds = xev_limits(
            max_total_bytes: UInt64(clamping: limits.maxTotalBytes),
            max_text_bytes: UInt64(min(max(limits.maxTextBytes, 0), 1 << 30)),
            max_depth: UInt32(clamping: limits.maxDepth), max_attributes: UInt32(clamping: limits.maxAttributes),
            max_name_bytes: UInt32(clamping: limits.maxNameBytes), allows_doctype: limits.allowsDoctype ? 1 : 0)
        let chunks = try ChunkReader(source)
        guard let parser = xev_parser_create(&bounds) else {
            throw XMLError(
                .outOfMemory, Message(de: "Der Speicher reicht nicht aus.", en: "There is not enough memory."))
        }
        raw = parser
        self.chunks = chunks
        self.limits = limits
    }

    deinit { xev_parser_free(raw) }

    /// The name of the source.
    package var name: String? { chunks.name }

    /// Reads the first bytes, so that a validator can be plugged into the parser's context before anything is parsed.
    package mutating func open() throws(XMLError) {
        guard !isOpen else { return }
        isOpen = true
        // Enough to hold an XML declaration, whatever the size of the pieces.
        while start.count < 1_024 {
            let piece = try chunks.next { Array($0) }
            if piece.isEmpty { break }
            start += piece
        }
        let status = start.withUnsafeBytes { xev_parser_open(raw, $0.baseAddress, $0.count) }
        try check(status)
    }

    /// Parses the next piece, which appends to the tape. Does nothing after the end.
    package mutating func advance() throws(XMLError) {
        try open()
        guard !isAtEnd else { return }
        let parser = raw
        let status: xev_status
        if !start.isEmpty {
            let first = start
            start = []
            status = first.withUnsafeBytes { xev_parser_feed(parser, $0.baseAddress, $0.count, 0) }
        } else {
            var ended = false
            status = try chunks.next { bytes in
                ended = bytes.isEmpty
                return xev_parser_feed(parser, bytes.baseAddress, bytes.count, ended ? 1 : 0)
            }
            isAtEnd = ended
        }
        try check(status)
    }

    private func check(_ status: xev_status) throws(XMLError) {
        if status == XEV_OK { return }
        throw XMLError(xev_parser_error(raw).pointee, name: name, limits: limits, isTruncated: isAtEnd)
    }

    /// Where the parser stands.
    package var position: XMLPosition {
        var line: UInt32 = 0
        var column: UInt32 = 0
        xev_parser_position(raw, &line, &column)
        return XMLPosition(line: Int(line), column: Int(column))
    }

    /// The encoding that the document declares or shows by a byte-order mark; nil means UTF-8 without saying so.
    package var encoding: String? { xev_parser_encoding(raw).map { String(cString: $0) } }
}
