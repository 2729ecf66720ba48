import Archives
import FIM
import Findings
import GRDB
import XMLCore

/// Puts the objects of many packages together into one stock. A unit that several packages bring is one unit with the
/// responsibilities of all; superior units that no package brings come from the portal profile.
struct StockMerge {
    private let depot: ObjectDepot
    private var entries: [XZuFi.Objektschluessel: StockCollector.Entry] = [:]
    /// The objects of the municipality whose services are being added; all others lie in the depot.
    private var atHand: [XZuFi.Objektschluessel: XZuFi.Objekt] = [:]
    private var findings: [Finding] = []
    /// The digest of the profile of the service that brought a unit.
    private var profileOfUnit: [XZuFi.Objektschluessel: String] = [:]

    init(depot: ObjectDepot) { self.depot = depot }

    /// Adds the objects of an installed service as they are in the portal.
    mutating func add(_ state: ServiceState, _ municipality: StoredMunicipality, _ db: Database) throws {
        let origin = "\(municipality.name): \(state.kennung) \(state.version)"
        for part in state.teile
        where part.rolle == Rolle.leistungsbeschreibung.rawValue || part.rolle == Rolle.onlinedienst.rawValue {
            let place = "\(state.kennung)/\(part.pfad)"
            let tree = try XMLTree(bytes: db.requiredBlob(part.lebend), name: place)
            guard let objekt = XZuFi.Objekt(object: tree.root), let id = objekt.id else { continue }
            guard objekt.element.name.namespace == XZuFi.Version.v220.namespace else {
                findings.append(Self.otherVersion(objekt, place))
                continue
            }
            notePlaceholders(tree.root, place)
            let key = XZuFi.Objektschluessel(objekt.art, id.identity)
            if objekt.art == .organisationseinheit { profileOfUnit[key] = state.profil }
            try add(objekt, key, origin: origin, place: place)
        }
    }

    /// Puts the objects at hand into the depot.
    mutating func putAway() throws {
        for (key, objekt) in atHand {
            let bytes = try XMLTree(root: objekt.element).serialized()
            entries[key]?.digest = SHA256Text.digest(try XMLTree.canonical(of: bytes))
            entries[key]?.place = try depot.put(bytes)
            entries[key]?.superior = objekt.organisationseinheit?.uebergeordneteOrganisationseinheitID?.identity
        }
        atHand = [:]
    }

    private func objekt(_ key: XZuFi.Objektschluessel, _ entry: StockCollector.Entry) throws -> XZuFi.Objekt {
        try atHand[key] ?? depot.take(entry.place)
    }

    private mutating func add(
        _ objekt: XZuFi.Objekt, _ key: XZuFi.Objektschluessel, origin: String, place: String
    ) throws {
        guard let first = entries[key] else {
            entries[key] = StockCollector.Entry(origin: origin)
            atHand[key] = objekt
            return
        }
        var known = try self.objekt(key, first)
        let own = Self.withoutResponsibilities(objekt.element)
        let other = Self.withoutResponsibilities(known.element)
        let isSame = (try? XMLTree(root: own).isCanonicallyEqual(to: XMLTree(root: other))) ?? false
        if objekt.art == .leistung, !isSame || !Self.haveSameResponsibilities(objekt, known) {
            findings.append(
                Finding(
                    "stock.conflicting-object", .error, at: Location(file: place),
                    Message(
                        de:
                            "\(key.description) kommt aus zwei Diensten mit verschiedenem Inhalt: \(first.origin) und \(origin).",
                        en:
                            "\(key.description) comes from two services with different content: \(first.origin) and \(origin)."
                    ),
                    hint: Message(
                        de: "Entfernen Sie einen der Dienste, oder gleichen Sie die Texte mit „xoev transfer edit“ an.",
                        en: "Remove one of the services, or make the texts agree with “xoev transfer edit”.")))
            return
        }
        if !isSame {
            findings.append(
                Finding(
                    "stock.object-differs", .warning, at: Location(file: place),
                    Message(
                        de:
                            "\(key.description) sieht in \(origin) anders aus als in \(first.origin); geschrieben wird Letzteres mit den Zuständigkeiten beider.",
                        en:
                            "\(key.description) looks different in \(origin) than in \(first.origin); the latter is written, with the responsibilities of both."
                    ),
                    hint: Message(
                        de: "Gleichen Sie die Angaben mit „xoev transfer edit“ an.",
                        en: "Make them agree with “xoev transfer edit”.")))
        }
        known.element = Self.withResponsibilities(of: objekt.element, in: known.element)
        atHand[key] = known
    }

    private static func haveSameResponsibilities(_ left: XZuFi.Objekt, _ right: XZuFi.Objekt) -> Bool {
        left.element.all(local: "zustaendigkeit") == right.element.all(local: "zustaendigkeit")
    }

    private static func withoutResponsibilities(_ element: XMLTree.Element) -> XMLTree.Element {
        var element = element
        element.removeElements { $0.name.local == "zustaendigkeit" }
        return element
    }

    /// The element with the responsibilities of another one that it does not have, behind its own.
    private static func withResponsibilities(
        of other: XMLTree.Element, in element: XMLTree.Element
    ) -> XMLTree.Element {
        let own = element.all(local: "zustaendigkeit")
        let more = other.all(local: "zustaendigkeit").filter { candidate in
            !own.contains { $0 == candidate || isSame(XZuFi.Zustaendigkeit($0), XZuFi.Zustaendigkeit(candidate)) }
        }
        guard !more.isEmpty else { return element }
        var element = element
        let last = element.children.lastIndex { $0.element?.name.local == "zustaendigkeit" }
        let place = last.map { $0 + 1 } ?? element.children.endIndex
        element.children.insert(contentsOf: more.map { .element($0) }, at: place)
        return element
    }

