import Billing
import Foundation
import Paperwork
import SessionLog

/// Dates, durations and entries in words.
enum Wording {
  /// A day as `Sat 21 Nov 2026`.
  static func day(_ date: ServiceDate) -> String {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = .gmt
    let components = DateComponents(year: date.year, month: date.month, day: date.day)
    guard let midnight = calendar.date(from: components) else { return date.description }
    let weekday = weekdays[(calendar.component(.weekday, from: midnight) - 1) % 7]
    return "\(weekday) \(date.day) \(months[(date.month - 1) % 12]) \(date.year)"
  }

  /// The same without the year, as `Sat 21 Nov`.
  static func shortDay(_ date: ServiceDate) -> String { String(day(date).dropLast(5)) }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// Seconds as `24:31`, and from an hour on as `1:24:31`.
  static func clock(seconds: Int64) -> String {
    let (minutes, second) = seconds.quotientAndRemainder(dividingBy: 60)
    let (hour, minute) = minutes.quotientAndRemainder(dividingBy: 60)
    return hour == 0
      ? "\(minute):\(padded(second))" : "\(hour):\(padded(minute)):\(padded(second))"
  }

  /// Seconds to go as `8 min`, and in the last minute as `0:29`: calm until it matters.
  ///
  /// A minute that is begun counts as one.
  static func countdown(seconds: Int64) -> String {
    seconds < 60 ? clock(seconds: seconds) : "\((seconds + 59) / 60) min"
  }

  /// Minutes as `47 min`; more than anybody counts in minutes as `10 h 17 min`.
  static func duration(minutes: Int64) -> String {
    let (hours, rest) = minutes.quotientAndRemainder(dividingBy: 60)
    return minutes <= 90 ? "\(minutes) min" : rest == 0 ? "\(hours) h" : "\(hours) h \(rest) min"
  }

  private static func padded(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }

  /// Units as `97110 2, 97140 1`, those without left out.
  static func units(_ units: [ProcedureCode: Int]) -> String {
    units.filter { $0.value > 0 }.sorted { $0.key < $1.key }
      .map { "\($0.key) \($0.value)" }.joined(separator: ", ")
  }

  /// An entry of a session in a few words, as the list of what can be undone shows it.
  static func entry(_ entry: Entry, in session: Session) -> String {
    "\(entry.moment.wallTime.text) \(session.words(for: entry))"
  }
}

extension Entry.Kind {
  /// What was stated, as a sentence.
  var sentence: String { sentence(asked: Questions()) }

  /// What was stated, as a sentence; what a note was asked is in the words of its question.
  func sentence(asked questions: Questions) -> String {
    switch self {
    case .performerStated(let code, let performer):
      "\(code) is with \(performer) from now on\(performer.role.isBilled ? "" : ": never billed")."
    case .allowedElsewhere(let cents):
      "\(dollars(cents)) allowed elsewhere this year."
    case .answered(let code, let id, let text) where !text.isEmpty:
      "Noted for \(code), \(questions.words(of: id, for: code)): \(text)".asSentence
    case .answered(let code, let id, _):
      "Took back the note for \(code), \(questions.words(of: id, for: code)).".asSentence
    case .dismissed(let finding, let reason):
      "Let stand, \(finding.inWords): \(reason)".asSentence
    default: (inWords.prefix(1).uppercased() + inWords.dropFirst()).asSentence
    }
  }
}

extension Questions {
  fileprivate func words(of id: String, for code: ProcedureCode) -> String {
    questions(of: code).first { $0.id == id }?.text ?? id
  }
}

extension Finding.Fact {
  /// `code pair of 97530 97542`.
  fileprivate var inWords: String {
    ([id.words] + (codes.isEmpty ? [] : ["of"]) + codes.map(\.description)).joined(separator: " ")
  }
}

extension String {
  /// The text with a point at its end, where it has no end of its own.
  fileprivate var asSentence: String {
    last.map { ".!?…".contains($0) } ?? false ? self : self + "."
  }
}
