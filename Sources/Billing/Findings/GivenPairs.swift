/// The code pairs among what was given on a day, by the payer's table and its own list.
///
/// Two codes are looked at as soon as both are begun, billed or not: when the second clock starts,
/// it can still be acted on.
struct GivenPairs {
  /// Lowest codes first.
  let pairs: [GivenPair]
  /// The codes that were given, lowest first.
  let codes: [ProcedureCode]
  /// The table that the payer goes by; none where it goes by none, or it is not there.
  let table: TableSource?
  /// Whether that table has no row at all: it could not be read, and nothing was looked for.
  let isTableEmpty: Bool
  let day: TreatmentDay
  let payer: Payer

  init(on day: TreatmentDay, for payer: Payer, using tables: Tables) {
    self.day = day
    self.payer = payer
    guard let terms = payer.terms else {
      (pairs, codes, table, isTableEmpty) = ([], [], nil, false)
      return
    }
    let codes = Set(day.services.filter(\.isGiven).map(\.code)).sorted()
    let table = codes.count > 1 ? tables.pairs(for: terms) : nil
    var pairs: [GivenPair] = []
    for (place, code) in codes.enumerated() {
      for other in codes[(place + 1)...] {
        let own = terms.ownPairs.filter {
          ($0.column1, $0.column2) == (code, other) || ($0.column2, $0.column1) == (code, other)
        }
        if let edit = own.deciding(on: day.date) {
          pairs.append(GivenPair(edit, origin: .payer(terms.evidence), on: day))
        } else if let table, let edit = table.edit(code, other, on: day.date) {
          pairs.append(GivenPair(edit, origin: .table(table.source), on: day))
        }
      }
    }
    self.pairs = pairs
    self.codes = codes
    self.table = table?.source
    isTableEmpty = table?.edits.isEmpty == true
  }
}

/// Two given codes of which one is not paid beside the other.
struct GivenPair {
  /// The row that decides.
  let edit: PairEdit
  let origin: Origin
  /// Whether they were given apart.
  let evidence: PairEvidence
  private let day: TreatmentDay

  /// Where the row stands.
  enum Origin {
    case table(TableSource)
    /// In the payer's own list, with what speaks for it.
    case payer(Payer.Evidence)
  }

  init(_ edit: PairEdit, origin: Origin, on day: TreatmentDay) {
    self.edit = edit
    self.origin = origin
    self.day = day
    evidence = PairEvidence(
      PairEvidence.Part(edit.column1, of: day), PairEvidence.Part(edit.column2, of: day))
  }

  /// Whether the clock of one of them is on: what it will show is not known yet.
  var isRunning: Bool {
    day.services.contains { $0.isRunning && [edit.column1, edit.column2].contains($0.code) }
  }

  /// Whether the clock and the row allow that both are paid, with a modifier on the second.
  var maySeparate: Bool { edit.indicator == .withModifier && evidence.standing == .separate }
}

extension Service {
  /// Whether there is anything of it: time, or a counted unit.
  fileprivate var isGiven: Bool { isBegun || minutes > 0 || typedUnits ?? 0 > 0 }
}
