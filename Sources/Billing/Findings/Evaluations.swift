extension Review {
  /// `evaluation-twice`: two of one family of evaluations and re-evaluations on one day.
  ///
  /// The families are those that have levels: of physical therapy, of occupational therapy, and of
  /// athletic training, which is none of our disciplines.
  var evaluationsTwice: [Finding] {
    let evaluations = worksheet.items.filter { item in
      guard item.isGiven, let procedure = catalog[item.code], procedure.isEvaluation else {
        return false
      }
      return procedure.disciplines.count < 2
    }
    guard evaluations.count > 1 else { return [] }
    let families: [Discipline?] = [.physicalTherapy, .occupationalTherapy, nil]
    return families.compactMap { owner in
      let codes = evaluations.map(\.code).filter { catalog[$0]?.disciplines.first == owner }
      guard codes.count > 1 else { return nil }
      return Finding(
        .evaluationTwice, .stop, codes: codes,
        message: "\(list(codes)) are of one family, of which a day has one.",
        remedy: "Keep the one that the records support; for each other, \(Self.takeOut).",
        source: .evaluations)
    }
  }

  /// `wrong-discipline`: an evaluation of another discipline; a caution for other codes that the
  /// day's discipline does not usually bill.
  var wrongDisciplines: [Finding] {
    guard let discipline = day.discipline else { return [] }
    return worksheet.items.compactMap { item in
      guard item.isGiven, let procedure = catalog[item.code],
        !procedure.disciplines.contains(discipline)
      else { return nil }
      let owners = procedure.disciplines.map(\.name)
      let owner = owners.isEmpty ? "none of PT, OT and SLP" : list(owners)
      if procedure.isEvaluation, owners.count < 2 {
        return Finding(
          .wrongDiscipline, .stop, codes: [item.code],
          message: "\(item.code) is an evaluation of \(owner); the day is \(discipline.name).",
          remedy: "Give it under a code of \(discipline.name), or \(Self.takeOut).",
          source: .evaluations)
      }
      return Finding(
        .wrongDiscipline, .caution, codes: [item.code],
        message: "\(item.code) is billed by \(owner), as far as we know; the day is"
          + " \(discipline.name).",
        remedy: "Ask the payer, or give it under another code.", source: .disciplines,
        detail: discipline.rawValue)
    }
  }
}
