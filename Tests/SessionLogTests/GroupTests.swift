import Billing
import SessionLog
import Testing

@Suite("A group of several clients")
struct GroupTests {
  private func picture(_ story: Story, _ client: String) throws -> String {
    var story = story
    try story.say("\(client):")
    return try story.picture
  }

  @Test func `one entry starts it for all, another stops it`() throws {
    var story = try Story("+1 JB: RT: KM:")
    let entries = story.logbook.entries.count
    try story.say("97150*JB+RT +5 97150*. +2")
    #expect(story.logbook.entries.count == entries + 2)
    for client in ["KM", "JB", "RT"] {
      #expect(try picture(story, client) == "97150 ░▓▓▓▓▓░░")
    }
    let start = try #require(story.logbook.entries.dropLast().last)
    #expect(start.sessions.map(\.rawValue) == [1, 2, 3])
    #expect(try story.pane("97150").intervals.map(\.group) == [start.id])
  }

  @Test func `the members' own clocks stop, and the performer's with anybody else`() throws {
    let story = try Story("JB: 97014 KM: JB: RT: 97530 +2 KM: 97150*JB +3")
    #expect(try picture(story, "KM") == "97150 ░░▓▓▓")
    #expect(try picture(story, "JB") == "97014 ▓▓▓▓▓\n97150 ░░▓▓▓")
    #expect(try picture(story, "RT") == "97530 ▓▓░░░")
  }

  @Test func `one member leaves early`() throws {
    let story = try Story("JB: KM: 97150*JB +3 97150. +2 JB: 97150*. +1")
    #expect(try picture(story, "KM") == "97150 ▓▓▓░░░")
    #expect(try picture(story, "JB") == "97150 ▓▓▓▓▓░")
  }

