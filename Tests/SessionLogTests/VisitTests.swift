import Billing
import SessionLog
import Testing

@Suite("The visit as a whole")
struct VisitTests {
  private func corrected(
    _ story: Story, _ change: (inout Visit) -> Void
  ) throws -> Entry.Kind {
    var visit = try story.session.visit
    change(&visit)
    return .visitCorrected(visit)
  }

  @Test func `its particulars are what was said last`() throws {
    var story = try Story("97110 +8 97110.")
    try story.record(
      corrected(story) {
        $0.client = "JB"
        $0.discipline = .physicalTherapy
        $0.appointment = Appointment(start: 600, minutes: 45)
      })
    let visit = try story.session.visit
    #expect(visit.client == "JB")
    #expect(visit.discipline == .physicalTherapy)
    #expect(visit.appointment?.end == 645)
    #expect(try story.minutes("97110") == 8)
    try story.say("undo")
    #expect(try story.session.visit.client == "KM")
  }

  @Test func `what was with its clinician is with the right one, from the beginning`() throws {
    var story = try Story("97110 +4 97110. 97110+2 97530 97530/assistant +3 97530.")
    try story.record(
      corrected(story) {
        $0.clinician = "L. Brandt"
        $0.role = .assistant
      })
    try story.say("97112 +1 stop")
    let own = Performer(role: .assistant, name: "L. Brandt")
    #expect(try story.pane("97110").intervals.map(\.performer) == [own])
    #expect(try story.pane("97110").typed.map(\.performer) == [own])
    #expect(try story.pane("97112").performer == own)
    #expect(try story.pane("97530").performer.name == "B. Cole")
  }

  @Test func `the codes that it began with stay`() throws {
    var story = try Story()
    try story.append(
      .opened(
        Visit(
          client: "JB", discipline: .occupationalTherapy, payer: .unnamed(.cms),
          clinician: "A. Reyes", date: "2026-11-21", codes: ["97110", "97530", "97110"])),
      in: [SessionID(rawValue: 2)])
    try story.say("JB:")
    #expect(try story.session.panes.map(\.code) == ["97110", "97530"])
    try story.record(corrected(story) { $0.codes = nil })
    #expect(try story.session.visit.codes?.count == 3)
  }

  @Test func `a planned visit is planned until something is done in it`() throws {
    var story = try Story()
    try story.append(
      .opened(
        Visit(
          client: "JB", discipline: .occupationalTherapy, payer: .unnamed(.cms),
          clinician: "A. Reyes", date: "2026-11-21",
          appointment: Appointment(start: 600, minutes: 30), codes: ["97110"])),
      in: [SessionID(rawValue: 2)])
    try story.say("JB:")
    #expect(try story.session.isPlanned)
    var absent = story
    try absent.say("no-show")
    #expect(try !absent.session.isPlanned)
    #expect(try absent.session.isClosed)
    try story.say("97110 +1")
    #expect(try !story.session.isPlanned)
  }

  @Test(arguments: ["97110", "97110+5", "97110=5", "97110@0-2", "sign", "no-show", "cancelled"])
  func `what did not take place has no time and no signature`(word: String) throws {
    var story = try Story("97110 undo +5 no-show")
    #expect(try story.session.absence == Absence(cause: .noShow, reason: ""))
    let error = #expect(throws: ImpossibleEntry.self) { try story.say(word) }
    #expect(error?.reason == "the visit did not take place: undo that first")
  }

  @Test func `undone it is as any visit`() throws {
    let story = try Story("97110 undo +2 cancelled +1 undo 97110 +3")
    #expect(try story.picture == "97110 ░░░▓▓▓")
    #expect(try story.session.absence == nil)
  }

  @Test(arguments: [
    ("97110 +3", "a clock runs or is paused"), ("97110 +3 pause", "a clock runs or is paused"),
    ("97110 +3 stop", "97110 was given already: the visit took place"),
    ("97110 undo 97110+3", "97110 was given already: the visit took place"),
  ])
  func `a visit with time took place`(words: String, reason: String) throws {
    var story = try Story(words)
    let error = #expect(throws: ImpossibleEntry.self) { try story.say("no-show") }
    #expect(error?.reason == reason)
  }

