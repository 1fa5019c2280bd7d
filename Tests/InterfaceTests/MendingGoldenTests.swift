import Interface
import Testing

/// The boxes in which slips are mended, as a person meets them.
@Suite("Golden screens of mending")
struct MendingGoldenTests {
  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "
  private static let three = two + "1 +20m 2 +20m 1 +10m "
  private static let clients = two + "1 +24m o n JB <enter> <enter> a 97140 <enter> 1 +5m "
  private static let late =
    "n KM <up> <up> <c-u> 2026-11-20 <enter> <enter> a 97110 <enter> t 40m <enter> "

  private static let everySize = [(80, 24), (120, 40), (40, 10)]

  private static let cases: [(name: String, words: String, sizes: [(Int, Int)])] = [
    ("switch-back", three + "b 8", everySize),
    ("switch-back-empty", three + "b", [(80, 24)]),
    ("switch-back-clients", clients + "b 8", [(80, 24), (40, 10)]),
    ("switch-back-refused", three + "b 1001", [(80, 24)]),
    ("switch-back-ways", three + "b 1001 <enter>", [(80, 24), (40, 10)]),
    (
      "intervals",
      three + "e <up> <enter> 1005 <enter> <enter> \"forgot to start\" <enter> <up>", everySize
    ),
    ("interval-correct", three + "e <up> <enter> 1005 <enter> -2 <enter> forgot", everySize),
    ("interval-insert", two + "1 +20m 1 +20m e i 1025 <enter>", [(80, 24)]),
    ("interval-split", three + "e <up> s 1012 <enter> <right>", [(80, 24), (40, 10)]),
    (
      "interval-ways", two + "1 +20m 1 +20m <tab> e i 1010 <enter> 1030 <enter> <enter>",
      [(80, 24), (40, 10)]
    ),
    ("interval-late", late + "e i 0900 <enter> 0924 <enter> <enter>", [(80, 24)]),
    ("undo-list", three + "b 8 <enter> U <down>", everySize),
    ("undo-list-refused", three + "U <down> <down> <down> <down>", [(80, 24)]),
    ("gap", two + "1 +5m <wake> ~43m <wake>", everySize),
    ("gap-split", two + "1 +5m <wake> ~43m <wake> s 20", [(80, 24), (40, 10)]),
    ("gap-restarted", two + "1 +5m <wake> !43m <wake>", [(80, 24)]),
    ("long-timer", two + "1 +60m <wake>", [(80, 24), (40, 10)]),
  ]

  @Test("is as it was", arguments: cases.map(\.name))
  func isAsItWas(name: String) throws {
    for screen in Self.cases where screen.name == name {
      let script = try Script(screen.words)
      for (columns, rows) in screen.sizes {
        let file =
          screen.sizes.count > 1 ? "\(name)-\(columns)x\(rows)" : name
        try expectScreen(named: file, script.screen(columns, rows))
      }
    }
  }
}
