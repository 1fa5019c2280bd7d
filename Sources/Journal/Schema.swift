import GRDB

/// The tables of a journal, version by version.
///
/// A migration that has been published is never changed. The index has no version: it holds nothing
/// of its own, and the last migration makes it anew. What its tables do not check where they are
/// older is checked where they are read.
enum Schema {
  /// How far a file is with its tables.
  enum Standing { case empty, older, complete }

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 entries") { db in
      try db.execute(sql: entries)
      try db.execute(sql: protection)
    }
    migrator.registerMigration("2 reasons, drafts, clients") { db in
      try db.execute(sql: reasons)
      try Drafts.create(in: db)
    }
    migrator.registerMigration("3 words of a search") { db in
      try SessionIndex.create(in: db)
      try SessionIndex.rebuild(in: db)
    }
    return migrator
  }

  /// Which of the tables of this version the journal at `path` has.
  ///
  /// - Throws: ``JournalError/newer(path:)`` for one of a newer version.
  static func standing(of queue: DatabaseQueue, at path: String) throws -> Standing {
    try queue.read { db in
      if try migrator.hasBeenSuperseded(db) { throw JournalError.newer(path: path) }
      if try migrator.hasCompletedMigrations(db) { return .complete }
      return try migrator.appliedMigrations(db).isEmpty ? .empty : .older
    }
  }

  private static let entries = """
    CREATE TABLE entries (
      id         INTEGER PRIMARY KEY CHECK (id > 0),
      wall       INTEGER NOT NULL,                      -- ms since 1970-01-01 00:00 UTC
      steady     INTEGER NOT NULL,                      -- ms since the machine started
      awake      INTEGER NOT NULL,                      -- the same without time asleep
      boot       TEXT    NOT NULL,                      -- which run of the machine
      utc_offset INTEGER NOT NULL CHECK (utc_offset BETWEEN -86400 AND 86400),        -- s
      local_day  TEXT    NOT NULL CHECK (local_day GLOB
                   '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
      author     TEXT    NOT NULL,
      name       TEXT    NOT NULL,                      -- what kind of entry it is
      kind       TEXT    NOT NULL CHECK (               -- {"name": {its values}}
                   json_valid(kind) AND json_type(kind, '$.' || name) IS 'object')
    ) STRICT;

    CREATE TABLE entry_sessions (
      entry    INTEGER NOT NULL REFERENCES entries (id),
      position INTEGER NOT NULL CHECK (position >= 0),  -- 0: the session that the entry is about
      session  INTEGER NOT NULL CHECK (session > 0),
      PRIMARY KEY (entry, position)
    ) STRICT, WITHOUT ROWID;

    CREATE UNIQUE INDEX entry_sessions_by_session ON entry_sessions (session, entry);
    """

  /// Why an entry was made; none for those that correct nothing.
  ///
  /// The log itself takes fewer characters: this is what any version may have.
  private static let reasons = """
    ALTER TABLE entries ADD COLUMN reason TEXT CHECK (length(reason) BETWEEN 1 AND 4000);
    """

  /// Nothing is rewritten, by this program or another.
  ///
  /// An insertion that would replace a row is refused by a trigger of its own, as SQLite does not
  /// tell the one on DELETE about it unless it is asked to.
  private static let protection = """
    CREATE TRIGGER entries_keep_update BEFORE UPDATE ON entries
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER entries_keep_delete BEFORE DELETE ON entries
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER entries_keep_replace BEFORE INSERT ON entries
      WHEN EXISTS (SELECT 1 FROM entries WHERE id = NEW.id)
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;

    CREATE TRIGGER entry_sessions_keep_update BEFORE UPDATE ON entry_sessions
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER entry_sessions_keep_delete BEFORE DELETE ON entry_sessions
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    CREATE TRIGGER entry_sessions_keep_replace BEFORE INSERT ON entry_sessions
      WHEN EXISTS (
        SELECT 1 FROM entry_sessions WHERE entry = NEW.entry
        AND (position = NEW.position OR session = NEW.session))
      BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
    """
}
