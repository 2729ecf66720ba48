import Findings
import XMLCore

/// A service of 2.3.1 becomes one of 2.2.0.
extension XZuFi.Umwandlung {
    private static let unknown = Message(de: "2.2.0 kennt das nicht.", en: "2.2.0 does not know this.")

    mutating func downgrade(_ service: inout XMLTree.Element) {
        lose(["statusKatalog", "statusBibliothek", "detailstufe", "bezugsortTyp"], from: &service, "", Self.unknown)
        downgradeKeys(&service)
        downgradeStructure(&service)
        for (old, new) in Self.renamed { service.renameChildren(new, to: old) }
        downgradeFlags(&service)
        downgradeLists(&service)
        service.updateElements { child in
            if Self.modules.contains(child.name.local) { downgradeModule(&child) }
        }
        for name in ["modulFrist", "modulKosten", "modulBearbeitungsdauer", "modulDokument"] {
            merge(name, in: &service)
        }
        for name in ["modulFachlicheFreigabe", "modulAuskunftshinweis"] { keepFirst(name, in: &service) }
        downgradeParts(&service)
        service.sort(by: .leistung220)
    }

    private mutating func downgradeKeys(_ service: inout XMLTree.Element) {
        service.updateElements { child in
            guard child.name.local == "referenzLeistungsschluessel" else { return }
            let id = XZuFi.Identifikator(child)
            for (name, value) in [
                ("schemeName", id.schemeName), ("schemeAgencyID", id.schemeAgencyID),
                ("schemeAgencyName", id.schemeAgencyName), ("schemeURI", id.schemeURI),
                ("schemeDataURI", id.schemeDataURI),
            ] {
                guard let value else { continue }
                note("referenzLeistungsschluessel/@" + name, .lost, value, nil, Self.unknown)
            }
            child = XZuFi.Code(id.value, listURI: id.schemeID, listVersionID: id.schemeVersionID)
                .element(named: "referenzLeiKa", like: child)
        }
    }

    private mutating func downgradeStructure(_ service: inout XMLTree.Element) {
        service.updateElements { structure in
            guard structure.name.local == "struktur" else { return }
            let prefix = structure.prefix.map { $0 + ":" } ?? ""
            structure.updateElements { child in
                switch child.name.local {
                case "verrichtungLeiKa":
                    var wrapper = child.made("verrichtung", [.element(child)])
                    wrapper.setAttribute(
                        XMLName("type", in: XMLName.schemaInstanceNamespace), prefix: "xsi",
                        to: prefix + "VerrichtungLeiKa")
                    child = wrapper
                case "leistungsgruppierungLeiKa": child.name.local = "leistungsgruppierung"
                default: break
                }
            }
        }
    }

    private mutating func downgradeFlags(_ service: inout XMLTree.Element) {
        service.renameChildren("kennzeichenFormularSchriftformerfordernis", to: "kennzeichenSchriftformerfordernis")
        lose(
            ["kennzeichenFormularPersoenlich", "kennzeichenFormularFormlos"], from: &service, "",
            Message(
                de: "2.2.0 hat nur ein Kennzeichen, das für die Schriftform.",
                en: "2.2.0 has one flag only, that of the written form."))
        let codes = service.all(local: "durchfuehrbarEinheitlicheStelle").map { XZuFi.Code($0).code }
        guard !codes.isEmpty else { return }
        let value = codes.contains { $0 != "00" } ? "true" : "false"
        if codes != ["11"], codes != ["00"] {
            note(
                "durchfuehrbarEinheitlicheStelle", .changed, codes.joined(separator: ", "), value,
                Message(de: "2.2.0 hat hier nur ja und nein.", en: "2.2.0 has only yes and no here."))
        }
        ElementOrder.leistung220.replaceAll("durchfuehrbarEinheitlicheStelle", with: [], in: &service)
        ElementOrder.leistung220.insert(service.made("kennzeichenEA", [.text(value)]), into: &service)
    }

    private mutating func downgradeLists(_ service: inout XMLTree.Element) {
        if var areas = service.first(local: "informationsbereicheSDG") {
            lose(
                ["informationsbereichSDG2"], from: &areas, "informationsbereicheSDG",
                Message(
                    de: "2.2.0 kennt nur die Informationsbereiche mit sieben Ziffern.",
                    en: "2.2.0 knows the information areas of seven digits only."))
            ElementOrder.leistung220.replaceAll("informationsbereicheSDG", with: [], in: &service)
            for var area in areas.all(local: "informationsbereichSDG1") {
                area.name.local = "informationsbereichSDG"
                ElementOrder.leistung220.insert(area, into: &service)
            }
        }
        if var states = service.first(local: "relevantFuerStaatsangehoerigkeit"),
            states.has("staatsangehoerigkeit") || states.has("staatengruppe")
        {
            lose(["staatengruppe"], from: &states, "relevantFuerStaatsangehoerigkeit", Self.unknown)
            let single = states.all(local: "staatsangehoerigkeit").map { state in
                var state = state
                state.name.local = "relevantFuerStaatsangehoerigkeit"
                return state
            }
            ElementOrder.leistung220.replaceAll("relevantFuerStaatsangehoerigkeit", with: single, in: &service)
        }
    }

