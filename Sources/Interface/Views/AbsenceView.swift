import Screen
import SessionLog

extension Canvas {
  /// Asks for the cause, then for the reason.
  mutating func drawAbsence(
    _ box: AbsenceBox, of state: State, in area: Rectangle, at now: Moment
  ) {
    guard let session = state.logbook.sessions[box.session] else { return }
    let visit = [session.visit.client, session.visit.appointment?.span].compactMap(\.self)
      .joined(separator: ", ")
    guard let cause = box.cause else {
      let causes = Absence.Cause.allCases
      let inside = self.box("\(visit) did not take place", rows: causes.count, in: area)
      let rows = causes.map { Line("\($0.letter)  ", .key) + Line($0.words) }
      return drawRows(rows, selected: box.selected, in: inside)
    }
    drawQuestion(
      "\(visit): \(cause.rawValue)",
      [
        Line("Nobody is billed; \(state.key(of: .undo)) takes it back.", .quiet),
        Line(cause == .cancelled ? "The reason:" : "The reason, if there is one:"),
      ],
      field: box.reason, in: area)
  }
}

extension Absence.Cause {
  fileprivate var words: String {
    switch self {
    case .noShow: "no-show: nobody came"
    case .cancelled: "cancelled: it was called off"
    }
  }
}
