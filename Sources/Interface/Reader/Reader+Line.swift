import Billing
package import Screen
package import SessionLog

extension Reader {
  /// What a typed line comes to.
  package enum Answer: Hashable, Sendable {
    /// What reaches the program, in order, as if it had been pressed.
    case inputs([Input])
    /// Nothing that changes anything: only this is said.
    case said([String])
    /// Everything is told from the beginning.
    case again
  }

  /// What a typed line means where the program stands.
  ///
  /// A line that begins with a blank is text, whatever it says.
  package static func answer(to line: String, in state: State, at now: Moment) -> Answer {
    let typed = TypedLine(line)
    if state.lock != nil { return answerOnLock(to: typed, in: state, at: now) }
    if !typed.isText {
      switch typed.lowercased {
      case "?", "help": return .said(help(in: state, at: now))
      case "again": return .again
      case "choices": return .said(state.choicesInWords(at: now))
      default: break
      }
      if let key = typed.key(anywhereIn: state) { return .inputs([.key(key)]) }
      if let number = typed.pick { return .inputs(state.inputs(picking: number, at: now)) }
    }
    let question = state.reading(at: now).question
    if let question, state.isForm, !question.isTyped, !typed.trimmed.isEmpty,
      state.choice(meantBy: typed, at: now) == nil
    {
      let words = typed.trimmed.visible
      return .said(["Error: “\(words)” is none of the choices. choices says them."])
    }
    if let question { return .inputs(state.inputs(answering: question, with: typed, at: now)) }
    if let inputs = state.inputs(commanding: typed, at: now) { return .inputs(inputs) }
    return .said(["Error: “\(typed.trimmed.visible)” does nothing here. help tells what does."])
  }

  /// The locked screen takes a PIN, and says again what it is to whoever asks, or types what counts
  /// for nothing.
  private static func answerOnLock(
    to typed: TypedLine, in state: State, at now: Moment
  ) -> Answer {
    let hasPIN = state.setup.hasPIN
    if !typed.isText, ["?", "help", "again"].contains(typed.lowercased) {
      return .said(lockInWords(of: state, at: now))
    }
    let isDead =
      hasPIN && (typed.trimmed.isEmpty || state.setup.pinAttempts.millisecondsToWait(at: now) > 0)
    return isDead
      ? .said(lockInWords(of: state, at: now)) : .inputs(typed.onLock(hasPIN: hasPIN))
  }

  /// What stands on the locked screen, and how one returns.
  private static func lockInWords(of state: State, at now: Moment) -> [String] {
    state.reading(at: now).lines
      + [state.setup.hasPIN ? "Type the PIN, then Enter, to return." : "Enter returns."]
  }
}

/// A line as it was typed.
struct TypedLine {
  let line: String
  let trimmed: String
  /// Whether it is text even where it reads like a word of the reader's own.
  let isText: Bool

  init(_ line: String) {
    self.line = line
    trimmed = TextField(line, limit: Self.mostCharacters).trimmed
    isText = line.first == " " && !trimmed.isEmpty
  }

  /// More than any field takes.
  private static let mostCharacters = 4_096

  var lowercased: String { trimmed.lowercased() }

  /// More rows than a list or its person has.
  static let mostRows = 200

  /// The whole line as the number of a row, from 1 on.
  var number: Int? { Self.number(lowercased[...]) }

  /// `pick 3`: the third row of a list.
  var pick: Int? {
    let words = lowercased.split(separator: " ")
    return words.count == 2 && words[0] == "pick" ? Self.number(words[1]) : nil
  }

  private static func number(_ text: Substring) -> Int? {
    Int(text).flatMap { (1...mostRows).contains($0) ? $0 : nil }
  }

  /// A key that works whether or not something is typed: the words for keys that no line has.
  func key(anywhereIn state: State) -> Key? {
    if let key = Self.keys[lowercased] { return key }
    // Ctrl-R, as one who has no other way may write it.
    guard lowercased.hasPrefix("ctrl-"), lowercased.count == 6, let letter = lowercased.last else {
      return nil
    }
    return .control(letter)
  }

