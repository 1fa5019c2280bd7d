import Billing
import Screen
import SessionLog

extension State {
  /// What the time field holds, as the entry that would store it; or why it cannot be.
  func understood(_ field: TextField, at now: Moment) -> Result<Entry.Kind, TimeRefusal> {
    guard case .session(let place) = place, let session = logbook.sessions[place.session],
      session.panes.indices.contains(place.focus)
    else { return .failure(TimeRefusal("Error: there is no pane.")) }
    let code = session.panes[place.focus].code
    do {
      let entry = try TimeEntry(field.text)
      return .success(try entry.kind(for: code, of: session, in: logbook, at: now))
    } catch let error as TimeEntryError {
      return .failure(TimeRefusal(error.sentence))
    } catch let error as TimeRefusal {
      return .failure(error)
    } catch {
      return .failure(TimeRefusal("Error: \(error)."))
    }
  }

  mutating func pressOnTimeField(
    _ field: TextField, _ key: Key, at now: Moment
  ) -> [Effect] {
    guard let session else { return [] }
    if key == .enter {
      // What is wrong stands in the box already.
      guard case .success(let kind) = understood(field, at: now) else { return [] }
      return record(kind, in: [session.id], at: now)
    }
    var field = field
    if field.press(key) { overlay = .time(field) }
    return []
  }
}
