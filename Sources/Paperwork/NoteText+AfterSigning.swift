import Billing
import SessionLog

// What stands below a signed note: it adds to the text, and changes no word of it.
extension NoteText {
  /// Each addendum with who, when and why; then who stands for what an assistant signed.
  var linesAfterSigning: [NoteLine] {
    var lines: [NoteLine] = []
    for addendum in session.addenda { lines.add(part: "Addendum", self.lines(of: addendum)) }
    if let coSignature = session.coSignature {
      var line: [NoteLine] = []
      line.add("\(coSignature.name), \(coSignature.moment.dayAndTime)", after: "  ")
      lines.add(part: "Co-signature", line)
    }
    return lines
  }

  private func lines(of addendum: Session.Addendum) -> [NoteLine] {
    var lines: [NoteLine] = []
    for paragraph in addendum.text.split(whereSeparator: \.isNewline) {
      lines.add(String(paragraph), after: "  ")
    }
    if let reason = addendum.reason { lines.add("Reason: \(reason)", after: "  ") }
    lines.add(
      "\(addendum.author), \(addendum.moment.dayAndTime); the signed text above stays as it is.",
      after: "  ", .quiet)
    return lines
  }
}

extension Moment {
  /// `2026-11-22 09:15`.
  var dayAndTime: String { "\(localDay) \(wallTime.text)" }
}

extension Appointment {
  /// `10:00-10:45, 45 min`.
  var inWords: String { "\(span), \(minutes) min" }
}
