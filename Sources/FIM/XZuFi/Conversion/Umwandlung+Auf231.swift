import Findings
import XMLCore

/// A service of 2.2.0 becomes one of 2.3.1 (differences of the models of the FIM portal's interface).
extension XZuFi.Umwandlung {
    mutating func upgrade(_ service: inout XMLTree.Element) {
        upgradeKeys(&service)
        upgradeStructure(&service)
        for (old, new) in Self.renamed { service.renameChildren(old, to: new) }
        upgradeFlags(&service)
        upgradeLists(&service)
        var position = 0
        service.updateElements { child in
            guard Self.modules.contains(child.name.local) else { return }
            position += 1
            upgradeModule(&child)
        }
        if position > 0 {
            note(
                "zugangskanal", .assumed, nil, options.zugangskanal,
                Message(
                    de: "2.3.1 verlangt in jedem der \(position) Module einen Zugangskanal; 2.2.0 kennt keinen.",
                    en: "2.3.1 demands a channel of access in each of the \(position) modules; 2.2.0 knows none."))
        }
        upgradeParts(&service)
        service.sort(by: .leistung231)
    }

    /// What has another name and is otherwise the same.
    static let renamed = [
        ("idLeistungImKontext", "leistungImKontextID"), ("idProzess", "prozessID"),
        ("versionsinformation", "versionsinformationen"),
    ]

    /// The modules of a service, which have a channel of access in 2.3.1.
    static let modules: Set = [
        "modulText", "modulTextIndividuell", "modulFrist", "modulKosten", "modulBearbeitungsdauer",
        "modulBegriffImKontext", "modulFachlicheFreigabe", "modulAuskunftshinweis", "modulDokument",
        "modulUrsprungsportal",
    ]

    /// A code of the LeiKa catalogue becomes an identifier in the scheme of its list.
    private mutating func upgradeKeys(_ service: inout XMLTree.Element) {
        service.updateElements { child in
            guard child.name.local == "referenzLeiKa" else { return }
            let code = XZuFi.Code(child)
            let id = XZuFi.Identifikator(code.code, schemeID: code.listURI, schemeVersionID: code.listVersionID)
            child = id.element(named: "referenzLeistungsschluessel", like: child)
            if let name = code.name {
                note(
                    "referenzLeiKa/name", .lost, name, nil,
                    Message(de: "Eine Kennung hat keinen Namen.", en: "An identifier has no name."))
            }
        }
    }

    private mutating func upgradeStructure(_ service: inout XMLTree.Element) {
        service.updateElements { structure in
            guard structure.name.local == "struktur" else { return }
            structure.updateElements { child in
                switch child.name.local {
                case "verrichtung":
                    // The wrapper falls away; a performance that is no code of the catalogue has no place.
                    guard let code = child.elements.first(where: { $0.name.local == "verrichtungLeiKa" }) else {
                        return
                    }
                    child = code
                case "leistungsgruppierung" where child.elements.contains { $0.name.local == "code" }:
                    child.name.local = "leistungsgruppierungLeiKa"
                default: break
                }
            }
            lose(
                ["verrichtung", "leistungsgruppierung"], from: &structure, "struktur",
                Message(
                    de: "2.3.1 kennt hier nur Codes des LeiKa.",
                    en: "2.3.1 knows only codes of the LeiKa catalogue here."))
        }
    }

    private mutating func upgradeFlags(_ service: inout XMLTree.Element) {
        if let flag = service.first(local: "kennzeichenSchriftformerfordernis") {
            note(
                "kennzeichenSchriftformerfordernis", .changed, flag.text.trimmedXML, flag.text.trimmedXML,
                Message(
                    de:
                        "2.3.1 unterscheidet drei Kennzeichen; gesetzt ist nur kennzeichenFormularSchriftformerfordernis.",
                    en: "2.3.1 has three flags; only kennzeichenFormularSchriftformerfordernis is set."))
            service.renameChildren(
                "kennzeichenSchriftformerfordernis", to: "kennzeichenFormularSchriftformerfordernis")
        }
        service.updateElements { child in
            guard child.name.local == "kennzeichenEA" else { return }
            let value = child.text.trimmedXML
            let code = ["true", "1"].contains(value) ? "11" : "00"
            child.name.local = "durchfuehrbarEinheitlicheStelle"
            child.children = [.element(XMLTree.Element(XMLName("code"), text: code))]
            note(
                "kennzeichenEA", .changed, value, code,
                Message(
                    de: "2.3.1 hat hier Codes (00, 11, 19); dass 11 für ja steht und 00 für nein, ist angenommen.",
                    en: "2.3.1 has codes here (00, 11, 19); that 11 stands for yes and 00 for no is assumed."))
        }
    }

