import Foundation
import SchemaBinding
import XMLCore
import XMusterdienstTypes

/// Records read one by one from a stream that is made while it is read: memory does not grow with it.
enum RecordBenchmark {
    private static let option = "--records"

    static func run(megabytes: Int) {
        let command = [CommandLine.arguments[0], option, String(megabytes)]
        guard let run = ChildProcess(command) else { return print("\n## Stream of records: not started") }
        check(run.status == 0, "records of the stream")
        let peak = ChildProcess.peakKilobytes(of: command) ?? 0
        check(peak > 1_000, "resident memory")
        let speed = Double(megabytes) / seconds(run.duration)
        print("\n## Stream of records, \(megabytes) MB, whole process")
        print("time: \(rounded(seconds(run.duration))) s, \(rounded(speed)) MB/s")
        print("resident memory: \(peak / 1024) MB" + (peak < 40 * 1024 ? " (goal 40: reached)" : " (goal 40: MISSED)"))
    }

    /// Does what `run` asks of the other process; true when that was asked.
    static func answered() -> Bool {
        guard CommandLine.arguments.count == 3, CommandLine.arguments[1] == option,
            let megabytes = Int(CommandLine.arguments[2])
        else { return false }
        guard let stream = Stream(megabytes: megabytes) else { return true }
        var sum = 0
        do {
            let name = XMLName("hund", in: "urn:swift-xoev:xmusterdienst:1.0")
            let count = try XMLValueDecoder().decodeRecords(Hund.self, named: name, from: .chunks { stream.next() }) {
                sum += $0.name.value.utf8.count
            }
            check(count == stream.records && count > 0, "number of records")
            check(sum == count * stream.nameLength, "names of the records")
        } catch {
            fatalError("the stream is not valid: \(error)")
        }
        return true
    }

    /// A registration of very many dogs, from the example message, piece by piece.
    private final class Stream: @unchecked Sendable {
        // Unchecked: one reader only.
        private let head: [UInt8]
        private let piece: [UInt8]
        private let tail: [UInt8]
        private let pieces: Int
        private var turn = 0
        let records: Int
        let nameLength: Int

        init?(megabytes: Int) {
            guard let parts = BindingBenchmark.parts() else { return nil }
            let perPiece = max(1, 32_768 / parts.record.utf8.count)
            head = Array(parts.head.utf8)
            piece = Array(String(repeating: parts.record, count: perPiece).utf8)
            tail = Array(parts.tail.utf8)
            pieces = max(1, megabytes * 1_000_000 / piece.count)
            records = pieces * perPiece
            guard let open = parts.record.range(of: "<xmd:name>"), let close = parts.record.range(of: "</xmd:name>")
            else {
                return nil
            }
            nameLength = parts.record[open.upperBound..<close.lowerBound].utf8.count
        }

        func next() -> [UInt8]? {
            defer { turn += 1 }
            if turn == 0 { return head }
            return turn <= pieces ? piece : turn == pieces + 1 ? tail : nil
        }
    }
}
