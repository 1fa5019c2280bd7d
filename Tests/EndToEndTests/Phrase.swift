/// The words by which these tests know a screen, in one place.
enum Phrase {
  static let practice = "PRACTICE"
  static let running = "▶ RUN"
  /// What is said where there is no terminal to draw on.
  static let noTerminal = "terminal"
  /// What a second copy is offered.
  static let lookOnly = "look"

  /// The keys that open a session of one code on an empty journal and start its timer, as they are
  /// typed; each is pressed when the words before it are on the screen.
  static let firstTimer: [(screen: String, keys: [String])] = [
    ("unitclock", ["n"]),
    ("", ["K", "M", "Enter", "Enter"]),
    ("a add", ["a"]),
    ("", ["9", "7", "1", "1", "0", "Enter"]),
    ("97110", ["1"]),
  ]

  /// What `show --json` says anew each time while a timer runs.
  static let elapsed: Set = ["seconds", "minutes", "until", "now", "toNextUnit"]
}
