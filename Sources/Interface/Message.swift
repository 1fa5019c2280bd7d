package import Screen
package import SessionLog

/// What ``update(_:_:at:)`` is told.
package enum Message: Hashable, Sendable {
  case input(Input)
  /// The journal took them, in this order: they are on disk.
  case recorded([Entry])
  /// The journal would not take it; the reason is one sentence for the person.
  case refused(reason: String)
  /// Entries that another copy of the program recorded.
  case arrived([Entry])
  /// What the journal has of the shown client's calendar year, which the yearly threshold counts.
  case lookedBack([Entry])
  /// They could not be read; the reason is one sentence for the person.
  case cannotLook(reason: String)
  /// What the journal knows of a client: the records, and the visits so far.
  case recalled(ClientKey, records: [Entry], visits: [PastVisit])
  /// The visits that a search asked for.
  case found(VisitQuery, [PastVisit])
  /// The entries of a session that is to be shown.
  case fetched(SessionID, [Entry])
  /// Whether the typed PIN is the one that was set.
  case pinChecked(Bool)
  /// Whether a PIN stands on disk now, and the wrong ones since the last right one.
  case pinRead(isSet: Bool, attempts: PINAttempts)
  /// The PIN was set, or taken away; the reason where it could not be.
  case pinSet(isSet: Bool, refusal: String?)
}

/// What ``update(_:_:at:)`` wants done, in order.
package enum Effect: Hashable, Sendable {
  /// Put them on disk, all or none; the answer comes back as a message.
  case record([Draft])
  /// Look for entries that another copy recorded after this one.
  case look(after: EntryID)
  /// Look up what the journal knows of a client.
  case recall(ClientKey)
  /// Search all history.
  case search(VisitQuery)
  /// Read a session of before.
  case fetch(SessionID)
  /// Keep what was typed into a form, so that a crash does not lose it; nothing drops it.
  case keep(FormDraft?, of: String)
  /// Look whether a PIN is set.
  case readPIN
  /// Compare a typed PIN with the one that was set.
  case checkPIN(String)
  /// Set a PIN; nothing takes it away.
  case setPIN(String?)
  /// Leave the program.
  case end
}
