/// Where the year's amount stands as the lines of a bill are added to it.
///
/// Source: Pub 100-04 ch. 5 s.10.3.3: on professional claims only the lines at or over the amount
/// carry KX.
struct ThresholdStanding {
  let row: Thresholds.Row
  /// US cents before the first line, and after the last, as far as fees are known.
  let before: Int
  let total: Int
  /// Each line in the claim's order, with its fee for a unit where one is known.
  let lines: [(code: ProcedureCode, units: Int, fee: Int?)]
  /// Where in the lines those at or over the amount stand.
  let reached: [Int]
  /// Codes, of this day and of the year before it, whose fee is not known: the amount may be higher.
  let unpriced: [ProcedureCode]

  /// - Parameter spending: what counts before the first line.
  init(
    of lines: [(code: ProcedureCode, units: Int)], after spending: Spending,
    against row: Thresholds.Row, fee: (ProcedureCode) -> Int?
  ) {
    self.row = row
    before = spending.before
    self.lines = lines.map { ($0.code, $0.units, fee($0.code)) }
    var total = spending.before
    var reached: [Int] = []
    var unpriced = Set(spending.unpriced)
    for (place, line) in self.lines.enumerated() {
      if let fee = line.fee { total += fee * line.units } else { unpriced.insert(line.code) }
      if total >= row.amount { reached.append(place) }
    }
    self.total = total
    self.reached = reached
    self.unpriced = unpriced.sorted()
  }
}

extension ThresholdStanding {
  /// The sum, line by line, and which line reaches the amount.
  var reason: Reason {
    var total = before
    var text = "The year's amount: \(dollars(before)) before this bill"
    for (place, line) in lines.enumerated() {
      guard let fee = line.fee else {
        text += "; \(line.code) has no known fee"
        continue
      }
      total += fee * line.units
      text += "; \(line.code) \(line.units) x \(dollars(fee)) makes it \(dollars(total))"
      if place == reached.first { text += ", at or over \(dollars(row.amount))" }
    }
    text += reached.isEmpty ? "; it stays below \(dollars(row.amount))." : "."
    return Reason([], text + " Lines count in the order of the claim.")
  }
}

extension Review {
  /// Whether a person attests the need of this day's services.
  var isNeedAttested: Bool {
    worksheet.items.contains { $0.service.modifiers.contains { $0.modifier == Modifier.attested } }
  }

  /// None where the payer has no such threshold, or what was spent or the year's amount is not
  /// known.
  func threshold(of lines: [DraftLine]) -> ThresholdStanding? {
    guard payer.terms?.hasThreshold == true, let spending = day.spending,
      let row = tables.thresholds[day.date.year]
    else { return nil }
    return ThresholdStanding(
      of: lines.map { ($0.code, $0.units) }, after: spending, against: row,
      fee: { tables.fees?.amount(of: $0, on: day.date) })
  }

  /// Puts KX where a person attests need: on the lines at or over the amount, and where that is not
  /// known, on the codes it was typed on.
  ///
  /// - Returns: why it stands nowhere, where it was typed and does not.
  func putThresholdModifier(
    on lines: inout [DraftLine], _ standing: ThresholdStanding?
  ) -> [Reason] {
    guard payer.terms?.hasThreshold == true, isNeedAttested else { return [] }
    if let standing, standing.reached.isEmpty, standing.unpriced.isEmpty {
      let text =
        "KX is left off: the year's amount comes to \(dollars(standing.total)) with this bill, below"
        + " \(dollars(standing.row.amount)) (Pub 100-04 ch. 5 s.10.3.3)."
      return [Reason([], text)]
    }
    let attestations = worksheet.items.flatMap(\.service.modifiers)
      .filter { $0.modifier == Modifier.attested }.map(\.reason)
    let why = attestations.first { !$0.isEmpty }.map { ": \($0)" } ?? ""
    for index in lines.indices {
      let reason: String
      if let standing, !standing.reached.isEmpty {
        guard standing.reached.contains(index) else { continue }
        reason =
          "need is attested, and the line is at or over the year's"
          + " \(dollars(standing.row.amount)) (Pub 100-04 ch. 5 s.10.3.3)"
      } else {
        guard stated(on: lines[index].code).contains(where: { $0.modifier == Modifier.attested })
        else { continue }
        reason = "need is attested; whether the year's amount is reached is not known here"
      }
      lines[index].modifiers.append(PlacedModifier(Modifier.attested, .threshold, reason + why))
      lines[index].modifiers = lines[index].modifiers.inOrder
    }
    return []
  }
}
