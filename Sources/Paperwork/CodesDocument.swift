package import Billing

/// Codes of the catalogue as `codes --json` prints them.
package struct CodesDocument: Encodable {
  private let date: ServiceDate
  private let codes: [Row]

  package init(_ procedures: [Procedure], on date: ServiceDate) {
    self.date = date
    codes = procedures.map { Row($0, on: date) }
  }

  private struct Row: Encodable {
    var procedure: Procedure
    var isValid: Bool

    init(_ procedure: Procedure, on date: ServiceDate) {
      self.procedure = procedure
      isValid = procedure.isValid(on: date)
    }

    private enum Key: String, CodingKey {
      case code, label, disciplines, timing, minutesPerUnit, addOnTo, attendance, valid, firstDay
      case lastDay, successors, dailyMaximum, note, confidence, source, sourceDate
    }

    private enum MaximumKey: String, CodingKey { case practitioner, outpatient, indicator }

    func encode(to encoder: any Encoder) throws {
      var row = encoder.container(keyedBy: Key.self)
      try row.encode(procedure.code, forKey: .code)
      try row.encode(procedure.label, forKey: .label)
      try row.encode(procedure.disciplines, forKey: .disciplines)
      try row.encode(procedure.timing.name, forKey: .timing)
      try row.encode(procedure.timing.length, forKey: .minutesPerUnit)
      try row.encode(procedure.timing.base, forKey: .addOnTo)
      try row.encode(procedure.attendance.rawValue, forKey: .attendance)
      try row.encode(isValid, forKey: .valid)
      try row.encode(procedure.firstDay, forKey: .firstDay)
      try row.encode(procedure.lastDay, forKey: .lastDay)
      try row.encode(procedure.successors, forKey: .successors)
      try encodeMaximum(in: &row)
      try row.encode(procedure.note, forKey: .note)
      try row.encode(procedure.confidence.rawValue, forKey: .confidence)
      try row.encode(procedure.source.text, forKey: .source)
      try row.encode(procedure.source.date, forKey: .sourceDate)
    }

    private func encodeMaximum(in row: inout KeyedEncodingContainer<Key>) throws {
      guard let most = procedure.dailyMaximum else {
        return try row.encodeNil(forKey: .dailyMaximum)
      }
      var maximum = row.nestedContainer(keyedBy: MaximumKey.self, forKey: .dailyMaximum)
      try maximum.encode(most.practitioner, forKey: .practitioner)
      try maximum.encode(most.outpatient, forKey: .outpatient)
      try maximum.encode(most.indicator, forKey: .indicator)
    }
  }
}

extension Procedure {
  /// Whether it may be billed for a service of that day, as far as its days are known.
  func isValid(on date: ServiceDate) -> Bool {
    (firstDay.map { $0 <= date } ?? true) && (lastDay.map { date <= $0 } ?? true)
  }
}

extension Procedure.Timing {
  /// The timing in one word.
  var name: String {
    switch self {
    case .timed, .addOn: "timed"
    case .untimed: "untimed"
    case .counted: "counted"
    case .depends: "depends"
    }
  }

  /// Minutes of a unit; none where time does not decide.
  var length: Int? {
    switch self {
    case .timed(let length, _), .addOn(_, let length, _): length
    case .untimed, .counted, .depends: nil
    }
  }

  /// The code whose further units it bills.
  var base: ProcedureCode? {
    switch self {
    case .addOn(let base, _, _): base
    case .counted(_, let base): base
    case .timed, .untimed, .depends: nil
    }
  }
}
