import Billing
import Interface
import SessionLog
import Testing

/// A visit that is planned, and one whose particulars are corrected.
@Suite("A planned visit")
struct PlanTests {
  @Test func `has its time and its length, and stays on the list`() throws {
    let script = try Script("P KM <enter> 1:05p <tab> 30 <enter> <enter>")
    #expect(script.session("KM")?.visit.appointment == Appointment(start: 785, minutes: 30))
    #expect(script.session("KM")?.isPlanned == true)
    #expect(script.state.scene == .sessions)
    #expect(script.shows("13:05-13:35"))
  }

  @Test func `Enter after the client asks for the time`() throws {
    var script = try Script("P KM <enter>")
    #expect(script.form?.field == .time)
    #expect(script.form?.errors.isEmpty == true)
    try script.type("1300")
    #expect(script.shows("from 13:00-13:45"))
  }

  @Test(
    arguments: [
      ("<enter>", VisitForm.Field.time, "a time is needed"),
      ("25:00 <enter>", .time, "a time is needed"),
      ("1300 <tab> 0 <enter>", .length, "1 to 1440"),
      ("1300 <back-tab> <c-u> 2026-11-20 <enter>", .date, "past"),
      ("1300 <back-tab> <c-u> 2027-11-22 <enter>", .date, "at most a year ahead"),
    ])
  func `is refused where it cannot be`(words: String, field: VisitForm.Field, what: String) throws {
    let script = try Script("P KM <enter> " + words)
    #expect(script.form?.field == field)
    #expect(script.form?.errors[field]?.hasPrefix("Error: ") == true)
    #expect(script.form?.errors[field]?.contains(what) == true)
    #expect(script.kinds.isEmpty)
  }

  @Test func `the last day of a year ahead is taken`() throws {
    let script = try Script("P KM <enter> 1300 <back-tab> <c-u> 2027-11-21 <enter> <enter>")
    #expect(script.kinds.count == 1)
  }

  @Test func `says who is planned at that time already`() throws {
    var script = try Script(DayScreenTests.plan("JB", "13:00") + "P KM <enter> 1344")
    #expect(script.shows("JB is planned 13:00-13:45."))
    try script.type("<backspace> 5")
    #expect(!script.shows("JB is planned"))
  }
}
