import BrowserCore
import BrowserUI
import CursesTerminal
import Glibc

/// A program that does nothing but what the tests of `CursesTerminal` look at. Its argument names the picture
/// it shows; keys `<F2>` and up make it do things.
@main
struct TerminalProbe {
  static func main() {
    let picture = Picture(rawValue: CommandLine.arguments.dropFirst().first ?? "") ?? .keys
    do throws(TerminalError) {
      let terminal = try CursesTerminal()
      var probe = Probe(terminal: terminal, picture: picture)
      let status = probe.run()
      terminal.close()
      exit(status)
    } catch {
      let message = Array("terminal-probe: \(error)\n".utf8)
      _ = write(STDERR_FILENO, message, message.count)
      exit(2)
    }
  }
}
