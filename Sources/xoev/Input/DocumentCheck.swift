import Findings
import Foundation
import SchemaModel
import SchemaValidation
import XMLCore

/// The check of one input: everything that `xoev validate` asks for. Shared by all tasks.
struct DocumentCheck: Sendable {
    private let validator: DocumentValidator?
    private let limits: XMLLimits

    /// Loads the schemas. What keeps a named schema from being used ends the run before any document is read.
    init(schemas: [String], catalogs: [String], maxFindings: Int, limits: XMLLimits, session: Session) throws {
        self.limits = limits
        guard !schemas.isEmpty else {
            validator = nil
            return
        }
        for path in schemas + catalogs where !FileManager.default.fileExists(atPath: path) {
            throw CLIError.noSuchPath(path)
        }
        let catalogue = try SchemaCatalogue(
            schemas.map(SchemaSource.init(path:)), options: SchemaLoader.Options(catalogs: catalogs))
        for remark in catalogue.remarks { session.tell(remark) }
        for entry in catalogue.entries {
            let version = entry.version.map { " (\($0))" } ?? ""
            session.detail(
                Message(
                    de: "Schema: \(entry.name): \(entry.namespace)\(version)",
                    en: "schema: \(entry.name): \(entry.namespace)\(version)"))
        }
        validator = DocumentValidator(
            catalogue, options: DocumentValidator.Options(limits: limits, maxFindings: maxFindings))
    }

    @Sendable func callAsFunction(_ item: InputList.Item) -> CheckResult {
        switch item {
        case .nothing(let argument, let finding):
            CheckResult(subject: argument, findings: [finding], isUnreadable: true)
        case .file(let path): check(.file(path), item.name)
        case .standardInput: check(.standardInput, item.name)
        }
    }

    private func check(_ source: XMLSource, _ name: String) -> CheckResult {
        if let validator {
            var result = validator.validate(source)
            result.subject = name
            return result
        }
        return wellFormedness(source, name)
    }

    /// Without schemas only well-formedness can be told, and that is said.
    private func wellFormedness(_ source: XMLSource, _ name: String) -> CheckResult {
        do throws(XMLError) {
            var reader = try XMLEventReader(source, limits: limits)
            while try reader.next() != nil {}
        } catch {
            return CheckResult(
                subject: name, layers: [Layer(name: "well-formed", outcome: .failed)], findings: [error.finding],
                isUnreadable: true)
        }
        let reason = Message(
            de: "Es ist kein Schema genannt; nennen Sie eines mit --schema.",
            en: "No schema is named; name one with --schema.")
        return CheckResult(
            subject: name,
            layers: [
                Layer(name: "well-formed", outcome: .passed), Layer(name: "schema", outcome: .couldNotRun(reason)),
            ])
    }
}
