import Billing
import Interface
import SessionLog
import Testing

@Suite("What was typed is not lost")
struct DraftTests {
  private static let one = Script.visit + "a 97110 <enter> 1 +9m "
  private static let isBack = "Your draft is back; Ctrl-U empties a field."

  @Test func `Esc leaves a form, and its text is there when it is opened again`() throws {
    var script = try Script("n KM·47 <esc> n")
    #expect(script.form?.client.text == "KM·47")
    #expect(script.notice == Self.isBack)
    // As with every default: a letter takes its place.
    try script.type("JB")
    #expect(script.form?.client.text == "JB")
  }

  @Test func `a crash leaves it too`() throws {
    var script = try Script("n KM·47 <tab> <tab> <tab> <tab> <c-u> \"Bo Lund\"").startedAnew()
    try script.type("n")
    #expect(script.form?.client.text == "KM·47")
    #expect(script.form?.clinician.text == "Bo Lund")
  }

  @Test func `what was stored is no draft any more`() throws {
    var script = try Script(Script.visit + "n")
    #expect(script.drafts["visit"] == nil)
    try script.type("<esc> o n")
    #expect(script.form?.client.text == "" && script.notice == "")
  }

  @Test func `what was emptied is none, and defaults never were one`() throws {
    #expect(try Script("n <tab> <tab> <esc>").drafts == [:])
    #expect(try Script("n KM <c-u>").drafts == [:])
    #expect(try Script("n KM <backspace> <backspace>").drafts == [:])
  }

  @Test func `a note that a crash cut short is back in its field`() throws {
    var script = try Script(Self.one + "n \"quads, 3 x 10\"").startedAnew()
    try script.type("n")
    #expect(script.typed == "quads, 3 x 10")
    #expect(script.notice == Self.isBack)
    try script.type("<enter>")
    #expect(script.drafts == [:])
  }

  @Test func `the note of another code has a draft of its own`() throws {
    var script = try Script(Self.one + "n \"quads\"").startedAnew()
    try script.type("a 97530 <enter> n")
    #expect(script.typed == "")
    #expect(script.drafts.keys.sorted() == ["note 1 97110"])
  }

  @Test func `what the disk refused stays a draft`() throws {
    var script = try Script(Self.one + "n \"quads\"")
    script.diskRefusal = "the disk is full"
    try script.type("<enter>")
    #expect(script.drafts["note 1 97110"] != nil)
  }

  @Test func `an evaluation is gone on with, its chosen words too`() throws {
    let evaluation = "a 97165 <enter> : evaluate <enter> "
    var script = try Script(
      "n KM <tab> O <enter> <enter> " + evaluation + "<right> <tab> 3 <esc> : evaluate <enter>")
    #expect(script.notice == Self.isBack)
    #expect(script.shows("brief") && script.drafts.count == 2)
    try script.type("<tab> <c-u>")
    #expect(script.drafts["evaluation 1"]?.texts.count == 1)
  }

  @Test func `an interval, an addendum and a client's record are gone on with`() throws {
    var script = try Script(Self.one + "1 +1m e i 1001 <esc> <esc>")
    #expect(script.drafts.keys.contains { $0.hasPrefix("interval 1 97110") })
    try script.type("e i")
    #expect(script.notice == Self.isBack && script.shows("1001"))
    script = try Script(Self.one + "1 s S <let-stand> <enter> + \"fell at noon\" <esc> +")
    #expect(script.notice == Self.isBack && script.shows("fell at noon"))
    #expect(script.drafts["addendum 1"]?.texts == ["text": "fell at noon"])
    script = try Script(Self.one + "c <tab> <tab> M25 <esc> c")
    #expect(script.notice == Self.isBack && script.shows("M25"))
    #expect(script.drafts["client KM PT"]?.texts == ["diagnoses": "M25"])
  }

  @Test func `the reason of a dismissal is gone on with, and is none once it is stored`() throws {
    var script = try Script(Script.visit + "a 97110 <enter> 1 +3m 1 w D \"on paper\" <esc> D")
    #expect(script.notice == Self.isBack && script.typed == "on paper")
    #expect(script.drafts.keys.contains { $0.hasPrefix("dismissal 1 ") })
    script = try script.startedAnew()
    try script.type("<enter> w D")
    #expect(script.typed == "on paper")
    try script.type("<enter>")
    #expect(!script.drafts.keys.contains { $0.hasPrefix("dismissal") })
  }

  @Test func `the reason of a modifier is gone on with, each modifier its own`() throws {
    var script = try Script(Self.one + "m 59 <enter> \"other limb\" <esc> <enter>")
    #expect(script.notice == Self.isBack && script.typed == "other limb")
    try script.type("<esc> <c-u> XS <enter>")
    #expect(script.typed == "")
    try script.type("<esc> <c-u> 59 <enter> <enter>")
    #expect(!script.drafts.keys.contains { $0.hasPrefix("modifier 1 97110 59") })
  }

