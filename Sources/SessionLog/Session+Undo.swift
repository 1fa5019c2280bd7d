extension Entry.Kind {
  /// Whether undo may leave it out: every fact of a visit but its opening, what the machine's clocks
  /// did, its signature and what follows that.
  public var isUndoable: Bool {
    switch self {
    case .opened, .undone, .redone, .noticed, .signed, .addendum, .coSigned, .clientStated: false
    default: true
    }
  }
}

extension Entry.Kind {
  /// Whether it is taken after the signature, which it does not change.
  var followsSignature: Bool {
    switch self {
    case .addendum, .coSigned: true
    default: false
    }
  }
}

extension Session {
  /// What undo would take back, the latest first.
  public var undoable: [Entry] {
    isSigned ? [] : entries.reversed().filter { $0.kind.isUndoable && !undone.contains($0.id) }
  }

  /// What redo would bring back, the next first: whatever was undone since the last new fact.
  public var redoable: [Entry] {
    guard !isSigned else { return [] }
    var stack: [EntryID] = []
    for entry in entries {
      switch entry.kind {
      case .undone(let target): stack.append(target)
      case .redone: _ = stack.popLast()
      default: stack.removeAll()
      }
    }
    return stack.reversed().compactMap { id in entries.first { $0.id == id } }
  }
}
