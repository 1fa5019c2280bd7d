import Billing
import Foundation
import SessionLog
import Testing

@testable import Paperwork

/// The keys that README.md names, and those of real answers: the same, both ways.
@Suite struct DocumentedKeysTests {
  /// The keys of one place.
  private struct Keys: Equatable {
    /// In every object of the place.
    var always: Set<String>
    /// In some of them: what README calls `(if any)`.
    var ifAny: Set<String> = []

    /// These and those of one object more.
    mutating func merge(_ object: Set<String>) {
      ifAny.formUnion(always.symmetricDifference(object))
      always.formIntersection(object)
    }
  }

  @Test func whatIsDocumentedIsWhatIsAnswered() throws {
    var answered: [String: Keys] = [:]
    for (command, answer) in try Self.answers() {
      Self.gather(
        try JSONSerialization.jsonObject(with: Data(answer.bytes)), at: command, into: &answered)
    }
    let documented = try Self.documented().filter { !Self.isAnsweredByTheProgram($0.key) }
    for place in Set(documented.keys).union(answered.keys).sorted() {
      #expect(documented[place] == answered[place], "\(place)")
    }
  }

  /// Places that only the program itself can fill, from files and tables; its own tests look at them.
  private static func isAnsweredByTheProgram(_ place: String) -> Bool {
    ["themes", "tables"].contains { place.hasPrefix($0) }
  }

  /// The rows of README's table of keys.
  private static func documented() throws -> [String: Keys] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let text = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(
      text.components(separatedBy: "\n## ").first { $0.hasPrefix("JSON\n") })
    var keys: [String: Keys] = [:]
    for row in section.matches(of: /\n\| `([^`]+)` \| ([^|]*) \|/) {
      let names = row.2.matches(of: /`([^`]+)`( \(if any\))?/)
      let always = names.filter { $0.2 == nil }.map { String($0.1) }
      let ifAny = names.filter { $0.2 != nil }.map { String($0.1) }
      #expect(Set(always + ifAny).count == names.count, "\(row.1)")
      #expect(
        keys.updateValue(Keys(always: Set(always), ifAny: Set(ifAny)), forKey: String(row.1))
          == nil,
        "\(row.1)")
    }
    return keys
  }

  /// Takes the keys of every object in an answer, place by place.
  private static func gather(_ value: Any, at place: String, into keys: inout [String: Keys]) {
    if let array = value as? [Any] {
      for element in array { gather(element, at: place + "[]", into: &keys) }
    } else if let object = value as? [String: Any],
      object.isEmpty || !object.keys.allSatisfy({ ProcedureCode($0) != nil })
    {
      keys[place, default: Keys(always: Set(object.keys))].merge(Set(object.keys))
      for (key, value) in object {
        gather(value, at: shared["\(place).\(key)"] ?? "\(place).\(key)", into: &keys)
      }
    }
  }

  /// Places that hold what another does.
  private static let shared = ["show.bill": "units", "sessions[].visit": "show.visit"]

  /// One answer of each command, with something in every list.
  private static func answers() throws -> [(command: String, answer: JSONWriter)] {
    let exercise = try #require(ProcedureCode("97110"))
    var story = try Story.exampleOfTheManual()
    try story.at(46, .secondsTyped(code: exercise, seconds: 60))
    try story.at(46, .coTreated(code: exercise, with: .physicalTherapy, seconds: 60))
    try story.at(46, .modifierStated(code: exercise, modifier: StatedModifier("97")))
    try story.at(46, .answered(code: exercise, question: "purpose", text: "stairs"))
    var visit = try story.first.session.visit
    visit.role = .assistant
    visit.appointment = Appointment(start: 600, minutes: 45)
    try story.at(46, .visitCorrected(visit))
    let time = try Story.moment(46).wallTime
    try story.at(
      46, .noticed(ClockGap(cause: .slept, start: time, end: time.advanced(by: 1000), seconds: 1)))
    let draft = try story.first
    var bill = SessionReport(draft.session, in: draft.logbook, at: try Story.moment(47)).bill
    bill.findings[0].dismissal = "as agreed"
    bill.lines[0].furtherModifiers = ["97"]
    try story.at(
      47,
      .signed(
        Signature(
          name: "A. Meier", bill: bill, text: ["Signed"], sessions: [draft.session.id],
          madeBy: "tests")))
    try story.at(48, .addendum("Seen again."), because: "asked")
    try story.at(49, .coSigned(name: "R. Ortiz"))
    visit.client = "JB"
    try story.at(50, .opened(visit), in: 3)
    try story.at(50, .added(code: exercise), in: 3)
    try story.at(50, .notHeld(Absence(cause: .noShow, reason: "")), in: 3)
    try story.at(50, .opened(draft.session.visit), in: 2)
    try story.at(50, .added(code: exercise), in: 2)
    try story.at(50, .started(code: exercise), in: 2)
    let (logbook, session) = try story.first
    let now = try Story.moment(60)
    let report = SessionReport(session, in: logbook, at: now)
    let absent = try #require(logbook.sessions[SessionID(rawValue: 3)])
    let evaluation = try PhysicalTherapyEvaluation(
      factors: 1, elements: 3, presentation: .evolving
    ).level()
    return [
      ("units", .writing { $0.bill(bill) }),
      ("refusal", .writing { $0.refusal(RefusedLine(id: nil, reason: "no"), line: 1) }),
      ("show", .writing { $0.session(report) }),
      ("show", .writing { $0.session(SessionReport(absent, in: logbook, at: now)) }),
      (
        "why",
        .writing { $0.why(WhyText(of: session, in: logbook, at: now, madeBy: "tests")) }
      ),
      ("sessions", .writing { $0.sessions([report]) }),
      ("status", .writing { $0.status(StatusReport(logbook, at: now)) }),
      ("evaluate", .writing { $0.evaluation(evaluation) }),
      ("payers", .writing { $0.payers(.samples) }),
      (
        "codes",
        .writing {
          $0.codes(Catalog.builtIn.search("97110", on: now.localDay), on: now.localDay)
        }
      ),
    ]
  }
}

extension JSONWriter {
  fileprivate static func writing(_ write: (inout JSONWriter) -> Void) -> JSONWriter {
    var writer = JSONWriter()
    write(&writer)
    return writer
  }
}
