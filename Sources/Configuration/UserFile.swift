import Billing
import Foundation

/// A file that a person may keep in the folder of their settings.
struct UserFile {
  let path: String
  /// The day on which it was last changed: what it states was true then.
  let day: ServiceDate

  /// The file of that name; none where there is none.
  ///
  /// A link that leads nowhere is a file: who made it wants to know that it cannot be read.
  init?(named name: String, in folder: String) throws(ConfigurationError) {
    path = folder + "/" + name
    do {
      let facts = try FileManager.default.attributesOfItem(atPath: path)
      let calendar = Calendar(identifier: .gregorian)
      let changed = calendar.dateComponents(
        [.year, .month, .day], from: facts[.modificationDate] as? Date ?? .distantPast)
      day =
        ServiceDate(year: changed.year ?? 0, month: changed.month ?? 0, day: changed.day ?? 0)
        ?? .first
    } catch CocoaError.fileReadNoSuchFile, CocoaError.fileNoSuchFile {
      return nil
    } catch {
      throw ConfigurationError(file: path, "The file cannot be read.")
    }
  }

  /// What it holds; none where that is nothing yet.
  func value() throws(ConfigurationError) -> Value? {
    try Value(Value.bytes(ofFile: path), file: path)
  }

  /// The entries of the list that it holds; none where it holds nothing yet.
  func entries() throws(ConfigurationError) -> [Value] { try value()?.list() ?? [] }
}
