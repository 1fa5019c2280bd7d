/// What roles and grounds look like; views never see one.
package struct Theme: Hashable, Sendable {
  package let name: String
  /// One line for a list of themes.
  package let about: String
  private let looks: [Role: Look]
  private let backdrops: [Ground: Backdrop]

  /// A role or ground that is not given looks ordinary.
  package init(
    name: String, about: String = "", looks: [Role: Look] = [:], backdrops: [Ground: Backdrop] = [:]
  ) {
    self.name = name
    self.about = about
    self.looks = looks
    self.backdrops = backdrops
  }

  /// How text of that role looks on that ground.
  package func style(of role: Role, on ground: Ground) -> Style {
    let look = looks[role] ?? Look()
    let backdrop = backdrops[ground] ?? Backdrop()
    return Style(
      foreground: look.foreground, background: backdrop.color, isBold: look.isBold,
      isDim: look.isDim, isUnderlined: look.isUnderlined != backdrop.isUnderlined,
      isReversed: look.isReversed != backdrop.isReversed)
  }

  /// The same for a terminal without colours: what must be told apart has an attribute of its own.
  package static let colorless = Theme(
    name: "Colorless", about: "Attributes only",
    looks: [
      .quiet: Look(isDim: true), .strong: Look(isBold: true), .focus: Look(isBold: true),
      .running: Look(isBold: true), .stop: Look(isBold: true, isReversed: true),
      .caution: Look(isBold: true, isUnderlined: true), .key: Look(isBold: true),
    ],
    backdrops: [
      .selection: Backdrop(isReversed: true), .input: Backdrop(isUnderlined: true),
    ])
}

/// What text of a role looks like.
package struct Look: Hashable, Sendable {
  package var foreground: Color
  package var isBold: Bool
  package var isDim: Bool
  package var isUnderlined: Bool
  package var isReversed: Bool

  package init(
    _ foreground: Color = .standard, isBold: Bool = false, isDim: Bool = false,
    isUnderlined: Bool = false, isReversed: Bool = false
  ) {
    self.foreground = foreground
    self.isBold = isBold
    self.isDim = isDim
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }
}

/// What a ground looks like.
package struct Backdrop: Hashable, Sendable {
  package var color: Color
  package var isUnderlined: Bool
  package var isReversed: Bool

  package init(_ color: Color = .standard, isUnderlined: Bool = false, isReversed: Bool = false) {
    self.color = color
    self.isUnderlined = isUnderlined
    self.isReversed = isReversed
  }
}

/// A role on a ground; reversed on reversed shows as neither, and so stands out again.
package struct Style: Hashable, Sendable {
  package let foreground: Color
  package let background: Color
  package let isBold: Bool
  package let isDim: Bool
  package let isUnderlined: Bool
  package let isReversed: Bool

  /// The colour numbers for a terminal of that many colours; -1 is the terminal's own.
  ///
  /// Where few colours make both the same, the text gets black or white, whichever can be read.
  package func numbers(ofColors count: Int) -> (foreground: Int, background: Int) {
    let fore = foreground.number(ofColors: count)
    let back = background.number(ofColors: count)
    guard fore == back, back >= 0 else { return (fore, back) }
    let isDark = [BasicColor.black, .blue, .red, .magenta].contains { $0.number == back % 8 }
    return ((isDark ? BasicColor.white : .black).number, back)
  }
}
