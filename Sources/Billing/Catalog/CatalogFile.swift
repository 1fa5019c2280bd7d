extension Catalog {
  public typealias Mistake = TableMistake

  /// The columns of a catalogue file, in order.
  static let columns = [
    "code", "label", "disciplines", "timing", "counting", "length", "base", "attendance",
    "evaluation",
    "practitionerMaximum", "outpatientMaximum", "indicator", "firstDay", "lastDay", "successors",
    "successorConfidence",
    "confidence", "source", "sourceDate", "note",
  ]

  /// Reads a file of tab-separated rows under a line that names the columns; lines that begin with
  /// `#` are comments.
  ///
  /// - Throws: the first ``Mistake``.
  public init(parsing text: String, named file: String) throws(Mistake) {
    var procedures: [Procedure] = []
    var lines: [ProcedureCode: Int] = [:]
    var slips: [ProcedureCode: ProcedureCode] = [:]
    for row in try TableRow.all(of: text, named: file, columns: Self.columns) {
      let code = try row.code()
      if let first = lines.updateValue(row.line, forKey: code) {
        throw row.mistake("code", "\(code) already stands in line \(first)")
      }
      if row["timing"] == "never existed" {
        slips[code] = try row.slip()
      } else {
        procedures.append(try row.procedure())
      }
    }
    self.init(procedures: procedures, slips: slips)
    try checkFamilies(file: file, lines: lines)
  }

  /// An add-on needs a base that is in the file and is valid on the same days, so that a family
  /// stands or falls as one.
  private func checkFamilies(file: String, lines: [ProcedureCode: Int]) throws(Mistake) {
    for procedure in procedures {
      guard let code = procedure.base else { continue }
      let line = lines[procedure.code] ?? 0
      func mistake(_ problem: String) -> Mistake {
        Mistake(file: file, line: line, field: "base", problem: problem)
      }
      guard let base = self[code] else { throw mistake("\(code) is not in the file") }
      guard base.firstDay == procedure.firstDay, base.lastDay == procedure.lastDay else {
        throw mistake("\(code) is valid on other days than its add-on")
      }
      switch (base.timing, procedure.timing) {
      case (.timed(_, let own), .addOn(_, _, let other)) where own == other: break
      case (.counted(let own, .none), .counted(let other, _)) where own == other: break
      default: throw mistake("\(code) is not counted as its add-on is")
      }
    }
  }
}
