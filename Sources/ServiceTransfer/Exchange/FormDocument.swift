import FIM
import Findings

/// A form as JSON: its groups and fields as they stand in it.
struct FormDocument {
    let part: String
    let reading: XDFReading

    var json: JSONText {
        switch reading.nachricht {
        case .xdf3(let message):
            let schema = message.stammdatenschema
            return form(
                "3.0.0", message.angaben.identifikation, message.angaben.name, title: schema?.bezeichnung,
                rules: message.alleRegeln.map { rule($0.identifikation, $0.name, $0.freitextRegel) },
                structure: message.struktur.map(node))
        case .xdf2(let message):
            var schema: XDF2.Stammdatenschema?
            if case .stammdatenschema(let found) = message.inhalt { schema = found }
            return form(
                "2.0", message.angaben.identifikation, message.angaben.name, title: message.angaben.bezeichnungEingabe,
                rules: (schema?.regel ?? []).map {
                    rule($0.angaben.identifikation, $0.angaben.name, $0.angaben.definition)
                },
                structure: (schema?.struktur ?? []).map(node))
        }
    }

    private func form(
        _ version: String, _ id: XDFIdentifikation, _ name: String, title: String?, rules: [JSONText],
        structure: [JSONText]
    ) -> JSONText {
        .object([
            ("part", .string(part)), ("standardVersion", .string(version)), ("id", .string(id.id)),
            ("version", id.version.map { .string($0) }), ("name", .string(name)),
            ("title", title.map { .string($0) }), ("rules", .array(rules)), ("structure", .array(structure)),
        ])
    }

    private func rule(_ id: XDFIdentifikation, _ name: String, _ text: String?) -> JSONText {
        .object([
            ("id", .string(id.id)), ("version", id.version.map { .string($0) }), ("name", .string(name)),
            ("text", text.map { .string($0) }),
        ])
    }

    /// What groups and fields of both versions have in common.
    private func members(
        _ kind: String, _ id: XDFIdentifikation, _ name: String, label: String?, count: XDFAnzahl
    ) -> [(String, JSONText?)] {
        [
            ("kind", .string(kind)), ("id", .string(id.id)), ("version", id.version.map { .string($0) }),
            ("name", .string(name)), ("label", label.map { .string($0) }), ("min", .integer(count.min)),
            ("max", count.max.map { .integer($0) } ?? .null),
        ]
    }

    // MARK: 3.0.0

    private func node(_ place: XDF3.Struktur) -> JSONText {
        let angaben = place.angaben
        let label = place.elementangaben.bezeichnungEingabe
        switch place.element {
        case .datenfeldgruppe(let group):
            return .object(
                members("group", angaben.identifikation, angaben.name, label: label, count: place.haeufigkeit) + [
                    ("isChoice", group.istAuswahlgruppe ? .boolean(true) : nil),
                    ("children", .array(group.struktur.map(node))),
                ])
        case .datenfeld(let field):
            let bounds = field.praezisierung
            return .object(
                members("field", angaben.identifikation, angaben.name, label: label, count: place.haeufigkeit) + [
                    ("type", field.datentyp.map { .string($0.code) }),
                    ("input", field.feldart.map { .string($0.code) }),
                    ("minLength", bounds.minLength.map { .string($0) }),
                    ("maxLength", bounds.maxLength.map { .string($0) }),
                    ("minValue", bounds.minValue.map { .string($0) }),
                    ("maxValue", bounds.maxValue.map { .string($0) }), ("pattern", bounds.pattern.map { .string($0) }),
                    ("values", field.werte.map { .array($0.map { value($0.code, $0.name) }) }),
                    (
                        "codeList",
                        field.codelisteReferenz.map {
                            list($0.canonicalIdentification, $0.version, $0.canonicalVersionUri)
                        }
                    ),
                ])
        }
    }

    // MARK: 2.0

    private func node(_ place: XDF2.Struktur) -> JSONText {
        let count = place.anzahl.flatMap { XDFAnzahl($0) } ?? XDFAnzahl(1, 1)
        switch place.element {
        case .datenfeldgruppe(let group):
            let angaben = group.angaben
            return .object(
                members(
                    "group", angaben.identifikation, angaben.name, label: angaben.bezeichnungEingabe, count: count)
                    + [("children", .array(group.struktur.map(node)))])
        case .datenfeld(let field):
            let angaben = field.angaben
            return .object(
                members(
                    "field", angaben.identifikation, angaben.name, label: angaben.bezeichnungEingabe, count: count)
                    + [
                        ("type", field.datentyp.map { .string($0.code) }),
                        ("input", field.feldart.map { .string($0.code) }),
                        ("constraints", field.praezisierung.map { .string($0) }),
                        (
                            "codeList",
                            field.codelisteReferenz.map {
                                list($0.canonicalIdentification, $0.version, $0.canonicalVersionUri)
                            }
                        ),
                    ])
        }
    }

    private func value(_ code: String, _ name: String) -> JSONText {
        .object([("code", .string(code)), ("name", .string(name))])
    }

    private func list(_ uri: String?, _ version: String?, _ versionURI: String?) -> JSONText {
        .object([
            ("uri", uri.map { .string($0) }), ("version", version.map { .string($0) }),
            ("versionUri", versionURI.map { .string($0) }),
        ])
    }
}
