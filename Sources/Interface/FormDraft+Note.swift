import Billing

extension NoteForm: Drafting {
  var draft: [String: String] {
    Dictionary(zip(questions.map(\.id), fields.map(\.trimmed))) { first, _ in first }
  }

  mutating func take(draft: [String: String]) {
    for (index, question) in questions.enumerated() {
      guard let text = draft[question.id] else { continue }
      fields[index] = TextField(text, limit: fields[index].limit)
    }
  }
}

extension EvaluationForm: Drafting {
  var draft: [String: String] {
    Dictionary(uniqueKeysWithValues: rows.map { ($0.label, $0.answer.text) })
  }

  mutating func take(draft: [String: String]) {
    for index in rows.indices {
      if let text = draft[rows[index].label] { rows[index].answer.take(text) }
    }
  }
}

extension EvaluationForm.Answer {
  fileprivate var text: String {
    switch self {
    case .number(let field): field.text
    case .word(let choice): choice.name
    }
  }

  fileprivate mutating func take(_ text: String) {
    switch self {
    case .number(let field): self = .number(TextField(text, limit: field.limit))
    case .word(var choice):
      choice.choose(named: text)
      self = .word(choice)
    }
  }
}
