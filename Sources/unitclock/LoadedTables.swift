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
  static func builtIn() throws -> LoadedTables {
    var loaded = LoadedTables(tables: .builtIn)
    let settings = try Settings.ofThisUser()
    if settings.asksQuestions == false { loaded.tables.questions = Questions() }
    if let minutes = settings.longTimer { loaded.tables.longTimerMinutes = minutes }
    return loaded
  }

  /// Loads what is there; a file that cannot be used is told, as bills without it would be others.
  static func load(beside journal: String) throws -> LoadedTables {
    var loaded = try builtIn()
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

extension LoadedTables {
  /// What is known of the imported table whose place one of that sort and kind takes.
  func imported(like table: OfficialTable.Description) -> OfficialTable.Description? {
    imported.map(\.description).first { $0.sort == table.sort && $0.kind == table.kind }
  }

  /// Whose table payers on `cms` go by; none where there is none.
  func kindInForce(of sort: OfficialTable.Sort) -> TableSource.Kind? {
    switch sort {
    case .pairs: tables.pairs.first?.source.kind
    case .limits: tables.limits.first?.source.kind
    case .addOns: nil
    }
  }

  /// That payers on `cms` go by another kind of table than before; none where they do not.
  func change(since before: LoadedTables, of sort: OfficialTable.Sort) -> String? {
    guard let then = before.kindInForce(of: sort), let now = kindInForce(of: sort), then != now
    else { return nil }
    return """
      Payers on cms, such as Medicare B, now go by the \(now.rawValue) \(sort.plainWords) instead \
      of the \(then.rawValue) ones.
      """
  }

  /// That payers on `cms` go by pairs of one kind and limits of another; none where they do not.
  var mixture: String? {
    guard let pairs = kindInForce(of: .pairs), let limits = kindInForce(of: .limits),
      pairs != limits
    else { return nil }
    return """
      Payers on cms go by \(pairs.rawValue) \(OfficialTable.Sort.pairs.plainWords) and \
      \(limits.rawValue) \(OfficialTable.Sort.limits.plainWords). Import the other table of one \
      kind, or name a kind in payers.yaml.
      """
  }
}

extension OfficialTable.Sort {
  /// What its rows are, in a sentence.
  fileprivate var plainWords: String {
    switch self {
    case .pairs: "code pairs"
    case .limits: "daily limits"
    case .addOns: "add-on codes"
    }
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
