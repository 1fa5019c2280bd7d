import Billing
import Interface
import SessionLog
import Testing

@Suite("The form of an evaluation")
struct EvaluationTests {
  private static let physical = Script.visit + ": evaluate <enter> "
  private static let occupational =
    "n KM <tab> o <enter> <enter> : evaluate <enter> "

  @Test func `the lowest level that all components support has its code added`() throws {
    var script = try Script(Self.physical + "2 <tab> 4 <tab> u")
    #expect(script.shows("Enter: 97162 moderate complexity"))
    #expect(script.shows("30 min, typical only"))
    #expect(script.shows("Personal factors and comorbidities, 2: moderate"))
    try script.type("<enter>")
    #expect(script.kinds.last == .added(code: "97162"))
    #expect(script.focus == 0)
  }

  @Test func `occupational therapy has five components`() throws {
    let script = try Script(
      Self.occupational + "<right> <right> <right> <tab> 5 <tab> h <tab> p <tab> <left> ")
    #expect(script.shows("Enter: 97167 high complexity"))
    #expect(
      try Script(
        Self.occupational + "b <tab> 5 <tab> h <tab> p <tab> s <enter>"
      ).kinds.last == .added(code: "97165"))
  }

  @Test func `without all components there is no level, and Enter goes to what is open`() throws {
    var script = try Script(Self.physical)
    #expect(script.shows("No level yet: personal factors and comorbidities is still open."))
    try script.type("0 <tab> <tab> s <enter>")
    #expect(script.shows("No level yet: elements examined is still open."))
    #expect(!script.shows("97161"))
    #expect(script.kinds.count == 1)
    // Enter moved to the open one: what is typed goes there.
    try script.type("2")
    #expect(script.shows("Enter: 97161 low complexity"))
  }

  @Test func `a number that cannot be is told`() throws {
    #expect(
      try Script(Self.physical + "0 <tab> 0 <tab> s")
        .shows("Error: 0 elements examined make no evaluation: 1 or more."))
    #expect(
      try Script(Self.physical + "x <tab> 2 <tab> s").shows("Error: Personal factors"))
  }

  @Test func `a code that has its pane gets the focus`() throws {
    let script = try Script(
      Script.visit + "a 97161 <enter> a 97110 <enter> : evaluate <enter> 0 <tab> 1 <tab> s <enter>")
    #expect(script.focus == 0)
    #expect(script.notice == "97161 has its pane already: number 1.")
    #expect(script.session()?.panes.count == 2)
  }

  @Test func `speech-language pathology has no levels, and is told so`() throws {
    let script = try Script("n KM <tab> s <enter> <enter> : evaluate <enter>")
    #expect(script.state.overlay == nil)
    #expect(script.notice.hasPrefix("SLP evaluations have no levels"))
  }
}
