import Testing

@testable import Billing

@Suite struct Documentation {
  // MARK: The questions

  @Test func `the built-in file has no mistake`() throws {
    let questions = try Questions(
      parsing: Questions.builtInText, named: "Questions.tsv", for: .builtIn)
    #expect(questions.byCode == Questions.builtIn.byCode)
    #expect(!questions.byCode.isEmpty)
  }

  @Test func `a code has two to four short questions, and each its own id`() {
    for (code, questions) in Questions.builtIn.byCode {
      #expect((2...4).contains(questions.count), "\(code)")
      #expect(Set(questions.map(\.id)).count == questions.count, "\(code)")
      #expect(questions.allSatisfy { $0.text.count <= 28 }, "\(code)")
    }
  }

  @Test func `every timed code and every untimed modality is asked for something`() {
    for procedure in Catalog.builtIn.procedures
    where procedure.isTimed || procedure.attendance == .supervised {
      #expect(!Questions.builtIn.questions(of: procedure.code).isEmpty, "\(procedure.code)")
    }
    #expect(Questions.builtIn.questions(of: "97161").isEmpty)
    #expect(Questions.builtIn.questions(of: "97018").map(\.id) == ["site", "skin"])
    #expect(
      Questions.builtIn.questions(of: "97110").map(\.id)
        == ["exercise", "purpose", "skill", "response"])
  }

  @Test(arguments: ["97150", "92508"] as [ProcedureCode])
  func `a group is asked how many were present`(code: ProcedureCode) throws {
    let size = try #require(
      Questions.builtIn.questions(of: code).first { $0.kind == .groupSize })
    for answer in ["2", " 3 ", "12"] {
      #expect(size.objection(to: answer) == nil)
      #expect(size.isAnswered(by: answer))
    }
    for answer in ["1", "0", "-2", "two", "2 or 3", "3.5"] {
      #expect(size.objection(to: answer)?.hasPrefix("number in the group: ") == true)
      #expect(!size.isAnswered(by: answer))
    }
    #expect(size.objection(to: "") == nil)
    #expect(!size.isAnswered(by: "  "))
    #expect(!size.isAnswered(by: nil))
  }

  @Test func `a mistake in a file of questions is told with line and field`() {
    let header = Questions.columns.joined(separator: "\t")
    let good = ["97110 97112", "task", "task practised", "text", "K", "a test", "2026-11-21"]
    func file(_ changes: [String: String]) -> String {
      header + "\n"
        + zip(Questions.columns, good).map { changes[$0] ?? $1 }
        .joined(separator: "\t")
    }
    #expect(throws: Never.self) {
      try Questions(parsing: file([:]), named: "questions.tsv", for: .builtIn)
    }
    let wrong: [(String, String)] = [
      ("codes", "9711"), ("codes", "-"), ("codes", "97110 97110"), ("id", "Task"),
      ("id", "-"), ("text", "a text that is far too long to stand before a field"),
      ("kind", "number"), ("confidence", "Z"), ("source", "-"), ("sourceDate", "2026"),
    ]
    for (column, text) in wrong {
      let mistake = #expect(throws: TableMistake.self) {
        try Questions(parsing: file([column: text]), named: "questions.tsv", for: .builtIn)
      }
      let place = text == "97110 97110" ? "id" : column
      #expect(mistake?.description.hasPrefix("questions.tsv, line 2, \(place): ") == true)
    }
  }

  // MARK: The findings

  func findings(_ day: TreatmentDay) -> [Finding] {
    Bill(of: day, by: .cms).findings(.documentation)
  }

  @Test func `what the note leaves open is listed, code by code`() {
    var day = TreatmentDay(["97110": 15, "97150": 30, "97161": 20])
    day.answers = [
      "97110": ["exercise": "knee, 3 x 10", "purpose": " ", "skill": "form", "response": "well"],
      "97150": ["group-size": "1", "goal": "stairs", "attendance": "throughout"],
    ]
    let found = findings(day)
    #expect(found.map(\.codes) == [["97110"], ["97150"]])
    #expect(found.map(\.detail) == ["purpose", "group-size"])
    #expect(found.allSatisfy { $0.severity == .caution })
    #expect(
      found.first?.message == "97110: the note does not say: purpose, functional goal.")
  }

  @Test func `a code is asked while its clock is on, and one that came to no minute is not`() {
    var day = TreatmentDay(["97018": 0])
    day.answers = [:]
    #expect(findings(day) == [])
    day.services[0].isBegun = true
    #expect(findings(day) == [])
    day.services[0].isRunning = true
    #expect(findings(day).map(\.detail) == ["site skin"])
    day.answers = ["97018": ["site": "hand", "skin": "unchanged"]]
    #expect(findings(day) == [])
  }

  @Test func `nothing is asked where no note is known`() {
    #expect(findings(TreatmentDay(["97110": 15])) == [])
  }

  @Test func `a caution that a person let stand is remembered for what was open`() {
    var day = TreatmentDay(["97018": 15])
    day.answers = [:]
    day.dismissals = [findings(day)[0].fact: "in the plan of care"]
    #expect(findings(day).map(\.dismissal) == ["in the plan of care"])
    // An answer takes nothing back; an answer that went does.
    day.answers = ["97018": ["site": "hand"]]
    #expect(findings(day).map(\.dismissal) == ["in the plan of care"])
    day.dismissals = [findings(day)[0].fact: "in the plan of care"]
    day.answers = [:]
    #expect(findings(day).map(\.dismissal) == [nil])
  }

  @Test func `a stop cannot be let stand`() {
    var day = TreatmentDay(["99999": 15])
    let stop = Bill(of: day, by: .cms).findings[0]
    day.dismissals = [stop.fact: "it is right"]
    #expect(Bill(of: day, by: .cms).findings[0].dismissal == nil)
  }
}
