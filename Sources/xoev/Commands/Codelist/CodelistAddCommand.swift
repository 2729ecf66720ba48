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
            from the version that is there is refused; the others are added. Of files that claim one URI and version with \
            different content none is added.

            EXAMPLES
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
        var outcome = Findings.ExitCode.fine
        func refuse(_ error: any FindingConvertible, _ code: Findings.ExitCode) {
            session.tell(error.finding)
            outcome = outcome == .fine || outcome == code ? code : .findings
        }
        var conflicts = CodeListConflicts()
        var lists: [Input] = []
        for item in try InputList(inputs).items {
            do {
                let input = try Input(item)
                _ = conflicts.note(input.list, file: input.name)
                lists.append(input)
            } catch let error as any FindingConvertible {
                refuse(error, CLIError.exitCode(for: error))
            }
        }
        for input in lists {
            if let conflict = conflicts.finding(for: input.list.id, file: input.name) {
                session.tell(conflict)
                outcome = .findings
                continue
            }
            do {
                switch try folder.add(bytes: input.bytes, name: input.name) {
                case .added(let file):
                    session.writeLine(Message(de: "neu: \(file)", en: "added: \(file)"))
                case .unchanged(let file):
                    session.writeLine(Message(de: "schon da: \(file)", en: "already there: \(file)"))
                }
            } catch {
                refuse(error, CLIError.exitCode(for: error))
            }
        }
        return outcome
    }
}

/// A list that is to be added, as it stands in its file.
private struct Input {
    var bytes: [UInt8]
    var name: String
    var list: CodeList

    init(_ item: InputList.Item) throws {
        name = item.name
        switch item {
        case .nothing(_, let finding): throw CLIError(.unreadable, finding)
        case .file(let path): bytes = try NamedFile.bytes(path)
        case .standardInput: bytes = try NamedFile.bytes("-")
        }
        list = try GenericodeReader().read(bytes: bytes, name: name)
    }
}
