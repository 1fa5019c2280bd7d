import Billing

extension Payers {
  /// Two payers, the first with something in every list.
  static let samples = Payers(
    [
      Listing(
        payer: Payer(name: "Medicare B", rule: .cms, terms: terms), name: "Medicare B",
        otherNames: ["Medicare Part B"]),
      Listing(
        payer: Payer(name: "Premera Blue Cross", rule: .ama), name: "Premera Blue Cross",
        file: "payers.yaml"),
    ], edition: "payers of tests")

  private static var terms: Payer.Terms? {
    guard let day = ServiceDate("2026-11-21"), let manual = ProcedureCode("97140"),
      let activities = ProcedureCode("97530")
    else { return nil }
    return Payer.Terms(
      ownPairs: [PairEdit(column1: manual, column2: activities, indicator: .withModifier)],
      notPaid: [Payer.NotPaid(code: manual, reason: "bundled")],
      evidence: Payer.Evidence(text: "Said.", confidence: .seen, source: "A book", date: day))
  }
}
