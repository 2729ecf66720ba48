import Archives
import CodeLists
import FIM
import Findings
import XMLCore

/// What the sources of an import hold: of services and responsibilities what choosing needs, of forms, lists, processes
/// and templates what linking needs. Transfer files are read record by record; their objects are not kept.
struct ImportCatalogue {
    /// A responsibility that is an object of its own, or one inside a unit or an online service.
    struct Responsibility {
        var leistung: XZuFi.Identitaet
        var unit: XZuFi.Identitaet?
        var onlinedienst: XZuFi.Identitaet?
        /// The element, where it is an object of its own.
        var element: XMLTree.Element?
    }

    /// A form or the profile of a document.
    struct Form {
        var file: ImportFile
        var identifikation: XDFIdentifikation
        var name: String
        var version: XDFVersion
        var art: XDFNachrichtenart
        /// The profile of a document that the form is for.
        var steckbrief: String?
        /// The keys of the LeiKa that stand in its texts.
        var mentions: Set<String>
        var lists: [ListReference]
        var findings: [Finding]
    }

    /// A field's reference to a list.
    struct ListReference: Hashable {
        var field: String
        var uri: String
        var version: String?
        var versionURI: String?
    }

    /// A code list at hand.
    struct List {
        var file: ImportFile
        var uri: String
        var version: String
        /// `CanonicalVersionUri`, which need not be URI and version with a low line between.
        var versionURI: String
        var name: String
    }

    /// A process.
    struct Process {
        var file: ImportFile
        var id: String?
        var name: String?
    }

    var services: [ImportService] = []
    var responsibilities: [Responsibility] = []
    var onlinedienste = 0
    var deletions = 0
    var sender: String?
    var versions: Set<XZuFi.Version> = []
    var xzufiFiles: [ImportFile] = []
    var forms: [Form] = []
    var lists: [List] = []
    var processes: [Process] = []
    var templates: [OZGHubTemplate] = []
    var notes: [Finding] = []

    private let options: PackageImporter.Options
    /// Files of folders that are of no known kind.
    private var passedOver: [ImportFile] = []

    init(
        _ files: ImportFiles, options: PackageImporter.Options, _ monitor: TransferMonitor = .silent
    ) throws(TransferError) {
        self.options = options
        notes = files.notes
        for (number, file) in files.files.enumerated() {
            try monitor.step(.reading, number, of: files.files.count, file.name)
            switch file.kind {
            case .xzufi: try addXZuFi(file)
            case .xdatenfelder: try addForm(file)
            case .codelist: try addList(file)
            case .bpmn: try addProcess(file)
            case .json: try addJSON(file)
            case .unknown: try skip(file, Self.unknown(file))
            }
        }
        try monitor.step(.reading, files.files.count, of: files.files.count)
        if versions.count > 1 { throw mixedVersions() }
        if let first = passedOver.first {
            let names = passedOver.prefix(3).map(\.relativePath).joined(separator: ", ")
            let rest = passedOver.count > 3 ? ", …" : ""
            notes.append(
                Finding(
                    "import.passed-over", .hint, at: Location(file: first.name),
                    Message(
                        de: "\(passedOver.count) Dateien sind nichts, was eine Übernahme liest: \(names)\(rest)",
                        en: "\(passedOver.count) files are nothing that an import reads: \(names)\(rest)")))
        }
    }

    /// What cannot be used is an error where the user named it and a note where it was merely found.
    private mutating func skip(_ file: ImportFile, _ finding: Finding) throws(TransferError) {
        guard !file.isNamed else { throw TransferError(finding) }
        guard finding.id != Self.unknownID else { return passedOver.append(file) }
        var note = finding
        note.severity = .warning
        notes.append(note)
    }

    private static let unknownID: FindingID = "import.source-unreadable"

