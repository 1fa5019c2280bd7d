import Foundation
import Glibc

/// A process as the kernel tells of it in `/proc`.
struct ProcessFacts: Equatable {
  let identifier: pid_t

  /// Whether the process still runs: one that has ended and waits to be collected does not.
  var isRunning: Bool {
    guard let fields = try? stat() else { return false }
    return fields[0] != "Z" && fields[0] != "X"
  }

  /// Whether the process was stopped, by Ctrl-Z for example.
  var isStopped: Bool {
    get throws { try stat()[0] == "T" }
  }

  /// The group of processes that the terminal of this one listens to.
  var foregroundGroup: pid_t {
    get throws {
      guard let group = pid_t(try stat()[5]) else { throw CocoaError(.fileReadCorruptFile) }
      return group
    }
  }

  /// How often the process has gone to sleep of its own accord.
  var sleeps: Int {
    get throws {
      let status = try String(contentsOfFile: "/proc/\(identifier)/status", encoding: .utf8)
      let line = status.split(separator: "\n").first { $0.hasPrefix("voluntary_ctxt_switches:") }
      guard let count = line?.split(whereSeparator: \.isWhitespace).last.flatMap({ Int($0) }) else {
        throw CocoaError(.fileReadCorruptFile)
      }
      return count
    }
  }

  func send(_ signal: Int32) {
    kill(identifier, signal)
  }

  /// The fields of `/proc/PID/stat` after the name, which may itself hold blanks: the state first.
  private func stat() throws -> [Substring] {
    let line = try String(contentsOfFile: "/proc/\(identifier)/stat", encoding: .utf8)
    return line[(line.lastIndex(of: ")") ?? line.startIndex)...].split(separator: " ").dropFirst()
      .map { $0 }
  }
}
