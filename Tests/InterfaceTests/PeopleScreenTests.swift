import Interface
import Screen
import Testing

/// The boxes and panes that tell who gives a code, the evaluation, the payers.
@Suite("Golden screens of people, evaluations and payers")
struct PeopleScreenTests {
  private static let handedOver = PerformerTests.handedOver
  private static let evaluation = ": evaluate <enter> "

  static let cases = [
    GoldenScreen("performer-list", PerformerTests.running + "p"),
    GoldenScreen("performer-name", handedOver + "<tab> p a"),
    GoldenScreen("performer-student", PerformerTests.running + "p s"),
    GoldenScreen("co-treatment", PerformerTests.running + "p c 6"),
    GoldenScreen("co-treatment-refused", PerformerTests.running + "p c 60"),
    GoldenScreen(
      "session-of-several",
      handedOver + "2 +8m p s Lee <enter> +5m p c 3 <enter> +1s"),
    GoldenScreen(
      "evaluation-open", Script.visit + evaluation + "2 <tab> <tab> e"),
    GoldenScreen(
      "evaluation-pt", Script.visit + evaluation + "2 <tab> 4 <tab> u"),
    GoldenScreen(
      "evaluation-ot",
      "n KM <tab> o <enter> <enter> " + evaluation + "ext <tab> 5 <tab> h <tab> p <tab> m"),
    GoldenScreen(
      "form-payers", "n KM <tab> <tab> med <tab> prem", also: (40, 10)),
    GoldenScreen(
      "form-same-payer", "n KM <tab> <tab> <tab> prem <back-tab> prem <enter>"),
    GoldenScreen(
      "allowed-elsewhere", Script.visit + ": allowed <enter> 1250.75"),
  ]

  @Test("is as it was", arguments: cases)
  func isAsItWas(_ screen: GoldenScreen) throws {
    let script = try Script(screen.words, setup: .withTerms)
    try expectScreens(named: screen.name, of: script, sizes: screen.sizes)
  }
}
