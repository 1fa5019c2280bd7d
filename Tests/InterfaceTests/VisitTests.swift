import Billing
import Interface
import SessionLog
import Testing

@Suite("A visit at the keys")
struct VisitTests {
  @Test func `from the first key to the signature`() throws {
    var script = try Script("n KM <enter> <enter> a 97110 <enter> a 97530 <enter>")
    try script.type("1 +23m 2 +15m +30s 2")
    #expect(script.minutes("97110") == 23)
    #expect(script.minutes("97530") == 15)
    try script.type("s S <let-stand> <enter>")
    let signature = try #require(script.session()?.signature)
    #expect(signature.name == "Ana Reyes")
    #expect(signature.bill.timedMinutes == 38)
    #expect(signature.bill.units == ["97110": 2, "97530": 1])
    #expect(signature.text.contains { $0.contains("97110") })
    #expect(signature.madeBy == "unitclock under test")
    #expect(script.notice == "Signed by Ana Reyes. Nothing changes it any more.")
    try script.type("q")
    #expect(script.hasEnded)
  }

  @Test func `two keys begin the visit after the initials`() throws {
    let script = try Script("n KM <enter> <enter>")
    guard case .opened(let visit)? = script.kinds.first else {
      Issue.record("nothing was opened")
      return
    }
    #expect(visit.client == "KM")
    #expect(visit.payer.name == "Medicare B")
    #expect(visit.clinician == "Ana Reyes")
    #expect(visit.date == "2026-11-21")
    #expect(script.session()?.visit == visit)
  }

  @Test func `the next form begins with what the last visit had`() throws {
    let script = try Script(
      "n KM <tab> o <tab> <right> <tab> <tab> <c-u> \"B. Kim\" <enter> <enter> o n JB <enter> <enter>"
    )
    let visit = try #require(script.session("JB")?.visit)
    #expect(visit.discipline == .occupationalTherapy)
    #expect(visit.payer.name == "Premera Blue Cross")
    #expect(visit.clinician == "B. Kim")
  }

  @Test func `arrows turn the choices round, Tab and Shift-Tab the fields`() throws {
    var script = try Script("n KM <tab> <left> <tab> <left>")
    #expect(script.form?.discipline == .speechLanguagePathology)
    #expect(script.form?.payer.index == 2)
    try script.type("<right> <back-tab> <right> <space>")
    #expect(script.form?.payer.index == 0)
    #expect(script.form?.discipline == .occupationalTherapy)
    try script.type("<up> <up>")
    #expect(script.form?.field == .begin)
    try script.type("<down>")
    #expect(script.form?.field == .client)
  }

  @Test(arguments: [
    ("<enter>", VisitForm.Field.client, "initials or a client code"),
    ("\"  \" <enter>", .client, "initials or a client code"),
    ("KM <tab> <tab> <tab> <tab> <c-u> <enter>", .clinician, "a name is needed"),
    ("KM <up> <up> <c-u> 2026-02-30 <enter>", .date, "not a day of the calendar"),
    ("KM <up> <up> <c-u> tomorrow <enter>", .date, "not a day of the calendar"),
    ("KM <up> <up> <c-u> 2026-11-22 <enter>", .date, "a day to come; today is 2026-11-21"),
  ])
  func `a wrong field is named, and what was typed is kept`(
    words: String, field: VisitForm.Field, what: String
  ) throws {
    let script = try Script("n " + words)
    #expect(script.form?.field == field)
    #expect(script.form?.errors[field]?.hasPrefix("Error: ") == true)
    #expect(script.form?.errors[field]?.contains(what) == true)
    #expect(script.shows(what))
    #expect(script.journal.isEmpty)
  }

  @Test func `a field that is mended has no error any more`() throws {
    let script = try Script("n <enter> K")
    #expect(script.form?.errors.isEmpty == true)
  }

  @Test func `Esc leaves the form, and nothing was opened`() throws {
    let script = try Script("n KM <esc>")
    #expect(script.journal.isEmpty)
    #expect(script.shows("No session today."))
  }

  @Test func `Esc from a form goes back to the session that it was opened from`() throws {
    let script = try Script(Script.visit + "N <esc>")
    #expect(script.session()?.visit.client == "KM")
  }

