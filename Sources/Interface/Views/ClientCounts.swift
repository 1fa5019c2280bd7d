import Billing
import Paperwork
import Screen
import SessionLog

/// What is counted beside the fields of a client's record.
struct ClientCounts {
  private let reading: ClientReading
  private let visits: HeldVisits
  private let today: ServiceDate

  init(of form: ClientForm, _ reading: ClientReading, in state: State, on today: ServiceDate) {
    self.reading = reading
    self.today = today
    visits = HeldVisits(of: form.key, among: state.visitsSoFar(of: form.key), through: today)
  }

  func words(beside fields: [ClientForm.Field]) -> Line {
    Line(words(beside: fields.first) ?? "", .quiet)
  }

  private func words(beside field: ClientForm.Field?) -> String? {
    let days = reading.days
    return switch field {
    case .client: counted(visits.treatmentDays(after: nil), "treatment day") + " so far"
    case .progressReport:
      days[.progressReport].map {
        counted(visits.treatmentDays(after: $0), "treatment day") + " since"
      }
    case .planStart: distance(to: days[.planEnd])
    case .authorizationStart: distance(to: days[.authorizationEnd])
    case .visits: used
    default: nil
    }
  }

  private func distance(to end: ServiceDate?) -> String? {
    guard let end else { return nil }
    let days = end.days(since: today)
    if days == 0 { return "ends today" }
    return days > 0
      ? "ends in \(counted(days, "day"))" : "ended \(counted(-days, "day")) ago"
  }

  /// What of the authorization is used, by the days that it is valid for.
  private var used: String? {
    guard let start = reading.days[.authorizationStart],
      let end = reading.days[.authorizationEnd], start <= end
    else { return nil }
    return "used: \(counted(visits.count(from: start, through: end), "visit")), "
      + counted(visits.signedUnits(from: start, through: end), "unit")
  }
}
