import Findings
import GRDB

/// Enters the portal and the municipality of a profile into a store.
public struct PortalInitializer: Sendable {
    /// Who does it, and when.
    public struct Options: Sendable {
        /// Who does it; goes into the journal.
        public var actor: String
        /// When: `xs:dateTime` with a zone; goes into the journal. There is no clock inside.
        public var moment: String

        /// Options from their parts.
        public init(actor: String, moment: String) {
            self.actor = actor
            self.moment = moment
        }
    }

    /// What entering came to.
    public struct Outcome: Sendable, Hashable {
        /// The municipality as it is in the store.
        public let municipality: StoredMunicipality
        /// Whether it was there before.
        public let existed: Bool
    }

    private let options: Options

    /// An initializer with options.
    public init(options: Options) { self.options = options }

    /// Enters portal and municipality. One that is there already is left as it is, and no journal entry is made.
    public func run(_ profile: Portalprofil, in store: PortalStore) throws(TransferError) -> Outcome {
        try store.write { db in
            let portal = profile.portal
            let ars = profile.kommune.ars.text
            if let municipality = try db.municipality(portal: portal.kennung, ars: ars) {
                return Outcome(municipality: municipality, existed: true)
            }
            try db.execute(
                sql: "INSERT INTO portal (kennung, name, adresse) VALUES (?, ?, ?) ON CONFLICT (kennung) DO NOTHING",
                arguments: [portal.kennung, portal.name, portal.adresse])
            try db.execute(
                sql: "INSERT INTO kommune (portal, ars, ags, name) VALUES (?, ?, ?, ?)",
                arguments: [portal.kennung, ars, profile.kommune.ags.text, profile.kommune.name])
            let entry = JournalEntry(
                zeitpunkt: options.moment, wer: options.actor, vorgang: "anlegen", paket: nil, vonVersion: nil,
                nachVersion: nil, vonDigest: nil, nachDigest: profile.digest, einzelheiten: "", previous: "")
            try db.append(entry, to: db.lastInsertedRowID)
            guard let municipality = try db.municipality(portal: portal.kennung, ars: ars) else {
                throw StoreQuery.unknownMunicipality(profile, path: store.path)
            }
            return Outcome(municipality: municipality, existed: false)
        }
    }
}

enum StoreQuery {
    static func unknownMunicipality(_ profile: Portalprofil, path: String) -> TransferError {
        unknownMunicipality(
            "\(profile.kommune.name) (ARS \(profile.kommune.ars)), Portal \(profile.portal.kennung)", path: path)
    }

    static func unknownMunicipality(_ name: String, path: String) -> TransferError {
        TransferError(
            .unknownMunicipality, at: Location(file: path),
            Message(
                de: "Der Portalspeicher kennt die Kommune nicht: \(name).",
                en: "The portal store does not know the municipality: \(name)."),
            hint: Message(
                de: "Legen Sie sie mit „xoev portal init“ und ihrem Profil an.",
                en: "Enter it with “xoev portal init” and its profile."))
    }
}
