import Billing
import Screen
import SessionLog

/// An entry that is to be made, and why.
struct ReasonedKind: Hashable {
  var kind: Entry.Kind
  var reason: String?
}

extension State {
  /// What the time field holds, as the entry that would store it; or why it cannot be.
  func understood(_ field: TextField, at now: Moment) -> Result<ReasonedKind, TimeRefusal> {
    guard case .session(let place) = place, let session = logbook.sessions[place.session],
      session.panes.indices.contains(place.focus)
    else { return .failure(TimeRefusal("Error: there is no pane.")) }
    let code = session.panes[place.focus].code
    do {
      let typed = try ReasonedTimeEntry(field.text)
      let kind = try typed.entry.kind(
        for: code, of: session, in: logbook, keymap: setup.keymap, at: now)
      return .success(ReasonedKind(kind: kind, reason: typed.reason))
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
      guard case .success(let typed) = understood(field, at: now) else { return [] }
      guard typed.reason != nil || now.localDay <= session.visit.date else {
        notice = Notice("Error: a reason is needed: type it behind the time.", tone: .error)
        return []
      }
      return record(typed.kind, in: [session.id], because: typed.reason, at: now)
    }
    var field = field
    if field.press(key) { overlay = .time(field) }
    return []
  }
}
