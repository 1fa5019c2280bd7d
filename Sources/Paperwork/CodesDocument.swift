package import Billing

extension JSONWriter {
  /// Writes codes of the catalogue as `codes --json` prints them.
  package mutating func codes(_ procedures: [Procedure], on date: ServiceDate) {
    object { json in
      json.member("date", date.description)
      json.member("codes") { json in json.array(procedures) { $0.procedure($1, on: date) } }
    }
  }

  private mutating func procedure(_ procedure: Procedure, on date: ServiceDate) {
    object { json in
      json.member("code", procedure.code.description)
      json.member("label", procedure.label)
      json.member("disciplines", procedure.disciplines.map(\.rawValue))
      json.member("timing", procedure.timing.name)
      json.member("minutesPerUnit", procedure.timing.length)
      json.member("addOnTo", procedure.base?.description)
      json.member("attendance", procedure.attendance.rawValue)
      json.member("valid", procedure.isValid(on: date))
      json.member("firstDay", procedure.firstDay?.description)
      json.member("lastDay", procedure.lastDay?.description)
      json.member("successors", procedure.successors.map(\.description))
      json.member("dailyMaximum") { json in
        procedure.dailyMaximum.map { json.maximum($0) } ?? json.null()
      }
      json.member("note", procedure.note)
      json.member("confidence", procedure.confidence.rawValue)
      json.member("source", procedure.source.text)
      json.member("sourceDate", procedure.source.date.description)
    }
  }

  private mutating func maximum(_ maximum: Procedure.DailyMaximum) {
    object { json in
      json.member("practitioner", maximum.practitioner)
      json.member("outpatient", maximum.outpatient)
      json.member("indicator", maximum.indicator)
    }
  }
}

extension Procedure.Timing {
  /// The timing in one word.
  fileprivate var name: String {
    switch self {
    case .timed, .addOn: "timed"
    case .untimed: "untimed"
    case .counted: "counted"
    case .depends: "depends"
    }
  }

  /// Minutes of a unit; none where time does not decide.
  fileprivate var length: Int? {
    switch self {
    case .timed(let length, _), .addOn(_, let length, _): length
    case .untimed, .counted, .depends: nil
    }
  }
}
