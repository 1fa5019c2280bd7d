import Billing
import Foundation
import SessionLog
import Testing

@testable import Paperwork

/// A visit from ten o'clock on, by minutes of the clock.
struct Story {
  private var entries: [Entry] = []
  private static let ten: Int64 = 1_795_273_200_000

  init(client: String = "KM·47", payer: Payer = Payer(name: "Medicare B", rule: .cms)) throws {
    let visit = Visit(
      client: client, discipline: .occupationalTherapy, payer: payer, clinician: "A. Meier, OTR/L",
      date: try #require(ServiceDate("2026-11-21")))
    try at(0, .opened(visit))
  }

  mutating func at(
    _ minutes: Double, _ kind: Entry.Kind, in session: Int64 = 1, because reason: String? = nil
  ) throws {
    try at(minutes, kind, inAll: [session], because: reason)
  }

  /// One entry about several sessions.
  mutating func at(
    _ minutes: Double, _ kind: Entry.Kind, inAll sessions: [Int64], because reason: String? = nil
  ) throws {
    entries.append(
      Entry(
        id: EntryID(rawValue: Int64(entries.count + 1)),
        sessions: sessions.map(SessionID.init(rawValue:)),
        moment: try Self.moment(minutes), author: "A. Meier", kind: kind, reason: reason))
  }

  static func moment(_ minutes: Double) throws -> Moment {
    let elapsed = Int64(minutes * 60_000)
    return Moment(
      wall: ten + elapsed, steady: elapsed, awake: elapsed, boot: "one", utcOffset: -5 * 3600,
      localDay: try #require(ServiceDate("2026-11-\(minutes < 14 * 60 ? 21 : 22)")))
  }

  var logbook: Logbook { get throws { try Logbook(replaying: entries) } }

  /// The log, and the session it began with.
  var first: (logbook: Logbook, session: Session) {
    get throws {
      let logbook = try logbook
      return (logbook, try #require(logbook.sessions[SessionID(rawValue: 1)]))
    }
  }

  func text(at minutes: Double, of number: Int64 = 1, signedBy: String? = nil) throws -> [NoteLine]
  {
    let logbook = try logbook
    let session = try #require(logbook.sessions[SessionID(rawValue: number)])
    return NoteText(
      of: session, in: logbook, at: try Self.moment(minutes), signedBy: signedBy
    ).lines
  }

  func json(at minutes: Double) throws -> [String: Any] {
    let (logbook, session) = try first
    var writer = JSONWriter()
    writer.session(SessionReport(session, in: logbook, at: try Self.moment(minutes)))
    return try #require(
      JSONSerialization.jsonObject(with: Data(writer.bytes)) as? [String: Any])
  }

  /// 97110 for 33 minutes with a pause in it, then 97140 for 7.
  static func exampleOfTheManual() throws -> Story {
    let exercise = try #require(ProcedureCode("97110"))
    let manual = try #require(ProcedureCode("97140"))
    var story = try Story()
    try story.at(0, .added(code: exercise))
    try story.at(0, .added(code: manual))
    try story.at(0, .started(code: exercise))
    try story.at(20, .paused)
    try story.at(20, .pauseReason("rest"))
    try story.at(25, .resumed)
    try story.at(38, .started(code: manual))
    try story.at(45, .stopped(code: manual))
    return story
  }
}
