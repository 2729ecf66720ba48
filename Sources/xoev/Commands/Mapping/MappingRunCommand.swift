import ArgumentParser
import FIM
import Findings
import Foundation
import ServiceTransfer

/// `xoev mapping run`: makes a message from the data of a form.
struct MappingRunCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "Makes a message from data that were filled into a form.",
        discussion: """
            The data are JSON or XML by the schemas that “xoev fim export” derives from the form. The message is \
            valid by its schemas, or none is written. Parameters come from the package's defaults, then --profile, \
            then --parameter. With SOURCE_DATE_EPOCH and --uuid two runs make the same bytes.

            EXAMPLES
              xoev mapping run hundesteuer.dienst --data antrag.json --profile soest.xml --output 0101.xml
              xoev mapping run mapping.xml --form form.xml --schema xsd/ --data - --parameter behoerde=ags:05974040
            """)

    static let formats: [ReportFormat] = [.text]

    @OptionGroup var global: GlobalOptions
    @OptionGroup var mapping: MappingOptions

    @Option(
        help: ArgumentHelp("The data of the form, or - for standard input.", valueName: "file"), completion: .file())
    var data: String

    @Option(
        help: ArgumentHelp("The portal profile with the values of parameters.", valueName: "file"), completion: .file())
    var profile: String?

    @Option(help: ArgumentHelp("A parameter's value. May be repeated.", valueName: "name=value"))
    var parameter: [String] = []

    @Option(help: ArgumentHelp("The UUID to use where the mapping asks for a new one.", valueName: "uuid"))
    var uuid: String?

    func validate() throws {
        for entry in parameter where !entry.contains("=") || entry.hasPrefix("=") {
            throw ValidationError("--parameter takes name=value.")
        }
        if let uuid, UUID(uuidString: uuid) == nil { throw ValidationError("--uuid takes a UUID.") }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        let loaded = try mapping.load(session)
        let mapper = try loaded.mapper()
        let input = try FormDataFile(data).value(loaded.form)
        var parameters = loaded.parameters(try profile.map { try session.readProfile($0) })
        for entry in parameter {
            let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            parameters[String(parts[0])] = String(parts[1])
        }
        var options = MessageMapper.Options(parameters: parameters, now: session.moment)
        if let uuid { options.uuid = { uuid.lowercased() } }
        let outcome = try mapper.run(input, options: options)
        for finding in outcome.findings { session.tell(finding) }
        guard let message = outcome.message else {
            throw CLIError(
                "mapping.no-message", .findings, file: data,
                Message(
                    de: "Aus diesen Daten wird keine gültige Nachricht; es wird nichts geschrieben.",
                    en: "These data make no valid message; nothing is written."))
        }
        session.write(String(decoding: message, as: UTF8.self))
        return .fine
    }
}
