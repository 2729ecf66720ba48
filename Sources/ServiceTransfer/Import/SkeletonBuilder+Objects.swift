import FIM
import Findings
import XMLCore

/// The parts of a skeleton that are XZuFi: the services, the units and online services responsible for them.
extension SkeletonBuilder {
    /// Adds the chosen services with all that belongs to them.
    mutating func add(_ chosen: [ImportService], _ objects: ImportedObjects) throws(TransferError) {
        self.objects = objects
        for service in chosen { addService(service) }
        if chosen.isEmpty, let key = options.leistungen.first {
            let isLeiKa = (try? Leistungsschluessel(key))?.isLeiKa ?? false
            services.append(LeistungVerweis(schluessel: key, istLeiKa: isLeiKa))
        }
        for item in objects.items(.leistung) {
            let part = try addObject(item, id: "leistung", rolle: .leistungsbeschreibung)
            if let key = key(of: item.id, chosen) { link("beschreibung-leistung", part, key) }
            notePlaces(in: item, part: part)
        }
        for item in objects.items(.spezialisierung) {
            _ = try addObject(item, id: "spezialisierung", rolle: .leistungsbeschreibung)
        }
        for var item in objects.items(.organisationseinheit) {
            let served = keepResponsibilities(&item, chosen)
            let part = try addObject(item, id: "stelle", rolle: .onlinedienst)
            for key in served { link("onlinedienst-leistung", part, key) }
        }
        for var item in objects.items(.onlinedienst) {
            var served = keepResponsibilities(&item, chosen)
            if served.isEmpty { served = services.map(\.schluessel) }
            let declared = parametrize(&item)
            let part = try addObject(item, id: "onlinedienst", rolle: .onlinedienst)
            for key in served { link("onlinedienst-leistung", part, key) }
            noteParameters(declared, part: part)
        }
        deriveRequirements()
    }

    private mutating func link(_ art: String, _ part: String, _ key: String) {
        link(art, .bestandteil(id: part, teil: nil), .leistung(schluessel: key))
    }

    /// The key under which the package names a service.
    private func key(of id: XZuFi.Identitaet, _ chosen: [ImportService]) -> String? {
        zip(chosen, services).first { $0.0.id == id || $0.0.weitere.contains(id) }?.1.schluessel
    }

    private mutating func addService(_ service: ImportService) {
        let leika = service.schluessel.first { (try? Leistungsschluessel($0))?.isLeiKa ?? false }
        let view = objects?.items(.leistung).first { $0.id == service.id }?.objekt.leistung
        let names = Self.texts(view?.text(.leistungsbezeichnung) ?? [])
        if let key = leika ?? service.schluessel.first.flatMap(Self.otherKey) {
            services.append(LeistungVerweis(schluessel: key, istLeiKa: leika != nil, bezeichnung: names))
            return
        }
        let key = Self.otherKey(Self.fileName(service.id.value)) ?? "unbekannt"
        services.append(LeistungVerweis(schluessel: key, istLeiKa: false, bezeichnung: names))
        todo(
            "todo.key", .add, part: "leistung",
            de: "Die Leistung hat keinen Leistungsschlüssel; das Paket führt sie unter ihrer Kennung \(key).",
            en: "The service has no Leistungsschlüssel; the package names it by its id \(key).",
            hintDE: "Tragen Sie den Schlüssel in dienstpaket.xml und in die Leistung (referenzLeiKa) ein.",
            hintEN: "Enter the key in dienstpaket.xml and in the service (referenzLeiKa).")
    }

