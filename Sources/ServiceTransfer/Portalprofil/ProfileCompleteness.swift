import Findings
import XMLCore

/// PP-1: what each part must hold that says of itself that it is complete (9) or confirmed (10); the table is in
/// Documentation/Formate/Portalprofil.md, section 2.
extension ProfileRules {
    func incompleteParts() -> [Finding] {
        root.elements.filter { $0.name.namespace == Portalprofil.namespace }.flatMap { part -> [Finding] in
            guard let status = attribute(part, "status"), status == "9" || status == "10" else { return [] }
            return requirements(part).filter { !$0.isMet }.map { requirement in
                finding(
                    "profile.incomplete-part", at: requirement.element ?? part,
                    de:
                        "Der Teil „\(part.name.local)“ hat den Status \(status), aber es fehlt: \(requirement.de) (PP-1).",
                    en: "The part “\(part.name.local)” has the status \(status) but lacks: \(requirement.en) (PP-1).",
                    hintDE: "Ergänzen Sie die Angabe oder setzen Sie den Status auf 2 (unvollständig).",
                    hintEN: "Add the entry or set the status to 2 (incomplete).")
            }
        }
    }

    /// What a part lacks to be complete, whatever it says of itself.
    func missing(in part: XMLTree.Element) -> [TransferPlan.Text] {
        requirements(part).filter { !$0.isMet }.map { TransferPlan.Text(de: $0.de, en: $0.en) }
    }

    /// An entry that a complete part has.
    private struct Requirement {
        let isMet: Bool
        let de: String
        let en: String
        /// The element that lacks the entry, where it is not the part itself.
        var element: XMLTree.Element?
    }

    private func requirements(_ part: XMLTree.Element) -> [Requirement] {
        switch part.name.local {
        case "herausgeber": [has(part, "identifikator"), german(part, "bezeichnung")]
        case "kontakte": contacts(part)
        case "impressum", "datenschutz", "barrierefreiheit": [legalText(part)]
        case "oeffnungszeiten": [hours(part)]
        case "logo": [exists(part, "datei"), german(part, "alternativtext")]
        case "organisationseinheiten": unitRequirements(part)
        case "servicekonto": servicekonto(part)
        case "epaybl": epayblRequirements(part)
        case "pmPayment": pmPaymentRequirements(part)
        case "formularserver":
            [
                has(part, "hersteller"), has(part, "produkt"), exists(part, "briefkopf"),
                confirmed(part, "lizenzBestaetigt"),
            ]
        case "dvdvXta":
            [
                has(part, "antragsart"), has(part, "organisationsschluessel"), has(part, "intermediaer"),
                exists(part, "zertifikat"), exists(part, "privaterSchluessel"),
            ]
        case "faehigkeiten": [assuranceLevel(part)]
        case "freigabe": [has(part, "datum"), confirmed(part, "bestaetigt")]
        default: []
        }
    }

    /// An element with text.
    private func has(_ element: XMLTree.Element, _ name: String, in place: XMLTree.Element? = nil) -> Requirement {
        Requirement(isMet: text(element, name) != nil, de: name, en: name, element: place)
    }

    /// An element that says what it says with attributes or children.
    private func exists(_ element: XMLTree.Element, _ name: String) -> Requirement {
        Requirement(isMet: child(element, name) != nil, de: name, en: name)
    }

    private func german(_ element: XMLTree.Element, _ name: String) -> Requirement {
        Requirement(isMet: hasGermanText(element, name), de: "\(name) auf Deutsch", en: "\(name) in German")
    }

    private func confirmed(_ element: XMLTree.Element, _ name: String) -> Requirement {
        Requirement(isMet: isTrue(text(element, name)), de: "\(name) = true", en: "\(name) = true")
    }

    private func legalText(_ part: XMLTree.Element) -> Requirement {
        Requirement(
            isMet: hasGermanText(part, "text") || text(part, "adresse") != nil, de: "text auf Deutsch oder adresse",
            en: "text in German or adresse")
    }

