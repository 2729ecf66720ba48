import Archives
import Foundation
import GRDB

/// Everything the store holds of one service of one municipality, as a value: what the journal keeps before and after
/// each change, and what a rollback restores. Contents are named by their digests.
struct ServiceState: Codable, Hashable {
    struct Part: Codable, Hashable {
        var id: String
        var rolle: String
        var pfad: String
        var original: String
        var gebunden: String
        /// What the municipality made of it; nil where it is as bound.
        var lokal: String?

        /// The digest of the part as it is in the portal.
        var lebend: String { lokal ?? gebunden }
    }

    struct Binding: Codable, Hashable {
        var art: String
        var quelle: ObjektKennung
        var ziel: ObjektKennung
        var bestandteil: String
        var schluessel: String?
        var original: String
    }

    struct Parameter: Codable, Hashable {
        var name: String
        var wert: String?
        var verweis: String?
        /// The municipality's own value; nil where it set none.
        var lokal: Local?

        struct Local: Codable, Hashable {
            var wert: String?
            var verweis: String?
        }
    }

    var format = 1
    var kennung: String
    var version: String
    var digest: String
    var bezeichnung: String
    var profil: String
    var installiertAm: String
    var installiertVon: String
    var signatur: String?
    var leistungen: [String]
    var teile: [Part]
    var bindungen: [Binding]
    var parameter: [Parameter]

    /// The digests of all contents that the state needs. The profile is not among them: stores of version 1 did not
    /// keep it.
    var contents: [String] {
        [digest] + (signatur.map { [$0] } ?? [])
            + teile.flatMap { [$0.original, $0.gebunden] + ($0.lokal.map { [$0] } ?? []) }
    }

    /// The same state has the same bytes.
    func bytes() throws -> [UInt8] {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return Array(try encoder.encode(self))
    }

    init(bytes: [UInt8]) throws { self = try JSONDecoder().decode(ServiceState.self, from: Data(bytes)) }

    init(
        package: StoredPackage, leistungen: [String], parts: [StoredPart], bindings: [StoredBinding],
        parameters: [StoredParameter]
    ) {
        kennung = package.kennung
        version = package.version.description
        digest = package.digest
        bezeichnung = package.bezeichnung
        profil = package.profil
        installiertAm = package.installiertAm
        installiertVon = package.installiertVon
        signatur = package.signatur
        self.leistungen = leistungen.sorted()
        teile = parts.map {
            Part(
                id: $0.id, rolle: $0.rolle, pfad: $0.pfad, original: $0.original, gebunden: $0.gebunden,
                lokal: $0.isEdited ? $0.lokal : nil)
        }
        bindungen = bindings.map {
            Binding(
                art: $0.art, quelle: $0.quelle, ziel: $0.ziel, bestandteil: $0.bestandteil, schluessel: $0.schluessel,
                original: $0.original)
        }
        .sorted { ($0.bestandteil, $0.art, $0.quelle.description) < ($1.bestandteil, $1.art, $1.quelle.description) }
        parameter = parameters.map { item in
            Parameter(
                name: item.name, wert: item.bound?.wert, verweis: item.bound?.geheimnisverweis,
                lokal: item.isLocal
                    ? Parameter.Local(wert: item.local?.wert, verweis: item.local?.geheimnisverweis) : nil)
        }
        .sorted { $0.name < $1.name }
    }
}

extension Database {
    /// What a municipality has installed of a package; nil where it has nothing.
    func serviceState(of kennung: String, in kommune: Int64) throws -> ServiceState? {
        guard let package = try currentPackage(kennung, in: kommune) else { return nil }
        return ServiceState(
            package: package,
            leistungen: try String.fetchAll(
                cachedStatement(sql: "SELECT schluessel FROM paket_leistung WHERE paket = ?"), arguments: [package.id]),
            parts: try parts(of: package.id), bindings: try bindings(of: kennung, in: kommune),
            parameters: try parameters(of: kennung, in: kommune))
    }
}
