import FIM
import Findings
import XMLCore
import XOEV

/// Binds the head of a message that a package brings along (G2G basic message 1.1, with and without namespaces): where
/// reader or author is an authority of the origin, known by its key in the DVDV, the authority of the target takes its
/// place. The rest of the message is content and stays.
///
/// The target has two keys: that of the service (parameter `dvdvKennung`) and that of its portal
/// (`dvdvXta/organisationsschluessel`). The prefix of the key, which says what kind of authority it is, tells which one is
/// meant; a key with another prefix stays and is told.
struct MessageHeadBinder {
    let package: LoadedPackage
    let profile: Portalprofil
    let parameters: [String: ResolvedParameter]

    private var origin: AGS? {
        (try? ARS(package.manifest.herkunft?.ars ?? package.manifest.herausgeber.ars))?.derivedAGS
    }

    /// Whether a message could name an authority of the origin.
    func mayConcern(_ bytes: [UInt8]) -> Bool {
        guard let origin, origin != profile.kommune.ags else { return false }
        return bytes.contains(subsequence: Array((":" + origin.text).utf8))
    }

    func bind(_ root: inout XMLTree.Element, of part: Bestandteil) -> [TransferPlan.Missing] {
        guard let origin else { return [] }
        var problems: [TransferPlan.Missing] = []
        let authorities = authorities(for: part)
        root.updateElements { head in
            guard head.name.local.hasPrefix("nachrichtenkopf") else { return }
            let name = head.name.local
            head.updateElements { role in
                guard ["leser", "autor"].contains(role.name.local),
                    let key = role.first(local: "kennung").map({ Self.token($0) }), key.hasSuffix(":" + origin.text)
                else { return }
                let prefix = key.prefix { $0 != ":" }
                guard let authority = authorities.first(where: { $0.kennung.prefix { $0 != ":" } == prefix }) else {
                    problems.append(kept(key, in: [name, role.name.local], role.position, part))
                    return
                }
                bind(&role, authority)
            }
        }
        return problems
    }

    private func bind(_ role: inout XMLTree.Element, _ authority: Nachrichtenkopf.Behoerde) {
        role.updateElements { child in
            switch child.name.local {
            case "kennung": child.setText(authority.kennung)
            case "name": child.setText(authority.name)
            default: break
            }
        }
        // A channel that the target's authority does not name would reach the origin's.
        role.removeElements { child in
            child.name.local == "erreichbarkeit" && reach(child, authority) == nil
        }
        role.updateElements { child in
            guard child.name.local == "erreichbarkeit", let reach = reach(child, authority) else { return }
            child.removeElements { $0.name.local == "zusatz" }
            child.updateElements { if $0.name.local == "kennung" { $0.setText(reach.kennung) } }
        }
    }

    private func reach(
        _ element: XMLTree.Element, _ authority: Nachrichtenkopf.Behoerde
    ) -> Nachrichtenkopf.Erreichbarkeit? {
        let code = element.first(local: "kanal")?.first(local: "code").map { Self.token($0) }
        return authority.erreichbarkeiten.first { $0.kanal.code == code }
    }

    /// The authorities of the target that a message can go to or come from.
    private func authorities(for part: Bestandteil) -> [Nachrichtenkopf.Behoerde] {
        let linked = package.manifest.verknuepfungen.compactMap { link -> String? in
            guard link.art == "nachricht-leistung", link.von == .bestandteil(id: part.id, teil: nil),
                case .leistung(let key) = link.nach
            else { return nil }
            return key
        }.first
        var result: [Nachrichtenkopf.Behoerde] = []
        let service = linked ?? package.manifest.leistungen.first?.schluessel
        if let key = parameters[Portalprofil.dvdvParameter]?.wert,
            var authority = try? profile.behoerde(fuer: service, paket: package.manifest.kennung)
        {
            authority.kennung = key
            result.append(authority)
        }
        if let key = profile.organisationsschluessel {
            result.append(Nachrichtenkopf.Behoerde(kennung: key.text, name: profile.portal.name))
        }
        return result
    }

    private func kept(
        _ key: String, in steps: [String], _ position: XMLPosition?, _ part: Bestandteil
    ) -> TransferPlan.Missing {
        TransferPlan.Missing(
            "transfer.message-head-kept", .profilePart, "dvdvXta", isRequired: false,
            at: TransferPlan.Place(
                part: part.id, file: part.pfad,
                path: FieldPath(part: part.id, steps: steps.map { FieldPath.Step($0) }), line: position?.line,
                column: position?.column),
            de:
                "Der Kopf der Nachricht nennt die Behörde \(key) der Herkunft, und das Profil hat keine mit diesem Präfix.",
            en:
                "The head of the message names the origin's authority \(key), and the profile has none with this prefix.",
            hintDE: "Setzen Sie im Profil den Parameter dvdvKennung oder dvdvXta/organisationsschluessel.",
            hintEN: "Set the parameter dvdvKennung or dvdvXta/organisationsschluessel in the profile.")
    }

    private static func token(_ element: XMLTree.Element) -> String {
        element.text.split(whereSeparator: \.isWhitespace).joined()
    }
}
