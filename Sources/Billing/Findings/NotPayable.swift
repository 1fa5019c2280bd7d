extension Review {
  /// `not-payable`: the payer does not pay a given code, or not separately; what is billed instead
  /// is named.
  var codesNotPayable: [Finding] {
    guard let terms = payer.terms, !terms.notPaid.isEmpty else { return [] }
    return worksheet.items.compactMap { item in
      guard item.isGiven, let row = terms.notPaid.first(where: { $0.code == item.code }) else {
        return nil
      }
      return Finding(
        .notPayable, .caution, codes: [item.code],
        message: "\(payerName) does not pay \(item.code): \(row.reason).",
        remedy: row.instead.map { Advice("Give it under \($0), which is billed in its place.") }
          ?? "Leave it off the claim; the time stays documented.",
        source: Source(
          text: row.source ?? terms.evidence.source, date: row.date ?? terms.evidence.date))
    }
  }
}
