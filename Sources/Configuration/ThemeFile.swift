import Screen

extension Theme {
  /// Reads a theme file, in which every role and every ground must be named, and nothing else.
  ///
  /// - Parameter name: What the theme is called: its file's name without the ending.
  init(name: String, file: Value) throws(ConfigurationError) {
    let parts = try file.parts("part of a theme", named: ["about", "palette", "roles", "grounds"])
    let palette = try Palette(parts.required("palette"))
    let roles = try parts.required("roles").parts("role", named: Role.allCases.map(\.rawValue))
    let grounds = try parts.required("grounds").parts(
      "ground", named: Ground.allCases.map(\.rawValue))
    var looks: [Role: Look] = [:]
    for role in Role.allCases {
      looks[role] = try palette.look(roles.required(role.rawValue))
    }
    var backdrops: [Ground: Backdrop] = [:]
    for ground in Ground.allCases {
      backdrops[ground] = try palette.backdrop(grounds.required(ground.rawValue))
    }
    let about = try parts.required("about").text()
    self.init(name: name, about: about, looks: looks, backdrops: backdrops)
  }
}

/// The colours a theme has names of its own for; `default` is the terminal's.
private struct Palette {
  private var colors: [String: Color] = ["default": .standard]
  private var names = ["default"]

  init(_ value: Value) throws(ConfigurationError) {
    for (name, value) in try value.members() {
      let word = try name.text()
      let numbers = try value.parts("part of a colour", named: ["fine", "basic"])
      let fine = try numbers.required("fine").number(in: 0...255)
      let basic = try numbers.required("basic").choice("basic colour", of: BasicColor.allCases)
      guard colors.updateValue(.named(fine: UInt8(fine), basic: basic), forKey: word) == nil else {
        throw name.mistake("“\(word)” is already a colour.")
      }
      names.append(word)
    }
  }

  /// A colour alone, or a mapping with attributes.
  func look(_ value: Value) throws(ConfigurationError) -> Look {
    guard value.isMapping else { return Look(try color(value)) }
    let parts = try value.parts(
      "part of a look", named: ["color", "bold", "dim", "underline", "reverse"])
    return Look(
      try parts["color"].map(color) ?? .standard,
      isBold: try parts.flag("bold"), isDim: try parts.flag("dim"),
      isUnderlined: try parts.flag("underline"), isReversed: try parts.flag("reverse"))
  }

  func backdrop(_ value: Value) throws(ConfigurationError) -> Backdrop {
    guard value.isMapping else { return Backdrop(try color(value)) }
    let parts = try value.parts("part of a ground", named: ["color", "underline", "reverse"])
    return Backdrop(
      try parts["color"].map(color) ?? .standard,
      isUnderlined: try parts.flag("underline"), isReversed: try parts.flag("reverse"))
  }

  private func color(_ value: Value) throws(ConfigurationError) -> Color {
    colors[try value.word("colour in the palette", of: names)] ?? .standard
  }
}
