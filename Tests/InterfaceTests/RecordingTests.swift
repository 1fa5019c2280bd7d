import Interface
import Screen
import SessionLog
import Testing

@Suite("What the disk would not take")
struct RefusalTests {
  private static let one = Script.visit + "a 97110 <enter> "

  /// Keys up to the one that asks for an entry, and that key.
  @Test(arguments: [
    ("n KM <enter>", "<enter>"), (Script.visit + "a 97110", "<enter>"), (one + "+1s", "1"),
    (one + "1 +4m", "1"), (one + "1 +4m", "<space>"), (one + "1 +4m <space> +1s", "<space>"),
    (one + "1 +4m <space> rest", "<enter>"), (one + "t 24m", "<enter>"),
    (one + "1 +4m t \"-2\"", "<enter>"), (one + "1 +30s", "u"), (one + "1 +5m u", "<enter>"),
    (one + "1 +30s u", "<c-r>"), (one + "t 24m <enter> s S <let-stand>", "<enter>"),
    (one + "1 +4m s S <let-stand>", "<enter>"),
  ])
  func `changes nothing, is said, and what was typed is kept`(words: String, key: String) throws {
    var script = try Script(words)
    let before = script
    script.diskRefusal = "the disk is full; nothing was lost."
    try script.type(key)
    #expect(script.notice == "Not recorded: the disk is full; nothing was lost.")
    #expect(script.state.logbook.entries == before.journal)
    #expect(script.state.logbook.sessions == before.state.logbook.sessions)
    #expect(script.state.place == before.state.place)
    #expect(script.typed == before.typed)
    #expect(script.shows("Not recorded"))
    script.diskRefusal = nil
    try script.type("+1s " + key)
    #expect(script.journal.count == before.journal.count + 1)
  }

  @Test func `a clock that could not be stopped keeps the program open`() throws {
    var script = try Script(Self.one + "1 +4m q")
    script.diskRefusal = "the disk is full."
    try script.type("s")
    #expect(!script.hasEnded)
    #expect(script.running == ["97110"])
    #expect(script.notice == "Not recorded: the disk is full.")
  }

  @Test func `what the screen shows is what the journal holds`() throws {
    let script = try Script(Self.one + "1 +4m u <c-r> <space> rest <enter> <space> +2m 1")
    #expect(try Logbook(replaying: script.journal).sessions == script.state.logbook.sessions)
  }
}

@Suite("Looking only, while another copy records")
struct LookOnlyTests {
  private static let setup = {
    var setup = Script.setup
    setup.isLookOnly = true
    return setup
  }()
  private static let visit = Script.visit + "a 97110 <enter> a 97530 <enter> 1 +4m "

  private func look() throws -> Script {
    var script = try Script(Self.visit).startedAnew(
      setup: Self.setup, besides: "It is process 17, since 9:40")
    try script.type("l")
    return script
  }

  @Test(arguments: [
    "1", "2", "<enter>", "<space>", "a", "t", "u", "<c-r>", "n", "N", "s S <let-stand>",
  ])
  func `nothing can be recorded, and it says so`(keys: String) throws {
    var script = try look()
    let entries = script.journal.count
    try script.type(keys)
    #expect(script.journal.count == entries)
    #expect(script.notice.hasPrefix("Looking only"))
    #expect(script.state.overlay == nil)
  }

  @Test func `what the other records is looked for, and shown`() throws {
    var script = try look()
    try script.type("<wake>")
    #expect(script.looks == 1)
    let last = try #require(script.journal.last)
    let entry = Entry(
      id: EntryID(rawValue: last.id.rawValue + 1), sessions: last.sessions, moment: script.now,
      author: "Ana Reyes", kind: .started(code: "97530"))
    script.arrive([entry])
    #expect(script.running == ["97530"])
  }

  @Test func `a visit that is not at hand is passed over, and looked at once`() throws {
    var script = try look()
    let last = try #require(script.journal.last)
    func entry(_ number: Int64, of session: Int64, _ kind: Entry.Kind) -> Entry {
      Entry(
        id: EntryID(rawValue: last.id.rawValue + number), sessions: [SessionID(rawValue: session)],
        moment: script.now, author: "Ana Reyes", kind: kind)
    }
    let before = script.notice
    let visit = try #require(script.session()).visit
    script.arrive([
      entry(1, of: 77, .addendum("later")), entry(2, of: 1, .started(code: "97530")),
      entry(3, of: 78, .opened(visit)), entry(4, of: 78, .added(code: "97110")),
    ])
    #expect(script.notice == before)
    #expect(script.running == ["97530"])
    #expect(script.state.logbook.sessions.count == 2)
    try script.type("<wake>")
    #expect(script.lastLooked == EntryID(rawValue: last.id.rawValue + 4))
    // What came by another way meanwhile is read once.
    script.arrive([entry(2, of: 1, .started(code: "97530")), entry(5, of: 77, .addendum("more"))])
    #expect(script.notice == before)
  }

  @Test func `beside an older version one looks at a copy, which says so and is not asked again`()
    throws
  {
    var setup = Self.setup
    setup.isCopy = true
    var script = try Script(Self.visit).startedAnew(setup: setup, besides: "It is process 17")
    #expect(script.shows("what it records now is not seen here"))
    #expect(script.shows("Leave and start anew"))
    try script.type("l <wake>")
    #expect(script.looks == 0)
    #expect(script.shows("LOOK ONLY, A COPY"))
  }

  @Test func `one may look around and leave at once`() throws {
    var script = try look()
    try script.type("w <esc> s <down> <esc> o <enter> ? <esc>")
    #expect(script.running == ["97110"])
    try script.type("q")
    #expect(script.hasEnded)
  }

  @Test(arguments: ["q", "<esc>", "<c-c>"])
  func `at the start one may leave instead`(key: String) throws {
    var script = try Script(Self.visit).startedAnew(setup: Self.setup, besides: "It is process 17")
    try script.type("1 x <space>")
    #expect(!script.hasEnded)
    try script.type(key)
    #expect(script.hasEnded)
  }
}
