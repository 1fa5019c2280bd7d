import Billing
import Paperwork

/// Answers records line by line, in their order, in constant memory.
///
/// Before it waits for more input it hands on every answer, so that a program on the other end of a
/// pipe may ask one by one.
struct Batch {
  /// What stands in for what a record leaves out.
  var defaults: Record
  var payers: Payers
  var today: ServiceDate
  var tables: Tables

  func run(file: String) throws {
    var input = try InputLines(file: file)
    var output = Output()
    var json = JSONWriter()
    var number = 0
    var answered = 0
    var refused = 0
    while let line = try input.next(willWait: { try output.flush() }) {
      number += 1
      guard let record = record(line, isFirst: number == 1) else { continue }
      answered += 1
      json.clear()
      switch record {
      case .success(let record):
        json.bill(record.bill(today: today, using: tables), id: record.id)
      case .failure(let line):
        refused += 1
        json.refusal(line, line: number)
      }
      try output.write(line: json.bytes)
    }
    try output.flush()
    guard refused == 0 else {
      throw Failure.badData(
        "\(refused) of \(answered) records could not be read; each answer says why in its place.")
    }
  }

  /// The record of a line; nothing for a blank one.
  private func record(_ line: InputLines.Line, isFirst: Bool) -> Result<Record, RefusedLine>? {
    switch line {
    case .tooLong:
      let reason = "a line holds at most \(InputLines.mostBytes) bytes"
      return .failure(RefusedLine(id: nil, reason: reason))
    case .text(var bytes):
      if isFirst, bytes.starts(with: Self.byteOrderMark) { bytes.removeFirst(3) }
      guard !bytes.allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) else { return nil }
      return Result { () throws(RefusedLine) in
        try Record(line: bytes, payers: payers).completed(by: defaults)
      }
    }
  }

  private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
}
