import CodeLists
import Findings
import Foundation
import SchemaModel
import XMLCore
import XOEV

/// What code lists cost: the layer `code-lists` on top of validation, opening a registry, one look-up, reading a large list.
/// Needs the corpus.
struct CodeListBenchmark {
    private let corpus: String
    private var folders: [String] { ["/xwasser/1.0.0/codelists", "/codelists"].map { corpus + $0 } }

    /// Runs all parts, or says why not.
    static func run() {
        let corpus = ProcessInfo.processInfo.environment["XOEV_CORPUS"] ?? "../shared/corpus"
        guard FileManager.default.fileExists(atPath: corpus + "/xwasser/1.0.0/schemas/xwasser.xsd") else {
            print("\n## Code lists: left out, needs the corpus")
            return
        }
        let benchmark = CodeListBenchmark(corpus: corpus)
        do {
            try benchmark.layer(megabytes: 10)
            try benchmark.registry()
            try benchmark.list()
        } catch let error as any FindingConvertible {
            print("\n## Code lists: \(error.finding.message.rendered(.en))")
        } catch {
            print("\n## Code lists: \(error)")
        }
    }

    private func lists() -> CodeListRegistry {
        var registry = CodeListRegistry()
        for folder in folders { registry.add(folder: folder) }
        return registry
    }

    // MARK: The layer

    private func layer(megabytes: Int) throws {
        let lists = lists()
        let bytes = Array(try message(megabytes: megabytes, lists).utf8)
        let catalogue = try SchemaCatalogue(
            [SchemaSource(path: corpus + "/xwasser/1.0.0/schemas/xwasser.xsd")],
            options: SchemaLoader.Options(catalogs: [corpus + "/catalog.xml"]))
        func validator(_ options: MessageValidator.Options) -> MessageValidator {
            MessageValidator(catalogue, options: options)
        }
        let asOf = CalendarDate("2026-11-23")
        let plain = validator(.init())
        let coded = validator(.init(lists: lists, asOf: asOf))
        let lettered = validator(.init(characterSet: .din91379C))
        let all = validator(.init(lists: lists, asOf: asOf, characterSet: .din91379C))
        let first = coded.validate(.bytes(bytes))
        check(first.layers.map(\.name) == ["well-formed", "schema", "code-lists"], "the layers")
        check(first.layers.allSatisfy { $0.outcome == .passed }, "passes: \(first.findings.prefix(3))")
        let twin = String(decoding: bytes, as: UTF8.self)
        if let range = twin.range(of: "</code>", options: .backwards) {
            let spoilt = twin[..<range.lowerBound] + "-falsch" + twin[range.lowerBound...]
            let result = coded.validate(.bytes(Array(spoilt.utf8)))
            check(result.findings.contains { $0.id == "codelist.unknown-code" }, "the last code is looked up")
        }
        let codes = twin.components(separatedBy: "<code>").count - 1
        compare(
            "Layers, XWasser 2010, \(bytes.count / 1_000_000) MB, \(codes) codes", goal: ("with code lists", 1.15),
            [
                ("well-formed and schema", { check(plain.validate(.bytes(bytes)).verdict == .valid, "plain") }),
                ("with code lists", { check(coded.validate(.bytes(bytes)).verdict == .valid, "coded") }),
                ("with character set", { check(lettered.validate(.bytes(bytes)).verdict == .valid, "lettered") }),
                ("with both", { check(all.validate(.bytes(bytes)).verdict == .valid, "all") }),
            ])
    }

