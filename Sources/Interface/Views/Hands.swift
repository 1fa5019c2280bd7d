import Billing
import SessionLog

/// Who gives a code and whose its minutes are: what a pane tells beside its numbers.
struct Hands: Hashable {
  /// Who gives it now, where it is not the visit's clinician.
  var performer: Performer?
  /// Whole minutes of therapist and assistant, where both have a part in it.
  var parts: [Int] = []
  /// Seconds of students and aides, which are in no other number of the pane; none where they have
  /// no part in it.
  var unbilled: Int64?
  /// Whole minutes that are another discipline's.
  var coTreatment: [Discipline: Int] = [:]
  /// How many clients it is given to at once; 0 outside a group.
  var group = 0

  init(of pane: Session.Pane, in visit: Visit, at now: Instant) {
    let role = pane.performer.role
    performer = pane.performer.isSame(as: visit.performer) ? nil : pane.performer
    let therapist = Int(pane.therapistMilliseconds(at: now) / 60_000)
    let assistant = pane.minutes(at: now) - therapist
    // Whoever gives it now has a part from the first second on, so that nothing jumps a minute later.
    if therapist > 0 || role == .therapist, assistant > 0 || role == .assistant {
      parts = [therapist, assistant]
    }
    let unbilled = pane.unbilledSeconds(at: now)
    self.unbilled = unbilled > 0 || !role.isBilled ? unbilled : nil
    coTreatment = pane.coTreatment.mapValues { Int($0 / 60) }
  }

  /// A short word for a pane in one line: the role, and the time that is not billed.
  var inShort: String? {
    guard let performer else { return nil }
    let time = performer.role.isBilled ? nil : unbilled.map(Wording.clock(seconds:))
    return [performer.role.rawValue, time].compactMap(\.self).joined(separator: " ")
  }

  /// All of it in a few words; empty for the ordinary visit.
  var inWords: String {
    let split = Discipline.allCases.compactMap { discipline in
      coTreatment[discipline].map { "\($0) min \(discipline.rawValue)'s" }
    }
    let kept = unbilled.map { ["\(Wording.clock(seconds: $0)) unbilled"] } ?? []
    let group = group > 1 ? ["group of \(group)"] : []
    return ([performer?.description].compactMap(\.self) + group + kept + split)
      .joined(separator: ", ")
  }
}
