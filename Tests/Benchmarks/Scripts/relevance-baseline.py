#!/usr/bin/env python3
"""Asks the questions of a file of plain SQLite FTS5, for a figure to stand beside `monograph search --score`.

    relevance-baseline.py --library LIBRARY --sources Content --questions questions.tsv [--monograph PROGRAM]

The index holds a row for each section of the library, as `monograph show --format json` prints it: the names of
its page (title and aliases), its headings, its own text. Words are stemmed by FTS5's `porter` tokenizer and rows
ranked by bm25(10, 4, 1). `all words` joins the words of a question with AND, `any word` with OR; nothing knows of
misspelling, synonyms or beginnings of words. Right hits are counted as `monograph search --score` counts them. No
page is opened, so there is no figure for the first screen.

SOURCES are what the library was built from, to name its documents: a folder of pages (*.md) or of openFDA's label
files (*.json, *.json.zip). What fails is listed with --failures.
"""
import argparse, csv, json, pathlib, re, sqlite3, subprocess, sys, zipfile


RUNNING = {"text", "link", "strong", "emphasis", "code", "superscript", "subscript", "citation", "image"}
NOT_TEXT = {
    "type", "inference", "lines", "target", "keys", "source", "alignments", "severity", "start", "direction",
}


def documents(folder):
    """The ids of the documents in a folder of sources."""
    root = pathlib.Path(folder)
    for path in sorted(root.rglob("*")):
        if path.suffix == ".md":
            if path.open(encoding="utf-8").readline().strip() == "---":
                yield path.relative_to(root).as_posix()
        elif path.suffix == ".json":
            yield from (label["set_id"] for label in json.loads(path.read_bytes())["results"])
        elif path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                for name in archive.namelist():
                    yield from (label["set_id"] for label in json.loads(archive.read(name))["results"])


def words(value):
    """The text of a part of the JSON form: what stands within a paragraph joined as it is, all else by blanks."""
    if isinstance(value, list):
        is_running = all(isinstance(part, dict) and part.get("type") in RUNNING for part in value)
        return ("" if is_running else " ").join(filter(None, map(words, value)))
    if isinstance(value, dict):
        if isinstance(value.get("text"), str):
            return value["text"]
        return " ".join(filter(None, (words(part) for key, part in value.items() if key not in NOT_TEXT)))
    return value if isinstance(value, str) else ""


def sections(page):
    """Each section with the headings on its way and the key that its source gives it or one around it."""

    def walk(parts, path, key):
        for part in parts:
            own = part.get("sourceKey") or ""
            inherited = own if re.fullmatch(r"[a-z][a-z0-9_]*", own) else key
            headings = path + [part["heading"]]
            yield headings, inherited, " ".join(filter(None, map(words, part["blocks"])))
            yield from walk(part.get("sections", []), headings, inherited)

    yield from walk(page["sections"], [], "")


def index(program, library, sources):
    database = sqlite3.connect(":memory:")
    database.execute(
        "CREATE VIRTUAL TABLE place USING fts5(names, headings, text, document UNINDEXED, places UNINDEXED,"
        " tokenize = 'porter unicode61')"
    )
    for document in documents(sources):
        shown = subprocess.run(
            [program, "show", document, "--library", library, "--format", "json"], capture_output=True, text=True
        )
        if shown.returncode != 0:
            sys.exit(f"{document}: not in {library}; --sources must be what it was built from\n{shown.stderr}")
        page = json.loads(shown.stdout)
        if page["source"]["document"] != document:
            sys.exit(f"{document}: the library shows {page['source']['document']} in its place")
        names = " ".join([page["title"]] + page["aliases"])
        for headings, key, text in sections(page):
            row = (names, " ".join(headings), text, document, json.dumps([key] + headings))
            database.execute("INSERT INTO place VALUES (?, ?, ?, ?, ?)", row)
    return database


def ask(database, query, joint):
    terms = re.findall(r"\w+", query)
    if not terms:
        return []
    match = f" {joint} ".join(f'"{term}"' for term in terms)
    return database.execute(
        "SELECT document, places FROM place WHERE place MATCH ? ORDER BY bm25(place, 10, 4, 1), rowid LIMIT 10",
        (match,),
    ).fetchall()


def is_right(hit, question):
    document, places = hit
    expected = ["drugs/baclofen.md" if name == "seed" else name for name in question["expected"].split("|")]
    accepted = [re.sub("_table$", "", section) for section in question["sections"].split("|")]
    return document in expected and any(place in accepted for place in json.loads(places))


def rank_of(database, question, joint):
    hits = ask(database, question["query"], joint)
    return next((place for place, hit in enumerate(hits, 1) if is_right(hit, question)), None)


def line(name, ranks):
    def share(within):
        return sum(rank is not None and rank <= within for rank in ranks) / max(1, len(ranks))

    reciprocal = sum(1 / rank for rank in ranks if rank) / max(1, len(ranks))
    figures = f"{share(1):<11.2f}{share(3):<6.2f}{share(10):<6.2f}{reciprocal:.2f}"
    return f"{name:<17}{len(ranks):<7}{figures}"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--library", required=True)
    parser.add_argument("--sources", required=True, help="what the library was built from")
    parser.add_argument("--questions", required=True)
    parser.add_argument("--monograph", default="monograph", help="the program")
    parser.add_argument("--failures", action="store_true", help="list what is not answered by the first hit")
    options = parser.parse_args()
    with open(options.questions, encoding="utf-8", newline="") as file:
        questions = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    database = index(options.monograph, options.library, options.sources)
    (count,) = database.execute("SELECT count(*) FROM place").fetchone()
    print(f"SQLite {sqlite3.sqlite_version} FTS5, porter, bm25(10, 4, 1), {count} sections")
    for name, joint in (("all words", "AND"), ("any word", "OR")):
        ranks = [rank_of(database, question, joint) for question in questions]
        print(f"\n{name + ':':<17}asked  success@1  @3    @10   MRR")
        print(line("all", ranks))
        for sort in sorted({question["class"] for question in questions}):
            print(line(sort, [r for r, question in zip(ranks, questions) if question["class"] == sort]))
        if options.failures:
            for rank, question in zip(ranks, questions):
                if rank != 1:
                    print(f"{question['id']}  rank {rank or '-'}  {question['query']}")


if __name__ == "__main__":
    main()
