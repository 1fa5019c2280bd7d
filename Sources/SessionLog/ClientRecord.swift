public import Billing

/// What is known of a client under one discipline: payers, diagnoses, plan of care, authorization.
///
/// A client under two disciplines has two records, as each has its own plan of care.
public struct ClientRecord: Hashable, Codable, Sendable {
  /// Initials or a client code.
  public var client: String
  public var discipline: Discipline
  /// Names of payers, as the payers' file has them.
  public var payer: String?
  public var secondaryPayer: String?
  /// ICD-10-CM codes as written on the plan, the treatment diagnosis first.
  public var diagnoses: [String]
  public var planOfCare: PlanOfCare?
  public var authorization: Authorization?
  /// The day of the last progress report, or of the evaluation where there was none yet.
  public var progressReport: ServiceDate?

  public init(
    client: String, discipline: Discipline, payer: String? = nil, secondaryPayer: String? = nil,
    diagnoses: [String] = [], planOfCare: PlanOfCare? = nil, authorization: Authorization? = nil,
    progressReport: ServiceDate? = nil
  ) {
    self.client = client
    self.discipline = discipline
    self.payer = payer
    self.secondaryPayer = secondaryPayer
    self.diagnoses = diagnoses
    self.planOfCare = planOfCare
    self.authorization = authorization
    self.progressReport = progressReport
  }

  /// Which record of which client it is.
  public var key: ClientKey { ClientKey(client: client, discipline: discipline) }
}

/// Names a client's record: the client without regard to case and blanks, and the discipline.
public struct ClientKey: Hashable, Sendable {
  public let client: String
  public let discipline: Discipline

  public init(client: String, discipline: Discipline) {
    self.client = Visit.clientKey(of: client)
    self.discipline = discipline
  }
}

/// From when to when a plan of care is certified.
public struct PlanOfCare: Hashable, Codable, Sendable {
  public var start: ServiceDate
  /// The last day it is certified for.
  public var end: ServiceDate

  public init(start: ServiceDate, end: ServiceDate) {
    self.start = start
    self.end = end
  }
}

/// What a payer authorized.
public struct Authorization: Hashable, Codable, Sendable {
  /// The payer's number of it; may be empty.
  public var number: String
  public var start: ServiceDate
  public var end: ServiceDate
  /// How many visits, 1 or more; none where they are not limited.
  public var visits: Int?
  /// How many billing units, 1 or more; none where they are not limited.
  public var units: Int?

  public init(
    number: String = "", start: ServiceDate, end: ServiceDate, visits: Int? = nil,
    units: Int? = nil
  ) {
    self.number = number
    self.start = start
    self.end = end
    self.visits = visits
    self.units = units
  }
}

extension Visit {
  /// Names the record of its client.
  public var recordKey: ClientKey { ClientKey(client: client, discipline: discipline) }
}
