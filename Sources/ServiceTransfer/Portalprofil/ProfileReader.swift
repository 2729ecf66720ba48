import Archives
import FIM
import Findings
import Foundation
import XMLCore

/// Reads a portal profile, checks it against its schema and against the rules that the schema cannot express
/// (`ProfileRules`).
public struct ProfileReader: Sendable {
    /// What reading came to.
    public struct Outcome: Sendable {
        /// The profile, or nil when a finding of severity error stands against it.
        public var profile: Portalprofil?
        /// What is wrong or should be looked at, in the order of the document.
        public var findings: [Finding]
        /// The profile as far as it could be read, whatever stands against it: only for telling what is missing.
        var draft: Portalprofil?
        /// The root element of the file, for what the profile itself does not hold.
        var root: XMLTree.Element

        /// The profile. Throws the first error when there is none; `TransferError.findings` then holds all findings.
        public func usableProfile() throws(TransferError) -> Portalprofil {
            if let profile { return profile }
            let first = findings.first { $0.severity == .error }
            throw TransferError(
                .init(id: first?.id ?? TransferError.Code.profileInvalid.id), at: first?.location ?? Location(),
                first?.message ?? Message(de: "Das Profil ist ungültig.", en: "The profile is invalid."),
                hint: first?.hint, findings: findings)
        }
    }

    /// A reader.
    public init() {}

    /// The profile in a file. Throws the first error; `TransferError.findings` then holds all of them. Warnings are
    /// lost; `check(path:)` has them.
    public func read(path: String) throws(TransferError) -> Portalprofil { try check(path: path).usableProfile() }

    /// Reads the profile in a file, with everything that was found, warnings included. The files that the profile names
    /// are looked for beside it (PP-21). Throws when the file cannot be read or is not XML.
    public func check(path: String) throws(TransferError) -> Outcome {
        let bytes: [UInt8]
        do throws(ArchiveError) { bytes = try FileBytes.read(path, limit: 64 << 20) } catch {
            throw TransferError(error)
        }
        return try read(bytes, file: path, folder: URL(filePath: path).deletingLastPathComponent().path)
    }

    /// The profile in bytes; `file` is what findings call it. The files that the profile names are not looked for.
    /// Throws when the bytes are not XML.
    public func read(_ bytes: [UInt8], file: String) throws(TransferError) -> Outcome {
        try read(bytes, file: file, folder: nil)
    }

    private func read(_ bytes: [UInt8], file: String, folder: String?) throws(TransferError) -> Outcome {
        let tree: XMLTree
        do throws(XMLError) { tree = try XMLTree(bytes: bytes, name: file) } catch { throw TransferError(error) }
        var decoder = DocumentDecoder(
            file: file, namespace: Portalprofil.namespace, invalid: TransferError.Code.profileInvalid.id)
        let isKnown = decoder.checkRoot(
            tree.root, name: "portalprofil", urnPrefix: "urn:swift-xoev:portalprofil:",
            formatVersion: Portalprofil.formatVersion, unknownVersion: "profile.unknown-format-version")
        guard isKnown else { return Outcome(profile: nil, findings: decoder.findings, root: tree.root) }
        var profile = profile(tree.root, &decoder)
        profile?.digest = SHA256Text.digest(bytes)
        profile?.bytes = bytes
        var findings = decoder.findings
        switch OwnSchemas.checkProfile(bytes, file: file) {
        case .ran(let found): findings += OwnSchemas.beyond(findings, found)
        case .couldNotRun(let why):
            findings.append(Finding("profile.schema-unavailable", at: Location(file: file), why))
        }
        // What the schema refuses is not judged a second time.
        findings += OwnSchemas.beyond(
            findings, ProfileRules(root: tree.root, file: file, folder: folder).findings())
        findings = inDocumentOrder(findings)
        let hasErrors = findings.contains { $0.severity == .error }
        return Outcome(profile: hasErrors ? nil : profile, findings: findings, draft: profile, root: tree.root)
    }

    /// Findings without a line come last; those of one line keep their order.
    private func inDocumentOrder(_ findings: [Finding]) -> [Finding] {
        findings.enumerated().sorted { left, right in
            (left.element.location.line ?? .max, left.offset) < (right.element.location.line ?? .max, right.offset)
        }.map(\.element)
    }

