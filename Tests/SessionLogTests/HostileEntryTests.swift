import Billing
import Foundation
import SessionLog
import Testing

/// Whoever can write the file can write any number into it: it is refused with the entry's number,
/// and never counted with.
@Suite("A row that nobody recorded")
struct HostileEntryTests {
  private static let long = String(repeating: "a", count: 501)
  private static let time = WallTime(milliseconds: TestClocks.start, utcOffset: -5 * 3600)
  private static func far(_ milliseconds: Int64) -> WallTime {
    WallTime(milliseconds: milliseconds, utcOffset: 0)
  }

  private static func visit(_ change: (inout Visit) -> Void) -> Visit {
    var visit = Visit(
      client: "KM", discipline: .occupationalTherapy, payer: .unnamed(.cms), clinician: "A. Reyes",
      date: "2026-11-21")
    change(&visit)
    return visit
  }

  private static func planned(_ start: Int, _ minutes: Int) -> Visit {
    visit { $0.appointment = Appointment(start: start, minutes: minutes) }
  }

  private static func gap(_ change: (inout ClockGap) -> Void) -> Entry.Kind {
    var gap = ClockGap(cause: .slept, start: time, end: time, seconds: 60)
    change(&gap)
    return .noticed(gap)
  }

  private static func record(visits: Int? = nil, units: Int? = nil) -> Entry.Kind {
    .clientStated(
      ClientRecord(
        client: "KM", discipline: .occupationalTherapy,
        authorization: Authorization(
          start: "2026-01-01", end: "2026-12-31", visits: visits, units: units)))
  }

  private static func signed(_ change: (inout Signature) -> Void) -> Entry.Kind {
    let payer = Payer.unnamed(.cms)
    let day = TreatmentDay(
      date: "2026-11-21", discipline: .occupationalTherapy,
      services: [Service("97110", therapistMinutes: 20)])
    var signature = Signature(
      name: "Ana Reyes", bill: bill(day, for: payer, using: .builtIn), text: [],
      sessions: [SessionID(rawValue: 1)], madeBy: "tests")
    change(&signature)
    return .signed(signature)
  }

  static let kinds: [(Entry.Kind, String)] = [
    (.opened(planned(.max, 45)), "a day has no minute \(Int.max) for the appointment"),
    (.opened(planned(-1, 45)), "a day has no minute -1 for the appointment"),
    (.opened(planned(1440, 45)), "a day has no minute 1440 for the appointment"),
    (.visitCorrected(planned(.min, 45)), "a day has no minute \(Int.min) for the appointment"),
    (.opened(planned(600, 0)), "0 minutes of the appointment are not from 1 to 1440"),
    (.opened(planned(600, .max)), "\(Int.max) minutes of the appointment are not from 1 to 1440"),
    (.opened(visit { $0.client = long }), "the client is longer than 500 characters"),
    (.opened(visit { $0.clinician = long }), "the clinician is longer than 500 characters"),
    (.pauseReason(long), "the reason of the pause is longer than 500 characters"),
    (gap { $0.start = far(.min) }, "no gap of the clocks is at \(Int64.min) ms"),
    (gap { $0.end = far(.max) }, "no gap of the clocks is at \(Int64.max) ms"),
    (gap { $0.lookedLast = far(.min) }, "no gap of the clocks is at \(Int64.min) ms"),
    (record(visits: .min), "\(Int.min) authorized visits are not from 1 to 9999"),
    (record(visits: 0), "0 authorized visits are not from 1 to 9999"),
    (record(units: 10_000), "10000 authorized units are not from 1 to 9999"),
    (.chosen(units: ["97110": .max]), "\(Int.max) units of 97110 are not from 0 to 999"),
    (signed { $0.name = long }, "the name of who signs is longer than 500 characters"),
    (signed { $0.bill.charges[0].units = .max }, "\(Int.max) units of 97110 are not from 0"),
    (signed { $0.bill.charges[0].minutes = -1 }, "-1 minutes of 97110 are not from 0 to 99999"),
    (signed { $0.bill.charges += $0.bill.charges }, "the bill names 97110 twice"),
    (signed { $0.bill.lines[0].units = 1000 }, "1000 units of 97110 are not from 0 to 999"),
    (signed { $0.bill.choices = [["97110": .min]] }, "\(Int.min) units of 97110 are not from 0"),
    (signed { $0.bill.otherRule.units = ["97110": .max] }, "\(Int.max) units of 97110 are not"),
    (signed { $0.bill.treatmentMinutes = .max }, "\(Int.max) treatment minutes are not from 0"),
    (signed { $0.bill.timedMinutes = .min }, "\(Int.min) timed minutes are not from 0 to 99999"),
  ]

