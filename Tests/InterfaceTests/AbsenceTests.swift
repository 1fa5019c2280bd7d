import Billing
import Interface
import SessionLog
import Testing

/// `X`: a visit that does not take place, and why.
@Suite("A visit that is not held")
struct AbsenceTests {
  private static let planned = DayScreenTests.plan("KM", "10:00")

  @Test func `a no-show is two keys, and needs no reason`() throws {
    let script = try Script(Self.planned + "+20m X n <enter>")
    #expect(script.kinds.last == .notHeld(Absence(cause: .noShow, reason: "")))
    #expect(script.notice == "KM: no-show. u in the visit takes it back.")
    #expect(script.shows("no-show"))
    #expect(script.shows("1 not held"))
    #expect(!script.shows("! late"))
  }

  @Test func `a cancelled visit has its reason`() throws {
    var script = try Script(Self.planned + "X c <enter>")
    #expect(script.notice.hasPrefix("Error: a reason is needed"))
    #expect(script.kinds.count == 1)
    try script.type("\"mother called, fever\" <enter>")
    #expect(
      script.kinds.last == .notHeld(Absence(cause: .cancelled, reason: "mother called, fever")))
  }

  @Test func `Esc goes back to the cause, then out; what was typed stays meanwhile`() throws {
    var script = try Script(Self.planned + "X c fever <esc> c <enter>")
    #expect(script.kinds.last == .notHeld(Absence(cause: .cancelled, reason: "fever")))
    script = try Script(Self.planned + "X c fever <esc> <esc>")
    #expect(script.state.overlay == nil)
    #expect(script.kinds.count == 1)
  }

  @Test func `u in the visit takes it back`() throws {
    let script = try Script(Self.planned + "X n <enter> <enter> u o")
    #expect(script.session("KM")?.absence == nil)
    #expect(script.shows("1 planned"))
  }

  @Test func `in the visit X works as on the list`() throws {
    let script = try Script(Script.visit + "X n <enter>")
    #expect(script.session("KM")?.absence?.cause == .noShow)
  }

  @Test(arguments: ["a 97110 <enter> 1 +5m ", "a 97110 <enter> t 10m <enter> "])
  func `a visit in which time was logged took place`(words: String) throws {
    let script = try Script(Script.visit + words + "X")
    #expect(script.notice.hasPrefix("Error: time is logged for KM"))
    #expect(script.state.overlay == nil)
  }

  @Test func `opened, it says what became of it and how that is taken back`() throws {
    let script = try Script(Self.planned + "X c snow <enter> <enter>")
    #expect(script.shows("The visit did not take place: cancelled: snow. Planned for 10:00-10:45."))
    #expect(script.shows("u  takes that back."))
    #expect(!script.shows("adds a code"))
  }

  @Test func `no code is added to it`() throws {
    let script = try Script(Self.planned + "X c snow <enter> <enter> a")
    #expect(script.state.overlay == nil)
    #expect(script.notice.contains("Error: the visit did not take place"))
  }

  @Test func `no clock starts in it`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> X n <enter> 1")
    #expect(script.running == [])
    #expect(script.notice.hasPrefix("Error: the visit did not take place"))
  }

  @Test func `a visit of tomorrow can be cancelled, not missed`() throws {
    let tomorrow =
      "P KM <enter> <back-tab> <c-u> 2026-11-22 <tab> 1300 <enter> <enter> n JB <enter> <enter> "
    let script = try Script(tomorrow)
    #expect(script.session("KM")?.visit.date.day == 22)
  }
}
