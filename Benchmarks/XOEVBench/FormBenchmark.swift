import FIM
import Foundation

/// The quality check of a form with 1,000 fields: goal 50 ms, reading included. Absolute times, so on a quiet machine.
enum FormBenchmark {
    static func run(fields: Int) {
        let form = StockGenerator(.init(services: 1, units: 1, onlineServices: 1, fieldsPerForm: fields)).formular(0)
        let bytes: [UInt8]
        do { bytes = try XDF3Writer.write(form) } catch { return check(false, "\(error)") }
        guard let schema = form.stammdatenschema else { return check(false, "a form") }
        check(form.alleFelder.count == fields, "number of fields")
        let expected = QualityCheck.check(form).numbers
        measure(
            "form of \(fields) fields, \(bytes.count / 1_000) kB", goal: ("read and checked", 50),
            [
                ("read", { check(read(bytes) == form, "what was read") }),
                ("checked", { check(QualityCheck.check(form).numbers == expected, "messages") }),
                (
                    "read and checked",
                    {
                        guard let message = read(bytes) else { return check(false, "reading") }
                        check(QualityCheck.check(message).numbers == expected, "messages")
                    }
                ),
                ("rules read", { check(XDF3Regeln(form).eintraege.count == 1, "rules") }),
                ("JSON Schema derived", { check((try? XDF3JSONSchema.derive(schema)) != nil, "JSON Schema") }),
                ("XSD derived", { check((try? XDF3XMLSchema.derive(schema)) != nil, "XSD") }),
                ("HTML derived", { check((try? XDF3HTMLForm.write(schema)) != nil, "HTML") }),
            ])
    }

    private static func read(_ bytes: [UInt8]) -> XDF3.Nachricht? { (try? XDFReader.read(bytes: bytes))?.xdf3 }

    private static func measure(
        _ title: String, runs: Int = 5, goal: (name: String, milliseconds: Double), _ parts: [(String, () -> Void)]
    ) {
        print("\n## \(title) (median of \(runs))")
        let clock = ContinuousClock()
        for (name, body) in parts {
            body()
            let times = (0..<runs).map { _ in clock.measure { body() } }
            let time = seconds(median(times)) * 1000
            var line = "\(name): \(rounded(time)) ms"
            if name == goal.name {
                line +=
                    time <= goal.milliseconds
                    ? " (goal \(goal.milliseconds): reached)" : " (goal \(goal.milliseconds): MISSED)"
            }
            print(line)
        }
    }
}
