import Findings
import ServiceTransfer

/// A package's table of contents for people.
struct PackageText {
    private let language: Language

    init(_ language: Language) { self.language = language }

    func render(_ package: LoadedPackage) -> String {
        let manifest = package.manifest
        var text = SafeText.line(
            "\(manifest.bezeichnung.best(language.rawValue)) (\(manifest.kennung) \(manifest.version))")
        text += "\n"
        var labels = LabelledLines(language)
        labels.add(
            Message(de: "Herausgeber", en: "publisher"),
            "\(manifest.herausgeber.name) (ARS \(manifest.herausgeber.ars))")
        labels.add(Message(de: "Lizenz", en: "licence"), manifest.lizenz)
        labels.add(Message(de: "Erstellt", en: "made"), manifest.erstellt)
        labels.add(
            Message(de: "Herkunft", en: "origin"),
            manifest.herkunft.map { "\($0.portal), \($0.adresse)" })
        labels.add(Message(de: "Prüfsumme", en: "digest"), package.digest)
        for service in manifest.leistungen {
            let note = service.istLeiKa ? "" : pick(" (kein LeiKa-Schlüssel)", " (not a LeiKa key)")
            labels.add(Message(de: "Leistung", en: "service"), service.schluessel + note)
        }
        text += labels.text

        text += heading("Bestandteile", "Parts", manifest.bestandteile.count)
        text += table(
            manifest.bestandteile.map { part in
                let standard = [part.standard, part.standardVersion].compactMap { $0 }.joined(separator: " ")
                return [part.id, part.rolle.rawValue, part.pfad, "\(part.groesse) B", standard]
            })
        if !manifest.parameter.isEmpty {
            text += heading("Parameter", "Parameters", manifest.parameter.count)
            text += table(
                manifest.parameter.map { parameter in
                    var notes = [parameter.pflicht ? pick("Pflicht", "required") : pick("freiwillig", "optional")]
                    if parameter.geheim { notes.append(pick("geheim", "secret")) }
                    if let value = parameter.vorgabe { notes.append(pick("Vorgabe", "default") + " \(value)") }
                    return [
                        parameter.name, parameter.typ.rawValue, parameter.ebene.rawValue,
                        notes.joined(separator: ", "), parameter.bezeichnung.best(language.rawValue),
                    ]
                })
        }
        if !manifest.voraussetzungen.isEmpty {
            text += heading("Voraussetzungen", "Requirements", manifest.voraussetzungen.count)
            text += table(
                manifest.voraussetzungen.map {
                    [
                        $0.art.rawValue, $0.wert,
                        $0.pflicht ? pick("Pflicht", "required") : pick("freiwillig", "optional"),
                    ]
                })
        }
        let dependencies =
            manifest.codelisten.map(\.canonicalVersionURI)
            + manifest.pakete.map { "\($0.kennung) \($0.versionen)" }
        if !dependencies.isEmpty {
            text += heading("Abhängigkeiten", "Dependencies", dependencies.count)
            text += table(dependencies.map { [$0] })
        }
        return text
    }

    private func pick(_ de: String, _ en: String) -> String { language == .de ? de : en }

    private func heading(_ de: String, _ en: String, _ count: Int) -> String { "  \(pick(de, en)) (\(count))\n" }

    private func table(_ rows: [[String]]) -> String { TextTable(rows, indent: "    ").text }
}