    /// A key that is none of the LeiKa, where it has the form of one (`AndererSchluesselType`).
    private static func otherKey(_ text: String) -> String? {
        let isPlain = text.utf8.allSatisfy { byte in
            (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                || [0x2E, 0x5F, 0x2D].contains(byte)
        }
        guard isPlain, let first = text.first, first.isLetter || first.isNumber, text.count <= 64 else { return nil }
        return text
    }

    /// Plain text per language as a manifest takes it.
    static func texts(_ html: [XZuFi.LocalizedHTML]) -> MehrsprachigerText {
        var result = MehrsprachigerText()
        for item in html {
            let text = String(item.plainText.split(whereSeparator: \.isNewline).joined(separator: " ").prefix(10_000))
            let language = item.languageCode.lowercased()
            let isLanguage = (2...3).contains(language.count) && language.allSatisfy { ("a"..."z").contains($0) }
            guard isLanguage, result[language] == nil, text.contains(where: { !$0.isWhitespace }) else { continue }
            result.eintraege.append(.init(language, text))
        }
        return result
    }

    private mutating func addObject(
        _ item: ImportedObjects.Item, id: String, rolle: Rolle
    ) throws(TransferError) -> String {
        var root = item.objekt.element
        // Answers of 2.1.0 call objects `ergebnisLeistung`; a part is the object itself.
        if root.name.local != item.objekt.art.rawValue {
            root.name = XMLName(item.objekt.art.rawValue, in: root.name.namespace)
        }
        // Values such as that of xsi:type may need prefixes that only the file's root declares.
        let own = Set(root.namespaces.map(\.prefix))
        root.namespaces += item.namespaces.filter { $0.prefix != nil && !own.contains($0.prefix) }
        root.position = nil
        let bytes: [UInt8]
        do throws(XMLError) {
            bytes = try XMLTree(root: root).serialized() + [0x0A]
        } catch {
            throw TransferError(error)
        }
        let version = catalogue.versions.first?.rawValue
        let part = addPart(
            id: id, rolle: rolle, folder: "xzufi", name: item.objekt.art.rawValue + ".xml", bytes: bytes,
            medientyp: "application/xml", standard: Self.xzufi, standardVersion: version)
        try addOrigin(part, item.objekt.art.rawValue, item.id.description, item.file)
        return part
    }

    // MARK: Responsibilities

    /// Leaves of the responsibilities of a unit or online service those for the chosen services, adds those that are
    /// objects of their own, and takes the origin's delivery address away. Gives the keys that are served.
    private mutating func keepResponsibilities(
        _ item: inout ImportedObjects.Item, _ chosen: [ImportService]
    ) -> [String] {
        let scheme = XZuFi.Zustaendigkeit.fitConnectDestination
        var served: [String] = []
        var removed = 0
        var hadDestination = false
        func take(_ responsibility: inout XZuFi.Zustaendigkeit) -> Bool {
            guard let key = responsibility.leistungID.flatMap({ key(of: $0.identity, chosen) }) else { return false }
            if !served.contains(key) { served.append(key) }
            if responsibility.zustellkanal != nil {
                hadDestination = true
                responsibility.removeIDSekundaer(schemeID: scheme)
            }
            return true
        }
        item.objekt.element.removeElements { child in
            guard child.name.local == "zustaendigkeit" else { return false }
            var responsibility = XZuFi.Zustaendigkeit(child)
            let isKept = take(&responsibility)
            child = responsibility.element
            if !isKept { removed += 1 }
            return !isKept
        }
        let isUnit = item.objekt.art == .organisationseinheit
        for other in catalogue.responsibilities {
            guard let element = other.element, (isUnit ? other.unit : other.onlinedienst) == item.id else { continue }
            var responsibility = XZuFi.Zustaendigkeit(element)
            guard take(&responsibility) else { continue }
            insert(responsibility.element, into: &item.objekt.element, isUnit: isUnit)
        }
        let name = item.objekt.bezeichnung() ?? item.id.value
        if removed > 0 {
            todo(
                "todo.responsibilities", .check,
                de:
                    "„\(name)“ ist in der Quelle noch für \(removed) andere Leistungen zuständig; diese Zuständigkeiten sind nicht im Paket.",
                en:
                    "In the source “\(name)” is responsible for \(removed) other services; those responsibilities are not in the package.",
                hintDE: "Nichts zu tun, wenn das Paket nur diese Leistung trägt.",
                hintEN: "Nothing to do if the package carries this service only.")
        }
        if hadDestination { requireFITConnect() }
        return served
    }

    /// Writes a responsibility that was an object of its own into its unit or online service.
    private func insert(_ element: XMLTree.Element, into owner: inout XMLTree.Element, isUnit: Bool) {
        var child = element
        child.name = XMLName("zustaendigkeit", in: owner.name.namespace)
        child.prefix = owner.prefix
        let type = isUnit ? "ZustaendigkeitOrganisationseinheit" : "ZustaendigkeitOnlinedienst"
        child.setAttribute(
            XMLName("type", in: XMLName.schemaInstanceNamespace), prefix: "xsi",
            to: owner.prefix.map { "\($0):\(type)" } ?? type)
        child.removeElements { child in ["organisationseinheitID", "onlinedienstID"].contains(child.name.local) }
        let after: Set<String> = ["herausgeber", "versionsinformation", "sprachversion", "gueltigkeit"]
        let place = owner.children.firstIndex { after.contains($0.element?.name.local ?? "") }
        owner.children.insert(.element(child), at: place ?? owner.children.endIndex)
    }

    private mutating func requireFITConnect() {
        let requirement = Voraussetzung(art: .zustellkanal, wert: "fit-connect", pflicht: true)
        guard !requirements.contains(requirement) else { return }
        requirements.append(requirement)
        parameters.append(
            ParameterDeklaration(
                name: "DestinationSignature", typ: .text, ebene: .organisationseinheit, pflicht: true, quelle: .pvog,
                bezeichnung: .init([
                    .init("de", "FIT-Connect-Zustellpunkt"), .init("en", "FIT-Connect destination"),
                ]),
                beschreibung: .init([
                    .init("de", "Signierte Adressinformation; Standardname des EfA-Parametrisierungsleitfadens."),
                    .init("en", "Signed destination; standard name of the EfA parameter guide."),
                ])))
        todo(
            "todo.delivery", .confirm,
            de:
                "Die Quelle stellt über FIT-Connect zu. Die Adresse des Ursprungs ist entfernt, das Paket verlangt FIT-Connect und den Parameter DestinationSignature.",
            en:
                "The source delivers by FIT-Connect. The origin's address is removed; the package requires FIT-Connect and the parameter DestinationSignature.",
            hintDE: "Ist auch ein anderer Zustellkanal möglich, setzen Sie pflicht=\"false\".",
            hintEN: "If another channel will do as well, set pflicht=\"false\".")
    }

    // MARK: Requirements

    private mutating func deriveRequirements() {
        let codes = ["00", "10", "15", "20", "30", "40"]
        let levels =
            (objects?.items(.onlinedienst).compactMap { $0.objekt.onlinedienst?.vertrauensniveau?.code } ?? [])
            + (objects?.items(.leistung).compactMap { $0.objekt.leistung?.vertrauensniveau?.code } ?? [])
        if let level = levels.filter(codes.contains).max() {
            requirements.append(Voraussetzung(art: .vertrauensniveau, wert: level, pflicht: true))
        } else {
            todo(
                "todo.trust-level", .add, de: "Kein Vertrauensniveau ist angegeben.", en: "No trust level is given.",
                hintDE: "Tragen Sie es im Onlinedienst und unter voraussetzungen ein.",
                hintEN: "Enter it in the online service and under voraussetzungen.")
        }
        let means = objects?.items(.onlinedienst).flatMap { $0.objekt.onlinedienst?.identifizierungsmittel ?? [] } ?? []
        for code in means.map(\.code) {
            let requirement = Voraussetzung(art: .identifizierungsmittel, wert: code, pflicht: false)
            if Self.isRequirement(code), !requirements.contains(requirement) { requirements.append(requirement) }
        }
    }

    /// Whether a code may stand as the value of a requirement (`VoraussetzungswertType`).
    private static func isRequirement(_ text: String) -> Bool {
        (1...80).contains(text.utf8.count)
            && text.split(separator: "-", omittingEmptySubsequences: false).allSatisfy { label in
                !label.isEmpty
                    && label.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x7A).contains($0) }
            }
    }
}
