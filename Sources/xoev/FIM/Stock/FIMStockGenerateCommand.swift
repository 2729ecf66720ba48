import Archives
import ArgumentParser
import FIM
import Findings
import Foundation
import XMLCore

/// `xoev fim stock generate`: a stock of invented content.
struct FIMStockGenerateCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "generate",
        abstract: "Makes a stock of invented services, units, online services and forms.",
        discussion: """
            For trials, demonstrations and measurements. All content is invented; the same options give the same bytes.

            EXAMPLES
              xoev fim stock generate sample/ --services 1000 --units 20 --forms 5
              xoev fim stock generate big/ --services 100000 --objects-per-file 100000 --seed 7
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions

    @Argument(help: "The folder to write to; it is made if need be.", completion: .directory)
    var folder: String

    @Option(help: "How many services.")
    var services = 100

    @Option(help: "How many organisation units.")
    var units = 10

    @Option(help: "How many online services.")
    var onlineServices = 20

    @Option(help: "How many forms (XDatenfelder 3.0.0).")
    var forms = 0

    @Option(help: "How many fields a form has.")
    var fields = 40

    @Option(help: "Another seed gives another stock.")
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("The publisher's id (schemeAgencyID).", valueName: "id"))
    var agency = "L100001"

    @Option(help: "How many objects a transfer file holds.")
    var objectsPerFile = 1_000

    @Flag(
        name: .customLong("validate"), inversion: .prefixedNo,
        help: "Checks every file against its schema before it takes its place.")
    var isChecked = true

    @OptionGroup var store: StoreOptions

    @Flag(help: "Writes into a folder that holds files already.")
    var force = false

    func validate() throws {
        let counts = [services, units, onlineServices, forms, fields]
        guard counts.allSatisfy({ (0...10_000_000).contains($0) }), objectsPerFile > 0 else {
            throw ValidationError("Counts are 0 to 10,000,000, --objects-per-file at least 1.")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let files = FileManager.default
        if !force, let present = try? files.contentsOfDirectory(atPath: folder), !present.isEmpty {
            throw CLIError.exists(folder)
        }
        do {
            try files.createDirectory(atPath: folder, withIntermediateDirectories: true)
        } catch {
            throw CLIError.unwritable(folder, ENOTDIR)
        }
        let stock = StockGenerator(
            StockGenerator.Options(
                services: services, units: units, onlineServices: onlineServices, forms: forms, fieldsPerForm: fields,
                seed: seed, agency: agency))
        let check = isChecked ? try OutputCheck(store.schemaStore(session).sourcesAtHand()) : nil
        let parts = stock.dateien(objectsPerFile: objectsPerFile)
        for part in parts {
            let path = folder + "/" + part.name
            let temporary = path + ".part"
            guard files.createFile(atPath: temporary, contents: nil),
                let handle = FileHandle(forWritingAtPath: temporary)
            else { throw CLIError.unwritable(path, errno) }
            do {
                try stock.write(part) { try handle.write(contentsOf: Data($0)) }
                try handle.close()
            } catch {
                try? files.removeItem(atPath: temporary)
                throw CLIError.unwritable(path, EIO)
            }
            do {
                try check?.require(.file(temporary), called: path)
            } catch {
                try? files.removeItem(atPath: temporary)
                throw error
            }
            guard rename(temporary, path) == 0 else { throw CLIError.unwritable(path, errno) }
            session.progress(part.position, of: parts.count, part.name)
        }
        if forms > 0 {
            try files.createDirectory(atPath: folder + "/formulare", withIntermediateDirectories: true)
        }
        for number in 0..<forms {
            let form = stock.formular(number)
            let id = form.stammdatenschema?.identifikation.description ?? String(number)
            let bytes = try XDF3Writer.write(form)
            try check?.require(bytes, name: "\(folder)/formulare/\(id).xml")
            try AtomicFile("\(folder)/formulare/\(id).xml").write(bytes)
        }
        if !parts.isEmpty { try AtomicFile(folder + "/index.txt").write(stock.index(parts).text) }
        session.writeLine(
            Message(
                de:
                    "Geschrieben: \(stock.count) Objekte in \(parts.count) Dateien und \(forms) Formulare in \(folder).",
                en: "Written: \(stock.count) objects in \(parts.count) files and \(forms) forms in \(folder)."))
        return .fine
    }
}
