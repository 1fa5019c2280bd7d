import Billing
import Screen
import SessionLog

extension State {
  /// What a person put on a code, on the session's day.
  func statedModifiers(
    of code: ProcedureCode, in session: Session, at now: Moment
  ) -> [StatedModifier] {
    logbook.treatmentDay(of: session, at: logbook.instant(of: now)).services
      .first { $0.code == code }?.modifiers ?? []
  }

  /// The known modifiers that the field of a box may mean: by their letters, or by words of their
  /// meaning.
  func matches(of box: ModifiersBox) -> [Modifier] {
    let typed = box.field.trimmed.lowercased()
    guard !typed.isEmpty else { return [] }
    let byName = Modifier.known.filter { $0.code.lowercased().hasPrefix(typed) }
    let byMeaning = Modifier.known.filter { modifier in
      !byName.contains(modifier) && typed.count > 2
        && typed.split(separator: " ").allSatisfy { modifier.meaning.lowercased().contains($0) }
    }
    return byName + byMeaning
  }

  /// Opens the modifiers of a code, and where one is offered, its reason to accept or change.
  mutating func openModifiers(
    of code: ProcedureCode, in session: Session, offering offer: StatedModifier? = nil,
    from origin: FindingsBox? = nil
  ) {
    guard !refusesChange(of: session) else { return }
    var box = ModifiersBox(code: code, from: origin)
    box.reasoning = offer.map { ModifiersBox.Reasoning($0) }
    overlay = .modifiers(box)
  }

  mutating func pressOnModifiers(_ box: ModifiersBox, _ key: Key, at now: Moment) -> [Effect] {
    guard let session else { return [] }
    if box.reasoning != nil { return pressOnReason(of: box, in: session, key, at: now) }
    var box = box
    let stated = statedModifiers(of: box.code, in: session, at: now)
    let marked = box.mark < 0 ? stated.suffix(-box.mark).first : nil
    switch key {
    case .enter:
      if let marked { return put(marked.modifier, from: box, in: session, at: now) }
      return putTyped(box, in: session, at: now)
    case .delete where marked != nil, .character("x") where marked != nil:
      guard let marked else { return [] }
      return record(
        .modifierRemoved(code: box.code, modifier: marked.modifier), in: [session.id], at: now)
    default:
      if let step = key.step {
        box.mark = max(-stated.count, min(matches(of: box).count, box.mark + step))
      } else {
        var field = box.field
        guard field.press(key) else { return [] }
        box.edit(field)
      }
    }
    overlay = .modifiers(box)
    return []
  }

  /// Takes what is marked or typed: two letters or digits, or words that mean one modifier only.
  private mutating func putTyped(
    _ box: ModifiersBox, in session: Session, at now: Moment
  ) -> [Effect] {
    let matches = matches(of: box)
    if box.mark > 0, matches.indices.contains(box.mark - 1) {
      return put(matches[box.mark - 1].code, from: box, in: session, at: now)
    }
    let typed = box.field.trimmed
    guard !typed.isEmpty else {
      notice = Notice("Type a modifier, such as 59, or words of its meaning.")
      return []
    }
    if typed.count != 2, matches.count == 1 {
      return put(matches[0].code, from: box, in: session, at: now)
    }
    return put(typed.uppercased(), from: box, in: session, at: now)
  }

  /// Puts a modifier on the code, once its reason is known where it needs one.
  private mutating func put(
    _ modifier: String, from box: ModifiersBox, in session: Session, at now: Moment
  ) -> [Effect] {
    guard asksReason(modifier) else {
      return store(StatedModifier(modifier), from: box, in: session, at: now)
    }
    var box = box
    // What no reason would mend is told before one is asked for.
    let trial = StatedModifier(modifier, reason: "any")
    if let objection = objection(to: trial, on: box.code, in: session, at: now) {
      box.objection = "Error: \(objection)"
    } else {
      box.objection = nil
      box.reasoning = ModifiersBox.Reasoning(
        known(modifier, on: box.code, in: session, at: now) ?? StatedModifier(modifier))
    }
    overlay = .modifiers(box)
    return []
  }

  /// The modifier with the reason that there is already: the one that was typed, else what the log
  /// has as evidence.
  private func known(
    _ modifier: String, on code: ProcedureCode, in session: Session, at now: Moment
  ) -> StatedModifier? {
    let stated = statedModifiers(of: code, in: session, at: now)
    if let same = stated.first(where: { $0.modifier == modifier }) { return same }
    return bill(of: session, at: now).findings.compactMap(\.offer)
      .first { $0.code == code && $0.modifier == modifier }?.stated
  }

  private mutating func pressOnReason(
    of box: ModifiersBox, in session: Session, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let reasoning = box.reasoning else { return [] }
    var (box, field) = (box, reasoning.field)
    if key == .enter {
      guard !reasoning.isModifier else {
        box.objection =
          "Error: “\(field.trimmed)” is a modifier, no reason for \(reasoning.modifier); Esc goes "
          + "back to the modifiers."
        overlay = .modifiers(box)
        return []
      }
      return store(reasoning.stated, from: box, in: session, at: now)
    }
    guard field.press(key) else { return [] }
    box.edit(field)
    overlay = .modifiers(box)
    return []
  }

  /// Asks the journal for it, or says in the box why it cannot be; what was typed stays.
  private mutating func store(
    _ modifier: StatedModifier, from box: ModifiersBox, in session: Session, at now: Moment
  ) -> [Effect] {
    if let objection = objection(to: modifier, on: box.code, in: session, at: now) {
      var box = box
      box.objection = "Error: \(objection)"
      overlay = .modifiers(box)
      return []
    }
    return record(.modifierStated(code: box.code, modifier: modifier), in: [session.id], at: now)
  }
}

extension State {
  /// Whether a modifier is put only with a reason: also one that the program does not know, and so
  /// may be a slip.
  private func asksReason(_ modifier: String) -> Bool {
    Modifier.named(modifier)?.needsReason ?? true
  }

  /// Why a modifier cannot be put on a code; one that stands there may get another reason.
  private func objection(
    to modifier: StatedModifier, on code: ProcedureCode, in session: Session, at now: Moment
  ) -> String? {
    if asksReason(modifier.modifier), modifier.reason.allSatisfy(\.isWhitespace) {
      return "\(modifier.modifier) needs a reason: say why in a few words."
    }
    return Modifier.objection(
      to: modifier, on: logbook.catalog[code], isTimed: session[code]?.isTimed,
      beside: statedModifiers(of: code, in: session, at: now)
        .filter { !asksReason(modifier.modifier) || $0.modifier != modifier.modifier },
      for: session.visit.payer, discipline: session.visit.discipline)
  }

  /// What the lines of a code carry beside what a person put on it, each with what it says.
  func derivedModifiers(
    of code: ProcedureCode, in session: Session, at now: Moment
  ) -> [StatedModifier] {
    var seen = Set(statedModifiers(of: code, in: session, at: now).map(\.modifier))
    return bill(of: session, at: now).lines.filter { $0.code == code }.flatMap(\.modifiers)
      .filter { seen.insert($0).inserted }
      .map { StatedModifier($0, reason: Modifier.named($0)?.meaning ?? "") }
  }
}
