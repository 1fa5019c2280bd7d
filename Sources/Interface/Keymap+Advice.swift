package import Billing

extension State {
  /// The key that a sentence names for a command.
  func key(of command: Command, in scene: Scene = .session) -> String {
    setup.keymap.label(of: command, in: scene)
  }
}

extension Keymap {
  /// What is to be done, with the keys that the person has.
  package func words(of advice: Advice) -> String {
    advice.text { command in
      switch command {
      case .time: label(of: .time, in: .session)
      case .intervals: label(of: .intervals, in: .session)
      case .switchBack: label(of: .switchBack, in: .session)
      case .performer: label(of: .performer, in: .session)
      case .modifiers: label(of: .modifiers, in: .session)
      case .note: label(of: .note, in: .session)
      case .findings: label(of: .findings, in: .session)
      case .choose: label(of: .choose, in: .summary)
      case .client: label(of: .client, in: .session)
      }
    }
  }

  /// The finding as it is shown, its advice with the keys that the person has.
  func shown(_ finding: Finding) -> Finding {
    var finding = finding
    finding.advice = Advice(words(of: finding.advice))
    return finding
  }
}
