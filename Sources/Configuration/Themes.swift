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
    let listings = all(userFolder: userFolder)
    guard let listing = listings.first(where: { $0.name.lowercased() == name.lowercased() }) else {
      let places = ["inside the program"] + [userFolder].compactMap(\.self)
      throw ConfigurationError(
        "There is no theme “\(name)”. Themes: \(listings.map(\.name).joined(separator: ", ")). "
          + "Looked \(places.joined(separator: " and in ")).")
    }
    return try listing.theme.get()
  }

  /// Every theme there is, by name.
  package static func all(userFolder: String?) -> [Listing] {
    let users = userFolder.map(listings) ?? []
    let names = Set(users.map { $0.name.lowercased() })
    let ours = builtIn.filter { !names.contains($0.name.lowercased()) }
    return (users + ours).sorted { $0.name.lowercased() < $1.name.lowercased() }
  }

  private static var builtIn: [Listing] {
    [
      ("Contrast", PackageResources.Contrast_yaml), ("Night", PackageResources.Night_yaml),
      ("Paper", PackageResources.Paper_yaml), ("Plain", PackageResources.Plain_yaml),
    ].map { name, bytes in listing(name: name, path: nil) { bytes } }
  }

  /// Names come from the folder's list, so that no name leads out of it.
  private static func listings(in folder: String) -> [Listing] {
    let files = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    return files.filter { $0.hasSuffix(".yaml") && !$0.hasPrefix(".") }.map { file in
      let path = folder + "/" + file
      return listing(name: String(file.dropLast(".yaml".count)), path: path) {
        () throws(ConfigurationError) in
        try Value.bytes(ofFile: path)
      }
    }
  }

  private static func listing(
    name: String, path: String?, bytes: () throws(ConfigurationError) -> [UInt8]
  ) -> Listing {
    let theme = Result { () throws(ConfigurationError) in
      try Theme(name: name, file: Value(bytes(), file: path ?? name + ".yaml"))
    }
    return Listing(name: name, path: path, theme: theme)
  }
}
