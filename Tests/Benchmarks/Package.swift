// swift-tools-version: 6.1
import PackageDescription

/// Benchmarks of the reader, apart from the program so that it does not depend on their libraries.
///
///     cd Tests/Benchmarks && swift package benchmark
///     cd Tests/Benchmarks && swift run -c release search-speed generate --out FOLDER
///     cd Tests/Benchmarks && swift run -c release relation-speed generate --out FOLDER
///
/// `MONOGRAPH_CORPORA` names the folder of real sources, `MONOGRAPH_PROGRAM` a release build of the program; what
/// needs one that is absent says so and measures nothing.
let package = Package(
  name: "monograph-benchmarks",
  dependencies: [
    .package(name: "monograph", path: "../.."),
    .package(url: "https://github.com/ordo-one/benchmark", exact: "1.38.1", traits: []),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
  ],
  targets: [
    .executableTarget(
      name: "Reader",
      dependencies: [
        .product(name: "Benchmark", package: "benchmark"),
        .product(name: "MonographKit", package: "monograph"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ],
      path: "Benchmarks/Reader",
      plugins: [.plugin(name: "BenchmarkPlugin", package: "benchmark")]),
    .executableTarget(
      name: "search-speed",
      dependencies: [
        .product(name: "MonographKit", package: "monograph"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Search"),
    .executableTarget(
      name: "relation-speed",
      dependencies: [
        .product(name: "MonographKit", package: "monograph"),
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Benchmarks/Relations"),
  ],
  swiftLanguageModes: [.v6]
)
