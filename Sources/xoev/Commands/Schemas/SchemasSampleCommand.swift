import Archives
import ArgumentParser
import CodeLists
import Findings
import Foundation
import SchemaModel
import SchemaSamples
import SchemaValidation
import XMLCore

/// `xoev schemas sample`: makes valid sample messages.
struct SchemasSampleCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "sample",
        abstract: "Makes valid sample messages.",
        discussion: """
            The same seed gives the same message on every machine. Each message is checked against its schema before it \
            is written; one that were not valid would not be written. Codes come from the lists of --code-lists where \
            the schema leaves them open. One message goes to standard output or --output, several go to --into as \
            NAME-SEED.xml.

            EXAMPLES
              xoev schemas sample --message hundesteuer.anmeldung.0101 --schema xmusterdienst.xsd
              xoev schemas sample --message vorgang.transportieren.2010 --full --code-lists lists/ --output message.xml
              xoev schemas sample --schema xsd/ --all --count 200 --into samples/
            """)

    static var formats: [ReportFormat] { [.text] }

    @OptionGroup var global: GlobalOptions

    @Option(
        help: ArgumentHelp(
            "The message: the name of a root element, or {namespace}name. May be repeated.", valueName: "element"))
    var message: [String] = []

    @Flag(help: "Makes every message of the schemas.")
    var all = false

    @OptionGroup var selection: CatalogueOptions

    @Flag(help: "Leaves out all that may be left out.")
    var minimal = false

    @Flag(help: "Puts in all that may be put in.")
    var full = false

    @Option(help: ArgumentHelp("Which sample: another seed gives another one.", valueName: "number"))
    var seed: UInt64 = 1

    @Option(help: ArgumentHelp("How many: the seeds from --seed on. Needs --into.", valueName: "number"))
    var count = 1

    @Option(
        help: ArgumentHelp("The folder for the messages. It is created if need be.", valueName: "folder"),
        completion: .directory)
    var into: String?

    @Option(
        help: ArgumentHelp(
            "Takes codes from the lists in a file, folder or ZIP archive. May be repeated.", valueName: "path"),
        completion: .file())
    var codeLists: [String] = []

    func validate() throws {
        if minimal, full { throw ValidationError("--minimal and --full exclude each other.") }
        if all == !message.isEmpty { throw ValidationError("Name messages with --message, or ask for --all.") }
        if count < 1 { throw ValidationError("--count must be at least 1.") }
        if seed > UInt64.max - UInt64(count) { throw ValidationError("--seed is too large.") }
        if into == nil, count > 1 || message.count > 1 || all {
            throw ValidationError("Several messages need a folder: --into.")
        }
        if into != nil, global.output != nil { throw ValidationError("--into and --output exclude each other.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let catalogue = try selection.catalogue(session)
        let lists = try CodeListRegistry(paths: codeLists)
        for finding in lists.findings { session.tell(finding) }
        if let into { try OutputFolder.make(into) }
        let options = SampleGenerator.Options(extent: minimal ? .minimal : full ? .full : .mixed, lists: lists)
        var worst = Findings.ExitCode.fine
        var written = 0
        let names =
            all ? Set(catalogue.entries.flatMap(\.rootElements)).sorted() : try message.map { try root($0, catalogue) }
        for name in names {
            let maker = try MessageMaker(name, catalogue, options, session)
            for seed in seed..<(seed + UInt64(count)) {
                guard let generator = maker.generator else { break }
                guard let bytes = try maker.bytes(from: generator, seed: seed, session) else {
                    worst = .findings
                    continue
                }
                written += 1
                if let into {
                    try AtomicFile("\(into)/\(name.local)-\(seed).xml").write(bytes)
                } else {
                    session.write(String(decoding: bytes, as: UTF8.self))
                }
            }
            if maker.generator == nil { worst = .findings }
        }
        if let into {
            session.writeLine(
                Message(
                    de: "\(written) Nachrichten (\(names.count) Arten) in \(into)",
                    en: "\(written) messages of \(names.count) kinds in \(into)"))
        }
        return worst
    }

    /// The root element of a name, by its local name or in Clark notation.
    private func root(_ name: String, _ catalogue: SchemaCatalogue) throws -> XMLName {
        let roots = Set(catalogue.entries.flatMap(\.rootElements)).sorted()
        let found = roots.filter { $0.local == name || $0.description == name }
        if let only = found.first, found.count == 1 { return only }
        if found.isEmpty { throw SampleGenerator.notFound(name, among: roots.map(\.local)) }
        throw SampleGenerator.ambiguous(name, among: found)
    }
}

/// Makes the samples of one message and checks them.
private struct MessageMaker {
    /// Nil where the schema allows no instance, which was told.
    let generator: SampleGenerator?
    private let validator: DocumentValidator

    init(
        _ name: XMLName, _ catalogue: SchemaCatalogue, _ options: SampleGenerator.Options, _ session: Session
    ) throws {
        let schemas = try catalogue.schemas(for: DocumentHead(name: name), tellingTo: session)
        let components = try catalogue.components(of: schemas)
        validator = DocumentValidator(schemas)
        do throws(SampleError) {
            generator = try SampleGenerator(components, message: name.description, options: options)
        } catch {
            session.tell(error.finding)
            generator = nil
        }
    }

    /// A sample; nil where none could be made, which was told.
    func bytes(from generator: SampleGenerator, seed: UInt64, _ session: Session) throws -> [UInt8]? {
        let sample: XMLTree
        do throws(SampleError) {
            sample = try generator.sample(seed: seed)
        } catch {
            session.tell(error.finding)
            return nil
        }
        let bytes = try sample.serialized(SampleGenerator.layout)
        let result = validator.validate(.bytes(bytes, name: "\(generator.message.local)-\(seed)"))
        guard result.verdict != .valid else { return bytes }
        session.tell(
            Finding(
                "sample.not-valid", .error,
                Message(
                    de:
                        "Das Beispiel für \(generator.message.local) mit --seed \(seed) ist nicht gültig und wird nicht geschrieben.",
                    en: "The sample of \(generator.message.local) with --seed \(seed) is not valid and is not written."),
                hint: Message(
                    de:
                        "Das ist ein Fehler dieses Programms; bitte melden Sie ihn mit dem Schema. Ein anderer --seed kann gelingen.",
                    en: "This is a fault of this program; please report it with the schema. Another --seed may do.")))
        for finding in result.findings.prefix(5) { session.tell(finding) }
        return nil
    }
}
