import Screen
import Testing

@Suite struct CanvasTests {
  @Test(
    "text is cut to its width and says so",
    arguments: [
      ("Exercise", 8, "Exercise"), ("Exercise", 7, "Exerci…"), ("Exercise", 1, "…"),
      ("Exercise", 0, ""), ("Exercise", -3, ""), ("日本語", 6, "日本語"), ("日本語", 5, "日本…"),
      ("日本語", 4, "日…"), ("a日", 2, "a…"), ("", 4, ""),
    ])
  func cutting(text: String, columns: Int, shown: String) {
    var canvas = Canvas(size: Size(columns: 12, rows: 1))
    let written = canvas.write(text, at: Point(column: 0, row: 0), width: columns)
    #expect(canvas.text == [shown])
    #expect(written == width(of: shown))
  }

  @Test("text is cut at the right edge and clipped at the left one")
  func edges() {
    var canvas = Canvas(size: Size(columns: 4, rows: 1))
    canvas.write("units", at: Point(column: 2, row: 0))
    #expect(canvas.text == ["  u…"])
    canvas.write("units", at: Point(column: -3, row: 0))
    #expect(canvas.text == ["tsu…"])
    canvas.write("日x", at: Point(column: -1, row: 0))
    #expect(canvas.text == [" xu…"])
  }

  @Test(
    "what a terminal would obey, or draw as it likes, is made visible",
    arguments: [
      ("\u{1B}[2J", "^[[2J"), ("a\tb", "a^Ib"), ("\r\n", "^M^J"), ("\u{7F}", "^?"), ("\0", "^@"),
      ("\u{9B}31m", "�31m"), ("\u{202E}txt", "�txt"), ("a\u{200B}b", "a�b"), ("👨‍👩‍👧", "�"),
      ("🇩🇪", "�"), ("👍🏽", "�"), ("\u{301}", "�"), ("\u{FFFE}", "�"), ("\u{2028}", "�"),
      ("e\u{301}", "e\u{301}"), ("⚠\u{FE0F}", "⚠"), ("\u{FE0F}", "�"), ("5\u{FE0F}", "5"),
    ])
  func visible(text: String, shown: String) {
    var canvas = Canvas(size: Size(columns: 10, rows: 1))
    canvas.write(text, at: Point(column: 0, row: 0))
    #expect(canvas.text == [shown])
    #expect(text.visible == shown)
  }

  @Test("whatever is written, a cell holds at most a base and four marks, none of them steering")
  func nothingRaw() {
    let steering: Set<Unicode.GeneralCategory> = [
      .control, .format, .lineSeparator, .paragraphSeparator, .unassigned,
    ]
    var canvas = Canvas(size: Size(columns: 200, rows: 1))
    for first in stride(from: 0 as UInt32, to: 0x2_0000, by: 100) {
      let scalars = (first..<(first + 100)).compactMap(Unicode.Scalar.init)
      canvas.write(String(String.UnicodeScalarView(scalars)), at: Point(column: 0, row: 0))
      let refused = canvas.cells.compactMap(\.text?.unicodeScalars).filter { scalars in
        scalars.count > 5 || scalars.contains { steering.contains($0.properties.generalCategory) }
      }
      #expect(refused.isEmpty)
    }
  }

  @Test("half a wide character never stays behind")
  func halves() {
    var canvas = Canvas(size: Size(columns: 6, rows: 1))
    canvas.write("日本語", at: Point(column: 0, row: 0))
    canvas.write("x", at: Point(column: 1, row: 0))
    #expect(canvas.text == [" x本語"])
    canvas.write("y", at: Point(column: 2, row: 0))
    #expect(canvas.text == [" xy 語"])
    canvas.write("日", at: Point(column: 3, row: 0))
    #expect(canvas.text == [" xy日"])
  }

  @Test("text without a ground stands on what is there")
  func grounds() {
    var canvas = Canvas(size: Size(columns: 6, rows: 2))
    canvas.fill(Rectangle(column: 0, row: 1, columns: 99, rows: 1), ground: .selection)
    canvas.write("key", at: Point(column: 1, row: 1), role: .key)
    canvas.write("in", at: Point(column: 4, row: 1), role: .field, ground: .input)
    #expect(canvas.text == ["", " keyin"])
    #expect(canvas.roles == ["", " kkkee"])
    #expect(canvas.grounds == ["", "ssssii"])
  }

  @Test("a frame runs along the inner edge and holds its title")
  func frame() {
    var canvas = Canvas(size: Size(columns: 12, rows: 4))
    canvas.frame(Rectangle(column: 0, row: 0, columns: 12, rows: 3), title: "Findings of today")
    canvas.frame(Rectangle(column: 0, row: 3, columns: 12, rows: 1), title: "Day")
    #expect(
      canvas.picture == """
        ┌ Finding… ┐
        │          │
        └──────────┘
        ─ Day ──────
        ──── roles
        ffssssssssff
        f          f
        ffffffffffff
        ffsssfffffff

        """)
  }

  @Test("nothing drawn can fail, on any size, anywhere")
  func total() {
    let numbers = [Int.min, -5, -1, 0, 1, 2, 3, 5, 9, Int.max]
    for columns in [-1, 0, 1, 2, 3, 5, 8] {
      for rows in [0, 1, 2, 4] {
        var canvas = Canvas(size: Size(columns: columns, rows: rows))
        for column in numbers {
          for row in numbers {
            canvas.write("a日\u{1B}b", at: Point(column: column, row: row), width: column)
            canvas.write("a日\u{1B}b", at: Point(column: column, row: row), role: .stop)
            for size in numbers {
              let area = Rectangle(column: column, row: row, columns: size, rows: size)
              canvas.fill(area, with: "日")
              canvas.frame(area, title: "title 日本語")
            }
          }
        }
        #expect(canvas.cells.count == max(0, columns) * rows)
      }
    }
    #expect(Canvas(size: Size(columns: .max, rows: .max)).size == Size(columns: 1_000, rows: 1_000))
  }

  @Test("a beginning by columns keeps characters whole")
  func prefixes() {
    #expect("日本語".prefix(columns: 5) == "日本")
    #expect("abc".prefix(columns: 9) == "abc")
    #expect("abc".prefix(columns: -1).isEmpty)
    #expect(width(of: "e\u{301}日\t") == 5)
  }

  @Test("no two roles share a letter, and no two grounds")
  func letters() {
    #expect(Set(Role.allCases.map(\.letter)).count == Role.allCases.count)
    #expect(Set(Ground.allCases.map(\.letter)).count == Ground.allCases.count)
  }
}
