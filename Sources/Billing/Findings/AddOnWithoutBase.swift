extension Review {
  /// `add-on-without-base`: an add-on with minutes or typed units whose base the record does not
  /// name.
  var addOnsWithoutBase: [Finding] {
    worksheet.items.compactMap { item in
      guard let base = item.timing?.base, worksheet.item(base) == nil,
        item.minutes > 0 || item.service.typedUnits ?? 0 > 0
      else { return nil }
      return Finding(
        .addOnWithoutBase, .stop, codes: [item.code],
        message: "\(item.code) is billed only beside \(base), which is not given.",
        remedy: "Give the service under \(base); its further units come as \(item.code).",
        source: .addOnEdits)
    }
  }
}
