#pragma once
#include "Automaton.h"
#include "CXMLSchemas.h"
#include "Internal.h"
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>

// What a check keeps while it runs; shared by Check.c, Observe.c (what is looked at beside the schema) and
// Resume.c.

typedef struct {
    const xmlChar *local, *space; // of the parser's dictionary: compared by address
    int32_t schema_local, schema_space; // their numbers in the schema's names; -2: the schema does not know the name
    int32_t code_local, code_space;     // the same in the names of the automaton of codes
    int32_t used, watched;
    // The state that the name led to last, and from which: of a name's occurrences most stand in elements of one type.
    int32_t code_parent, code_state;
} known_name;

typedef struct {
    int32_t name, count;
    uint32_t generation;
} counter;

// Children of the same name in a row.
typedef struct {
    const xmlChar *local, *space;
    int32_t count;
} sibling_run;

typedef struct {
    const xmlChar *local;
    const xmlChar *as_local, *as_space; // what the schema takes it for
    int32_t index; // among its siblings of the same name, from 1
    int32_t line, column;
    int32_t state;    // of the identity automaton, -1: nothing known
    int32_t code_state;            // of the automaton of codes, -1: nothing known
    int32_t code_local, code_space; // the element's name in its names
    int32_t record;                // index + 1 of the code that the element holds, 0 for none
    int32_t watched;
    int32_t bindings; // namespace bindings before it
    counter *counters; // of its children, kept for the next element at this depth
    uint32_t counter_capacity, counter_count, generation;
    sibling_run *runs; // its children so far, as the schema takes them
    int32_t run_count, run_capacity, runs_incomplete;
    xmlChar *type; // the value of xsi:type
} level;

typedef struct {
    const xmlChar *prefix, *uri;
} binding;

// A validator that goes on where the one below it gave up.
typedef struct {
    xmlSchemaValidCtxtPtr validator;
    xmlSchemaSAXPlugPtr plug;
    xmlSAXHandlerPtr sax;
    void *user;
    int32_t open;        // how many elements it was shown the start of, but not the end
    int32_t until;       // the depth of the element whose content it checks
    int32_t withheld;    // the depth of an element that it is not shown, or 0
    int32_t alias_depth; // the depth of an element that it is shown under another name, or 0
    const xmlChar *alias_local, *alias_space;
} resumed;

// A code that is being read. Its texts stand one behind the other in the buffer: they are the key by which equal codes are
// known again.
typedef struct {
    const xss_holder *holder;
    int32_t line, column, index;
    size_t start;
    struct {
        size_t offset, length;
        int is_there;
    } uri, version, value, name;
} record;

enum { MAX_CANDIDATES = 10, MAX_RESUMED = 16 };

struct xss_check {
    xss_limits limits;
    xss_handlers handlers;
    xmlParserCtxtPtr parser;
    const xss_automaton *identity, *codes;
    record *records;
    int32_t record_count, record_capacity;
    char *buffer;
    size_t buffer_length, buffer_capacity;
    xss_names *fine; // the codes that need not be told again
    size_t fine_bytes;
    char *watched, *attribute;
    int wants_texts;
    uint8_t plain[128];
    xmlSchemaValidCtxtPtr validator;
    xmlSchemaSAXPlugPtr plug;
    xmlSAXHandlerPtr validator_sax;
    void *validator_user;
    level *levels; // levels[0] stands above the root
    int32_t depth, level_capacity;
    known_name *names;
    uint32_t name_capacity, name_count;
    binding *bindings;
    int32_t binding_count, binding_capacity;
    char *text;
    size_t text_length, text_capacity;
    size_t ending_text; // while an element ends: the length of its last text
    xss_reader reader;
    void *reader_user;
    int64_t bytes, bytes_at_event;
    char *encoding;
    int stopped, fatal, out_of_memory, schema_failed, has_root;
    xmlSchemaPtr schema;
    // Going on after an element that must not stand where it stands (Resume.c).
    resumed *resumed[MAX_RESUMED]; // each until the depth of the next
    int32_t resumed_count;
    int64_t resume_budget; // how many elements may still be shown once more
    int muted, speaker_is_resumed, unexpected;
    const xmlChar *candidates[MAX_CANDIDATES][2]; // local name and namespace
    int32_t candidate_count;
};

// MARK: Check.c and Observe.c

// Stops the pass: a limit was exceeded.
void xss_check_stop_for(xss_check *check, int32_t limit);
// The number of a string in an automaton's names; -2 for one that it does not know or without an automaton.
int32_t xss_number_of(const xss_automaton *automaton, const xmlChar *string);
// The state for an xsi:type, or -1.
int32_t xss_state_of_xsi_type(const xss_check *check, const xss_automaton *automaton, const xmlChar *value, size_t length);

// Takes over what the caller asked for at the root.
void xss_observe(xss_check *check, const xss_choice *choice);
void xss_observe_free(xss_check *check);
// An element begins, before the validator is told; it ends, while its text is still there; a text ends.
void xss_observe_start(
    xss_check *check, level *own, known_name *name, int attribute_count, const xmlChar **attributes);
void xss_observe_end(xss_check *check, level *own);
void xss_observe_text(xss_check *check);

// MARK: Resume.c

// Notes the child at hand among those of its parent, as the schema takes it.
void xss_note_child(level *parent, const xmlChar *local, const xmlChar *space);
// Takes the expected elements out of the message about an unexpected one.
void xss_note_unexpected(xss_check *check, const char *message);
// Whether the rest of the parent's content will be checked after an unexpected child.
int xss_can_resume(const xss_check *check);
// Goes on behind the unexpected element that has just been pushed.
void xss_resume(
    xss_check *check, int namespace_count, const xmlChar **namespaces, int attribute_count, int defaulted,
    const xmlChar **attributes);
// Shows the events to the validators that went on.
void xss_resumed_start(
    xss_check *check, const xmlChar *local, const xmlChar *prefix, const xmlChar *space, int namespace_count,
    const xmlChar **namespaces, int attribute_count, int defaulted, const xmlChar **attributes);
void xss_resumed_text(xss_check *check, const xmlChar *text, int length);
void xss_resumed_end(xss_check *check, const xmlChar *local, const xmlChar *prefix, const xmlChar *space);
void xss_resumed_free(xss_check *check);
void xss_validity_error_to(xss_check *check, xmlSchemaValidCtxtPtr validator);
