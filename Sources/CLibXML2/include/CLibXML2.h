// The few functions of libxml2 that the project calls. They are loaded when the first of them is called and
// not when the program starts: libxml2 brings eight libraries with it, which would be a fifth of the time to
// the first screen, and reading a library needs none of them. The declarations are part of libxml2's stable
// interface (2.9 and later); the types stay opaque.
#ifndef MONOGRAPH_CLIBXML2_H
#define MONOGRAPH_CLIBXML2_H

typedef struct _xmlDoc xmlDoc;
typedef struct _xmlNode xmlNode;
typedef struct _xmlTextReader xmlTextReader;

// Options of the HTML parser, by their values in HTMLparser.h.
enum {
  MONOGRAPH_HTML_RECOVER = 1 << 0,
  MONOGRAPH_HTML_NOERROR = 1 << 5,
  MONOGRAPH_HTML_NOWARNING = 1 << 6,
  MONOGRAPH_HTML_NONET = 1 << 11,
};

// Options of the XML parser, by their values in parser.h. Neither the one that expands entities nor the one that
// lifts the library's limits is here.
enum {
  MONOGRAPH_XML_RECOVER = 1 << 0,
  MONOGRAPH_XML_NOERROR = 1 << 5,
  MONOGRAPH_XML_NOWARNING = 1 << 6,
  MONOGRAPH_XML_NONET = 1 << 11,
  MONOGRAPH_XML_COMPACT = 1 << 16,
  MONOGRAPH_XML_BIG_LINES = 1 << 22,
};

// Kinds of node that a reader walks over, by their values in xmlreader.h.
enum {
  MONOGRAPH_XML_ELEMENT = 1,
  MONOGRAPH_XML_TEXT = 3,
  MONOGRAPH_XML_CDATA = 4,
  MONOGRAPH_XML_ENTITY_REFERENCE = 5,
  MONOGRAPH_XML_COMMENT = 8,
  MONOGRAPH_XML_DOCUMENT_TYPE = 10,
  MONOGRAPH_XML_WHITESPACE = 13,
  MONOGRAPH_XML_SIGNIFICANT_WHITESPACE = 14,
  MONOGRAPH_XML_END_ELEMENT = 15,
};

// A character that HTML knows by name.
typedef struct {
  unsigned int value;
  const char *name;
  const char *desc;
} htmlEntityDesc;

// What went wrong last in a thread, by its declaration in xmlerror.h.
typedef struct {
  int domain;
  int code;
  char *message;
  int level;
  char *file;
  int line;
} xmlError;

// Whether libxml2 is on this machine. Where it is not, the other functions do nothing and return null or 0.
int libxml2_is_available(void);

void xmlInitParser(void);
xmlDoc *htmlReadMemory(
    const char *buffer, int size, const char *url, const char *encoding, int options);
void xmlFreeDoc(xmlDoc *document);
const htmlEntityDesc *htmlEntityLookup(const unsigned char *name);

xmlTextReader *xmlReaderWalker(xmlDoc *document);
void xmlFreeTextReader(xmlTextReader *reader);
int xmlTextReaderRead(xmlTextReader *reader);
int xmlTextReaderNodeType(xmlTextReader *reader);
int xmlTextReaderDepth(xmlTextReader *reader);
int xmlTextReaderIsEmptyElement(xmlTextReader *reader);
int xmlTextReaderMoveToFirstAttribute(xmlTextReader *reader);
int xmlTextReaderMoveToNextAttribute(xmlTextReader *reader);
int xmlTextReaderMoveToElement(xmlTextReader *reader);
const unsigned char *xmlTextReaderConstName(xmlTextReader *reader);
const unsigned char *xmlTextReaderConstValue(xmlTextReader *reader);
xmlNode *xmlTextReaderCurrentNode(xmlTextReader *reader);
long xmlGetLineNo(const xmlNode *node);

xmlDoc *xmlReadMemory(
    const char *buffer, int size, const char *url, const char *encoding, int options);
xmlTextReader *xmlReaderForMemory(
    const char *buffer, int size, const char *url, const char *encoding, int options);
int xmlReaderNewMemory(
    xmlTextReader *reader, const char *buffer, int size, const char *url, const char *encoding, int options);
const unsigned char *xmlTextReaderConstLocalName(xmlTextReader *reader);
const unsigned char *xmlTextReaderConstNamespaceUri(xmlTextReader *reader);
int xmlTextReaderHasAttributes(xmlTextReader *reader);
int xmlTextReaderGetParserLineNumber(xmlTextReader *reader);
void xmlResetLastError(void);
const xmlError *xmlGetLastError(void);

#endif
