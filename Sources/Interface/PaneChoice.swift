package import Billing
import Screen

/// The panes that a visit begins with: none, those of the client's last visit, or a template's.
package struct PaneChoice: Hashable, Sendable {
  /// Some codes under the name that a person knows them by.
  package struct Option: Hashable, Sendable {
    package var name: String
    package var codes: [ProcedureCode]
  }

  /// What there is to choose from, besides none.
  package private(set) var options: [Option] = []
  /// The index of what is chosen; none at first.
  package private(set) var index: Int?

  package var chosen: Option? { index.map { options[$0] } }

  /// Takes other options; what is chosen stays, where it is among them by its name.
  mutating func offer(_ options: [Option]) {
    let name = chosen?.name
    self.options = options
    index = name.flatMap { name in options.firstIndex { $0.name == name } }
  }

  /// Takes a key that chooses: ← and → one on, a blank too, a letter the first that begins with it.
  mutating func press(_ key: Key) {
    switch key {
    case .left: turn(by: -1)
    case .right, .character(" "): turn(by: 1)
    case .character(let letter):
      index =
        options.firstIndex { $0.name.lowercased().first == letter.lowercased().first } ?? index
    default: break
    }
  }

  private mutating func turn(by step: Int) {
    // None stands before the first, in a place of its own.
    let count = options.count + 1
    let place = ((index ?? -1) + 1 + step + count) % count
    index = place == 0 ? nil : place - 1
  }

  /// The chosen panes in words, as `last visit: 97110 97530`.
  package var words: String {
    guard let chosen else { return "none" }
    return "\(chosen.name): \(chosen.codes.map(\.description).joined(separator: " "))"
  }
}

extension PaneChoice.Option {
  init(_ template: Template) { self.init(name: template.name, codes: template.codes) }
}
