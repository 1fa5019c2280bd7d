/// One cell of the screen: what stands there, what it means, and on what ground.
///
/// A theme gives it a look.
package struct Cell: Hashable, Sendable {
  /// One character of one or two columns; nothing where a wide character's second column lies.
  package var text: Character?
  package var role: Role
  package var ground: Ground

  package init(_ text: Character? = " ", _ role: Role = .text, _ ground: Ground = .screen) {
    self.text = text
    self.role = role
    self.ground = ground
  }
}
