import Archives
import FIM
import Findings

/// The rules for the table of contents that its schema cannot express (Documentation/Formate/Dienstpaket.md: those that
/// are marked “Leser”).
struct ManifestRules {
    let package: LoadedPackage

    private var manifest: Dienstpaket { package.manifest }

    func findings() -> [Finding] { general() + services() + parts() + parameters() + dependencies() }

    private func finding(
        _ id: FindingID, _ severity: Severity = .error, de: MessageText, en: MessageText, hintDE: MessageText,
        hintEN: MessageText
    ) -> Finding {
        Finding(
            id, severity, at: Location(file: package.contents.displayName(Dienstpaket.fileName)),
            Message(de: de, en: en), hint: Message(de: hintDE, en: hintEN))
    }

    private func general() -> [Finding] {
        guard manifest.bezeichnung["de"] == nil else { return [] }
        return [
            finding(
                "package.german-name-missing", de: "Die Bezeichnung auf Deutsch fehlt (DP-11).",
                en: "The name in German is missing (DP-11).",
                hintDE: "Ergänzen Sie <bezeichnung sprache=\"de\">.", hintEN: "Add <bezeichnung sprache=\"de\">.")
        ]
    }

    private func services() -> [Finding] {
        manifest.leistungen.compactMap { service in
            let hasForm = (try? Leistungsschluessel(service.schluessel))?.isLeiKa ?? false
            if service.istLeiKa, !hasForm {
                return finding(
                    "package.leika-key", de: "„\(service.schluessel)“ ist kein LeiKa-Schlüssel (DP-20).",
                    en: "“\(service.schluessel)” is not a key of the LeiKa (DP-20).",
                    hintDE: "LeiKa-Schlüssel haben 14 Ziffern und beginnen mit 99; sonst gilt leika=\"false\".",
                    hintEN: "Keys of the LeiKa have 14 digits and begin with 99; else write leika=\"false\".")
            }
            if !service.istLeiKa, hasForm {
                return finding(
                    "package.leika-key-not-marked", .warning,
                    de:
                        "„\(service.schluessel)“ sieht wie ein LeiKa-Schlüssel aus, ist aber nicht so gekennzeichnet (DP-21).",
                    en: "“\(service.schluessel)” looks like a key of the LeiKa but is not marked as one (DP-21).",
                    hintDE: "Prüfen Sie, ob leika=\"true\" gemeint ist.",
                    hintEN: "Check whether leika=\"true\" is meant.")
            }
            return nil
        }
    }

    private func parts() -> [Finding] {
        var findings: [Finding] = []
        var paths = PathCollisions()
        _ = paths.add(Dienstpaket.fileName)
        for part in manifest.bestandteile {
            // The same path twice has been said by the reader, the manifest as its own part is said by `FileCheck`.
            if let other = paths.add(part.pfad), other != part.pfad {
                findings.append(
                    finding(
                        "package.path-collision",
                        de: "Die Pfade „\(other)“ und „\(part.pfad)“ sind auf manchen Dateisystemen derselbe (DP-30).",
                        en: "The paths “\(other)” and “\(part.pfad)” are the same on some file systems (DP-30).",
                        hintDE: "Benennen Sie eine der beiden Dateien um.", hintEN: "Rename one of the two files."))
            }
            if part.standardVersion != nil, part.standard == nil {
                findings.append(
                    finding(
                        "package.standard-version-alone",
                        de: "„\(part.id)“ nennt die Version eines Standards, aber nicht den Standard (DP-32).",
                        en: "“\(part.id)” names the version of a standard but not the standard (DP-32).",
                        hintDE: "Ergänzen Sie standard.", hintEN: "Add standard."))
            }
            let isOpen = part.standard != nil || part.istXML
            if part.rolle == .formular, !isOpen, part.hersteller == nil || part.produkt == nil {
                findings.append(
                    finding(
                        "package.vendor-missing",
                        de:
                            "„\(part.id)“ ist ein Formular in einem nicht offenen Format ohne Hersteller und Produkt (DP-33).",
                        en: "“\(part.id)” is a form in a closed format without vendor and product (DP-33).",
                        hintDE: "Ergänzen Sie hersteller und produkt.", hintEN: "Add hersteller and produkt."))
            }
        }
        return findings
    }

    private func parameters() -> [Finding] {
        var findings: [Finding] = []
        for parameter in manifest.parameter {
            let name = parameter.name
            if parameter.typ == .secret, !parameter.geheim {
                findings.append(
                    finding(
                        "package.secret-not-marked",
                        de: "Der Parameter „\(name)“ ist ein Geheimnis, aber nicht geheim (DP-51).",
                        en: "The parameter “\(name)” is a secret but not marked as one (DP-51).",
                        hintDE: "Setzen Sie geheim=\"true\".", hintEN: "Set geheim=\"true\"."))
            }
            if (parameter.typ == .code) != (parameter.codeliste != nil) {
                findings.append(
                    finding(
                        "package.parameter-codelist",
                        de: "Der Parameter „\(name)“: codeliste steht genau dann, wenn der Typ code ist (DP-53).",
                        en: "The parameter “\(name)”: codeliste is there exactly when the type is code (DP-53).",
                        hintDE: "Ergänzen oder entfernen Sie codeliste.", hintEN: "Add or remove codeliste."))
            }
            guard let value = parameter.vorgabe else { continue }
            if parameter.geheim || parameter.typ == .secret {
                findings.append(
                    finding(
                        "package.secret-default", de: "Der geheime Parameter „\(name)“ hat eine Vorgabe (DP-52).",
                        en: "The secret parameter “\(name)” has a default (DP-52).",
                        hintDE: "Entfernen Sie die Vorgabe und tauschen Sie das Geheimnis aus.",
                        hintEN: "Remove the default and change the secret."))
            } else if let expected = parameter.typ.expectation(for: value) {
                findings.append(
                    finding(
                        "package.default-invalid",
                        de: "Die Vorgabe „\(value)“ des Parameters „\(name)“ hat nicht die Form seines Typs (DP-54).",
                        en:
                            "The default “\(value)” of the parameter “\(name)” does not have the form of its type (DP-54).",
                        hintDE: "Erwartet wird \(text: expected.de).", hintEN: "Expected is \(text: expected.en)."))
            }
        }
        return findings
    }

    private func dependencies() -> [Finding] {
        guard manifest.pakete.contains(where: { $0.kennung == manifest.kennung }) else { return [] }
        return [
            finding(
                "package.depends-on-itself", de: "Das Paket hängt von sich selbst ab (DP-61).",
                en: "The package depends on itself (DP-61).", hintDE: "Entfernen Sie diese Abhängigkeit.",
                hintEN: "Remove this dependency.")
        ]
    }
}
