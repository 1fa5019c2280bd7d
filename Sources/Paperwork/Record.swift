package import Billing

/// One record of a batch, or the arguments of `units`: minutes by code, and what they are to be
/// billed under.
package struct Record: Hashable, Sendable {
  /// What the asker calls it; it comes back with the answer.
  package var id: String?
  /// The arithmetic; where absent, the payer's.
  package var rule: Rule?
  package var payer: Payer?
  /// Who pays what the payer leaves.
  package var secondaryPayer: Payer?
  /// The date of service; where absent, the day on which it is asked.
  package var date: ServiceDate?
  package var discipline: Discipline?
  /// Each code once, in the order of giving.
  package private(set) var services: [Service] = []

  private var codes: Set<ProcedureCode> = []
  private var minutes = 0

  package init() {}

  /// The most minutes that a day has.
  package static let mostMinutes = 1440

  /// Adds a code's minutes; refuses a code that is there already, and more minutes than a day has.
  package mutating func add(_ service: Service) throws(Refusal) {
    guard codes.insert(service.code).inserted else {
      throw Refusal("minutes: \(service.code) is given twice")
    }
    services.append(service)
    minutes += service.minutes
    guard minutes <= Self.mostMinutes else {
      throw Refusal("minutes: \(minutes) in all is above \(Self.mostMinutes)")
    }
  }

  /// Puts a modifier on a code; refuses a code without minutes, and what cannot stand on its line.
  ///
  /// Two things are let pass that the interface refuses: 52, as the bill has a finding of it, and a
  /// reason that is missing, as who asks what minutes come to signs nothing. The payer and the
  /// discipline are to be set before.
  package mutating func put(_ stated: StatedModifier, on code: ProcedureCode) throws(Refusal) {
    guard let place = services.firstIndex(where: { $0.code == code }) else {
      throw Refusal("modifier: \(code) has no minutes here")
    }
    guard !services[place].modifiers.contains(where: { $0.modifier == stated.modifier }) else {
      throw Refusal("modifier of \(code): \(stated.modifier) is given twice")
    }
    var reasoned = stated
    if reasoned.reason.isEmpty { reasoned.reason = "not stated" }
    // Without the code's row nothing is said of 52.
    if let objection = Modifier.objection(
      to: reasoned, on: nil, beside: services[place].modifiers,
      for: payer ?? .unnamed(rule ?? .cms),
      discipline: discipline)
    {
      throw Refusal("modifier of \(code): \(objection)")
    }
    services[place].modifiers.append(stated)
  }

  /// The record with what it leaves out taken from `defaults`; a payer of its own keeps its rule.
  package func completed(by defaults: Record) -> Record {
    var record = self
    record.rule = rule ?? payer?.rule ?? defaults.rule
    record.payer = payer ?? defaults.payer
    record.secondaryPayer = secondaryPayer ?? defaults.secondaryPayer
    record.date = date ?? defaults.date
    record.discipline = discipline ?? defaults.discipline
    return record
  }

  /// What the record comes to.
  ///
  /// The rule sets the arithmetic; the payer everything else, and the rule where none is given.
  package func bill(today: ServiceDate, using tables: Tables = .builtIn) -> Bill {
    Billing.bill(
      TreatmentDay(
        date: date ?? today, discipline: discipline, services: services,
        secondaryPayer: secondaryPayer),
      for: payer ?? .unnamed(rule ?? .cms), by: rule, using: tables)
  }
}

/// What is wrong with something given, in words that name the field, the value and what is allowed.
package struct Refusal: Error, Hashable, Sendable, CustomStringConvertible {
  /// Such as `minutes of 97110: -3 is below 0`.
  package var reason: String

  package init(_ reason: String) { self.reason = reason }

  package var description: String { reason }
}
