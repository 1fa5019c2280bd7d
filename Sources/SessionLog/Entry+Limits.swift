import Billing

extension Entry {
  /// Refuses numbers that nothing comes to, and texts that nobody writes, before anything is made
  /// of them: whoever can write the file can write any number into it.
  ///
  /// It looks at the entry alone; whether it can follow those before it is seen by replaying them.
  ///
  /// - Throws: ``ImpossibleEntry``, which names what cannot be, and what is allowed.
  public func requirePossible() throws(ImpossibleEntry) {
    try requirePossibleFrame()
    switch kind {
    case .opened(let visit): try requirePossible(visit)
    case .secondsTyped(let code, let seconds):
      try require((-Self.secondsOfADay...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .totalStated(let code, let seconds), .coTreated(let code, _, let seconds):
      try require((0...Self.secondsOfADay).contains(seconds)) {
        "a day has no \(seconds) seconds for \(code)"
      }
    case .unitsStated(let code, let units):
      try require(units, in: 0...99, "units of \(code)")
    case .allowedElsewhere(let cents): try require(cents, in: 0...Self.mostCents, "cents")
    case .chosen(let units): try requirePossible(units)
    case .groupStarted(_, let members, _), .groupStopped(_, let members):
      try require(!members.isEmpty && members == Array(sessions.prefix(members.count))) {
        "the members of a group are the first sessions of its entry"
      }
    case .noticed(let gap): try requirePossible(gap)
    case .signed(let signature): try requirePossible(signature)
    case .visitCorrected(let visit):
      try require(filled: visit.client, "the client")
      try require(filled: visit.clinician, "the clinician")
      try requirePossible(visit)
    case .clientStated(let record): try requirePossible(record)
    default: try requirePossibleTexts()
    }
  }

  /// What every entry has, whatever its kind.
  private func requirePossibleFrame() throws(ImpossibleEntry) {
    let numbers = [id.rawValue] + sessions.map(\.rawValue)
    for number in numbers where !(1...SessionID.last.rawValue).contains(number) {
      throw ImpossibleEntry(entry: id, reason: "no entry and no session has the number \(number)")
    }
    let clocks = [("wall", moment.wall), ("steady", moment.steady), ("awake", moment.awake)]
    for (name, reading) in clocks where !WallTime.range.contains(reading) {
      throw ImpossibleEntry(entry: id, reason: "its \(name) clock cannot be \(reading)")
    }
    try require(short: author, "the author")
    try require(short: reason ?? "", "the reason")
  }

  private func requirePossibleTexts() throws(ImpossibleEntry) {
    switch kind {
    case .pauseReason(let text): try require(short: text, "the reason of the pause")
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

  private func isModifier(_ text: String) -> Bool {
    text.utf8.count == 2
      && text.utf8.allSatisfy { byte in
        (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
          || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      }
  }
}

// MARK: - What the limits are told with

extension Entry {
  func require(
    short text: String, _ name: String, most: Int = mostCharacters
  ) throws(ImpossibleEntry) {
    try require(text.count <= most) { "\(name) is longer than \(most) characters" }
  }

  func require(
    filled text: String, _ name: String, most: Int = mostCharacters
  ) throws(ImpossibleEntry) {
    try require(text.contains { !$0.isWhitespace }) { "\(name) is missing" }
    try require(short: text, name, most: most)
  }

  func require(
    _ number: Int, in range: ClosedRange<Int>, _ name: @autoclosure () -> String
  ) throws(ImpossibleEntry) {
    try require(range.contains(number)) {
      "\(number) \(name()) are not from \(range.lowerBound) to \(range.upperBound)"
    }
  }

  func require(_ isPossible: Bool, else reason: () -> String) throws(ImpossibleEntry) {
    guard isPossible else { throw ImpossibleEntry(entry: id, reason: reason()) }
  }
}
