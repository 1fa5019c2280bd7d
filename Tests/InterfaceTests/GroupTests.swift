import Billing
import Interface
import SessionLog
import Testing

/// A group of several clients: recorded once, billed for each.
@Suite("A group")
struct GroupTests {
  private static let three =
    "n TW <enter> <enter> o n JB <enter> <enter> o n KM <enter> <enter> "
  /// KM, TW and JB in a group since 10:00, KM on the screen.
  static let running = three + ": group <enter> <down> <space> <down> <space> <enter> "

  private func running(_ script: Script) -> [String] {
    script.state.logbook.sessions.values.filter { $0.running.contains("97150") }
      .map(\.visit.client).sorted()
  }

  @Test func `is one entry for all its clients`() throws {
    var script = try Script(Self.three)
    let before = script.kinds.count
    try script.type(": group <enter> <down> <space> <down> <space> <enter>")
    #expect(script.kinds.count == before + 1)
    #expect(running(script) == ["JB", "KM", "TW"])
    #expect(script.notice == "97150 runs for KM, TW, JB.")
    try script.type("<up>")
    #expect(script.shows("group of 3"))
  }

  @Test func `gives each client the whole time, and a unit each`() throws {
    let script = try Script(Self.running + "+20m 1")
    #expect(script.notice == "97150 is stopped for KM, TW, JB.")
    for client in ["KM", "TW", "JB"] {
      let session = try #require(script.session(client))
      let bill = script.state.bill(of: session, at: script.now)
      #expect(bill.units["97150"] == 1)
      #expect(bill.treatmentMinutes == 20)
    }
  }

  @Test func `its digit stops it and starts it again for the same clients, in any of them`() throws
  {
    var script = try Script(Self.running + "+20m ] 1 +5m")
    #expect(running(script) == [])
    let before = script.kinds.count
    try script.type("] 1")
    #expect(script.kinds.count == before + 1)
    #expect(running(script) == ["JB", "KM", "TW"])
  }

  /// KM and JB, and Bea Lund's LT and MO, MO on the screen.
  private static let twoTherapists =
    "n KM <enter> <enter> o n JB <enter> <enter> o n LT <tab> <tab> <tab> <tab> \"Bea Lund\" <enter> "
    + "<enter> o n MO <enter> <enter> "
  /// Bea Lund's two in a group.
  private static let beasGroup = ": group <enter> <down> <down> <down> <space> <enter> +1m "

  @Test func `its digit leaves another therapist's group alone`() throws {
    var script = try Script(Self.twoTherapists + Self.beasGroup)
    #expect(running(script) == ["LT", "MO"])
    try script.type("[ [ a 97150 <enter> 1 +5m")
    #expect(running(script) == ["JB", "LT", "MO"])
    #expect(!script.shows("group of"))
    try script.type("1")
    #expect(running(script) == ["LT", "MO"])
    #expect(script.kinds.last == .stopped(code: "97150"))
  }

  @Test func `starts again for its own clients, whatever another therapist's group does`() throws {
    var script = try Script(
      Self.twoTherapists + "[ [ : group <enter> <down> <space> <enter> +5m 1 +1m ] ] "
        + Self.beasGroup)
    #expect(running(script) == ["LT", "MO"])
    try script.type("[ [ 1")
    #expect(running(script) == ["JB", "KM", "LT", "MO"])
    #expect(script.notice == "97150 runs for JB, KM.")
  }

  @Test func `does not start again on yesterday's visits`() throws {
    var script = try Script(Self.running + "+20m 1 +24h")
    let before = script.kinds
    try script.type("1")
    #expect(script.kinds == before)
    #expect(script.notice.hasPrefix("Timers run on today's sessions only"))
  }

  @Test func `one leaves, and it goes on for the others`() throws {
    var script = try Script(Self.running + "+10m : group <enter> <space>")
    #expect(script.shows("Enter: KM leaves; it goes on for TW, JB."))
    try script.type("<enter>")
    #expect(running(script) == ["JB", "TW"])
    #expect(script.kinds.last == .stopped(code: "97150"))
    try script.type("+5m ] 1")
    #expect(running(script) == [])
    #expect(
      script.session("KM").map { script.state.bill(of: $0, at: script.now).treatmentMinutes } == 10)
    #expect(
      script.session("TW").map { script.state.bill(of: $0, at: script.now).treatmentMinutes } == 15)
  }

  @Test func `another joins, and nothing stops for it`() throws {
    let script = try Script(
      Self.running
        + "+10m o n AL <enter> <enter> [ : group <enter> <down> <down> <down> <space> <enter> +5m")
    #expect(running(script) == ["AL", "JB", "KM", "TW"])
    #expect(
      script.session("AL").map { script.state.bill(of: $0, at: script.now).treatmentMinutes } == 5)
    #expect(script.session("KM")?["97150"]?.intervals.count == 1)
  }

  @Test func `one-on-one with a client ends it for everybody`() throws {
    let script = try Script(Self.running + "+10m a 97110 <enter> 2 +5m")
    #expect(running(script) == [])
    #expect(script.running == ["97110"])
  }

  @Test func `stops what ran one-on-one elsewhere`() throws {
    let script = try Script(
      Self.three + "o n AL <enter> <enter> a 97110 <enter> 1 +8m ] ] "
        + ": group <enter> <down> <space> <enter>")
    #expect(script.session("AL")?.running == [] || running(script).contains("AL"))
  }

  @Test func `needs two clients`() throws {
    #expect(
      try Script(Script.visit + ": group <enter>").notice.hasPrefix(
        "A group has at least two clients"))
    #expect(
      try Script(Self.three + ": group <enter> <enter>").notice.hasPrefix(
        "Error: a group has at least two clients"))
  }

  @Test func `offers the codes of the discipline that are valid, arrows turn them`() throws {
    var script = try Script(Self.three + ": group <enter>")
    #expect(script.shows("97150"))
    try script.type("<right>")
    #expect(script.shows("97552"))
    let speech = try Script(
      "n TW <tab> s <enter> <enter> o n JB <enter> <enter> : group <enter>")
    #expect(speech.shows("92508"))
  }

  @Test func `lists a client with two visits once`() throws {
    let script = try Script(
      "n JB <enter> <enter> o n JB <enter> <enter> o n KM <enter> <enter> : group <enter>")
    guard case .group(let box) = script.state.overlay else {
      Issue.record("the box of the group is not shown")
      return
    }
    #expect(box.candidates.count == 2)
  }

  @Test func `productivity counts its time once`() throws {
    let script = try Script(Self.running + "+20m 1 +20m <up> o")
    #expect(script.shows("Treatment 60"))
    #expect(
      script.shows("Productivity 100 % = 20 treatment min, overlap once / 20 min worked"))
  }
}
