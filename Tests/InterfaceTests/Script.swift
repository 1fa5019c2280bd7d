import Billing
import Interface
import Screen
import SessionLog

/// The program at its keys: `update` in a loop, with a list in the journal's place.
///
///     var script = try Script("n K M <enter> <enter> a 97110 <enter> 1 +24m s")
///
/// | word | what it is |
/// |---|---|
/// | `a`, `97110` | keys as typed, one for each character |
/// | `"left arm"` | the same, blanks and all |
/// | `<enter>`, `<esc>`, `<tab>`, `<back-tab>`, `<space>`, `<up>`, `<c-r>`, `<f1>`, … | keys with names |
/// | `<paste:any text>` | a paste |
/// | `<let-stand>` | lets the cautions before a signature stand, with a reason |
/// | `<resize>`, `<wake>`, `<hang-up>` | what else reaches the program |
/// | `+24m`, `+30s`, `+699ms`, `+2h` | time goes by |
/// | `~43m` | the machine sleeps so long |
/// | `!5m` | the machine is off so long, and is started anew |
struct Script {
  private(set) var state: State
  /// What is on disk.
  private(set) var journal: [Entry] = []
  /// Why the disk takes nothing, where it does not.
  var diskRefusal: String?
  private(set) var hasEnded = false
  private(set) var looks = 0
  private(set) var lastLooked: EntryID?
  /// What was typed into forms and is kept, by the form's name.
  private(set) var drafts: [String: FormDraft] = [:]
  /// The PIN that was set.
  var pin: String?
  private(set) var clock = TestClock()

  /// The screen does not lock itself, however long nobody touches a key.
  static let setup = {
    var setup = Setup(
      payers: [
        Payer(name: "Medicare B", rule: .cms), Payer(name: "Premera Blue Cross", rule: .ama),
        Payer(name: "Other, midpoint", rule: .ama),
      ],
      author: "Ana Reyes", madeBy: "unitclock under test")
    setup.preferences.lockAfterMinutes = nil
    return setup
  }()

  /// The first visit, up to its first code.
  static let visit = "n KM <enter> <enter> "

  init(
    _ words: String = "", setup: Setup = Self.setup, tables: Tables = .builtIn
  ) throws {
    state = State(setup: setup, logbook: Logbook(tables: tables))
    try type(words)
  }

  /// The program started anew on the journal of this one.
  func startedAnew(setup: Setup = Self.setup, besides holder: String? = nil) throws -> Script {
    var other = self
    other.hasEnded = false
    other.state = .starting(
      setup: setup, logbook: try Logbook(replaying: journal), at: now, besides: holder,
      drafts: drafts)
    other.state.history = Dictionary(grouping: visits(), by: \.key)
    return other
  }

  var now: Moment { clock.moment }

  mutating func advance(by milliseconds: Int64) { clock.advance(by: milliseconds) }

  mutating func sleep(for milliseconds: Int64) { clock.sleep(for: milliseconds) }

  mutating func restartMachine(after milliseconds: Int64) { clock.restart(after: milliseconds) }

  mutating func turnZone(byHours hours: Int32) { clock.turnZone(byHours: hours) }

  mutating func stepWallClock(byMinutes minutes: Int64) { clock.step += minutes * 60_000 }

  mutating func send(_ input: Input) { send(.input(input)) }

  /// The terminal gets another size.
  mutating func resize(_ columns: Int, _ rows: Int) {
    state.size = Size(columns: columns, rows: rows)
    send(.resize)
  }

  /// Entries of another copy of the program come in.
  mutating func arrive(_ entries: [Entry]) { send(.arrived(entries)) }

  private mutating func send(_ message: Message) {
    _ = perform(update(&state, message, at: now))
  }

  /// Does effects in order, up to one that the disk refuses; whether all were done.
  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .record(let drafts):
        if let diskRefusal {
          send(.refused(reason: diskRefusal))
          return false
        }
        send(.recorded(drafts.map { append($0) }))
      case .look(let last):
        looks += 1
        lastLooked = last
      case .recall(let client): send(recalled(client))
      case .search(let query): send(.found(query, found(query)))
      case .fetch(let session): send(.fetched(session, fetched(session)))
      case .keep(let draft, let form): drafts[form] = draft
      case .readPIN:
        send(.pinRead(isSet: pin != nil, attempts: state.setup.pinAttempts))
      case .checkPIN(let typed): send(.pinChecked(typed == pin))
      case .setPIN(let typed):
        pin = typed
        send(.pinSet(isSet: typed != nil, refusal: nil))
      case .end: hasEnded = true
      }
    }
    return true
  }

  private mutating func append(_ draft: Draft) -> Entry {
    let sessions = Set(journal.flatMap(\.sessions)).count
    let entry = Entry(
      id: EntryID(rawValue: Int64(journal.count) + 1),
      sessions: draft.sessions.isEmpty && draft.kind.isOpening
        ? [SessionID(rawValue: Int64(sessions) + 1)] : draft.sessions,
      moment: draft.moment, author: draft.author, kind: draft.kind,
      reason: draft.reason)
    journal.append(entry)
    return entry
  }
}

// MARK: - What the person sees

extension Script {
  func screen(_ columns: Int = 80, _ rows: Int = 24) -> Canvas {
    view(state, at: now, fitting: Size(columns: columns, rows: rows))
  }

  /// Whether the words stand on the screen, in one line.
  func shows(_ words: String, _ columns: Int = 80, _ rows: Int = 24) -> Bool {
    screen(columns, rows).text.contains { $0.contains(words) }
  }

  /// The words on the screen, without the lines that they stand in and the frames around them.
  func words(_ columns: Int = 80, _ rows: Int = 24) -> String {
    screen(columns, rows).text
      .flatMap { $0.split { $0 == " " || "│┌┐└┘─".contains($0) } }
      .joined(separator: " ")
  }

  var notice: String { state.notice?.text ?? "" }

  var kinds: [Entry.Kind] { journal.map(\.kind) }

  /// The session of the screen, or the first of the client with those initials.
  func session(_ client: String? = nil) -> Session? {
    guard let client else { return state.session }
    return state.logbook.sessions.values.filter { $0.visit.client == client }
      .min { $0.id < $1.id }
  }

  var running: [ProcedureCode] { session()?.running ?? [] }

  func minutes(_ code: ProcedureCode) -> Int? {
    session()?[code]?.minutes(at: state.logbook.instant(of: now))
  }

  /// The text of the field that is typed into.
  var typed: String? {
    switch state.overlay {
    case .addCode(let search): search.field.text
    case .palette(let palette): palette.field.text
    case .time(let field), .pauseReason(let field), .signature(let field),
      .allowedElsewhere(let field):
      field.text
    case .performer(.name(_, let field)): field.text
    case .performer(.together(let fields)): fields.minutes.text
    case .findings(let box): box.dismissal?.reason.text
    case .modifiers(let box): (box.reasoning?.field ?? box.field).text
    case .note(let form): form.fields[form.focus].text
    case .switchBack(let box): box.field.text
    case .gap(let box): box.field?.text
    case .intervals(let box): box.form.flatMap { $0.texts[$0.focus]?.text }
    default: nil
    }
  }

  var form: VisitForm? { if case .form(let form) = state.place { form } else { nil } }

  var focus: Int? { if case .session(let place) = state.place { place.focus } else { nil } }
}
