import Billing
import Testing

@Suite struct Ties {
  @Test func `more minutes come first`() {
    let bill = Bill(of: TreatmentDay(["97110": 5, "97530": 20, "97140": 2]), by: .cms)
    // 27 minutes are 2 units: a full block of 97530, and one left for the equal remainders of 5.
    #expect(bill.units == ["97110": 0, "97530": 2, "97140": 0])
    #expect(
      bill.choices == [
        ["97110": 0, "97530": 2, "97140": 0], ["97110": 1, "97530": 1, "97140": 0],
      ])
  }

  @Test func `then the one begun first, then the lower code`() {
    var day = TreatmentDay(["97110": 20, "97112": 20])
    #expect(Bill(of: day, by: .cms).units == ["97110": 2, "97112": 1])
    day.services[0].begun = 2000
    day.services[1].begun = 1000
    #expect(Bill(of: day, by: .cms).units == ["97110": 1, "97112": 2])
  }

  @Test func `equal remainders that all win or all lose are no tie`() {
    #expect(!Bill(of: TreatmentDay(["97110": 13, "97112": 13]), by: .cms).isTie)
    #expect(!Bill(of: TreatmentDay(["97110": 18, "97112": 18]), by: .cms).isTie)
  }

  @Test func `the clinician's choice is taken and comes first`() {
    var day = TreatmentDay(["97112": 7, "97110": 7, "97140": 7, "97161": 20])
    day.chosen = ["97140": 1, "97110": 0, "97112": 0, "97161": 1]
    let bill = Bill(of: day, by: .cms)
    #expect(bill.units == day.chosen)
    #expect(bill.choices.first == day.chosen)
    #expect(bill.choices.count == 3)
    #expect(Set(bill.choices).count == 3)
    #expect(bill.lines.map(\.code) == ["97140", "97161"])
  }

  @Test(
    arguments: [
      ["97110": 2, "97112": 0], ["97110": 0, "97112": 0], ["97110": 1, "97112": 1],
      ["97110": 1, "97112": 2, "97140": 1], ["97140": 3], [:],
    ] as [[ProcedureCode: Int]])
  func `a choice that the rule does not allow is ignored`(chosen: [ProcedureCode: Int]) {
    var day = TreatmentDay(["97110": 20, "97112": 20])
    let bill = Bill(of: day, by: .cms)
    day.chosen = chosen
    #expect(Bill(of: day, by: .cms) == bill)
  }

  @Test func `a family takes part in a tie as one service`() {
    var day = TreatmentDay(["97129": 20, "97110": 20])
    #expect(
      Bill(of: day, by: .cms).choices == [
        ["97110": 2, "97129": 1, "97130": 0], ["97110": 1, "97129": 1, "97130": 1],
      ])
    day.chosen = ["97110": 1, "97129": 1, "97130": 1]
    #expect(Bill(of: day, by: .cms).units == day.chosen)
  }

  @Test func `AMA knows no tie`() {
    let bill = Bill(of: TreatmentDay(["97110": 7, "97112": 7]), by: .ama)
    #expect(bill.choices == [["97110": 0, "97112": 0]])
    #expect(!bill.isTie)
  }
}
