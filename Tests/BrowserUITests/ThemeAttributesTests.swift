import Testing
import TextLayout

@testable import BrowserUI

@Suite("What must be told apart is told apart without colour")
struct ThemeAttributesTests {
  private static let apart: [(String, Style)] = [
    ("text", Style(.body)), ("heading", Style(.heading2)), ("link", Style(.link)),
    ("missing link", Style(.missingLink)), ("outside link", Style(.externalLink)),
    ("warning's title", Style(.warningTitle)), ("warning", Style(.warning)), ("selection", Style(.selection)),
    ("focused link", Style(.link, .focused)), ("match", Style(.body, .match)),
    ("current match", Style(.body, .currentMatch)),
  ]

  @Test("on a terminal without colours")
  func monochrome() throws {
    for (name, theme) in try ThemeFiles.themes() {
      let resolved = ResolvedTheme(theme, depth: .monochrome)
      expectApart(resolved, name)
      for role in Role.allCases {
        let style = resolved.style(Style(role))
        #expect(style.foreground == nil && style.background == nil, "\(name): \(role)")
      }
    }
  }

  @Test("in a theme of greys")
  func grays() throws {
    let theme = try #require(ThemeFiles.themes()["monochrome"])
    #expect(theme.palette.isGray)
    for depth in [ColorDepth.colors256, .colors16, .colors8] {
      let resolved = ResolvedTheme(theme, depth: depth)
      for role in Role.allCases {
        let style = resolved.style(Style(role))
        let colors = [style.foreground, style.background].compactMap { $0 }.map(TerminalColor.color)
        #expect(colors.count == 2 && colors.allSatisfy(\.isGray), "\(role)")
      }
    }
    expectApart(ResolvedTheme(theme, depth: .colors256), "monochrome")
  }

  private func expectApart(_ resolved: ResolvedTheme, _ name: String) {
    var seen: [UInt8: String] = [:]
    for (what, style) in Self.apart {
      let attributes = resolved.style(style).attributes.rawValue
      #expect(seen[attributes] == nil, "\(name): \(what) looks like \(seen[attributes] ?? "")")
      seen[attributes] = what
    }
  }

  @Test(
    "focus and matches are reversed at every depth, whatever they stand in", arguments: ColorDepth.allCases)
  func marks(depth: ColorDepth) throws {
    for (name, theme) in try ThemeFiles.themes() {
      let resolved = ResolvedTheme(theme, depth: depth)
      for role in Role.allCases {
        for traits in [Style.Traits.focused, .match, .currentMatch, [.focused, .strong]] {
          let marked = resolved.style(Style(role, traits))
          #expect(marked.attributes.contains(.reverse), "\(name): \(role) with \(traits)")
        }
      }
    }
  }

  @Test("links are underlined at every depth", arguments: ColorDepth.allCases)
  func links(depth: ColorDepth) throws {
    for (name, theme) in try ThemeFiles.themes() {
      #expect(ResolvedTheme(theme, depth: depth).style(Style(.link)).attributes == .underline, "\(name)")
    }
  }

  @Test("nothing is faint")
  func nothingFaint() throws {
    for theme in try ThemeFiles.themes().values {
      let resolved = ResolvedTheme(theme, depth: .colors256)
      for role in Role.allCases {
        for traits in 0..<UInt8(64) {
          let style = resolved.style(Style(role, Style.Traits(rawValue: traits)))
          #expect(!style.attributes.contains(.dim), "\(role)")
        }
      }
    }
  }

  @Test("strong and emphasised text add to the role")
  func addedTraits() {
    let resolved = ResolvedTheme(.standard, depth: .monochrome)
    #expect(resolved.style(Style(.body, .strong)).attributes == .bold)
    #expect(resolved.style(Style(.link, [.strong, .emphasis])).attributes == [.bold, .italic, .underline])
  }

  @Test("the built-in theme puts no colour on the terminal's own background")
  func standardTheme() {
    let resolved = ResolvedTheme(.standard, depth: .colors256)
    #expect(resolved.page == .plain)
    #expect(resolved.style(Style(.link)) == CellStyle(attributes: .underline))
    let header = resolved.style(Style(.header))
    #expect(header.foreground != nil && header.background != nil)
  }

  @Test(
    "a terminal's number of colours gives the depth",
    arguments: [
      (-1, ColorDepth.monochrome), (0, .monochrome), (2, .monochrome), (8, .colors8), (16, .colors16),
      (88, .colors16), (256, .colors256), (16_777_216, .colors256),
    ])
  func depths(colors: Int, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors) == depth)
  }
}
