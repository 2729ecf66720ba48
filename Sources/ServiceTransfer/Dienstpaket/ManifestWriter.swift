import XMLCore

/// Writes `dienstpaket.xml`: the same value gives the same bytes.
public struct ManifestWriter: Sendable {
    /// A writer.
    public init() {}

    /// The bytes of `dienstpaket.xml`.
    public func write(_ manifest: Dienstpaket) throws(TransferError) -> [UInt8] {
        do throws(XMLError) {
            return try XMLTree(root: root(manifest)).serialized(XMLWriterOptions(indent: 2))
        } catch {
            throw TransferError(error)
        }
    }

    private func root(_ manifest: Dienstpaket) -> XMLTree.Element {
        var root = element("dienstpaket", [("formatVersion", Dienstpaket.formatVersion)])
        root.namespaces = [XMLNamespaceDeclaration(prefix: nil, uri: Dienstpaket.namespace)]
        root.append(element("kennung", text: manifest.kennung))
        root.append(element("version", text: manifest.version.description))
        append("bezeichnung", manifest.bezeichnung, to: &root)
        append("beschreibung", manifest.beschreibung, to: &root)
        var publisher = element("herausgeber")
        publisher.append(element("name", text: manifest.herausgeber.name))
        publisher.append(element("ars", text: manifest.herausgeber.ars))
        publisher.append(kontakt(manifest.herausgeber.kontakt))
        root.append(publisher)
        root.append(element("lizenz", text: manifest.lizenz))
        root.append(element("erstellt", text: manifest.erstellt))
        if let origin = manifest.herkunft {
            var element = element("herkunft")
            element.append(self.element("portal", text: origin.portal))
            element.append(self.element("adresse", text: origin.adresse))
            if let ars = origin.ars { element.append(self.element("ars", text: ars)) }
            root.append(element)
        }
        if let terms = manifest.nachnutzung {
            var element = element("nachnutzung")
            append("bedingungen", terms.bedingungen, to: &element)
            element.append(kontakt(terms.kontakt))
            root.append(element)
        }
        appendContents(of: manifest, to: &root)
        return root
    }

    private func appendContents(of manifest: Dienstpaket, to root: inout XMLTree.Element) {
        var services = element("leistungen")
        for service in manifest.leistungen {
            var child = element(
                "leistung", [("schluessel", service.schluessel), ("leika", service.istLeiKa ? "true" : "false")])
            append("bezeichnung", service.bezeichnung, to: &child)
            services.append(child)
        }
        root.append(services)
        var parts = element("bestandteile")
        for part in manifest.bestandteile { parts.append(bestandteil(part)) }
        root.append(parts)
        if !manifest.verknuepfungen.isEmpty {
            var links = element("verknuepfungen")
            for link in manifest.verknuepfungen {
                links.append(
                    element(
                        "verknuepfung",
                        [("art", link.art), ("von", link.von.description), ("nach", link.nach.description)]))
            }
            root.append(links)
        }
        if !manifest.parameter.isEmpty {
            var list = element("parameter")
            for parameter in manifest.parameter { list.append(self.parameter(parameter)) }
            root.append(list)
        }
        if !manifest.voraussetzungen.isEmpty {
            var list = element("voraussetzungen")
            for requirement in manifest.voraussetzungen {
                list.append(
                    element(
                        "voraussetzung",
                        [
                            ("art", requirement.art.rawValue), ("wert", requirement.wert),
                            ("pflicht", requirement.pflicht ? "true" : "false"),
                        ]))
            }
            root.append(list)
        }
        if !manifest.codelisten.isEmpty || !manifest.pakete.isEmpty {
            var list = element("abhaengigkeiten")
            for entry in manifest.codelisten {
                list.append(element("codeliste", [("uri", entry.uri), ("version", entry.version)]))
            }
            for entry in manifest.pakete {
                list.append(element("paket", [("kennung", entry.kennung), ("versionen", entry.versionen.description)]))
            }
            root.append(list)
        }
    }

    private func bestandteil(_ part: Bestandteil) -> XMLTree.Element {
        let attributes: [(String, String?)] = [
            ("id", part.id), ("rolle", part.rolle.rawValue), ("pfad", part.pfad), ("medientyp", part.medientyp),
            ("standard", part.standard), ("standardVersion", part.standardVersion), ("sha256", part.sha256),
            ("groesse", String(part.groesse)), ("hersteller", part.hersteller), ("produkt", part.produkt),
        ]
        return element("bestandteil", attributes)
    }

    private func parameter(_ parameter: ParameterDeklaration) -> XMLTree.Element {
        let attributes: [(String, String?)] = [
            ("name", parameter.name), ("typ", parameter.typ.rawValue), ("ebene", parameter.ebene.rawValue),
            ("pflicht", parameter.pflicht ? "true" : "false"), ("geheim", parameter.geheim ? "true" : "false"),
            ("quelle", parameter.quelle.rawValue), ("codeliste", parameter.codeliste),
        ]
        var child = element("parameter", attributes)
        append("bezeichnung", parameter.bezeichnung, to: &child)
        append("beschreibung", parameter.beschreibung, to: &child)
        if let value = parameter.vorgabe { child.append(element("vorgabe", text: value)) }
        return child
    }

    private func kontakt(_ contact: Kontakt) -> XMLTree.Element {
        var element = element("kontakt")
        for (name, value) in [("name", contact.name), ("email", contact.email), ("telefon", contact.telefon)] {
            if let value { element.append(self.element(name, text: value)) }
        }
        return element
    }

    private func append(_ name: String, _ texts: MehrsprachigerText, to parent: inout XMLTree.Element) {
        for entry in texts.eintraege {
            var child = element(name, [("sprache", entry.sprache)])
            child.setText(entry.text)
            parent.append(child)
        }
    }

    private func element(_ name: String, _ attributes: [(String, String?)] = []) -> XMLTree.Element {
        XMLTree.Element(
            XMLName(name, in: Dienstpaket.namespace),
            attributes: attributes.compactMap { name, value in value.map { XMLAttribute(XMLName(name), value: $0) } })
    }

    private func element(_ name: String, text: String) -> XMLTree.Element {
        XMLTree.Element(XMLName(name, in: Dienstpaket.namespace), text: text)
    }
}
