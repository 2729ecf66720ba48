#pragma once

#include <stddef.h>
#include <stdint.h>

// Turns the encodings that XÖV data comes in into UTF-8, before libxml2 sees them. libxml2's own converters report
// faults through global handlers and print to standard error; these do not.

typedef enum xev_encoding {
    XEV_UTF8,
    XEV_ASCII,
    XEV_LATIN1,
    XEV_LATIN9,
    XEV_WINDOWS1252,
    XEV_UTF16LE,
    XEV_UTF16BE,
    XEV_UNKNOWN_ENCODING,
    XEV_WRONG_ENCODING // the declaration names a two-byte encoding, and the bytes are none
} xev_encoding;

typedef struct xev_transcoder {
    xev_encoding encoding;
    uint8_t pending[4];
    int pending_count;
    char *output;
    size_t count, capacity;
} xev_transcoder;

// The encoding of a document after its first bytes (XML 1.0, appendix F): by the byte-order mark, by the shape of the
// first characters, by the declaration. `name` gets what the declaration says, or an empty text.
xev_encoding xev_detect_encoding(const uint8_t *bytes, size_t count, char *name, size_t name_size);

// Converts a chunk into `output`. Returns 0; 1 for bytes that the encoding does not have; 2 without memory.
int xev_transcode(xev_transcoder *transcoder, const uint8_t *bytes, size_t count, int last);
