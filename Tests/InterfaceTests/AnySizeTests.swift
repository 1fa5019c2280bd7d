import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("Any size whatever")
struct AnySizeTests {
  /// Every kind of screen, with long words and many codes among them.
  static let places = [
    "", "n KM <tab> <tab> <tab> <tab> <c-u> <enter>",
    Script.visit,
    Script.visit + "a 97110 <enter> a 97530 <enter> 1 +24m 2 +9m +3s",
    "n <paste:木木木木木木木木木木木木木木木木木木木木木木木木> <enter> <enter> "
      + [
        "97110", "97112", "97116", "97140", "97530", "97535", "97542", "97035", "97014", "97597",
        "97139", "97001",
      ].map { "a \($0) <enter> " }.joined()
      + "1 +9m 2 +7m 3 +7m 4 +7m <space> rest <enter>",
    Script.visit + "a 97110 <enter> t 7m <enter> a 97112 <enter> t 7m <enter> s <down>",
    Script.visit + "a 97110 <enter> t 24m <enter> s S <let-stand> <enter>",
    ClientFormTests.filled, HistorySearchTests.three + "/ 97", AuditTests.mended + "A",
  ]

  /// Everything that may stand in front of one.
  static let overlays: [Overlay?] = [
    nil, .addCode(CodeSearch()), .time(TextField("1005-1010", limit: 20)), .palette(Palette()),
    .findings(FindingsBox(selected: 2)), .help(top: 3), .pauseReason(TextField("rest", limit: 40)),
    .confirmUndo(EntryID(rawValue: 2)), .choices(selected: 1),
    .signature(TextField(String(repeating: "x", count: 60), limit: 60)), .stopBeforeSigning,
    .performer(.list(.together)), .performer(.name(.student, TextField("Lee", limit: 40))),
    .performer(.together(CoTreatmentFields(besides: .physicalTherapy, stated: [:]))),
    .allowedElsewhere(TextField("1250", limit: 12)),
    EvaluationForm(of: .occupationalTherapy).map(Overlay.evaluation),
    .switchBack(SwitchBox(session: SessionID(rawValue: 1))),
    .intervals(IntervalsBox(session: SessionID(rawValue: 1), code: "97110")),
    .intervals(
      IntervalsBox(
        session: SessionID(rawValue: 1), code: "97110", form: IntervalForm(.insert))),
    .undoList(UndoList(session: SessionID(rawValue: 1), selected: 3)),
    .gap(GapBox(session: SessionID(rawValue: 1), entry: EntryID(rawValue: 2))),
    .leave, .inUse(String(repeating: "It is process 17, since 9:40. ", count: 4)),
    .dues(DuesBox(session: SessionID(rawValue: 1))), .coSignature(TextField("Lee", limit: 60)),
    .addendum(AddendumForm(session: SessionID(rawValue: 1), author: "Ana Reyes")),
  ]

  @Test("is drawn, whatever the place and what stands before it", arguments: places)
  func isDrawn(words: String) throws {
    let script = try Script(words)
    for overlay in Self.overlays {
      for columns in [1, 40, 80, 130] {
        for rows in [1, 10, 24, 45] {
          #expect(faults(script, overlay, Size(columns: columns, rows: rows)) == [])
        }
      }
    }
  }

  /// Typed once: what is tested is the drawing.
  static let scripts = Result { try places.map { try Script($0) } }

  @Test("from 1×1 to 130×45", arguments: 1...45)
  func everySize(rows: Int) throws {
    let scripts = try Self.scripts.get()
    for columns in 1...130 {
      let turn = columns * 7 + rows * 11
      let (script, overlay) = (
        scripts[turn % scripts.count], Self.overlays[turn % Self.overlays.count]
      )
      #expect(faults(script, overlay, Size(columns: columns, rows: rows)) == [])
    }
  }

  /// What stands in front of the session screen, with what it must show of its own.
  static let needed = [
    ("w", ["▸ !", "97530"]), ("w d", ["▸ !", "Why may it stand?"]),
    ("w <enter>", ["put there?"]), ("m", ["59, KX"]),
    ("m 9 <down>", ["▸ 9"]), ("m kx <enter> one <enter> m <up>", ["▸ KX"]),
    ("m kx <enter> 95 <enter>", ["Error: “95”"]),
    ("n", ["asked by: "]), ("a exer", ["▸ 97110"]), (": se", ["▸ "]), ("?", ["start or stop"]),
    ("s S", ["▸ !"]),
  ]

  @Test("shows what is marked and a line about it on the smallest screen", arguments: needed)
  func showsWhatMatters(keys: String, words: [String]) throws {
    var script = try ClaimKeyTests.script(ClaimKeyTests.pair + "+15m 2 ")
    script.resize(40, 10)
    try script.type(keys)
    let screen = script.screen(40, 10).text
    for word in words {
      #expect(
        screen.contains { $0.contains(word) }, "\(word) in \(screen.joined(separator: "|"))")
    }
  }

  @Test func `the marked finding tells what is wrong on the smallest screen`() throws {
    var script = try ClaimKeyTests.script(ClaimKeyTests.pair + "+15m 2 w")
    script.resize(40, 10)
    let finding = try #require(
      script.session().map { script.state.bill(of: $0, at: script.now).findings }?
        .first { $0.id == .pair })
    let begin = finding.message.split(separator: " ").prefix(3).joined(separator: " ")
    #expect(script.shows(begin, 40, 10))
  }

  @Test func `no size at all is drawn as well`() throws {
    #expect(try Script(Script.visit).screen(0, 0).cells.isEmpty)
  }

  /// What is wrong with a drawing, in words.
  private func faults(_ script: Script, _ overlay: Overlay?, _ size: Size) -> [String] {
    var state = script.state
    state.overlay = overlay
    let canvas = view(state, at: script.now, fitting: size)
    var faults: [String] = []
    if canvas.size != size { faults.append("drawn as \(canvas.size), not \(size)") }
    if let cursor = canvas.cursor, canvas[cursor.column, cursor.row] == nil {
      faults.append("the cursor at \(cursor), in \(size)")
    }
    guard size.columns >= 40, size.rows >= 10 else { return faults }
    // The header and the keys that work stay to be seen.
    if canvas[0, 0]?.ground != .band { faults.append("no header in \(size)") }
    if canvas[0, size.rows - 1]?.ground != .band { faults.append("no key bar in \(size)") }
    return faults
  }
}
