package import Billing

/// A line of a batch that cannot be billed, and why.
package struct RefusedLine: Error, Hashable, Sendable {
  /// The record's own id, where it could be read.
  package var id: String?
  package var reason: String

  package init(id: String?, reason: String) {
    self.id = id
    self.reason = reason
  }
}

extension Record {
  /// Reads one line of a batch.
  ///
  /// Whatever the contract does not know is refused: a typing error must not become a bill.
  package init(line: [UInt8], payers: Payers) throws(RefusedLine) {
    var members: [JSONMember] = []
    do throws(Refusal) {
      var reader = JSONReader(line)
      try reader.readObject(into: &members)
      self = try Record(members: members, payers: payers)
    } catch {
      throw RefusedLine(id: Self.readableID(among: members), reason: error.reason)
    }
  }

  private static func readableID(among members: [JSONMember]) -> String? {
    let ids = members.filter { $0.name == "\(Field.id)" }
    guard ids.count == 1, case .string(let id) = ids[0].value else { return nil }
    return id
  }

  private enum Field: String, CaseIterable {
    case id, rule, payer, date, discipline, minutes
  }

  private init(members: [JSONMember], payers: Payers) throws(Refusal) {
    self.init()
    var given: Set<Field> = []
    for member in members {
      let field = try Field.named(member.name, as: "key")
      guard given.insert(field).inserted else { throw Refusal("\(field) is given twice") }
      try read(member.value, as: field, payers: payers)
    }
    guard given.contains(.minutes) else { throw Refusal("minutes is missing") }
  }

  private mutating func read(
    _ value: JSONValue, as field: Field, payers: Payers
  ) throws(Refusal) {
    switch field {
    case .id: id = try value.text(as: "id")
    case .rule: rule = try .named(value.text(as: "rule"), as: "rule")
    case .payer: payer = try payers.known(value.text(as: "payer"))
    case .date: date = try .written(value.text(as: "date"))
    case .discipline: discipline = try .named(value.text(as: "discipline"), as: "discipline")
    case .minutes:
      for member in try value.members(as: "minutes", such: #"{"97110": 33}"#) {
        try add(Service(member.name, member.value))
      }
    }
  }
}

extension Service {
  private enum Performer: String, CaseIterable { case therapist, assistant }

  /// Reads the name and value of `"97110": 33` or `"97110": {"therapist": 13, "assistant": 23}`.
  fileprivate init(_ name: String, _ value: JSONValue) throws(Refusal) {
    let code = try ProcedureCode.written(name)
    guard case .object(let performers) = value else {
      self.init(code, therapistMinutes: try value.minutes(as: "minutes of \(code)"))
      return
    }
    var minutes: [Performer: Int] = [:]
    for performer in performers {
      let who = try Performer.named(performer.name, as: "minutes of \(code): key")
      let read = try performer.value.minutes(as: "\(who) minutes of \(code)")
      guard minutes.updateValue(read, forKey: who) == nil else {
        throw Refusal("minutes of \(code): \(who) is given twice")
      }
    }
    self.init(
      code, therapistMinutes: minutes[.therapist] ?? 0, assistantMinutes: minutes[.assistant] ?? 0)
  }
}

extension JSONValue {
  fileprivate func text(as place: String) throws(Refusal) -> String {
    guard case .string(let text) = self else { throw Refusal("\(place): \(kind) is not text") }
    return text
  }

  fileprivate func minutes(as place: @autoclosure () -> String) throws(Refusal) -> Int {
    guard case .number(let digits) = self else {
      throw Refusal("\(place()): \(kind) is not a whole number")
    }
    return try Minutes.written(digits, as: place())
  }

  fileprivate func members(
    as place: String, such example: String
  ) throws(Refusal) -> [JSONMember] {
    guard case .object(let members) = self else {
      throw Refusal("\(place): \(kind) is not an object such as \(example)")
    }
    return members
  }

  /// What a value of the wrong kind is called.
  private var kind: String {
    switch self {
    case .object: "an object"
    case .array: "a list"
    case .string(let text): text.quoted
    case .number(let digits): digits.shortened
    case .bool(let bool): "\(bool)"
    case .null: "null"
    }
  }
}
