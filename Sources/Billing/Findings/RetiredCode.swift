extension Review {
  /// `retired-code`: by the date of service, not by today's; the successors are named.
  var retiredCodes: [Finding] {
    worksheet.items.compactMap { item in
      guard item.isGiven, item.standing == .retired, let procedure = catalog[item.code],
        let last = procedure.lastDay
      else { return nil }
      return Finding(
        .retiredCode, .stop, codes: [item.code],
        message: "\(item.code) could be billed until \(last); the service was on \(day.date).",
        remedy: procedure.successors.isEmpty
          ? "\(successorText(of: procedure)): \(Self.takeOut)."
          : "\(successorText(of: procedure)): use what fits, or \(Self.takeOut).",
        source: procedure.source)
    }
  }

  /// What took its place; a row that was read whole may say that nothing did.
  private func successorText(of procedure: Procedure) -> String {
    guard !procedure.successors.isEmpty else {
      return procedure.confidence == .seen
        ? "Nothing took its place" : "We know of nothing in its place"
    }
    let sure = procedure.successorConfidence == .seen ? "" : ", as far as we know,"
    let taken = "Its place was taken\(sure) by \(list(procedure.successors))"
    let now = catalog.successors(of: procedure, on: day.date)
    return now == procedure.successors ? taken : "\(taken), now \(list(now))"
  }
}

extension Catalog {
  /// What is billed on `date` in the place of a procedure that ended: its successors, and where one
  /// has ended too, what followed that.
  ///
  /// One that the catalogue does not have is taken to be valid.
  public func successors(of procedure: Procedure, on date: ServiceDate) -> [ProcedureCode] {
    var seen: Set = [procedure.code]
    var found: [ProcedureCode] = []
    var open = procedure.successors[...]
    while let code = open.popFirst() {
      guard seen.insert(code).inserted else { continue }
      if let later = self[code], let last = later.lastDay, last < date {
        open = later.successors + open
      } else {
        found.append(code)
      }
    }
    return found
  }
}
