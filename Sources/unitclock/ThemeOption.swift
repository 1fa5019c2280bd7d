import ArgumentParser
import Configuration
import Foundation
import Paperwork
import Screen

/// `--theme`, and where a person keeps themes.
struct ThemeOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("How the screen looks; `unitclock themes` lists them.", valueName: "name"))
  var theme: String?

  /// The theme of that name; without one the theme of the settings, or the program's own.
  func loaded(orAsIn settings: Settings) throws(ConfigurationError) -> Theme {
    var name = theme
    if name == nil { name = try settings.theme }
    return try Themes.load(named: name ?? Themes.standard, userFolder: Self.userFolder)
  }

  /// `$XDG_CONFIG_HOME/unitclock/themes`.
  static var userFolder: String { BaseFolder.settings + "/themes" }
}

/// The themes there are.
struct ThemeList: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "themes",
    abstract: "List the themes, and check those of your own.",
    discussion: """
      Your own are YAML files in $XDG_CONFIG_HOME/unitclock/themes. Where one
      holds a mistake, it is told with line and column, and the exit code is 65.

        unitclock themes
        unitclock --theme Paper
      """)

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let listings = Themes.all(userFolder: ThemeOption.userFolder)
    if json {
      try Output.print { json in json.array(listings) { $0.theme($1) } }
    } else {
      try Output.print(listings.map { NoteLine($0.line) })
    }
    let mistakes = listings.compactMap(\.mistake)
    guard mistakes.isEmpty else { throw Failure.badData(mistakes.joined(separator: "\n")) }
  }
}

extension Themes.Listing {
  /// What is wrong with its file; nothing for a theme that can be used.
  fileprivate var mistake: String? {
    switch theme {
    case .success: nil
    case .failure(let error): error.description
    }
  }

  fileprivate var about: String? { try? theme.get().about }

  fileprivate var line: String {
    let place = path.map { " (\($0))" } ?? ""
    return "\(name.padded(to: 16))  \(about ?? "cannot be used")\(place)".visible
  }
}

extension JSONWriter {
  fileprivate mutating func theme(_ listing: Themes.Listing) {
    object { json in
      json.member("name", listing.name)
      json.member("about", listing.about)
      json.member("path", listing.path)
      json.member("mistake", listing.mistake)
    }
  }
}
