extension Review {
  /// `late-entry`: the time or the units of a code were entered after the day of service; it says
  /// when, and by whom.
  ///
  /// The detail names the entries, so that a reason given for some of them does not stand for
  /// others.
  var lateEntries: [Finding] {
    let entries = day.facts?.lateEntries ?? []
    return Set(entries.map(\.code)).sorted().map { code in
      let late = entries.filter { $0.code == code }.sorted { $0.entry < $1.entry }
      var seen: Set<String> = []
      let makers = late.map { "on \($0.made) by \($0.author)" }
        .filter { seen.insert($0).inserted }
      return Finding(
        .lateEntry, .caution, codes: [code],
        message: "\(code): \(quantity(Set(late.map(\.entry)).count, "entry", "entries")) made after"
          + " the day of service, \(list(makers)).",
        remedy: "Dismiss it with the reason (\(.findings)): the note labels it late by itself.",
        source: .lateEntries,
        detail: "entries " + late.map { "\($0.entry)" }.joined(separator: " "))
    }
  }
}
