import Testing
import TextLayout

@testable import BrowserUI

@Suite("Every text of every theme can be read")
struct ThemeContrastTests {
  @Test("at the scheme's exact colours")
  func exactColors() throws {
    for (name, theme) in try ThemeFiles.themes() {
      var pairs = Role.allCases.map { ($0.look.foreground, $0.look.background, "\($0)") }
      pairs += [Style.Traits.match, .currentMatch].map { ($0.foreground ?? .base05, .base00, "match") }
      for (foreground, background, what) in pairs {
        let contrast = theme.palette[foreground].contrast(with: theme.palette[background])
        #expect(contrast >= theme.minimumContrast, "\(name): \(what)")
      }
    }
  }

  @Test("in the terminal's colours, bold text shown bright too", arguments: ColorDepth.allCases)
  func reducedColors(depth: ColorDepth) throws {
    for (name, theme) in try ThemeFiles.themes() {
      let resolved = ResolvedTheme(theme, depth: depth)
      for role in Role.allCases {
        for traits in 0..<UInt8(64) {
          let style = resolved.style(Style(role, Style.Traits(rawValue: traits)))
          switch (style.foreground, style.background) {
          case (nil, nil):
            #expect(
              depth == .monochrome || theme.background == .terminal, "\(name): \(role) has lost its colours")
          case (let foreground?, let background?):
            let ground = TerminalColor.color(background)
            #expect(
              TerminalColor.color(foreground).contrast(with: ground) >= theme.minimumContrast,
              "\(name): \(role) with traits \(traits)")
            if style.attributes.contains(.bold), foreground < 8 {
              #expect(
                TerminalColor.color(foreground + 8).contrast(with: ground) >= theme.minimumContrast,
                "\(name): bold \(role) with traits \(traits)")
            }
          default:
            Issue.record("\(name): \(role) puts a colour on one that it does not know")
          }
        }
      }
    }
  }

  @Test("with 7:1 where the theme promises high contrast")
  func highContrast() throws {
    let theme = try #require(ThemeFiles.themes()["high-contrast"])
    #expect(theme.minimumContrast == 7)
  }

  @Test("whatever the scheme, since the nearest readable colour is taken")
  func poorScheme() throws {
    let slots = Palette.Slot.allCases.prefix(16).enumerated().map { "\($1): \"80\(70 + $0)80\"" }
    let resolved = ResolvedTheme(try Theme(yaml: slots.joined(separator: "\n")), depth: .colors256)
    for role in Role.allCases {
      let style = resolved.style(Style(role))
      let foreground = TerminalColor.color(try #require(style.foreground))
      #expect(
        foreground.contrast(with: TerminalColor.color(try #require(style.background))) >= 4.5, "\(role)")
    }
  }

  @Test("a bar never has the page's own background")
  func barsStandOut() throws {
    for (name, theme) in try ThemeFiles.themes() where theme.background == .painted {
      for depth in [ColorDepth.colors256, .colors16, .colors8] {
        let resolved = ResolvedTheme(theme, depth: depth)
        for role in Role.allCases where role.look.isPainted {
          let background = resolved.style(Style(role)).background
          #expect(background != resolved.page.background, "\(name): \(role)")
        }
      }
    }
  }

  @Test("few colours are chosen by hue: warnings are red, not white")
  func hues() throws {
    let dark = ResolvedTheme(try #require(ThemeFiles.themes()["dark"]), depth: .colors16)
    #expect(dark.style(Style(.warningTitle)) == CellStyle(foreground: 7, background: 1, attributes: .bold))
    #expect(dark.style(Style(.warning)).foreground == 9)
    #expect(dark.style(Style(.message)).foreground == 2)
    #expect(dark.page == CellStyle(foreground: 7, background: 0))
  }

  @Test("contrast is that of WCAG 2")
  func contrastRatio() {
    #expect(Color(0x000000).contrast(with: Color(0xffffff)) == 21)
    #expect((Color(0x777777).contrast(with: Color(0xffffff)) * 100).rounded() == 448)
    #expect((Color(0xff0000).contrast(with: Color(0x000000)) * 100).rounded() == 525)
    #expect(Color(0x123456).contrast(with: Color(0x123456)) == 1)
  }
}
