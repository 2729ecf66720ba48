#pragma once
#include <stddef.h>
#include <stdint.h>

// Parses a document with libxml2's push parser and callbacks that do nothing: the floor that every reader on
// libxml2 stands on. Returns 1 when the document is well-formed.
int sax_empty(const void *bytes, size_t count, size_t chunk);

// The same with callbacks that only count: what the empty run must have seen.
typedef struct sax_counts {
    uint64_t elements, attributes, text_bytes;
} sax_counts;
int sax_count(const void *bytes, size_t count, size_t chunk, sax_counts *counts);
