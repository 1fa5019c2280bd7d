// Days between days, for what falls due: the Gregorian calendar alone, without clocks or zones.
extension ServiceDate {
  /// Days since 1970-01-01, negative before it.
  public var dayNumber: Int {
    // Years that begin in March end with the leap day, so that months before it have fixed places.
    let monthFromMarch = (month + 9) % 12
    let yearFromMarch = month < 3 ? year - 1 : year
    let leapDays = yearFromMarch / 4 - yearFromMarch / 100 + yearFromMarch / 400
    let dayOfYear = (153 * monthFromMarch + 2) / 5 + day - 1
    return 365 * yearFromMarch + leapDays + dayOfYear - 719_468
  }

  /// Whole days from `other` to here; negative where that is later.
  public func days(since other: ServiceDate) -> Int { dayNumber - other.dayNumber }

  /// The day so many days later or, where negative, earlier; no later than ``last`` and no earlier
  /// than ``first``.
  public func advanced(byDays days: Int) -> ServiceDate {
    var number = min(max(dayNumber + days, Self.first.dayNumber), Self.last.dayNumber)
    // A guess that is never too late, then a few years on, as no year has more than 366 days.
    var year = max(1970 + number / 366 - 2, 1900)
    while year < 9999, ServiceDate(written: year + 1, 1, 1).dayNumber <= number { year += 1 }
    number -= ServiceDate(written: year, 1, 1).dayNumber
    var month = 1
    while number >= Self.days(in: month, of: year) {
      number -= Self.days(in: month, of: year)
      month += 1
    }
    return ServiceDate(written: year, month, number + 1)
  }

  /// The day of the week: 0 is Sunday, 6 Saturday.
  public var weekday: Int { ((dayNumber + 4) % 7 + 7) % 7 }

  /// The day as a sentence names it: `Sun 29 Nov 2026`.
  public var inWords: String {
    "\(Self.weekdays[weekday]) \(day) \(Self.months[month - 1]) \(year)"
  }

  private static let weekdays = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]
}
