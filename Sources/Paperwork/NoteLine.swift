package import Billing

/// A line of a note: text of at most 80 columns, and what it is, so that a screen can give it a
/// look.
package struct NoteLine: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The name of a part.
    case heading
    case body
    /// What may be passed over: sources, the other rule.
    case quiet
    /// The first line of a finding.
    case finding(Finding.Severity)
  }

  package var text: String
  package var kind: Kind

  package init(_ text: String = "", _ kind: Kind = .body) {
    self.text = text
    self.kind = kind
  }

  /// How many columns a line may take.
  package static let columns = 80
}

extension [NoteLine] {
  /// The text to paste into a record.
  package var text: String { map { $0.text + "\n" }.joined() }

  /// Adds a sentence, broken at spaces; `first` stands before its first line, and as many spaces
  /// before the others.
  package mutating func add(
    _ sentence: String, after first: String = "", _ kind: NoteLine.Kind = .body
  ) {
    let width = NoteLine.columns - first.count
    for (index, line) in sentence.visible.broken(at: width).enumerated() {
      let margin = index == 0 ? first : String(repeating: " ", count: first.count)
      append(NoteLine(margin + line, kind))
    }
  }

  /// Adds a part under its name, an empty line before it; nothing where the part is empty.
  mutating func add(part name: String, _ lines: [NoteLine]) {
    guard !lines.isEmpty else { return }
    if !isEmpty { append(NoteLine()) }
    append(NoteLine(name, .heading))
    append(contentsOf: lines)
  }
}

extension String {
  /// The text in lines of at most `width` characters, broken at spaces, or within a word that is
  /// longer than a line.
  ///
  /// A no-break space breaks nothing, and comes out as a space.
  func broken(at width: Int) -> [String] {
    var lines: [String] = []
    var line = ""
    for word in split(separator: " ").flatMap({ $0.pieces(of: width) }) {
      if line.isEmpty {
        line = String(word)
      } else if line.count + 1 + word.count <= width {
        line += " \(word)"
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    return (lines + [line]).map { String($0.map { $0 == "\u{A0}" ? " " : $0 }) }
  }

  /// The text followed by spaces, or cut with an ellipsis, so that it takes `width` columns.
  package func padded(to width: Int) -> String {
    count > width ? prefix(width - 1) + "…" : self + String(repeating: " ", count: width - count)
  }

  var withoutTrailingSpaces: String { String(reversed().drop { $0 == " " }.reversed()) }

  /// The text with spaces before it, so that it takes at least `width` columns.
  func aligned(right width: Int) -> String {
    String(repeating: " ", count: Swift.max(0, width - count)) + self
  }
}

extension Substring {
  fileprivate func pieces(of width: Int) -> [Substring] {
    count <= width ? [self] : [prefix(width)] + dropFirst(width).pieces(of: width)
  }
}

/// A number and its noun: `1 unit`, `2 units`.
package func counted(_ number: Int, _ noun: String) -> String {
  "\(number) \(noun)\(number == 1 ? "" : "s")"
}
