extension Review {
  /// `unknown-code`: the catalogue does not have it; near ones are offered.
  var unknownCodes: [Finding] {
    worksheet.items.filter { $0.isGiven && $0.standing == .unknown }.map { item in
      let near = catalog.near(item.code, on: day.date)
      let isSlip = catalog.slips[item.code] != nil
      return Finding(
        .unknownCode, .stop, codes: [item.code],
        message: isSlip
          ? "\(item.code) was never a code." : "\(item.code) is not in the catalogue.",
        remedy: near.isEmpty
          ? "Check the number, or \(Self.takeOut)."
          : "Check the number: \(list(near, "or")) may be meant; or \(Self.takeOut).",
        source: .catalog)
    }
  }
}

extension Review {
  /// The other way out where a code cannot be billed: nothing of it is given any more.
  static let takeOut: Advice = "set its time to 0 (\(.time) 0m)"
}

extension Catalog {
  /// Codes that a wrong number may stand for: what is known to be meant by it, else those valid on
  /// `date` that have two neighbouring characters swapped, else those with one character changed;
  /// at most three, lowest first.
  public func near(_ code: ProcedureCode, on date: ServiceDate) -> [ProcedureCode] {
    if let meant = slips[code] { return [meant] }
    let valid = procedures.filter { $0.isValid(on: date) }.map(\.code)
    let swapped = valid.filter { $0.isSwapped(from: code) }
    return Array(
      (swapped.isEmpty ? valid.filter { $0.differences(from: code).count == 1 } : swapped).prefix(3)
    )
  }
}

extension ProcedureCode {
  /// Where two codes have different characters.
  fileprivate func differences(from other: ProcedureCode) -> [Int] {
    zip(description.utf8, other.description.utf8).enumerated().compactMap { place, pair in
      pair.0 == pair.1 ? nil : place
    }
  }

  fileprivate func isSwapped(from other: ProcedureCode) -> Bool {
    let places = differences(from: other)
    guard places.count == 2, places[1] == places[0] + 1 else { return false }
    let mine = Array(description.utf8)
    let others = Array(other.description.utf8)
    return mine[places[0]] == others[places[1]] && mine[places[1]] == others[places[0]]
  }
}
