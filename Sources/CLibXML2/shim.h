// libxml2: HTML and XML parsing. Its headers stand under a folder that the compiler must be shown.
#include <libxml2/libxml/HTMLparser.h>
#include <libxml2/libxml/tree.h>
