import FIM
import Findings
import Foundation
import X509
import XMLCore

/// Tells how ready municipalities are for a service (`Documentation/Formate/Portalprofil.md`, section 2, PP-2).
public struct ReadinessCheck: Sendable {
    /// How to look.
    public struct Options: Sendable {
        /// The day of today, for certificates and dates.
        public var now: Date
        /// So many days before a certificate expires it is told.
        public var warningDays: Int

        /// Options from their parts.
        public init(now: Date = Date(), warningDays: Int = 60) {
            self.now = now
            self.warningDays = warningDays
        }
    }

    private let package: LoadedPackage
    private let options: Options

    /// A check for a service.
    public init(_ package: LoadedPackage, options: Options = Options()) {
        self.package = package
        self.options = options
    }

    /// How ready the municipality of a profile is. A profile with gaps and faults is no error: they are the answer.
    ///
    /// - Throws: `TransferError` when the file cannot be read, is not XML, or is no profile of a known version.
    public func run(profile path: String) throws(TransferError) -> Readiness {
        let outcome = try ProfileReader().check(path: path)
        guard outcome.root.name == XMLName("portalprofil", in: Portalprofil.namespace) else {
            _ = try outcome.usableProfile()
            return Readiness(datei: path, kommune: nil, ars: nil, anforderungen: [])
        }
        let folder = URL(filePath: path).deletingLastPathComponent().path
        var run = ReadinessRun(
            package: package, options: options, root: outcome.root, draft: outcome.draft,
            rules: ProfileRules(root: outcome.root, file: path, folder: folder), folder: folder,
            findings: outcome.findings.filter { $0.severity == .error })
        return Readiness(
            datei: path, kommune: outcome.draft?.kommune.name, ars: outcome.draft?.kommune.ars.text,
            anforderungen: run.requirements())
    }
}

/// The check of one profile.
private struct ReadinessRun {
    typealias Text = TransferPlan.Text

    let package: LoadedPackage
    let options: ReadinessCheck.Options
    let root: XMLTree.Element
    let draft: Portalprofil?
    let rules: ProfileRules
    let folder: String
    let findings: [Finding]

    mutating func requirements() -> [Readiness.Anforderung] {
        parts() + capabilities() + parameters()
    }

    // MARK: Parts

    /// The parts that this service needs (PP-2), each with whether it cannot do without.
    private var neededParts: [(name: String, isRequired: Bool)] {
        let service = draft?.dienste.first { $0.paket == package.manifest.kennung }
        func needs(_ art: Voraussetzung.Art, _ value: String) -> Bool? {
            package.manifest.voraussetzungen.first { $0.art == art && $0.wert == value }?.pflicht
        }
        let hasForm = package.manifest.bestandteile.contains { $0.rolle == .formular }
        let usesXTA = draft.map {
            ParameterResolver(package: package, profile: $0).resolve().values["zustellkanal"]?.wert == "xta"
        }
        let account = [needs(.identifizierungsmittel, "servicekonto-nrw"), needs(.postfach, "servicekonto-nrw")]
            .compactMap { $0 }
        var parts: [(String, Bool)] = [
            ("kommune", true), ("portal", true), ("herausgeber", true), ("kontakte", true), ("impressum", true),
            ("datenschutz", true), ("barrierefreiheit", false), ("oeffnungszeiten", false),
            ("organisationseinheiten", true),
        ]
        if !account.isEmpty { parts.append(("servicekonto", account.contains(true))) }
        if service?.epaybl == true || needs(.bezahldienst, "epaybl") != nil {
            parts.append(("epaybl", service?.epaybl == true || needs(.bezahldienst, "epaybl") == true))
        }
        if service?.pmPayment == true || needs(.bezahldienst, "pmpayment") != nil {
            parts.append(("pmPayment", service?.pmPayment == true || needs(.bezahldienst, "pmpayment") == true))
        }
        if hasForm { parts.append(("formularserver", true)) }
        if usesXTA == true || needs(.zustellkanal, "xta") == true { parts.append(("dvdvXta", true)) }
        return parts + [("faehigkeiten", true), ("freigabe", false)]
    }

    private func parts() -> [Readiness.Anforderung] {
        neededParts.map { name, isRequired in
            let supplier = supplier(ofPart: name)
            guard let element = rules.child(root, name) else {
                return Readiness.Anforderung(
                    kind: .teil, name: name, status: .neu, istPflicht: isRequired,
                    fehlt: [Text(de: "der ganze Teil", en: "the whole part")], hinweise: [], ansprechpartner: supplier)
            }
            var missing = rules.missing(in: element)
            missing += faults(in: element)
            var notes: [Text] = []
            if name == "dvdvXta" { missing += key(element) + certificate(element, &notes) }
            if name == "freigabe" { notes += release(element) }
            let stated = rules.attribute(element, "status").flatMap(Int.init).flatMap {
                Portalprofil.Status(rawValue: $0)
            }
            var status = stated ?? .neu
            // What a part says of itself counts only as far as it is true.
            if !missing.isEmpty, status > .unvollstaendig { status = .unvollstaendig }
            return Readiness.Anforderung(
                kind: .teil, name: name, status: status, istPflicht: isRequired, fehlt: missing, hinweise: notes,
                ansprechpartner: supplier)
        }
    }

    /// The errors of the profile that stand inside a part. What is missing is told already.
    private func faults(in part: XMLTree.Element) -> [Text] {
        guard let first = part.position?.line else { return [] }
        let lines = root.elements.compactMap(\.position?.line).sorted()
        let next = lines.first { $0 > first } ?? .max
        return findings.filter { finding in
            guard finding.id != "profile.incomplete-part", let line = finding.location.line else { return false }
            return first <= line && line < next
        }.map { finding in
            let place = finding.location.line.map { ":\($0)" } ?? ""
            return Text(
                de: "\(finding.message.rendered(.de)) [\(finding.id)\(place)]",
                en: "\(finding.message.rendered(.en)) [\(finding.id)\(place)]")
        }
    }

