import Billing
import Screen
import SessionLog

extension State {
  /// What the note of the session's day says to the questions of a code.
  func answers(for code: ProcedureCode, of session: Session, at now: Moment) -> [String: String] {
    let day = logbook.treatmentDay(of: session, at: logbook.instant(of: now))
    return day.answers?[code] ?? [:]
  }

  mutating func openNote(
    of code: ProcedureCode, in session: Session, from origin: FindingsBox? = nil, at now: Moment
  ) {
    guard !refusesChange(of: session) else { return }
    let questions = logbook.tables.questions.questions(of: code)
    guard !questions.isEmpty else {
      notice = Notice("The note of \(code) has no fields: nothing is asked of it.")
      return
    }
    overlay = .note(
      NoteForm(
        code: code, questions: questions, answers: answers(for: code, of: session, at: now),
        from: origin))
  }

  mutating func pressOnNote(_ form: NoteForm, _ key: Key, at now: Moment) -> [Effect] {
    var form = form
    switch key {
    case .enter:
      guard form.focus == form.fields.count - 1 else {
        form.moveFocus(by: 1)
        break
      }
      return store(form, at: now)
    case .tab, .down: form.moveFocus(by: 1)
    case .backTab, .up: form.moveFocus(by: -1)
    default: guard form.fields[form.focus].press(key) else { return [] }
    }
    overlay = .note(form)
    return []
  }

  /// An entry for each field that was changed; the form goes when the last of them is on disk.
  private mutating func store(_ form: NoteForm, at now: Moment) -> [Effect] {
    guard let session else { return [] }
    if let wrong = form.firstWrong {
      var form = form
      form.focus = wrong
      overlay = .note(form)
      return []
    }
    let changes = form.changes(from: answers(for: form.code, of: session, at: now))
    guard !changes.isEmpty else {
      overlay = form.origin.map { .findings($0) }
      return []
    }
    return changes.flatMap { question, text in
      record(
        .answered(code: form.code, question: question.id, text: text), in: [session.id], at: now)
    }
  }
}
