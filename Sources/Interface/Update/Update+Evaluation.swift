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
      form.moveFocus(by: step)
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
    case .word(var choice):
      _ = choice.press(key)
      rows[focus].answer = .word(choice)
    }
  }

  /// Moves the focus; letters that chose something are done with.
  fileprivate mutating func moveFocus(by step: Int) {
    if case .word(var choice) = rows[focus].answer {
      choice.settle()
      rows[focus].answer = .word(choice)
    }
    focus = (focus + step + rows.count) % rows.count
  }
}
