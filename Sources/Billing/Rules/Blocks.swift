/// Minutes cut into billable blocks: a first one, then equal further ones.
struct Blocks: Hashable {
  /// Minutes of the first block.
  var first: Int
  /// Minutes of each further block; none where only the first is ever billed.
  var further: Int?
  /// Whether a block is earned when it is full, rather than once its midpoint is passed.
  var mustBeFull = false

  /// Blocks of 15 minutes, each earned past its midpoint.
  static let quarterHours = Blocks(first: 15, further: 15)

  /// The blocks that `minutes` earn.
  func units(in minutes: Int) -> Int {
    let inFirst = min(1, units(in: minutes, of: first))
    guard let further, minutes > first else { return inFirst }
    return inFirst + units(in: minutes - first, of: further)
  }

  /// The fewest minutes that earn `units`, 0 or more; nothing where no number of minutes does.
  func minutes(toEarn units: Int) -> Int? {
    guard units > 0 else { return 0 }
    guard units > 1 else { return threshold(of: first) }
    guard let further else { return nil }
    return first + (units - 2) * further + threshold(of: further)
  }

  private func units(in minutes: Int, of length: Int) -> Int {
    // Block k is past its midpoint when 2 * minutes > (2k - 1) * length.
    mustBeFull ? minutes / length : (2 * minutes + length - 1) / (2 * length)
  }

  private func threshold(of length: Int) -> Int { mustBeFull ? length : length / 2 + 1 }
}
