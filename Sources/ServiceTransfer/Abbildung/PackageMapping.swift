import CodeLists
import FIM
import Findings
import SchemaModel
import XMLCore

/// A mapping of a package, with what it needs from there: the form it reads, the schemas it writes by, code lists,
/// parameters. Everything comes from the package alone.
public struct PackageMapping: Sendable {
    /// The part that is the mapping.
    public let bestandteil: Bestandteil
    /// The mapping.
    public let mapping: Nachrichtenabbildung
    /// The form that it reads.
    public let form: XDF3.Stammdatenschema
    /// The schemas of the package as a model.
    public let components: SchemaComponents
    /// The schemas of the package, compiled.
    public let schemas: SchemaSet
    /// The code lists of the package.
    public let lists: CodeListRegistry
    private let package: LoadedPackage

    /// Whether a part is a mapping of this format.
    public static func isMapping(_ part: Bestandteil) -> Bool {
        part.rolle == .abbildung && part.standard == Nachrichtenabbildung.standard
    }

    /// The mapping of a part of a package.
    ///
    /// - Parameter id: the part; without it the only mapping of the package.
    /// - Throws: `TransferError`: `mapping.not-found`, `mapping.invalid` and what is wrong with form or schemas.
    public init(_ package: LoadedPackage, part id: String? = nil) throws(TransferError) {
        let parts = package.manifest.bestandteile.filter { Self.isMapping($0) }
        let found = id.map { id in parts.filter { $0.id == id } } ?? parts
        guard found.count == 1, let part = found.first, let bytes = package.bytes(of: part) else {
            let names = parts.map(\.id).joined(separator: ", ")
            throw TransferError(
                .mappingNotFound, at: Location(file: package.contents.name),
                id.map {
                    Message(de: "Das Paket hat keine Abbildung „\($0)“.", en: "The package has no mapping “\($0)”.")
                }
                    ?? Message(
                        de: "Das Paket hat \(parts.count) Abbildungen.", en: "The package has \(parts.count) mappings."),
                hint: parts.isEmpty
                    ? Message(
                        de:
                            "Eine Abbildung ist ein Bestandteil der Rolle abbildung mit standard=\"\(Nachrichtenabbildung.standard)\".",
                        en:
                            "A mapping is a part of role abbildung with standard=\"\(Nachrichtenabbildung.standard)\".")
                    : Message(de: "Nennen Sie eine von: \(names).", en: "Name one of: \(names)."))
        }
        self.package = package
        bestandteil = part
        mapping = try Nachrichtenabbildung.read(bytes, name: package.contents.displayName(part.pfad))
        form = try Self.form(mapping, part, package)
        let sources = package.manifest.bestandteile.filter {
            $0.rolle == .schema && $0.pfad.lowercased().hasSuffix(".xsd")
        }.compactMap { part in
            package.bytes(of: part).map {
                (part, SchemaSource.bytes($0, name: package.contents.displayName(part.pfad)))
            }
        }
        // The schema that declares the message is the entry; the others are found from it.
        let entry =
            sources.first { [mapping] _, source in Self.declares(mapping.nachricht, source) } ?? sources.first
        let entryID = entry?.0.id
        let others = sources.filter { $0.0.id != entryID }.map(\.1)
        do throws(SchemaError) {
            (schemas, components) = try SchemaLoader(.init(pool: others))
                .loadWithComponents([entry?.1].compactMap { $0 })
        } catch {
            let finding = error.finding
            throw TransferError(
                .init(id: finding.id), at: finding.location, finding.message, hint: finding.hint,
                findings: error.findings)
        }
        var lists = CodeListRegistry()
        for list in package.manifest.bestandteile where list.rolle == .codeliste {
            guard let bytes = package.bytes(of: list) else { continue }
            // A list that cannot be read is a finding of the package, not of its mapping.
            _ = try? lists.add(bytes: bytes, name: package.contents.displayName(list.pfad))
        }
        self.lists = lists
    }

    private static func declares(_ name: XMLName, _ source: SchemaSource) -> Bool {
        guard case .bytes(let bytes, let file) = source,
            let tree = try? XMLTree(bytes: bytes, name: file, limits: .schema),
            tree.root["targetNamespace"] == name.namespace
        else { return false }
        return tree.root.elements.contains { $0.name.local == "element" && $0["name"] == name.local }
    }

    private static func form(
        _ mapping: Nachrichtenabbildung, _ part: Bestandteil, _ package: LoadedPackage
    ) throws(TransferError) -> XDF3.Stammdatenschema {
        let forms = package.manifest.bestandteile.filter { $0.rolle == .datenschema }
        let linked = package.manifest.verknuepfungen.compactMap { link -> String? in
            guard link.art == "abbildung-formular", case .bestandteil(part.id, _) = link.von,
                case .bestandteil(let id, _) = link.nach
            else { return nil }
            return id
        }
        for form in forms.filter({ linked.contains($0.id) }) + forms.filter({ !linked.contains($0.id) }) {
            guard let bytes = package.bytes(of: form),
                let reading = try? XDFReader.read(
                    bytes: bytes, name: package.contents.displayName(form.pfad)),
                let schema = reading.xdf3?.stammdatenschema
            else { continue }
            if schema.angaben.identifikation.id == mapping.formular { return schema }
        }
        throw TransferError(
            .mappingNotFound, at: Location(file: mapping.datei),
            Message(
                de: "Das Paket hat das Formular \(mapping.formular) nicht.",
                en: "The package does not have the form \(mapping.formular)."),
            hint: Message(
                de: "Nehmen Sie es als Bestandteil der Rolle datenschema auf (XDatenfelder 3.0.0).",
                en: "Add it as a part of role datenschema (XDatenfelder 3.0.0)."))
    }

    private var options: MappingCheck.Options {
        MappingCheck.Options(lists: lists, parameters: package.manifest.parameter)
    }

    /// What is wrong with the mapping.
    public func check() -> MappingCheck {
        MappingCheck(mapping, form: form, components: components, options: options)
    }

    /// Runs the mapping.
    ///
    /// - Throws: `TransferError` `mapping.invalid` when the check has errors.
    public func mapper() throws(TransferError) -> MessageMapper {
        let lists = lists
        return try MessageMapper(
            mapping, form: form, components: components, schemas: schemas, options: options,
            codeList: { QualityCodeList($0, in: lists) })
    }

    /// The values of the package's parameters in a municipality, without secrets; defaults where it sets none.
    public func parameters(of profile: Portalprofil?) -> [String: String] {
        guard let profile else {
            return package.manifest.parameter.reduce(into: [:]) { $0[$1.name] = $1.geheim ? nil : $1.vorgabe }
        }
        return ParameterResolver(package: package, profile: profile).resolve().values.compactMapValues(\.wert)
    }
}
