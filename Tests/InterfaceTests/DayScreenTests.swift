import Billing
import Interface
import Screen
import SessionLog
import Testing

/// Today's screen: who comes when, how far each visit is, what the day comes to.
@Suite("Today's screen")
struct DayScreenTests {
  /// A planned visit: client, time; forty-five minutes.
  static func plan(_ client: String, _ time: String) -> String {
    "P \(client) <enter> \(time) <enter> <enter> "
  }

  /// A visit of some minutes of one code, typed.
  static func treated(_ client: String, _ code: String, _ minutes: String) -> String {
    "n \(client) <enter> <enter> a \(code) <enter> t \(minutes) <enter> "
  }

  static let sign = "s S <let-stand> <enter> "

  /// The rows of the list, without the marks: those with a client of two capital letters.
  private func clients(_ script: Script, _ columns: Int = 80) -> [String] {
    script.screen(columns, 24).text.compactMap { row in
      row.firstMatch(of: /^ [▸ ] \S.*? ([A-Z]{2}) +(PT|OT|SLP)/).map { String($0.1) }
    }
  }

  @Test func `the day stands in the order of its hours, whenever a visit was entered`() throws {
    let script = try Script(
      Self.plan("TW", "15:00") + Self.plan("KM", "13:00") + Self.plan("JB", "9:05a"))
    #expect(clients(script) == ["JB", "KM", "TW"])
    #expect(script.shows("13:00-13:45"))
    #expect(script.shows("3 planned"))
  }

  @Test func `what was not finished yesterday comes first, and is marked`() throws {
    let script = try Script(
      Self.treated("AL", "97110", "24m") + "o " + Self.treated("BO", "97110", "24m")
        + Self.sign + "o +24h " + Self.plan("KM", "9:00a") + Self.plan("JB", "23:00"))
    #expect(clients(script) == ["AL", "KM", "JB"])
    #expect(script.shows("Sat 21 Nov"))
    #expect(script.screen().text.filter { $0.contains("! late") }.count == 2)
  }

  @Test(arguments: [("+9m", false), ("+10m", true)])
  func `a planned visit is late from ten minutes past its time on`(words: String, isLate: Bool)
    throws
  {
    let script = try Script(Self.plan("KM", "10:00") + words)
    #expect(script.shows("! late") == isLate)
    #expect(script.shows("Planned for 10:00, 10 minutes ago") == isLate)
  }

