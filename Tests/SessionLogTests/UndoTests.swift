import Billing
import SessionLog
import Testing

@Suite("Undo reads the log as if the entry had never been made, the time since included")
struct UndoTests {
  @Test func `undoing a switch gives those minutes back to the first code`() throws {
    var story = try Story("97110 +4 97530 +3 undo")
    #expect(
      try story.picture == """
        97110 ▓▓▓▓▓▓▓
        97530 ░░░░░░░
        """)
    try story.say("+2")
    #expect(try story.minutes("97110") == 9)
  }

  @Test func `undoing a stop lets the clock have run on`() throws {
    #expect(try Story("97110 +4 97110. +3 undo +1").picture == "97110 ▓▓▓▓▓▓▓▓")
  }

  @Test func `undoing a start takes its minutes away`() throws {
    #expect(try Story("97110 +4 undo +1").picture == "97110 ░░░░░")
  }

  @Test func `undoing a pause lets everything have run on`() throws {
    let story = try Story("97110 +4 pause +3 undo")
    #expect(try story.picture == "97110 ▓▓▓▓▓▓▓")
    #expect(try story.session.pauses.isEmpty)
  }

  @Test func `undoing the end of a pause lets it go on`() throws {
    #expect(try Story("97110 +2 pause +3 resume +2 undo").picture == "97110 ▓▓‖‖‖‖‖")
  }

  @Test(arguments: [
    "97110+5", "97110=24", "97110<2", "97110@0-1", "97110.", "pause", "stop", "97530",
  ])
  func `undo and redo are each other's contrary`(word: String) throws {
    let before = try Story("+3 97110 +4 97530 +2 97110 +2")
    var after = before
    try after.say(word)
    var undone = after
    try undone.say("undo")
    #expect(try undone.picture == before.picture)
    try undone.say("redo")
    #expect(try undone.picture == after.picture)
  }

  @Test func `undo and redo are entries: nothing is rewritten`() throws {
    var story = try Story("97110 +4 97110.")
    let before = story.logbook.entries
    try story.say("undo redo")
    #expect(Array(story.logbook.entries.prefix(before.count)) == before)
    let stop = try #require(before.last?.id)
    #expect(
      story.logbook.entries.suffix(2).map(\.kind) == [.undone(entry: stop), .redone(entry: stop)])
  }

  @Test func `undo goes back entry by entry, redo comes forward`() throws {
    var story = try Story("97110 +1 97530 +1 97535 +1")
    try story.say("undo undo")
    #expect(try story.session.running == ["97530"])
    try story.say("undo undo")
    #expect(try story.session.panes.map(\.code) == ["97110"])
    #expect(try story.session.running == ["97110"])
    try story.say("redo redo redo redo")
    #expect(
      try story.picture == """
        97110 ▓░░
        97530 ░▓░
        97535 ░░▓
        """)
    #expect(try story.session.redoable.isEmpty)
  }

  @Test func `a new fact clears what could be redone`() throws {
    let story = try Story("97110 +1 97110. undo 97110+5")
    #expect(try story.session.redoable.isEmpty)
  }

  @Test func `undone, redone and undone again`() throws {
    var story = try Story("97110 +4 97110. +1 undo redo undo")
    #expect(try story.picture == "97110 ▓▓▓▓▓")
    #expect(try story.session.redoable.count == 1)
    try story.say("redo")
    #expect(try story.picture == "97110 ▓▓▓▓░")
  }

  @Test func `the opening cannot be undone`() throws {
    #expect(try Story().session.undoable.isEmpty)
  }

  @Test func `what undo would take back stands the latest first`() throws {
    let story = try Story("97110 +1 pause +1 resume undo")
    #expect(
      try story.session.undoable.map(\.kind) == [
        .paused, .started(code: "97110"), .added(code: "97110"),
      ])
  }

  @Test func `a stated total is stated anew where what was before it is undone`() throws {
    var story = try Story("97110 +4 97110. 97110+5 97110=24")
    try story.record(.undone(entry: EntryID(rawValue: 5)))
    #expect(try story.minutes("97110") == 24)
  }

  @Test func `an undone stop under another client's clock is an overlap that the day tells`() throws
  {
    let story = try Story("JB: 97530 +4 97530. KM: 97110 +4 JB: undo")
    #expect(try story.session.running == ["97530"])
    #expect(try story.day.intervals.map(\.label) == ["10:00-now"])
    #expect(try story.day.elsewhere.map(\.label) == ["10:04-now"])
  }
}
