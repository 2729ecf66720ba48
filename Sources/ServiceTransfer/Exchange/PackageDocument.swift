import CodeLists
import FIM
import Findings
import XMLCore

/// A package as JSON, for programs that do not read XML: the table of contents, and what stands in the parts that this
/// library understands. The format is `Schemas/paket/1.0/paket.schema.json`, described in
/// `Documentation/Formate/Paket-JSON.md`.
///
///     let text = try PackageDocument().document(package).rendered()
///
/// It is a view for reading: there is no way back, the parts themselves stay what counts.
public struct PackageDocument: Sendable {
    /// The version of the format.
    public static let schemaVersion = "1.0"

    /// What is in the document.
    public struct Options: Sendable {
        /// The most codes of a list that are written; `count` always says how many there are. Nil for all.
        public var maxCodes: Int?

        /// Options from their parts.
        public init(maxCodes: Int? = nil) { self.maxCodes = maxCodes }
    }

    private let options: Options

    /// A maker of documents.
    public init(options: Options = Options()) { self.options = options }

    /// The table of contents alone.
    public func manifest(_ package: LoadedPackage) -> JSONText {
        .object([("schemaVersion", .string(Self.schemaVersion))] + ManifestDocument(package: package).members)
    }

    /// The whole package. Throws the first fault of a part that cannot be understood; check the package before.
    public func document(_ package: LoadedPackage) throws(TransferError) -> JSONText {
        var objects: [JSONText] = []
        var forms: [JSONText] = []
        var mappings: [JSONText] = []
        var lists: [JSONText] = []
        var messages: [JSONText] = []
        var processes: [JSONText] = []
        for part in package.manifest.bestandteile {
            guard let bytes = package.bytes(of: part) else {
                throw TransferError(
                    PackageBuilder.missing(part.pfad, at: Location(file: package.contents.name)))
            }
            let file = package.contents.displayName(part.pfad)
            switch part.rolle {
            case .leistungsbeschreibung, .onlinedienst:
                let tree = try tree(bytes, file)
                if let object = XZuFi.Objekt(object: tree.root) {
                    objects.append(ObjectDocument(part: part.id, objekt: object).json)
                }
            case .datenschema where part.standard == SkeletonBuilder.xdatenfelder:
                forms.append(try form(part, bytes, file))
            case .codeliste where part.istXML: lists.append(try list(part, bytes, file))
            case .abbildung where part.standard == Nachrichtenabbildung.standard:
                mappings.append(try mapping(part, bytes, file))
            case .nachricht where part.istXML:
                let root = try tree(bytes, file).root.name
                messages.append(
                    .object([
                        ("part", .string(part.id)), ("root", .string(root.local)),
                        ("namespace", root.namespace.map { .string($0) }),
                    ]))
            case .prozess where part.istXML:
                let process = try tree(bytes, file).root.first(local: "process")
                processes.append(
                    .object([
                        ("part", .string(part.id)), ("id", process?["id"].map { .string($0) }),
                        ("name", process?["name"].map { .string($0) }),
                    ]))
            default: break
            }
        }
        return .object([
            ("schemaVersion", .string(Self.schemaVersion)),
            ("isSigned", .boolean(package.contents.files[Signatur.path] != nil)),
            ("manifest", .object(ManifestDocument(package: package).members)), ("objects", .array(objects)),
            ("forms", .array(forms)), ("codeLists", .array(lists)), ("mappings", .array(mappings)),
            ("messages", .array(messages)), ("processes", .array(processes)),
        ])
    }

    private func tree(_ bytes: [UInt8], _ file: String) throws(TransferError) -> XMLTree {
        do throws(XMLError) { return try XMLTree(bytes: bytes, name: file) } catch { throw TransferError(error) }
    }

    private func form(_ part: Bestandteil, _ bytes: [UInt8], _ file: String) throws(TransferError) -> JSONText {
        do throws(XDFError) {
            return FormDocument(part: part.id, reading: try XDFReader.read(bytes: bytes, name: file)).json
        } catch {
            throw TransferError(wrapping: error)
        }
    }

    private func list(_ part: Bestandteil, _ bytes: [UInt8], _ file: String) throws(TransferError) -> JSONText {
        let list: CodeList
        do throws(CodeListError) {
            list = try GenericodeReader().read(bytes: bytes, name: file)
        } catch {
            throw TransferError(wrapping: error)
        }
        var codes: [JSONText] = []
        if let rows = list.rows, let code = list.codeColumn {
            for row in 0..<min(list.count, options.maxCodes ?? .max) {
                guard let text = rows[row, code].text else { continue }
                let name = list.nameColumn.flatMap { rows[row, $0].text }
                codes.append(.object([("code", .string(text)), ("name", name.map { .string($0) })]))
            }
        }
        return .object([
            ("part", .string(part.id)), ("uri", .string(list.id.uri)), ("version", .string(list.id.version)),
            ("versionUri", .string(CodeListIdentity.canonicalVersionURI(bytes) ?? list.id.description)),
            ("name", .string(list.identification.displayName)), ("count", .integer(list.count)),
            ("codes", .array(codes)),
        ])
    }

