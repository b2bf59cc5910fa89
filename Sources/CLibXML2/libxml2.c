// Forwards each function to libxml2, loaded at the first call.
#include "CLibXML2.h"

#include <dlfcn.h>
#include <pthread.h>
#include <stddef.h>

static void *library;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static void open_library(void) { library = dlopen("libxml2.so.2", RTLD_NOW | RTLD_LOCAL); }

static void *function(const char *name) {
  pthread_once(&once, open_library);
  return library ? dlsym(library, name) : NULL;
}

int libxml2_is_available(void) {
  pthread_once(&once, open_library);
  return library != NULL;
}

// Defines a function that calls the one of the same name in libxml2, or returns `otherwise`. Looking a name up
// each time costs some tens of nanoseconds; the address is kept instead.
#define FORWARD(result, name, parameters, arguments, otherwise)        \
  result name parameters {                                             \
    static result(*_Atomic address) parameters;                        \
    result(*call) parameters = address;                                \
    if (!call) address = call = (result(*) parameters)function(#name); \
    if (!call) return otherwise;                                       \
    return call arguments;                                             \
  }

FORWARD(void, xmlInitParser, (void), (), )
FORWARD(
    xmlDoc *, htmlReadMemory, (const char *buffer, int size, const char *url, const char *encoding, int options),
    (buffer, size, url, encoding, options), NULL)
FORWARD(void, xmlFreeDoc, (xmlDoc * document), (document), )
FORWARD(const htmlEntityDesc *, htmlEntityLookup, (const unsigned char *name), (name), NULL)
FORWARD(xmlTextReader *, xmlReaderWalker, (xmlDoc * document), (document), NULL)
FORWARD(void, xmlFreeTextReader, (xmlTextReader * reader), (reader), )
FORWARD(int, xmlTextReaderRead, (xmlTextReader * reader), (reader), 0)
FORWARD(int, xmlTextReaderNodeType, (xmlTextReader * reader), (reader), 0)
FORWARD(int, xmlTextReaderDepth, (xmlTextReader * reader), (reader), 0)
FORWARD(int, xmlTextReaderIsEmptyElement, (xmlTextReader * reader), (reader), 0)
FORWARD(int, xmlTextReaderMoveToFirstAttribute, (xmlTextReader * reader), (reader), 0)
FORWARD(int, xmlTextReaderMoveToNextAttribute, (xmlTextReader * reader), (reader), 0)
FORWARD(int, xmlTextReaderMoveToElement, (xmlTextReader * reader), (reader), 0)
FORWARD(const unsigned char *, xmlTextReaderConstName, (xmlTextReader * reader), (reader), NULL)
FORWARD(const unsigned char *, xmlTextReaderConstValue, (xmlTextReader * reader), (reader), NULL)
FORWARD(xmlNode *, xmlTextReaderCurrentNode, (xmlTextReader * reader), (reader), NULL)
FORWARD(long, xmlGetLineNo, (const xmlNode *node), (node), 0)
FORWARD(
    xmlDoc *, xmlReadMemory, (const char *buffer, int size, const char *url, const char *encoding, int options),
    (buffer, size, url, encoding, options), NULL)
FORWARD(
    xmlTextReader *, xmlReaderForMemory,
    (const char *buffer, int size, const char *url, const char *encoding, int options),
    (buffer, size, url, encoding, options), NULL)
FORWARD(
    int, xmlReaderNewMemory,
    (xmlTextReader * reader, const char *buffer, int size, const char *url, const char *encoding, int options),
    (reader, buffer, size, url, encoding, options), -1)
FORWARD(const unsigned char *, xmlTextReaderConstLocalName, (xmlTextReader * reader), (reader), NULL)
FORWARD(const unsigned char *, xmlTextReaderConstNamespaceUri, (xmlTextReader * reader), (reader), NULL)
FORWARD(int, xmlTextReaderHasAttributes, (xmlTextReader * reader), (reader), 0)
FORWARD(int, xmlTextReaderGetParserLineNumber, (xmlTextReader * reader), (reader), 0)
FORWARD(void, xmlResetLastError, (void), (), )
FORWARD(const xmlError *, xmlGetLastError, (void), (), NULL)
