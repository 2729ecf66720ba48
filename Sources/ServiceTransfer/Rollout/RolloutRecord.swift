import Findings
import GRDB

/// A roll-out as the store keeps it: for whom it is and who has it already.
struct RolloutRecord {
    struct Target {
        var key: RolloutTarget.Key
        var name: String
        /// What it came to; nil while it is not done.
        var result: RolloutReport.Result?
        var fromVersion: String?
        var entry: Int64?
    }

    var number: Int64
    var version: String
    var digest: String
    var waves: String
    /// In their order.
    var targets: [Target]
}

extension Database {
    /// The latest roll-out of a package.
    func latestRollout(of kennung: String) throws -> RolloutRecord? {
        let row = try Row.fetchOne(
            self, sql: "SELECT * FROM verteilung WHERE kennung = ? ORDER BY id DESC LIMIT 1", arguments: [kennung])
        guard let row else { return nil }
        let number: Int64 = row["id"]
        let targets = try Row.fetchAll(
            self, sql: "SELECT * FROM verteilung_ziel WHERE verteilung = ? ORDER BY position", arguments: [number]
        ).map { target in
            RolloutRecord.Target(
                key: RolloutTarget.Key(portal: target["portal"], ars: target["ars"]), name: target["name"],
                result: (target["ergebnis"] as String?).flatMap(RolloutReport.Result.init),
                fromVersion: target["von_version"], entry: target["eintrag"])
        }
        return RolloutRecord(
            number: number, version: row["version"], digest: row["digest"], waves: row["wellen"], targets: targets)
    }

    /// Enters a new roll-out without targets and gives its number.
    func insertRollout(
        _ package: Dienstpaket, digest: String, plan: String, waves: String, actor: String, moment: String
    ) throws -> Int64 {
        try execute(
            cached: """
                INSERT INTO verteilung (kennung, version, digest, plan, wellen, begonnen_am, begonnen_von)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [package.kennung, package.version.description, digest, plan, waves, moment, actor])
        return lastInsertedRowID
    }

    /// Enters a municipality that the roll-out is to reach.
    func insertRolloutTarget(_ key: RolloutTarget.Key, name: String, position: Int, of number: Int64) throws {
        try execute(
            cached: """
                INSERT INTO verteilung_ziel (verteilung, portal, ars, position, name) VALUES (?, ?, ?, ?, ?)
                """,
            arguments: [number, key.portal, key.ars, position, name])
    }

    /// Keeps that a municipality is done.
    func finishRolloutTarget(
        _ key: RolloutTarget.Key, _ result: RolloutReport.Result, fromVersion: String?, entry: Int64?,
        of number: Int64
    ) throws {
        try execute(
            cached: """
                UPDATE verteilung_ziel SET ergebnis = ?, von_version = ?, eintrag = ?
                WHERE verteilung = ? AND portal = ? AND ars = ?
                """,
            arguments: [result.rawValue, fromVersion, entry, number, key.portal, key.ars])
    }
}
