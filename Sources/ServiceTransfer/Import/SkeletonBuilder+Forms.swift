import Archives
import CodeLists
import FIM
import Findings
import XMLCore

/// The parts of a skeleton that are not XZuFi: forms with their code lists, processes, templates of form servers.
extension SkeletonBuilder {
    /// Why a form is in the package.
    private enum Evidence {
        /// The service, its online service, the form or its profile say so.
        case linked
        /// The user asked for it.
        case asked
        /// It was named as a source and nothing says what it is for.
        case assumed
    }

    /// Adds the forms that are for the chosen services, and the lists they need.
    mutating func addForms() throws(TransferError) {
        let forms = catalogue.forms.filter { $0.art == .stammdatenschema }
        for wanted in options.formulare where !forms.contains(where: { Self.isMeant($0, by: wanted) }) {
            throw TransferError(
                .init(id: "import.form-not-found"),
                Message(
                    de: "Unter den \(forms.count) Datenschemata der Quellen ist keines mit der Kennung „\(wanted)“.",
                    en: "None of the \(forms.count) data schemas of the sources has the id “\(wanted)”."),
                hint: Message(
                    de: "Nennen Sie die Datei als Quelle; die Kennung beginnt mit S.",
                    en: "Name the file as a source; the id begins with S."))
        }
        let named = namedForms()
        var missing = Set(named.map(\.id))
        var left = 0
        var added: [XDFIdentifikation: ImportFile] = [:]
        for form in forms {
            missing.remove(form.identifikation.id)
            guard let evidence = evidence(for: form, named) else {
                left += 1
                continue
            }
            if let other = added[form.identifikation] {
                try requireSame(form, other)
                continue
            }
            added[form.identifikation] = form.file
            try add(
                form, evidence,
                isNamedByOnlinedienst: named.contains { $0.id == form.identifikation.id && $0.byOnlinedienst })
        }
        for profile in catalogue.forms where profile.art == .dokumentsteckbrief {
            guard
                forms.contains(where: { added[$0.identifikation] != nil && $0.steckbrief == profile.identifikation.id })
            else { continue }
            let part = try addPart(profile, id: "steckbrief", rolle: .dokumentation)
            try addOrigin(part, "dokumentsteckbrief", profile.identifikation.description, profile.file)
        }
        noteForms(added: added.count, left: left, missing: missing.sorted())
    }

    private static func isMeant(_ form: ImportCatalogue.Form, by text: String) -> Bool {
        form.identifikation.id == text || form.identifikation.description == text
    }

    /// The forms that the service or its online service name by their ids.
    private func namedForms() -> [(id: String, byOnlinedienst: Bool)] {
        let documents = (objects?.items(.leistung) ?? []).flatMap { $0.objekt.leistung?.modulDokument ?? [] }
        let byService = documents.flatMap { Self.identifiers(in: $0.element) }.compactMap(Self.formID)
        let onlinedienste = (objects?.items(.onlinedienst) ?? []).compactMap { $0.objekt.onlinedienst }
        let byOnlinedienst = onlinedienste.flatMap(\.parameter).compactMap(\.parameterWert).compactMap(Self.formID)
        return byService.map { ($0, false) } + byOnlinedienst.map { ($0, true) }
    }

    private static func identifiers(in element: XMLTree.Element) -> [String] {
        var found: [String] = []
        func visit(_ element: XMLTree.Element) {
            if ["referenzFormularID", "formularReferenz"].contains(element.name.local) {
                found.append(XZuFi.Identifikator(element).value)
            }
            for child in element.elements { visit(child) }
        }
        visit(element)
        return found
    }

