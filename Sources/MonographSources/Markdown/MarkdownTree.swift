internal import CCMark
import Synchronization

/// Parses GitHub Flavored Markdown with cmark-gfm: tables, strikethrough, autolinks, task lists, footnotes.
enum MarkdownTree {
  /// cmark-gfm keeps the characters that extensions react to in one table for the whole process, and changes
  /// it at the beginning and the end of every parse; so one parse runs at a time.
  private static let parsing = Mutex(())

  /// The extensions register themselves once in a process.
  private static let extensionsRegistered: Bool = {
    cmark_gfm_core_extensions_ensure_registered()
    return true
  }()

  /// Parses a text and hands its document node to a function; the tree lives as long as the call.
  static func withTree<Result>(_ bytes: [UInt8], _ body: (MarkdownNode) -> Result) -> Result? {
    guard let root = parse(bytes) else { return nil }
    defer { cmark_node_free(root) }
    return body(MarkdownNode(pointer: root))
  }

  private static func parse(_ bytes: [UInt8]) -> OpaquePointer? {
    guard extensionsRegistered, let parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_SOURCEPOS)
    else { return nil }
    defer { cmark_parser_free(parser) }
    for name in ["table", "strikethrough", "autolink", "tasklist"] {
      if let syntax = cmark_find_syntax_extension(name) {
        cmark_parser_attach_syntax_extension(parser, syntax)
      }
    }
    // The lock's closure may run on no other thread, so the parser is not shared by being captured in it.
    nonisolated(unsafe) let unsharedParser = parser
    let root = parsing.withLock { _ -> UInt in
      bytes.withUnsafeBytes { buffer in
        cmark_parser_feed(unsharedParser, buffer.bindMemory(to: CChar.self).baseAddress, buffer.count)
      }
      return UInt(bitPattern: cmark_parser_finish(unsharedParser))
    }
    return OpaquePointer(bitPattern: root)
  }
}
