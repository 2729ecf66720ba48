#pragma once
#include "CXMLSchemas.h"
#include <libxml/parser.h>
#include <stdio.h>

#define XSS_SCHEME "xoev-schema:"
#define XSS_XSI "http://www.w3.org/2001/XMLSchema-instance"

// Starts libxml2 once: parser, built-in types, the private scheme.
void xss_start_library(void);

// The position of the start tag that has just been read: scans back to its '<', which stands nowhere else inside a tag.
static inline void xss_tag_position(xmlParserCtxtPtr parser, int32_t *line, int32_t *column) {
    *line = 0;
    *column = 0;
    xmlParserInputPtr input = parser->input;
    if (!input || !input->cur || !input->base) return;
    const xmlChar *base = input->base, *p = input->cur;
    int newlines = 0, characters = 0;
    while (p > base && *p != '<') {
        if (p < input->cur) {
            if (*p == '\n') newlines++;
            if (newlines == 0 && (*p & 0xC0) != 0x80) characters++;
        }
        p--;
    }
    if (*p != '<') return;
    *line = input->line - newlines;
    if (newlines == 0) {
        int start = input->col - characters - 1;
        *column = start > 0 ? start : 1;
        return;
    }
    int before = 1;
    const xmlChar *q = p;
    while (q > base && q[-1] != '\n') {
        q--;
        if ((*q & 0xC0) != 0x80) before++;
    }
    *column = q > base ? before : 0;
}
