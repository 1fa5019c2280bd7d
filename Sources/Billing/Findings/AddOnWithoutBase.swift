extension Review {
  /// `add-on-without-base`: a given add-on whose base the record does not name, or, where units are
  /// counted, names without a unit.
  var addOnsWithoutBase: [Finding] {
    worksheet.items.compactMap { item in
      guard item.isGiven, let base = item.timing?.base else { return nil }
      let message: String
      if worksheet.item(base) == nil {
        message = "\(item.code) is billed only beside \(base), which is not given."
      } else if worksheet.baseWithoutUnit(of: item) != nil {
        message = "\(base) has no unit, so \(item.code) earns none."
      } else {
        return nil
      }
      return Finding(
        .addOnWithoutBase, .stop, codes: [item.code], message: message,
        remedy: "Give the service under \(base); its further units come as \(item.code).",
        source: .addOnEdits)
    }
  }
}
