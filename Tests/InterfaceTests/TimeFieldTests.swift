import Billing
import Interface
import SessionLog
import Testing

@Suite("The time field")
struct TimeFieldTests {
  private static let one = Script.visit + "a 97110 <enter> "

  /// Words typed after twenty minutes of 97110, from 10:00 on, and what comes of them.
  @Test(arguments: [
    ("\"+5\"", "typed 5 min for 97110", 25), ("24m", "stated 97110 as 24 min in all", 24),
    ("5m", "stated 97110 as 5 min in all", 5), ("0m", "stated 97110 as 0 min in all", 0),
    ("\"-5\"", "moved the start of 97110 to 09:55", 25),
    ("1005", "moved the start of 97110 to 10:05", 15),
    ("9:50a", "moved the start of 97110 to 09:50", 30),
    ("0930-0950", "typed 09:30-09:50 for 97110", 40),
  ])
  func `says what was understood, and what it changes, before Enter stores it`(
    typed: String, words: String, minutes: Int
  ) throws {
    var script = try Script(Self.one + "1 +20m 1 +5m t " + typed)
    let entries = script.journal.count
    #expect(script.shows(words))
    #expect(script.shows("97110 20 → \(minutes) min"))
    #expect(script.minutes("97110") == 20)
    try script.type("<enter>")
    #expect(script.journal.count == entries + 1)
    #expect(script.minutes("97110") == minutes)
    #expect(script.notice.contains("97110 20 → \(minutes) min"))
  }

  @Test(arguments: [
    ("", "Type -5, +5, 24m"), ("garbage", "Error: not a time"), ("1441m", "Error: at most 1440"),
    ("\"+1421\"", "Error: that would be more than 1440"), ("\"-5x\"", "Error: whole minutes"),
    ("1040", "Error: 10:40 is still to come; it is 10:25"),
    ("1010-1040", "Error: 10:40 is still to come"),
    ("1021", "Error: 10:21 is after its end, 10:20"),
    ("1005-1010", "Error: 97110 has 10:00-10:20; it ran then already"),
    ("1020-1005", "Error: the interval ends before it begins"), ("2u", "97110 is not counted"),
    ("timed", "the timing of 97110 is fixed"), ("0u", "Error: 1 to 99 units"),
  ])
  func `says what is wrong, keeps what was typed, and stores nothing`(
    typed: String, words: String
  ) throws {
    var script = try Script(Self.one + "1 +20m 1 +5m t " + typed)
    let (entries, text) = (script.journal.count, script.typed)
    #expect(script.shows(words))
    try script.type("<enter>")
    // The box says it already: no notice says it again.
    #expect(script.notice == "")
    #expect(script.shows(words))
    #expect(script.typed == text)
    #expect(script.journal.count == entries)
  }

  @Test func `no interval of another code of the performer is written over`() throws {
    let two = Self.one + "a 97530 <enter> 1 +20m 2 +10m t "
    #expect(try Script(two + "\"-5\"").shows("Error: 97110 has 10:00-10:20"))
    #expect(try Script(two + "1005-1010").shows("Error: 97110 has 10:00-10:20; one performer"))
  }

  @Test func `what is free is offered in the words of what was typed`() throws {
    let two = Self.one + "a 97530 <enter> 1 +20m 1 +10m 2 +1m t "
    #expect(try Script(two + "1015-1028").shows("10:20-10:28 is free."))
    #expect(try Script(two + "\"-15\"").shows("-10 is free."))
  }

