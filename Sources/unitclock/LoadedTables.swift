import Billing
import Configuration
import Journal

/// The tables that bills are made with: those imported beside a journal, then those that the program
/// brings.
struct LoadedTables {
  /// Of each sort the one in force first; of each kind one.
  var tables: Tables
  /// What was imported, the last first.
  var imported: [ImportedTable] = []
  /// Kept open with the tables: see ``TableStore``.
  private var store: TableStore?

  /// Those that the program brings, alone: for practice.
  static var builtIn: LoadedTables { LoadedTables(tables: .builtIn) }

  /// Loads what is there; a file that cannot be used is told, as bills without it would be others.
  static func load(beside journal: String) throws -> LoadedTables {
    var loaded = builtIn
    loaded.tables.fees = try Fees.load(userFolder: BaseFolder.settings)
    guard let store = try TableStore.openForReading(at: TableStore.path(beside: journal)) else {
      return loaded
    }
    let (pairs, limits, addOns) = try store.tables()
    loaded.tables.pairs = pairs.followed(by: loaded.tables.pairs, kind: \.source.kind)
    loaded.tables.limits = limits.followed(by: loaded.tables.limits, kind: \.source.kind)
    loaded.tables.addOns = addOns ?? loaded.tables.addOns
    loaded.imported = try store.imported()
    loaded.store = store
    return loaded
  }
}

extension Array {
  /// These tables, then those of `others` whose kind is not among them.
  fileprivate func followed(
    by others: [Element], kind: (Element) -> TableSource.Kind
  ) -> [Element] {
    let kinds = Set(map(kind))
    return self + others.filter { !kinds.contains(kind($0)) }
  }
}
