import Findings
import XMLCore

/// The rules for a profile that its schema cannot express (Documentation/Formate/Portalprofil.md). Each violation is
/// one finding of severity error, at the element that has to be changed:
///
/// | Rule | Findings |
/// |---|---|
/// | PP-1 | `profile.incomplete-part` |
/// | PP-20 | `profile.opening-hours`, `profile.opening-hours-overlap` |
/// | PP-21 | `profile.file-missing`, `profile.file-unreadable`, `profile.file-altered` |
/// | PP-31 | `profile.unit-cycle` |
/// | PP-32 | `profile.two-responsible-units` |
/// | PP-33 | `profile.address-kind` |
/// | PP-40, PP-41 | `profile.account-length`, `profile.account-count` |
/// | PP-42 | `profile.kassenzeichen-prefix` |
/// | PP-43 | `profile.xfinanz-days` |
/// | PP-50 | `profile.number-range`, `profile.number-range-overlap` |
/// | PP-60, PP-61 | `profile.two-payments`, `profile.payment-not-connected` |
/// | PP-70, PP-71 | `profile.value-unit`, `profile.value-package` |
/// | PP-72 | `profile.duplicate-value` |
/// | PP-74 | `profile.secret-as-value`, as far as a profile alone can tell |
///
/// PP-10 is the warning `profile.ags-mismatch` of `ProfileReader`: one municipality breaks the rule, and only the
/// register of municipalities can tell which.
struct ProfileRules {
    /// The element `portalprofil`.
    let root: XMLTree.Element
    /// What findings call the profile.
    let file: String
    /// The folder of the profile, or nil when it was not read from a path; then its files are not looked for.
    let folder: String?

    func findings() -> [Finding] {
        incompleteParts() + openingHours() + files() + units() + addresses() + epaybl() + pmPayment() + services()
            + parameterValues()
    }

    // MARK: Reading the tree

    func child(_ element: XMLTree.Element?, _ name: String) -> XMLTree.Element? {
        element?.first(XMLName(name, in: Portalprofil.namespace))
    }

    func children(_ element: XMLTree.Element?, _ name: String) -> [XMLTree.Element] {
        element?.all(XMLName(name, in: Portalprofil.namespace)) ?? []
    }

    /// The text of a child as `xs:token` has it, or nil when the child is missing or empty.
    func text(_ element: XMLTree.Element?, _ name: String) -> String? { collapsed(child(element, name)?.text) }

    /// An attribute as `xs:token` has it, or nil when it is missing or empty.
    func attribute(_ element: XMLTree.Element?, _ name: String) -> String? { collapsed(element?[name]) }

    func isTrue(_ text: String?) -> Bool { text == "true" || text == "1" }

    func hasGermanText(_ element: XMLTree.Element, _ name: String) -> Bool {
        children(element, name).contains { attribute($0, "sprache") == "de" && collapsed($0.text) != nil }
    }

    func collapsed(_ text: String?) -> String? {
        let words = text?.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words?.isEmpty ?? true ? nil : words
    }

    func finding(
        _ id: FindingID, _ severity: Severity = .error, at element: XMLTree.Element, de: MessageText, en: MessageText,
        hintDE: MessageText, hintEN: MessageText
    ) -> Finding {
        Finding(
            id, severity,
            at: Location(file: file, line: element.position?.line, column: element.position?.column, path: nil),
            Message(de: de, en: en), hint: Message(de: hintDE, en: hintEN))
    }
}

// MARK: - Opening hours and units

extension ProfileRules {
    /// PP-20, for the municipality and for each unit.
    func openingHours() -> [Finding] {
        let places =
            [child(root, "oeffnungszeiten")] + children(child(root, "organisationseinheiten"), "organisationseinheit")
        return places.compactMap(\.self).flatMap { openingHours(of: $0) }
    }

    private func openingHours(of place: XMLTree.Element) -> [Finding] {
        struct Span {
            let tag, von, bis: String
        }
        var findings: [Finding] = []
        var spans: [Span] = []
        for element in children(place, "oeffnungszeit") {
            guard let tag = attribute(element, "tag"), let von = attribute(element, "von"),
                let bis = attribute(element, "bis")
            else { continue }
            // The schema fixes the form HH:MM, so the order of the texts is the order of the times.
            guard von < bis else {
                findings.append(
                    finding(
                        "profile.opening-hours", at: element,
                        de: "Die Öffnungszeit am \(tag) von \(von) bis \(bis) endet nicht nach ihrem Beginn (PP-20).",
                        en: "The opening hours on \(tag) from \(von) to \(bis) do not end after they begin (PP-20).",
                        hintDE:
                            "Berichtigen Sie „von“ oder „bis“; Zeiten über Mitternacht teilen Sie auf zwei Tage auf.",
                        hintEN: "Correct “von” or “bis”; split times across midnight into two days."))
                continue
            }
            if let other = spans.first(where: { $0.tag == tag && $0.von < bis && von < $0.bis }) {
                findings.append(
                    finding(
                        "profile.opening-hours-overlap", at: element,
                        de: "Am \(tag) überlappen sich \(other.von)–\(other.bis) und \(von)–\(bis) (PP-20).",
                        en: "On \(tag), \(other.von)–\(other.bis) and \(von)–\(bis) overlap (PP-20).",
                        hintDE: "Fassen Sie beide Zeiten zusammen oder berichtigen Sie eine.",
                        hintEN: "Join the two times or correct one."))
            }
            spans.append(Span(tag: tag, von: von, bis: bis))
        }
        return findings
    }

