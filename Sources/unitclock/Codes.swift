import ArgumentParser
import Billing
import Paperwork

/// The catalogue, searched by number or words.
struct Codes: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "codes",
    abstract: "Search the catalogue of codes, by number or words.",
    discussion: """
      Codes valid on the date come first; retired ones name their successors.

        unitclock codes
        unitclock codes 9711
        unitclock codes hot pack
        unitclock codes 97532 --date 2016-05-02
      """)

  @Argument(help: "The beginning of a number, or words of the label; all codes where not given.")
  var words: [String] = []

  @OptionGroup var day: DayOption

  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let query = words.joined(separator: " ")
    let found = Catalog.builtIn.search(query, on: day.day)
    if json {
      try Output.print { $0.codes(found, on: day.day) }
    } else {
      try Output.print(CodesText(found, on: day.day).lines)
    }
    guard !found.isEmpty else {
      throw Failure.refused(
        "No code has \(query.quoted). Try fewer letters, or part of the number.")
    }
  }
}
