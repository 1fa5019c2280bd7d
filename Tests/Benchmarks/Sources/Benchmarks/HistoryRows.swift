import Foundation

/// What a long history costs: the program with years of visits beside the same with none, in turn.
struct HistoryRows {
  let workshop: Workshop
  let times: Int
  let visits: Int

  private enum Side: String, CaseIterable { case long, none }

  func measure() throws -> [Row] {
    let long = try program(.long)
    let none = try program(.none)
    return try [
      row("first paint", long, none, aim: 1.2) { terminal in
        terminal.started.duration(to: try terminal.burst(until: "unitclock").last)
      },
      row("today, `status`", aim: 1.2, ours: try status(of: .long), theirs: try status(of: .none)),
      keys("a letter of a search", long, none, first: ["/"]) { ["c", "1", "7"][$0 % 3] },
      keys("a client's visit opened", long, none, first: []) { turn in
        turn.isMultiple(of: 2) ? "\r" : "\u{1B}"
      },
    ]
  }

  /// The program on a journal with or without a history, brought up to date by a first opening.
  private func program(_ side: Side) throws -> Program {
    let journal = try History.journal(
      named: side.rawValue, visits: side == .long ? visits : 0, in: workshop)
    let program = Program(
      name: "unitclock", command: [workshop.unitclock, "--journal", journal],
      landmark: "unitclock")
    let terminal = try program.open(in: workshop)
    _ = try terminal.burst(until: program.landmark, patience: .seconds(300))
    return program
  }

  private func row(
    _ what: String, _ long: Program, _ none: Program, aim: Double,
    of measured: (Terminal) throws -> Duration
  ) throws -> Row {
    var ours: [Duration] = []
    var theirs: [Duration] = []
    for _ in 0..<times {
      ours.append(try measured(try long.open(in: workshop)))
      theirs.append(try measured(try none.open(in: workshop)))
    }
    return row(what, aim: aim, ours: ours.median, theirs: theirs.median)
  }

  /// Keys pressed in turn, after those that lead to where they are pressed.
  private func keys(
    _ what: String, _ long: Program, _ none: Program, first: [String], key: (Int) -> String
  ) throws -> Row {
    let terminals = try [long, none].map { program in
      let terminal = try program.openPainted(in: workshop)
      for key in first { try terminal.press(key) }
      return terminal
    }
    var taken: [[Duration]] = [[], []]
    for turn in 0..<times {
      for side in terminals.indices { taken[side].append(try terminals[side].press(key(turn))) }
    }
    return row(what, aim: 1.2, ours: taken[0].median, theirs: taken[1].median)
  }

  private func status(of side: Side) throws -> Duration? {
    let journal = workshop.folder.appending(path: "\(side.rawValue).sqlite").path
    return try BatchRun.median(
      of: times, [workshop.unitclock, "status", "--journal", journal], in: workshop)?.time
  }

  private func row(_ what: String, aim: Double, ours: Duration?, theirs: Duration?) -> Row {
    Row(
      what: "\(what), \(visits * History.intervalsPerVisit) intervals",
      ours: ours.map(Quantity.milliseconds), against: "no history",
      theirs: theirs.map(Quantity.milliseconds), aim: aim)
  }
}
