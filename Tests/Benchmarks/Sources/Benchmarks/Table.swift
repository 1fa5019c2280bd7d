import Foundation

/// A number as it is printed: what, of which unit, with how many places.
struct Quantity {
  let value: Double
  let unit: String
  let places: Int

  static func milliseconds(_ duration: Duration) -> Quantity {
    Quantity(value: duration.milliseconds, unit: "ms", places: 2)
  }

  static func megabytes(kilobytes: Double) -> Quantity {
    Quantity(value: kilobytes / 1024, unit: "MiB", places: 1)
  }

  static func perSecond(_ value: Double, _ unit: String) -> Quantity {
    Quantity(value: value, unit: "\(unit)/s", places: 0)
  }

  static func perMinute(_ value: Double) -> Quantity {
    Quantity(value: value, unit: "/min", places: 1)
  }

  var text: String { String(format: "%.\(places)f %@", value, unit as NSString) }
}

/// What was measured, beside what it is measured against.
struct Row {
  let what: String
  let ours: Quantity?
  let against: String
  let theirs: Quantity?
  /// The ratio of ours to theirs that is wanted at most.
  var aim: Double? = nil

  var cells: [String] {
    let ratio: Double? =
      if let ours, let theirs, theirs.value > 0 { ours.value / theirs.value } else { nil }
    let verdict: String? = if let ratio, let aim { ratio <= aim ? "met" : "MISSED" } else { nil }
    return [
      what, ours?.text ?? "–", against, theirs?.text ?? "–",
      ratio.map { String(format: "%.2f", $0) } ?? "–",
      aim.map { String(format: "≤ %.2f", $0) } ?? "", verdict ?? "",
    ]
  }
}

/// Rows under their heads, each column as wide as its widest cell; numbers to the right.
func table(of rows: [Row]) -> String {
  let lines = [["", "unitclock", "against", "", "ratio", "aim", ""]] + rows.map(\.cells)
  let numeric: Set = [1, 3, 4, 5]
  let widths = lines[0].indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
  return lines.map { line in
    let cells = zip(line, widths).enumerated().map { column, cell in
      let blanks = String(repeating: " ", count: cell.1 - cell.0.count)
      return numeric.contains(column) ? blanks + cell.0 : cell.0 + blanks
    }
    return cells.joined(separator: "  ").replacing(/\ +$/, with: "")
  }.joined(separator: "\n")
}

extension Array where Element: Comparable {
  /// The middle one, the upper of two; nil when there is none.
  var median: Element? { isEmpty ? nil : sorted()[count / 2] }
}
