import Billing
import Screen
import SessionLog

extension State {
  mutating func openEvaluation(of session: Session) {
    guard !refusesChange(of: session) else { return }
    guard let form = EvaluationForm(of: session.visit.discipline) else {
      notice = Notice(
        "SLP evaluations have no levels: \(key(of: .add)) adds the one that was made.")
      return
    }
    overlay = .evaluation(form)
  }

  mutating func pressOnEvaluation(
    _ form: EvaluationForm, _ key: Key, at now: Moment
  ) -> [Effect] {
    var form = form
    if key == .enter {
      do throws(EvaluationForm.Gap) {
        return add(try form.level().code, at: now)
      } catch {
        // What is missing stands in the box already: go there.
        form.focus = error.row
      }
    } else if let step = key.step {
      form.focus = (form.focus + step + form.rows.count) % form.rows.count
    } else {
      form.press(key)
    }
    overlay = .evaluation(form)
    return []
  }
}

extension EvaluationForm {
  /// Takes a key into the focused row: a number is typed, a word chosen.
  fileprivate mutating func press(_ key: Key) {
    switch rows[focus].answer {
    case .number(var field):
      if field.press(key) { rows[focus].answer = .number(field) }
    case .word(let words, let chosen):
      rows[focus].answer = .word(
        among: words, chosen: Self.turned(chosen, by: key, among: words))
    }
  }

  /// The word that a key turns to: ← and → one on, a blank too, a letter the next that begins with
  /// it.
  private static func turned(_ chosen: Int?, by key: Key, among words: [String]) -> Int? {
    let count = words.count
    switch key {
    case .right, .character(" "): return chosen.map { ($0 + 1) % count } ?? 0
    case .left: return chosen.map { ($0 + count - 1) % count } ?? count - 1
    case .character(let letter):
      let start = (chosen ?? -1) + 1
      return (start..<start + count).map { $0 % count }
        .first { words[$0].hasPrefix(letter.lowercased()) } ?? chosen
    default: return chosen
    }
  }
}
