import Findings
import Foundation

// Reads each file that standard input names, writes it again into the folder named first, numbered, and tells the differences.
let output = CommandLine.arguments.dropFirst().first ?? "."
var failures = 0
var index = 0
while let file = readLine() {
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
        print("FAILED\t\(file)\t\(place): \(finding.message.rendered(.en, showingValues: true))")
        if let hint = finding.hint { print("\t\(hint.rendered(.en))") }
    }
    index += 1
}
exit(failures == 0 ? 0 : 1)
