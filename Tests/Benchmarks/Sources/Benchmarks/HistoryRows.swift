import Foundation

/// What a long history costs: the program with years of visits beside the same with none, in turn.
struct HistoryRows {
  let workshop: Workshop
  let times: Int
  let visits: Int

  private static let mostListed = 200

  private enum Side: String {
    case long, none
    /// As many visits as a search lists at most, so that both list the same.
    case listed
  }

  func measure() throws -> [Row] {
    let long = try program(.long)
    let none = try program(.none)
    return try [
      row("first paint", long, none, aim: 1.2) { terminal in
        terminal.started.duration(to: try terminal.burst(until: "unitclock").last)
      },
      row("today, `status`", aim: 1.2, ours: try status(of: .long), theirs: try status(of: .none)),
      keys(
        "a letter of a search", long, try program(.listed), "\(Self.mostListed) visits",
        first: ["/"]
      ) { ["c", "1", "7", "\u{7F}", "\u{7F}", "\u{7F}"][$0 % 6] },
      // What is due for the client is told at the first opening alone: Esc reads it, and goes back.
      keys(
        "a client's visit opened", long, none, "no history", first: ["\r", "\u{1B}", "\u{1B}"]
      ) { turn in
        turn.isMultiple(of: 2) ? "\r" : "\u{1B}"
      },
    ]
  }

  /// The program on a journal with or without a history, brought up to date by a first opening.
  private func program(_ side: Side) throws -> Program {
    let count =
      switch side {
      case .long: visits
      case .none: 0
      case .listed: Self.mostListed
      }
    let journal = try History.journal(named: side.rawValue, visits: count, in: workshop)
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
    _ what: String, _ long: Program, _ short: Program, _ against: String, first: [String],
    key: (Int) -> String
  ) throws -> Row {
    let terminals = try [long, short].map { program in
      let terminal = try program.openPainted(in: workshop)
      for key in first {
        try terminal.send(key)
        // On one side it may change nothing.
        _ = try? terminal.burst(patience: .milliseconds(500))
      }
      return terminal
    }
    var taken: [[Duration]] = [[], []]
    for turn in 0..<times {
      for side in terminals.indices { taken[side].append(try terminals[side].press(key(turn))) }
    }
    return row(
      what, aim: 1.2, ours: taken[0].median, against: against, theirs: taken[1].median)
  }

  private func status(of side: Side) throws -> Duration? {
    let journal = workshop.folder.appending(path: "\(side.rawValue).sqlite").path
    return try BatchRun.median(
      of: times, [workshop.unitclock, "status", "--journal", journal], in: workshop)?.time
  }

  private func row(
    _ what: String, aim: Double, ours: Duration?, against: String = "no history",
    theirs: Duration?
  ) -> Row {
    Row(
      what: "\(what), \(visits * History.intervalsPerVisit) intervals",
      ours: ours.map(Quantity.milliseconds), against: against,
      theirs: theirs.map(Quantity.milliseconds), aim: aim)
  }
}
