import Billing
import Interface
import SessionLog
import Testing

/// `.`: how things stand, in one sentence.
@Suite("How it stands")
struct StateSentenceTests {
  private func sentence(_ words: String) throws -> String { try Script(words + " .").notice }

  @Test func `today is counted`() throws {
    #expect(try sentence("") == "No visit today; nothing runs.")
    #expect(
      try sentence(
        DayScreenTests.treated("KM", "97110", "24m") + DayScreenTests.sign + "o "
          + DayScreenTests.plan("JB", "13:00") + "n TW <enter> <enter> o")
        == "3 visits today: 1 open, 1 signed, 1 planned; nothing runs.")
  }

  @Test func `what is late is counted, and the clocks are named`() throws {
    #expect(
      try sentence(
        DayScreenTests.plan("JB", "9:00a") + Script.visit + "a 97110 <enter> 1 +4m o")
        == "2 visits today: 1 open, 1 planned; 1 late; 97110 of KM runs since 10:00.")
  }

  @Test func `a visit: who, what runs since when, minutes, units`() throws {
    #expect(
      try sentence("n KM <tab> o <enter> <enter> a 97110 <enter> +5m 1 +24m")
        == "KM, OT, Medicare B: 97110 runs since 10:05, 24 minutes, 2 units of the day; 1 caution.")
    #expect(
      try sentence(Script.visit + "a 97110 <enter> +5m 1 +8m <space> rest <enter>").hasPrefix(
        "KM, PT, Medicare B: paused since 10:13 for rest, 8 minutes, 1 unit of the day"))
    #expect(
      try sentence(Script.visit)
        == "KM, PT, Medicare B: nothing runs, nothing logged, 0 units of the day.")
  }

  @Test func `a signed visit, and the clock of another client`() throws {
    let script =
      DayScreenTests.treated("KM", "97110", "24m") + DayScreenTests.sign
      + "o n JB <enter> <enter> a 97530 <enter> 1 +2m o <up> <enter>"
    #expect(
      try sentence(script)
        == "KM, PT, Medicare B: signed by Ana Reyes, 24 minutes, 2 units of the day;"
        + " 97530 of JB runs since 10:00.")
  }
}
