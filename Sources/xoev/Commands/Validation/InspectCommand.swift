import ArgumentParser
import Findings
import Foundation
import SchemaModel
import XMLCore
import XOEV

/// `xoev inspect`: tells what files are.
struct InspectCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "inspect",
        abstract: "Tells what files are: standard, version, message, header.",
        discussion: """
            Only the beginning of each file is read; nothing is said about the rest. The header's values are shown: that \
            is what was asked for.

            EXAMPLES
              xoev inspect message.xml
              xoev inspect inbox/ --format json
              cat message.xml | xoev inspect -
            """)

    static let formats: [ReportFormat] = [.text, .json]

    @OptionGroup var global: GlobalOptions

    @Argument(
        help: "Files, folders (all *.xml below), patterns (*, ?, [a-z], **), or - for standard input.",
        completion: .file())
    var inputs: [String]

    @OptionGroup var storeOptions: StoreOptions

    @OptionGroup(title: "Limits") var limits: LimitOptions

    func run(in session: Session) async throws -> Findings.ExitCode {
        var documents: [JSONText] = []
        let schemas = try SchemaCatalogue(storeOptions.schemaStore(session).sourcesAtHand())
        var exitCode = Findings.ExitCode.fine
        for item in try InputList(inputs).items {
            do {
                let inspected = try InspectedFile(item, limits: limits.applied(to: .schema), schemas: schemas)
                if global.format == .json {
                    documents.append(inspected.json)
                } else {
                    session.write(InspectionText(session.language).render(inspected))
                }
            } catch let error as any FindingConvertible {
                exitCode = exitCode.combined(
                    withInput: CLIError.exitCode(for: error) == .notFound ? .notFound : .unreadable)
                var finding = error.finding
                finding.location = finding.location.inFile(item.name)
                session.tell(finding)
                documents.append(InspectedFile.json(item.name, unreadable: finding, session: session))
            }
        }
        if global.format == .json {
            let result: JSONText = .object([
                ("schemaVersion", .string("1.0")), ("documents", .array(documents)),
            ])
            session.write(result.rendered() + "\n")
        }
        return exitCode
    }
}

/// A file and what it says it is.
struct InspectedFile {
    let name: String
    let size: Int?
    let inspection: DocumentInspection
    /// The schema of the store, or the built-in one, that has the root element; nil when there is none.
    let schema: String?

    init(_ item: InputList.Item, limits: XMLLimits, schemas: SchemaCatalogue) throws {
        let inspector = DocumentInspector(InspectionOptions(limits: limits))
        name = item.name
        switch item {
        case .nothing(_, let finding): throw CLIError(.unreadable, finding)
        case .standardInput:
            size = nil
            inspection = try inspector.inspect(.standardInput)
        case .file(let path):
            inspection = try inspector.inspect(.file(path))
            size = (try? FileManager.default.attributesOfItem(atPath: path))?[.size] as? Int
        }
        let root = inspection.root
        schema = schemas.entries.first { $0.rootElements.contains(root) }?.name
    }

    var json: JSONText {
        .object([
            ("file", .string(name)),
            ("standard", text(inspection.standard)),
            ("version", text(inspection.version)),
            ("message", text(inspection.message)),
            ("root", .string(inspection.root.local)),
            ("namespace", text(inspection.root.namespace)),
            ("product", text(inspection.product)),
            ("test", inspection.isTest.map { .boolean($0) }),
            ("header", inspection.header.map(header)),
            ("encoding", .string(inspection.encoding ?? "UTF-8")),
            ("size", size.map { .integer($0) }),
            ("schema", schema.map { .string($0) } ?? .null),
        ])
    }

    static func json(_ name: String, unreadable finding: Finding, session: Session) -> JSONText {
        let message = finding.message.rendered(session.language, showingValues: session.options.showValues)
        return .object([
            ("file", .string(name)),
            ("error", .object([("id", .string(finding.id.rawValue)), ("message", .string(message))])),
        ])
    }

    private func header(_ header: MessageHeader) -> JSONText {
        .object([
            ("messageID", text(header.messageID)),
            ("messageType", text(header.messageType)),
            ("created", text(header.created)),
            ("sender", header.sender.map(party)),
            ("receiver", header.receiver.map(party)),
        ])
    }

    private func party(_ party: MessageHeader.Party) -> JSONText {
        .object([
            ("name", text(party.name)),
            ("kennung", text(party.kennung)),
            ("verzeichnisdienst", text(party.verzeichnisdienst)),
        ])
    }

    private func text(_ value: String?) -> JSONText? { value.map { .string($0) } }
}

/// An inspection as lines of label and value.
struct InspectionText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func render(_ file: InspectedFile) -> String {
        let found = file.inspection
        var lines = LabelledLines(language)
        lines.add(Message(de: "Standard", en: "standard"), standard(found))
        lines.add(identity(found), found.message)
        lines.add(Message(de: "Wurzelelement", en: "root element"), found.root.local)
        lines.add(Message(de: "Namensraum", en: "namespace"), found.root.namespace)
        lines.add(Message(de: "Produkt", en: "product"), found.product)
        lines.add(Message(de: "Testnachricht", en: "test message"), found.isTest.map(yesOrNo))
        if let header = found.header {
            lines.add(Message(de: "Nachrichten-ID", en: "message id"), header.messageID)
            lines.add(Message(de: "Nachrichtentyp", en: "message type"), header.messageType)
            lines.add(Message(de: "Erstellt", en: "created"), header.created)
            lines.add(Message(de: "Absender", en: "sender"), header.sender.map(party))
            lines.add(Message(de: "Empfänger", en: "receiver"), header.receiver.map(party))
        }
        lines.add(Message(de: "Zeichensatz", en: "encoding"), found.encoding ?? "UTF-8")
        lines.add(Message(de: "Größe", en: "size"), file.size.map { "\($0) Bytes" })
        lines.add(
            Message(de: "Schema", en: "schema"),
            file.schema ?? (language == .de ? "liegt nicht vor" : "not at hand"))
        return SafeText.line(file.name) + "\n" + lines.text
    }

    /// A message has a name; a schema or a list has an identity.
    private func identity(_ found: DocumentInspection) -> Message {
        found.message == found.root.local || found.header != nil
            ? Message(de: "Nachricht", en: "message") : Message(de: "Kennung", en: "identity")
    }

    private func standard(_ found: DocumentInspection) -> String {
        guard let standard = found.standard else { return language == .de ? "nicht erkannt" : "not recognised" }
        return [standard, found.version].compactMap { $0 }.joined(separator: " ")
    }

    private func yesOrNo(_ flag: Bool) -> String {
        switch (flag, language) {
        case (true, .de): "ja"
        case (true, .en): "yes"
        case (false, .de): "nein"
        case (false, .en): "no"
        }
    }

    private func party(_ party: MessageHeader.Party) -> String {
        let identifier = [party.verzeichnisdienst, party.kennung].compactMap { $0 }.joined(separator: " ")
        guard let name = party.name else { return identifier }
        return identifier.isEmpty ? name : "\(name) (\(identifier))"
    }
}