    private func hours(_ part: XMLTree.Element) -> Requirement {
        Requirement(
            isMet: hasGermanText(part, "text") || child(part, "oeffnungszeit") != nil,
            de: "text auf Deutsch oder eine oeffnungszeit", en: "text in German or an oeffnungszeit")
    }

    private func contacts(_ part: XMLTree.Element) -> [Requirement] {
        var roles = ["portaladministration", "sachbearbeitung"]
        if child(root, "epaybl") != nil || child(root, "pmPayment") != nil { roles.append("bezahlwesen") }
        if child(root, "formularserver") != nil { roles.append("formularadministration") }
        return roles.map { role in
            Requirement(
                isMet: children(part, "kontakt").contains {
                    attribute($0, "rolle") == role && text($0, "email") != nil
                },
                de: "kontakt mit email für \(role)", en: "kontakt with email for \(role)")
        }
    }

    private func unitRequirements(_ part: XMLTree.Element) -> [Requirement] {
        let units = children(part, "organisationseinheit")
        guard !units.isEmpty else {
            return [Requirement(isMet: false, de: "eine organisationseinheit", en: "an organisationseinheit")]
        }
        return units.flatMap { unit -> [Requirement] in
            let id = attribute(unit, "id") ?? "?"
            return [
                Requirement(
                    isMet: children(unit, "anschrift").contains { text($0, "strasse") != nil },
                    de: "eine anschrift mit Straße der Organisationseinheit „\(id)“",
                    en: "an anschrift with a street of the unit “\(id)”", element: unit),
                Requirement(
                    isMet: child(unit, "erreichbarkeit") != nil,
                    de: "eine erreichbarkeit der Organisationseinheit „\(id)“",
                    en: "an erreichbarkeit of the unit “\(id)”", element: unit),
            ]
        }
    }

    private func servicekonto(_ part: XMLTree.Element) -> [Requirement] {
        let tenant = child(part, "mandant")
        return [
            Requirement(
                isMet: text(tenant, "bezeichnung") != nil && text(tenant, "email") != nil,
                de: "mandant mit bezeichnung und email", en: "mandant with bezeichnung and email"),
            Requirement(
                isMet: children(part, "client").contains {
                    text($0, "antwortadresse") != nil && text($0, "clientID") != nil
                        && child($0, "clientPasswort") != nil
                },
                de: "client mit antwortadresse, clientID und clientPasswort",
                en: "client with antwortadresse, clientID and clientPasswort"),
        ]
    }

    private func epayblRequirements(_ part: XMLTree.Element) -> [Requirement] {
        [
            has(part, "zahlungsanbieter"), has(part, "mandantennummerProduktion"), has(part, "bewirtschafternummer"),
            has(part, "haushaltsstelle"), exists(part, "kassenzeichen"), has(part, "buchungstext"),
            has(part, "zahlungsart"),
            Requirement(
                isMet: children(part, "projekt").contains {
                    attribute($0, "umgebung") == "produktion" && text($0, "projektID") != nil
                        && child($0, "projektPasswort") != nil
                },
                de: "projekt für produktion mit projektID und projektPasswort",
                en: "projekt for produktion with projektID and projektPasswort"),
        ]
    }

    private func pmPaymentRequirements(_ part: XMLTree.Element) -> [Requirement] {
        let access = Requirement(
            isMet: children(part, "zugang").contains {
                attribute($0, "umgebung") == "produktion" && text($0, "endpunkt") != nil && child($0, "passwort") != nil
            },
            de: "zugang für produktion mit endpunkt und passwort",
            en: "zugang for produktion with endpunkt and passwort")
        return [access]
            + children(part, "dienst").flatMap { service in
                ["verfahrensname", "praefix", "startnummer", "endnummer"].map { has(service, $0, in: service) }
            }
    }

    private func assuranceLevel(_ part: XMLTree.Element) -> Requirement {
        Requirement(
            isMet: children(part, "faehigkeit").contains { attribute($0, "art") == "vertrauensniveau" },
            de: "eine faehigkeit der Art vertrauensniveau", en: "a faehigkeit of the kind vertrauensniveau")
    }
}
