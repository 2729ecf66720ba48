import Findings
import Foundation

// Reads each file that is named, writes it again into the folder named first, and tells the differences.
let output = CommandLine.arguments.dropFirst().first ?? "."
var failures = 0
for (index, file) in CommandLine.arguments.dropFirst(2).enumerated() {
    do {
        let result = try RoundTrip.run(file, roots: schemaRoots)
        try Data(result.written).write(to: URL(filePath: "\(output)/\(index).xml"))
        let differences = result.differences.sorted().joined(separator: ", ")
        print("\(result.faults.isEmpty ? "same" : "DIFFERS")\t\(file)\t\(differences)")
        for fault in result.faults.prefix(5) { print("\t\(fault)") }
        if !result.faults.isEmpty { failures += 1 }
    } catch let error as any FindingConvertible {
        failures += 1
        let finding = error.finding
        let place = "\(finding.location) \(finding.location.path ?? "")"
        print("FAILED\t\(place): \(finding.message.rendered(.en, showingValues: true))")
        if let hint = finding.hint { print("\t\(hint.rendered(.en))") }
    }
}
exit(failures == 0 ? 0 : 1)
