import FIM
import Findings
import XMLCore

/// Binds the parts of a package to a municipality: the objects of XZuFi (identity, publisher, units, areas, addresses,
/// links, texts), the texts of forms and processes, the heads of messages, files with texts. What the binder does not know
/// stays as it was; a part that has nothing to be rewritten stays byte for byte.
struct Binder {
    let package: LoadedPackage
    let profile: Portalprofil
    let objects: [PackageObject]
    /// The identity of each object in the target, by part.
    let targets: [String: ObjektKennung]
    let parameters: [String: ResolvedParameter]
    /// Whether every change is noted for a `BindingDiff`.
    var isRecording = false

    struct Outcome {
        /// The bound bytes of the parts that are bound.
        var parts: [String: [UInt8]] = [:]
        var problems: [TransferPlan.Missing] = []
        /// The changes of each part, when they are recorded.
        var changes: [String: [BindingDiff.Change]] = [:]
    }

    func bind() throws(TransferError) -> Outcome {
        var outcome = Outcome()
        let texts = PlaceholderText(
            values: PlaceholderValue.values(parameters, in: package), declarations: package.manifest.parameter)
        let links = LinkRewriter(package: package, profile: profile)
        let objectBinder = ObjectBinder(
            package: package, profile: profile, parameters: parameters, links: links,
            references: Dictionary(
                objects.compactMap { object in targets[object.partID].map { (object.quelle, $0) } },
                uniquingKeysWith: { first, _ in first }))
        for part in package.manifest.bestandteile {
            guard let bytes = package.bytes(of: part) else { continue }
            var trace = BindingTrace(part: part.id, isRecording: isRecording)
            var filler = TemplateFiller.format(of: part).map { TemplateFiller(texts, format: $0, part: part) }
            if let object = objects.first(where: { $0.partID == part.id }) {
                guard let target = targets[part.id], filler != nil else { continue }
                var tree = object.tree
                trace.apply(.platzhalter, to: &tree.root) { filler?.fill(&$0) }
                outcome.problems += objectBinder.bind(&tree.root, object, target: target, &trace)
                outcome.parts[part.id] = try Self.bytes(tree, instead: object.tree, bytes)
            } else {
                switch part.rolle {
                case .datenschema, .prozess:
                    try bind(part, bytes, &filler, links, &trace, &outcome)
                case .nachricht:
                    try bindHead(part, bytes, &trace, &outcome)
                case .text where PlaceholderText.mayHavePlaceholder(bytes):
                    guard let filled = filler?.fill(file: bytes) else { break }
                    trace.note(.platzhalter, lines: bytes, filled)
                    outcome.parts[part.id] = filled
                default: break
                }
            }
            outcome.problems += filler?.problems.map(\.missing) ?? []
            if !trace.changes.isEmpty { outcome.changes[part.id] = trace.changes }
        }
        return outcome
    }

    /// A form or a process: placeholders, and links into the origin's portal.
    private func bind(
        _ part: Bestandteil, _ bytes: [UInt8], _ filler: inout TemplateFiller?, _ links: LinkRewriter,
        _ trace: inout BindingTrace, _ outcome: inout Outcome
    ) throws(TransferError) {
        let isForm = part.rolle == .datenschema
        let hasLinks = isForm && links.mayHaveLink(bytes)
        guard filler != nil, hasLinks || PlaceholderText.mayHavePlaceholder(bytes) else { return }
        guard let original = Self.tree(of: part, bytes) else { return }
        var tree = original
        trace.apply(.platzhalter, to: &tree.root) { filler?.fill(&$0) }
        if hasLinks { trace.apply(.adresse, to: &tree.root) { links.rewrite(&$0, attributes: ["link"]) } }
        outcome.parts[part.id] = try Self.bytes(tree, instead: original, bytes)
    }

    private func bindHead(
        _ part: Bestandteil, _ bytes: [UInt8], _ trace: inout BindingTrace, _ outcome: inout Outcome
    ) throws(TransferError) {
        let binder = MessageHeadBinder(package: package, profile: profile, parameters: parameters)
        guard part.istXML, binder.mayConcern(bytes), let original = Self.tree(of: part, bytes) else { return }
        var tree = original
        trace.apply(.nachrichtenkopf, to: &tree.root) { root in outcome.problems += binder.bind(&root, of: part) }
        outcome.parts[part.id] = try Self.bytes(tree, instead: original, bytes)
    }

    /// What cannot be read as XML is carried over; that it is not what it says is for `PackageVerifier` to tell.
    private static func tree(of part: Bestandteil, _ bytes: [UInt8]) -> XMLTree? {
        try? XMLTree(bytes: bytes, name: part.pfad)
    }

    private static func bytes(
        _ tree: XMLTree, instead original: XMLTree, _ bytes: [UInt8]
    ) throws(TransferError) -> [UInt8] {
        do throws(XMLError) { return tree == original ? bytes : try tree.serialized() } catch {
            throw TransferError(error)
        }
    }
}
