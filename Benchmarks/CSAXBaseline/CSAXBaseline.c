#include "CSAXBaseline.h"

#include <libxml/parser.h>
#include <string.h>

static void empty_start(
    void *d, const xmlChar *l, const xmlChar *p, const xmlChar *u, int n, const xmlChar **ns, int a, int df,
    const xmlChar **at) {
    (void)d, (void)l, (void)p, (void)u, (void)n, (void)ns, (void)a, (void)df, (void)at;
}

static void empty_end(void *d, const xmlChar *l, const xmlChar *p, const xmlChar *u) {
    (void)d, (void)l, (void)p, (void)u;
}

static void empty_text(void *d, const xmlChar *t, int n) { (void)d, (void)t, (void)n; }

static void count_start(
    void *d, const xmlChar *l, const xmlChar *p, const xmlChar *u, int n, const xmlChar **ns, int a, int df,
    const xmlChar **at) {
    (void)l, (void)p, (void)u, (void)n, (void)ns, (void)df, (void)at;
    sax_counts *counts = d;
    counts->elements++;
    counts->attributes += (uint64_t)a;
}

static void count_text(void *d, const xmlChar *t, int n) {
    (void)t;
    ((sax_counts *)d)->text_bytes += (uint64_t)n;
}

static int run(xmlSAXHandler *sax, void *data, const char *bytes, size_t count, size_t chunk) {
    sax->initialized = XML_SAX2_MAGIC;
    size_t first = count < 4 ? count : 4;
    xmlParserCtxtPtr context = xmlCreatePushParserCtxt(sax, data, bytes, (int)first, NULL);
    if (context == NULL) return 0;
    xmlCtxtUseOptions(context, XML_PARSE_NONET | XML_PARSE_NOENT | XML_PARSE_HUGE);
    for (size_t at = first; at < count; at += chunk) {
        size_t size = count - at < chunk ? count - at : chunk;
        xmlParseChunk(context, bytes + at, (int)size, 0);
    }
    xmlParseChunk(context, NULL, 0, 1);
    int well_formed = context->wellFormed;
    xmlFreeParserCtxt(context);
    return well_formed;
}

int sax_empty(const void *bytes, size_t count, size_t chunk) {
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.startElementNs = empty_start;
    sax.endElementNs = empty_end;
    sax.characters = empty_text;
    sax.ignorableWhitespace = empty_text;
    sax.cdataBlock = empty_text;
    return run(&sax, NULL, bytes, count, chunk);
}

int sax_count(const void *bytes, size_t count, size_t chunk, sax_counts *counts) {
    xmlSAXHandler sax;
    memset(&sax, 0, sizeof sax);
    sax.startElementNs = count_start;
    sax.endElementNs = empty_end;
    sax.characters = count_text;
    sax.ignorableWhitespace = count_text;
    sax.cdataBlock = count_text;
    memset(counts, 0, sizeof *counts);
    return run(&sax, counts, bytes, count, chunk);
}
