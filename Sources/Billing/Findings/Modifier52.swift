extension Review {
  /// `modifier-52`: 52 is stated on a timed code; it never comes on the line.
  var reducedTimedCodes: [Finding] {
    worksheet.items.compactMap { item in
      guard item.isTimed,
        item.service.modifiers.contains(where: { $0.modifier == Modifier.reduced })
      else { return nil }
      return Finding(
        .modifier52, .stop, codes: [item.code],
        message: "52 is stated on \(item.code), whose units follow from its minutes.",
        remedy: "Take 52 off: less time is fewer units, or none.", source: .reduced)
    }
  }
}
