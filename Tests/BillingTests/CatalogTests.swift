import Testing

@testable import Billing

@Suite struct CatalogFile {
  @Test func `the built-in file has no mistake`() throws {
    let catalog = try Catalog(parsing: Catalog.builtInText, named: "Codes.tsv")
    #expect(catalog.procedures == Catalog.builtIn.procedures)
    #expect(catalog.procedures.count > 180)
  }

  @Test(arguments: Catalog.builtIn.procedures)
  func `every row says what a bill needs`(procedure: Procedure) throws {
    // A note gives a label 36 columns and cuts what is longer.
    #expect(!procedure.label.isEmpty && procedure.label.count <= 36)
    #expect(procedure.label.utf8.allSatisfy { (0x20...0x7E).contains($0) })
    #expect(!procedure.source.text.isEmpty)
    #expect(procedure.source.date >= "2024-07-01")
    #expect(Catalog.builtIn[procedure.code] == procedure)
    #expect(procedure.lastDay != nil || procedure.successors.isEmpty)
    for successor in procedure.successors.compactMap({ Catalog.builtIn[$0] }) {
      #expect(successor.lastDay ?? "9999-12-31" > procedure.lastDay ?? "9999-12-31")
    }
    if let base = procedure.base {
      #expect(Catalog.builtIn[base]?.base == nil)
    }
    if case .addOn(let base, _, _) = procedure.timing {
      #expect(Catalog.builtIn.addOn(of: base) == procedure)
    }
    if procedure.isEvaluation, case .untimed = procedure.timing, let most = procedure.dailyMaximum {
      #expect(most.practitioner <= 1)
    }
    if procedure.attendance == .supervised { #expect(procedure.timing == .untimed) }
  }

  @Test(arguments: Catalog.builtIn.procedures, Rule.allCases)
  func `every row bills at 60 minutes, and nothing at none`(procedure: Procedure, rule: Rule) {
    let date = procedure.lastDay ?? "2026-11-21"
    let services = [procedure.code, procedure.base].compactMap(\.self)
    func bill(_ minutes: Int) -> Bill {
      Bill(
        of: TreatmentDay(
          date: date, services: services.map { Service($0, therapistMinutes: minutes) }), by: rule)
    }
    #expect(bill(60).totalUnits > 0 || procedure.code == "97545")
    #expect(bill(60).findings.allSatisfy { $0.severity != .stop })
    #expect(bill(0).totalUnits == 0)
    #expect(bill(0).findings == [])
    #expect(!bill(60).because.isEmpty)
  }

  @Test func `a code of the wrong form, a double, a gap: each is told with line and field`() {
    let header = Catalog.columns.joined(separator: "\t")
    let good = row([:])
    let cases: [(String, Int, String?)] = [
      (row(["code": "9711"]), 3, "code"),
      (row(["label": "-"]), 3, "label"),
      (row(["label": ""]), 3, "label"),
      (row(["disciplines": "PT XX"]), 3, "disciplines"),
      (row(["timing": "sometimes"]), 3, "timing"),
      (row(["timing": "untimed"]), 3, "counting"),
      (row(["counting": "always"]), 3, "counting"),
      (row(["length": "30"]), 3, "length"),
      (row(["length": "0"]), 3, "length"),
      (row(["length": "x"]), 3, "length"),
      (row(["timing": "add-on"]), 3, "base"),
      (row(["timing": "add-on", "base": "97000"]), 3, "base"),
      (row(["timing": "add-on", "base": "97112", "lastDay": "2020-12-31"]), 3, "base"),
      (row(["attendance": "far away"]), 3, "attendance"),
      (row(["evaluation": "no"]), 3, "evaluation"),
      (row(["practitionerMaximum": "x"]), 3, "practitionerMaximum"),
      (row(["practitionerMaximum": "-"]), 3, "outpatientMaximum"),
      (row(["indicator": "7"]), 3, "indicator"),
      (row(["firstDay": "2020-02-30"]), 3, "firstDay"),
      (row(["firstDay": "2020-02-01", "lastDay": "2020-01-31"]), 3, "lastDay"),
      (row(["successors": "97000 x"]), 3, "successors"),
      (row(["timing": "never existed"]), 3, "successors"),
      (row(["confidence": "Z"]), 3, "confidence"),
      (row(["source": "-"]), 3, "source"),
      (row(["sourceDate": "-"]), 3, "sourceDate"),
      (row(["code": "97112"]), 3, "code"),
      ("97110\ttoo short", 3, nil),
    ]
    for (text, line, field) in cases {
      let file = [header, row(["code": "97112"]), text].joined(separator: "\n")
      let mistake = #expect(throws: Catalog.Mistake.self) {
        try Catalog(parsing: file, named: "codes.tsv")
      }
      #expect(mistake?.file == "codes.tsv")
      #expect(mistake?.line == line, "\(text)")
      #expect(mistake?.field == field, "\(text)")
    }
    #expect(throws: Never.self) { try Catalog(parsing: header + "\n" + good, named: "codes.tsv") }
    #expect(throws: Catalog.Mistake.self) { try Catalog(parsing: good, named: "codes.tsv") }
  }

