import FIM
import Findings
import XMLCore

/// The table of contents of a skeleton, and what no source says of it.
extension SkeletonBuilder {
    private var leistung: XZuFi.Leistung? { objects?.items(.leistung).first?.objekt.leistung }

    /// The table of contents; what cannot be said is filled so that the schema takes it.
    func manifest() -> Dienstpaket {
        let publisher = leistung?.herausgeber
        let agency = leistung?.id?.schemeAgencyID
        let publisherName =
            options.herausgeber ?? publisher?.bezeichnung.text("de") ?? leistung?.id?.schemeAgencyName
            ?? catalogue.sender ?? "unbekannt"
        let names = self.names
        let ars = options.ars ?? area.map(Self.padded) ?? Self.unknownARS
        let german = names["de"] ?? "Dienst"
        let kennung =
            options.kennung
            ?? "de.\(Self.label(agency ?? publisherName, otherwise: "unbekannt")).\(Self.label(german, otherwise: "dienst"))"
        var manifest = Dienstpaket(
            kennung: kennung, version: options.version, bezeichnung: names,
            beschreibung: Self.texts(leistung?.text(.kurztext) ?? []),
            herausgeber: Herausgeber(name: Self.token(publisherName), ars: ars, kontakt: Kontakt()),
            lizenz: options.lizenz ?? Self.unknownLicence, erstellt: options.erstellt, leistungen: services,
            bestandteile: parts, verknuepfungen: links, parameter: parameters, voraussetzungen: requirements,
            codelisten: dependencies)
        if let portal = options.portal ?? catalogue.sender, let address = options.adresse {
            manifest.herkunft = Herkunft(portal: Self.token(portal), adresse: address, ars: ars)
        }
        return manifest
    }

    private static let unknownLicence = "LicenseRef-unbekannt"
    private static let unknownARS = "000000000000"

    /// The name of the package per language; one in German is always there.
    private var names: MehrsprachigerText {
        var names = Self.texts(leistung?.text(.leistungsbezeichnungII) ?? [])
        for entry in Self.texts(leistung?.text(.leistungsbezeichnung) ?? []).eintraege
        where names[entry.sprache] == nil {
            names.eintraege.append(entry)
        }
        guard names["de"] == nil else { return names }
        let other =
            names.eintraege.first?.text ?? catalogue.templates.compactMap(\.name).first
            ?? catalogue.forms.first { $0.art == .stammdatenschema }?.name ?? "Dienst"
        names.eintraege.insert(.init("de", Self.token(other)), at: 0)
        return names
    }

    /// The area of the service's publisher, else the one that the service is valid for.
    private var area: ARSBereich? {
        let ids =
            (leistung?.herausgeber?.standardZustaendigkeitsgebiet.compactMap(\.id) ?? [])
            + (leistung?.gueltigkeitGebietID ?? [])
        return ids.first { $0.schemeID == XZuFi.Gebiet.regionalschluesselSchema }
            .flatMap { try? ARSBereich($0.value) }
    }

    /// The key of twelve digits of an area: that of the land or district itself where it is one.
    private static func padded(_ area: ARSBereich) -> String {
        area.text + String(repeating: "0", count: max(0, 12 - area.text.count))
    }

    // MARK: What is missing

    /// Notes what no source says, the manifest first.
    mutating func noteGaps(_ manifest: inout Dienstpaket) {
        var gaps = todos
        todos = []
        noteManifest(manifest)
        noteService()
        noteWorkings()
        swap(&gaps, &todos)
        // What is about the package as a whole comes first.
        todos = gaps + todos
    }

