package import Billing

// What people and programs write, read one value at a time: in a record and on the command line
// alike.

/// Whole minutes, as written.
package enum Minutes {
  /// Reads whole digits, 0 to 1440.
  ///
  /// `1e1` and `10.0` are refused: nobody writes minutes so but by mistake.
  package static func written(
    _ text: String, as place: @autoclosure () -> String
  ) throws(Refusal) -> Int {
    guard !text.isEmpty else { throw Refusal("\(place()): a number is missing") }
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    guard !digits.isEmpty, digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else {
      throw Refusal("\(place()): \(text.shortened) is not a whole number")
    }
    let minutes = Int(text) ?? (text.hasPrefix("-") ? .min : .max)
    guard minutes >= 0 else { throw Refusal("\(place()): \(text.shortened) is below 0") }
    guard minutes <= Record.mostMinutes else {
      throw Refusal("\(place()): \(text.shortened) is above \(Record.mostMinutes)")
    }
    return minutes
  }
}

extension Service {
  /// Reads `97110=33`, or `97110=13+23` for therapist and assistant.
  package init(argument: String) throws(Refusal) {
    let sides = argument.split(separator: "=", omittingEmptySubsequences: false)
    guard sides.count == 2 else {
      throw Refusal("\(argument.quoted) is not a code and its minutes, such as 97110=33")
    }
    let code = try ProcedureCode.written(String(sides[0]))
    let minutes = sides[1].split(separator: "+", omittingEmptySubsequences: false).map(String.init)
    switch minutes.count {
    case 1:
      try self.init(code, therapistMinutes: Minutes.written(minutes[0], as: "minutes of \(code)"))
    case 2:
      try self.init(
        code,
        therapistMinutes: Minutes.written(minutes[0], as: "therapist minutes of \(code)"),
        assistantMinutes: Minutes.written(minutes[1], as: "assistant minutes of \(code)"))
    default:
      throw Refusal("minutes of \(code): only therapist+assistant, such as 13+23")
    }
  }
}

extension ProcedureCode {
  package static func written(
    _ text: String, as place: String = "minutes"
  ) throws(Refusal) -> ProcedureCode {
    guard let code = ProcedureCode(text) else {
      throw Refusal("\(place): \(text.quoted) is not a code of five digits or letters")
    }
    return code
  }
}

extension ServiceDate {
  package static func written(_ text: String) throws(Refusal) -> ServiceDate {
    guard let date = ServiceDate(text) else {
      throw Refusal("date: \(text.quoted) is not a day written as 2026-11-21")
    }
    return date
  }
}

extension Payers {
  /// The payer of that name; the refusal names those there are.
  package func known(_ name: String, as place: String = "payer") throws(Refusal) -> Payer {
    guard let payer = self[name] else {
      throw Refusal(
        "\(place): \(name.quoted) is not known; known are \(names.joined(separator: "; "))")
    }
    return payer
  }
}

extension StatedModifier {
  /// The most characters of a reason.
  private static let longestReason = 200

  /// Reads `97110=95`, a code and two letters or digits, or `97110=KX:needed after the fall` with why.
  package static func written(
    _ argument: String
  ) throws(Refusal) -> (code: ProcedureCode, modifier: StatedModifier) {
    let sides = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard sides.count == 2 else {
      throw Refusal("modifier: \(argument.quoted) is not a code and its modifier, such as 97110=95")
    }
    let code = try ProcedureCode.written(String(sides[0]), as: "modifier")
    let parts = sides[1].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    let reason = parts.count == 2 ? parts[1].trimmingPrefix(while: \.isWhitespace) : ""
    let modifier = StatedModifier(parts[0].uppercased(), reason: String(reason))
    guard modifier.isWellFormed else {
      throw Refusal("modifier of \(code): \(parts[0].quoted) is not two letters or digits")
    }
    guard modifier.reason.visible == modifier.reason, modifier.reason.count <= Self.longestReason
    else {
      throw Refusal(
        "modifier of \(code): a reason is one line of at most \(Self.longestReason) characters")
    }
    return (code, modifier)
  }
}

extension RawRepresentable<String> where Self: CaseIterable {
  /// The case of that very name; the refusal names those there are.
  package static func named(_ name: String, as place: String) throws(Refusal) -> Self {
    guard let known = Self(rawValue: name) else {
      let names = allCases.map(\.rawValue).joined(separator: ", ")
      throw Refusal("\(place): \(name.quoted) is not known; known are \(names)")
    }
    return known
  }
}
