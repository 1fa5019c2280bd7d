import Foundation
import Subprocess
import Testing

/// Payers, and evaluations, as the command line has them.
@Suite("Payers and evaluations", .timeLimit(.minutes(2)))
struct PayerTests {
  @Test("a pair that CMS gave up is found where the payer still has it")
  func ownPair() async throws {
    let home = try Home()
    func answer(_ payer: String) async throws -> String {
      try await home.unitclock(
        "units", "97140=15", "97530=15", "--date", "2024-08-01", "--json", "--payer", payer
      ).output
    }
    #expect(try await answer("Commercial, midpoint").contains(#""id":"pair""#))
    #expect(try await !answer("Medicare B").contains(#""id":"pair""#))
  }

  @Test("the user's payers are those of every command; a rule beside a payer is only arithmetic")
  func userFile() async throws {
    let home = try Home()
    try write("- {name: Blue Shield, rule: ama}\n", in: home)
    let own = try await home.unitclock("units", "97110=8", "97140=8", "--payer", "blue shield")
    #expect(own.output.hasPrefix("2 units by the AMA midpoint rule\n"))
    let other = try await home.unitclock(
      "units", "97110=8", "97140=8", "--payer", "blue shield", "--rule", "cms")
    #expect(other.output.hasPrefix("1 unit by the CMS 8-minute rule\n"))
    let batch = try await Answer(
      of: "unitclock", ["units", "--batch"], in: home.environment,
      input: #"{"payer":"BLUE SHIELD","minutes":{"97110":8}}"#)
    #expect(batch.output.contains(#""rule":"ama""#))
    let list = try await home.unitclock("payers")
    #expect(list.output.contains("\nBlue Shield: AMA midpoint rule\n"))
    let json = try await home.unitclock("payers", "--json")
    #expect(json.output.contains(#""name":"Blue Shield","otherNames":[],"rule":"ama""#))
  }

  @Test("half a file of payers starts nothing that needs one")
  func mistake() async throws {
    let home = try Home()
    try write("- {name: Blue Shield, rule: amma}\n", in: home)
    for arguments in [
      ["payers"], ["--practice"], ["units", "--batch"], ["units", "97110=8", "--payer", "VA"],
    ] {
      let answer = try await Answer(of: "unitclock", arguments, in: home.environment)
      #expect(answer.status == .exited(65), "\(arguments)")
      #expect(answer.error.contains("payers.yaml:1:29: There is no rule “amma”."))
      #expect(answer.output.isEmpty)
    }
    #expect(try await home.unitclock("units", "97110=8").status == .exited(0))
  }

  @Test(
    "wrong payers and modifiers are refused with 64, and what is allowed",
    arguments: [
      (["--secondary", "VA"], "--secondary needs --payer"),
      (["--payer", "VA", "--secondary", "Acme"], #"secondary payer: "Acme" is not known"#),
      (["--modifier", "97140=59"], "modifier: 97140 has no minutes here"),
      (["--modifier", "97110=595"], #""595" is not two letters or digits"#),
      (["--modifier", "97110=95", "--modifier", "97110=93"], "say contrary things"),
      (["--modifier", "97110=96", "--modifier", "97110=97"], "say contrary things"),
      (["--modifier", "97110=GA", "--modifier", "97110=GY:excluded"], "say contrary things"),
      (["--modifier", "97110=ZZZ"], #""ZZZ" is not two letters or digits"#),
      (["--modifier", "97110=GP", "--payer", "Medicare B"], "come from the visit's discipline"),
      (["--modifier", "97110=99"], "99 is put by itself"),
    ])
  func wrongArguments(arguments: [String], reason: String) async throws {
    let answer = try await Answer(
      of: "unitclock", ["units", "97110=8"] + arguments, in: Home().environment)
    #expect(answer.status == .exited(64))
    #expect(answer.error.contains(reason))
    #expect(!answer.error.contains("Usage: unitclock ["))
  }

  @Test("a modifier may bring its reason, with signs of all kinds in it")
  func reason() async throws {
    let answer = try await Home().unitclock(
      "units", "97110=15", "--modifier", "97110=kx: fall: stairs = 12", "--json")
    #expect(answer.status == .exited(0))
    #expect(answer.output.contains(#""modifiers":["KX"]"#))
    #expect(answer.output.contains("as stated: fall: stairs = 12"))
  }

  @Test("an evaluation's level, and why")
  func evaluation() async throws {
    let home = try Home()
    let physical = try await home.unitclock(
      "evaluate", "--discipline", "PT", "--factors", "1", "--elements", "3", "--presentation",
      "evolving")
    #expect(physical.output.hasPrefix("97162, moderate\nTypically 30 min: typical only, never"))
    let occupational = try await home.unitclock(
      "evaluate", "--discipline", "OT", "--history", "expanded", "--deficits", "4", "--decisions",
      "moderate", "--comorbidity", "present", "--help-with-tests", "minimal", "--json")
    #expect(occupational.output.hasPrefix(#"{"code":"97166","level":"moderate""#))
  }

  @Test(
    "a component that is missing, wrong or of the other discipline is told by name",
    arguments: [
      (
        ["PT", "--factors", "1", "--elements", "3"], "--presentation, stable, evolving or unstable"
      ),
      (["PT", "--factors", "-1"], #""-1" is not a whole number from 0 to 99"#),
      (["PT", "--factors=-1"], #""-1" is not a whole number from 0 to 99"#),
      (["PT", "--elements", "3"], "--factors, 0 to 99"),
      (["PT", "--factors", "1", "--elements", "0"], "from 1 to 99"),
      (["OT", "--history", "long"], "known are brief, expanded, extensive"),
      (["OT", "--elements", "3"], "--elements is of PT evaluations; this one is of OT"),
      (["SLP"], "no levels"),
      (["AT"], "known are PT, OT, SLP"),
    ])
  func wrongComponents(arguments: [String], reason: String) async throws {
    let answer = try await Answer(
      of: "unitclock", ["evaluate", "--discipline"] + arguments, in: Home().environment)
    #expect(answer.status == .exited(64))
    #expect(answer.error.contains(reason))
  }

  private func write(_ text: String, in home: Home) throws {
    let folder = home.folder.appending(path: "config/unitclock")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try text.write(to: folder.appending(path: "payers.yaml"), atomically: true, encoding: .utf8)
  }
}
