import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("The search over all history")
struct HistorySearchTests {
  /// Three visits: KM's signed, JB's under another payer, TW's of the day before.
  static let three =
    Script.visit + "a 97110 <enter> t 24m <enter> s S <let-stand> <enter> o "
    + "n JB <tab> <tab> prem <enter> <enter> a 97530 <enter> a 97110 <enter> o "
    + "n TW <tab> <tab> med <enter> <enter> a 97140 <enter> o "

  private func found(_ script: Script) -> [String]? {
    if case .search(let search) = script.state.place { search.found?.map(\.client) } else { nil }
  }

  @Test(arguments: [
    ("", ["TW", "JB", "KM"]), ("km", ["KM"]), ("premera", ["JB"]), ("97110", ["JB", "KM"]),
    ("\"97110 97530\"", ["JB"]), ("signed", ["KM"]), ("unsigned", ["TW", "JB"]),
    ("2026-11-21", ["TW", "JB", "KM"]), ("2026-11", ["TW", "JB", "KM"]), ("2026-10", []),
    ("11/21", ["TW", "JB", "KM"]), ("today", ["TW", "JB", "KM"]), ("yesterday", []),
    ("\"11/1 11/30/2026 jb\"", ["JB"]), ("2026", ["TW", "JB", "KM"]), ("2025", []),
    ("\"med 97140\"", ["TW"]), ("<paste:jb>", ["JB"]),
    ("\"this week jb\"", ["JB"]), ("\"last week\"", []), ("sat", ["TW", "JB", "KM"]),
    ("\"11/1 to 11/21 unsigned\"", ["TW", "JB"]),
  ])
  func `finds visits by words, codes, days and states`(typed: String, clients: [String]) throws {
    #expect(try found(Script(Self.three + "/ " + typed)) == clients)
  }

  @Test func `says what was understood, and how many there are`() throws {
    let script = try Script(Self.three + "/ \"km 97110 today signed\"")
    #expect(
      script.shows("client or payer with “km” · 97110 · Sat 21 Nov 2026 · signed"))
    #expect(script.shows("1 visit"))
    #expect(try Script(Self.three + "/ xyz").shows("no visit"))
  }

  @Test func `a search that finds nothing says what was searched, and what can be typed`() throws {
    let script = try Script(Self.three + "/ \"xyz last week\"")
    #expect(
      script.words().contains(
        "Nothing in the whole journal matches client or payer with “xyz” · Sun 8 Nov 2026"
      ))
    #expect(script.shows("last week  this month  2026-11"))
    #expect(script.shows("Nothing in the whole journal", 40, 10))
    #expect(try Script("/").shows("The journal has no visit yet."))
  }

  @Test func `a word in quotes is a client, whatever else it could mean`() throws {
    let visits = "n SUN <enter> <enter> o n KM <enter> <enter> o "
    let day = try Script(visits + "/ sun")
    #expect(found(day) == [])
    #expect(day.words().contains("in quotes is a client or payer"))
    var quoted = try Script(visits + "/")
    for character in "\"sun\"" { quoted.send(.key(.character(character))) }
    #expect(found(quoted) == ["SUN"])
  }

  @Test func `Esc leads back to where one was`() throws {
    let script = try Script(Self.three + "<enter> / km <esc>")
    #expect(script.state.scene == .session)
    #expect(script.session()?.visit.client == "TW")
  }

  @Test func `a visit that is signed opens in its summary, another at its panes`() throws {
    #expect(try Script(Self.three + "/ km <enter>").state.scene == .summary)
    let open = try Script(Self.three + "/ <down> <enter>")
    #expect(open.state.scene == .session)
    #expect(open.session()?.visit.client == "JB")
  }

  @Test func `an answer to what is no longer asked is passed over`() throws {
    let script = try Script(Self.three + "/ km")
    var state = script.state
    _ = update(&state, .found(VisitQuery(words: ["jb"]), []), at: script.now)
    #expect(state.place == script.state.place)
  }

  @Test func `a visit of before is read from the journal`() throws {
    let script = try Script(Self.three)
    var state = State(setup: Script.setup, logbook: Logbook())
    let visits = script.visits().filter { $0.client == "KM" }
    #expect(
      update(&state, .input(.key(.character("/"))), at: script.now) == [.search(VisitQuery())])
    _ = update(&state, .found(VisitQuery(), visits), at: script.now)
    let id = try #require(visits.first?.session)
    #expect(update(&state, .input(.key(.enter)), at: script.now) == [.fetch(id)])
    _ = update(&state, .fetched(id, script.fetched(id)), at: script.now)
    #expect(state.scene == .summary)
    #expect(state.session?.visit.client == "KM")
  }
}
