import Interface
import Screen
import SessionLog
import Testing

@Suite("The locked screen")
struct LockTests {
  private static let running =
    "n \"KM·47\" <enter> <enter> a 97110 <enter> a 97530 <enter> 1 +11m 2 +13m +5s "

  /// A screen that locks itself after fifteen minutes, up to a key of just now.
  private static func script(_ words: String = "", minutes: Int? = 15) throws -> Script {
    var setup = Script.setup
    setup.preferences.lockAfterMinutes = minutes
    return try Script(running + "<tab> " + words, setup: setup)
  }

  /// Whatever could tell who it is, or what is done.
  private static let names = ["KM", "97", "Exercise", "Ana", "Reyes", "Medicare", "quads", "OT"]

  private static let sizes = [(80, 24), (120, 40), (40, 10), (46, 11), (20, 3), (12, 2), (1, 1)]

  @Test(
    "names nobody, at any size", arguments: sizes,
    [
      "L", "n \"quads\" <c-k>", "s L", "o L", "w <esc> <space> <esc> L", "A L", "w L", "U L", "e L",
      "? L", "o n JB <c-k>", "c <c-k>", ": <c-k>", "/ <c-k>", "t -5 <c-k>", "o n JB <tab> <c-k>",
    ])
  func namesNobody(size: (Int, Int), keys: String) throws {
    let script = try Self.script(keys)
    #expect(script.state.lock != nil)
    let text = script.screen(size.0, size.1).text.joined(separator: "\n")
    for name in Self.names { #expect(!text.contains(name), "\(name) in\n\(text)") }
    if size.0 >= 12 { #expect(text.contains("Locked 10:")) }
  }

  @Test func `clocks go on, and are shown without their codes`() throws {
    var script = try Script(Self.running + "L +30s")
    #expect(script.shows("Locked 10:24"))
    #expect(script.shows("▶ 1 clock goes on  13:35"))
    try script.type("a")
    #expect(script.shows("13:35") && script.shows("97530"))
    #expect(script.running == ["97530"])
    #expect(script.kinds.count == 5)
  }

  @Test func `any key returns, and does nothing else`() throws {
    var script = try Script(Self.running)
    let before = script.screen()
    try script.type("L +1s q")
    #expect(!script.hasEnded)
    #expect(script.state.lock == nil)
    script.advance(by: -1_000)
    #expect(script.screen() == before)
  }

  @Test func `the key that locks may be held down`() throws {
    var script = try Script(Self.running + "L +500ms L +30ms L +30ms L")
    #expect(script.state.lock != nil)
    try script.type("+1s L")
    #expect(script.state.lock == nil)
  }

  @Test func `in a field the letter is text, and an idle screen locks itself`() throws {
    var script = try Self.script("n \"quads\" L")
    #expect(script.state.lock == nil && script.typed == "quadsL")
    try script.type("+16m <wake>")
    #expect(script.state.lock != nil)
  }

  @Test func `what stood in front stands there again`() throws {
    var script = try Script(Self.running + "n \"quads\" <c-k> +1s x")
    #expect(script.typed == "quads")
    try script.type("<esc> U L +1s x")
    guard case .undoList? = script.state.overlay else {
      Issue.record("The list of what can be undone is gone.")
      return
    }
  }

  @Test func `a lock key that was chosen locks in fields too, where it is no character`() throws {
    var setup = Script.setup
    setup.keymap = try Keymap(choosing: [KeyChoice(command: "lock", keys: ["F4", "L"])])
    #expect(try Script(Self.running + "n \"quads\" <f4>", setup: setup).state.lock != nil)
    #expect(try Script(Self.running + "n \"quads\" <c-k>", setup: setup).state.lock != nil)
  }

  @Test func `another key than the one that locked counts at once`() throws {
    var script = try Script(Self.setPIN + "L +5ms 4711 <enter>")
    #expect(script.state.lock == nil)
    script = try Script(Self.running + "L +5ms q")
    #expect(script.state.lock == nil)
  }

  @Test func `what is pasted is not taken`() throws {
    var script = try Self.script("n quadsL +15m <wake> <paste:secret>")
    #expect(script.state.lock != nil)
    try script.type("x")
    #expect(script.typed == "quadsL")
  }

  // MARK: Idle

  @Test func `an idle screen warns a minute before, and locks`() throws {
    var script = try Self.script("+13m +59s <wake>")
    #expect(script.notice == "" && script.state.lock == nil)
    try script.type("+1s <wake>")
    #expect(script.notice == "Locks in a minute; any key keeps it open.")
    try script.type("+59s <wake>")
    #expect(script.state.lock == nil)
    try script.type("+1s <wake>")
    #expect(script.state.lock != nil)
  }

  @Test func `any key keeps it open`() throws {
    var script = try Self.script("+14m <wake> <tab>")
    #expect(script.notice == "")
    try script.type("+13m <wake>")
    #expect(script.state.lock == nil)
  }

  @Test func `the program wakes for the warning and for the lock`() throws {
    var setup = Script.setup
    setup.preferences.lockAfterMinutes = 10
    var script = try Script(Script.visit + "o", setup: setup)
    var locked: Int64?
    // Only waking when told to.
    for _ in 0..<40 where locked == nil {
      let wait = millisecondsToNextChange(script.state, at: script.now)
      #expect(wait > 0)
      script.advance(by: wait)
      script.send(.wake)
      if script.state.lock != nil { locked = script.clock.elapsed }
    }
    #expect(locked == 600_000)
  }

  @Test func `time asleep counts, and the key that comes after it finds the screen locked`() throws
  {
    // The steady clock counts through sleep.
    let script = try Self.script("+43m 1")
    #expect(script.state.lock == nil)
    #expect(script.running == ["97530"])
  }

  @Test("the minutes can be set, and zero never locks", arguments: [1, 3, 480])
  func setting(minutes: Int64) throws {
    var setup = Script.setup
    setup.preferences.lockAfterMinutes = Int(minutes)
    var script = try Script("", setup: setup)
    script.send(.wake)
    script.advance(by: minutes * 60_000 - 1)
    script.send(.wake)
    #expect(script.state.lock == nil && script.notice.hasPrefix("Locks in "))
    script.advance(by: 1)
    script.send(.wake)
    #expect(script.state.lock != nil)
    setup.preferences.lockAfterMinutes = nil
    script = try Script("<wake> +500m <wake>", setup: setup)
    #expect(script.state.lock == nil && script.notice == "")
  }

  // MARK: PIN

  private static let setPIN = ": pin <enter> 4711 <enter> 4711 <enter> "

  @Test func `a PIN is typed twice, and then asked for`() throws {
    var script = try Script(Self.running + Self.setPIN)
    #expect(script.pin == "4711")
    #expect(script.notice.hasPrefix("The PIN is set"))
    try script.type("L +1s 471")
    #expect(script.shows("•••") && !script.shows("471"))
    try script.type("<enter>")
    #expect(script.shows("Error: wrong PIN"))
    try script.type("4711 <enter>")
    #expect(script.state.lock == nil)
  }

  @Test func `a PIN may begin with the key that locked, typed at once`() throws {
    let locked = Self.running + ": pin <enter> L711 <enter> L711 <enter> L "
    #expect(try Script(locked + "+300ms L711 <enter>").state.lock == nil)
    // Held down first, which types nothing, and let go.
    let held = "+500ms L +33ms L +33ms L +33ms "
    #expect(try Script(locked + held).state.lock?.field.text == "")
    #expect(try Script(locked + held + "L +200ms L711 <enter>").state.lock == nil)
    #expect(try Script(locked + held + "711 <enter>").state.lock != nil)
  }

  @Test func `who only looks learns of a PIN that was set meanwhile, and of one taken away`() throws
  {
    var setup = Script.setup
    setup.isLookOnly = true
    let looking = try Script(Self.running).startedAnew(setup: setup, besides: "pid 4711")
    var script = looking
    // Set before the screen is locked here, or while it is.
    try script.type("l")
    script.pin = "4711"
    try script.type("L +1s")
    #expect(script.shows("PIN"))
    try script.type("x <enter> 4711 <enter>")
    #expect(script.state.lock == nil)
    script = looking
    try script.type("l L +1s")
    script.pin = "4711"
    try script.type("x")
    #expect(script.state.lock != nil && script.shows("PIN"))
    try script.type("4711 <enter>")
    #expect(script.state.lock == nil)
    script.pin = nil
    try script.type("L +1s x")
    #expect(script.state.lock == nil)
  }

  @Test func `an idle screen learns of it too`() throws {
    var script = try Self.script("+15m")
    script.pin = "4711"
    try script.type("<wake>")
    #expect(script.shows("PIN"))
    // The key that finds the idle time over, too.
    script = try Self.script("+15m")
    script.pin = "4711"
    try script.type("x")
    #expect(script.state.lock != nil && script.state.setup.hasPIN)
  }

  @Test func `what cannot be one is told`() throws {
    var script = try Script(": pin <enter> 123 <enter>")
    #expect(script.notice == "Error: 4 to 12 characters are taken.")
    try script.type("4 <enter> 1235 <enter>")
    #expect(script.notice.hasPrefix("Error: the two are not the same"))
    #expect(script.pin == nil)
    try script.type("<enter>")
    #expect(script.state.overlay == nil && script.pin == nil)
  }

  @Test func `who only looks sets none`() throws {
    var setup = Script.setup
    setup.isLookOnly = true
    var script = try Script(Self.running).startedAnew(setup: setup, besides: "pid 4711")
    try script.type("l : pin <enter>")
    #expect(script.state.overlay == nil)
    #expect(script.notice.hasPrefix("Looking only"))
  }

  @Test func `it is changed or taken away by who knows it`() throws {
    var script = try Script(Self.setPIN + ": pin <enter> 9999 <enter>")
    #expect(script.notice.hasPrefix("Error: that is not the PIN"))
    try script.type("4711 <enter> 0815 <enter> 0815 <enter>")
    #expect(script.pin == "0815")
    try script.type(": pin <enter> 0815 <enter> <enter>")
    #expect(script.pin == nil && script.state.setup.hasPIN == false)
    try script.type("L +1s a")
    #expect(script.state.lock == nil)
  }

  @Test func `wrong ones wait the longer the more they are, up to five minutes`() throws {
    var script = try Script(Self.setPIN + "L +1s ")
    var waits: [Int64] = []
    for _ in 0..<10 {
      try script.type("0000 <enter>")
      waits.append(script.state.setup.pinAttempts.millisecondsToWait(at: script.now) / 1_000)
      script.advance(by: (waits.last ?? 0) * 1_000)
    }
    #expect(waits == [0, 5, 10, 20, 40, 80, 160, 300, 300, 300])
    try script.type("4711 <enter>")
    #expect(script.state.lock == nil)
    #expect(script.state.setup.pinAttempts.wrong == 0)
  }

  @Test func `while one waits nothing is taken, and the seconds are counted down`() throws {
    var script = try Script(Self.setPIN + "L +1s 0000 <enter> 0000 <enter> 4711 <enter>")
    #expect(script.state.lock != nil)
    #expect(script.shows("next in 0:05"))
    #expect(script.shows("wait 0:05", 20, 3))
    let wait = millisecondsToNextChange(script.state, at: script.now)
    #expect(wait == 1_000)
    script.advance(by: wait)
    #expect(script.shows("next in 0:04"))
    try script.type("+4s 4711 <enter>")
    #expect(script.state.lock == nil)
  }

  @Test func `with a PIN the program starts locked, its wrong ones not forgotten`() throws {
    var setup = Script.setup
    setup.hasPIN = true
    for _ in 0..<3 { setup.pinAttempts.addWrong(at: TestClock().moment) }
    let script = try Script().startedAnew(setup: setup)
    #expect(script.state.lock != nil)
    #expect(script.shows("next in 0:10"))
  }

  // MARK: Looks

  @Test func `is calm to look at`() throws {
    var script = try Script(Self.running + "L")
    try expectScreens(
      named: "locked", of: script, sizes: GoldenScreen.sizes + [Size(columns: 20, rows: 3)])
    script = try Script(Self.running + Self.setPIN + "L +1s 471 ")
    try expectScreens(
      named: "locked-pin", of: script, sizes: GoldenScreen.sizes + [Size(columns: 40, rows: 10)])
    try script.type("<enter> 4712 <enter>")
    try expectScreens(named: "locked-wrong-pin", of: script)
    try expectScreens(named: "pin-box", of: Script(Self.running + ": pin <enter> 471"))
  }
}
