/// The payers that are known, in the order in which they are offered.
public struct Payers: Hashable, Sendable {
  public let listings: [Listing]
  /// Which payers these are, in words that a signed bill carries: the days of their sources.
  public let edition: String
  private let places: [String: Int]

  /// A payer, what it is called, and where its terms stand.
  public struct Listing: Hashable, Sendable {
    public var payer: Payer
    /// The name it is offered under.
    public var name: String
    /// Other names that it answers to.
    public var otherNames: [String]
    /// The file in which a person added or changed it; none for what the program brings.
    public var file: String?

    public init(payer: Payer, name: String, otherNames: [String] = [], file: String? = nil) {
      self.payer = payer
      self.name = name
      self.otherNames = otherNames
      self.file = file
    }
  }

  /// A payer's own name stands before another's second name, and the first before a later one.
  public init(_ listings: [Listing], edition: String) {
    self.listings = listings
    self.edition = edition
    var places: [String: Int] = [:]
    for (place, listing) in listings.enumerated() where places[Self.key(listing.name)] == nil {
      places[Self.key(listing.name)] = place
    }
    for (place, listing) in listings.enumerated() {
      for key in listing.otherNames.map(Self.key) where places[key] == nil { places[key] = place }
    }
    self.places = places
  }

  public var all: [Payer] { listings.map(\.payer) }
  public var names: [String] { listings.map(\.name) }

  /// The payer of that name, without regard to case and to anything but letters and digits.
  public subscript(name: String) -> Payer? { places[Self.key(name)].map { listings[$0].payer } }

  /// What of a name decides whether it is another's: `Workers' compensation` is
  /// `workers compensation`.
  public static func key(_ name: String) -> String {
    name.lowercased().filter { $0.isLetter || $0.isNumber }
  }
}
