import Findings
import XOEV

extension QualityRun {
    /// The states from draft on, in which the state's date is required.
    static let datedStates: Set = ["3", "4", "5", "6", "7"]
    static let fimPublishers: Set = ["FIM-Baustein Datenfelder", "FIM Baustein Datenfelder"]
    static let defaultField = "F60000000001"
    /// Elements of HTML that load or run something.
    static let activeElements: Set = [
        "script", "iframe", "img", "object", "embed", "svg", "math", "style", "link", "meta", "base", "form", "input",
        "button", "video", "audio",
    ]
    static let defaultProfile = "D99000000001"

    func check(_ schema: XDF3.Stammdatenschema) {
        let what = Self.name(schema.angaben)
        let place = schema.quelle
        checkCommon(schema.angaben, letters: "S", dateMessage: 1143, publisherMessage: 1141)
        if schema.bezug.isEmpty { raise(1051, what, place) }
        checkTitle(schema.bezeichnung, help: schema.hilfetext, what, place)
        checkCode(schema.ableitungsmodifikationenStruktur, .ableitungStruktur, 1033, what, place)
        checkCode(schema.ableitungsmodifikationenRepraesentation, .ableitungRepraesentation, 1034, what, place)
        if let profile = schema.dokumentsteckbrief, !profile.id.isEmpty {
            checkProfileReference(profile, state: schema.freigabestatus?.code, what, place)
        } else {
            raise(1007, what, place)
        }
        if schema.struktur.isEmpty { raise(1078, what, place) }
        checkDuplicates(schema.struktur, message: 1025, what, place)
        checkPlaces(schema.struktur, in: schema.angaben, group: nil, ancestors: [])
        for rule in schema.regel { check(rule, scope: allIDs) }
    }

    private func checkProfileReference(
        _ profile: XDFIdentifikation, state: String?, _ what: String, _ place: XDFPosition
    ) {
        if profile.id == Self.defaultProfile {
            raise(["4", "5", "6"].contains(state) ? 1097 : 1096, what, place)
        } else if !profile.hasForm(of: .v3, letters: "D") {
            raise(1039, what, place, detail: profile.id)
        } else if profile.nummernkreis != "99" {
            raise(1124, what, place, detail: profile.id)
        }
    }

    func check(_ group: XDF3.Datenfeldgruppe, ancestors: [XDFIdentifikation]) {
        let what = Self.name(group.angaben)
        let place = group.quelle
        let id = group.angaben.identifikation
        if !id.id.isEmpty, ancestors.contains(id) {
            // What is inside was checked where the group stood first.
            raise(1026, what, place)
            return
        }
        checkCommon(group.angaben, letters: "G", dateMessage: 1142, publisherMessage: 1140)
        checkLabels(group.element, bezug: group.angaben.bezug, what, place)
        if let kind = group.art, !XDFCodelist.gruppenart.codes.contains(kind.code) {
            raise(1042, what, place, detail: kind.code)
        }
        switch group.struktur.count {
        case 0: raise(1023, what, place)
        case 1: raise(group.istAuswahlgruppe ? 1043 : 1106, what, place)
        default: break
        }
        checkDuplicates(group.struktur, message: 1004, what, place)
        checkPlaces(group.struktur, in: group.angaben, group: group, ancestors: ancestors + [id])
        if !group.regel.isEmpty {
            var scope: Set = [id.id]
            group.struktur.visit { scope.insert($0.angaben.identifikation.id) }
            for rule in group.regel { check(rule, scope: scope) }
        }
    }

    func check(_ profile: XDF3.Dokumentsteckbrief) {
        let what = Self.name(profile.angaben)
        let place = profile.quelle
        checkCommon(profile.angaben, letters: "D", dateMessage: 1144, publisherMessage: nil)
        checkTitle(profile.bezeichnung, help: profile.hilfetext, what, place)
        if profile.definition == nil { raise(1049, what, place) }
        if profile.hilfetext == nil { raise(1107, what, place) }
        checkCode(profile.dokumentart, .dokumentart, 1055, what, place)
        let linked = profile.relation.filter { $0.praedikat?.code == "VKN" && !$0.objekt.id.isEmpty }.count
        switch profile.istAbstrakt {
        case "true", "1": if linked < 2 { raise(1054, what, place) }
        case "false", "0":
            if linked > 0 { raise(1053, what, place) }
            if profile.bezug.isEmpty { raise(1052, what, place) }
        default: raise(1092, what, place)
        }
    }

    private func checkTitle(_ title: String, help: String?, _ what: String, _ place: XDFPosition) {
        let trimmed = title.trimmedXML
        if trimmed.isEmpty { raise(1050, what, place) }
        if !trimmed.isEmpty, help?.trimmedXML == trimmed { raise(1098, what, place) }
        checkText(title, limit: 255, "bezeichnung", what, place)
        checkText(help, limit: 5000, "hilfetext", what, place)
    }

