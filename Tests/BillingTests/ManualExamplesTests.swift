import Billing
import Testing

/// The manual's six examples.
///
/// Source: Pub 100-04 ch. 5 s.20.2 C.
@Suite struct ManualExamples {
  @Test func `24 and 23 minutes are three units, two of the longer`() {
    let bill = Bill(of: TreatmentDay(["97112": 24, "97110": 23]), by: .cms)
    #expect(bill.units == ["97112": 2, "97110": 1])
    #expect(!bill.isTie)
  }

  @Test func `20 and 20 minutes are two of one and one of the other`() {
    let bill = Bill(of: TreatmentDay(["97112": 20, "97110": 20]), by: .cms)
    #expect(bill.choices == [["97110": 2, "97112": 1], ["97110": 1, "97112": 2]])
    #expect(bill.totalUnits == 3)
    #expect(bill.isTie)
  }

  @Test func `33 and 7 minutes: the seven hold the third unit`() {
    let bill = Bill(of: TreatmentDay(["97110": 33, "97140": 7]), by: .cms)
    #expect(bill.units == ["97110": 2, "97140": 1])
  }

  @Test func `18, 13, 10 and 8 minutes: the shortest is documented and not billed`() {
    let day = TreatmentDay(["97110": 18, "97140": 13, "97116": 10, "97035": 8])
    let bill = Bill(of: day, by: .cms)
    #expect(bill.units == ["97110": 1, "97140": 1, "97116": 1, "97035": 0])
    #expect(bill.timedMinutes == 49)
  }

  @Test func `three times 7 minutes are one unit of any of them`() {
    let bill = Bill(of: TreatmentDay(["97112": 7, "97110": 7, "97140": 7]), by: .cms)
    #expect(bill.choiceCount == 3)
    #expect(bill.choices.allSatisfy { $0.values.sorted() == [0, 0, 1] })
    #expect(Set(bill.choices).count == 3)
  }

  @Test func `60 minutes of one code are four units`() {
    #expect(Bill(of: TreatmentDay(["97530": 60]), by: .cms).units == ["97530": 4])
  }
}
