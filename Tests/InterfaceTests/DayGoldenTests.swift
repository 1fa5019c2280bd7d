import Interface
import Screen
import SessionLog
import Testing

/// Today's screen, the forms of a visit, groups, absences.
@Suite("Golden screens of the day")
struct DayGoldenTests {
  /// An ordinary day about half past eleven: one late, one with a clock, a group to come.
  private static let day =
    "n AL <up> <up> <c-u> 2026-11-20 <enter> <enter> a 97110 <enter> "
    + "t \"24m computer was down\" <enter> o "
    + DayScreenTests.plan("RS", "11:15") + DayScreenTests.plan("BD", "13:00")
    + DayScreenTests.plan("EF", "14:00") + DayScreenTests.plan("GH", "15:00")
    + "n KM <enter> <enter> a 97110 <enter> a 97530 <enter> 1 +23m 2 +15m 2 +1s "
    + DayScreenTests.sign + "o n JB <tab> o <tab> prem <enter> <enter> a 97530 <enter> 1 +24m 1 "
    + "o n TW <tab> o <enter> <enter> a 97129 <enter> 1 +26m o "
  private static let absent = day + "<down> <down> <down> X c \"at the dentist\" <enter> "

  static let cases = [
    GoldenScreen("day", absent, also: (40, 10), (60, 16)),
    GoldenScreen("day-late", day + "<up> <up> <up> <down> <down> <down> <down>"),
    GoldenScreen("plan", "P KM <enter> 1:05p", also: (40, 10)),
    GoldenScreen("completion", day + "n k"),
    GoldenScreen("form-known", day + "n KM <tab>"),
    GoldenScreen(
      "correct",
      Script.visit + "a 97110 <enter> t 8m <enter> a 97140 <enter> t 8m <enter> "
        + ": correct <enter> <tab> <tab> prem <up> <up> <up> <up> \"wrong payer taken\""),
    GoldenScreen("absence", day + "<down> <down> <down> X", also: (40, 10)),
    GoldenScreen(
      "absence-reason", day + "<down> <down> <down> X c \"at the dentist\"", also: (40, 10)),
    GoldenScreen(
      "group",
      "n TW <enter> <enter> o n JB <enter> <enter> o n KM <enter> <enter> "
        + ": group <enter> <down> <space>", also: (40, 10)),
    GoldenScreen("group-running", GroupTests.running + "+12m <resize>"),
    GoldenScreen("group-leaves", GroupTests.running + "+12m : group <enter> <space>"),
  ]

  @Test("is as it was", arguments: cases)
  func isAsItWas(_ screen: GoldenScreen) throws {
    try expectScreens(named: screen.name, of: Script(screen.words), sizes: screen.sizes)
  }

  @Test("is drawn at any size, with its header and the keys that work", arguments: cases)
  func isDrawn(_ screen: GoldenScreen) throws {
    let script = try Script(screen.words)
    for columns in stride(from: 1, through: 130, by: 9) {
      for rows in stride(from: 1, through: 45, by: 4) {
        let canvas = script.screen(columns, rows)
        #expect(canvas.size == Size(columns: columns, rows: rows))
        guard columns >= 40, rows >= 10 else { continue }
        #expect(canvas[0, 0]?.ground == .band)
        #expect(canvas[0, rows - 1]?.ground == .band)
      }
    }
  }
}
