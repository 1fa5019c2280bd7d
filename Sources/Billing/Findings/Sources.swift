// Where the rules stand that no row of a table carries. The manuals carry no day: theirs is the day
// we read them.
extension Source {
  static let totalTime = Source(text: "Pub 100-04 ch. 5 s.20.2 C", date: .read)
  static let midpoint = Source(text: "CPT, time: a unit is earned past its midpoint", date: .read)
  static let bothRules = Source(text: "Pub 100-04 ch. 5 s.20.2 C; CPT, time", date: .read)
  static let oneThingAtATime = Source(text: "NCCI Policy Manual 2026 ch. 11 s.P", date: .read)
  static let oneClientOnce = Source(text: "Pub 100-04 ch. 5 s.20.3", date: .read)
  static let groupCode = Source(text: "CMS transmittal 1753; Pub 100-04 ch. 5 s.20.2", date: .read)
  static let addOnEdits = Source(text: "CMS add-on code edits", date: .tables)
  static let assistants = Source(text: "42 CFR 410.59 and 410.60, (a)(4)", date: .read)
  static let assistantsBarred = Source(
    text: "general knowledge, to be checked in Pub 100-02 ch. 15 s.230", date: .read)
  static let evaluationLevels = Source(
    text: "published guides to the evaluation codes of 2017; minutes: Pub 100-04 ch. 5 s.20.2 D",
    date: .read)
  static let planOfCare = Source(text: "Pub 100-04 ch. 5 s.20.1", date: .read)
  static let threshold = Source(text: "Pub 100-04 ch. 5 s.10.3.3", date: .read)
  static let evaluations = Source(
    text: "Pub 100-04 ch. 5 s.20.2 D; NCCI Policy Manual 2026 ch. 11 s.P", date: .read)
  static let disciplines = Source(
    text: "our catalogue of codes; who bills them is general knowledge", date: .read)
  static let ownClocks = Source(
    text: "our own rule: a clock tells, and nothing stops it", date: .read)
  static let lateEntries = Source(
    text: "general knowledge, to be checked in Pub 100-08 ch. 3 s.3.3.2.5", date: .read)
  static let presence = Source(
    text: "our own rule; one thing at a time: NCCI Policy Manual 2026 ch. 11 s.P", date: .read)
  static let reduced = Source(text: "Premera Blue Cross, payment policy", date: .read)
  static let catalog = Source(text: "our catalogue of codes, after CMS's tables", date: .tables)
}

extension ServiceDate {
  /// The day on which we read the manuals.
  public static let read = ServiceDate(written: 2026, 11, 21)
  /// The day of CMS's tables that the catalogue was made from.
  fileprivate static let tables = ServiceDate(written: 2024, 7, 1)
}
