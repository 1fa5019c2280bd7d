import Billing
import SessionLog
import Testing

@Suite("Whose hands do the work")
struct PerformerTests {
  private func minutes(_ story: Story, _ code: ProcedureCode = "97110") throws -> [Int] {
    let service = try #require(try story.day.services.first { $0.code == code })
    return [service.therapistMinutes, service.assistantMinutes, service.unbilledMinutes]
  }

  @Test func `handing over a running code ends one interval and begins the next`() throws {
    let story = try Story("97110 +4 97110/assistant +3 97110/therapist +2")
    #expect(try story.picture == "97110 ▓▓▓▓▒▒▒▓▓")
    #expect(try minutes(story) == [6, 3, 0])
    let intervals = try story.pane("97110").intervals
    #expect(intervals.map(\.end) == [intervals[1].start, intervals[2].start, nil])
  }

  @Test func `what stands still is handed over for the next start`() throws {
    let story = try Story("97110 +2 97110. 97110/assistant +3 97110 +2")
    #expect(try story.picture == "97110 ▓▓░░░▒▒")
  }

  @Test func `a pause goes on with whoever has the code then`() throws {
    let story = try Story("97110 +2 pause +1 97110/assistant resume +2")
    #expect(try story.picture == "97110 ▓▓‖▒▒")
  }

  @Test func `undo lets the first performer have gone on`() throws {
    #expect(try Story("97110 +2 97110/assistant +3 undo").picture == "97110 ▓▓▓▓▓")
    #expect(try Story("97110 +2 97110/assistant +3 undo redo").picture == "97110 ▓▓▒▒▒")
  }

  @Test func `a student's minutes stand apart and are never billed`() throws {
    let story = try Story("97110 +4 97110/student +3 stop")
    #expect(try story.picture == "97110 ▓▓▓▓▪▪▪")
    #expect(try minutes(story) == [4, 0, 3])
    #expect(try story.day.treatmentMinutes == 4)
    #expect(try story.day.intervals.map(\.label) == ["10:00-10:04"])
    #expect(try story.pane("97110").unbilledMinutes(at: story.now) == 3)
  }

  @Test func `one code at a time, whoever performs`() throws {
    let story = try Story("97110 +2 97530 97530/assistant +2 97110 +1")
    #expect(try story.picture == "97110 ▓▓░░▓\n97530 ░░▒▒░")
  }

  @Test func `the therapist's share is cut down and the rest is the assistant's`() throws {
    // Ten and a half minutes and half a minute are eleven: ten and one.
    #expect(try minutes(Story("97110 +10 +30s 97110/assistant +30s stop")) == [10, 1, 0])
    #expect(try minutes(Story("97110 +10 +29s 97110/assistant +30s stop")) == [10, 0, 0])
  }

  @Test func `what is taken off one share beyond it, the other bears`() throws {
    #expect(
      try minutes(Story("97110 +3 97110/assistant +9 97110/therapist 97110-5 stop")) == [0, 7, 0])
    #expect(try minutes(Story("97110 +9 97110/assistant +3 97110-5 stop")) == [7, 0, 0])
    #expect(try minutes(Story("97110 +3 97110/assistant +3 97110-9 stop")) == [0, 0, 0])
  }

  @Test func `a stated total corrects the share of whoever has the code`() throws {
    let story = try Story("97110 +6 97110/assistant +3 stop 97110=12")
    #expect(try minutes(story) == [6, 6, 0])
    #expect(try story.pane("97110").typed.map(\.performer.role) == [.assistant])
  }

  @Test func `the clinician may be an assistant`() throws {
    var story = try Story()
    try story.open("JB", by: "B. Cole", as: .assistant)
    try story.say("97110 +5 stop")
    #expect(try minutes(story) == [0, 5, 0])
    #expect(try story.day.intervals.map(\.performer) == ["assistant B. Cole"])
  }
}

@Suite("Performers of two sessions")
struct TwoSessionsTests {
  @Test func `a performer's start stops what that performer has running elsewhere`() throws {
    var story = try Story("97110 +2")
    try story.open("JB", by: " a. reyes")
    try story.say("97530 +2 KM:")
    #expect(try story.picture == "97110 ▓▓░░")
  }

