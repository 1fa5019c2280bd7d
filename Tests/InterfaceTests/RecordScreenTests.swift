import Interface
import Screen
import Testing

/// The screens about a client, about what was, and about what follows a signature.
@Suite("Golden screens of records and history")
struct RecordScreenTests {
  private static let all = [(80, 24), (120, 40), (40, 10)].map { Size(columns: $0, rows: $1) }

  static let cases: [(name: String, words: String)] = [
    ("client-empty", ClientFormTests.opened), ("client", ClientFormTests.filled),
    ("client-mistake", ClientFormTests.opened + "m5 <tab> 12/5 <tab> 9/15 <enter>"),
    ("client-offer", ClientFormTests.filled + "<enter> o n JB <enter> <enter> c <tab> <tab> m54"),
    ("search", HistorySearchTests.three + "/ 97110"),
    ("search-begun", HistorySearchTests.three + "/"),
    ("search-none", HistorySearchTests.three + "/ xyz"),
    ("audit", AuditTests.mended + "A"),
    ("addendum", AfterSigningTests.addendum),
    ("addendum-unexplained", AfterSigningTests.addendum + "<enter> <enter>"),
    ("co-signature", AfterSigningTests.byAssistant + "C"),
    ("summary-added", AfterSigningTests.addendum + "\"phone call\" <enter> <enter> <page-down>"),
  ]

  @Test("is as it was", arguments: cases)
  func isAsItWas(name: String, words: String) throws {
    try expectScreens(named: name, of: Script(words), sizes: Self.all)
  }

  @Test func `what is due, told as the visit opens`() throws {
    var script = try Script(DuesTests.visited).startedAnew()
    try script.type("<enter>")
    try expectScreens(named: "dues", of: script, sizes: Self.all)
  }
}
