import ArgumentParser
import FIM
import Findings
import Foundation
import SchemaModel

/// `xoev fim stock`: the group of commands for stocks of XZuFi, an index with transfer files.
struct FIMStockCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stock",
        abstract: "Checks, compares and makes stocks of XZuFi: an index with its transfer files.",
        discussion: """
            A stock is a folder with index.txt and the files that it names. A collector takes it as the publisher's whole \
            stock: what is missing from it is deleted.

            EXAMPLES
              xoev fim stock check export/
              xoev fim stock diff export/ --against last-week/
              xoev fim stock generate sample/ --services 1000
            """,
        subcommands: [FIMStockCheckCommand.self, FIMStockDiffCommand.self, FIMStockGenerateCommand.self])
}

/// How a stock is read.
struct FIMStockOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The index file's name in the folder.", valueName: "name"))
    var index = "index.txt"

    @Flag(help: "The files are a delta: what is not in them stays.")
    var delta = false

    @Flag(inversion: .prefixedNo, help: "Checks every file against its schema.")
    var schemas = true

    @OptionGroup var store: StoreOptions

    var lieferart: XZuFi.Lieferart { delta ? .delta : .vollbestand }

    /// The options of the check of a stock.
    func options(_ session: Session, previous: XZuFi.Bestand? = nil) throws -> XZuFi.Bestandspruefung.Options {
        XZuFi.Bestandspruefung.Options(
            index: index, lieferart: lieferart,
            schemas: schemas ? try SchemaCatalogue(store.schemaStore(session).sourcesAtHand()) : nil,
            bestand: previous)
    }

    /// Refuses a path that is no folder.
    static func requireFolder(_ path: String) throws {
        var isFolder: ObjCBool = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else {
            throw CLIError.noSuchPath(path)
        }
        guard isFolder.boolValue else {
            throw CLIError(
                "fim.not-a-folder", .usage, file: path,
                Message(
                    de: "Ein Bestand ist ein Ordner mit Index und Dateien, das ist eine Datei.",
                    en: "A stock is a folder with an index and files; this is a file."))
        }
    }
}
