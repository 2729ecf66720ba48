import Foundation
import TestSupport
import Testing
import XMLCore

@testable import FIM

@Suite("XDatenfelder: the corpus", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct XDFCorpusTests {
    @Test(
        "strict reading refuses a fixture for the reason its name gives",
        arguments: [
            ("3.0.0/messages/duplicate-id-node", XDFError.Code.duplicateElement, 11),
            ("3.0.0/messages/empty-id-node", .emptyElement, 10),
            ("3.0.0/messages/missing-id-node", .missingElement, 9),
            ("3.0.0/messages/unexpected-node", .unknownElement, 11),
            ("3.0.0/messages/invalid-freigabestatus", .unknownCode, 18),
            ("3.0.0/messages/unknown-namespace", .unknownNamespace, 2),
            ("2.0/messages/duplicate-optional-value", .duplicateElement, 15),
            ("2.0/messages/duplicate-required-value", .duplicateElement, 13),
            ("2.0/messages/unknown-namespace", .unknownNamespace, 2),
            // Its name gives no reason, but it holds `inhalt` twice and an empty list reference.
            ("3.0.0/messages/input", .duplicateElement, nil),
            // What the FIM converter makes of a file it cannot read: a root without content.
            ("3.0.0/derived-from-2.0/unknown-namespace_xdf3", .missingElement, nil),
        ] as [(String, XDFError.Code, Int?)])
    func refused(_ path: String, _ code: XDFError.Code, _ line: Int?) throws {
        let bytes = try FIMFixtures.corpus("xdatenfelder/\(path).xml")
        let error = try #require(throws: XDFError.self) { try XDFReader.read(bytes: bytes, name: path) }
        #expect(error.code == code)
        if let line { #expect(error.finding.location.line == line) }
    }

    @Test("strict reading takes all other fixtures")
    func accepted() throws {
        let root = try #require(TestFiles.corpus).appending(path: "xdatenfelder")
        let refused: Set = [
            "duplicate-id-node", "empty-id-node", "missing-id-node", "unexpected-node", "invalid-freigabestatus",
            "unknown-namespace", "duplicate-optional-value", "duplicate-required-value", "input",
            "unknown-namespace_xdf3",
        ]
        var count = 0
        for folder in ["2.0/messages", "3.0.0/messages", "3.0.0/derived-from-2.0", "derived"] {
            let files = try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
            for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "xml" {
                guard !refused.contains(file.deletingPathExtension().lastPathComponent) else { continue }
                _ = try XDFReader.read(bytes: [UInt8](Data(contentsOf: file)), name: file.lastPathComponent)
                count += 1
            }
        }
        #expect(count == 19)
    }

    @Test("lenient reading takes everything but what is no XDatenfelder, and tells what is wrong")
    func lenient() throws {
        let root = try #require(TestFiles.corpus).appending(path: "xdatenfelder")
        var refused: [String] = []
        for folder in ["2.0/messages", "3.0.0/messages", "3.0.0/derived-from-2.0", "quality/cases"] {
            let files = try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
            for file in files.sorted(by: { $0.path < $1.path }) where file.pathExtension == "xml" {
                do {
                    let bytes = [UInt8](try Data(contentsOf: file))
                    let reading = try XDFReader.read(bytes: bytes, options: .lenient)
                    #expect(!reading.findings.contains { $0.severity == .error })
                } catch {
                    refused.append(file.lastPathComponent)
                }
            }
        }
        #expect(refused == ["unknown-namespace.xml", "unknown-namespace.xml", "unknown-namespace_xdf3.xml"])
        let duplicate = try XDFReader.read(
            bytes: FIMFixtures.corpus("xdatenfelder/3.0.0/messages/duplicate-id-node.xml"), options: .lenient)
        #expect(duplicate.findings.map(\.id.rawValue).contains("xdf.duplicate-element"))
    }

    @Test("a form of 3.0.0 gives its tree, fields, bounds, values, rules")
    func form() throws {
        let reading = try XDFReader.read(bytes: FIMFixtures.corpus("xdatenfelder/quality/cases/base.xml"))
        let message = try #require(reading.xdf3)
        let schema = try #require(message.stammdatenschema)
        #expect(schema.identifikation.description == "S05000000001V1.0.0")
        #expect(schema.dokumentsteckbrief?.id == "D99000000123")
        #expect(schema.struktur.map(\.haeufigkeit.description) == ["1:5", "1:1", "0:1", "0:*", "1:1", "1:1", "0:1"])
        let ids: [String] = (1...12).map { number in "F05000000\(number < 10 ? "00" : "0")\(number)" }
        #expect(message.alleFelder.map(\.identifikation.id) == ids)
        #expect(message.alleGruppen.map(\.istAuswahlgruppe) == [false, true])
        #expect(message.alleRegeln.map(\.identifikation.id) == ["R05000000001"])
        #expect(message.alleFelder[0].praezisierung == XDF3.Praezisierung(minLength: "1", maxLength: "40"))
        #expect(message.alleFelder[2].werte?.map(\.name) == ["Mischling", "Dackel", "Pudel"])
        #expect(message.alleFelder[8].mediaType == ["application/pdf"])
        #expect(schema.angaben.bezug.first?.link == "https://www.gesetze-im-internet.de/ao_1977/")
    }

    @Test("what is written is read again and is the same")
    func roundTrip() throws {
        let root = try #require(TestFiles.corpus).appending(path: "xdatenfelder")
        for folder in ["2.0/messages", "3.0.0/messages", "3.0.0/derived-from-2.0", "derived"] {
            let files = try FileManager.default.contentsOfDirectory(
                at: root.appending(path: folder), includingPropertiesForKeys: nil)
            for file in files where file.pathExtension == "xml" {
                guard let reading = try? XDFReader.read(bytes: [UInt8](Data(contentsOf: file))) else { continue }
                switch reading.nachricht {
                case .xdf2(let message):
                    #expect(try XDFReader.read(bytes: XDF2Writer.write(message)).xdf2 == message)
                case .xdf3(let message):
                    let bytes = try XDF3Writer.write(message)
                    let again = try XDFReader.read(bytes: bytes)
                    #expect(again.findings.isEmpty)
                    let second = try #require(again.xdf3)
                    // Writing names the code lists that a file left out; beyond that nothing changes.
                    let isSame = try XDF3Writer.write(second) == bytes && second.angaben.name == message.angaben.name
                    #expect(isSame, "\(file.lastPathComponent)")
                    if folder == "derived" { #expect(second == message) }
                }
            }
        }
    }

    @Test("what is written of the form of the corpus is canonically the form of the corpus")
    func canonical() throws {
        let bytes = try FIMFixtures.corpus("xdatenfelder/derived/form.xml")
        let written = try XDF3Writer.write(try #require(XDFReader.read(bytes: bytes).xdf3))
        func bare(_ bytes: [UInt8]) throws -> [UInt8] {
            func strip(_ element: inout XMLTree.Element) {
                element.prefix = element.prefix == nil ? nil : "p"
                element.namespaces = element.namespaces.map { XMLNamespaceDeclaration(prefix: "p", uri: $0.uri) }
                let hasElements = element.children.contains { $0.element != nil }
                if hasElements {
                    element.children.removeAll { if case .element = $0 { false } else { true } }
                }
                element.updateElements { strip(&$0) }
            }
            var tree = try XMLTree(bytes: bytes)
            strip(&tree.root)
            return try tree.canonical()
        }
        #expect(try bare(written) == bare(bytes))
    }
}

@Suite("XDatenfelder: limits and faults")
struct XDFLimitTests {
    static func group(_ id: String, _ inner: String) -> String {
        """
        <x:datenfeldgruppe><x:identifikation><x:id>\(id)</x:id><x:version>1.0.0</x:version></x:identifikation>\
        <x:name>n</x:name><x:freigabestatus><code>6</code></x:freigabestatus>\
        <x:letzteAenderung>2026-01-01T00:00:00Z</x:letzteAenderung><x:bezeichnungEingabe>b</x:bezeichnungEingabe>\
        <x:schemaelementart><code>HAR</code></x:schemaelementart>\(inner)</x:datenfeldgruppe>
        """
    }

    static func place(_ inner: String) -> String {
        "<x:struktur><x:anzahl>1:1</x:anzahl><x:enthaelt>\(inner)</x:enthaelt></x:struktur>"
    }

    static func message(_ group: String) -> [UInt8] {
        Array(
            """
            <x:xdatenfelder.datenfeldgruppe.0103 xmlns:x="urn:xoev-de:fim:standard:xdatenfelder_3.0.0"><x:header>\
            <x:nachrichtID>1</x:nachrichtID><x:erstellungszeitpunkt>2026-01-01T00:00:00Z</x:erstellungszeitpunkt>\
            </x:header>\(group)</x:xdatenfelder.datenfeldgruppe.0103>
            """.utf8)
    }

    static func nested(_ levels: Int) -> [UInt8] {
        var inner = ""
        for level in 0..<levels {
            let text = group("G60" + String(String(1_000_000_000 + level).dropFirst()), inner)
            inner = level == levels - 1 ? text : place(text)
        }
        return message(inner)
    }

    @Test("a hundred levels of groups are read, one more is refused with a clear finding")
    func depth() throws {
        #expect(try XDFReader.read(bytes: Self.nested(100)).xdf3?.alleGruppen.count == 100)
        let error = try #require(throws: XDFError.self) { try XDFReader.read(bytes: Self.nested(101)) }
        #expect(error.code == .nestingTooDeep)
        #expect(error.finding.message.rendered(.en).contains("deeper than 100 levels"))
    }

    @Test("a group that holds itself is a cycle")
    func cycle() throws {
        let inner = Self.group("G60000000001", Self.place(Self.group("G60000000001", "")))
        let error = try #require(throws: XDFError.self) { try XDFReader.read(bytes: Self.message(inner)) }
        #expect(error.code == .cycle)
        let lenient = try XDFReader.read(bytes: Self.message(inner), options: .lenient)
        #expect(lenient.findings.map(\.id) == ["xdf.cycle"])
    }

    @Test("elements of both versions in one file are told apart")
    func mixed() throws {
        let foreign = "<y:regel xmlns:y='urn:xoev-de:fim:standard:xdatenfelder_2'/>"
        let error = try #require(throws: XDFError.self) {
            try XDFReader.read(bytes: Self.message(Self.group("G60000000001", foreign)))
        }
        #expect(error.code == .mixedVersions)
    }

    @Test("the number of elements is bounded")
    func many() throws {
        let places = String(repeating: Self.place(Self.group("G60000000002", "")), count: 20)
        let bytes = Self.message(Self.group("G60000000001", places))
        #expect(throws: Never.self) { try XDFReader.read(bytes: bytes) }
        var options = XDFReader.Options.strict
        options.maxElements = 20
        let error = try #require(throws: XDFError.self) { try XDFReader.read(bytes: bytes, options: options) }
        #expect(error.code == .tooMany)
    }

    @Test(
        "multiplicities have the form min:max",
        arguments: [
            ("0:1", XDFAnzahl(0, 1)), ("1:*", XDFAnzahl(1, nil)), ("1-1", nil), ("", nil), ("1:", nil), (":1", nil),
            ("-1:1", nil), ("1:2:3", nil), (" 1:1", nil),
        ])
    func multiplicity(_ text: String, _ expected: XDFAnzahl?) {
        #expect(XDFAnzahl(text) == expected)
    }

    @Test("ids have letter and eleven digits in 3.0.0, eight in 2.0")
    func ids() {
        #expect(XDFIdentifikation("F60000000001").hasForm(of: .v3, letters: "FG"))
        #expect(!XDFIdentifikation("F60000001").hasForm(of: .v3, letters: "FG"))
        #expect(XDFIdentifikation("F60000001").hasForm(of: .v2, letters: "FG"))
        #expect(!XDFIdentifikation("X60000000001").hasForm(of: .v3, letters: "FG"))
        #expect(XDFIdentifikation("F60000000001").nummernkreis == "60")
    }
}
