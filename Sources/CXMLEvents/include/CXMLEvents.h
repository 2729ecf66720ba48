#pragma once

// libxml2's push parser turned into a tape of events.
//
// Bytes are fed in chunks; each chunk appends 16-byte events to a tape whose names are small integers and whose text
// lies in one arena. The reader consumes the tape and resets it before the next chunk. A schema validator may be
// plugged into the same SAX stream (see xev_parser_open). Nothing here touches libxml2's global state.

#include <stddef.h>
#include <stdint.h>

typedef enum xev_kind {
    XEV_START = 1,     // a: name, b: line, c: attributes (low 16 bits) and namespace declarations (high 16 bits)
    XEV_END = 2,       // a: name, b: line
    XEV_ATTRIBUTE = 3, // a: name, b: offset, c: length; the attributes follow their XEV_START
    XEV_NAMESPACE = 4, // a: prefix string or 0, b: URI string or 0; these follow the attributes
    XEV_TEXT = 5,      // a: offset, b: length, c: line
    XEV_CDATA = 6,     // as XEV_TEXT
    XEV_COMMENT = 7,   // as XEV_TEXT
    XEV_PI = 8         // a: target string, b: offset, c: length
} xev_kind;

typedef struct xev_event {
    uint32_t head; // kind in the low 8 bits, column (saturating at 2^24 - 1) in the high 24 bits
    uint32_t a, b, c;
} xev_event;

// A qualified name as written: three interned strings, 0 where there is none.
typedef struct xev_name {
    uint32_t prefix, local, uri;
} xev_name;

typedef struct xev_string {
    const char *bytes;
    uint32_t length;
} xev_string;

// How many bytes of memory follow what the arena holds.
enum { XEV_ARENA_SLACK = 32 };

// An open element: its name and its position among the siblings of that name (from 1).
typedef struct xev_frame {
    uint32_t name, index, line, column;
    uint32_t counters;     // first counter of this element's children
    uint32_t last_counter; // the counter used last, since siblings mostly repeat
} xev_frame;

typedef struct xev_limits {
    uint64_t max_total_bytes;     // of the whole input as fed
    uint64_t max_text_bytes;      // of one text node, attribute value, comment or processing instruction
    uint32_t max_depth;           // of open elements
    uint32_t max_attributes;      // of one element, namespace declarations included; at most 65535
    uint32_t max_name_bytes;      // of a local name, prefix or namespace URI
    uint32_t allows_doctype;      // an internal subset is read, external entities are refused
} xev_limits;

typedef enum xev_status {
    XEV_OK = 0,
    XEV_NOT_WELL_FORMED,
    XEV_DOCTYPE_FORBIDDEN,
    XEV_EXTERNAL_ENTITY,
    XEV_ENTITY_LOOP,
    XEV_ENCODING,
    XEV_EMPTY,
    XEV_LIMIT_TOTAL,
    XEV_LIMIT_TEXT,
    XEV_LIMIT_DEPTH,
    XEV_LIMIT_ATTRIBUTES,
    XEV_LIMIT_NAME,
    XEV_NO_MEMORY
} xev_status;

typedef struct xev_error {
    xev_status status;
    int code; // libxml2's xmlParserErrors where status is XEV_NOT_WELL_FORMED or XEV_ENCODING
    uint32_t line, column;
    char detail[512]; // libxml2's own words, cut; may quote the document
} xev_error;

typedef struct xev_tape {
    xev_event *events;
    size_t count, capacity;
    char *arena;
    size_t arena_count, arena_capacity;
    xev_string *strings; // index 0 is unused
    size_t string_count, string_capacity;
    xev_name *names; // index 0 is unused
    size_t name_count, name_capacity;
} xev_tape;

typedef struct xev_parser xev_parser;

// Initialises libxml2 for use from several threads. Call once before anything else.
void xev_initialize(void);

// A parser, or NULL without memory. Free it with xev_parser_free.
xev_parser *xev_parser_create(const xev_limits *limits);
void xev_parser_free(xev_parser *parser);

