import Foundation
import Glibc

/// A run of a command over a file of records.
struct BatchRun {
  let time: Duration
  /// Kilobytes.
  let peakMemory: Double

  /// Runs it as often as told and keeps the run of median time.
  static func median(of times: Int, _ command: [String], in workshop: Workshop) throws -> BatchRun?
  {
    try (0..<times).map { _ in try BatchRun(command, in: workshop) }
      .sorted { $0.time < $1.time }.dropFirst(times / 2).first
  }

  private init(_ command: [String], in workshop: Workshop) throws {
    let began = ContinuousClock.now
    let process = try spawn(command, environment: workshop.environment)
    // The kernel's own record of a child's peak begins with the memory of the parent that spawned
    // it, so the child is asked while it lives.
    var peak = 0.0
    var status: Int32 = 0
    while waitpid(process, &status, WNOHANG) == 0 {
      peak = max(peak, ProcessMeter(process: process).peakMemory ?? 0)
      usleep(5_000)
    }
    time = began.duration(to: .now)
    peakMemory = peak
    guard status == 0 else { throw BatchFailed(command: command, status: status) }
  }
}

struct BatchFailed: Error, CustomStringConvertible {
  let command: [String]
  let status: Int32

  var description: String { "\(command.joined(separator: " ")) ended with status \(status >> 8)" }
}

/// Records that are the same at every run.
struct Records {
  private var state: UInt64 = 0
  private var number = 0
  private static let codes = [
    "97110", "97112", "97116", "97140", "97530", "97535", "97542", "97014",
  ]

  private mutating func next() -> String {
    number += 1
    let first = Int(random() % 8)
    let minutes = (0...Int(random() % 4)).map { offset in
      "\"\(Self.codes[(first + offset) % 8])\": \(1 + random() % 60)"
    }
    let rule = random() % 2 == 0 ? "cms" : "ama"
    return """
      {"id": "r\(number)", "rule": "\(rule)", "date": "2026-11-20", "discipline": "PT", \
      "minutes": {\(minutes.joined(separator: ", "))}}

      """
  }

  /// SplitMix64, whose numbers never change with a version of anything.
  private mutating func random() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Writes that many records to a file of the workshop and gives its path.
  static func file(of count: Int, in workshop: Workshop) throws -> String {
    let url = workshop.folder.appending(path: "records-\(count)")
    try Data().write(to: url)
    let file = try FileHandle(forWritingTo: url)
    var records = Records()
    for start in stride(from: 0, to: count, by: 10_000) {
      let lines = (start..<min(start + 10_000, count)).map { _ in records.next() }
      try file.write(contentsOf: Data(lines.joined().utf8))
    }
    try file.close()
    return url.path
  }
}
