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
            EXAMPLES
              xoev codelist list codelists/
              xoev codelist show urn:de:xoev:codeliste:erreichbarkeit --in codelists/ --as-of 2026-01-01
              xoev codelist check codelists/ --report junit=lists.xml
              xoev codelist diff list_2.xml list_3.xml
              xoev codelist add download.xml --to codelists/
              xoev codelist convert list.xml --to csv --output list.csv --metadata list.json
            """,
        subcommands: [
            CodelistListCommand.self, CodelistShowCommand.self, CodelistCheckCommand.self, CodelistDiffCommand.self,
            CodelistAddCommand.self, CodelistConvertCommand.self,
        ])
}

extension CalendarDate: ExpressibleByArgument {
    /// A day as `YYYY-MM-DD`.
    public init?(argument: String) { self.init(argument) }
}

extension CodeListRegistry {
    /// A registry over files, folders and archives.
    init(paths: [String]) throws {
        self.init()
        for path in paths {
            var isFolder: ObjCBool = false
            guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
                throw CLIError.noSuchPath(path)
            }
            let known = findings.count
            if isFolder.boolValue {
                // A folder may hold anything; a file that was named must be readable.
                add(folder: path)
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
