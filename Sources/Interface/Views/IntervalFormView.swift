import Billing
import Paperwork
import Screen
import SessionLog

extension Canvas {
  /// The form of an interval: its fields with what was understood, its neighbours, and what it
  /// changes before Enter stores it.
  mutating func drawIntervalForm(
    _ box: IntervalsBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let form = box.form, let edit = IntervalEdit(box, in: state.logbook, at: now) else {
      return
    }
    let columns = min(72, area.size.columns) - 4
    let below =
      form.ways.map { ways($0, of: edit, state: state, columns: columns) }
      ?? outcome(of: edit, state: state, columns: columns)
    let rows = form.fields.count + below.count
    let inside = self.box(
      title(of: edit), rows: max(rows, min(10, area.size.rows - 2)), in: area)
    for (index, field) in form.fields.enumerated() where index < inside.size.rows {
      draw(field, of: edit, in: inside, row: inside.origin.row + index)
    }
    let rest = inside.below(form.fields.count)
    let told = below.filter { $0.columns > 0 }
    if form.ways != nil, told.count > rest.size.rows {
      // Where rows are few, the ways stand over the times that cannot be.
      fill(inside, ground: .overlay)
      return write(told.suffix(inside.size.rows), in: inside)
    }
    // Where rows are few, what comes of it stands before its neighbours.
    let isTight = rest.size.rows < told.count
    let lines = isTight ? inShort(edit, state, columns: columns) : below
    write(fitted(lines, to: rest.size.rows), in: rest)
  }

  /// What comes of it in as few lines as there can be.
  private func inShort(_ edit: IntervalEdit, _ state: State, columns: Int) -> [Line] {
    guard let drafts = try? edit.drafts(), let after = try? edit.after(drafts) else {
      return result(of: edit, state: state, columns: columns)
    }
    let changes = Change.all(
      in: [edit.session.id], from: state.logbook, to: after, at: edit.moment)
    return reasonWanted(edit)
      + changes.sentence.wrapped(to: columns).map { Line($0, .strong) }
      + neighbours(of: edit, state: state)
  }

  private func title(of edit: IntervalEdit) -> String {
    let times = edit.interval.map { "\($0.startTime.text)-\($0.endTime?.text ?? "now")" } ?? ""
    let late = edit.isLate ? ", late: of \(edit.day.date)" : ""
    let what =
      switch edit.form.purpose {
      case .correct: "Correct \(edit.code) \(times)"
      case .insert: "Insert an interval of \(edit.code)"
      case .split: "Split \(edit.code) \(times)"
      case .takeOut: "Take \(edit.code) \(times) out"
      }
    return what + late
  }

  // MARK: Fields

  private mutating func draw(
    _ field: IntervalForm.Field, of edit: IntervalEdit, in inside: Rectangle, row: Int
  ) {
    let form = edit.form
    let isFocused = form.focus == field && form.ways == nil
    let column = inside.origin.column
    write(
      Line(label(of: field, edit).padded(to: 8), isFocused ? .strong : .quiet), column: column,
      row: row)
    let room = inside.size.columns - 8
    switch field {
    case .rest:
      drawChoice(
        form.rest.map(\.description) ?? "\(edit.code)", column: column + 10, row: row,
        isFocused: isFocused, ground: .overlay)
    case .reason:
      let text = form.texts[.reason] ?? TextField(limit: Reason.limit)
      drawInput(
        text, column: column + 8, row: row, columns: room, isFocused: isFocused, ground: .overlay)
      if isFocused { drawSuggestion(for: text, column: column + 8, row: row, columns: room) }
    case .start, .end, .time:
      drawInput(
        form.texts[field] ?? TextField(limit: 12), column: column + 8, row: row, columns: 12,
        isFocused: isFocused, ground: .overlay)
      write(
        reading(of: field, edit), column: column + 22, row: row, width: room - 14)
    }
  }

  private func label(of field: IntervalForm.Field, _ edit: IntervalEdit) -> String {
    switch field {
    case .start: edit.form.purpose.isTakingOut ? "From" : "Start"
    case .end: edit.form.purpose.isTakingOut ? "To" : "End"
    case .time: "At"
    case .rest: "Rest is"
    case .reason: "Reason"
    }
  }

