/// The words by which these tests know a screen, in one place.
enum Phrase {
  static let practice = "PRACTICE"
  static let running = "▶ RUN"
  /// A heading of the summary.
  static let charges = "Charges"
  /// An answer where a clock still runs.
  static let stopAndLeave = "stop and leave"
  static let emptyJournal = "No session today"
  /// What is said where there is no terminal to draw on.
  static let noTerminal = "terminal"
  /// What a second copy is offered, and what it says once that is taken.
  static let lookOnly = (offer: "look only", taken: "LOOK ONLY")

  /// The keys that, on an empty journal, begin a visit, add a code and start its timer.
  static let firstTimer = ["n", "KM", "Enter", "Enter", "a", "97110", "Enter", "1"]
  /// The key that takes the offer to look only.
  static let look = "l"

  /// What `show --json` says anew each time while a timer runs.
  static let elapsed: Set = ["seconds", "minutes"]
}