    private func mapping(_ part: Bestandteil, _ bytes: [UInt8], _ file: String) throws(TransferError) -> JSONText {
        let mapping = try Nachrichtenabbildung.read(bytes, name: file)
        func count(_ rules: [Nachrichtenabbildung.Regel]) -> Int {
            rules.reduce(0) { sum, rule in
                switch rule.art {
                case .gruppe(_, _, let inner), .wenn(_, _, let inner): sum + 1 + count(inner)
                default: sum + 1
                }
            }
        }
        return .object([
            ("part", .string(part.id)), ("kennung", .string(mapping.kennung)), ("version", .string(mapping.version)),
            ("titles", ManifestDocument.texts(mapping.bezeichnung)), ("form", .string(mapping.formular)),
            ("formVersion", mapping.formularVersion.map { .string($0) }),
            ("message", .string(mapping.nachricht.local)),
            ("namespace", mapping.nachricht.namespace.map { .string($0) }),
            ("rules", .integer(count(mapping.regeln))),
            ("parameters", .array(mapping.parameternamen.map { .string($0) })),
        ])
    }
}

/// An object of XZuFi as JSON.
struct ObjectDocument {
    let part: String
    let objekt: XZuFi.Objekt

    var json: JSONText {
        let leistung = objekt.leistung
        let onlinedienst = objekt.onlinedienst
        let unit = objekt.organisationseinheit
        let responsibilities = unit?.zustaendigkeit ?? onlinedienst?.zustaendigkeit
        let level = leistung?.vertrauensniveau ?? onlinedienst?.vertrauensniveau
        return .object([
            ("part", .string(part)), ("kind", .string(objekt.art.rawValue)), ("id", objekt.id.map(Self.id)),
            (
                "secondaryIds", objekt.idSekundaer.isEmpty ? nil : .array(objekt.idSekundaer.map(Self.id))
            ),
            ("keys", leistung.map { .array($0.leistungsschluessel.map { .string($0) }) }),
            ("titles", titles), ("summary", leistung.flatMap { Self.html($0.text(.kurztext)) }),
            ("modules", leistung.map { .array($0.modulText.map(module)) }),
            ("trustLevel", level.map { .string($0.code) }),
            ("areas", objekt.gueltigkeitGebietID.isEmpty ? nil : .array(objekt.gueltigkeitGebietID.map(Self.id))),
            ("publisher", publisher), ("responsibilities", responsibilities.map { .array($0.map(responsibility)) }),
            (
                "links",
                onlinedienst.map {
                    .array(
                        $0.link.map {
                            .object([
                                ("type", $0.typ.map { .string($0.code) }), ("address", .string($0.link ?? "")),
                            ])
                        })
                }
            ),
            (
                "parameters",
                onlinedienst.map {
                    .array(
                        $0.parameter.map {
                            .object([
                                ("name", .string($0.parameterName ?? "")), ("value", .string($0.parameterWert ?? "")),
                            ])
                        })
                }
            ),
        ])
    }

    private var titles: JSONText? {
        if let leistung = objekt.leistung { return Self.html(leistung.text(.leistungsbezeichnung)) }
        if let unit = objekt.organisationseinheit { return Self.texts(unit.name) }
        if let onlinedienst = objekt.onlinedienst { return Self.texts(onlinedienst.bezeichnung) }
        return nil
    }

    private var publisher: JSONText? {
        guard let publisher = objekt.herausgeber else { return nil }
        return .object([("id", publisher.id.map(Self.id)), ("names", Self.texts(publisher.bezeichnung))])
    }

    private func module(_ module: XZuFi.Textmodul) -> JSONText {
        let code = module.leikaTextmodul?.code ?? ""
        return .object([
            ("code", .string(code)), ("name", XZuFi.Textmodul.Art(rawValue: code).map { .string($0.bezeichnung) }),
            ("texts", Self.html(module.inhalt)),
        ])
    }

    private func responsibility(_ item: XZuFi.Zustaendigkeit) -> JSONText {
        .object([
            ("service", item.leistungID.map(Self.id)), ("role", item.rolle.map { .string($0.code) }),
            ("areas", .array(item.gebietID.map(Self.id))),
        ])
    }

    static func id(_ id: XZuFi.Identifikator) -> JSONText {
        .object([
            ("agency", id.schemeAgencyID.map { .string($0) }), ("scheme", id.schemeID.map { .string($0) }),
            ("value", .string(id.value)),
        ])
    }

    /// The text per language, the first of each.
    private static func texts(_ texts: [XZuFi.LocalizedString]) -> JSONText? {
        var seen: Set<String> = []
        let members = texts.filter { seen.insert($0.languageCode).inserted }
        return members.isEmpty ? nil : .object(members.map { ($0.languageCode, .string($0.value)) })
    }

    private static func html(_ texts: [XZuFi.LocalizedHTML]) -> JSONText? {
        Self.texts(texts.map { XZuFi.LocalizedString($0.plainText, languageCode: $0.languageCode) })
    }
}
