import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("What is due for a client")
struct DuesTests {
  private static let record =
    String(ClientFormTests.filled.dropFirst(Script.visit.count)) + "<enter> "
  /// A visit of today, a code in it, and a plan of care that ends in two weeks.
  static let visited = Script.visit + "a 97110 <enter> t 24m <enter> " + record
  /// The first of many visits; what is due by then is passed by Enter.
  private static let day = Script.visit + "+1s <enter> a 97110 <enter> t 24m <enter> o +24h "
  /// Seven days of treatment, the last one yesterday.
  private static let week = visited + "o +24h " + String(repeating: day, count: 6)

  /// Days go by without a key: nothing locks the screen.
  static let setup: Setup = {
    var setup = Script.setup
    setup.preferences.lockAfterMinutes = nil
    return setup
  }()

  @Test func `is told when the visit opens`() throws {
    let script = try Script(Self.week + Script.visit, setup: Self.setup)
    let words = script.words(80, 40)
    #expect(words.contains("Treatment day 8 of 10 since the report of Fri 20 Nov 2026"))
    #expect(words.contains("The certification of the plan of care ends Sat 5 Dec 2026, in 7 days."))
    #expect(words.contains("Authorization A-17: 1 of 9 visits left, today's visit included."))
    #expect(words.contains("Pub 100-02 ch. 15 s.220.3"))
  }

  @Test func `a visit that was another client's is not counted any more`() throws {
    let correction = ": correct <enter> <c-u> KN <up> <up> slip <enter> <enter> o "
    let script = try Script(Self.week + "<enter> " + correction + Script.visit, setup: Self.setup)
    #expect(script.session("KN") != nil)
    #expect(!script.words(80, 40).contains("Treatment day 8"))
  }

  @Test func `nothing is told of a client without a record`() throws {
    #expect(try Script(Script.visit).state.overlay == nil)
  }

  @Test func `is told once a day`() throws {
    var script = try Script(Self.visited).startedAnew()
    try script.type("<enter>")
    #expect(script.tellsDues)
    try script.type("<enter> o <enter>")
    #expect(!script.tellsDues)
  }

  @Test func `a clock does not wait until it was read`() throws {
    var script = try Script(Self.visited).startedAnew()
    try script.type("<enter> 1")
    #expect(script.running == ["97110"])
    #expect(script.tellsDues)
    try script.type("<enter>")
    #expect(script.running == ["97110"])
    #expect(!script.tellsDues)
  }

  @Test func `the Enter that follows at once goes on, and starts no clock`() throws {
    var script = try Script(Self.visited).startedAnew()
    try script.type("<enter> <enter>")
    #expect(!script.tellsDues)
    // Held down, it is once more the key that is told apart.
    try script.type("+33ms <enter> +33ms <enter>")
    #expect(script.running == [])
  }

  @Test func `a clock's digit that is held down over it counts once`() throws {
    var script = try Script(Self.visited).startedAnew()
    try script.type("<enter> 1 +33ms 1 +33ms 1")
    #expect(script.running == ["97110"])
  }

  @Test func `any other key says nothing and does nothing`() throws {
    var script = try Script(Self.visited).startedAnew()
    try script.type("<enter>")
    let entries = script.journal.count
    try script.type("a u S")
    #expect(script.tellsDues)
    #expect(script.journal.count == entries)
  }

  @Test func `c opens the record, and Esc leads back to the visit`() throws {
    var script = try Script(Self.visited).startedAnew()
    try script.type("<enter> c")
    #expect(script.shows("Client record"))
    try script.type("<esc>")
    #expect(script.state.scene == .session)
  }

  @Test func `today's screen marks it`() throws {
    let script = try Script(Self.visited + "o")
    #expect(script.shows("! POC"))
    #expect(script.shows("ends Sat 5 Dec 2026, in 14 days"))
  }
}

extension Script {
  fileprivate var tellsDues: Bool { if case .dues? = state.overlay { true } else { false } }
}
