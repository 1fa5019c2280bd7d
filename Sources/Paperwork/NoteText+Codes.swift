import Billing
import SessionLog

// What a note says of each code beside its times; nothing of an ordinary visit.
extension NoteText {
  /// Who gave each code, where that is not the clinician of the visit alone, and what belongs to
  /// another discipline.
  var performers: [NoteLine] {
    var lines: [NoteLine] = []
    for pane in session.panes {
      let given = session.hasSeveralPerformers ? pane.givenInWords(at: now) : []
      lines.add(given + pane.coTreatmentInWords, of: pane.code)
    }
    return lines
  }

  /// The answers to what each code's note must say, in the order in which it is asked.
  var answers: [NoteLine] {
    var lines: [NoteLine] = []
    for pane in session.panes {
      let answers = pane.answers(to: logbook.tables.questions)
      lines.add(answers.map { "\($0.asked): \($0.text)" }, of: pane.code)
    }
    return lines
  }

  /// The modifiers that a person put on, and why.
  var modifiers: [NoteLine] {
    var lines: [NoteLine] = []
    for pane in session.panes { lines.add(pane.modifiers.map(\.inWords), of: pane.code) }
    return lines
  }
}

extension Session {
  /// Whether anybody but the clinician of the visit, as a therapist, gave anything.
  var hasSeveralPerformers: Bool {
    let performers = panes.flatMap { $0.intervals.map(\.performer) + $0.typed.map(\.performer) }
    return performers.contains { $0.role != .therapist || !$0.isSame(as: visit.performer) }
  }
}

extension Session.Pane {
  /// Minutes by role, with the names: `assistant 23 min (B. Roe, COTA)`.
  func givenInWords(at now: Instant) -> [String] {
    Performer.Role.allCases.compactMap { role in
      let names = names(of: role)
      guard !names.isEmpty else { return nil }
      let remark = role.isBilled ? "" : ", not billed"
      return "\(role.rawValue) \(minutes(by: role, at: now)) min"
        + " (\(names.joined(separator: "; ")))\(remark)"
    }
  }

  /// What another discipline gave at the same time, and has been taken off.
  var coTreatmentInWords: [String] {
    coTreatment.sorted { $0.key.rawValue < $1.key.rawValue }.map { discipline, seconds in
      let length = Stretch.duration(seconds * 1000)
      return "co-treatment: \(length) are \(discipline.rawValue)'s, and not in the minutes here"
    }
  }

  /// Who gave some of it in that role, each once.
  private func names(of role: Performer.Role) -> [String] {
    var seen: [Performer] = []
    for performer in intervals.map(\.performer) + typed.map(\.performer)
    where performer.role == role && !seen.contains(where: performer.isSame) {
      seen.append(performer)
    }
    return seen.map(\.name)
  }

  private func milliseconds(by role: Performer.Role, at now: Instant) -> Int64 {
    intervals.reduce(0) { $0 + ($1.performer.role == role ? $1.milliseconds(at: now) : 0) }
      + typed.reduce(0) { $0 + ($1.performer.role == role ? $1.milliseconds : 0) }
  }

  /// Whole minutes by a role; the therapist's are cut, and the rest of a code's is the assistant's.
  func minutes(by role: Performer.Role, at now: Instant) -> Int {
    switch role {
    case .therapist: Int(therapistMilliseconds(at: now) / 60_000)
    case .assistant: minutes(at: now) - minutes(by: .therapist, at: now)
    case .student, .aide: Int(max(0, milliseconds(by: role, at: now)) / 60_000)
    }
  }
}

extension Session.Pane {
  /// The answers in the order in which they are asked; then those to questions that are asked no
  /// more, which have kept nothing but their names.
  func answers(to questions: Questions) -> [(question: String, asked: String, text: String)] {
    let known = questions.questions(of: code)
    let asked = known.compactMap { question in
      answers[question.id].map { (question.id, question.text, $0) }
    }
    let rest = answers.filter { answer in !known.contains { $0.id == answer.key } }
    return asked + rest.sorted { $0.key < $1.key }.map { ($0.key, $0.key, $0.value) }
  }
}

extension StatedModifier {
  /// `59: separate intervals`.
  var inWords: String { modifier + (reason.isEmpty ? "" : ": \(reason)") }
}

extension [NoteLine] {
  /// Adds what is said of a code, its number before the first sentence.
  fileprivate mutating func add(_ sentences: [String], of code: ProcedureCode) {
    for (index, sentence) in sentences.enumerated() {
      add(sentence, after: index == 0 ? "  \(code)  " : "         ")
    }
  }
}
