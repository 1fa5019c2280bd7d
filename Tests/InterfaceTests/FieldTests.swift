import Interface
import Screen
import SessionLog
import Testing

@Suite("A field")
struct TextFieldTests {
  @Test func `takes what is typed at the cursor`() {
    var field = TextField("bd", limit: 9)
    field.move(by: -1)
    field.insert("c")
    field.moveToStart()
    field.insert("a")
    #expect(field.text == "abcd")
    #expect(field.cursor == 1)
    field.moveToEnd()
    #expect(field.cursor == 4)
  }

  @Test func `deletes on either side of the cursor, and nothing where there is nothing`() {
    var field = TextField("abc", limit: 9)
    field.deleteForward()
    field.deleteBackward()
    #expect(field.text == "ab")
    field.moveToStart()
    field.deleteBackward()
    field.deleteForward()
    #expect(field.text == "b")
    field.clear()
    field.deleteBackward()
    #expect(field.isEmpty)
    #expect(field.cursor == 0)
  }

  @Test func `has an end: the rest is left out, and it says so`() {
    var field = TextField(limit: 4)
    field.insert("abcdef")
    #expect(field.text == "abcd")
    #expect(field.refusal == .tooLong(limit: 4))
    field.move(by: -99)
    field.insert("x")
    #expect(field.text == "abcd")
    field.deleteForward()
    #expect(field.refusal == nil)
  }

  @Test func `leaves out what is no character to look at, and says so`() {
    var field = TextField(limit: 20)
    field.insert("a\u{1B}[2Jb\u{0}c\u{7F}d\r\ne\u{202E}f\u{2028}g\u{9B}")
    #expect(field.text == "a[2Jbcd ef g")
    #expect(field.refusal == .unprintable)
  }

  @Test func `several lines pasted are one, their words apart`() {
    var field = TextField(limit: 40)
    field.insert("walks\r\nup\tstairs\n\n  with   a rail\n")
    #expect(field.text == "walks up stairs with a rail")
    #expect(field.refusal == nil)
  }

  @Test func `two faults of a paste are both told`() {
    var field = TextField(limit: 4)
    field.insert("ab\u{1B}cdef")
    #expect(field.text == "abcd")
    #expect(field.refusal == .tooLongAndUnprintable(limit: 4))
  }

  @Test func `keeps letters of any script whole`() {
    var field = TextField(limit: 5)
    field.insert("e\u{301}ñ木🙂")
    #expect(field.text.count == 4)
    field.deleteBackward()
    field.deleteBackward()
    field.deleteBackward()
    #expect(field.text == "e\u{301}")
  }

  @Test func `takes no letter with marks without end`() {
    var field = TextField(limit: 5)
    field.insert("ab" + String(repeating: "\u{301}", count: 10_000))
    #expect(field.text == "a")
    #expect(field.refusal == .unprintable)
  }

  @Test func `an accent typed after its letter moves no cursor past the end`() {
    var field = TextField("e", limit: 5)
    field.insert("\u{301}")
    #expect(field.text.count == 1)
    #expect(field.cursor == 1)
    field.insert("x")
    #expect(field.text == "e\u{301}x")
  }

  @Test func `is trimmed for use, not while it is typed`() {
    let field = TextField("  K M ", limit: 9)
    #expect(field.text == "  K M ")
    #expect(field.trimmed == "K M")
  }
}

@Suite("Whatever is pasted into a field")
struct PasteTests {
  /// Keys to every field there is.
  static let fields = [
    "n", "n <tab> <tab> <tab> <tab> <c-u>", "n <up> <up> <c-u>", Script.visit + "a",
    Script.visit + ":",
    Script.visit + "a 97110 <enter> t", Script.visit + "a 97110 <enter> 1 +1m <space>",
    Script.visit + "a 97110 <enter> t 24m <enter> s S",
  ]
  /// Text with a name, so that no report of a test holds what no terminal should be sent.
  struct Paste: CustomTestStringConvertible {
    let name: String
    let text: String

    var testDescription: String { name }

    init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  static let pastes = [
    Paste("escape sequences", "\u{1B}[2J\u{1B}]0;title\u{7}"),
    Paste("control characters", "\u{0}\u{1}\u{8}\u{7F}\u{9B}31m"),
    Paste("lines", "line\r\nline\n"),
    Paste("marks of direction", "\u{202E}\u{200F}\u{2066}"),
    Paste("what invalid text becomes", String(decoding: [0xC3, 0x28, 0xFF, 0x41], as: UTF8.self)),
    Paste("private and unassigned", "\u{FFFF}\u{E000}"),
    Paste("ten thousand letters", String(repeating: "x", count: 10_000)),
    Paste("ten thousand escapes", String(repeating: "\u{1B}", count: 10_000)),
    Paste("wide letters", String(repeating: "木", count: 200)),
    Paste("one letter of ten thousand accents", "a" + String(repeating: "\u{301}", count: 10_000)),
  ]

  @Test("is made harmless", arguments: fields, pastes)
  func isHarmless(field: String, paste: Paste) throws {
    var script = try Script(field)
    script.send(.paste(paste.text))
    for size in [(80, 24), (40, 10), (20, 5)] {
      let text = script.screen(size.0, size.1).text.joined()
      #expect(text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control })
    }
    if let typed = script.typed { #expect(typed.count <= 60) }
    try script.type("<left> <home> x <end> <backspace> <delete> <enter> <enter> <esc>")
    #expect(!script.hasEnded)
  }

  @Test func `goes into the field as if it were typed`() throws {
    var script = try Script(Script.visit + "a <paste:97110> <enter>")
    #expect(script.session()?.panes.map(\.code) == ["97110"])
    try script.type("t <paste:24m> <enter>")
    #expect(script.minutes("97110") == 24)
  }

  @Test func `what was left out is said beside the field`() throws {
    #expect(
      try Script(Script.visit + "a <paste:97\u{1B}110>").shows("control characters were left out"))
    #expect(
      try Script("n <paste:\(String(repeating: "K", count: 25))>").shows("at most 24 characters"))
  }
}
