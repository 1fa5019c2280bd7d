import Foundation
import Glibc

/// A terminal for one test: a tmux server that nobody else uses, with a shell in its only pane.
///
/// The shell is `sh`, which leaves the terminal's modes as it finds them; one that mends them before
/// each prompt would hide what a program left broken.
struct TmuxTerminal {
  private let tmux: TmuxServer
  /// The shell that everything is typed into.
  let shell: ProcessFacts

  /// Opens a terminal for as long as the body runs.
  static func open(
    columns: Int = 80, rows: Int = 24, type: String = "xterm-256color",
    environment: [String: String] = [:], in home: Home? = nil,
    _ body: (TmuxTerminal) async throws -> Void
  ) async throws {
    let home = try home ?? Home()
    let tmux = TmuxServer(
      socket: home.folder.appending(path: "tmux-\(UUID())").path,
      environment: home.environment.merging(environment) { $1 })
    try await tmux(
      "start-server", ";", "set", "-g", "default-terminal", type, ";", "set", "-g", "status", "off",
      ";", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "-c", home.folder.path, "sh")
    do {
      try await body(TmuxTerminal(tmux))
    } catch {
      _ = try? await tmux("kill-server")
      throw error
    }
    // A body that closed its terminal has left no server to end.
    _ = try? await tmux("kill-server")
  }

  private init(_ tmux: TmuxServer) async throws {
    self.tmux = tmux
    let identifier = try await tmux("display", "-p", "#{pane_pid}")
    guard let shell = Int32(identifier) else { throw TmuxError(message: identifier) }
    self.shell = ProcessFacts(identifier: shell)
  }

  // MARK: What a person does

  /// Types text as it is, without Enter.
  func type(_ text: String) async throws {
    // At the end of an argument tmux takes a semicolon for its own.
    let quoted = text.hasSuffix(";") ? text.dropLast() + "\\;" : text
    try await tmux("send-keys", "-l", quoted)
  }

  /// Presses keys by the names tmux has for them: `Enter`, `Escape`, `Tab`, `Up`, `F1`, `C-z`.
  ///
  /// What is no such name is typed.
  func press(_ keys: String...) async throws {
    try await press(keys)
  }

  func press(_ keys: [String]) async throws {
    try await tmux(["send-keys"] + keys)
  }

  /// Types a command to the shell, and Enter.
  func run(_ command: String) async throws {
    try await type(command)
    try await press("Enter")
  }

  /// Pastes as a terminal does: bracketed, where the program has asked for that.
  func paste(_ text: String) async throws {
    try await tmux(
      "set-buffer", "-b", "pasted", "--", text, ";", "paste-buffer", "-p", "-r", "-b", "pasted")
  }

  /// Gives the window another size, and waits until its program can know: tmux takes its time.
  func resize(columns: Int, rows: Int) async throws {
    try await tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)")
    let device = Glibc.open(try await tmux("display", "-p", "#{pane_tty}"), O_RDONLY | O_NOCTTY)
    defer { Glibc.close(device) }
    try await wait(until: "a size of \(columns)×\(rows)") {
      var size = winsize()
      return ioctl(device, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col == columns
        && size.ws_row == rows
    }
  }

  /// Takes the terminal away, as a lost line does.
  func close() async throws {
    try await tmux("kill-server")
  }

  /// Copies every byte that the terminal is sent from now on into a file.
  func record(into file: URL) async throws {
    try await tmux("pipe-pane", "-O", "cat > '\(file.path)'")
  }

  // MARK: What a person sees

  /// The rows of the screen, without the blanks at their ends.
  func screen() async throws -> String {
    try await tmux("capture-pane", "-p")
  }

  /// The screen with the lines above it that have scrolled away.
  func wholeScroll() async throws -> String {
    try await tmux("capture-pane", "-p", "-S", "-")
  }

  /// The screen with the sequences that give its characters their look.
  func styledScreen() async throws -> String {
    try await tmux("capture-pane", "-p", "-e")
  }

  /// Whether the program left the screen as it found it: the shell's own, with a cursor.
  func isPlain() async throws -> Bool {
    try await tmux("display", "-p", "#{alternate_on}#{cursor_flag}") == "01"
  }

  /// Waits until the screen has these words, and gives it.
  @discardableResult
  func wait(for words: String) async throws -> String {
    var seen = ""
    try await wait(until: "“\(words)” on the screen") {
      seen = try await screen()
      return seen.contains(words)
    }
    return seen
  }

  /// Waits until the words have gone from the screen.
  func waitForEnd(of words: String) async throws {
    try await wait(until: "no “\(words)” on the screen") { try await !screen().contains(words) }
  }

  /// Waits until the shell has handed the terminal to a program, and gives that program.
  func program() async throws -> ProcessFacts {
    try await wait(until: "a program in the foreground") {
      try shell.foregroundGroup != shell.identifier
    }
    return ProcessFacts(identifier: try shell.foregroundGroup)
  }

  /// Waits until the shell has the terminal again.
  func waitForShell() async throws {
    try await wait(until: "the shell in the foreground") {
      try shell.foregroundGroup == shell.identifier
    }
  }

  /// Looks again and again until the condition holds; gives up after ten seconds, and says what the
  /// screen showed.
  func wait(until what: String, _ condition: () async throws -> Bool) async throws {
    let deadline = ContinuousClock.now + .seconds(10)
    while try await !condition() {
      guard ContinuousClock.now < deadline else {
        throw NeverSeen(what: what, screen: (try? await screen()) ?? "the terminal is closed")
      }
      try await Task.sleep(for: .milliseconds(30))
    }
  }
}

/// What was waited for did not come.
struct NeverSeen: Error, CustomStringConvertible {
  let what: String
  let screen: String

  var description: String {
    let rows = screen.split(separator: "\n", omittingEmptySubsequences: false)
    return "waited ten seconds for \(what); the screen shows\n"
      + rows.map { "  │\($0)" }.joined(separator: "\n")
  }
}
