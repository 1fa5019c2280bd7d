package import Billing
package import Screen
package import SessionLog

/// All that the program knows; only ``update(_:_:at:)`` changes it.
package struct State: Sendable {
  /// What the edges told at the start.
  package var setup: Setup
  /// What is on disk.
  package var logbook: Logbook
  /// The screen one is on.
  package var place: Place
  /// What stands in front of it.
  package var overlay: Overlay?
  /// The last word to the person.
  package var notice: Notice?
  /// Whether panes tell how far the next unit is.
  package var showsCountdown = true
  /// The last entry that was there at the last look for those of another copy.
  var lastLooked: EntryID
  /// The pane that last had the focus, for each session that was looked at.
  var focus: [SessionID: Int] = [:]
  var lastKey: LastKey?
  /// What was on disk as the last key came: what it changes is told against that.
  var logbookAtKey: Logbook?
  /// When a key or a paste came last: what the idle lock counts from.
  var lastInput: Moment?
  /// The clocks as they were read last: what a gap is seen by.
  var lastSeen: Moment?
  /// Whether the program read them itself: at its start they are those of the last entry.
  var hasLooked = false
  /// While it is set, nothing that names anyone is shown.
  package var lock: Lock?
  /// What was typed into forms and not stored, by the form's name: the same is on disk.
  package var drafts: [String: FormDraft] = [:]
  /// The form in front whose typed text is kept.
  var draftedForm: DraftedForm?
  /// Visits of the clients that were looked up in the journal's index.
  package var history: [ClientKey: [PastVisit]] = [:]
  /// The day on which the journal was asked about a client whose visit had been opened.
  var recalled: [ClientKey: ServiceDate] = [:]
  /// The day on which a client's dues were told.
  var toldDues: [ClientKey: ServiceDate] = [:]
  /// Reminders that were told already.
  var told: Set<Reminder.Subject> = []
  /// Gaps of the clocks whose question was left for later.
  var postponedGaps: Set<EntryID> = []
  /// Whether the running clock is shown in digits that are read across the room.
  package var showsBigDigits = false
  /// The size that was last drawn for; only scrolling, and moving to the pane below, ask for it.
  package var size = Size(columns: 80, rows: 24)

  package init(setup: Setup, logbook: Logbook, place: Place = .sessions(SessionList())) {
    self.setup = setup
    self.logbook = logbook
    self.place = place
    lastLooked = logbook.entries.last?.id ?? EntryID(rawValue: 0)
    showsCountdown = setup.preferences.showsCountdown
    showsBigDigits = setup.preferences.showsBigDigits
  }
}

/// What the edges tell the program at its start.
package struct Setup: Hashable, Sendable {
  /// Payers to choose from, the default first.
  package var payers: [Payer]
  /// Who works here, as far as the system knows.
  package var author: String
  /// A made-up visit on a journal in memory.
  package var isPractice: Bool
  /// What a signature names as its maker: program and table versions.
  package var madeBy: String
  /// Another copy has the journal: nothing may be recorded.
  package var isLookOnly: Bool
  /// What is looked at is a copy, made at the start: the other one is of an older version, and what
  /// it records from then on cannot be seen here.
  package var isCopy: Bool
  /// What a person chose in their settings.
  package var preferences: Preferences
  /// Every command with its keys.
  package var keymap: Keymap
  /// Whether a PIN must be typed to unlock the screen.
  package var hasPIN: Bool
  /// The wrong ones since the last right one, those of earlier runs among them.
  package var pinAttempts: PINAttempts
  /// Whether a key that comes again at once may be one that is held down; a line that was typed and
  /// sent is none.
  package var keysCanBeHeld: Bool

  package init(
    payers: [Payer], author: String, isPractice: Bool = false, madeBy: String,
    isLookOnly: Bool = false, isCopy: Bool = false, preferences: Preferences = Preferences(),
    keymap: Keymap = .standard, hasPIN: Bool = false, pinAttempts: PINAttempts = PINAttempts(),
    keysCanBeHeld: Bool = true
  ) {
    self.payers = payers
    self.author = author
    self.isPractice = isPractice
    self.madeBy = madeBy
    self.isLookOnly = isLookOnly
    self.isCopy = isCopy
    self.preferences = preferences
    self.keymap = keymap
    self.hasPIN = hasPIN
    self.pinAttempts = pinAttempts
    self.keysCanBeHeld = keysCanBeHeld
  }

  /// Whether another copy may have recorded something that can be seen here.
  var looksAgain: Bool { isLookOnly && !isCopy }
}

/// The screen one is on.
package enum Place: Hashable, Sendable {
  case sessions(SessionList)
  case form(VisitForm)
  case session(SessionPlace)
  case summary(SummaryPlace)
  // These three know the screen that they were opened from.
  indirect case client(ClientForm)
  indirect case search(HistorySearch)
  indirect case audit(AuditPlace)
}

