extension String {
    /// Runs of XML white space as single blanks, none at the ends (XML Schema Part 2, 4.3.6). Most texts are like that already.
    package var collapsedXML: String {
        if isCollapsedXML { return self }
        return unicodeScalars.split { $0 == " " || $0 == "\t" || $0 == "\n" || $0 == "\r" }.map { String($0) }
            .joined(separator: " ")
    }

    private var isCollapsedXML: Bool {
        var previous: UInt8 = 0x20
        for byte in utf8 {
            if byte <= 0x20, byte != 0x20 || previous == 0x20 { return false }
            previous = byte
        }
        return previous != 0x20 || isEmpty
    }
}
