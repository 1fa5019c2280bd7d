import Billing
import Journal
import Paperwork
import SessionLog

// Tables in aligned columns of 80 in all.
extension TablesReport {
  var lines: [NoteLine] {
    var lines = [NoteLine(Row.heads, .heading)]
    lines += rows.flatMap(\.lines)
    if let mixture {
      lines.append(NoteLine())
      lines.add(mixture, after: "", .finding(.caution))
    }
    lines += [NoteLine(), NoteLine("Beside them, brought by the program:", .heading)]
    lines.append(NoteLine("  codes       \(codes)"))
    lines.append(NoteLine("  thresholds  \(thresholds)"))
    if rows.contains(where: { $0.isOlder && !$0.inForce.isEmpty }) {
      lines += [
        NoteLine(),
        NoteLine("older: of a quarter before today's. CMS changes its tables every quarter;"),
        NoteLine("`unitclock import` takes a newer one into use."),
      ]
    }
    return lines
  }

  /// How many codes there are, and the days of their sources.
  private var codes: String {
    let days = tables.catalog.procedures.map(\.source.date)
    let range = [days.min(), days.max()].compactMap { $0?.description }.joined(separator: " to ")
    return "\(tables.catalog.procedures.count), of sources of \(range)"
  }

  private var thresholds: String {
    let rows = tables.thresholds.rows.sorted { $0.year < $1.year }
    guard let first = rows.first, let last = rows.last else { return "none is known" }
    let read = rows.map(\.source.date).max() ?? last.source.date
    return "\(first.year) to \(last.year), of sources up to \(read)"
  }
}

extension TablesReport.Row {
  static let heads = columns(
    "Sort", "Kind", "True on", "Rows kept of read", "In force for payers on")

  var lines: [NoteLine] {
    let read = imported.map { " of \($0.description.rowsRead)" } ?? ""
    let forWhom = inForce.isEmpty ? "none: set aside" : inForce.joined(separator: ", ")
    let line = Self.columns(
      sort.rawValue, kind?.rawValue ?? "all", date.description, "\(rowsKept)\(read)",
      forWhom + (isOlder ? " (older)" : ""))
    return [NoteLine(line)] + origin.map { NoteLine($0.visible, .quiet) }
  }

  /// Whom a table that was just imported decides for.
  var standing: [NoteLine] {
    let whom = sort == .addOns ? "all payers" : "payers on \(inForce.joined(separator: " or "))"
    return [NoteLine("  in force for \(whom)")]
      + (isOlder ? [NoteLine("  It is of a quarter before today's.")] : [])
  }

  /// Where it is from, in lines of at most 80 columns.
  private var origin: [String] {
    guard let imported else { return ["       built in: \(name)"] }
    let description = imported.description
    let when = "imported \(imported.imported.dayAndTime)"
    return description.files.map { "       \($0.padded(to: min($0.count, 70)))" }
      + ["       \(when); \(description.dateInWords), \(description.dateBasis.words)"]
  }

  private static func columns(
    _ sort: String, _ kind: String, _ date: String, _ rows: String, _ forWhom: String
  ) -> String {
    [
      sort.padded(to: 5), kind.padded(to: 12), date.padded(to: 10), rows.padded(to: 17), forWhom,
    ].joined(separator: "  ")
  }
}

extension WallTime {
  /// `2026-11-21 10:05`.
  fileprivate var dayAndTime: String { "\(iso8601.prefix { $0 != "T" }) \(text)" }
}
