import Billing

/// A list of payers, as a file states it.
struct PayerFile {
  let entries: [Value]
  /// The day from which what it states without a source is.
  let day: ServiceDate
  /// The path of a file that a person keeps; none for the program's own.
  let file: String?

  /// The payers known so far with those of the file: it adds some and changes others by name.
  func read(
    over known: [Payers.Listing] = []
  ) throws(ConfigurationError) -> [Payers.Listing] {
    var listings = known
    var names = Names(ofOthers: known)
    for entry in entries {
      let parts = try entry.parts("part of a payer", named: Part.allCases.map(\.rawValue))
      let name = try names.own(parts.required("name"))
      let place = listings.firstIndex { Payers.key($0.name) == Payers.key(name) }
      var listing: Payers.Listing
      if let place {
        listing = listings.remove(at: place)
      } else {
        listing = try added(name, parts)
      }
      try change(&listing, by: parts, hasBeenKnown: place != nil)
      if let others = parts[.otherNames] { listing.otherNames = try names.others(others) }
      listings.insert(listing, at: place ?? listings.endIndex)
    }
    return listings
  }

  /// A payer that was not known, with what holds where the file says nothing.
  private func added(_ name: String, _ parts: Parts) throws(ConfigurationError) -> Payers.Listing {
    let rule = try parts.required("rule").choice("rule", of: Rule.allCases)
    let evidence = Payer.Evidence(
      text: "Stated in payers.yaml, without evidence.", confidence: .general,
      source: "payers.yaml", date: day)
    return Payers.Listing(
      payer: Payer(name: name, rule: rule, terms: Payer.Terms(evidence: evidence)), name: name)
  }

  /// Puts in what the file gives.
  ///
  /// Where it changes a payer and brings no evidence of its own, the evidence says what was changed:
  /// it does not speak for that.
  private func change(
    _ listing: inout Payers.Listing, by parts: Parts, hasBeenKnown: Bool
  ) throws(ConfigurationError) {
    guard var terms = listing.payer.terms else { return }
    for part in Part.allCases {
      guard let value = parts[part] else { continue }
      if part == .rule {
        listing.payer.rule = try value.choice("rule", of: Rule.allCases)
      } else {
        try terms.take(part, from: value, on: day)
      }
    }
    let changed = Part.allCases.filter { parts[$0] != nil && $0.isTerm }
    if hasBeenKnown, parts[.evidence] == nil, !changed.isEmpty {
      let names = changed.map(\.rawValue).joined(separator: ", ")
      terms.evidence.text = "Changed in payers.yaml: \(names). " + terms.evidence.text
      terms.evidence.source += ", changed in payers.yaml"
      terms.evidence.date = day
    }
    if terms.wantsAssistantModifier, !terms.wantsDisciplineModifier,
      let place = parts[.assistantModifier] ?? parts[.disciplineModifier]
    {
      throw place.mistake(
        "CQ and CO stand only beside GP and GO: assistantModifier needs disciplineModifier.")
    }
    listing.payer.terms = terms
    listing.file = file
  }
}

/// The names of a file's payers, no two of which are the same.
private struct Names {
  /// The own names of the payers that are known beside the file.
  private let known: Set<String>
  private var lines: [String: Int] = [:]

  init(ofOthers known: [Payers.Listing]) { self.known = Set(known.map { Payers.key($0.name) }) }

  mutating func own(_ value: Value) throws(ConfigurationError) -> String {
    let name = try value.sentence(atMost: 60)
    let key = Payers.key(name)
    guard !key.isEmpty else { throw value.mistake("“\(name)” has no letter and no digit.") }
    guard let line = lines.updateValue(value.line, forKey: key) else { return name }
    throw value.mistake("“\(name)” stands twice: in line \(line) too.")
  }

  mutating func others(_ list: Value) throws(ConfigurationError) -> [String] {
    var names: [String] = []
    for value in try list.list() {
      let name = try own(value)
      guard !known.contains(Payers.key(name)) else {
        throw value.mistake("“\(name)” is a payer's own name.")
      }
      names.append(name)
    }
    return names
  }
}

