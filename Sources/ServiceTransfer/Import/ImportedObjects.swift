import FIM
import Findings
import XMLCore

/// The objects of XZuFi that belong to the chosen services: the services, what refines them, the units and online
/// services that are responsible for them.
struct ImportedObjects {
    /// An object with where it comes from.
    struct Item {
        var objekt: XZuFi.Objekt
        var id: XZuFi.Identitaet
        /// The namespaces that the file declares at its root.
        var namespaces: [XMLNamespaceDeclaration]
        var file: ImportFile
    }

    private(set) var items: [Item] = []

    /// The objects of a kind, in the order of the sources.
    func items(_ art: XZuFi.Objektart) -> [Item] { items.filter { $0.objekt.art == art } }

    init(
        of services: [ImportService], in catalogue: ImportCatalogue, limits: XMLLimits
    ) throws(TransferError) {
        guard !services.isEmpty else { return }
        let wanted = Set(services.map(\.id))
        let served = Set(services.flatMap { [$0.id] + $0.weitere })
        let responsibilities = catalogue.responsibilities.filter { served.contains($0.leistung) }
        let units = Set(responsibilities.compactMap(\.unit))
        let onlinedienste = Set(responsibilities.compactMap(\.onlinedienst))
        let takesOnlyOnlinedienst = catalogue.services.count == 1 && catalogue.onlinedienste == 1
        var found: [Item] = []
        for file in catalogue.xzufiFiles {
            _ = try XZuFiObjects(limits).visit(file) {
                (object: XZuFi.Objekt, namespaces: [XMLNamespaceDeclaration]) throws(TransferError) in
                guard let id = object.id?.identity else { return }
                let belongs =
                    switch object.art {
                    case .leistung: wanted.contains(id)
                    case .organisationseinheit: units.contains(id)
                    // An online service that says nothing is that of the only service there is.
                    case .onlinedienst:
                        onlinedienste.contains(id)
                            || (takesOnlyOnlinedienst && object.onlinedienst?.zustaendigkeit.isEmpty == true)
                    case .spezialisierung:
                        object.spezialisierung?.leistungID.map { served.contains($0.identity) } ?? false
                    default: false
                    }
                guard belongs else { return }
                let item = Item(objekt: object, id: id, namespaces: namespaces, file: file)
                if let first = found.first(where: { $0.objekt.art == object.art && $0.id == id }) {
                    try Self.requireSame(first, item)
                } else {
                    found.append(item)
                }
            }
        }
        items = found
    }

    /// The same object may come twice, two objects of one identity may not.
    private static func requireSame(_ first: Item, _ second: Item) throws(TransferError) {
        let isSame: Bool
        do throws(XMLError) {
            isSame = try XMLTree(root: first.objekt.element).isCanonicallyEqual(
                to: XMLTree(root: second.objekt.element))
        } catch {
            isSame = false
        }
        guard !isSame else { return }
        throw TransferError(
            .init(id: "import.duplicate-object"),
            at: Location(file: second.file.name, line: second.objekt.element.position?.line),
            Message(
                de: "\(second.objekt.art.rawValue) \(second.id.description) steht schon anders in \(first.file.name).",
                en:
                    "\(second.objekt.art.rawValue) \(second.id.description) is already in \(first.file.name), with other content."
            ),
            hint: Message(
                de: "Nennen Sie nur die Quelle, die gelten soll.", en: "Name only the source that is to hold."))
    }
}
