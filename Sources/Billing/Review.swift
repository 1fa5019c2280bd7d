struct Review {
  let day: TreatmentDay, payer: Payer, catalog: Catalog, worksheet: Worksheet, count: Count,
    other: Count
  var findings: [Finding] { [] }
  var reasons: [Reason] { [] }
}