  @Test func `a mistake reads as file, line, field`() {
    let mistake = Catalog.Mistake(
      file: "codes.tsv", line: 7, field: "length", problem: "is missing")
    #expect(mistake.description == "codes.tsv, line 7, length: is missing")
  }

  /// A sound row with some fields changed.
  private func row(_ changes: [String: String]) -> String {
    let fields = [
      "code": "97110", "label": "exercise", "disciplines": "PT OT", "timing": "timed",
      "counting": "pooled", "length": "15", "attendance": "one-on-one", "practitionerMaximum": "6",
      "outpatientMaximum": "8", "indicator": "3", "confidence": "S", "source": "a test",
      "sourceDate": "2024-07-01",
    ]
    return Catalog.columns.map { changes[$0] ?? fields[$0] ?? "-" }.joined(separator: "\t")
  }
}

@Suite struct CatalogSearch {
  func codes(_ words: String, on date: ServiceDate = "2026-11-21") -> [ProcedureCode] {
    Catalog.builtIn.search(words, on: date).map(\.code)
  }

  @Test func `digits find the codes that begin with them, valid ones first`() {
    #expect(codes("9711") == ["97110", "97112", "97113", "97116"])
    #expect(codes("9700").allSatisfy { Catalog.builtIn[$0]?.lastDay != nil })
    #expect(codes("9753") == ["97530", "97533", "97535", "97537", "97532"])
    #expect(codes("9753", on: "2017-12-31").first == "97530")
    #expect(codes("9753", on: "2017-12-31").contains("97532"))
    #expect(codes("g028") == ["G0281", "G0283"])
  }

  @Test func `words find labels that have them all, shortened or not, in any case`() {
    #expect(codes("Gait") == ["97116"])
    #expect(codes("PT eval mod") == ["97162"])
    #expect(codes("caregiver group") == ["97552", "G0543"])
    #expect(codes("no such thing") == [])
  }

  @Test func `words stand in any order, with a hyphen or without`() {
    #expect(codes("therapy manual").first == "97140")
    #expect(codes("neuro").first == "97112")
    #expect(codes("reeducation") == ["97112"])
    #expect(codes("estim unatt") == codes("e-stim unatt"))
    #expect(codes("estim").contains("97032"))
  }

  @Test func `what a procedure is finds it, not its label alone`() {
    #expect(codes("supervised OT").allSatisfy { Catalog.builtIn[$0]?.attendance == .supervised })
    #expect(codes("supervised").contains("97010"))
    #expect(codes("untimed slp").contains("92507"))
  }

  @Test func `where none has every word, those with most of them are found`() {
    #expect(codes("therapeutic exercise") == ["97110", "97113"])
    #expect(codes("therapeutic functional activities") == ["97530"])
    #expect(codes("no such thing") == [])
    #expect(codes("therapeutic") == [])
  }

  @Test func `no words find all, and a slip finds what is meant`() {
    #expect(codes("").count == Catalog.builtIn.procedures.count)
    #expect(codes("97633") == ["97533"])
  }
}
