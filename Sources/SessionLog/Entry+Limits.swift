import Billing

extension Entry {
  /// Refuses numbers that no visit comes to, times that are none of its day, and texts that nobody
  /// writes, before anything is made of them.
  func requirePossible(in visit: Visit) throws(ImpossibleEntry) {
    try require(short: reason ?? "", "the reason")
    switch kind {
    case .secondsTyped(let code, let seconds):
      try require((-Self.secondsOfADay...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .totalStated(let code, let seconds), .coTreated(let code, _, let seconds):
      try require((0...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .unitsStated(let code, let units):
      try require((0...99).contains(units)) { "\(units) units of \(code) are not from 0 to 99" }
    case .allowedElsewhere(let cents):
      try require((0...Self.mostCents).contains(cents)) {
        "\(cents) cents are not from 0 to \(Self.mostCents)"
      }
    case .groupStarted(_, let members, _), .groupStopped(_, let members):
      try require(!members.isEmpty && members == Array(sessions.prefix(members.count))) {
        "the members of a group are the first sessions of its entry"
      }
    case .noticed(let gap): try requirePossible(gap)
    default:
      try requirePossibleTimes(in: visit)
      try requirePossibleTexts()
    }
  }

  private func requirePossibleTexts() throws(ImpossibleEntry) {
    switch kind {
    case .performerStated(let code, let performer):
      try require(performer.key != "") { "the performer of \(code) has no name" }
      try require(short: performer.name, "the name of the performer")
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
    case .visitCorrected(let visit):
      try require(filled: visit.client, "the client")
      try require(filled: visit.clinician, "the clinician")
    case .notHeld(let absence):
      if absence.cause == .cancelled {
        try require(filled: absence.reason, "why the visit was cancelled")
      }
      try require(short: absence.reason, "why the visit did not take place")
    case .addendum(let text): try require(filled: text, "the addendum", most: Self.mostOfAnAddendum)
    case .coSigned(let name): try require(filled: name, "the name of who co-signs")
    default: break
    }
  }

  /// A million dollars.
  private static let mostCents = 100_000_000
  private static let mostCharacters = 500
  private static let mostOfAnAddendum = 4000

  private func require(
    short text: String, _ name: String, most: Int = mostCharacters
  ) throws(ImpossibleEntry) {
    try require(text.count <= most) { "\(name) is longer than \(most) characters" }
  }

  private func require(
    filled text: String, _ name: String, most: Int = mostCharacters
  ) throws(ImpossibleEntry) {
    try require(text.contains { !$0.isWhitespace }) { "\(name) is missing" }
    try require(short: text, name, most: most)
  }

  private func isModifier(_ text: String) -> Bool {
    text.utf8.count == 2
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }

  private func require(
    _ isPossible: Bool, else reason: () -> String
  ) throws(ImpossibleEntry) {
    guard isPossible else { throw ImpossibleEntry(entry: id, reason: reason()) }
  }
}
