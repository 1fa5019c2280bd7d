import Screen
import SessionLog

/// One of the things that a row can be turned to, and how often it must be turned for it.
struct TurnedChoice: Hashable {
  let words: String
  let turns: Int
}

extension State {
  /// What the row that waits for a choice can be turned to, the shown one first; found by turning it
  /// in a copy, so that every form has it.
  func choices(at now: Moment) -> [TurnedChoice] {
    var copy = self
    var choices: [TurnedChoice] = []
    // No row has as many; one that never comes round is not turned for ever.
    for turns in 0..<60 {
      guard let question = copy.reading(at: now).question, !question.isTyped,
        !choices.contains(where: { $0.words == question.value })
      else { break }
      choices.append(TurnedChoice(words: question.value, turns: turns))
      _ = update(&copy, .input(.key(.right)), at: now)
    }
    return choices.filter { !$0.words.isEmpty }
  }

  /// Every choice, a line each.
  func choicesInWords(at now: Moment) -> [String] {
    let numbered = choices(at: now).numbered
    return numbered.isEmpty ? ["There is nothing to choose here."] : numbered
  }

  /// The choice that a typed number or the beginning of its words means.
  func choice(meantBy typed: TypedLine, at now: Moment) -> TurnedChoice? {
    let choices = choices(at: now)
    if let number = typed.number {
      return choices.indices.contains(number - 1) ? choices[number - 1] : nil
    }
    let wanted = typed.lowercased
    return choices.first { $0.words.lowercased() == wanted }
      ?? choices.first { $0.words.lowercased().hasPrefix(wanted) }
      ?? choices.first { $0.words.lowercased().contains(wanted) }
  }
}

extension Reading.Question {
  /// The question with what may be answered, as “Payer: 1 Medicare B; 2 Other”.
  func words(in state: State, at now: Moment) -> String {
    let name = label.isEmpty ? "" : "\(label): "
    let keeps = state.isForm ? "Enter keeps" : "Enter takes"
    guard !isTyped else {
      if value.isEmpty { return label.isEmpty ? "Type it, then Enter." : "\(label):" }
      return "\(name)\(keeps) \(value)."
    }
    let choices = state.choices(at: now)
    let all =
      choices.count > Self.mostSaid
      ? "one of \(choices.count): its number, or the beginning of its name. "
        + "choices says them."
      : choices.numbered.joined(separator: "; ") + "."
    return name + all + (value.isEmpty ? "" : " \(keeps) \(value).")
  }

  /// As many choices as are said unasked; more are a burden to hear each time.
  private static var mostSaid: Int { 5 }
}

extension [TurnedChoice] {
  /// `1 Medicare B`.
  var numbered: [String] { enumerated().map { "\($0 + 1) \($1.words)" } }
}
