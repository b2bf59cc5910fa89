// swift-tools-version: 6.1
import PackageDescription

/// Fuzzers of the readers, a package of their own: the sanitizer they need is for them alone.
let package = Package(
  name: "fuzzing",
  dependencies: [.package(name: "monograph", path: "../..")],
  targets: [
    .executableTarget(
      name: "fuzz", dependencies: [.product(name: "MonographKit", package: "monograph")], path: "Fuzz")
  ],
  swiftLanguageModes: [.v6]
)
