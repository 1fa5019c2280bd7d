import Foundation
import GRDB

/// What was typed into forms and not stored yet: the texts of the fields, by the form's name.
///
/// Nothing that was recorded, so that it may be overwritten and forgotten.
enum Drafts {
  static func create(in db: Database) throws {
    try db.execute(
      sql: """
        CREATE TABLE drafts (
          name TEXT PRIMARY KEY,
          form TEXT NOT NULL CHECK (json_valid(form))       -- {"field": "text"}
        ) STRICT, WITHOUT ROWID;
        """)
  }

  /// All of them; one that another program spoilt is left out, as no draft is worth a start that
  /// fails.
  static func fetch(from db: Database) throws -> [String: [String: String]] {
    let rows = try Row.fetchAll(db, sql: "SELECT name, form FROM drafts")
    let drafts = rows.compactMap { row -> (String, [String: String])? in
      let form = Data((row["form"] as String).utf8)
      return (try? JSONDecoder().decode([String: String].self, from: form))
        .map { (row["name"], $0) }
    }
    return Dictionary(uniqueKeysWithValues: drafts)
  }

  /// Keeps the texts of a form; nothing forgets them.
  static func keep(_ texts: [String: String]?, of name: String, in db: Database) throws {
    guard let texts else {
      return try db.execute(sql: "DELETE FROM drafts WHERE name = ?", arguments: [name])
    }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    let form = String(decoding: try encoder.encode(texts), as: UTF8.self)
    try db.execute(
      sql: "INSERT OR REPLACE INTO drafts (name, form) VALUES (?, ?)", arguments: [name, form])
  }
}
