import ArgumentParser
import Findings
import Foundation
import SchemaModel
import XMLCore

/// The schemas from which a command that takes a message by name or file chooses.
struct CatalogueOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A schema file, or a folder or ZIP archive of schemas. May be repeated. Default: the store, then built-in ones.",
            valueName: "file|folder"),
        completion: .file())
    var schema: [String] = []

    @Option(
        help: ArgumentHelp("An OASIS XML catalog for schema locations. May be repeated.", valueName: "file"),
        completion: .file())
    var catalog: [String] = []

    @OptionGroup var store: StoreOptions

    /// The catalogue of the schemas that were named, else of those at hand.
    func catalogue(_ session: Session) throws -> SchemaCatalogue {
        for path in schema + catalog where !FileManager.default.fileExists(atPath: path) {
            throw CLIError.noSuchPath(path)
        }
        let sources =
            schema.isEmpty ? try store.schemaStore(session).sourcesAtHand() : schema.map(SchemaSource.init(path:))
        let catalogue = try SchemaCatalogue(sources, options: SchemaLoader.Options(catalogs: catalog))
        for remark in catalogue.remarks { session.tell(remark) }
        return catalogue
    }
}

extension SchemaCatalogue {
    /// The schemas for a document.
    func schemas(for head: DocumentHead, tellingTo session: Session) throws -> SchemaSet {
        switch choice(for: head) {
        case .schemas(let set, let remark):
            if let remark { session.tell(remark) }
            return set
        case .failed(let error): throw error
        case .unknown(let nearest):
            throw CLIError(
                "schema.not-found", .notFound,
                Message(
                    de: "Für den Namensraum „\(head.name.namespace ?? "")“ liegt kein Schema vor.",
                    en: "No schema is at hand for the namespace “\(head.name.namespace ?? "")”."),
                hint: Message(
                    de: "Nennen Sie es mit --schema. Am nächsten kommen: \(nearest.joined(separator: ", "))",
                    en: "Name it with --schema. The nearest ones are: \(nearest.joined(separator: ", "))"))
        }
    }
}
