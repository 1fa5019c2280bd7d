import Testing

@testable import Billing

@Suite struct Values {
  @Test(arguments: ["2026-11-21", "2024-02-29", "2000-02-29", "1900-01-01", "9999-12-31"])
  func `a day reads as it is written`(text: String) {
    #expect(ServiceDate(text)?.description == text)
  }

  @Test(arguments: [
    "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-10", "2026-04-31", "26-04-01", "2026-4-1",
    "2026-04-01 ", "+026-04-01", "", "1899-12-31", "2026/04/01",
  ])
  func `what the calendar has not is no day`(text: String) {
    #expect(ServiceDate(text) == nil)
  }

  @Test func `days follow each other`() {
    #expect(("2019-12-31" as ServiceDate) < "2020-01-01")
  }

  @Test(arguments: ["97110", "G0283", "0019T"])
  func `a code reads as it is written, and small letters as capitals`(text: String) {
    #expect(ProcedureCode(text)?.description == text)
    #expect(ProcedureCode(text.lowercased())?.description == text)
  }

  @Test(arguments: ["9711", "971100", "97 10", "97é10", "", "９７１１０", "ß1234"])
  func `anything else is no code`(text: String) { #expect(ProcedureCode(text) == nil) }

  @Test func `the days in our own words are in the calendar`() {
    let sources: [Source] = [
      .totalTime, .midpoint, .bothRules, .oneThingAtATime, .groupCode, .addOnEdits, .assistants,
      .catalog, .planOfCare, .threshold, .evaluations, .disciplines, .reduced,
      .ownClocks, .lateEntries, .presence,
    ]
    for source in sources {
      #expect(ServiceDate(source.date.description) == source.date)
    }
  }
}
