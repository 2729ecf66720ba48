import XMLCore

/// What binding an object to another publisher and place needs: every operation changes the tree where it must and
/// leaves all else, order, comments and unknown elements included, as it was.
extension XZuFiObjekt {
    private var order: ElementOrder { .xzufi(element.name) }

    /// Gives the object another id. The old one is kept as `idSekundaer`, so that the origin can be told; a second
    /// call with the same id changes nothing.
    public mutating func setID(_ new: XZuFi.Identifikator, keepingOrigin: Bool = true) {
        let old = id
        guard old?.identity != new.identity else { return }
        if old == nil {
            order.insert(new.element(named: "id", like: element), into: &element)
        } else {
            updateFirst("id") { new.write(to: &$0) }
        }
        if keepingOrigin, let old { addIDSekundaer(old) }
    }

    /// Adds a secondary id unless the object has it.
    public mutating func addIDSekundaer(_ secondary: XZuFi.Identifikator) {
        guard !idSekundaer.contains(where: { $0.identity == secondary.identity }) else { return }
        order.insert(secondary.element(named: "idSekundaer", like: element), into: &element)
    }

    /// Takes away the secondary ids of a scheme (`schemeID`), such as a delivery address that is not the target's.
    public mutating func removeIDSekundaer(schemeID: String) {
        let kept = idSekundaer.filter { $0.schemeID != schemeID }
        guard kept.count != idSekundaer.count else { return }
        order.replaceAll(
            "idSekundaer", with: kept.map { $0.element(named: "idSekundaer", like: element) }, in: &element)
    }

    /// Names another publisher. What else the element held (the old publisher's area and texts) goes with the old one.
    public mutating func setHerausgeber(id: XZuFi.Identifikator, bezeichnung: [XZuFi.LocalizedString] = []) {
        if let current = herausgeber, current.id?.identity == id.identity,
            bezeichnung.isEmpty || current.bezeichnung == bezeichnung
        {
            return
        }
        var publisher = XMLTree.Element(
            XMLName("herausgeber", in: element.name.namespace), prefix: element.prefix)
        publisher.append(id.element(named: "id", like: element))
        for name in bezeichnung { publisher.append(name.element(named: "bezeichnung", like: element)) }
        if child("herausgeber") != nil {
            updateFirst("herausgeber") { $0.children = publisher.children }
        } else {
            order.insert(publisher, into: &element)
        }
    }

    /// Sets the areas the object is valid for.
    public mutating func setGueltigkeitGebietID(_ areas: [XZuFi.Identifikator]) {
        guard gueltigkeitGebietID != areas else { return }
        order.replaceAll(
            "gueltigkeitGebietID", with: areas.map { $0.element(named: "gueltigkeitGebietID", like: element) },
            in: &element)
    }

    /// Replaces every identifier that stands in an element of one of these names, at any depth, by what `body` gives
    /// for it; nil leaves it. For references such as `leistungID`, `organisationseinheitID`, `gebietID`.
    public mutating func mapIdentifikatoren(
        in names: Set<String>, _ body: (XZuFi.Identifikator) -> XZuFi.Identifikator?
    ) {
        func visit(_ element: inout XMLTree.Element) {
            element.updateElements { child in
                if names.contains(child.name.local) {
                    if let new = body(XZuFi.Identifikator(child)) { new.write(to: &child) }
                } else {
                    visit(&child)
                }
            }
        }
        visit(&element)
    }

    /// Says when the object was changed last and by whom.
    public mutating func setGeaendert(datumZeit: String, durch: String?) {
        let name = child("versionsinformationen") == nil ? "versionsinformation" : "versionsinformationen"
        if child(name) == nil {
            order.insert(
                XMLTree.Element(XMLName(name, in: element.name.namespace), prefix: element.prefix), into: &element)
        }
        let parts = ElementOrder([
            "erstelltDatumZeit", "erstelltDurch", "geaendertDatumZeit", "geaendertDurch", "version",
        ])
        updateFirst(name) { information in
            func text(_ local: String, _ value: String) -> XMLTree.Element {
                XMLTree.Element(
                    XMLName(local, in: information.name.namespace), prefix: information.prefix,
                    children: [.text(value)])
            }
            parts.replaceAll(
                "geaendertDatumZeit", with: [text("geaendertDatumZeit", datumZeit)], in: &information)
            if let durch {
                parts.replaceAll("geaendertDurch", with: [text("geaendertDurch", durch)], in: &information)
            }
        }
    }
}

extension XZuFiView {
    /// Changes the first child of a name in the element's own namespace.
    mutating func updateFirst(_ local: String, _ body: (inout XMLTree.Element) -> Void) {
        _ = element.updateFirst(XMLName(local, in: element.name.namespace)) { body(&$0) }
    }

