package import Billing

/// What a payer allows for a unit of each code: `fees.yaml`, which a person may keep.
package enum Fees {
  /// The fees of the file in the folder of settings; none where there is no such file.
  package static func load(userFolder: String?) throws(ConfigurationError) -> FeeSchedule? {
    guard let userFolder, let file = try UserFile(named: "fees.yaml", in: userFolder) else {
      return nil
    }
    return try FeeSchedule(entries: file.entries())
  }
}

extension FeeSchedule {
  /// Reads a list of fees; no code may have two on one day.
  init(entries: [Value]) throws(ConfigurationError) {
    var fees: [Fee] = []
    for row in entries {
      let parts = try row.parts("part of a fee", named: ["code", "allowed", "from", "until"])
      let days = try parts.days()
      let fee = Fee(
        code: try parts.required("code").knownCode(), amount: try parts.required("allowed").cents(),
        firstDay: days.first, lastDay: days.last)
      if let other = fees.first(where: { $0.overlaps(fee) }) {
        throw row.mistake(
          "\(fee.code) already has a fee for some of these days: the one \(other.days).")
      }
      fees.append(fee)
    }
    self.init(fees: fees)
  }
}

extension FeeSchedule.Fee {
  fileprivate func overlaps(_ other: Self) -> Bool {
    code == other.code && firstDay ?? .first <= other.lastDay ?? .last
      && other.firstDay ?? .first <= lastDay ?? .last
  }

  /// Its days in words: `from 2026-01-01 until 2026-12-31`.
  fileprivate var days: String {
    let sides = [firstDay.map { "from \($0)" }, lastDay.map { "until \($0)" }].compactMap(\.self)
    return sides.isEmpty ? "for all days" : sides.joined(separator: " ")
  }
}
