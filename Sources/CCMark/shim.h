// cmark-gfm, the reference parser of GitHub Flavored Markdown, with its extensions.
#include <cmark-gfm.h>
#include <cmark-gfm-core-extensions.h>
