import Foundation
import GRDB
package import SessionLog

/// The log on disk: entries are added, and never changed.
package final class Journal {
  /// Where it lies; `:memory:` for practice.
  package let path: String
  private let queue: DatabaseQueue
  /// What the file was looked at with before it was opened for writing: closed, and kept.
  ///
  /// Taking a dispatch queue away starts threads, one of which then wakes every second for as long
  /// as the program runs.
  private let look: DatabaseQueue?
  /// Whether the database is a copy in memory, in which nothing may be written, as it would be lost,
  /// and nothing new is seen.
  package let isCopy: Bool
  private var lock: WriterLock?

  private init(
    path: String, queue: DatabaseQueue, look: DatabaseQueue? = nil, isCopy: Bool = false,
    lock: WriterLock? = nil
  ) {
    self.path = path
    self.queue = queue
    self.look = look
    self.isCopy = isCopy
    self.lock = lock
  }

  deinit { close() }
}

// MARK: - Opening

extension Journal {
  /// Opens the journal at `path` for writing, or begins one, in a folder and a file for the owner
  /// alone.
  ///
  /// One program at a time may: the next gets ``JournalError/inUse(path:holder:)``, which tells it
  /// `now`, the wall clock in milliseconds. A file that is not a journal, a damaged one and one of
  /// a newer version are left as they are.
  package static func open(at path: String, now: Int64) throws(JournalError) -> Journal {
    let file = JournalFile(path: path)
    try file.prepareForWriting()
    let lock = try WriterLock(for: file, now: now)
    return try translatingErrors(at: path) {
      // Looked at first without the right to write: closing a writer would move its log into a
      // file we must not touch.
      let look = try DatabaseQueue(path: file.pathForReading, configuration: .reading)
      let standing = try Schema.standing(of: look, at: path)
      try look.close()
      let queue = try DatabaseQueue(path: path, configuration: .writing)
      if standing != .complete { try Schema.migrator.migrate(queue) }
      return Journal(path: path, queue: queue, look: look, lock: lock)
    }
  }

  /// Opens the journal at `path` to look at, beside a program that writes in it or alone.
  ///
  /// One of an older version is left as it is: what is read is a copy in memory, brought up to date.
  package static func openForReading(at path: String) throws(JournalError) -> Journal {
    let file = JournalFile(path: path)
    try file.check()
    return try translatingErrors(at: path) {
      let queue = try DatabaseQueue(path: file.pathForReading, configuration: .reading)
      switch try Schema.standing(of: queue, at: path) {
      case .empty: throw JournalError.missing(path: path)
      case .complete: return Journal(path: path, queue: queue)
      case .older:
        let copy = try DatabaseQueue()
        try queue.backup(to: copy)
        try Schema.migrator.migrate(copy)
        return Journal(path: path, queue: copy, look: queue, isCopy: true)
      }
    }
  }

  /// A journal that is forgotten when it is closed: for practice.
  package static func inMemory() throws(JournalError) -> Journal {
    try translatingErrors(at: ":memory:") {
      let queue = try DatabaseQueue(configuration: .writing)
      try Schema.migrator.migrate(queue)
      return Journal(path: ":memory:", queue: queue)
    }
  }
}

// MARK: - Writing and reading

extension Journal {
  /// Records what happened and gives it its number; an opening gets the next free session.
  ///
  /// The entry is on disk when this returns. Where it throws, nothing of the entry is there, and
  /// the journal can be used as before.
  @discardableResult
  package func append(_ draft: Draft) throws(JournalError) -> Entry {
    try write { db in try append(draft, in: db) }
  }

  /// The same for several entries that are one thing to the person: all of them are on disk, in
  /// this order, or none is.
  package func append(_ drafts: [Draft]) throws(JournalError) -> [Entry] {
    try write { db in try drafts.map { try append($0, in: db) } }
  }

  /// The entries of a selection, in the order of recording.
  package func entries(of selection: Selection = .everything) throws(JournalError) -> [Entry] {
    try read { db in try EntryRows.fetch(selection, from: db) }
  }

  /// What was recorded after that entry.
  package func entries(after id: EntryID) throws(JournalError) -> [Entry] {
    try read { db in try EntryRows.fetch(after: id, from: db) }
  }

  /// Makes the index of the sessions again from the entries.
  package func rebuildIndex() throws(JournalError) {
    try write { db in try SessionIndex.rebuild(in: db) }
  }

  /// Brings everything into the one file and lets the next program write.
  ///
  /// Afterwards every call throws.
  package func close() {
    // Recorded entries are on disk already; what closing cannot tidy up, the next opening does.
    try? queue.close()
    lock = nil
  }

  private func append(_ draft: Draft, in db: Database) throws -> Entry {
    let entry = try EntryRows.insert(draft, about: try sessions(of: draft, in: db), into: db)
    try SessionIndex.take(entry, in: db)
    return entry
  }

  private func sessions(of draft: Draft, in db: Database) throws -> [SessionID] {
    if case .opened = draft.kind, draft.sessions.isEmpty {
      return [try SessionIndex.nextSession(in: db)]
    }
    guard !draft.sessions.isEmpty || draft.kind.mayNameNoSession else {
      throw JournalError.unknownSession(nil)
    }
    for session in draft.sessions where try !SessionIndex.holds(session, in: db) {
      throw JournalError.unknownSession(session)
    }
    return draft.sessions
  }

  /// Reads what is there at one moment.
  func read<T>(_ body: (Database) throws -> T) throws(JournalError) -> T {
    try Self.translatingErrors(at: path) { try queue.read(body) }
  }

  /// Writes all of it or nothing.
  func write<T>(_ body: (Database) throws -> T) throws(JournalError) -> T {
    guard !isCopy else {
      throw .notWritable(path: path, detail: "it is only looked at, and of an older version")
    }
    return try Self.translatingErrors(at: path) { try queue.write(body) }
  }

  /// Writes all of it or nothing, and does not wait for the disk.
  ///
  /// A crash of the program loses none of it, a loss of power perhaps the last seconds, in which case
  /// nothing that was recorded goes with it. An entry that follows takes it along to the disk.
  func writeWithoutWaiting(_ body: (Database) throws -> Void) throws(JournalError) {
    guard !isCopy else {
      throw .notWritable(path: path, detail: "it is only looked at, and of an older version")
    }
    try Self.translatingErrors(at: path) {
      try queue.writeWithoutTransaction { db in
        try db.execute(sql: "PRAGMA synchronous = NORMAL")
        let written = Result {
          try db.inTransaction {
            try body(db)
            return .commit
          }
        }
        try db.execute(sql: "PRAGMA synchronous = FULL")
        try written.get()
      }
    }
  }

  private static func translatingErrors<T>(
    at path: String, _ body: () throws -> T
  ) throws(JournalError) -> T {
    do { return try body() } catch { throw JournalError(error, path: path) }
  }
}
