import Screen

/// A way to show canvases: as cells, each in its place, or as plain lines.
protocol Display {
  /// Shows the canvas, as far as it differs from what is shown.
  mutating func show(_ canvas: Canvas)

  /// Makes the next canvas be sent whole, whatever the terminal shows by now.
  mutating func repaint()

  /// Takes what it has shown out of sight: the next canvas names nobody, and is shown at once.
  mutating func hideShown()

  /// Learns what came in within so many milliseconds.
  mutating func heard(_ input: Input, within milliseconds: Int64)
}
