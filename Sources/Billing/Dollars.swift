/// US cents as a sentence writes them: `$2,480`, `$2,480.50`.
public func dollars(_ cents: Int) -> String {
  var whole = ""
  for (place, digit) in String(abs(cents) / 100).reversed().enumerated() {
    whole = "\(digit)\(place > 0 && place.isMultiple(of: 3) ? "," : "")\(whole)"
  }
  let part = abs(cents) % 100
  let fraction = part == 0 ? "" : ".\(part < 10 ? "0" : "")\(part)"
  return (cents < 0 ? "-$" : "$") + whole + fraction
}
