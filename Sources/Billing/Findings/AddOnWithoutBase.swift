extension Review {
  /// `add-on-without-base`: a given add-on none of whose primary codes the record gives; of a
  /// family, whose base it does not name, or, where units are counted, names without a unit.
  var addOnsWithoutBase: [Finding] {
    worksheet.items.compactMap { item in
      guard item.isGiven, !item.primaries.isEmpty else { return nil }
      let message: String
      let unearned = item.primariesWithoutUnit(in: worksheet)
      if !unearned.isEmpty {
        message =
          "\(list(unearned)) \(unearned.count == 1 ? "has" : "have") no unit, so \(item.code)"
          + " earns none."
      } else if let base = worksheet.baseWithoutUnit(of: item) {
        message = "\(base) has no unit, so \(item.code) earns none."
      } else if item.isMissingPrimary(in: worksheet) {
        message =
          "\(item.code) is billed only beside \(list(item.primaries, "or")), which is not given."
      } else {
        return nil
      }
      return Finding(
        .addOnWithoutBase, .stop, codes: [item.code], message: message,
        remedy: remedy(for: item),
        source: item.timing?.base == nil
          ? tables.addOns?.source.citation ?? .addOnEdits : .addOnEdits)
    }
  }

  private func remedy(for item: Worksheet.Item) -> Advice {
    guard let base = item.timing?.base else {
      return "Give one of those codes, or of \(item.code) \(Self.takeOut)."
    }
    return "Give the service under \(base); its further units come as \(item.code)."
  }
}

extension Worksheet.Item {
  /// The primaries of an imported add-on that are given and can be billed, where none of them has a
  /// unit.
  fileprivate func primariesWithoutUnit(in worksheet: Worksheet) -> [ProcedureCode] {
    guard timing?.base == nil, standing == .withoutBase else { return [] }
    return primaries.filter {
      guard let primary = worksheet.item($0) else { return false }
      return primary.isGiven && primary.standing == .billable
    }
  }

  /// Whether the record names none of its primary codes; one that cannot be billed is a finding of
  /// its own.
  fileprivate func isMissingPrimary(in worksheet: Worksheet) -> Bool {
    guard timing?.base == nil else { return primaries.allSatisfy { worksheet.item($0) == nil } }
    return standing == .withoutBase
  }
}
