import Findings
import XMLCore

/// Reads `dienstpaket.xml`. All faults are reported at once; the value is there only when there is none that would
/// make it untrue.
public struct ManifestReader: Sendable {
    /// What reading came to.
    public struct Outcome: Sendable {
        /// The table of contents, or nil when a finding of severity error stands against it.
        public var manifest: Dienstpaket?
        /// What is wrong, in the order of the document.
        public var findings: [Finding]
    }

    /// A reader.
    public init() {}

    /// Reads the bytes of `dienstpaket.xml`; `file` is what findings call it.
    public func read(_ bytes: [UInt8], file: String) throws(TransferError) -> Outcome {
        let tree: XMLTree
        do throws(XMLError) { tree = try XMLTree(bytes: bytes, name: file) } catch { throw TransferError(error) }
        return read(tree, file: file)
    }

    /// Reads the tree of `dienstpaket.xml`.
    public func read(_ tree: XMLTree, file: String) -> Outcome {
        var decoder = DocumentDecoder(
            file: file, namespace: Dienstpaket.namespace, invalid: TransferError.Code.manifestInvalid.id)
        let isKnown = decoder.checkRoot(
            tree.root, name: "dienstpaket", urnPrefix: "urn:swift-xoev:dienstpaket:",
            formatVersion: Dienstpaket.formatVersion, unknownVersion: "package.unknown-format-version")
        guard isKnown else { return Outcome(manifest: nil, findings: decoder.findings) }
        let manifest = manifest(tree.root, &decoder)
        return Outcome(manifest: decoder.hasErrors ? nil : manifest, findings: decoder.findings)
    }

