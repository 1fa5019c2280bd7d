import Foundation
package import Screen

/// The themes inside the program, and those a person keeps in a folder.
package enum Themes {
  /// The theme of who has chosen none: it paints its own ground, and so can be read in any terminal.
  package static let standard = "Night"

  /// A theme, or what is wrong with its file.
  package struct Listing: Hashable, Sendable {
    package let name: String
    /// The file's path; nothing for a theme inside the program.
    package let path: String?
    package let theme: Result<Theme, ConfigurationError>
  }

  /// The theme of that name, in whatever case; one in the folder stands before one of ours.
  ///
  /// - Parameter userFolder: A path; it need not exist.
  package static func load(
    named name: String, userFolder: String?
  ) throws(ConfigurationError) -> Theme {
    let files = files(userFolder: userFolder)
    guard let file = files.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      let places = ["inside the program"] + [userFolder].compactMap(\.self)
      throw ConfigurationError(
        "There is no theme “\(name)”. Themes: \(files.map(\.name).joined(separator: ", ")). "
          + "Looked \(places.joined(separator: " and in ")).")
    }
    return try file.read()
  }

  /// The names of all themes, none of which is read.
  static func names(userFolder: String?) -> [String] { files(userFolder: userFolder).map(\.name) }

  /// Every theme there is, by name.
  package static func all(userFolder: String?) -> [Listing] {
    files(userFolder: userFolder).map { file in
      Listing(
        name: file.name, path: file.path,
        theme: Result { () throws(ConfigurationError) in try file.read() })
    }
  }

  private static func files(userFolder: String?) -> [ThemeFile] {
    let users = userFolder.map(files) ?? []
    let names = Set(users.map { $0.name.lowercased() })
    let ours = builtIn.filter { !names.contains($0.name.lowercased()) }
    return (users + ours).sorted { $0.name.lowercased() < $1.name.lowercased() }
  }

  private static var builtIn: [ThemeFile] {
    [
      ThemeFile(name: "Clinic", place: .program(PackageResources.Clinic_yaml)),
      ThemeFile(name: "Contrast", place: .program(PackageResources.Contrast_yaml)),
      ThemeFile(name: "Ember", place: .program(PackageResources.Ember_yaml)),
      ThemeFile(name: "Fjord", place: .program(PackageResources.Fjord_yaml)),
      ThemeFile(name: "Night", place: .program(PackageResources.Night_yaml)),
      ThemeFile(name: "Paper", place: .program(PackageResources.Paper_yaml)),
      ThemeFile(name: "Phosphor", place: .program(PackageResources.Phosphor_yaml)),
      ThemeFile(name: "Plain", place: .program(PackageResources.Plain_yaml)),
      ThemeFile(name: "Sand", place: .program(PackageResources.Sand_yaml)),
    ]
  }

  /// Names come from the folder's list, so that no name leads out of it.
  private static func files(in folder: String) -> [ThemeFile] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { file in
      ThemeFile(
        name: String(file.dropLast(".yaml".count)), place: .disk(path: folder + "/" + file))
    }
  }
}

/// A theme that nobody has read yet: a start reads the one it was asked for, and no other.
private struct ThemeFile {
  let name: String
  let place: Place

  enum Place {
    case program([UInt8])
    case disk(path: String)
  }

  /// Nothing for a theme inside the program.
  var path: String? {
    switch place {
    case .program: nil
    case .disk(let path): path
    }
  }

  func read() throws(ConfigurationError) -> Theme {
    let value =
      switch place {
      case .program(let bytes): try Value(bytes, file: name + ".yaml")
      case .disk(let path): try Value(Value.bytes(ofFile: path), file: path)
      }
    guard let value else {
      throw ConfigurationError(file: path ?? name + ".yaml", "The file is empty.")
    }
    return try Theme(name: name, file: value)
  }
}
