import Screen

extension Binding {
  /// Every command, in the order in which help and key bar show them.
  package static let all: [Binding] =
    sessionBindings + mendingBindings + dayBindings + listBindings + summaryBindings + general

  private static let sessionBindings = [
    Binding(
      .toggle, "start or stop",
      "start or stop a pane's timer; another digit switches",
      "1234567890".map { .character($0) }, in: [.session], bar: "start/stop", barKey: "1-9",
      keyText: "1-9 0"),
    Binding(
      .pause, "pause", "pause everything; again goes on with what ran", [.character(" ")],
      in: [.session], bar: "pause"),
    Binding(
      .add, "add a code", "add a code: type its number or words", [.character("a")],
      in: [.session], bar: "add"),
    Binding(
      .time, "time", "time of the focused pane: -5  +5  24m  1305-1320  1:05p",
      [.character("t")], in: [.session], bar: "time"),
    Binding(
      .performer, "performer", "who gives the focused pane's code, and with whom",
      [.character("p")], in: [.session], bar: "who", isForWideBar: true),
    Binding(
      .modifiers, "modifiers", "modifiers of the focused pane, each with its reason",
      [.character("m")], in: [.session], bar: "modifiers", isForWideBar: true),
    Binding(
      .note, "note", "note fields of the focused pane: what the note must say",
      [.character("n")], in: [.session], bar: "note", isForWideBar: true),
    Binding(
      .undo, "undo", "take back the last entry, with the time since", [.character("u")],
      in: [.session], bar: "undo"),
    Binding(
      .redo, "redo", "bring back what undo took", [.control("r")], in: [.session]),
    Binding(
      .toggleFocused, "start or stop the focused pane", "start or stop the focused pane", [.enter],
      in: [.session]),
    Binding(.focusNext, "next pane", "the next pane", [.tab, .right], in: [.session]),
    Binding(
      .focusPrevious, "previous pane", "the previous pane", [.backTab, .left], in: [.session]),
    Binding(.focusDown, "pane below", "the pane below", [.down], in: [.session]),
    Binding(.focusUp, "pane above", "the pane above", [.up], in: [.session]),
    Binding(
      .findings, "findings", "findings: mend one, or dismiss it with a reason",
      [.character("w")], in: [.session, .summary], bar: "findings", onBarOf: [.summary]),
    Binding(
      .countdown, "countdown on or off", "show or hide the countdown to the next unit", [],
      in: [.session], keyText: ": countdown"),
    Binding(
      .pauseReason, "reason of the pause", "why it is paused, where that was not said", [],
      in: [.session], keyText: ": reason"),
    Binding(
      .evaluate, "evaluate", "the level of an evaluation from what was found", [],
      in: [.session], keyText: ": evaluate"),
    Binding(
      .allowedElsewhere, "allowed elsewhere", "what other providers were allowed this year", [],
      in: [.session], keyText: ": allowed"),
    Binding(
      .summary, "summary", "the summary: what to write, what to bill and why", [.character("s")],
      in: [.session], bar: "summary"),
    Binding(
      .previousSession, "previous session", "the previous open session", [.character("[")],
      in: [.session]),
    Binding(
      .nextSession, "next session", "the next open session", [.character("]")], in: [.session]),
    Binding(
      .sessions, "all sessions", "the list of sessions", [.character("o")],
      in: [.session, .summary]),
  ]

  private static let mendingBindings = [
    Binding(
      .switchBack, "forgot to switch", "forgot to switch: move the last switch back, -4 or 1321",
      [.character("b")], in: [.session], bar: "forgot", isForWideBar: true),
    Binding(
      .intervals, "intervals", "intervals of the focused pane: correct, split, insert one",
      [.character("e")], in: [.session], bar: "edit", isForWideBar: true),
    Binding(
      .undoList, "undo list", "everything that can be undone or redone", [.character("U")],
      in: [.session]),
    Binding(
      .gap, "gap", "time that the machine slept: keep it, take it out, split it", [],
      in: [.sessions, .session, .summary], keyText: ": gap"),
    Binding(
      .swapPerson, "other person", "one-on-one with the person before: one key, one entry",
      [.character("x")], in: [.session]),
    Binding(
      .group, "group", "a group code for several clients, recorded once", [], in: [.session],
      keyText: ": group"),
    Binding(
      .correctVisit, "correct the visit", "client, discipline, payer or clinician of the visit", [],
      in: [.session], keyText: ": correct"),
  ]

