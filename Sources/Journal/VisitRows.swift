import Billing
import GRDB
import SessionLog

/// Visits as rows of the index: how they are written, and how they are found again.
enum VisitRows {
  /// A condition on the rows of `sessions`, and the most rows that are wanted.
  struct Search {
    var condition: String
    var arguments: StatementArguments
    /// What their client and payer have in them, in small letters.
    var words: [String] = []
    /// All of them where there is none.
    var limit: Int?
  }

  /// One in so many clients and payers: of words that fewer have, the visits are looked up and
  /// sorted; of others, the latest visits are read until there are enough.
  private static let rarity = 12

  static func save(_ visit: PastVisit, in db: Database) throws {
    let session = visit.session.rawValue
    try db.execute(
      sql: """
        INSERT OR REPLACE INTO sessions
          (id, client, name, date, discipline, payer, words, clinician, standing, units, minutes,
           treated)
        VALUES
          (:id, :client, :name, :date, :discipline, :payer, :words, :clinician, :standing, :units,
           :minutes, :treated)
        """,
      arguments: [
        "id": session, "client": Visit.clientKey(of: visit.client), "name": visit.client,
        "date": visit.date.description, "discipline": visit.discipline.rawValue,
        "payer": visit.payer, "words": words(of: visit), "clinician": visit.clinician,
        "standing": visit.standing.rawValue, "units": visit.units, "minutes": visit.minutes,
        "treated": visit.isTreated,
      ])
    try db.execute(sql: "DELETE FROM session_codes WHERE session = ?", arguments: [session])
    try db.execute(
      sql: "INSERT OR IGNORE INTO session_words (words) VALUES (?)", arguments: [words(of: visit)])
    for (position, code) in visit.codes.enumerated() {
      try db.execute(
        sql: "INSERT INTO session_codes (session, position, code) VALUES (?, ?, ?)",
        arguments: [session, position, code.description])
    }
  }

  static func fetch(_ session: SessionID, from db: Database) throws -> PastVisit? {
    try fetch(Search(condition: "id = ?", arguments: [session.rawValue]), from: db).first
  }

  /// What a search finds, the latest first.
  static func fetch(_ search: Search, from db: Database) throws -> [PastVisit] {
    let (sql, arguments) = statement(for: search, areRare: try areRare(search.words, in: db))
    let rows = try Row.fetchCursor(db, sql: sql, arguments: arguments)
    var visits: [PastVisit] = []
    while let row = try rows.next() {
      if visits.last?.session.rawValue != row["id"] { visits.append(try visit(in: row)) }
      if let code = (row["code"] as String?).flatMap(ProcedureCode.init) {
        visits[visits.count - 1].codes.append(code)
      }
    }
    return visits
  }

  /// The whole statement: so many sessions, then their lines and codes.
  static func statement(
    for search: Search, areRare: Bool
  ) -> (sql: String, arguments: StatementArguments) {
    let have = areIn(search.words)
    let looked =
      areRare
      ? """
      sessions INDEXED BY sessions_by_words
        WHERE words IN (SELECT words FROM session_words WHERE \(have))
      """
      : "sessions WHERE \(have)"
    let sql = """
      SELECT sessions.*, session_codes.code FROM (
        SELECT id FROM \(looked) AND \(search.condition)
          ORDER BY date DESC, id DESC LIMIT ?) AS found
        JOIN sessions ON sessions.id = found.id
        LEFT JOIN session_codes ON session_codes.session = found.id
        ORDER BY sessions.date DESC, sessions.id DESC, session_codes.position
      """
    return (sql, StatementArguments(search.words) + search.arguments + [search.limit ?? -1])
  }

  /// Whether few clients and payers have all the words.
  private static func areRare(_ words: [String], in db: Database) throws -> Bool {
    guard !words.isEmpty else { return false }
    let found = try Int.fetchOne(
      db, sql: "SELECT COUNT(*) FROM session_words WHERE \(areIn(words))",
      arguments: StatementArguments(words))
    let all = try Int.fetchOne(db, sql: "SELECT COUNT(*) FROM session_words")
    return (found ?? 0) * rarity < all ?? 0
  }

  private static func areIn(_ words: [String]) -> String {
    (["TRUE"] + words.map { _ in "instr(words, ?) > 0" }).joined(separator: " AND ")
  }

  /// A row as a visit; refuses what a table of an earlier version, or another program, let in.
  private static func visit(in row: Row) throws -> PastVisit {
    let (units, minutes): (Int?, Int?) = (row["units"], row["minutes"])
    guard let date = ServiceDate(row["date"] as String),
      let discipline = Discipline(rawValue: row["discipline"]),
      let standing = PastVisit.Standing(rawValue: row["standing"]),
      Bill.unitRange.contains(units ?? 0), Bill.minuteRange.contains(minutes ?? 0)
    else { throw DatabaseError(message: "the index of the sessions holds what cannot be") }
    return PastVisit(
      session: SessionID(rawValue: row["id"]), client: row["name"], discipline: discipline,
      date: date, payer: row["payer"], clinician: row["clinician"], standing: standing,
      units: units, minutes: minutes, isTreated: row["treated"])
  }

  /// What a search looks for words in: the client and the payer, in small letters.
  private static func words(of visit: PastVisit) -> String {
    "\(Visit.clientKey(of: visit.client))\n\((visit.payer ?? "").lowercased())"
  }
}

extension VisitRows.Search {
  /// The visits of a client under one discipline.
  init(of key: ClientKey) {
    self.init(
      condition: "client = ? AND discipline = ?", arguments: [key.client, key.discipline.rawValue])
  }

  init(_ query: VisitQuery) {
    self.init(condition: "TRUE", arguments: [], limit: max(0, query.limit))
    words = query.words.map { $0.lowercased() }
    for code in query.codes {
      require(
        "EXISTS (SELECT 1 FROM session_codes WHERE session = sessions.id AND code = ?)",
        code.description)
    }
    if let from = query.from { require("date >= ?", from.description) }
    if let through = query.through { require("date <= ?", through.description) }
    if let standing = query.standing { require("standing = ?", standing.rawValue) }
  }

  private mutating func require(_ condition: String, _ argument: String) {
    self.condition += " AND \(condition)"
    arguments += [argument]
  }
}