    private func evidence(
        for form: ImportCatalogue.Form, _ named: [(id: String, byOnlinedienst: Bool)]
    ) -> Evidence? {
        let keys = Set(services.filter(\.istLeiKa).map(\.schluessel))
        if named.contains(where: { $0.id == form.identifikation.id }) { return .linked }
        let profiles = catalogue.forms.filter {
            $0.art == .dokumentsteckbrief && $0.identifikation.id == form.steckbrief
        }
        if !form.mentions.isDisjoint(with: keys) || profiles.contains(where: { !$0.mentions.isDisjoint(with: keys) }) {
            return .linked
        }
        if options.formulare.contains(where: { Self.isMeant(form, by: $0) }) { return .asked }
        return form.file.isNamed ? .assumed : nil
    }

    private func requireSame(_ form: ImportCatalogue.Form, _ other: ImportFile) throws(TransferError) {
        let limit = options.limits.maxEntryBytes
        guard try form.file.bytes(limit: limit) != other.bytes(limit: limit) else { return }
        throw TransferError(
            .init(id: "import.duplicate-object"), at: Location(file: form.file.name),
            Message(
                de: "Das Datenschema \(form.identifikation.description) steht schon anders in \(other.name).",
                en:
                    "The data schema \(form.identifikation.description) is already in \(other.name), with other content."
            ),
            hint: Message(
                de: "Nennen Sie nur die Datei, die gelten soll.", en: "Name only the file that is to hold."))
    }

    private mutating func addPart(
        _ form: ImportCatalogue.Form, id: String, rolle: Rolle
    ) throws(TransferError) -> String {
        let suffix = form.version == .v2 ? "_xdf2.xml" : "_xdf3.xml"
        return addPart(
            id: id, rolle: rolle, folder: "formulare", name: form.identifikation.description + suffix,
            bytes: try form.file.bytes(limit: options.limits.maxEntryBytes), medientyp: "application/xml",
            standard: Self.xdatenfelder, standardVersion: form.version == .v2 ? "2.0" : "3.0.0")
    }

    private mutating func add(
        _ form: ImportCatalogue.Form, _ evidence: Evidence, isNamedByOnlinedienst: Bool
    ) throws(TransferError) {
        let part = try addPart(form, id: "formular", rolle: .datenschema)
        try addOrigin(
            part, "datenschema", form.identifikation.description, form.file,
            facts: [ImportOrigin.Fact(name: "name", value: form.name)])
        for service in services {
            link("formular-leistung", .bestandteil(id: part, teil: nil), .leistung(schluessel: service.schluessel))
        }
        if isNamedByOnlinedienst {
            for other in parts where other.id.hasPrefix("onlinedienst") {
                link("onlinedienst-formular", .bestandteil(id: other.id, teil: nil), .bestandteil(id: part, teil: nil))
            }
        }
        if evidence == .assumed {
            todo(
                "todo.form-assumed", .confirm, part: part,
                de:
                    "Nichts in den Quellen sagt, dass das Datenschema \(form.identifikation.description) zu dieser Leistung gehört; es ist angenommen, weil die Datei genannt wurde.",
                en:
                    "Nothing in the sources says that the data schema \(form.identifikation.description) belongs to this service; it is assumed because the file was named.",
                hintDE: "Bestätigen Sie die Verknüpfung formular-leistung oder streichen Sie sie mit dem Bestandteil.",
                hintEN: "Confirm the link formular-leistung or remove it together with the part.")
        }
        for reference in form.lists { try addList(reference, of: part) }
    }

    // MARK: Code lists

