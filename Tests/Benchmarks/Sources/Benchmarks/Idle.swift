import Foundation
import Glibc

/// What a program does while nobody presses a key.
struct Idleness {
  var bytesPerSecond = 0.0
  var wakeUpsPerMinute = 0.0
  /// Kilobytes.
  var residentMemory: Double?
}

/// Leaves all these programs alone, at the same time, for as long as told.
func idleness(of terminals: [Terminal], for time: Duration) throws -> [Idleness] {
  let meters = terminals.map { ProcessMeter(process: $0.process) }
  // What a start leaves to do is not idleness.
  _ = try bytes(from: terminals, for: .seconds(2))
  let before = meters.map(\.wakeUps)
  let bytes = try bytes(from: terminals, for: time)
  return zip(meters, zip(before, bytes)).map { meter, counted in
    Idleness(
      bytesPerSecond: Double(counted.1) / time.seconds,
      wakeUpsPerMinute: (meter.wakeUps - counted.0) / time.seconds * 60,
      residentMemory: meter.residentMemory)
  }
}

/// Reads what the terminals are sent, and counts it.
private func bytes(from terminals: [Terminal], for time: Duration) throws -> [Int] {
  let deadline = ContinuousClock.now + time
  var counts = terminals.map { _ in 0 }
  var devices = terminals.map { pollfd(fd: $0.device, events: Int16(POLLIN), revents: 0) }
  while case let rest = ContinuousClock.now.duration(to: deadline), rest > .zero {
    guard poll(&devices, nfds_t(devices.count), Int32(rest.milliseconds.rounded(.up))) > 0 else {
      break
    }
    for index in devices.indices where devices[index].revents != 0 {
      counts[index] += try terminals[index].read(within: .zero)?.count ?? 0
    }
  }
  return counts
}
