// The modifiers of one line: those that follow from the day, then those that a person stated.
extension Review {
  /// In their order on the line, each once; KX is not among them where the threshold decides.
  func modifiers(of line: DraftLine) -> [PlacedModifier] {
    var found: [PlacedModifier] = []
    if let modifier = derivedDisciplineModifier(of: line.code) {
      found.append(PlacedModifier(modifier, .discipline, disciplineReason(of: modifier)))
    }
    if let assistant = line.assistant {
      found.append(PlacedModifier(assistant, .assistant, nil))
    }
    let stated = stated(on: line.code)
    guard !stated.isEmpty else { return found }
    for modifier in stated where isCarried(modifier, on: line.code) {
      guard !found.contains(where: { $0.modifier == modifier.modifier }) else { continue }
      found.append(modifier.placed)
    }
    if stated.contains(where: { Modifier.place(of: $0.modifier) == .separateService }) {
      found += pairs.separateServiceModifiers(of: line.code).put.map {
        PlacedModifier($0.modifier, .separateService, nil)
      }
    }
    return found.inOrder
  }

  /// What a person put on a code; on a family's add-on that was not given itself, what stands on its
  /// base.
  func stated(on code: ProcedureCode) -> [StatedModifier] {
    if let item = worksheet.item(code) { return item.service.modifiers }
    return catalog[code]?.base.flatMap(worksheet.item)?.service.modifiers ?? []
  }

  /// GP, GO or GN: under a known discipline its own, unless the payer wants none.
  ///
  /// An evaluation that one discipline owns carries that discipline's (Pub 100-04 ch. 5 s.20.1).
  func derivedDisciplineModifier(of code: ProcedureCode) -> String? {
    guard let discipline = day.discipline, payer.terms?.wantsDisciplineModifier ?? true else {
      return nil
    }
    if let procedure = catalog[code], procedure.isEvaluation, procedure.disciplines.count == 1 {
      return procedure.disciplines.first?.modifier
    }
    return discipline.modifier
  }

  private func disciplineReason(of modifier: String) -> String {
    if modifier == day.discipline?.modifier {
      return "under a plan of \(day.discipline?.name ?? "") (Pub 100-04 ch. 5 s.20.1)"
    }
    return "an evaluation carries its own discipline's (Pub 100-04 ch. 5 s.20.1)"
  }

  /// Whether what a person stated is put on the line as it is: not what follows from the day, not 52
  /// on a timed code, and not what only evidence earns.
  private func isCarried(_ stated: StatedModifier, on code: ProcedureCode) -> Bool {
    switch Modifier.place(of: stated.modifier) {
    case .discipline: derivedDisciplineModifier(of: code) == nil
    case .assistant: !asksForAssistants || derivedDisciplineModifier(of: code) == nil
    case .threshold: payer.terms?.hasThreshold != true
    case .separateService, .overflow: false
    case .telehealth, .habilitation, .notice, .other:
      stated.modifier != Modifier.reduced || worksheet.item(code)?.isTimed != true
    }
  }
}

extension StatedModifier {
  /// Where it stands on a line, and that a person put it there.
  var placed: PlacedModifier {
    let known = Modifier.named(modifier)
    let meaning = known.map { "\($0.meaning), " } ?? ""
    let why = reason.isEmpty ? "" : ": \(reason)"
    return PlacedModifier(modifier, known?.place ?? .other, "\(meaning)as stated\(why)")
  }
}

extension [PlacedModifier] {
  /// In their order on a line, those of one place as they were put.
  var inOrder: [PlacedModifier] {
    enumerated().sorted { ($0.element.place, $0.offset) < ($1.element.place, $1.offset) }
      .map(\.element)
  }
}
