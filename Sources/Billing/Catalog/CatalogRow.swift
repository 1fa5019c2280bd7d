extension Catalog {
  /// One line of a catalogue file, and how its fields are read.
  struct Row {
    let file: String
    let line: Int
    let fields: [Substring]

    /// Bytes are what is split, not characters: the built-in file is read at every start.
    init(_ text: Substring.UTF8View, file: String, line: Int) throws(Mistake) {
      self.file = file
      self.line = line
      fields = text.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map(Substring.init)
      guard fields.count == columns.count else {
        throw mistake(nil, "\(fields.count) fields, not \(columns.count)")
      }
      for (column, field) in zip(columns, fields) where field.isEmpty {
        throw mistake(column, "is empty; - says that there is nothing")
      }
    }

    /// The field of that column; none where it is `-`.
    subscript(column: String) -> String? {
      columns.firstIndex(of: column).map { fields[$0] }.flatMap { $0 == "-" ? nil : String($0) }
    }

    func mistake(_ field: String?, _ problem: String) -> Mistake {
      Mistake(file: file, line: line, field: field, problem: problem)
    }

    func code() throws(Mistake) -> ProcedureCode { try needed("code") }

    /// What is meant by a number that never was a code.
    func slip() throws(Mistake) -> ProcedureCode {
      guard let meant = try codes("successors").first else {
        throw mistake("successors", "what is meant is missing")
      }
      return meant
    }

    func procedure() throws(Mistake) -> Procedure {
      Procedure(
        code: try code(), label: try needed("label"), disciplines: try disciplines(),
        timing: try timing(), attendance: try attendance(), isEvaluation: try isEvaluation(),
        dailyMaximum: try dailyMaximum(), firstDay: try optional("firstDay"),
        lastDay: try lastDay(),
        successors: try codes("successors"), note: self["note"] ?? "", confidence: try confidence(),
        source: Source(text: try needed("source"), date: try needed("sourceDate")))
    }
  }
}

extension Catalog.Row {
  private func optional<Value: LosslessStringConvertible>(
    _ column: String
  ) throws(Catalog.Mistake) -> Value? {
    guard let text = self[column] else { return nil }
    guard let value = Value(text) else { throw mistake(column, "\(text) cannot be read") }
    return value
  }

  private func needed<Value: LosslessStringConvertible>(
    _ column: String
  ) throws(Catalog.Mistake) -> Value {
    guard let value: Value = try optional(column) else { throw mistake(column, "is missing") }
    return value
  }

  private func codes(_ column: String) throws(Catalog.Mistake) -> [ProcedureCode] {
    var codes: [ProcedureCode] = []
    for text in self[column]?.split(separator: " ") ?? [] {
      guard let code = ProcedureCode(String(text)) else {
        throw mistake(column, "\(text) is no code")
      }
      codes.append(code)
    }
    return codes
  }

  private func disciplines() throws(Catalog.Mistake) -> [Discipline] {
    var disciplines: [Discipline] = []
    for text in self["disciplines"]?.split(separator: " ") ?? [] {
      guard let discipline = Discipline(rawValue: String(text)) else {
        throw mistake("disciplines", "\(text) is none of PT, OT, SLP")
      }
      disciplines.append(discipline)
    }
    return disciplines
  }

  private func timing() throws(Catalog.Mistake) -> Procedure.Timing {
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

  private func length() throws(Catalog.Mistake) -> Int {
    let length: Int = try needed("length")
    guard (1...1440).contains(length) else {
      throw mistake("length", "\(length) is not from 1 to 1440 minutes")
    }
    return length
  }

  private func counting() throws(Catalog.Mistake) -> Procedure.Counting {
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

  private func attendance() throws(Catalog.Mistake) -> Procedure.Attendance {
    let text: String = try needed("attendance")
    guard let attendance = Procedure.Attendance(rawValue: text) else {
      throw mistake("attendance", "\(text) is no attendance")
    }
    return attendance
  }

  private func isEvaluation() throws(Catalog.Mistake) -> Bool {
    switch self["evaluation"] {
    case "yes": true
    case nil: false
    case .some(let text): throw mistake("evaluation", "\(text) is neither yes nor -")
    }
  }

  private func dailyMaximum() throws(Catalog.Mistake) -> Procedure.DailyMaximum? {
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

  private func lastDay() throws(Catalog.Mistake) -> ServiceDate? {
    guard let last: ServiceDate = try optional("lastDay") else { return nil }
    if let first: ServiceDate = try optional("firstDay"), last < first {
      throw mistake("lastDay", "\(last) is before the first day, \(first)")
    }
    return last
  }

  private func confidence() throws(Catalog.Mistake) -> Procedure.Confidence {
    let text: String = try needed("confidence")
    guard let confidence = Procedure.Confidence(rawValue: text) else {
      throw mistake("confidence", "\(text) is none of S, P, K")
    }
    return confidence
  }
}
