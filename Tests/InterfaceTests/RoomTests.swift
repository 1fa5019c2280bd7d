import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("What is always in sight")
struct RoomTests {
  /// Nine codes, a retired one among them; the modality and the last one run.
  private static let nine =
    Script.visit
    + [
      "97110", "97112", "97116", "97140", "97014", "97530", "97001", "97035", "97542",
    ].map { "a \($0) <enter> " }.joined()
    + "1 t 9m <enter> 7 t 30m <enter> 5 +1s 9 +8m "

  /// Widths on either side of one more pane in a row.
  private static let widths = [40, 79, 80, 119, 120, 130]

  @Test("with nine codes: what runs, where one is, what stops the signature", arguments: 1...9)
  func nineCodes(focus: Int) throws {
    let steps = Array(repeating: "<tab> ", count: focus).joined()
    let script = try Script(Self.nine + steps)
    let code = try #require(script.session()?.panes[focus - 1].code)
    #expect(script.running == ["97014", "97542"])
    #expect(script.focus == focus - 1)
    // Nine panes in turn: every height meets every width.
    for rows in 10...45 {
      let size = Size(columns: Self.widths[(rows + focus) % Self.widths.count], rows: rows)
      let screen = script.screen(size.columns, size.rows).text
      for running in script.running {
        #expect(
          screen.contains { Self.says("▶ RUN", of: running, in: $0) }, "\(running) in \(size)")
      }
      #expect(screen.contains { $0.contains("▸\(focus) \(code)") }, "the focus in \(size)")
      #expect(screen.contains { $0.contains("STOP") }, "the finding in \(size)")
    }
  }

  /// Whether a line says something of a code, in its own box.
  private static func says(_ words: String, of code: ProcedureCode, in line: String) -> Bool {
    guard let place = line.firstRange(of: "\(code) ") else { return false }
    return line[place.upperBound...].prefix { $0 != "┐" }.contains(words)
  }

  @Test(arguments: [10, 16, 24, 45])
  func `minutes and units are never cut from a line`(rows: Int) throws {
    var script = try Script(Self.nine + "+6h")
    for keys in ["<tab>", "<space> <esc>"] {
      try script.type(keys)
      let lines = script.screen(40, rows).text.filter {
        $0.prefixMatch(of: #/[▸ ]\d \d{5} /#) != nil
      }
      #expect(!lines.isEmpty)
      for line in lines { #expect(line.wholeMatch(of: #/.* \d+ min +\d+ units?/#) != nil) }
    }
  }

  @Test func `panes keep their places; one beyond the boxes takes the last`() throws {
    var script = try Script(
      Script.visit
        + ["97110", "97112", "97116", "97140", "97530", "97542"].map { "a \($0) <enter> " }.joined()
    )
    func boxes() -> [String] {
      script.screen().text.joined().matches(of: #/┌[▸ ](\d) /#).map { String($0.1) }
    }
    func lines() -> [String] {
      script.screen().text.compactMap { $0.prefixMatch(of: #/[▸ ](\d) \d{5} /#)?.1 }
        .map(String.init)
    }
    try script.type("1 <up>")
    for (keys, shown, below) in [
      ("<down>", ["1", "2", "3", "4"], ["5", "6"]), ("<down>", ["1", "2", "3", "5"], ["4", "6"]),
      ("<down>", ["1", "2", "3", "6"], ["4", "5"]), ("<up>", ["1", "2", "3", "5"], ["4", "6"]),
      ("<up>", ["1", "2", "3", "4"], ["5", "6"]),
    ] {
      try script.type(keys)
      #expect(boxes() == shown)
      #expect(lines() == below)
    }
  }

  @Test func `the gravest finding is told in whole where rows are free`() throws {
    let script = try ClaimKeyTests.script(ClaimKeyTests.pair + "+15m 2")
    let session = try #require(script.session())
    let findings = script.state.bill(of: session, at: script.now).findings
    let gravest = try #require(findings.first { $0.id == .pair })
    let told = "\(gravest.message) \(gravest.remedy) \(gravest.source), \(gravest.sourceDate)"
    #expect(script.words().contains(told))
    #expect(script.words(60, 40).contains(told))
    // The others keep their lines, however few rows there are.
    let others = findings.filter { $0.severity == .info }.map { $0.message.prefix(20) }
    for rows in 16...40 where !script.shows(" more: w", 80, rows) {
      for other in others { #expect(script.shows(String(other), 80, rows), "\(rows) rows") }
    }
  }

  @Test func `an open note is told by its pane, and quietly once the clock stands`() throws {
    var script = try Script(Script.visit + "a 97110 <enter> a 97530 <enter> 1 +24m")
    func open() throws -> [String] {
      let session = try #require(script.session())
      return script.state.bill(of: session, at: script.now).findings
        .filter { $0.id == .documentation }.flatMap { $0.codes.map(\.description) }
    }
    #expect(try open() == ["97110"])
    #expect(script.shows("─ n 4 ─"))
    #expect(!script.shows("note"))
    try script.type("2 +8m 2")
    #expect(script.shows("note open: 97110 4, 97530 4 · n"))
    #expect(script.screen().text.filter { $0.contains("note") }.count == 1)
    try script.type("w D \"on paper\" <enter> <esc> <esc>")
    #expect(!script.shows("note open"))
    #expect(!script.shows("─ n 4 ─"))
  }

  @Test func `under a minute a note is asked for by nobody`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 +59s 1")
    #expect(!script.shows("note open"))
  }

  @Test func `the units of the day are never cut`() throws {
    let screen = try Script(Self.nine).screen(40, 10)
    #expect(screen.text.contains { $0.contains(#/ \d+ units? CMS/#) })
  }

  @Test func `what is closed, or only looked at, is offered no key that records`() throws {
    let one = Script.visit + "a 97110 <enter> t 24m <enter> "
    var setup = Script.setup
    setup.isLookOnly = true
    let signed = try Script(one + "s S <let-stand> <enter> <esc>")
    var looked = try Script(one).startedAnew(setup: setup)
    try looked.type("<enter>")
    for var script in [signed, looked] {
      let words = ["start/stop", "pause", "add", "time", "undo", "choose", "sign"]
      for keys in ["<tab>", "s"] {
        try script.type(keys)
        let bar = try #require(script.screen(120, 24).text.last)
        #expect(words.filter { bar.contains(" \($0) ") } == [])
        #expect(bar.contains("? help"))
      }
    }
  }

  @Test func `on a screen too small the keys of a question are shown`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 +4m q")
    for (columns, rows) in [(39, 9), (39, 2), (20, 3)] {
      #expect(script.shows("s stop, leave", columns, rows))
    }
    #expect(script.shows("▶97110 4:00", 39, 9))
  }

  /// Keys to each box.
  @Test(arguments: [
    "a", "t", ":", "w", "?", "<space>", "+2m u", "s S", "q",
  ])
  func `the narrowest screen names a way out of every box`(keys: String) throws {
    let script = try Script(Script.visit + "a 97110 <enter> 1 +8m " + keys)
    #expect(script.state.overlay != nil)
    #expect(script.screen(40, 10).text.last?.contains("Esc") == true)
  }
}