  @Test func `nor one of another client, who is named`() throws {
    let script = try Script(
      Self.one + "1 +20m o n JB <enter> <enter> a 97530 <enter> 1 +5m t \"-3\" <enter>")
    #expect(script.shows("Error: 97110 of KM has 10:00-10:20"))
    #expect(
      try Script(
        Self.one + "1 +20m o n JB <enter> <enter> a 97530 <enter> t 1010-1015"
      ).shows("e in that visit cuts it back"))
  }

  /// KM has 97110 from 10:00 to 10:20, by the assistant Kim; then JB has 97530.
  private static let byAnAssistant =
    one + "p a Kim <enter> 1 +20m 1 o n JB <enter> <enter> a 97530 <enter> +5m "

  @Test func `what another person gave elsewhere binds nobody here`() throws {
    let script = try Script(Self.byAnAssistant + "t 1005-1015 <enter>")
    #expect(script.minutes("97530") == 10)
  }

  @Test func `what the same person gave elsewhere binds, whoever the clinicians are`() throws {
    let script = try Script(Self.byAnAssistant + "p a kim <enter> t 1005-1015")
    #expect(script.shows("Error: 97110 of KM has 10:00-10:20; one performer"))
    let other = try Script(
      Self.one
        + "1 +20m 1 o n JB <tab> <tab> <tab> <tab> Kim <tab> <right> <enter> <enter> a 97530 <enter> "
        + "p t \"Ana Reyes\" <enter> +5m t 1005-1015")
    #expect(other.words().contains("Error: 97110 of KM has 10:00-10:20; one performer"))
  }

  @Test func `a client is given one code at a time, whoever gives it`() throws {
    let script = try Script(
      Self.one + "a 97530 <enter> <back-tab> p a Kim <enter> 1 +20m 1 +5m <tab> t 1005-1015")
    #expect(
      script.words().contains(
        "Error: 97110 has 10:00-10:20; one client is given one code at a time."))
  }

  @Test(arguments: ["1012-1015", "1005-1030", "\"-5\"", "1015"])
  func `nobody treats during a pause`(typed: String) throws {
    let script = try Script(
      Self.one + "1 +10m <space> <esc> +10m <space> +15m t " + typed + " <enter>")
    #expect(script.shows("Error: 10:10-10:20 is a pause."))
    #expect(script.kinds.last == .resumed)
  }

  @Test func `a start before midnight is of the day before, which is named`() throws {
    let script = try Script("+14h +5m " + Self.one + "1 +5m t -300 <enter>")
    #expect(script.shows("Error: 19:05 is of the day before; the session is of 2026-11-22."))
    #expect(script.kinds.last == .started(code: "97110"))
  }

  @Test func `a supervised modality may lie beside anything`() throws {
    let script = try Script(
      Self.one + "a 97014 <enter> 1 +20m <tab> t 1005-1015 <enter>")
    #expect(script.minutes("97014") == 10)
  }

  @Test func `the first interval must be there before it can be moved`() throws {
    #expect(try Script(Self.one + "t \"-5\" <enter>").shows("97110 has no interval yet"))
  }

  @Test func `clock times of another day are of that day, and late`() throws {
    let script = try Script(
      "n KM <up> <up> <c-u> 2026-11-20 <enter> <enter> a 97110 <enter> t \"0905-0910 forgot\" <enter>"
    )
    let interval = try #require(script.session()?["97110"]?.intervals.first)
    #expect(script.minutes("97110") == 5)
    #expect(interval.isLate)
    // A day and 55 minutes before the entry, at ten.
    #expect(script.now.wall - interval.startTime.milliseconds == (24 * 60 + 55) * 60_000)
  }

  @Test func `on an earlier day's visit a reason is asked for, and what was typed stays`() throws {
    var script = try Script(
      "n KM <up> <up> <c-u> 2026-11-20 <enter> <enter> a 97110 <enter> t 0905-0910")
    #expect(script.shows("Late: it wants a reason behind the time."))
    let entries = script.journal.count
    try script.type("<enter>")
    #expect(script.notice == "Error: a reason is needed: type it behind the time.")
    #expect(script.journal.count == entries)
    try script.type("\" phone rang\" <enter>")
    #expect(script.minutes("97110") == 5)
    #expect(script.journal.last?.reason == "phone rang")
  }

  @Test func `a reason may follow, and is kept with the entry`() throws {
    let script = try Script(Self.one + "1 +20m t \"-5 forgot to sta\" <enter>")
    #expect(script.minutes("97110") == 25)
    #expect(script.journal.last?.reason == "forgot to start")
  }

  @Test(arguments: [
    ("-5 phone rang", "-5", "phone rang"), ("- 5 phone", "-5", "phone"),
    ("24m wrong code", "24m", "wrong code"), ("24 m 2 calls", "24m", "2 calls"),
    ("13:05 - 13:20 late", "1305-1320", "late"), ("1305 - 1320", "1305-1320", nil),
    ("1:05 p - 1:20 p 2 visitors", "1:05p-1:20p", "2 visitors"), ("1:05 p", "1:05p", nil),
    ("+5 2 phone calls came", "+5", "2 phone calls came"),
    ("-5 10 reps more", "-5", "10 reps more"),
    ("+5", "+5", nil),
  ])
  func `the reason is what does not belong to the time, a number too`(
    typed: String, time: String, reason: String?
  ) throws {
    #expect(try ReasonedTimeEntry(typed).reason == reason)
    #expect(try ReasonedTimeEntry(typed).entry == TimeEntry(time))
  }

  /// At 14:00 both 1:05 and 13:05 are past; at 10:25 only one of 9:50 and 21:50 is.
  @Test func `a time without its half of the day is asked for where it may be either`() throws {
    var script = try Script("+3h " + Self.one + "1 +1h 1 t 105")
    #expect(script.shows("1:05 a or 1:05 p? Type a or p."))
    try script.type("<enter>")
    #expect(script.kinds.last == .stopped(code: "97110"))
    try script.type("p")
    #expect(script.shows("moved the start of 97110 to 13:05"))
    #expect(try Script(Self.one + "1 +25m t 950").shows("moved the start of 97110 to 09:50"))
  }

  @Test(arguments: [
    ("105-120p", "13:05-13:20"), ("1130-105", "11:30-13:05"), ("1:05a-1:20", "01:05-01:20"),
  ])
  func `one half of the day counts for both ends where it can`(
    typed: String, words: String
  ) throws {
    #expect(try Script("+5h " + Self.one + "t " + typed).shows("typed \(words) for 97110"))
  }

  @Test func `units of a counted code are typed`() throws {
    let script = try Script(Script.visit + "a 97597 <enter> t 2u <enter>")
    #expect(script.session()?["97597"]?.units == 2)
  }

  @Test func `Esc leaves everything as it was`() throws {
    let script = try Script(Self.one + "1 +20m t \"24m\" <esc>")
    #expect(script.minutes("97110") == 20)
    #expect(script.state.overlay == nil)
  }

  @Test func `without a pane there is no time field`() throws {
    #expect(try Script(Script.visit + "t").notice == "No code yet: a adds one.")
  }
}

