import ArgumentParser
import CodeLists
import FIM
import Findings

/// `xoev fim export`: derived forms.
struct FIMExportCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Derives JSON Schema, XSD, HTML or Markdown from a form, RDF and JSON-LD from services.",
        discussion: """
            EXAMPLES
              xoev fim export form.xml --as json-schema --codelists lists/
              xoev fim export form.xml --as xsd --style per-form --output form.xsd
              xoev fim export form.xml --as html --output form.html
              xoev fim export service.xml units.xml --as cpsv-ap-turtle --base https://portal.example/
              xoev fim export services/ --codelists lists/ --as dcat-ap-de-turtle --base https://portal.example/ \\
                --publisher "Stadt Musterstadt" --email daten@musterstadt.example
            """)

    static let formats: [ReportFormat] = [.text]

    enum Kind: String, ExpressibleByArgument, CaseIterable {
        case jsonSchema = "json-schema"
        case xsd
        case html
        case markdown
        case cpsvTurtle = "cpsv-ap-turtle"
        case cpsvJSON = "cpsv-ap-jsonld"
        case schemaOrg = "schema-org"
        case dcatTurtle = "dcat-ap-de-turtle"
        case dcatJSON = "dcat-ap-de-jsonld"

        /// Whether it is a catalogue of a portal's data.
        var isCatalogue: Bool { self == .dcatTurtle || self == .dcatJSON }
    }

    @OptionGroup var global: GlobalOptions

    @Argument(help: "A form; or files with services, units and online services.", completion: .file())
    var files: [String] = []

    @Option(name: .customLong("as"), help: "What to derive.")
    var kind: Kind

    @Option(help: "XSD: one namespace and names with versions, or a namespace per form.")
    var style: FIMStyle = .versioned

    @Flag(inversion: .prefixedNo, help: "JSON Schema: takes in the rules that are understood.")
    var rules = true

    @Option(name: .customLong("id"), help: ArgumentHelp("JSON Schema: the schema's $id.", valueName: "uri"))
    var schemaID: String?

    @Option(help: ArgumentHelp("RDF and JSON-LD: what IRIs of the portal begin with.", valueName: "uri"))
    var base = "https://portal.example/"

    @OptionGroup(title: "The catalogue (DCAT-AP.de)") var catalogue: FIMCatalogueOptions

    @OptionGroup var lists: FIMListOptions

    private var isOfServices: Bool { [.cpsvTurtle, .cpsvJSON, .schemaOrg].contains(kind) || kind.isCatalogue }

    func validate() throws {
        if !isOfServices, files.count != 1 { throw ValidationError("A form is exported alone: name one file.") }
        if kind.isCatalogue {
            if files.isEmpty, lists.codelists.isEmpty {
                throw ValidationError("Name files with services, or code lists with --codelists.")
            }
            if catalogue.publisher == nil || catalogue.email == nil {
                throw ValidationError("A catalogue needs --publisher and --email.")
            }
        } else if files.isEmpty {
            throw ValidationError("Missing expected argument '<files> ...'")
        }
    }

    func run(in session: Session) async throws -> Findings.ExitCode {
        if isOfServices {
            try exportServices(session)
        } else {
            try exportForm(files[0], session)
        }
        return .fine
    }

    private func exportServices(_ session: Session) throws {
        var objects: [XZuFi.Objekt] = []
        for item in try InputList(files).items {
            guard case .xzufi(let document) = try FIMFile(item) else {
                throw CLIError(
                    "fim.not-a-service", .usage, file: item.name,
                    Message(
                        de: "Das geht nur mit Leistungen und Stellen (XZuFi).",
                        en: "This works with services and units (XZuFi) only."))
            }
            objects += document.objekte
        }
        switch kind {
        case .cpsvTurtle: session.write(CPSVExport.graph(objects, options: .init(base: base)).turtle)
        case .cpsvJSON: session.write(CPSVExport.graph(objects, options: .init(base: base)).jsonLD.text)
        case .dcatTurtle: session.write(try catalogueGraph(objects).turtle)
        case .dcatJSON: session.write(try catalogueGraph(objects).jsonLD.text)
        default:
            session.write(SchemaOrgExport.jsonLD(objects, language: session.language.rawValue, base: base).text)
        }
    }

    private func catalogueGraph(_ objects: [XZuFi.Objekt]) throws -> RDFGraph {
        var identifications: [CodeListIdentification] = []
        if !lists.codelists.isEmpty {
            let registry = try CodeListRegistry(paths: lists.codelists)
            identifications = try registry.entries.map { try registry.list($0.id).identification }
        }
        return DCATExport.graph(
            objects, codeLists: identifications,
            options: DCATExport.Options(
                base: base, title: catalogue.title, description: catalogue.about,
                publisher: catalogue.publisher ?? "", email: catalogue.email ?? "",
                contributorID: catalogue.contributor, license: catalogue.license, modified: catalogue.modified))
    }

    private func exportForm(_ file: String, _ session: Session) throws {
        let schema = try FIMFile(named: file).schema(named: file)
        let finder = try lists.finder(session)
        switch kind {
        case .jsonSchema:
            session.write(
                try XDF3JSONSchema.derive(schema, options: .init(id: schemaID, rules: rules, codeList: finder)).text)
        case .xsd:
            let tree = try XDF3XMLSchema.derive(schema, options: .init(style: style.style, codeList: finder))
            session.write(String(decoding: try tree.serialized(.init(indent: 2)), as: UTF8.self))
        case .html:
            session.write(
                try XDF3HTMLForm.write(schema, options: .init(language: session.language, codeList: finder)))
        case .markdown: session.write(XDF3Markdown.write(schema, language: session.language))
        case .cpsvTurtle, .cpsvJSON, .schemaOrg, .dcatTurtle, .dcatJSON: break
        }
    }
}

/// The style of namespaces in XSD and XML of the XFall kind.
enum FIMStyle: String, ExpressibleByArgument, CaseIterable {
    case versioned
    case perForm = "per-form"

    var style: XDF3XMLSchema.Style { self == .versioned ? .versioned : .perForm }
}

/// What a catalogue says of itself.
struct FIMCatalogueOptions: ParsableArguments {
    @Option(help: "The catalogue's title.")
    var title = "Leistungen und Codelisten"

    @Option(name: .customLong("about"), help: ArgumentHelp("What the catalogue holds.", valueName: "text"))
    var about = "Beschreibungen der Verwaltungsleistungen eines Portals und die Codelisten, die es benutzt."

    @Option(help: "Who publishes it.")
    var publisher: String?

    @Option(help: "Where the publisher can be reached.")
    var email: String?

    @Option(help: ArgumentHelp("Who delivers the data.", valueName: "uri"))
    var contributor = "http://dcat-ap.de/def/contributors/openNRW"

    @Option(help: ArgumentHelp("The licence of the data.", valueName: "uri"))
    var license = "http://dcat-ap.de/def/licenses/dl-zero-de/2.0"

    @Option(help: ArgumentHelp("The day on which the data were changed last.", valueName: "YYYY-MM-DD"))
    var modified: String?

    func validate() throws {
        if let modified, CalendarDate(modified) == nil { throw ValidationError("--modified takes a day: YYYY-MM-DD.") }
    }
}
