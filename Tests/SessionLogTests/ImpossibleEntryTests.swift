import Billing
import Testing

@testable import SessionLog

@Suite("What cannot have happened")
struct ImpossibleEntryTests {
  /// An entry that cannot follow a story.
  struct Case: CustomTestStringConvertible {
    let before: String
    let kind: Entry.Kind
    let reason: String

    var testDescription: String { reason }

    init(_ before: String, _ kind: Entry.Kind, _ reason: String) {
      self.before = before
      self.kind = kind
      self.reason = reason
    }
  }

  private static let visit = Visit(
    client: "KM", discipline: .occupationalTherapy, payer: .unnamed(.cms), clinician: "A. Reyes",
    date: "2026-11-21")

  private static func corrected(_ change: (inout Visit) -> Void) -> Visit {
    var visit = visit
    change(&visit)
    return visit
  }

  private static func gap(_ seconds: Int64) -> ClockGap {
    ClockGap(cause: .slept, start: time(0), end: time(1), seconds: seconds)
  }

  private static let noPane = "97110 has no pane"
  private static let first = EntryID(rawValue: 1)
  /// What begins the first interval of a story that begins with a code.
  private static let third = EntryID(rawValue: 3)
  private static let long = String(repeating: "a", count: 501)
  private static func assistant(_ name: String) -> Performer {
    Performer(role: .assistant, name: name)
  }

