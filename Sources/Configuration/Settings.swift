package import Billing

/// What a person chose in their `settings.yaml`; nothing where they left it to the program.
package struct Settings: Hashable, Sendable {
  private var themeChoice: Result<String, ConfigurationError>?
  /// Minutes without a key after which the screen locks itself, at most 480; 0 never does.
  package var lockAfter: Int?
  /// Minutes after which a running timer is mentioned, 1 to 480.
  package var longTimer: Int?
  /// Whether the countdown to the next unit is shown at the start.
  package var showsCountdown: Bool?
  /// Whether the running clock is shown in large digits at the start.
  package var showsBigDigits: Bool?
  /// Whether only ASCII is drawn.
  package var usesASCII: Bool?
  /// Whether a note is asked what its codes need.
  package var asksQuestions: Bool?
  /// Who treats.
  package var clinician: String?
  /// What the clinician is.
  package var role: Role?
  package var discipline: Discipline?
  /// The usual panes of a plan, by name.
  package var templates: [Template] = []

  /// The usual panes of a plan, under a name.
  package struct Template: Hashable, Sendable {
    package var name: String
    /// At least one, none twice.
    package var codes: [ProcedureCode]
  }

  /// Who treats under a plan of care of their own, or under another's.
  package enum Role: String, CaseIterable, Sendable { case therapist, assistant }

  package init() {}

  /// The name of a theme that there is; nothing where none is named.
  ///
  /// - Throws: the mistake in the name. Only what draws a screen asks, so that no other command
  ///   stops at it.
  package var theme: String? {
    get throws(ConfigurationError) { try themeChoice?.get() }
  }
}

extension Settings {
  /// The settings of the file in the folder; those of the program where there is no such file.
  package static func load(userFolder: String?) throws(ConfigurationError) -> Settings {
    guard let userFolder, let file = try UserFile(named: "settings.yaml", in: userFolder),
      let value = try file.value()
    else { return Settings() }
    return try Settings(value, themes: Themes.names(userFolder: userFolder + "/themes"))
  }

  private enum Part: String, CaseIterable {
    case theme, countdown, ascii, questions, clinician, role, discipline, templates
    case lockAfter = "lock-after"
    case longTimer = "long-timer"
    case bigDigits = "big-digits"
  }

  /// - Parameter themes: The names of those that there are.
  private init(_ value: Value, themes: [String]) throws(ConfigurationError) {
    let parts = try value.parts("setting", named: Part.allCases.map(\.rawValue))
    for part in Part.allCases {
      guard let value = parts[part.rawValue] else { continue }
      switch part {
      case .theme:
        themeChoice = Result { () throws(ConfigurationError) in
          try value.name(of: "theme", among: themes)
        }
      case .lockAfter: lockAfter = try value.number(in: 0...480)
      case .longTimer: longTimer = try value.number(in: 1...480)
      case .countdown: showsCountdown = try value.flag()
      case .bigDigits: showsBigDigits = try value.flag()
      case .ascii: usesASCII = try value.flag()
      case .questions: asksQuestions = try value.flag()
      case .clinician: clinician = try value.sentence(atMost: 40)
      case .role: role = try value.choice("role", of: Role.allCases)
      case .discipline: discipline = try value.choice("discipline", of: Discipline.allCases)
      case .templates: templates = try Self.templates(value)
      }
    }
  }

  private static func templates(_ value: Value) throws(ConfigurationError) -> [Template] {
    var templates: [Template] = []
    for row in try value.list() {
      let parts = try row.parts("part of a template", named: ["name", "codes"])
      let name = try parts.required("name")
      let text = try name.sentence(atMost: 40)
      if templates.contains(where: { $0.name.lowercased() == text.lowercased() }) {
        throw name.mistake("There is a template “\(text)” already.")
      }
      templates.append(Template(name: text, codes: try codes(parts.required("codes"))))
    }
    return templates
  }

  private static func codes(_ value: Value) throws(ConfigurationError) -> [ProcedureCode] {
    var codes: [ProcedureCode] = []
    for item in try value.list() {
      let code = try item.knownCode()
      guard !codes.contains(code) else { throw item.mistake("\(code) stands twice.") }
      codes.append(code)
    }
    guard !codes.isEmpty else { throw value.mistake("A template needs at least one code.") }
    return codes
  }
}

extension Value {
  /// One of the names, in whatever case it is written.
  fileprivate func name(
    of kind: String, among names: [String]
  ) throws(ConfigurationError) -> String {
    let text = try text()
    guard let name = names.first(where: { $0.lowercased() == text.lowercased() }) else {
      throw mistake("There is no \(kind) “\(text)”. Allowed: \(names.joined(separator: ", ")).")
    }
    return name
  }
}
