import Billing
import Screen

// What a file says of payers and fees, read one value at a time.

extension Value {
  /// Text that can stand on a screen, in a note and in a claim.
  func sentence(atMost longest: Int = 500) throws(ConfigurationError) -> String {
    let text = try text()
    guard text.contains(where: { !$0.isWhitespace }) else { throw mistake("A text is missing.") }
    guard text.count <= longest else {
      throw mistake("This is longer than \(longest) characters.")
    }
    guard text.visible == text else {
      throw mistake("“\(text)” has characters that a screen cannot show.")
    }
    return text
  }

  func code() throws(ConfigurationError) -> ProcedureCode {
    let text = try text()
    guard let code = ProcedureCode(text) else {
      throw mistake("“\(text)” is no code of five digits or letters.")
    }
    if let meant = Catalog.builtIn.slips[code] {
      throw mistake("\(code) never was a code: \(meant) is meant.")
    }
    return code
  }

  /// A code that the catalogue has: of any other nothing would ever come.
  func knownCode() throws(ConfigurationError) -> ProcedureCode {
    let code = try code()
    guard Catalog.builtIn[code] != nil else {
      throw mistake("The catalogue has no code \(code); `unitclock codes` lists those it has.")
    }
    return code
  }

  func day() throws(ConfigurationError) -> ServiceDate {
    let text = try text()
    guard let day = ServiceDate(text) else {
      throw mistake("“\(text)” is no day written as 2026-11-21.")
    }
    return day
  }

  /// US cents of an amount in dollars, such as `32.50` or `32.5`; at most 99999.99.
  func cents() throws(ConfigurationError) -> Int {
    let text = try text()
    let sides = text.split(separator: ".", omittingEmptySubsequences: false)
    let isNumber = sides.allSatisfy { side in
      !side.isEmpty && side.utf8.allSatisfy { (0x30...0x39).contains($0) }
    }
    guard isNumber, sides.count <= 2, sides[0].count <= 5,
      sides.count == 1 || sides[1].count <= 2,
      let cents = Int(sides[0] + (sides.dropFirst().joined() + "00").prefix(2))
    else {
      throw mistake("“\(text)” is no amount in dollars, such as 32.50, from 0 to 99999.99.")
    }
    return cents
  }
}

extension Parts {
  /// The first and last day that are given; a day that is not given leaves its side open.
  func days() throws(ConfigurationError) -> (first: ServiceDate?, last: ServiceDate?) {
    let (from, until) = (self["from"], self["until"])
    let (first, last) = (try from?.day(), try until?.day())
    if let first, let last, let until, last < first {
      throw until.mistake("\(last) is before the first day, \(first).")
    }
    return (first, last)
  }
}
