package import Billing

/// Payers in words: what is assumed of each, and what speaks for it.
package struct PayersText {
  private let payers: Payers

  package init(_ payers: Payers) { self.payers = payers }

  package var lines: [NoteLine] {
    Array(payers.listings.map(lines(of:)).joined(separator: [NoteLine()]))
  }

  private func lines(of listing: Payers.Listing) -> [NoteLine] {
    var lines = [NoteLine("\(listing.name): \(listing.payer.rule.name)".visible, .heading)]
    if !listing.otherNames.isEmpty {
      lines.add("Also \(listing.otherNames.joined(separator: ", ")).", after: "  ", .quiet)
    }
    if let terms = listing.payer.terms { lines += Self.lines(of: terms) }
    if let file = listing.file { lines.add("From \(file).", after: "  ", .quiet) }
    return lines
  }

  /// What is assumed of a payer, and what speaks for it.
  static func lines(of terms: Payer.Terms) -> [NoteLine] {
    var lines: [NoteLine] = []
    lines.add("\(modifiers(of: terms)); \(tables(of: terms)).", after: "  ")
    if !terms.paysSpeechAssistants {
      lines.add("Speech-language pathology by an assistant is not paid.", after: "  ")
    }
    for pair in terms.ownPairs { lines.add(words(of: pair), after: "  ") }
    if !terms.notPaid.isEmpty {
      lines.add("Not paid: \(terms.notPaid.map(words).joined(separator: "; ")).", after: "  ")
    }
    let evidence = terms.evidence
    lines.add(evidence.text, after: "  ")
    lines.add(
      "\(evidence.confidence.inWords) \(evidence.source), \(evidence.date)", after: "  ", .quiet)
    return lines
  }

  /// `Modifiers GP GO GN, CQ CO, 59`.
  private static func modifiers(of terms: Payer.Terms) -> String {
    let wanted = [
      terms.wantsDisciplineModifier ? "GP GO GN" : nil,
      terms.wantsAssistantModifier ? "CQ CO" : nil,
      terms.hasThreshold ? "KX" : nil,
      terms.separateService == .modifier59 ? "59" : "XE XP XS XU",
    ]
    return "Modifiers \(wanted.compactMap(\.self).joined(separator: ", "))"
  }

  /// `pair table cms, daily limits off, no maximum a visit`.
  private static func tables(of terms: Payer.Terms) -> String {
    let maximum = terms.maximumUnits.map { "\(counted($0, "unit")) a visit at most" }
    return "pair table \(terms.pairs.rawValue), daily limits \(terms.limits.rawValue), "
      + (maximum ?? "no maximum a visit")
  }

  private static func words(of pair: PairEdit) -> String {
    let condition = pair.indicator == .never ? "never" : "only with a modifier"
    let days = [pair.firstDay.map { "from \($0)" }, pair.lastDay.map { "until \($0)" }]
      .compactMap(\.self).joined(separator: " ")
    return "\(pair.column2) beside \(pair.column1) \(condition)\(days.isEmpty ? "" : ", \(days)")."
      + (pair.note.map { " \($0)" } ?? "")
  }

  private static func words(of code: Payer.NotPaid) -> String {
    "\(code.code) \(code.reason)\(code.instead.map { ", \($0) instead" } ?? "")"
  }
}

extension Procedure.Confidence {
  /// How well a fact is known, before its source.
  var inWords: String {
    switch self {
    case .seen: "Read in"
    case .partlySeen: "Partly read in"
    case .general: "General knowledge:"
    }
  }
}
