import GRDB

/// The database of imported tables, version by version.
///
/// A migration that has been published is never changed.
enum TableSchema {
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 tables") { db in try db.execute(sql: tables) }
    return migrator
  }

  /// Whether the file at `path` has every table of this version.
  ///
  /// - Throws: ``JournalError/newer(path:)`` for one of a newer version.
  static func isComplete(in queue: DatabaseQueue, at path: String) throws -> Bool {
    try queue.read { db in
      if try migrator.hasBeenSuperseded(db) { throw JournalError.newer(path: path) }
      return try migrator.hasCompletedMigrations(db)
    }
  }

  private static let tables = """
    CREATE TABLE tables (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,     -- the order of import
      sort       TEXT    NOT NULL CHECK (sort IN ('ptp', 'mue', 'addon')),
      kind       TEXT    CHECK (kind IN ('practitioner', 'outpatient')),
      files      TEXT    NOT NULL CHECK (json_type(files) IS 'array'),
      date       TEXT    NOT NULL,                      -- it was true on that day
      date_basis TEXT    NOT NULL,                      -- what that is known by
      rows_read  INTEGER NOT NULL CHECK (rows_read >= 0),
      rows_kept  INTEGER NOT NULL CHECK (rows_kept BETWEEN 0 AND rows_read),
      wall       INTEGER NOT NULL,                      -- imported, ms since 1970-01-01 00:00 UTC
      utc_offset INTEGER NOT NULL,                      -- s
      CHECK ((kind IS NULL) = (sort = 'addon'))
    ) STRICT;
    CREATE UNIQUE INDEX one_of_each ON tables (sort, COALESCE(kind, ''));

    CREATE TABLE pairs (
      table_id  INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
      column1   TEXT    NOT NULL,
      column2   TEXT    NOT NULL,
      first_day TEXT,
      last_day  TEXT,
      indicator INTEGER NOT NULL CHECK (indicator IN (0, 1, 9))
    ) STRICT;
    CREATE INDEX pairs_by_table ON pairs (table_id);

    CREATE TABLE limits (
      table_id  INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
      code      TEXT    NOT NULL,
      units     INTEGER NOT NULL CHECK (units >= 0),
      indicator INTEGER NOT NULL CHECK (indicator IN (1, 2, 3)),
      PRIMARY KEY (table_id, code)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE add_ons (
      table_id  INTEGER NOT NULL REFERENCES tables (id) ON DELETE CASCADE,
      primary_code TEXT,
      add_on    TEXT    NOT NULL,
      type      INTEGER NOT NULL CHECK (type IN (1, 2, 3))
    ) STRICT;
    CREATE INDEX add_ons_by_table ON add_ons (table_id);
    """
}
