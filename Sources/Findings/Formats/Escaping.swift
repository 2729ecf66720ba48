/// Makes text from anywhere safe for the place where it is written.
public enum SafeText {
    /// Text on one line of a terminal or a log: line breaks and tabs become blanks; control characters and characters that
    /// turn the direction of reading become `\u{…}`.
    public static func line(_ text: String) -> String { Escaping.line(text) }
}

/// The escapes of the report formats.
package enum Escaping {
    /// Whether a character could move the cursor, colour a lie or turn the direction of reading.
    private static func isTreacherous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "\u{0}"..."\u{1F}", "\u{7F}"..."\u{9F}", "\u{200E}", "\u{200F}", "\u{202A}"..."\u{202E}",
            "\u{2066}"..."\u{2069}", "\u{FEFF}":
            true
        default: false
        }
    }

    private static func visible(_ scalar: Unicode.Scalar) -> String {
        "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }

    /// Text on one line of a terminal or a log: line breaks and tabs become blanks; control characters, which could move
    /// the cursor or colour a lie, and characters that turn the direction of reading become `\u{…}`.
    static func line(_ text: String) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        var lastWasBreak = false
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\n", "\r", "\u{85}", "\u{2028}", "\u{2029}":
                if !lastWasBreak { result.unicodeScalars.append(" ") }
                lastWasBreak = true
                continue
            case "\t": result.unicodeScalars.append(" ")
            case _ where isTreacherous(scalar): result += visible(scalar)
            default: result.unicodeScalars.append(scalar)
            }
            lastWasBreak = false
        }
        return result
    }

    /// Text or attribute value of XML 1.0 and HTML: markup is escaped, characters outside XML's `Char` (XML 1.0, 2.2) and
    /// those that turn the direction of reading are replaced by U+FFFD. Line breaks and tabs survive in attributes as character references.
    package static func markup(_ text: String, inAttribute: Bool = false) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            case "'": result += "&#39;"
            case "\r": result += "&#13;"
            case "\n" where inAttribute: result += "&#10;"
            case "\t" where inAttribute: result += "&#9;"
            case "\n", "\t": result.unicodeScalars.append(scalar)
            case "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
            case _ where isTreacherous(scalar): result += "\u{FFFD}"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Data of a GitHub workflow command (actions/toolkit, `command.ts`): `%`, CR and LF; in properties also `:` and `,`.
    static func workflowCommand(_ text: String, inProperty: Bool = false) -> String {
        var result = ""
        result.reserveCapacity(text.utf8.count)
        for scalar in text.unicodeScalars {
            switch scalar {
            case "%": result += "%25"
            case "\r": result += "%0D"
            case "\n": result += "%0A"
            case ":" where inProperty: result += "%3A"
            case "," where inProperty: result += "%2C"
            case "\t": result += "\t"
            case _ where isTreacherous(scalar): result += visible(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// A path as a URI reference (RFC 3986): everything outside the path's characters is percent-encoded; absolute paths
    /// get the scheme `file`.
    static func uriReference(path: String) -> String {
        var result = path.hasPrefix("/") ? "file://" : ""
        let firstSegmentEnd = path.firstIndex(of: "/") ?? path.endIndex
        let hexDigits = Array("0123456789ABCDEF")
        for index in path.utf8.indices {
            let byte = path.utf8[index]
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"), UInt8(ascii: "!"), UInt8(ascii: "$"), UInt8(ascii: "&"),
                UInt8(ascii: "'"), UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "*"), UInt8(ascii: "+"),
                UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "@"):
                result.unicodeScalars.append(Unicode.Scalar(byte))
            // A colon in the first segment would read as a scheme (RFC 3986, 4.2).
            case UInt8(ascii: ":") where index > firstSegmentEnd: result += ":"
            default: result += "%\(hexDigits[Int(byte >> 4)])\(hexDigits[Int(byte & 15)])"
            }
        }
        return result
    }
}
