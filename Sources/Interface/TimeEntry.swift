import Billing
import SessionLog

/// What was typed into the time field of a pane.
package enum TimeEntry: Hashable, Sendable {
  /// `-5`: the last interval began so many minutes earlier.
  case earlier(minutes: Int)
  /// `+5`: so many minutes are added.
  case added(minutes: Int)
  /// `24m`: the pane's total.
  case total(minutes: Int)
  /// `1305-1320`: an interval.
  case interval(start: ClockText, end: ClockText)
  /// `1:05p`: the start of the last interval.
  case start(ClockText)
  /// `3u`: units of a code that is counted.
  case units(Int)
  /// `timed`, `untimed`: for a code whose timing depends.
  case timing(isTimed: Bool)

  /// The most minutes that can be typed: a day.
  package static let mostMinutes = 1440

  /// Reads what was typed.
  package init(_ typed: String) throws(TimeEntryError) {
    let text = typed.lowercased().filter { !$0.isWhitespace }
    guard !text.isEmpty else { throw .empty }
    if text == "timed" || text == "untimed" {
      self = .timing(isTimed: text == "timed")
    } else if text.allSatisfy(Self.isDigit), text.count < 3 {
      throw .bareNumber(text)
    } else if text.first == "-" {
      self = .earlier(minutes: try Self.someMinutes(text.dropFirst()))
    } else if text.first == "+" {
      self = .added(minutes: try Self.someMinutes(text.dropFirst()))
    } else if let separator = text.firstIndex(of: "-") {
      let start = try ClockText(text[..<separator])
      let end = try ClockText(text[text.index(after: separator)...])
      let latest = end.readings.max() ?? 0
      guard start.minute < latest else { throw .backwards }
      self = .interval(start: start, end: end)
    } else if text.last == "m", text.dropLast().allSatisfy(Self.isDigit) {
      self = .total(minutes: try Self.minutes(text))
    } else if text.last == "u", let units = Int(text.dropLast()) {
      guard (1...99).contains(units) else { throw .units }
      self = .units(units)
    } else {
      self = .start(try ClockText(text[...]))
    }
  }

  static func someMinutes(_ text: some StringProtocol) throws(TimeEntryError) -> Int {
    let minutes = try minutes(text)
    guard minutes > 0 else { throw .nothing }
    return minutes
  }

  private static func minutes(_ text: some StringProtocol) throws(TimeEntryError) -> Int {
    let digits = text.last == "m" ? text.dropLast() : text[...]
    guard !digits.isEmpty, digits.allSatisfy(isDigit) else { throw .minutes }
    guard let minutes = Int(digits), minutes <= mostMinutes else { throw .tooMany }
    return minutes
  }

  static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}

/// What was typed into the time field of a pane, and why where a reason stands behind it, as in
/// `-5 forgot to start`.
package struct ReasonedTimeEntry: Hashable, Sendable {
  package var entry: TimeEntry
  package var reason: String?

  package init(_ typed: String) throws(TimeEntryError) {
    (entry, reason) = try timeAndReason(in: typed) { text throws(TimeEntryError) in
      try TimeEntry(text)
    }
  }
}

/// What was wrong with a typed time.
package enum TimeEntryError: Error, Hashable, Sendable {
  case empty, minutes, nothing, tooMany, notATime, backwards, units
  case bareNumber(String)

  /// What to tell the person.
  package var sentence: String {
    switch self {
    case .nothing: "Error: 0 minutes change nothing."
    case .bareNumber(let number):
      "Error: \(number)m states the total, +\(number) adds, -\(number) begins earlier."
    case .empty: "Type -5, +5, 24m, 1305-1320 or 1:05p; a reason may follow."
    case .minutes: "Error: whole minutes are taken, such as -5, +5 or 24m."
    case .tooMany: "Error: at most \(TimeEntry.mostMinutes) minutes, a day."
    case .notATime: "Error: not a time; -5, +5, 24m, 1305-1320 and 1:05p are taken."
    case .backwards: "Error: the interval ends before it begins."
    case .units: "Error: 1 to 99 units are taken, such as 2u."
    }
  }
}
