import Billing
import Interface
import SessionLog
import Testing

/// `: correct`: the particulars of a visit that were wrong.
@Suite("A corrected visit")
struct CorrectionTests {
  private static let visit =
    Script.visit + "a 97110 <enter> t 8m <enter> a 97140 <enter> t 8m <enter> "
  private static let correct = visit + ": correct <enter> "

  @Test func `has another client, with the reason, and goes back to the visit`() throws {
    let script = try Script(
      Self.correct + "<c-u> KN <up> <up> \"typing slip\" <enter> <enter>")
    #expect(script.session()?.visit.client == "KN")
    #expect(script.journal.last?.reason == "typing slip")
    #expect(script.session()?["97110"]?.typed.count == 1)
    #expect(script.state.scene == .session)
  }

  @Test func `another payer's rule and units are said before it is stored`() throws {
    let script = try Script(Self.correct + "<tab> <tab> prem")
    // Sixteen minutes of two codes: one unit by the sum, two by each code's midpoint.
    #expect(script.shows("The rule changes: AMA midpoint rule."))
    #expect(script.shows("Units 1 → 2."))
    #expect(script.kinds.count == 5)
  }

  @Test func `needs a reason`() throws {
    let script = try Script(Self.correct + "<c-u> KN <enter>")
    #expect(script.form?.field == .reason)
    #expect(script.form?.errors[.reason]?.hasPrefix("Error: a reason") == true)
  }

  @Test func `with nothing changed stores nothing`() throws {
    let script = try Script(Self.correct + "<up> <up> none <enter> <enter>")
    #expect(script.notice == "Nothing is changed yet; Esc leaves the visit as it is.")
    #expect(script.kinds.count == 5)
  }

  @Test func `keeps date and panes, which the form does not ask`() throws {
    let script = try Script(Self.correct)
    #expect(script.form?.fields.contains(.date) == false)
    #expect(script.form?.fields.contains(.panes) == false)
  }

  /// KM's 97110 runs with Ana Reyes, JB's 97140 with Kim.
  @Test func `leaves nobody with two clients' clocks`() throws {
    var script = try Script(
      Script.visit
        + "a 97110 <enter> 1 +5m o n JB <tab> <tab> <tab> <tab> Kim <tab> <enter> <enter> "
        + "a 97140 <enter> 1 +5m : correct <enter> <tab> <tab> <tab> <tab> <c-u> \"Ana Reyes\"")
    let sentence = "97140 of JB and 97110 of KM would run at once by Ana Reyes: stop one of them."
    #expect(script.words().contains(sentence))
    let entries = script.journal.count
    try script.type("<tab> <tab> slip <enter> <enter>")
    #expect(script.journal.count == entries)
    #expect(script.notice.contains("stop one of them"))
  }

  @Test func `can be undone`() throws {
    let script = try Script(Self.correct + "<c-u> KN <up> <up> slip <enter> <enter> u")
    #expect(script.session()?.visit.client == "KM")
  }

  @Test func `not after the signature`() throws {
    let script = try Script(Self.visit + DayScreenTests.sign + "<esc> : correct <enter>")
    #expect(script.form == nil)
  }
}
