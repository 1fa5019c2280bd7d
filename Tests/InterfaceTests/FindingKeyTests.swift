import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("Findings, mended and let stand")
struct FindingKeyTests {
  private static let pair = ClaimKeyTests.pair

  private func open(_ script: Script) throws -> [Finding.ID] {
    let session = try #require(script.session())
    return script.state.bill(of: session, at: script.now).findings.filter(\.isOpen).map(\.id)
  }

  @Test func `the pair is told when its second timer starts, with its source and date`() throws {
    var script = try ClaimKeyTests.script(
      Script.visit + "a 97530 <enter> a 97542 <enter> 1 +15m")
    #expect(try !open(script).contains(.pair))
    try script.type("2")
    #expect(try open(script).contains(.pair))
    #expect(script.shows("97542 (column 2)"))
    let source = PairTable.builtIn.source
    #expect(script.shows("\(source.date)"))
    #expect(script.notice == "")
    #expect(script.state.overlay == nil)
  }

  @Test func `Enter offers the modifier with the evidence as its reason`() throws {
    var script = try ClaimKeyTests.script(Self.pair + "+15m 2 w <enter>")
    let evidence = try #require(script.typed)
    #expect(evidence.contains("97530 10:00-10:15"))
    #expect(evidence.contains("97542 10:15-10:30"))
    try script.type("<enter>")
    #expect(
      script.kinds.last
        == .modifierStated(
          code: "97542", modifier: StatedModifier("59", reason: evidence, beside: ["97530"])))
    #expect(try !open(script).contains(.pair))
    // The findings stand there again, for the next.
    #expect(script.shows("Findings"))
    let session = try #require(script.session())
    let lines = script.state.bill(of: session, at: script.now).lines
    #expect(lines.first { $0.code == "97542" }?.modifiers.contains("59") == true)
  }

  @Test func `the note is opened where it leaves something open`() throws {
    var script = try Script(ClaimKeyTests.one + "w <enter>")
    #expect(script.shows("Note of 97110"))
    try script.type("a <enter> b <enter> c <enter> d <enter>")
    #expect(try !open(script).contains(.documentation))
    #expect(script.shows("Findings"))
  }

  @Test func `a caution stands with a reason, is shown with it, and u opens it again`() throws {
    var script = try Script(ClaimKeyTests.one + "w d <enter>")
    #expect(script.notice == "Error: a reason is needed; it stands in the record.")
    try script.type("\"in the chart\" <enter>")
    #expect(try open(script) == [])
    #expect(script.shows("dismissed"))
    guard case .dismissed(let fact, let reason)? = script.kinds.last else {
      Issue.record("nothing was let stand")
      return
    }
    #expect(fact.id == .documentation)
    #expect(reason == "in the chart")
    try script.type("<down> <down> <down>")
    #expect(script.shows("Dismissed: in the chart"))
    try script.type("u")
    #expect(try open(script) == [.documentation])
  }

  @Test func `D lets all of a kind stand for one reason, an entry each`() throws {
    let script = try ClaimKeyTests.script(
      Self.pair + "+15m 2 w <down> D \"on paper\" <enter>")
    let dismissed = script.kinds.filter { if case .dismissed = $0 { true } else { false } }
    #expect(dismissed.count == 2)
    #expect(try open(script) == [.pair])
  }

  @Test func `the last reason is offered for the next of its kind, and for no other`() throws {
    var script = try ClaimKeyTests.script(
      Self.pair + "+15m 2 w d \"told at rounds\" <enter> d")
    #expect(script.typed == "")
    try script.type("\"on paper\" <enter> d")
    #expect(script.typed == "on paper")
  }

  @Test func `the mark stays at its place, on the next`() throws {
    let script = try ClaimKeyTests.script(
      Self.pair + "+15m 2 w <down> d \"on paper\" <enter>")
    #expect(script.state.overlay == .findings(FindingsBox(selected: 1)))
    #expect(script.screen().text.contains { $0.contains("▸ !") && $0.contains("97542") })
  }

  @Test func `u opens again what stood while the note filled`() throws {
    var script = try Script(ClaimKeyTests.one + "w d paper <enter> <esc> n quads <tab> <esc> w")
    for _ in 0..<6 where !script.shows("Dismissed: paper") { try script.type("<down>") }
    try script.type("u")
    #expect(try open(script) == [.documentation])
    #expect(script.screen().text.contains { $0.contains("▸ !") && $0.contains("note open") })
  }

  @Test func `the key bar names what the marked finding takes`() throws {
    var script = try ClaimKeyTests.script(Self.pair + "+15m 2 w")
    #expect(script.shows("Enter mend"))
    #expect(script.shows("d dismiss"))
    #expect(!script.shows("u take back"))
    try script.type("D paper <enter>")
    for _ in 0..<6 where !script.shows("Dismissed: paper") { try script.type("<down>") }
    #expect(script.shows("u take back"))
    #expect(!script.shows("d dismiss"))
    var setup = ClaimKeyTests.setup
    setup.isLookOnly = true
    var looking = try script.startedAnew(setup: setup)
    try looking.type("<enter> w")
    #expect(looking.shows("↑ ↓ mark"))
    for word in ["mend", "dismiss", "take back"] { #expect(!looking.shows(word + "  ")) }
  }

  @Test func `the list says in words what kind each is`() throws {
    let script = try ClaimKeyTests.script(Self.pair + "+15m 2 w")
    #expect(script.shows("code pair"))
    #expect(script.shows("note open"))
    #expect(!script.shows("documentation"))
  }

  @Test func `what was stored is told in sentences with one point`() throws {
    var script = try ClaimKeyTests.script(Self.pair + "+15m 2 w <enter> <enter>")
    #expect(script.notice.hasPrefix("Put 59 on 97542: "))
    #expect(!script.notice.hasSuffix(".."))
    try script.type("d first. <enter>")
    #expect(script.notice == "Let stand, note open of 97530: first.")
  }

  @Test(arguments: [(40, 10), (80, 24)])
  func `a long finding is read on with PgDn`(columns: Int, rows: Int) throws {
    var script = try ClaimKeyTests.script(Self.pair + "+15m 2 w")
    script.resize(columns, rows)
    let finding = try #require(
      script.session().map { script.state.bill(of: $0, at: script.now).findings }?
        .first { $0.id == .pair })
    #expect(script.shows("PgDn read on", columns, rows) == (rows == 10))
    var seen = ""
    for _ in 0..<20 {
      seen += script.screen(columns, rows).text.joined(separator: " ")
      try script.type("<page-down>")
    }
    for word in (finding.message + " " + finding.remedy).split(separator: " ") {
      #expect(seen.contains(word))
    }
    try script.type("<page-up>")
    #expect(script.state.overlay != nil)
  }

  @Test func `before the signature one open note follows the other`() throws {
    var script = try ClaimKeyTests.script(Self.pair + "+15m 2 s S <enter> <enter> <enter>")
    #expect(script.shows("Note of 97530"))
    try script.type("<back-tab> \"up stairs\" <enter>")
    #expect(script.shows("Note of 97542"))
    try script.type("<back-tab> <enter>")
    #expect(script.notice.hasPrefix("Nothing was typed; "))
    #expect(script.shows("Before the signature"))
  }

  @Test func `Esc leaves the reason, then the box`() throws {
    var script = try Script(ClaimKeyTests.one + "w d half <esc>")
    #expect(script.typed == nil)
    #expect(script.state.overlay == .findings(FindingsBox()))
    try script.type("<esc>")
    #expect(script.state.overlay == nil)
  }

  @Test func `what is only good to know, or must be mended, is not let stand`() throws {
    var script = try Script(Script.visit + "a 97110 <enter> t 7m <enter> w <down> <down> d")
    #expect(script.notice == "It needs no reason: it is only good to know.")
    script = try Script(Script.visit + "a 97001 <enter> t 30m <enter> w d")
    #expect(script.notice.hasPrefix("Error: a STOP is mended"))
  }

  @Test func `open cautions stand before the signature, which comes when the last is settled`()
    throws
  {
    var script = try ClaimKeyTests.script(Self.pair + "+15m 2 s S")
    #expect(script.shows("Before the signature"))
    #expect(
      script.notice == "Before the signature: mend 3 cautions (!), or dismiss them with a reason.")
    try script.type("<enter> <enter>")
    #expect(script.shows("Before the signature"))
    try script.type("D \"on paper\" <enter>")
    #expect(script.typed == "Ana Reyes")
    try script.type("<enter>")
    let signature = try #require(script.session()?.signature)
    #expect(signature.bill.findings.filter(\.isOpen) == [])
    #expect(signature.bill.findings.contains { $0.dismissal == "on paper" })
  }

  @Test func `a full disk keeps the reason in its field`() throws {
    var script = try Script(ClaimKeyTests.one + "w d told")
    script.diskRefusal = "the disk is full"
    try script.type("<enter>")
    #expect(script.typed == "told")
    #expect(script.notice.contains("the disk is full"))
  }
}