  @Test func `a clock of yesterday says so`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 o +15h")
    #expect(script.shows("A clock of Sat 21 Nov still runs"))
  }

  @Test func `the totals are those of the bills, and visits billed together count once`() throws {
    let script = try Script(
      Self.treated("KM", "97110", "10m") + "o " + Self.treated("km", "97110", "10m") + "o "
        + Self.treated("JB", "97530", "24m") + "o")
    // Twenty minutes are one unit of KM's day, not none and none, nor one for each visit.
    #expect(script.shows("Timed 44   Treatment 44   3 units"))
    #expect(script.shows("Visits 3   3 unsigned"))
    #expect(script.shows("1 day"))
  }

  @Test func `a signed visit counts as it was signed`() throws {
    let script = try Script(
      Self.treated("KM", "97110", "24m") + Self.sign + "o " + Self.treated("JB", "97530", "9m")
        + "o")
    #expect(script.shows("Timed 33   Treatment 33   3 units"))
    #expect(script.shows("1 unsigned   1 signed"))
  }

  @Test func `productivity shows its formula, from the first clock to now`() throws {
    var script = try Script(Script.visit + "+1h a 97110 <enter> 1 +30m 1 +10m 1 +20m o")
    #expect(
      script.shows("Productivity 83 % = 50 treatment min / 60 min worked (11:00-12:00)"))
    // Without a clock the last entry ends it: a break is no work.
    try script.type("<enter> 1 o +2h")
    #expect(
      script.shows("Productivity 83 % = 50 treatment min / 60 min worked (11:00-12:00)"))
  }

  @Test func `minutes without clock times tell no productivity, for nobody knows when they were`()
    throws
  {
    let script = try Script(
      Script.visit + "a 97110 <enter> 1 +10m 1 o " + Self.treated("JB", "97530", "24m") + "o")
    #expect(script.shows("Productivity not told: 24 min have no clock times."))
    #expect(!script.shows("%"))
  }

  @Test func `what two clients have at once counts once, whichever the codes`() throws {
    // Electrical stimulation of one while another exercises.
    let script = try Script(
      Script.visit + "a 97014 <enter> 1 o n JB <enter> <enter> a 97110 <enter> 1 +30m o")
    #expect(script.shows("Treatment 60"))
    #expect(script.shows("100 % = 30 treatment min, overlap once / 30 min worked"))
  }

  @Test func `the time worked is what the two times say, seconds or not`() throws {
    let script = try Script("+50s " + Script.visit + "a 97110 <enter> 1 +10m +20s 1 o")
    #expect(script.shows("= 10 treatment min / 11 min worked (10:00-10:11)"))
  }

  @Test func `under a minute of work says so`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 +40s o")
    #expect(script.shows("Productivity: under a minute worked so far."))
  }

  @Test(arguments: [40, 50, 60, 70, 80, 120])
  func `the formula is never cut`(columns: Int) throws {
    let script = try Script(
      Script.visit + "a 97014 <enter> 1 o n JB <enter> <enter> a 97110 <enter> 1 +130m o")
    let row = script.screen(columns, 24).text.first { $0.contains("Productivity 100 %") }
    #expect(row?.contains("…") == false)
  }

  @Test func `a modality beside an exercise counts once in the minutes of the visit`() throws {
    let script = try Script(
      Script.visit + "a 97110 <enter> a 97014 <enter> 1 2 +20m 1 2 o")
    #expect(script.screen().text.contains { $0.contains("KM") && $0.contains("   20   ") })
  }

  @Test(arguments: [76, 80, 110, 120])
  func `what is due stands whole in the list`(columns: Int) throws {
    let plan = Script.visit + "c <tab> <tab> <tab> 9/15 <tab> 12/5 "
    let one = try Script(plan + "<enter> <enter> o")
    #expect(one.shows("open ! POC 14d", columns))
    let three = try Script(
      plan + "<tab> <tab> <tab> 11/1 <tab> 12/5 <tab> 2 <enter> <enter> o")
    #expect(three.shows("open ! 3 due", columns))
    #expect(three.shows("+1 more: c", columns))
    #expect(three.shows("! The authorization ends Sat 5 Dec 2026", columns, 40))
  }

  @Test func `before the first clock there is no productivity`() throws {
    let script = try Script(Self.plan("KM", "13:00"))
    #expect(script.shows("it counts from the first minute"))
  }

  @Test func `a plan for another day is told in a line, and comes on its day`() throws {
    var script = try Script(
      "P KM <tab> <tab> <tab> <tab> <tab> <tab> <c-u> 2026-11-23 <enter> 1300 <enter> <enter>")
    #expect(script.notice == "Planned: KM, Mon 23 Nov 2026, 13:00-13:45.")
    #expect(script.shows("1 planned from tomorrow on, next Mon 23 Nov"))
    #expect(clients(script) == [])
    try script.type("+48h")
    #expect(clients(script) == ["KM"])
  }

  @Test(arguments: [(40, 10), (60, 16), (80, 24), (120, 40)])
  func `every size shows who is marked and how far the visit is`(columns: Int, rows: Int) throws {
    let script = try Script(
      Self.plan("TW", "15:00") + Self.plan("KM", "13:00") + Self.treated("JB", "97110", "24m") + "o"
    )
    let row = script.screen(columns, rows).text.first { $0.contains("▸") }
    #expect(row?.contains("JB") == true)
    #expect(row?.contains("unsigned") == true)
  }

  @Test func `a long day scrolls, and says which part of it is seen`() throws {
    let many = (10...29).map { Self.plan("C\($0)", "\($0 - 2):00\($0 < 14 ? "a" : "")") }
      .joined()
    var script = try Script(many.replacing(#/ 2[4-7]:00/#, with: " 23:00"))
    try script.type(String(repeating: "<up> ", count: 20))
    #expect(script.shows("of 20 ↑ ↓"))
    #expect(script.shows("▸ 08:00"))
  }

  @Test func `Enter opens a planned visit, and its digit starts the clock as ever`() throws {
    var setup = Script.setup
    setup.preferences.templates = [Template(name: "Shoulder", codes: ["97110", "97140"])]
    var script = try Script(
      "P KM <enter> 1000 <tab> <tab> s <enter> <enter>", setup: setup)
    #expect(script.kinds.count == 1)
    try script.type("<enter> 2 +8m")
    #expect(script.minutes("97140") == 8)
    #expect(script.session()?.panes.map(\.code) == ["97110", "97140"])
  }

  @Test func `digits and brackets pass over what is closed or still to come`() throws {
    let script = try Script(
      Self.treated("KM", "97110", "24m") + Self.sign + "o " + Self.treated("JB", "97530", "24m")
        + "o P TW <enter> <up> <c-u> 2026-11-23 <tab> 1300 <enter> <enter> <enter> ]")
    #expect(script.notice == "There is no other open session; N begins one.")
  }
}
