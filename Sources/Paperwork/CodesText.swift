package import Billing

/// Codes of the catalogue in aligned columns.
package struct CodesText {
  private let procedures: [Procedure]
  private let date: ServiceDate
  private let catalog: Catalog

  package init(_ procedures: [Procedure], on date: ServiceDate, catalog: Catalog = .builtIn) {
    self.procedures = procedures
    self.date = date
    self.catalog = catalog
  }

  package var lines: [NoteLine] { procedures.flatMap(lines(of:)) }

  private func lines(of procedure: Procedure) -> [NoteLine] {
    let disciplines = procedure.disciplines.map(\.rawValue).joined(separator: " ")
    let columns = [
      "\(procedure.code)", procedure.label.padded(to: 42), procedure.timing.inWords.padded(to: 14),
      disciplines,
    ]
    let line = columns.joined(separator: "  ").withoutTrailingSpaces
    guard let expiry = expiry(of: procedure) else { return [NoteLine(line)] }
    return [NoteLine(line, .quiet), NoteLine("       \(expiry)", .quiet)]
  }

  /// Since or until when a code that is not valid may be billed, and what is billed instead;
  /// nothing for a valid one.
  private func expiry(of procedure: Procedure) -> String? {
    if let first = procedure.firstDay, date < first { return "from \(first)" }
    guard let last = procedure.lastDay, last < date else { return nil }
    let successors = catalog.successors(of: procedure, on: date).map(\.description)
      .joined(separator: ", ")
    return "until \(last)" + (successors.isEmpty ? "" : "; now \(successors)")
  }
}

extension Procedure.Timing {
  /// `15 min a unit`, `untimed`, `by area`.
  package var inWords: String {
    switch self {
    case .timed(let length, _): "\(length) min a unit"
    case .addOn(let base, let length, _): "+\(length) to \(base)"
    case .untimed: "untimed"
    case .counted(let measure, _): "by \(measure)"
    case .depends: "depends"
    }
  }
}
