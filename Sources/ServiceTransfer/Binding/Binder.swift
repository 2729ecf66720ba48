import FIM
import Findings
import XMLCore

/// Binds the XZuFi objects of a package to a municipality: identity, publisher, units, areas, addresses, links and the
/// parameters in texts. What the binder does not know stays as it was, and every identity of the origin is kept as
/// `idSekundaer`. Parts of other standards are carried over byte for byte.
struct Binder {
    let package: LoadedPackage
    let profile: Portalprofil
    let objects: [PackageObject]
    /// The identity of each object in the target, by part.
    let targets: [String: ObjektKennung]
    let parameters: [String: ResolvedParameter]

    struct Outcome {
        /// The bound bytes of the parts that are bound.
        var parts: [String: [UInt8]] = [:]
        var problems: [TransferPlan.Missing] = []
    }

    func bind() throws(TransferError) -> Outcome {
        var outcome = Outcome()
        let references = Dictionary(
            objects.compactMap { object in targets[object.partID].map { (object.quelle, $0) } },
            uniquingKeysWith: { first, _ in first })
        for object in objects {
            guard let target = targets[object.partID] else { continue }
            var texts = PlaceholderText(values: parameters, declared: Set(package.manifest.parameter.map(\.name)))
            var tree = object.tree
            tree.root = bound(tree.root, object, target: target, references, &texts)
            outcome.problems += problems(texts.problems, part: object.partID)
            let original = package.manifest.bestandteil(object.partID).flatMap { package.bytes(of: $0) } ?? []
            do throws(XMLError) {
                outcome.parts[object.partID] = tree == object.tree ? original : try tree.serialized()
            } catch {
                throw TransferError(error)
            }
        }
        return outcome
    }