/// The parts of a payer, by the names they have in the file.
private enum Part: String, CaseIterable {
  case name, otherNames, rule, disciplineModifier, assistantModifier, speechAssistants
  case separateService, pairs, ownPairs, limits, maximumUnits, threshold, notPaid, evidence

  /// Whether it decides a bill.
  var isTerm: Bool { self != .name && self != .otherNames && self != .evidence }
}

extension Parts {
  fileprivate subscript(part: Part) -> Value? { self[part.rawValue] }
}

extension Payer.Terms {
  /// Puts in one part.
  fileprivate mutating func take(
    _ part: Part, from value: Value, on day: ServiceDate
  ) throws(ConfigurationError) {
    switch part {
    case .name, .otherNames, .rule: break
    case .disciplineModifier: wantsDisciplineModifier = try value.flag()
    case .assistantModifier: wantsAssistantModifier = try value.flag()
    case .speechAssistants: paysSpeechAssistants = try value.flag()
    case .separateService:
      separateService = try value.choice("modifier", of: Payer.SeparateService.allCases)
    case .pairs: pairs = try value.choice("table", of: Payer.TableChoice.allCases)
    case .ownPairs: ownPairs = try value.pairs()
    case .limits: limits = try value.choice("table", of: Payer.TableChoice.allCases)
    case .maximumUnits: maximumUnits = try value.maximum()
    case .threshold: hasThreshold = try value.flag()
    case .notPaid: notPaid = try value.notPaid()
    case .evidence: evidence = try value.evidence(on: day)
    }
  }
}

extension Value {
  fileprivate func pairs() throws(ConfigurationError) -> [PairEdit] {
    var pairs: [PairEdit] = []
    for row in try list() {
      let parts = try row.parts(
        "part of a pair", named: ["column1", "column2", "indicator", "from", "until", "note"])
      let second = try parts.required("column2")
      let days = try parts.days()
      let pair = PairEdit(
        column1: try parts.required("column1").knownCode(), column2: try second.knownCode(),
        firstDay: days.first, lastDay: days.last,
        indicator: try parts.required("indicator").indicator(), note: try parts["note"]?.sentence())
      guard pair.column1 != pair.column2 else {
        throw second.mistake("A pair is of two codes; \(pair.column2) is both.")
      }
      pairs.append(pair)
    }
    return pairs
  }

  private func indicator() throws(ConfigurationError) -> PairEdit.Indicator {
    try word("indicator", of: ["0", "1"]) == "0" ? .never : .withModifier
  }

  /// Units of a visit; none for the word `none`.
  fileprivate func maximum() throws(ConfigurationError) -> Int? {
    try text() == "none" ? nil : number(in: 1...96)
  }

  fileprivate func notPaid() throws(ConfigurationError) -> [Payer.NotPaid] {
    var codes: [Payer.NotPaid] = []
    for row in try list() {
      let parts = try row.parts(
        "part of a code not paid", named: ["code", "instead", "reason", "source", "date"])
      let place = try parts.required("code")
      let code = try place.code()
      guard !codes.contains(where: { $0.code == code }) else {
        throw place.mistake("\(code) stands twice.")
      }
      codes.append(
        Payer.NotPaid(
          code: code, instead: try parts["instead"]?.code(),
          reason: try parts.required("reason").sentence(),
          source: try parts["source"]?.sentence(), date: try parts["date"]?.day()))
    }
    return codes
  }

  fileprivate func evidence(on day: ServiceDate) throws(ConfigurationError) -> Payer.Evidence {
    let parts = try parts(
      "part of the evidence", named: ["text", "confidence", "source", "date"])
    return Payer.Evidence(
      text: try parts.required("text").sentence(),
      confidence: try parts["confidence"]?
        .choice("confidence", of: Procedure.Confidence.allCases) ?? .general,
      source: try parts["source"]?.sentence() ?? "payers.yaml",
      date: try parts["date"]?.day() ?? day)
  }
}
