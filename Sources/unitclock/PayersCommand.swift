import ArgumentParser
import Billing
import Configuration
import Paperwork

/// The payers that are known, and what is assumed of each.
struct PayerList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "payers",
    abstract: "List the payers, what is assumed of each, and what speaks for it.",
    discussion: """
      Your own stand in $XDG_CONFIG_HOME/unitclock/payers.yaml, a list in which
      an entry adds a payer, or changes one of these by its name:

        - name: Blue Shield of Ohio
          rule: ama
          maximumUnits: 4
        - name: Medicare Advantage
          threshold: true

      The parts of an entry are those that --json prints. A mistake is told with
      line and column, and the exit code is 65.
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let payers = try Payers.ofThisUser()
    if json {
      try Output.print { $0.payers(payers) }
    } else {
      try Output.print(PayersText(payers).lines)
    }
  }
}

extension Payers {
  /// The payers that the program brings, with those of the user's `payers.yaml`.
  static func ofThisUser() throws(ConfigurationError) -> Payers {
    try load(userFolder: BaseFolder.settings)
  }
}
