import Interface
import SessionLog
import Testing

@Suite("Undo and redo at the keys")
struct UndoKeyTests {
  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "

  @Test func `u takes back the last entry, the time since included, and says so`() throws {
    let script = try Script(Self.two + "1 +4m 2 +30s u")
    #expect(script.running == ["97110"])
    #expect(
      script.notice
        == "Undone: 10:04 started 97530. Units stay 0. Next: 10:00 started 97110.")
  }

  @Test func `Ctrl-R brings it back`() throws {
    let script = try Script(Self.two + "1 +4m 2 +30s u <c-r>")
    #expect(script.running == ["97530"])
    #expect(script.minutes("97110") == 4)
    #expect(script.notice.hasPrefix("Redone: 10:04 started 97530."))
  }

  @Test func `an entry of sixty seconds is just from now, an older one asks`() throws {
    #expect(try Script(Self.two + "1 +60s u").running == [])
    #expect(try Script(Self.two + "1 +61s u").running == ["97110"])
  }

  @Test func `it shows minutes before and after, and Enter confirms`() throws {
    var script = try Script(Self.two + "1 +4m 2 +9m u")
    #expect(script.shows("10:04 started 97530"))
    #expect(script.shows("97110 4 → 13 min"))
    #expect(script.shows("97530 9 → 0 min"))
    #expect(script.running == ["97530"])
    try script.type("<enter>")
    #expect(script.running == ["97110"])
    #expect(script.minutes("97110") == 13)
  }

  @Test(arguments: ["<esc>", "n", "u", "<space>", "1"])
  func `anything but Enter does not`(key: String) throws {
    let script = try Script(Self.two + "1 +4m 2 +9m u " + key)
    #expect(script.running == ["97530"])
    guard case .undone? = script.kinds.last else { return }
    Issue.record("it was undone")
  }

  @Test func `what cannot be undone says why, before Enter and after`() throws {
    // The start of JB's clock stopped KM's, and KM is signed since.
    var script = try Script(
      Self.two
        + "1 +9m o n JB <enter> <enter> a 97140 <enter> 1 +2m [ s S <let-stand> <enter> <esc>")
    #expect(script.session("KM")?.isSigned == true)
    try script.type("o <down> <enter> u")
    #expect(script.state.overlay == .confirmUndo(EntryID(rawValue: 7)))
    #expect(script.shows("Error: "))
    try script.type("<enter>")
    #expect(script.notice.hasPrefix("Error: "))
    #expect(script.running == ["97140"])
  }

  @Test func `with nothing to undo or redo it says so`() throws {
    #expect(try Script(Script.visit + "u").notice == "There is nothing to undo.")
    #expect(try Script(Self.two + "<c-r>").notice == "There is nothing to redo.")
  }
}