    private static func unknown(_ file: ImportFile) -> Finding {
        Finding(
            unknownID, .error, at: Location(file: file.name),
            Message(
                de:
                    "Die Datei ist weder XZuFi noch XDatenfelder, genericode, BPMN oder eine Prozessvorlage des OZG-Hubs.",
                en:
                    "The file is neither XZuFi nor XDatenfelder, genericode, BPMN nor a process template of the OZG-Hub."
            ),
            hint: Message(
                de: "Nennen Sie Übertragungsdateien, Datenschemata, Codelisten oder Ordner mit solchen Dateien.",
                en: "Name transfer files, data schemas, code lists, or folders with such files."))
    }

    private func mixedVersions() -> TransferError {
        let names = versions.map(\.rawValue).sorted().joined(separator: ", ")
        return TransferError(
            .init(id: "xzufi.mixed-versions"), at: Location(file: xzufiFiles.first?.name),
            Message(
                de: "Die Quellen haben verschiedene Versionen von XZuFi: \(names).",
                en: "The sources are of different versions of XZuFi: \(names)."),
            hint: Message(
                de: "Ein Paket hat eine Version; „xoev fim convert“ wandelt um.",
                en: "A package has one version; “xoev fim convert” converts."))
    }

    // MARK: XZuFi

    private mutating func addXZuFi(_ file: ImportFile) throws(TransferError) {
        xzufiFiles.append(file)
        let counted = try XZuFiObjects(options.xmlLimits).visit(file) { (object, _) in note(object, file) }
        deletions += counted.deletions
        sender = sender ?? counted.sender
        versions.insert(counted.version)
    }

    private mutating func note(_ object: XZuFi.Objekt, _ file: ImportFile) {
        switch object.art {
        case .leistung:
            guard let leistung = object.leistung, let id = object.id, !id.value.isEmpty else { return }
            services.append(
                ImportService(
                    id: id.identity, weitere: object.idSekundaer.map(\.identity),
                    schluessel: leistung.leistungsschluessel, name: object.bezeichnung() ?? "", datei: file.name))
        case .organisationseinheit:
            for item in object.organisationseinheit?.zustaendigkeit ?? [] { note(item, unit: object.id, nil, nil) }
        case .onlinedienst:
            onlinedienste += 1
            for item in object.onlinedienst?.zustaendigkeit ?? [] { note(item, unit: nil, object.id, nil) }
        case .zustaendigkeit:
            guard let item = object.zustaendigkeit else { return }
            note(
                item, unit: item.organisationseinheitID,
                item.element.first(local: "onlinedienstID").map { XZuFi.Identifikator($0) }, item.element)
        default: break
        }
    }

    private mutating func note(
        _ item: XZuFi.Zustaendigkeit, unit: XZuFi.Identifikator?, _ onlinedienst: XZuFi.Identifikator?,
        _ element: XMLTree.Element?
    ) {
        guard let leistung = item.leistungID?.identity else { return }
        responsibilities.append(
            Responsibility(
                leistung: leistung, unit: unit?.identity, onlinedienst: onlinedienst?.identity, element: element))
    }

    // MARK: Forms and lists

    private mutating func addForm(_ file: ImportFile) throws(TransferError) {
        let bytes = try file.bytes(limit: options.limits.maxEntryBytes)
        let reading: XDFReading
        do throws(XDFError) {
            reading = try XDFReader.read(
                bytes: bytes, name: file.name, options: XDFReader.Options(limits: options.xmlLimits))
        } catch {
            let first = error.findings.first { $0.severity == .error } ?? error.finding
            guard !file.isNamed else { throw TransferError(first, findings: error.findings) }
            return try skip(file, first)
        }
        let mentions = Self.keys(in: bytes)
        switch reading.nachricht {
        case .xdf2(let message):
            let angaben = message.angaben
            forms.append(
                Form(
                    file: file, identifikation: angaben.identifikation, name: angaben.name, version: .v2,
                    art: message.art, mentions: mentions, lists: Self.lists(message), findings: reading.findings))
        case .xdf3(let message):
            let angaben = message.angaben
            forms.append(
                Form(
                    file: file, identifikation: angaben.identifikation, name: angaben.name, version: .v3,
                    art: message.art, steckbrief: message.stammdatenschema?.dokumentsteckbrief?.id,
                    mentions: mentions, lists: Self.lists(message), findings: reading.findings))
        }
    }

