package import Billing

/// Codes of the catalogue in aligned columns.
package struct CodesText {
  private let procedures: [Procedure]
  private let date: ServiceDate

  package init(_ procedures: [Procedure], on date: ServiceDate) {
    self.procedures = procedures
    self.date = date
  }

  package var lines: [NoteLine] {
    procedures.map { procedure in
      let columns = [
        "\(procedure.code)", procedure.label.padded(to: 40),
        procedure.timing.inWords.padded(to: 16),
        remark(procedure),
      ]
      let kind: NoteLine.Kind = procedure.isValid(on: date) ? .body : .quiet
      return NoteLine(columns.joined(separator: "  ").withoutTrailingSpaces, kind)
    }
  }

  /// Who bills it; for a code that is not valid, since or until when, and what is billed instead.
  private func remark(_ procedure: Procedure) -> String {
    if let first = procedure.firstDay, date < first { return "from \(first)" }
    if let last = procedure.lastDay, last < date {
      let successors = procedure.successors.map(\.description).joined(separator: " ")
      return "until \(last)" + (successors.isEmpty ? "" : ", now \(successors)")
    }
    return procedure.disciplines.map(\.rawValue).joined(separator: " ")
  }
}

extension Procedure.Timing {
  /// `15 min a unit`, `untimed`, `by area`.
  fileprivate var inWords: String {
    switch self {
    case .timed(let length, _): "\(length) min a unit"
    case .addOn(let base, let length, _): "+\(length) to \(base)"
    case .untimed: "untimed"
    case .counted(let measure, _): "by \(measure)"
    case .depends: "depends"
    }
  }
}
