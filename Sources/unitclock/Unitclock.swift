import ArgumentParser
import Billing
import Configuration
import Foundation
import Glibc
import Interface
import Journal
import Paperwork
import Screen
import SessionLog
import Terminal

@main
struct Unitclock: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "unitclock",
    abstract: "A session logger for therapists: clocks for codes, and their units.",
    discussion: """
      Without a subcommand it opens the terminal interface on the journal.

        unitclock                             log a session
        unitclock --practice                  try it out: nothing is kept
        unitclock --reader                    in plain lines, to be heard or felt
        unitclock units 97110=33 97140=7      what minutes come to, and why
        unitclock units --batch day.jsonl     a JSON record a line, a bill a line
        unitclock codes hot pack              find a code
        unitclock status                      what is running, without names
        unitclock show 12                     one session, as it was signed
        unitclock tables                      code pairs and limits in force
        unitclock why 12                      the same, derived for an auditor

      The journal is $XDG_DATA_HOME/unitclock/journal.sqlite; --journal or
      UNITCLOCK_JOURNAL names another. Nothing leaves this machine.

      Exit codes: 0 done; 1 refused, and standard error says why; 64 wrong
      arguments; 65 bad input data; 74 the disk would not take it.
      """,
    version: version,
    subcommands: [
      Units.self, Codes.self, Status.self, Sessions.self, Show.self, Why.self, Evaluate.self,
      PayerList.self, Import.self, TablesCommand.self,
      ThemeList.self,
    ])

  @Flag(help: "Practise on a made-up visit, in a journal that is forgotten.")
  var practice = false

  @Option(
    help: ArgumentHelp("In practice, a clock so many times as fast: 1 to 600.", valueName: "n"))
  var speed: Int64 = 1

  @Flag(help: "Speak in plain lines, for screen readers and braille: help tells how.")
  var reader = false

  @Flag(help: "Draw with ASCII alone, for a terminal or a voice that has no other signs.")
  var ascii = false

  @OptionGroup var journal: JournalOption

  @OptionGroup var theme: ThemeOption

  func validate() throws {
    guard practice || speed == 1 else { throw ValidationError("--speed needs --practice.") }
    guard (1...600).contains(speed) else {
      throw ValidationError("--speed: \(speed) is not from 1 to 600.")
    }
  }

  func run() throws {
    let settings = try Settings.ofThisUser()
    try Program.run(
      ProgramOptions(
        journal: journal.path, theme: theme.loaded(orAsIn: settings), payers: .ofThisUser(),
        usesColor: environment("NO_COLOR") == nil,
        isPractice: practice, isReader: reader,
        usesASCII: ascii || settings.usesASCII == true, speed: speed,
        preferences: Preferences(settings), keymap: .ofThisUser()))
  }

  static let version = "0.1.0"

  /// The program and the tables that make a bill; a signed one carries it.
  static func edition(with tables: Tables, _ payers: Payers) -> String {
    "unitclock \(version); \(tables.edition); \(payers.edition)"
  }
}

extension Unitclock {
  /// Runs the command that the arguments name, and ends with the exit code of what became of it.
  static func main() {
    keepMemoryPrivate()
    // A full file and a reader that has gone are errors to be told, not deaths.
    signal(SIGXFSZ, SIG_IGN)
    signal(SIGPIPE, SIG_IGN)
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as JournalError {
      end(Failure(reason: error.description.visible, exitCode: ExitCode(error.exitCode)))
    } catch let error as TableStoreError {
      end(Failure(reason: error.description.visible, exitCode: ExitCode(error.exitCode)))
    } catch let error as TableFileError {
      end(Failure(reason: error.description.visible, exitCode: ExitCode(error.exitCode)))
    } catch let error as ImpossibleEntry {
      end(.badData("The journal contradicts itself: \(error). It was left as it is."))
    } catch let error as ConfigurationError {
      // A mistake in a file is bad data; a name that no file has, a wrong argument.
      end(
        Failure(
          reason: error.description,
          exitCode: error.file == nil ? .validationFailure : .badData))
    } catch let error as TerminalError {
      end(.refused(error.description))
    } catch let failure as Failure {
      end(failure)
    } catch {
      end(saying: lines(of: error), exitCode(for: error))
    }
  }

  /// What the parser of arguments says, with the line feeds of those it quotes made visible: the
  /// other line feeds are its own.
  private static func lines(of error: any Error) -> String {
    CommandLine.arguments.dropFirst()
      .flatMap { argument in
        [argument] + argument.split(separator: "=", maxSplits: 1).dropFirst().map(String.init)
      }
      .filter { $0.contains { $0.isNewline } }
      .reduce(fullMessage(for: error)) { message, argument in
        message.replacing("'\(argument)'", with: "'\(argument.visible)'")
      }
  }

  private static func end(_ failure: Failure) -> Never {
    end(saying: failure.reason.map { "Error: \($0)" } ?? "", failure.exitCode)
  }

  /// Ends with what is to be said: help on standard output, an error on the other.
  ///
  /// Arguments are quoted in it, hence made visible.
  private static func end(saying message: String, _ code: ExitCode) -> Never {
    let lines = message.split(separator: "\n", omittingEmptySubsequences: false)
    let text = lines.map(\.description.visible).joined(separator: "\n")
    if code == .success, !text.isEmpty {
      do {
        try Output.print([NoteLine(text)])
      } catch {
        end(error as? Failure ?? .disk("\(error)"))
      }
    } else if !text.isEmpty {
      Output.note(text)
    }
    exit(withError: code)
  }
}