    private func bound(
        _ root: XMLTree.Element, _ object: PackageObject, target: ObjektKennung,
        _ references: [ObjektKennung: ObjektKennung], _ texts: inout PlaceholderText
    ) -> XMLTree.Element {
        var element = root
        replacePlaceholders(in: &element, &texts)
        let isForeign = !isOwnPublisher(element)
        if isForeign {
            rewriteAddresses(in: &element)
            areas.rewrite(&element)
        }
        var view = XZuFi.Objekt(element)
        view.mapIdentifikatoren(in: Self.referenceNames) { identifier in
            references[ObjektKennung(identifier)]?.identifikator
        }
        if isForeign { setPublisher(&view) }
        element = view.element
        if var unit = XZuFi.Objekt(element).organisationseinheit, let own = self.unit(of: target) {
            setUnit(&unit, own)
            element = unit.element
        }
        var identified = XZuFi.Objekt(element)
        if ObjektKennung(identified.id ?? object.quelle.identifikator) != target {
            identified.setID(target.identifikator)
        }
        return identified.element
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
            // The area was already rewritten with all others.
            if let area { child.append(area) }
        }
    }

    // MARK: Units

    private func setUnit(_ unit: inout XZuFi.Organisationseinheit, _ own: Portalprofil.Organisationseinheit) {
        // The names in the languages of the profile; one in another language would be that of the origin's unit.
        unit.setNames(own.name.eintraege.map { XZuFi.LocalizedString($0.text, languageCode: $0.sprache) })
        unit.setAnschrift(
            own.anschriften.map { address in
                XZuFi.AnschriftAngaben(
                    typ: address.typ, strasse: address.strasse, hausnummer: address.hausnummer,
                    postfach: address.postfach, postleitzahl: address.postleitzahl, ort: address.ort)
            })
        unit.setErreichbarkeit(
            own.erreichbarkeiten.map { XZuFi.ErreichbarkeitAngaben(kanal: $0.kanal, kennung: $0.kennung) })
        setOpeningHours(&unit)
        setSuperiorUnit(&unit, own)
        setDestination(&unit)
    }

    /// Removes child elements with the blanks before them.
    private func remove(from element: inout XMLTree.Element, where isUnwanted: (XMLTree.Element) -> Bool) {
        var kept: [XMLTree.Node] = []
        for node in element.children {
            guard let child = node.element, isUnwanted(child) else {
                kept.append(node)
                continue
            }
            if case .text(let text)? = kept.last, text.allSatisfy(\.isWhitespace) { kept.removeLast() }
        }
        element.children = kept
    }

    private func setOpeningHours(_ unit: inout XZuFi.Organisationseinheit) {
        let hours = profile.oeffnungszeiten
        remove(from: &unit.element) { child in
            child.name.local == "infoOeffnungszeitenText" && hours[child["languageCode"] ?? "de"] == nil
        }
        unit.element.updateElements { child in
            guard child.name.local == "infoOeffnungszeitenText" else { return }
            guard let text = hours[child["languageCode"] ?? "de"] else { return }
            child.setText("<p>" + PlaceholderText.escaped(text) + "</p>")
        }
    }

    private func setSuperiorUnit(_ unit: inout XZuFi.Organisationseinheit, _ own: Portalprofil.Organisationseinheit) {
        let superior = own.uebergeordnet.flatMap { id in profile.organisationseinheiten.first { $0.id == id } }
        if let superior {
            let identity = superior.identifikator.identifikator
            unit.mapIdentifikatoren(in: ["uebergeordneteOrganisationseinheitID"]) { _ in identity }
        } else {
            remove(from: &unit.element) { $0.name.local == "uebergeordneteOrganisationseinheitID" }
        }
    }

    /// The FIT-Connect destination of the origin must not stay: applications would go to another town. The target's
    /// own stands in the parameter `DestinationSignature` (EfA-Parametrisierungsleitfaden 1.0.0).
    private func setDestination(_ unit: inout XZuFi.Organisationseinheit) {
        let scheme = XZuFi.Zustaendigkeit.fitConnectDestination
        let own = parameters["DestinationSignature"]?.wert
        unit.element.updateElements { child in
            guard child.name.local == "zustaendigkeit" else { return }
            var responsibility = XZuFi.Zustaendigkeit(child)
            let had = responsibility.idSekundaer.contains { $0.schemeID == scheme }
            if had, responsibility.zustellkanal?.value != own { responsibility.removeIDSekundaer(schemeID: scheme) }
            if let own, ["01", "02"].contains(responsibility.rolle?.code ?? "") {
                responsibility.addIDSekundaer(
                    XZuFi.Identifikator(own, schemeID: scheme, schemeAgencyID: "urn:de:fitko"))
            }
            child = responsibility.element
        }
    }

    // MARK: Areas, addresses, texts

    private var areas: AreaRewriter {
        AreaRewriter(
            origin: package.manifest.herkunft?.ars ?? package.manifest.herausgeber.ars, target: profile.kommune)
    }

    /// Links into the origin's portal become links into the target's.
    private func rewriteAddresses(in element: inout XMLTree.Element) {
        guard let origin = package.manifest.herkunft.flatMap({ Self.authority($0.adresse) }) else { return }
        let target =
            profile.portal.adresse.hasSuffix("/")
            ? String(profile.portal.adresse.dropLast()) : profile.portal.adresse
        func visit(_ element: inout XMLTree.Element) {
            element.updateElements { visit(&$0) }
            guard element.elements.first(where: { _ in true }) == nil else { return }
            let text = element.text
            guard text == origin || text.hasPrefix(origin + "/") else { return }
            element.setText(target + text.dropFirst(origin.count))
        }
        visit(&element)
    }

    /// Scheme and authority of an address: `https://paderborn.example`.
    private static func authority(_ address: String) -> String? {
        guard ParameterTyp.isWebAddress(address), let start = address.range(of: "://") else { return nil }
        let rest = address[start.upperBound...]
        return String(address[..<start.upperBound] + rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" })
    }

    private static let htmlNames: Set<String> = [
        "inhalt", "beschreibung", "infoOeffnungszeitenText", "kurzbeschreibung", "teaser", "beschreibungEingehend",
        "beschreibungAusgehend", "hinweis",
    ]

    private func replacePlaceholders(in element: inout XMLTree.Element, _ texts: inout PlaceholderText) {
        for index in element.attributes.indices {
            let value = element.attributes[index].value
            element.attributes[index].value = texts.replaced(value, escapesHTML: false)
        }
        let isHTML = Self.htmlNames.contains(element.name.local)
        element.children = element.children.map { node in
            switch node {
            case .element(var child):
                replacePlaceholders(in: &child, &texts)
                return .element(child)
            case .text(let text): return .text(texts.replaced(text, escapesHTML: isHTML || text.contains("<")))
            case .cdata(let text): return .cdata(texts.replaced(text, escapesHTML: isHTML || text.contains("<")))
            case .comment, .processingInstruction: return node
            }
        }
    }

    private func problems(_ problems: [PlaceholderText.Problem], part: String) -> [TransferPlan.Missing] {
        problems.map { problem in
            switch problem {
            case .unknown(let name):
                TransferPlan.Missing(
                    "transfer.unknown-placeholder", .parameter, name, isRequired: true,
                    de: "In „\(part)“ steht {{\(name)}}, aber das Paket erklärt keinen Parameter dieses Namens, "
                        + "der in Texten stehen darf.",
                    en: "“\(part)” has {{\(name)}}, but the package declares no parameter of this name that may stand "
                        + "in texts.",
                    hintDE: "Der Herausgeber des Pakets muss den Parameter erklären oder den Platzhalter ändern.",
                    hintEN: "The package's publisher must declare the parameter or change the placeholder.")
            case .empty(let name):
                TransferPlan.Missing(
                    "transfer.parameter-missing", .parameter, name, isRequired: true,
                    de: "Der Parameter „\(name)“ hat keinen Wert, steht aber in den Texten von „\(part)“.",
                    en: "The parameter “\(name)” has no value but stands in the texts of “\(part)”.",
                    hintDE: "Setzen Sie ihn im Profil unter parameterwerte.",
                    hintEN: "Set it in the profile under parameterwerte.")
            }
        }
    }
}
