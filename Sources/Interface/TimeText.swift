import SessionLog

/// A time as a field of a form takes it.
enum TimeText: Hashable {
  /// `1305`, `13:05`, `1:05p`.
  case clock(ClockText)
  /// `-5`, `+5`: so many minutes earlier or later than a time that is known.
  case shifted(minutes: Int)

  /// - Parameter takesBareMinutes: whether `8` means eight minutes earlier.
  init(_ typed: String, takesBareMinutes: Bool = false) throws(TimeRefusal) {
    let text = typed.lowercased().filter { !$0.isWhitespace }
    let isBare = text.count < 3 && !text.isEmpty && text.allSatisfy(TimeEntry.isDigit)
    do throws(TimeEntryError) {
      if let sign = text.first, "+-".contains(sign) {
        let minutes = try TimeEntry.someMinutes(text.dropFirst())
        self = .shifted(minutes: sign == "-" ? -minutes : minutes)
      } else if isBare, takesBareMinutes {
        self = .shifted(minutes: -(try TimeEntry.someMinutes(text)))
      } else {
        self = .clock(try ClockText(text[...]))
      }
    } catch {
      throw TimeRefusal(Self.sentence(about: error, isBare ? text : nil, takesBareMinutes))
    }
  }

  /// The same with the reason that may stand behind it.
  static func withReason(
    _ typed: String, takesBareMinutes: Bool = false
  ) throws(TimeRefusal) -> (time: TimeText, reason: String?) {
    try timeAndReason(in: typed) { text throws(TimeRefusal) in
      try TimeText(text, takesBareMinutes: takesBareMinutes)
    }
  }

  private static func sentence(
    about error: TimeEntryError, _ number: String?, _ takesBareMinutes: Bool
  ) -> String {
    switch error {
    case .nothing: error.sentence
    case .tooMany: error.sentence
    case .minutes: "Error: whole minutes are taken, such as -5 or +5."
    default:
      if let number {
        "Error: -\(number) is earlier, +\(number) later; a time is 1305 or 1:05p."
      } else {
        "Error: not a time; 1305, 13:05, 1:05p, \(takesBareMinutes ? "8" : "-5") and +5 are taken."
      }
    }
  }
}
