// How a row of the catalogue is read.
extension TableRow {
  func code() throws(TableMistake) -> ProcedureCode { try needed("code") }

  /// What is meant by a number that never was a code.
  func slip() throws(TableMistake) -> ProcedureCode {
    guard let meant = try codes("successors").first else {
      throw mistake("successors", "what is meant is missing")
    }
    return meant
  }

  func procedure() throws(TableMistake) -> Procedure {
    Procedure(
      code: try code(), label: try needed("label"), disciplines: try disciplines(),
      timing: try timing(), attendance: try attendance(), isEvaluation: try isEvaluation(),
      dailyMaximum: try dailyMaximum(), firstDay: try optional("firstDay"),
      lastDay: try lastDay(),
      successors: try codes("successors"), successorConfidence: try successorConfidence(),
      note: self["note"] ?? "", confidence: try confidence(), source: try source())
  }
}

extension TableRow {
  private func disciplines() throws(TableMistake) -> [Discipline] {
    var disciplines: [Discipline] = []
    for text in self["disciplines"]?.split(separator: " ") ?? [] {
      guard let discipline = Discipline(rawValue: String(text)) else {
        throw mistake("disciplines", "\(text) is none of PT, OT, SLP")
      }
      disciplines.append(discipline)
    }
    return disciplines
  }

  private func successorConfidence() throws(TableMistake) -> Procedure.Confidence {
    guard self["successorConfidence"] != nil else { return .general }
    guard self["successors"] != nil else {
      throw mistake("successorConfidence", "stands without successors")
    }
    return try confidence(in: "successorConfidence")
  }

  private func timing() throws(TableMistake) -> Procedure.Timing {
    let text: String = try needed("timing")
    switch text {
    case "timed": return .timed(length: try length(), counting: try counting())
    case "add-on":
      return .addOn(to: try needed("base"), length: try length(), counting: try counting())
    case "counted":
      return .counted(by: try needed("counting"), addOnTo: try optional("base"))
    case "untimed", "depends":
      for column in ["counting", "length", "base"] where self[column] != nil {
        throw mistake(column, "says nothing of a code that is \(text)")
      }
      return text == "untimed" ? .untimed : .depends
    default:
      throw mistake(
        "timing", "\(text) is none of timed, add-on, untimed, counted, depends, never existed")
    }
  }

  private func length() throws(TableMistake) -> Int {
    let length: Int = try needed("length")
    guard (1...1440).contains(length) else {
      throw mistake("length", "\(length) is not from 1 to 1440 minutes")
    }
    return length
  }

  private func counting() throws(TableMistake) -> Procedure.Counting {
    let text: String = try needed("counting")
    switch text {
    case "pooled":
      guard try length() == 15 else { throw mistake("length", "the pool is of 15-minute codes") }
      return .pooled
    case "midpoint": return .midpoint
    case "full": return .full
    default: throw mistake("counting", "\(text) is none of pooled, midpoint, full")
    }
  }

  private func attendance() throws(TableMistake) -> Procedure.Attendance {
    let text: String = try needed("attendance")
    guard let attendance = Procedure.Attendance(rawValue: text) else {
      throw mistake("attendance", "\(text) is no attendance")
    }
    return attendance
  }

  private func isEvaluation() throws(TableMistake) -> Bool {
    switch self["evaluation"] {
    case "yes": true
    case nil: false
    case .some(let text): throw mistake("evaluation", "\(text) is neither yes nor -")
    }
  }

  private func dailyMaximum() throws(TableMistake) -> Procedure.DailyMaximum? {
    guard let practitioner: Int = try optional("practitionerMaximum") else {
      for column in ["outpatientMaximum", "indicator"] where self[column] != nil {
        throw mistake(column, "stands without practitionerMaximum")
      }
      return nil
    }
    let indicator: Int = try needed("indicator")
    guard (1...3).contains(indicator) else {
      throw mistake("indicator", "\(indicator) is none of 1, 2, 3")
    }
    return Procedure.DailyMaximum(
      practitioner: practitioner, outpatient: try needed("outpatientMaximum"), indicator: indicator)
  }
}
