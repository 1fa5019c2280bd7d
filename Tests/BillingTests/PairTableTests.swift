import Testing

@testable import Billing

@Suite struct PairTables {
  // MARK: The row that decides

  static let days: [ServiceDate] = ["2019-06-01", "2020-01-01", "2020-07-01", "2021-01-01"]

  /// Every row of 97530 with 97116 whose days are open or among `days`.
  static let rows: [PairEdit] = ([nil] + days).flatMap { first in
    ([nil] + days).flatMap { last in
      PairEdit.Indicator.allCases.compactMap { indicator in
        if let first, let last, last < first { return nil }
        return PairEdit(
          column1: "97530", column2: "97116", firstDay: first, lastDay: last, indicator: indicator)
      }
    }
  }

  /// The rule word by word: of the rows that cover the day and were not withdrawn, one that none
  /// beats by a later start, or by an earlier end at the same start.
  static func deciding(_ rows: [PairEdit], on day: ServiceDate) -> [PairEdit] {
    let covering = rows.filter { row in
      if row.indicator == .withdrawn { return false }
      if let first = row.firstDay, day < first { return false }
      if let last = row.lastDay, day > last { return false }
      return true
    }
    return covering.filter { row in
      !covering.contains { other in
        let starts = [row.firstDay ?? "1950-01-01", other.firstDay ?? "1950-01-01"]
        let ends = [row.lastDay ?? "2999-12-31", other.lastDay ?? "2999-12-31"]
        return starts[1] > starts[0] || (starts[1] == starts[0] && ends[1] < ends[0])
      }
    }
  }

  @Test func `the row that covers the day decides, of several the latest start, then earliest end`()
  {
    for one in Self.rows {
      for other in Self.rows {
        let table = PairTable(
          source: PairTable.builtIn.source,
          edits: [
            one,
            PairEdit(column1: "97530", column2: "97113", indicator: .never), other,
          ])
        for day in ["2018-01-01", "2020-06-30", "2026-11-21"] + Self.days {
          let found = table.edit("97116", "97530", on: day)
          let expected = Self.deciding([one, other], on: day)
          #expect(found.map(expected.contains) ?? expected.isEmpty)
          #expect(found?.lastDay == table.edit("97530", "97116", on: day)?.lastDay)
        }
      }
    }
  }

  @Test func `a table is older than the quarter of a day, not than its own`() {
    let source = PairTable.builtIn.source
    #expect(source.date == "2024-07-01")
    #expect(!source.isOlder(thanTheQuarterOf: "2024-09-30"))
    #expect(source.isOlder(thanTheQuarterOf: "2024-10-01"))
    #expect(source.isOlder(thanTheQuarterOf: "2025-07-01"))
    #expect(!source.isOlder(thanTheQuarterOf: "2019-12-31"))
  }

  // MARK: The built-in pairs

  @Test func `the built-in file has no mistake and one date`() throws {
    let edits = try PairEdit.all(parsing: PairTable.builtInText, named: "Pairs.tsv")
    #expect(edits == PairTable.builtIn.edits)
    #expect(edits.count == 252)
    let rows = try TableRow.all(
      of: PairTable.builtInText, named: "Pairs.tsv", columns: PairEdit.columns)
    #expect(rows.allSatisfy { $0["sourceDate"] == "\(PairTable.builtIn.source.date)" })
  }

  @Test(arguments: PairTable.builtIn.edits)
  func `a built-in row is of codes of the catalogue, and never applies where it was withdrawn`(
    edit: PairEdit
  ) {
    #expect(Catalog.builtIn[edit.column1] != nil)
    #expect(Catalog.builtIn[edit.column2] != nil)
    #expect((edit.indicator == .withdrawn) == (edit.firstDay != nil && edit.lastDay != nil))
    let others = PairTable.builtIn.edits.filter {
      $0.indicator != .withdrawn && $0.column1 == edit.column2 && $0.column2 == edit.column1
    }
    #expect(others.isEmpty, "a pair stands in one order")
  }

