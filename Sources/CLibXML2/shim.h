#include <libxml/xmlversion.h>
// Some builds can decode with ICU, whose headers clash with the ICU inside Foundation. No more than structures that are
// not touched here depend on it.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
