/// What the note of a code must answer, and in which field.
public struct Question: Hashable, Sendable {
  /// Its name in the log: small letters and hyphens, never changed once used.
  public var id: String
  /// What is asked, in a few words: `muscles, joints`.
  public var text: String
  /// What an answer may be.
  public var kind: Kind
  public var confidence: Procedure.Confidence
  public var source: Source

  /// What an answer may be.
  public enum Kind: String, CaseIterable, Hashable, Sendable {
    case text
    /// How many clients were present: 2 or more.
    case groupSize = "group size"
  }

  public init(
    id: String, text: String, kind: Kind, confidence: Procedure.Confidence, source: Source
  ) {
    self.id = id
    self.text = text
    self.kind = kind
    self.confidence = confidence
    self.source = source
  }
}

/// The questions that the note of each code must answer.
public struct Questions: Sendable {
  /// The questions by code, in the order in which they are asked.
  let byCode: [ProcedureCode: [Question]]

  public init(byCode: [ProcedureCode: [Question]] = [:]) { self.byCode = byCode }

  /// The questions of a code, in the order in which they are asked.
  public func questions(of code: ProcedureCode) -> [Question] { byCode[code] ?? [] }
}

extension Question {
  /// What is wrong with an answer; nothing where it will do, or nothing was answered yet.
  public func objection(to answer: String) -> String? {
    let answer = answer.drop(while: \.isWhitespace)
    guard kind == .groupSize, !answer.isEmpty else { return nil }
    let digits = answer.prefix { !$0.isWhitespace }
    guard answer[digits.endIndex...].allSatisfy(\.isWhitespace), let size = Int(digits) else {
      return "\(text): type how many were present, such as 3."
    }
    return size < 2 ? "\(text): a group is of 2 or more." : nil
  }

  /// Whether the note answers it.
  public func isAnswered(by answer: String?) -> Bool {
    guard let answer, !answer.allSatisfy(\.isWhitespace) else { return false }
    return objection(to: answer) == nil
  }
}
