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
      ("1300 <tab> 0 <enter>", .length, "1 to 480"),
      ("1300 <tab> 900 <enter>", .length, "1 to 480"),
      ("2130 <tab> 151 <enter>", .length, "past midnight; at most 150 minutes"),
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

  @Test func `a time that may be afternoon is the one to come, where only one is`() throws {
    // It is 10:00.
    var script = try Script("P KM <enter> 1:05")
    #expect(script.shows("from 13:05-13:50"))
    try script.type("<enter> <enter>")
    #expect(script.session("KM")?.visit.appointment?.start == 785)
  }

  @Test func `of two times to come it is asked which`() throws {
    var script = try Script("P KM <enter> 1:05 <back-tab> <c-u> 11/23 <tab>")
    #expect(script.shows("1:05 a or 1:05 p? Type a or p."))
    try script.type("<enter> <enter>")
    #expect(script.form?.field == .time && script.journal.isEmpty)
    try script.type("p")
    #expect(script.shows("from 13:05-13:50"))
    try script.type("<enter> <enter>")
    #expect(script.session("KM")?.visit.appointment?.start == 785)
    #expect(script.session("KM")?.visit.date.description == "2026-11-23")
  }

  @Test func `what is wrong is told as the field is left, and stays until it is mended`() throws {
    var script = try Script("P KM <enter> 1300 <tab> 900 <tab>")
    #expect(script.form?.field == .begin)
    #expect(script.shows("Error: 1 to 480 minutes are taken."))
    try script.type("<up> <c-u> 60 <tab>")
    #expect(!script.shows("Error"))
  }

  @Test(arguments: [
    ("11/20", "2026-11-20", "Fri 20 Nov 2026"), ("11/20/2026", "2026-11-20", "Fri 20 Nov 2026"),
    ("yesterday", "2026-11-20", "Fri 20 Nov 2026"), ("today", "2026-11-21", "Sat 21 Nov 2026"),
  ])
  func `a day is typed as everywhere`(typed: String, date: String, read: String) throws {
    var script = try Script("n KM <back-tab> <back-tab> <c-u> \(typed)")
    #expect(script.shows(read))
    try script.type("<enter> <enter>")
    #expect(script.session()?.visit.date.description == date)
  }

  @Test func `a day that is none, or to come, is told as the field is left`() throws {
    let date = "n KM <back-tab> <back-tab> <c-u> "
    #expect(try Script(date + "11/31 <tab>").shows("Error: not a day of the calendar;"))
    #expect(try Script(date + "11/23 <tab>").shows("Error: a day to come"))
  }

  @Test func `how long ago it was to begin is told in hours`() throws {
    var script = try Script("P KM <enter> 1030 <enter> <enter> +2h")
    #expect(script.shows("Planned for 10:30, 90 minutes ago"))
    try script.type("+47m")
    #expect(script.shows("Planned for 10:30, 2 h 17 min ago"))
    try script.type("+103m")
    #expect(script.shows("Planned for 10:30, 4 h ago"))
  }
}