    /// The keys of the LeiKa in the texts of a file: fourteen digits that begin with 99 and stand alone.
    private static func keys(in bytes: [UInt8]) -> Set<String> {
        var found: Set<String> = []
        var start = 0
        var index = 0
        func take(_ end: Int) {
            guard end - start == 14, bytes[start] == 0x39, bytes[start + 1] == 0x39 else { return }
            found.insert(String(decoding: bytes[start..<end], as: UTF8.self))
        }
        while index < bytes.count {
            if !(0x30...0x39).contains(bytes[index]) {
                take(index)
                start = index + 1
            }
            index += 1
        }
        take(index)
        return found
    }

    private static func lists(_ message: XDF3.Nachricht) -> [ListReference] {
        var seen: Set<ListReference> = []
        return message.alleFelder.compactMap { field in
            field.codelisteReferenz.map {
                ListReference(
                    field: field.angaben.identifikation.id, uri: $0.canonicalIdentification, version: $0.version,
                    versionURI: $0.canonicalVersionUri)
            }
        }.filter { seen.insert($0).inserted }
    }

    private static func lists(_ message: XDF2.Nachricht) -> [ListReference] {
        var seen: Set<ListReference> = []
        var result: [ListReference] = []
        func add(_ field: XDF2.Datenfeld) {
            guard let reference = field.codelisteReferenz,
                let uri = reference.canonicalIdentification ?? reference.canonicalVersionUri
            else { return }
            let item = ListReference(
                field: field.angaben.identifikation.id, uri: uri, version: reference.version,
                versionURI: reference.canonicalVersionUri)
            if seen.insert(item).inserted { result.append(item) }
        }
        func visit(_ places: [XDF2.Struktur]) {
            for place in places {
                switch place.element {
                case .datenfeld(let field): add(field)
                case .datenfeldgruppe(let group): visit(group.struktur)
                }
            }
        }
        switch message.inhalt {
        case .stammdatenschema(let schema): visit(schema.struktur)
        case .datenfeldgruppe(let group): visit(group.struktur)
        case .datenfeld(let field): add(field)
        case .dokumentsteckbrief: break
        }
        return result
    }

    private mutating func addList(_ file: ImportFile) throws(TransferError) {
        do throws(CodeListError) {
            let list = try GenericodeReader(limits: options.xmlLimits).read(file.source)
            let stated = list.identification.canonicalVersionURI
            lists.append(
                List(
                    file: file, uri: list.id.uri, version: list.id.version,
                    versionURI: stated.isEmpty ? list.id.description : stated,
                    name: list.identification.displayName))
        } catch {
            try skip(file, error.finding)
        }
    }

    // MARK: Processes and templates

    private mutating func addProcess(_ file: ImportFile) throws(TransferError) {
        do throws(XMLError) {
            let tree = try XMLTree(file.source, limits: options.xmlLimits)
            let process = tree.root.first(local: "process")
            processes.append(Process(file: file, id: process?["id"], name: process?["name"]))
        } catch {
            try skip(file, error.finding)
        }
    }

    private mutating func addJSON(_ file: ImportFile) throws(TransferError) {
        let bytes = try file.bytes(limit: options.limits.maxEntryBytes)
        switch OZGHubTemplate.read(bytes, file) {
        case .template(let template): templates.append(template)
        // The address of somebody's server is no part of a service.
        case .configuration:
            notes.append(
                Finding(
                    "import.configuration-left-out", .hint, at: Location(file: file.name),
                    Message(
                        de: "Die Datei nennt den Server, auf den eine Vorlage gespielt wird; sie ist nicht übernommen.",
                        en: "The file names the server that a template is deployed to; it is not taken over.")))
        case .foreign: try skip(file, Self.unknown(file))
        case .broken(let finding): try skip(file, finding)
        }
    }
}
