import ArgumentParser
import CodeLists
import Findings
import Foundation

/// `xoev codelist add`: puts lists into a folder, each checked first.
struct CodelistAddCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "add",
        abstract: "Puts code lists into a folder, each checked first.",
        discussion: """
            A list is kept byte for byte under its URI and version. What is no list, breaks a rule of lists, or differs \
            from the version that is there is refused; the others are added.

            EXAMPLE
              xoev codelist add download/ erreichbarkeit.xml
              xoev codelist add download/ --to codelists/
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Files, folders (all *.xml below), patterns, or - for standard input.", completion: .file())
    var inputs: [String]

    @Option(
        help: ArgumentHelp("The folder that collects the lists. Default: the store.", valueName: "folder"),
        completion: .directory)
    var to: String?

    func run(in session: Session) async throws -> Findings.ExitCode {
        let to = self.to ?? session.codeListStore
        if self.to == nil {
            do {
                try FileManager.default.createDirectory(atPath: to, withIntermediateDirectories: true)
            } catch {
                throw CLIError.unwritable(to, EACCES)
            }
        }
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: to, isDirectory: &isFolder), isFolder.boolValue else {
            throw CLIError.noSuchPath(to)
        }
        var folder = CodeListFolder(to)
        for finding in folder.registry.findings { session.tell(finding) }
        var refused = false
        for item in try InputList(inputs).items {
            do {
                let bytes: [UInt8]
                switch item {
                case .nothing(_, let finding): throw CLIError(.unreadable, finding)
                case .file(let path):
                    guard let data = FileManager.default.contents(atPath: path) else { throw CLIError.noSuchPath(path) }
                    bytes = Array(data)
                case .standardInput: bytes = Array(try FileHandle.standardInput.readToEnd() ?? Data())
                }
                switch try folder.add(bytes: bytes, name: item.name) {
                case .added(let file):
                    session.writeLine(Message(de: "neu: \(file)", en: "added: \(file)"))
                case .unchanged(let file):
                    session.writeLine(Message(de: "schon da: \(file)", en: "already there: \(file)"))
                }
            } catch let error as any FindingConvertible {
                session.tell(error.finding)
                refused = true
            }
        }
        return refused ? .findings : .fine
    }
}
