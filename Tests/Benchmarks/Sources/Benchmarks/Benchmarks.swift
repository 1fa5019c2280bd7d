import ArgumentParser
import Foundation

/// Measures the built program against its peers, on the same machine and in the same run.
///
///     swift run --package-path Tests/Benchmarks -c release Benchmarks
///
/// Everything goes through pseudoterminals that this command holds the other end of.
@main
struct Benchmarks: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measures unitclock against programs of Debian, and against bare system calls.",
    discussion: """
      Build what is measured first: swift build -c release --static-swift-stdlib. The peers are \
      ncdu, calcurse and tty-clock; rows of one that is not installed stay empty. Times are medians. \
      A time ends with the last byte before the terminal falls silent for 20 ms. Takes about three \
      minutes.
      """)

  @Option(help: "The unitclock to measure.")
  var program = ".build/release/unitclock"

  @Option(help: "Where journals and records are written: a folder on the disk of interest.")
  var folder = FileManager.default.temporaryDirectory.path

  @Flag(
    help: "Shorter stretches, fewer repetitions and a tenth of the records: a look, no verdict.")
  var quick = false

  func validate() throws {
    guard FileManager.default.isExecutableFile(atPath: program) else {
      throw ValidationError(
        "There is no program at \(program). Build it: swift build -c release --static-swift-stdlib")
    }
  }

  func run() throws {
    let workshop = Workshop(
      folder: URL(filePath: folder).appending(path: "unitclock-benchmarks-\(UUID())"),
      unitclock: URL(filePath: program).path)
    try FileManager.default.createDirectory(
      at: workshop.folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: workshop.folder) }
    let peers = try Program.peers(in: workshop)
    let rows =
      try paintRows(peers, workshop) + keyRows(peers, workshop)
      + idleRows(peers, workshop) + batchRows(workshop)
      + importRows(workshop)
      + HistoryRows(
        workshop: workshop, times: quick ? 5 : 25, visits: quick ? 1_250 : 12_500
      ).measure()
    print(table(of: rows))
    for name in ["ncdu", "calcurse", "tty-clock"] where !workshop.has(name) {
      print("\(name) is not here: apt-get install \(name)")
    }
  }

  private func paintRows(_ peers: [Program], _ workshop: Workshop) throws -> [Row] {
    let times = quick ? 5 : 25
    let ours = try firstPaint(of: workshop.practice, times: times, in: workshop)
    return try peers.map { peer in
      Row(
        what: "first paint", ours: ours.map(Quantity.milliseconds), against: peer.name,
        theirs: try firstPaint(of: peer, times: times, in: workshop).map(Quantity.milliseconds),
        aim: peer.name == "ncdu" ? 1 : nil)
    }
  }

  private func keyRows(_ peers: [Program], _ workshop: Workshop) throws -> [Row] {
    let times = quick ? 10 : 50
    let shown = try shownKey(of: workshop.practice, times: times, in: workshop)
    let recorded = try recordedKey(times: times, in: workshop)
    return try peers.filter { !$0.shownKeys.isEmpty }.map { peer in
      Row(
        what: "key that shows", ours: shown.map(Quantity.milliseconds), against: peer.name,
        theirs: try shownKey(of: peer, times: times, in: workshop).map(Quantity.milliseconds),
        aim: 1)
    } + [
      Row(
        what: "key that records", ours: recorded.key.map(Quantity.milliseconds),
        against: "page written and synced",
        theirs: recorded.floor.map(Quantity.milliseconds), aim: 1.5),
      Row(
        what: "Esc out of help",
        ours: try escape(times: times, in: workshop).map(Quantity.milliseconds),
        against: "limit", theirs: .milliseconds(.milliseconds(30)), aim: 1),
    ]
  }

  private func idleRows(_ peers: [Program], _ workshop: Workshop) throws -> [Row] {
    let running = try workshop.visit(named: "running")
    try running.startTimer()
    let resting = try workshop.visit(named: "resting")
    let terminals = try [running, resting] + peers.map { try $0.openPainted(in: workshop) }
    let seen = try idleness(of: terminals, for: .seconds(quick ? 10 : 60))
    let others = zip(peers, seen.dropFirst(2))
    return others.filter { $0.0.name == "tty-clock" }.map { peer, theirs in
      Row(
        what: "bytes, one of four timers", ours: .perSecond(seen[0].bytesPerSecond, "B"),
        against: "\(peer.name) -s", theirs: .perSecond(theirs.bytesPerSecond, "B"), aim: 0.5)
    }
      + others.map { peer, theirs in
        Row(
          what: "wake-ups, one of four timers", ours: .perMinute(seen[0].wakeUpsPerMinute),
          against: peer.name, theirs: .perMinute(theirs.wakeUpsPerMinute))
      } + [
        Row(
          what: "wake-ups, no timer", ours: .perMinute(seen[1].wakeUpsPerMinute), against: "limit",
          theirs: .perMinute(1), aim: 1)
      ]
      + others.map { peer, theirs in
        Row(
          what: "resident memory", ours: seen[0].residentMemory.map(Quantity.megabytes),
          against: peer.name, theirs: theirs.residentMemory.map(Quantity.megabytes))
      }
  }

  private func batchRows(_ workshop: Workshop) throws -> [Row] {
    let (few, many) = quick ? (10_000, 100_000) : (100_000, 1_000_000)
    let fewRecords = try Records.file(of: few, in: workshop)
    let manyRecords = try Records.file(of: many, in: workshop)
    let batch = [workshop.unitclock, "units", "--batch"]
    let python = ["python3", "-c", Self.pythonFloor, fewRecords]
    let ofFew = try BatchRun.median(of: 3, batch + [fewRecords], in: workshop)
    let ofMany = try BatchRun.median(of: 1, batch + [manyRecords], in: workshop)
    let floor =
      try workshop.has("python3") ? BatchRun.median(of: 3, python, in: workshop) : nil
    return [
      Row(
        what: "bills of \(few) records", ours: ofFew?.rate(of: few),
        against: "python3, JSON alone", theirs: floor?.rate(of: few)),
      Row(
        what: "bills of \(many) records", ours: ofMany?.rate(of: many), against: "of \(few)",
        theirs: ofFew?.rate(of: few)),
      Row(
        what: "memory at \(many) records", ours: ofMany?.memory, against: "at \(few)",
        theirs: ofFew?.memory, aim: 1.05),
    ]
  }

  private func importRows(_ workshop: Workshop) throws -> [Row] {
    let (few, many) = quick ? (2_500, 250_000) : (25_000, 2_500_000)
    let fewEdits = try Edits.file(of: few, in: workshop)
    let manyEdits = try Edits.file(of: many, in: workshop)
    // A made-up file has fewer pairs of therapy than the real ones, and so looks cut.
    let take = [workshop.unitclock, "import", "ptp", "--smaller", "--date", "2026-07-01"]
    let ofFew = try BatchRun.median(of: 3, take + [fewEdits], in: workshop)
    let ofMany = try BatchRun.median(of: quick ? 3 : 1, take + [manyEdits], in: workshop)
    let floor = try BatchRun.median(of: 3, ["wc", "-l", manyEdits], in: workshop)
    return [
      Row(
        what: "import of \(many) pairs", ours: (ofMany?.time).map(Quantity.milliseconds),
        against: "wc -l", theirs: (floor?.time).map(Quantity.milliseconds)),
      Row(
        what: "memory at \(many) pairs", ours: ofMany?.memory, against: "at \(few)",
        theirs: ofFew?.memory, aim: 1.25),
    ]
  }

  /// Reads and writes the records without billing them.
  private static let pythonFloor = """
    import json, sys
    for line in open(sys.argv[1]): json.dumps(json.loads(line))
    """
}

extension BatchRun {
  fileprivate func rate(of count: Int) -> Quantity {
    .perSecond(Double(count) / time.seconds, "")
  }

  fileprivate var memory: Quantity { .megabytes(kilobytes: peakMemory) }
}
