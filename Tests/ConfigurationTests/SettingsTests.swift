import Billing
import Configuration
import Testing

@Suite("settings.yaml")
struct SettingsTests {
  private func settings(_ text: String) throws -> Settings {
    let folder = try Folder()
    try folder.write(text, to: "settings.yaml")
    return try Settings.load(userFolder: folder.path)
  }

  private func mistake(in text: String) throws -> String {
    let error = #expect(throws: ConfigurationError.self) { _ = try settings(text).theme }
    return try #require(error).description
  }

  @Test func `every setting is read`() throws {
    let settings = try settings(
      """
      theme: paper
      lock-after: 5
      long-timer: 90
      countdown: false
      big-digits: true
      ascii: true
      questions: false
      clinician: Ana Reyes OTR
      role: assistant
      discipline: OT
      templates:
        - name: Upper limb
          codes: [97110, 97530, "97035"]
        - {name: Wheelchair, codes: [97542]}
      """)
    // As the theme itself is called.
    #expect(try settings.theme == "Paper")
    #expect(settings.lockAfter == 5 && settings.longTimer == 90)
    #expect(settings.showsCountdown == false && settings.showsBigDigits == true)
    #expect(settings.usesASCII == true && settings.asksQuestions == false)
    #expect(settings.clinician == "Ana Reyes OTR")
    #expect(settings.role == .assistant)
    #expect(settings.discipline == .occupationalTherapy)
    #expect(settings.templates.map(\.name) == ["Upper limb", "Wheelchair"])
    #expect(settings.templates[0].codes.map(\.description) == ["97110", "97530", "97035"])
  }

  @Test("what is not said is left to the program", arguments: ["", "# later\n", "lock-after: 0"])
  func unsaid(text: String) throws {
    var expected = Settings()
    if text.hasPrefix("lock") { expected.lockAfter = 0 }
    #expect(try settings(text) == expected)
  }

  @Test func `a wrong theme stops only what draws`() throws {
    let settings = try settings("theme: Papr\nquestions: false")
    #expect(settings.asksQuestions == false)
    #expect(throws: ConfigurationError.self) { try settings.theme }
  }

  @Test func `no file is no mistake`() throws {
    #expect(try Settings.load(userFolder: Folder().path) == Settings())
    #expect(try Settings.load(userFolder: nil) == Settings())
  }

  static let mistakes = [
    ("them: Paper", ":1:1: There is no setting “them”. Allowed: theme, "),
    ("role: aide", ":1:7: There is no role “aide”. Allowed: therapist, assistant."),
    ("theme: Papr", ":1:8: There is no theme “Papr”. Allowed: "),
    ("lock-after: soon", ":1:13: “soon” is no whole number from 0 to 480."),
    ("\nlock-after: 481", ":2:13: “481” is no whole number from 0 to 480."),
    ("long-timer: 0", ":1:13: “0” is no whole number from 1 to 480."),
    ("ascii: yes", ":1:8: There is no answer “yes”. Allowed: true, false."),
    ("discipline: ot", ":1:13: There is no discipline “ot”. Allowed: PT, OT, SLP."),
    ("clinician: ''", ":1:12: A text is missing."),
    ("clinician: [a]", ":1:12: One word or text was expected here."),
    ("templates: Arm", ":1:12: A list was expected here."),
    ("templates: [{name: A}]", "A part of a template is missing: “codes”."),
    ("templates: [{name: A, codes: []}]", "A template needs at least one code."),
    ("templates: [{name: A, codes: [97110, 97110]}]", ":1:38: 97110 stands twice."),
    ("templates: [{name: A, codes: [99999]}]", ":1:31: The catalogue has no code 99999"),
    ("templates: [{name: A, codes: [97110]}, {name: a, codes: [97112]}]", "“a” already."),
    ("ascii: true\n\nascii: true", ":3:1: “ascii” stands twice: in line 1 too."),
    ("{ascii: true, ascii: true}", ":1:2: “ascii” stands twice."),
    ("- ascii", ":1:1: Names with values were expected here."),
    ("ascii: [", "This is no YAML"),
  ]

  @Test("a mistake is told with its place and what is allowed", arguments: mistakes)
  func told(text: String, words: String) throws {
    let told = try mistake(in: text)
    #expect(told.contains("settings.yaml:") && told.contains(words), "\(told)")
  }
}
