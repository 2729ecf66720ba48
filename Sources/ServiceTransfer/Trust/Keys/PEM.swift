import Foundation

/// Blocks of PEM (RFC 7468): text between `-----BEGIN LABEL-----` and `-----END LABEL-----`, and what stands before.
struct PEM {
    struct Block: Hashable {
        var label: String
        var bytes: [UInt8]
    }

    /// The blocks in their order.
    var blocks: [Block] = []
    /// The lines before the first block.
    var preamble: [String] = []

    /// Nil when a block does not end or holds no base 64.
    init?(_ text: String) {
        var label: String?
        var body = ""
        for line in text.split(whereSeparator: \.isNewline).map({ $0.trimmingCharacters(in: .whitespaces) }) {
            if let open = label {
                if line == "-----END \(open)-----" {
                    guard let data = Data(base64Encoded: body), !data.isEmpty else { return nil }
                    blocks.append(Block(label: open, bytes: [UInt8](data)))
                    label = nil
                } else {
                    body += line
                }
            } else if line.hasPrefix("-----BEGIN "), line.hasSuffix("-----"), line.count > 16 {
                label = String(line.dropFirst(11).dropLast(5))
                body = ""
            } else if blocks.isEmpty {
                preamble.append(line)
            }
        }
        if label != nil { return nil }
    }

    /// A block as text, 64 characters a line.
    static func text(_ label: String, _ bytes: [UInt8]) -> String {
        let base64 = Data(bytes).base64EncodedString()
        var lines: [String] = []
        var rest = base64[...]
        while !rest.isEmpty {
            lines.append(String(rest.prefix(64)))
            rest = rest.dropFirst(64)
        }
        return "-----BEGIN \(label)-----\n\(lines.joined(separator: "\n"))\n-----END \(label)-----\n"
    }
}
