import Configuration
import Foundation
import Screen
import Testing

/// Signs and words tell everything; colours that differ for every eye tell it sooner.
@Suite struct ColorBlindnessTests {
  /// Themes that tell by hue; Contrast has two colours and Phosphor one hue, by intent.
  static let themes = ["Clinic", "Ember", "Fjord", "Night", "Paper", "Sand"]
  static let roles: [Role] = [.text, .running, .paused, .caution, .stop, .done]

  @Test(
    "what runs, is paused, warns, refuses or is done differs for every eye", arguments: themes,
    Sight.allCases)
  func differences(name: String, sight: Sight) throws {
    let theme = try Themes.load(named: name, userFolder: nil)
    let colors = Self.roles.map { role in
      XtermColor(theme.style(of: role, on: .screen).numbers(ofColors: 256).foreground)
    }
    for (index, role) in Self.roles.enumerated() {
      for other in (index + 1)..<Self.roles.count {
        let difference = sight.difference(colors[index], colors[other])
        #expect(difference >= 15, "\(role) and \(Self.roles[other]): \(difference)")
      }
    }
  }

  @Test("the theme of who has chosen none is among them")
  func standard() {
    #expect(Self.themes.contains(Themes.standard))
  }

  /// The classic confusion: pure red and green of like lightness, which most eyes tell at once.
  @Test("red and green come together for eyes that miss a cone, and blue and yellow do not")
  func confusion() {
    let (red, green) = (XtermColor(130), XtermColor(64))
    let (blue, yellow) = (XtermColor(21), XtermColor(226))
    for sight in [Sight.protanopia, .deuteranopia] {
      #expect(sight.difference(red, green) < Sight.ordinary.difference(red, green) / 2)
      #expect(sight.difference(blue, yellow) > 100)
    }
    #expect(abs(Sight.ordinary.difference(XtermColor(16), XtermColor(231)) - 100) < 0.1)
  }
}