    private mutating func noteManifest(_ manifest: Dienstpaket) {
        if options.kennung == nil {
            todo(
                "todo.kennung", .confirm,
                de: "Die Kennung \(manifest.kennung) ist aus Vergabestelle und Namen gebildet.",
                en: "The identifier \(manifest.kennung) is made from agency and name.",
                hintDE: "Legen Sie die Kennung fest, bevor das Paket weitergegeben wird; sie bleibt für immer.",
                hintEN: "Settle the identifier before the package is handed on; it stays for ever.")
        }
        if manifest.herausgeber.ars == Self.unknownARS, options.ars == nil {
            todo(
                "todo.publisher-area", .add,
                de: "Keine Quelle nennt das Gebiet des Herausgebers; eingetragen ist \(Self.unknownARS) (Bund).",
                en: "No source names the area of the publisher; entered is \(Self.unknownARS) (the federation).",
                hintDE:
                    "Tragen Sie den Regionalschlüssel ein (--ars): Nach ihm werden Gebiete für jede Kommune umgeschrieben.",
                hintEN: "Enter the regional key (--ars): by it areas are rewritten for each municipality.")
        } else if options.ars == nil {
            todo(
                "todo.publisher-area", .confirm,
                de: "Der Regionalschlüssel \(manifest.herausgeber.ars) ist aus dem Gebiet der Leistung geschlossen.",
                en: "The regional key \(manifest.herausgeber.ars) was concluded from the area of the service.",
                hintDE: "Nach ihm werden Gebiete für jede Kommune umgeschrieben: Prüfen Sie ihn.",
                hintEN: "By it areas are rewritten for each municipality: check it.")
        }
        if options.herausgeber == nil {
            todo(
                "todo.publisher", .confirm,
                de: "Als Herausgeber des Pakets gilt der der Leistung: \(manifest.herausgeber.name).",
                en: "The publisher of the service is taken for that of the package: \(manifest.herausgeber.name).",
                hintDE: "Tragen Sie ein, wer das Paket verantwortet.", hintEN: "Enter who answers for the package.")
        }
        todo(
            "todo.contact", .add, de: "Keine Quelle nennt eine Ansprechstelle für das Paket.",
            en: "No source names a contact for the package.",
            hintDE: "Ergänzen Sie herausgeber/kontakt, am besten ein Funktionspostfach.",
            hintEN: "Add herausgeber/kontakt, preferably a function's mailbox.")
        if options.lizenz == nil {
            todo(
                "todo.licence", .add, de: "Keine Quelle nennt eine Lizenz.", en: "No source names a licence.",
                hintDE: "Tragen Sie einen SPDX-Ausdruck ein, z. B. EUPL-1.2 oder CC-BY-4.0.",
                hintEN: "Enter an SPDX expression such as EUPL-1.2 or CC-BY-4.0.")
        }
        todo(
            "todo.terms", .add, de: "Bedingungen und Kontakt für die Nachnutzung fehlen.",
            en: "Terms and contact for reuse are missing.", hintDE: "Ergänzen Sie nachnutzung.",
            hintEN: "Add nachnutzung.")
        if manifest.herkunft == nil {
            todo(
                "todo.origin", .add, de: "Portal und Adresse, von denen der Dienst stammt, sind nicht bekannt.",
                en: "Portal and address that the service comes from are not known.",
                hintDE:
                    "Geben Sie --portal und --adresse an: Links, die mit der Adresse beginnen, führen dann in jedem Portal in das eigene.",
                hintEN:
                    "Pass --portal and --adresse: links that begin with the address then lead into each portal's own.")
        }
    }