    func checkLabels(
        _ labels: XDF3.Elementangaben, bezug: [XDF3.Bezug], _ what: String, _ place: XDFPosition
    ) {
        let input = labels.bezeichnungEingabe.trimmedXML
        let output = labels.bezeichnungAusgabe?.trimmedXML ?? ""
        if input.isEmpty { raise(1009, what, place) }
        if output.isEmpty { raise(1010, what, place) }
        if !input.isEmpty, labels.hilfetextEingabe?.trimmedXML == input { raise(1098, what, place) }
        if !output.isEmpty, labels.hilfetextAusgabe?.trimmedXML == output { raise(1098, what, place) }
        checkCode(labels.schemaelementart, .schemaelementart, 1031, what, place)
        if bezug.isEmpty {
            switch labels.schemaelementart?.code {
            case "RNG": raise(1006, what, place)
            case "HAR": raise(1101, what, place)
            default: break
            }
        }
        checkText(labels.bezeichnungEingabe, limit: 255, "bezeichnungEingabe", what, place)
        checkText(labels.bezeichnungAusgabe, limit: 255, "bezeichnungAusgabe", what, place)
        checkText(labels.hilfetextEingabe, limit: 5000, "hilfetextEingabe", what, place)
        checkText(labels.hilfetextAusgabe, limit: 5000, "hilfetextAusgabe", what, place)
    }

    /// What every element of the building kit must keep.
    func checkCommon(
        _ angaben: XDF3.Angaben, letters: String, dateMessage: Int, publisherMessage: Int?
    ) {
        let what = Self.name(angaben)
        let place = angaben.quelle
        checkID(angaben.identifikation, letters: letters, what, place)
        if angaben.name.trimmedXML.isEmpty { raise(1002, what, place) }
        checkCode(angaben.freigabestatus, .status, 1032, what, place)
        if let state = angaben.freigabestatus?.code, Self.datedStates.contains(state), angaben.statusGesetztAm == nil {
            raise(dateMessage, what, place)
        }
        if let publisher = angaben.statusGesetztDurch?.trimmedXML {
            if let publisherMessage, Self.fimPublishers.contains(publisher), angaben.identifikation.nummernkreis != "60"
            {
                raise(publisherMessage, what, place)
            }
        } else {
            raise(1117, what, place)
        }
        checkText(angaben.name, limit: 255, "name", what, place)
        checkText(angaben.beschreibung, limit: 5000, "beschreibung", what, place)
        checkText(angaben.definition, limit: 5000, "definition", what, place)
        checkText(angaben.versionshinweis, limit: 5000, "versionshinweis", what, place)
        checkReferences(angaben.bezug, what, place)
        checkKeywords(angaben.stichwort, what, place)
        for relation in angaben.relation { check(relation, of: angaben, what, place) }
    }

    private func check(_ relation: XDF3.Relation, of owner: XDF3.Angaben, _ what: String, _ place: XDFPosition) {
        let predicate = relation.praedikat?.code ?? ""
        let isKnown = XDFCodelist.relation.codes.contains(predicate)
        if !isKnown { raise(1029, what, place, detail: predicate.isEmpty ? nil : predicate) }
        guard let letter = relation.objekt.id.first else {
            raise(1091, what, place)
            return
        }
        guard isKnown, let own = owner.identifikation.id.first else { return }
        if predicate == "VKN", own != "D" {
            raise(1088, what, place, detail: predicate)
        } else if letter != own {
            raise(1087, what, place, detail: relation.objekt.id)
        }
    }

    func checkID(_ id: XDFIdentifikation, letters: String, _ what: String, _ place: XDFPosition) {
        if id.id.isEmpty {
            raise(1038, what, place)
        } else if !id.hasForm(of: .v3, letters: letters) {
            raise(1039, what, place, detail: id.id)
        }
    }

    func checkCode(_ code: XDFCode?, _ list: XDFCodelist, _ number: Int, _ what: String, _ place: XDFPosition) {
        guard let code, list.codes.contains(code.code) else {
            raise(number, what, place, detail: code.flatMap { $0.code.isEmpty ? nil : $0.code })
            return
        }
    }

    func checkReferences(_ references: [XDF3.Bezug], _ what: String, _ place: XDFPosition) {
        for reference in references {
            if reference.text.contains(";") { raise(1132, what, place) }
            if let link = reference.link {
                if !QualityValues.isURL(link) { raise(1133, what, place, detail: link) }
                if link.count > 255 { raise(1138, what, place) }
            }
            checkText(reference.text, limit: 5000, "bezug", what, place)
        }
    }

    func checkKeywords(_ keywords: [XDF3.Stichwort], _ what: String, _ place: XDFPosition) {
        for keyword in keywords {
            if let uri = keyword.uri, uri.count > 255 { raise(1137, what, place) }
            checkText(keyword.text, limit: 255, "stichwort", what, place)
        }
    }

    /// Characters and length. The recommended lengths are not public: 255 for names and labels, 5,000 for texts.
    func checkText(_ text: String?, limit: Int, _ attribute: String, _ what: String, _ place: XDFPosition) {
        guard let text else { return }
        if text.utf8.count > limit, text.count > limit { raise(1136, what, place, detail: attribute) }
        if text.utf8.contains(UInt8(ascii: "<")) {
            let active = HTMLText(text).forbiddenParts.filter { Self.activeElements.contains($0) || $0.contains("[") }
            if !active.isEmpty { addActiveContent(attribute, active, what, place) }
        }
        if let character = QualityValues.firstNonLatin(text) {
            let code = String(character.value, radix: 16, uppercase: true)
            raise(
                1131, what, place,
                detail: "\(attribute): U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)")
        }
    }

    func checkDuplicates(_ places: [XDF3.Struktur], message: Int, _ what: String, _ place: XDFPosition) {
        var seen: Set<XDFIdentifikation> = []
        for id in places.map(\.angaben.identifikation) where !id.id.isEmpty {
            if !seen.insert(id).inserted { raise(message, what, place, detail: id.description) }
        }
    }
}
