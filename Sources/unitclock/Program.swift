import Billing
import Foundation
import Interface
import Journal
import Screen
import SessionLog
import Terminal

/// What the command line asks of the interface.
struct ProgramOptions {
  /// Where the journal lies.
  var journal: String
  var theme: Theme
  var payers: Payers
  /// Whether colours may be used: `NO_COLOR` forbids them.
  var usesColor = true
  /// A made-up visit on a journal in memory.
  var isPractice = false
  /// Whether it speaks in lines instead of drawing a screen.
  var isReader = false
  /// Whether nothing beyond ASCII is drawn or said, whatever the locale has.
  var usesASCII = false
  /// How many times as fast as the machine's clocks practice goes.
  var speed: Int64 = 1
  /// What a person chose in their settings.
  var preferences = Preferences()
  var keymap = Keymap.standard
}

/// The program on its terminal: shows, waits for the next input, handles it, stops when told.
struct Program {
  var state: State
  let journal: Journal
  /// Its file stays open as long as the program runs: closing it would start threads.
  private let tables: LoadedTables
  let clock: Clock
  /// Where the PIN is kept; nowhere in practice.
  var pinFile: PINFile?
  /// Whose calendar years were read already.
  var yearsRead: Set<ClientYear> = []
  /// Whether it was told that drafts are not kept.
  var hasToldOfDrafts = false

  struct ClientYear: Hashable {
    var client: String
    var year: Int
  }

  private init(state: State, journal: Journal, tables: LoadedTables, clock: Clock) {
    self.state = state
    self.journal = journal
    self.tables = tables
    self.clock = clock
  }

  /// Opens the journal and the terminal, runs until the person leaves, and gives the terminal back.
  static func run(_ options: ProgramOptions) throws {
    if !options.isReader { try Terminal.require() }
    let clock = Clock(speed: options.speed)
    let loaded =
      try options.isPractice ? .builtIn() : LoadedTables.load(beside: options.journal)
    let (journal, holder) = try openJournal(options, at: clock.moment())
    defer { journal.close() }
    let pinFile = options.isPractice ? nil : try PINFile(beside: options.journal)
    let setup = Setup(
      payers: options.payers.all, author: author(), isPractice: options.isPractice,
      madeBy: Unitclock.edition(with: loaded.tables, options.payers), isLookOnly: holder != nil,
      isCopy: journal.isCopy, preferences: options.preferences, keymap: options.keymap,
      hasPIN: pinFile?.isSet ?? false, pinAttempts: pinFile?.attempts ?? PINAttempts(),
      keysCanBeHeld: !options.isReader)
    if options.isPractice { try beginPractice(setup, in: journal, at: clock.moment()) }
    let now = clock.moment()
    let logbook = try Logbook(
      replaying: journal.entries(of: .current(on: now.localDay)), tables: loaded.tables)
    var state = State.starting(
      setup: setup, logbook: logbook, at: now, besides: holder,
      drafts: try journal.drafts().mapValues { FormDraft(texts: $0) })
    try remember(in: &state, from: journal)
    var program = Program(state: state, journal: journal, tables: loaded, clock: clock)
    program.pinFile = pinFile
    if options.isReader {
      program.converse(through: LineTerminal(usesASCII: options.usesASCII))
    } else {
      let terminal = try Terminal(
        theme: options.theme, usesColor: options.usesColor, usesASCII: options.usesASCII)
      defer { terminal.close() }
      program.loop(on: terminal)
    }
  }

  private mutating func loop(on terminal: Terminal) {
    var goesOn = true
    var wasLocked = false
    while goesOn {
      readYear()
      let now = clock.moment()
      state.size = terminal.size
      if state.lock != nil, !wasLocked { terminal.hideShown() }
      wasLocked = state.lock != nil
      terminal.show(view(state, at: now, fitting: state.size))
      // A fast practice clock is shown twenty times a second, not faster.
      let wait = max(
        millisecondsToNextChange(state, at: now) / clock.speed, clock.speed > 1 ? 50 : 0)
      // A millisecond more, so that the second or minute has come when we wake.
      let asksForPIN = state.lock != nil && state.setup.hasPIN
      goesOn = handle(terminal.next(within: wait + 1, mayStop: !asksForPIN))
    }
  }

  /// Does what an input asks for; whether the program goes on.
  mutating func handle(_ input: Input) -> Bool {
    tell(.input(input))
  }

  // MARK: Starting

  /// The journal, and who has it where it can only be looked at.
  private static func openJournal(
    _ options: ProgramOptions, at now: Moment
  ) throws(JournalError) -> (Journal, holder: String?) {
    if options.isPractice { return (try Journal.inMemory(), nil) }
    do throws(JournalError) {
      return (try Journal.open(at: options.journal, now: now.wall), nil)
    } catch .inUse(_, let holder) {
      let words = holder?.words(at: now) ?? "Who it is cannot be told"
      return (try Journal.openForReading(at: options.journal), words)
    }
  }

  /// The visits so far of everyone on today's screen.
  private static func remember(
    in state: inout State, from journal: Journal
  ) throws(JournalError) {
    for client in Set(state.logbook.sessions.values.map(\.visit.recordKey)) {
      state.history[client] = try journal.visits(of: client)
    }
  }

  private static func beginPractice(
    _ setup: Setup, in journal: Journal, at now: Moment
  ) throws(JournalError) {
    var sessions: [SessionID] = []
    for kind in practiceKinds(setup: setup, at: now) {
      let entry = try journal.append(
        Draft(sessions: sessions, moment: now, author: setup.author, kind: kind))
      sessions = entry.sessions
    }
  }

  /// Who works here, as far as the system knows.
  private static func author() -> String {
    let name = NSFullUserName()
    return name.isEmpty ? NSUserName() : name
  }
}

extension JournalError.Holder {
  /// The other copy in a few words.
  fileprivate func words(at now: Moment) -> String {
    let start = WallTime(milliseconds: since, utcOffset: now.utcOffset)
    return "It is process \(process), since \(start.text)"
  }
}
