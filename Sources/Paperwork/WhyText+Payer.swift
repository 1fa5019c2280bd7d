import Billing
import SessionLog

// What the bill was made by: the payer's terms, and the tables.
extension WhyText {
  var payer: [NoteLine] {
    let payer = session.visit.payer
    var lines: [NoteLine] = []
    lines.add(payer.inWords, after: "  ")
    if let terms = payer.terms {
      lines.add(terms.evidence.inWords, after: "  ")
      for sentence in terms.inWords { lines.add(sentence, after: "  - ") }
    } else {
      lines.add("Nothing but its rule is known, and nothing is assumed.", after: "  ")
    }
    if let secondary = session.visit.secondaryPayer {
      lines.add(
        "Secondary: \(secondary.inWords). It gets the same lines; its own rule changes none.",
        after: "  ")
    }
    return lines
  }

  /// The tables by name and day; of a signed bill those it names, for others may be in force now.
  var tables: [NoteLine] {
    var lines: [NoteLine] = []
    lines.add("Made by \(madeBy).", after: "  ")
    guard !session.isSigned else { return lines }
    let terms = session.visit.payer.terms
    let tables = logbook.tables
    let sources: [(String, TableSource?)] = [
      ("Code pairs", terms.flatMap { tables.pairs(for: $0) }?.source),
      ("Most units a day", terms.flatMap { tables.limits(for: $0) }?.source),
      ("Add-on codes", tables.addOns?.source),
    ]
    for case (let name, let source?) in sources {
      lines.add("\(name): \(source.inWords(on: session.visit.date)).", after: "  ")
    }
    if terms?.hasThreshold == true { lines.add(threshold, after: "  ") }
    return lines
  }

  private var threshold: String {
    let year = session.visit.date.year
    guard let row = logbook.tables.thresholds[year] else {
      return "Yearly threshold: the amount of \(year) is not known, and none is guessed."
    }
    return """
      Yearly threshold of \(year): \(dollars(row.amount)) \
      (\(row.source.text), \(row.source.date); \(row.confidence.inWords)).
      """
  }
}

extension Payer {
  /// `Medicare B, CMS 8-minute rule`.
  var inWords: String { (name.map { "\($0), " } ?? "") + rule.name }
}

extension Payer.Evidence {
  fileprivate var inWords: String { "\(text) (\(source), \(date); \(confidence.inWords))" }
}

extension Procedure.Confidence {
  /// How well something is known.
  var inWords: String {
    switch self {
    case .seen: "seen in the source"
    case .partlySeen: "partly seen"
    case .general: "general knowledge"
    }
  }
}

extension Payer.Terms {
  /// What is wanted of a claim, a sentence each.
  fileprivate var inWords: [String] {
    var sentences = [
      wantsDisciplineModifier
        ? "Lines carry GP, GO or GN." : "Lines carry no GP, GO or GN.",
      wantsAssistantModifier
        ? "An assistant's share carries CQ or CO." : "An assistant's share carries no CQ or CO.",
      "A separate service of a pair carries \(separateService.inWords).",
      "Code pairs: \(pairs.inWords)\(ownPairs.isEmpty ? "" : ", and \(counted(ownPairs.count, "pair")) of its own").",
      "Most units a day: \(limits.inWords).",
    ]
    if let maximumUnits { sentences.append("At most \(counted(maximumUnits, "unit")) a visit.") }
    if hasThreshold { sentences.append("Medicare's yearly threshold asks for KX.") }
    return sentences
  }
}

extension Payer.SeparateService {
  fileprivate var inWords: String {
    switch self {
    case .modifier59: "59"
    case .specific: "the X-modifier that fits"
    }
  }
}

extension Payer.TableChoice {
  fileprivate var inWords: String {
    switch self {
    case .off: "no table"
    case .cms: "CMS's table that is in force here"
    case .practitioner: "CMS's practitioner table"
    case .outpatient: "CMS's outpatient table"
    }
  }
}

extension TableSource {
  /// Its name, file and day, and whether that is too old for a service of `day`.
  fileprivate func inWords(on day: ServiceDate) -> String {
    let origin = file.map { ", from \($0.visible)" } ?? ""
    let age = isOlder(thanTheQuarterOf: day) ? "; older than the quarter of \(day)" : ""
    return "\(name)\(origin), as of \(date)\(age)"
  }
}
