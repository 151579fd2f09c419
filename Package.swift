// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same strictness; see CONTRIBUTING.md.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "jingjian",
  products: [.executable(name: "jingjian", targets: ["JingjianCLI"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(name: "CCmark", pkgConfig: "libcmark", providers: [.apt(["libcmark-dev"])]),
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "Markdown", dependencies: ["CCmark"], swiftSettings: strict),
    .target(name: "Template", swiftSettings: strict),
    .target(
      name: "Jingjian",
      dependencies: ["CCrypto", "CExpat", "CLinux", "CYAML", "CZlib", "Markdown", "Template"],
      swiftSettings: strict),
    .executableTarget(
      name: "JingjianCLI",
      dependencies: [
        "Jingjian", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "Bench", dependencies: ["CCmark", "Markdown", "Template"], swiftSettings: strict),
    .testTarget(
      name: "MarkdownTests", dependencies: ["Markdown", "CCmark"], swiftSettings: strict),
    .testTarget(name: "TemplateTests", dependencies: ["Template"], swiftSettings: strict),
    .testTarget(
      name: "JingjianTests", dependencies: ["Jingjian"], exclude: ["Faults", "Golden"],
      swiftSettings: strict),
  ]
)
