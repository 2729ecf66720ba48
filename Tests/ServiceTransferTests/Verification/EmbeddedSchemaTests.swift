import Foundation
import TestSupport
import Testing

@testable import ServiceTransfer

@Suite("Embedded schemas")
struct EmbeddedSchemaTests {
    @Test(
        "the schemas in the program are those in Schemas/; after a change run Scripts/embed-schemas",
        arguments: [
            ("dienstpaket/1.0/dienstpaket.xsd", EmbeddedSchemas.dienstpaket),
            ("portalprofil/1.0/portalprofil.xsd", EmbeddedSchemas.portalprofil),
        ])
    func equalsFile(path: String, text: String) throws {
        let file = TestFiles.projectRoot.appending(path: "Schemas").appending(path: path)
        #expect(try Array(Data(contentsOf: file)) == Array(text.utf8))
    }
}