@Suite("What is typed into the time field")
struct TimeEntryTests {
  private static let readings: [(typed: String, entry: TimeEntry)] = [
    ("-5", .earlier(minutes: 5)), ("- 5", .earlier(minutes: 5)), ("-5m", .earlier(minutes: 5)),
    ("+5", .added(minutes: 5)), ("+1440", .added(minutes: 1440)),
    ("24m", .total(minutes: 24)), ("24M", .total(minutes: 24)), ("0m", .total(minutes: 0)),
    ("1440m", .total(minutes: 1440)), ("1305-1320", .interval(start: 785, end: 800)),
    ("13:05 - 13:20", .interval(start: 785, end: 800)),
    ("1:05p-1:20p", .interval(start: 785, end: 800)),
    (
      "905-915",
      .interval(
        start: ClockText(minute: 545, hasNoHalf: true),
        end: ClockText(minute: 555, hasNoHalf: true))
    ),
    ("1:05p", .start(785)), ("1:05PM", .start(785)), ("105p", .start(785)), ("13:05", .start(785)),
    ("1305", .start(785)), ("0005", .start(5)), ("12:00a", .start(0)), ("12:00p", .start(720)),
    ("12:59am", .start(59)), ("23:59", .start(1439)), ("2u", .units(2)), ("99U", .units(99)),
    ("timed", .timing(isTimed: true)), ("Untimed", .timing(isTimed: false)),
  ]

  @Test(arguments: readings)
  func `is read`(typed: String, entry: TimeEntry) throws {
    #expect(try TimeEntry(typed) == entry)
  }

  private static let refusals: [(typed: String, error: TimeEntryError)] = [
    ("", .empty), ("   ", .empty), ("-", .minutes), ("+", .minutes), ("--5", .minutes),
    ("+5.5", .minutes), ("+1441", .tooMany), ("1441m", .tooMany),
    ("-99999999999999999999", .tooMany),
    ("+0", .nothing), ("-0", .nothing),
    ("m", .minutes), ("5", .bareNumber("5")), ("24", .bareNumber("24")), ("2400", .notATime),
    ("1260", .notATime),
    ("13:05p", .notATime), ("0:30a", .notATime), ("1:5p", .notATime), ("1:2:3", .notATime),
    ("13055", .notATime), ("１３０５", .notATime), ("x", .notATime), ("1320-1305", .backwards),
    ("1305-1305", .backwards), ("1305-", .notATime), ("0u", .units), ("100u", .units),
    ("-1u", .minutes), ("u", .notATime),
  ]

  @Test(arguments: refusals)
  func `is refused`(typed: String, error: TimeEntryError) {
    #expect(throws: error) { try TimeEntry(typed) }
  }

  @Test func `a refusal says what is taken`() {
    let errors: [TimeEntryError] = [
      .minutes, .nothing, .bareNumber("24"), .tooMany, .notATime, .backwards, .units,
    ]
    for error in errors { #expect(error.sentence.hasPrefix("Error: ")) }
    #expect(TimeEntryError.empty.sentence.hasPrefix("Type "))
  }
}