  @Test func `a further member joins and stops nobody`() throws {
    var story = try Story("JB: KM: 97150*JB +3 RT:")
    #expect(
      try story.logbook.bound(
        by: story.session.visit.performer, grouping: "97150", members: [story.session]
      ).isEmpty)
    try story.say("97150*RT +2")
    #expect(try picture(story, "KM") == "97150 ▓▓▓▓▓")
    #expect(try picture(story, "RT") == "97150 ░░░▓▓")
    #expect(
      try story.logbook.group(of: "97150", with: story.session).map(\.visit.client)
        == ["RT", "KM", "JB"])
  }

  @Test func `one-on-one time with a member, or with anybody else, ends it for all`() throws {
    var story = try Story("RT: JB: KM: 97150*JB +3")
    #expect(
      try story.logbook.bound(byStarting: ["97110"], in: story.session).map(\.visit.client)
        == ["JB"])
    try story.say("97110 +2")
    #expect(try picture(story, "KM") == "97150 ▓▓▓░░\n97110 ░░░▓▓")
    #expect(try picture(story, "JB") == "97150 ▓▓▓░░")
    try story.say("97150*JB +2 RT: 97530 +1")
    #expect(try picture(story, "JB") == "97150 ▓▓▓░░▓▓░")
    #expect(try picture(story, "KM") == "97150 ▓▓▓░░▓▓░\n97110 ░░░▓▓░░░")
  }

  @Test func `who waited in a pause is in the group again`() throws {
    let story = try Story("JB: KM: 97150*JB +3 pause +2 resume +2")
    #expect(try picture(story, "KM") == "97150 ▓▓▓‖‖▓▓")
    #expect(try picture(story, "JB") == "97150 ▓▓▓▓▓▓▓")
    let groups = try story.pane("97150").intervals.map(\.group)
    #expect(groups.count == 2 && groups[0] != nil && groups[0] == groups[1])
  }

  @Test func `and so is who waited while the last interval was mended`() throws {
    let corrected = try Story("JB: KM: 97150*JB +5 pause +2 97150[1]=0-4 resume +2")
    #expect(try picture(corrected, "KM") == "97150 ▓▓▓▓░░░▓▓")
    let shortened = try Story("JB: KM: 97150*JB +5 pause +2 97150[1]^3-5 resume +2")
    #expect(try picture(shortened, "KM") == "97150 ▓▓▓░░░░▓▓")
    for story in [corrected, shortened] {
      let groups = try story.pane("97150").intervals.map(\.group)
      #expect(groups.count == 2 && groups[0] != nil && groups[0] == groups[1])
    }
  }

  @Test func `what a split gave to another code goes on outside the group`() throws {
    let story = try Story("JB: KM: 97150*JB +5 97110 +1 97150*JB +5 pause 97150[2]|8>97110 resume")
    #expect(try story.session.running == ["97110"])
    #expect(try story.pane("97110").intervals.last?.group == nil)
  }

  @Test func `a member whom another clinician treats is in it under who gives it`() throws {
    var story = try Story("+1")
    try story.open("JB", by: "B. Kim")
    try story.say("97530 +2 KM: 97150*JB +5 97150*. +1")
    #expect(try picture(story, "JB") == "97530 ░▓▓░░░░░░\n97150 ░░░▓▓▓▓▓░")
    try story.say("JB:")
    let performer = try #require(try story.pane("97150").intervals.first?.performer)
    #expect(performer == Performer(role: .therapist, name: "A. Reyes"))
    #expect(try story.pane("97530").performer.name == "B. Kim")
    let interval = try #require(try story.pane("97150").intervals.first)
    #expect(
      try story.logbook.groupSize(of: interval, of: "97150", in: story.session, at: story.now) == 2)
  }

  @Test func `in a journal from before each member is with whom it was`() throws {
    var story = try Story()
    try story.open("JB", by: "B. Kim")
    let members = story.logbook.sessions.keys.sorted()
    try story.append(.groupStarted(code: "97150", members: members), in: members)
    #expect(try story.pane("97150").intervals.first?.performer.name == "B. Kim")
  }

  @Test func `shared minutes are no overlap, one-on-one minutes beside them are`() throws {
    var story = try Story("JB: KM: 97150*JB +10 97150*.")
    func overlaps() throws -> [Finding] {
      bill(try story.day, for: .unnamed(.cms)).findings.filter { $0.id == .overlap }
    }
    #expect(try overlaps().isEmpty)
    try story.say("JB: 97110 97110. 97110@2-6 KM:")
    #expect(try overlaps().count == 1)
  }

  @Test func `it tells how many shared an interval`() throws {
    let story = try Story("JB: RT: KM: 97150*JB +3 97150. +1 RT: 97150*RT +2 stop JB: 97150.")
    func size(_ client: String) throws -> Int? {
      var story = story
      try story.say("\(client):")
      let interval = try #require(try story.pane("97150").intervals.first)
      return try story.logbook.groupSize(
        of: interval, of: "97150", in: story.session, at: story.now)
    }
    #expect(try size("KM") == 2)
    #expect(try size("JB") == 3)
    #expect(try size("RT") == 2)
  }

  @Test func `one who leaves as another joins shared nothing with that one`() throws {
    var story = try Story("RT: JB: KM: 97150*JB +3 97150. RT: 97150*RT +2 97150*. KM:")
    for (client, size) in ["KM": 2, "RT": 2, "JB": 3] {
      try story.say("\(client):")
      let interval = try #require(try story.pane("97150").intervals.first)
      let found = try story.logbook.groupSize(
        of: interval, of: "97150", in: story.session, at: story.now)
      #expect(found == size, "\(client)")
    }
  }

  @Test func `who is given the code alone is in no group`() throws {
    let story = try Story("97150 +3")
    let interval = try #require(try story.pane("97150").intervals.first)
    #expect(
      try story.logbook.groupSize(of: interval, of: "97150", in: story.session, at: story.now)
        == nil)
    #expect(try story.logbook.group(of: "97150", with: story.session) == [])
  }

  @Test func `it is of one performer and of one day, also once it is stopped`() throws {
    var story = try Story("JB: KM: 97150*JB +3 97150*. ")
    func group() throws -> [String] {
      try story.logbook.group(of: "97150", with: story.session).map(\.visit.client)
    }
    try story.open("RT", by: "B. Kim")
    try story.open("LT", by: "B. Kim")
    try story.say("97150*RT +2")
    #expect(try group() == ["LT", "RT"])
    try story.open("AL", on: "2026-11-20", by: "B. Kim")
    try story.say("97150*AL +1")
    #expect(try group() == ["AL"])
    try story.say("KM:")
    #expect(try group() == ["KM", "JB"])
    try story.say("97150*JB +1")
    #expect(try group() == ["KM", "JB"])
  }

  @Test func `another performer's group is not ended`() throws {
    var story = try Story("+1")
    try story.open("JB", by: "B. Kim")
    try story.open("RT", by: "B. Kim")
    try story.say("97150*JB +2 KM: 97110 +2")
    #expect(try picture(story, "RT") == "97150 ░▓▓▓▓")
    #expect(try picture(story, "KM") == "97110 ░░░▓▓")
  }

  @Test func `undo takes it back for all`() throws {
    let story = try Story("97110 +2 JB: KM: 97150*JB +3 undo +1")
    #expect(try picture(story, "KM") == "97110 ▓▓▓▓▓▓")
    #expect(story.logbook.sessions[SessionID(rawValue: 2)]?.panes.isEmpty == true)
  }
}