  @Test func `another performer's clock runs on`() throws {
    let story = try Story("97110 97110/assistant +2 JB: 97530 +2 KM:")
    #expect(try story.picture == "97110 ▒▒▒▒")
    #expect(try story.day.elsewhere.map(\.label) == ["10:02-now"])
  }

  /// KM has 97110 by the assistant Cole from minute 0 to 10, then by the therapist until 20.
  @Test func `time is taken by its performer, by the code, and within a client's day by anybody`()
    throws
  {
    var story = try Story("97110 97110/assistant +10 97110/therapist +10 stop +5")
    func reason(
      _ code: ProcedureCode, _ role: Performer.Role, _ minutes: Range<Int64>
    ) throws -> TakenTime.Reason? {
      return try story.logbook.taken(
        from: story.mark(minutes.lowerBound), to: story.mark(minutes.upperBound), for: code,
        by: Performer(role: role, name: role == .assistant ? "b. cole " : "A. Reyes"),
        in: story.session)?.reason
    }
    #expect(try reason("97110", .therapist, 5..<8) == .code)
    #expect(try reason("97530", .therapist, 5..<8) == .client)
    #expect(try reason("97530", .therapist, 12..<15) == .performer)
    #expect(try reason("97014", .therapist, 5..<8) == nil)
    #expect(try reason("97530", .therapist, 20..<25) == nil)
    try story.open("JB", by: "D. Roy")
    #expect(try reason("97530", .therapist, 5..<8) == nil)
    #expect(try reason("97530", .therapist, 8..<12) == .performer)
    #expect(try reason("97530", .assistant, 5..<8) == .performer)
    #expect(try reason("97530", .assistant, 12..<15) == nil)
    #expect(try reason("97014", .assistant, 5..<8) == nil)
  }

  @Test func `who takes over a running code leaves the one before`() throws {
    let story = try Story("97110 97110/assistant +2 JB: 97530 +1 97530/assistant +2 KM:")
    #expect(try story.picture == "97110 ▒▒▒░░")
  }

  @Test func `an assistant is found in two places at once`() throws {
    var story = try Story("97110 97110/assistant +9 stop")
    try story.open("JB", by: "b. cole", as: .assistant)
    try story.say("97530 97530. 97530@3-6 KM:")
    let findings = bill(try story.day, for: .unnamed(.cms)).findings
    #expect(findings.contains { $0.id == .overlap && $0.message.contains("another client") })
  }

  @Test func `two performers cannot both bill one client's minutes`() throws {
    let story = try Story("97110 +9 stop 97530 97530. 97530/assistant 97530@3-6")
    let findings = bill(try story.day, for: .unnamed(.cms)).findings
    #expect(findings.contains { $0.id == .overlap && $0.message.contains("billed once") })
  }
}

@Suite("Two disciplines at once")
struct CoTreatmentTests {
  /// OT treated KM from minute 0 to 20, PT from minute 5 to 15.
  private func story() throws -> Story {
    var story = try Story("+20 97110 97110. 97110@0-20")
    try story.open("KM", .physicalTherapy, by: "F. Ode")
    try story.say("97530 97530. 97530@5-15")
    return story
  }

  private func overlaps(_ story: Story) throws -> [Finding] {
    bill(try story.day, for: .unnamed(.cms)).findings.filter { $0.id == .overlap }
  }

  @Test func `minutes of both that nobody split are found on either side`() throws {
    var story = try story()
    #expect(try overlaps(story).map(\.codes) == [["97110", "97530"]])
    #expect(try overlaps(story).first?.message.contains("PT and OT at the same time") == true)
    try story.say("KM:")
    #expect(try overlaps(story).first?.message.contains("OT and PT at the same time") == true)
  }

  @Test func `a split between the two covers them`() throws {
    var story = try story()
    try story.say("97530~OT4")
    #expect(try overlaps(story).count == 1)
    try story.say("KM: 97110~PT6")
    #expect(try overlaps(story) == [])
    #expect(try story.day.services.map(\.therapistMinutes) == [14])
    #expect(
      try story.day.services.map(\.coTreatment)
        == [[CoTreatment(discipline: .physicalTherapy, minutes: 6)]])
    try story.say("97110~PT0")
    #expect(try overlaps(story).count == 1)
  }

  @Test func `a total is stated of what is left after the split`() throws {
    let story = try Story("97110 +20 stop 97110~PT6 97110=16")
    #expect(try story.minutes("97110") == 16)
  }
}