  static let cases = [
    Case("", .opened(visit), "a session opens once"),
    Case("97110", .added(code: "97110"), "97110 has its pane already"),
    Case("", .started(code: "97110"), "97110 has no pane"),
    Case("97110", .started(code: "97110"), "97110 runs already"),
    Case("", .stopped(code: "97110"), "97110 has no pane"),
    Case("97110 97110.", .stopped(code: "97110"), "97110 does not run"),
    Case("97110 pause", .stopped(code: "97110"), "97110 does not run"),
    Case("", .paused, "nothing runs that could pause"),
    Case("97110 pause", .paused, "nothing runs that could pause"),
    Case("97110", .pauseReason("rest"), "there was no pause"),
    Case("97110", .resumed, "nothing is paused"),
    Case("", .secondsTyped(code: "97110", seconds: 60), "97110 has no pane"),
    Case("", .totalStated(code: "97110", seconds: 60), "97110 has no pane"),
    Case("", .unitsStated(code: "97110", units: 1), "97110 has no pane"),
    Case("", .timingStated(code: "97110", isTimed: true), "97110 has no pane"),
    Case("", .startMoved(code: "97110", start: time(1)), "97110 has no pane"),
    Case("97110 undo", .startMoved(code: "97110", start: time(0)), "97110 has no interval"),
    Case(
      "97110 +3", .startMoved(code: "97110", start: time(4)), "97110 would begin after it ended"),
    Case(
      "+9", .intervalStated(code: "97110", start: time(1), end: time(2)), "97110 has no pane"),
    Case(
      "97110", .intervalStated(code: "97110", start: time(2), end: time(2)),
      "the interval of 97110 ends before it begins"),
    Case(
      "97110", .secondsTyped(code: "97110", seconds: 86_401), "a day has no 86401 seconds for 97110"
    ),
    Case(
      "97110", .secondsTyped(code: "97110", seconds: -86_401),
      "a day has no -86401 seconds for 97110"),
    Case(
      "97110", .secondsTyped(code: "97110", seconds: .max),
      "a day has no \(Int64.max) seconds for 97110"),
    Case("97110", .totalStated(code: "97110", seconds: -1), "a day has no -1 seconds for 97110"),
    Case(
      "97110", .totalStated(code: "97110", seconds: .min),
      "a day has no \(Int64.min) seconds for 97110"),
    Case("97597", .unitsStated(code: "97597", units: -1), "-1 units of 97597 are not from 0 to 99"),
    Case(
      "97597", .unitsStated(code: "97597", units: 100), "100 units of 97597 are not from 0 to 99"),
    Case(
      "97110", .startMoved(code: "97110", start: time(-2881)),
      "97110 would be more than a day from 2026-11-21, the date of service"),
    Case(
      "97110", .startMoved(code: "97110", start: WallTime(milliseconds: .min, utcOffset: 0)),
      "97110 would be more than a day from 2026-11-21, the date of service"),
    Case(
      "97110",
      .intervalStated(
        code: "97110", start: WallTime(milliseconds: .min, utcOffset: 0),
        end: WallTime(milliseconds: .max, utcOffset: 0)),
      "an interval of 97110 would be more than a day from 2026-11-21, the date of service"),
    Case(
      "97110 +9", .intervalStated(code: "97110", start: time(-2881), end: time(2)),
      "an interval of 97110 would be more than a day from 2026-11-21, the date of service"),
    Case(
      "97110 +9", .intervalStated(code: "97110", start: time(2), end: time(10)),
      "97110 would end at 10:10, which is still to come"),
    Case(
      "97110 +9", .intervalStated(code: "97110", start: time(-1440), end: time(9)),
      "the interval of 97110 would be longer than 24 hours"),
    Case(
      "", .performerStated(code: "97110", performer: assistant("B. Cole")), "97110 has no pane"),
    Case(
      "97110 97110/assistant",
      .performerStated(code: "97110", performer: assistant(" b. cole ")),
      "97110 is with assistant B. Cole already"),
    Case(
      "97110", .performerStated(code: "97110", performer: assistant(" ")),
      "the performer of 97110 has no name"),
    Case(
      "97110", .performerStated(code: "97110", performer: assistant(long)),
      "the name of the performer is longer than 500 characters"),
    Case(
      "97110 97110/student", .totalStated(code: "97110", seconds: 60),
      "97110 is with student D. Lim, and a total is of billed minutes only"),
    Case(
      "97110 +5", .coTreated(code: "97110", with: .physicalTherapy, seconds: 301),
      "97110 has no 301 seconds to give to PT, but 300"),
    Case(
      "97110 +5 97110~SLP3", .coTreated(code: "97110", with: .physicalTherapy, seconds: 121),
      "97110 has no 121 seconds to give to PT, but 120"),
    Case(
      "97110 +5", .coTreated(code: "97110", with: .occupationalTherapy, seconds: 60),
      "97110 is OT itself: name the other one"),
    Case(
      "97110 +5", .coTreated(code: "97110", with: .physicalTherapy, seconds: -1),
      "a day has no -1 seconds for 97110"),
    Case(
      "", .modifierStated(code: "97110", modifier: StatedModifier("59")), "97110 has no pane"),
    Case(
      "97110", .modifierStated(code: "97110", modifier: StatedModifier("kx")),
      "a modifier is two capital letters or digits, as 59 or KX"),
    Case(
      "97110", .modifierStated(code: "97110", modifier: StatedModifier("59", reason: long)),
      "the reason of 59 is longer than 500 characters"),
    Case(
      "97110 97110#KX", .modifierRemoved(code: "97110", modifier: "59"),
      "97110 has no modifier 59"),
    Case("", .answered(code: "97110", question: "goal", text: "walk"), "97110 has no pane"),
    Case(
      "97110", .answered(code: "97110", question: "goal", text: long),
      "the answer of 97110 is longer than 500 characters"),
    Case(
      "97110", .dismissed(finding: Finding.Fact(id: .pair, codes: ["97110"]), reason: " "),
      "pair is dismissed without a reason"),
    Case(
      "97110", .dismissed(finding: Finding.Fact(id: .pair, codes: ["97110"]), reason: long),
      "the reason for dismissing pair is longer than 500 characters"),
    Case("", .allowedElsewhere(cents: -1), "-1 cents are not from 0 to 100000000"),
    Case("", .allowedElsewhere(cents: 100_000_001), "100000001 cents are not from 0 to 100000000"),
    Case("", .intervalCorrected(code: "97110", interval: first, start: time(0), end: nil), noPane),
    Case(
      "97110 +9", .intervalCorrected(code: "97110", interval: first, start: time(0), end: nil),
      "97110 has no interval that entry 1 began"),
    Case(
      "97110 +9 97110.",
      .intervalCorrected(code: "97110", interval: third, start: time(1), end: nil),
      "97110 10:00-10:09 does not run: its end is needed"),
    Case(
      "97110 +9", .intervalCorrected(code: "97110", interval: third, start: time(10), end: nil),
      "the interval of 97110 ends before it begins"),
    Case(
      "97110 +9", .intervalCorrected(code: "97110", interval: third, start: time(4), end: time(4)),
      "the interval of 97110 ends before it begins"),
    Case(
      "97110 +9", .intervalCorrected(code: "97110", interval: third, start: time(4), end: time(10)),
      "97110 would end at 10:10, which is still to come"),
    Case(
      "97110 +9", .intervalCorrected(code: "97110", interval: third, start: time(-1440), end: nil),
      "the interval of 97110 would be longer than 24 hours"),
    Case(
      "97110 +9",
      .intervalCorrected(
        code: "97110", interval: third, start: WallTime(milliseconds: .min, utcOffset: 0), end: nil),
      "an interval of 97110 would be more than a day from 2026-11-21, the date of service"),
    Case(
      "97110 +3 97110. +3 97110 +3 97110.",
      .intervalCorrected(code: "97110", interval: third, start: time(0), end: time(7)),
      "97110 has 10:06-10:09 already"),
    Case(
      "97110 +9", .intervalSplit(code: "97110", interval: third, time: time(0), rest: nil),
      "10:00 does not lie within 97110 10:00-now"),
    Case(
      "97110 +9", .intervalSplit(code: "97110", interval: third, time: time(9), rest: nil),
      "10:09 does not lie within 97110 10:00-now"),
    Case(
      "97110 +9", .intervalSplit(code: "97110", interval: third, time: time(4), rest: "97530"),
      "97530 has no pane"),
    Case(
      "97110 +9 97530 +3",
      .intervalSplit(code: "97110", interval: third, time: time(4), rest: "97014"),
      "97014 has no pane"),
    Case(
      "97110 +9 97530 97530. 97530@5-8",
      .intervalSplit(code: "97110", interval: third, time: time(4), rest: "97530"),
      "97530 has 10:05-10:08 already"),
    Case(
      "97014 97110 97530 +9",
      .intervalSplit(code: "97014", interval: third, time: time(4), rest: "97110"),
      "97530 runs already"),
    Case(
      "97110 +9", .stretchRemoved(code: "97110", interval: third, start: time(4), end: time(4)),
      "the stretch of 97110 ends before it begins"),
    Case(
      "97110 +9 97110. +5",
      .stretchRemoved(code: "97110", interval: third, start: time(10), end: time(12)),
      "10:10-10:12 does not lie within 97110 10:00-10:09"),
    Case(
      "97110 +9", .switchMoved(entry: EntryID(rawValue: 99), time: time(3)),
      "there is no such switch to move"),
    Case(
      "97110 97110+3", .switchMoved(entry: EntryID(rawValue: 4), time: time(0)),
      "there is no such switch to move"),
    Case(
      "97110 +9 97530",
      .switchMoved(
        entry: EntryID(rawValue: 5), time: WallTime(milliseconds: .max, utcOffset: 0)),
      "the switch would be more than a day from 2026-11-21, the date of service"),
    Case(
      "", .groupStarted(code: "97150", members: []),
      "the members of a group are the first sessions of its entry"),
    Case(
      "", .groupStarted(code: "97150", members: [SessionID(rawValue: 2)]),
      "the members of a group are the first sessions of its entry"),
    Case(
      "", .groupStarted(code: "97110", members: [SessionID(rawValue: 1)]),
      "97110 is not given to a group"),
    Case(
      "97150", .groupStarted(code: "97150", members: [SessionID(rawValue: 1)]),
      "97150 runs already"),
    Case(
      "97150 stop", .groupStopped(code: "97150", members: [SessionID(rawValue: 1)]),
      "97150 does not run"),
    Case("97110", .noticed(gap(-1)), "no gap of the clocks has -1 seconds"),
    Case("97110", .noticed(gap(.max)), "no gap of the clocks has \(Int64.max) seconds"),
    Case(
      "", .visitCorrected(corrected { $0.client = " " }), "the client is missing"),
    Case(
      "", .visitCorrected(corrected { $0.clinician = long }),
      "the clinician is longer than 500 characters"),
    Case(
      "", .visitCorrected(corrected { $0.date = "2026-11-20" }),
      "the date of service stays 2026-11-21: open another visit"),
    Case(
      "97110 +9 97110~PT3", .visitCorrected(corrected { $0.discipline = .physicalTherapy }),
      "97110 gives minutes to PT: take them back"),
    Case(
      "", .notHeld(Absence(cause: .cancelled, reason: " ")),
      "why the visit was cancelled is missing"),
    Case(
      "", .notHeld(Absence(cause: .noShow, reason: long)),
      "why the visit did not take place is longer than 500 characters"),
    Case("", .undone(entry: EntryID(rawValue: 1)), "there is no such entry to undo"),
    Case("", .undone(entry: EntryID(rawValue: 99)), "there is no such entry to undo"),
    Case("97110 undo", .undone(entry: EntryID(rawValue: 3)), "there is no such entry to undo"),
    Case("97110 undo", .undone(entry: EntryID(rawValue: 4)), "there is no such entry to undo"),
    Case("97110", .redone(entry: EntryID(rawValue: 3)), "there is no such entry to redo"),
  ]

