/// A time of day as it was typed: `1305`, `13:05`, `1:05p`, `105p`, or `105` without the half of the
/// day.
package struct ClockText: Hashable, Sendable {
  /// The minute of the day, 0 to 1439; of its first half where none was typed.
  package var minute: Int
  /// Whether it may as well be twelve hours later: an hour of one digit without `a` or `p`.
  package var hasNoHalf: Bool

  package init(minute: Int, hasNoHalf: Bool = false) {
    self.minute = minute
    self.hasNoHalf = hasNoHalf
  }

  /// Reads what was typed, blanks left out, in small letters.
  package init(_ text: Substring) throws(TimeEntryError) {
    var clock = text
    if clock.last == "m" { clock = clock.dropLast() }
    let half = clock.last.flatMap { $0 == "a" || $0 == "p" ? $0 : nil }
    if half != nil { clock = clock.dropLast() }
    guard clock.endIndex == text.endIndex || half != nil else { throw .notATime }
    let parts = clock.split(separator: ":", omittingEmptySubsequences: false)
    let digits = clock.filter { $0 != ":" }
    guard parts.count <= 2, (3...4).contains(digits.count),
      digits.allSatisfy({ ("0"..."9").contains($0) }),
      parts.count == 1 || parts[1].count == 2, let number = Int(digits)
    else { throw .notATime }
    let (hour, minute) = number.quotientAndRemainder(dividingBy: 100)
    guard minute < 60, half == nil ? hour < 24 : (1...12).contains(hour) else { throw .notATime }
    self.minute = (half == nil ? hour : hour % 12 + (half == "p" ? 12 : 0)) * 60 + minute
    hasNoHalf = half == nil && digits.count == 3 && hour > 0
  }

  /// The minutes of the day that it may mean.
  var readings: [Int] { hasNoHalf ? [minute, minute + 720] : [minute] }

  /// Which of its readings is meant.
  var question: String { "\(text) a or \(text) p? Type a or p." }

  /// As a person without a half of the day would write it: `1:05`.
  var text: String {
    let (hour, minute) = minute.quotientAndRemainder(dividingBy: 60)
    return "\(hour):\(minute < 10 ? "0" : "")\(minute)"
  }
}