    private mutating func noteService() {
        if leistung == nil {
            todo(
                "todo.description", .add, de: "Keine Quelle beschreibt die Leistung.",
                en: "No source describes the service.",
                hintDE: "Nehmen Sie eine Leistungsbeschreibung (XZuFi) auf.", hintEN: "Include a description (XZuFi).")
        }
        let languages = Set((leistung?.modulText ?? []).flatMap(\.inhalt).map(\.languageCode))
        if leistung != nil, !languages.contains("en") {
            todo(
                "todo.english", .add, part: "leistung", de: "Texte auf Englisch fehlen.",
                en: "Texts in English are missing.",
                hintDE: "Ergänzen Sie sie, wenn der Dienst auf Englisch angeboten wird.",
                hintEN: "Add them if the service is offered in English.")
        }
        let costs = leistung?.modulKosten.isEmpty == false
        if costs || leistung?.modulFrist.isEmpty == false {
            todo(
                "todo.fees", .check, part: "leistung",
                de: "Die Leistung nennt Kosten oder Fristen; sie können in jeder Kommune andere sein.",
                en: "The service names costs or deadlines; they may differ in each municipality.",
                hintDE: "Machen Sie aus örtlichen Beträgen und Fristen Parameter.",
                hintEN: "Make local amounts and deadlines parameters.")
        }
        let payment = (objects?.items(.onlinedienst) ?? []).contains {
            $0.objekt.onlinedienst?.zahlungsweise.isEmpty == false
        }
        if costs || payment {
            todo(
                "todo.payment", .add, de: "Über welchen Bezahldienst bezahlt wird, sagt keine Quelle.",
                en: "No source says by which payment service one pays.",
                hintDE:
                    "Ergänzen Sie unter voraussetzungen einen bezahldienst, z. B. epaybl, falls online bezahlt wird.",
                hintEN: "Add a bezahldienst such as epaybl under voraussetzungen if one pays online.")
        }
        if let version = catalogue.versions.first, version != .v220, leistung != nil {
            todo(
                "todo.version", .check,
                de: "Die Beschreibungen sind in XZuFi \(version.rawValue).",
                en: "The descriptions are in XZuFi \(version.rawValue).",
                hintDE: "Das PVOG nimmt 2.2.0; „xoev fim convert“ wandelt um.",
                hintEN: "The PVOG takes 2.2.0; “xoev fim convert” converts.")
        }
    }

    private mutating func noteWorkings() {
        let hasUnit = objects?.items(.organisationseinheit).isEmpty == false
        if leistung != nil, !hasUnit {
            todo(
                "todo.unit", .add, de: "Keine Quelle nennt eine zuständige Stelle.",
                en: "No source names a responsible unit.",
                hintDE: "Nehmen Sie eine Organisationseinheit mit ihrer Zuständigkeit auf.",
                hintEN: "Include an organisation unit with its responsibility.")
        }
        if leistung != nil, objects?.items(.onlinedienst).isEmpty != false {
            todo(
                "todo.online-service", .add, de: "Keine Quelle nennt einen Onlinedienst zu dieser Leistung.",
                en: "No source names an online service for this service.",
                hintDE: "Nehmen Sie einen Onlinedienst auf, wenn der Dienst online angeboten wird.",
                hintEN: "Include an online service if the service is offered online.")
        }
        if catalogue.processes.isEmpty {
            todo(
                "todo.process", .add, de: "Ein Prozess fehlt.", en: "There is no process.",
                hintDE: "Nehmen Sie ihn als BPMN oder XProzess auf.", hintEN: "Include it as BPMN or XProzess.")
        }
        todo(
            "todo.message", .add,
            de: "Nachricht, Schema und Abbildung vom Formular auf die Nachricht sagt keine Quelle.",
            en: "No source says message, schema and mapping from form to message.",
            hintDE:
                "Nehmen Sie sie auf, wenn der Antrag als XÖV-Nachricht zugestellt wird (Documentation/Formate/Abbildung.md).",
            hintEN:
                "Include them if the application is delivered as an XÖV message (Documentation/Formate/Abbildung.md).")
        if !requirements.contains(where: { $0.art == .zustellkanal }) {
            todo(
                "todo.delivery", .add, de: "Auf welchem Weg Anträge zugestellt werden, sagt keine Quelle.",
                en: "No source says on which channel applications are delivered.",
                hintDE: "Ergänzen Sie unter voraussetzungen einen zustellkanal: fit-connect, xta oder email.",
                hintEN: "Add a zustellkanal under voraussetzungen: fit-connect, xta or email.")
        }
        if catalogue.deletions > 0 {
            todo(
                "todo.deletions", .check,
                de: "Die Übertragungsdateien löschen \(catalogue.deletions) Objekte; das ist übergangen.",
                en: "The transfer files delete \(catalogue.deletions) objects; that was passed over.",
                hintDE: "Prüfen Sie, ob die Leistung noch gilt.", hintEN: "Check whether the service is still valid.")
        }
    }
}
