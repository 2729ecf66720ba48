import Findings

/// The table of contents of a package as JSON.
struct ManifestDocument {
    let package: LoadedPackage

    var members: [(String, JSONText?)] {
        let manifest = package.manifest
        return [
            ("kennung", .string(manifest.kennung)), ("version", .string(manifest.version.description)),
            ("digest", .string(package.digest)), ("bezeichnung", Self.texts(manifest.bezeichnung)),
            ("beschreibung", Self.texts(manifest.beschreibung)),
            (
                "herausgeber",
                .object([
                    ("name", .string(manifest.herausgeber.name)), ("ars", .string(manifest.herausgeber.ars)),
                    ("kontakt", Self.contact(manifest.herausgeber.kontakt)),
                ])
            ),
            ("lizenz", .string(manifest.lizenz)), ("erstellt", .string(manifest.erstellt)),
            (
                "herkunft",
                manifest.herkunft.map {
                    .object([
                        ("portal", .string($0.portal)), ("adresse", .string($0.adresse)),
                        ("ars", $0.ars.map { .string($0) }),
                    ])
                }
            ),
            (
                "nachnutzung",
                manifest.nachnutzung.map {
                    .object([("bedingungen", Self.texts($0.bedingungen)), ("kontakt", Self.contact($0.kontakt))])
                }
            ),
            (
                "leistungen",
                .array(
                    manifest.leistungen.map {
                        .object([
                            ("schluessel", .string($0.schluessel)), ("leika", .boolean($0.istLeiKa)),
                            ("bezeichnung", $0.bezeichnung.eintraege.isEmpty ? nil : Self.texts($0.bezeichnung)),
                        ])
                    })
            ),
            ("bestandteile", .array(manifest.bestandteile.map(part))),
            (
                "verknuepfungen",
                .array(
                    manifest.verknuepfungen.map {
                        .object([
                            ("art", .string($0.art)), ("von", .string($0.von.description)),
                            ("nach", .string($0.nach.description)),
                        ])
                    })
            ),
            ("parameter", .array(manifest.parameter.map(parameter))),
            (
                "voraussetzungen",
                .array(
                    manifest.voraussetzungen.map {
                        .object([
                            ("art", .string($0.art.rawValue)), ("wert", .string($0.wert)),
                            ("pflicht", .boolean($0.pflicht)),
                        ])
                    })
            ),
            ("codelisten", .array(manifest.codelisten.map { .string($0.canonicalVersionURI) })),
            (
                "pakete",
                .array(
                    manifest.pakete.map {
                        .object([
                            ("kennung", .string($0.kennung)), ("versionen", .string($0.versionen.description)),
                        ])
                    })
            ),
        ]
    }

    private func part(_ part: Bestandteil) -> JSONText {
        .object([
            ("id", .string(part.id)), ("rolle", .string(part.rolle.rawValue)), ("pfad", .string(part.pfad)),
            ("medientyp", .string(part.medientyp)), ("standard", part.standard.map { .string($0) }),
            ("standardVersion", part.standardVersion.map { .string($0) }), ("sha256", .string(part.sha256)),
            ("groesse", .integer(part.groesse)), ("hersteller", part.hersteller.map { .string($0) }),
            ("produkt", part.produkt.map { .string($0) }),
        ])
    }

    private func parameter(_ parameter: ParameterDeklaration) -> JSONText {
        .object([
            ("name", .string(parameter.name)), ("typ", .string(parameter.typ.rawValue)),
            ("ebene", .string(parameter.ebene.rawValue)), ("pflicht", .boolean(parameter.pflicht)),
            ("geheim", .boolean(parameter.geheim)), ("quelle", .string(parameter.quelle.rawValue)),
            ("codeliste", parameter.codeliste.map { .string($0) }), ("bezeichnung", Self.texts(parameter.bezeichnung)),
            ("beschreibung", parameter.beschreibung.eintraege.isEmpty ? nil : Self.texts(parameter.beschreibung)),
            ("vorgabe", parameter.vorgabe.map { .string($0) }),
        ])
    }

    private static func contact(_ contact: Kontakt) -> JSONText? {
        guard contact != Kontakt() else { return nil }
        return .object([
            ("name", contact.name.map { .string($0) }), ("email", contact.email.map { .string($0) }),
            ("telefon", contact.telefon.map { .string($0) }),
        ])
    }

    static func texts(_ text: MehrsprachigerText) -> JSONText {
        .object(text.eintraege.map { ($0.sprache, .string($0.text)) })
    }
}
