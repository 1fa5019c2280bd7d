import Interface
import Testing

/// The boxes in which slips are mended, as a person meets them.
@Suite("Golden screens of mending")
struct MendingGoldenTests {
  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "
  private static let three = two + "1 +20m 2 +20m 1 +10m "
  private static let clients = two + "1 +24m o n JB <enter> <enter> a 97140 <enter> 1 +5m "
  private static let late =
    "n KM <up> <up> <c-u> 2026-11-20 <enter> <enter> a 97110 <enter> "
    + "t \"40m computer was down\" <enter> "

  static let cases = [
    GoldenScreen("switch-back", three + "b 8", also: (40, 10)),
    GoldenScreen("switch-back-empty", three + "b"),
    GoldenScreen("switch-back-clients", clients + "b 8", also: (40, 10)),
    GoldenScreen("switch-back-refused", three + "b 1001"),
    GoldenScreen("switch-back-ways", three + "b 1001 <enter>", also: (40, 10)),
    GoldenScreen(
      "intervals",
      three + "e <up> <enter> 1005 <enter> <enter> \"forgot to start\" <enter> <up>", also: (40, 10)
    ),
    GoldenScreen(
      "interval-correct", three + "e <up> <enter> 1005 <enter> -2 <enter> forgot", also: (40, 10)),
    GoldenScreen("interval-insert", two + "1 +20m 1 +20m e i 1025 <enter>"),
    GoldenScreen("interval-split", three + "e <up> s 1012 <enter> <right>", also: (40, 10)),
    GoldenScreen(
      "interval-ways", two + "1 +20m 1 +20m <tab> e i 1010 <enter> 1030 <enter> <enter>",
      also: (40, 10)),
    GoldenScreen("interval-late", late + "e i 0900 <enter> 0924 <enter> <enter>"),
    GoldenScreen("undo-list", three + "b 8 <enter> U <down>", also: (40, 10)),
    GoldenScreen("undo-list-refused", three + "U <down> <down> <down> <down>"),
    GoldenScreen("gap", two + "1 +5m <wake> ~43m <wake>", also: (40, 10)),
    GoldenScreen("gap-split", two + "1 +5m <wake> ~43m <wake> s 20", also: (40, 10)),
    GoldenScreen("gap-restarted", two + "1 +5m <wake> !43m <wake>"),
    GoldenScreen("long-timer", two + "1 +60m <wake>", also: (40, 10)),
  ]

  @Test("is as it was", arguments: cases)
  func isAsItWas(_ screen: GoldenScreen) throws {
    try expectScreens(named: screen.name, of: Script(screen.words), sizes: screen.sizes)
  }
}