    private mutating func upgradeLists(_ service: inout XMLTree.Element) {
        let areas = service.all(local: "informationsbereichSDG")
        if !areas.isEmpty {
            var wrapper = service.made("informationsbereicheSDG")
            for var area in areas {
                area.name.local = "informationsbereichSDG1"
                wrapper.append(area)
            }
            ElementOrder.leistung231.replaceAll("informationsbereichSDG", with: [], in: &service)
            ElementOrder.leistung231.insert(wrapper, into: &service)
        }
        let states = service.all(local: "relevantFuerStaatsangehoerigkeit")
        if !states.isEmpty {
            var wrapper = service.made("relevantFuerStaatsangehoerigkeit")
            for var state in states {
                state.name.local = "staatsangehoerigkeit"
                wrapper.append(state)
            }
            ElementOrder.leistung231.replaceAll("relevantFuerStaatsangehoerigkeit", with: [wrapper], in: &service)
        }
    }

    private mutating func upgradeModule(_ module: inout XMLTree.Element) {
        var channel = module.made("zugangskanal")
        channel.append(XMLTree.Element(XMLName("code"), text: options.zugangskanal))
        let space = module.children.first.flatMap { node -> XMLTree.Node? in
            guard case .text(let text) = node, text.trimmedXML.isEmpty else { return nil }
            return node
        }
        module.children.insert(contentsOf: [space, .element(channel)].compactMap(\.self), at: 0)
        if module.name.local == "modulDokument" { upgradeDocuments(&module) }
        if module.name.local == "modulKosten" { upgradeCosts(&module) }
    }

    private mutating func upgradeDocuments(_ module: inout XMLTree.Element) {
        func upgrade(_ document: inout XMLTree.Element) {
            document.renameChildren("typ", to: "art")
            document.renameChildren("referenzFormularID", to: "formularReferenz")
        }
        module.updateElements { child in
            switch child.name.local {
            case "dokumentEingehend":
                var inner = child.made("dokument", child.children)
                upgrade(&inner)
                child.children = [.element(inner)]
            case "dokumentAusgehend": upgrade(&child)
            default: break
            }
        }
        guard let text = module.first(local: "beschreibung") else { return }
        let target = module.has("dokumentEingehend") ? "beschreibungEingehend" : "beschreibungAusgehend"
        note(
            "modulDokument/beschreibung", .changed, text.text.trimmedXML, text.text.trimmedXML,
            Message(
                de: "2.3.1 unterscheidet eingehende und ausgehende Dokumente; der Text steht nun in \(target).",
                en: "2.3.1 tells documents that go in from those that come out; the text now stands in \(target)."))
        module.renameChildren("beschreibung", to: target)
    }

    private mutating func upgradeCosts(_ module: inout XMLTree.Element) {
        module.updateElements { cost in
            cost.updateElements { link in
                guard link.name.local == "linkKostenbildung", !link.has("uri") else { return }
                link.children = [.element(link.made("uri", link.children))]
            }
        }
    }

    /// What 2.3.1 demands inside of language versions and categories.
    private mutating func upgradeParts(_ service: inout XMLTree.Element) {
        service.updateElements { child in
            switch child.name.local {
            case "sprachversion" where !child.has("kennzeichenMaschinelleUebersetzung"):
                let flag = child.made("kennzeichenMaschinelleUebersetzung", [.text("false")])
                ElementOrder.sprachversion231.insert(flag, into: &child)
                note(
                    "sprachversion/kennzeichenMaschinelleUebersetzung", .assumed, nil, "false",
                    Message(
                        de: "2.3.1 verlangt die Angabe; angenommen ist, dass Menschen übersetzt haben.",
                        en: "2.3.1 demands it; that people translated is assumed."))
            case "kategorie" where child.first(local: "klasse")?.has("typ") == false:
                note(
                    "kategorie/klasse/typ", .assumed, nil, nil,
                    Message(
                        de: "2.3.1 verlangt den Typ der Kategorieklasse (001–004); 2.2.0 kennt ihn nicht, er fehlt.",
                        en:
                            "2.3.1 demands the type of the class of categories (001–004); 2.2.0 does not know it, it is missing."
                    ))
            default: break
            }
        }
    }
}
