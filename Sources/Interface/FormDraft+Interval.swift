import SessionLog

extension IntervalForm: Drafting {
  var draft: [String: String] {
    Dictionary(uniqueKeysWithValues: texts.map { ($0.key.rawValue, $0.value.text) })
  }

  mutating func take(draft: [String: String]) {
    let focused = focus
    for (name, text) in draft {
      guard let field = Field(rawValue: name), let typed = texts[field] else { continue }
      focus = field
      edit(TextField(text, limit: typed.limit))
    }
    focus = focused
  }
}

extension IntervalsBox {
  /// What the draft of the form in it is kept under: every interval has its own.
  var draftName: String? {
    form.map { form in
      let purpose =
        switch form.purpose {
        case .correct(let entry): "correct \(entry.rawValue)"
        case .insert: "insert"
        case .split(let entry): "split \(entry.rawValue)"
        case .takeOut(let entry): "take out \(entry.rawValue)"
        }
      return "interval \(session.rawValue) \(code) \(purpose)"
    }
  }
}
