import Foundation
import Glibc

/// The time from the start of a program to the last byte of its painted screen.
func firstPaint(of program: Program, times: Int, in workshop: Workshop) throws -> Duration? {
  try (0..<times).map { _ in
    let terminal = try program.open(in: workshop)
    return terminal.started.duration(to: try terminal.burst(until: program.landmark).last)
  }.median
}

/// The time from a key that only shows something to the last byte of what it shows.
func shownKey(of program: Program, times: Int, in workshop: Workshop) throws -> Duration? {
  let terminal = try program.openPainted(in: workshop)
  return try (0..<times).flatMap { _ in try program.shownKeys.map { try terminal.press($0) } }
    .median
}

/// The time from Esc to the last byte of the screen below the help.
func escape(times: Int, in workshop: Workshop) throws -> Duration? {
  let terminal = try workshop.practice.openPainted(in: workshop)
  return try (0..<times).map { _ in
    try terminal.press("?")
    return try terminal.press("\u{1B}")
  }.median
}

/// The time from a key that switches between two timers to the last byte that shows it, and, in turn
/// with it, the time of a bare page written and forced to the same disk.
///
/// Two keys, as one that came again at once would be taken as held down.
func recordedKey(times: Int, in workshop: Workshop) throws -> (key: Duration?, floor: Duration?) {
  let terminal = try workshop.visit(named: "recorded")
  try terminal.startTimer()
  let file = open(workshop.folder.appending(path: "floor").path, O_CREAT | O_WRONLY, 0o600)
  guard file >= 0 else { throw POSIXError.current }
  defer { close(file) }
  let page = [UInt8](repeating: 7, count: 4096)
  var keys: [Duration] = []
  var floors: [Duration] = []
  for turn in 0..<times {
    keys.append(try terminal.press(turn.isMultiple(of: 2) ? "2" : "1"))
    let began = ContinuousClock.now
    guard pwrite(file, page, page.count, page.count * turn) == page.count, fdatasync(file) == 0
    else {
      throw POSIXError.current
    }
    floors.append(began.duration(to: .now))
  }
  return (keys.median, floors.median)
}
