import Billing
import Interface
import Screen
import SessionLog
import Testing

/// A talk with the reader: lines as typed, and all that was said to them.
struct Talk {
  private(set) var script: Script
  private var reader = Reader()
  /// What was said last.
  private(set) var said: [String]

  init(_ lines: String..., setup: Setup = Script.setup) throws {
    script = try Script(setup: setup)
    script.resize(Reader.page.columns, Reader.page.rows)
    said = reader.whole(script.state, at: script.now)
    for line in lines { type(line) }
  }

  /// Types a line, and hears the answer.
  @discardableResult
  mutating func type(_ line: String) -> [String] {
    switch Reader.answer(to: line, in: script.state, at: script.now) {
    case .said(let lines): said = lines
    case .again: said = reader.whole(script.state, at: script.now)
    case .inputs(let inputs):
      for input in inputs { script.send(input) }
      said = reader.answer(script.state, at: script.now)
    }
    return said
  }

  /// Lets time go by, second by second, as the program wakes; gives all that was said meanwhile.
  mutating func wait(seconds: Int) -> [String] {
    var heard: [String] = []
    for _ in 0..<seconds {
      script.advance(by: 1_000)
      script.send(.wake)
      heard += reader.wake(script.state, at: script.now)
    }
    return heard
  }

  func says(_ words: String) -> Bool { said.contains { $0.contains(words) } }
}

@Suite("Plain lines, to be heard or felt")
struct ReaderTests {
  static let visit = ["n", "KM", "", "", "", "", "", "", ""]

  static func talk(_ lines: String...) throws -> Talk {
    var talk = try Talk()
    for line in visit + lines { talk.type(line) }
    return talk
  }

  @Test func `a whole visit, from open to signed`() throws {
    var talk = try Self.talk("a 97110", "1")
    #expect(talk.says("1: 97110"))
    #expect(talk.says("runs"))
    #expect(talk.wait(seconds: 24 * 60).last == "97110: 24 minutes, 2 units.")
    talk.type("1")
    #expect(talk.says("stopped, 24 minutes, 2 units"))
    talk.type("summary")
    #expect(talk.says("Timed 24 min"))
    talk.type("sign")
    while case .findings = talk.script.state.overlay {
      talk.type("D")
      talk.type("on paper")
    }
    talk.type("Ana Reyes")
    #expect(talk.script.session()?.isSigned == false)
    #expect(talk.said.last == "Enter takes Ana Reyes.")
    talk.type("")
    #expect(talk.script.session()?.isSigned == true)
    #expect(talk.says("Signed by Ana Reyes"))
  }

