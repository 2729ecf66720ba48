import Archives
import ArgumentParser
import CodeLists
import Findings
import Foundation

/// `xoev codelist`: the group of commands for code lists.
struct CodelistCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codelist",
        abstract: "Finds, shows, checks, compares, collects and converts code lists (genericode).",
        discussion: """
            Lists are looked for where --in says, else in the store ($XDG_DATA_HOME/xoev/codelists, else \
            ~/.local/share/xoev/codelists), which “add” fills.

            EXAMPLES
              xoev codelist add download/
              xoev codelist list
              xoev codelist lookup urn:de:xoev:codeliste:erreichbarkeit 02
              xoev codelist search staat
              xoev codelist show urn:de:xoev:codeliste:erreichbarkeit --in codelists/ --as-of 2026-01-01
              xoev codelist check codelists/ --report junit=lists.xml
              xoev codelist diff list_2.xml list_3.xml
              xoev codelist convert list.xml --to csv --output list.csv --metadata list.json
            """,
        subcommands: [
            CodelistListCommand.self, CodelistShowCommand.self, CodelistLookupCommand.self, CodelistSearchCommand.self,
            CodelistCheckCommand.self, CodelistDiffCommand.self, CodelistAddCommand.self, CodelistConvertCommand.self,
        ])
}

extension CalendarDate: ExpressibleByArgument {
    /// A day as `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}

extension Session {
    /// The folder that collects lists unless another one is named: `$XDG_DATA_HOME/xoev/codelists`, else
    /// `~/.local/share/xoev/codelists`.
    var codeListStore: String { CodeListFolder.defaultPath(environment: context.environment) }

    /// Where the index of a folder of lists is kept: beside them only in the store, else in the user's cache. Nil where there
    /// is no place for it.
    func codeListIndex(_ folder: String) -> CodeListIndexFile? {
        CodeListIndexFile(cachedFor: folder, environment: context.environment)
    }
}

extension CodeListRegistry {
    /// A registry over files, folders and archives; with a session, folders are known by their index.
    init(paths: [String], session: Session? = nil) throws {
        self.init()
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw CLIError.noSuchPath(path)
            }
            let known = findings.count
            if isFolder.boolValue {
                // A folder may hold anything; a file that was named must be readable.
                add(folder: path, index: session?.codeListIndex(path))
                continue
            }
            if ArchiveReader.isArchive(path) {
                add(archive: path)
            } else {
                add(file: path)
            }
            let unreadable = findings[known...].first {
                $0.id == "codelist.unreadable" || $0.id.rawValue.hasPrefix("archive.")
            }
            if let unreadable { throw CLIError(.unreadable, unreadable) }
        }
    }
}
