import Paperwork
import Screen
import SessionLog

extension Canvas {
  /// What happened to the clocks, and what each answer comes to.
  mutating func drawGap(
    _ box: GapBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let gap = state.gap(of: box) else { return }
    let columns = min(72, area.size.columns) - 4
    let question = state.question(about: gap, of: box, at: now).wrapped(to: columns)
    // On the smallest screen the answers matter more than the codes.
    let isTight = area.size.rows - 2 < question.count + 3
    let lines = (isTight ? [gap.inWords + "?"] : question).map { Line($0) } + [Line()]
    let isSplitting = box.field != nil
    let allAnswers = state.answers(to: box, columns: columns, at: now)
    let answers = isTight && isSplitting ? allAnswers.suffix(1) : allAnswers[...]
    let rows = lines.count + answers.count + (isSplitting ? 3 : 0)
    let inside = self.box(title(of: gap), rows: rows, in: area)
    let shown = fitted(lines + answers, to: inside.size.rows - (isSplitting ? 2 : 0))
    write(shown, in: inside)
    guard let field = box.field else { return }
    let row = min(shown.count, inside.size.rows - 2)
    drawInput(
      field, column: inside.origin.column, row: inside.origin.row + row, columns: 6,
      isFocused: true)
    write(
      state.outcome(ofSplitting: box, at: now), column: inside.origin.column + 8,
      row: inside.origin.row + row, width: inside.size.columns - 8)
  }

  private func title(of gap: ClockGap) -> String {
    gap.cause == .restarted ? "The machine was started anew" : "The machine slept"
  }
}

extension State {
  /// What the box asks.
  fileprivate func question(about gap: ClockGap, of box: GapBox, at now: Moment) -> String {
    let length = counted(Int(gap.seconds / 60), "minute")
    let what =
      gap.cause == .restarted
      ? "The machine was started anew \(gap.placeInWords), \(length) by the wall clock"
      : "The machine slept \(gap.placeInWords), \(length)"
    let clocks = clocks(under: box)
    let ran = clocks.isEmpty ? "" : ", while \(clocks.joined(separator: " and ")) ran"
    return "\(what)\(ran). Was that treatment?"
  }

  /// The codes whose clocks ran into the gap, each with its client.
  private func clocks(under box: GapBox) -> [String] {
    guard let session = logbook.sessions[box.session],
      let noticed = session.entries.first(where: { $0.id == box.entry })
    else { return [] }
    return noticed.sessions.compactMap { logbook.sessions[$0] }.flatMap { session in
      session.gaps.filter { $0.entry == noticed.id }.flatMap(session.codes(under:))
        .map { "\($0) of \(session.visit.client)" }
    }
  }

  /// Each answer with its key and what it comes to.
  fileprivate func answers(to box: GapBox, columns: Int, at now: Moment) -> [Line] {
    let isSplitting = box.field != nil
    return [
      answerLine("k", "keep it", outcome(of: .keep, to: box, at: now), isQuiet: isSplitting),
      answerLine(
        "t", "take it out", outcome(of: .takeOut, to: box, at: now), isQuiet: isSplitting),
      answerLine(
        "s", "split",
        isSplitting ? "minutes from its beginning that count:" : "a part of it counts",
        isQuiet: false),
    ]
  }

  private func answerLine(
    _ key: String, _ words: String, _ outcome: String, isQuiet: Bool
  ) -> Line {
    Line("\(key)  ", .key) + Line(words.padded(to: 13), isQuiet ? .quiet : .strong)
      + Line(outcome, isQuiet ? .quiet : .text)
  }

  /// Minutes and units before and after an answer, in words; or why it cannot be.
  private func outcome(of answer: GapAnswer, to box: GapBox, at now: Moment) -> String {
    guard let draft = draft(of: answer, to: box, at: now) else { return "" }
    do throws(ImpossibleEntry) {
      let after = try logbook.trying(draft)
      let changes = Change.all(in: draft.sessions, from: logbook, to: after, at: now)
      return changes.sentence
    } catch {
      return "Error: \(error.reason)."
    }
  }

  /// What the typed minutes come to.
  fileprivate func outcome(ofSplitting box: GapBox, at now: Moment) -> Line {
    switch splitAnswer(of: box) {
    case .success(let answer): Line(outcome(of: answer, to: box, at: now), .strong)
    case .failure(let refusal): Line(refusal.sentence, refusal.isQuestion ? .quiet : .stop)
    }
  }
}
