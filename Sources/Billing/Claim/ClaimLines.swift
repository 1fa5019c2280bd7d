/// The lines of the claim: every code of at least one unit, lowest first, with its modifiers.
///
/// A family's minutes are kept whole: the base's line has its length at most, the add-on's line the
/// rest.
func claimLines(
  of count: Count, under discipline: Discipline?, in catalog: Catalog
) -> [ClaimLine] {
  var lines: [ClaimLine] = []
  for (earner, units) in zip(count.earners, count.units) where units > 0 {
    lines.append(ClaimLine(code: earner.base, modifiers: [], units: units, minutes: earner.minutes))
    if let addOn = earner.addOn, units > 1 {
      let length = earner.blocks(under: .ama)?.first ?? 0
      lines[lines.count - 1].units = 1
      lines[lines.count - 1].minutes = min(earner.minutes, length)
      lines.append(
        ClaimLine(
          code: addOn, modifiers: [], units: units - 1, minutes: max(0, earner.minutes - length)))
    }
  }
  for index in lines.indices {
    lines[index].modifiers = modifiers(of: lines[index].code, under: discipline, in: catalog)
  }
  lines.sort { $0.code < $1.code }
  return lines
}

/// The modifiers of a line: under a known discipline its GP, GO or GN.
///
/// An evaluation that one discipline owns carries that discipline's (Pub 100-04 ch. 5 s.20.1).
private func modifiers(
  of code: ProcedureCode, under discipline: Discipline?, in catalog: Catalog
) -> [String] {
  guard let discipline else { return [] }
  if let procedure = catalog[code], procedure.isEvaluation, procedure.disciplines.count == 1 {
    return procedure.disciplines.map(\.modifier)
  }
  return [discipline.modifier]
}
