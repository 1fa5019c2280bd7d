/// The modifier that would tell a service apart from the other code of a pair, for a person to take
/// with a reason.
public struct ModifierOffer: Hashable, Codable, Sendable {
  /// The code that it is put on.
  public var code: ProcedureCode
  /// `59`, `XE`, `XP` or `XU`.
  public var modifier: String
  /// What speaks for it: the separate intervals, in a sentence.
  public var evidence: String
  /// The first codes of the pairs that a reason given now is for, those it was given for before too:
  /// ``StatedModifier/beside`` of what is put.
  public var beside: [ProcedureCode]?

  public init(
    code: ProcedureCode, modifier: String, evidence: String,
    beside: [ProcedureCode]? = nil
  ) {
    self.code = code
    self.modifier = modifier
    self.evidence = evidence
    self.beside = beside
  }
}

extension StatedModifier {
  /// Those that say that a service was apart from the other code of a pair.
  ///
  /// Source: NCCI Policy Manual ch. 1 s.E.
  static let separateService: Set = ["59", "XE", "XP", "XS", "XU"]

  /// Whether its reason was given for the pair of that first code too.
  func isReason(beside first: ProcedureCode) -> Bool { beside?.contains(first) ?? true }
}

extension GivenPairs {
  /// What becomes of the modifiers that a person put on a code to tell it apart.
  struct SeparateServiceModifiers {
    /// Those that the claim line carries: one at most.
    var put: [StatedModifier] = []
    /// Those that it does not carry, and why in a few words.
    var left: [(modifier: StatedModifier, why: String)] = []
  }

  /// Which of a code's 59, XE, XP, XS and XU its line carries: one with a reason, where the code is
  /// the second of a pair and was given apart from the first; never two on a line.
  func separateServiceModifiers(of code: ProcedureCode) -> SeparateServiceModifiers {
    var modifiers = SeparateServiceModifiers()
    // The X-modifiers say more, and go first.
    let stated = day.services.filter { $0.code == code }.flatMap(\.modifiers)
      .filter { StatedModifier.separateService.contains($0.modifier) }
    for modifier in stated.filter({ $0.modifier != "59" }) + stated.filter({ $0.modifier == "59" })
    {
      if let why = objection(to: modifier, on: code) {
        modifiers.left.append((modifier, why))
      } else if let first = modifiers.put.first {
        modifiers.left.append((modifier, "\(first.modifier) already tells the service apart"))
      } else {
        modifiers.put.append(modifier)
      }
    }
    return modifiers
  }

  /// The modifier to offer for a pair: nothing where the clock does not show that the two were
  /// given apart, or is still on.
  func offer(for pair: GivenPair) -> ModifierOffer? {
    guard pair.maySeparate, !pair.isRunning, let terms = payer.terms else { return nil }
    let modifier =
      switch terms.separateService {
      case .modifier59: "59"
      case .specific: pair.evidence.specificModifier
      }
    let given = separateServiceModifiers(of: pair.edit.column2).put.flatMap { $0.beside ?? [] }
    return ModifierOffer(
      code: pair.edit.column2, modifier: modifier, evidence: pair.evidence.words,
      beside: Set(given + [pair.edit.column1]).sorted())
  }

  /// Why a line does not carry a stated modifier; nothing where it does.
  private func objection(to stated: StatedModifier, on code: ProcedureCode) -> String? {
    guard payer.terms != nil else { return "no payer's code pairs are known" }
    let pairs = pairs.filter { $0.edit.column2 == code && $0.edit.indicator == .withModifier }
    guard !pairs.isEmpty else {
      return "\(code) is not the second code of a pair that a modifier opens"
    }
    if stated.reason.allSatisfy(\.isWhitespace) { return "it has no reason" }
    if let other = pairs.first(where: { !$0.maySeparate }) {
      return other.evidence.standing == .overlapping
        ? "its intervals overlap those of \(other.edit.column1)"
        : "no clock times show it apart from \(other.edit.column1)"
    }
    switch stated.modifier {
    case "XE" where !pairs.allSatisfy(\.evidence.isOfDifferentVisits):
      return "XE is for services of different visits"
    case "XP" where !pairs.allSatisfy(\.evidence.isByDifferentPerformers):
      return "XP is for services by different performers"
    default: return nil
    }
  }
}

extension PairEvidence {
  /// The X-modifier that fits two separate services: of another encounter, by another practitioner,
  /// else unusual and not overlapping.
  fileprivate var specificModifier: String {
    isOfDifferentVisits ? "XE" : isByDifferentPerformers ? "XP" : "XU"
  }
}
