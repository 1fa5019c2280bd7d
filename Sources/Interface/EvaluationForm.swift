package import Billing
import Screen

/// The components of an occupational or physical therapy evaluation, and what they come to.
///
/// Nothing is guessed: as long as one is missing there is no level.
package struct EvaluationForm: Hashable, Sendable {
  private let profession: Profession
  package var rows: [Row]
  /// The row with the focus.
  package var focus = 0

  /// The professions whose evaluations have levels.
  private enum Profession { case physicalTherapy, occupationalTherapy }

  package var discipline: Discipline {
    switch profession {
    case .physicalTherapy: .physicalTherapy
    case .occupationalTherapy: .occupationalTherapy
    }
  }

  /// A component with what was said of it.
  package struct Row: Hashable, Sendable {
    package let label: String
    package var answer: Answer
  }

  /// What was said of a component.
  package enum Answer: Hashable, Sendable {
    case number(TextField)
    case word(NamedChoice)
  }

  /// Why there is no level yet, in a sentence, and the row that lacks something.
  package struct Gap: Error, Hashable, Sendable {
    package var sentence: String
    package var row: Int
  }

  /// A form of the components that the discipline's evaluations have; none where they have no
  /// levels.
  package init?(of discipline: Discipline) {
    switch discipline {
    case .physicalTherapy:
      profession = .physicalTherapy
      rows = [
        .number("Personal factors and comorbidities"), .number("Elements examined"),
        .word("Presentation", PhysicalTherapyEvaluation.Presentation.self),
      ]
    case .occupationalTherapy:
      profession = .occupationalTherapy
      rows = [
        .word("History", OccupationalTherapyEvaluation.History.self),
        .number("Performance deficits"),
        .word("Decision making", OccupationalTherapyEvaluation.Decisions.self),
        .word("Comorbidities", OccupationalTherapyEvaluation.Comorbidity.self),
        .word("Help with tests", OccupationalTherapyEvaluation.Help.self),
      ]
    case .speechLanguagePathology: return nil
    }
  }

  /// The level that the components come to.
  ///
  /// - Throws: what is still missing, or cannot be.
  package func level() throws(Gap) -> EvaluationLevel {
    switch profession {
    case .physicalTherapy: try physicalTherapyLevel()
    case .occupationalTherapy: try occupationalTherapyLevel()
    }
  }

  private func physicalTherapyLevel() throws(Gap) -> EvaluationLevel {
    let evaluation = PhysicalTherapyEvaluation(
      factors: try number(0), elements: try number(1), presentation: try word(2))
    do throws(EvaluationLevel.Mistake) {
      return try evaluation.level()
    } catch {
      throw Gap(sentence: "Error: \(error.description)", row: 1)
    }
  }

  private func occupationalTherapyLevel() throws(Gap) -> EvaluationLevel {
    let evaluation = OccupationalTherapyEvaluation(
      history: try word(0), deficits: try number(1), decisions: try word(2),
      comorbidity: try word(3), help: try word(4))
    do throws(EvaluationLevel.Mistake) {
      return try evaluation.level()
    } catch {
      throw Gap(sentence: "Error: \(error.description)", row: 1)
    }
  }

  // MARK: What was said of a row

  private func number(_ row: Int) throws(Gap) -> Int {
    guard case .number(let field) = rows[row].answer, !field.isEmpty else { throw missing(row) }
    guard field.text.allSatisfy(\.isDigit), let number = Int(field.text) else {
      throw Gap(sentence: "Error: \(rows[row].label): whole numbers are taken, 0 to 99.", row: row)
    }
    return number
  }

  private func word<Word: CaseIterable>(_ row: Int) throws(Gap) -> Word
  where Word.AllCases == [Word] {
    guard case .word(let choice) = rows[row].answer else { throw missing(row) }
    if let mistake = choice.mistake(no: rows[row].label.lowercased()) {
      throw Gap(sentence: mistake, row: row)
    }
    guard let chosen = choice.index else { throw missing(row) }
    return Word.allCases[chosen]
  }

  private func missing(_ row: Int) -> Gap {
    Gap(sentence: "No level yet: \(rows[row].label.lowercased()) is still open.", row: row)
  }
}

extension EvaluationForm.Row {
  fileprivate static func number(_ label: String) -> Self {
    Self(label: label, answer: .number(TextField(limit: 2)))
  }

  fileprivate static func word<Word: CaseIterable & RawRepresentable<String>>(
    _ label: String, _ words: Word.Type
  ) -> Self {
    let names = words.allCases.map(\.rawValue)
    return Self(
      label: label, answer: .word(NamedChoice(among: names, chosen: nil, mayBeNone: true)))
  }
}

extension EvaluationForm {
  /// The field that is typed into, where the focused row has one.
  var typedField: TextField? {
    if case .number(let field) = rows[focus].answer { field } else { nil }
  }

  /// The same form with another text in its field.
  func with(_ field: TextField) -> EvaluationForm {
    var form = self
    form.rows[focus].answer = .number(field)
    return form
  }
}
