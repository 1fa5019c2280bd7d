import ArgumentParser

/// Why a command ends without having done its work: a sentence for standard error, and the exit
/// code.
struct Failure: Error {
  var reason: String?
  var exitCode: ExitCode

  /// Refused: the reason says what to do.
  static func refused(_ reason: String) -> Failure { Failure(reason: reason, exitCode: .failure) }

  /// Arguments that only a file of the user's shows to be wrong.
  static func wrongArguments(_ reason: String) -> Failure {
    Failure(reason: reason, exitCode: .validationFailure)
  }

  /// Bad input data in a file or a line of a batch.
  static func badData(_ reason: String) -> Failure {
    Failure(reason: reason, exitCode: .badData)
  }

  /// The disk would not take it.
  static func disk(_ reason: String) -> Failure { Failure(reason: reason, exitCode: ExitCode(74)) }

  /// Who read our output has had enough.
  static let readerGone = Failure(reason: nil, exitCode: .success)
}

extension ExitCode {
  /// Bad input data: EX_DATAERR of sysexits.
  static let badData = ExitCode(65)
}
