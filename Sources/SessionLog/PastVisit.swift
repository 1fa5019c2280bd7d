public import Billing

/// A visit as the journal's index has it: enough to list and to count, without its entries.
public struct PastVisit: Hashable, Sendable {
  public enum Standing: String, Sendable {
    case open, signed
    case noShow = "no-show"
    case cancelled
  }

  public var session: SessionID
  public var client: String
  public var discipline: Discipline
  public var date: ServiceDate
  /// The payer's name, where the visit has one.
  public var payer: String?
  public var clinician: String
  public var standing: Standing
  /// The codes of its panes, in the order in which they were added.
  public var codes: [ProcedureCode]
  /// Billing units of the day, as signed; none before the signature.
  public var units: Int?
  /// Treatment minutes of the day, as signed; none before the signature.
  public var minutes: Int?
  /// Whether something was done in it, as in ``Session/isTreated``.
  public var isTreated: Bool

  public init(
    session: SessionID, client: String, discipline: Discipline, date: ServiceDate,
    payer: String? = nil, clinician: String, standing: Standing, codes: [ProcedureCode] = [],
    units: Int? = nil, minutes: Int? = nil, isTreated: Bool = false
  ) {
    self.session = session
    self.client = client
    self.discipline = discipline
    self.date = date
    self.payer = payer
    self.clinician = clinician
    self.standing = standing
    self.codes = codes
    self.units = units
    self.minutes = minutes
    self.isTreated = isTreated
  }
}

extension PastVisit {
  /// A session as the journal's index has it.
  public init(_ session: Session) {
    let standing: Standing =
      switch session.absence?.cause {
      case .noShow: .noShow
      case .cancelled: .cancelled
      case nil: session.isSigned ? .signed : .open
      }
    let (visit, bill) = (session.visit, session.signature?.bill)
    self.init(
      session: session.id, client: visit.client, discipline: visit.discipline, date: visit.date,
      payer: visit.payer.name, clinician: visit.clinician, standing: standing,
      codes: session.panes.map(\.code), units: bill?.totalUnits, minutes: bill?.treatmentMinutes,
      isTreated: session.panes.contains { !$0.intervals.isEmpty || !$0.typed.isEmpty })
  }
}

/// What a search over all history asks for: every condition that is given must hold.
public struct VisitQuery: Hashable, Sendable {
  /// Words that must stand in the client's code or initials, or in the payer's name, without regard
  /// to case.
  public var words: [String]
  public var codes: [ProcedureCode]
  public var from: ServiceDate?
  public var through: ServiceDate?
  public var standing: PastVisit.Standing?
  /// The most visits that are answered, the latest first.
  public var limit: Int

  public init(
    words: [String] = [], codes: [ProcedureCode] = [], from: ServiceDate? = nil,
    through: ServiceDate? = nil, standing: PastVisit.Standing? = nil, limit: Int = 200
  ) {
    self.words = words
    self.codes = codes
    self.from = from
    self.through = through
    self.standing = standing
    self.limit = limit
  }
}
