import Interface
import Screen
import Testing

/// The boxes and panes that tell who gives a code, the evaluation, the payers.
@Suite("Golden screens of people, evaluations and payers")
struct PeopleScreenTests {
  private static let handedOver = PerformerTests.handedOver
  private static let evaluation = ": evaluate <enter> "

  static let cases = [
    GoldenScreenTests.Case("performer-list", PerformerTests.running + "p", (80, 24), (120, 40)),
    GoldenScreenTests.Case("performer-name", handedOver + "<tab> p a"),
    GoldenScreenTests.Case("performer-student", PerformerTests.running + "p s"),
    GoldenScreenTests.Case("co-treatment", PerformerTests.running + "p c 6", (80, 24), (120, 40)),
    GoldenScreenTests.Case("co-treatment-refused", PerformerTests.running + "p c 60"),
    GoldenScreenTests.Case(
      "session-of-several",
      handedOver + "2 +8m p s Lee <enter> +5m p c 3 <enter> +1s", (80, 24), (120, 40)),
    GoldenScreenTests.Case(
      "evaluation-open", Script.visit + evaluation + "2 <tab> <tab> e", (80, 24), (120, 40)),
    GoldenScreenTests.Case(
      "evaluation-pt", Script.visit + evaluation + "2 <tab> 4 <tab> u"),
    GoldenScreenTests.Case(
      "evaluation-ot",
      "n KM <tab> o <enter> <enter> " + evaluation + "e e <tab> 5 <tab> h <tab> p <tab> m",
      (80, 24), (120, 40)),
    GoldenScreenTests.Case(
      "form-payers", "n KM <tab> <tab> med <tab> prem", (80, 24), (120, 40), (40, 10)),
    GoldenScreenTests.Case(
      "form-same-payer", "n KM <tab> <tab> <tab> prem <back-tab> prem <enter>"),
    GoldenScreenTests.Case(
      "allowed-elsewhere", Script.visit + ": allowed <enter> 1250.75", (80, 24), (120, 40)),
  ]

  @Test("is as it was", arguments: cases)
  func isAsItWas(_ screen: GoldenScreenTests.Case) throws {
    let script = try Script(screen.words, setup: .withTerms)
    try expectScreens(named: screen.name, of: script, sizes: screen.sizes)
  }
}
