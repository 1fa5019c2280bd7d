import Billing
import SessionLog

// What the bill was made by: the payer's terms, and the tables.
extension WhyText {
  var payer: [NoteLine] {
    let payer = session.visit.payer
    var lines: [NoteLine] = []
    lines.add(payer.inWords, after: "  ")
    if let terms = payer.terms {
      lines += PayersText.lines(of: terms)
    } else {
      lines.add("Nothing but its rule is known, and nothing is assumed.", after: "  ")
    }
    if let secondary = session.visit.secondaryPayer {
      lines.add("Secondary: \(secondary.inWords)", after: "  ")
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
      (\(row.confidence.inWords) \(row.source.text), \(row.source.date)).
      """
  }
}

extension Payer {
  /// `Medicare B, CMS 8-minute rule`.
  var inWords: String { (name.map { "\($0), " } ?? "") + rule.name }
}

extension TableSource {
  /// Its name, day and file, and whether it is too old for a service of `day`.
  fileprivate func inWords(on day: ServiceDate) -> String {
    let origin = file.map { ", from \($0.visible)" } ?? ""
    let age = isOlder(thanTheQuarterOf: day) ? "; older than the quarter of \(day)" : ""
    return "\(title)\(origin)\(age)"
  }
}