    private mutating func downgradeModule(_ module: inout XMLTree.Element) {
        let name = module.name.local
        for channel in module.all(local: "zugangskanal") {
            let code = XZuFi.Code(channel).code
            // 000 is what conversion to 2.3.1 puts there; any other was said by somebody.
            if code != "000" { note(name + "/zugangskanal", .lost, code, nil, Self.unknown) }
        }
        ElementOrder([]).remove("zugangskanal", from: &module)
        lose(["dynamischeParameter", "dynamischerURLParameter"], from: &module, name, Self.unknown)
        if name == "modulDokument" { downgradeDocuments(&module) }
        if name == "modulKosten" { downgradeCosts(&module) }
    }

    private mutating func downgradeDocuments(_ module: inout XMLTree.Element) {
        func downgrade(_ document: inout XMLTree.Element) {
            document.renameChildren("art", to: "typ")
            document.renameChildren("formularReferenz", to: "referenzFormularID")
        }
        module.updateElements { child in
            switch child.name.local {
            case "dokumentEingehend":
                lose(
                    ["pflichtangabetyp", "pflichtangabeGrundKontextabhaengigkeit", "kennzeichenAusloeser"],
                    from: &child, "modulDokument/dokumentEingehend", Self.unknown)
                if let inner = child.first(local: "dokument") { child.children = inner.children }
                downgrade(&child)
            case "dokumentAusgehend": downgrade(&child)
            default: break
            }
        }
        if module.has("beschreibungEingehend"), module.has("beschreibungAusgehend") {
            note(
                "modulDokument/beschreibungAusgehend", .changed,
                module.first(local: "beschreibungAusgehend")?.text.trimmedXML, nil,
                Message(
                    de:
                        "2.2.0 hat eine Beschreibung für eingehende und ausgehende Dokumente; beide Texte stehen darin.",
                    en: "2.2.0 has one description for documents in and out; both texts stand in it."))
        }
        module.renameChildren("beschreibungEingehend", to: "beschreibung")
        module.renameChildren("beschreibungAusgehend", to: "beschreibung")
    }

    private mutating func downgradeCosts(_ module: inout XMLTree.Element) {
        module.updateElements { cost in
            var links = 0
            cost.updateElements { link in
                guard link.name.local == "linkKostenbildung", let uri = link.first(local: "uri") else { return }
                links += 1
                lose(
                    ["titel", "beschreibung", "positionDarstellung"], from: &link,
                    "modulKosten/kosten/linkKostenbildung", Self.unknown)
                if links == 1 {
                    link.children = uri.children
                    link["languageCode"] = nil
                } else {
                    note("modulKosten/kosten/linkKostenbildung", .lost, uri.text.trimmedXML, nil, Self.unknown)
                    link.name.local = "ueberzaehlig"
                }
            }
            ElementOrder([]).remove("ueberzaehlig", from: &cost)
        }
    }

    /// 2.2.0 has at most one module of the kind: what the further ones hold goes into the first, what they say of
    /// themselves (id, validity, place) is lost.
    private mutating func merge(_ name: String, in service: inout XMLTree.Element) {
        let modules = service.all(local: name)
        guard modules.count > 1, var first = modules.first else { return }
        for var module in modules.dropFirst() {
            lose(
                ["positionDarstellung", "id", "idSekundaer", "gueltigkeit"], from: &module, name,
                Message(
                    de: "2.2.0 hat höchstens ein \(name); der Inhalt kam in das erste.",
                    en: "2.2.0 has at most one \(name); the content went into the first."))
            first.children += module.children.filter { $0.element != nil }
        }
        note(
            name, .changed, "\(modules.count)", "1",
            Message(
                de: "2.2.0 hat höchstens ein \(name); alle sind in einem zusammengefasst.",
                en: "2.2.0 has at most one \(name); all are joined in one."))
        first.sort(by: .modul)
        ElementOrder.leistung220.replaceAll(name, with: [first], in: &service)
    }

    private mutating func keepFirst(_ name: String, in service: inout XMLTree.Element) {
        let modules = service.all(local: name)
        guard modules.count > 1 else { return }
        for module in modules.dropFirst() {
            note(
                name, .lost, module.text.trimmedXML, nil,
                Message(
                    de: "2.2.0 hat höchstens ein \(name); das erste bleibt.",
                    en: "2.2.0 has at most one \(name); the first one stays."))
        }
        ElementOrder.leistung220.replaceAll(name, with: [modules[0]], in: &service)
    }

    private mutating func downgradeParts(_ service: inout XMLTree.Element) {
        service.updateElements { child in
            switch child.name.local {
            case "sprachversion":
                if let flag = child.first(local: "kennzeichenMaschinelleUebersetzung"),
                    ["true", "1"].contains(flag.text.trimmedXML)
                {
                    note(
                        "sprachversion/kennzeichenMaschinelleUebersetzung", .lost, flag.text.trimmedXML, nil,
                        Self.unknown)
                }
                ElementOrder([]).remove("kennzeichenMaschinelleUebersetzung", from: &child)
                lose(["maschinelleUebersetzung"], from: &child, "sprachversion", Self.unknown)
            case "kategorie":
                child.updateElements { type in
                    if type.name.local == "klasse" { lose(["typ"], from: &type, "kategorie/klasse", Self.unknown) }
                }
            default: break
            }
        }
    }
}
