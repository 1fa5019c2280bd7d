import Foundation

/// A colour of xterm's 256, as light.
struct XtermColor {
  /// Red, green and blue, linear, from 0 to 1.
  let light: [Double]

  init(_ number: Int) {
    light = Self.levels(of: number).map { level in
      let share = Double(level) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
  }

  private init(light: [Double]) { self.light = light }

  /// WCAG 2.1's relative luminance.
  var luminance: Double { 0.2126 * light[0] + 0.7152 * light[1] + 0.0722 * light[2] }

  /// Its sixteen, then a cube of six levels, then greys.
  private static func levels(of color: Int) -> [Int] {
    let basic = [
      [0, 0, 0], [205, 0, 0], [0, 205, 0], [205, 205, 0], [0, 0, 238], [205, 0, 205],
      [0, 205, 205], [229, 229, 229], [127, 127, 127], [255, 0, 0], [0, 255, 0], [255, 255, 0],
      [92, 92, 255], [255, 0, 255], [0, 255, 255], [255, 255, 255],
    ]
    let levels = [0, 95, 135, 175, 215, 255]
    switch color {
    case 0..<16: return basic[color]
    case 16..<232:
      let cube = color - 16
      return [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
    default: return Array(repeating: 8 + 10 * (color - 232), count: 3)
    }
  }
}

/// How an eye sees colours.
enum Sight: String, CaseIterable {
  case ordinary, protanopia, deuteranopia

  /// What it makes of red, green and blue, by Machado, Oliveira and Fernandes (2009) at full severity.
  private var matrix: [[Double]] {
    switch self {
    case .ordinary: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protanopia:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deuteranopia:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    }
  }

  /// How far apart two colours are for it, in CIE 1976 L*a*b*; 2.3 is just noticeable side by side.
  func difference(_ one: XtermColor, _ other: XtermColor) -> Double {
    let pairs = zip(lab(of: one), lab(of: other))
    return pairs.reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }.squareRoot()
  }

  private func lab(of color: XtermColor) -> [Double] {
    let seen = Self.product(of: matrix, color.light).map { min(1, max(0, $0)) }
    // From sRGB to XYZ, by the white of D65.
    let whole = Self.product(
      of: [
        [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750],
        [0.0193339, 0.1191920, 0.9503041],
      ], seen)
    let roots = zip(whole, [0.95047, 1, 1.08883]).map { value, white in
      value / white > 0.008856 ? cbrt(value / white) : 7.787 * value / white + 16.0 / 116
    }
    return [116 * roots[1] - 16, 500 * (roots[0] - roots[1]), 200 * (roots[1] - roots[2])]
  }

  private static func product(of matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
