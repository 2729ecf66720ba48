import CSAXBaseline
import Foundation
import SchemaBinding
import XMLCore

// Reads and writes one large document with generated types, against libxml2's SAX2 with empty callbacks on the same bytes.
// Arguments: the document, the number of runs; then `decode`, to do nothing but that (for `perf record`).
let bytes = Array(try Data(contentsOf: URL(filePath: CommandLine.arguments[1])))
let runs = CommandLine.arguments.count > 2 ? Int(CommandLine.arguments[2]) ?? 9 : 9

func check(_ condition: Bool, _ what: String) {
    guard condition else { fatalError("wrong: \(what)") }
}

func rootName() throws -> XMLName {
    var reader = try XMLEventReader(.bytes(bytes))
    while let event = try reader.next() {
        if case .startElement(let start) = event { return start.name }
    }
    fatalError("no root")
}

func measure<T: XMLComplex>(_ type: T.Type, _ root: XMLName) throws {
    let decoder = XMLValueDecoder()
    if CommandLine.arguments.count > 3 {
        for _ in 0..<runs { check(try decoder.decode(T.self, from: .bytes(bytes)).root == root, "root") }
        return
    }
    let encoder = XMLValueEncoder()
    let value = try decoder.decode(T.self, from: .bytes(bytes)).value
    let written = try encoder.encode(value, root: root)
    // The value is right when writing and reading it again gives the same; Scripts/prove-codegen proves it against the
    // document itself.
    check(try decoder.decode(T.self, from: .bytes(written)).value == value, "value")
    check(written.count > bytes.count / 2, "length")
    var times = [[Double]](repeating: [], count: 4)
    func time(_ index: Int, _ body: () throws -> Void) rethrows {
        let start = DispatchTime.now().uptimeNanoseconds
        try body()
        times[index].append(Double(DispatchTime.now().uptimeNanoseconds - start) / 1e6)
    }
    for _ in 0..<runs {
        time(0) { check(bytes.withUnsafeBytes { sax_empty($0.baseAddress, $0.count, 32_768) } == 1, "SAX") }
        var kept: T?
        try time(1) { kept = try decoder.decode(T.self, from: .bytes(bytes)).value }
        time(2) {
            withExtendedLifetime(kept) {}
            kept = nil
        }
        try time(3) { check(try encoder.encode(value, root: root).count == written.count, "bytes") }
    }
    let medians = times.map { $0.sorted()[runs / 2] }
    print("\(root.local), \(bytes.count / 1_000_000) MB (median of \(runs))")
    for (name, median) in zip(["SAX2, empty callbacks", "decoding", "releasing the value", "encoding"], medians) {
        print(String(format: "  %@: %.1f ms, ratio %.2f", name, median, median / medians[0]))
    }
}

let root = try rootName()
guard let type = schemaRoots.first(where: { $0.rootNames.contains(root) }) else { fatalError("no type for \(root)") }
try measure(type, root)
