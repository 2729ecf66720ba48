import FIM
import Findings
import XMLCore

/// Binds an object of XZuFi: addresses, areas, references, publisher, unit, FIT-Connect destination, identity. Every
/// identity of the origin is kept as `idSekundaer`.
struct ObjectBinder {
    let package: LoadedPackage
    let profile: Portalprofil
    let parameters: [String: ResolvedParameter]
    let links: LinkRewriter
    /// The identities in the target of the package's objects, by where they come from.
    let references: [ObjektKennung: ObjektKennung]

    func bind(
        _ root: inout XMLTree.Element, _ object: PackageObject, target: ObjektKennung, _ trace: inout BindingTrace
    ) -> [TransferPlan.Missing] {
        var problems: [TransferPlan.Missing] = []
        let isForeign = !isOwnPublisher(root)
        if isForeign {
            // First, so that the paths of what changes in the publisher name the new one.
            trace.apply(.herausgeber, to: &root) { root in
                var view = XZuFi.Objekt(root)
                setPublisher(&view)
                root = view.element
            }
            trace.apply(.adresse, to: &root) { links.rewrite(&$0) }
            let areas = AreaRewriter(
                origin: package.manifest.herkunft?.ars ?? package.manifest.herausgeber.ars, target: profile.kommune)
            trace.apply(.gebiet, to: &root) { areas.rewrite(&$0) }
        }
        trace.apply(.verweis, to: &root) { root in
            var view = XZuFi.Objekt(root)
            view.mapIdentifikatoren(in: Self.referenceNames) { references[ObjektKennung($0)]?.identifikator }
            root = view.element
        }
        if let own = unit(of: target) {
            trace.apply(.stelle, to: &root) { root in
                guard var unit = XZuFi.Objekt(root).organisationseinheit else { return }
                setUnit(&unit, own)
                root = unit.element
            }
            let destination = DestinationBinder(
                package: package, profile: profile, services: Set(references.values),
                signature: parameters[DestinationBinder.parameter]?.wert)
            trace.apply(.zustellpunkt, to: &root) { problems += destination.bind(&$0, of: object) }
        }
        trace.apply(.kennung, to: &root) { root in
            var identified = XZuFi.Objekt(root)
            guard ObjektKennung(identified.id ?? object.quelle.identifikator) != target else { return }
            identified.setID(target.identifikator)
            root = identified.element
        }
        return problems
    }

    private static let referenceNames: Set<String> = [
        "leistungID", "organisationseinheitID", "onlinedienstID", "uebergeordneteOrganisationseinheitID",
        "untergeordneteOrganisationseinheitID", "idLeistungImKontext", "leistungImKontextID",
    ]

    private func unit(of target: ObjektKennung) -> Portalprofil.Organisationseinheit? {
        profile.organisationseinheiten.first { $0.identifikator == target }
    }

    // MARK: Publisher

    private func isOwnPublisher(_ element: XMLTree.Element) -> Bool {
        guard let own = profile.herausgeber?.identifikator, let id = XZuFi.Objekt(element).herausgeber?.id else {
            return false
        }
        return ObjektKennung(id) == own
    }

    private func setPublisher(_ object: inout XZuFi.Objekt) {
        guard let own = profile.herausgeber, let id = own.identifikator, let old = object.herausgeber else { return }
        let names =
            own.bezeichnung.eintraege.isEmpty
            ? [MehrsprachigerText.Eintrag("de", profile.kommune.name)] : own.bezeichnung.eintraege
        let area = old.element.first(local: "standardZustaendigkeitsgebiet")
        object.setHerausgeber(
            id: id.identifikator, bezeichnung: names.map { XZuFi.LocalizedString($0.text, languageCode: $0.sprache) })
        object.element.updateElements { child in
            guard child.name.local == "herausgeber" else { return }
            var publisher = XZuFi.Objekt(child)
            if let oldID = old.id { publisher.addIDSekundaer(oldID) }
            child = publisher.element
            // The area is rewritten with all others.
            if let area { child.append(area) }
        }
    }

    // MARK: Units

    private func setUnit(_ unit: inout XZuFi.Organisationseinheit, _ own: Portalprofil.Organisationseinheit) {
        unit.setProfile(own)
        setOpeningHours(&unit)
        setSuperiorUnit(&unit, own)
    }

    private func setOpeningHours(_ unit: inout XZuFi.Organisationseinheit) {
        let hours = profile.oeffnungszeiten
        unit.element.removeElements { child in
            child.name.local == "infoOeffnungszeitenText" && hours[child["languageCode"] ?? "de"] == nil
        }
        unit.element.updateElements { child in
            guard child.name.local == "infoOeffnungszeitenText" else { return }
            guard let text = hours[child["languageCode"] ?? "de"] else { return }
            child.setText("<p>" + TextEscaping.html(text) + "</p>")
        }
    }

    private func setSuperiorUnit(_ unit: inout XZuFi.Organisationseinheit, _ own: Portalprofil.Organisationseinheit) {
        let superior = own.uebergeordnet.flatMap { id in profile.organisationseinheiten.first { $0.id == id } }
        if let superior {
            let identity = superior.identifikator.identifikator
            unit.mapIdentifikatoren(in: ["uebergeordneteOrganisationseinheitID"]) { _ in identity }
        } else {
            unit.element.removeElements { $0.name.local == "uebergeordneteOrganisationseinheitID" }
        }
    }
}