/// One session, its panes and which of them has the focus.
package struct SessionPlace: Hashable, Sendable {
  package var session: SessionID
  /// The index of the pane with the focus.
  package var focus: Int
  package init(session: SessionID, focus: Int = 0) {
    self.session = session
    self.focus = focus
  }
}

/// What to write and what to bill.
package struct SummaryPlace: Hashable, Sendable {
  package var session: SessionID
  /// The first line shown.
  package var top = 0
  package init(session: SessionID) { self.session = session }
}

/// What stands in front of a screen and takes the keys.
package enum Overlay: Hashable, Sendable {
  case addCode(CodeSearch)
  case time(TextField)
  case palette(Palette)
  case findings(FindingsBox)
  case modifiers(ModifiersBox)
  case note(NoteForm)
  /// The keys that work, and what they were asked for from: it stands there again afterwards.
  indirect case help(top: Int, over: Overlay? = nil)
  case pauseReason(TextField)
  /// The entry that undo would take back is not from just now.
  case confirmUndo(EntryID)
  case performer(PerformerBox)
  case evaluation(EvaluationForm)
  case allowedElsewhere(TextField)
  /// Equal allocations, and the findings they were opened from, which stand there again.
  case choices(selected: Int, from: FindingsBox? = nil)
  case signature(TextField)
  case stopBeforeSigning
  case leave
  /// Another copy of the program has the journal: who, in a few words.
  case inUse(String)
  /// "I forgot to switch": when the last switch was.
  case switchBack(SwitchBox)
  /// The intervals of a pane, and the form of one.
  case intervals(IntervalsBox)
  /// Everything that can be undone and redone.
  case undoList(UndoList)
  /// A gap of the machine's clocks that wants an answer.
  case gap(GapBox)
  case group(GroupBox)
  case absence(AbsenceBox)
  case addendum(AddendumForm)
  case coSignature(TextField)
  /// What is due or runs out for the client, told when the visit opens.
  case dues(DuesBox)
  case pin(PINBox)
}

/// A field for a code, with what it may mean.
package struct CodeSearch: Hashable, Sendable {
  package var field = TextField(limit: 40)
  /// The marked code; none before anything was typed or marked.
  package var selected: Int?
  package init() {}
}

/// A field for a command, with what it may mean.
package struct Palette: Hashable, Sendable {
  package var field = TextField(limit: 40)
  package var selected = 0
  package init() {}
}

/// A word to the person, in one sentence.
package struct Notice: Hashable, Sendable {
  package enum Tone: Hashable, Sendable { case plain, done, error }
  package var tone: Tone
  package var text: String

  package init(_ text: String, tone: Tone = .plain) {
    self.tone = tone
    self.text = text
  }
}

extension State {
  /// The session that the screen is about, if it is about one.
  package var session: Session? {
    switch place {
    case .sessions, .form, .client, .search: nil
    case .session(let place): logbook.sessions[place.session]
    case .summary(let place): logbook.sessions[place.session]
    case .audit(let place): logbook.sessions[place.session]
    }
  }

  /// The bill of a session's day: as it was signed, else as it would be now.
  func shownBill(of session: Session, at now: Moment) -> Bill {
    shownBill(of: session, from: day(of: session, at: now))
  }

  /// The same from the day's services, where they are at hand.
  func shownBill(of session: Session, from day: TreatmentDay) -> Bill {
    session.signature?.bill ?? bill(of: session, from: day)
  }

  /// The bill of a session's day as it would be now, signed or not.
  package func bill(of session: Session, at now: Moment) -> Bill {
    bill(of: session, from: day(of: session, at: now))
  }

  private func bill(of session: Session, from day: TreatmentDay) -> Bill {
    Billing.bill(day, for: session.visit.payer, using: logbook.tables)
  }

  /// What the bill of a session's day is made of, as it stands now.
  func day(of session: Session, at now: Moment) -> TreatmentDay {
    logbook.treatmentDay(of: session, at: logbook.instant(of: now))
  }

  /// Each clock that runs or waits, in words: whose, which code, since when; those of one session may
  /// be left out.
  func clocksInWords(at now: Moment, besides id: SessionID? = nil) -> [String] {
    sessionsWithClock.filter { $0.id != id }.flatMap { session in
      let client = session.visit.client
      if session.isPaused, let pause = session.pauses.last {
        return ["\(client) is paused since \(pause.startTime.text)"]
      }
      return session.panes.compactMap { pane in
        pane.intervals.last(where: \.isRunning).map {
          "\(pane.code) of \(client) runs since \($0.startTime.text)"
        }
      }
    }
  }

  /// Every session in which a clock runs or waits in a pause.
  package var sessionsWithClock: [Session] {
    logbook.sessions.values.filter(\.hasClock).sorted { $0.id < $1.id }
  }
}
