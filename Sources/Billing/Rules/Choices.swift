extension Count {
  /// How many allocations the rule allows; `Int.max` where there are more than an integer holds.
  var choiceCount: Int {
    guard let tie else { return 1 }
    return Self.combinations(of: tie.candidates.count, taking: tie.places)
  }

  /// The units of each earner in every allowed allocation, the one used first, then in order of
  /// preference; at most `most`.
  func choices(atMost most: Int) -> [[Int]] {
    guard let tie else { return [units] }
    var sure = units
    for winner in tie.winners { sure[winner] -= 1 }
    var choices = [units]
    var places = Array(0..<tie.places)
    repeat {
      var choice = sure
      for place in places { choice[tie.candidates[place]] += 1 }
      if choice != units { choices.append(choice) }
    } while choices.count < most && Self.advance(&places, below: tie.candidates.count)
    return choices
  }

  /// The next combination in lexical order; false after the last one.
  private static func advance(_ places: inout [Int], below count: Int) -> Bool {
    guard let moving = places.indices.last(where: { places[$0] < count - places.count + $0 }) else {
      return false
    }
    let start = places[moving] + 1
    for index in moving..<places.count { places[index] = start + index - moving }
    return true
  }

  private static func combinations(of count: Int, taking places: Int) -> Int {
    var combinations = 1
    for step in 1...max(1, min(places, count - places)) {
      let (product, overflow) = combinations.multipliedReportingOverflow(by: count - step + 1)
      guard !overflow else { return .max }
      combinations = product / step
    }
    return combinations
  }
}
