import Findings
import SchemaModel
import SchemaValidation
import XMLCore

/// Checks manifests and profiles against the project's own schemas.
enum OwnSchemas {
    /// What a check came to.
    enum Outcome {
        /// It ran and found this, which may be nothing.
        case ran([Finding])
        /// The schema could not be compiled: a fault of the program, not of the input.
        case couldNotRun(Message)
    }

    static func checkManifest(_ bytes: [UInt8], file: String) -> Outcome { check(bytes, file, manifest) }

    static func checkMapping(_ bytes: [UInt8], file: String) -> Outcome { check(bytes, file, mapping) }

    static func checkProfile(_ bytes: [UInt8], file: String) -> Outcome { check(bytes, file, profile) }

    /// What a check says beyond the errors that are known already: where the reader has said it in the words of the
    /// domain, the schema's words about the same line add nothing. A warning hides no error.
    static func beyond(_ known: [Finding], _ found: [Finding]) -> [Finding] {
        let lines = Set(known.filter { $0.severity == .error }.compactMap(\.location.line))
        return found.filter { finding in finding.location.line.map { !lines.contains($0) } ?? true }
    }

    private static let manifest = compiled(EmbeddedSchemas.dienstpaket, "dienstpaket.xsd")
    private static let mapping = compiled(EmbeddedSchemas.abbildung, "abbildung.xsd")
    private static let profile = compiled(EmbeddedSchemas.portalprofil, "portalprofil.xsd")

    private static func compiled(_ text: String, _ name: String) -> Result<SchemaSet, SchemaError> {
        do throws(SchemaError) {
            return .success(try SchemaLoader().load([.bytes(Array(text.utf8), name: name)]))
        } catch {
            return .failure(error)
        }
    }

    private static func check(_ bytes: [UInt8], _ file: String, _ schema: Result<SchemaSet, SchemaError>) -> Outcome {
        switch schema {
        case .success(let set): .ran(DocumentValidator(set).validate(.bytes(bytes, name: file)).findings)
        case .failure(let error): .couldNotRun(error.finding.message)
        }
    }
}
