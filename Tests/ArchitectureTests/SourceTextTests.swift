import Testing

@Suite("What the architecture tests take for code")
struct SourceTextTests {
  @Test("is not a comment, nested or not")
  func comments() {
    let text = SourceText("a // try!\n/* b /* c */ d */ e\nf")
    #expect(text.lines(.code) == ["a        ", "                  e", "f"])
    #expect(text.lines(.withoutComments) == text.lines(.code))
    #expect(text.lines(.everything)[0] == "a // try!")
  }

  @Test("is not what a literal says, but stands in its interpolations")
  func literals() {
    #expect(SourceText(#"a("b // c", d)"#).lines(.code) == [#"a("      ", d)"#])
    #expect(SourceText(#"a("b \(c("d")) e") f"#).lines(.code) == [#"a("  \(c(" "))  ") f"#])
    #expect(SourceText(##"a(#"b \(c) \#(d)"#)"##).lines(.code) == [##"a(#"       \#(d)"#)"##])
    #expect(
      SourceText("a(\"\"\"\nb \"c\"\n\"\"\") d").lines(.code) == ["a(\"\"\"", "     ", "\"\"\") d"])
    #expect(SourceText(##"a(#/"b/#, c)"##).lines(.code) == [##"a(#/  /#, c)"##])
  }

  @Test("and a literal is kept where only comments go")
  func literalsWithoutComments() {
    #expect(
      SourceText(#""\u{1B}[0m" // \u{1B}"#).lines(.withoutComments)[0].hasPrefix(#""\u{1B}[0m" "#))
    #expect(SourceText(#""\u{1B}[0m" // \u{1B}"#).lines(.withoutComments)[0].hasSuffix(" "))
  }
}
