import Billing

extension Entry {
  /// Refuses numbers that no visit comes to, and texts that nobody writes, before anything is made
  /// of them.
  func requirePossible() throws(ImpossibleEntry) {
    switch kind {
    case .secondsTyped(let code, let seconds):
      try require((-Self.secondsOfADay...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .totalStated(let code, let seconds):
      try require((0...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .unitsStated(let code, let units):
      try require((0...99).contains(units)) { "\(units) units of \(code) are not from 0 to 99" }
    case .startMoved(let code, let start):
      try require(isNear(start)) { "\(code) would begin more than two days from the entry" }
    case .intervalStated(let code, let start, let end):
      try require(isNear(start) && isNear(end)) {
        "an interval of \(code) would be more than two days from the entry"
      }
    default: try requirePossibleTexts()
    }
  }

  private func requirePossibleTexts() throws(ImpossibleEntry) {
    switch kind {
    case .performerStated(let code, let performer):
      try require(performer.key != "") { "the performer of \(code) has no name" }
      try require(short: performer.name, "the name of the performer")
    case .coTreated(let code, _, let seconds):
      try require((0...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .modifierStated(_, let stated):
      try require(isModifier(stated.modifier)) {
        "a modifier is two capital letters or digits, as 59 or KX"
      }
      try require(short: stated.reason, "the reason of \(stated.modifier)")
    case .answered(let code, let question, let text):
      try require(short: question, "the question of \(code)")
      try require(short: text, "the answer of \(code)")
    case .dismissed(let finding, let reason):
      try require(reason.contains { !$0.isWhitespace }) {
        "\(finding.id.rawValue) is dismissed without a reason"
      }
      try require(short: reason, "the reason for dismissing \(finding.id.rawValue)")
      try require(short: finding.detail, "the detail of \(finding.id.rawValue)")
    case .allowedElsewhere(let cents):
      try require((0...Self.mostCents).contains(cents)) {
        "\(cents) cents are not from 0 to \(Self.mostCents)"
      }
    default: break
    }
  }

  /// A million dollars.
  private static let mostCents = 100_000_000
  private static let mostCharacters = 500

  private func require(short text: String, _ name: String) throws(ImpossibleEntry) {
    try require(text.count <= Self.mostCharacters) {
      "\(name) is longer than \(Self.mostCharacters) characters"
    }
  }

  private func isModifier(_ text: String) -> Bool {
    text.utf8.count == 2
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }

  private static let secondsOfADay: Int64 = 86_400

  /// Whether a time is at most two days from the entry: a session may run past midnight, not longer.
  private func isNear(_ time: WallTime) -> Bool {
    let most = 2 * Self.secondsOfADay * 1000
    return (moment.wall - most...moment.wall + most).contains(time.milliseconds)
  }

  private func require(
    _ isPossible: Bool, else reason: () -> String
  ) throws(ImpossibleEntry) {
    guard isPossible else { throw ImpossibleEntry(entry: id, reason: reason()) }
  }
}