    private func profile(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Portalprofil? {
        let parts = teile(root, &decoder)
        let municipality = kommune(root, &decoder)
        let portal = portal(root, &decoder)
        guard let municipality, let portal else { return nil }
        var profile = Portalprofil(
            kommune: municipality, portal: portal, herausgeber: nil, oeffnungszeiten: MehrsprachigerText(),
            organisationseinheiten: [], faehigkeiten: [], dienste: [], parameterwerte: [], teile: parts, digest: "")
        if let element = decoder.child(root, "oeffnungszeiten") {
            profile.oeffnungszeiten = decoder.texts(element, "text")
        }
        if let element = decoder.child(root, "herausgeber") {
            profile.herausgeber = Portalprofil.Herausgeberangabe(
                identifikator: decoder.child(element, "identifikator").map { identifikator($0, &decoder) },
                bezeichnung: decoder.texts(element, "bezeichnung"))
        }
        if let list = decoder.child(root, "organisationseinheiten") {
            for element in decoder.children(list, "organisationseinheit") {
                let unit = organisationseinheit(element, &decoder)
                if profile.organisationseinheiten.contains(where: { $0.id == unit.id }) {
                    duplicate("organisationseinheit", unit.id, at: element, &decoder)
                }
                profile.organisationseinheiten.append(unit)
            }
        }
        if let list = decoder.child(root, "faehigkeiten") {
            for element in decoder.children(list, "faehigkeit") {
                let wert = decoder.attribute(element, "wert")
                guard let art = decoder.value(element, "art", of: Voraussetzung.Art.self) else { continue }
                let capability = Portalprofil.Faehigkeit(art: art, wert: wert)
                if profile.faehigkeiten.contains(capability) {
                    duplicate("faehigkeit", "\(art.rawValue) \(wert)", at: element, &decoder)
                }
                profile.faehigkeiten.append(capability)
            }
        }
        if let list = decoder.child(root, "dienste") {
            for element in decoder.children(list, "dienst") {
                profile.dienste.append(
                    Portalprofil.Dienst(
                        paket: decoder.attribute(element, "paket"),
                        kommunalportal: decoder.boolean(element, "kommunalportal"),
                        epaybl: element["epaybl"] == "true" || element["epaybl"] == "1",
                        pmPayment: element["pmPayment"] == "true" || element["pmPayment"] == "1"))
            }
        }
        // Its form is checked by the schema.
        let key = root.first(XMLName("dvdvXta", in: Portalprofil.namespace))?
            .first(XMLName("organisationsschluessel", in: Portalprofil.namespace))?.text
        profile.organisationsschluessel = key.flatMap { try? DVDVSchluessel($0) }
        parameterwerte(root, &profile, &decoder)
        return profile
    }

    private func teile(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> [Portalprofil.Teil] {
        var result: [Portalprofil.Teil] = []
        for element in root.elements where element.name.namespace == Portalprofil.namespace {
            let text = decoder.attribute(element, "status")
            guard let number = Int(text), let status = Portalprofil.Status(rawValue: number) else {
                if !text.isEmpty {
                    decoder.note(
                        at: element,
                        Message(de: "„\(text)“ ist kein Status.", en: "“\(text)” is not a status."),
                        hint: Message(
                            de: "Erlaubt sind 0 (neu), 2 (unvollständig), 9 (vollständig) und 10 (bestätigt).",
                            en: "Allowed are 0 (new), 2 (incomplete), 9 (complete) and 10 (confirmed)."))
                }
                continue
            }
            result.append(Portalprofil.Teil(name: element.name.local, status: status, zeile: element.position?.line))
        }
        return result
    }

    private func kommune(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Portalprofil.Kommune? {
        guard let element = decoder.child(root, "kommune") else {
            decoder.missing("kommune", in: root)
            return nil
        }
        let name = decoder.text(element, "name")
        let arsText = decoder.text(element, "ars")
        let agsText = decoder.text(element, "ags")
        var keys: (ars: ARS?, ags: AGS?) = (nil, nil)
        do throws(KeyError) { keys.ars = try ARS(arsText) } catch {
            decoder.note("profile.ars", at: decoder.child(element, "ars") ?? element, error.message, hint: error.hint)
        }
        do throws(KeyError) { keys.ags = try AGS(agsText) } catch {
            decoder.note("profile.ags", at: decoder.child(element, "ags") ?? element, error.message, hint: error.hint)
        }
        guard let ars = keys.ars, let ags = keys.ags else { return nil }
        if ars.derivedAGS != ags {
            // PP-10. One municipality of 11,227 breaks the rule (160615051097), so this cannot be an error.
            decoder.note(
                "profile.ags-mismatch", .warning, at: decoder.child(element, "ags") ?? element,
                Message(
                    de: "AGS \(ags) und ARS \(ars) passen nicht zusammen: Aus dem ARS folgt der AGS \(ars.derivedAGS).",
                    en: "AGS \(ags) and ARS \(ars) do not fit: the ARS gives the AGS \(ars.derivedAGS)."),
                hint: Message(
                    de: "Vergleichen Sie beide mit dem Gemeindeverzeichnis des Statistischen Bundesamts.",
                    en: "Compare both with the register of municipalities of the Federal Statistical Office."))
        }
        return Portalprofil.Kommune(name: name, ars: ars, ags: ags)
    }

    private func portal(_ root: XMLTree.Element, _ decoder: inout DocumentDecoder) -> Portalprofil.Portal? {
        guard let element = decoder.child(root, "portal") else {
            decoder.missing("portal", in: root)
            return nil
        }
        return Portalprofil.Portal(
            kennung: decoder.text(element, "kennung"), name: decoder.text(element, "name"),
            adresse: decoder.text(element, "adresse"))
    }

    private func identifikator(_ element: XMLTree.Element, _ decoder: inout DocumentDecoder) -> ObjektKennung {
        ObjektKennung(
            schemeAgencyID: decoder.attribute(element, "schemeAgencyID"),
            schemeID: decoder.attribute(element, "schemeID"), value: decoder.token(element))
    }

    private func organisationseinheit(
        _ element: XMLTree.Element, _ decoder: inout DocumentDecoder
    ) -> Portalprofil.Organisationseinheit {
        if decoder.child(element, "identifikator") == nil { decoder.missing("identifikator", in: element) }
        let key = decoder.child(element, "identifikator").map { identifikator($0, &decoder) }
        var unit = Portalprofil.Organisationseinheit(
            id: decoder.attribute(element, "id"), uebergeordnet: element["uebergeordnet"],
            identifikator: key ?? ObjektKennung(schemeAgencyID: "", schemeID: "", value: ""),
            name: decoder.texts(element, "name"), anschriften: [], erreichbarkeiten: [], zustaendigkeiten: [])
        for child in decoder.children(element, "anschrift") {
            unit.anschriften.append(
                Portalprofil.Anschrift(
                    typ: decoder.attribute(child, "typ"), strasse: decoder.optionalText(child, "strasse"),
                    hausnummer: decoder.optionalText(child, "hausnummer"),
                    postfach: decoder.optionalText(child, "postfach"),
                    grossempfaenger: decoder.optionalText(child, "grossempfaenger"),
                    postleitzahl: decoder.text(child, "postleitzahl"), ort: decoder.text(child, "ort"),
                    zusatz: decoder.optionalText(child, "zusatz")))
        }
        for child in decoder.children(element, "erreichbarkeit") {
            unit.erreichbarkeiten.append(
                Portalprofil.Erreichbarkeit(
                    kanal: decoder.attribute(child, "kanal"), kennung: decoder.text(child, "kennung"),
                    zusatz: decoder.optionalText(child, "zusatz")))
        }
        for child in decoder.children(element, "zustaendigkeit") {
            unit.zustaendigkeiten.append(
                Portalprofil.Zustaendigkeit(
                    leistungsschluessel: decoder.attribute(child, "leistungsschluessel"), gebiet: child["gebiet"],
                    rolle: child["rolle"] ?? "01"))
        }
        return unit
    }

    private func parameterwerte(
        _ root: XMLTree.Element, _ profile: inout Portalprofil, _ decoder: inout DocumentDecoder
    ) {
        guard let list = decoder.child(root, "parameterwerte") else { return }
        for element in decoder.children(list, "parameterwert") {
            let name = decoder.attribute(element, "name")
            let unit = element["organisationseinheit"]
            if let unit, !profile.organisationseinheiten.contains(where: { $0.id == unit }) {
                decoder.note(
                    "profile.unknown-unit", at: element,
                    Message(
                        de: "Die Organisationseinheit „\(unit)“ steht nicht im Profil.",
                        en: "The unit “\(unit)” is not in the profile."),
                    hint: Message(
                        de: "Nennen Sie die id einer Organisationseinheit des Profils.",
                        en: "Name the id of a unit of the profile."))
            }
            guard let ebene = decoder.value(element, "ebene", of: ParameterDeklaration.Ebene.self),
                let content = inhalt(element, name, &decoder)
            else { continue }
            let value = Portalprofil.Parameterwert(
                name: name, ebene: ebene, organisationseinheit: unit, paket: element["paket"], inhalt: content,
                zeile: element.position?.line)
            profile.parameterwerte.append(value)
        }
    }

    private func inhalt(
        _ element: XMLTree.Element, _ name: String, _ decoder: inout DocumentDecoder
    ) -> Portalprofil.Parameterwert.Inhalt? {
        let plain = decoder.child(element, "wert")
        guard let secret = decoder.child(element, "geheimnis") else {
            if plain == nil { decoder.missing("wert", in: element) }
            return (plain?.text).map { .wert($0) }
        }
        let reference = decoder.attribute(secret, "secretRef")
        guard plain == nil, secret.children.isEmpty, SecretReference.isValid(reference) else {
            // The text is not repeated: it may be the secret that must not stand here.
            decoder.note(
                "profile.secret-in-clear", at: secret,
                Message(
                    de: "„\(name)“ ist ein Geheimnis, steht hier aber nicht als Verweis.",
                    en: "“\(name)” is a secret but does not stand here as a reference."),
                hint: Message(
                    de:
                        "Schreiben Sie nur secretRef=\"env:NAME\", \"vault:pfad/eintrag#feld\" oder \"file:/run/secrets/name\".",
                    en: "Write only secretRef=\"env:NAME\", \"vault:path/entry#field\" or \"file:/run/secrets/name\"."))
            return nil
        }
        return .geheimnis(verweis: reference)
    }

    private func duplicate(
        _ kind: String, _ name: String, at element: XMLTree.Element, _ decoder: inout DocumentDecoder
    ) {
        decoder.note(
            at: element,
            Message(de: "„\(kind)“ \(name) steht zweimal.", en: "“\(kind)” \(name) stands twice."),
            hint: Message(de: "Entfernen Sie eines der beiden.", en: "Remove one of the two."))
    }
}
