import Billing
import Paperwork
import Screen
import SessionLog

extension Canvas {
  /// What other providers were allowed in the year, and what is known of it otherwise.
  mutating func drawAllowedElsewhere(
    _ field: TextField, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.session else { return }
    let year = session.visit.date.year
    let inside = box("Allowed by other providers in \(year)", rows: 7, in: area)
    var lines: [Line] = []
    switch state.understoodAmount(field) {
    case .failure(let refusal):
      lines = refusal.sentence.wrapped(to: inside.size.columns).map {
        Line($0, field.isEmpty ? .quiet : .stop)
      }
    case .success(let kind):
      lines = [Line("Enter: ", .quiet) + Line(kind.sentence, .strong)]
    }
    guard session.visit.payer.terms?.hasThreshold == true else {
      return write(lines, in: inside)
    }
    drawField(field, in: inside, row: inside.origin.row)
    let known = state.knownOfYear(of: session, at: now).flatMap {
      $0.wrapped(to: inside.size.columns)
    }
    write(lines + known.map { Line($0, .quiet) }, in: inside.below(2))
  }
}

extension State {
  /// What is known of a client's year, in sentences: what was allowed so far, the year's amounts.
  fileprivate func knownOfYear(of session: Session, at now: Moment) -> [String] {
    let (year, own) = (session.visit.date.year, session.visit.discipline)
    let together = own == .occupationalTherapy ? "OT" : "PT and SLP together"
    var sentences: [String] = []
    let day = logbook.treatmentDay(of: session, at: logbook.instant(of: now))
    if let spending = day.spending {
      let codes = spending.unpriced.map(\.description).joined(separator: ", ")
      sentences.append(
        "Before this day: \(dollars(spending.before)), \(together)."
          + (codes.isEmpty ? "" : " No fee is known for \(codes)."))
    } else {
      sentences.append("What was allowed here is not known: there is no file of fees.")
    }
    guard let row = logbook.tables.thresholds[year] else {
      return sentences + ["The threshold of \(year) is not known."]
    }
    let review = row.review.map { ", review from \(dollars($0))" } ?? ""
    return sentences + [
      "Threshold of \(year): \(dollars(row.amount))\(review)."
        + " \(row.confidence.howKnown): \(row.source.text), \(row.source.date)."
    ]
  }
}
