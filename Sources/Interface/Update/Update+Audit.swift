import Screen
import SessionLog

extension State {
  mutating func runOnAudit(_ command: Command, place: AuditPlace, at now: Moment) -> [Effect] {
    guard let session = logbook.sessions[place.session] else { return [] }
    switch command {
    case .up: scroll(place, of: session, by: -1)
    case .down: scroll(place, of: session, by: 1)
    case .pageUp: scroll(place, of: session, by: -pageRows)
    case .pageDown: scroll(place, of: session, by: pageRows)
    case .addendum: openAddendum(to: session, at: now)
    case .coSign: openCoSignature(of: session)
    default: break
    }
    return []
  }

  private mutating func scroll(_ place: AuditPlace, of session: Session, by lines: Int) {
    var place = place
    let count = AuditTrail(of: session, columns: size.columns - 2).lines.count
    // From where it is drawn: a larger screen may show lines before the first that was asked for.
    let last = max(0, count - pageRows)
    place.top = max(0, min(min(place.top, last) + lines, last))
    self.place = .audit(place)
  }
}
