import Interface
import Screen
import Testing

@Suite("Help where one is")
struct HelpTests {
  private static let one = Script.visit + "a 97110 <enter> 1 +9m "

  @Test(
    "F1 tells the keys of a box, which stands there again afterwards",
    arguments: [
      ("t -5", "store"), ("a exer", "add"), ("w", "Esc"), ("n quads", "Ctrl-U"), ("p", "Esc"),
    ])
  func box(keys: String, word: String) throws {
    var script = try Script(Self.one + keys)
    let before = script.screen()
    try script.type("<f1>")
    #expect(script.shows("┌ Keys ─") && script.shows(word))
    try script.type("<esc>")
    #expect(script.screen() == before)
  }

  @Test func `a question mark is text in a field, and asks for help where nothing is typed`() throws
  {
    var script = try Script(Self.one + "n ?")
    #expect(script.typed == "?")
    script = try Script(Self.one + "w ?")
    #expect(script.shows("┌ Keys ─"))
  }

  @Test("no word of it is cut", arguments: [(80, 24), (40, 10), (120, 40)])
  func whole(columns: Int, rows: Int) throws {
    for keys in ["?", Self.one + "?"] {
      var script = try Script()
      script.resize(columns, rows)
      try script.type(keys)
      var seen = ""
      for _ in 0..<60 {
        seen += script.words(columns, rows) + "\n"
        #expect(!script.screen(columns, rows).text.contains { $0.hasSuffix("… │") })
        try script.type("<down>")
      }
      #expect(seen.contains("on the screen; clocks go on") || columns < 80)
    }
  }

  @Test func `the first box of a second copy names its way out`() throws {
    let script = try Script().startedAnew(besides: "pid 4711")
    #expect(script.shows("Esc leave"))
  }

  @Test func `a form has its help, and keeps what was typed`() throws {
    var script = try Script("n KM <f1>")
    #expect(script.shows("┌ Keys ─") && script.shows("next field"))
    try script.type("<esc>")
    #expect(script.form?.client.text == "KM")
  }
}
