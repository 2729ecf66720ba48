import CodeLists
import FIM
import Findings
import XMLCore

/// What the checks of links need to know of a part.
struct PartFacts {
    /// The identifiers that things inside the part have, when the part is XML.
    var ids: Set<String>?
    /// The canonical version URI, when the part is a code list.
    var codeList: String?
    /// The codes of the list.
    var codes: CodeListLookup?
    /// The code lists that the fields of a form take their values from, by the field's identifier.
    var fieldLists: [String: String] = [:]
    /// The Leistungsschlüssel of a description.
    var keys: [String] = []
}

/// Reads every part by its standard: XML is well-formed, XZuFi, XDatenfelder and genericode are what they say (DP-34).
struct PartCheck {
    private let package: LoadedPackage
    private let intact: Set<String>
    private let limits: XMLLimits
    private(set) var facts: [String: PartFacts] = [:]
    private var check = LayerCheck()

    init(package: LoadedPackage, intact: Set<String>, limits: XMLLimits) {
        self.package = package
        self.intact = intact
        self.limits = limits
    }

    mutating func run() -> LayerCheck {
        for part in package.manifest.bestandteile {
            // An altered part is already refused; what stands in it is of no interest.
            guard intact.contains(part.id), let bytes = package.bytes(of: part), isXML(part) else { continue }
            let file = package.contents.displayName(part.pfad)
            switch part.rolle {
            case .codeliste where isGenericode(part): codeList(part, bytes, file)
            case .leistungsbeschreibung, .onlinedienst: xzufi(part, bytes, file)
            case .datenschema where part.standard == "urn:xoev-de:fim:standard:xdatenfelder": form(part, bytes, file)
            default: _ = tree(part, bytes, file)
            }
        }
        return check
    }

    private func isXML(_ part: Bestandteil) -> Bool {
        let path = part.pfad.lowercased()
        return part.istXML
            || [".xml", ".xsd", ".bpmn", ".xslt", ".xsl", ".svg", ".sch"].contains(where: path.hasSuffix)
    }

    private func isGenericode(_ part: Bestandteil) -> Bool {
        part.standard == nil || (part.standard?.contains("genericode") ?? false)
            || (part.standard?.contains("codelist") ?? false)
    }

    private mutating func tree(_ part: Bestandteil, _ bytes: [UInt8], _ file: String) -> XMLTree? {
        do throws(XMLError) {
            let tree = try XMLTree(bytes: bytes, name: file, limits: part.rolle == .schema ? .schema : limits)
            facts[part.id, default: PartFacts()].ids = Self.identifiers(tree.root)
            return tree
        } catch {
            check.findings.append(error.finding)
            return nil
        }
    }

    /// What a piece of a part can be called: attributes `id` and `xml:id`, and the `identifikation/id` of XDatenfelder.
    private static func identifiers(_ root: XMLTree.Element) -> Set<String> {
        var found: Set<String> = []
        func visit(_ element: XMLTree.Element) {
            for attribute in element.attributes where attribute.name.local == "id" { found.insert(attribute.value) }
            if element.name.local == "identifikation" {
                let id = element.first(local: "id")?.text.split(whereSeparator: \.isWhitespace).joined() ?? ""
                let version = element.first(local: "version")?.text.split(whereSeparator: \.isWhitespace).joined()
                found.insert(id)
                if let version { found.insert("\(id)V\(version)") }
            }
            for child in element.elements { visit(child) }
        }
        visit(root)
        return found
    }

    private mutating func xzufi(_ part: Bestandteil, _ bytes: [UInt8], _ file: String) {
        guard part.standard == nil || part.standard == "urn:xoev-de:fim:standard:xzufi",
            let tree = tree(part, bytes, file)
        else { return }
        let document: XZuFi.Document
        do throws(XZuFiError) {
            document = try XZuFi.Document(tree: tree, name: file)
        } catch {
            check.findings.append(error.finding)
            return
        }
        check.findings += XZuFi.Pruefung.check(document)
        let kinds: Set<XZuFi.Objektart> =
            part.rolle == .leistungsbeschreibung
            ? [.leistung, .spezialisierung] : [.onlinedienst, .organisationseinheit]
        guard case .objekt(let kind) = document.wurzel, kinds.contains(kind), let object = document.objekte.first else {
            check.findings.append(
                Finding(
                    "package.part-kind", .error, at: Location(file: file, line: tree.root.position?.line),
                    Message(
                        de: "Ein Bestandteil der Rolle \(part.rolle.rawValue) hält nicht „\(tree.root.name.local)“.",
                        en: "A part of role \(part.rolle.rawValue) does not hold “\(tree.root.name.local)”."),
                    hint: Message(
                        de:
                            "Eine leistungsbeschreibung hält eine leistung, ein onlinedienst einen onlinedienst oder eine organisationseinheit.",
                        en:
                            "A leistungsbeschreibung holds a leistung, an onlinedienst an onlinedienst or an organisationseinheit."
                    )))
            return
        }
        facts[part.id, default: PartFacts()].keys = object.leistung?.leistungsschluessel ?? []
    }

    private mutating func form(_ part: Bestandteil, _ bytes: [UInt8], _ file: String) {
        guard let tree = tree(part, bytes, file) else { return }
        do throws(XDFError) {
            let reading = try XDFReader.read(tree, name: file)
            check.findings += reading.findings
        } catch {
            check.findings += error.findings
        }
        var lists: [String: String] = [:]
        func visit(_ element: XMLTree.Element, field: String?) {
            var field = field
            if let id = element.first(local: "identifikation")?.first(local: "id")?.text {
                field = id.split(whereSeparator: \.isWhitespace).joined()
            }
            if element.name.local == "codelisteReferenz", let field, let uri = Self.listURI(element) {
                lists[field] = uri
            }
            for child in element.elements { visit(child, field: field) }
        }
        visit(tree.root, field: nil)
        facts[part.id, default: PartFacts()].fieldLists = lists
    }

    private static func listURI(_ reference: XMLTree.Element) -> String? {
        func text(_ name: String) -> String? {
            reference.first(local: name)?.text.split(whereSeparator: \.isWhitespace).joined()
        }
        if let uri = text("canonicalVersionUri"), !uri.isEmpty { return uri }
        guard let id = text("canonicalIdentification"), let version = text("version"), !version.isEmpty else {
            return nil
        }
        return "\(id)_\(version)"
    }

    private mutating func codeList(_ part: Bestandteil, _ bytes: [UInt8], _ file: String) {
        do throws(CodeListError) {
            let list = try GenericodeReader(limits: limits).read(bytes: bytes, name: file)
            facts[part.id, default: PartFacts()].codeList =
                CodeListIdentity.canonicalVersionURI(bytes) ?? list.id.description
            facts[part.id, default: PartFacts()].codes = try? CodeListLookup(list)
        } catch {
            check.findings.append(error.finding)
        }
    }
}
