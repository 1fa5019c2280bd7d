import Billing
import Interface
import Screen
import SessionLog
import Testing

@Suite("After the signature")
struct AfterSigningTests {
  static let signed =
    Script.visit + "a 97110 <enter> t 24m <enter> s S <let-stand> <enter> "
  static let addendum = signed + "+ \"The knee was sore at four.\" <enter> "
  /// An assistant's visit, signed by them.
  static let byAssistant =
    "n KM <tab> <tab> <tab> <tab> \"B. Kim\" <tab> a <enter> <enter> a 97110 <enter> "
    + "t 24m <enter> s S <let-stand> <enter> "

  @Test func `an addendum has its author and its reason, and the signature stays`() throws {
    var script = try Script(Self.signed)
    let signature = script.session()?.signature
    try script.type("+ \"The knee was sore at four.\" <enter> \"phone call\" <enter> <enter>")
    let entry = try #require(script.journal.last)
    #expect(entry.kind == .addendum("The knee was sore at four."))
    #expect(entry.reason == "phone call")
    #expect(entry.author == "Ana Reyes")
    #expect(script.session()?.signature == signature)
    #expect(script.session()?.addenda.map(\.text) == ["The knee was sore at four."])
  }

  @Test(arguments: [
    ("<enter> <enter> <enter>", "what is to be added is needed"),
    ("text <enter> <enter> <enter>", "a reason is needed"),
    ("text <enter> why <enter> <c-u> <enter>", "a name is needed"),
  ])
  func `what is missing is told, and nothing is stored`(keys: String, words: String) throws {
    let script = try Script(Self.signed + "+ " + keys)
    #expect(script.words().contains(words))
    #expect(script.kinds.allSatisfy { if case .addendum = $0 { false } else { true } })
  }

  @Test func `a key that would change what is signed names what is possible`() throws {
    #expect(
      try Script(Self.signed + "<esc> t").notice
        == "Signed by Ana Reyes: nothing changes it any more. + in the summary adds an addendum; "
        + "N begins a new session.")
  }

  @Test func `what is not signed takes none`() throws {
    let script = try Script(Script.visit + "a 97110 <enter> t 24m <enter> s +")
    #expect(script.state.overlay == nil)
    #expect(script.notice.hasPrefix("It is not signed"))
  }

  @Test func `a therapist stands for what an assistant signed, once`() throws {
    var script = try Script(Self.byAssistant)
    #expect(script.shows("C co-sign", 120, 40))
    try script.type("C <enter>")
    #expect(script.kinds.last == .coSigned(name: "Ana Reyes"))
    #expect(script.session()?.coSignature?.name == "Ana Reyes")
    #expect(!script.shows("C co-sign", 120, 40))
    try script.type("C")
    #expect(script.notice == "Co-signed by Ana Reyes already.")
  }

  @Test func `nobody co-signs what they signed, and a therapist needs nobody`() throws {
    let own = try Script(Self.byAssistant + "C \"b. kim\" <enter>")
    #expect(own.notice.hasPrefix("Error: b. kim signed it already"))
    #expect(own.session()?.coSignature == nil)
    let therapist = try Script(Self.signed + "C")
    #expect(therapist.notice == "A therapist signed it: there is nothing to co-sign.")
  }

  @Test func `the key bar offers an addendum and the trail on what is signed alone`() throws {
    #expect(try Script(Self.signed).shows("+ addendum", 120, 40))
    #expect(try Script(Self.signed).shows("A audit", 120, 40))
    #expect(try !Script(Script.visit + "s").shows("+ addendum", 120, 40))
  }
}

@Suite("The audit trail")
struct AuditTests {
  static let mended =
    Script.visit + "a 97110 <enter> a 97530 <enter> 1 +9m 2 +8m u <enter> t \"+5\" <enter> "

  @Test func `has every entry, its number, its time and who made it`() throws {
    let script = try Script(Self.mended + "A")
    let text = script.screen(100, 40).text
    for entry in script.journal {
      #expect(
        text.contains {
          $0.contains(
            "\(entry.id.rawValue)  \(entry.moment.wallTime.text)  \(entry.author)")
        })
    }
    #expect(script.shows("Sat 21 Nov 2026, the day of service"))
  }

  @Test func `what was undone says by what`() throws {
    let script = try Script(Self.mended + "A")
    let undoing = try #require(
      script.journal.first { if case .undone = $0.kind { true } else { false } })
    #expect(script.shows("undone by \(undoing.id.rawValue)"))
  }

  @Test func `what was made after the day of service is late`() throws {
    let early = try Script(Self.mended + "A")
    #expect(!early.shows("late"))
    let late = try Script(
      Self.mended + "+24h t \"+5 forgot\" <enter> A", setup: DuesTests.setup)
    #expect(late.shows("Sun 22 Nov 2026, after the day"))
    #expect(late.shows("late: after the day of service"))
    // A pane that is added the day after states nothing yet, and neither would a signature.
    let added = try Script(Self.mended + "+24h a 97140 <enter> A", setup: DuesTests.setup)
    #expect(added.shows("Sun 22 Nov 2026, after the day"))
    #expect(!added.shows("late"))
  }

  @Test func `a reason stands below its entry`() throws {
    let script = try Script(
      AfterSigningTests.addendum + "\"phone call\" <enter> <enter> A")
    #expect(script.shows("added: The knee was sore at four."))
    #expect(script.shows("why: phone call"))
  }

  @Test(arguments: [(80, 24), (40, 10), (120, 16)])
  func `scrolls to its end, and back with one key`(columns: Int, rows: Int) throws {
    var script = try Script(Self.mended)
    script.resize(columns, rows)
    try script.type("A")
    try script.type(Array(repeating: "<page-down>", count: 20).joined(separator: " "))
    let end = script.screen(columns, rows)
    #expect(end.text.contains { $0.contains("typed 5 min") })
    try script.type("<down>")
    #expect(script.screen(columns, rows) == end)
  }

  @Test func `Esc leads back to where it was opened`() throws {
    #expect(try Script(Self.mended + "A <esc>").state.scene == .session)
    #expect(try Script(Self.mended + "s A <esc>").state.scene == .summary)
  }
}
