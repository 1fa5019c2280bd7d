/// Reads as many of the typed words as make a time; the rest is the reason, as in `8 phone rang`.
///
/// A time may stand in several words, as `1305 - 1320` or `1:05 p`. Where one number follows another
/// the reason has begun: `8 2 calls` is eight minutes and a reason, not 82 minutes.
///
/// - Parameter time: makes a time of words without blanks between them; what it says of the first
///   word alone is what is wrong.
func timeAndReason<Time, Failure>(
  in typed: String, _ time: (String) throws(Failure) -> Time
) throws(Failure) -> (time: Time, reason: String?) {
  let words = typed.split(whereSeparator: \.isWhitespace)
  let joints = zip(words, words.dropFirst())
  let most = 1 + joints.prefix { left, right in !isNumber(left.last, before: right.first) }.count
  for count in stride(from: min(most, words.count), to: 1, by: -1) {
    guard let time = try? time(words.prefix(count).joined()) else { continue }
    return (time, reason(words.dropFirst(count)))
  }
  return (try time(String(words.first ?? "")), reason(words.dropFirst()))
}

private func isNumber(_ character: Character?, before next: Character?) -> Bool {
  guard let character, let next else { return false }
  return TimeEntry.isDigit(character) && TimeEntry.isDigit(next)
}

private func reason(_ words: ArraySlice<Substring>) -> String? {
  words.isEmpty ? nil : Reason.completed(words.joined(separator: " "))
}
