import Billing

extension Finding.ID {
  /// What kind of finding it is, as a list shows it; its name in files is another.
  var words: String {
    switch self {
    case .unknownCode: "unknown code"
    case .retiredCode: "code retired"
    case .notYetValid: "code not yet valid"
    case .belowMinimum: "below the minimum"
    case .unbilledMinutes: "minutes unbilled"
    case .tie: "equal allocations"
    case .ruleDifference: "CMS and AMA differ"
    case .overlap: "intervals overlap"
    case .groupWithOneOnOne: "group and one-on-one"
    case .addOnWithoutBase: "add-on without base"
    case .assistantModifier: "assistant"
    case .pair: "code pair"
    case .pairNever: "code pair, never"
    case .modifier52: "modifier 52"
    case .overDailyUnits: "daily units"
    case .notPayable: "not payable"
    case .evaluationTwice: "evaluation twice"
    case .wrongDiscipline: "wrong discipline"
    case .disciplineModifier: "discipline modifier"
    case .thresholdModifier: "KX"
    case .documentation: "note open"
    case .longTimer: "long timer"
    case .clockMoved: "clock set"
    case .slept: "machine slept"
    case .lateEntry: "late entry"
    case .billedOverPresent: "over time present"
    }
  }
}
