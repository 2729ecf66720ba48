#include "CXMLEvents.h"

#include <libxml/xmlerror.h>
#include <libxml/xmlregexp.h>

xev_pattern *xev_pattern_compile(const char *pattern) { return xmlRegexpCompile((const xmlChar *)pattern); }

int xev_pattern_matches(xev_pattern *pattern, const char *text) {
    return xmlRegexpExec(pattern, (const xmlChar *)text) == 1;
}

void xev_pattern_free(xev_pattern *pattern) {
    if (pattern != NULL) xmlRegFreeRegexp(pattern);
}
