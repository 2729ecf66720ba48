import Findings
import SchemaModel
import XMLCore

/// The check of one standard: its files as trees, what is known of it, and what was found.
struct LintCase {
    /// A schema file of the standard.
    struct File {
        var document: SchemaComponents.Document
        var root: XMLTree.Element
        var metadata: SchemaMetadata?

        /// The last part of the path.
        var name: String { String(document.name.split(separator: "/").last ?? "") }

        /// The elements of XML Schema below the root.
        var parts: [XMLTree.Element] { root.elements.filter { $0.name.namespace == LintCase.xsd } }

        /// Whether the file only brings others together.
        var isUmbrella: Bool {
            parts.contains { $0.name.local == "include" }
                && parts.allSatisfy { ["include", "import", "annotation"].contains($0.name.local) }
        }

        /// Whether a type name as written means a type of XML Schema with one of the names.
        func isBuiltin(_ written: String?, _ names: String...) -> Bool {
            guard let written else { return false }
            let parts = written.split(separator: ":", maxSplits: 1)
            let prefix = parts.count == 2 ? String(parts[0]) : ""
            return document.prefixes[prefix] == LintCase.xsd && parts.last.map { names.contains(String($0)) } == true
        }
    }

    static let xsd = "http://www.w3.org/2001/XMLSchema"

    let standard: XOEVStandard
    let components: SchemaComponents
    let collector: CodeListCollector
    let files: [File]
    /// The names of the files, as locations give them.
    let fileNames: Set<String>
    private(set) var findings: [Finding] = []

    init(_ standard: XOEVStandard, _ components: SchemaComponents, _ collector: CodeListCollector) {
        self.standard = standard
        self.components = components
        self.collector = collector
        let names = Set(standard.documents.map(\.name))
        fileNames = names
        files = components.documents.filter { names.contains($0.name) }.compactMap { document in
            // The loader has read the bytes before: they are well-formed.
            guard let tree = try? XMLTree(bytes: document.bytes, name: document.name, limits: .schema) else {
                return nil
            }
            return File(
                document: document, root: tree.root,
                metadata: SchemaMetadata(appinfo: document.annotation.appinfo))
        }
    }

    /// Notes that a rule is broken.
    mutating func note(_ rule: String, at location: Location, _ message: Message) {
        guard let rule = HandbookRule.rule(FindingID(rawValue: "ndr." + rule)) else { return }
        findings.append(
            Finding(
                rule.id, rule.severity, at: location, message,
                hint: Message(
                    de:
                        "Regel: \(text: rule.demand.de) (\(rule.certainty.rawValue); XÖV-Handbuch 2.4, Kapitel \(rule.section.rawValue))",
                    en:
                        "Rule: \(text: rule.demand.en) (\(rule.certainty.english); XÖV handbook 2.4, chapter \(rule.section.rawValue))"
                )))
    }

    /// The place of an element of a file.
    func place(_ element: XMLTree.Element, _ file: File) -> Location {
        Location(file: file.document.name, line: element.position?.line, column: element.position?.column)
    }

    /// Where a finding on the whole standard is said to be: its umbrella, else its first file.
    var home: Location {
        let file = files.first(where: \.isUmbrella) ?? files.first
        return Location(file: file?.document.name, line: file.map { _ in 1 })
    }

    /// An element of XML Schema with what stands above it, innermost last.
    struct Place {
        var element: XMLTree.Element
        var ancestors: [XMLTree.Element]

        var isTop: Bool { ancestors.count == 1 }

        /// Whether the element is content of a restricted complex type: it restates what its base says.
        var isRestated: Bool {
            ancestors.indices.contains { index in
                ancestors[index].name.local == "restriction" && index > 0
                    && ancestors[index - 1].name.local == "complexContent"
            }
        }
    }

    /// All elements of XML Schema of a file, without annotations, in their order.
    static func places(_ file: File) -> [Place] {
        var result: [Place] = []
        func visit(_ element: XMLTree.Element, _ ancestors: [XMLTree.Element]) {
            for child in element.elements where child.name.namespace == xsd && child.name.local != "annotation" {
                result.append(Place(element: child, ancestors: ancestors + [element]))
                visit(child, ancestors + [element])
            }
        }
        visit(file.root, [])
        return result
    }
}

extension HandbookRule.Certainty {
    /// The English word.
    public var english: String { self == .gesichert ? "certain" : "inferred" }
}

extension XMLTree.Element {
    /// Whether an element of XML Schema is documented.
    var isDocumented: Bool {
        all(local: "annotation").contains { annotation in
            annotation.all(local: "documentation").contains { $0.text.collapsed != nil }
        }
    }

    /// The elements inside of its `xs:appinfo`.
    var appinfo: [XMLTree.Element] {
        all(local: "annotation").flatMap { $0.all(local: "appinfo") }.flatMap { Array($0.elements) }
    }
}
