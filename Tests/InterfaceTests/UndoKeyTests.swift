import Interface
import SessionLog
import Testing

@Suite("Undo and redo at the keys")
struct UndoKeyTests {
  private static let two = Script.visit + "a 97110 <enter> a 97530 <enter> "

  @Test func `u takes back the last entry, the time since included, and says so`() throws {
    let script = try Script(Self.two + "1 +4m 2 +30s u")
    #expect(script.running == ["97110"])
    #expect(script.notice.hasPrefix("Undone: 10:04 started 97530."))
    #expect(script.notice.contains("units"))
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

  @Test func `with nothing to undo or redo it says so`() throws {
    #expect(try Script(Script.visit + "u").notice == "There is nothing to undo.")
    #expect(try Script(Self.two + "<c-r>").notice == "There is nothing to redo.")
  }
}
