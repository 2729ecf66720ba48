import FIM
import Findings
import XMLCore

/// An object of XZuFi that a part of a package holds.
struct PackageObject {
    /// The part.
    var partID: String
    /// The kind: `leistung`, `organisationseinheit`, `onlinedienst`, ….
    var art: String
    /// Its identity where the package comes from.
    var quelle: ObjektKennung
    /// The identities it had before that.
    var frueher: [ObjektKennung]
    /// The key of the service it is or serves, where it is known.
    var schluessel: String?
    /// Its name in German.
    var titel: String
    /// The document.
    var tree: XMLTree
}

extension ObjektKennung {
    init(_ identifier: XZuFi.Identifikator) {
        self.init(
            schemeAgencyID: identifier.schemeAgencyID ?? "", schemeID: identifier.schemeID ?? "",
            value: identifier.value)
    }

    var identifikator: XZuFi.Identifikator {
        XZuFi.Identifikator(
            value, schemeID: schemeID.isEmpty ? nil : schemeID,
            schemeAgencyID: schemeAgencyID.isEmpty ? nil : schemeAgencyID)
    }
}

/// Finds the objects of a package: the parts of role `leistungsbeschreibung` and `onlinedienst`.
enum PackageObjects {
    static func read(_ package: LoadedPackage) throws(TransferError) -> [PackageObject] {
        var objects: [PackageObject] = []
        for part in package.manifest.bestandteile
        where part.rolle == .leistungsbeschreibung || part.rolle == .onlinedienst {
            guard let bytes = package.bytes(of: part) else { continue }
            let file = package.contents.displayName(part.pfad)
            let tree: XMLTree
            do throws(XMLError) { tree = try XMLTree(bytes: bytes, name: file) } catch { throw TransferError(error) }
            guard let object = XZuFi.Objekt(object: tree.root), let id = object.id else {
                throw TransferError(
                    .binding, at: Location(file: file, line: tree.root.position?.line),
                    Message(
                        de: "„\(part.id)“ hält kein Objekt von XZuFi mit einer id.",
                        en: "“\(part.id)” holds no object of XZuFi with an id."),
                    hint: Message(
                        de: "Die Wurzel muss leistung, onlinedienst oder organisationseinheit sein und eine id haben.",
                        en: "The root must be leistung, onlinedienst or organisationseinheit and have an id."))
            }
            objects.append(
                PackageObject(
                    partID: part.id, art: object.art.rawValue, quelle: ObjektKennung(id),
                    frueher: object.idSekundaer.filter { $0.schemeID != XZuFi.Zustaendigkeit.fitConnectDestination }
                        .map(ObjektKennung.init),
                    schluessel: object.leistung?.leistungsschluessel.first, titel: object.bezeichnung() ?? part.id,
                    tree: tree))
        }
        // An online service or a unit serves the service that its responsibilities name.
        for index in objects.indices where objects[index].schluessel == nil {
            let object = XZuFi.Objekt(objects[index].tree.root)
            let responsibilities =
                object.onlinedienst?.zustaendigkeit ?? object.organisationseinheit?.zustaendigkeit ?? []
            let served = responsibilities.compactMap(\.leistungID).map(ObjektKennung.init)
            objects[index].schluessel =
                served.lazy.compactMap { id in
                    objects.first { $0.quelle == id }?.schluessel
                }.first
        }
        return objects
    }
}
