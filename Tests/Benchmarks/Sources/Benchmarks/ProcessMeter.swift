import Foundation
import Glibc

/// What the kernel has counted for a process, read from `/proc`.
struct ProcessMeter {
  let process: pid_t

  /// Kilobytes in memory now, and at most so far.
  var residentMemory: Double? { number("VmRSS", in: "status") }
  var peakMemory: Double? { number("VmHWM", in: "status") }

  /// How often any thread has slept of its own accord and been woken.
  var wakeUps: Double {
    let threads =
      (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(process)/task")) ?? []
    return threads.compactMap { number("voluntary_ctxt_switches", in: "task/\($0)/status") }.reduce(
      0, +)
  }

  private func number(_ name: String, in file: String) -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/\(process)/\(file)", encoding: .utf8) else {
      return nil
    }
    let line = text.split(separator: "\n").first { $0.hasPrefix("\(name):") }
    return line?.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap { Double($0) }
  }
}
