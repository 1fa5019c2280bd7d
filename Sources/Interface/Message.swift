package import Screen
package import SessionLog

/// What ``update(_:_:at:)`` is told.
package enum Message: Hashable, Sendable {
  case input(Input)
  /// The journal took it: it is on disk.
  case recorded(Entry)
  /// The journal would not take it; the reason is one sentence for the person.
  case refused(reason: String)
  /// Entries that another copy of the program recorded.
  case arrived([Entry])
  /// What the journal has of the shown client's calendar year, which the yearly threshold counts.
  case lookedBack([Entry])
  /// They could not be read; the reason is one sentence for the person.
  case cannotLook(reason: String)
}

/// What ``update(_:_:at:)`` wants done, in order.
package enum Effect: Hashable, Sendable {
  /// Put it on disk; the answer comes back as a message.
  case record(Draft)
  /// Look for entries of another copy.
  case look
  /// Leave the program.
  case end
}
