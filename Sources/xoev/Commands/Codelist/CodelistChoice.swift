import ArgumentParser
import CodeLists
import Findings
import Foundation

/// Which list in which version a command is about: a file, or a URI that is looked for.
struct CodelistChoice: ParsableArguments {
    @Argument(help: "A file, or the URI of a list (with or without version).", completion: .file())
    var list: String

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp(
            "Files, folders or archives in which a URI is looked for. May be repeated. Default: the store.",
            valueName: "path"),
        completion: .file())
    var places: [String] = []

    @Option(help: ArgumentHelp("The list's version. Default: the newest.", valueName: "version"))
    var listVersion: String?

    @Option(help: ArgumentHelp("The version in force on this day.", valueName: "YYYY-MM-DD"))
    var asOf: CalendarDate?

    func validate() throws {
        if listVersion != nil, asOf != nil { throw ValidationError("--list-version and --as-of exclude each other.") }
    }

    /// The list; what is wrong with others in the same places is told.
    func find(_ session: Session) throws -> CodeList {
        if FileManager.default.fileExists(atPath: list) { return try GenericodeReader().read(.file(list)) }
        let registry = try CodeListRegistry(placesOf: places, session: session)
        guard let entry = entry(in: registry) else {
            throw CLIError.noSuchList(list, places: places, known: registry.versions(of: list))
        }
        for finding in registry.findings where finding.location.file == entry.origin.name { session.tell(finding) }
        return try registry.list(entry.id)
    }

    /// The versions of the list that a look-up through all of them is about, oldest first.
    func allVersions(_ session: Session) throws -> [CodeList] {
        let registry = try CodeListRegistry(placesOf: places, session: session)
        let versions = registry.versions(of: list)
        if versions.isEmpty { throw CLIError.noSuchList(list, places: places, known: []) }
        return try versions.map { try registry.list($0.id) }
    }

    private func entry(in registry: CodeListRegistry) -> CodeListEntry? {
        if let entry = registry.entry(canonicalVersionURI: list) { return entry }
        if let listVersion { return registry.entry(CodeListID(uri: list, version: listVersion)) }
        if let asOf { return registry.inForce(list, on: asOf) }
        return registry.newest(of: list)
    }
}

extension CodeListRegistry {
    /// A registry over the places that were named, else over the store of lists. A store that is not there holds none.
    init(placesOf paths: [String], session: Session) throws {
        if paths.isEmpty, !FileManager.default.fileExists(atPath: session.codeListStore) {
            self.init()
        } else {
            try self.init(paths: paths.isEmpty ? [session.codeListStore] : paths, session: session)
        }
    }
}