  @Test func `the first character takes the place of a default`() throws {
    let script = try Script("n KM <tab> <tab> <tab> <tab> B <tab> <tab> 2026-11-20")
    #expect(script.form?.clinician.text == "B")
    #expect(script.form?.date.text == "2026-11-20")
    #expect(try Script("n <up> <up> <backspace> 0").form?.date.text == "2026-11-20")
  }

  @Test(arguments: [(120, 40), (80, 24), (60, 16), (40, 10)])
  func `what is wrong in the form is seen at any size`(columns: Int, rows: Int) throws {
    var script = try Script("n <enter>")
    #expect(script.shows("Error: initials or a client", columns, rows))
    try script.type("KM <up> <up> 2026-02-30 <enter>")
    #expect(script.shows("Error: not a day", columns, rows))
  }

  @Test func `a code is found by its number or by words`() throws {
    var script = try Script(Script.visit + "a 97110 <enter>")
    #expect(script.notice == "97110 added; 1 starts it.")
    try script.type("a wheelch <enter>")
    #expect(script.session()?.panes.map(\.code) == ["97110", "97542"])
    #expect(script.focus == 1)
  }

  @Test func `the arrows mark another match`() throws {
    let script = try Script(Script.visit + "a 9753 <down> <enter>")
    #expect(script.session()?.panes.map(\.code) == ["97533"])
  }

  @Test func `what matches nothing says so, and stays in the field`() throws {
    let script = try Script(Script.visit + "a xyz <enter>")
    #expect(script.shows("Error: no code matches “xyz”; a number or words are taken."))
    #expect(script.notice.isEmpty)
    #expect(script.typed == "xyz")
    #expect(script.kinds.count == 1)
  }

  @Test func `Enter with nothing typed adds nothing, but what was marked`() throws {
    var script = try Script(Script.visit + "a <enter>")
    #expect(script.notice == "Type a number or words, or mark a code with ↓.")
    #expect(script.typed == "")
    #expect(script.kinds.count == 1)
    try script.type("<down> <enter>")
    #expect(script.session()?.panes.count == 1)
  }

  @Test func `a number that is no code and near none says that once`() throws {
    let script = try Script(Script.visit + "a 99999 <enter>")
    #expect(script.shows("Error: no code matches “99999”; a number or words are taken."))
    #expect(!script.shows("meant may be") && script.notice.isEmpty)
  }

  @Test func `codes used last come first, the client's before everybody's`() throws {
    let before =
      Script.visit + "a 97530 <enter> a 97535 <enter> o n JB <enter> <enter> a 97140 <enter> "
    let known = try Script(before + "o n KM <enter> <enter> a <down> <enter>")
    #expect(known.session()?.panes.map(\.code) == ["97530"])
    #expect(try Script(before + "o n QQ <enter> <enter> a").shows("▸ 97140") == false)
    let new = try Script(before + "o n QQ <enter> <enter> a <down> <enter> a <down> <enter>")
    #expect(new.session()?.panes.map(\.code) == ["97140", "97530"])
  }

  @Test func `a number that is no code says so, before Enter takes another`() throws {
    let script = try Script(Script.visit + "a 97633")
    #expect(script.shows("97633 is no code of the catalogue"))
    #expect(script.shows("▸ 97533"))
    #expect(try !Script(Script.visit + "a 97533").shows("is no code"))
  }

  @Test func `a code that has its pane gets the focus`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> a 97530 <enter> a 97110 <enter>")
    #expect(script.notice == "97110 has its pane already: number 1.")
    #expect(script.focus == 0)
    #expect(script.session()?.panes.count == 2)
  }

  @Test func `a code whose timing depends is asked for`() throws {
    var script = try Script(Script.visit + "a 97139 <enter>")
    #expect(script.notice.contains("timed or untimed"))
    try script.type("t timed <enter>")
    #expect(script.session()?["97139"]?.isTimed == true)
  }

  @Test func `the eleventh code is started with Enter`() throws {
    let codes = [
      "97110", "97112", "97116", "97140", "97530", "97535", "97542", "97035", "97032", "97033",
      "97034",
    ]
    var script = try Script(Script.visit + codes.map { "a \($0) <enter> " }.joined())
    #expect(script.notice == "97034 added; Enter starts it.")
    try script.type("+1s <enter>")
    #expect(script.running == ["97034"])
    try script.type("0")
    #expect(script.running == ["97033"])
  }
}
