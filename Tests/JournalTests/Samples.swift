import Foundation
import GRDB
import SessionLog
import Testing

@testable import Billing
@testable import Journal

/// A folder of its own for each test, gone with its suite's value.
final class TemporaryFolder: Sendable {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.path + "/unitclock-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var journal: String { path + "/journal.sqlite" }

  /// What lies in it, name by name.
  func files() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: path).sorted()
  }
}

/// Things to record, made up once.
enum Sample {
  static func code(_ text: String) throws -> ProcedureCode { try #require(ProcedureCode(text)) }
  static func date(_ text: String) throws -> ServiceDate { try #require(ServiceDate(text)) }

  static func moment(minute: Int64 = 0, day: String = "2026-11-21") throws -> Moment {
    Moment(
      wall: 1_795_248_000_000 + minute * 60_000, steady: 5_000 + minute * 60_000,
      awake: 4_000 + minute * 60_000, boot: "b0", utcOffset: -18_000, localDay: try date(day))
  }

  static func opening(of client: String = "KM·47", on day: String = "2026-11-21") throws -> Draft {
    let visit = Visit(
      client: client, discipline: .occupationalTherapy,
      payer: Payer(name: "Medicare B", rule: .cms), clinician: "A. Reyes",
      date: try date(day))
    return Draft(
      sessions: [], moment: try moment(day: day), author: "A. Reyes", kind: .opened(visit))
  }

  /// A visit that says all that can be said of one.
  static func fullVisit() throws -> Visit {
    let evidence = Payer.Evidence(
      text: "t", confidence: .seen, source: "s", date: try date("2026-01-01"))
    let terms = Payer.Terms(
      wantsAssistantModifier: true, paysSpeechAssistants: false, separateService: .specific,
      pairs: .practitioner, limits: .cms, hasThreshold: true,
      notPaid: [Payer.NotPaid(code: try code("97530"), reason: "bundled")], evidence: evidence)
    return Visit(
      client: "KM·47", discipline: .occupationalTherapy,
      payer: Payer(name: "Medicare B", rule: .cms, terms: terms), clinician: "B. Cole",
      date: try date("2026-11-21"), role: .assistant,
      secondaryPayer: Payer(name: "Medigap", rule: .ama))
  }

  static func draft(_ kind: Entry.Kind, _ sessions: Int64..., minute: Int64 = 1) throws -> Draft {
    Draft(
      sessions: sessions.map(SessionID.init(rawValue:)), moment: try moment(minute: minute),
      author: "A. Reyes", kind: kind)
  }

  static func signature() throws -> Signature {
    let exercise = try code("97110")
    let bill = Bill(
      date: try date("2026-11-21"), discipline: .occupationalTherapy, rule: .cms,
      payer: "Medicare B", timedMinutes: 20, treatmentMinutes: 20,
      charges: [Charge(code: exercise, minutes: 20, units: 1)], choices: [[exercise: 1]],
      choiceCount: 1, otherRule: RuleResult(rule: .ama, units: [exercise: 1]),
      lines: [ClaimLine(code: exercise, modifiers: ["GO"], units: 1, minutes: 20)],
      findings: [
        Finding(
          .ruleDifference, .info, codes: [exercise], message: "m", remedy: "r",
          source: Source(text: "s", date: try date("2026-01-01")))
      ], because: [Reason([exercise], "20 minutes: 1 unit")])
    return Signature(
      name: "Ana Reyes", bill: bill, text: ["97110 20 min", "1 unit"],
      sessions: [SessionID(rawValue: 1)], madeBy: "unitclock 1")
  }
}

extension Journal {
  /// Opened as the tests need it, at a fixed time.
  static func open(_ folder: TemporaryFolder) throws(JournalError) -> Journal {
    try open(at: folder.journal, now: 1_795_248_000_000)
  }
}