    /// A quality report of XWasser whose probes are repeated, each with ids of its own and other codes of the lists at hand.
    private func message(megabytes: Int, _ lists: CodeListRegistry) throws -> String {
        var text = try String(
            contentsOfFile: corpus + "/xwasser/1.0.0/messages/quality_report_minimal.xml", encoding: .utf8)
        text = text.replacingOccurrences(of: ">abcd</xwas:objektID>", with: ">probennahmestelleid1</xwas:objektID>")
        text = text.replacingOccurrences(
            of: "<xwas:probennahmestelle>ID14aeb6cd-bc5e-443f-890c-cbdfe6f50c86<",
            with: "<xwas:probennahmestelle>probennahmestelleid1<")
        text = text.replacing(/\s*<xwas:strassenschluessel[\s\S]*?<\/xwas:strassenschluessel>/, with: "")
        guard let open = text.range(of: "<xwas:probe id="), let close = text.range(of: "</xwas:probe>") else {
            return text
        }
        let probe = String(text[open.lowerBound..<close.upperBound])
        var body = ""
        var number = 0
        while body.utf8.count < megabytes * 1_000_000 {
            number += 1
            let own = probe.replacingOccurrences(of: "id=\"probe1\"", with: "id=\"probe-\(number)\"")
                .replacingOccurrences(of: "id=\"analyseergebnisParameter1\"", with: "id=\"ergebnis-\(number)\"")
            body += recoded(own, number, lists) + "\n"
        }
        return recoded(String(text[..<open.lowerBound]), 0, lists) + body
            + recoded(String(text[close.upperBound...]), 0, lists)
    }

    /// The text with each code of a list at hand as one that is in it.
    private func recoded(_ text: String, _ number: Int, _ lists: CodeListRegistry) -> String {
        text.replacing(
            /listURI="([^"]*)" listVersionID="([^"]*)">(\s*)<code>[^<]*<\/code>(?:\s*<name>[^<]*<\/name>)?/
        ) { match in
            let (whole, uri, version, space) = match.output
            let entry =
                lists.entry(CodeListID(uri: String(uri), version: String(version))) ?? lists.newest(of: String(uri))
            guard let entry, let lookup = try? lists.lookup(entry.id), let rows = lookup.list.rows, !rows.isEmpty,
                let code = rows[number * 7 % rows.count, lookup.column].text
            else { return String(whole) }
            var result = "listURI=\"\(uri)\" listVersionID=\"\(entry.id.version)\">\(space)<code>\(code)</code>"
            if let name = lookup.name(of: code) {
                result += "\(space)<name>"
                result += name.replacingOccurrences(of: "&", with: "&amp;").replacingOccurrences(of: "<", with: "&lt;")
                result += "</name>"
            }
            return result
        }
    }

    // MARK: The registry

    private func registry() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "xoev-bench-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        let all = corpus
        let index = CodeListIndexFile(folder.appending(path: "index").path)
        var registry = CodeListRegistry()
        registry.add(folder: all, index: index)
        let count = registry.entries.count
        check(count > 100, "lists of the corpus")
        func open() {
            var registry = CodeListRegistry()
            registry.add(folder: all, index: index)
            check(registry.entries.count == count, "as many lists")
        }
        compare("Opening the registry of the corpus, \(count) lists", [("with index", open)])
        let id = CodeListID(uri: "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs", version: "2026-04-30")
        let lookup = try registry.lookup(id)
        let codes = (lookup.list.rows ?? CodeListRows(columnCount: 1)).compactMap {
            $0[$0.startIndex + lookup.column].text
        }
        check(codes.count > 10_000, "the list of regional keys")
        let rounds = 100
        let clock = ContinuousClock()
        var names = 0
        let time = clock.measure {
            for _ in 0..<rounds { for code in codes where lookup.name(of: code) != nil { names += 1 } }
        }
        check(names == rounds * codes.count, "each code has a name")
        let each = seconds(time) / Double(names) * 1e9
        print(
            "look-up of a code and its name: \(Int(each)) ns"
                + (each < 1_000 ? " (goal 1000: reached)" : " (goal 1000: MISSED)"))
    }

    private func list() throws {
        let folder = corpus + "/xwasser/1.0.0/codelists"
        let names = try FileManager.default.contentsOfDirectory(atPath: folder)
        guard let name = names.first(where: { $0.hasPrefix("Regional") }),
            let data = FileManager.default.contents(atPath: folder + "/" + name)
        else { return }
        let bytes = [UInt8](data)
        let clock = ContinuousClock()
        var times: [Duration] = []
        for _ in 0..<5 {
            times.append(
                try clock.measure {
                    let list = try GenericodeReader().read(bytes: bytes)
                    check(list.count > 10_000, "rows")
                })
        }
        let rate = Double(bytes.count) / 1e6 / seconds(median(times))
        print(
            "\n## Reading a list of \(Double(bytes.count / 10_000) / 100) MB: \(rounded(rate)) MB/s"
                + (rate >= 60 ? " (goal 60: reached)" : " (goal 60: MISSED)"))
    }
}
