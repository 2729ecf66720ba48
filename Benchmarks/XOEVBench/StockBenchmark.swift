import CSAXBaseline
import FIM
import Foundation
import SchemaBinding
import XMLCore
import XZuFiTypes

/// Transfer files of XZuFi read record by record, against libxml2's SAX2 with empty callbacks on the same bytes; and the
/// memory that a file of 100,000 services takes.
enum StockBenchmark {
    /// The option that makes this program read a file once and end: for its memory.
    private static let readOption = "--read-stock"

    static func run(services: Int) {
        let stock = StockGenerator(
            .init(services: services, units: max(1, services / 100), onlineServices: services / 10))
        let bytes = Collected.bytes(of: stock)
        let expected = read(.bytes(bytes))
        check(expected.objects == stock.count, "number of records")
        check(expected.texts == services * 20, "number of texts")
        compare(
            "XZuFi transfer file, \(services) services, \(bytes.count / 1_000_000) MB", goal: ("typed records", 2),
            [
                ("libxml2 SAX2, empty callbacks", { check(empty(bytes), "empty SAX run") }),
                ("typed records", { check(read(.bytes(bytes)) == expected, "what was read") }),
                ("generated types", { check(generated(.bytes(bytes)) == expected, "what was read") }),
                ("tree of each record", { check(walk(.bytes(bytes)) == stock.count, "number of records") }),
            ])
    }

    /// Answers the call of `memory`; true when that was asked.
    static func answeredForMemory() -> Bool {
        guard CommandLine.arguments.count == 3, CommandLine.arguments[1] == readOption else { return false }
        print(read(.file(CommandLine.arguments[2])).objects)
        return true
    }

    /// One file on disk: rate and memory.
    static func runOnDisk(services: Int) {
        let path = FileManager.default.temporaryDirectory.appending(path: "xoev-stock-\(UUID().uuidString).xml").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        guard FileManager.default.createFile(atPath: path, contents: nil),
            let file = FileHandle(forWritingAtPath: path)
        else { return print("no room for a file at \(path)") }
        let stock = StockGenerator(
            .init(services: services, units: max(1, services / 100), onlineServices: services / 10))
        let clock = ContinuousClock()
        let made = clock.measure {
            do {
                try stock.write(stock.dateien(objectsPerFile: .max)[0]) { try file.write(contentsOf: Data($0)) }
                try file.close()
            } catch { check(false, "\(error)") }
        }
        let size = (try? FileManager.default.attributesOfItem(atPath: path)[.size] as? Int) ?? 0
        let time = seconds(clock.measure { check(read(.file(path)).objects == stock.count, "number of records") })
        let peak = ChildProcess.peakKilobytes(of: [CommandLine.arguments[0], readOption, path]) ?? 0
        print("\n## XZuFi transfer file of \(services) services on disk, \(size / 1_000_000) MB")
        print(
            "made in \(rounded(seconds(made))) s, read in \(rounded(time)) s: \(Int(Double(size) / time / 1e6)) MB/s (goal 60)"
        )
        print("resident at its highest: \(peak / 1_000) MB (goal 60)")
    }

    struct Read: Equatable {
        var objects = 0
        var texts = 0
        var bytes = 0
        var duties = 0
        var costs = 0
    }

    /// Reads what an import needs of each record: identity, names, keys, all texts, costs, responsibilities.
    private static func read(_ source: XMLSource) -> Read {
        var result = Read()
        do {
            var reader = try XZuFi.TransferReader(source)
            while let record = try reader.next() {
                guard case .schreibe(let object) = record else { continue }
                result.objects += 1
                result.bytes += object.id?.identity.value.utf8.count ?? 0
                switch object.art {
                case .leistung:
                    guard let service = object.leistung else { continue }
                    result.bytes += service.leistungsschluessel.first?.utf8.count ?? 0
                    for module in service.modulText {
                        result.bytes += module.leikaTextmodul?.code.utf8.count ?? 0
                        for text in module.inhalt {
                            result.texts += 1
                            result.bytes += text.value.utf8.count
                        }
                    }
                    for cost in service.modulKosten.flatMap(\.kosten) {
                        if cost.auswahl != nil { result.costs += 1 }
                    }
                case .organisationseinheit:
                    result.duties += object.organisationseinheit?.zustaendigkeit.count ?? 0
                default: result.bytes += object.onlinedienst?.link.first?.link?.utf8.count ?? 0
                }
            }
        } catch { check(false, "\(error)") }
        return result
    }

    /// The same with the types that our generator makes from Schemas/xzufi/2.2.0.
    private static func generated(_ source: XMLSource) -> Read {
        var result = Read()
        let record = XMLName("schreibe", in: XZuFi.Version.v220.namespace)
        do {
            result.objects = try XMLValueDecoder(.init(isLenient: true)).decodeRecords(
                Schreibe.self, named: record, from: source
            ) { record in
                switch record.auswahl {
                case .leistung(let service):
                    result.bytes += service.id.value.utf8.count
                    result.bytes += service.referenzLeiKa.first?.code.utf8.count ?? 0
                    for module in service.modulText {
                        result.bytes += module.leikaTextmodul.code.utf8.count
                        for text in module.inhalt {
                            result.texts += 1
                            result.bytes += text.value.utf8.count
                        }
                    }
                    result.costs += service.modulKosten?.kosten.count ?? 0
                case .organisationseinheit(.organisationseinheitErweitert(let unit)):
                    result.bytes += unit.id.value.utf8.count
                    result.duties += unit.auswahl.count { if case .zustaendigkeit = $0 { true } else { false } }
                case .onlinedienst(.onlinedienstErweitert(let service)):
                    result.bytes += service.id.value.utf8.count
                    for case .link(let link) in service.auswahl.prefix(3) { result.bytes += link.link.utf8.count }
                default: break
                }
            }
        } catch { check(false, "\(error)") }
        return result
    }

    private static func walk(_ source: XMLSource) -> Int {
        do {
            var reader = try XZuFi.TransferReader(source)
            while try reader.next() != nil {}
            return reader.count
        } catch {
            check(false, "\(error)")
            return 0
        }
    }

    private static func empty(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { sax_empty($0.baseAddress, $0.count, TapeBenchmark.chunk) } == 1
    }

    private final class Collected {
        var all: [UInt8] = []

        static func bytes(of stock: StockGenerator) -> [UInt8] {
            let box = Collected()
            do { try stock.write(stock.dateien(objectsPerFile: .max)[0]) { box.all += $0 } } catch {
                check(false, "\(error)")
            }
            return box.all
        }
    }
}
