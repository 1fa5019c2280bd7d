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
    of code: ProcedureCode, in session: Session, from origin: FindingsBox? = nil,
    after gone: [ProcedureCode] = [], at now: Moment
  ) {
    guard !refusesChange(of: session) else { return }
    let questions = logbook.tables.questions.questions(of: code)
    guard !questions.isEmpty else {
      notice = Notice("The note of \(code) has no fields: nothing is asked of it.")
      return
    }
    var form = NoteForm(
      code: code, questions: questions, answers: answers(for: code, of: session, at: now),
      from: origin)
    form.gone = gone
    overlay = .note(form)
  }

  mutating func pressOnNote(_ form: NoteForm, _ key: Key, at now: Moment) -> [Effect] {
    var form = form
    let isRefused = form.leaving == .back
    form.leaving = nil
    switch key {
    case .escape, .control("c"):
      // What the disk would not take is not typed in vain: only a second Esc leaves it.
      guard !isRefused else {
        overlay = form.origin.map { .findings($0) }
        return []
      }
      form.leaving = .back
    case .enter, .tab, .down, .backTab, .up:
      // What is wrong with the field stands below it.
      guard form.objection == nil else {
        overlay = .note(form)
        return []
      }
      if key == .enter, form.focus == form.fields.count - 1 {
        form.leaving = .onward
      } else {
        form.moveFocus(by: key == .backTab || key == .up ? -1 : 1)
      }
    default:
      guard form.fields[form.focus].press(key) else { return [] }
      overlay = .note(form)
      return []
    }
    return store(form, at: now)
  }

  /// An entry for each field that was changed and can be stored; a form that is being left goes when
  /// the last of them is on disk.
  private mutating func store(_ form: NoteForm, at now: Moment) -> [Effect] {
    guard let session else { return [] }
    overlay = .note(form)
    let changes = form.changes(from: answers(for: form.code, of: session, at: now))
    guard !changes.isEmpty else {
      close(form, of: session, at: now)
      return []
    }
    return record(
      changes.map { question, text in
        draft(
          .answered(code: form.code, question: question.id, text: text), in: [session.id], at: now)
      })
  }

  /// Goes on once a field of a note is on disk.
  mutating func goOn(from form: NoteForm, in session: Session, at now: Moment) {
    overlay = .note(form)
    if form.changes(from: answers(for: form.code, of: session, at: now)).isEmpty {
      close(form, of: session, at: now)
    }
  }

  /// Leaves a form where it is to be left: what could not be stored, or was not typed, is told.
  private mutating func close(_ form: NoteForm, of session: Session, at now: Moment) {
    guard let leaving = form.leaving else { return }
    overlay = nil
    if leaving == .onward, let origin = form.origin, origin.isSigning {
      let gone = form.gone + [form.code]
      if let next = openNotes(of: session, at: now).first(where: { !gone.contains($0) }) {
        openNote(of: next, in: session, from: origin, after: gone, at: now)
      } else {
        returnTo(origin, of: session, at: now)
      }
    } else {
      returnTo(form.origin, of: session, at: now)
    }
    if let objection = form.objections.first {
      notice = Notice("Not stored: \(objection)", tone: .error)
    } else if leaving == .onward, form.isEmpty {
      let count = form.fields.count
      notice = Notice(
        "Nothing was typed; \(count == 1 ? "1 field is" : "\(count) fields are") open.")
    }
  }

  /// The codes whose notes leave a question open that nobody let stand, in the order of the list.
  private func openNotes(of session: Session, at now: Moment) -> [ProcedureCode] {
    listedFindings(of: session, at: now).filter { $0.id == .documentation && $0.isOpen }
      .flatMap(\.codes)
  }
}