    /// Changes every child of a name in the element's own namespace.
    mutating func updateAll(_ local: String, _ body: (inout XMLTree.Element) -> Void) {
        let name = XMLName(local, in: element.name.namespace)
        element.updateElements { child in
            if child.name == name { body(&child) }
        }
    }
}

extension XZuFi.Leistung {
    /// Sets the text of a module in a language: the text of an existing module is replaced, a missing language or
    /// module is added in its place.
    public mutating func setText(_ art: XZuFi.Textmodul.Art, _ html: String, languageCode: String = "de") {
        let content = XZuFi.LocalizedHTML(html, languageCode: languageCode).element(named: "inhalt", like: element)
        var done = false
        updateAll("modulText") { module in
            guard !done, XZuFi.Textmodul(module).art == art else { return }
            done = true
            var replaced = false
            module.updateElements { child in
                guard child.name.local == "inhalt", (child["languageCode"] ?? "de") == languageCode else { return }
                child.setText(html)
                replaced = true
            }
            if !replaced { ElementOrder.modulText.insert(content, into: &module) }
        }
        guard !done else { return }
        var module = XMLTree.Element(XMLName("modulText", in: element.name.namespace), prefix: element.prefix)
        module.append(
            XZuFi.Code(
                art.rawValue, listURI: "urn:de:xzufi:codeliste:leistungstextmodulleika", listVersionID: "20240216"
            )
            .element(named: "leikaTextmodul", like: element))
        module.append(content)
        ElementOrder.xzufi(element.name).insert(module, into: &element)
    }
}

extension XZuFi.Organisationseinheit {
    /// Sets the areas of the responsibilities for these services, or of all where none are named.
    public mutating func setZustaendigkeitGebietID(
        _ areas: [XZuFi.Identifikator], forLeistung services: Set<XZuFi.Identitaet>? = nil
    ) {
        updateAll("zustaendigkeit") { element in
            var responsibility = XZuFi.Zustaendigkeit(element)
            if let services {
                guard let service = responsibility.leistungID, services.contains(service.identity) else { return }
            }
            responsibility.setGebietID(areas)
            element = responsibility.element
        }
    }

    /// Sets the unit's name in a language; those in other languages stay. Without one in this language it is added
    /// where the others stand.
    public mutating func setName(_ name: String, languageCode: String = "de") {
        var done = false
        func set(_ entry: inout XMLTree.Element) {
            guard !done, (entry["languageCode"] ?? "de") == languageCode else { return }
            entry.setText(name)
            done = true
        }
        updateAll("name") { outer in
            guard Self.isAroundNames(outer) else { return set(&outer) }
            let own = outer.name
            outer.updateElements { if $0.name == own { set(&$0) } }
        }
        guard !done else { return }
        let new = XZuFi.LocalizedString(name, languageCode: languageCode)
        switch child("name").map(Self.isAroundNames) {
        case nil: setNames([new])
        case true?:
            updateFirst("name") { ElementOrder(["name"]).insert(new.element(named: "name", like: $0), into: &$0) }
        case false?: ElementOrder.organisationseinheit.insert(new.element(named: "name", like: element), into: &element)
        }
    }

    /// Replaces the unit's names in all languages. They are written as the file does it: inside of a `name` around
    /// them, which a unit without any name gets, or each for itself.
    public mutating func setNames(_ names: [XZuFi.LocalizedString]) {
        guard names != name else { return }
        let elements = names.map { $0.element(named: "name", like: element) }
        if let first = child("name"), !Self.isAroundNames(first) {
            ElementOrder.organisationseinheit.replaceAll("name", with: elements, in: &element)
            return
        }
        var outer = XMLTree.Element(XMLName("name", in: element.name.namespace), prefix: element.prefix)
        if let old = child("name") { outer = old }
        let spaces = [outer.children.first, outer.children.last].map { node -> [XMLTree.Node] in
            guard case .text(let text)? = node, text.trimmedXML.isEmpty else { return [] }
            return [.text(text)]
        }
        outer.children = elements.flatMap { spaces[0] + [.element($0)] } + spaces[1]
        ElementOrder.organisationseinheit.replaceAll("name", with: [outer], in: &element)
    }

    private static func isAroundNames(_ element: XMLTree.Element) -> Bool {
        element.elements.contains { $0.name.local == "name" }
    }

    /// Replaces all addresses.
    public mutating func setAnschrift(_ addresses: [XZuFi.AnschriftAngaben]) {
        ElementOrder.organisationseinheit.replaceAll(
            "anschrift", with: addresses.map { $0.element(like: element) }, in: &element)
    }

    /// Replaces all ways to reach the unit.
    public mutating func setErreichbarkeit(_ channels: [XZuFi.ErreichbarkeitAngaben]) {
        ElementOrder.organisationseinheit.replaceAll(
            "erreichbarkeit", with: channels.map { $0.element(like: element) }, in: &element)
    }
}

