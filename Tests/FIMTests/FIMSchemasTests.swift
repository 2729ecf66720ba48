import FIM
import Foundation
import SchemaModel
import SchemaValidation
import TestSupport
import Testing
import XMLCore

@Suite("The built-in schemas of FIM standards")
struct FIMSchemasTests {
    @Test("are the files under Schemas/")
    func sameAsFiles() throws {
        let schemas = TestFiles.projectRoot.appending(path: "Schemas")
        guard case .memory(let documents, _) = FIMSchemas.source else {
            Issue.record("not in memory")
            return
        }
        for (name, bytes) in documents {
            let path = schemas.appending(path: name).path
            #expect(try Data(contentsOf: URL(filePath: path)).elementsEqual(bytes), "\(name)")
        }
        #expect(documents.count == 19)
    }

    @Test(
        "judge the forms and descriptions of the examples",
        arguments: [
            "hundesteuer/formular", "hundesteuer/xzufi", "bewohnerparkausweis/formular", "bewohnerparkausweis/xzufi",
        ])
    func examples(folder: String) throws {
        let catalogue = try SchemaCatalogue([FIMSchemas.source])
        let validator = DocumentValidator(catalogue)
        let path = TestFiles.projectRoot.appending(path: "Documentation/Examples/\(folder)").path
        let files = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".xml") }
        #expect(!files.isEmpty)
        for file in files {
            let result = validator.validate(.file("\(path)/\(file)"))
            #expect(result.verdict == .valid, "\(file): \(result.findings)")
        }
    }
}