    private func key(_ part: XMLTree.Element) -> [Text] {
        guard let text = rules.text(part, "organisationsschluessel") else { return [] }
        do throws(KeyError) {
            _ = try DVDVSchluessel(text)
            return []
        } catch {
            return [
                Text(
                    de: "organisationsschluessel: \(error.finding.message.rendered(.de))",
                    en: "organisationsschluessel: \(error.finding.message.rendered(.en))")
            ]
        }
    }

    private func certificate(_ part: XMLTree.Element, _ notes: inout [Text]) -> [Text] {
        guard let element = rules.child(part, "zertifikat"), let path = rules.attribute(element, "pfad") else {
            return []
        }
        guard let data = FileManager.default.contents(atPath: "\(folder)/\(path)") else { return [] }
        let text = String(decoding: data, as: UTF8.self)
        let parsed =
            text.contains("-----BEGIN CERTIFICATE")
            ? try? Certificate(pemEncoded: text) : try? Certificate(derEncoded: [UInt8](data))
        guard let certificate = parsed else {
            return [
                Text(
                    de: "zertifikat: \(path) ist kein X.509-Zertifikat (PEM oder DER)",
                    en: "zertifikat: \(path) is no X.509 certificate (PEM or DER)")
            ]
        }
        let end = certificate.notValidAfter
        let day = end.formatted(.iso8601.year().month().day())
        if end < options.now {
            return [
                Text(
                    de: "zertifikat: am \(day) abgelaufen", en: "zertifikat: expired on \(day)")
            ]
        }
        if certificate.notValidBefore > options.now {
            let start = certificate.notValidBefore.formatted(.iso8601.year().month().day())
            return [Text(de: "zertifikat: gilt erst ab \(start)", en: "zertifikat: not valid before \(start)")]
        }
        if end < options.now.addingTimeInterval(Double(options.warningDays) * 86_400) {
            notes.append(Text(de: "Das Zertifikat läuft am \(day) ab.", en: "The certificate expires on \(day)."))
        }
        return []
    }

    private func release(_ part: XMLTree.Element) -> [Text] {
        guard let day = rules.text(part, "datum"), day > options.now.formatted(.iso8601.year().month().day()) else {
            return []
        }
        return [Text(de: "Freigegeben ist erst ab \(day).", en: "Released only from \(day).")]
    }

    // MARK: Capabilities and parameters

    private func capabilities() -> [Readiness.Anforderung] {
        package.manifest.voraussetzungen.map { requirement in
            let isOffered = draft.map { RequirementCheck.isOffered(requirement, by: $0) } ?? false
            return Readiness.Anforderung(
                kind: .faehigkeit, name: "\(requirement.art.rawValue)/\(requirement.wert)",
                status: isOffered ? .vollstaendig : .neu, istPflicht: requirement.pflicht,
                fehlt: isOffered
                    ? []
                    : [
                        Text(
                            de: "bietet das Portal nicht (faehigkeiten)",
                            en: "is not offered by the portal (faehigkeiten)")
                    ],
                hinweise: [], ansprechpartner: contact("portaladministration"))
        }
    }

    private func parameters() -> [Readiness.Anforderung] {
        let outcome = draft.map { ParameterResolver(package: package, profile: $0).resolve() }
        return package.manifest.parameter.map { declaration in
            let told = outcome?.problems.filter { $0.name == declaration.name } ?? []
            let problems = told.filter(\.isRequired)
            let hasValue = outcome?.values[declaration.name] != nil
            let status: Portalprofil.Status =
                if !problems.isEmpty {
                    problems.contains { $0.id == "transfer.parameter-missing" } ? .neu : .unvollstaendig
                } else {
                    hasValue ? .vollstaendig : .neu
                }
            var missing = problems.map(\.text)
            if missing.isEmpty, !hasValue {
                missing = [Text(de: "kein Wert", en: "no value")]
            }
            return Readiness.Anforderung(
                kind: .parameter, name: declaration.name, status: status,
                istPflicht: declaration.pflicht || !problems.isEmpty,
                fehlt: missing, hinweise: told.filter { !$0.isRequired }.map(\.text),
                ansprechpartner: supplier(of: declaration))
        }
    }

    // MARK: Who supplies it

    private func supplier(ofPart name: String) -> Readiness.Ansprechpartner {
        switch name {
        case "epaybl", "pmPayment": contact("bezahlwesen")
        case "formularserver": contact("formularadministration")
        case "organisationseinheiten", "oeffnungszeiten", "impressum", "datenschutz", "barrierefreiheit":
            contact("sachbearbeitung")
        default: contact("portaladministration")
        }
    }

    private func supplier(of declaration: ParameterDeklaration) -> Readiness.Ansprechpartner {
        switch declaration.ebene {
        case .organisationseinheit, .dienst: contact("sachbearbeitung")
        case .land, .kreis, .kommune: contact("portaladministration")
        }
    }

    private func contact(_ role: String) -> Readiness.Ansprechpartner {
        let all = rules.children(rules.child(root, "kontakte"), "kontakt")
        let found = all.first { rules.attribute($0, "rolle") == role }
        return Readiness.Ansprechpartner(
            rolle: role, name: found.flatMap { rules.text($0, "name") },
            email: found.flatMap { rules.text($0, "email") })
    }
}
