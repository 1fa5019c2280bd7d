import Subprocess

/// What a command that has ended printed, and how it ended.
struct Answer {
  let status: TerminationStatus
  let output: String
  let error: String

  /// Runs a command without a terminal, in this environment alone.
  init(
    of command: String, _ arguments: [String], in environment: [String: String], input: String = ""
  ) async throws {
    let result = try await run(
      .name(command),
      arguments: Arguments(arguments),
      environment: .custom(
        .init(uniqueKeysWithValues: environment.map { (.init(stringLiteral: $0), $1) })),
      input: .string(input),
      output: .string(limit: 1 << 27),
      error: .string(limit: 1 << 16))
    status = result.terminationStatus
    output = result.standardOutput
    error = result.standardError
  }
}
