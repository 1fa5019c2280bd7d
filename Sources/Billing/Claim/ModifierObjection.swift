extension StatedModifier {
  /// Whether it is two capital letters or digits.
  public var isWellFormed: Bool {
    modifier.utf8.count == 2
      && modifier.utf8.allSatisfy {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
          || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0)
      }
  }
}

extension StatedModifier {
  /// Whether its reason is for all that another's is for: one for further pairs is news.
  fileprivate func covers(_ other: StatedModifier) -> Bool {
    guard let beside else { return true }
    return other.beside.map(Set.init)?.isSubset(of: beside) ?? false
  }
}

extension Modifier {
  /// Why a person cannot put a modifier on a code, in a sentence for them; none where they can.
  ///
  /// It is asked before the modifier is taken. Whether 59 and its finer forms are earned is asked
  /// when the bill is made, for the clock may still run.
  ///
  /// - Parameters:
  ///   - procedure: the code's row of the catalogue; none where it is unknown.
  ///   - isTimed: whether minutes decide the code's units, where the row leaves it open.
  ///   - others: what stands on the code already.
  ///   - discipline: the visit's; none where it is not known.
  public static func objection(
    to stated: StatedModifier, on procedure: Procedure?, isTimed: Bool? = nil,
    beside others: [StatedModifier], for payer: Payer, discipline: Discipline?
  ) -> String? {
    let code = stated.modifier
    guard stated.isWellFormed else {
      return "\(code) is no modifier: type two capital letters or digits, such as KX or 95."
    }
    if let sentence = derived(code, for: payer, discipline: discipline) { return sentence }
    if code == reduced, procedure?.isTimed == true || isTimed == true {
      return "52 is not for a timed code done for less time: bill fewer units, or none."
    }
    if others.contains(where: { $0.modifier == code && $0.covers(stated) }) {
      return "\(code) stands on it already."
    }
    let known = named(code)
    if let other = others.first(where: { contradict(code, $0.modifier) }) {
      return known?.place == .separateService
        ? "A line carries one of 59, XE, XP, XS and XU: take \(other.modifier) off first."
        : "\(words(code)) and \(words(other.modifier)) say contrary things: take one of them."
    }
    if known?.needsReason == true, stated.reason.allSatisfy(\.isWhitespace) {
      return "\(code) needs a reason: say why in a few words."
    }
    return nil
  }

  private static func contradict(_ one: String, _ other: String) -> Bool {
    named(one)?.contraries.contains(other) == true || named(other)?.contraries.contains(one) == true
  }

  private static func words(_ code: String) -> String {
    named(code).map { "\(code) (\($0.meaning))" } ?? code
  }

  /// What the program puts by itself.
  private static func derived(
    _ code: String, for payer: Payer, discipline: Discipline?
  ) -> String? {
    switch place(of: code) {
    case .discipline:
      let isDerived = payer.terms?.wantsDisciplineModifier ?? (discipline != nil)
      return isDerived
        ? "GP, GO and GN come from the visit's discipline and need not be typed." : nil
    case .assistant:
      return payer.terms?.wantsAssistantModifier == true
        ? "CQ and CO come from the assistant's minutes and need not be typed." : nil
    case .overflow:
      return "99 is put by itself where a line has more than four modifiers."
    case .threshold, .separateService, .telehealth, .habilitation, .notice, .other: return nil
    }
  }
}
