import MonographModel
import MonographSources

extension MemoryLibrary {
  /// Reads pages written in Markdown, named by their paths: `drugs/alphadol.md`.
  public init(markdown: [(document: String, text: String)]) {
    let reader = MarkdownReader()
    self.init(
      markdown.compactMap { document, text in
        reader.read(SourceFile(name: document, document: document, bytes: Array(text.utf8))).monograph
      })
    sourceText = markdown.first?.text ?? ""
  }

  /// A small library about things that do not exist, for tests of the browser: two drugs, a disease, and
  /// an entity without a page.
  public static let ward = MemoryLibrary(markdown: [
    (document: "drugs/alphadol.md", text: alphadol), (document: "drugs/betadol.md", text: betadol),
    (document: "diseases/testitis.md", text: testitis),
  ])

  private static let alphadol = """
    ---
    title: Alphadol
    class: test agonist
    source: { publisher: test page, licence: CC0-1.0 }
    references:
      - { id: one2001, author: [{ literal: One A }], title: First words, issued: 2001, URL: "https://example.org/1" }
    ---

    ## Overview

    Alphadol is used in [testitis](/diseases/testitis) and acts on [gammas](/entities/gammas) [@one2001].

    ## Dosing

    ### Oral

    Starting dose
    : 5 mg 3 times daily

    Maximum
    : 80 mg per day

    ### Withdrawal

    > [!WARNING]
    > Never stop at once. It can cause:
    >
    > - fits
    > - fever

    ## Special Populations

    ### Renal Impairment

    Halve the dose below 30 mL/min.

    ## Levels

    | Day | Level |
    | --- | --- |
    | 1 | 10 mg/L |
    | 2 | 20 mg/L |
    | 3 | 30 mg/L |
    | 4 | 40 mg/L |
    | 5 | 50 mg/L |
    | 6 | 60 mg/L |
    | 7 | 70 mg/L |
    | 8 | 80 mg/L |
    | 9 | 90 mg/L |

    ## See Also

    - [Betadol](/drugs/betadol)
    - [A site](https://example.org/)

    ## References
    """

  private static let betadol = """
    ---
    title: Betadol
    source: { publisher: test page }
    ---

    ## Overview

    Betadol differs from [Alphadol](/drugs/alphadol).
    """

  private static let testitis = """
    ---
    title: Testitis
    source: { publisher: test page }
    ---

    ## Overview

    Testitis is treated with [Alphadol](/drugs/alphadol). Its dose stands [there](/drugs/alphadol#dosing/oral).
    """
}
