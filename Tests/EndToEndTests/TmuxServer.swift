import Foundation
import Subprocess

/// A tmux server on a socket of its own, without the person's configuration.
struct TmuxServer {
  let socket: String
  let environment: [String: String]

  /// Runs tmux commands, separated by `;`, and gives what they print.
  @discardableResult
  func callAsFunction(_ arguments: String...) async throws -> String {
    try await callAsFunction(arguments)
  }

  @discardableResult
  func callAsFunction(_ arguments: [String]) async throws -> String {
    let answer = try await Answer(
      of: "tmux", ["-S", socket, "-f", "/dev/null"] + arguments, in: environment)
    guard answer.status.isSuccess else { throw TmuxError(message: answer.error) }
    return answer.output.trimmingCharacters(in: .newlines)
  }
}

struct TmuxError: Error, CustomStringConvertible {
  let message: String

  var description: String { "tmux: \(message)" }
}