  @Test("is refused by its number and in words", arguments: kinds)
  func isRefused(_ kind: Entry.Kind, reason: String) throws {
    let story = try Story("97110 +20 97110.")
    let last = try #require(story.logbook.entries.last)
    var entry = last
    entry.id = EntryID(rawValue: last.id.rawValue + 1)
    entry.kind = kind
    if case .clientStated = kind { entry.sessions = [] }
    var logbook = story.logbook
    let alone = #expect(throws: ImpossibleEntry.self) { try logbook.append(entry) }
    let among = #expect(throws: ImpossibleEntry.self) {
      try Logbook(replaying: story.logbook.entries + [entry])
    }
    #expect(alone == among)
    #expect(alone?.description.hasPrefix("entry \(entry.id.rawValue) cannot be: \(reason)") == true)
    #expect(logbook.entries == story.logbook.entries)
  }

  @Test func `its numbers and its clocks are those that there are`() throws {
    let opening = try #require(try Story().logbook.entries.first)
    let changes: [(inout Entry) -> Void] = [
      { $0.id = EntryID(rawValue: .max) }, { $0.sessions = [SessionID(rawValue: .max)] },
      { $0.moment.wall = .min }, { $0.moment.steady = .max }, { $0.moment.awake = .max },
      { $0.author = Self.long }, { $0.reason = Self.long },
    ]
    for change in changes {
      var entry = opening
      change(&entry)
      #expect(throws: ImpossibleEntry.self) { try Logbook(replaying: [entry]) }
    }
  }

  @Test func `clocks that leap to and fro end the log before it cannot be counted`() throws {
    var entries = try Story("97110").logbook.entries
    let last = try #require(entries.last)
    for leap in 1...2000 {
      var entry = last
      entry.id = EntryID(rawValue: last.id.rawValue + Int64(leap))
      entry.kind = leap.isMultiple(of: 2) ? .paused : .resumed
      entry.moment.boot = "boot \(leap)"
      entry.moment.wall = leap.isMultiple(of: 2) ? 1 << 53 : -(1 << 53)
      entries.append(entry)
    }
    #expect {
      try Logbook(replaying: entries)
    } throws: { error in
      (error as? ImpossibleEntry)?.reason == "no log is as long as its clocks say"
    }
  }

  // MARK: Any number whatever

  /// Numbers of the stored text, one at a time, become others; what is taken is counted with.
  @Test("is taken or refused, whatever number stands in it", arguments: UInt64(1)...6)
  func neverTraps(seed: UInt64) throws {
    var dice = Dice(seed: seed)
    var story = try Story(rolling: AnyLogTests.everything, length: 30, seed: seed)
    try story.append(Self.record(visits: 12, units: 40), in: [])
    try story.append(.opened(Self.planned(600, 45)), in: [SessionID(rawValue: 99)])
    try? story.say("KM: stop")
    try? story.say("KM: sign")
    let entries = story.logbook.entries
    var refused = 0
    for _ in 0..<60 {
      let place = dice.roll(entries.count)
      guard let changed = try Self.changed(entries[place], with: &dice) else { continue }
      var hostile = entries
      hostile[place] = changed
      do throws(ImpossibleEntry) {
        Self.count(with: try Logbook(replaying: hostile), at: changed.moment)
      } catch {
        refused += 1
      }
    }
    #expect(refused > 0)
  }

  private static let numbers = [
    "9223372036854775807", "-9223372036854775808", "9007199254740992", "-9007199254740992",
    "-2147483648", "2147483647", "-1", "0", "100000",
  ]

  /// The entry with another number in the text of its kind, or in a clock; nothing where that text
  /// is none of an entry.
  private static func changed(_ entry: Entry, with dice: inout Dice) throws -> Entry? {
    var changed = entry
    let number = numbers[dice.roll(numbers.count)]
    let text = String(decoding: try JSONEncoder().encode(entry.kind), as: UTF8.self)
    let places = text.matches(of: /[:,\[](-?\d+)(?=[,}\]])/).map(\.1)
    guard !places.isEmpty else {
      guard let reading = Int64(number) else { return nil }
      if dice.roll(2) == 0 {
        changed.moment.wall = reading
      } else {
        changed.moment.steady = reading
      }
      return changed
    }
    let place = places[dice.roll(places.count)]
    let hostile = text[..<place.startIndex] + number + text[place.endIndex...]
    guard let kind = try? JSONDecoder().decode(Entry.Kind.self, from: Data(hostile.utf8)) else {
      return nil
    }
    changed.kind = kind
    return changed
  }

  /// Everything that is counted with a log's numbers.
  private static func count(with logbook: Logbook, at moment: Moment) {
    let now = logbook.instant(of: moment)
    for session in logbook.sessions.values {
      let bill = bill(
        logbook.treatmentDay(of: session, at: now), for: session.visit.payer, using: .builtIn)
      _ = (bill.totalUnits, session.signature?.bill.totalUnits, session.signature?.bill.units)
      _ = (session.visit.appointment?.end, logbook.spending(before: session, at: now))
      _ = session.gaps.map { $0.gap.start.text + $0.gap.end.text }
      _ = logbook.lastSwitch(in: session, at: moment)
      let visit = PastVisit(
        session: session.id, client: session.visit.client, discipline: session.visit.discipline,
        date: session.visit.date, clinician: "A", standing: .signed,
        units: session.signature?.bill.totalUnits)
      for record in logbook.clients.values {
        _ = dues(of: record, visits: [visit], on: session.visit.date)
      }
    }
  }
}