    private func manifest(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Dienstpaket? {
        let kennung = decoder.text(root, "kennung")
        let version = version(root, &decoder)
        let bezeichnung = decoder.texts(root, "bezeichnung")
        if bezeichnung.eintraege.isEmpty { decoder.missing("bezeichnung", in: root) }
        let herausgeber = herausgeber(root, &decoder)
        let parts = decoder.child(root, "bestandteile").map { bestandteile($0, &decoder) }
        if parts?.isEmpty ?? true { decoder.missing("bestandteile", in: root) }
        let services = decoder.child(root, "leistungen").map { leistungen($0, &decoder) } ?? []
        if services.isEmpty { decoder.missing("leistungen", in: root) }
        guard let version, let herausgeber, let parts else { return nil }

        var manifest = Dienstpaket(
            kennung: kennung, version: version, bezeichnung: bezeichnung,
            beschreibung: decoder.texts(root, "beschreibung"), herausgeber: herausgeber,
            lizenz: decoder.text(root, "lizenz"), erstellt: decoder.text(root, "erstellt"), leistungen: services,
            bestandteile: parts)
        manifest.herkunft = decoder.child(root, "herkunft").map { element in
            Herkunft(
                portal: decoder.text(element, "portal"), adresse: decoder.text(element, "adresse"),
                ars: decoder.optionalText(element, "ars"))
        }
        manifest.nachnutzung = decoder.child(root, "nachnutzung").map { element in
            Nachnutzung(
                bedingungen: decoder.texts(element, "bedingungen"),
                kontakt: decoder.child(element, "kontakt").map { decoder.kontakt($0) } ?? Kontakt())
        }
        for list in decoder.children(root, "verknuepfungen") {
            for element in decoder.children(list, "verknuepfung") {
                manifest.verknuepfungen.append(
                    Verknuepfung(
                        art: decoder.attribute(element, "art"), von: Verweis(decoder.attribute(element, "von")),
                        nach: Verweis(decoder.attribute(element, "nach"))))
            }
        }
        for list in decoder.children(root, "parameter") {
            manifest.parameter += decoder.children(list, "parameter").compactMap { parameter($0, &decoder) }
        }
        requirements(root, &manifest, &decoder)
        return manifest
    }

    private func version(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> SemanticVersion? {
        let text = decoder.text(root, "version")
        guard !text.isEmpty, let element = decoder.child(root, "version") else { return nil }
        do throws(TransferError) {
            return try SemanticVersion(text)
        } catch {
            decoder.note(error.code.id, at: element, error.message, hint: error.hint)
            return nil
        }
    }

    private func herausgeber(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Herausgeber? {
        guard let element = decoder.child(root, "herausgeber") else {
            decoder.missing("herausgeber", in: root)
            return nil
        }
        return Herausgeber(
            name: decoder.text(element, "name"), ars: decoder.text(element, "ars"),
            kontakt: decoder.child(element, "kontakt").map { decoder.kontakt($0) } ?? Kontakt())
    }

    private func leistungen(_ list: XMLTree.Element, _ decoder: inout DocumentDecoder) -> [LeistungVerweis] {
        var result: [LeistungVerweis] = []
        for element in decoder.children(list, "leistung") {
            result.append(
                LeistungVerweis(
                    schluessel: decoder.attribute(element, "schluessel"), istLeiKa: decoder.boolean(element, "leika"),
                    bezeichnung: decoder.texts(element, "bezeichnung")))
        }
        return result
    }

    private func bestandteile(_ list: XMLTree.Element, _ decoder: inout DocumentDecoder) -> [Bestandteil] {
        var result: [Bestandteil] = []
        for element in decoder.children(list, "bestandteil") {
            let rolle = decoder.value(element, "rolle", of: Rolle.self, unknown: "package.unknown-role")
            let id = decoder.attribute(element, "id")
            let pfad = decoder.attribute(element, "pfad")
            if result.contains(where: { $0.id == id }) || result.contains(where: { $0.pfad == pfad }) {
                let isID = result.contains { $0.id == id }
                decoder.note(
                    "package.duplicate-part", at: element,
                    Message(
                        de: isID ? "Die Kennung „\(id)“ steht zweimal." : "Der Pfad „\(pfad)“ steht zweimal.",
                        en: isID ? "The identifier “\(id)” stands twice." : "The path “\(pfad)” stands twice."),
                    hint: Message(
                        de: "Geben Sie jedem Bestandteil seine eigene Kennung und seinen eigenen Pfad.",
                        en: "Give every part an identifier and a path of its own."))
            }
            let size = decoder.attribute(element, "groesse")
            if Int(size) == nil, !size.isEmpty {
                decoder.note(
                    at: element,
                    Message(de: "„\(size)“ ist keine Größe in Byte.", en: "“\(size)” is not a size in bytes."),
                    hint: Message(de: "Packen Sie das Paket neu.", en: "Pack the package again."))
            }
            let digest = decoder.attribute(element, "sha256")
            guard let rolle else { continue }
            result.append(
                Bestandteil(
                    id: id, rolle: rolle, pfad: pfad, medientyp: decoder.attribute(element, "medientyp"),
                    standard: element["standard"], standardVersion: element["standardVersion"], sha256: digest,
                    groesse: Int(size) ?? -1, hersteller: element["hersteller"], produkt: element["produkt"]))
        }
        return result
    }

    private func parameter(_ element: XMLTree.Element, _ decoder: inout DocumentDecoder) -> ParameterDeklaration? {
        let typ = decoder.value(
            element, "typ", of: ParameterTyp.self, unknown: "package.unknown-parameter-type")
        let ebene = decoder.value(element, "ebene", of: ParameterDeklaration.Ebene.self)
        let quelle = decoder.value(element, "quelle", of: ParameterDeklaration.Quelle.self)
        let name = decoder.attribute(element, "name")
        let texts = (decoder.texts(element, "bezeichnung"), decoder.texts(element, "beschreibung"))
        let flags = (decoder.boolean(element, "pflicht"), decoder.boolean(element, "geheim"))
        guard let typ, let ebene, let quelle else { return nil }
        return ParameterDeklaration(
            name: name, typ: typ, ebene: ebene, pflicht: flags.0, geheim: flags.1, quelle: quelle,
            codeliste: element["codeliste"], bezeichnung: texts.0, beschreibung: texts.1,
            vorgabe: decoder.child(element, "vorgabe")?.text)
    }

    private func requirements(
        _ root: XMLTree.Element, _ manifest: inout Dienstpaket, _ decoder: inout DocumentDecoder
    ) {
        for list in decoder.children(root, "voraussetzungen") {
            for element in decoder.children(list, "voraussetzung") {
                let wert = decoder.attribute(element, "wert")
                let pflicht = decoder.boolean(element, "pflicht")
                guard let art = decoder.value(element, "art", of: Voraussetzung.Art.self) else { continue }
                manifest.voraussetzungen.append(Voraussetzung(art: art, wert: wert, pflicht: pflicht))
            }
        }
        for list in decoder.children(root, "abhaengigkeiten") {
            for element in decoder.children(list, "codeliste") {
                manifest.codelisten.append(
                    CodelisteAbhaengigkeit(
                        uri: decoder.attribute(element, "uri"), version: decoder.attribute(element, "version")))
            }
            for element in decoder.children(list, "paket") {
                let kennung = decoder.attribute(element, "kennung")
                do throws(TransferError) {
                    let range = try VersionRange(decoder.attribute(element, "versionen"))
                    manifest.pakete.append(PaketAbhaengigkeit(kennung: kennung, versionen: range))
                } catch {
                    decoder.note(error.code.id, at: element, error.message, hint: error.hint)
                }
            }
        }
    }
}
