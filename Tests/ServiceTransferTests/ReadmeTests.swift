import Foundation
import TestSupport
import Testing
import Findings
import SchemaModel
import SchemaValidation
import ServiceTransfer
import XMLCore

/// The Swift example of the README, so that it never stops compiling. It runs in a folder where its files lie.
@Suite("The README")
struct ReadmeTests {
    @Test("its Swift example stands here word for word")
    func sameText() throws {
        let readme = try String(contentsOf: TestFiles.projectRoot.appending(path: "README.md"), encoding: .utf8)
        let source = try String(contentsOfFile: #filePath, encoding: .utf8)
        let start = try #require(readme.range(of: "```swift\nimport Findings"))
        let end = try #require(readme.range(of: "```", range: start.upperBound..<readme.endIndex))
        let lines = readme[start.upperBound..<end.lowerBound].split(separator: "\n").filter { !$0.hasPrefix("import") }
        var position = source.startIndex
        for line in lines {
            let found = try #require(source.range(of: line, range: position..<source.endIndex), "\(line)")
            position = found.upperBound
        }
    }

    /// Compiled, not run: the files it names exist only for its reader.
    private func example() throws {

        // Compile a schema set once and share it between tasks. A folder, a ZIP archive or a file will do.
        let schemas = try SchemaLoader().load([.folder("Schemas/xmusterdienst/1.0")])
        let result = DocumentValidator(schemas).validate(.file("hundesteuer.anmeldung.0101.xml"))
        print(result.verdict)  // valid, invalid, incomplete or error
        for finding in result.findings { print(finding.location, finding.message.rendered(.de)) }

        // Read any document event by event, in memory that does not grow with it …
        var reader = try XMLEventReader(.file("hundesteuer.anmeldung.0101.xml"))
        while let event = try reader.next() {
            if case .startElement(let start) = event { print(start.name, start.position.line) }
        }

        // … or as a value that keeps order, prefixes and comments, to change it and write it back.
        var tree = try XMLTree(.file("leistung.xml"))
        tree.root["xzufiVersion"] = "2.2.0"
        let bytes = try tree.serialized()

        // Move a service: verify the package, plan for a municipality, apply exactly that plan or nothing.
        let verified = PackageVerifier().verify("hundesteuer.dienst")
        if let package = verified.package, verified.result.verdict == .valid {
            let soest = try ProfileReader().read(path: "soest.xml")
            let portal = try PortalStore.open(path: "soest.sqlite")
            let plan = try TransferPlanner().plan(package, for: soest, in: portal)
            let applier = TransferApplier(options: .init(actor: "erika", moment: "2026-11-23T12:00:00Z"))
            let outcome = try applier.apply(plan, package, for: soest, in: portal)
            print(outcome.isChanged)
        }
        _ = bytes
    }
}
