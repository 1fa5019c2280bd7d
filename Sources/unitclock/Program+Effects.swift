import Billing
import Interface
import Journal
import SessionLog

/// What the program does in the world.
extension Program {
  /// Tells the interface something and does what it asks for; whether the program goes on.
  mutating func tell(_ message: Message) -> Bool {
    perform(update(&state, message, at: clock.moment()))
  }

  /// Does effects in order; whether the program goes on.
  ///
  /// What the disk would not take ends them: nothing that follows may count on it.
  private mutating func perform(_ effects: [Effect]) -> Bool {
    for effect in effects {
      switch effect {
      case .record(let drafts):
        do throws(JournalError) {
          guard tell(.recorded(try journal.append(drafts))) else { return false }
        } catch {
          return tell(.refused(reason: error.description))
        }
      case .keep(let draft, let form): keep(draft, of: form)
      case .readPIN: if !tell(readPIN()) { return false }
      case .checkPIN(let pin): if !tell(check(pin)) { return false }
      case .setPIN(let pin): if !tell(set(pin)) { return false }
      case .end: return false
      case .look, .recall, .search, .fetch:
        if let answer = answer(to: effect), !tell(answer) { return false }
      }
    }
    return true
  }

  /// What the journal has to say to a question; nothing where the effect is none.
  private func answer(to effect: Effect) -> Message? {
    do throws(JournalError) {
      switch effect {
      case .look(let last): return .arrived(try journal.entries(after: last))
      case .recall(let client):
        return .recalled(
          client, records: try journal.records(of: client), visits: try journal.visits(of: client))
      case .search(let query): return .found(query, try journal.visits(matching: query))
      case .fetch(let session):
        return .fetched(session, try journal.entries(of: .one(session)))
      case .record, .keep, .readPIN, .checkPIN, .setPIN, .end: return nil
      }
    } catch {
      return .cannotLook(reason: error.description)
    }
  }

  /// Keeps what was typed into a form.
  ///
  /// A disk that does not take it is told of once: the text still stands in the form.
  private mutating func keep(_ draft: FormDraft?, of form: String) {
    guard !state.setup.isLookOnly else { return }
    do throws(JournalError) {
      try journal.keep(draft?.texts, of: form)
      hasToldOfDrafts = false
    } catch {
      guard !hasToldOfDrafts else { return }
      hasToldOfDrafts = true
      _ = tell(.refused(reason: error.description))
    }
  }

  /// Reads the calendar year of the client on the screen, once, where the payer's yearly threshold
  /// counts it.
  mutating func readYear() {
    guard let visit = state.session?.visit, visit.payer.terms?.hasThreshold == true,
      yearsRead.insert(ClientYear(client: visit.clientKey, year: visit.date.year)).inserted
    else { return }
    do throws(JournalError) {
      let entries = try journal.entries(of: .year(of: visit.client, visit.date.year))
      _ = tell(.lookedBack(entries))
    } catch {
      _ = tell(.cannotLook(reason: error.description))
    }
  }
}
