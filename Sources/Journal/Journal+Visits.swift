package import SessionLog

/// What the index answers: visits of before, without their entries.
extension Journal {
  /// The visits that a search asks for, the latest first.
  package func visits(matching query: VisitQuery) throws(JournalError) -> [PastVisit] {
    try visits(VisitRows.Search(query))
  }

  /// The visits of a client under one discipline, the latest first.
  package func visits(of key: ClientKey) throws(JournalError) -> [PastVisit] {
    try visits(VisitRows.Search(of: key))
  }

  /// What was stated last of a client, under each discipline.
  package func records(of key: ClientKey) throws(JournalError) -> [Entry] {
    try read { db in try EntryRows.fetch(recordsOf: key.client, from: db) }
  }

  private func visits(_ search: VisitRows.Search) throws(JournalError) -> [PastVisit] {
    try read { db in try VisitRows.fetch(search, from: db) }
  }
}

/// What was typed into forms and not stored yet.
extension Journal {
  /// The texts of the fields, by the form's name.
  package func drafts() throws(JournalError) -> [String: [String: String]] {
    try read { db in try Drafts.fetch(from: db) }
  }

  /// Keeps the texts of a form, so that a crash does not lose them; nothing forgets them.
  ///
  /// It is called with every key that is typed, and so does not wait for the disk.
  package func keep(_ texts: [String: String]?, of name: String) throws(JournalError) {
    try writeWithoutWaiting { db in try Drafts.keep(texts, of: name, in: db) }
  }
}
