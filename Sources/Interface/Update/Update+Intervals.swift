import Billing
import Screen
import SessionLog

extension State {
  mutating func openIntervals(of session: Session, at place: SessionPlace) {
    guard session.panes.indices.contains(place.focus) else {
      notice = Notice("No code yet: \(key(of: .add)) adds one.")
      return
    }
    guard !refusesChange(of: session) else { return }
    let pane = session.panes[place.focus]
    overlay = .intervals(
      IntervalsBox(
        session: session.id, code: pane.code, selected: max(0, pane.intervals.count - 1)))
  }

  /// The intervals of a box's pane, the earliest first.
  func intervals(of box: IntervalsBox) -> [Interval] {
    (logbook.sessions[box.session]?[box.code]?.intervals ?? []).sorted {
      ($0.start, $0.entry) < ($1.start, $1.entry)
    }
  }

  /// The one that is marked; none where there is none.
  func marked(_ box: IntervalsBox) -> Interval? {
    let intervals = intervals(of: box)
    return intervals.isEmpty ? nil : intervals[min(box.selected, intervals.count - 1)]
  }

  mutating func pressOnIntervals(_ box: IntervalsBox, _ key: Key, at now: Moment) -> [Effect] {
    if let form = box.form { return press(key, on: form, of: box, at: now) }
    var box = box
    if let step = key.step ?? key.letterStep {
      box.selected = moved(box.selected, by: step, among: intervals(of: box).count)
      overlay = .intervals(box)
      return []
    }
    let interval = marked(box)
    switch key {
    case .character("i"), .character("+"): box.form = IntervalForm(.insert)
    case .character("q"), .character("e"):
      overlay = nil
      return []
    case .enter, .character("s"), .character("d"):
      guard let interval else {
        notice = Notice("There is no interval yet: i inserts one.")
        return []
      }
      box.form = IntervalForm(Self.purpose(of: key, for: interval.entry), of: interval)
    default: return []
    }
    overlay = .intervals(box)
    return []
  }

  private static func purpose(of key: Key, for entry: EntryID) -> IntervalForm.Purpose {
    switch key {
    case .character("s"): .split(entry)
    case .character("d"): .takeOut(entry)
    default: .correct(entry)
    }
  }

  // MARK: The form

  private mutating func press(
    _ key: Key, on form: IntervalForm, of box: IntervalsBox, at now: Moment
  ) -> [Effect] {
    var (form, box) = (form, box)
    if let marked = form.ways {
      return press(key, onWay: marked, of: box, at: now)
    }
    switch key {
    case .enter where form.focus == .reason: return store(box, at: now)
    case .enter: form.moveFocus(by: 1)
    default:
      if let step = key.step {
        form.moveFocus(by: step)
      } else {
        press(key, into: &form, of: box)
      }
    }
    box.form = form
    overlay = .intervals(box)
    return []
  }

  /// A key in the field with the focus: → behind a reason takes the usual one, ← and → choose the
  /// code of the rest.
  private func press(_ key: Key, into form: inout IntervalForm, of box: IntervalsBox) {
    if form.focus == .rest {
      let codes = logbook.sessions[box.session]?.panes.map(\.code).filter { $0 != box.code } ?? []
      form.turnRest(by: key, among: codes)
    } else if var field = form.field {
      if form.focus == .reason, key == .right, field.cursor == field.text.count {
        field = TextField(
          Reason.suggestion(for: field.text) ?? Reason.next(after: field.trimmed),
          limit: Reason.limit)
        form.edit(field)
      } else if field.press(key) {
        form.edit(field)
      }
    }
  }

  /// Stores what the form says; where that cannot be, asks how to mend it.
  private mutating func store(_ box: IntervalsBox, at now: Moment) -> [Effect] {
    guard !refusesToRecord(), let edit = IntervalEdit(box, in: logbook, at: now) else { return [] }
    var box = box
    do throws(TimeRefusal) {
      let drafts = try edit.drafts()
      guard edit.isLate, edit.reason == nil else { return record(drafts) }
      box.form?.lacksReason = true
    } catch {
      if error.blocked != nil { box.form?.ways = 0 }
    }
    overlay = .intervals(box)
    return []
  }

  // MARK: Ways to mend

  private mutating func press(
    _ key: Key, onWay marked: Int, of box: IntervalsBox, at now: Moment
  ) -> [Effect] {
    guard let edit = IntervalEdit(box, in: logbook, at: now) else { return [] }
    let ways = edit.ways()
    var box = box
    switch key.choice(marked, among: ways.count) {
    case .mark(let index): box.form?.ways = index
    case .take(let index):
      if case .visit(let session, let code) = ways[index].act {
        box = IntervalsBox(session: session, code: code)
      } else {
        box.form?.ways = nil
        box.form = box.form.flatMap { $0.mended(by: ways[index]) }
      }
    case nil: return []
    }
    overlay = .intervals(box)
    return []
  }

  /// The list again, once what a form asked for is on disk.
  mutating func goOn(from box: IntervalsBox, after entry: Entry) {
    var box = box
    box.form = nil
    box.selected =
      intervals(of: box).firstIndex { $0.entry == entry.id } ?? box.selected
    overlay = .intervals(box)
  }
}

extension IntervalForm {
  /// The code of the rest that a key turns to, the interval's own first.
  fileprivate mutating func turnRest(by key: Key, among codes: [ProcedureCode]) {
    let all: [ProcedureCode?] = [nil] + codes
    let step: Int
    switch key {
    case .right, .character(" "): step = 1
    case .left: step = all.count - 1
    default: return
    }
    rest = all[((all.firstIndex(of: rest) ?? 0) + step) % all.count]
  }

  /// The form with a way to mend it taken; none where it is left.
  fileprivate func mended(by way: WayToMend) -> IntervalForm? {
    var form = self
    switch way.act {
    case .shorten(let stretch):
      form.set(.start, to: stretch.start.time)
      form.set(.end, to: stretch.end.time)
    case .cutOthers: form.cutsOthers = true
    case .visit, .leave: return nil
    }
    return form
  }
}
