import Screen
import Testing

@Suite struct ThemeTests {
  @Test("reversed on reversed stands out again, and so does underlined on underlined")
  func reversal() {
    let theme = Theme(
      name: "", looks: [.stop: Look(isUnderlined: true, isReversed: true)],
      backdrops: [.selection: Backdrop(isUnderlined: true, isReversed: true)])
    #expect(theme.style(of: .text, on: .selection).isReversed)
    #expect(theme.style(of: .stop, on: .screen).isReversed)
    #expect(!theme.style(of: .stop, on: .selection).isReversed)
    #expect(!theme.style(of: .stop, on: .selection).isUnderlined)
  }

  @Test(
    "a colour has a number for every kind of terminal", arguments: [(256, 208), (16, 11), (8, 3)])
  func numbers(colors: Int, number: Int) {
    let theme = Theme(name: "", looks: [.running: Look(.named(fine: 208, basic: .brightYellow))])
    let numbers = theme.style(of: .running, on: .screen).numbers(ofColors: colors)
    #expect(numbers == (number, -1))
  }

  @Test(
    "where few colours are the same, the text turns black or white", arguments: BasicColor.allCases)
  func collision(color: BasicColor) {
    let theme = Theme(
      name: "", looks: [.text: Look(.named(fine: 16, basic: color))],
      backdrops: [.screen: Backdrop(.named(fine: 231, basic: color))])
    let numbers = theme.style(of: .text, on: .screen).numbers(ofColors: 8)
    #expect(numbers.foreground != numbers.background)
    #expect([0, 7].contains(numbers.foreground))
  }

  @Test("every look-alike is one ASCII character for one column")
  func ascii() {
    for character in "─│┌┐└┘├┤█░▶‖…·–—→▌✓×≥§" {
      #expect(character.ascii.isASCII && character.ascii != "?")
      #expect(width(of: String(character)) == width(of: String(character.ascii)))
    }
    #expect("日".first?.ascii == "?")
    #expect("é".first?.ascii == "?")
    #expect("a".first?.ascii == "a")
  }
}
