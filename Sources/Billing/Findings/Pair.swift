extension Review {
  /// `pair` and `pair-never`: two given codes that a table row forbids to stand together.
  var codePairs: [Finding] { pairs.pairs.map(finding) }

  private func finding(_ pair: GivenPair) -> Finding {
    let (first, second) = (pair.edit.column1, pair.edit.column2)
    guard pair.edit.indicator == .withModifier else {
      return Finding(
        .pairNever, .stop, codes: [first, second],
        message: "\(second) (column 2) is never paid beside \(first) (column 1)."
          + pair.remarks(on: day, for: payer),
        remedy: "Only one of the two can be billed: of the other, \(Self.takeOut)."
          + otherAllocation(without: second),
        source: pair.source)
    }
    let modifiers = pairs.separateServiceModifiers(of: second)
    let put = modifiers.put.filter { $0.isReason(beside: first) }
    var message = "\(second) (column 2) is paid beside \(first) (column 1) only with a modifier."
    message += " " + pair.evidence.words
    for put in modifiers.put {
      message +=
        put.isReason(beside: first)
        ? " \(second) carries \(put.modifier): \"\(put.reason)\"."
        : " The reason for \(put.modifier) was given for \(list(put.beside ?? []))."
    }
    for left in modifiers.left {
      message += " \(left.modifier.modifier) is left off: \(left.why)."
    }
    var finding = Finding(
      .pair, put.isEmpty ? .caution : .info, codes: [first, second],
      message: message + pair.remarks(on: day, for: payer),
      remedy: remedy(of: pair, carrying: put), source: pair.source,
      detail: pair.evidence.standing.rawValue)
    if put.isEmpty { finding.offer = pairs.offer(for: pair) }
    return finding
  }

  /// That a tie gives its unit to a code that is never paid beside another, and need not.
  private func otherAllocation(without code: ProcedureCode) -> Advice {
    guard
      let winner = count.tie?.winners.first(where: { count.earners[$0].codes.contains(code) }),
      count.units[winner] == 1
    else { return "" }
    return " Another equal allocation (\(.choose)) gives \(code) no unit."
  }

  private func remedy(of pair: GivenPair, carrying put: [StatedModifier]) -> Advice {
    let second = pair.edit.column2
    if let modifier = put.first?.modifier {
      return "None is needed: the line of \(second) carries \(modifier)."
    }
    switch pair.evidence.standing {
    case .separate where pair.isRunning:
      return "If \(second) is a service of its own, a modifier on it can say so once its clock has"
        + " stopped."
    case .separate:
      let modifier = pairs.offer(for: pair)?.modifier ?? "a modifier"
      return "If it was a service of its own, put \(modifier) on \(second) (\(.modifiers)) and say"
        + " why."
    case .overlapping:
      return "Overlapping intervals can never earn a modifier: correct the times (\(.time)) if they"
        + " are wrong; else \(second) is not paid."
    case .unknown:
      return "A modifier needs clock times that were apart: if they were, state them"
        + " (\(.time) 1305-1320), then the total (\(.time) 20m); else \(second) is not paid."
    }
  }

  /// What became of stated modifiers, and what the table of pairs does not know.
  var pairReasons: [Reason] {
    var reasons: [Reason] = []
    for item in worksheet.items where !item.service.modifiers.isEmpty {
      let modifiers = pairs.separateServiceModifiers(of: item.code)
      for put in modifiers.put {
        let evidence = pairs.pairs.first { $0.edit.column2 == item.code && $0.maySeparate }?
          .evidence
        reasons.append(
          Reason(
            [item.code],
            "\(item.code): \(put.modifier) for \"\(put.reason)\". \(evidence?.words ?? "")"))
      }
      for left in modifiers.left {
        reasons.append(
          Reason([item.code], "\(item.code): \(left.modifier.modifier) is left off: \(left.why)."))
      }
    }
    return reasons + [tableNote].compactMap(\.self)
  }

  /// That pairs were looked for in an old table, or in none though the payer goes by one.
  private var tableNote: Reason? {
    guard let terms = payer.terms, terms.pairs != .off, pairs.codes.count > 1 else { return nil }
    guard let table = pairs.table else {
      let wanted = terms.pairs == .cms ? "a" : "CMS's \(terms.pairs.rawValue)"
      return Reason(
        pairs.codes,
        "Code pairs: \(payer.name ?? "the payer") goes by \(wanted) table, which is not loaded; none"
          + " were looked for but the payer's own.")
    }
    guard !pairs.isTableEmpty else {
      return Reason(pairs.codes, "Code pairs: \(table.title) has no row that could be read.")
    }
    guard table.isOlder(thanTheQuarterOf: day.date) else { return nil }
    return Reason(
      pairs.codes,
      "Code pairs: looked for in \(table.title), older than the quarter of \(day.date); what changed"
        + " since is not known.")
  }
}

extension GivenPair {
  fileprivate var source: Source {
    switch origin {
    case .table(let table): table.citation
    case .payer(let evidence): Source(text: evidence.source, date: evidence.date)
    }
  }

  /// From when the row is in force, and of which day the table is; each with a blank before it.
  fileprivate func remarks(on day: TreatmentDay, for payer: Payer) -> String {
    var days =
      switch (edit.firstDay, edit.lastDay) {
      case (nil, nil): ""
      case (let first?, nil): " In force since \(first)."
      case (nil, let last?): " In force until \(last)."
      case (let first?, let last?): " In force from \(first) to \(last)."
      }
    if let note = edit.note { days = " \(note)" + days }
    switch origin {
    case .table(let table):
      if edit.firstDay == nil, day.date < table.date { days += " From when is not known." }
      return days + " The table is of \(table.date)"
        + (table.isOlder(thanTheQuarterOf: day.date)
          ? ", older than the quarter of the service: look for a newer one." : ".")
    case .payer(let evidence):
      let known =
        switch evidence.confidence {
        case .seen: ""
        case .partlySeen: ", partly seen"
        case .general: ", from general knowledge: ask the payer"
        }
      return days + " It is of \(payer.name ?? "the payer")'s own list of \(evidence.date)\(known)."
    }
  }
}
