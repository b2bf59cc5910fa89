// swift-tools-version: 6.1
import PackageDescription

/// The reader is built in layers; a target may import only what its row names.
/// `.ci/check-layering` and `--explicit-target-dependency-import-check error` hold it to that.
let package = Package(
  name: "monograph",
  products: [
    .executable(name: "monograph", targets: ["monograph"]),
    .library(
      name: "MonographKit",
      targets: [
        "MonographModel", "MonographSources", "MonographSearch", "MonographLibrary", "MonographReports",
        "TextLayout", "BrowserCore", "BrowserUI",
      ]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    // System libraries: a module map and a shim header each.
    .systemLibrary(name: "CNcurses", providers: [.apt(["libncursesw5-dev"])]),
    .systemLibrary(
      name: "CCMark", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),

    .systemLibrary(name: "CZstd", providers: [.apt(["libzstd-dev"])]),

    // libxml2, loaded when it is first needed; libarchive with zlib likewise.
    .target(name: "CLibXML2", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),
    .target(name: "CArchive", linkerSettings: [.linkedLibrary("dl", .when(platforms: [.linux]))]),

    // The layers, lowest first.
    .target(name: "MonographModel"),
    .target(
      name: "MonographSources",
      dependencies: [
        "MonographModel", "CCMark", "CLibXML2", "CArchive", .product(name: "Yams", package: "Yams"),
      ]),
    .target(
      name: "MonographSearch",
      dependencies: ["MonographModel", .product(name: "Yams", package: "Yams")],
      resources: [
        .embedInCode("Vocabulary/topics.yaml"), .embedInCode("Vocabulary/synonyms.yaml"),
        .embedInCode("Vocabulary/look-alikes.yaml"), .embedInCode("Vocabulary/word-classes.yaml"),
      ]),
    .target(
      name: "MonographLibrary",
      dependencies: [
        "MonographModel", "MonographSearch", "CZstd", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ]),
    .target(name: "MonographReports", dependencies: ["MonographModel"]),
    .target(name: "TextLayout", dependencies: ["MonographModel"]),
    .target(name: "BrowserCore", dependencies: ["MonographModel", "TextLayout"]),
    .target(
      name: "BrowserUI",
      dependencies: [
        "BrowserCore", "TextLayout", "MonographModel", .product(name: "Yams", package: "Yams"),
      ]),
    // What runs inside signal handlers, which only C can say.
    .target(name: "CTerminalSignals"),
    .target(
      name: "CursesTerminal", dependencies: ["BrowserUI", "BrowserCore", "CNcurses", "CTerminalSignals"]),
    .executableTarget(
      name: "monograph",
      dependencies: [
        "MonographModel", "MonographSources", "MonographSearch", "MonographLibrary", "MonographReports",
        "TextLayout", "BrowserCore", "BrowserUI", "CursesTerminal",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Tests, and what they need: a pseudo-terminal and a terminal emulator.
    .systemLibrary(name: "CVTerm", path: "Tests/CVTerm", providers: [.apt(["libvterm-dev"])]),
    .target(name: "CPseudoTerminal", path: "Tests/CPseudoTerminal"),
    .target(
      name: "TerminalTesting", dependencies: ["CVTerm", "CPseudoTerminal"], path: "Tests/TerminalTesting"),
    .executableTarget(
      name: "terminal-probe", dependencies: ["CursesTerminal", "BrowserUI", "BrowserCore"],
      path: "Tests/TerminalProbe"),
    .testTarget(name: "MonographModelTests", dependencies: ["MonographModel"]),
    .testTarget(
      name: "MonographSourcesTests", dependencies: ["MonographSources", "MonographModel"],
      exclude: ["Fixtures"]),
    .testTarget(name: "MonographSearchTests", dependencies: ["MonographSearch", "MonographModel"]),
    .testTarget(
      name: "MonographLibraryTests", dependencies: ["MonographLibrary", "MonographModel", "MonographSources"]),
    .testTarget(name: "MonographReportsTests", dependencies: ["MonographReports", "MonographModel"]),
    .testTarget(
      name: "TextLayoutTests",
      dependencies: ["BrowserTesting", "TextLayout", "MonographModel", "MonographSources"],
      exclude: ["Snapshots"]),
    .target(
      name: "BrowserTesting",
      dependencies: [
        "BrowserUI", "BrowserCore", "TextLayout", "MonographModel", "MonographReports", "MonographSources",
      ],
      path: "Tests/BrowserTesting"),
    .testTarget(
      name: "BrowserCoreTests",
      dependencies: ["BrowserTesting", "BrowserCore", "TextLayout", "MonographModel"]),
    .testTarget(
      name: "BrowserUITests",
      dependencies: [
        "BrowserTesting", "BrowserUI", "BrowserCore", "TextLayout", "MonographModel", "MonographSources",
      ],
      exclude: ["Screens"]),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "BrowserTesting", "TerminalTesting", "MonographLibrary", "MonographModel", "MonographReports",
        "monograph", "terminal-probe",
      ],
      exclude: ["Visits", "Relevance"]),
  ],
  swiftLanguageModes: [.v6]
)
