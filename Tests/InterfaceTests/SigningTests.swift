import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("The summary, choosing and signing")
struct SigningTests {
  private static let one = Script.visit + "a 97110 <enter> t 24m <enter> "
  /// Three codes of seven minutes: one unit, and three who may get it.
  private static let tie =
    Script.visit + "a 97110 <enter> t 7m <enter> a 97112 <enter> t 7m <enter> "
    + "a 97140 <enter> t 7m <enter> s "

  @Test func `a running clock is stopped first, and the signing goes on`() throws {
    var script = try Script(Script.visit + "a 97110 <enter> 1 +24m s S")
    #expect(script.state.overlay == .stopBeforeSigning)
    try script.type("<enter>")
    #expect(script.running == [])
    #expect(script.shows("Before the signature"))
    try script.type("<let-stand> <enter>")
    #expect(script.session()?.isSigned == true)
  }

  @Test func `Esc lets it run`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 +24m s S <esc> +1m")
    #expect(script.running == ["97110"])
    #expect(script.session()?.isSigned == false)
  }

  @Test func `a stop finding refuses the signature and says what mends it`() throws {
    // 97001 was an evaluation until the end of 2016.
    let script = try Script(Script.visit + "a 97001 <enter> t 30m <enter> s S")
    #expect(script.notice.hasPrefix("Not signed: STOP retired-code."))
    #expect(script.state.overlay == nil)
    #expect(script.session()?.isSigned == false)
  }

  @Test func `the signature is the bill and the text of the summary, word for word`() throws {
    var script = try Script(Self.one + "s S <let-stand>")
    let bill = script.state.bill(of: try #require(script.session()), at: script.now)
    try script.type("<enter>")
    let signature = try #require(script.session()?.signature)
    #expect(signature.bill == bill)
    #expect(signature.text.contains { $0.contains("Ana Reyes") })
    let shown = script.screen(100, 60).text.joined(separator: "\n")
    for line in signature.text { #expect(shown.contains(line)) }
  }

  @Test func `a name is needed; any may be typed`() throws {
    var script = try Script(Self.one + "s S <let-stand> <c-u> <enter>")
    #expect(script.notice == "Error: a name is needed to sign.")
    try script.type("\"A. Reyes, OTR\" <enter>")
    #expect(script.session()?.signature?.name == "A. Reyes, OTR")
  }

  @Test func `each visit's own clinician stands in the box`() throws {
    var script = try Script(
      Self.one
        + "o n JB <tab> <tab> <tab> <tab> \"B. Kim\" <enter> <enter> a 97530 <enter> t 9m <enter> s S <let-stand>"
    )
    #expect(script.typed == "B. Kim")
    try script.type("<esc> <esc> [ s S <let-stand>")
    #expect(script.session()?.visit.client == "KM")
    #expect(script.typed == "Ana Reyes")
  }

  @Test func `the first character takes the place of the name that stands there`() throws {
    #expect(try Script(Self.one + "s S <let-stand> B").typed == "B")
    #expect(try Script(Self.one + "s S <let-stand> <left> <right> B").typed == "Ana ReyesB")
    #expect(try Script(Self.one + "s S <let-stand> <backspace>").typed == "Ana Reye")
  }

  @Test func `one of less than a minute says how it is closed`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 +20s 1 +1s s S")
    #expect(script.shows("Error: less than a minute is logged"))
    #expect(script.shows("X can say why nothing took place"))
  }

  @Test func `a visit without a minute is not signed`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> s S")
    #expect(script.notice == "Nothing is logged yet: there is nothing to sign.")
    #expect(script.state.overlay == nil)
  }

  @Test(arguments: ["1", "+1s <enter>", "<space>", "a", "t", "u", "<c-r>", "s c", "s S"])
  func `a signed session is closed`(keys: String) throws {
    var script = try Script(Self.one + "s S <let-stand> <enter> <esc>")
    let entries = script.journal.count
    try script.type(keys)
    #expect(script.journal.count == entries)
    #expect(script.notice.hasPrefix("Signed by Ana Reyes"))
    #expect(script.state.overlay == nil)
  }

  @Test func `among equal allocations the choice is the clinician's`() throws {
    var script = try Script(Self.tie)
    let first = try #require(script.session().map { script.state.bill(of: $0, at: script.now) })
    #expect(first.choiceCount == 3)
    try script.type("c <down> <down> <enter>")
    #expect(script.kinds.last == .chosen(units: first.choices[2]))
    #expect(script.notice.hasPrefix("Chosen: "))
    let bill = try #require(script.session().map { script.state.bill(of: $0, at: script.now) })
    #expect(bill.units == first.choices[2])
  }

  @Test func `the choices turn round`() throws {
    #expect(try Script(Self.tie + "c c c c").state.overlay == .choices(selected: 0))
    #expect(try Script(Self.tie + "c <up>").state.overlay == .choices(selected: 2))
  }

  @Test func `the key bar names the choice only where there is one`() throws {
    #expect(try Script(Self.tie).shows("c choose"))
    #expect(try !Script(Self.one + "s").shows("c choose"))
  }

  @Test func `choices opened from a finding lead back to it`() throws {
    var script = try Script(Self.tie + "w D paper <enter>")
    for _ in 0..<4 where !script.shows("Enter chooses") { try script.type("<down>") }
    try script.type("<enter>")
    #expect(script.shows("equal allocations: yours"))
    try script.type("<esc>")
    #expect(script.shows("Findings"))
    try script.type("<enter> <down> <enter>")
    #expect(script.notice.hasPrefix("Chosen: "))
    #expect(script.shows("d dismiss") || script.shows("Findings"))
  }

  @Test func `without a choice there is none to make`() throws {
    #expect(
      try Script(Self.one + "s c").notice == "There is no choice: only one allocation is allowed.")
  }

  @Test func `the second visit of a day is billed with the first`() throws {
    var script = try Script(Self.one + "o n km <enter> <enter> a 97110 <enter> t 10m <enter>")
    let bill = try #require(script.session().map { script.state.bill(of: $0, at: script.now) })
    #expect(bill.units == ["97110": 2])
    try script.type("s S <let-stand> <enter>")
    #expect(script.session()?.signature?.sessions.map(\.rawValue) == [1, 2])
  }

  @Test func `on a narrow screen no minutes, units or modifiers are cut`() throws {
    let script = try Script(
      Script.visit + "a 97110 <enter> t 24m <enter> s <down> <down> <down> <down> <down> <down>")
    let screen = script.screen(40, 12).text.joined(separator: " ")
    for word in ["97110", "24 min", "2 units", "GP"] { #expect(screen.contains(word)) }
  }

  @Test func `the summary scrolls, and not past its ends`() throws {
    var script = try Script(Self.tie)
    let top = script.screen(80, 12)
    try script.type("<up> <page-up>")
    #expect(script.screen(80, 12) == top)
    try script.type("<down>")
    #expect(script.screen(80, 12) != top)
    try script.type(Array(repeating: "<page-down>", count: 30).joined(separator: " "))
    let end = script.screen(80, 12)
    try script.type("<down>")
    #expect(script.screen(80, 12) == end)
  }

  @Test(arguments: [(80, 24), (40, 10), (120, 16)])
  func `past its end one key brings it back`(columns: Int, rows: Int) throws {
    var script = try Script(Self.tie)
    script.resize(columns, rows)
    try script.type(Array(repeating: "<page-down>", count: 30).joined(separator: " "))
    let end = script.screen(columns, rows)
    try script.type("<up>")
    #expect(script.screen(columns, rows) != end)
  }
}
