import Billing
import SessionLog
import Testing

@Suite("What a day's bill is made of")
struct TreatmentTests {
  @Test func `treatment minutes are the timed ones and the untimed ones outside them`() throws {
    // 97014 is untimed: five of its ten minutes lie beside 97110, five outside.
    let story = try Story("97014 +5 97110 +5 97014. +3 stop")
    #expect(try story.day.treatmentMinutes == 13)
  }

  @Test func `two untimed services at once count once`() throws {
    #expect(try Story("97014 +2 97010 +3 97014. +2 stop").day.treatmentMinutes == 7)
  }

  @Test func `the untimed rest is cut once, not service by service`() throws {
    let story = try Story("97014 +90s 97014. +1 97010 +90s 97010.")
    #expect(try story.day.treatmentMinutes == 3)
  }

  @Test func `a hole in the middle of an untimed service is the timed one's`() throws {
    #expect(try Story("97014 +3 97110 +4 97110. +3 stop").day.treatmentMinutes == 10)
  }

  @Test func `typed minutes are added to either`() throws {
    #expect(try Story("97014 +3 97014. 97014+4 97110 97110+8 stop").day.treatmentMinutes == 15)
  }

  @Test func `a code whose timing depends counts as it was stated last`() throws {
    // Both kinds beside 97014: as a timed code it covers the modality, as an untimed one too,
    // but its own seconds are cut apart from the modality's only when it is timed.
    var story = try Story("97039 +90s 97039. 97014 +90s 97014.")
    #expect(try story.day.treatmentMinutes == 3)
    try story.record(.timingStated(code: "97039", isTimed: true))
    #expect(try story.day.treatmentMinutes == 2)
    try story.record(.timingStated(code: "97039", isTimed: false))
    #expect(try story.day.treatmentMinutes == 3)
  }

  @Test func `the statement that counts is the day's last, in the bill and in the minutes`() throws
  {
    var story = try Story("97039 +90s 97039.")
    try story.record(.timingStated(code: "97039", isTimed: true))
    try story.open("KM")
    try story.say("97039 97014 +90s stop")
    try story.record(.timingStated(code: "97039", isTimed: false))
    #expect(try story.day.services.first { $0.code == "97039" }?.isTimed == false)
    #expect(try story.day.treatmentMinutes == 3)
  }

  @Test func `two visits of ten minutes on one day make one treatment day of twenty`() throws {
    var story = try Story("97110 +10 stop sign +60")
    try story.open("KM")
    try story.say("97110 +10 stop")
    #expect(try story.day.services.map(\.therapistMinutes) == [20])
    #expect(try story.day.treatmentMinutes == 20)
    #expect(try story.day.intervals.map(\.label) == ["10:00-10:10", "11:10-11:20"])
    #expect(story.logbook.ownPart(of: try story.session, at: try story.now) == ["97110": 10])
  }

  @Test func `a service beside another counts once in the minutes of the visit`() throws {
    // Electrical stimulation, unattended, under twenty minutes of exercise and five beyond.
    let story = try Story("97110 97014 +20 97110. +5 97014.")
    let session = try story.session
    #expect(story.logbook.treatmentMinutes(of: session, at: try story.now) == 25)
    #expect(story.logbook.clockedMinutes(of: [session], at: try story.now) == 25)
  }

  @Test func `two visits of half minutes are cut together`() throws {
    var story = try Story("97110 +7 +30s stop")
    try story.open("KM")
    try story.say("97110 +7 +30s stop")
    #expect(try story.day.services.map(\.therapistMinutes) == [15])
  }

  @Test(arguments: [" km ", "Km", "KM\t"])
  func `one client is one client however the initials are typed`(client: String) throws {
    var story = try Story()
    try story.open(client)
    #expect(story.logbook.day(of: try story.session).map(\.id.rawValue) == [1, 2])
    #expect(try story.session.visit.clientKey == "km")
  }

  @Test func `another client, discipline or day is another bill`() throws {
    var story = try Story("97110 +10 stop")
    try story.open("K M")
    #expect(story.logbook.day(of: try story.session).count == 1)
    try story.open("KM", .physicalTherapy)
    #expect(story.logbook.day(of: try story.session).count == 1)
    try story.open("KM", on: "2026-11-20")
    #expect(story.logbook.day(of: try story.session).count == 1)
  }

  @Test func `what the performer did for others stands beside the day`() throws {
    let story = try Story("97110 +5 JB: 97530 +3")
    #expect(try story.day.intervals.map(\.label) == ["10:05-now"])
    #expect(try story.day.elsewhere.map(\.label) == ["10:00-10:05"])
    #expect(try story.day.elsewhere.map(\.isForAnotherClient) == [true])
  }

  @Test func `the same client under another discipline is no other client`() throws {
    var story = try Story("97110 +5 stop")
    try story.open("km", .physicalTherapy)
    #expect(try story.day.elsewhere.map(\.isForAnotherClient) == [false])
  }

  @Test func `a service begins with its first interval, whichever was stated last`() throws {
    let story = try Story("+9 97110 +2 97110. 97110@1-3")
    let begun = try #require(try story.day.services.first?.begun)
    #expect(begun - TestClocks.start == 60_000)
  }

  @Test func `the choice of the latest entry counts, in whichever session it was made`() throws {
    var story = try Story("97110 +20 97530 +20 stop")
    try story.open("KM")
    try story.record(.chosen(units: ["97110": 2, "97530": 1]))
    try story.say("KM:")
    try story.record(.chosen(units: ["97110": 1, "97530": 2]))
    #expect(try story.day.chosen == ["97110": 1, "97530": 2])
    try story.say("undo")
    #expect(try story.day.chosen == ["97110": 2, "97530": 1])
  }

  @Test func `a signature corrects the last one of its day, whichever session was opened first`()
    throws
  {
    var story = try Story("97110 +20 stop")
    func corrected() throws -> Int64? {
      story.logbook.corrects(try story.session)?.id.rawValue
    }
    #expect(try corrected() == nil)
    try story.open("KM")
    #expect(try corrected() == nil)
    try story.say("97110 +10 stop sign")
    #expect(try corrected() == nil)
    try story.say("KM:")
    #expect(try corrected() == 2)
    try story.say("sign")
    #expect(try corrected() == 2)
    try story.open("KM")
    #expect(try corrected() == 1)
    try story.open("KM", .physicalTherapy)
    #expect(try corrected() == nil)
  }

  @Test func `units typed in two visits of a day are added`() throws {
    var story = try Story("97597")
    try story.record(.unitsStated(code: "97597", units: 1))
    try story.open("KM")
    try story.say("97597")
    #expect(try story.day.services.map(\.typedUnits) == [1])
    try story.record(.unitsStated(code: "97597", units: 2))
    #expect(try story.day.services.map(\.typedUnits) == [3])
  }
}
