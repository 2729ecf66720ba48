import ArgumentParser
import CodeLists
import FIM
import Findings
import Foundation
import XMLCore

/// `xoev fim`: the group of commands for services (XZuFi) and forms (XDatenfelder).
struct FIMCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fim",
        abstract: "Shows, checks, converts, compares and exports services (XZuFi) and forms (XDatenfelder).",
        discussion: """
            EXAMPLES
              xoev fim show form.xml
              xoev fim check form.xml --messages Meldungen.xml --codelists lists/
              xoev fim convert old-form.xml --to 3.0.0 --output form.xml --losses losses.json
              xoev fim diff form-1.xml form-2.xml
              xoev fim export form.xml --as json-schema
              xoev fim data form.xml antrag.json
              xoev fim stock check export/
            """,
        subcommands: [
            FIMShowCommand.self, FIMCheckCommand.self, FIMConvertCommand.self, FIMDiffCommand.self,
            FIMExportCommand.self, FIMDataCommand.self, FIMStockCommand.self,
        ])
}

/// A file of FIM: a service or a form.
enum FIMFile {
    case xzufi(XZuFi.Document)
    case xdf(XDFReading)

    static let xdfNamespacePrefix = "urn:xoev-de:fim:standard:xdatenfelder_"

    /// Reads a file; forms leniently, unless told otherwise.
    init(_ item: InputList.Item, limits: XMLLimits = .standard, mode: XDFReader.Mode = .lenient) throws {
        let tree: XMLTree
        switch item {
        case .nothing(_, let finding): throw CLIError(.unreadable, finding)
        case .file(let path): tree = try XMLTree(.file(path), limits: limits)
        case .standardInput: tree = try XMLTree(.standardInput, limits: limits)
        }
        if tree.root.name.namespace?.hasPrefix(Self.xdfNamespacePrefix) == true {
            self = .xdf(try XDFReader.read(tree, name: item.name, options: XDFReader.Options(mode: mode)))
        } else if XZuFi.Version(namespace: tree.root.name.namespace) != nil {
            self = .xzufi(try XZuFi.Document(tree: tree, name: item.name))
        } else {
            throw CLIError(
                "fim.not-fim", .unreadable, file: item.name,
                Message(
                    de:
                        "Das ist weder XZuFi noch XDatenfelder: Wurzelelement \(tree.root.name.local) im Namensraum \(tree.root.name.namespace ?? "(keiner)").",
                    en:
                        "This is neither XZuFi nor XDatenfelder: root element \(tree.root.name.local) in namespace \(tree.root.name.namespace ?? "(none)")."
                ),
                hint: Message(
                    de: "xoev inspect sagt, was für eine Datei das ist.",
                    en: "xoev inspect tells what kind of file it is."))
        }
    }

    /// One named file.
    init(named name: String, mode: XDFReader.Mode = .lenient) throws {
        try self.init(name == "-" ? .standardInput : .file(name), mode: mode)
    }

    /// The whole form (message 0102); one of 2.0 is converted.
    func schema(named file: String) throws -> XDF3.Stammdatenschema {
        let message = try form()
        guard let schema = message.stammdatenschema else {
            throw CLIError(
                "fim.not-a-form", .usage, file: file,
                Message(
                    de: "Abgeleitet wird aus einem Datenschema (Nachricht 0102), das ist \(message.art.rawValue).",
                    en: "A form (message 0102) is what is derived from; this is \(message.art.rawValue)."))
        }
        return schema
    }

    /// The form of 3.0.0; one of 2.0 is converted.
    func form() throws -> XDF3.Nachricht {
        switch self {
        case .xzufi:
            throw CLIError(
                "fim.not-a-form", .usage,
                Message(
                    de: "Das geht nur mit Formularen (XDatenfelder).", en: "This works with forms (XDatenfelder) only.")
            )
        case .xdf(let reading):
            switch reading.nachricht {
            case .xdf3(let message): return message
            case .xdf2(let message): return XDF2To3.convert(message).nachricht
            }
        }
    }
}

/// Where commands find code lists.
struct FIMListOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Code lists (genericode): a file, folder or archive. May be repeated.", valueName: "path"),
        completion: .file())
    var codelists: [String] = []

    /// Finds lists by URN and version; without a version the newest.
    func finder(_ session: Session) throws -> (@Sendable (XDF3.CodelisteReferenz) -> QualityCodeList?)? {
        guard !codelists.isEmpty else { return nil }
        let registry = try CodeListRegistry(paths: codelists, session: session)
        return { QualityCodeList($0, in: registry) }
    }
}
