import CSAXBaseline
import Foundation
import XMLCore

/// `xoev convert` as a whole process, validation included: a message of xdomea to JSON and back, against empty SAX2 callbacks on
/// the bytes of the XML. Needs the corpus.
enum ConvertBenchmark {
    static func run(megabytes: Int) {
        let corpus = ProcessInfo.processInfo.environment["XOEV_CORPUS"] ?? "../shared/corpus"
        let schema = corpus + "/xdomea/3.0.0/schemas/3.0.0/xdomea-Nachrichten-AussonderungDurchfuehren.xsd"
        let own = URL(filePath: CommandLine.arguments[0]).deletingLastPathComponent()
        let xoev = ProcessInfo.processInfo.environment["XOEV"] ?? own.appending(path: "xoev").path
        guard let document = Document.xdomea(megabytes: megabytes), ChildProcess([xoev, "--version"])?.status == 0
        else {
            print("\n## Conversion: left out, needs the corpus and \(xoev)")
            return
        }
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        func path(_ name: String) -> String { folder.appending(path: name).path }
        func command(_ input: String, _ kind: String, _ output: String) -> [String] {
            [xoev, "convert", path(input), "--to", kind, "--schema", schema, "--output", path(output)]
        }
        let toJSON = command("a.xml", "json", "b.json")
        let toXML = command("b.json", "xml", "c.xml")
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try Data(document.bytes).write(to: URL(filePath: path("a.xml")))
            check(ChildProcess(toJSON)?.status == 0 && ChildProcess(toXML)?.status == 0, "the way there and back")
            try checkJSON(Data(contentsOf: URL(filePath: path("b.json"))), document.bytes)
            let back = Array(try Data(contentsOf: URL(filePath: path("c.xml"))))
            check(try content(back) == content(document.bytes), "the document that came back")
        } catch {
            fatalError("conversion: \(error)")
        }
        let bytes = document.bytes
        compare(
            "Conversion, xdomea 0503, \(bytes.count / 1_000_000) MB, whole process, validation included",
            [
                (
                    "libxml2 SAX2, empty callbacks",
                    {
                        check(
                            bytes.withUnsafeBytes { sax_empty($0.baseAddress, $0.count, TapeBenchmark.chunk) } == 1,
                            "empty SAX")
                    }
                ),
                ("XML to JSON", { check(ChildProcess(toJSON)?.status == 0, "to JSON") }),
                ("JSON to XML", { check(ChildProcess(toXML)?.status == 0, "to XML") }),
            ])
        let there = (ChildProcess.peakKilobytes(of: toJSON) ?? 0) / 1024
        let back = (ChildProcess.peakKilobytes(of: toXML) ?? 0) / 1024
        check(there > 1 && back > 1, "resident memory")
        print("resident memory: to JSON \(there) MB, to XML \(back) MB")
    }

    /// Each record of the document is an item of the array, its values as in the document.
    private static func checkJSON(_ json: Data, _ document: [UInt8]) throws {
        let root = try JSONSerialization.jsonObject(with: json) as? [String: Any]
        let records = root?["Schriftgutobjekt"] as? [[String: Any]]
        var wanted: [String] = []
        var reader = try XMLEventReader(.bytes(document))
        var count = 0
        var isID = false
        while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                if start.name.local == "Schriftgutobjekt" { count += 1 }
                isID = start.name.local == "ID"
            case .text(let text): if isID { wanted.append(text) }
            case .endElement: isID = false
            default: break
            }
        }
        check(records?.count == count && count > 100, "number of records")
        var found: [String] = []
        collect(root as Any, &found)
        check(found.sorted() == wanted.sorted() && found.count >= count, "ids of the records")
    }

    private static func collect(_ value: Any, _ ids: inout [String]) {
        if let items = value as? [Any] {
            for item in items { collect(item, &ids) }
        } else if let members = value as? [String: Any] {
            for (name, value) in members {
                if name == "ID", let text = value as? String { ids.append(text) } else { collect(value, &ids) }
            }
        }
    }

    /// All names, attributes and texts in their order; white space between elements is layout.
    private static func content(_ document: [UInt8]) throws -> [String] {
        var result: [String] = []
        var reader = try XMLEventReader(.bytes(document))
        while let event = try reader.next() {
            switch event {
            case .startElement(let start):
                result.append(start.name.description)
                result += start.attributes.map { "\($0.name)=\($0.value)" }.sorted()
            case .text(let text), .cdata(let text):
                let words = text.split(whereSeparator: \.isWhitespace)
                if !words.isEmpty { result.append(words.joined(separator: " ")) }
            case .endElement: result.append("/")
            default: break
            }
        }
        return result
    }
}
