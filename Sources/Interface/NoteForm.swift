package import Billing

/// The note fields of a code, as a form in front of the session.
package struct NoteForm: Hashable, Sendable {
  package let code: ProcedureCode
  /// What the note must answer, in the order of the fields.
  package let questions: [Question]
  package var fields: [TextField]
  /// The index of the field with the focus.
  package var focus = 0
  /// The findings it was opened from; they stand there again when it is left.
  package var origin: FindingsBox?
  /// How it is left, as soon as the disk has what was typed.
  package var leaving: Leaving?
  /// The codes whose notes were gone through before it, on the way to the signature.
  package var gone: [ProcedureCode] = []

  /// How a form is left.
  package enum Leaving: Hashable, Sendable {
    /// By Esc: back to where it was opened.
    case back
    /// By Enter in the last field: on to the next note that is open, before a signature.
    case onward
  }

  /// The most characters of an answer.
  private static let limit = 300

  /// A form that holds what the note says already, the focus on the first question it leaves open.
  package init(
    code: ProcedureCode, questions: [Question], answers: [String: String],
    from origin: FindingsBox? = nil
  ) {
    self.code = code
    self.questions = questions
    self.origin = origin
    fields = questions.map { TextField(answers[$0.id] ?? "", limit: Self.limit) }
    focus = questions.firstIndex { !$0.isAnswered(by: answers[$0.id]) } ?? 0
  }

  /// What is wrong with a field, as the person reads it; nothing where it will do.
  func objection(to field: Int) -> String? {
    fields[field].refusal?.sentence
      ?? questions[field].objection(to: fields[field].trimmed).map { "Error: \($0)" }
  }

  /// Why the field with the focus cannot be stored; nothing where it can.
  var objection: String? { questions[focus].objection(to: fields[focus].trimmed) }

  /// Why fields cannot be stored, one sentence for each that cannot.
  var objections: [String] {
    zip(questions, fields).compactMap { $0.objection(to: $1.trimmed) }
  }

  /// Whether no field holds anything.
  var isEmpty: Bool { fields.allSatisfy(\.trimmed.isEmpty) }

  /// The fields that say something else than the note does, and can be stored.
  func changes(from answers: [String: String]) -> [(question: Question, text: String)] {
    zip(questions, fields).map { ($0, $1.trimmed) }
      .filter { question, text in
        text != answers[question.id] ?? "" && question.objection(to: text) == nil
      }
  }

  mutating func moveFocus(by step: Int) {
    focus = (focus + step + fields.count) % fields.count
  }
}
