/// A day read against the catalogue: what can earn units, and what cannot.
struct Worksheet {
  /// Every code of the day once, lowest first.
  let items: [Item]
  /// What earns units, lowest base first.
  let earners: [Earner]

  /// One code of the day, and how it stands on the date of service.
  struct Item {
    var service: Service
    /// How its units come about; none for an unknown code.
    var timing: Procedure.Timing?
    var standing: Standing
    /// The codes beside one of which an add-on is billed: the catalogue's base, else what an
    /// imported table says; empty for any other code.
    var primaries: [ProcedureCode]

    var code: ProcedureCode { service.code }
    var minutes: Int { service.minutes }
    /// Whether there is anything of it to bill: a pane that was never used is no mistake.
    var isGiven: Bool { minutes > 0 || service.typedUnits ?? 0 > 0 }
    /// Whether minutes decide its units: by its row, or because a person said so.
    var isTimed: Bool {
      switch timing {
      case .timed, .addOn: true
      case .depends: service.isTimed == true
      case .untimed, .counted, nil: false
      }
    }
  }

  /// Whether a code may be billed at all.
  enum Standing: Hashable {
    case billable
    case unknown
    case retired
    case notYetValid
    /// An add-on whose base cannot be billed in this record.
    case withoutBase
  }

  /// - Parameter rule: by which the primaries of imported add-ons must have earned a unit.
  init(_ day: TreatmentDay, in tables: Tables, by rule: Rule) {
    var items = Self.services(of: day).map { service in
      let procedure = tables.catalog[service.code]
      return Item(
        service: service, timing: procedure?.timing,
        standing: Self.standing(procedure, on: day.date),
        primaries: procedure?.base.map { [$0] } ?? tables.addOns?.primaries[service.code] ?? [])
    }
    for index in items.indices where items[index].standing == .billable {
      if items[index].lacksPrimary(among: items) { items[index].standing = .withoutBase }
    }
    Self.barAddOns(beside: &items, in: tables.catalog, by: rule)
    self.init(items: items, in: tables.catalog)
  }

  private init(items: [Item], in catalog: Catalog) {
    self.items = items
    earners = items.compactMap { Self.earner(from: $0, among: items, in: catalog) }
  }

  /// Bars the imported add-ons none of whose primaries has a unit when all such add-ons are left
  /// out; so an add-on is never the primary of another, and nothing goes round in a circle.
  private static func barAddOns(
    beside items: inout [Item], in catalog: Catalog, by rule: Rule
  ) {
    guard items.contains(where: \.isBillableImportedAddOn) else { return }
    let others = Worksheet(items: items.filter { !$0.isBillableImportedAddOn }, in: catalog)
    let count = Count(others, by: rule, chosen: nil)
    let earned = count.charges(of: count.units).filter { $0.units > 0 }.map(\.code)
    for index in items.indices where items[index].isBillableImportedAddOn {
      if !items[index].primaries.contains(where: earned.contains) {
        items[index].standing = .withoutBase
      }
    }
  }

  /// The item of that code, if the day has it.
  func item(_ code: ProcedureCode) -> Item? { items.first { $0.code == code } }

  /// The base, named but without a unit, that keeps a counted add-on from earning; none where
  /// nothing keeps it.
  func baseWithoutUnit(of item: Item) -> ProcedureCode? {
    Self.baseWithoutUnit(of: item, among: items)
  }

  private static func baseWithoutUnit(of item: Item, among items: [Item]) -> ProcedureCode? {
    guard case .counted(_, let base?) = item.timing,
      let beside = items.first(where: { $0.code == base }), beside.countedUnits == 0
    else { return nil }
    return base
  }

  /// Every code once, lowest first; what stands twice is added.
  private static func services(of day: TreatmentDay) -> [Service] {
    var services: [Service] = []
    for service in day.services.sorted(by: { $0.code < $1.code }) {
      if let last = services.last, last.code == service.code {
        services[services.count - 1] = last.adding(service)
      } else {
        services.append(service)
      }
    }
    return services
  }

  private static func standing(
    _ procedure: Procedure?, on date: ServiceDate
  ) -> Standing {
    guard let procedure else { return .unknown }
    if procedure.isValid(on: date) { return .billable }
    return procedure.lastDay.map { date > $0 } == true ? .retired : .notYetValid
  }

