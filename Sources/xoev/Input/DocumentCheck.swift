import Archives
import Findings
import SchemaModel
import XMLCore
import XOEV

/// The check of one input: everything that `xoev validate` asks for. Shared by all tasks.
struct DocumentCheck: Sendable {
    private let validator: MessageValidator

    /// Loads the schemas: those that are named, else those of the store and, after them, the built-in ones. What keeps a
    /// named schema from being used ends the run before any document is read.
    init(
        schemas: [String], catalogs: [String], store: SchemaStore, options: MessageValidator.Options, session: Session
    ) throws {
        for path in schemas + catalogs where FileBytes.isFolder(path) == nil {
            throw CLIError.noSuchPath(path)
        }
        let sources =
            schemas.isEmpty ? try store.sourcesAtHand() : schemas.map(SchemaSource.init(path:))
        let catalogue = try SchemaCatalogue(sources, options: SchemaLoader.Options(catalogs: catalogs))
        for remark in catalogue.remarks { session.tell(remark) }
        for entry in catalogue.entries {
            let version = entry.version.map { " (\($0))" } ?? ""
            session.detail(
                Message(
                    de: "Schema: \(entry.name): \(entry.namespace)\(version)",
                    en: "schema: \(entry.name): \(entry.namespace)\(version)"))
        }
        validator = MessageValidator(catalogue, options: options)
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
        var result = validator.validate(source)
        result.subject = name
        return result
    }
}
