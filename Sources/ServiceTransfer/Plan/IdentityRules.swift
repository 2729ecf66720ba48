import Archives
import FIM
import XMLCore

/// Decides which object of the target an object of the package is.
struct IdentityRules {
    let options: TransferPlanner.Options
    let profile: Portalprofil
    let state: PlanningState

    struct Outcome {
        /// The identity in the target, by part.
        var targets: [String: ObjektKennung] = [:]
        /// The parts whose object is already in the target.
        var existing: Set<String> = []
        /// What stands against a part.
        var objections: [String: Objection] = [:]
        var missing: [TransferPlan.Missing] = []
    }

    func assign(_ objects: [PackageObject]) throws -> Outcome {
        var outcome = Outcome()
        if profile.herausgeber?.identifikator == nil, !objects.isEmpty {
            outcome.missing.append(
                TransferPlan.Missing(
                    "transfer.publisher-missing", .profilePart, "herausgeber", isRequired: true,
                    de: "Das Profil nennt keinen Identifikator des Herausgebers.",
                    en: "The profile names no identifier of the publisher.",
                    hintDE: "Ergänzen Sie <herausgeber><identifikator …>; die zuständige Redaktion kennt ihn.",
                    hintEN: "Add <herausgeber><identifikator …>; the responsible editors know it."))
        }
        for object in objects {
            if let other = objects.first(where: { $0.quelle == object.quelle && $0.partID != object.partID }) {
                outcome.objections[object.partID] = Objection(
                    action: .conflict, id: "transfer.duplicate-object",
                    reason: TransferPlan.Text(
                        de: "„\(object.partID)“ und „\(other.partID)“ tragen dieselbe Kennung \(object.quelle).",
                        en: "“\(object.partID)” and “\(other.partID)” have the same identity \(object.quelle)."),
                    hint: TransferPlan.Text(
                        de: "Der Herausgeber muss jedem Objekt eine eigene Kennung geben.",
                        en: "The publisher must give every object an identity of its own."))
            }
            try assign(object, &outcome)
        }
        return outcome
    }

    private func assign(_ object: PackageObject, _ outcome: inout Outcome) throws {
        if object.art == XZuFi.Objektart.organisationseinheit.rawValue {
            assignUnit(object, &outcome)
            return
        }
        if let known = state.bindings.first(where: { $0.art == object.art && $0.quelle == object.quelle }) {
            outcome.targets[object.partID] = known.ziel
            outcome.existing.insert(object.partID)
            return
        }
        let elsewhere = try state.db.bindings(source: object.quelle, art: object.art, in: state.municipality.id)
        if let other = elsewhere.first(where: { $0.paket != state.kennung }) {
            outcome.objections[object.partID] = ownedByOther(object, other)
        }
        // The object may be the target's own, on its way home: then one of its earlier identities is the target's.
        for identity in [object.quelle] + object.frueher {
            let found = try state.db.bindings(target: identity, art: object.art, in: state.municipality.id)
            if let own = found.first {
                outcome.targets[object.partID] = own.ziel
                outcome.existing.insert(object.partID)
                if own.paket != state.kennung { outcome.objections[object.partID] = ownedByOther(object, own) }
                return
            }
        }
        if try adoptOrRefuse(object, &outcome) { return }
        outcome.targets[object.partID] = newIdentity(object)
    }

    /// The same service under another identity. True when the identity that is there is taken over.
    private func adoptOrRefuse(_ object: PackageObject, _ outcome: inout Outcome) throws -> Bool {
        guard let key = object.schluessel else { return false }
        let same = try state.db.bindings(key: key, art: object.art, in: state.municipality.id)
        guard let other = same.first(where: { $0.paket == state.kennung }) ?? same.first else { return false }
        switch options.sameService {
        case .adopt:
            // Only within one package: an object of another package stays that package's.
            guard other.paket == state.kennung else { return false }
            outcome.targets[object.partID] = other.ziel
            outcome.existing.insert(object.partID)
            return true
        case .refuse:
            outcome.objections[object.partID] = Objection(
                action: .refused, id: "transfer.same-service",
                reason: TransferPlan.Text(
                    de:
                        "Dieselbe Leistung \(key) gibt es schon unter der Kennung \(other.ziel) (Paket \(other.paket)).",
                    en: "The same service \(key) already exists as \(other.ziel) (package \(other.paket))."),
                hint: TransferPlan.Text(
                    de:
                        "Entscheiden Sie, ob das vorhandene Objekt übernommen werden soll, und erlauben Sie es ausdrücklich.",
                    en: "Decide whether the existing object shall be taken over and allow it explicitly."))
            return false
        }
    }

    private func assignUnit(_ object: PackageObject, _ outcome: inout Outcome) {
        let unit = object.schluessel.flatMap { profile.zustaendigeStelle(fuer: $0) }
        guard let unit else {
            let key = object.schluessel ?? "?"
            outcome.missing.append(
                TransferPlan.Missing(
                    "transfer.unit-missing", .profilePart, "organisationseinheiten/\(key)", isRequired: true,
                    de: "Das Profil nennt keine Organisationseinheit, die für die Leistung \(key) zuständig ist "
                        + "(Ersatz für „\(object.titel)“).",
                    en: "The profile names no unit that is responsible for the service \(key) "
                        + "(in place of “\(object.titel)”).",
                    hintDE:
                        "Ergänzen Sie bei einer Organisationseinheit <zustaendigkeit leistungsschluessel=\"\(key)\"/>.",
                    hintEN: "Add <zustaendigkeit leistungsschluessel=\"\(key)\"/> to a unit."))
            return
        }
        outcome.targets[object.partID] = unit.identifikator
        if state.bindings.contains(where: { $0.quelle == object.quelle && $0.ziel == unit.identifikator }) {
            outcome.existing.insert(object.partID)
        }
    }

    private func ownedByOther(_ object: PackageObject, _ other: StoredBinding) -> Objection {
        Objection(
            action: .conflict, id: "transfer.object-of-other-package",
            reason: TransferPlan.Text(
                de: "Das Objekt \(object.quelle) gehört schon zum Paket \(other.paket).",
                en: "The object \(object.quelle) already belongs to the package \(other.paket)."),
            hint: TransferPlan.Text(
                de: "Zwei Pakete dürfen nicht dasselbe Objekt liefern; entfernen Sie es aus einem der beiden.",
                en: "Two packages must not deliver the same object; remove it from one of them."))
    }

    /// An identity in the target's scheme that depends on nothing but municipality and origin, so that a plan can name it
    /// and a second plan names the same: a UUID of version 8 (RFC 9562) from SHA-256. An object of the target's own
    /// publisher keeps its identity.
    private func newIdentity(_ object: PackageObject) -> ObjektKennung {
        let agency = profile.herausgeber?.identifikator?.schemeAgencyID ?? profile.portal.kennung
        if object.quelle.schemeAgencyID == agency { return object.quelle }
        let digest = SHA256Text.digest(of: [
            state.municipality.portal, state.municipality.ars, object.art, object.quelle.schemeAgencyID,
            object.quelle.schemeID, object.quelle.value,
        ])
        let hex = Array(digest)
        let text =
            String(hex[0..<8]) + "-" + String(hex[8..<12]) + "-8" + String(hex[13..<16]) + "-a" + String(hex[17..<20])
            + "-" + String(hex[20..<32])
        return ObjektKennung(schemeAgencyID: agency, schemeID: object.quelle.schemeID, value: text)
    }
}
