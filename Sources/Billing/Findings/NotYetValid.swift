extension Review {
  /// `not-yet-valid`: by the date of service; what was billed at the time is named.
  var codesNotYetValid: [Finding] {
    worksheet.items.compactMap { item in
      guard item.isGiven, item.standing == .notYetValid, let procedure = catalog[item.code],
        let first = procedure.firstDay
      else { return nil }
      let before = catalog.predecessors(of: item.code, on: day.date)
      return Finding(
        .notYetValid, .stop, codes: [item.code],
        message: "\(item.code) can be billed from \(first); the service was on \(day.date).",
        remedy: before.isEmpty
          ? "Check the date and the number, or \(Self.takeOut)."
          : "At that time, as far as we know, \(list(before, "or")) stood in its place: use it, or \(Self.takeOut).",
        source: procedure.source)
    }
  }
}

extension Catalog {
  /// What was billed on `date` in the place of a later code: those whose successors lead to it, the
  /// nearest first to be valid.
  func predecessors(of code: ProcedureCode, on date: ServiceDate) -> [ProcedureCode] {
    var later: Set = [code]
    var found: [Procedure] = []
    repeat {
      found = procedures.filter {
        !later.contains($0.code) && !later.isDisjoint(with: $0.successors)
      }
      let valid = found.filter { $0.isValid(on: date) }
      guard valid.isEmpty else { return valid.map(\.code) }
      later.formUnion(found.map(\.code))
    } while !found.isEmpty
    return []
  }
}
