/// What a piece of text means; a theme gives it a look.
///
/// Nothing is told by a role alone.
package enum Role: String, CaseIterable, Hashable, Sendable {
  /// Ordinary text.
  case text
  /// Text that may be passed over: labels, hints, what is idle.
  case quiet
  /// What the eye should meet first: headings, the numbers that count.
  case strong
  /// Lines of frames.
  case frame
  /// The frame of what has the focus.
  case focus
  /// What runs.
  case running
  /// What is paused.
  case paused
  /// A bar's filled and empty part.
  case bar
  case groove
  /// The severities of findings.
  case info
  case caution
  case stop
  /// A key that can be pressed.
  case key
  /// Text being typed.
  case field
  /// What was done well: signed, recorded.
  case done
}

/// What text stands on.
package enum Ground: String, CaseIterable, Hashable, Sendable {
  case screen
  /// The header and the key bar.
  case band
  /// The row or item that is selected.
  case selection
  /// A field that is typed into.
  case input
  /// A box in front of the screen.
  case overlay
}