    private mutating func addList(_ reference: ImportCatalogue.ListReference, of part: String) throws(TransferError) {
        let field = Verweis.bestandteil(id: part, teil: reference.field)
        if let list = list(for: reference) {
            if !origins.contains(where: { $0.kind == "codeliste" && $0.identity == list.versionURI }) {
                let name = Self.fileName(list.uri.split(separator: ":").last.map(String.init) ?? "liste")
                let id = addPart(
                    id: "codeliste-" + name, rolle: .codeliste, folder: "codelisten",
                    name: "\(name)_\(Self.fileName(list.version)).xml",
                    bytes: try list.file.bytes(limit: options.limits.maxEntryBytes), medientyp: "application/xml",
                    standard: Self.genericode, standardVersion: "1.0")
                try addOrigin(id, "codeliste", list.versionURI, list.file)
            }
            link("feld-codeliste", field, .codeliste(uri: list.versionURI))
            if reference.version == nil, reference.versionURI == nil {
                todo(
                    "todo.code-list-version", .confirm, part: part,
                    de:
                        "Das Feld \(reference.field) nennt die Codeliste \(reference.uri) ohne Version; aufgenommen ist \(list.version).",
                    en:
                        "The field \(reference.field) names the code list \(reference.uri) without a version; included is \(list.version).",
                    hintDE: "Legen Sie die Version im Datenschema fest.", hintEN: "Fix the version in the data schema.")
            }
            return
        }
        guard let version = Self.version(of: reference) else {
            return todo(
                "todo.code-list-missing", .add, part: part,
                de:
                    "Das Feld \(reference.field) braucht die Codeliste \(reference.uri); keine Quelle hat sie, und eine Version ist nicht genannt.",
                en:
                    "The field \(reference.field) needs the code list \(reference.uri); no source has it, and no version is named.",
                hintDE: "Nehmen Sie die Liste als Bestandteil auf.", hintEN: "Include the list as a part.")
        }
        let dependency = CodelisteAbhaengigkeit(uri: version.uri, version: version.version)
        link("feld-codeliste", field, .codeliste(uri: dependency.canonicalVersionURI))
        guard !dependencies.contains(dependency) else { return }
        dependencies.append(dependency)
        todo(
            "todo.code-list-missing", .add, part: part,
            de: "Die Codeliste \(dependency.canonicalVersionURI) hat keine Quelle; sie steht unter abhaengigkeiten.",
            en: "No source has the code list \(dependency.canonicalVersionURI); it is named under abhaengigkeiten.",
            hintDE: "Nehmen Sie die Liste als Bestandteil auf, damit jedes Portal sie hat.",
            hintEN: "Include the list as a part, so that every portal has it.")
    }

    /// The list at hand that a field means: the version that is named, else the newest.
    private func list(for reference: ImportCatalogue.ListReference) -> ImportCatalogue.List? {
        if let wanted = Self.version(of: reference) {
            let uri = "\(wanted.uri)_\(wanted.version)"
            return catalogue.lists.first { $0.versionURI == uri || "\($0.uri)_\($0.version)" == uri }
        }
        return catalogue.lists.filter { $0.uri == reference.uri }
            .max { CodeListVersion.isBefore($0.version, $1.version) }
    }

    private static func version(of reference: ImportCatalogue.ListReference) -> (uri: String, version: String)? {
        if let full = reference.versionURI, let mark = full.lastIndex(of: "_"), mark != full.startIndex {
            return (String(full[..<mark]), String(full[full.index(after: mark)...]))
        }
        guard let version = reference.version, !version.isEmpty else { return nil }
        return (reference.uri, version)
    }

    // MARK: Processes and templates

    /// Adds processes, and process templates as they are.
    mutating func addProcesses() throws(TransferError) {
        let limit = options.limits.maxEntryBytes
        for process in catalogue.processes {
            guard try !holds(process.file.bytes(limit: limit)) else { continue }
            let part = addPart(
                id: "prozess", rolle: .prozess, folder: "prozesse",
                name: process.file.relativePath.split(separator: "/").last.map(String.init) ?? "prozess.bpmn",
                bytes: try process.file.bytes(limit: limit), medientyp: "application/xml", standard: Self.bpmn,
                standardVersion: "2.0")
            let name = process.name.map { [ImportOrigin.Fact(name: "name", value: $0)] } ?? []
            try addOrigin(part, "prozess", process.id ?? "-", process.file, facts: name)
            for service in services {
                link("prozess-leistung", .bestandteil(id: part, teil: nil), .leistung(schluessel: service.schluessel))
            }
        }
        for template in catalogue.templates where !holds(template.bytes) { try add(template) }
    }