  @Test func `another client's clock starts beside it`() throws {
    let story = try Story("no-show JB: 97110 +3")
    #expect(try story.picture == "97110 ▓▓▓")
  }

  @Test func `units that were typed are treatment: it is planned no more, and took place`() throws {
    var story = try Story()
    try story.record(corrected(story) { $0.appointment = Appointment(start: 600, minutes: 45) })
    try story.record(.added(code: "97597"))
    #expect(try story.session.isPlanned)
    try story.record(.unitsStated(code: "97597", units: 1))
    #expect(try story.session.isTreated)
    #expect(try !story.session.isPlanned)
    #expect(throws: ImpossibleEntry.self) { try story.say("no-show") }
    try story.say("undo no-show")
    #expect(try story.session.absence != nil)
  }
}

@Suite("After signing")
struct AfterSigningTests {
  @Test func `an addendum adds to what was signed, by author, time and reason`() throws {
    var story = try Story("97110 +20 stop sign +60")
    let before = try story.session
    try story.append(
      .addendum("Walked the stairs."), in: [story.current], because: "left out")
    let session = try story.session
    #expect(session.signature == before.signature)
    #expect(session.panes == before.panes)
    let addendum = try #require(session.addenda.first)
    #expect(addendum.author == "A. Reyes")
    #expect(addendum.text == "Walked the stairs.")
    #expect(addendum.reason == "left out")
    #expect(addendum.moment.wallTime.text == "11:20")
    try story.append(.addendum("And down."), in: [story.current])
    #expect(try story.session.addenda.map(\.text) == ["Walked the stairs.", "And down."])
  }

  @Test func `a therapist stands for what an assistant signed, once`() throws {
    var story = try Story()
    try story.open("JB", by: "B. Cole", as: .assistant)
    try story.say("97110 +20 stop sign")
    try story.record(.coSigned(name: "Lea Brandt"))
    #expect(try story.session.coSignature?.name == "Lea Brandt")
    let error = #expect(throws: ImpossibleEntry.self) {
      try story.record(.coSigned(name: "Noa Frey"))
    }
    #expect(error?.reason == "session 2 is co-signed already")
  }

  @Test func `an assistant who gave time and signed wants one too`() throws {
    var story = try Story("97110 97110/assistant +20 stop")
    var signature = Signature(
      name: "b. cole", bill: bill(try story.day, for: .unnamed(.cms)), text: [], sessions: [],
      madeBy: "tests")
    try story.record(.signed(signature))
    #expect(try story.session.isSignedByAssistant)
    try story.record(.coSigned(name: "Ana Reyes"))

    story = try Story("97110 97110/assistant +20 stop")
    signature.name = "Ana Reyes"
    try story.record(.signed(signature))
    let error = #expect(throws: ImpossibleEntry.self) {
      try story.record(.coSigned(name: "Noa Frey"))
    }
    #expect(error?.reason == "a co-signature stands beside an assistant's, and none signed")
  }

  @Test func `an assistant of the visit co-signs for no other`() throws {
    var story = try Story()
    try story.open("JB", by: "B. Cole", as: .assistant)
    try story.say("97110 +20 stop sign")
    let error = #expect(throws: ImpossibleEntry.self) {
      try story.record(.coSigned(name: "b. cole"))
    }
    #expect(error?.reason == "b. cole is an assistant of the visit: a therapist co-signs")
  }

  @Test func `nobody co-signs for themselves`() throws {
    var story = try Story()
    try story.open("JB", by: "B. Cole", as: .assistant)
    try story.say("97110 +20 stop sign")
    #expect(throws: ImpossibleEntry.self) { try story.record(.coSigned(name: " ana reyes ")) }
  }

  @Test func `neither comes before the signature, and neither is undone`() throws {
    var story = try Story("97110 +20 stop")
    for kind in [Entry.Kind.addendum("More."), .coSigned(name: "Lea Brandt")] {
      #expect(throws: ImpossibleEntry.self) { try story.record(kind) }
    }
    try story.say("sign")
    try story.record(.addendum("More."))
    let addendum = try #require(story.logbook.entries.last?.id)
    #expect(throws: ImpossibleEntry.self) { try story.record(.undone(entry: addendum)) }
    #expect(try story.session.undoable.isEmpty)
  }
}
