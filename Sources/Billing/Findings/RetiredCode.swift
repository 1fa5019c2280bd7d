extension Review {
  /// `retired-code`: by the date of service, not by today's; the successors are named.
  var retiredCodes: [Finding] {
    worksheet.items.compactMap { item in
      guard item.standing == .retired, let procedure = catalog[item.code],
        let last = procedure.lastDay
      else { return nil }
      return Finding(
        .retiredCode, .stop, codes: [item.code],
        message: "\(item.code) could be billed until \(last); the service was on \(day.date).",
        remedy: procedure.successors.isEmpty
          ? "Nothing took its place: take it out."
          : "Its place was taken by \(list(procedure.successors)).",
        source: procedure.source)
    }
  }
}
