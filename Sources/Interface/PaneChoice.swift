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
  /// Which of them is chosen by its name; none at first.
  var choice = NamedChoice(among: [], chosen: nil, mayBeNone: true)

  package var chosen: Option? { choice.index.map { options[$0] } }

  /// Takes other options; what is chosen stays, where it is among them by its name.
  mutating func offer(_ options: [Option]) {
    guard options != self.options else { return }
    let name = choice.name
    self.options = options
    choice = NamedChoice(among: options.map(\.name), chosen: nil, mayBeNone: true)
    choice.choose(named: name)
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
