import XMLCore

/// A standard and its version, as a root element tells them.
struct KnownStandard: Hashable, Sendable {
    let name: String
    let version: String?

    init(_ name: String, _ version: String?) {
        self.name = name
        self.version = version
    }

    /// Namespaces that stand for one standard and version.
    private static let exact: [String: KnownStandard] = [
        "http://docs.oasis-open.org/codelist/ns/genericode/1.0/": KnownStandard("Genericode", "1.0"),
        "http://genericode.org/2006/ns/CodeList/0.4/": KnownStandard("Genericode", "0.4"),
        "http://www.omg.org/spec/BPMN/20100524/MODEL": KnownStandard("BPMN", "2.0"),
        "http://www.w3.org/2001/XMLSchema": KnownStandard("XML Schema", "1.0"),
        "http://purl.oclc.org/dsdl/schematron": KnownStandard("Schematron", "ISO/IEC 19757-3"),
        "http://www.xjustiz.de": KnownStandard("XJustiz", nil),
        "urn:xoev-de:fim:standard:xdatenfelder_1": KnownStandard("XDatenfelder", "1.0"),
        "urn:xoev-de:fim:standard:xdatenfelder_2": KnownStandard("XDatenfelder", "2.0"),
        "urn:oasis:names:specification:ubl:schema:xsd:Invoice-2": KnownStandard("UBL", "2"),
        "urn:oasis:names:specification:ubl:schema:xsd:CreditNote-2": KnownStandard("UBL", "2"),
        "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100": KnownStandard("CII", "100"),
    ]

    /// Names of standards whose namespace holds them in lower case.
    private static let spelling: [String: String] = [
        "xzufi": "XZuFi", "xdatenfelder": "XDatenfelder", "xprozess": "XProzess", "xdomea": "xdomea",
        "xjustiz": "XJustiz", "xbildung": "XBildung", "xberufsbildung": "XBerufsbildung", "xwasser": "XWasser",
        "xbeteiligung": "XBeteiligung", "xrechnung": "XRechnung", "xgewerbeanzeige": "XGewerbeanzeige",
        "xmeld": "XMeld", "xausländer": "XAusländer", "xpersonenstand": "XPersonenstand", "xhochschule": "XHochschule",
        "xta": "XTA", "xinneres": "XInneres", "xfamilie": "XFamilie", "xkfz": "XKfz", "xunternehmen": "XUnternehmen",
        "xbau": "XBau", "xplanung": "XPlanung", "xtrasse": "XTrasse", "xvergabe": "XVergabe", "xfall": "XFall",
        "datml-raw": "DatML/RAW", "dienstpaket": "Dienstpaket", "portalprofil": "Portalprofil",
        "xmusterdienst": "XMusterdienst",
    ]

    /// What the root says: the attributes `standard` and `version` of the XÖV basic message first (`Nachricht.G2GType`),
    /// then the namespace. Nil when neither is known.
    init?(root: XMLStartElement) {
        if let standard = root["standard"], !standard.isEmpty, root["produkt"] != nil || root["version"] != nil {
            self.init(standard, root["version"])
            return
        }
        guard let namespace = root.name.namespace else { return nil }
        if let known = Self.exact[namespace] {
            self = known
            return
        }
        self.init(namespace: namespace)
    }

    /// Reads name and version out of a namespace: XÖV namespaces end in both, as `urn:xoev-de:fim:standard:xdatenfelder_2`,
    /// `urn:xoev-de:xdomea:schema:3.0.0`, `http://xoev.de/schemata/xzufi/2_2_0`, `http://xbildung.de/def/xbildung/1.2/xsd`
    /// or `urn:swift-xoev:dienstpaket:1.0` do.
    init?(namespace: String) {
        let parts = namespace.split { "/:".contains($0) }.flatMap { part -> [Substring] in
            // "xdatenfelder_3.0.0" holds both; "2_2_0" is a version.
            guard let underscore = part.firstIndex(of: "_"), part.first?.isNumber == false else { return [part] }
            return [part[..<underscore], part[part.index(after: underscore)...]]
        }
        guard
            let index = parts.lastIndex(where: { Self.spelling[$0.lowercased()] != nil }),
            let name = Self.spelling[parts[index].lowercased()]
        else { return nil }
        let version = parts[(index + 1)...].first { $0.first?.isNumber == true }
        self.init(name, version.map { String($0.map { $0 == "_" ? "." : $0 }) })
    }
}
