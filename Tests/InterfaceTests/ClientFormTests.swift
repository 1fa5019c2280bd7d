import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("The record of a client")
struct ClientFormTests {
  /// The record of the first visit's client, the focus on the diagnoses.
  static let opened = Script.visit + "c <tab> <tab> "
  static let filled =
    opened + "\"m54.5 M25561\" <tab> 9/15 <tab> 12/5 <tab> 11/20 <tab> A-17 <tab> 11/1 <tab> 12/31 "
    + "<tab> 9 <tab> 40 "

  private func stated(_ script: Script) -> ClientRecord? {
    if case .clientStated(let record)? = script.kinds.last { record } else { nil }
  }

  @Test func `is stored as it was typed, about no session`() throws {
    let script = try Script(Self.filled + "<enter>")
    #expect(
      stated(script)
        == ClientRecord(
          client: "KM", discipline: .physicalTherapy, payer: "Medicare B",
          diagnoses: ["M54.5", "M25.561"],
          planOfCare: PlanOfCare(start: "2026-09-15", end: "2026-12-05"),
          authorization: Authorization(
            number: "A-17", start: "2026-11-01", end: "2026-12-31", visits: 9, units: 40),
          progressReport: "2026-11-20"))
    #expect(script.journal.last?.sessions == [])
    #expect(script.state.scene == .session)
    #expect(
      script.notice.hasPrefix("Stored for KM, PT: payer Medicare B; diagnoses M54.5, M25.561; "))
  }

  @Test(arguments: [
    ("<tab> <tab> 11/29", "Sun 29 Nov 2026"), ("<tab> <tab> 2027-02-28", "Sun 28 Feb 2027"),
    ("<tab> <tab> 2/28/2027", "Sun 28 Feb 2027"), ("<tab> today", "Sat 21 Nov 2026"),
    // The nearest such day; a report is never of a day to come.
    ("<tab> <tab> 1/10", "Sun 10 Jan 2027"), ("<tab> <tab> <tab> 1/10", "Sat 10 Jan 2026"),
  ])
  func `a day is read back while it is typed`(keys: String, words: String) throws {
    #expect(try Script(Self.opened + keys).shows(words))
  }

  @Test(arguments: [
    ("m5", "is too short"), ("<tab> 9/15", "Error: its last day is needed too."),
    ("<tab> 12/5 <tab> 9/15", "is before its first"),
    ("<tab> 29", "Error: not a day of the calendar"),
    ("<tab> 2/30", "Error: not a day of the calendar"),
    ("<tab> <tab> <tab> 2026-11-22", "Error: a day to come"),
    ("<tab> <tab> <tab> <tab> A-17", "Error: its first day is needed too."),
    ("<tab> <tab> <tab> <tab> <tab> <tab> <tab> 0", "Error: “0” is no number of visits"),
  ])
  func `a wrong field is told, and nothing is stored`(keys: String, words: String) throws {
    var script = try Script(Self.opened + keys)
    let typed = script.client?.texts
    try script.type("<enter>")
    #expect(stated(script) == nil)
    #expect(script.words().contains(words))
    #expect(script.client?.texts == typed)
  }

  @Test(arguments: [(80, 24), (60, 24), (120, 40)])
  func `what is wrong is told whole, of the focused field and of others`(columns: Int, rows: Int)
    throws
  {
    let script = try Script(Self.opened + "m5 <tab> 12/5 <tab> 9/15 <enter>")
    let words = script.words(columns, rows)
    #expect(words.contains("a letter, a digit, a letter or digit, then a point and up to four"))
    #expect(words.contains("Error: its last day, Tue 15 Sep 2026, is before its first."))
    #expect(!words.contains("…"))
  }

  @Test func `on the smallest screen the point of an error is seen, and the field`() throws {
    let words = try Script(Self.opened + "m5 <enter>").words(40, 10)
    #expect(words.contains("Error: m5 is too short. An ICD-10-CM code is a letter, a digit,"))
    #expect(words.contains("Diagnoses m5"))
  }

  @Test func `what is due is told by as much as there is room for`() throws {
    let due = "<tab> 9/15 <tab> 12/5 <tab> <tab> <tab> 11/1 <tab> 12/5 <tab> 2 "
    let script = try Script(Self.opened + due)
    #expect(script.words(80, 24).contains("ends Sat 5 Dec 2026, in 14 days."))
    #expect(script.shows("Due POC 14d, auth 14d, auth 1", 40, 10))
  }

  @Test func `a diagnosis that the client had before is offered before anything is typed`() throws {
    var script = try Script(
      Self.opened + "m54.5 <enter> c <tab> <tab> <c-u> M25.561 <enter> c <tab> <tab> <end>")
    #expect(!script.shows("→ takes the code"))
    try script.type("\", \"")
    #expect(script.shows("M25.561, M54.5"))
    try script.type("<right> <enter>")
    #expect(stated(script)?.diagnoses == ["M25.561", "M54.5"])
  }

  @Test func `Esc leaves without an entry`() throws {
    let script = try Script(Self.filled + "<esc>")
    #expect(stated(script) == nil)
    #expect(script.state.scene == .session)
  }

  @Test func `without a change there is nothing to store`() throws {
    let script = try Script(Self.filled + "<enter> c <enter>")
    #expect(script.kinds.count { if case .clientStated = $0 { true } else { false } } == 1)
    #expect(script.notice == "Nothing was changed in the record of KM.")
  }

  @Test func `on an empty list the client is asked for`() throws {
    let script = try Script("c JB <enter>")
    #expect(stated(script)?.client == "JB")
    #expect(script.state.scene == .sessions)
    #expect(
      try Script("c <enter>").words().contains("Error: initials or a client code are needed."))
  }

  @Test func `each discipline has a record of its own`() throws {
    let script = try Script(Self.filled + "<enter> c <back-tab> o <tab> <tab> <tab> F80.1 <enter>")
    #expect(script.state.logbook.clients.count == 2)
    #expect(stated(script)?.diagnoses == ["F80.1"])
    #expect(stated(script)?.discipline == .occupationalTherapy)
  }

  @Test func `a diagnosis that was used for another client is offered`() throws {
    var script = try Script(Self.filled + "<enter> o n JB <enter> <enter> c <tab> <tab> m54")
    #expect(script.shows("m54.5"))
    try script.type("<right> <enter>")
    #expect(stated(script)?.diagnoses == ["M54.5"])
  }

  @Test func `what is counted stands beside the fields`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> t 24m <enter> " + Self.later)
    #expect(script.shows("1 treatment day since"))
    #expect(script.shows("ends in 14 days"))
    #expect(script.shows("used: 1 visit, 0 units"))
  }

  private static let later = String(filled.dropFirst(Script.visit.count))

  @Test func `what the disk refuses is still in the form`() throws {
    var script = try Script(Self.filled)
    let typed = script.client?.texts
    script.diskRefusal = "The disk is full."
    try script.type("<enter>")
    #expect(script.client?.texts == typed)
    #expect(script.notice == "Not recorded: The disk is full.")
  }
}

extension Script {
  fileprivate var client: ClientForm? {
    if case .client(let form) = state.place { form } else { nil }
  }
}
