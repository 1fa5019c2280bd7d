package import Billing
import Foundation
import GRDB
package import SessionLog

/// The tables imported from official files: a database beside the journal, that can be thrown away
/// and imported again.
///
/// Of each sort and kind it holds one table. An import takes the place of the one before in a
/// single transaction, so that the old one is in force until the new one is whole, and those who
/// read meanwhile read the old one.
package final class TableStore {
  package let path: String
  private let queue: DatabaseQueue
  /// What the file was looked at with before it was opened for writing; see ``Journal``.
  private let look: DatabaseQueue?

  private init(path: String, queue: DatabaseQueue, look: DatabaseQueue? = nil) {
    self.path = path
    self.queue = queue
    self.look = look
  }

  deinit { try? queue.close() }

  /// The mark of the file in its SQLite header: `unic`, as four letters.
  static let applicationID: UInt32 = 0x756E_6963

  /// Where the tables of a journal lie: in its folder.
  package static func path(beside journal: String) -> String {
    URL(fileURLWithPath: journal).deletingLastPathComponent()
      .appendingPathComponent("tables.sqlite").path
  }
}

// MARK: - Opening

extension TableStore {
  /// Opens the file for an import, or begins one, for the owner alone.
  ///
  /// A file that is not ours, a damaged one and one of a newer version are left as they are.
  package static func open(at path: String) throws(TableStoreError) -> TableStore {
    try translatingErrors(at: path) {
      let file = JournalFile(path: path, mark: applicationID)
      try file.prepareForWriting()
      let look = try DatabaseQueue(path: file.pathForReading, configuration: .reading)
      let isComplete = try TableSchema.isComplete(in: look, at: path)
      try look.close()
      let queue = try DatabaseQueue(
        path: path, configuration: .writing(marking: applicationID))
      if !isComplete { try TableSchema.migrator.migrate(queue) }
      return TableStore(path: path, queue: queue, look: look)
    }
  }

  /// Opens the file to read; none where nothing was ever imported.
  package static func openForReading(at path: String) throws(TableStoreError) -> TableStore? {
    guard access(path, F_OK) == 0 || errno != ENOENT else { return nil }
    return try translatingErrors(at: path) {
      let file = JournalFile(path: path, mark: applicationID)
      try file.check()
      let queue = try DatabaseQueue(path: file.pathForReading, configuration: .reading)
      // Begun and not finished: an import that was killed before its first table was whole.
      guard try TableSchema.isComplete(in: queue, at: path) else { return nil }
      return TableStore(path: path, queue: queue)
    }
  }
}

// MARK: - Writing and reading

/// A table of the store: what is known of it, and when it was imported.
package struct ImportedTable: Hashable, Sendable {
  package var description: OfficialTable.Description
  package var imported: WallTime

  /// What it is called and where it is from, as findings cite it.
  package var source: TableSource {
    TableSource(
      kind: description.kind ?? .practitioner, name: description.name,
      file: description.files.joined(separator: ", "), date: description.date)
  }
}

extension TableStore {
  /// Puts a table in the place of the one of the same sort and kind.
  ///
  /// It is on disk when this returns. Where it throws, the tables are as before.
  package func replace(
    with table: OfficialTable, at now: WallTime
  ) throws(TableStoreError) {
    try Self.translatingErrors(at: path) {
      try queue.write { db in try TableRows.replace(with: table, at: now, in: db) }
    }
  }

  /// The tables that are here, the last imported first.
  package func imported() throws(TableStoreError) -> [ImportedTable] {
    try Self.translatingErrors(at: path) {
      try queue.read { db in try TableRows.descriptions(in: db).map(\.table) }
    }
  }

  /// The tables as a bill uses them, the last imported first.
  package func tables() throws(TableStoreError) -> (
    pairs: [PairTable], limits: [LimitTable], addOns: AddOnTable?
  ) {
    try Self.translatingErrors(at: path) {
      try queue.read { db in try TableRows.tables(in: db) }
    }
  }

  private static func translatingErrors<T>(
    at path: String, _ body: () throws -> T
  ) throws(TableStoreError) -> T {
    do { return try body() } catch { throw TableStoreError(JournalError(error, path: path)) }
  }
}

extension OfficialTable.Description {
  /// Such as `CMS practitioner code pairs`.
  package var name: String {
    switch sort {
    case .pairs: "CMS \(kind.map { "\($0.rawValue) " } ?? "")code pairs"
    case .limits: "CMS \(kind.map { "\($0.rawValue) " } ?? "")daily limits"
    case .addOns: "CMS add-on codes"
    }
  }
}
