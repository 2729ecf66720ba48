import Findings
import Foundation
import GRDB

/// Which object of a municipality comes from which: the table from the identities where packages come from to those in
/// the portal. An identity stays through upgrades, edits and rollbacks.
public struct IdentityTable: Sendable, Hashable, Codable {
    /// The version of the JSON form.
    public static let formatVersion = "1.0"

    /// One object.
    public struct Row: Sendable, Hashable, Codable {
        /// The portal.
        public var portal: String
        /// The municipality's Amtlicher Regionalschlüssel.
        public var ars: String
        /// The package that the object belongs to.
        public var paket: String
        /// The version of the package.
        public var version: String
        /// The part that holds it.
        public var bestandteil: String
        /// The kind: `leistung`, `onlinedienst`, `organisationseinheit`, ….
        public var art: String
        /// The key of the service it is or serves, where it is known.
        public var leistungsschluessel: String?
        /// Its identity where the package comes from.
        public var quelle: ObjektKennung
        /// Its identity in the portal.
        public var ziel: ObjektKennung
    }

    /// The version of the JSON form.
    public var formatVersion: String
    /// The objects, by municipality, package and part.
    public var rows: [Row]

    /// The identity in a municipality of an object of another place; nil where it is not there.
    public func target(of source: ObjektKennung, ars: String) -> ObjektKennung? {
        rows.first { $0.ars == ars && $0.quelle == source }?.ziel
    }

    /// The table for spreadsheets (RFC 4180), with a line of names.
    public func csv() -> String {
        let names = [
            "portal", "ars", "paket", "version", "bestandteil", "art", "leistungsschluessel", "quelle_schemeAgencyID",
            "quelle_schemeID", "quelle_wert", "ziel_schemeAgencyID", "ziel_schemeID", "ziel_wert",
        ]
        return TablePage.csv(
            [names]
                + rows.map { row in
                    [
                        row.portal, row.ars, row.paket, row.version, row.bestandteil, row.art,
                        row.leistungsschluessel ?? "", row.quelle.schemeAgencyID, row.quelle.schemeID,
                        row.quelle.value, row.ziel.schemeAgencyID, row.ziel.schemeID, row.ziel.value,
                    ]
                })
    }
}

/// Reads the table of identities from a store.
public struct IdentityReporter: Sendable {
    /// What is told.
    public struct Options: Sendable {
        /// Only this municipality.
        public var ars: String?
        /// Only this portal.
        public var portal: String?
        /// Only this package.
        public var kennung: String?

        /// Options from their parts.
        public init(ars: String? = nil, portal: String? = nil, kennung: String? = nil) {
            self.ars = ars
            self.portal = portal
            self.kennung = kennung
        }
    }

    private let options: Options

    /// A reporter with options.
    public init(options: Options = Options()) { self.options = options }

    /// The table of what is installed now. Throws `store.unknown-municipality`, `store.unknown-service`.
    public func table(of store: PortalStore) throws(TransferError) -> IdentityTable {
        try store.read { db in
            let towns = try db.municipalities().filter { town in
                (options.ars == nil || town.ars == options.ars)
                    && (options.portal == nil || town.portal == options.portal)
            }
            if let town = options.ars ?? options.portal, towns.isEmpty {
                throw StoreQuery.unknownMunicipality(town, path: store.path)
            }
            var rows: [IdentityTable.Row] = []
            var isKnown = false
            for town in towns {
                for package in try db.currentPackages(in: town.id)
                where options.kennung == nil || package.kennung == options.kennung {
                    isKnown = true
                    rows += try db.bindings(of: package.kennung, in: town.id)
                        // A code list has the same URN everywhere.
                        .filter { $0.art != Rolle.codeliste.rawValue }
                        .map { IdentityTable.Row($0, package, town) }
                        .sorted { ($0.bestandteil, $0.quelle) < ($1.bestandteil, $1.quelle) }
                }
            }
            if let kennung = options.kennung, !isKnown {
                throw TransferError(
                    .unknownService, at: Location(file: store.path),
                    Message(
                        de: "Das Paket \(kennung) ist nicht eingerichtet.",
                        en: "The package \(kennung) is not set up."),
                    hint: Message(
                        de: "„xoev transfer status“ zeigt, was eingerichtet ist.",
                        en: "“xoev transfer status” shows what is set up."))
            }
            return IdentityTable(formatVersion: IdentityTable.formatVersion, rows: rows)
        }
    }
}

extension IdentityTable.Row {
    init(_ binding: StoredBinding, _ package: StoredPackage, _ town: StoredMunicipality) {
        self.init(
            portal: town.portal, ars: town.ars, paket: package.kennung, version: package.version.description,
            bestandteil: binding.bestandteil, art: binding.art, leistungsschluessel: binding.schluessel,
            quelle: binding.quelle, ziel: binding.ziel)
    }
}
