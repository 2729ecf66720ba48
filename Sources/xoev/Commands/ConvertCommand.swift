import Archives
import ArgumentParser
import Findings
import Foundation
import JSONCore
import SchemaJSON
import SchemaModel
import SchemaValidation
import XMLCore

/// `xoev convert`: converts messages between XML and JSON.
struct ConvertCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Converts messages between XML and JSON by their schema, without loss.",
        discussion: """
            Arrays where the schema allows many, numbers and truth values as such, choices in their order: JSON.md in \
            Documentation/Formate tells the rules. Only what is valid is converted, in both directions, and what comes \
            back is the same document but for prefixes, white space between elements, comments, and the order of \
            attributes. With --lenient content that the schema does not know is kept as XML and told, and nothing is \
            validated.

            Messages from a file become JSON in memory that does not grow with them. JSON, standard input and --lenient \
            need memory for the whole document.

            EXAMPLES
              xoev convert message.xml --to json --schema xwasser.xsd --output message.json
              xoev convert message.json --to xml --schema xwasser.xsd
              cat message.json | xoev convert - --to xml | xoev validate -
              xoev convert messages/*.xml --to json --schema xsd/ --into json/
            """)

    static var formats: [ReportFormat] { [.text] }
    static var outputIsArtifact: Bool { true }

    enum Target: String, ExpressibleByArgument, CaseIterable {
        case json, xml
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: "Messages, or - for standard input.", completion: .file())
    var files: [String]

    @Option(help: "What to convert to.")
    var to: Target

    @OptionGroup var selection: CatalogueOptions

    @Option(
        help: ArgumentHelp(
            "The root element, where JSON does not say it: a name or {namespace}name.", valueName: "element"))
    var message: String?

    @Flag(help: "Keeps what the schema does not know.")
    var lenient = false

    @Option(
        help: ArgumentHelp(
            "The folder for the results of several files. It is created if need be.", valueName: "folder"),
        completion: .directory)
    var into: String?

    @OptionGroup var limits: LimitOptions

    func validate() throws {
        if files.count > 1, into == nil { throw ValidationError("Several files need a folder: --into.") }
        if into != nil, global.output != nil { throw ValidationError("--into and --output exclude each other.") }
        if message != nil, to == .json { throw ValidationError("--message is for JSON.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let results = try targets()
        let work = ConvertWork(
            catalogue: try selection.catalogue(session), session: session,
            options: MessageConverter.Options(isLenient: lenient, limits: limits.applied(to: .standard)))
        var worst = Findings.ExitCode.fine
        for (file, result) in zip(files, results) {
            do {
                let code =
                    to == .json
                    ? try work.json(file, to: result) : try work.xml(file, message: message, to: result)
                if code.rawValue > worst.rawValue { worst = code }
            } catch let error as any FindingConvertible {
                for finding in CLIError.findings(of: error) { session.tell(finding) }
                let code = CLIError.exitCode(for: error)
                if code.rawValue > worst.rawValue { worst = code }
            }
        }
        return worst
    }

    /// The file for each result; nil for standard output.
    private func targets() throws -> [AtomicFile?] {
        if files.filter({ $0 == "-" }).count > 1 { throw CLIError.standardInputTwice }
        guard let into else { return [global.output.flatMap { $0 == "-" ? nil : AtomicFile($0) }] }
        try OutputFolder.make(into)
        var seen: Set<String> = []
        return try files.map { file in
            let name = file == "-" ? "message" : URL(filePath: file).deletingPathExtension().lastPathComponent
            let path = "\(into)/\(name).\(to.rawValue)"
            guard seen.insert(path).inserted else {
                throw CLIError(
                    "cli.same-result", .usage, file: path,
                    Message(de: "Zwei Eingaben haben dasselbe Ergebnis.", en: "Two inputs have the same result."),
                    hint: Message(
                        de: "Geben Sie den Dateien verschiedene Namen.", en: "Give the files different names."))
            }
            return AtomicFile(path)
        }
    }
}

/// Converts one file after the other; schemas are prepared once.
private final class ConvertWork {
    private let catalogue: SchemaCatalogue
    private let session: Session
    private let options: MessageConverter.Options
    private var converters: [ObjectIdentifier: (schemas: SchemaSet, converter: MessageConverter)] = [:]

    init(catalogue: SchemaCatalogue, session: Session, options: MessageConverter.Options) {
        self.catalogue = catalogue
        self.session = session
        self.options = options
    }

    private func tools(
        for head: DocumentHead
    ) throws -> (validator: DocumentValidator, converter: MessageConverter) {
        let set = try catalogue.schemas(for: head, tellingTo: session)
        let validator = DocumentValidator(set, options: .init(limits: options.limits))
        if let known = converters[ObjectIdentifier(set)] { return (validator, known.converter) }
        let converter = MessageConverter(try catalogue.components(of: set), options: options)
        converters[ObjectIdentifier(set)] = (set, converter)
        return (validator, converter)
    }

    func json(_ file: String, to target: AtomicFile?) throws -> Findings.ExitCode {
        let beginning = try NamedFile.bytes(file, upTo: 1 << 18)
        let source: XMLSource = file == "-" ? .bytes(beginning, name: "-") : .file(file)
        guard let head = DocumentHead(beginning: beginning, limits: options.limits) else {
            // The validator knows best why that is no XML.
            let result = DocumentValidator(catalogue).validate(source)
            for finding in result.findings { session.tell(finding) }
            return .unreadable
        }
        let (validator, converter) = try tools(for: head)
        if !options.isLenient {
            let result = validator.validate(source)
            if result.verdict != .valid { return refuse(result, file) }
        }
        let findings: [Finding]
        if let target {
            var kept: [Finding] = []
            try target.write { sink in kept = try converter.json(from: source, to: sink) }
            findings = kept
        } else {
            findings = try converter.json(from: source) { [session] in
                session.write(String(decoding: $0, as: UTF8.self))
            }
        }
        for finding in findings { session.tell(finding) }
        return .fine
    }

    func xml(_ file: String, message: String?, to target: AtomicFile?) throws -> Findings.ExitCode {
        let bytes = try NamedFile.bytes(file, upTo: options.limits.maxTotalBytes)
        let document = try JSONDocument(bytes, name: file)
        // Without a message the converter tells what is missing.
        let head = MessageConverter.head(of: document, message: message) ?? DocumentHead(name: XMLName(""))
        let named = head.name.local.isEmpty ? catalogue.entries.first?.rootElements.first : rootName(head.name)
        var completed = head
        completed.name = named ?? head.name
        let (validator, converter) = try tools(for: completed)
        let written = try converter.xml(from: document, message: message)
        if !options.isLenient {
            let result = validator.validate(.bytes(written, name: file))
            if result.verdict != .valid { return refuse(result, file, isResult: true) }
        }
        if let target { try target.write(written) } else { session.write(String(decoding: written, as: UTF8.self)) }
        return .fine
    }

    /// The root element of a name that may lack its namespace.
    private func rootName(_ name: XMLName) -> XMLName {
        guard name.namespace == nil else { return name }
        let found = Set(catalogue.entries.flatMap(\.rootElements)).filter { $0.local == name.local }
        return found.count == 1 ? found.first ?? name : name
    }

    private func refuse(_ result: CheckResult, _ file: String, isResult: Bool = false) -> Findings.ExitCode {
        for finding in result.findings.prefix(20) {
            var finding = finding
            // Lines of the result are of no use to who wrote the JSON.
            if isResult { finding.location = Location(file: file, path: finding.location.path) }
            session.tell(finding)
        }
        session.say(
            Message(
                de: "\(file): nicht gültig, nicht umgewandelt; --lenient wandelt trotzdem um.",
                en: "\(file): not valid, not converted; --lenient converts all the same."))
        return ExitCode(result)
    }
}