  /// What an item earns by; nothing for what cannot be billed, and for an add-on that its base
  /// speaks for.
  private static func earner(from item: Item, among items: [Item], in catalog: Catalog) -> Earner? {
    guard item.standing == .billable, let timing = item.timing else { return nil }
    let service = item.service
    var earner = Earner(
      base: item.code, givenAsBase: service.performerMinutes, begun: service.begun ?? .max,
      measure: .untimed)
    switch timing {
    case .untimed: break
    case .depends: if service.isTimed == true { earner.measure = .pooled }
    case .counted(let by, _):
      let isEarned = baseWithoutUnit(of: item, among: items) == nil
      earner.measure = .counted(by: by, units: isEarned ? item.countedUnits : 0)
    case .addOn: return nil
    case .timed(let length, let counting):
      var further = counting == .full ? nil : length
      if let addOn = catalog.addOn(of: item.code), case .addOn(_, let length, _) = addOn.timing {
        further = length
        earner.addOn = addOn.code
        if let given = items.first(where: { $0.code == addOn.code }) {
          earner.givenAsAddOn = given.service.performerMinutes
          earner.begun = min(earner.begun, given.service.begun ?? .max)
        }
      }
      earner.measure =
        counting == .pooled
        ? .pooled
        : .alone(Blocks(first: length, further: further, mustBeFull: counting == .full))
    }
    return earner
  }
}

extension Worksheet.Item {
  /// Whether it is an add-on and none of its primaries stands beside it: a family's base need only
  /// be named, as its minutes may be the add-on's; another primary must be given.
  fileprivate func lacksPrimary(among items: [Worksheet.Item]) -> Bool {
    guard !primaries.isEmpty else { return false }
    let isOfFamily = timing?.base != nil
    return !items.contains {
      $0.standing == .billable && primaries.contains($0.code) && (isOfFamily || $0.isGiven)
    }
  }

  /// Whether it is an add-on by an imported table alone, and is not barred.
  fileprivate var isBillableImportedAddOn: Bool {
    standing == .billable && timing?.base == nil && !primaries.isEmpty
  }

  /// Units of a code that is counted: those typed, else 1 where any minute was given.
  fileprivate var countedUnits: Int {
    service.typedUnits.map { max(0, $0) } ?? (minutes > 0 ? 1 : 0)
  }
}

extension Service {
  fileprivate var performerMinutes: PerformerMinutes {
    PerformerMinutes(therapist: therapistMinutes, assistant: assistantMinutes)
  }

  /// Both as one: minutes and typed units added, begun when the first was, timed where either is,
  /// with the modifiers of both.
  fileprivate func adding(_ other: Service) -> Service {
    var sum = self
    sum.therapistMinutes += other.therapistMinutes
    sum.assistantMinutes += other.assistantMinutes
    sum.unbilledMinutes += other.unbilledMinutes
    sum.hasTypedTime = hasTypedTime || other.hasTypedTime
    sum.modifiers += other.modifiers.filter { !modifiers.contains($0) }
    sum.coTreatment += other.coTreatment
    if let typed = other.typedUnits { sum.typedUnits = (typedUnits ?? 0) + typed }
    if let timed = other.isTimed { sum.isTimed = isTimed == true || timed }
    sum.isRunning = isRunning || other.isRunning
    sum.isBegun = isBegun || other.isBegun
    if let begun = other.begun { sum.begun = min(self.begun ?? begun, begun) }
    return sum
  }
}

extension Worksheet {
  /// Whole minutes of all codes, whatever they earn: what was done was done.
  var minutes: Int { items.reduce(0) { $0 + $1.minutes } }

  /// Whole minutes of the codes whose units depend on minutes, also of those that a finding keeps
  /// from earning: a finding changes units, never minutes.
  ///
  /// An unknown code has no timing, so its minutes are treatment minutes only.
  var timedMinutes: Int { items.reduce(0) { $0 + ($1.isTimed ? $1.minutes : 0) } }

  /// A charge for every code of the day, lowest first, where the earners of `count` earn `units`.
  func charges(of units: [Int], in count: Count) -> [Charge] {
    var charges = count.charges(of: units)
    for item in items where item.standing != .billable {
      charges.append(Charge(code: item.code, minutes: item.minutes, units: 0))
    }
    charges.sort { $0.code < $1.code }
    return charges
  }
}

extension [Charge] {
  /// The units of each code.
  var units: [ProcedureCode: Int] {
    Dictionary(map { ($0.code, $0.units) }, uniquingKeysWith: +)
  }
}
