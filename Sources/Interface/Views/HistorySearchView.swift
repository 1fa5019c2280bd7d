import Billing
import Screen
import SessionLog

extension Canvas {
  /// The field, how it is understood, and the visits that it finds.
  mutating func drawHistorySearch(
    _ search: HistorySearch, of state: State, in area: Rectangle, at now: Moment
  ) {
    let top = area.origin.row + (area.size.rows > 12 ? 1 : 0)
    let count = Line(search.countInWords, .strong)
    write(Line("Search", .strong), column: 2, row: top)
    drawInput(
      search.field, column: 10, row: top, columns: max(8, size.columns - 13 - count.columns),
      isFocused: true)
    write(count, endingAt: size.columns - 1, row: top)
    write(
      word(about: search, of: state, at: now), column: 10, row: top + 1, width: size.columns - 11)
    let columns = VisitColumns(of: size.columns)
    let list = Rectangle(
      column: 0, row: top + 3, columns: size.columns, rows: area.rows.upperBound - top - 3)
    guard let found = search.found, list.size.rows > 1 else { return }
    guard !found.isEmpty else { return drawNothingFound(by: search, of: state, in: list, at: now) }
    write(Line("  " + columns.titles, .quiet), column: 1, row: list.origin.row)
    draw(found, of: search, with: columns, in: list.below(1))
  }

  private mutating func draw(
    _ found: [PastVisit], of search: HistorySearch, with columns: VisitColumns, in area: Rectangle
  ) {
    let room = area.size.rows
    let selected = min(search.selected, found.count - 1)
    let first = max(0, min(selected - room / 2, found.count - room))
    for (offset, visit) in found.dropFirst(first).prefix(room).enumerated() {
      let isSelected = first + offset == selected
      let row = area.origin.row + offset
      let ground: Ground = isSelected ? .selection : .screen
      if isSelected {
        fill(Rectangle(column: 0, row: row, columns: size.columns, rows: 1), ground: ground)
      }
      write(
        Line(isSelected ? "▸ " : "  ", .focus) + columns.line(of: visit), column: 1, row: row,
        width: size.columns - 2, ground: ground)
    }
    guard found.count > room else { return }
    write(
      Line("\(first + 1)-\(min(found.count, first + room)) of \(found.count) ↑ ↓", .quiet),
      endingAt: size.columns - 1, row: area.rows.upperBound)
  }

  /// How the field is understood, what it could say, or what was left out of it.
  private func word(about search: HistorySearch, of state: State, at now: Moment) -> Line {
    if let refusal = search.field.refusal { return Line(refusal.sentence, .stop) }
    if search.field.isEmpty {
      return Line("client, payer, 97110, unsigned, 11/21, mon, last week, 10/1-10/14", .quiet)
    }
    let query = HistoryQuery(search, of: state, at: now)
    return Line(
      [query.inWords, query.otherReading].compactMap(\.self).joined(separator: "; "), .quiet)
  }

  /// What was searched and where, and what can be typed.
  private mutating func drawNothingFound(
    by search: HistorySearch, of state: State, in area: Rectangle, at now: Moment
  ) {
    let inside = Rectangle(
      column: 3, row: area.origin.row, columns: area.size.columns - 5, rows: area.size.rows)
    guard !search.field.isEmpty else {
      return write([Line("The journal has no visit yet.", .strong)], in: inside)
    }
    let query = HistoryQuery(search, of: state, at: now)
    let told = Line("Nothing in the whole journal matches \(query.inWords).", .strong)
      .wrapped(to: inside.size.columns)
    guard inside.size.columns >= 70 else {
      let typed = HistoryQuery.forms.map(\.typed).joined(separator: "  ")
      return write(
        told + Line("Try: \(typed)", .quiet).wrapped(to: inside.size.columns), in: inside)
    }
    let offers = HistoryQuery.forms.map { form in
      Line(form.typed.padded(to: 34), .key) + Line(form.meaning, .quiet)
    }
    let heading = Line("What can be typed; where it is several, all of it must hold:", .quiet)
    write(told + ["", heading] + offers, in: inside)
  }
}

extension HistoryQuery {
  fileprivate init(_ search: HistorySearch, of state: State, at now: Moment) {
    self.init(search.field.trimmed, catalog: state.logbook.catalog, today: now.localDay)
  }

  /// What can be typed, and what it finds.
  fileprivate static let forms: [(typed: String, meaning: String)] = [
    ("km  medicare", "a part of the client or of the payer"),
    ("97110", "a code"),
    ("11/21  2026-11-21  mon", "a day"),
    ("last week  this month  2026-11", "a week, a month; 2026 is a year"),
    ("10/1-10/14  mon to wed", "from one day to another"),
    ("signed  unsigned  no-show", "the state of the visit"),
    ("\"mon\"", "in quotes: a client or payer, and no day"),
  ]
}

extension HistorySearch {
  /// How many visits are found; of more than are listed, that they are the latest.
  fileprivate var countInWords: String {
    guard let found, let asked else { return "" }
    switch found.count {
    case 0: return "no visit"
    case 1: return "1 visit"
    case asked.limit...: return "the latest \(found.count)"
    default: return "\(found.count) visits"
    }
  }
}

/// Which columns of a visit a screen has room for, and how wide they are.
struct VisitColumns {
  private let client: Int
  /// Discipline and units; a narrow screen has no room for them.
  private let isNarrow: Bool
  /// None where there is no room.
  private let codes: Int?
  private let payer: Int?
  private let clinician: Int?

  init(of columns: Int) {
    isNarrow = columns < 60
    // The date, then the state; discipline and units.
    var room = columns - 4 - (12 + 10) - (isNarrow ? 0 : 6 + 8)
    client = isNarrow ? min(18, max(4, room)) : min(18, max(8, room / 3))
    room -= client
    codes = room >= 8 ? min(31, max(8, room * 3 / 5)) : nil
    room -= codes ?? 0
    payer = room >= 9 ? min(22, room - 1) : nil
    room -= payer.map { $0 + 1 } ?? 0
    clinician = room >= 12 ? min(20, room - 1) : nil
  }

  var titles: String {
    [
      "date        ", "client".padded(to: client), isNarrow ? nil : " disc ",
      codes.map { "codes".padded(to: $0) }, isNarrow ? " " : "  units ",
      payer.map { "payer".padded(to: $0) + " " },
      clinician.map { "clinician".padded(to: $0) + " " }, "state",
    ].compactMap(\.self).joined()
  }

  func line(of visit: PastVisit) -> Line {
    let units = (visit.units.map { "\($0)" } ?? "").leftPadded(to: 7) + " "
    return Line([
      Line("\(visit.date)  "), Line(visit.client.padded(to: client), .strong),
      Line(isNarrow ? "" : " " + visit.discipline.rawValue.padded(to: 5)),
      Line(codes.map { visit.codes.inWords(columns: $0 - 1).padded(to: $0) } ?? ""),
      Line(isNarrow ? " " : units),
      Line(payer.map { (visit.payer ?? "").padded(to: $0) + " " } ?? "", .quiet),
      Line(clinician.map { visit.clinician.padded(to: $0) + " " } ?? "", .quiet),
      Line(visit.standing.inWords, visit.standing.role),
    ])
  }
}

extension PastVisit.Standing {
  fileprivate var role: Role {
    switch self {
    case .open: .text
    case .signed: .done
    case .noShow, .cancelled: .quiet
    }
  }
}
