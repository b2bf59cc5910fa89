/// The tables of a library file.
///
/// A library is one SQLite file, written once and then only read. Keys are integers everywhere; a text
/// that many rows share stands once in `phrase`. Rows are numbered in the order in which documents were
/// added, entities in that of their names, so the same input gives the same bytes; nothing in the file tells
/// when it was made.
///
/// - `meta`: title, fingerprint and the counts of the start page, by key (see ``MetaKey``). `kind` and `licence`:
///   the kinds of pages with how many there are of each, and the licences.
/// - `phrase`: texts that many rows share: kinds, predicates, sources, evidence levels, notes, section keys,
///   publishers, licences, registries, routes with forms.
/// - `entity`: everything with a page or a place in the graph; `has_page` is 0 for what is only linked or
///   related to. Title, kind and class are those of the document shown first.
///   Keys are in the order of titles (see ``EntityResolution``).
/// - `redirect`: an earlier id, or one that was proposed and not taken, and the entity it stands for now. Links
///   and relations already point there.
/// - `summary`: what a graph says an entity is, in a sentence, and the data set that says it.
/// - `identifier`: outside identifiers (CURIEs in two parts) of entities.
/// - `name`: what a person may type for an entity: titles, aliases, identifiers, slugs (see ``NameRole``),
///   folded. Numbered in the order of the folded form. `name_index` holds the same, packed, for the
///   search by name as one types (see ``NameIndex``).
/// - `document`: one row for each monograph. An entity has one per source and layer; a higher layer (a
///   hospital's own) is offered before a lower one (a national library), within a layer the newest first.
///   Its sections are `first_section ..< first_section + section_count`. `names` is what it is called, a line
///   each. `identity` tells what its reader's entity id is worth (see ``EntityIdentity``); that id stands in
///   the page; `sorts` has a byte for each section (see ``MonographSearch/SectionSort``); `form` its routes and forms
///   (see ``MonographModel/Monograph/form``), null where none are stated. `attachment`: bytes of the caller's own.
/// - `source_file`: the files the documents came from, `first_document ..< first_document + document_count`,
///   with what tells whether they have changed: so that the next compile reads the changed ones alone. The nodes
///   and edges they gave, as they were before anything was joined, are the rows
///   `first_piece ..< first_piece + piece_count` of `graph_piece` (see ``GraphPiece``), packed as source texts are.
/// - `page`: the encoded monograph without what stands in its sections (see ``PageCodec``). `source_text`:
///   the bytes it was read from, packed beside the bodies of its sections (see ``PackedText``); a table of its own, so
///   that reading a page never passes over them.
/// - `section`: one row for each section, in the order of the page; `heading_path` is the headings down to
///   it, parted by U+001F; `source_key` is null where it is the heading; `body` is the encoded blocks that
///   stand directly in it.
/// - `term_block`, `term_list`, `term_long_list`: full text: the terms of the sections' texts and headings (see
///   `TermScanner`), and for each the sections that hold it; see ``TermTables`` and ``TermIndex``. The text is stored
///   nowhere: it is made from the body where a snippet needs it (``SectionText``), since it would be the
///   largest part of the file. `name_term_…`: the same for the names of `name`.
/// - `search_map`: how many sections each document has, what sort each section is, and the documents of each class,
///   packed: see ``SearchMap``.
/// - `link`: links of a document in order; `origin` 0 stands in text, 1 is a node of a diagram.
/// - `relation`: subject, predicate, object. `flags`: 1 where it is negated, and twice its origin: 0 front matter, 1
///   diagram (then `section` is where), 2 graph table. Parallel relations are rows of their own. Rows are numbered by
///   subject, then as they are shown: how the predicate reads (``MonographModel/Predicate/order(of:)``, then by name),
///   ``MonographModel/EvidenceLevel``, the number of publications, the object (which is by name), the order in
///   which they were added.
/// - `neighbourhood`: one row for each entity that has relations. `groups`: its relations by how they read from it,
///   in order, with the counts for each predicate and direction, and where they stand: those of which it is the
///   subject are rows that follow one another; where there are others, `relation_list` names the rows in the
///   order in which they are shown (see ``Neighbourhood``). `neighbours`: the other entities that it is related to in
///   either direction, but for those of which every relation is negated, packed: see ``NeighbourKeys``. A relation
///   of an entity with itself counts as one of which it is the subject, and makes no neighbour.
/// - `relation_list`: numbers of `relation` rows, four bytes each, the lowest first: see ``RelationList``.
/// - `mechanism`, `mechanism_relation`: the entities and the relations of each mechanism that a source states whole, by
///   the phrase of that source: see ``MonographModel/MechanismGraph/sourcePrefix``.
/// - `entity_map`: the degree and the kind of every entity, packed: see ``EntityMap``. The degree, which is also a column
///   of `entity`, is the number of its `neighbours`.
/// - `reference`: the bibliographies.
enum Schema {
  /// `Mono`: what the file's header says it is.
  static let applicationID: UInt32 = 0x4D6F_6E6F

  /// The version of the tables and of the page encoding. A file of any other version is refused.
  static let formatVersion = 10

  /// The bytes of a database page. Twice SQLite's own default: sections are of about a thousand bytes, so that smaller
  /// pages leave more room empty, and are more to write and to check.
  static let databasePageSize = 8192

  /// Parts the headings of a path.
  static let headingSeparator: Character = "\u{1F}"