  @Test func `a time and a forgotten switch are gone on with, as defaults`() throws {
    var script = try Script(Self.one + "t \"-5 late\" <esc> t")
    #expect(script.typed == "-5 late" && script.notice == Self.isBack)
    // Of what was meant before, nothing stands in the way of what is meant now.
    try script.type("+5 <enter>")
    #expect(script.drafts == [:])
    script = try Script(Self.one + "a 97530 <enter> 2 +9m b 4")
    #expect(script.drafts["switch 1"]?.texts == ["text": "4"])
    script = try script.startedAnew()
    try script.type("b")
    #expect(script.typed == "4")
    try script.type("<enter>")
    #expect(script.drafts == [:])
  }

  @Test func `the time of another pane has a draft of its own`() throws {
    let script = try Script(Self.one + "a 97530 <enter> t 24 <esc> <back-tab> t")
    #expect(script.typed == "")
    #expect(script.drafts.keys.sorted() == ["time 1 97530"])
  }

  @Test func `the reason of a pause stands there after a crash, and Space goes on`() throws {
    var script = try Script(Self.one + "<space> \"school \"").startedAnew()
    #expect(script.typed == "school " && script.shows("Space go on"))
    try script.type("+1s <enter>")
    #expect(script.session()?.pauses.last?.reason == "school")
    #expect(script.drafts == [:])
    script = try Script(Self.one + "<space> school").startedAnew()
    try script.type("+1s <space>")
    #expect(script.running == ["97110"])
  }

  @Test func `the reason of a pause is gone on with, the next pause has its own`() throws {
    var script = try Script(Self.one + "<space> school <esc>")
    #expect(script.state.overlay == nil)
    try script.type(": reason <enter>")
    #expect(script.typed == "school" && script.notice == Self.isBack)
    try script.type("<esc> +1s <space> +1s <space>")
    #expect(script.typed == "" && script.session()?.pauses.count == 2)
  }

  @Test func `the reason of a pause can be given, and mended, while it lasts`() throws {
    var script = try Script(Self.one + "<space> <esc> : reason <enter> rest <enter>")
    #expect(script.session()?.pauses.last?.reason == "rest")
    try script.type(": reason <enter>")
    #expect(script.typed == "rest")
    try script.type("phone <enter> +1s <space>")
    #expect(script.session()?.pauses.last?.reason == "phone")
    try script.type(": reason <enter>")
    #expect(script.notice == "Nothing is paused: Space pauses what runs.")
    #expect(script.state.overlay == nil)
  }

  @Test func `a signature is gone on with, its default is no draft`() throws {
    let signing = Self.one + "1 s S <let-stand> "
    #expect(try Script(signing + "<esc>").drafts == [:])
    var script = try Script(signing + "\"Dana R\" <esc> S")
    #expect(script.typed == "Dana R" && script.notice == Self.isBack)
    try script.type("<end> eed <enter>")
    #expect(script.session()?.signature?.name == "Dana Reed")
    #expect(script.drafts == [:])
  }

  @Test func `what was chosen in a visit's form comes back, for its client alone`() throws {
    var script = try Script("n KM <tab> S <tab> P <esc> n")
    #expect(script.form?.discipline == .speechLanguagePathology)
    #expect(script.form?.payer.index == 1)
    script = try script.startedAnew()
    try script.type("n <enter> <enter>")
    #expect(script.session()?.visit.discipline == .speechLanguagePathology)
    #expect(script.session()?.visit.payer.name == "Premera Blue Cross")
    #expect(script.drafts == [:])
    script = try Script("n KM <tab> S <tab> P <esc> n JB <enter> <enter>")
    #expect(script.session()?.visit.discipline == .physicalTherapy)
    #expect(script.session()?.visit.payer.name == "Medicare B")
  }

  @Test func `what was chosen in a record comes back, nobody too`() throws {
    var script = try Script(Self.one + "c P <esc> c")
    #expect(script.drafts["client KM PT"]?.texts == ["payer": "Premera Blue Cross"])
    #expect(script.notice == Self.isBack && script.shows("Premera Blue Cross"))
    try script.type("<enter> c <left> <left> <esc>")
    #expect(script.drafts["client KM PT"]?.texts == ["payer": ""])
    script = try script.startedAnew()
    try script.type("c")
    #expect(script.notice == Self.isBack && !script.shows("Premera Blue Cross"))
  }

  @Test func `the draft of a record goes with it to another discipline`() throws {
    var script = try Script(Self.one + "c <tab> <tab> M25 <back-tab> <back-tab> <back-tab> <right>")
    #expect(script.drafts == ["client KM OT": FormDraft(texts: ["diagnoses": "M25"])])
    try script.type("<esc>")
    #expect(script.drafts.keys.sorted() == ["client KM OT"])
  }

  @Test func `help over a form is not a new form`() throws {
    let script = try Script("n KM <f1> <esc>")
    #expect(script.notice == "")
    #expect(script.drafts["visit"]?.texts == ["client": "KM"])
  }

  @Test func `a PIN is never kept`() throws {
    #expect(try Script(": pin <enter> 4711 <enter> 47").drafts.keys.sorted() == ["palette"])
  }
}
