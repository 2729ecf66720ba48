import FIM
import Foundation
import XMLCore

/// Puts the FIT-Connect destination of the target where the EfA-Parametrisierungsleitfaden 1.0.0 wants it: as
/// `idSekundaer` of a responsibility with role 01 or 02 in the unit, with the scheme `urn:de:fitko:fit-connect:xzufi:destination`
/// and the agency `urn:de:fitko`. That of the origin never stays: applications would go to another town.
///
/// The place is documented by FITKO (state Q2/2024). The content of the token is that of FIT-Connect's published schema; its
/// signature is not checked, because the key is in the network.
struct DestinationBinder {
    /// The standard name of the parameter.
    static let parameter = "DestinationSignature"
    /// The roles of a responsible authority.
    private static let roles: Set<String> = ["01", "02"]

    let package: LoadedPackage
    let profile: Portalprofil
    /// The identities in the target of the package's objects.
    let services: Set<ObjektKennung>
    /// The target's own token.
    let signature: String?

    func bind(_ root: inout XMLTree.Element, of object: PackageObject) -> [TransferPlan.Missing] {
        let scheme = XZuFi.Zustaendigkeit.fitConnectDestination
        var isPlaced = false
        root.updateElements { child in
            guard child.name.local == "zustaendigkeit" else { return }
            var responsibility = XZuFi.Zustaendigkeit(child)
            let had = responsibility.idSekundaer.contains { $0.schemeID == scheme }
            if had, responsibility.zustellkanal?.value != signature {
                responsibility.removeIDSekundaer(schemeID: scheme)
            }
            // The destination is for a service and its area; a responsibility for another service has its own.
            let isOurs = responsibility.leistungID.map { services.contains(ObjektKennung($0)) } ?? true
            if let signature, isOurs, Self.roles.contains(responsibility.rolle?.code ?? "") {
                isPlaced = true
                responsibility.addIDSekundaer(
                    XZuFi.Identifikator(signature, schemeID: scheme, schemeAgencyID: "urn:de:fitko"))
            }
            child = responsibility.element
        }
        guard let signature else { return [] }
        var problems = problems(of: signature, key: object.schluessel)
        if !isPlaced { problems.append(unplaced(object)) }
        return problems
    }

    private func problems(of signature: String, key: String?) -> [TransferPlan.Missing] {
        guard let token = DestinationToken(signature) else {
            return [
                missing(
                    "transfer.destination-unreadable", isRequired: false,
                    de:
                        "Der Wert des Parameters DestinationSignature ist kein JSON Web Token, wie FIT-Connect es ausstellt.",
                    en:
                        "The value of the parameter DestinationSignature is no JSON Web Token as FIT-Connect issues them.",
                    hintDE: "Kopieren Sie die Adressierungsinformation aus dem Self-Service-Portal von FIT-Connect.",
                    hintEN: "Copy the addressing information from FIT-Connect's self-service portal.")
            ]
        }
        if !token.covers(area: profile.kommune.ars) {
            return [
                missing(
                    "transfer.destination-of-other-area", isRequired: true,
                    de: "Der Zustellpunkt im Parameter DestinationSignature gilt nicht für \(profile.kommune.name) "
                        + "(ARS \(profile.kommune.ars.text)): Anträge gingen an eine andere Kommune.",
                    en: "The destination in the parameter DestinationSignature is not for \(profile.kommune.name) "
                        + "(ARS \(profile.kommune.ars.text)): applications would go to another municipality.",
                    hintDE: "Tragen Sie die Adressierungsinformation des eigenen Zustellpunkts ein.",
                    hintEN: "Enter the addressing information of the own destination.")
            ]
        }
        guard let key, !token.covers(service: key, in: profile.kommune.ars) else { return [] }
        return [
            missing(
                "transfer.destination-of-other-service", isRequired: false,
                de: "Der Zustellpunkt im Parameter DestinationSignature nennt die Leistung \(key) nicht.",
                en: "The destination in the parameter DestinationSignature does not name the service \(key).",
                hintDE: "Ergänzen Sie die Leistung am Zustellpunkt und kopieren Sie die Adressierungsinformation neu.",
                hintEN: "Add the service to the destination and copy the addressing information anew.")
        ]
    }

    private func unplaced(_ object: PackageObject) -> TransferPlan.Missing {
        missing(
            "transfer.destination-unplaced", isRequired: false,
            de:
                "„\(object.partID)“ hat keine Zuständigkeit mit der Rolle 01 oder 02, in der DestinationSignature stehen könnte.",
            en: "“\(object.partID)” has no responsibility with role 01 or 02 that could hold DestinationSignature.",
            hintDE: "Der Herausgeber des Pakets muss die Zuständigkeit für die Leistung angeben.",
            hintEN: "The package's publisher must state the responsibility for the service.")
    }

    private func missing(
        _ id: String, isRequired: Bool, de: String, en: String, hintDE: String, hintEN: String
    ) -> TransferPlan.Missing {
        TransferPlan.Missing(
            id, .parameter, Self.parameter, isRequired: isRequired, de: de, en: en, hintDE: hintDE, hintEN: hintEN)
    }
}

/// What a FIT-Connect destination signature says of itself: the areas and services it is for.
struct DestinationToken {
    private struct Payload: Decodable {
        struct Service: Decodable {
            var gebietIDs: [String]?
            var leistungIDs: [String]?
        }
        var services: [Service]?
    }

    private let services: [Payload.Service]

    /// The content of a JSON Web Token (RFC 7519) in compact form; nil for anything else. The signature is not checked.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, text.utf8.count <= 65_536, let json = Self.decoded(parts[1]),
            let payload = try? JSONDecoder().decode(Payload.self, from: json)
        else { return nil }
        services = payload.services ?? []
    }

    /// Whether it is for a municipality; one that names no areas is for all.
    func covers(area: ARS) -> Bool { services.isEmpty || services.contains { Self.covers($0, area) } }

    /// Whether it is for a service there.
    func covers(service key: String, in area: ARS) -> Bool {
        services.isEmpty
            || services.contains { service in
                Self.covers(service, area)
                    && (service.leistungIDs.map { $0.contains { $0.hasSuffix(":" + key) } } ?? true)
            }
    }

    private static func covers(_ service: Payload.Service, _ area: ARS) -> Bool {
        guard let areas = service.gebietIDs else { return true }
        return areas.contains { id in
            guard let digits = id.split(separator: ":").last, let known = try? ARSBereich(String(digits)) else {
                return false
            }
            return known.contains(area.area)
        }
    }

    private static func decoded(_ text: Substring) -> Data? {
        var base64 = String(text).replacing("-", with: "+").replacing("_", with: "/")
        base64 += String(repeating: "=", count: (4 - base64.count % 4) % 4)
        return Data(base64Encoded: base64)
    }
}
