import Findings
import SchemaModel
import XMLCore

/// Constructs of XML Schema that standards do without.
extension LintCase {
    mutating func checkConstructs() {
        for file in files {
            for found in Self.places(file) {
                checkConstruct(found, file)
                if ["element", "attribute"].contains(found.element.name.local) { checkDeclaration(found, file) }
            }
        }
    }

    private mutating func checkConstruct(_ found: Place, _ file: File) {
        let element = found.element
        let name = element.name.local
        func isTrue(_ attribute: String) -> Bool { ["true", "1"].contains(element[attribute]) }
        let rule: String? =
            switch name {
            case "all": "construct-all"
            case "redefine": "construct-redefine"
            case "any", "anyAttribute": "construct-wildcard"
            case "group", "attributeGroup": element["name"] != nil ? "construct-group" : nil
            case "attribute": found.isTop ? "construct-group" : nil
            case "list", "union": "construct-list-union"
            case "complexType", "complexContent": isTrue("mixed") ? "construct-mixed" : nil
            default: nil
            }
        guard let rule else { return }
        let what = element["name"] ?? Self.owner(found)
        note(
            rule, at: place(element, file),
            Message(de: "xs:\(name) in „\(what)“.", en: "xs:\(name) in “\(what)”."))
    }

    private mutating func checkDeclaration(_ found: Place, _ file: File) {
        let element = found.element
        let location = place(element, file)
        let name = element["name"] ?? element["ref"] ?? "-"
        if element["substitutionGroup"] != nil {
            note(
                "construct-substitution", at: location,
                Message(
                    de: "„\(name)“ gehört zu einer Ersetzungsgruppe.", en: "“\(name)” belongs to a substitution group.")
            )
        }
        if ["true", "1"].contains(element["nillable"]) {
            note(
                "construct-nillable", at: location,
                Message(de: "„\(name)“ darf leer sein (nillable).", en: "“\(name)” may be nil (nillable)."))
        }
        if var value = element["default"] {
            // Whole sentences occur.
            if value.count > 40 { value = value.prefix(40) + "…" }
            note(
                "construct-default", at: location,
                Message(
                    de: "„\(name)“ hat den Vorgabewert „\(value)“.", en: "“\(name)” has the default value “\(value)”."))
        }
        checkType(found, file, name, location)
    }

    private mutating func checkType(_ found: Place, _ file: File, _ name: String, _ location: Location) {
        let element = found.element
        let hasNone =
            element["type"] == nil && element["ref"] == nil && element["substitutionGroup"] == nil
            && element["use"] != "prohibited"
            && !element.elements.contains { ["simpleType", "complexType"].contains($0.name.local) }
        if hasNone || file.isBuiltin(element["type"], "anyType", "anySimpleType") {
            note(
                "construct-any-type", at: location,
                Message(
                    de: "„\(name)“ nimmt jeden Inhalt an.", en: "“\(name)” accepts any content."))
        }
        let isInCode = found.ancestors.contains { $0["name"]?.contains("Code") == true }
        if element.name.local == "element", !found.isRestated, !isInCode,
            file.isBuiltin(element["type"], "string", "normalizedString")
        {
            note(
                "text-type", at: location,
                Message(
                    de: "„\(name)“ hat den Typ \(element["type"] ?? "").",
                    en: "“\(name)” has the type \(element["type"] ?? "")."))
        }
    }

    /// The nearest name above.
    private static func owner(_ found: Place) -> String {
        found.ancestors.reversed().lazy.compactMap { $0["name"] }.first ?? "-"
    }
}
