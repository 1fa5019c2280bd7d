import Interface
import Screen
import Testing

/// The screens about a client, about what was, and about what follows a signature.
@Suite("Golden screens of records and history")
struct RecordScreenTests {
  static let cases = [
    GoldenScreen("client-empty", ClientFormTests.opened, also: (40, 10)),
    GoldenScreen("client", ClientFormTests.filled, also: (40, 10)),
    GoldenScreen(
      "client-mistake", ClientFormTests.opened + "m5 <tab> 12/5 <tab> 9/15 <enter>", also: (40, 10)),
    GoldenScreen(
      "client-offer", ClientFormTests.filled + "<enter> o n JB <enter> <enter> c <tab> <tab> m54",
      also: (40, 10)),
    GoldenScreen("search", HistorySearchTests.three + "/ 97110", also: (40, 10)),
    GoldenScreen("search-begun", HistorySearchTests.three + "/", also: (40, 10)),
    GoldenScreen("search-none", HistorySearchTests.three + "/ xyz", also: (40, 10)),
    GoldenScreen("audit", AuditTests.mended + "A", also: (40, 10)),
    GoldenScreen("addendum", AfterSigningTests.addendum, also: (40, 10)),
    GoldenScreen(
      "addendum-unexplained", AfterSigningTests.addendum + "<enter> <enter>", also: (40, 10)),
    GoldenScreen("co-signature", AfterSigningTests.byAssistant + "C", also: (40, 10)),
    GoldenScreen(
      "summary-added", AfterSigningTests.addendum + "\"phone call\" <enter> <enter> <page-down>",
      also: (40, 10)),
  ]

  @Test("is as it was", arguments: cases)
  func isAsItWas(_ screen: GoldenScreen) throws {
    try expectScreens(named: screen.name, of: Script(screen.words), sizes: screen.sizes)
  }

  @Test func `what is due, told as the visit opens`() throws {
    var script = try Script(DuesTests.visited).startedAnew()
    try script.type("<enter>")
    try expectScreens(
      named: "dues", of: script, sizes: GoldenScreen.sizes + [Size(columns: 40, rows: 10)])
  }
}
