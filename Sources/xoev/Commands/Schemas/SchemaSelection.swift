import ArgumentParser
import Findings
import Foundation
import SchemaModel
import XOEV

/// How schemas are loaded that a command names.
struct SchemaLoadingOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp("An OASIS XML catalog for schema locations. May be repeated.", valueName: "file"),
        completion: .file())
    var catalog: [String] = []

    /// The standards of schemas; refused where several share a namespace, because their declarations cannot be told apart.
    func standards(in components: SchemaComponents, name: String) throws -> StandardsFound {
        let found = StandardReader().read(components)
        if let shared = found.sharedNamespaces.first { throw CLIError.mixedStandards(name, shared, found.standards) }
        return found
    }

    /// The components of schemas.
    func load(_ source: SchemaSource) throws -> SchemaComponents {
        for path in catalog where !FileManager.default.fileExists(atPath: path) { throw CLIError.noSuchPath(path) }
        return try SchemaLoader(SchemaLoader.Options(catalogs: catalog)).loadComponents([source])
    }
}

/// Which schemas a command is about: a path, a set of the store or a standard of the store.
struct SchemaSelectionOptions: ParsableArguments {
    @Argument(
        help: ArgumentHelp(
            "A schema file, a folder or ZIP archive of schemas, a set of the store, or a standard of the store by its "
                + "name or kennung.", valueName: "schemas"),
        completion: .file())
    var schemas: String

    @OptionGroup var loading: SchemaLoadingOptions

    /// The standards that the schemas hold.
    func standards(_ store: StoreOptions, session: Session) throws -> StandardsFound {
        try loading.standards(in: loading.load(store.schemaSource(schemas, session: session)), name: schemas)
    }
}

extension StoreOptions {
    /// The schemas that a name means: a path comes before a set of the store, a set before a standard.
    func schemaSource(_ schemas: String, session: Session) throws -> SchemaSource {
        if FileManager.default.fileExists(atPath: schemas) { return SchemaSource(path: schemas) }
        let store = schemaStore(session)
        let sets = try store.sets()
        if let set = sets.first(where: { $0.name == schemas }) { return .folder("\(store.path)/\(set.name)") }
        let matching = sets.filter { set in
            set.standards.contains { !$0.isLibrary && Self.names(of: $0).contains(schemas.lowercased()) }
        }
        if matching.count == 1 { return .folder("\(store.path)/\(matching[0].name)") }
        if matching.isEmpty { throw CLIError.noSuchSchemas(schemas, known: sets.map(\.name)) }
        throw CLIError.ambiguousSchemas(schemas, matching.map(\.name))
    }

    /// Everything by which a standard can be named: its names and its kennung, each alone and with the version.
    private static func names(of standard: SchemaMetadata) -> Set<String> {
        let names = [standard.shortName, standard.technicalName, standard.kennung].compactMap { $0?.lowercased() }
        let version = standard.version?.lowercased()
        return Set(names + names.flatMap { name in version.map { ["\(name)-\($0)", "\(name)_\($0)"] } ?? [] })
    }
}

extension CLIError {
    fileprivate static func noSuchSchemas(_ name: String, known: [String]) -> CLIError {
        let list = known.joined(separator: ", ")
        return CLIError(
            "cli.schemas-not-found", .notFound,
            Message(
                de: "„\(name)“ ist weder eine Datei noch ein Schemasatz oder Standard der Ablage.",
                en: "“\(name)” is neither a file nor a schema set or standard of the store."),
            hint: known.isEmpty
                ? Message(
                    de: "Die Ablage ist leer; legen Sie mit „xoev schemas add“ etwas hinein.",
                    en: "The store is empty; put something in with “xoev schemas add”.")
                : Message(de: "In der Ablage sind: \(list).", en: "In the store are: \(list)."))
    }

    fileprivate static func mixedStandards(
        _ name: String, _ namespace: String, _ standards: [XOEVStandard]
    ) -> CLIError {
        let list = standards.filter { $0.namespaces.contains(namespace) }
            .map { [$0.name, $0.version ?? ""].joined(separator: " ") }.joined(separator: ", ")
        return CLIError(
            "cli.schemas-mixed", .incomplete, file: name,
            Message(
                de: "Mehrere Standards haben denselben Namensraum „\(namespace)“: \(list).",
                en: "Several standards have the same namespace “\(namespace)”: \(list)."),
            hint: Message(
                de: "Ihre Deklarationen lassen sich nicht auseinanderhalten; nennen Sie jeden Standard für sich.",
                en: "Their declarations cannot be told apart; name each standard for itself."))
    }

    fileprivate static func ambiguousSchemas(_ name: String, _ sets: [String]) -> CLIError {
        let list = sets.joined(separator: ", ")
        return CLIError(
            "cli.schemas-ambiguous", .usage,
            Message(
                de: "„\(name)“ liegt in mehreren Schemasätzen vor: \(list).",
                en: "“\(name)” is there in several schema sets: \(list)."),
            hint: Message(
                de: "Nennen Sie den Satz oder die Version, etwa \(sets[0]).",
                en: "Name the set or the version, such as \(sets[0])."))
    }
}