  private static let dayBindings = [
    Binding(
      .absence, "did not take place", "no-show or cancelled, with the reason", [.character("X")],
      in: [.sessions, .session]),
    Binding(
      .client, "client", "the client's record: payer, diagnoses, plan of care, authorization",
      [.character("c")], in: [.sessions, .session], bar: "client", onBarOf: [.sessions]),
    Binding(
      .search, "search", "search all history: client, date, code, payer", [.character("/")],
      in: [.sessions, .session, .summary], bar: "search", onBarOf: [.sessions]),
    Binding(
      .audit, "audit trail", "every entry of the visit: what, when, who, why", [.character("A")],
      in: [.session, .summary], bar: "audit", onBarOf: [.summary]),
    Binding(
      .bigDigits, "big digits", "the running clock in digits that are read across the room",
      [.character("g")], in: [.session]),
    Binding(
      .sayState, "say how it stands", "how things stand, in one sentence", [.character(".")],
      in: [.sessions, .session, .summary]),
    Binding(
      .lock, "lock", "lock: nothing that names anyone stays on the screen; clocks go on",
      [.character("L"), .control("k")], in: Set(Scene.allCases)),
    Binding(
      .setPIN, "set a PIN", "set, change or take away the PIN that unlocks", [],
      in: [.sessions, .session], keyText: ": pin"),
  ]

  private static let listBindings = [
    Binding(
      .up, "up", "move up", [.up, .character("k")], in: [.sessions, .summary, .audit],
      keyText: "↑ k"),
    Binding(
      .down, "down", "move down", [.down, .character("j")],
      in: [.sessions, .summary, .audit], keyText: "↓ j"),
    Binding(
      .open, "open", "open the session", [.enter], in: [.sessions], bar: "open"),
    Binding(
      .plan, "plan a visit", "plan a visit for later", [.character("P")], in: [.sessions],
      bar: "plan"),
    Binding(
      .newSession, "new session", "a new session", [.character("N")],
      in: [.sessions, .session, .summary], bar: "new", onBarOf: [.sessions],
      also: [.sessions: [.character("n")]]),
  ]

  private static let summaryBindings = [
    Binding(.pageUp, "page up", "a page up", [.pageUp], in: [.summary, .audit]),
    Binding(
      .pageDown, "page down", "a page down", [.pageDown, .character(" ")],
      in: [.summary, .audit], bar: "page", onBarOf: [.summary, .audit]),
    Binding(
      .choose, "choose", "choose between equal allocations", [.character("c")], in: [.summary],
      bar: "choose"),
    Binding(
      .sign, "sign", "sign the session", [.character("S")], in: [.summary], bar: "sign"),
    Binding(
      .addendum, "addendum", "add to what was signed; its text stays", [.character("+")],
      in: [.summary, .audit], bar: "addendum"),
    Binding(
      .coSign, "co-sign", "co-sign what an assistant signed", [.character("C")],
      in: [.summary, .audit], bar: "co-sign"),
  ]

  private static let general = [
    Binding(
      .palette, "commands", "find a command by its name", [.character(":")],
      in: Set(Scene.allCases), bar: "cmd"),
    Binding(
      .help, "help", "the keys of this screen", [.character("?"), .function(1)],
      in: Set(Scene.allCases), bar: "help"),
    Binding(
      .back, "back", "back, at once", [.escape], in: [.session, .summary, .audit],
      bar: "back", onBarOf: [.summary, .audit]),
    Binding(
      .leave, "leave", "leave the program", [.character("q"), .control("c")],
      in: Set(Scene.allCases), bar: "leave", barKey: "q", keyText: "q"),
  ]
}
