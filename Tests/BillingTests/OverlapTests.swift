import Billing
import Testing

@Suite struct Overlaps {
  /// An interval of whole minutes.
  func interval(
    _ code: ProcedureCode, _ minutes: Range<Int>, by performer: String = "KM"
  ) -> LoggedInterval {
    LoggedInterval(
      code: code, performer: performer, start: Int64(minutes.lowerBound) * 60_000,
      end: Int64(minutes.upperBound) * 60_000, label: "\(minutes.lowerBound)-\(minutes.upperBound)")
  }

  func findings(
    _ mine: [LoggedInterval], elsewhere: [LoggedInterval] = []
  ) -> [Finding] {
    let codes = Set(mine.map(\.code))
    let day = TreatmentDay(
      date: "2026-11-21", services: codes.map { Service($0, therapistMinutes: 15) },
      intervals: mine, elsewhere: elsewhere)
    return Bill(of: day, by: .cms).findings.filter { $0.severity == .stop }
  }

  @Test func `two one-on-one codes of one performer cannot share a minute`() {
    let found = findings([interval("97110", 0..<15), interval("97140", 14..<30)])
    #expect(found.map(\.id) == [.overlap])
    #expect(found.first?.codes == ["97110", "97140"])
    #expect(found.first?.message.contains("97110 0-15") == true)
  }

  @Test func `end to end is no overlap, and neither is an empty interval`() {
    #expect(findings([interval("97110", 0..<15), interval("97140", 15..<30)]) == [])
    #expect(findings([interval("97110", 0..<15), interval("97140", 5..<5)]) == [])
  }

  @Test func `two performers may work at once, on different clients`() {
    var other = interval("97140", 0..<15, by: "AB")
    other.isForAnotherClient = true
    #expect(findings([interval("97110", 0..<15)], elsewhere: [other]) == [])
  }

  @Test func `one client's minutes are billed once, whoever gives them`() {
    let found = findings([interval("97110", 0..<15), interval("97140", 0..<15, by: "AB")])
    #expect(found.map(\.id) == [.overlap])
    #expect(found.first?.message.contains("one client's minutes are billed once") == true)
  }

  @Test func `minutes under two disciplines that are not split stop the claim`() {
    var other = interval("97530", 10..<20, by: "AB")
    other.unsplitDiscipline = .occupationalTherapy
    let found = findings([interval("97110", 0..<15)], elsewhere: [other])
    #expect(found.map(\.id) == [.overlap])
    #expect(found.first?.remedy.contains("with p") == true)
  }

  @Test func `a supervised modality may run beside anything`() {
    #expect(findings([interval("97110", 0..<15), interval("G0283", 0..<15)]) == [])
  }

  @Test func `one code twice at once is an overlap`() {
    #expect(
      findings([interval("97110", 0..<15), interval("97110", 10..<20)]).map(\.id) == [.overlap])
  }

  @Test func `another client's minutes count too, and no client is named`() {
    var other = interval("97110", 10..<20)
    other.isForAnotherClient = true
    let found = findings([interval("97110", 0..<15)], elsewhere: [other])
    #expect(found.map(\.id) == [.overlap])
    #expect(found.first?.message.contains(" for another client ") == true)
  }

  @Test func `the same client's other session is not called another client`() {
    let found = findings([interval("97110", 0..<15)], elsewhere: [interval("97110", 10..<20)])
    #expect(found.first?.message.contains(" in another session ") == true)
  }

  @Test func `what overlaps elsewhere alone is not this day's`() {
    let others = [interval("97110", 20..<35), interval("97112", 20..<35)]
    #expect(findings([interval("97110", 0..<15)], elsewhere: others) == [])
  }

  @Test func `members of one group share their minutes`() {
    #expect(findings([interval("97150", 0..<30)], elsewhere: [interval("97150", 0..<30)]) == [])
    let two = findings([interval("97150", 0..<30)], elsewhere: [interval("92508", 0..<30)])
    #expect(two.map(\.id) == [.overlap])
  }

  @Test func `group minutes are never one-on-one minutes, here or elsewhere`() {
    let here = findings([interval("97150", 0..<30), interval("97110", 20..<40)])
    #expect(Set(here.map(\.id)) == [.groupWithOneOnOne, .overlap])
    let elsewhere = findings([interval("97110", 0..<15)], elsewhere: [interval("97150", 0..<30)])
    #expect(Set(elsewhere.map(\.id)) == [.groupWithOneOnOne, .overlap])
  }

  @Test func `without a log no overlap is found`() {
    let day = TreatmentDay(["97110": 15, "97150": 15])
    #expect(Bill(of: day, by: .cms).findings == [])
  }
}
