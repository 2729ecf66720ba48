extension QualityRun {
    /// The places of a form or group, and what stands there.
    func checkPlaces(
        _ places: [XDF3.Struktur], in owner: XDF3.Angaben, group: XDF3.Datenfeldgruppe?,
        ancestors: [XDFIdentifikation]
    ) {
        for place in places {
            let child = place.angaben
            let what = Self.name(child)
            check(place, owner: owner, group: group, what)
            checkDefaultField(child, siblings: places.count, owner)
            checkVersions(child, kind: place.elementangaben.schemaelementart?.code, owner: owner)
            if child.freigabestatus?.code == "7" { raise(1116, what, child.quelle) }
            switch place.element {
            case .datenfeldgruppe(let inner): check(inner, ancestors: ancestors)
            case .datenfeld(let field): check(field)
            }
        }
    }

    private func check(
        _ place: XDF3.Struktur, owner: XDF3.Angaben, group: XDF3.Datenfeldgruppe?, _ what: String
    ) {
        let multiplicity = place.anzahl.flatMap { XDFAnzahl($0) }
        if let text = place.anzahl {
            if multiplicity == nil, !text.isEmpty { raise(1046, what, place.quelle, detail: text) }
            if let multiplicity, let max = multiplicity.max, max < multiplicity.min {
                raise(1047, what, place.quelle, detail: text)
            }
        } else {
            raise(1021, what, place.quelle)
        }
        if group?.istAuswahlgruppe == true, place.anzahl != "0:1" {
            raise(1118, what, place.quelle, detail: place.anzahl)
        }
        let kind = place.elementangaben.schemaelementart?.code
        if kind == "ABS" { raise(1013, what, place.quelle) }
        if group?.element.schemaelementart?.code == "RNG", kind == "ABS" || kind == "HAR", place.bezug.isEmpty {
            raise(1022, what, place.quelle)
        }
        if case .datenfeld(let field) = place.element, field.datentyp?.code == "file", let multiplicity,
            multiplicity.max != nil
        {
            raise(1139, what, place.quelle, detail: place.anzahl)
        }
        checkReferences(place.bezug, what, place.quelle)
    }

    private func checkDefaultField(_ child: XDF3.Angaben, siblings: Int, _ owner: XDF3.Angaben) {
        guard child.identifikation.id == Self.defaultField else { return }
        raise(siblings > 1 ? 1094 : 1095, Self.name(owner), owner.quelle)
    }

    private func checkVersions(_ child: XDF3.Angaben, kind: String?, owner: XDF3.Angaben) {
        let what = Self.name(child)
        if owner.identifikation.version != nil {
            if child.identifikation.version == nil { raise(1135, what, child.quelle) }
        } else if child.identifikation.version != nil, kind == "RNG",
            child.identifikation.id.dropFirst().prefix(5) == owner.identifikation.id.dropFirst().prefix(5)
        {
            raise(1134, what, child.quelle)
        }
    }

    /// What is to be said of the whole file: versions side by side, and what publishing asks of all parts.
    func checkWhole() {
        let top = message.angaben
        var versions: [String: Set<String>] = [:]
        var listVersions: [String: Set<String>] = [:]
        let isSchema = message.art == .stammdatenschema
        let isPublished = top.veroeffentlichungsdatum != nil
        message.struktur.visit { place in
            let child = place.angaben
            let id = child.identifikation
            if !id.id.isEmpty { versions[id.id, default: []].insert(id.version ?? "") }
            if case .datenfeld(let field) = place.element, let list = field.codelisteReferenz,
                !list.canonicalIdentification.isEmpty
            {
                listVersions[list.canonicalIdentification, default: []].insert(list.version ?? "")
            }
            guard isPublished else { return }
            let what = Self.name(child)
            if child.veroeffentlichungsdatum == nil { raise(isSchema ? 1127 : 1128, what, child.quelle) }
            if let state = child.freigabestatus?.code, state == "1" || state == "2" {
                raise(isSchema ? 1129 : 1130, what, child.quelle)
            }
        }
        guard isSchema else { return }
        let several = versions.filter { $0.value.count > 1 }
        if !several.isEmpty {
            let detail = several.sorted { $0.key < $1.key }
                .map { "\($0.key) (\($0.value.sorted().joined(separator: ", ")))" }.joined(separator: "; ")
            raise(1003, Self.name(top), top.quelle, detail: detail)
        }
        let lists = listVersions.filter { $0.value.count > 1 }.keys.sorted()
        if !lists.isEmpty { raise(1037, Self.name(top), top.quelle, detail: lists.joined(separator: ", ")) }
    }

    /// A rule. `scope` holds the ids that it may name.
    func check(_ rule: XDF3.Regel, scope: Set<String>) {
        let id = rule.identifikation.description
        let name = rule.name.trimmedXML
        let what = id.isEmpty ? (name.isEmpty ? "(ohne ID)" : name) : (name.isEmpty ? id : "\(id) \(name)")
        let place = rule.quelle
        checkID(rule.identifikation, letters: "R", what, place)
        if name.isEmpty { raise(1002, what, place) }
        checkReferences(rule.bezug, what, place)
        checkKeywords(rule.stichwort, what, place)
        checkText(rule.name, limit: 255, "name", what, place)
        checkText(rule.beschreibung, limit: 5000, "beschreibung", what, place)
        guard let text = rule.freitextRegel else {
            raise(1024, what, place)
            return
        }
        checkText(text, limit: 50_000, "freitextRegel", what, place)
        for reference in QualityValues.references(in: text) {
            switch reference.kind {
            case .long:
                if !scope.contains(reference.id) { raise(1001, what, place, detail: reference.id) }
            case .longWithVersion:
                raise(1019, what, place, detail: reference.id)
                if !scope.contains(reference.id) { raise(1001, what, place, detail: reference.id) }
            case .short: raise(1041, what, place, detail: reference.id)
            }
        }
    }
}