  /// The tables, and the names until their entities are known. While documents are added, the columns
  /// `document.entity` and `link.target` hold an ``EntityReference``.
  static let tables = """
    CREATE TABLE meta(key TEXT PRIMARY KEY, value NOT NULL) WITHOUT ROWID;
    CREATE TABLE kind(phrase INTEGER PRIMARY KEY, pages INTEGER NOT NULL);
    CREATE TABLE licence(phrase INTEGER PRIMARY KEY);
    CREATE TABLE phrase(id INTEGER PRIMARY KEY, text TEXT NOT NULL);
    CREATE TABLE entity(
      id INTEGER PRIMARY KEY, path TEXT NOT NULL, title TEXT NOT NULL, kind INTEGER NOT NULL,
      class TEXT, has_page INTEGER NOT NULL, degree INTEGER NOT NULL);
    CREATE TABLE redirect(entity INTEGER PRIMARY KEY, target INTEGER NOT NULL);
    CREATE TABLE summary(entity INTEGER PRIMARY KEY, text TEXT NOT NULL, source INTEGER);
    CREATE TABLE identifier(
      registry INTEGER NOT NULL, local TEXT NOT NULL, entity INTEGER NOT NULL,
      PRIMARY KEY(registry, local, entity)) WITHOUT ROWID;
    CREATE TABLE name(
      id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, role INTEGER NOT NULL, text TEXT NOT NULL,
      folded TEXT NOT NULL);
    CREATE TABLE name_index(chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE document(
      id INTEGER PRIMARY KEY, entity INTEGER NOT NULL, layer INTEGER NOT NULL, source_document TEXT NOT NULL,
      title TEXT NOT NULL, publisher INTEGER, labeler INTEGER, licence INTEGER, version TEXT,
      effective TEXT, reviewed TEXT, first_section INTEGER NOT NULL, section_count INTEGER NOT NULL, names TEXT NOT NULL,
      identity INTEGER NOT NULL, sorts BLOB NOT NULL, form INTEGER);
    CREATE TABLE attachment(document INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE source_file(
      name TEXT PRIMARY KEY, hash TEXT NOT NULL, first_document INTEGER NOT NULL,
      document_count INTEGER NOT NULL, first_piece INTEGER NOT NULL, piece_count INTEGER NOT NULL,
      attachment BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE graph_piece(id INTEGER PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE page(document INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE source_text(document INTEGER PRIMARY KEY, size INTEGER NOT NULL, bytes BLOB NOT NULL);
    CREATE TABLE section(
      id INTEGER PRIMARY KEY, document INTEGER NOT NULL, ordinal INTEGER NOT NULL, level INTEGER NOT NULL,
      anchor TEXT NOT NULL, heading_path TEXT NOT NULL, source_key INTEGER, body BLOB NOT NULL);
    \(TermTables.sections.definition)
    \(TermTables.names.definition)
    CREATE TABLE search_map(part INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE link(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, section INTEGER NOT NULL,
      target INTEGER NOT NULL, anchor TEXT, origin INTEGER NOT NULL, sentence TEXT NOT NULL,
      PRIMARY KEY(document, ordinal)) WITHOUT ROWID;
    CREATE TABLE relation(
      id INTEGER PRIMARY KEY, subject INTEGER NOT NULL, predicate INTEGER NOT NULL, object INTEGER NOT NULL,
      flags INTEGER NOT NULL, source INTEGER, evidence INTEGER, publications TEXT, section INTEGER,
      note INTEGER);
    CREATE TABLE neighbourhood(entity INTEGER PRIMARY KEY, groups BLOB NOT NULL, neighbours BLOB NOT NULL);
    CREATE TABLE relation_list(chunk INTEGER PRIMARY KEY, rows BLOB NOT NULL);
    CREATE TABLE mechanism(
      entity INTEGER NOT NULL, source INTEGER NOT NULL, PRIMARY KEY(entity, source)) WITHOUT ROWID;
    CREATE TABLE mechanism_relation(
      source INTEGER NOT NULL, relation INTEGER NOT NULL, PRIMARY KEY(source, relation)) WITHOUT ROWID;
    CREATE TABLE entity_map(chunk INTEGER PRIMARY KEY, bytes BLOB NOT NULL);
    CREATE TABLE reference(
      document INTEGER NOT NULL, ordinal INTEGER NOT NULL, key TEXT NOT NULL, title TEXT NOT NULL,
      year TEXT, url TEXT, identifiers TEXT,
      PRIMARY KEY(document, ordinal)) WITHOUT ROWID;
    CREATE TEMP TABLE staged_name(
      entity INTEGER NOT NULL, role INTEGER NOT NULL, text TEXT NOT NULL, folded TEXT NOT NULL);
    """

  /// What is looked up by, made when all rows stand.
  static let indexes = """
    CREATE UNIQUE INDEX entity_path ON entity(path);
    CREATE INDEX name_folded ON name(folded);
    CREATE INDEX identifier_entity ON identifier(entity);
    CREATE INDEX document_entity ON document(entity, layer DESC, id);
    CREATE INDEX redirect_target ON redirect(target);
    CREATE INDEX link_target ON link(target, origin);
    CREATE INDEX relation_pair ON relation(subject, object);
    """
}

/// The keys of the `meta` table.
enum MetaKey: String {
  case title
  case fingerprint
  case pages
  case documents
  case sections
  case relations
  case oldest
  case newest
  case notReviewed = "not_reviewed"
}
