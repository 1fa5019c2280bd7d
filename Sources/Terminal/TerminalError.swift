/// Why the terminal cannot be used, and what to do about it.
package enum TerminalError: Error, Hashable, CustomStringConvertible {
  case noKeyboard
  case noScreen
  case unnamed
  case unknown(name: String)

  package var description: String {
    switch self {
    case .noKeyboard:
      "Standard input is not a terminal. Start the program from one, without a pipe before it."
    case .noScreen:
      "Standard output is not a terminal. Start the program from one, without a pipe after it."
    case .unnamed:
      "TERM is not set, so the kind of terminal is not known. Set it, for instance TERM=xterm-256color."
    case .unknown(let name):
      "TERM=\(name) names a terminal that is not described on this computer. Set another, for instance "
        + "TERM=xterm-256color."
    }
  }
}
