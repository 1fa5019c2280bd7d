package import Billing
package import SessionLog

/// What a person chose in their settings; each has its default.
package struct Preferences: Hashable, Sendable {
  /// Minutes without a key after which the screen locks itself; none never does.
  package var lockAfterMinutes: Int? = 10
  /// The usual panes of a plan, by name.
  package var templates: [Template] = []
  /// Whether the countdown to the next unit is shown at the start.
  package var showsCountdown = true
  /// Who treats, unless a visit's form is told otherwise; none is whoever gave the last visit that
  /// was begun here, or whom the system names.
  package var clinician: String?
  /// What the clinician is.
  package var role: Performer.Role?
  package var discipline: Discipline?
  /// Whether boxes are drawn in ASCII.
  package var usesASCII = false
  /// Whether the running clock is shown in digits that are read across the room at the start.
  package var showsBigDigits = false

  package init() {}
}

/// The usual panes of a plan, under a name.
package struct Template: Hashable, Sendable {
  package var name: String
  package var codes: [ProcedureCode]

  package init(name: String, codes: [ProcedureCode]) {
    self.name = name
    self.codes = codes
  }
}
