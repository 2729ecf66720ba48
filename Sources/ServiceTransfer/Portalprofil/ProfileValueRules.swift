import Findings
import XMLCore

/// PP-70 to PP-72 and PP-74: where the values of parameters are set. Which values the parameters of a package take, and
/// PP-74 in full, is seen only together with the package (`ParameterResolver`).
extension ProfileRules {
    private struct Place: Hashable {
        let name: String
        let level, unit, package: String?
    }

    func parameterValues() -> [Finding] {
        let elements = children(child(root, "parameterwerte"), "parameterwert")
        var places: Set<Place> = []
        var findings: [Finding] = []
        for element in elements {
            guard let name = attribute(element, "name") else { continue }
            let place = Place(
                name: name, level: attribute(element, "ebene"), unit: attribute(element, "organisationseinheit"),
                package: attribute(element, "paket"))
            if let finding = wrongUnit(place, element) { findings.append(finding) }
            if place.level == "dienst", place.package == nil {
                findings.append(
                    finding(
                        "profile.value-package", at: element,
                        de: "Der Wert „\(name)“ der Ebene „dienst“ nennt kein Paket (PP-71).",
                        en: "The value “\(name)” of the level “dienst” names no package (PP-71).",
                        hintDE:
                            "Ergänzen Sie „paket“ mit der Kennung des Dienstpakets oder wählen Sie eine weitere Ebene.",
                        hintEN: "Add “paket” with the identifier of the package or choose a wider level."))
            }
            if !places.insert(place).inserted {
                findings.append(
                    finding(
                        "profile.duplicate-value", at: element,
                        de: "Der Wert „\(name)“ steht für dieselbe Ebene zweimal (PP-72).",
                        en: "The value “\(name)” stands twice for the same level (PP-72).",
                        hintDE: "Entfernen Sie einen der beiden Werte.", hintEN: "Remove one of the two values."))
            }
            if let finding = secretAsValue(place, element, elements) { findings.append(finding) }
        }
        return findings
    }

    private func wrongUnit(_ place: Place, _ element: XMLTree.Element) -> Finding? {
        let name = place.name
        if place.level == "organisationseinheit", place.unit == nil {
            return finding(
                "profile.value-unit", at: element,
                de: "Der Wert „\(name)“ der Ebene „organisationseinheit“ nennt keine Organisationseinheit (PP-70).",
                en: "The value “\(name)” of the level “organisationseinheit” names no unit (PP-70).",
                hintDE: "Ergänzen Sie „organisationseinheit“ mit der id einer Organisationseinheit des Profils.",
                hintEN: "Add “organisationseinheit” with the id of a unit of the profile.")
        }
        guard let level = place.level, level != "organisationseinheit", place.unit != nil else { return nil }
        return finding(
            "profile.value-unit", at: element,
            de: "Der Wert „\(name)“ der Ebene „\(level)“ nennt eine Organisationseinheit (PP-70).",
            en: "The value “\(name)” of the level “\(level)” names a unit (PP-70).",
            hintDE: "Entfernen Sie „organisationseinheit“ oder wählen Sie ebene=\"organisationseinheit\".",
            hintEN: "Remove “organisationseinheit” or choose ebene=\"organisationseinheit\".")
    }

    /// One parameter is not secret in one place and open in another. The value is not repeated: it may be the secret.
    private func secretAsValue(
        _ place: Place, _ element: XMLTree.Element, _ elements: [XMLTree.Element]
    ) -> Finding? {
        guard child(element, "wert") != nil, child(element, "geheimnis") == nil else { return nil }
        let isSecretElsewhere = elements.contains { other in
            guard attribute(other, "name") == place.name, child(other, "geheimnis") != nil else { return false }
            // Two packages may each have a parameter of this name.
            guard let package = place.package, let otherPackage = attribute(other, "paket") else { return true }
            return package == otherPackage
        }
        guard isSecretElsewhere else { return nil }
        return finding(
            "profile.secret-as-value", at: element,
            de: "„\(place.name)“ ist an anderer Stelle ein Geheimnis, hier aber ein offener Wert (PP-74).",
            en: "“\(place.name)” is a secret in another place but an open value here (PP-74).",
            hintDE:
                "Ersetzen Sie <wert> durch <geheimnis secretRef=\"…\"/> und tauschen Sie das Geheimnis aus, falls es hier stand.",
            hintEN: "Replace <wert> by <geheimnis secretRef=\"…\"/>, and change the secret if it stood here.")
    }
}
