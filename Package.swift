// swift-tools-version: 6.2

import PackageDescription

let package = Package(
  name: "unitclock",
  products: [
    .executable(name: "unitclock", targets: ["unitclock"]),
    .library(name: "Billing", targets: ["Billing"]),
    .library(name: "SessionLog", targets: ["SessionLog"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/pointfreeco/swift-custom-dump", from: "1.7.3"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    // The model: what happened, what it comes to, and why. No I/O, no clock.
    .target(
      name: "Billing",
      resources: [
        .embedInCode("Catalog/Codes.tsv"), .embedInCode("Tables/Pairs.tsv"),
        .embedInCode("Documentation/Questions.tsv"), .embedInCode("Tables/Thresholds.tsv"),
        .embedInCode("Claim/Modifiers.tsv"),
      ]),
    .target(name: "SessionLog", dependencies: ["Billing"]),

    // What leaves the program as text, JSON or CSV.
    .target(name: "Paperwork", dependencies: ["Billing", "SessionLog"]),

    // The screen, as values.
    .systemLibrary(name: "CWidth"),
    .target(name: "Screen", dependencies: ["CWidth"]),

    // The program, as two functions: update and view.
    .target(name: "Interface", dependencies: ["Billing", "SessionLog", "Paperwork", "Screen"]),

    // The edges: disk, files people edit, the terminal.
    .target(
      name: "Journal",
      dependencies: ["Billing", "SessionLog", .product(name: "GRDB", package: "GRDB.swift")]),
    .target(
      name: "Configuration",
      dependencies: ["Billing", "Screen", .product(name: "Yams", package: "Yams")],
      resources: [.embedInCode("Payers.yaml"), .embedInCode("Themes")]),
    .systemLibrary(name: "CNCurses"),
    .target(name: "Terminal", dependencies: ["Screen", "CNCurses"]),
    .systemLibrary(name: "CCrypt"),

    // The program: arguments, the wiring, the loop, the only reader of clocks.
    .executableTarget(
      name: "unitclock",
      dependencies: [
        "Billing", "SessionLog", "Paperwork", "Screen", "Interface", "Journal", "Configuration",
        "Terminal", "CCrypt", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests, one for each target, then the program as a person meets it.
    .testTarget(name: "BillingTests", dependencies: ["Billing", .customDump]),
    .testTarget(name: "SessionLogTests", dependencies: ["SessionLog", "Billing", .customDump]),
    .testTarget(name: "PaperworkTests", dependencies: ["Paperwork", "SessionLog", "Billing"]),
    .testTarget(name: "ScreenTests", dependencies: ["Screen"]),
    .testTarget(
      name: "InterfaceTests",
      dependencies: [
        "Interface", "SessionLog", "Billing", "Screen", "Configuration", .customDump,
      ],
      exclude: ["Screens"]),
    .testTarget(
      name: "JournalTests",
      dependencies: [
        "Journal", "SessionLog", "Billing", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      exclude: ["Fixtures"]),
    .testTarget(name: "ConfigurationTests", dependencies: ["Configuration", "Billing", "Screen"]),
    .testTarget(name: "EndToEndTests", dependencies: ["unitclock", .subprocess]),
    .testTarget(name: "ArchitectureTests"),
  ]
)

extension Target.Dependency {
  static var customDump: Target.Dependency {
    .product(name: "CustomDump", package: "swift-custom-dump")
  }
  static var subprocess: Target.Dependency {
    .product(name: "Subprocess", package: "swift-subprocess")
  }
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),  // SE-0335
    .enableUpcomingFeature("InternalImportsByDefault"),  // SE-0409
    .enableUpcomingFeature("MemberImportVisibility"),  // SE-0444
    .treatAllWarnings(as: .error),  // SE-0480
  ]
}
