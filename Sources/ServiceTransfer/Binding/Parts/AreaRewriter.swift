import FIM
import XMLCore

/// Rewrites the areas of the origin to the target's: identifiers in the scheme of the Amtlicher Regionalschlüssel and the
/// coded keys of `verwaltungspolitischeKodierung`. Areas beyond the origin (its state, the federation) stay.
struct AreaRewriter {
    private let origin: ARS?
    private let target: Portalprofil.Kommune

    /// The scheme of the ARS (Destatis).
    static let scheme = "urn:de:bund:destatis:bevoelkerungsstatistik:schluessel:rs"

    init(origin: String, target: Portalprofil.Kommune) {
        self.origin = try? ARS(origin)
        self.target = target
    }

    func rewrite(_ element: inout XMLTree.Element) {
        guard let origin, origin != target.ars else { return }
        visit(&element, origin)
    }

    private func visit(_ element: inout XMLTree.Element, _ origin: ARS) {
        if element["schemeID"] == Self.scheme, let area = try? ARSBereich(token(element)), origin.area.contains(area) {
            element.setText(target.ars.text)
            return
        }
        var namesOrigin = false
        element.updateElements { child in
            switch child.name.local {
            case "verwaltungspolitischeKodierung": namesOrigin = rewriteCodes(&child, origin) || namesOrigin
            case "id" where child["schemeID"] == Self.scheme:
                let before = child
                visit(&child, origin)
                namesOrigin = namesOrigin || child != before
            default: visit(&child, origin)
            }
        }
        guard namesOrigin else { return }
        // The area's name goes with its key.
        element.updateElements { child in
            if child.name.local == "bezeichnung" || child.name.local == "kurzbezeichnung" {
                child.setText(target.name)
            }
        }
    }

    private func rewriteCodes(_ coding: inout XMLTree.Element, _ origin: ARS) -> Bool {
        let values = [
            "regionalschluessel": (origin.text, target.ars.text),
            "gemeindeschluessel": (origin.derivedAGS.text, target.ags.text),
            "kreis": (String(origin.text.prefix(5)), String(target.ars.text.prefix(5))),
            "bezirk": (String(origin.text.prefix(3)), String(target.ars.text.prefix(3))),
            "bundesland": (origin.land, target.ars.land),
        ]
        var changed = false
        coding.updateElements { key in
            guard let (old, new) = values[key.name.local] else { return }
            // Only the municipality's own key makes the area the municipality.
            let isOwnKey = key.name.local.hasSuffix("schluessel")
            key.updateElements { code in
                guard code.name.local == "code", token(code) == old else { return }
                code.setText(new)
                if isOwnKey { changed = true }
            }
        }
        return changed
    }

    private func token(_ element: XMLTree.Element) -> String {
        element.text.split(whereSeparator: \.isWhitespace).joined()
    }
}