    /// Whether a part has these very bytes: the same file found twice is one part.
    private func holds(_ bytes: [UInt8]) -> Bool {
        let digest = SHA256Text.digest(bytes)
        return parts.contains { $0.sha256 == digest }
    }

    private mutating func add(_ template: OZGHubTemplate) throws(TransferError) {
        let name = template.file.relativePath.split(separator: "/").last.map(String.init) ?? "vorlage.json"
        let isForm = template.kind == .form
        let engine = template.facts.first { $0.name == "engineVersion" }?.value
        let part = addPart(
            id: isForm ? "ozg-hub-formular" : "ozg-hub-\(template.kind.rawValue)",
            rolle: isForm ? .formular : .dokumentation, folder: "ozg-hub/\(template.kind.rawValue)", name: name,
            bytes: template.bytes, medientyp: "application/json", hersteller: OZGHubTemplate.vendor,
            produkt: engine.map { "\(OZGHubTemplate.product), engineVersion \(Self.token($0))" }
                ?? OZGHubTemplate.product)
        var facts: [ImportOrigin.Fact] = []
        for (label, value) in [("name", template.name), ("version", template.version), ("mandant", template.client)] {
            if let value { facts.append(.init(name: label, value: value)) }
        }
        facts += template.facts.map { ImportOrigin.Fact(name: $0.name, value: String($0.value.prefix(500))) }
        try addOrigin(part, "ozg-hub-\(template.kind.rawValue)", template.id, template.file, facts: facts)
        let said = facts.map { "\($0.name): \(Self.token($0.value))" }.joined(separator: "; ")
        if isForm {
            for service in services {
                link("formular-leistung", .bestandteil(id: part, teil: nil), .leistung(schluessel: service.schluessel))
            }
        }
        todo(
            "todo.ozg-hub", .check, part: part,
            de:
                "„\(template.id)“ aus einer Prozessvorlage des OZG-Hubs ist unverändert übernommen und nicht ausgewertet. Es nennt: \(said).",
            en:
                "“\(template.id)” of a process template of the OZG-Hub is taken over as it is and not interpreted. It says: \(said).",
            hintDE:
                "Nutzbar nur in Portalen mit diesem Produkt; leiten Sie Voraussetzungen und Parameter von Hand daraus ab.",
            hintEN: "Of use only in portals with this product; derive requirements and parameters from it by hand.")
    }

    // MARK: What is missing

    private mutating func noteForms(added: Int, left: Int, missing: [String]) {
        for id in missing {
            todo(
                "todo.form-missing", .add,
                de: "Die Leistung nennt das Formular \(id); keine Quelle hat es.",
                en: "The service names the form \(id); no source has it.",
                hintDE: "Nehmen Sie das Datenschema als Bestandteil auf.", hintEN: "Include the data schema as a part.")
        }
        if added == 0, missing.isEmpty, !catalogue.templates.contains(where: { $0.kind == .form }) {
            todo(
                "todo.form-missing", .add, de: "Das Paket hat kein Formular.", en: "The package has no form.",
                hintDE: "Nehmen Sie ein Datenschema (XDatenfelder) oder ein Formular des Herstellers auf.",
                hintEN: "Include a data schema (XDatenfelder) or a vendor's form.")
        }
        if left > 0 {
            todo(
                "todo.form-unlinked", .check,
                de: "\(left) Datenschemata der Quellen nennen keinen Bezug zu dieser Leistung und sind nicht im Paket.",
                en: "\(left) data schemas of the sources say nothing of this service and are not in the package.",
                hintDE: "Gehört eines dazu, übernehmen Sie es mit --formular KENNUNG.",
                hintEN: "If one of them belongs to it, take it with --formular ID.")
        }
    }
}