// Looks at the first bytes of the document, as many as there are at hand up to the end of the XML declaration, and
// prepares for its encoding. Afterwards xev_parser_context gives the xmlParserCtxt, into which xmlSchemaSAXPlug may be
// plugged before the first xev_parser_feed; call xev_parser_plugged after it. Feeding starts with the first byte.
xev_status xev_parser_open(xev_parser *parser, const void *bytes, size_t count);
void *xev_parser_context(xev_parser *parser);
void xev_parser_plugged(xev_parser *parser);

// Parses a chunk; `last` says that the document ends with it. Appends to the tape.
xev_status xev_parser_feed(xev_parser *parser, const void *bytes, size_t count, int last);

// Empties the tape but for an unfinished text at its end, which stays its only event.
void xev_parser_reset_tape(xev_parser *parser);

// With `on` = 0 no events are kept: for validation alone. Open elements are tracked all the same.
void xev_parser_set_recording(xev_parser *parser, int on);

// With `on` = 0 the positions of elements among their siblings are not counted: for readers that need no paths.
void xev_parser_set_tracking(xev_parser *parser, int on);

const xev_tape *xev_parser_tape(const xev_parser *parser);
const xev_error *xev_parser_error(const xev_parser *parser);

// How many events at the front of the tape are complete: an unfinished text at the end is not.
size_t xev_parser_complete_events(const xev_parser *parser);

// The open elements, outermost first. While a validator judges an end tag its element still counts as open.
const xev_frame *xev_parser_frames(const xev_parser *parser, size_t *count);

// Where the parser stands now, in lines and columns from 1.
void xev_parser_position(const xev_parser *parser, uint32_t *line, uint32_t *column);

// The encoding that the document declares or shows, or NULL for UTF-8 without a declaration; and its XML version.
const char *xev_parser_encoding(const xev_parser *parser);

// Canonical XML of a document. mode: 0 inclusive 1.0, 1 exclusive 1.0, 2 inclusive 1.1. The result is freed with
// xev_free. Returns its length, or -1.
int64_t xev_canonicalize(const void *bytes, size_t count, int mode, int with_comments, char **result);
void xev_free(void *pointer);

// What an XPath 1.0 expression gives.
typedef enum xev_xpath_kind { XEV_XPATH_NODES, XEV_XPATH_STRING, XEV_XPATH_NUMBER, XEV_XPATH_BOOLEAN } xev_xpath_kind;

typedef struct xev_xpath_result {
    xev_xpath_kind kind;
    double number;
    int boolean;
    char *string; // for XEV_XPATH_STRING
    // For nodes: `steps` holds, for each node, its depth n followed by n child positions from the document down. A
    // node that is an attribute or namespace has its depth with the highest bit set; its name and value follow in
    // `names`, three zero-terminated texts each: local name, namespace (may be empty), value.
    uint32_t *steps;
    size_t step_count, step_capacity;
    char *names;
    size_t name_bytes, name_capacity;
    size_t node_count;
} xev_xpath_result;

// Evaluates an expression over a document. `namespaces` are pairs of prefix and URI. Returns 0; 1 for a wrong
// expression, with libxml2's words in `message`; 2 when the document cannot be read; 3 without memory.
int xev_xpath(
    const void *bytes, size_t count, const char *expression, const char *const *namespaces, size_t namespace_count,
    xev_xpath_result *result, char *message, size_t message_size);
void xev_xpath_free(xev_xpath_result *result);

// What one thread finds out for all: tables in Swift publish pointers and numbers through these.
static inline void *xev_load_pointer(void *const *place) { return __atomic_load_n(place, __ATOMIC_ACQUIRE); }
static inline void xev_store_pointer(void **place, void *value) { __atomic_store_n(place, value, __ATOMIC_RELEASE); }
static inline int32_t xev_load_number(const int32_t *place) { return __atomic_load_n(place, __ATOMIC_ACQUIRE); }
static inline void xev_store_number(int32_t *place, int32_t value) { __atomic_store_n(place, value, __ATOMIC_RELEASE); }

