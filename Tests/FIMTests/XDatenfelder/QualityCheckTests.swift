import Foundation
import TestSupport
import Testing
import XMLCore

@testable import FIM

@Suite("Quality check: the FIM editors' own check", .enabled(if: TestFiles.hasCorpus, "needs the corpus"))
struct QualityCorpusTests {
    struct Case: Sendable, CustomTestStringConvertible {
        let file: String
        let expected: [Int]
        var testDescription: String { file }
    }

    /// What QS-DF 1.20 raises for each form, without the messages that need the network.
    static let cases: [Case] = {
        guard let root = TestFiles.corpus,
            let text = try? String(
                contentsOf: root.appending(path: "xdatenfelder/quality/cases/expected.tsv"), encoding: .utf8)
        else { return [] }
        let network = Set(QualityMessage.all.filter { $0.coverage == .needsNetwork }.map(\.number))
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            let numbers = columns[1].split(separator: " ").compactMap { Int($0) }
            return Case(file: String(columns[0]), expected: numbers.filter { !network.contains($0) })
        }
    }()

    @Test("raises the same messages as QS-DF 1.20", arguments: cases)
    func same(_ example: Case) throws {
        let bytes = try FIMFixtures.corpus("xdatenfelder/quality/cases/\(example.file)")
        let reading = try XDFReader.read(bytes: bytes, options: .lenient)
        let result = QualityCheck.check(try #require(reading.xdf3))
        #expect(result.numbers == example.expected)
    }

    @Test("there are 61 cases")
    func count() { #expect(Self.cases.count == 61) }

    @Test("weights in code are those of the official list, and every message of it is covered")
    func list() throws {
        let list = try QualityMessageList(bytes: FIMFixtures.corpus("xdatenfelder/quality/Meldungen.xml"))
        #expect(list.version == "1.8")
        #expect(list.entries.count == QualityMessage.all.count)
        for message in QualityMessage.all {
            let entry = try #require(list.entries[message.number])
            #expect(entry.typ == message.gewicht.rawValue, "\(message.number)")
            #expect(entry.text != message.text.de.rendered(showingValues: true), "\(message.number) copies the list")
        }
    }

    @Test("with the list, findings carry its German texts")
    func officialTexts() throws {
        let list = try QualityMessageList(bytes: FIMFixtures.corpus("xdatenfelder/quality/Meldungen.xml"))
        let reading = try XDFReader.read(
            bytes: FIMFixtures.corpus("xdatenfelder/quality/cases/anzahl-format.xml"), options: .lenient)
        let result = QualityCheck.check(
            try #require(reading.xdf3), options: QualityCheck.Options(messages: list, file: "f.xml"))
        let finding = try #require(result.findings.first { $0.id == "xdf.1046" })
        let text = try #require(list.entries[1046]).text
        #expect(finding.message.rendered(.de).contains(text.dropLast()))
        #expect(finding.severity == .error)
        #expect(finding.location.file == "f.xml")
        #expect(finding.location.path?.hasSuffix("/struktur[1]") == true)
    }
}
