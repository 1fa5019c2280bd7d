import Billing
import Paperwork
import SessionLog

extension ClientRecord {
  /// What is said otherwise than in the record before, in a few words each.
  func changes(from before: ClientRecord?) -> [String] {
    var changes: [String] = []
    func compare<Value: Equatable>(
      _ name: String, _ new: Value, _ old: Value?, _ words: (Value) -> String?
    ) {
      if new != old { changes.append("\(name) \(words(new) ?? "none")") }
    }
    let old = before ?? ClientRecord(client: client, discipline: discipline)
    compare("payer", payer, old.payer) { $0 }
    compare("secondary", secondaryPayer, old.secondaryPayer) { $0 }
    compare("diagnoses", diagnoses, old.diagnoses) { $0.isEmpty ? nil : $0.joined(separator: ", ") }
    compare("plan of care", planOfCare, old.planOfCare) { $0.map { "\($0.start) to \($0.end)" } }
    compare("last report", progressReport, old.progressReport) { $0?.description }
    compare("authorization", authorization, old.authorization) { $0?.inWords }
    return changes
  }
}

extension Authorization {
  /// `A-17, 12 visits, 48 units, 2026-10-01 to 2026-12-31`.
  fileprivate var inWords: String {
    let amounts = [visits.map { counted($0, "visit") }, units.map { counted($0, "unit") }]
    let parts = [number.isEmpty ? nil : number] + amounts + ["\(start) to \(end)"]
    return parts.compactMap(\.self).joined(separator: ", ")
  }
}