  private static func time(_ minute: Int64) -> WallTime {
    WallTime(milliseconds: TestClocks.start + minute * 60_000, utcOffset: -5 * 3600)
  }

  @Test("is refused by number and reason, and leaves the log as it was", arguments: cases)
  func isRefused(_ impossible: Case) throws {
    var story = try Story(impossible.before)
    let before = story.logbook
    let number = EntryID(rawValue: Int64(before.entries.count) + 1)
    #expect(throws: ImpossibleEntry(entry: number, reason: impossible.reason)) {
      try story.record(impossible.kind)
    }
    #expect(story.logbook.entries == before.entries)
    #expect(story.logbook.sessions == before.sessions)
  }

  @Test func `its description names the entry`() {
    let error = ImpossibleEntry(entry: EntryID(rawValue: 7), reason: "97110 runs already")
    #expect(error.description == "entry 7 cannot be: 97110 runs already")
  }

  @Test func `a session begins with its opening`() throws {
    let entry = Entry(
      id: EntryID(rawValue: 1), sessions: [SessionID(rawValue: 1)],
      moment: try TestClocks().moment, author: "A. Reyes", kind: .added(code: "97110"))
    #expect(throws: ImpossibleEntry(entry: entry.id, reason: "a session begins with its opening")) {
      try Logbook(replaying: [entry])
    }
  }

  @Test func `no entry undoes one that comes after it`() throws {
    let story = try Story("97110 +4 97110. undo")
    var entries = story.logbook.entries
    entries.swapAt(entries.count - 2, entries.count - 1)
    #expect(
      throws: ImpossibleEntry(entry: EntryID(rawValue: 5), reason: "there is no such entry to undo")
    ) {
      try Logbook(replaying: entries)
    }
  }

  @Test func `a session is not signed while a clock runs or waits`() throws {
    for words in ["97110 +9", "97110 +9 pause"] {
      var story = try Story(words)
      #expect(throws: ImpossibleEntry.self) { try story.say("sign") }
    }
  }

  @Test(arguments: cases + [Case("", .allStopped, ""), Case("", .chosen(units: [:]), "")])
  func `a signed session takes nothing more`(refused: Case) throws {
    var story = try Story("97110 +20 97110. +1 97530 +8 stop undo redo sign")
    let number = EntryID(rawValue: Int64(story.logbook.entries.count) + 1)
    let error = #expect(throws: ImpossibleEntry.self) { try story.record(refused.kind) }
    // What can be nowhere is refused for that.
    #expect(error?.entry == number)
    #expect(["session 1 is signed", refused.reason].contains(error?.reason))
    #expect(try story.session.undoable.isEmpty)
    #expect(try story.session.redoable.isEmpty)
  }

  @Test func `the greatest numbers that a day may have are taken`() throws {
    var story = try Story("97110 97597")
    try story.record(.secondsTyped(code: "97110", seconds: 86_400))
    try story.record(.secondsTyped(code: "97110", seconds: -86_400))
    try story.record(.totalStated(code: "97110", seconds: 86_400))
    #expect(try story.minutes("97110") == 1440)
    try story.record(.unitsStated(code: "97597", units: 99))
    try story.say("+1440")
    try story.record(
      .intervalStated(code: "97110", start: story.wallTime(0), end: story.wallTime(1440)))
  }

  @Test func `an undo that would change a session signed meanwhile says which`() throws {
    var story = try Story("97110 +10 JB: 97530 +5 KM: sign JB:")
    let start = try #require(try story.session.entries.first { $0.sessions.count == 2 })
    #expect {
      try story.record(.undone(entry: start.id), also: [SessionID(rawValue: 1)])
    } throws: { error in
      (error as? ImpossibleEntry)?.reason == "it would change session 1, which is signed"
    }
  }

  @Test func `a reason is no longer than 500 characters, whatever it is for`() throws {
    var story = try Story("97110 +4")
    #expect(throws: ImpossibleEntry.self) {
      try story.append(.stopped(code: "97110"), in: [story.current], because: Self.long)
    }
    try story.append(
      .stopped(code: "97110"), in: [story.current], because: String(Self.long.dropLast()))
  }

  @Test func `what follows a signature has its length too`() throws {
    var story = try Story("97110 +20 stop sign")
    for text in ["", " \n", String(repeating: "a", count: 4001)] {
      #expect(throws: ImpossibleEntry.self) { try story.record(.addendum(text)) }
    }
    try story.record(.addendum(String(repeating: "a", count: 4000)))
    #expect(throws: ImpossibleEntry.self) { try story.record(.coSigned(name: " ")) }
  }

  @Test func `a draft is tried without being taken`() throws {
    let story = try Story("97110 +4")
    let draft = Draft(
      sessions: [story.current], moment: try story.clocks.moment, author: "A. Reyes",
      kind: .stopped(code: "97110"))
    let trial = try story.logbook.trying(draft)
    #expect(trial.sessions[story.current]?.running == [])
    #expect(trial.entries.last?.id.rawValue == Int64(story.logbook.entries.count) + 1)
    #expect(try story.session.running == ["97110"])
  }
}