  @Test func `a form is asked field by field, each with what it may be and what Enter keeps`()
    throws
  {
    var talk = try Talk("n")
    #expect(talk.said.last == "Client:")
    talk.type("KM")
    #expect(talk.said.last == "Discipline: 1 PT; 2 OT; 3 SLP. Enter keeps PT.")
    talk.type("2")
    #expect(talk.says("Discipline, OT"))
    #expect(
      talk.said.last?.hasPrefix("Payer: 1 Medicare B, CMS 8-minute rule; 2 Premera Blue Cross")
        == true)
    talk.type("prem")
    for _ in 0..<6 { talk.type("") }
    let visit = try #require(talk.script.session()?.visit)
    #expect(visit.client == "KM")
    #expect(visit.discipline == .occupationalTherapy)
    #expect(visit.payer.name == "Premera Blue Cross")
  }

  @Test func `a field that was left empty says what is wrong with it`() throws {
    var talk = try Talk("n")
    for _ in 0..<8 { talk.type("") }
    #expect(talk.says("Error: initials or a client code are needed."))
    #expect(talk.said.last == "Client:")
  }

  @Test func `running clocks are told by the minute, all in one line`() throws {
    var talk = try Self.talk("a 97110", "a 97014", "1")
    #expect(talk.wait(seconds: 59) == [])
    #expect(talk.wait(seconds: 1).first == "97110: 1 minute, 0 units.")
    _ = talk.wait(seconds: 20)
    talk.type("2")
    let heard = talk.wait(seconds: 10 * 60).filter { $0.hasPrefix("97110:") }
    #expect(heard.count == 10)
    #expect(heard.last == "97110: 11 minutes, 1 unit; 97014: 9 minutes, 1 unit.")
  }

  @Test func `a finding is told when it arises, and once`() throws {
    var talk = try Self.talk("a 97110", "1")
    let heard = talk.wait(seconds: 9 * 60)
    #expect(heard.count { $0.contains("earns nothing") || $0.contains("8 minutes") } <= 1)
    #expect(Set(heard).count == heard.count)
  }

  @Test func `what a box would do is told before Enter stores it`() throws {
    var talk = try Self.talk("a 97110", "1")
    _ = talk.wait(seconds: 5 * 60)
    talk.type("t -3")
    #expect(talk.says("97110 5 to 8 min; units 0 to 1."))
    #expect(talk.script.minutes("97110") == 5)
    talk.type("")
    #expect(talk.script.minutes("97110") == 8)
  }

  @Test func `a list is picked from by number`() throws {
    var talk = try Self.talk("a", "exer")
    #expect(talk.says("marked: 97110"))
    talk.type("pick 2")
    #expect(talk.script.session()?.panes.map(\.code) == ["97113"])
  }

  @Test func `brackets that a person typed are part of what is said`() throws {
    var talk = try Self.talk("a 97110", "1", "1", " t")
    talk.type("back")
    talk.type("time +5 phone [mother] rang twice")
    talk.type("store")
    #expect(talk.script.journal.last?.reason == "phone [mother] rang twice")
    talk.type("audit")
    #expect(talk.says("why: phone [mother] rang twice"), "\(talk.said)")
  }

  @Test(arguments: [Int.min, -1, 0, 201, .max])
  func `a number that no list has picks nothing, wherever it is typed`(number: Int) throws {
    for lines in [["o"], ["a", "exer"], ["n", "JB"]] {
      for line in ["pick \(number)", "\(number)"] {
        var talk = try Self.talk()
        for typed in lines { talk.type(typed) }
        let sessions = talk.script.state.logbook.sessions
        talk.type(line)
        #expect(talk.script.state.logbook.sessions == sessions)
      }
    }
  }

  @Test func `a visit of the list is opened by its number`() throws {
    var talk = try Self.talk("all sessions", "n", "JB")
    for _ in 0..<7 { talk.type("") }
    talk.type("o")
    talk.type("1")
    #expect(talk.script.session()?.visit.client == "KM")
    talk.type("o")
    talk.type("2")
    #expect(talk.script.session()?.visit.client == "JB")
  }

  @Test func `a command that cannot be says why, whatever was typed behind it`() throws {
    var talk = try Self.talk("a 97110", "1")
    talk.type("b 8")
    #expect(!talk.said.isEmpty)
    #expect(!talk.says("does nothing here"))
  }

  @Test func `a reason that begins like a key starts no clock`() throws {
    var talk = try Self.talk("a 97110", "1", "pause", "2nd phone call")
    #expect(talk.script.session()?.pauses.last?.reason == "2nd phone call")
    #expect(talk.script.running == [])
    talk.type("space")
    #expect(talk.script.running == ["97110"])
  }

  @Test func `a blank before a line makes it text`() throws {
    let talk = try Self.talk("a 97110", "1", "pause", " back")
    #expect(talk.script.session()?.pauses.last?.reason == "back")
  }

  @Test func `what means nothing says so, and changes nothing`() throws {
    var talk = try Self.talk("a 97110", "1")
    _ = talk.wait(seconds: 1)
    let kinds = talk.script.kinds
    #expect(talk.type("xyzzy") == ["Error: “xyzzy” does nothing here. help tells what does."])
    #expect(talk.type("1 2 3").first?.hasPrefix("Error:") == true)
    #expect(talk.script.kinds == kinds)
  }

  @Test func `a locked screen tells no name, and what is typed there is no command`() throws {
    var talk = try Self.talk("a 97110", "1", "lock")
    #expect(!talk.says("KM"))
    #expect(!talk.says("97110"))
    #expect(talk.wait(seconds: 180).allSatisfy { !$0.contains("KM") && !$0.contains("97110") })
    let kinds = talk.script.kinds
    talk.type("1")
    #expect(talk.script.kinds == kinds)
  }

  @Test func `help says nothing twice`() throws {
    var talk = try Self.talk()
    let help = talk.type("help")
    #expect(help.contains("back: at once."))
    #expect(help.contains("w, or findings: mend one, or dismiss it with a reason."))
    #expect(help.contains("s, or summary: what to write, what to bill and why."))
    #expect(help.contains("Enter, or start or stop the focused pane."))
    #expect(help.contains { $0.hasPrefix("c, or client: the client's record") })
  }

  @Test("help names every command of the screen", arguments: [[], visit, visit + ["s"]])
  func help(lines: [String]) throws {
    var talk = try Talk()
    for line in lines { talk.type(line) }
    let scene = try #require(talk.script.state.scene)
    talk.type("help")
    for binding in Keymap.standard.bindings(in: scene) {
      #expect(talk.says(binding.name), "\(binding.name)")
    }
  }

  @Test("no line has a sign that only draws", arguments: AnySizeTests.places)
  func noFrames(words: String) throws {
    var script = try Script(words)
    script.resize(Reader.page.columns, Reader.page.rows)
    for overlay in AnySizeTests.overlays {
      var state = script.state
      state.overlay = overlay
      var reader = Reader()
      for line in reader.whole(state, at: script.now) {
        #expect(!line.contains { "─│┌┐└┘█░▓▸▶‖←→↑↓‹›".contains($0) }, "\(line)")
        #expect(!line.contains("  "), "\(line)")
      }
    }
  }

  @Test func `the locked screen says how to return to whoever asks`() throws {
    var talk = try Self.talk("set a PIN", "4711", "4711", "lock")
    for line in ["help", "again", "", "?"] {
      talk.type(line)
      #expect(talk.says("Locked 10:"), "after “\(line)”")
      #expect(talk.said.last == "Type the PIN, then Enter, to return.")
    }
    #expect(talk.script.state.setup.pinAttempts.wrong == 0)
    talk.type("0000")
    talk.type("1111")
    // While one waits nothing counts, and how long it takes is said.
    talk.type("4711")
    #expect(talk.says("next in 0:05"))
    _ = talk.wait(seconds: 5)
    talk.type("4711")
    #expect(talk.script.state.lock == nil)
  }

  @Test func `without a PIN help does not unlock`() throws {
    var talk = try Self.talk("lock", "help")
    #expect(talk.said.last == "Enter returns.")
    #expect(talk.script.state.lock != nil)
    talk.type("")
    #expect(talk.script.state.lock == nil)
  }

  @Test func `what is searched for may follow the search`() throws {
    let talk = try Self.talk("/ KM")
    guard case .search(let search) = talk.script.state.place else {
      Issue.record("No search stands there.")
      return
    }
    #expect(search.field.text == "KM")
  }

  @Test func `a key in a sentence has the name that is typed for it`() throws {
    var talk = try Self.talk("a 97110", "m", "59")
    talk.type("59")
    #expect(!talk.said.contains { $0.contains("Esc") })
    #expect(talk.says("back"))
  }
}
