import Screen

extension Overlay {
  /// The field that is typed into, in the boxes that have one.
  var field: TextField? {
    get {
      switch self {
      case .addCode(let search): search.field
      case .palette(let palette): palette.field
      case .time(let field), .pauseReason(let field), .signature(let field),
        .allowedElsewhere(let field):
        field
      case .findings(let box): box.dismissal?.reason
      case .modifiers(let box): box.reasoning?.field ?? box.field
      case .note(let form): form.fields[form.focus]
      case .performer(let box): box.field
      case .evaluation(let form): form.typedField
      case .switchBack(let box): box.field
      case .intervals(let box): box.field
      case .undoList: nil
      case .gap(let box): box.field
      case .group: nil
      case .absence(let box): box.field
      case .addendum(let form): form.field
      case .coSignature(let field): field
      case .pin(let box): box.field
      case .help, .confirmUndo, .choices, .stopBeforeSigning, .leave, .inUse, .dues: nil
      }
    }
    set {
      guard let newValue else { return }
      switch self {
      case .addCode(var search):
        search.field = newValue
        search.selected = newValue.isEmpty ? nil : 0
        self = .addCode(search)
      case .palette(var palette):
        palette.field = newValue
        palette.selected = 0
        self = .palette(palette)
      case .time: self = .time(newValue)
      case .pauseReason: self = .pauseReason(newValue)
      case .signature: self = .signature(newValue)
      case .allowedElsewhere: self = .allowedElsewhere(newValue)
      case .findings(var box):
        box.dismissal?.reason = newValue
        self = .findings(box)
      case .modifiers(var box):
        box.edit(newValue)
        self = .modifiers(box)
      case .note(var form):
        form.fields[form.focus] = newValue
        self = .note(form)
      case .performer(let box): self = .performer(box.with(newValue))
      case .evaluation(let form): self = .evaluation(form.with(newValue))
      case .switchBack(let box): self = .switchBack(box.with(newValue))
      case .intervals(let box): self = .intervals(box.with(newValue))
      case .gap(let box): self = .gap(box.with(newValue))
      case .absence(let box): self = .absence(box.with(newValue))
      case .addendum(let form): self = .addendum(form.with(newValue))
      case .coSignature: self = .coSignature(newValue)
      case .pin(let box): self = .pin(box.with(newValue))
      case .help, .confirmUndo, .choices, .stopBeforeSigning, .leave, .inUse, .undoList, .group,
        .dues:
        break
      }
    }
  }
}

extension State {
  /// Edits the field that is typed into; without one, nothing happens.
  mutating func editField(_ edit: (inout TextField) -> Void) {
    if var field = overlay?.field {
      edit(&field)
      overlay?.field = field
    } else if overlay == nil {
      editFormField(edit)
    }
  }
}
