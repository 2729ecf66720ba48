import Findings

/// How ready a municipality is for a service: every requirement with its status, what is missing and who supplies it. The
/// statuses are those of the onboarding model of Kommunalportal.NRW.
public struct Readiness: Sendable, Hashable {
    /// What a requirement is about.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// A part of the portal profile.
        case teil
        /// The value of a parameter.
        case parameter
        /// Something that the portal must offer.
        case faehigkeit
    }

    /// Who supplies what is missing: the contact of a role.
    public struct Ansprechpartner: Sendable, Hashable {
        /// The role, as the profile names it.
        public var rolle: String
        /// The name; nil where the profile names nobody in the role.
        public var name: String?
        /// The mailbox.
        public var email: String?
    }

    /// One thing that a service needs of a municipality.
    public struct Anforderung: Sendable, Hashable {
        /// What it is about.
        public var kind: Kind
        /// Its name: the part, the parameter, or `art/wert` of a capability.
        public var name: String
        /// How far it is.
        public var status: Portalprofil.Status
        /// Whether the service cannot go live without it.
        public var istPflicht: Bool
        /// What is missing or wrong.
        public var fehlt: [TransferPlan.Text]
        /// What should be looked at although nothing is missing, such as a certificate that will expire.
        public var hinweise: [TransferPlan.Text]
        /// Who supplies it.
        public var ansprechpartner: Ansprechpartner

        /// The same in every profile: `teil/epaybl`, `parameter/iban`, `faehigkeit/bezahldienst/epaybl`.
        public var id: String { "\(kind.rawValue)/\(name)" }
        /// Whether it stands in the way of going live.
        public var blockiert: Bool { istPflicht && (status < .vollstaendig || !fehlt.isEmpty) }
    }

    /// The profile, as findings call it.
    public var datei: String
    /// The municipality's name; nil when the profile does not even say that.
    public var kommune: String?
    /// Its Amtlicher Regionalschlüssel.
    public var ars: String?
    /// The requirements: parts in the order of the format, then capabilities, then parameters, as the package names them.
    public var anforderungen: [Anforderung]

    /// Whether the service can go live.
    public var istBereit: Bool { kommune != nil && !anforderungen.contains(where: \.blockiert) }

    /// The requirements that stand in the way.
    public var offen: [Anforderung] { anforderungen.filter(\.blockiert) }
}
