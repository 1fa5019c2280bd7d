import Interface
import Screen
import Terminal

extension Program {
  /// The program for a voice or a braille line: says what is new, waits for a line, handles it, stops
  /// when told.
  mutating func converse(through terminal: LineTerminal) {
    var reader = Reader()
    state.size = Reader.page
    terminal.say(
      ["unitclock in lines. help tells what can be typed."]
        + reader.whole(state, at: clock.moment()))
    var goesOn = true
    while goesOn {
      readYear()
      terminal.hidesTyping(Reader.hidesTyping(in: state))
      let wait = max(millisecondsToNextChange(state, at: clock.moment()) / clock.speed, 50)
      let wasLocked = state.lock != nil
      switch terminal.next(within: wait + 1) {
      case .line(let line): goesOn = answer(line, through: terminal, &reader)
      case .gone: goesOn = handle(.hangUp)
      case .wake:
        goesOn = handle(.wake)
        if !wasLocked, state.lock != nil { terminal.pushAway() }
        let news = reader.wake(state, at: clock.moment())
        if goesOn, !news.isEmpty { terminal.say(news, interrupts: true) }
      }
    }
    terminal.sayLast(state.notice?.text ?? "unitclock is left.")
  }

  /// Does what a line asks for and says what came of it; whether the program goes on.
  private mutating func answer(
    _ line: String, through terminal: LineTerminal, _ reader: inout Reader
  ) -> Bool {
    let wasLocked = state.lock != nil
    switch Reader.answer(to: line, in: state, at: clock.moment()) {
    case .said(let lines): terminal.say(lines)
    case .again: terminal.say(reader.whole(state, at: clock.moment()))
    case .inputs(let inputs):
      for input in inputs where !handle(input) { return false }
      readYear()
      if !wasLocked, state.lock != nil { terminal.pushAway() }
      let lines = reader.answer(state, at: clock.moment())
      terminal.say(lines.isEmpty ? ["Nothing changed. help tells what can be typed."] : lines)
    }
    return true
  }
}
