import GRDB

/// The tables of a portal store and how they came to be. A migration that has been released never changes.
enum StoreSchema {
    /// `xOEV` in ASCII: marks a database as a portal store (SQLite file format 1.3.17).
    static let applicationID: Int32 = 0x784F_4556

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1") { db in
            try db.execute(sql: "PRAGMA application_id = \(applicationID)")
            try db.execute(sql: version1)
        }
        migrator.registerMigration("2") { db in try db.execute(sql: version2) }
        migrator.registerMigration("verteilung") { db in try db.execute(sql: rollouts) }
        return migrator
    }

    /// Local changes, signatures, and the whole state before and after each change.
    private static let version2 = """
        -- What the municipality made of a part; NULL where it is as bound.
        ALTER TABLE bestandteil ADD COLUMN lokal TEXT REFERENCES blob (sha256);
        ALTER TABLE paket ADD COLUMN signatur TEXT REFERENCES blob (sha256);
        -- The municipality's own value beside that of package and profile.
        ALTER TABLE parameterwert ADD COLUMN ist_lokal INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE parameterwert ADD COLUMN lokal_wert TEXT;
        ALTER TABLE parameterwert ADD COLUMN lokal_verweis TEXT;
        ALTER TABLE journal ADD COLUMN stand_vor TEXT REFERENCES blob (sha256);
        ALTER TABLE journal ADD COLUMN stand TEXT REFERENCES blob (sha256);
        CREATE INDEX journal_paket ON journal (kommune, paket, id);
        """

    /// Roll-outs, so that one that was interrupted can go on.
    private static let rollouts = """
        CREATE TABLE verteilung (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kennung TEXT NOT NULL,
            version TEXT NOT NULL,
            digest TEXT NOT NULL,
            -- Over package, options and profiles.
            plan TEXT NOT NULL,
            wellen TEXT NOT NULL,
            begonnen_am TEXT NOT NULL,
            begonnen_von TEXT NOT NULL
        ) STRICT;
        CREATE INDEX verteilung_kennung ON verteilung (kennung, id);

        CREATE TABLE verteilung_ziel (
            verteilung INTEGER NOT NULL REFERENCES verteilung (id),
            portal TEXT NOT NULL,
            ars TEXT NOT NULL,
            position INTEGER NOT NULL,
            name TEXT NOT NULL,
            -- NULL while it has not been done; written in the transaction that does it.
            ergebnis TEXT,
            von_version TEXT,
            eintrag INTEGER REFERENCES journal (id),
            PRIMARY KEY (verteilung, portal, ars)
        ) STRICT, WITHOUT ROWID;
        """

    // The columns of a primary key come first in tables WITHOUT ROWID: integrity_check of some SQLite versions else
    // reports NULL values that are none.
    private static let version1 = """
        CREATE TABLE portal (
            kennung TEXT NOT NULL PRIMARY KEY,
            name TEXT NOT NULL,
            adresse TEXT NOT NULL
        ) STRICT;

        CREATE TABLE kommune (
            id INTEGER PRIMARY KEY,
            portal TEXT NOT NULL REFERENCES portal (kennung),
            ars TEXT NOT NULL,
            ags TEXT NOT NULL,
            name TEXT NOT NULL,
            -- The last link of the municipality's journal chain: it changes with every change of its services.
            kette TEXT NOT NULL DEFAULT '',
            UNIQUE (portal, ars)
        ) STRICT;
        CREATE INDEX kommune_ars ON kommune (ars);

        CREATE TABLE blob (
            sha256 TEXT NOT NULL PRIMARY KEY,
            groesse INTEGER NOT NULL,
            bytes BLOB NOT NULL
        ) STRICT;

        CREATE TABLE paket (
            id INTEGER PRIMARY KEY,
            kommune INTEGER NOT NULL REFERENCES kommune (id),
            kennung TEXT NOT NULL,
            version TEXT NOT NULL,
            digest TEXT NOT NULL REFERENCES blob (sha256),
            bezeichnung TEXT NOT NULL,
            profil TEXT NOT NULL,
            installiert_am TEXT NOT NULL,
            installiert_von TEXT NOT NULL,
            ist_aktuell INTEGER NOT NULL,
            UNIQUE (kommune, kennung, version)
        ) STRICT;
        CREATE UNIQUE INDEX paket_aktuell ON paket (kommune, kennung) WHERE ist_aktuell = 1;

        CREATE TABLE paket_leistung (
            paket INTEGER NOT NULL REFERENCES paket (id) ON DELETE CASCADE,
            schluessel TEXT NOT NULL,
            kommune INTEGER NOT NULL,
            PRIMARY KEY (paket, schluessel)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX paket_leistung_schluessel ON paket_leistung (kommune, schluessel);

        CREATE TABLE bestandteil (
            paket INTEGER NOT NULL REFERENCES paket (id) ON DELETE CASCADE,
            id TEXT NOT NULL,
            position INTEGER NOT NULL,
            rolle TEXT NOT NULL,
            pfad TEXT NOT NULL,
            original TEXT NOT NULL REFERENCES blob (sha256),
            gebunden TEXT NOT NULL REFERENCES blob (sha256),
            PRIMARY KEY (paket, id)
        ) STRICT, WITHOUT ROWID;

        -- Source identity to target identity; one row per object of the municipality.
        CREATE TABLE bindung (
            kommune INTEGER NOT NULL REFERENCES kommune (id),
            art TEXT NOT NULL,
            quelle_agency TEXT NOT NULL,
            quelle_scheme TEXT NOT NULL,
            quelle_wert TEXT NOT NULL,
            paket TEXT NOT NULL,
            ziel_agency TEXT NOT NULL,
            ziel_scheme TEXT NOT NULL,
            ziel_wert TEXT NOT NULL,
            bestandteil TEXT NOT NULL,
            schluessel TEXT,
            original TEXT NOT NULL,
            PRIMARY KEY (kommune, art, quelle_agency, quelle_scheme, quelle_wert, paket)
        ) STRICT, WITHOUT ROWID;
        CREATE INDEX bindung_schluessel ON bindung (kommune, art, schluessel);
        CREATE INDEX bindung_ziel ON bindung (kommune, ziel_wert);

        CREATE TABLE parameterwert (
            kommune INTEGER NOT NULL REFERENCES kommune (id),
            paket TEXT NOT NULL,
            name TEXT NOT NULL,
            wert TEXT,
            -- A reference to a secret. There is no column that could hold a secret.
            geheimnisverweis TEXT,
            PRIMARY KEY (kommune, paket, name)
        ) STRICT, WITHOUT ROWID;

        CREATE TABLE journal (
            id INTEGER PRIMARY KEY AUTOINCREMENT,
            kommune INTEGER NOT NULL REFERENCES kommune (id),
            zeitpunkt TEXT NOT NULL,
            wer TEXT NOT NULL,
            vorgang TEXT NOT NULL,
            paket TEXT,
            von_version TEXT,
            nach_version TEXT,
            von_digest TEXT,
            nach_digest TEXT,
            einzelheiten TEXT NOT NULL,
            kette TEXT NOT NULL
        ) STRICT;
        CREATE INDEX journal_kommune ON journal (kommune, id);
        """
}
