public import Billing

// Which visits, records of clients, gaps of the clocks and signatures an entry may carry.

extension Entry {
  func requirePossible(_ visit: Visit) throws(ImpossibleEntry) {
    try require(short: visit.client, "the client")
    try require(short: visit.clinician, "the clinician")
    try require(short: visit.payer.name ?? "", "the payer")
    try require(short: visit.secondaryPayer?.name ?? "", "the second payer")
    guard let appointment = visit.appointment else { return }
    try require((0...1439).contains(appointment.start)) {
      "a day has no minute \(appointment.start) for the appointment, but 0 to 1439"
    }
    try require(appointment.minutes, in: 1...1440, "minutes of the appointment")
  }

  func requirePossible(_ record: ClientRecord) throws(ImpossibleEntry) {
    try require(filled: record.client, "the client")
    try require(short: record.payer ?? "", "the payer")
    try require(short: record.secondaryPayer ?? "", "the second payer")
    for diagnosis in record.diagnoses { try require(short: diagnosis, "a diagnosis") }
    guard let authorization = record.authorization else { return }
    try require(short: authorization.number, "the number of the authorization")
    if let visits = authorization.visits {
      try require(visits, in: 1...9999, "authorized visits")
    }
    if let units = authorization.units { try require(units, in: 1...9999, "authorized units") }
  }

  /// Refuses a gap that no machine has: below nothing, or beyond what a clock can show.
  func requirePossible(_ gap: ClockGap) throws(ImpossibleEntry) {
    let most: Int64 = 1 << 43
    let range = gap.cause == .clockMoved ? -most...most : 0...most
    try require(range.contains(gap.seconds)) { "no gap of the clocks has \(gap.seconds) seconds" }
    for time in [gap.start, gap.end, gap.lookedLast ?? gap.end] {
      try require(WallTime.range.contains(time.milliseconds)) {
        "no gap of the clocks is at \(time.milliseconds) ms"
      }
    }
  }
}

// MARK: - Bills

extension Entry {
  func requirePossible(_ signature: Signature) throws(ImpossibleEntry) {
    try require(short: signature.name, "the name of who signs")
    let bill = signature.bill
    for (place, charge) in bill.charges.enumerated() {
      try require(!bill.charges[..<place].contains { $0.code == charge.code }) {
        "the bill names \(charge.code) twice"
      }
      try require(charge.units, in: Bill.unitRange, "units of \(charge.code)")
      try require(charge.minutes, in: Bill.minuteRange, "minutes of \(charge.code)")
    }
    for line in bill.lines {
      try require(line.units, in: Bill.unitRange, "units of \(line.code)")
      try require(line.minutes, in: Bill.minuteRange, "minutes of \(line.code)")
    }
    for units in bill.choices + [bill.otherRule.units] { try requirePossible(units) }
    try require(bill.totalUnits, in: Bill.unitRange, "units of the bill")
    try require(bill.timedMinutes, in: Bill.minuteRange, "timed minutes")
    try require(bill.treatmentMinutes, in: Bill.minuteRange, "treatment minutes")
  }

  func requirePossible(_ units: [ProcedureCode: Int]) throws(ImpossibleEntry) {
    for (code, number) in units { try require(number, in: Bill.unitRange, "units of \(code)") }
  }
}

extension Bill {
  /// Units that a day's bill may have: ten days without a break, for a timer that was forgotten.
  public static let unitRange = 0...999
  /// Minutes that it may have: some 69 days.
  public static let minuteRange = 0...99_999
}
