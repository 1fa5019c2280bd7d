package import Billing
import Paperwork
package import SessionLog

extension VisitForm {
  package struct FormErrors: Error { package var errors: [Field: String] }

  /// The visit that the form describes, or what is wrong with it.
  package func visit(setup: Setup, at now: Moment) -> Result<Visit, FormErrors> {
    var errors: [Field: String] = [:]
    for field in fields { errors[field] = mistake(inChoiceOf: field) }
    if client.trimmed.isEmpty { errors[.client] = "Error: initials or a client code are needed." }
    if clinician.trimmed.isEmpty { errors[.clinician] = "Error: a name is needed." }
    let day = day(errors: &errors, at: now)
    let appointment = appointment(errors: &errors, at: now)
    if errors.isEmpty, secondaryPayer.index != nil, secondaryPayer.index == payer.index {
      errors[.secondaryPayer] = "Error: that is the payer already; another or none is taken."
    }
    if corrected != nil, reason.trimmed.isEmpty {
      errors[.reason] = "Error: a reason is needed, such as: wrong payer taken."
    }
    guard errors.isEmpty, let day, let payer = payer(in: setup) else {
      return .failure(FormErrors(errors: errors))
    }
    return .success(
      Visit(
        client: client.trimmed, discipline: discipline, payer: payer,
        clinician: clinician.trimmed, date: day, role: role == .therapist ? nil : role,
        secondaryPayer: secondaryPayer(in: setup), appointment: appointment,
        codes: corrected.map(\.visit.codes) ?? panes.chosen?.codes))
  }

  // MARK: When

  /// The day that was typed.
  func typedDay(on today: ServiceDate) throws(DayEntry.Refusal) -> ServiceDate {
    try DayEntry(date.trimmed, on: today, year: .nearest).day
  }

  /// The date of service: a day that has come, for a planned visit one of the year to come.
  private func day(errors: inout [Field: String], at now: Moment) -> ServiceDate? {
    if let corrected { return corrected.visit.date }
    let today = now.localDay
    do throws(DayEntry.Refusal) {
      let day = try typedDay(on: today)
      if purpose == .plan {
        if day < today { errors[.date] = "Error: a day that is past; today is \(today)." }
        if (day.year - 1, day.month, day.day) > (today.year, today.month, today.day) {
          errors[.date] = "Error: at most a year ahead; today is \(today)."
        }
      } else if day > today {
        errors[.date] = "Error: a day to come; today is \(today)."
      }
      return day
    } catch {
      errors[.date] = error.sentence
      return nil
    }
  }

  /// When the visit is planned for; none where that is not asked.
  private func appointment(errors: inout [Field: String], at now: Moment) -> Appointment? {
    guard fields.contains(.time) else { return nil }
    let minutes = minutes
    if minutes == nil {
      errors[.length] = "Error: 1 to \(Self.mostMinutes) minutes are taken."
    }
    guard let start = start(at: now) else {
      errors[.time] = question(at: now) ?? "Error: a time is needed, such as 13:00, 1300 or 1:00p."
      return nil
    }
    if let minutes, start + minutes > Self.midnight {
      let most = Self.midnight - start
      errors[.length] = "Error: that is past midnight; at most \(counted(most, "minute"))."
    }
    return minutes.map { Appointment(start: start, minutes: $0) }
  }

  /// The longest visit that can be planned: what is longer is a slip.
  private static let mostMinutes = 480
  private static let midnight = 1440

  /// How many minutes it is to take, where that can be.
  var minutes: Int? {
    Int(length.trimmed).flatMap { (1...Self.mostMinutes).contains($0) ? $0 : nil }
  }

  /// The typed time as the minute of the day; none where it may mean two.
  func start(at now: Moment) -> Int? {
    let starts = starts(at: now)
    return starts.count == 1 ? starts[0] : nil
  }

  /// Which of two times is meant.
  func question(at now: Moment) -> String? {
    starts(at: now).count > 1 ? typedTime?.question : nil
  }

  private var typedTime: ClockText? {
    guard case .start(let clock)? = try? TimeEntry(time.trimmed) else { return nil }
    return clock
  }

  /// The minutes of the day that the typed time may mean; where one of them is to come, that.
  private func starts(at now: Moment) -> [Int] {
    let readings = typedTime?.readings ?? []
    guard (try? typedDay(on: now.localDay)) == now.localDay else { return readings }
    let coming = readings.filter { $0 > now.wallTime.minuteOfDay }
    return coming.isEmpty ? readings : coming
  }

  // MARK: Who pays

  /// Who pays: where that is not touched, what a corrected visit has, terms and all.
  package func payer(in setup: Setup) -> Payer? {
    if let corrected, !chosen.contains(.payer) { return corrected.visit.payer }
    return setup.payer(payer)
  }

  package func secondaryPayer(in setup: Setup) -> Payer? {
    if let corrected, !chosen.contains(.secondaryPayer) { return corrected.visit.secondaryPayer }
    return setup.payer(secondaryPayer)
  }
}
