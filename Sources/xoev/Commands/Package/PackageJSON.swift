import Findings
import ServiceTransfer

/// A package's table of contents as JSON.
struct PackageJSON {
    private let package: LoadedPackage

    init(_ package: LoadedPackage) { self.package = package }

    var text: JSONText {
        let manifest = package.manifest
        return .object([
            ("schemaVersion", .string("1.0")),
            ("kennung", .string(manifest.kennung)),
            ("version", .string(manifest.version.description)),
            ("digest", .string(package.digest)),
            ("bezeichnung", texts(manifest.bezeichnung)),
            ("beschreibung", texts(manifest.beschreibung)),
            (
                "herausgeber",
                .object([("name", .string(manifest.herausgeber.name)), ("ars", .string(manifest.herausgeber.ars))])
            ),
            ("lizenz", .string(manifest.lizenz)),
            ("erstellt", .string(manifest.erstellt)),
            (
                "herkunft",
                manifest.herkunft.map { .object([("portal", .string($0.portal)), ("adresse", .string($0.adresse))]) }
            ),
            (
                "leistungen",
                .array(
                    manifest.leistungen.map {
                        .object([("schluessel", .string($0.schluessel)), ("leika", .boolean($0.istLeiKa))])
                    })
            ),
            ("bestandteile", .array(manifest.bestandteile.map(part))),
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
        ])
    }

    private func part(_ part: Bestandteil) -> JSONText {
        .object([
            ("id", .string(part.id)),
            ("rolle", .string(part.rolle.rawValue)),
            ("pfad", .string(part.pfad)),
            ("medientyp", .string(part.medientyp)),
            ("standard", part.standard.map { .string($0) }),
            ("standardVersion", part.standardVersion.map { .string($0) }),
            ("sha256", .string(part.sha256)),
            ("groesse", .integer(part.groesse)),
        ])
    }

    private func parameter(_ parameter: ParameterDeklaration) -> JSONText {
        .object([
            ("name", .string(parameter.name)),
            ("typ", .string(parameter.typ.rawValue)),
            ("ebene", .string(parameter.ebene.rawValue)),
            ("pflicht", .boolean(parameter.pflicht)),
            ("geheim", .boolean(parameter.geheim)),
            ("vorgabe", parameter.vorgabe.map { .string($0) }),
        ])
    }

    private func texts(_ text: MehrsprachigerText) -> JSONText {
        .object(text.eintraege.map { ($0.sprache, .string($0.text)) })
    }
}
