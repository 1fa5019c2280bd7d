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
  /// `1305-1320`: an interval, in minutes of the day.
  case interval(start: Int, end: Int)
  /// `1:05p`: the start of the last interval, in minutes of the day.
  case start(Int)
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
      let start = try Self.timeOfDay(text[..<separator])
      let end = try Self.timeOfDay(text[text.index(after: separator)...])
      guard start < end else { throw .backwards }
      self = .interval(start: start, end: end)
    } else if text.last == "m", text.dropLast().allSatisfy(Self.isDigit) {
      self = .total(minutes: try Self.minutes(text))
    } else if text.last == "u", let units = Int(text.dropLast()) {
      guard (1...99).contains(units) else { throw .units }
      self = .units(units)
    } else {
      self = .start(try Self.timeOfDay(text[...]))
    }
  }

  private static func someMinutes(_ text: some StringProtocol) throws(TimeEntryError) -> Int {
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

  /// Reads `1305`, `13:05`, `9:05`, `905`, `1:05p`, `1:05pm`, `105p`.
  private static func timeOfDay(_ text: Substring) throws(TimeEntryError) -> Int {
    var clock = text
    if clock.last == "m" { clock = clock.dropLast() }
    let half = clock.last.flatMap { $0 == "a" || $0 == "p" ? $0 : nil }
    if half != nil { clock = clock.dropLast() }
    guard clock.endIndex == text.endIndex || half != nil else { throw .notATime }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let digits = clock.filter { $0 != ":" }
    guard parts.count <= 2, (3...4).contains(digits.count), digits.allSatisfy(isDigit),
      parts.count == 1 || parts[1].count == 2, let number = Int(digits)
    else { throw .notATime }
    let (hour, minute) = number.quotientAndRemainder(dividingBy: 100)
    guard minute < 60, half == nil ? hour < 24 : (1...12).contains(hour) else { throw .notATime }
    return (half == nil ? hour : hour % 12 + (half == "p" ? 12 : 0)) * 60 + minute
  }

  private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
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
    case .empty: "Type -5, +5, 24m, 1305-1320 or 1:05p."
    case .minutes: "Error: whole minutes are taken, such as -5, +5 or 24m."
    case .tooMany: "Error: at most \(TimeEntry.mostMinutes) minutes, a day."
    case .notATime: "Error: not a time; -5, +5, 24m, 1305-1320 and 1:05p are taken."
    case .backwards: "Error: the interval ends before it begins."
    case .units: "Error: 1 to 99 units are taken, such as 2u."
    }
  }
}