extension XZuFi.Zustaendigkeit {
    /// Sets the areas.
    public mutating func setGebietID(_ areas: [XZuFi.Identifikator]) {
        guard gebietID != areas else { return }
        ElementOrder.zustaendigkeit.replaceAll(
            "gebietID", with: areas.map { $0.element(named: "gebietID", like: element) }, in: &element)
    }
}

extension XZuFi.Onlinedienst {
    /// Sets the address of the link of this type (`01` is the service itself).
    public mutating func setLink(_ address: String, typ: String = "01") {
        var done = false
        updateAll("link") { link in
            guard !done, XZuFi.OnlinedienstLink(link).typ?.code == typ else { return }
            link.updateElements { if $0.name.local == "link" { $0.setText(address) } }
            done = true
        }
        guard !done else { return }
        var link = XMLTree.Element(XMLName("link", in: element.name.namespace), prefix: element.prefix)
        link.append(
            XZuFi.Code(typ, listURI: "urn:xoev-de:fim:codeliste:onlinedienstlinktyp").element(
                named: "typ", like: element))
        link.append(
            XMLTree.Element(
                XMLName("link", in: element.name.namespace), prefix: element.prefix, children: [.text(address)]))
        ElementOrder.onlinedienst.insert(link, into: &element)
    }

    /// Sets a parameter's value, adding the parameter where there is none of this name.
    public mutating func setParameter(_ name: String, _ value: String) {
        var done = false
        updateAll("parameter") { parameter in
            guard !done, XZuFi.OnlinedienstParameter(parameter).parameterName == name else { return }
            parameter.updateElements { if $0.name.local == "parameterWert" { $0.setText(value) } }
            done = true
        }
        guard !done else { return }
        let namespace = element.name.namespace
        var parameter = XMLTree.Element(XMLName("parameter", in: namespace), prefix: element.prefix)
        for (local, text) in [("parameterName", name), ("parameterWert", value)] {
            parameter.append(
                XMLTree.Element(XMLName(local, in: namespace), prefix: element.prefix, children: [.text(text)]))
        }
        ElementOrder.onlinedienst.insert(parameter, into: &element)
    }
}

extension XZuFi {
    /// An address to write.
    public struct AnschriftAngaben: Sendable, Hashable {
        /// The kind of address (`urn:xoev-de:fim:codeliste:xzufi.anschrifttyp` 2.0): `001` house, `002` visitors,
        /// `003` PO box, `006` post.
        public var typ: String
        /// The street.
        public var strasse: String?
        /// The house number.
        public var hausnummer: String?
        /// The PO box.
        public var postfach: String?
        /// The postal code.
        public var postleitzahl: String
        /// The town.
        public var ort: String

        /// An address from its parts.
        public init(
            typ: String = "001", strasse: String? = nil, hausnummer: String? = nil, postfach: String? = nil,
            postleitzahl: String, ort: String
        ) {
            self.typ = typ
            self.strasse = strasse
            self.hausnummer = hausnummer
            self.postfach = postfach
            self.postleitzahl = postleitzahl
            self.ort = ort
        }

        func element(like sibling: XMLTree.Element) -> XMLTree.Element {
            var result = XMLTree.Element(XMLName("anschrift", in: sibling.name.namespace), prefix: sibling.prefix)
            result.append(
                Code(typ, listURI: "urn:xoev-de:fim:codeliste:xzufi.anschrifttyp", listVersionID: "2.0")
                    .element(named: "typ", like: sibling))
            for (local, value) in [
                ("strasse", strasse), ("hausnummer", hausnummer), ("postfach", postfach),
                ("postleitzahl", postleitzahl), ("ort", ort),
            ] {
                guard let value else { continue }
                result.append(
                    XMLTree.Element(
                        XMLName(local, in: sibling.name.namespace), prefix: sibling.prefix, children: [.text(value)]))
            }
            return result
        }
    }

    /// A way to reach a unit, to write.
    public struct ErreichbarkeitAngaben: Sendable, Hashable {
        /// The channel (`urn:de:xoev:codeliste:erreichbarkeit` 3): `01` e-mail, `02` telephone, `04` fax, `09` web.
        public var kanal: String
        /// The address or number.
        public var kennung: String

        /// A way from its parts.
        public init(kanal: String, kennung: String) {
            self.kanal = kanal
            self.kennung = kennung
        }

        func element(like sibling: XMLTree.Element) -> XMLTree.Element {
            var result = XMLTree.Element(XMLName("erreichbarkeit", in: sibling.name.namespace), prefix: sibling.prefix)
            result.append(
                Code(kanal, listURI: "urn:de:xoev:codeliste:erreichbarkeit", listVersionID: "3")
                    .element(named: "kanal", like: sibling))
            result.append(
                XMLTree.Element(
                    XMLName("kennung", in: sibling.name.namespace), prefix: sibling.prefix, children: [.text(kennung)]))
            return result
        }
    }
}
