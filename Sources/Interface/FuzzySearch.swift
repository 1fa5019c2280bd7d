extension String {
  /// How well typed characters find this text: they must stand in it in their order, the more of
  /// them at the beginnings of words and beside one another the better; none where they do not.
  ///
  /// Blanks that were typed only part words. Case does not matter.
  func fuzzyScore(of typed: String) -> Int? {
    let letters = Array(typed.lowercased().filter { !$0.isWhitespace })
    let text = Array(lowercased())
    guard !letters.isEmpty else { return 0 }
    // Of all places up to here where the letters so far may end, the best score of each.
    var scores: [Int?] = Array(repeating: nil, count: text.count)
    for (index, letter) in letters.enumerated() {
      var next: [Int?] = Array(repeating: nil, count: text.count)
      var best: Int? = index == 0 ? 0 : nil
      for place in text.indices {
        if text[place] == letter {
          let apart = best.map { $0 + (Self.beginsWord(at: place, in: text) ? 8 : 1) }
          let beside = place > 0 && index > 0 ? scores[place - 1].map { $0 + 6 } : nil
          next[place] = [apart, beside].compactMap(\.self).max()
        }
        if index > 0, let score = scores[place] { best = max(best ?? score, score) }
      }
      scores = next
    }
    guard let score = scores.compactMap(\.self).max() else { return nil }
    return score + (text.starts(with: letters) ? 4 : 0)
  }

  private static func beginsWord(at place: Int, in text: [Character]) -> Bool {
    place == 0 || !(text[place - 1].isLetter || text[place - 1].isNumber)
  }
}