  static let known: [(ProcedureCode, ProcedureCode, ServiceDate, PairEdit.Indicator?)] = [
    ("97530", "97542", "2024-08-01", .withModifier),
    ("97161", "97750", "2024-08-01", .never),
    ("97140", "97124", "2024-08-01", .never),
    ("97763", "97750", "2024-08-01", nil),
    // Ended at the end of 2019.
    ("97140", "97530", "2019-12-31", .withModifier),
    ("97140", "97530", "2020-01-01", nil),
    ("97530", "97116", "2019-12-31", .withModifier),
    ("97530", "97116", "2020-10-01", nil),
    ("97530", "97113", "2020-01-01", nil),
    ("97110", "97164", "2019-12-31", .withModifier),
    ("97110", "97164", "2020-10-01", nil),
    ("97150", "97168", "2019-12-31", .withModifier),
    // Ended at the end of 2021.
    ("97530", "97535", "2021-12-31", .withModifier),
    ("97530", "97533", "2022-01-01", nil),
    // Announced and withdrawn on the day they were to begin.
    ("97161", "97140", "2020-01-01", nil), ("97167", "97140", "2020-10-01", nil),
    ("97530", "97161", "2020-01-01", nil), ("97150", "97165", "2020-01-01", nil),
    // No pairs at all, whatever is said.
    ("97110", "97112", "2019-06-01", nil), ("97110", "97116", "2019-06-01", nil),
    ("97110", "97530", "2019-06-01", nil), ("97110", "97140", "2019-06-01", nil),
    ("97129", "97530", "2024-08-01", nil), ("97535", "97161", "2024-08-01", nil),
  ]

  @Test(arguments: known)
  func `the pairs of common therapy codes, by date`(
    code: ProcedureCode, other: ProcedureCode, date: ServiceDate, indicator: PairEdit.Indicator?
  ) {
    #expect(PairTable.builtIn.edit(code, other, on: date)?.indicator == indicator)
    #expect(PairTable.builtIn.edit(other, code, on: date)?.indicator == indicator)
  }

  @Test func `a mistake in a file of pairs is told with line and field`() throws {
    let header = PairEdit.columns.joined(separator: "\t")
    let good = ["97530", "97542", "1", "-", "-", "S", "a test", "2024-07-01", "-"]
    func file(_ changes: [String: String]) -> String {
      let fields = zip(PairEdit.columns, good).map { changes[$0] ?? $1 }
      return header + "\n# a comment\n" + fields.joined(separator: "\t") + "\n"
    }
    #expect(throws: Never.self) { try PairEdit.all(parsing: file([:]), named: "pairs.tsv") }
    let wrong: [(String, String)] = [
      ("column1", "9753"), ("column2", "-"), ("column2", "97530"), ("indicator", "2"),
      ("indicator", "-"), ("firstDay", "2020-02-30"), ("confidence", "Z"), ("source", "-"),
      ("sourceDate", "July"),
    ]
    for (column, text) in wrong {
      let mistake = #expect(throws: TableMistake.self) {
        try PairEdit.all(parsing: file([column: text]), named: "pairs.tsv")
      }
      #expect(mistake?.description.hasPrefix("pairs.tsv, line 3, \(column): ") == true)
    }
    let backwards = #expect(throws: TableMistake.self) {
      try PairEdit.all(
        parsing: file(["firstDay": "2020-01-02", "lastDay": "2020-01-01"]), named: "pairs.tsv")
    }
    #expect(backwards?.field == "lastDay")
    let twice = #expect(throws: TableMistake.self) {
      try PairEdit.all(
        parsing: file([:]) + good.joined(separator: "\t"), named: "pairs.tsv")
    }
    #expect(
      twice?.description == "pairs.tsv, line 4, column2: the same row already stands in line 3")
  }

  // MARK: The built-in limits

  @Test func `daily limits are those of the catalogue's rows`() {
    let limits = Tables.builtIn.limits
    #expect(limits.map(\.source.kind) == [.practitioner, .outpatient])
    #expect(limits[0].limits["97110"] == LimitTable.Limit(units: 6, indicator: 3))
    #expect(limits[1].limits["97110"] == LimitTable.Limit(units: 8, indicator: 3))
    #expect(limits[0].limits["97161"] == LimitTable.Limit(units: 1, indicator: 2))
    #expect(limits[0].limits["97001"] == nil)
  }
}
