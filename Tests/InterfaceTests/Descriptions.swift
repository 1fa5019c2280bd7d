import Interface
import Screen
import SessionLog
import Testing

// What a failed expectation shows: the screen as the person sees it, not a dump of the state.

extension Script: CustomTestStringConvertible {
  var testDescription: String { "\n" + screen().text.joined(separator: "\n") + "\n" }
}

extension Canvas: CustomTestStringConvertible {
  package var testDescription: String { "\n" + picture }
}

extension State: CustomTestStringConvertible {
  package var testDescription: String {
    "the program with \(logbook.entries.count) entries, saying “\(notice?.text ?? "")”"
  }
}
