import Billing
import Interface
import SessionLog
import Testing

/// What the form for a visit takes from what is known of the client.
@Suite("A known client")
struct KnownClientTests {
  private static let known =
    "n KM·47 <tab> <right> <tab> <right> <enter> <enter> a 97530 <enter> a 97535 <enter> "
    + "t 24m <enter> o n ZZ <tab> p <tab> med <enter> <enter> o "

  @Test func `brings discipline and payer of the last visit`() throws {
    let script = try Script(Self.known + "n km·47 <tab>")
    #expect(script.form?.discipline == .occupationalTherapy)
    #expect(script.form?.payer.index == 1)
  }

  @Test func `but not over what a person chose`() throws {
    let script = try Script(Self.known + "n <tab> s <back-tab> km·47 <tab>")
    #expect(script.form?.discipline == .speechLanguagePathology)
  }

  @Test func `a client nobody knows has the usual ones, also after a slip`() throws {
    let script = try Script(Self.known + "n km·47 <tab> <back-tab> <c-u> QQ <tab>")
    #expect(script.form?.discipline == .physicalTherapy)
    #expect(script.form?.payer.index == 0)
  }

  @Test func `is completed behind the cursor, and → or Tab takes it`() throws {
    var script = try Script(Self.known + "n k")
    #expect(script.shows("km·47") == false)
    #expect(script.shows("kM·47"))
    try script.type("<tab>")
    #expect(script.form?.client.text == "KM·47")
    #expect(script.form?.field == .client)
    try script.type("<tab>")
    #expect(script.form?.field == .discipline)
    #expect(try Script(Self.known + "n k <right>").form?.client.text == "KM·47")
  }

  @Test func `initials that name a client already are left as they are`() throws {
    let script = try Script(Self.known + "n KM <enter> <enter> o n KM <tab>")
    #expect(script.form?.client.text == "KM")
    #expect(script.form?.field == .discipline)
  }

  @Test func `Enter never takes a completion`() throws {
    let script = try Script(Self.known + "n K <enter> <enter>")
    #expect(script.session()?.visit.client == "K")
  }

  @Test func `offers the panes of the last visit: one entry opens the visit with them`() throws {
    var script = try Script(Self.known + "n km·47 <tab> <up> <up> <up>")
    #expect(script.form?.field == .panes)
    #expect(script.shows("none"))
    let before = script.kinds.count
    try script.type("<right>")
    #expect(script.shows("as on Sat 21 Nov: 97530 97535"))
    try script.type("<enter> <enter>")
    #expect(script.kinds.count == before + 1)
    #expect(script.session()?.panes.map(\.code) == ["97530", "97535"])
  }

  @Test func `is no longer known by a visit that another client had, or nobody`() throws {
    var corrected = try Script(Self.known).startedAnew()
    try corrected.type("<up> <enter> : correct <enter> <c-u> AL <up> <up> slip <enter> <enter> o ")
    #expect(corrected.session("AL") != nil)
    try corrected.type("n km·47 <tab>")
    #expect(corrected.form?.discipline == .physicalTherapy)

    var notHeld = try Script("n KM <enter> <enter> a 97530 <enter> o").startedAnew()
    try notHeld.type("<enter> X <enter> <enter>")
    #expect(notHeld.session()?.absence != nil)
    for var script in [notHeld, try notHeld.startedAnew()] {
      try script.type("o n KM <tab> <up> <up> <up>")
      #expect(script.form?.client.text == "KM")
      #expect(!script.shows("97530"))
    }
  }

  @Test func `a template's panes are offered to anybody`() throws {
    var setup = Script.setup
    setup.preferences.templates = [
      Template(name: "Shoulder", codes: ["97110", "97140"]),
      Template(name: "Gait", codes: ["97116"]),
    ]
    let script = try Script("n QQ <tab> <up> <up> <up> g <enter> <enter>", setup: setup)
    #expect(script.session()?.visit.codes == ["97116"])
  }

  private static let ofSpeech = {
    var setup = Script.setup
    setup.preferences.clinician = "Dana Reed"
    setup.preferences.role = .assistant
    setup.preferences.discipline = .speechLanguagePathology
    return setup
  }()

  @Test func `settings say who treats and under which discipline, whatever was begun before`()
    throws
  {
    var script = try Script("n", setup: Self.ofSpeech)
    #expect(script.form?.clinician.text == "Dana Reed")
    #expect(script.form?.role == .assistant)
    #expect(script.form?.discipline == .speechLanguagePathology)
    try script.type("AB <tab> ot <tab> <tab> <tab> \"B. Kim\" <tab> th <enter> <enter> o n")
    #expect(script.session("AB")?.visit.clinician == "B. Kim")
    #expect(script.form?.clinician.text == "Dana Reed" && script.form?.role == .assistant)
    #expect(script.form?.discipline == .speechLanguagePathology)
    // What is known of the client counts before the settings.
    try script.type("AB <tab>")
    #expect(script.form?.discipline == .occupationalTherapy)
    #expect(script.form?.clinician.text == "Dana Reed")
  }

  @Test func `a visit planned for a colleague says nothing of the next`() throws {
    let plan =
      "P PP <tab> <tab> <tab> <tab> \"B. Kim\" <tab> assistant <enter> 1500 <enter> <enter> "
    let script = try Script(plan + "n GG")
    #expect(script.session("PP")?.visit.performer.description == "assistant B. Kim")
    #expect(script.form?.clinician.text == "Ana Reyes" && script.form?.role == .therapist)
    // Who began the last visit here is offered, planned ones or not.
    let begun = "n AB <tab> <tab> <tab> <tab> \"Cy Dow\" <enter> <enter> o "
    #expect(try Script(begun + plan + "n GG").form?.clinician.text == "Cy Dow")
  }
}
