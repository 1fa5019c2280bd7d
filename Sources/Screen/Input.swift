/// What reaches the program from the terminal.
package enum Input: Hashable, Sendable {
  case key(Key)
  /// Text that was pasted, as it came: it may hold anything.
  case paste(String)
  /// The terminal has another size, or must be drawn anew.
  case resize
  /// The time that was waited for has come.
  case wake
  /// The terminal is gone.
  case hangUp
}

/// A key as a person names it.
package enum Key: Hashable, Sendable {
  /// A printable character, Space among them.
  case character(Character)
  /// A letter held with Ctrl, small.
  case control(Character)
  /// F1 is 1.
  case function(Int)
  case enter, escape, tab, backTab, backspace, delete
  case up, down, left, right, home, end, pageUp, pageDown
}
