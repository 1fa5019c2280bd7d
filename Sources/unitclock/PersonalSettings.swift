import Configuration
import Interface
import SessionLog

// What a person keeps in the folder of their settings, as the interface wants it.

extension Settings {
  /// Those of the user's `settings.yaml`.
  static func ofThisUser() throws(ConfigurationError) -> Settings {
    try load(userFolder: BaseFolder.settings)
  }
}

extension Preferences {
  /// What the settings say, and the program's own where they say nothing.
  init(_ settings: Settings) {
    self.init()
    // Zero minutes is how a file says never.
    if let minutes = settings.lockAfter { lockAfterMinutes = minutes == 0 ? nil : minutes }
    showsCountdown = settings.showsCountdown ?? showsCountdown
    showsBigDigits = settings.showsBigDigits ?? showsBigDigits
    usesASCII = settings.usesASCII ?? usesASCII
    clinician = settings.clinician
    role = settings.role.flatMap { Performer.Role(rawValue: $0.rawValue) }
    discipline = settings.discipline
    templates = settings.templates.map { Template(name: $0.name, codes: $0.codes) }
  }
}

extension Keymap {
  /// The keys of the user's `keys.yaml`, and the program's own for whatever it leaves out.
  ///
  /// - Throws: ``ConfigurationError``, which names the place in the file.
  static func ofThisUser() throws(ConfigurationError) -> Keymap {
    guard let file = try KeyFile.load(userFolder: BaseFolder.settings) else { return .standard }
    let choices = file.entries.map { entry in
      KeyChoice(command: entry.command.text, keys: entry.keys.map(\.text))
    }
    do throws(KeyMistake) {
      return try Keymap(choosing: choices)
    } catch {
      let entry = file.entries[error.choice]
      let word = error.key.map { entry.keys[$0] } ?? entry.command
      throw file.mistake(at: word, error.message)
    }
  }
}