    private static func isSame(_ left: XZuFi.Zustaendigkeit, _ right: XZuFi.Zustaendigkeit) -> Bool {
        left.leistungID?.identity == right.leistungID?.identity && left.rolle?.code == right.rolle?.code
            && left.gebietID.map(\.identity) == right.gebietID.map(\.identity)
    }

    // MARK: What must not leave

    private static func otherVersion(_ objekt: XZuFi.Objekt, _ place: String) -> Finding {
        Finding(
            "stock.other-version", .error, at: Location(file: place),
            Message(
                de:
                    "\(objekt.art.rawValue) ist nicht in XZuFi 2.2.0, sondern im Namensraum \(objekt.element.name.namespace ?? "-").",
                en:
                    "\(objekt.art.rawValue) is not in XZuFi 2.2.0 but in the namespace \(objekt.element.name.namespace ?? "-")."
            ),
            hint: Message(
                de: "Das PVOG nimmt 2.2.0: Wandeln Sie das Paket mit „xoev fim convert“ um und übertragen Sie es neu.",
                en: "The PVOG takes 2.2.0: convert the package with “xoev fim convert” and transfer it anew."))
    }

    private mutating func notePlaceholders(_ root: XMLTree.Element, _ place: String) {
        var texts = PlaceholderText(values: [:], declarations: [])
        func visit(_ element: XMLTree.Element) {
            for child in element.children {
                switch child {
                case .element(let inner): visit(inner)
                case .text(let text), .cdata(let text):
                    var position = HTMLPosition()
                    _ = texts.replaced(text, .technical, &position)
                case .comment, .processingInstruction: break
                }
            }
        }
        visit(root)
        for name in Set(texts.takeNotes().filter { $0.problem == .unknown }.map(\.name)).sorted() {
            findings.append(
                Finding(
                    "stock.placeholder-left", .error, at: Location(file: place),
                    Message(
                        de: "Der Text enthält noch den Platzhalter \(name).",
                        en: "The text still has the placeholder \(name)."),
                    hint: Message(
                        de: "Setzen Sie den Parameter im Profil oder ersetzen Sie den Text mit „xoev transfer edit“.",
                        en: "Set the parameter in the profile or replace the text with “xoev transfer edit”.")))
        }
    }

    // MARK: The end

    /// The objects with superior units added, and what was found.
    mutating func finish(
        _ db: Database
    ) throws -> (entries: [XZuFi.Objektschluessel: StockCollector.Entry], findings: [Finding]) {
        try putAway()
        try addSuperiorUnits(db)
        return (entries, findings)
    }

    private mutating func addSuperiorUnits(_ db: Database) throws {
        var pending = entries.keys.filter { $0.art == .organisationseinheit }.sorted()
        // Units of a town come one after the other, and have its profile.
        var latest: (digest: String, profile: Portalprofil?) = ("", nil)
        while let key = pending.popLast() {
            guard let entry = entries[key], let superior = entry.superior else { continue }
            let wanted = XZuFi.Objektschluessel(.organisationseinheit, superior)
            guard entries[wanted] == nil else { continue }
            var objekt = try objekt(key, entry)
            let digest = profileOfUnit[key] ?? ""
            if digest != latest.digest { latest = (digest, try Self.profile(digest, db)) }
            if let unit = objekt.organisationseinheit, let profile = latest.profile,
                let made = unit.uebergeordneteOrganisationseinheitID.flatMap({ Self.unit($0, profile, like: unit) })
            {
                entries[wanted] = StockCollector.Entry(origin: "Portalprofil")
                atHand[wanted] = XZuFi.Objekt(made.element)
                profileOfUnit[wanted] = digest
                pending.append(wanted)
            } else {
                objekt.element.removeElements { $0.name.local == "uebergeordneteOrganisationseinheitID" }
                atHand[key] = objekt
                findings.append(
                    Finding(
                        "stock.superior-unknown", .warning,
                        Message(
                            de:
                                "Die übergeordnete Stelle \(superior.description) von \(key.description) liegt nicht vor; der Verweis entfällt.",
                            en:
                                "The superior unit \(superior.description) of \(key.description) is not at hand; the reference is left out."
                        ),
                        hint: Message(
                            de: "Nennen Sie die Stelle im Portalprofil und übertragen Sie den Dienst neu.",
                            en: "Name the unit in the portal profile and transfer the service anew.")))
            }
            try putAway()
        }
    }

    /// A profile of the store. One that can no longer be read cannot say which units there are.
    private static func profile(_ digest: String, _ db: Database) throws -> Portalprofil? {
        guard let bytes = try db.blob(digest) else { return nil }
        return try? ProfileReader().read(bytes, file: "profil.xml").profile
    }

    /// A unit as the profile has it, published by whom the unit below it is.
    private static func unit(
        _ id: XZuFi.Identifikator, _ profile: Portalprofil, like below: XZuFi.Organisationseinheit
    ) -> XZuFi.Organisationseinheit? {
        guard let own = profile.organisationseinheiten.first(where: { $0.identifikator == ObjektKennung(id) }) else {
            return nil
        }
        var element = XMLTree.Element(
            below.element.name, prefix: below.element.prefix, namespaces: below.element.namespaces,
            attributes: below.element.attributes)
        element.append(id.element(named: "id", like: element))
        let superior = own.uebergeordnet.flatMap { name in profile.organisationseinheiten.first { $0.id == name } }
        if let superior {
            element.append(
                superior.identifikator.identifikator.element(
                    named: "uebergeordneteOrganisationseinheitID", like: element))
        }
        if let publisher = below.element.first(local: "herausgeber") { element.append(publisher) }
        var unit = XZuFi.Organisationseinheit(element)
        unit.setProfile(own)
        return unit
    }
}