  private static let keys: [String: Key] = [
    "back": .escape, "esc": .escape, "escape": .escape, "store": .enter, "enter": .enter,
    "next": .tab, "tab": .tab, "previous": .backTab, "up": .up, "down": .down,
    "left": .left, "right": .right, "space": .character(" "), "f1": .function(1),
    "page up": .pageUp, "page down": .pageDown, "delete": .delete,
  ]

  /// A PIN and Enter; where none is set, a key, and never what was typed: it would be taken for keys
  /// of the screen that is shown again.
  func onLock(hasPIN: Bool) -> [Input] {
    guard hasPIN, !trimmed.isEmpty else { return [.key(.enter)] }
    return trimmed.map { .key(.character($0)) } + [.key(.enter)]
  }
}

extension State {
  /// The inputs that answer a question: the field is filled, or the row turned; then Enter, or on to
  /// the next field of a form.
  ///
  /// Where a box answers to what was typed before Enter stores it, the person hears it first.
  fileprivate func inputs(
    answering question: Reading.Question, with typed: TypedLine, at now: Moment
  ) -> [Input] {
    let goesOn: [Input] = isForm ? [.key(.tab)] : [.key(.enter)]
    guard !typed.trimmed.isEmpty else { return goesOn }
    guard question.isTyped else {
      guard let choice = choice(meantBy: typed, at: now) else {
        return typed.trimmed.map { .key(.character($0)) }
      }
      return Array(repeating: .key(.right), count: choice.turns) + [.key(.tab)]
    }
    let emptying: [Input] = question.value.isEmpty ? [] : [.key(.control("u"))]
    // One character may be a key of the box, such as the a of 1:05 a; more is text.
    let text: [Input] =
      typed.trimmed.count == 1
      ? typed.trimmed.map { .key(.character($0)) } : [.paste(typed.trimmed)]
    let typing = emptying + text
    return answers(to: typing, at: now) ? typing : typing + goesOn
  }

  /// Whether the fields in front are those of a form, which are gone through one by one.
  var isForm: Bool {
    guard overlay == nil else { return false }
    switch place {
    case .form, .client: return true
    case .sessions, .session, .summary, .audit, .search: return false
    }
  }

  /// Whether what was typed brings an answer of its own: an echo, a list, another screen.
  private func answers(to typing: [Input], at now: Moment) -> Bool {
    var copy = self
    for input in typing { _ = update(&copy, .input(input), at: now) }
    switch copy.overlay {
    case .addCode(let search): return !copy.isOneCode(search)
    // What nothing changes any more is heard before it is given.
    case .signature, .coSignature: return true
    default: break
    }
    let (before, after) = (reading(at: now), copy.reading(at: now))
    if case .search = copy.place { return true }
    return before.title != after.title || (overlay == nil) != (copy.overlay == nil)
      || !after.lines(besides: before).isEmpty && copy.overlay != nil
  }

  /// Whether what was typed is a code as it stands, which needs no second look.
  private func isOneCode(_ search: CodeSearch) -> Bool {
    matches(of: search).first?.code.description == search.field.trimmed.uppercased()
  }

  /// The inputs that move the mark of a list to its row of that number, and take it.
  fileprivate func inputs(picking number: Int, at now: Moment) -> [Input] {
    Array(repeating: .key(.up), count: rowsAboveMark(atMost: TypedLine.mostRows, at: now))
      + Array(repeating: .key(.down), count: number - 1) + [.key(.enter)]
  }

  /// How often the mark can be moved up, tried in a copy.
  private func rowsAboveMark(atMost most: Int, at now: Moment) -> Int {
    var copy = self
    for rows in 0..<most {
      let before = copy.page(at: now)
      _ = update(&copy, .input(.key(.up)), at: now)
      if copy.page(at: now) == before { return rows }
    }
    return most
  }
}