// Whether collapsing white space (XML Schema Part 1, 3.1.4) leaves a text as it is: no controls, no blank at an end, no
// two blanks together.
static inline int xev_is_collapsed(const uint8_t *text, size_t count) {
    typedef uint8_t block __attribute__((vector_size(16), aligned(1)));
    typedef uint64_t halves __attribute__((vector_size(16)));
    if (count == 0) return 1;
    if (text[0] <= 0x20 || text[count - 1] <= 0x20) return 0;
    size_t at = 0;
    for (; at + 17 <= count; at += 16) {
        block one = *(const block *)(text + at), next = *(const block *)(text + at + 1);
        halves found = (halves)((block)(one < 0x20) | ((block)(one == 0x20) & (block)(next == 0x20)));
        if ((found[0] | found[1]) != 0) return 0;
    }
    for (; at + 1 < count; at++)
        if (text[at] < 0x20 || (text[at] == 0x20 && text[at + 1] == 0x20)) return 0;
    return 1;
}

// Whether a text of the arena is white space alone; XML has no other characters up to the blank. Behind what the arena holds
// there are XEV_ARENA_SLACK bytes of its own, so that the last block may reach beyond the text.
static inline int xev_is_blank(const uint8_t *text, size_t count) {
    typedef uint64_t word __attribute__((aligned(1), may_alias));
    // The highest bit of a byte: set when it is above 0x20.
    const uint64_t low = 0x7F7F7F7F7F7F7F7Fu, high = 0x8080808080808080u, gap = 0x5F5F5F5F5F5F5F5Fu;
    for (; count > 8; text += 8, count -= 8) {
        uint64_t bytes = *(const word *)text;
        if ((((bytes & low) + gap) | bytes) & high) return 0;
    }
    if (count == 0) return 1;
    uint64_t bytes = *(const word *)text;
    return (((((bytes & low) + gap) | bytes) & high) << (64 - 8 * count)) == 0;
}

// The number of characters of a text in UTF-8.
static inline size_t xev_count_characters(const uint8_t *text, size_t count) {
    typedef uint8_t block __attribute__((vector_size(16), aligned(1)));
    typedef uint64_t halves __attribute__((vector_size(16)));
    size_t characters = 0, at = 0;
    while (at < count) {
        if (at + 16 <= count) {
            halves high = (halves)(block)(*(const block *)(text + at) >= 0x80);
            if ((high[0] | high[1]) == 0) {
                characters += 16;
                at += 16;
                continue;
            }
        }
        characters += (text[at++] & 0xC0) != 0x80;
    }
    return characters;
}

// Copies text up to the first byte that an XML writer has to look at (controls, quotes, & < >, and 0xEF, which begins
// U+FFFE); returns how many bytes were copied. There is room for all of them.
static inline size_t xev_copy_plain(uint8_t *to, const uint8_t *from, size_t count) {
    typedef uint8_t block __attribute__((vector_size(16), aligned(1)));
    size_t at = 0;
    while (at + 16 <= count) {
        block bytes = *(const block *)(from + at);
        block found = (block)(bytes < 0x20) | (block)(bytes == '"') | (block)(bytes == '&') | (block)(bytes == '<')
            | (block)(bytes == '>') | (block)(bytes == 0xEF);
        typedef uint64_t halves __attribute__((vector_size(16)));
        halves any = (halves)found;
        if ((any[0] | any[1]) != 0) break;
        *(block *)(to + at) = bytes;
        at += 16;
    }
    for (; at < count; at++) {
        uint8_t byte = from[at];
        if (byte < 0x20 || byte == '"' || byte == '&' || byte == '<' || byte == '>' || byte == 0xEF) break;
        to[at] = byte;
    }
    return at;
}

// A compiled regular expression of XML Schema, or NULL when it is wrong. It may be used from several threads at once.
typedef struct _xmlRegexp xev_pattern;
xev_pattern *xev_pattern_compile(const char *pattern);
int xev_pattern_matches(xev_pattern *pattern, const char *text);
void xev_pattern_free(xev_pattern *pattern);
