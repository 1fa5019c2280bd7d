package import Billing
package import SessionLog

/// The intervals of a pane, and the form in which one is mended.
package struct IntervalsBox: Hashable, Sendable {
  package var session: SessionID
  package var code: ProcedureCode
  /// The index of the marked interval.
  package var selected: Int
  /// The form in front of the list.
  package var form: IntervalForm?

  package init(
    session: SessionID, code: ProcedureCode, selected: Int = 0, form: IntervalForm? = nil
  ) {
    self.session = session
    self.code = code
    self.selected = selected
    self.form = form
  }

  /// The field that is typed into.
  var field: TextField? { form?.ways == nil ? form?.field : nil }

  func with(_ field: TextField) -> Self {
    var box = self
    box.form?.edit(field)
    return box
  }

  /// What stands there again when it is left: the list after the form, the form after the ways to
  /// mend it.
  var behind: Overlay? {
    guard var form else { return nil }
    var box = self
    if form.ways == nil {
      box.form = nil
    } else {
      form.ways = nil
      box.form = form
    }
    return .intervals(box)
  }
}

/// The form that corrects, inserts, splits or takes out an interval of a pane.
package struct IntervalForm: Hashable, Sendable {
  /// What it is for; an interval is named by the entry that began it.
  package enum Purpose: Hashable, Sendable {
    case correct(EntryID), insert, split(EntryID), takeOut(EntryID)

    /// The interval that is changed.
    package var interval: EntryID? {
      switch self {
      case .correct(let entry), .split(let entry), .takeOut(let entry): entry
      case .insert: nil
      }
    }
  }

  package enum Field: String, Hashable, Sendable {
    case start, end, time, rest, reason
  }

  /// The most characters of a time; a start takes a range such as `12:05p-12:20p` too.
  static let timeLimit = 14

  package let purpose: Purpose
  package private(set) var texts: [Field: TextField] = [:]
  /// The exact times, with their seconds, of texts that nobody typed.
  private(set) var exact: [Field: Exact] = [:]
  package var focus: Field
  /// The code that the later part of a split belongs to; none where it stays.
  package var rest: ProcedureCode?
  /// Whether what is in the way is cut back.
  package var cutsOthers = false
  /// The marked one of the ways to mend what cannot be, while they are asked for.
  package var ways: Int?
  /// Whether Enter found no reason where one is needed.
  var lacksReason = false

  struct Exact: Hashable {
    var text: String
    var time: WallTime
  }

  /// A form for an interval of a pane; none for one that is to be inserted.
  package init(_ purpose: Purpose, of interval: Interval? = nil) {
    self.purpose = purpose
    focus = .reason
    for field in fields where field != .rest {
      texts[field] = TextField(limit: field == .reason ? Reason.limit : Self.timeLimit)
    }
    if let interval, texts[.start] != nil {
      set(.start, to: interval.startTime)
      if let end = interval.endTime { set(.end, to: end) }
    }
    // What is taken out is mostly the whole; a part is typed only where it is meant.
    if case .takeOut = purpose { focus = .reason } else { focus = fields[0] }
  }

  /// The fields in the order of the form.
  package var fields: [Field] {
    if case .split = purpose { [.time, .rest, .reason] } else { [.start, .end, .reason] }
  }

  /// The field that is typed into; none where the focus is on a choice.
  var field: TextField? { texts[focus] }

  var reason: String { texts[.reason]?.trimmed ?? "" }

  mutating func edit(_ field: TextField) {
    texts[focus] = field
    // Who types `1205-1208` as the start means both.
    if let range { texts[.end] = TextField(range.end, limit: Self.timeLimit) }
    lacksReason = false
    cutsOthers = false
  }

  /// Puts a time into a field, with the seconds that its text does not show.
  mutating func set(_ field: Field, to time: WallTime) {
    texts[field] = TextField(time.text, limit: Self.timeLimit, isDefault: true)
    exact[field] = Exact(text: time.text, time: time)
  }

  /// The exact time of a field in which nobody typed.
  func untouched(_ field: Field) -> WallTime? {
    exact[field].flatMap { $0.text == texts[field]?.trimmed ? $0.time : nil }
  }

  /// The start and the end that the start field holds; none where it holds one time.
  private var range: (start: String, end: String)? {
    guard focus == .start, let typed = texts[.start]?.trimmed,
      let dash = typed.dropFirst().firstIndex(of: "-")
    else { return nil }
    return (String(typed[..<dash]), String(typed[typed.index(after: dash)...]))
  }

  /// What is typed as a time: of a range in the start field, its start.
  func typed(_ field: Field) -> String {
    field == .start ? range?.start ?? texts[.start]?.trimmed ?? "" : texts[field]?.trimmed ?? ""
  }

  mutating func moveFocus(by step: Int) {
    if let range { texts[.start] = TextField(range.start, limit: Self.timeLimit) }
    let index = fields.firstIndex(of: focus) ?? 0
    focus = fields[(index + step + fields.count) % fields.count]
  }
}
