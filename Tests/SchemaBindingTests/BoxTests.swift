import Testing
import XMLCore

@testable import SchemaBinding

private let ns = XMLNamespace("urn:box", prefix: "b")

/// An identifier as UBL has it: a text with attributes that mostly are not there.
private struct Kennung: XMLComplex {
    var value: String
    var schemeID: String?
    var schemeName: String?
    static let rootNames: [XMLName] = []
    static let xml = XMLTable(Self.self, "Kennung", in: ns) {
        $0.value(\.value)
        $0.attribute("schemeID", \.schemeID)
        $0.attribute("schemeName", \.schemeName)
    }
}

private struct Betrag: XMLComplex {
    var value: XSDDecimal
    var waehrung: String
    static let rootNames: [XMLName] = []
    static let xml = XMLTable(Self.self, "Betrag", in: ns) {
        $0.value(\.value)
        $0.attribute("waehrung", \.waehrung)
    }
}

private struct Posten: XMLComplex {
    var kennung: Kennung {
        get { _kennung.value }
        _modify { yield &_kennung.value }
    }
    var _kennung: XMLIndirect<Kennung>
    var betrag: Betrag? { _betrag?.value }
    var _betrag: XMLIndirect<Betrag>?
    static let rootNames: [XMLName] = []
    static let xml = XMLTable(Self.self, "Posten", in: ns) {
        $0.element("id", \._kennung)
        $0.element("betrag", \._betrag)
    }
}

private struct Rechnung: XMLComplex {
    var posten: [Posten]
    static let rootNames = [ns.name("rechnung")]
    static let xml = XMLTable(Self.self, "Rechnung", in: ns) {
        $0.element("posten", \.posten)
    }
}

/// What is read into boxes: elements with simple content, whole or their content alone, and many of them.
@Suite struct BoxTests {
    private func decode(_ posten: String, lenient: Bool = false) throws -> XMLValueDecoder.Result<Rechnung> {
        let text = "<b:rechnung xmlns:b=\"urn:box\">\(posten)</b:rechnung>"
        return try XMLValueDecoder(.init(isLenient: lenient)).decode(Rechnung.self, from: .bytes(Array(text.utf8)))
    }

    private func kennung(_ element: String) throws -> Kennung {
        try #require(try decode("<b:posten>\(element)</b:posten>").value.posten.first).kennung
    }

    @Test("content without attributes, with some and with a declaration of its own is the same value")
    func readsAlike() throws {
        #expect(try kennung("<b:id>A 1</b:id>") == Kennung(value: "A 1"))
        #expect(try kennung("<b:id xmlns:c=\"urn:c\">A 1</b:id>") == Kennung(value: "A 1"))
        #expect(try kennung("<b:id schemeID=\"GLN\">A 1</b:id>") == Kennung(value: "A 1", schemeID: "GLN"))
        #expect(try kennung("<b:id>A<![CDATA[ <1]]></b:id>") == Kennung(value: "A <1"))
        #expect(try kennung("<b:id/>") == Kennung(value: ""))
        let long = String(repeating: "Straße ", count: 300)
        #expect(try kennung("<b:id>\(long)</b:id>") == Kennung(value: long))
    }

    @Test("boxes with content alone and whole ones are equal, hash alike and write the same bytes")
    func areEqual() throws {
        let alone = try decode("<b:posten><b:id>A</b:id></b:posten>").value
        let other = try decode("<b:posten><b:id>B</b:id></b:posten>").value
        let whole = Rechnung(posten: [Posten(_kennung: XMLIndirect(Kennung(value: "A")))])
        #expect(alone == whole && whole == alone && alone.hashValue == whole.hashValue)
        #expect(alone != other && whole != other)
        #expect(try decode("<b:posten><b:id>A</b:id></b:posten>").value == alone)
        let written = try XMLValueEncoder().encode(alone)
        #expect(try XMLValueEncoder().encode(whole) == written)
        #expect(String(decoding: written, as: UTF8.self).contains("<b:posten><b:id>A</b:id></b:posten>"))
    }

