import Testing

/// A row of the architecture's table: what a target may import.
struct Permission: CustomTestStringConvertible {
  let target: String
  let modules: Set<String>
  /// Modules that one file of the target may import, and no second.
  var inOneFile: Set<String> = []

  var testDescription: String { target }

  static let table = [
    Permission(target: "Billing", modules: []),
    Permission(target: "SessionLog", modules: ["Billing"]),
    Permission(target: "Screen", modules: [], inOneFile: ["CWidth"]),
    // Paperwork, because the summary shows the very text that leaves the program.
    Permission(
      target: "Interface", modules: ["Billing", "SessionLog", "Screen", "Paperwork"],
      inOneFile: ["Foundation"]),
    Permission(target: "Journal", modules: ["Billing", "SessionLog", "GRDB", "Foundation"]),
    Permission(target: "Configuration", modules: ["Billing", "Screen", "Yams", "Foundation"]),
    Permission(target: "Paperwork", modules: ["Billing", "SessionLog", "Foundation"]),
    Permission(target: "Terminal", modules: ["Screen", "CNCurses", "Glibc"]),
    Permission(
      target: "unitclock",
      modules: [
        "Billing", "SessionLog", "Screen", "Interface", "Journal", "Configuration", "Paperwork",
        "Terminal", "ArgumentParser", "Foundation", "Glibc",
      ], inOneFile: ["CCrypt"]),
  ]

  /// Headers of C, which import nothing of ours.
  static let systemLibraries: Set = ["CCrypt", "CNCurses", "CWidth"]
}

/// One `import` of one file.
struct Import: Hashable {
  let module: String
  let path: String
  let line: Int

  static func all(in text: SourceText, path: String) throws -> [Import] {
    let pattern = try Regex(
      #"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|fileprivate|private)\s+)?"#
        + #"import\s+(?:(?:struct|class|enum|protocol|typealias|func|var|let)\s+)?([A-Za-z_]\w*)"#,
      as: (Substring, Substring).self)
    return zip(1..., text.lines(.code)).compactMap { line, code in
      code.firstMatch(of: pattern).map { Import(module: String($0.1), path: path, line: line) }
    }
  }
}

@Suite("Who may import what")
struct ImportTests {
  @Test("every target has its row, and every row its target")
  func tableIsWhole() throws {
    let rows = Set(Permission.table.map(\.target))
    #expect(try SourceTree.targets() == rows.union(Permission.systemLibraries))
  }

  @Test("a target imports what its row names", arguments: Permission.table)
  func imports(of permission: Permission) throws {
    let imports = try SourceTree.files()
      .filter { $0.target == permission.target }
      .flatMap { try Import.all(in: $0.text, path: $0.path) }
    let allowed = permission.modules.union(permission.inOneFile)
    for entry in imports where !allowed.contains(entry.module) {
      Issue.record("\(entry.path):\(entry.line): \(entry.module) is not for \(permission.target)")
    }
    for module in permission.inOneFile {
      let paths = Set(imports.filter { $0.module == module }.map(\.path)).sorted()
      #expect(paths.count <= 1, "\(module) belongs in one file of \(permission.target)")
    }
  }

  @Test(
    "an import is seen however it is written",
    arguments: [
      "import Yams", "  @testable import Yams", "@_spi(Inside) public import Yams",
      "package import struct Yams.Node", "private import Yams.Node",
      "@preconcurrency\nfileprivate import Yams",
    ])
  func forms(of source: String) throws {
    #expect(try Import.all(in: SourceText(source), path: "").map(\.module) == ["Yams"])
  }

  @Test(
    "a word about an import is none",
    arguments: [
      "// import Yams", "/*\nimport Yams\n*/", "\"\"\"\nimport Yams\n\"\"\"", "let important = 1",
    ])
  func words(in source: String) throws {
    #expect(try Import.all(in: SourceText(source), path: "").isEmpty)
  }
}