  /// What was understood of a time, behind its field; what is wrong or asked stands below, in whole.
  private func reading(of field: IntervalForm.Field, _ edit: IntervalEdit) -> Line {
    do throws(TimeRefusal) {
      guard let time = try edit.time(of: field) else { return Line("still runs", .running) }
      return Line(edit.day.words(for: time), edit.form.untouched(field) == nil ? .text : .quiet)
    } catch {
      return Line()
    }
  }

  /// The rest of the usual reason that was begun, behind the cursor.
  private mutating func drawSuggestion(
    for text: TextField, column: Int, row: Int, columns: Int
  ) {
    let used = width(of: text.text) + 1
    let rest =
      Reason.suggestion(for: text.text).map { "\($0.dropFirst(text.text.count)) →" }
      ?? (text.isEmpty ? Reason.usual.joined(separator: ", ") : "")
    guard used < columns else { return }
    write(
      Line(rest, .quiet), column: column + used, row: row, width: columns - used, ground: .input)
  }

  // MARK: What comes of it

  private func outcome(of edit: IntervalEdit, state: State, columns: Int) -> [Line] {
    [Line()] + neighbours(of: edit, state: state) + [Line()]
      + result(of: edit, state: state, columns: columns)
  }

  private func neighbours(of edit: IntervalEdit, state: State) -> [Line] {
    let typed = (try? edit.time(of: .start)).map { edit.mark(of: $0, in: .start) }
    let start = typed ?? edit.interval?.startMark ?? edit.present
    return state.neighbours(
      of: start, for: edit.code, by: edit.performer, in: edit.session, moving: edit.interval)
  }

  private func result(of edit: IntervalEdit, state: State, columns: Int) -> [Line] {
    do throws(TimeRefusal) {
      let drafts = try edit.drafts()
      let words = drafts.map(\.kind.inWords).joined(separator: ", ")
      let because = edit.reason.map { ": \($0)" } ?? ""
      let lines = "\(words)\(because)".wrapped(to: columns - 7).enumerated().map { index, text in
        Line(index == 0 ? "Enter: " : "       ", .quiet) + Line(text, .strong)
      }
      return lines + change(by: drafts, edit, state, columns: columns) + reasonWanted(edit)
    } catch {
      let role: Role = error.isQuestion ? .quiet : .stop
      let hint = error.blocked == nil ? "" : " Enter offers ways to mend it."
      return (error.sentence + hint).wrapped(to: columns).map { Line($0, role) }
    }
  }

  private func change(
    by drafts: [Draft], _ edit: IntervalEdit, _ state: State, columns: Int
  ) -> [Line] {
    guard let after = try? edit.after(drafts) else { return [] }
    var sessions = [edit.session.id]
    for session in drafts.flatMap(\.sessions) where !sessions.contains(session) {
      sessions.append(session)
    }
    let changes = Change.all(in: sessions, from: state.logbook, to: after, at: edit.moment)
    return state.lines(of: changes, columns: columns)
  }

  private func reasonWanted(_ edit: IntervalEdit) -> [Line] {
    guard edit.isLate, edit.reason == nil else { return [] }
    return [
      edit.form.lacksReason
        ? Line("Error: a reason is needed, for it is made after the day.", .stop)
        : Line("Late: it is made after the day, and wants a reason.", .caution)
    ]
  }

  private func ways(
    _ marked: Int, of edit: IntervalEdit, state: State, columns: Int
  ) -> [Line] {
    var lines: [Line] = [Line()]
    do throws(TimeRefusal) {
      _ = try edit.drafts()
    } catch {
      lines += error.sentence.wrapped(to: columns).map { Line($0, .stop) }
    }
    return lines + [Line()] + state.lines(of: edit.ways(), marked: marked)
  }
}

extension IntervalForm.Purpose {
  fileprivate var isTakingOut: Bool { if case .takeOut = self { true } else { false } }
}