    /// PP-31 and PP-32.
    func units() -> [Finding] {
        let units = children(child(root, "organisationseinheiten"), "organisationseinheit")
        return cycles(units) + responsibilities(units)
    }

    private func cycles(_ units: [XMLTree.Element]) -> [Finding] {
        var superior: [String: String] = [:]
        var order: [String] = []
        var elements: [String: XMLTree.Element] = [:]
        for unit in units {
            guard let id = attribute(unit, "id"), elements[id] == nil else { continue }
            order.append(id)
            elements[id] = unit
            superior[id] = attribute(unit, "uebergeordnet")
        }
        var findings: [Finding] = []
        var seen: Set<String> = []
        for start in order {
            var path: [String] = []
            var current: String? = start
            while let id = current, seen.insert(id).inserted {
                path.append(id)
                current = superior[id]
            }
            // A walk that ends where an earlier one has been is no new cycle.
            guard let end = current, let first = path.firstIndex(of: end), let element = elements[end] else { continue }
            let names = (path[first...] + [end]).joined(separator: " → ")
            findings.append(
                finding(
                    "profile.unit-cycle", at: element,
                    de: "Die Überordnung der Organisationseinheiten bildet einen Kreis: \(names) (PP-31).",
                    en: "The units are each other's superiors in a circle: \(names) (PP-31).",
                    hintDE: "Entfernen Sie „uebergeordnet“ bei der obersten dieser Organisationseinheiten.",
                    hintEN: "Remove “uebergeordnet” from the topmost of these units."))
        }
        return findings
    }

    private func responsibilities(_ units: [XMLTree.Element]) -> [Finding] {
        struct Matter: Hashable {
            let leistung, gebiet: String
        }
        let municipality = text(child(root, "kommune"), "ars") ?? ""
        var responsible: [Matter: String] = [:]
        var findings: [Finding] = []
        for unit in units {
            let id = attribute(unit, "id") ?? ""
            for element in children(unit, "zustaendigkeit") {
                guard let key = attribute(element, "leistungsschluessel"), (attribute(element, "rolle") ?? "01") == "01"
                else { continue }
                let matter = Matter(leistung: key, gebiet: attribute(element, "gebiet") ?? municipality)
                guard let other = responsible[matter], other != id else {
                    responsible[matter] = id
                    continue
                }
                findings.append(
                    finding(
                        "profile.two-responsible-units", at: element,
                        de:
                            "Für die Leistung \(key) im Gebiet \(matter.gebiet) sind zwei Organisationseinheiten zuständig: „\(other)“ und „\(id)“ (PP-32).",
                        en:
                            "Two units are responsible for the service \(key) in the area \(matter.gebiet): “\(other)” and “\(id)” (PP-32).",
                        hintDE:
                            "Lassen Sie eine der beiden, oder geben Sie der anderen eine andere Rolle oder ein anderes Gebiet.",
                        hintEN: "Keep one of the two, or give the other another role or another area."))
            }
        }
        return findings
    }

    /// PP-33, for every address of the profile.
    func addresses() -> [Finding] {
        let units = children(child(root, "organisationseinheiten"), "organisationseinheit")
        var addresses = units.flatMap { children($0, "anschrift") }
        addresses += children(child(child(root, "servicekonto"), "mandant"), "anschrift")
        addresses += children(child(root, "formularserver"), "briefkopf")
        return addresses.compactMap { address in
            guard let typ = attribute(address, "typ") else { return nil }
            let isBox = typ == "003" || typ == "004"
            let hasStreet = child(address, "strasse") != nil
            let hasBox = child(address, "postfach") != nil || child(address, "grossempfaenger") != nil
            guard isBox ? !hasBox : !hasStreet else { return nil }
            return finding(
                "profile.address-kind", at: address,
                de: isBox
                    ? "Eine Anschrift vom Typ \(typ) hat ein Postfach oder einen Großempfänger, keine Straße (PP-33)."
                    : "Eine Anschrift vom Typ \(typ) hat eine Straße (PP-33).",
                en: isBox
                    ? "An address of kind \(typ) has a post-office box or a bulk recipient, no street (PP-33)."
                    : "An address of kind \(typ) has a street (PP-33).",
                hintDE: "Berichtigen Sie „typ“ (001 und 002 mit Straße, 003 und 004 mit Postfach oder Großempfänger).",
                hintEN: "Correct “typ” (001 and 002 with a street, 003 and 004 with a box or a bulk recipient).")
        }
    }
}