    @Test("a change of what was read alone is seen, and copies keep what they had")
    func changes() throws {
        var rechnung = try decode("<b:posten><b:id>A</b:id></b:posten>").value
        let copy = rechnung
        rechnung.posten[0].kennung.schemeID = "GLN"
        #expect(rechnung.posten[0].kennung == Kennung(value: "A", schemeID: "GLN"))
        #expect(copy.posten[0].kennung == Kennung(value: "A") && copy != rechnung)
        rechnung.posten[0].kennung.schemeID = nil
        #expect(copy == rechnung)
        rechnung.posten[0].kennung.value = "C"
        #expect(String(decoding: try XMLValueEncoder().encode(rechnung), as: UTF8.self).contains("<b:id>C</b:id>"))
    }

    @Test("an attribute that must occur is missed, where it is missed")
    func required() throws {
        let error = #expect(throws: XMLBindingError.self) {
            try decode("<b:posten><b:id>A</b:id>\n<b:betrag>1.50</b:betrag></b:posten>")
        }
        #expect(error?.code == .missingAttribute && error?.location.line == 2 && error?.location.column == 1)
        let betrag = try decode("<b:posten><b:id>A</b:id><b:betrag waehrung=\"EUR\">1.50</b:betrag></b:posten>")
            .value.posten.first?.betrag
        #expect(betrag == Betrag(value: try #require(XSDDecimal(xmlText: "1.50")), waehrung: "EUR"))
    }

    // From nothing over what fits in the first piece to far beyond the largest one (64 KiB, 32 bytes each at least).
    @Test("any number of items comes in its order", arguments: [0, 1, 2, 4, 5, 9, 300, 5_000, 40_000])
    func many(count: Int) throws {
        let posten = (0..<count).map { "<b:posten><b:id>\($0)</b:id></b:posten>" }.joined()
        let read = try decode(posten).value.posten
        #expect(read.map(\.kennung.value) == (0..<count).map(String.init))
    }

    @Test("a fault after many items is told with its place", arguments: [3, 4, 2_048, 9_999])
    func fault(at index: Int) throws {
        let posten = (0..<10_000).map { "\n<b:posten><b:\($0 == index ? "ib" : "id")>\($0)</b:id></b:posten>" }.joined()
        let spoilt = posten.replacing("<b:ib>\(index)</b:id>", with: "<b:ib>\(index)</b:ib>")
        let error = #expect(throws: XMLBindingError.self) { try decode(spoilt) }
        #expect(error?.code == .unexpectedElement && error?.location.line == index + 2)
    }

    private final class Rest: @unchecked Sendable {
        // Unchecked: one reader asks, on one thread.
        var bytes: ArraySlice<UInt8>
        init(_ bytes: [UInt8]) { self.bytes = bytes[...] }
    }

    private func pieces(of bytes: [UInt8], size: Int) -> XMLSource {
        let rest = Rest(bytes)
        return .chunks {
            let piece = Array(rest.bytes.prefix(size))
            rest.bytes = rest.bytes.dropFirst(size)
            return piece.isEmpty ? nil : piece
        }
    }

    @Test("texts of every length up to two blocks lie on the tape as they were, wherever a piece of the input ends")
    func lengths() throws {
        let texts = (0...70).map { String(repeating: "ä", count: $0 % 3) + String("abcdefghij".prefix($0 % 10)) }
        let long = texts.indices.map { String(repeating: "x", count: $0) + texts[$0] }
        let posten = long.map { "<b:posten><b:id schemeID=\"\($0)\">\($0)</b:id>\n  </b:posten>\n\t" }.joined()
        let bytes = Array("<b:rechnung xmlns:b=\"urn:box\">\(posten)</b:rechnung>".utf8)
        for size in [1, 7, 64, 1_000] {
            let read = try XMLValueDecoder().decode(Rechnung.self, from: pieces(of: bytes, size: size)).value
            #expect(read.posten.map(\.kennung.value) == long)
            #expect(read.posten.map(\.kennung.schemeID) == long.map { Optional($0) })
        }
    }
}
