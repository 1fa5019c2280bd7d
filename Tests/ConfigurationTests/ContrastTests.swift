import Configuration
import Foundation
import Screen
import Testing

/// WCAG 2.1, success criterion 1.4.3: text stands out from its ground by at least 4.5 to 1.
@Suite struct ContrastTests {
  /// All that name colours.
  static let themes = ThemesTests.names.filter { $0 != "Plain" }

  @Test("every role can be read on every ground", arguments: themes, [256, 16])
  func contrast(name: String, colors: Int) throws {
    let theme = try Themes.load(named: name, userFolder: nil)
    for role in Role.allCases {
      for ground in Ground.allCases {
        let numbers = theme.style(of: role, on: ground).numbers(ofColors: colors)
        let ratio = contrast(numbers.foreground, numbers.background)
        #expect(ratio >= 4.5, "\(role) on \(ground): \(ratio)")
      }
    }
  }

  @Test("eight colours never hide a text", arguments: themes)
  func eightColors(name: String) throws {
    let theme = try Themes.load(named: name, userFolder: nil)
    for role in Role.allCases {
      for ground in Ground.allCases {
        let numbers = theme.style(of: role, on: ground).numbers(ofColors: 8)
        #expect(numbers.foreground != numbers.background)
        #expect((0..<8).contains(numbers.foreground) && (0..<8).contains(numbers.background))
      }
    }
  }

  @Test("what is selected, typed into, focused, running or stopped looks different in any terminal")
  func distinctions() throws {
    for name in Self.themes + ["Plain"] {
      let theme = try Themes.load(named: name, userFolder: nil)
      for colors in [256, 16, 8] {
        func look(_ role: Role, _ ground: Ground = .screen) -> [Int] {
          let style = theme.style(of: role, on: ground)
          let numbers = style.numbers(ofColors: colors)
          return [
            numbers.foreground, numbers.background, style.isBold ? 1 : 0, style.isDim ? 1 : 0,
            style.isUnderlined ? 1 : 0, style.isReversed ? 1 : 0,
          ]
        }
        #expect(look(.text) != look(.text, .selection), "\(name), \(colors) colours")
        #expect(look(.text) != look(.text, .input), "\(name), \(colors) colours")
        #expect(look(.frame) != look(.focus), "\(name), \(colors) colours")
        #expect(look(.text) != look(.running), "\(name), \(colors) colours")
        #expect(look(.text) != look(.stop), "\(name), \(colors) colours")
        #expect(look(.caution) != look(.stop), "\(name), \(colors) colours")
      }
    }
  }

  @Test("the formula gives the ratios that WCAG states")
  func formula() {
    #expect(abs(contrast(16, 231) - 21) < 0.001)
    #expect(abs(contrast(231, 231) - 1) < 0.001)
  }

  private func contrast(_ one: Int, _ other: Int) -> Double {
    let luminances = [one, other].map { XtermColor($0).luminance }.sorted()
    return (luminances[1] + 0.05) / (luminances[0] + 0.05)
  }
}
